/** 首页 says who is next as the replay of the log does; run by LibreOffice. */
import { parseArea } from "../../src/book/address";
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import { readTurn } from "../../src/domain/register/turn-log";
import { nextTurn } from "../../src/domain/rules/next-turn";
import { isAwayNote, readTurnNote } from "../../src/domain/rules/turn-notes";
import { createUniverCalculator } from "../../src/excel-host/calculator-univer";
import type { Book, Cell } from "../../src/book/book";
import { settings, settingsSheet } from "../../src/workbook/plan/site-sheet";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { awayWords } from "../../src/workbook/plan/home-turn";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { newSite, onDay, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** 状态 of the three, then rows of the log: "王芳 轮空 否 休息 09:00", of the day before with "昨" in front. */
const cases: readonly (readonly [string, readonly [string, string, string], readonly string[], string])[] = [
  ["nobody yet", ["当值", "当值", "当值"], [], "王芳"],
  ["after the last", ["当值", "接待中", "当值"], ["王芳 新客户 是", "李强 新客户 是"], "陈晨"],
  ["away by 状态", ["休息", "外派", "当值"], [], "陈晨"],
  ["away by the log, 当值 by 状态", ["当值", "当值", "当值"], ["王芳 轮空 否 休息"], "李强"],
  [
    "sent away, and the turn passed",
    ["当值", "当值", "当值"],
    ["王芳 轮空 否 外派：去银行", "李强 新客户 是"],
    "陈晨",
  ],
  ["back by the log", ["当值", "当值", "当值"], ["王芳 轮空 否 请假", "王芳 轮空 否 回来"], "王芳"],
  ["received since", ["当值", "当值", "当值"], ["王芳 轮空 否 休息", "王芳 老客户 否"], "王芳"],
  ["void", ["当值", "当值", "当值"], ["王芳 老客户 否", "王芳 轮空 否 作废 休息"], "王芳"],
  [
    "given up since, and still away",
    ["当值", "当值", "当值"],
    ["李强 轮空 否 休息", "王芳 新客户 是", "李强 轮空 是 放弃"],
    "陈晨",
  ],
  [
    "yesterday's leave is over, whatever 状态 still says",
    ["休息", "当值", "当值"],
    ["昨王芳 轮空 否 休息"],
    "王芳",
  ],
  ["everybody away", ["休息", "外派", "当值"], ["陈晨 轮空 否 休息"], "—"],
  [
    "after the last in line the first who is there",
    ["当值", "当值", "当值"],
    ["王芳 轮空 否 休息", "陈晨 新客户 是"],
    "李强",
  ],
];

/** Two groups on alternate days: 一组 of 王芳, 二组 of the others; today is 二组's, or 一组's where the name says so. */
const groupCases: typeof cases = [
  ["groups: nobody yet", ["当值", "当值", "当值"], [], "李强"],
  ["groups: 一组's day", ["当值", "当值", "当值"], ["昨李强 新客户 是"], "王芳"],
  ["groups: the other group's turns move nobody", ["当值", "当值", "当值"], ["昨王芳 新客户 是"], "李强"],
  [
    "groups: each keeps its places over the other's day",
    ["当值", "当值", "当值"],
    ["前李强 新客户 是", "昨王芳 新客户 是"],
    "陈晨",
  ],
  ["groups: away", ["当值", "休息", "当值"], [], "陈晨"],
  ["groups: all of the group away", ["当值", "休息", "外派"], [], "—"],
];

const yesterday = "2026-11-21" as CalendarDay;
const dayBefore = "2026-11-20" as CalendarDay;

const allCases = [...cases, ...groupCases];

const isGrouped = ([name]: (typeof cases)[number]): boolean => name.startsWith("groups");

/** 一组起始日 is yesterday, so that today is 二组's; where it is to be 一组's, the day before. */
const withGroups = (book: Book, name: string): Book => {
  const values = new Map<string, Cell>([
    [settings.alternateDays, "是"],
    [settings.alternateFrom, serialOfDay(name.includes("一组") ? dayBefore : yesterday)],
  ]);
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.name === settingsSheet
        ? {
            ...sheet,
            blocks: sheet.blocks.map((block) => ({
              ...block,
              rows: block.rows.map((cells) => {
                const [caption] = cells;
                const value = typeof caption === "string" ? values.get(caption) : undefined;
                return value === undefined ? cells : [caption ?? null, value, ...cells.slice(2)];
              }),
            })),
          }
        : sheet,
    ),
  };
};

const bookOf = (each: (typeof cases)[number]): Book => {
  const book = fillBook(planWorkbook(newSite, today), changes(each));
  return isGrouped(each) ? withGroups(book, each[0]) : book;
};

const changes = (each: (typeof cases)[number]): readonly Change[] => {
  const [, states, log] = each;
  return [
    ...newSite.consultants.map((consultant, at): Change => ({
      kind: "append",
      form: "rotation",
      row: {
        order: at + 1,
        consultant,
        state: states[at] ?? "",
        ...(isGrouped(each) && { group: at === 0 ? "一组" : "二组" }),
      },
    })),
    ...log.map((line, at): Change => {
      const [, before, receiver = "", kind = "", counts = "", remarks = ""] =
        /^([昨前]?)(\S+) (\S+) (\S+) ?(.*)$/u.exec(line) ?? [];
      const day = before === "昨" ? yesterday : before === "前" ? dayBefore : today;
      return {
        kind: "append",
        form: "receptions",
        row: {
          at: `${day} ${String(9 + at).padStart(2, "0")}:00`,
          receiver,
          kind,
          counts,
          ...(remarks === "" ? {} : { remarks }),
        },
      };
    }),
  ];
};

test("who is sent away is sent away by words the replay knows", () => {
  for (const word of awayWords)
    expect([
      word,
      isAwayNote(readTurnNote(word.length === 2 && /公司|领导/u.test(word) ? `${word}安排` : word)),
    ]).toEqual([word, true]);
});

describeWith("LibreOffice", hasLibreOffice)("computed by LibreOffice", () => {
  const found: { readonly said: unknown; readonly replayed: string | undefined }[] = [];
  beforeAll(async () => {
    const paths: string[] = [];
    for (const [at, each] of allCases.entries())
      paths.push(files.write(`turn-${at}.xlsx`, await writeBook(onDay(bookOf(each), today))));
    for (const bytes of recalculate(paths, files.folder)) {
      const home = (await readSheets(bytes)).sheets.find(({ name }) => name === "首页");
      const { top = 0, left = 0 } = parseArea("B10") ?? {};
      const row = home?.rows.find((line) => line.row === top);
      const { order, standing } = readTurn(await readSiteFile(bytes), today);
      found.push({ said: row && valueAt(row, left), replayed: nextTurn(order, standing)?.name });
    }
  }, 240_000);

  test.each(allCases.map(([name, , , next], at) => [name, next, at] as const))("%s: %s", (_, next, at) => {
    expect(found[at]).toEqual({ said: next, replayed: next === "—" ? undefined : next });
  });
});

test("the trial host comes to the same", async () => {
  const [, , , awayByLog] = cases;
  if (awayByLog === undefined) throw new Error("no such case");
  const calculator = createUniverCalculator({ today: () => serialOfDay(today) });
  const results = await calculator.load(
    onDay(fillBook(planWorkbook(newSite, today), changes(awayByLog)), today),
  );
  calculator.dispose();
  const { top = 0, left = 0 } = parseArea("B10") ?? {};
  expect(
    results.find(({ sheet, row, column }) => sheet === "首页" && row === top && column === left)?.value,
  ).toBe("李强");
});
