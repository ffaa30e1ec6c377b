import { BorderStyleTypes, HorizontalAlign } from "@univerjs/core";
import fc from "fast-check";
import type { Book, Cell } from "../../src/book/book";
import { createUniverCalculator } from "../../src/excel-host/calculator-univer";
import { createModel } from "../../src/excel-host/model/create";
import { filledCells, fromTabs, pastedCells, toTabs } from "../../src/excel-host/trial/clipboard";
import { createHistory } from "../../src/excel-host/trial/history";
import { choicesAt, promptAt } from "../../src/excel-host/view/choices";
import { fitted } from "../../src/excel-host/view/fitted";
import { createHighlights } from "../../src/excel-host/view/highlights";
import { paintCell } from "../../src/excel-host/view/paint";
import { extentOf, snapshotOf } from "../../src/excel-host/view/snapshot";
import { spelling } from "../../src/excel-host/view/spelling";
import { isViewOnly } from "../../src/excel-host/view/view-commands";
import { sheetOf } from "./plain-sheet";

const book: Book = {
  names: [{ name: "列表", refersTo: "=字典!$A$1:INDEX(字典!$A$1:$A$50,COUNTA(字典!$A$1:$A$50))" }],
  sheets: [
    sheetOf(
      "登记",
      [
        {
          at: "A1",
          rows: [
            ["姓名", "级别", "日期"],
            ["张示例", "A", 46_000.5],
            ["李示例", "B", 46_001],
          ],
        },
        { at: "F1", rows: [[0.256, true, { formula: "=1/0" }, 12.5]] },
      ],
      {
        looks: [
          {
            range: "C:C",
            look: { numberFormat: "yyyy-mm-dd", horizontal: "center", fontName: "宋体", border: "#112233" },
          },
          { range: "F1", look: { numberFormat: "0.0%" } },
          { range: "A3", look: { fill: "#ABCDEF" } },
        ],
        columns: [{ column: 2, width: 6 }],
        rows: [
          { row: 0, height: 30 },
          { row: 5, hidden: true },
        ],
        merges: ["A8:C8"],
        freeze: { rows: 1, columns: 1 },
        tables: [
          {
            name: "登记",
            range: "A1:C3",
            columns: [{ name: "姓名" }, { name: "级别" }, { name: "日期" }],
            style: "TableStyleMedium2",
            bandedRows: true,
            filterButtons: true,
          },
        ],
        validations: [
          {
            range: "B2:B1048576",
            rule: { kind: "list", source: "=列表" },
            ignoreBlank: true,
            prompt: { title: "级别", message: "选一个" },
          },
        ],
        highlights: [
          { range: "A2:C100", formula: '=$B2="A"', look: { fill: "#FFC7CE", strike: true } },
          { range: "A2:C100", formula: '=A2<>""', look: { fill: "#00FF00", bold: true } },
        ],
      },
    ),
    sheetOf("字典", [{ at: "A1", rows: [["A"], ["B"]] }]),
  ],
};

const open = async () => {
  const calculator = createUniverCalculator();
  const model = createModel({ book, calculator });
  await model.settled();
  const sheet = model.workbook.sheets[0]!;
  return { calculator, model, sheet, highlights: createHighlights((...asked) => calculator.rule(...asked)) };
};

test("a cell's own look lies over its table's style, and conditional formats over both, the first strongest", async () => {
  const { sheet, highlights, model } = await open();
  const paint = (row: number, column: number) =>
    paintCell(sheet, row, column, "text", highlights.at(sheet, row, column));
  expect(paint(0, 0)).toMatchObject({ bg: { rgb: "#4472C4" }, cl: { rgb: "#FFFFFF" }, bl: 1 });
  expect(paint(1, 0)).toMatchObject({ bg: { rgb: "#FFC7CE" }, st: { s: 1 }, bl: 1 });
  expect(paint(2, 0)).toMatchObject({ bg: { rgb: "#00FF00" } });
  expect(paint(10, 0).bg).toBeUndefined();
  expect(paint(1, 2)).toMatchObject({ ht: HorizontalAlign.CENTER });
  expect(paint(1, 2).ff).toMatch(/^宋体, SimSun/u);
  expect(paint(1, 2).bd?.t).toEqual({ s: BorderStyleTypes.THIN, cl: { rgb: "#112233" } });
  await model.userEdits({ sheet: "登记", top: 1, left: 1, cells: [["C"]] }, { from: "pasted" });
  highlights.forget();
  expect(paint(1, 0)).toMatchObject({ bg: { rgb: "#00FF00" } });
  model.dispose();
});

test("numbers stand to the right, truth values in the middle", async () => {
  const { sheet } = await open();
  expect(paintCell(sheet, 20, 20, "number", []).ht).toBe(HorizontalAlign.RIGHT);
  expect(paintCell(sheet, 20, 20, "boolean", []).ht).toBe(HorizontalAlign.CENTER);
  expect(paintCell(sheet, 20, 20, "text", []).ht).toBe(HorizontalAlign.LEFT);
});

test("the formula bar shows what one would type", async () => {
  const { sheet } = await open();
  expect([1, 2].map((row) => spelling(sheet, row, 2))).toEqual(["2025/12/9 12:00", "2025/12/10"]);
  expect([5, 6, 7, 8, 9].map((column) => spelling(sheet, 0, column))).toEqual([
    "25.6%",
    "TRUE",
    "=1/0",
    "12.5",
    "",
  ]);
});

test("a number too wide becomes ####, a plain one loses decimals", async () => {
  const { sheet } = await open();
  expect(fitted(sheet, 2, "2025-12-09", 11)).toBe("#####");
  expect(fitted(sheet, 0, "12-09", 11)).toBe("12-09");
  expect(fitted(sheet, 2, "3.14159265", 11)).toBe("3.142");
});

test("a list's choices are followed through a name that only the engine understands", async () => {
  const { sheet, model, calculator } = await open();
  expect(choicesAt(model.workbook, calculator, sheet, 1, 1)).toEqual(["A", "B"]);
  expect(choicesAt(model.workbook, calculator, sheet, 1, 0)).toBeUndefined();
  expect(promptAt(sheet, 5, 1)).toEqual({ title: "级别", message: "选一个" });
  expect(
    await model.userEdits({ sheet: "登记", top: 1, left: 1, cells: [["B"]] }, { from: "typed" }),
  ).toEqual({ done: true });
});

test("the snapshot has sizes, hidden rows, merges and what is kept in view", async () => {
  const { model, sheet } = await open();
  const data = snapshotOf(model.workbook, "x").sheets[sheet.id]!;
  expect(data.rowData).toEqual({ 0: { h: 40 }, 5: { hd: 1 } });
  expect(data.columnData).toEqual({ 2: { w: 47 } });
  expect(data.mergeData).toEqual([{ startRow: 7, startColumn: 0, endRow: 7, endColumn: 2 }]);
  expect(data.freeze).toEqual({ xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 });
  expect(data.cellData?.[1]?.[0]).toEqual({ v: "张示例", t: 1 });
  expect(extentOf(sheet).rows).toBe(500);
});

test("only commands that change nothing in the workbook pass", () => {
  for (const id of [
    "sheet.operation.set-selections",
    "sheet.command.move-selection",
    "sheet.operation.set-scroll",
  ])
    expect(isViewOnly(id)).toBe(true);
  for (const id of [
    "sheet.command.set-range-values",
    "sheet.mutation.set-range-values",
    "sheet.command.remove-row",
  ])
    expect(isViewOnly(id)).toBe(false);
});

test("the user's edits are taken back and done again", async () => {
  const { model, sheet } = await open();
  const history = createHistory(model);
  await history.edit({ sheet: "登记", top: 3, left: 0, cells: [["王示例"]] }, "typed");
  await history.edit({ sheet: "登记", top: 3, left: 0, cells: [["赵示例"]] }, "typed");
  await history.undo();
  expect(spelling(sheet, 3, 0)).toBe("王示例");
  await history.undo();
  expect(spelling(sheet, 3, 0)).toBe("");
  await history.redo();
  await history.redo();
  await history.redo();
  expect(spelling(sheet, 3, 0)).toBe("赵示例");
});

test.each<[readonly (readonly Cell[])[], string, readonly (readonly Cell[])[]]>([
  [[[1], [2]], "goes on", [[3], [4]]],
  [[[5]], "repeats", [[5], [5]]],
  [[["甲"], ["乙"]], "repeats", [["甲"], ["乙"]]],
  [
    [[{ formula: "=A1+$B$1" }], [{ formula: "=A2+$B$1" }]],
    "moves",
    [[{ formula: "=A3+$B$1" }], [{ formula: "=A4+$B$1" }]],
  ],
])("the handle dragged down: %j %s", (source, _how, wanted) => {
  const from = { top: 0, left: 3, bottom: source.length - 1, right: 3 };
  const to = { top: source.length, left: 3, bottom: source.length + 1, right: 3 };
  expect(filledCells(source, from, to)).toEqual(wanted);
});

test("pasted formulas follow", () => {
  const from = { top: 0, left: 0, bottom: 0, right: 1 };
  expect(pastedCells([[{ formula: "=B1*2" }, 3]], from, { row: 4, column: 2 })).toEqual([
    [{ formula: "=D5*2" }, 3],
  ]);
});

test("law: what is copied as text is pasted as it was", () => {
  const text = fc.string({ unit: fc.constantFrom(..."甲a1\t\n\"' ,"), maxLength: 6 });
  const lines = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(lines, (cells) => {
      // Empty lines at the end cannot be told from the line end that programs add.
      fc.pre(cells.at(-1)?.some((each) => each !== "") === true);
      expect(fromTabs(toTabs(cells))).toEqual(cells);
    }),
  );
});
