/** 下次跟进 and what else goes by days, drawn client by client: LibreOffice, the program and the drawing agree (R5, R6). */
import type { Book, Cell } from "../../src/book/book";
import { type CalendarDay, dayOfSerial, serialOfDay } from "../../src/domain/kit/calendar-day";
import type { FormKey } from "../../src/domain/forms/index";
import type { Change } from "../../src/domain/register/change";
import { cellAt, type RawCell } from "../../src/domain/register/register";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import { dueList } from "../../src/domain/register/follow-up/due-list";
import type { SiteBook } from "../../src/domain/register/site";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { type SettingKey, settingKeys, settings } from "../../src/workbook/plan/site-sheet";
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
    | LY-CC001 | 2026-01-01 | 甲   | 王芳       |
    | LY-CC002 | 2026-01-01 | 乙   | 王芳       |
    | LY-CC003 | 2026-01-01 | 丙   | 王芳       |
    | LY-CC004 | 2026-01-01 | 丁   | 王芳       |
    | LY-CC005 | 2026-01-01 | 戊   | 王芳       |
    | LY-CC006 | 2026-01-01 | 己   | 王芳       |
    | LY-CC007 | 2026-01-01 | 庚   | 王芳       |
    | LY-EE001 | 2026-03-10 | 辛   | 王芳       |
    | LY-EE002 | 2026-03-10 | 壬   | 王芳       |
    | LY-EE003 | 2026-03-10 | 癸   | 王芳       |
    | LY-DD001 | 2026-01-01 | 客   | 王芳       |
    | LY-DD002 | 2026-01-01 | 客   | 王芳       |
    | LY-DD003 | 2026-01-01 | 客   | 王芳       |
    | LY-DD004 | 2026-01-01 | 客   | 王芳       |
    | LY-DD005 | 2026-01-01 | 客   | 王芳       |
    | LY-FF001 | 2026-03-10 | 客   | 王芳       |
    | LY-FF002 | 2026-03-10 | 客   | 王芳       |
    | LY-FF003 | 2026-03-10 | 客   | 王芳       |
  `,
  ),
  ...rows(
    "grades",
    `
    | clientId | consultant | reachedC         | reachedD   | reachedA   | reachedDeal | reachedLost | formerConsultant |
    | LY-AA001 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-AA002 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-AA003 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-AA004 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-AA005 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-AA006 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-AA007 | 王芳       | 2026-03-10       |            |            | 2026-03-18  |             |                  |
    | LY-BB001 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-BB002 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-BB003 | 王芳       |                  | 2026-03-10 |            |             |             |                  |
    | LY-BB004 | 王芳       |                  | 2026-03-10 |            |             |             |                  |
    | LY-CC001 | 王芳       | 2026-03-19 09:00 |            | 2026-01-05 |             | 2026-01-15  | 李强             |
    | LY-CC002 | 王芳       |                  | 2026-03-19 |            |             | 2026-01-15  | 李强             |
    | LY-CC003 | 王芳       | 2026-03-05       |            |            |             | 2026-01-15  | 李强             |
    | LY-CC004 | 王芳       | 2026-03-19       |            |            |             | 2026-01-15  | /                |
    | LY-CC005 | 王芳       | 2026-03-19       |            |            |             |             | 李强、陈晨       |
    | LY-CC006 | 王芳       | 2026-01-02       |            |            |             | 2026-01-15  | 李强             |
    | LY-CC007 | 王芳       | 2026-03-18       |            |            |             |             | 李强             |
    | LY-EE001 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-EE002 | 王芳       | 2026-03-10       |            |            |             |             |                  |
    | LY-EE003 | 王芳       | 2026-03-18       |            |            |             |             | 李强             |
  `,
  ),
  // Given anew shortly before the occasion of 03-13, on its day, after it; two with a contact close to it.
  ...rows(
    "grades",
    `
    | clientId | consultant | reachedD         | reachedLost | formerConsultant |
    | LY-DD001 | 王芳       | 2026-03-12       | 2026-01-15  | 李强             |
    | LY-DD002 | 王芳       | 2026-03-13 17:16 | 2026-01-15  | 李强             |
    | LY-DD003 | 王芳       | 2026-03-14       | 2026-01-15  | 李强             |
    | LY-DD004 | 王芳       | 2026-03-12       | 2026-01-15  | 李强             |
    | LY-DD005 | 王芳       | 2026-03-13       | 2026-01-15  | 李强             |
  `,
  ),
  ...rows(
    "grades",
    `
    | clientId | consultant | reachedC         | reachedB         | reachedA   | reachedDeal | reachedLost |
    | LY-FF001 | 王芳       |                  | 2026-03-13 17:16 | 2026-03-13 | /           |             |
    | LY-FF002 | 王芳       | 2026-03-20 00:05 |                  |            |             | 2026-03-20  |
    | LY-FF003 | 王芳       | 2026-03-13       | 2026-03-12 23:59 | /          |             | /           |
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
    | LY-CC003 | 2026-03-16 10:00 |                  |
    | LY-CC005 | 2026-01-03 10:00 | 2026-03-10       |
    | LY-CC007 | 2026-03-18 10:00 |                  |
    | LY-DD004 | 2026-03-12 10:00 |                  |
    | LY-DD005 | 2026-03-11 10:00 |                  |
    | LY-EE001 | 2026-03-12 10:00 | 2026-03-14       |
    | LY-EE002 | 2026-03-12 10:00 | 2026-03-14       |
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
  // Waits for 签约, given back, waits: 3 days, 8 days and 3 days after, as 设置 says here.
  ...rows(
    "receipts",
    `
    | no | date       | clientId | unitNo | item   | amount |
    | 1  | 2026-03-15 | LY-EE001 | 1-101  | 小定金 | 10000  |
    | 2  | 2026-03-11 | LY-EE002 | 1-102  | 小定金 | 10000  |
    | 3  | 2026-03-14 | LY-EE002 | 1-102  | 退款   | 10000  |
    | 4  | 2026-03-02 | LY-EE003 | 1-103  | 小定金 | 10000  |
  `,
  ),
  ...rows(
    "mortgagePapers",
    `
    | clientId | unitNo | paper  | dueOn            | handedInOn |
    | LY-EE001 | 1-101  | 户口本 | 2026-03-19       | /          |
    | LY-EE001 | 1-101  | 身份证 | 2026-03-19       | 2026-03-18 |
    | LY-EE001 | 1-101  | 结婚证 | 2026-03-20 15:30 |            |
    | LY-EE001 | 1-101  | 流水   | 2026-03-18 15:30 |            |
    | LY-EE001 | 1-101  | 其他   |                  |            |
  `,
  ),
  ...rows(
    "careTasks",
    `
    | clientId | dueOn            | task |
    | LY-EE001 | 2026-03-20 15:30 | 回访 |
    | LY-EE001 | 2026-03-21 08:00 | 回访 |
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
  | LY-CC001 | 2026-03-20 | 今日    |
  | LY-CC002 | 2026-03-25 | 待活动  |
  | LY-CC003 | 2026-03-23 | 未到期  |
  | LY-CC004 | 2026-01-02 | 逾期77天 |
  | LY-CC005 | 2026-03-20 | 今日    |
  | LY-CC006 |            | 待再分配 |
  | LY-CC007 | 2026-03-19 | 逾期1天 |
  | LY-EE001 | 2026-03-18 | 逾期2天 |
  | LY-EE002 | 2026-03-22 | 未到期  |
  | LY-EE003 | 2026-03-21 | 未到期  |
  | LY-DD001 | 2026-03-13 | 逾期7天 |
  | LY-DD002 | 2026-03-13 | 逾期7天 |
  | LY-DD003 | 2026-03-25 | 待活动  |
  | LY-DD004 | 2026-03-25 | 待活动  |
  | LY-DD005 | 2026-03-25 | 待活动  |
  | LY-FF001 | 2026-03-12 | 逾期8天 |
  | LY-FF002 |            | 待再分配 |
  | LY-FF003 | 2026-03-11 | 逾期9天 |
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

/** 设置 as a manager leaves it. */
const setTo = (book: Book, said: Readonly<Partial<Record<SettingKey, Cell>>>): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map(({ at, rows }) => ({
      at,
      rows: rows.map((row) => {
        const key = settingKeys.find((each) => settings[each] === row[0]);
        return key === undefined || said[key] === undefined
          ? row
          : [row[0] ?? null, said[key], ...row.slice(2)];
      }),
    })),
  })),
});

const deposits: Readonly<
  Record<string, { readonly days: Cell; readonly latest: Cell; readonly used: string }>
> = {
  "as the house has it": { days: 2, latest: 15, used: "2026-03-17 2026-03-29 2026-03-20" },
  "set by the manager": { days: 0, latest: 3650, used: "2026-03-15 2036-03-11 2026-03-18" },
  "typed as text": { days: "5", latest: " 9 ", used: "2026-03-20 2026-03-23 2026-03-23" },
  "left empty": { days: null, latest: "/", used: "2026-03-17 2026-03-29 2026-03-20" },
  "no number of days": { days: 2.5, latest: -3, used: "2026-03-17 2026-03-29 2026-03-20" },
  "a word": { days: "三天", latest: 10000, used: "2026-03-17 2026-03-29 2026-03-20" },
};

describeWith("LibreOffice", hasLibreOffice)("who is due", () => {
  let computed: SiteBook;
  const others = new Map<string, SiteBook>();

  beforeAll(async () => {
    const built = onDay(fillBook(freshBook(), registers), today);
    const book = setTo(built, { depositDays: 3, withdrawnLatest: 8 });
    const cases = Object.entries(deposits);
    const paths = [files.write("due.xlsx", await writeBook(book))];
    for (const [at, [, { days, latest }]] of cases.entries()) {
      const said = setTo(built, { depositDays: days, withdrawnLatest: latest });
      paths.push(files.write(`due-${at}.xlsx`, await writeBook(said)));
    }
    const [bytes, ...more] = recalculate(paths, files.folder);
    for (const [at, each] of more.entries()) others.set(cases[at]?.[0] ?? "", await readSiteFile(each));
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

  test("of grades reached on one day the later counts, whatever the hour", () => {
    const grades = ["A", "×", "C"];
    for (const book of [computed, withSheetAnswers(computed, today)])
      expect(
        shown(book, "grades", "grade")
          .slice(-3)
          .map(([grade]) => grade),
      ).toEqual(grades);
  });

  test.each(Object.entries(deposits))("days after a deposit %s", (name, { used }) => {
    const book = others.get(name) as SiteBook;
    const clients = ["LY-EE001", "LY-EE002", "LY-EE003"];
    const lines = new Map(dueList(book, today, { all: true }).map((line) => [String(line.clientId), line]));
    expect(clients.map((client) => lines.get(client)?.due).join(" ")).toBe(used);
    const onSheet = new Map(theirs(book).map(([client, day]) => [client, day]));
    expect(clients.map((client) => dayOfSerial(Number(onSheet.get(client)))).join(" ")).toBe(used);
  });

  test("papers and care go by whole days, and a paper may be closed with /", () => {
    const papers = ["免交", "已交", "今日", "逾期2天", "待交"].map((status) => [status]);
    const tasks = [["今日"], ["未到期"]];
    for (const book of [computed, withSheetAnswers(computed, today)]) {
      expect(shown(book, "mortgagePapers", "status")).toEqual(papers);
      expect(shown(book, "careTasks", "status")).toEqual(tasks);
    }
  });
});
