/** R14: columns of a table given back their names, added, moved back; rows below it taken in. */
import type { Value } from "../../book/book";
import { type FormKey, formOf } from "../../domain/forms/index";
import { WorkbookRefused } from "../port";
import { placeOf } from "../plan/column-place";
import type { Ground } from "../plan/ground";
import type { Repair } from "../plan/repair";
import { columnLooks } from "../plan/standing-looks";
import { putLook, putSizes } from "./build-look";
import { onTheWire } from "./cell-text";
import { type Run, roundTrip, supports } from "./excel-run";
import { doing, shapeNow, wholeColumn, type Work } from "./repairing";
import { once, tableOf, type TableShape } from "./table-shape";

type ColumnRepair = Extract<
  Repair,
  { readonly kind: "renameColumn" | "addColumn" | "moveColumn" | "takeIn" }
>;

interface Table extends TableShape {
  /** No other table stands right of it on its sheet. */
  readonly alone: boolean;
  readonly now: string[];
}

/**
 * A new column of the table. Beside other tables a whole column of the sheet comes: cells of the table alone would be
 * pushed through the next one, which Excel refuses.
 */
const queueNewColumn = (context: Excel.RequestContext, table: Table, at: number, name: string): void => {
  const own = tableOf(context, table.key);
  if (table.alone) {
    own.columns.add(at, undefined, name);
    return;
  }
  const sheet = own.worksheet;
  const column = table.left + at;
  wholeColumn(sheet, column).insert("Right");
  if (at > 0 && at < table.now.length) {
    own.columns.getItemAt(at).name = name;
    return;
  }
  const range = once(
    sheet.getRangeByIndexes(table.firstRow - 2, table.left, table.count + 1, table.now.length + 1),
  );
  once(sheet.getRangeByIndexes(table.firstRow - 2, column, 1, 1)).values = [[name]];
  own.resize(range);
};

/** Nothing of anybody's stands above or below the table in this column, the title aside. */
const isFree = async (table: Table, at: number, run: Run): Promise<boolean> =>
  roundTrip(
    doing,
    (context) => {
      const used = once(
        wholeColumn(tableOf(context, table.key).worksheet, table.left + at).getUsedRangeOrNullObject(true),
      );
      used.load("rowIndex,rowCount");
      return () => used.isNullObject || used.rowIndex + used.rowCount <= table.firstRow - 1 + table.count;
    },
    run,
  );

const looksAnew = (
  context: Excel.RequestContext,
  ground: Ground,
  table: Table,
  key: string,
  at: number,
): void => {
  const sheet = tableOf(context, table.key).worksheet;
  const { looks, width } = columnLooks(ground, table.key, key, table.left + at, table);
  for (const look of looks) putLook(sheet, look);
  if (width !== undefined) putSizes(sheet, { columns: [{ column: table.left + at, width }], rows: [] });
};

/** At the edge of a table beside others only the table's own resizing will do. */
const withRoom = (table: Table, at: number): void => {
  const edge = at === 0 || at === table.now.length;
  if (!table.alone && edge && !supports("1.13"))
    throw new WorkbookRefused("tableDidNotGrow", doing, table.sheet);
};

/** Rows below the table become its own; a host without resizing takes in what is written anew right below. */
const takeIn = async (bottom: number, table: Table, work: Work, run: Run): Promise<void> => {
  const top = table.firstRow - 2;
  const rows = bottom - top - table.count;
  if (rows <= 0) return;
  if (supports("1.13")) {
    await work((context) => {
      const own = tableOf(context, table.key);
      own.resize(
        once(own.worksheet.getRangeByIndexes(top, table.left, table.count + 1 + rows, table.now.length)),
      );
      return () => undefined;
    });
    return;
  }
  const below = (context: Excel.RequestContext): Excel.Range =>
    once(
      tableOf(context, table.key).worksheet.getRangeByIndexes(
        top + table.count + 1,
        table.left,
        rows,
        table.now.length,
      ),
    );
  const held = await roundTrip(
    doing,
    (context) => {
      const range = below(context);
      range.load("formulas,numberFormat");
      return () => ({ formulas: range.formulas, formats: range.numberFormat });
    },
    run,
  );
  await work((context) => {
    below(context).formulas = held.formulas.map((row, at) =>
      row.map((cell: Value, column) =>
        typeof cell === "string" && cell.startsWith("=")
          ? cell
          : onTheWire(cell, String(held.formats[at]?.[column] ?? "")),
      ),
    );
    return () => undefined;
  });
};

/** One table's column repairs, in an order in which each finds the others done. */
export const repairColumns = async (
  form: FormKey,
  repairs: readonly ColumnRepair[],
  ground: Ground,
  work: Work,
  run: Run,
): Promise<void> => {
  const shape = await shapeNow(form, run);
  if (shape === undefined) throw new WorkbookRefused("tableMissing", doing, formOf(form).sheet);
  const beside = [...ground.seen.tables.values()].some(
    ({ key, sheet, left }) => key !== form && sheet === shape.sheet && left > shape.left,
  );
  const before: Table = { ...shape, alone: !beside, now: [...shape.headers] };
  // Rows first: they were written under the columns as these stand now, and move with them.
  for (const repair of repairs) if (repair.kind === "takeIn") await takeIn(repair.bottom, before, work, run);
  const grown = repairs.some(({ kind }) => kind === "takeIn") ? await shapeNow(form, run) : shape;
  const table: Table = { ...before, count: grown?.count ?? shape.count };
  for (const repair of repairs)
    if (repair.kind === "renameColumn" && table.now.includes(repair.from)) {
      await work((context) => {
        tableOf(context, form).columns.getItem(repair.from).name = repair.to;
        return () => undefined;
      });
      table.now[table.now.indexOf(repair.from)] = repair.to;
    }
  const moving = new Set(repairs.flatMap((each) => (each.kind === "moveColumn" ? [each.key] : [])));
  for (const repair of repairs)
    if (repair.kind === "addColumn") {
      const caption = formOf(form).fields[repair.key]?.caption ?? repair.key;
      if (table.now.includes(caption)) continue;
      const at = placeOf(form, repair.key, table.now, moving);
      withRoom(table, at);
      await work((context) => {
        queueNewColumn(context, table, at, caption);
        looksAnew(context, ground, table, repair.key, at);
        return () => undefined;
      });
      table.now.splice(at, 0, caption);
    }
  for (const repair of repairs)
    if (repair.kind === "moveColumn") {
      moving.delete(repair.key);
      await moveBack(repair.key, table, moving, ground, work, run);
    }
  for (const repair of repairs) if (repair.kind === "takeIn") await takeIn(repair.bottom, table, work, run);
};

/** Copied to its place with everything in its cells, then the old one goes. */
const moveBack = async (
  key: string,
  table: Table,
  moving: ReadonlySet<string>,
  ground: Ground,
  work: Work,
  run: Run,
): Promise<void> => {
  const caption = formOf(table.key).fields[key]?.caption ?? key;
  const from = table.now.indexOf(caption);
  if (from < 0) return;
  // Its own place is no neighbour's.
  const at = placeOf(table.key, key, table.now, new Set([...moving, key]));
  if (at === from || at === from + 1) return;
  withRoom(table, at);
  if (!table.alone && !(await isFree(table, from, run))) return;
  await work((context) => {
    const own = tableOf(context, table.key);
    const waiting = `${caption}~`;
    queueNewColumn(context, table, at, waiting);
    const old = own.columns.getItem(caption);
    once(own.columns.getItem(waiting).getDataBodyRange()).copyFrom(once(old.getDataBodyRange()), "All");
    if (table.alone) old.delete();
    else wholeColumn(own.worksheet, table.left + (at <= from ? from + 1 : from)).delete("Left");
    own.columns.getItem(waiting).name = caption;
    looksAnew(context, ground, table, key, at <= from ? at : at - 1);
    return () => undefined;
  });
  table.now.splice(at, 0, caption);
  table.now.splice(at <= from ? from + 1 : from, 1);
};
