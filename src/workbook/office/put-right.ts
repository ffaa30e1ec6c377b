/** After a write, what a colleague or the host made of it: rows the table did not take in, cells that came out otherwise. */
import type { Value } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import type { RawCell, Row } from "../../domain/register/register";
import { numberFormatOf } from "../plan/cells";
import { type Differing, WorkbookRefused } from "../port";
import { meant, onTheWire, sameCell, textFormat } from "./cell-text";
import { roundTrip, type Run, supports } from "./excel-run";
import type { Looked, TableLook } from "./look";
import { formatOf, queueColumnRows } from "./look";
import type { Leave } from "./obstacles";
import { queueObstacles } from "./obstacles";
import { type Column, once, tableOf } from "./table-shape";
import { takeBack } from "./take-back";
import type { SetCell } from "./write-steps";
import { type BlockWritten, type Placed, type Rows, type Trip, unguarded, writeTrip } from "./write-trip";

interface Writing {
  readonly doing: string;
  readonly run: Run;
  readonly leave: Leave;
}

export interface PutRight {
  /** By form, the rows handed in, in order. */
  readonly placed: ReadonlyMap<FormKey, readonly Placed[]>;
  readonly outrun: readonly SetCell[];
  readonly differing: readonly Differing[];
  /** Something had to be written again: what was read in the first request is no longer true. */
  readonly disturbed: boolean;
}

interface Meant {
  readonly look: TableLook;
  readonly row: number;
  readonly key: string;
  readonly value: Value;
}

type Again = (work: (context: Excel.RequestContext) => void) => Promise<void>;

const again =
  (tables: Iterable<TableLook>, { doing, run }: Writing): Again =>
  (work) =>
    roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, [...tables]);
        obstacles.open();
        work(context);
        obstacles.close();
        return () => undefined;
      },
      { ...run, undoStep: true },
    );

const rangeOfRun = (
  context: Excel.RequestContext,
  look: TableLook,
  block: BlockWritten,
  run: BlockWritten["runs"][number],
): Excel.Range => {
  const top = (block.placed[0]?.row ?? 1) - 1;
  const sheet = tableOf(context, look.key).worksheet;
  return once(sheet.getRangeByIndexes(top, block.left + run.at, block.placed.length, run.columns.length));
};

/** Did the table take the rows in, when asked now? */
const tookIn = (blocks: readonly BlockWritten[], doing: string, run: Run): Promise<readonly boolean[]> =>
  roundTrip(
    doing,
    (context) => {
      const queued = blocks.map((block) => {
        const body = once(tableOf(context, block.form).getDataBodyRange());
        body.load("rowIndex,rowCount");
        return { block, body };
      });
      return () =>
        queued.map(({ block, body }) => body.rowIndex + body.rowCount >= (block.placed.at(-1)?.row ?? 0));
    },
    run,
  );

/** Once more: the table's own resizing where the host has it, else the cells anew, the first one alone before the rest. */
const growAgain = (block: BlockWritten, { look, rows }: Rows, work: Again): Promise<void> =>
  work((context) => {
    const ranges = block.runs.map((run) => ({ run, range: rangeOfRun(context, look, block, run) }));
    if (supports("1.13")) {
      const table = tableOf(context, look.key);
      for (const { range } of ranges) table.resize(once(once(table.getRange()).getBoundingRect(range)));
      return;
    }
    for (const { range } of ranges) range.clear("Contents");
    for (const { run, range } of ranges) {
      const values = rows.slice(block.from, block.from + block.placed.length).map((row) =>
        run.columns.map(({ key, field, at }): Value => {
          const answer = row[key];
          return answer === undefined ? null : onTheWire(meant(field, answer), look.formats[at] ?? "");
        }),
      );
      once(range.getCell(0, 0)).values = [[values[0]?.[0] ?? null]];
      range.values = values;
    }
  });

/** The cells of rows that no table has, as if they had never been written. */
const clearBlocks = (blocks: readonly BlockWritten[], looked: Looked, work: Again): Promise<void> =>
  work((context) => {
    for (const block of blocks) {
      const look = looked.tables.get(block.form);
      if (look) for (const run of block.runs) rangeOfRun(context, look, block, run).clear("Contents");
    }
  });

/** R20: as text cells, which keep a text whatever it looks like; other cells in the format of their field. */
const writeAgain = (cells: readonly Meant[], work: Again): Promise<void> =>
  work((context) => {
    for (const { look, row, key, value } of cells) {
      const field = look.form.fields[key];
      const range = queueColumnRows(context, look.key, key, row, row);
      const format = typeof value === "string" || field === undefined ? textFormat : numberFormatOf(field);
      range.numberFormat = [[format]];
      range.values = [[onTheWire(value, format)]];
    }
  });

const holdNow = (
  cells: readonly Meant[],
  doing: string,
  run: Run,
): Promise<readonly (RawCell | undefined)[]> =>
  roundTrip(
    doing,
    (context) => {
      const ranges = cells.map(({ look, row, key }) => {
        const range = queueColumnRows(context, look.key, key, row, row);
        range.load("values");
        return range;
      });
      return () =>
        ranges.map((range) => (range.isNullObject ? undefined : ((range.values[0]?.[0] ?? null) as RawCell)));
    },
    run,
  );

const meantCells = (look: TableLook, placed: Placed, row: Row): readonly Meant[] =>
  Object.entries(placed.cells).flatMap(([key, holds]) => {
    const [answer, field] = [row[key], look.form.fields[key]];
    if (answer === undefined || field === undefined) return [];
    const value = meant(field, answer);
    return sameCell(holds, value) ? [] : [{ look, row: placed.row, key, value }];
  });

/**
 * A colleague had taken the blank first row at the same moment: it is theirs again, ours go below, in one request.
 * What somebody changed in the row while it looked like ours goes along.
 */
const moveBelow = async (
  stolen: readonly BlockWritten[],
  rows: readonly Rows[],
  looked: Looked,
  { doing, run }: Writing,
): Promise<readonly BlockWritten[]> => {
  const own = stolen.flatMap((block) => {
    const found = rows.find(({ look }) => look.key === block.form);
    return found ? [{ block, ...found }] : [];
  });
  const below = own.map(({ look, rows: each }) => ({
    look: { ...look, blank: false },
    rows: each.slice(0, 1),
  }));
  const held: {
    readonly block: BlockWritten;
    readonly columns: readonly Column[];
    readonly range: Excel.Range;
  }[] = [];
  const restore = (context: Excel.RequestContext): void => {
    held.length = 0;
    for (const { block, look } of own)
      for (const run of block.runs) {
        const now = rangeOfRun(context, look, block, run);
        now.load("values");
        held.push({ block, columns: run.columns, range: now });
        rangeOfRun(context, look, block, run).values = [
          run.columns.map(({ at }) => onTheWire(block.overwrote?.[at] ?? "", look.formats[at] ?? "")),
        ];
      }
  };
  const moved = await writeTrip(
    below,
    [],
    looked.tables,
    () => () => undefined,
    doing,
    run,
    unguarded,
    restore,
  );
  const along = held.flatMap(({ block, columns, range }): SetCell[] => {
    const [ours, ...rest] = block.placed;
    const row = moved.blocks.find(({ form }) => form === block.form)?.placed[0]?.row;
    if (ours === undefined || rest.length > 0 || row === undefined) return [];
    return columns.flatMap(({ key }, at): SetCell[] => {
      const now = (range.values[0]?.[at] ?? null) as RawCell;
      const was = ours.cells[key] ?? null;
      if (sameCell(now, was) || typeof now === "boolean") return [];
      return [{ kind: "set", form: block.form, row, key, was, value: now }];
    });
  });
  if (along.length === 0) return moved.blocks;
  await writeTrip([], along, looked.tables, () => () => undefined, doing, run);
  return moved.blocks;
};

interface Lent {
  readonly set: SetCell;
  /** What the cell holds as far as we know: ours. */
  readonly ours: RawCell;
  readonly theirs: RawCell;
}

const mostRounds = 5;

/** A colleague's value that we wrote over, since it came while our request was under way; again if one comes meanwhile. */
const giveBack = async (
  overtaken: Trip<unknown>["cells"],
  looked: Looked,
  { doing, run }: Writing,
): Promise<void> => {
  let lent = overtaken.map(({ set, before, after }): Lent => ({
    set,
    ours: after ?? null,
    theirs: before ?? null,
  }));
  for (let round = 0; round < mostRounds && lent.length > 0; round++) {
    const current = lent;
    lent = await roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, [...looked.tables.values()]);
        obstacles.open();
        const ranges = current.map(({ set, theirs }) => {
          const [before, range] = [
            queueColumnRows(context, set.form, set.key, set.row, set.row),
            queueColumnRows(context, set.form, set.key, set.row, set.row),
          ];
          before.load("values");
          range.values = [[onTheWire(theirs ?? "", formatOf(looked.tables.get(set.form), set.key))]];
          return before;
        });
        obstacles.close();
        return () =>
          current.flatMap(({ set, ours, theirs }, at): Lent[] => {
            const range = ranges[at];
            const held = range && !range.isNullObject ? ((range.values[0]?.[0] ?? null) as RawCell) : ours;
            return sameCell(held, ours) ? [] : [{ set, ours: theirs, theirs: held }];
          });
      },
      { ...run, undoStep: true },
    );
  }
};

/**
 * No round trip when nothing came between.
 * @throws WorkbookRefused "tableDidNotGrow"; nothing of the write is left then.
 */
export const putRight = async (
  trip: Trip<unknown>,
  rows: readonly Rows[],
  looked: Looked,
  writing: Writing,
): Promise<PutRight> => {
  const { doing, run, leave } = writing;
  const work = again(looked.tables.values(), writing);
  const rowsOf = (form: FormKey): Rows | undefined => rows.find(({ look }) => look.key === form);
  let disturbed = false;
  let blocks = trip.blocks;

  const stolen = trip.blocks.filter(({ overwrote }) => overwrote !== undefined);
  if (stolen.length > 0) {
    disturbed = true;
    const moved = await moveBelow(stolen, rows, looked, writing);
    blocks = [...blocks.filter((block) => !stolen.includes(block)), ...moved];
  }

  const outside = blocks.filter(({ grew }) => !grew);
  if (outside.length > 0) {
    disturbed = true;
    for (const block of outside) {
      const own = rowsOf(block.form);
      if (own) await growAgain(block, own, work);
    }
    const taken = await tookIn(outside, doing, run);
    const lost = outside.filter((_, at) => taken[at] !== true);
    const [first] = lost;
    if (first) {
      await clearBlocks(lost, looked, work);
      const rest = blocks.filter((block) => !lost.includes(block)).flatMap(({ placed }) => placed);
      const cells = trip.cells.map(({ set, before, after }) => ({
        form: set.form,
        row: set.row,
        key: set.key,
        was: before ?? null,
        now: after ?? null,
      }));
      await takeBack({ doing, rows: rest, cells }, leave, doing, run);
      throw new WorkbookRefused("tableDidNotGrow", doing, looked.tables.get(first.form)?.sheet ?? first.form);
    }
  }

  const placed = new Map<FormKey, Placed[]>();
  for (const block of blocks) {
    const list = placed.get(block.form) ?? [];
    block.placed.forEach((each, at) => (list[block.from + at] = each));
    placed.set(block.form, list);
  }

  const overtaken = trip.cells.filter(({ set, before, shifted }) => {
    if (before === undefined) return false;
    if (shifted) return true;
    if (set.form !== "counters") return !sameCell(before, set.was);
    // Counters only rise: a higher number of a colleague's stays.
    return typeof before === "number" && typeof set.value === "number" && before > set.value;
  });
  const lookAt = (form: FormKey): TableLook | undefined => looked.tables.get(form);
  if (overtaken.length > 0) {
    disturbed = true;
    await giveBack(overtaken, looked, writing);
  }

  const wrong: Meant[] = [];
  for (const { look, rows: each } of rows)
    each.forEach((row, at) => {
      const one = placed.get(look.key)?.[at];
      if (one) wrong.push(...meantCells(look, one, row));
    });
  for (const { set, after } of trip.cells) {
    const [look, field] = [lookAt(set.form), formField(looked, set)];
    if (!look || !field || overtaken.some(({ set: other }) => other === set)) continue;
    const value = set.value === null ? null : meant(field, set.value);
    if (!sameCell(after, value)) wrong.push({ look, row: set.row, key: set.key, value });
  }
  if (wrong.length > 0) {
    disturbed = true;
    await writeAgain(wrong, work);
  }
  const now = wrong.length > 0 ? await holdNow(wrong, doing, run) : [];
  const differing = wrong.flatMap(({ look, row, key, value }, at): Differing[] => {
    const holds = now[at];
    return sameCell(holds, value) ? [] : [{ form: look.key, row, key, wanted: value, holds: holds ?? null }];
  });
  return { placed, outrun: overtaken.map(({ set }) => set), differing, disturbed };
};

const formField = (looked: Looked, set: SetCell): TableLook["form"]["fields"][string] | undefined =>
  looked.tables.get(set.form)?.form.fields[set.key];
