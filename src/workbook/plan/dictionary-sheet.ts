/** 字典: a column a choice list, with `/` first; drop-downs and checks follow what stands here. */
import { areaAddress, columnLetters, parseArea } from "../../book/address";
import type { Cell, DefinedName, RangeLook, Sheet } from "../../book/book";
import { type ListKey, listKeys, lists } from "../../domain/forms/lists";
import { nothing } from "../../domain/rules/nothing-to-say";
import { acrossPages, pageMargins } from "./page-widths";
import { headerLook, ink, line, noteLook, paper, paperFont, quiet, titleLook } from "./palette";
import { dictionaryHeaderRow, dictionarySheet, growingList, listName } from "./site-sheet";

/** A list as it stands in its column, the title first. */
export const listCells = (key: ListKey): readonly string[] => [
  lists[key].title,
  nothing,
  ...lists[key].choices,
];

const columns = listKeys.map(listCells);
const height = Math.max(...columns.map(({ length }) => length));
const right = columns.length - 1;

const width = (column: readonly string[]): number =>
  Math.max(9, ...column.map((text) => [...text].reduce((sum, c) => sum + (c > "\u2E7F" ? 2.2 : 1.1), 3)));

export const listNames: readonly DefinedName[] = listKeys.map((key, column) => ({
  name: listName(key),
  refersTo: growingList(dictionarySheet, column, dictionaryHeaderRow + 1),
}));

const looks: readonly RangeLook[] = [
  {
    range: `A:${columnLetters(right)}`,
    look: {
      ...paperFont,
      color: ink,
      horizontal: "center",
      vertical: "center",
      numberFormat: "@",
      border: line,
    },
  },
  {
    range: areaAddress({ top: 0, bottom: 1, left: 0, right }),
    look: { horizontal: "left", numberFormat: "General", border: paper },
  },
  { range: areaAddress({ top: 0, bottom: 0, left: 0, right }), look: titleLook },
  { range: areaAddress({ top: 1, bottom: 1, left: 0, right }), look: noteLook },
  {
    range: areaAddress({ top: dictionaryHeaderRow, bottom: dictionaryHeaderRow, left: 0, right }),
    look: headerLook,
  },
];

/** How the column of one list looks, wherever it stands. */
export const listLooks = (column: number): readonly RangeLook[] => {
  const letters = columnLetters(column);
  return looks.flatMap(({ range, look }) => {
    const area = parseArea(range);
    if (area === undefined) return [];
    const isWhole = area.bottom > height + dictionaryHeaderRow;
    const [first, last] = isWhole ? ["", ""] : [area.top + 1, area.bottom + 1];
    return [{ range: `${letters}${first}:${letters}${last}`, look }];
  });
};

export const planDictionary = (): Sheet => {
  const rows = Array.from({ length: height }, (_, row): Cell[] =>
    columns.map((column) => column[row] ?? null),
  );
  return {
    name: dictionarySheet,
    visibility: "visible",
    tabColor: quiet,
    showGridlines: false,
    blocks: [
      { at: "A1", rows: [[dictionarySheet]] },
      {
        at: "A2",
        rows: [
          [
            "每列是一张下拉列表：在最后一项下面接着写就多一项，改字、删字都行，中间不要空着格；“/”表示没有，请留着。已有记录用到的选项、规矩要靠它认的字（如“认购”“老带新”“来访”），改了会在校验时列出。",
          ],
        ],
      },
      { at: `A${dictionaryHeaderRow + 1}`, rows },
    ],
    looks,
    columns: columns.map((column, at) => ({ column: at, width: Math.ceil(width(column)) })),
    defaultRowHeight: 20,
    rows: [
      { row: 0, height: 34 },
      { row: 1, height: 20 },
      { row: dictionaryHeaderRow, height: 26 },
    ],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    freeze: { rows: dictionaryHeaderRow + 1, columns: 0 },
    print: {
      orientation: "landscape",
      paper: "A4",
      ...acrossPages(
        columns.map((column) => Math.ceil(width(column))),
        0,
      ),
      titleRows: `1:${dictionaryHeaderRow + 1}`,
      centerFooter: "第 &P 页，共 &N 页",
      margins: pageMargins,
    },
  };
};
