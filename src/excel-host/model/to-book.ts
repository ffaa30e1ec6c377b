import { cellAddress } from "../../book/address";
import type { Block, Book, Cell, Print, Sheet, Validation } from "../../book/book";
import { areaText } from "./areas";
import { asCell } from "./cells";
import { plainComments } from "./comments";
import { chartsOf } from "./plain-charts";
import { plainLooks } from "./plain-looks";
import { copyFormula } from "./references";
import { rewriteRule } from "./formulas";
import type { SheetState, Workbook } from "./workbook";

/** Runs of filled rows between the same columns: one block a run, so that far cells do not make one huge block. */
const blocksOf = (sheet: SheetState): readonly Block[] => {
  const blocks: { top: number; left: number; right: number; rows: Cell[][] }[] = [];
  let open: { top: number; left: number; right: number; rows: Cell[][] } | undefined;
  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row];
    let left = 0;
    let right = (cells?.length ?? 0) - 1;
    while (left <= right && (cells?.[left] ?? null) === null) left++;
    while (right >= left && (cells?.[right] ?? null) === null) right--;
    if (!cells || left > right) {
      open = undefined;
      continue;
    }
    if (open && (left < open.left || right > open.right)) {
      const by = { left: Math.min(left, open.left), right: Math.max(right, open.right) };
      const before: Cell[] = new Array<Cell>(open.left - by.left).fill(null);
      const after: Cell[] = new Array<Cell>(by.right - open.right).fill(null);
      open.rows = open.rows.map((each) => [...before, ...each, ...after]);
      open.left = by.left;
      open.right = by.right;
    }
    if (!open) {
      open = { top: row, left, right, rows: [] };
      blocks.push(open);
    }
    const line: Cell[] = [];
    for (let column = open.left; column <= open.right; column++) line.push(asCell(cells[column]));
    open.rows.push(line);
  }
  return blocks.map(({ top, left, rows }) => ({ at: cellAddress(top, left), rows }));
};

const validationsOf = (sheet: SheetState): readonly Validation[] =>
  sheet.validations.flatMap(({ areas, anchor, rule, ignoreBlank, alert, prompt }) =>
    areas.map((area) => ({
      range: areaText(area),
      ...(rule === undefined
        ? {}
        : {
            rule: rewriteRule(rule, (formula) =>
              copyFormula(formula, area.top - anchor.row, area.left - anchor.column),
            ),
          }),
      ignoreBlank,
      ...(alert === undefined ? {} : { alert }),
      ...(prompt === undefined ? {} : { prompt }),
    })),
  );

const printOf = ({ print, pageBreaks }: SheetState): Print => {
  const margin = (side: string): number =>
    print.margins.get(`${side}Margin`) ?? (side === "Left" || side === "Right" ? 50.4 : 54);
  return {
    orientation: print.orientation === "Landscape" ? "landscape" : "portrait",
    paper: "A4",
    ...(print.zoom.horizontalFitToPages === undefined ? {} : { fitWide: print.zoom.horizontalFitToPages }),
    ...(print.titleRows === undefined ? {} : { titleRows: areaText(print.titleRows) }),
    ...(print.titleColumns === undefined ? {} : { titleColumns: areaText(print.titleColumns) }),
    ...(print.printOrder === "OverThenDown" ? { acrossFirst: true } : {}),
    ...(print.zoom.verticalFitToPages === undefined ? {} : { fitTall: print.zoom.verticalFitToPages }),
    ...(print.zoom.scale === undefined || print.zoom.scale === 100 ? {} : { scale: print.zoom.scale }),
    ...(print.printArea === undefined ? {} : { area: areaText(print.printArea) }),
    ...(pageBreaks.length === 0 ? {} : { pageBreaks }),
    ...Object.fromEntries(
      [...print.texts].flatMap(([place, text]) =>
        text === "" ? [] : [[place.slice(0, 1).toLowerCase() + place.slice(1), text]],
      ),
    ),
    ...(print.margins.size === 0
      ? {}
      : {
          margins: {
            top: margin("Top"),
            bottom: margin("Bottom"),
            left: margin("Left"),
            right: margin("Right"),
          },
        }),
    ...(print.centerHorizontally ? { centerHorizontally: true } : {}),
    ...(print.centerVertically ? { centerVertically: true } : {}),
  };
};

const sheetOf = (sheet: SheetState): Sheet => ({
  name: sheet.name,
  visibility: sheet.visibility,
  ...(sheet.tabColor === "" ? {} : { tabColor: sheet.tabColor }),
  showGridlines: sheet.showGridlines,
  blocks: blocksOf(sheet),
  looks: plainLooks(sheet.looks),
  columns: [...sheet.columnSizes]
    .sort(([one], [other]) => one - other)
    .map(([column, { size, hidden }]) => ({
      column,
      width: size ?? sheet.defaultColumnWidth ?? 8.43,
      ...(hidden ? { hidden } : {}),
    })),
  ...(sheet.defaultRowHeight === undefined ? {} : { defaultRowHeight: sheet.defaultRowHeight }),
  rows: [
    ...new Map([
      ...[...sheet.filterHidden].map((row) => [row, sheet.rowSizes.get(row)] as const),
      ...sheet.rowSizes,
    ]),
  ]
    .sort(([one], [other]) => one - other)
    .map(([row, size]) => ({
      row,
      ...(size?.size === undefined ? {} : { height: size.size }),
      ...(size?.hidden === true || sheet.filterHidden.has(row) ? { hidden: true } : {}),
    })),
  merges: sheet.merges.map(areaText),
  links: sheet.links.flatMap(({ area, place, tip }) =>
    place === undefined ? [] : [{ cell: areaText(area), place, ...(tip === undefined ? {} : { tip }) }],
  ),
  tables: sheet.tables.map((table) => ({
    name: table.name,
    range: areaText(table.area),
    columns: table.columns.map(({ name, formula }) => (formula === undefined ? { name } : { name, formula })),
    style: table.style,
    bandedRows: table.bandedRows,
    filterButtons: table.filterButtons,
  })),
  validations: validationsOf(sheet),
  highlights: sheet.highlights.flatMap(({ areas, anchor, formula, look, stopIfTrue }) =>
    areas.map((area) => ({
      range: areaText(area),
      formula: copyFormula(formula, area.top - anchor.row, area.left - anchor.column),
      look,
      ...(stopIfTrue ? { stopIfTrue } : {}),
    })),
  ),
  ...(sheet.freeze.rows === 0 && sheet.freeze.columns === 0 ? {} : { freeze: sheet.freeze }),
  ...(sheet.protection === undefined
    ? {}
    : {
        protection: {
          ...(sheet.protection.options["allowFormatColumns"] === true ? { allowFormatColumns: true } : {}),
          ...(sheet.protection.options["allowAutoFilter"] === true ? { allowFilter: true } : {}),
          ...(sheet.protection.options["allowSort"] === true ? { allowSort: true } : {}),
        },
      }),
  ...(sheet.print.touched ? { print: printOf(sheet) } : {}),
  ...(sheet.charts.length === 0 ? {} : { charts: chartsOf(sheet) }),
  ...(sheet.comments.length === 0 ? {} : { comments: plainComments(sheet) }),
  ...(sheet.names.length === 0
    ? {}
    : { names: sheet.names.map(({ name, formula }) => ({ name, refersTo: formula })) }),
});

/** The workbook as plain data. What a `Book` has no word for (filters' criteria, zoom in percent …) is left out. */
export const toBook = (book: Workbook): Book => ({
  sheets: book.sheets.map(sheetOf),
  names: book.names.map(({ name, formula }) => ({ name, refersTo: formula })),
});
