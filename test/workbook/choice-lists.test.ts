/** A choice list of 字典 ends at its last choice, in other programs too: one cleared from the middle hides none below. */
import type { Book, Cell } from "../../src/book/book";
import { createUniverCalculator } from "../../src/excel-host/calculator-univer";
import { growingList } from "../../src/workbook/plan/site-sheet";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { sheetOf } from "../excel-host/plain-sheet";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";

const lists: readonly (readonly [what: string, cells: readonly Cell[], ends: number])[] = [
  ["as planned", ["/", "路过", "电视"], 3],
  ["one cleared in the middle", ["/", null, "电视", "自定渠道"], 4],
  ["two cleared, and the first", [null, "路过", null, null, "自定渠道"], 5],
  ["nothing but the first", ["/"], 1],
  ["nothing at all", [null], 1],
];

const bookOf = (cells: readonly Cell[]): Book => ({
  names: [{ name: "选项", refersTo: growingList("字典", 1, 3) }],
  sheets: [
    sheetOf("字典", [
      { at: "B3", rows: [["认知途径"], ...cells.map((cell) => [cell])] },
      { at: "D1", rows: [[{ formula: "=ROWS(选项)" }]] },
    ]),
  ],
});

test.each(lists)("in the trial page: %s", async (_, cells, ends) => {
  const calculator = createUniverCalculator({ today: () => 45_017 });
  await calculator.load(bookOf(cells));
  expect(calculator.place("=选项", "字典")).toEqual({
    sheet: "字典",
    area: { top: 3, left: 1, bottom: 2 + ends, right: 1 },
  });
  calculator.dispose();
});

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

describeWith("LibreOffice", hasLibreOffice)("in another program", () => {
  test("lists end at their last choice", async () => {
    const paths: string[] = [];
    for (const [at, [, cells]] of lists.entries())
      paths.push(files.write(`list-${at}.xlsx`, await writeBook(bookOf(cells))));
    const ends = await Promise.all(
      recalculate(paths, files.folder).map(async (bytes) => {
        const row = (await readSheets(bytes)).sheets[0]?.rows[0];
        return row && valueAt(row, 3);
      }),
    );
    expect(ends).toEqual(lists.map(([, , end]) => end));
  });
});
