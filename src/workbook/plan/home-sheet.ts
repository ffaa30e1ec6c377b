/** 首页: a site manager's morning on one page. */
import { areaAddress, cellAddress } from "../../book/address";
import type { Block, Cell, Highlight, Look, RangeLook, Sheet } from "../../book/book";
import { cardRows } from "./home-cards";
import {
  gradeCaptions,
  gradeLines,
  howTo,
  nextCaptions,
  nextLine,
  placeCell,
  sheetCaptions,
  sheetLines,
  sheetLinks,
  teamCaptions,
  restLine,
  teamLine,
  totalLine,
} from "./home-lists";
import { turnBlocks, turnCell, turnColumns } from "./home-hidden";
import { accent, accentPale, dueToday, ink, lost, overdue, paper, quiet, screenFont, won } from "./palette";
import { homeSheet, settings } from "./site-sheet";

/** Left B to I, right K to N, a gap between and a margin at either side; P and what is right of it is hidden. */
const left = 1;
const leftEnd = 8;
const right = 10;
const rightEnd = 13;
const placeColumn = 15;
/** Rows, 0 is row 1. */
const titleAt = 1;
const cardsAt = 4;
const cardsEvery = 4;
const nextAt = cardsAt + 2 * cardsEvery;
const nextRows = 12;
const teamAt = nextAt + nextRows + 3;
const teamRows = 12;
const gradesAt = nextAt + sheetLines.length + 3;
const howToAt = teamAt + teamRows + 5;

/** Each with the row it begins on. */
const cards = cardRows(turnCell).flatMap((row, index) =>
  row.map((card) => ({ ...card, at: cardsAt + index * cardsEvery })),
);

const area = (top: number, bottom: number, from: number, to: number): string =>
  areaAddress({ top, bottom, left: from, right: to });

const heading: Look = { bold: true, fontSize: 12, color: accent, vertical: "center" };
const captions: Look = {
  bold: true,
  color: quiet,
  fill: accentPale,
  horizontal: "center",
  border: accentPale,
};
const body: Look = { color: ink, horizontal: "center", vertical: "center", border: "#E4E9ED" };
const total: Look = { bold: true, fill: "#F4F7F8" };

const cardLooks = cards.flatMap(({ columns: [from, to], at }): readonly RangeLook[] => [
  {
    range: area(at, at + 2, from, to),
    look: { fill: accentPale, horizontal: "center", vertical: "center", border: accentPale },
  },
  { range: area(at, at, from, to), look: { color: quiet, fontSize: 10, bold: true } },
  {
    range: area(at + 1, at + 1, from, to),
    look: { color: accent, fontSize: 26, bold: true, numberFormat: "0" },
  },
  { range: area(at + 2, at + 2, from, to), look: { color: quiet, fontSize: 9 } },
  // A white edge parts the cards.
  { range: area(at, at + 2, to + 1, to + 1), look: { border: paper } },
]);

const cardMerges = cards.flatMap(({ columns: [from, to], at }) =>
  from === to ? [] : [0, 1, 2].map((row) => area(at + row, at + row, from, to)),
);

const cardBlocks = cards.map(({ label, columns: [from], figure, detail, at }): Block => {
  const cell = (text: string): Cell => (text.startsWith("=") ? { formula: text } : text);
  return { at: cellAddress(at, from), rows: [[label], [cell(figure)], [cell(detail)]] };
});

const cardHighlights = cards.flatMap(({ alarm, columns: [from, to], at }): readonly Highlight[] => {
  if (alarm === undefined) return [];
  const cell = cellAddress(at + 1, from);
  const held = cell.replace(/^([A-Z]+)(\d+)$/u, "$$$1$$$2");
  const look = alarm === "red" ? overdue : dueToday;
  return [{ range: area(at, at + 2, from, to), formula: `=${held}>0`, look }];
});

const listLooks = (top: number, rows: number, from: number, to: number): readonly RangeLook[] => [
  { range: area(top, top, from, to), look: heading },
  { range: area(top + 1, top + 1, from, to), look: captions },
  { range: area(top + 2, top + 1 + rows, from, to), look: body },
];

const days = (range: string): RangeLook => ({ range, look: { numberFormat: "yyyy-mm-dd" } });

const gradesFirst = gradesAt + 2;
const gradeRows = gradeLines(gradesFirst, right).length;

const looks: readonly RangeLook[] = [
  { range: "A:P", look: { ...screenFont, color: ink, vertical: "center" } },
  {
    range: area(titleAt, titleAt, left, left),
    look: { fontSize: 22, bold: true, color: accent },
  },
  { range: area(titleAt + 1, titleAt + 1, left, left), look: { color: quiet, fontSize: 11 } },
  {
    range: area(titleAt, titleAt, right, rightEnd),
    look: {
      fontSize: 13,
      color: ink,
      horizontal: "right",
    },
  },
  ...cardLooks,
  ...listLooks(nextAt, nextRows, left, leftEnd),
  days(area(nextAt + 2, nextAt + 1 + nextRows, left + 4, left + 5)),
  { range: area(nextAt + 2, nextAt + 1 + nextRows, left, left), look: { bold: true } },
  ...listLooks(nextAt, sheetLines.length, right, rightEnd),
  {
    range: area(nextAt + 2, nextAt + 1 + sheetLines.length, right, right),
    look: { color: accent, underline: true, bold: true, horizontal: "left" },
  },
  {
    range: area(nextAt + 2, nextAt + 1 + sheetLines.length, right + 1, right + 1),
    look: { color: quiet, horizontal: "left" },
  },
  days(area(nextAt + 2, nextAt + 1 + sheetLines.length, rightEnd, rightEnd)),
  ...listLooks(teamAt, teamRows + 1, left, leftEnd),
  { range: area(teamAt + 2 + teamRows, teamAt + 2 + teamRows, left, leftEnd), look: total },
  ...listLooks(gradesAt, gradeRows, right, rightEnd),
  {
    range: area(gradesAt + 2, gradesAt + 1 + gradeRows, right + 1, right + 1),
    look: { color: quiet, horizontal: "left" },
  },
  {
    range: area(gradesAt + 2, gradesAt + 1 + gradeRows, rightEnd, rightEnd),
    look: { numberFormat: "0%" },
  },
  { range: area(gradesAt + 1 + gradeRows, gradesAt + 1 + gradeRows, right, rightEnd), look: total },
  { range: area(howToAt, howToAt, left, left), look: heading },
  { range: area(howToAt + 1, howToAt + 3, left, rightEnd), look: { color: ink } },
];

const statusOf = (row: number): string => `$${cellAddress(row, left + 6)}`;
const nextFirst = nextAt + 2;
const teamFirst = teamAt + 2;

const highlights: readonly Highlight[] = [
  ...cardHighlights,
  {
    range: area(nextFirst, nextFirst + nextRows - 1, left + 5, left + 6),
    formula: `=LEFT(${statusOf(nextFirst)},2)="逾期"`,
    look: { ...overdue, bold: true },
  },
  {
    range: area(nextFirst, nextFirst + nextRows - 1, left + 5, left + 6),
    formula: `=${statusOf(nextFirst)}="今日"`,
    look: { ...dueToday, bold: true },
  },
  ...([overdue, dueToday] as const).map((look, index) => {
    const cell = cellAddress(teamFirst, left + 2 + index);
    return {
      range: area(teamFirst, teamFirst + teamRows - 1, left + 2 + index, left + 2 + index),
      formula: `=AND(ISNUMBER(${cell}),${cell}>0)`,
      look: { ...look, bold: true },
    };
  }),
  {
    range: area(gradesFirst, gradesFirst + gradeRows - 2, right, right),
    formula: `=$${cellAddress(gradesFirst, right)}="√"`,
    look: { ...won, bold: true },
  },
  {
    range: area(gradesFirst, gradesFirst + gradeRows - 2, right, right),
    formula: `=$${cellAddress(gradesFirst, right)}="×"`,
    look: lost,
  },
];

const { project, place, region, policy, today } = settings;

/** No TEXT and no format with a weekday in it: their codes differ by language and program. */
const todayInWords =
  `=YEAR(${today})&"年"&MONTH(${today})&"月"&DAY(${today})&"日　星期"` +
  `&MID("日一二三四五六",WEEKDAY(${today}),1)`;

const blocks = (): readonly Block[] => [
  {
    at: cellAddress(titleAt, left),
    rows: [
      [{ formula: `=${project}&IF(RIGHT(${project},2)="项目","","项目")&"案场簿"` }],
      [
        {
          formula:
            `=${place}&"　·　客户编号 "&IF(${region}="","（请在“设置”填区域字母）",${region}&"-××001")` +
            `&"　·　跟进政策 "&${policy}`,
        },
      ],
    ],
  },
  { at: cellAddress(titleAt, right), rows: [[{ formula: todayInWords }]] },
  ...cardBlocks,
  { at: cellAddress(nextAt, left), rows: [["接下来该联系谁"]] },
  { at: cellAddress(nextAt + 1, left), rows: [nextCaptions] },
  {
    at: cellAddress(nextFirst, left),
    rows: Array.from({ length: nextRows }, (_, i) => nextLine(nextFirst + i, left, placeColumn)),
  },
  ...turnBlocks,
  {
    at: cellAddress(nextFirst, placeColumn),
    rows: Array.from({ length: nextRows }, (_, i) => [placeCell(i + 1, nextFirst + i, placeColumn)]),
  },
  { at: cellAddress(nextAt, right), rows: [["各表"]] },
  { at: cellAddress(nextAt + 1, right), rows: [sheetCaptions, ...sheetLines] },
  { at: cellAddress(teamAt, left), rows: [["置业顾问"]] },
  {
    at: cellAddress(teamAt + 1, left),
    rows: [
      teamCaptions,
      ...Array.from({ length: teamRows - 1 }, (_, i) => teamLine(i + 1, teamFirst + i, left)),
      restLine(teamRows, teamFirst + teamRows - 1, left),
      totalLine,
    ],
  },
  { at: cellAddress(gradesAt, right), rows: [["客户级别"]] },
  { at: cellAddress(gradesAt + 1, right), rows: [gradeCaptions, ...gradeLines(gradesFirst, right)] },
  { at: cellAddress(howToAt, left), rows: [["没装插件也能填"]] },
  { at: cellAddress(howToAt + 1, left), rows: howTo.slice(0, 3).map((text) => [text]) },
  { at: cellAddress(howToAt + 1, leftEnd), rows: howTo.slice(3).map((text) => [text]) },
];

const widths = [2, 13, 12, 9, 12, 13, 13, 12, 16, 2, 19, 27, 10, 14, 2];

export const planHome = (): Sheet => ({
  name: homeSheet,
  visibility: "visible",
  tabColor: accent,
  showGridlines: false,
  blocks: blocks(),
  looks,
  columns: [
    ...widths.map((width, column) => ({ column, width })),
    ...Array.from({ length: 1 + turnColumns }, (_, more) => ({
      column: placeColumn + more,
      width: 8,
      hidden: true,
    })),
  ],
  defaultRowHeight: 18,
  rows: [
    { row: 0, height: 10 },
    { row: titleAt, height: 34 },
    { row: titleAt + 1, height: 20 },
    { row: titleAt + 2, height: 8 },
    ...[cardsAt, cardsAt + cardsEvery].flatMap((row) => [
      { row, height: 22 },
      { row: row + 1, height: 38 },
      { row: row + 2, height: 20 },
      { row: row + 3, height: 8 },
    ]),
    { row: nextAt, height: 24 },
    { row: howToAt, height: 24 },
  ],
  merges: [area(titleAt, titleAt, right, rightEnd), ...cardMerges],
  links: sheetLinks(nextFirst, right),
  tables: [],
  validations: [],
  highlights,
  protection: { allowFormatColumns: true },
  print: {
    orientation: "landscape",
    paper: "A4",
    fitWide: 1,
    fitTall: 1,
    margins: { top: 30, bottom: 30, left: 28, right: 28 },
    centerHorizontally: true,
  },
});
