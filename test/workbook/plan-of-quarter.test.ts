/** 季度进度, run by LibreOffice: a plan made for another quarter is not compared with this one's deals (计划所属季度). */
import type { Book, Cell } from "../../src/book/book";
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import { cellAt, type RawCell } from "../../src/domain/register/register";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { settings } from "../../src/workbook/plan/site-sheet";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { draw } from "../domain/draw";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { freshBook, onDay, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** 计划所属季度 as a manager leaves it; 季度起始日 is 2026-09-28. */
const plannedFor = (book: Book, from: Cell): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map(({ at, rows }) => ({
      at,
      rows: rows.map((row) => (row[0] === settings.plannedFrom ? [row[0], from, ...row.slice(2)] : row)),
    })),
  })),
});

const sold: Change = {
  kind: "append",
  form: "deals",
  row: {
    dealId: "CLY-ZS001",
    name: "张三",
    unitNo: "1-101",
    subscribedOn: "2026-09-29",
    totalPrice: 600_000,
  },
};

const cases = draw(`
  | from       | planned so far | sold so far | share |
  | 2026-09-28 | 4              | 1           | 0.25  |
  | 2026-10-01 | 4              | 1           | 0.25  |
  | 2026-08-18 | 4              | 1           | 0.25  |
  | 2026-08-17 |                | 1           |       |
  | 2026-07-06 |                | 1           |       |
  | 2026-12-21 |                | 1           |       |
  |            | 4              | 1           | 0.25  |
`);

describeWith("LibreOffice", hasLibreOffice)("季度进度", () => {
  test("leaves the plan of another quarter out, and not the deals", async () => {
    const filled = fillBook(freshBook(), [sold]);
    const first = filled.sheets.find(({ name }) => name === "季度进度")?.tables[0]?.range ?? "";
    const row = Number(/\d+/u.exec(first)?.[0]) + 1;
    const planned: Change = { kind: "set", form: "progress", row, key: "plannedUnits", was: null, value: 4 };
    const paths = await Promise.all(
      cases.map(async ({ from }, at) => {
        const cell = from ? serialOfDay(from as CalendarDay) : null;
        const book = plannedFor(fillBook(filled, [planned]), cell);
        return files.write(`quarter-${at}.xlsx`, await writeBook(onDay(book, today)));
      }),
    );
    const shown = (cell: RawCell | undefined): string => String(cell ?? "");
    const computed = await Promise.all(recalculate(paths, files.folder).map((bytes) => readSiteFile(bytes)));
    for (const answers of [computed, computed.map((book) => withSheetAnswers(book, today))])
      expect(
        answers.map(({ registers: { progress } }) =>
          ["plannedUnitsSoFar", "unitsSoFar", "unitsShare"].map((key) =>
            shown(progress && cellAt(progress, key, 0)),
          ),
        ),
      ).toEqual(cases.map((each) => [each["planned so far"], each["sold so far"], each["share"]].map(shown)));
  });
});
