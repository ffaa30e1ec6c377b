/** Sheets of head office's workbook that hold lists: title, a note, headers, rows that may be streamed in. */
import { areaAddress, cellAddress, columnLetters, parseArea } from "../../book/address";
import type { Print, RangeLook, Sheet, Table, TableColumn, Value } from "../../book/book";
import { columnPoints, pageMargins, pageWidth } from "./page-widths";
import { headerLook, noteLook, paper, paperFont, line, titleLook } from "./palette";

export interface ListColumn {
  readonly caption: string;
  readonly width: number;
  readonly look?: RangeLook["look"];
  readonly hidden?: boolean;
}

export interface List {
  readonly sheet: string;
  readonly title: string;
  readonly note: string;
  readonly table: string;
  readonly columns: readonly ListColumn[];
  /** Rows below the headers; none leaves the sheet without a table. */
  readonly count: number;
  readonly frozenColumns?: number;
  readonly tabColor?: string;
  /** Rows are as high as what is wrapped in them. */
  readonly fitsRows?: boolean;
  /** How many columns on the left say whose a row is: printed again on every page across, as many as leave room. */
  readonly heads?: readonly number[];
}

/** Rows of the sheet, 0 is row 1: as in a site's workbook, with the bands left out. */
export const listHeaderRow = 2;
export const listFirstRow = 3;

/** Percent: the note's 10 points are printed as 7, the rows' 12 as 8.4. */
const leastScale = 70;
/** Of a page: what is printed on every one leaves the rest to what is not. */
const mostHeads = 0.6;

const pointsOf = (columns: readonly ListColumn[]): number =>
  columns.reduce((sum, { width, hidden }) => sum + (hidden === true ? 0 : columnPoints(width)), 0);

/** On one page across where that can be read; else on several, each with the columns that say whose the row is. */
const printOf = ({ columns, heads = [1] }: List): Print => {
  const room = pageWidth / (leastScale / 100);
  const isFitted = pointsOf(columns) <= room;
  const head = heads.find((many) => pointsOf(columns.slice(0, many)) <= room * mostHeads) ?? 1;
  return {
    orientation: "landscape",
    paper: "A4",
    ...(isFitted
      ? { fitWide: 1, centerHorizontally: true }
      : { scale: leastScale, titleColumns: `A:${columnLetters(head - 1)}` }),
    titleRows: `1:${listHeaderRow + 1}`,
    centerFooter: "第 &P 页，共 &N 页",
    margins: pageMargins,
  };
};

/** Columns are measured in half-width characters of 11 points; rows are written in 12. */
const halvesOf = (text: string): number => {
  let halves = 0;
  for (const character of text) halves += character > "\u00ff" ? 2 : 1;
  return (halves * 12) / 11;
};
const [lineHeight, leastHeight, mostHeight] = [16, 20, 409];

/** Points a row needs for what is wrapped in it. */
export const heightOfRow =
  ({ columns }: List) =>
  (row: readonly Value[]): number => {
    let lines = 1;
    for (const [at, { width, look }] of columns.entries()) {
      const cell = row[at];
      if (look?.wrap !== true || typeof cell !== "string") continue;
      const own = cell
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(halvesOf(line) / width)), 0);
      lines = Math.max(lines, own);
    }
    return Math.min(mostHeight, Math.max(leastHeight, lines * lineHeight + 4));
  };

/** A list's table over as many rows as came in the end. */
export const tableOfList = (table: Table, count: number): Table => {
  const area = parseArea(table.range);
  return area === undefined
    ? table
    : { ...table, range: areaAddress({ ...area, bottom: listFirstRow + count - 1 }) };
};

export const listSheet = (list: List): Sheet => {
  const { columns, count } = list;
  const right = columns.length - 1;
  const across = (top: number, bottom = top): string => areaAddress({ top, bottom, left: 0, right });
  const tableColumns: readonly TableColumn[] = columns.map(({ caption }) => ({ name: caption }));
  return {
    name: list.sheet,
    visibility: "visible",
    showGridlines: false,
    ...(list.tabColor !== undefined && { tabColor: list.tabColor }),
    blocks: [
      { at: "A1", rows: [[list.title]] },
      { at: "A2", rows: [[list.note]] },
      { at: cellAddress(listHeaderRow, 0), rows: [columns.map(({ caption }) => caption)] },
    ],
    looks: [
      {
        range: `A:${columnLetters(right)}`,
        look: { ...paperFont, vertical: "center", border: line },
      },
      ...columns.flatMap(({ look }, at): readonly RangeLook[] =>
        look === undefined ? [] : [{ range: `${columnLetters(at)}:${columnLetters(at)}`, look }],
      ),
      {
        range: across(0, 1),
        look: { horizontal: "left", wrap: false, numberFormat: "General", border: paper },
      },
      { range: across(0), look: titleLook },
      { range: across(1), look: noteLook },
      { range: across(listHeaderRow), look: { ...headerLook, numberFormat: "@" } },
    ],
    columns: columns.map(({ width, hidden }, column) => ({ column, width, ...(hidden && { hidden }) })),
    ...(list.fitsRows === true ? {} : { defaultRowHeight: 20 }),
    rows: [
      { row: 0, height: 34 },
      { row: 1, height: 20 },
      { row: listHeaderRow, height: 30 },
    ],
    merges: [],
    links: [],
    tables:
      count === 0
        ? []
        : [
            {
              name: list.table,
              range: across(listHeaderRow, listFirstRow + count - 1),
              columns: tableColumns,
              style: "TableStyleLight1",
              bandedRows: false,
              filterButtons: true,
            },
          ],
    validations: [],
    highlights: [],
    freeze: { rows: listFirstRow, columns: list.frozenColumns ?? 1 },
    print: printOf(list),
  };
};
