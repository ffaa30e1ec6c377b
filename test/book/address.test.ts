import fc from "fast-check";
import { areaAddress, columnLetters, columnNumber, parseArea, parseSheetRange } from "../../src/book/address";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(columnNumber(letters)).toBe(column);
});

test.each([
  ["B2", { top: 1, left: 1, bottom: 1, right: 1 }],
  ["来访登记!$A$4:C9", { top: 3, left: 0, bottom: 8, right: 2 }],
  ["B:B", { top: 0, left: 1, bottom: 1048575, right: 1 }],
  ["3:3", { top: 2, left: 0, bottom: 2, right: 16383 }],
  ["A", undefined],
  ["A1:B", undefined],
  ["", undefined],
  ["A0", undefined],
  ["XFE1", undefined],
  ["A1048577", undefined],
])("%s", (address, area) => expect(parseArea(address)).toEqual(area));

test("an area's address reads back as the area", () => {
  const row = fc.integer({ min: 0, max: 1048575 });
  const column = fc.integer({ min: 0, max: 16383 });
  fc.assert(
    fc.property(row, row, column, column, (r1, r2, c1, c2) => {
      const area = {
        top: Math.min(r1, r2),
        bottom: Math.max(r1, r2),
        left: Math.min(c1, c2),
        right: Math.max(c1, c2),
      };
      expect(parseArea(areaAddress(area))).toEqual(area);
    }),
  );
});

test.each([
  ["B5:B12", { sheet: "本表", area: { top: 4, left: 1, bottom: 11, right: 1 } }],
  ["来访登记!$B$5", { sheet: "来访登记", area: { top: 4, left: 1, bottom: 4, right: 1 } }],
  ["'a b'!B5", { sheet: "a b", area: { top: 4, left: 1, bottom: 4, right: 1 } }],
  ["'it''s!'!B5", { sheet: "it's!", area: { top: 4, left: 1, bottom: 4, right: 1 } }],
  ["来访登记!", undefined],
])("cells %s", (text, found) => expect(parseSheetRange(text, "本表")).toEqual(found));
