import type { Book, Chart } from "../../src/book/book";
import { bareSheet } from "./every-feature";

/** Weeks 1 to 6 of an invented quarter: planned, sold, and the share. */
const weeks = [1, 2, 3, 4, 5, 6].map((week) => [
  `第${week}周`,
  week * 3,
  week * 2 + 1,
  { formula: `=C${week + 3}/B${week + 3}`, value: (week * 2 + 1) / (week * 3) },
]);

export const charts: readonly Chart[] = [
  {
    name: "完成进度",
    kind: "column",
    title: "计划 & 实际 <户>",
    series: [
      { name: "计划", values: "B4:B9", categories: "A4:A9", color: "#4472C4" },
      { name: "实际", values: "B4:B9".replaceAll("B", "C"), categories: "A4:A9", color: "#ED7D31" },
      {
        name: "完成比例",
        values: "D4:D9",
        categories: "A4:A9",
        color: "#70AD47",
        line: true,
        secondary: true,
        labels: "value",
      },
    ],
    place: "F2:M18",
    legend: "bottom",
    categoryAxis: { title: "周别" },
    valueAxis: { title: "户数", numberFormat: '0"户"', minimum: 0 },
    secondaryAxis: { numberFormat: "0%", minimum: 0, maximum: 2 },
  },
  {
    name: "累计",
    kind: "line",
    series: [{ name: "实际", values: "C4:C9", categories: "A4:A9", color: "#ED7D31" }],
    place: "F20:M34",
  },
];

/** One of every kind over the cells of another sheet, and a plain sheet of three pages. */
export const charted: Book = {
  names: [],
  sheets: [
    {
      ...bareSheet,
      name: "季度进度",
      blocks: [{ at: "A3", rows: [["周别", "计划", "实际", "比例"], ...weeks] }],
      looks: [{ range: "D4:D9", look: { numberFormat: "0%" } }],
      charts,
      print: { orientation: "landscape", paper: "A4", fitWide: 1, fitTall: 1, area: "A1:M40" },
      names: [{ name: "生成", refersTo: '="试"' }],
    },
    {
      ...bareSheet,
      name: "a b-图",
      blocks: [{ at: "A1", rows: [["图"]] }],
      charts: (["stackedColumn", "bar", "stackedBar", "pie", "doughnut"] as const).map((kind, i) => ({
        name: kind,
        kind,
        title: kind,
        series: [
          {
            name: "计划",
            values: "季度进度!B4:B9",
            categories: "季度进度!A4:A9",
            ...(kind === "pie" && { pointColors: ["#4472C4", "#ED7D31", "#A5A5A5"], labels: "percent" }),
          },
          ...(kind === "pie" || kind === "doughnut" ? [] : [{ name: "实际", values: "季度进度!C4:C9" }]),
        ],
        place: `B${i * 16 + 2}:H${i * 16 + 16}`,
        legend: (["top", "left", "right", "bottom", "right"] as const)[i] ?? "top",
      })),
      print: { orientation: "portrait", paper: "A4", scale: 80, centerVertically: true },
    },
    {
      ...bareSheet,
      name: "卡片",
      blocks: [{ at: "A1", rows: Array.from({ length: 30 }, (_, row) => [`示例 ${row + 1}`]) }],
      print: {
        orientation: "portrait",
        paper: "A4",
        pageBreaks: [10, 20],
        leftHeader: "案场",
        rightHeader: "&D",
        centerFooter: "第 &P 页",
        leftFooter: "左",
        rightFooter: "右",
      },
    },
  ],
};
