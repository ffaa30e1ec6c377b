import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, cellsOf, written } from "../book-of";

const day = (text: string): CalendarDay => text as CalendarDay;
const runOut = (book: ReturnType<typeof bookOf>, today: string) =>
  checkWorkbook(book, day(today)).filter(({ code }) => code === "festivalsRunOut");

const waiting = {
  visitors: `
    | clientId | visitDate  | name |
    | LY-DD001 | 2026-11-01 | 丁   |
  `,
  grades: `
    | clientId | consultant | reachedD   |
    | LY-DD001 | 王强       | 2026-11-01 |
  `,
};
const events = `
  | date       | name   | kind | audience |
  | 2026-10-01 | 国庆   | 节日 | D        |
  | 2026-10-18 | 重阳   | 节日 | D        |
  | 2027-03-15 | 春季促 | 促销 |          |
`;

describe("the festivals that D clients wait for run out (R5)", () => {
  test("they are missed sixty days before the last one, not earlier", () => {
    expect(runOut(bookOf({ ...waiting, events }), "2026-08-18")).toEqual([]);
    expect(runOut(bookOf({ ...waiting, events }), "2026-08-19")).toHaveLength(1);
    expect(runOut(bookOf({ ...waiting, events }), "2026-11-22")).toHaveLength(1);
  });

  test("the fix adds what is still to come, each once, and is then content", () => {
    const book = bookOf({ ...waiting, events });
    const problems = runOut(book, "2026-09-20");
    const after = written(book, applyFixes(problems));
    const dated = cellsOf(after, "events").map((row) => `${row["date"]} ${row["name"]}`);
    expect(new Set(dated).size).toBe(dated.length);
    expect(dated.slice(0, 5)).toEqual([
      "2026-10-01 国庆",
      "2026-10-18 重阳",
      "2027-03-15 春季促",
      "2027-01-01 元旦",
      "2027-02-06 春节",
    ]);
    expect(dated.at(-1)).toBe("2028-10-26 重阳");
    expect(runOut(after, "2026-09-20")).toEqual([]);
    expect(runOut(after, "2028-08-26")).toEqual([]);
  });

  test("who has struck out all festivals wants none; the rest are told until when they go", () => {
    expect(runOut(bookOf(waiting), "2026-11-22")).toEqual([]);
    const [missed] = runOut(bookOf({ ...waiting, events }), "2026-11-22");
    expect(missed && say(missed, "zh")).toMatchObject({
      where: "活动",
      says: expect.stringContaining("2026-10-18") as string,
      remedy: expect.stringContaining("2028") as string,
    });
  });
});
