/** R14: what stands of a workbook's structure. Two round trips at most, however long the registers are. */
import { type Area, areaAddress, cellAddress, parseArea } from "../../book/address";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { formulaOf } from "../plan/formulas";
import type { Cell } from "../../book/book";
import { lineArea, lineBlocks } from "../plan/home-hidden";
import type {
  Candidate,
  ColumnSeen,
  DictionarySeen,
  Inspected,
  RuleSeen,
  TableSeen,
} from "../plan/inspected";
import { metaKeys } from "../plan/ledger-sheet";
import type { RowSpan } from "../plan/repair";
import { mayLackRows } from "../plan/rows-below";
import { lineAnswer } from "../plan/setting-line";
import { dictionarySheet, homeSheet, settingsSheet } from "../plan/site-sheet";
import {
  candidateSheets,
  hasStrangers,
  mostBelow,
  mostChoices,
  mostLines,
  mostSamples,
  mostTyped,
  renamedDictionary,
  rowsLooked,
} from "../plan/where-to-look";
import { type Run, roundTrip } from "./excel-run";
import { alertSeen, ruleSeen } from "./rule-seen";
import { once, queueShape, tableOf } from "./table-shape";

const doing = "检查表格结构";

type Cells = readonly (readonly RawCell[])[];

/** "来访登记!F7,来访登记!F9:F12" as rows. */
const spansOf = (areas: readonly Area[]): readonly RowSpan[] =>
  areas.map(({ top, bottom }) => ({ first: top, last: bottom })).sort((a, b) => a.first - b.first);

const queueAreas = (range: Excel.Range, kind: "Constants" | "Blanks"): (() => readonly Area[]) => {
  // A lone cell may be taken for the whole sheet, as the dialog does: only what lies in the range counts.
  const found = range.getSpecialCellsOrNullObject(kind).getIntersectionOrNullObject(range);
  found.load("address");
  return () =>
    found.isNullObject ? [] : found.address.split(",").flatMap((each) => parseArea(each.trim()) ?? []);
};

const queueColumn = (
  context: Excel.RequestContext,
  key: FormKey,
  field: string,
): (() => ColumnSeen | undefined) => {
  const caption = formOf(key).fields[field]?.caption ?? "";
  const column = once(tableOf(context, key).columns.getItemOrNullObject(caption).getDataBodyRange());
  const { dataValidation } = column;
  column.load("rowIndex");
  dataValidation.load("type,rule,errorAlert");
  const computed = formulaOf(key, field) !== undefined;
  const constants = computed ? queueAreas(column, "Constants") : () => [];
  const blanks = computed ? queueAreas(column, "Blanks") : () => [];
  return () =>
    column.isNullObject
      ? undefined
      : {
          rule: ruleSeen(dataValidation.type, dataValidation.rule),
          alert: alertSeen(dataValidation.errorAlert),
          constants: spansOf(constants()),
          blanks: spansOf(blanks()),
          typed: [],
        };
};

const queueHighlights = (range: Excel.Range): (() => readonly string[]) => {
  const { conditionalFormats } = range;
  conditionalFormats.load("items/type,items/customOrNullObject/rule/formula");
  return () =>
    conditionalFormats.items.flatMap(({ customOrNullObject: custom }) =>
      custom.isNullObject ? [] : [custom.rule.formula],
    );
};

const queueTable = (context: Excel.RequestContext, key: FormKey): (() => TableSeen | undefined) => {
  const table = tableOf(context, key);
  const shape = queueShape(context, key);
  const body = once(table.getDataBodyRange());
  const [first, last] = [once(body.getRow(0)), once(body.getLastRow())];
  const columns = once(once(table.getRange()).getEntireColumn());
  const used = once(columns.getUsedRangeOrNullObject(true));
  const above = once(columns.getIntersectionOrNullObject("1:3"));
  table.load("showTotals");
  first.load("formulas");
  last.load("formulas");
  used.load("rowIndex,rowCount");
  above.load("formulas");
  const asked = fieldsOf(formOf(key)).map(
    ([field, { caption }]) => [caption, queueColumn(context, key, field)] as const,
  );
  const highlights = [queueHighlights(first), queueHighlights(last)] as const;
  return () => {
    const found = shape();
    if (found === undefined) return undefined;
    const seen = new Map<string, ColumnSeen>();
    for (const [caption, read] of asked) {
      const column = read();
      if (column !== undefined) seen.set(caption, column);
    }
    const headerRow = found.firstRow - 2;
    return {
      key,
      sheet: found.sheet,
      headerRow,
      left: found.left,
      headers: found.headers,
      count: found.count,
      totals: table.showTotals,
      firstFormulas: (first.formulas[0] ?? []) as RawCell[],
      lastFormulas: (last.formulas[0] ?? []) as RawCell[],
      columns: seen,
      firstHighlights: highlights[0](),
      lastHighlights: highlights[1](),
      usedBottom: used.isNullObject ? headerRow + found.count : used.rowIndex + used.rowCount - 1,
      titled:
        headerRow === 3
          ? above.formulas.slice(0, 2).some((row) => row.some((cell) => cell !== ""))
          : undefined,
      samples: [],
      below: [],
    };
  };
};

/** The top of a sheet, "1:60", as if it began at A1. */
export const queueCells = (
  sheet: Excel.Worksheet,
  top: string,
  what: "values" | "formulas" = "values",
): (() => Cells) => {
  const found = once(once(sheet.getUsedRangeOrNullObject(true)).getIntersectionOrNullObject(top));
  found.load(`${what},rowIndex,columnIndex`);
  return () => {
    if (found.isNullObject) return [];
    const before = new Array<RawCell>(found.columnIndex).fill(null);
    return [
      ...Array.from({ length: found.rowIndex }, () => []),
      ...(found[what] as Cells).map((row) => [...before, ...row]),
    ];
  };
};

/** What stands in a cell of the line that is no formula any more: nobody is told more of a hidden cell. */
const typedOver = "…";

/** 首页's formulas. Of its line, which is long, only where something else stands is asked. */
const queueHome = (home: Excel.Worksheet): (() => Cells) => {
  const seen = queueCells(home, `A1:${cellAddress(rowsLooked - 1, lineArea.left - 1)}`, "formulas");
  const used = once(home.getUsedRangeOrNullObject(true));
  const line = once(used.getIntersectionOrNullObject(areaAddress(lineArea)));
  line.load("address");
  const [typed, blank] = [queueAreas(line, "Constants"), queueAreas(line, "Blanks")];
  return () => {
    const cells = seen().map((row) => [...row]);
    const there = line.isNullObject ? undefined : parseArea(line.address);
    const [over, gone] = [typed(), blank()];
    const now = (row: number, column: number, cell: Cell): RawCell => {
      const lies = ({ top, left, bottom, right }: Area): boolean =>
        row >= top && row <= bottom && column >= left && column <= right;
      if (there === undefined || !lies(there) || gone.some(lies)) return null;
      if (over.some(lies)) return typedOver;
      return typeof cell === "object" && cell !== null ? cell.formula : cell;
    };
    for (const { at, rows } of lineBlocks) {
      const { top, left } = parseArea(at) ?? lineArea;
      rows.forEach((row, down) => {
        const shown = (cells[top + down] ??= []);
        row.forEach((cell, across) => (shown[left + across] = now(top + down, left + across, cell)));
      });
    }
    return cells;
  };
};

const bottomOf = ({ headerRow, count, totals }: TableSeen): number => headerRow + count + (totals ? 1 : 0);

/** What stands below a table, of the top of its sheet. */
const belowIn = (cells: Cells, table: TableSeen): Cells =>
  cells.slice(bottomOf(table) + 1).map((row) => table.headers.map((_, at) => row[table.left + at] ?? null));

/** Below the lines of 设置 stand notes of the plan's own: they are read with the top of the sheet. */
const hasRowsBelow = (table: TableSeen): boolean =>
  table.key !== "settingLines" && mayLackRows(table.key) && table.usedBottom > bottomOf(table);

/** The rules of 设置's answers, from the first line. */
const queueLineRules = (context: Excel.RequestContext): (() => readonly RuleSeen[] | undefined) => {
  const answers = once(
    tableOf(context, "settingLines").columns.getItemOrNullObject(lineAnswer).getDataBodyRange(),
  );
  answers.load("rowCount");
  const rules = Array.from({ length: mostLines }, (_, at) => {
    const { dataValidation } = once(answers.getCell(at, 0));
    dataValidation.load("type,rule");
    return dataValidation;
  });
  return () =>
    answers.isNullObject
      ? undefined
      : rules.slice(0, answers.rowCount).map(({ type, rule }) => ruleSeen(type, rule));
};

interface First {
  readonly seen: Inspected;
  readonly allTables: readonly { readonly name: string; readonly sheet: string }[];
}

const lookFirst = (run: Run): Promise<First> =>
  roundTrip(
    doing,
    (context) => {
      const { worksheets, names, tables: standing } = context.workbook;
      worksheets.load("items/name,items/position");
      standing.load("items/name,items/worksheet/name");
      names.load("items/name,items/formula");
      const meta = once(tableOf(context, "meta").getDataBodyRange());
      const lines = once(
        tableOf(context, "settingLines").columns.getItemOrNullObject("设置项").getDataBodyRange(),
      );
      meta.load("values");
      lines.load("values");
      const dictionary = worksheets.getItemOrNullObject(dictionarySheet);
      dictionary.load("name");
      const choices = queueCells(dictionary, `1:${mostChoices}`);
      const tables = formKeys.map((key) => queueTable(context, key));
      const settings = queueCells(tableOf(context, "settingLines").worksheet, `1:${mostChoices}`, "formulas");
      const rules = queueLineRules(context);
      const home = worksheets.getItemOrNullObject(homeSheet);
      home.load("name");
      const figures = queueHome(home);
      return () => {
        const found = new Map<FormKey, TableSeen>();
        for (const read of tables) {
          const table = read();
          if (table !== undefined) found.set(table.key, table);
        }
        const own = lines.isNullObject ? undefined : settings();
        const kept = found.get("settingLines");
        if (own && kept) found.set("settingLines", { ...kept, below: belowIn(own, kept) });
        const version = meta.isNullObject
          ? 0
          : Number(meta.values.find(([name]) => String(name).trim() === metaKeys.version)?.[1] ?? 0) || 0;
        return {
          seen: {
            version,
            sheets: worksheets.items.map(({ name, position }) => ({ name, position })),
            tables: found,
            candidates: [],
            names: new Map(names.items.map(({ name, formula }) => [name, String(formula)])),
            lines: lines.isNullObject ? undefined : lines.values.map(([line]) => String(line).trim()),
            lineRules: rules(),
            dictionary: dictionary.isNullObject ? undefined : { sheet: dictionarySheet, cells: choices() },
            settings: own && { sheet: kept?.sheet ?? settingsSheet, cells: own },
            home: home.isNullObject ? undefined : figures(),
          },
          allTables: standing.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.name })),
        };
      };
    },
    run,
  );

const queueCandidate = (
  context: Excel.RequestContext,
  name: string,
  allTables: First["allTables"],
): (() => Candidate) => {
  const sheet = context.workbook.worksheets.getItem(name);
  const cells = queueCells(sheet, `1:${rowsLooked}`);
  const used = once(sheet.getUsedRangeOrNullObject(true));
  used.load("rowIndex,rowCount");
  const tables = allTables
    .filter((each) => each.sheet === name)
    .map((each) => {
      const range = once(context.workbook.tables.getItem(each.name).getRange());
      range.load("address");
      return { name: each.name, range };
    });
  return () => ({
    sheet: name,
    rows: cells(),
    bottom: used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1,
    tables: tables.flatMap((each) => {
      const area = parseArea(each.range.address);
      return area === undefined ? [] : [{ name: each.name, ...area }];
    }),
  });
};

/** Values of places on a table's sheet. */
const queueValues = (
  context: Excel.RequestContext,
  { key, left, headers }: TableSeen,
  top: number,
  count: number,
): (() => Cells) => {
  const range = once(tableOf(context, key).worksheet.getRangeByIndexes(top, left, count, headers.length));
  range.load("values");
  return () => range.values as Cells;
};

interface Second {
  readonly candidates: readonly Candidate[];
  readonly tables: ReadonlyMap<FormKey, Partial<Pick<TableSeen, "samples" | "below" | "columns">>>;
  readonly dictionary: DictionarySeen | undefined;
}

const typedOf = (
  context: Excel.RequestContext,
  table: TableSeen,
): (() => ReadonlyMap<string, ColumnSeen>) => {
  const asked = [...table.columns].map(([caption, column]) => {
    const left = table.left + table.headers.indexOf(caption);
    const ranges = column.constants.slice(0, mostTyped).map(({ first, last }) => {
      const count = Math.min(mostTyped, last - first + 1);
      const range = once(tableOf(context, table.key).worksheet.getRangeByIndexes(first, left, count, 1));
      range.load("values");
      return { first, range };
    });
    return { caption, column, ranges };
  });
  return () =>
    new Map(
      asked.map(({ caption, column, ranges }) => [
        caption,
        {
          ...column,
          typed: ranges.flatMap(({ first, range }) =>
            range.values.map((row, at) => ({ row: first + at, value: (row[0] ?? null) as RawCell })),
          ),
        },
      ]),
    );
};

const lookSecond = (
  { seen: first, allTables }: First,
  sheets: readonly string[],
  dictionary: string | undefined,
  run: Run,
): Promise<Second> =>
  roundTrip(
    doing,
    (context) => {
      const candidates = sheets.map((name) => queueCandidate(context, name, allTables));
      const cells =
        dictionary === undefined
          ? undefined
          : queueCells(context.workbook.worksheets.getItem(dictionary), `1:${mostChoices}`);
      const tables = [...first.tables.values()].map((table) => {
        const bottom = bottomOf(table);
        const samples = hasStrangers(table)
          ? queueValues(context, table, table.headerRow + 1, Math.min(table.count, mostSamples))
          : undefined;
        const below = hasRowsBelow(table)
          ? queueValues(context, table, bottom + 1, Math.min(table.usedBottom - bottom, mostBelow))
          : undefined;
        const overwritten = [...table.columns.values()].some(({ constants }) => constants.length > 0);
        return { table, samples, below, typed: overwritten ? typedOf(context, table) : undefined };
      });
      return () => ({
        candidates: candidates.map((read) => read()),
        dictionary:
          dictionary === undefined || cells === undefined ? undefined : { sheet: dictionary, cells: cells() },
        tables: new Map(
          tables.map(({ table, samples, below, typed }) => [
            table.key,
            {
              ...(samples && { samples: samples() }),
              ...(below && { below: below() }),
              ...(typed && { columns: typed() }),
            },
          ]),
        ),
      });
    },
    run,
  );

const isQuiet = ({ tables }: Inspected): boolean =>
  [...tables.values()].every(
    (table) =>
      !hasStrangers(table) &&
      !hasRowsBelow(table) &&
      [...table.columns.values()].every(({ constants }) => constants.length === 0),
  );

/** One round trip where all is well, two otherwise. */
export const inspect = async (run: Run = {}): Promise<Inspected> => {
  const first = await lookFirst(run);
  const { seen } = first;
  const sheets = candidateSheets(seen);
  const renamed = seen.dictionary === undefined ? renamedDictionary(seen) : undefined;
  if (sheets.length === 0 && renamed === undefined && isQuiet(seen)) return seen;
  const more = await lookSecond(first, sheets, renamed, run);
  return {
    ...seen,
    candidates: more.candidates,
    dictionary: seen.dictionary ?? more.dictionary,
    tables: new Map([...seen.tables].map(([key, table]) => [key, { ...table, ...more.tables.get(key) }])),
  };
};
