import fc from "fast-check";
import { copyFormula, mapReferences } from "../../src/excel-host/model/references";

test.each([
  ["=A1+$B$2+C$3+$D4", 2, 1, "=B3+$B$2+D$3+$D6"],
  ["=SUM(A1:B2)", 1, 0, "=SUM(A2:B3)"],
  ["=SUM(A:B)+SUM(3:4)", 1, 1, "=SUM(B:C)+SUM(4:5)"],
  ["='甲 1'!A1&Sheet2!A1", 1, 0, "='甲 1'!A2&Sheet2!A2"],
  ['="A1"&A1', 1, 0, '="A1"&A2'],
  ["=货[A1]+[@A1]+LOG10(A1)", 1, 0, "=货[A1]+[@A1]+LOG10(A2)"],
  ["=A1B+_A1+A1.5", 1, 0, "=A1B+_A1+A1.5"],
  ["=A1", -1, 0, "=#REF!"],
  ["=1E5+TRUE", 1, 0, "=1E5+TRUE"],
  ["=COUNTIF($A:$A,A2)>1", 3, 0, "=COUNTIF($A:$A,A5)>1"],
])("%s copied %i down, %i right", (formula, rows, columns, copied) => {
  expect(copyFormula(formula, rows, columns)).toBe(copied);
});

test("a formula nobody changes comes back as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(mapReferences(text, () => undefined)).toBe(text);
    }),
  );
});

test("copied there and back it is the same", () => {
  const cell = fc
    .record({
      row: fc.integer({ min: 50, max: 900 }),
      column: fc.constantFrom("AA", "AB", "BZ"),
      fixed: fc.boolean(),
    })
    .map(({ row, column, fixed }) => (fixed ? `$${column}$${row}` : column + String(row)));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.integer({ min: -40, max: 40 }), (cells, by) => {
      const formula = `=${cells.join("+")}`;
      expect(copyFormula(copyFormula(formula, by, 0), -by, 0)).toBe(formula);
    }),
  );
});
