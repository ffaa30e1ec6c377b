/** 下次跟进 and what else goes by days, drawn client by client: LibreOffice, the program and the drawing agree (R5, R6). */
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import type { FormKey } from "../../src/domain/forms/index";
import type { Change } from "../../src/domain/register/change";
import { cellAt, type RawCell } from "../../src/domain/register/register";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import { dueList } from "../../src/domain/register/follow-up/due-list";
import type { SiteBook } from "../../src/domain/register/site";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { draw } from "../domain/draw";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { freshBook, onDay } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const today = "2026-03-20" as CalendarDay;

/** "2026-03-20 15:30" in a column of days is a number with a fraction, as Excel keeps it. */
const asTyped = (cell: string): string | number => {
  const [, day, hour, minute] = /^(.{10}) (\d\d):(\d\d)$/u.exec(cell) ?? [];
  return day === undefined
    ? cell
    : serialOfDay(day as CalendarDay) + (Number(hour) * 60 + Number(minute)) / 1440;
};

const rows = (form: FormKey, drawn: string): readonly Change[] =>
  draw(drawn).map((row) => ({
    kind: "append",
    form,
    row: Object.fromEntries(
      Object.entries(row).flatMap(([key, cell]) => (cell === "" ? [] : [[key, asTyped(cell)]])),
    ),
  }));

// 2026-03-20 is a Friday; B is due after 3 days, C after 1 or 7, D at the next occasion.
const registers: readonly Change[] = [
  ...rows(
    "visitors",
    `
    | clientId | visitDate  | name | consultant |
    | LY-AA001 | 2026-03-10 | 一   | 王芳       |
    | LY-AA002 | 2026-03-10 | 二   | 王芳       |
    | LY-AA003 | 2026-03-10 | 三   | 王芳       |
    | LY-AA004 | 2026-03-10 | 四   | 王芳       |
    | LY-AA005 | 2026-03-10 | 五   | 王芳       |
    | LY-AA006 | 2026-03-10 | 六   | 王芳       |
    | LY-AA007 | 2026-03-10 | 七   | 王芳       |
    | LY-BB001 | 2026-03-10 | 八   | 王芳       |
    | LY-BB002 | 2026-03-10 | 九   | 王芳       |
    | LY-BB003 | 2026-03-10 | 十   | 王芳       |
    | LY-BB004 | 2026-03-10 | 廿   | 王芳       |
  `,
  ),
  ...rows(
    "grades",
    `
    | clientId | consultant | reachedC   | reachedD   | reachedDeal |
    | LY-AA001 | 王芳       | 2026-03-10 |            |             |
    | LY-AA002 | 王芳       | 2026-03-10 |            |             |
    | LY-AA003 | 王芳       | 2026-03-10 |            |             |
    | LY-AA004 | 王芳       | 2026-03-10 |            |             |
    | LY-AA005 | 王芳       | 2026-03-10 |            |             |
    | LY-AA006 | 王芳       | 2026-03-10 |            |             |
    | LY-AA007 | 王芳       | 2026-03-10 |            | 2026-03-18  |
    | LY-BB001 | 王芳       | 2026-03-10 |            |             |
    | LY-BB002 | 王芳       | 2026-03-10 |            |             |
    | LY-BB003 | 王芳       |            | 2026-03-10 |             |
    | LY-BB004 | 王芳       |            | 2026-03-10 |             |
  `,
  ),
  ...rows(
    "followUps",
    `
    | clientId | contactedAt      | nextAt           |
    | LY-AA001 | 2026-03-16 10:00 | 2026-03-19       |
    | LY-AA001 | 2026-03-18 10:00 | 2026-03-24       |
    | LY-AA002 | 2026-03-18 10:00 |                  |
    | LY-AA002 | 2026-03-16 10:00 | 2026-03-22       |
    | LY-AA003 | 2026-03-18 16:00 | 2026-03-23       |
    | LY-AA003 | 2026-03-16 10:00 | 2026-03-19       |
    | LY-AA003 | 2026-03-18 10:00 | 2026-03-22       |
    | LY-AA004 | 2026-03-16 10:00 | 2026-03-21       |
    | LY-AA004 | 2026-03-18 10:00 | 2026-03-18       |
    | LY-AA005 | 2026-03-16 10:00 | 2026-03-19       |
    | LY-AA005 | 2026-03-18 10:00 | 2026-04-02       |
    | LY-AA006 | 2026-03-16 10:00 | 2026-03-19       |
    | LY-AA006 | 2026-03-18 10:00 | /                |
    | LY-AA007 | 2026-03-16 10:00 | 2026-03-21       |
    | LY-BB001 | 2026-03-18 10:00 | 2026-03-20 15:30 |
    | LY-BB002 | 2026-03-15 10:00 | 2026-03-15 18:00 |
  `,
  ),
  ...rows(
    "events",
    `
    | date             | name | audience |
    | 2026-03-13 09:00 | 促销 | D        |
    | 2026-03-25 18:00 | 促销 | D        |
  `,
  ),
];

// What the last contact's day agreed replaces what was agreed before; agreed nothing, the day of before still stands.
const due = draw(`
  | client   | due        | status  |
  | LY-AA001 | 2026-03-24 | 未到期  |
  | LY-AA002 | 2026-03-22 | 未到期  |
  | LY-AA003 | 2026-03-22 | 未到期  |
  | LY-AA004 | 2026-03-21 | 未到期  |
  | LY-AA005 | 2026-03-25 | 未到期  |
  | LY-AA006 | 2026-03-19 | 逾期1天 |
  | LY-AA007 |            | 已成交  |
  | LY-BB001 | 2026-03-20 | 今日    |
  | LY-BB002 | 2026-03-22 | 未到期  |
  | LY-BB003 | 2026-03-25 | 待活动  |
  | LY-BB004 | 2026-03-25 | 待活动  |
`);

const shown = (
  book: SiteBook,
  form: FormKey,
  ...keys: readonly string[]
): readonly (readonly RawCell[])[] => {
  const register = book.registers[form];
  return Array.from({ length: register?.count ?? 0 }, (_, index) =>
    keys.map((key) => (register && cellAt(register, key, index)) ?? null),
  );
};

const drawn = due.map((each) => [
  each.client,
  each.due === "" ? null : serialOfDay(each.due as CalendarDay),
  each.status,
]);

describeWith("LibreOffice", hasLibreOffice)("who is due", () => {
  let computed: SiteBook;

  beforeAll(async () => {
    const book = onDay(fillBook(freshBook(), registers), today);
    const [bytes] = recalculate([files.write("due.xlsx", await writeBook(book))], files.folder);
    computed = await readSiteFile(bytes ?? new Uint8Array());
  });

  const theirs = (book: SiteBook) =>
    shown(book, "grades", "clientId", "nextDue", "dueStatus").map((row) =>
      row.map((cell) => (cell === "" ? null : cell)),
    );

  test("on the sheet", () => {
    expect(theirs(computed)).toEqual(drawn);
  });

  test("by the program", () => {
    const lines = new Map(dueList(computed, today, { all: true }).map((line) => [line.clientId, line]));
    expect(due.map(({ client }) => lines.get(client as never)?.due ?? "")).toEqual(
      due.map((each) => each.due),
    );
    const filled = shown(withSheetAnswers(computed, today), "grades", "clientId", "dueStatus");
    expect(filled).toEqual(due.map(({ client, status }) => [client, status]));
  });
});
