import type { Book } from "../../src/book/book";
import type { Calculator, CellEntry, CellResult } from "../../src/excel-host/calculator";
import { started } from "./started";

/** An engine that knows one formula: `=row*10` of where it stands; and it notes down what it was told. */
const tenfold = () => {
  const told: ("load" | readonly CellEntry[])[] = [];
  const result = (sheet: string, row: number, column: number): CellResult => ({
    sheet,
    row,
    column,
    value: (row + 1) * 10,
  });
  const calculator: Calculator = {
    load: (book: Book) => {
      told.push("load");
      const results: CellResult[] = [];
      for (const sheet of book.sheets)
        for (const block of sheet.blocks) {
          const top = Number(/\d+/u.exec(block.at)?.[0]) - 1;
          const left = block.at.charCodeAt(0) - 65;
          block.rows.forEach((cells, row) =>
            cells.forEach((cell, column) => {
              if (typeof cell === "object" && cell !== null)
                results.push(result(sheet.name, top + row, left + column));
            }),
          );
        }
      return Promise.resolve(results);
    },
    set: (cells) => {
      told.push(cells);
      return Promise.resolve(
        cells
          .filter(({ content }) => typeof content === "string" && content.startsWith("="))
          .map(({ sheet, row, column, content }) =>
            // What a validation asks: true only above 5.
            content === "=A1>5"
              ? { sheet, row, column, value: Number(cells[0]?.content) > 5 }
              : result(sheet, row, column),
          ),
      );
    },
    dispose: () => undefined,
  };
  return { calculator, told };
};

test("a formula is computed before it is read in the same batch", async () => {
  const { calculator, told } = tenfold();
  const { on } = started({ calculator });
  await on(async (sheet, context) => {
    const range = sheet.getRange("B2:B3");
    range.formulas = [["=row*10"], ["=row*10"]];
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([[20], [30]]);
    sheet.getRange("B4").values = [["=row*10"]];
    const cell = sheet.getRange("B4");
    cell.load("values, formulas");
    await context.sync();
    expect([cell.values, cell.formulas]).toEqual([[[40]], [["=row*10"]]]);
  });
  expect(told).toEqual(["load", [{ sheet: "Sheet1", row: 3, column: 1, content: "=row*10" }]]);
});

test("while calculation is manual nothing is computed until somebody asks for it", async () => {
  const { calculator } = tenfold();
  const { on } = started({ calculator });
  await on(async (sheet, context) => {
    const { application } = context.workbook;
    application.calculationMode = "Manual";
    const range = sheet.getRange("A1");
    range.formulas = [["=row*10"]];
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([[""]]);
    application.calculate("Full");
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([[10]]);
  });
});

test("suspended until the next sync: computed once, at the end", async () => {
  const { calculator, told } = tenfold();
  const { on, model } = started({ calculator });
  await model.settled();
  told.length = 0;
  await on(async (sheet, context) => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    for (const address of ["A1", "A2", "A3"]) {
      const range = sheet.getRange(address);
      range.formulas = [["=row*10"]];
      range.load("formulas");
    }
    await context.sync();
  });
  expect(told.length).toBe(1);
  expect(model.texts("Sheet1", { top: 0, left: 0, bottom: 2, right: 0 })).toEqual([["10"], ["20"], ["30"]]);
});

test("a view hears of results", async () => {
  const { calculator } = tenfold();
  const { model } = started({ calculator });
  await model.settled();
  await model.userEdits({ sheet: "Sheet1", top: 4, left: 0, cells: [["=row*10"]] }, { from: "typed" });
  expect(model.texts("Sheet1", { top: 4, left: 0, bottom: 4, right: 0 })).toEqual([["50"]]);
});

test("a custom validation is put to the engine", async () => {
  const { calculator } = tenfold();
  const { model, on } = started({ calculator });
  await on((sheet) => {
    sheet.getRange("A1").dataValidation.rule = { custom: { formula: "=A1>5" } };
  });
  const type = (value: number) =>
    model.userEdits({ sheet: "Sheet1", top: 0, left: 0, cells: [[value]] }, { from: "typed" });
  expect(await type(3)).toMatchObject({ done: false });
  expect(await type(7)).toEqual({ done: true });
});

test("without an engine formulas stand and have no value", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    const range = sheet.getRange("A1");
    range.formulas = [["=1+1"]];
    range.load("values, formulas");
    await context.sync();
    expect([range.values, range.formulas]).toEqual([[[""]], [["=1+1"]]]);
  });
});
