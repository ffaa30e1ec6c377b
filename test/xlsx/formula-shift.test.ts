import { shiftFormula } from "../../src/xlsx/formula-shift";

it.each<[formula: string, rows: number, columns: number, shifted: string]>([
  ["A1+B2", 1, 2, "C2+D3"],
  ["$A1+A$1+$A$1", 3, 1, "$A4+B$1+$A$1"],
  ["SUM(A1:B$2)", 1, 1, "SUM(B2:C$2)"],
  ["SUM(A:B)+SUM($A:C)", 5, 1, "SUM(B:C)+SUM($A:D)"],
  ['"A1"&A1', 1, 0, '"A1"&A2'],
  ["'A1 表'!B2+Sheet1!B2+表2!B2", 1, 0, "'A1 表'!B3+Sheet1!B3+表2!B3"],
  ["LOG10(A1)+今天+A1名", 1, 0, "LOG10(A2)+今天+A1名"],
  ["Visits[[#This Row],[A1]]+A1", 1, 0, "Visits[[#This Row],[A1]]+A2"],
  ["1E5+A1", 1, 0, "1E5+A2"],
  ["TRUE+A1048576", 1, 0, "TRUE+A1"],
  ["XFD1", 0, 1, "A1"],
  ["[1]Sheet1!A1+A1", 1, 0, "[1]Sheet1!A2+A2"],
])("%s, %d down and %d right, is %s", (formula, rows, columns, shifted) => {
  expect(shiftFormula(formula, rows, columns)).toBe(shifted);
});
