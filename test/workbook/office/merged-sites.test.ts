/** What the pane knows of a former 汇总, on the real client. */
import type { Book, Value } from "../../../src/book/book";
import { mergedSites } from "../../../src/workbook/office/merged-sites";
import { type FileLine, fileList } from "../../../src/workbook/plan/hq-lists";
import { listSheet, listFirstRow } from "../../../src/workbook/plan/hq-sheets";
import { bareSheet } from "../../xlsx/every-feature";
import { modelOf, sitDown } from "./desk";

const lines: readonly FileLine[] = [
  { file: "东.xlsx", site: "洛阳-东区", fate: { kind: "merged" } },
  { file: "东旧.xlsx", site: "洛阳-东区", fate: { kind: "superseded", by: "东.xlsx" } },
  { file: "西.xlsx", site: "洛阳-西区", fate: { kind: "kept", rows: "whole" } },
  { file: "坏.xlsx", fate: { kind: "refused", reason: "读不出" } },
  { file: "北旧.xlsx", site: "洛阳-北区", fate: { kind: "superseded", by: "北.xlsx" } },
];

const holding = (): Book => {
  const { list, rows } = fileList(lines, 2);
  const sheet = listSheet(list);
  const put: readonly (readonly Value[])[] = rows;
  return {
    names: [],
    sheets: [{ ...sheet, blocks: [...sheet.blocks, { at: `A${listFirstRow + 1}`, rows: put }] }],
  };
};

test("the sites whose rows stand in it, each once, in three round trips at most", async () => {
  const desk = sitDown(await modelOf(holding()));
  expect(await mergedSites()).toEqual(["洛阳-东区", "洛阳-西区"]);
  expect(desk.traffic().requests).toBeLessThanOrEqual(3);
});

test("none in a workbook without one, nor where its list lost its columns", async () => {
  sitDown(await modelOf({ names: [], sheets: [{ ...bareSheet, name: "自己的" }] }));
  expect(await mergedSites()).toEqual([]);
  const book = holding();
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const renamed = {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      rows: block.rows.map((row) => row.map((cell) => (cell === "案场" ? "项目" : cell))),
    })),
    tables: sheet.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => (column.name === "案场" ? { name: "项目" } : column)),
    })),
  };
  sitDown(await modelOf({ ...book, sheets: [renamed] }));
  expect(await mergedSites()).toEqual([]);
});
