/** 收编: phones whose last digits a spreadsheet has rounded away make nobody one person with somebody else. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { seenInPowers } from "../../../../src/domain/register/old-sheet/rounded-phones";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const taken = (rows: string, visitors = ""): Adoption => {
  const [table] = oldTablesIn(sheetOf(`| 日期 | 姓名 | 手机 | 置业顾问 |\n${rows}`));
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  return adopt(bookOf(visitors === "" ? {} : { visitors }), { ...table, mapping }, { today });
};

/** By row: what became of it, and why. */
const said = ({ fates }: Adoption): readonly string[] =>
  fates.map((fate) =>
    [fate.kind, ...(fate.kind === "rejected" ? fate.reasons.map(({ code }) => code) : [])].join(" "),
  );

test.each([
  [13800000000, "1.38E+10"],
  [13804000000, "1.3804E+10"],
  [13803790000, "1.380379E+10"],
  [37963910000, "3.796391E+10"],
  // Its digits are there, however it is shown.
  [13803791234, 13803791234],
  [13803791000, 13803791000],
  [45000, 45000],
  ["13800000000", "13800000000"],
  [null, null],
])("%s in powers of ten is handed over as %s", (cell, seen) => {
  expect(seenInPowers(cell)).toBe(seen);
});

test("what is shown in powers of ten has lost its digits", () => {
  expect(said(taken("| 2023.3.1 | 张三 | 1.38E+10 | 李娜 |\n| 2023.3.2 | 李四 | 1.38E+10 | 王强 |"))).toEqual(
    ["rejected digitsLost", "rejected digitsLost"],
  );
});

test("two people of one rounded number are nobody", () => {
  expect(
    said(
      taken(`
      | 2023.3.1 | 张三 | 13800000000 | 李娜 |
      | 2023.3.2 | 李四 | 13800000000 | 王强 |
      | 2023.3.2 | 王五 | 13803791234 | 王强 |
    `),
    ),
  ).toEqual(["rejected roundedTogether", "rejected roundedTogether", "taken"]);
});

test("one person's is taken with a question, and joins their own visits", () => {
  const adoption = taken(`
    | 2023.3.1 | 张三 | 13900100000 | 李娜 |
    | 2023.3.2 | 张三 | 13900100000 | 李娜 |
    | 2023.3.3 | 李四 | 13803790000 | 李娜 |
  `);
  expect(said(adoption)).toEqual(["taken", "joined", "taken"]);
  expect(hintsOf(adoption.fates).others.map(({ row, hint }) => [row, hint.code, hint.value])).toEqual([
    [2, "maybeRounded", "139 0010 0000"],
    [3, "maybeRounded", "139 0010 0000"],
  ]);
});

test.each([
  ["王强", "张三", "joined"],
  ["王强", "李四", "rejected roundedTogether"],
])("somebody in the workbook has it: %s %s", (consultant, name, fate) => {
  const there =
    "| clientId | visitDate | consultant | name | mobile |\n| LY-ZS001 | 2023-02-01 | 王强 | 张三 | 139 0010 0000 |";
  expect(said(taken(`| 2023.3.1 | ${name} | 13900100000 | ${consultant} |`, there))).toEqual([fate]);
});
