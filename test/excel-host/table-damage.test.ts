/** What people do to tables: columns dragged, tables made plain cells, rules cleared. */
import type { Book } from "../../src/book/book";
import { started } from "./started";

const book: Book = {
  names: [{ name: "编号", refersTo: "=名册[号]" }],
  sheets: [
    {
      name: "甲",
      visibility: "visible",
      showGridlines: true,
      blocks: [
        {
          at: "B2",
          rows: [
            ["号", "名", "倍", "注"],
            [1, "王", { formula: "=名册[[#This Row],[号]]*2" }, "a"],
            [2, "李", { formula: "=名册[[#This Row],[号]]*2" }, "b"],
          ],
        },
        { at: "H1", rows: [[{ formula: "=B3&SUM(名册[号])" }]] },
      ],
      looks: [],
      columns: [],
      rows: [],
      merges: [],
      links: [],
      tables: [
        {
          name: "名册",
          range: "B2:E4",
          columns: [
            { name: "号" },
            { name: "名" },
            { name: "倍", formula: "=名册[[#This Row],[号]]*2" },
            { name: "注" },
          ],
          style: "TableStyleLight1",
          bandedRows: false,
          filterButtons: true,
        },
      ],
      validations: [{ range: "B3:B1048576", rule: { kind: "custom", formula: "=B3>0" }, ignoreBlank: true }],
      highlights: [{ range: "B3:E1048576", formula: "=$B3>1", look: { fill: "#FF0000" } }],
    },
  ],
};

test("a column dragged to another place takes its values, rules and references along", async () => {
  const { model } = started({ book });
  expect(await model.userMovesTableColumn("名册", "号", 2)).toEqual({ done: true });
  const sheet = model.toBook().sheets[0];
  expect(sheet?.tables[0]?.columns.map(({ name }) => name)).toEqual(["名", "倍", "号", "注"]);
  expect(model.cells("甲", { top: 2, bottom: 2, left: 1, right: 4 })[0]).toMatchObject([
    "王",
    { formula: "=名册[[#This Row],[号]]*2" },
    1,
    "a",
  ]);
  expect(model.cells("甲", { top: 0, bottom: 0, left: 7, right: 7 })[0]?.[0]).toMatchObject({
    formula: "=D3&SUM(名册[号])",
  });
  expect(sheet?.validations).toContainEqual({
    range: "D3:D4",
    rule: { kind: "custom", formula: "=D3>0" },
    ignoreBlank: true,
  });
  expect(sheet?.highlights.find(({ range }) => range === "D3:D4")?.formula).toBe("=$D3>1");
});

test("a table made plain cells leaves addresses behind", async () => {
  const { model } = started({ book });
  await model.userConvertsToRange("名册");
  const plain = model.toBook();
  expect(plain.sheets[0]?.tables).toEqual([]);
  expect(plain.names).toEqual([{ name: "编号", refersTo: "=甲!$B$3:$B$4" }]);
  expect(model.cells("甲", { top: 3, bottom: 3, left: 3, right: 3 })[0]?.[0]).toMatchObject({
    formula: "=$B4*2",
  });
  expect(model.cells("甲", { top: 0, bottom: 0, left: 7, right: 7 })[0]?.[0]).toMatchObject({
    formula: "=B3&SUM($B$3:$B$4)",
  });
});

test("rules are cleared where one says so, and nowhere else", async () => {
  const { model } = started({ book });
  await model.userClearsRules("甲", { top: 2, bottom: 2, left: 1, right: 1 }, "validations");
  await model.userClearsRules("甲", { top: 2, bottom: 1048575, left: 1, right: 4 }, "highlights");
  const sheet = model.toBook().sheets[0];
  expect(sheet?.validations.map(({ range }) => range)).toEqual(["B4:B1048576"]);
  expect(sheet?.highlights).toEqual([]);
});

test("constants and blanks of a column, and a formula copied down it", async () => {
  const { model, on } = started({ book });
  await model.userEdits({ sheet: "甲", top: 3, left: 3, cells: [[99]] }, { from: "pasted" });
  const found = await on(async (sheet, context) => {
    const column = sheet.getRange("D3:D4");
    const constants = column.getSpecialCellsOrNullObject("Constants");
    const elsewhere = constants.getIntersectionOrNullObject("D3:D3");
    const blanks = column.getSpecialCellsOrNullObject("Blanks");
    constants.load("address");
    elsewhere.load("address");
    blanks.load("address");
    await context.sync();
    return [constants.address, elsewhere.isNullObject, blanks.isNullObject];
  });
  expect(found).toEqual(["甲!D4", true, true]);
  await on((sheet) => {
    sheet.getRange("D4").copyFrom("D3", "Formulas");
  });
  expect(model.cells("甲", { top: 3, bottom: 3, left: 3, right: 3 })[0]?.[0]).toMatchObject({
    formula: "=名册[[#This Row],[号]]*2",
  });
});
