/** Before writing: what stands in the way, and what the cells to be changed hold now. */
import type { FormKey } from "../../domain/forms/index";
import { formOf } from "../../domain/forms/index";
import { blankAt } from "../../domain/register/own-column";
import type { RawCell, Register } from "../../domain/register/register";
import type { Run } from "./excel-run";
import { roundTrip } from "./excel-run";
import { byColumn, rowRuns, type SetCell } from "./write-steps";
import { columnsOf, once, queueShape, tableOf, type TableShape } from "./table-shape";

export interface TableLook extends TableShape {
  /** With what the sheet's protection allows, where it is protected. */
  readonly protection: Excel.WorksheetProtectionOptions | undefined;
  readonly filtered: boolean;
  /** The table's filters, by column. */
  readonly criteria: readonly (Excel.FilterCriteria | null)[];
  /** A totals row stands directly below the records. */
  readonly totals: boolean;
  /** Number formats of the last record, which the rows to come have too. */
  readonly formats: readonly string[];
  /** One row only, and nothing typed into it. */
  readonly blank: boolean;
  /** Something stands in the rows to be written to. */
  readonly occupied: boolean;
}

/** The number format a cell of this column has. */
export const formatOf = (look: TableLook | undefined, key: string): string => {
  const caption = look && blankAt(look.form, key)?.caption;
  const at = caption === undefined ? -1 : (look?.headers.indexOf(caption) ?? -1);
  return look?.formats[at] ?? "";
};

export interface Looked {
  readonly tables: ReadonlyMap<FormKey, TableLook>;
  /** What the cells of "set" changes hold; nothing where the row or column is gone. */
  readonly holds: (set: SetCell) => RawCell | undefined;
  /** The numbers given so far, when there are some to be remembered. */
  readonly counters: Register | undefined;
  /** Rows of the registers that will be read. */
  readonly sizes: ReadonlyMap<FormKey, number>;
}

export interface Target {
  /** How many rows each form gets. */
  readonly appended: ReadonlyMap<FormKey, number>;
  readonly sets: readonly SetCell[];
  readonly counters: boolean;
  /** Forms whose size has to be known for what is read afterwards. */
  readonly alsoRead: readonly FormKey[];
}

export const isTyped = (formula: unknown): boolean =>
  formula !== "" && !(typeof formula === "string" && formula.startsWith("="));

const queueTable = (
  context: Excel.RequestContext,
  key: FormKey,
  appended: number,
): (() => TableLook | undefined) => {
  const table = tableOf(context, key);
  const shape = queueShape(context, key);
  const { protection, autoFilter: sheetFilter } = table.worksheet;
  const { autoFilter } = table;
  const body = once(table.getDataBodyRange());
  const first = once(body.getRow(0));
  const last = once(body.getLastRow());
  const below = once(once(last.getOffsetRange(1, 0)).getResizedRange(Math.max(0, appended - 1), 0));
  table.load("showTotals");
  protection.load("protected,options");
  autoFilter.load("isDataFiltered,criteria");
  sheetFilter.load("isDataFiltered");
  first.load("formulas");
  last.load("numberFormat");
  if (appended > 0) below.load("formulas");
  return () => {
    const found = shape();
    if (found === undefined) return undefined;
    const totals = table.showTotals;
    const rows = appended === 0 ? [] : below.formulas.slice(totals ? 1 : 0);
    return {
      ...found,
      protection: protection.protected ? protection.options : undefined,
      filtered: autoFilter.isDataFiltered || sheetFilter.isDataFiltered,
      criteria: autoFilter.isDataFiltered ? autoFilter.criteria : [],
      totals,
      formats: (last.numberFormat[0] ?? []).map(String),
      blank: found.count === 1 && !(first.formulas[0] ?? []).some(isTyped),
      occupied: rows.some((row) => row.some((cell) => cell !== "")),
    };
  };
};

/** The part of a column that lies in these rows of the sheet, whatever the table's place is by now. */
export const queueColumnRows = (
  context: Excel.RequestContext,
  form: FormKey,
  key: string,
  first: number,
  last: number,
): Excel.Range => {
  const caption = blankAt(formOf(form), key)?.caption ?? key;
  const column = once(tableOf(context, form).columns.getItemOrNullObject(caption).getDataBodyRange());
  return once(column.getIntersectionOrNullObject(`${first}:${last}`));
};

/** What these cells hold at this point of the request; nothing where the row or column is gone. */
export const queueHeld = (
  context: Excel.RequestContext,
  sets: readonly SetCell[],
): (() => (set: SetCell) => RawCell | undefined) => {
  const queued = [...byColumn(sets).values()].flatMap(({ form, key, sets: group }) =>
    rowRuns(group).map((run) => {
      const range = queueColumnRows(context, form, key, run.first, run.last);
      range.load("values,rowIndex");
      return { form, key, range };
    }),
  );
  return () => {
    const held = new Map<string, RawCell>();
    for (const { form, key, range } of queued)
      if (!range.isNullObject)
        range.values.forEach((row, at) =>
          held.set(`${form} ${key} ${range.rowIndex + 1 + at}`, (row[0] ?? null) as RawCell),
        );
    return (set) => held.get(`${set.form} ${set.key} ${set.row}`);
  };
};

const queueCounters = (
  context: Excel.RequestContext,
): ((shape: TableShape | undefined) => Register | undefined) => {
  const body = once(tableOf(context, "counters").getDataBodyRange());
  body.load("values");
  return (shape) =>
    shape && {
      form: shape.form,
      sheet: shape.sheet,
      firstRow: shape.firstRow,
      count: shape.count,
      columns: new Map(
        columnsOf(shape).map(({ key, at }) => [key, body.values.map((row) => (row[at] ?? null) as RawCell)]),
      ),
      missing: [],
      strangers: [],
    };
};

/** One round trip. */
export const look = (target: Target, doing: string, run: Run): Promise<Looked> =>
  roundTrip(
    doing,
    (context) => {
      const written = new Set<FormKey>([
        ...target.appended.keys(),
        ...target.sets.map(({ form }) => form),
        ...(target.counters ? (["counters"] as const) : []),
      ]);
      const tables = [...written].map(
        (key) => [key, queueTable(context, key, target.appended.get(key) ?? 0)] as const,
      );
      const held = queueHeld(context, target.sets);
      const counters = target.counters ? queueCounters(context) : undefined;
      const read = target.alsoRead.map((key) => queueShape(context, key));
      return () => {
        const found = new Map<FormKey, TableLook>();
        for (const [key, table] of tables) {
          const seen = table();
          if (seen) found.set(key, seen);
        }
        const shapes = read.flatMap((shape) => shape() ?? []);
        return {
          tables: found,
          holds: held(),
          counters: counters?.(found.get("counters")),
          sizes: new Map(shapes.map(({ key, count }) => [key, count])),
        };
      };
    },
    run,
  );
