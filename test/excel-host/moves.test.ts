import fc from "fast-check";
import { shiftArea, type Move } from "../../src/excel-host/model/spans";
import { createModel } from "../../src/excel-host/model/create";
import { emptySheet } from "../../src/excel-host/model/sheets";

const rows = (at: number, count: number): Move => ({
  sheet: emptySheet(1, "甲"),
  axis: "rows",
  at,
  count,
  from: 0,
  to: 16_383,
});

const area = (top: number, bottom: number) => ({ top, bottom, left: 1, right: 2 });

test.each([
  ["above", 0, 2, area(5, 9), area(7, 11)],
  ["at its first row", 5, 2, area(5, 9), area(7, 11)],
  ["inside", 6, 2, area(5, 9), area(5, 11)],
  ["below", 10, 2, area(5, 9), area(5, 9)],
  ["deleted above", 1, -2, area(5, 9), area(3, 7)],
  ["deleted over its head", 4, -3, area(5, 9), area(4, 6)],
  ["deleted inside", 6, -2, area(5, 9), area(5, 7)],
  ["deleted over its end", 8, -5, area(5, 9), area(5, 7)],
  ["deleted as a whole", 4, -9, area(5, 9), undefined],
])("rows %s", (_name, at, count, before, after) => {
  expect(shiftArea(before, rows(at, count))).toEqual(after);
});

test("rows inserted and deleted again leave cells, tables, rules and formulas as they were", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 }), async (at, count) => {
      const model = createModel({
        book: {
          names: [{ name: "范围", refersTo: "=甲!$A$2:$A$6" }],
          sheets: [
            {
              name: "甲",
              visibility: "visible",
              showGridlines: true,
              blocks: [
                {
                  at: "A1",
                  rows: Array.from({ length: 8 }, (_, row) => [
                    `行${row}`,
                    row,
                    { formula: `=B${row + 1}*$B$3` },
                  ]),
                },
                { at: "E10", rows: [["头"], [1]] },
              ],
              looks: [
                { range: "A:A", look: { numberFormat: "@" } },
                { range: "A3:B4", look: { bold: true } },
              ],
              columns: [],
              rows: [{ row: 3, height: 30 }],
              merges: ["G2:H3"],
              links: [{ cell: "A5", place: "甲!A1" }],
              tables: [
                {
                  name: "表",
                  range: "E10:E11",
                  columns: [{ name: "头" }],
                  style: "TableStyleLight9",
                  bandedRows: true,
                  filterButtons: true,
                },
              ],
              validations: [
                { range: "B2:B7", rule: { kind: "custom", formula: "=B2>A2" }, ignoreBlank: true },
              ],
              highlights: [{ range: "A2:C7", formula: "=$B2>3", look: { bold: true } }],
            },
          ],
        },
      });
      const before = model.toBook();
      await model.userInsertsRows("甲", at, count);
      await model.userDeletesRows("甲", at, count);
      expect(model.toBook()).toEqual(before);
    }),
  );
});
