/** One batch of changes, end to end: look, write and read back, and put right what came between. */
import type { FormKey } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import type { RawCell, Row } from "../../domain/register/register";
import type { Wanted } from "../../domain/register/wanted";
import { type Differing, WorkbookRefused } from "../port";
import type { Run } from "./excel-run";
import { look, type Looked, type Target } from "./look";
import { type Leave, refuseObstacles } from "./obstacles";
import { queueBook, type Seen } from "./queue-book";
import { fitsOneRequest, loadsOf, type Sizes } from "./sizes";
import { isOvertaken } from "./give-back";
import { cellsDone, putRight } from "./put-right";
import { sameCell } from "./cell-text";
import { type Done, takeBack } from "./take-back";
import { counterSteps, type Guards, isAppend, isCount, isSet, type SetCell } from "./write-steps";
import { type Placed, type Rows, type Trip, writeTrip } from "./write-trip";

export interface Writing {
  readonly doing: string;
  readonly run: Run;
  readonly sizes: Sizes;
  readonly leave: Leave;
  /** All or nothing. */
  readonly whole: boolean;
  readonly guards: Guards;
}

export interface BatchWritten {
  /** For every "append" of the batch, in order. */
  readonly placed: readonly Placed[];
  readonly outrun: readonly SetCell[];
  readonly differing: readonly Differing[];
  readonly done: Done;
  /** What was read in the same request; nothing where it would not fit, or was no longer true in the end. */
  readonly seen: Seen | undefined;
}

const targetOf = (changes: readonly Change[], wanted: Wanted, guards: Guards): Target => {
  const appended = new Map<FormKey, number>();
  for (const { form } of changes.filter(isAppend)) appended.set(form, (appended.get(form) ?? 0) + 1);
  return {
    appended,
    sets: changes.filter(isSet).flatMap((set) => [set, ...guards(set)]),
    counters: changes.some(isCount),
    alsoRead: Object.keys(wanted) as FormKey[],
  };
};

/** Rows by form, and where each came from among the appends. */
const rowsByForm = (
  appends: readonly { readonly form: FormKey; readonly row: Row }[],
): ReadonlyMap<FormKey, readonly { readonly row: Row; readonly at: number }[]> => {
  const groups = new Map<FormKey, { row: Row; at: number }[]>();
  appends.forEach(({ form, row }, at) => {
    const group = groups.get(form) ?? [];
    group.push({ row, at });
    groups.set(form, group);
  });
  return groups;
};

const nothingWritten = (doing: string, outrun: readonly SetCell[]): BatchWritten => ({
  placed: [],
  outrun,
  differing: [],
  done: { doing, rows: [], cells: [] },
  seen: undefined,
});

/** Refusals after which nobody can say how much of the request was done. */
const mayBeHalfDone = (error: unknown): boolean =>
  !(error instanceof WorkbookRefused) ||
  !["cellBeingEdited", "busy", "columnMissing", "tableMissing"].includes(error.code);

/** What would have been written, where it would have stood: found by its contents, it is taken back. */
const wouldBe = (rows: readonly Rows[], sets: readonly SetCell[], doing: string): Done => ({
  doing,
  rows: rows.flatMap(({ look: table, rows: each }) =>
    each.map((row, at) => ({
      form: table.key,
      row: table.firstRow + table.count + at - (table.blank ? 1 : 0),
      cells: row,
    })),
  ),
  cells: sets.map(({ form, row, key, was, value }) => ({ form, row, key, was, now: value })),
});

/** @throws WorkbookRefused; what had been written by then is taken back. */
export const writeBatch = async (
  changes: readonly Change[],
  wanted: Wanted,
  writing: Writing,
): Promise<BatchWritten> => {
  const { doing, run, leave, whole, guards } = writing;
  const target = targetOf(changes, wanted, guards);
  const looked: Looked = await look(target, doing, run);
  refuseObstacles(looked, target, leave, doing);

  const holdsAnother = (set: SetCell): boolean => {
    const held: RawCell | undefined = looked.holds(set);
    return held === undefined || !sameCell(held, set.was);
  };
  const isOutrun = (set: SetCell): boolean => holdsAnother(set) || guards(set).some(holdsAnother);
  const wished = changes.filter(isSet);
  const outrun = wished.filter(isOutrun);
  if (whole && outrun.length > 0) return nothingWritten(doing, outrun);

  const counted = looked.counters ? counterSteps(changes.filter(isCount), looked.counters) : [];
  const appends = [...changes.filter(isAppend), ...counted.filter(isAppend)];
  const sets = [...wished.filter((set) => !isOutrun(set)), ...counted.filter(isSet)];
  const groups = rowsByForm(appends);
  const rows = [...groups].flatMap(([form, group]): Rows[] => {
    const table = looked.tables.get(form);
    return table ? [{ look: table, rows: group.map(({ row }) => row) }] : [];
  });
  if (rows.length === 0 && sets.length === 0) return nothingWritten(doing, outrun);

  const attempt = async (withBook: boolean): Promise<Trip<Seen | undefined>> => {
    try {
      const also = (context: Excel.RequestContext): (() => Seen | undefined) =>
        withBook ? queueBook(context, wanted) : () => undefined;
      return await writeTrip(rows, sets, looked.tables, also, doing, run, guards);
    } catch (error) {
      if (mayBeHalfDone(error)) await takeBack(wouldBe(rows, sets, doing), { unprotect: true }, doing, run);
      // An answer that was too large was written all the same, and is now taken back.
      const tooLarge = error instanceof WorkbookRefused && error.code === "tooLarge";
      if (tooLarge && withBook) return attempt(false);
      throw error;
    }
  };
  const trip = await attempt(
    fitsOneRequest(loadsOf(wanted, writing.sizes, (key) => looked.sizes.get(key) ?? 0)),
  );

  const right = await putRight(trip, rows, looked, writing);
  const placedOf = (form: FormKey, index: number): Placed | undefined => right.placed.get(form)?.[index];
  const placed: Placed[] = [];
  for (const [form, group] of groups)
    group.forEach(({ at }, index) => {
      const one = placedOf(form, index);
      if (one) placed[at] = one;
    });
  const late = right.outrun.filter(({ form }) => form !== "counters");
  const done: Done = {
    doing,
    rows: placed,
    cells: cellsDone(trip.cells.filter((cell) => !isOvertaken(cell))),
  };
  if (whole && late.length > 0) {
    await takeBack(done, leave, doing, run);
    return nothingWritten(doing, late);
  }
  return {
    placed: placed.slice(0, changes.filter(isAppend).length),
    outrun: [...outrun, ...late],
    differing: right.differing,
    done,
    seen: right.disturbed ? undefined : trip.read,
  };
};
