/** Changes as steps on tables: which rows go below which table, in which runs of columns, and which cells change. */
import type { Value } from "../../book/book";
import type { Field } from "../../domain/form/field";
import { fieldsOf } from "../../domain/form/form";
import type { FormKey } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import { oneRowAClient } from "../../domain/register/client-keys";
import { isOwnKey, ownCaption } from "../../domain/register/own-column";
import type { RawCell, Register, Row } from "../../domain/register/register";
import { cellAt, rowNumber } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import { WorkbookRefused } from "../port";
import { meant } from "./cell-text";
import { allColumnsOf, type Column, type TableShape } from "./table-shape";

export type Append = Extract<Change, { readonly kind: "append" }>;
export type SetCell = Extract<Change, { readonly kind: "set" }>;
export type Count = Extract<Change, { readonly kind: "counter" }>;

/** For a "set" change, the cells that say which row it is. */
export type Guards = (set: SetCell) => readonly SetCell[];

export const isAppend = (change: Change): change is Append => change.kind === "append";
export const isSet = (change: Change): change is SetCell => change.kind === "set";
export const isOwnColumn = (change: Change): change is Extract<Change, { readonly kind: "ownColumn" }> =>
  change.kind === "ownColumn";
export const isCount = (change: Change): change is Count => change.kind === "counter";

/** Cells side by side, as many rows as are appended. `null` leaves a cell as it is. */
export interface ColumnRun {
  /** The first column's place among the table's headers, and its caption. */
  readonly at: number;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly values: readonly (readonly Value[])[];
}

/** A column that its sheet computes is never written over. */
const isWritten = ({ field }: Column): boolean => field.kind !== "computed" || field.by === "program";

/** @throws WorkbookRefused "columnMissing" rather than dropping an answer. */
export const runsOf = (shape: TableShape, rows: readonly Row[], doing: string): readonly ColumnRun[] => {
  const given = allColumnsOf(shape).filter(
    (column) => isWritten(column) && rows.some((row) => row[column.key] !== undefined),
  );
  const known = new Set(given.map(({ key }) => key));
  for (const row of rows)
    for (const key in row)
      if (isOwnKey(key) && !known.has(key))
        throw new WorkbookRefused("columnMissing", doing, `${shape.sheet}·${ownCaption(key)}`);
  const lost = given.find(({ at }) => at < 0);
  if (lost) throw new WorkbookRefused("columnMissing", doing, `${shape.sheet}·${lost.field.caption}`);
  const groups: Column[][] = [];
  for (const column of [...given].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last?.at(-1)?.at === column.at - 1) last.push(column);
    else groups.push([column]);
  }
  return groups.map((columns) => ({
    at: columns[0]?.at ?? 0,
    caption: columns[0]?.field.caption ?? "",
    columns,
    values: rows.map((row) =>
      columns.map(({ key, field }) => {
        const answer = row[key];
        return answer === undefined ? null : meant(field, answer);
      }),
    ),
  }));
};

/** Rows below each other in one column: one range on the wire. */
export interface RowRun<T> {
  readonly first: number;
  readonly last: number;
  readonly items: readonly T[];
}

/** Later ones of the same row win. */
export const rowRuns = <T extends { readonly row: number }>(items: readonly T[]): readonly RowRun<T>[] => {
  const byRow = [...new Map(items.map((item) => [item.row, item])).values()].sort((a, b) => a.row - b.row);
  const groups: T[][] = [];
  for (const item of byRow) {
    const last = groups.at(-1);
    if (last?.at(-1)?.row === item.row - 1) last.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => ({
    first: group[0]?.row ?? 0,
    last: group.at(-1)?.row ?? 0,
    items: group,
  }));
};

/** Sets by form and column, so that neighbours go together. */
export const byColumn = (
  sets: readonly SetCell[],
): ReadonlyMap<
  string,
  { readonly form: FormKey; readonly key: string; readonly sets: readonly SetCell[] }
> => {
  const groups = new Map<string, { form: FormKey; key: string; sets: SetCell[] }>();
  for (const set of sets) {
    const name = `${set.form} ${set.key}`;
    const group = groups.get(name) ?? { form: set.form, key: set.key, sets: [] };
    group.sets.push(set);
    groups.set(name, group);
  }
  return groups;
};

/** What else tells the rows of one client apart, though it may be left empty or the program fills it. */
const apart: Readonly<Record<string, readonly string[]>> = {
  applications: ["no"],
  careTasks: ["detail", "dueOn"],
  instalments: ["term"],
};

/**
 * What tells which row it is: whose; and where a client may have several, or a row is nobody's, all that every row must
 * say. People sort 付款计划 and 销控表 while others write.
 */
const tellsWhich =
  ({ key: form }: Register["form"]) =>
  ([key, { kind, need }]: readonly [string, Field]): boolean =>
    kind === "numberStamp" ||
    kind === "clientRef" ||
    (key === "name" && kind !== "computed") ||
    (need === "first" && !(oneRowAClient as readonly string[]).includes(form)) ||
    (apart[form]?.includes(key) ?? false);

/**
 * For a "set" change, the cells of its row that said which it is when the change was decided, as if they were to be
 * set; but for those that are: they are looked at for themselves.
 */
export const guarding = (changes: readonly Change[], basis: SiteBook | undefined): Guards => {
  const place = ({ form, row, key }: Pick<SetCell, "form" | "row" | "key">): string =>
    `${form} ${row} ${key}`;
  const set = new Set(changes.filter(isSet).map(place));
  return ({ form, row }) => {
    const register = basis?.registers[form];
    const index = row - (register?.firstRow ?? 0);
    if (!register || index < 0 || index >= register.count) return [];
    const tells = tellsWhich(register.form);
    return fieldsOf(register.form)
      .filter((each) => tells(each) && register.columns.has(each[0]))
      .filter(([key]) => !set.has(place({ form, row, key })))
      .map(([key]) => ({ kind: "set", form, row, key, was: cellAt(register, key, index), value: null }));
  };
};

const prefixAt = (counters: Register, index: number): string =>
  String(cellAt(counters, "prefix", index) ?? "").trim();

/** R1: counters are raised where they stand, or get a row; never lowered. `was` holds as everywhere. */
export const counterSteps = (counts: readonly Count[], counters: Register): readonly (Append | SetCell)[] => {
  const highest = new Map<string, number>();
  for (const { prefix, highest: number } of counts)
    highest.set(prefix, Math.max(number, highest.get(prefix) ?? 0));
  return [...highest].flatMap(([prefix, number]): (Append | SetCell)[] => {
    const rows = Array.from({ length: counters.count }, (_, index) => index).filter(
      (index) => prefixAt(counters, index) === prefix,
    );
    if (rows.length === 0) return [{ kind: "append", form: "counters", row: { prefix, highest: number } }];
    return rows
      .map((index): { readonly row: number; readonly was: RawCell } => ({
        row: rowNumber(counters, index),
        was: cellAt(counters, "highest", index),
      }))
      .filter(({ was }) => !(typeof was === "number" && was >= number))
      .map(({ row, was }) => ({ kind: "set", form: "counters", row, key: "highest", was, value: number }));
  });
};

/** Two copies gave the same prefix a row at the same moment: all its rows say the highest. */
export const unevenCounters = (counters: Register | undefined): readonly SetCell[] => {
  if (!counters) return [];
  const counts = Array.from({ length: counters.count }, (_, index): Count[] => {
    const highest = cellAt(counters, "highest", index);
    const prefix = prefixAt(counters, index);
    return prefix !== "" && typeof highest === "number" ? [{ kind: "counter", prefix, highest }] : [];
  }).flat();
  return counterSteps(counts, counters).filter(isSet);
};

/** A batch stays well below 5 MB both ways: rows by their texts, cells by what a range of its own takes. */
const bytesPerBatch = 1_200_000;
const setBytes = 700;
const cellBytes = 40;

const weight = (change: Change): number =>
  change.kind === "append"
    ? Object.values(change.row).reduce<number>(
        (sum, answer) => sum + (typeof answer === "string" ? answer.length * 3 : 0) + cellBytes,
        0,
      )
    : setBytes;

/** Counters first: a number may be lost, but never given twice. */
export const batchesOf = (changes: readonly Change[]): readonly (readonly Change[])[] => {
  const batches: Change[][] = [];
  let room = 0;
  for (const change of [...changes.filter(isCount), ...changes.filter((each) => !isCount(each))]) {
    const bytes = weight(change);
    if (room < bytes) {
      batches.push([]);
      room = bytesPerBatch;
    }
    batches.at(-1)?.push(change);
    room -= bytes;
  }
  return batches;
};
