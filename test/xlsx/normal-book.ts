/**
 * The one form of a book among all that say the same: what a file keeps of it.
 * - cells by address, formulas as Excel shows them; what holds nothing is not there;
 * - looks cell by cell, laid over each other, without what is Excel's default (宋体 11, General, locked …): by
 *   rectangles between all edges any look has;
 * - rules for several ranges as one for each; places of links and charts without needless quotes;
 * - columns, rows and comments in order; margins the writer gives anyway unsaid; numbers written as texts are numbers.
 */
import { areaAddress, cellAddress, parseArea, parseSheetRange } from "../../src/book/address";
import type { Book, Cell, Chart, Look, RangeLook, Sheet, Table, ValidationRule } from "../../src/book/book";
import { lastColumn, lastRow } from "../../src/book/book";
import { toFileFormula, toShownFormula } from "../../src/book/structured";

const areaOf = (range: string) => {
  const area = parseArea(range);
  if (!area) throw new Error(`no range: ${range}`);
  return area;
};

const plainFormula = (formula: string, table?: string): string =>
  toShownFormula(toFileFormula(formula.startsWith("=") ? formula : `=${formula}`, table), table);

const cellsOf = ({ blocks, tables }: Sheet): Readonly<Record<string, Cell>> => {
  const placed = tables.map((table) => ({ name: table.name, area: areaOf(table.range) }));
  const cells: Record<string, Cell> = Object.create(null) as Record<string, Cell>;
  for (const { at, rows } of blocks) {
    const { top, left } = areaOf(at);
    rows.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell === null) return;
        const [row, column] = [top + r, left + c];
        const table = placed.find(
          ({ area }) => row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
        )?.name;
        const { formula, value } = typeof cell === "object" ? cell : { formula: undefined, value: undefined };
        cells[cellAddress(row, column)] =
          formula === undefined
            ? cell
            : {
                formula: plainFormula(formula, table),
                ...(value === undefined || value === null ? {} : { value }),
              };
      });
    });
  }
  return cells;
};

const defaults: Readonly<Record<string, unknown>> = {
  fontName: "宋体",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  wrap: false,
  vertical: "bottom",
  numberFormat: "General",
  locked: true,
};

const plainLook = (look: Look): string =>
  JSON.stringify(
    Object.entries(look)
      .filter(([key, value]) => defaults[key] !== value)
      .sort(),
  );

const edges = (end: number, values: readonly number[]): readonly number[] =>
  [...new Set([0, ...values])].filter((value) => value < end).sort((a, b) => a - b);

/** The look at every rectangle between the edges of `looks` and of `others`, as text. */
const paintedLooks = (looks: readonly RangeLook[], others: readonly RangeLook[]): readonly string[] => {
  const areas = [...looks, ...others].map(({ range }) => areaOf(range));
  const tops = edges(
    lastRow,
    areas.flatMap(({ top, bottom }) => [top, bottom + 1]),
  );
  const lefts = edges(
    lastColumn,
    areas.flatMap(({ left, right }) => [left, right + 1]),
  );
  const [rowAt, columnAt] = [tops, lefts].map((starts) => new Map(starts.map((start, i) => [start, i])));
  const painted: Look[] = new Array<Look>(tops.length * lefts.length).fill({});
  for (const { range, look } of looks) {
    const { top, left, bottom, right } = areaOf(range);
    const below = rowAt?.get(bottom + 1) ?? tops.length;
    const behind = columnAt?.get(right + 1) ?? lefts.length;
    for (let row = rowAt?.get(top) ?? 0; row < below; row++)
      for (let column = columnAt?.get(left) ?? 0; column < behind; column++)
        painted[row * lefts.length + column] = { ...painted[row * lefts.length + column], ...look };
  }
  return painted.map((look, i) => {
    const at = cellAddress(tops[Math.floor(i / lefts.length)] ?? 0, lefts[i % lefts.length] ?? 0);
    return `${at} ${plainLook(look)}`;
  });
};

const ranges = (text: string): readonly string[] =>
  text.split(/[\s,]+/u).map((range) => areaAddress(areaOf(range)));

const operand = (value: number | string): number | string => {
  if (typeof value === "number") return value;
  const bare = value.replace(/^=/u, "");
  return bare.trim() !== "" && Number.isFinite(Number(bare)) ? Number(bare) : plainFormula(value);
};

const plainRule = (rule: ValidationRule): unknown => {
  if (rule.kind === "list") return { ...rule, source: plainFormula(rule.source) };
  if (rule.kind === "custom") return { ...rule, formula: plainFormula(rule.formula) };
  return {
    ...rule,
    first: operand(rule.first),
    ...(rule.second === undefined ? {} : { second: operand(rule.second) }),
  };
};

const plainTable = (table: Table): unknown => ({
  ...table,
  range: areaAddress(areaOf(table.range)),
  columns: table.columns.map(({ name, formula }) => ({
    name,
    ...(formula === undefined ? {} : { formula: plainFormula(formula, table.name) }),
  })),
});

const plainChart = (chart: Chart, sheet: string): unknown => ({
  ...chart,
  place: areaAddress(areaOf(chart.place)),
  series: chart.series.map(({ values, categories, color, pointColors, ...rest }) => ({
    ...rest,
    values: parseSheetRange(values, sheet),
    ...(categories === undefined ? {} : { categories: parseSheetRange(categories, sheet) }),
    ...(color === undefined ? {} : { color: color.toUpperCase() }),
    ...(pointColors === undefined ? {} : { pointColors: pointColors.map((each) => each.toUpperCase()) }),
  })),
});

const sized = (sizes: readonly { readonly hidden?: boolean }[]): readonly unknown[] =>
  sizes.map(({ hidden, ...rest }) => ({ ...rest, ...(hidden ? { hidden } : {}) }));

const plainMargins = JSON.stringify({ top: 54, bottom: 54, left: 50.4, right: 50.4 });

const plainPrint = (print: Sheet["print"]): unknown => {
  if (!print) return undefined;
  const { margins, pageBreaks, scale, titleRows, area, centerHorizontally, centerVertically, ...rest } =
    print;
  const rows = titleRows === undefined ? undefined : areaOf(titleRows);
  const round = margins && {
    top: Math.round(margins.top * 100) / 100,
    bottom: Math.round(margins.bottom * 100) / 100,
    left: Math.round(margins.left * 100) / 100,
    right: Math.round(margins.right * 100) / 100,
  };
  return {
    ...rest,
    ...(round && JSON.stringify(round) !== plainMargins ? { margins: round } : {}),
    ...(pageBreaks && pageBreaks.length > 0 ? { pageBreaks } : {}),
    ...(scale === undefined || scale === 100 ? {} : { scale }),
    ...(rows ? { titleRows: [rows.top, rows.bottom] } : {}),
    ...(area === undefined ? {} : { area: areaAddress(areaOf(area)) }),
    ...(centerHorizontally ? { centerHorizontally } : {}),
    ...(centerVertically ? { centerVertically } : {}),
  };
};

const names = (some: Book["names"]): unknown =>
  some.map(({ name, refersTo }) => ({ name, refersTo: plainFormula(refersTo) }));

const plainSheet = (sheet: Sheet, other: Sheet | undefined): unknown => ({
  name: sheet.name,
  visibility: sheet.visibility,
  tabColor: sheet.tabColor?.toUpperCase(),
  showGridlines: sheet.showGridlines,
  cells: cellsOf(sheet),
  looks: paintedLooks(sheet.looks, other?.looks ?? []),
  columns: sized(sheet.columns.toSorted((a, b) => a.column - b.column)),
  defaultRowHeight: sheet.defaultRowHeight,
  rows: sized(
    sheet.rows
      .filter(({ height, hidden }) => height !== undefined || hidden)
      .toSorted((a, b) => a.row - b.row),
  ),
  merges: sheet.merges.map((range) => areaAddress(areaOf(range))),
  links: sheet.links.map((link) => ({ ...link, cell: areaAddress(areaOf(link.cell)) })),
  tables: sheet.tables.map(plainTable),
  validations: sheet.validations.flatMap(({ range, rule, ...rest }) =>
    ranges(range).map((each) => ({ ...rest, range: each, ...(rule ? { rule: plainRule(rule) } : {}) })),
  ),
  highlights: sheet.highlights.flatMap(({ range, formula, stopIfTrue, ...rest }) =>
    ranges(range).map((each) => ({
      ...rest,
      range: each,
      formula: plainFormula(formula),
      ...(stopIfTrue ? { stopIfTrue } : {}),
    })),
  ),
  freeze: sheet.freeze && (sheet.freeze.rows > 0 || sheet.freeze.columns > 0) ? sheet.freeze : undefined,
  protection: sheet.protection && {
    allowFormatColumns: sheet.protection.allowFormatColumns ?? false,
    allowFilter: sheet.protection.allowFilter ?? false,
    allowSort: sheet.protection.allowSort ?? false,
  },
  print: plainPrint(sheet.print),
  comments: (sheet.comments ?? [])
    .map((comment) => ({ ...comment, cell: areaAddress(areaOf(comment.cell)) }))
    .toSorted((a, b) => areaOf(a.cell).top - areaOf(b.cell).top || areaOf(a.cell).left - areaOf(b.cell).left),
  charts: (sheet.charts ?? []).map((chart) => plainChart(chart, sheet.name)),
  names: names(sheet.names ?? []),
});

/** The book's normal form. @param other the book it is held against: its looks' edges cut this one's as well */
export const normalBook = (book: Book, other: Book): unknown => ({
  sheets: book.sheets.map((sheet, i) => plainSheet(sheet, other.sheets[i])),
  names: names(book.names),
});
