import fc from "fast-check";
import { type CalendarDay, serialOfDay } from "../../../../src/domain/kit/calendar-day";
import { careDueWants, careGroups, openCare } from "../../../../src/domain/register/care/care-due";
import { careFigures } from "../../../../src/domain/register/care/care-figures";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import { completeCare } from "../../../../src/domain/register/care/complete-care";
import { careAhead, generateCare } from "../../../../src/domain/register/care/generate-care";
import { housePolicies } from "../../../../src/domain/register/settings/policies";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, cellsOf, now, today, written } from "../book-of";

const careToGenerate = (book: SiteBook, at: CalendarDay) => careAhead(book, at).tasks;

const day = (text: string): CalendarDay => text as CalendarDay;

/** today is 2024-03-10, a Sunday; 春分 is on the 20th, 清明 on 4 April. */
const site = (profiles: string, more: Parameters<typeof bookOf>[0] = {}): SiteBook =>
  bookOf({
    visitors: `
      | clientId | visitDate  | name | consultant | referrerId |
      | LY-AA001 | 2024-01-05 | 甲   | 王强       |            |
      | LY-BB001 | 2024-01-08 | 乙   | 李娜       | LY-AA001   |
      | LY-CC001 | 2024-01-09 | 丙   | 李娜       | LY-BB001   |
    `,
    grades: `
      | clientId | consultant | reachedC   | reachedB   | reachedA   | reachedDeal |
      | LY-AA001 | 王强       | 2024-01-05 |            | 2024-01-08 | 2024-01-10  |
      | LY-BB001 | 李娜       | 2024-01-08 | 2024-01-20 |            | 2024-03-09  |
      | LY-CC001 | 李娜       | 2024-01-09 |            |            |             |
    `,
    deals: `
      | dealId    | name | consultant | subscribedOn | signedOn   | unitNo   | birthday   |
      | CLY-AA001 | 甲   | 王强       | 2023-11-10   | 2023-11-12 | 3-1-1202 | 1980-03-28 |
      | CLY-BB001 | 乙   | 李娜       | 2024-03-09   |            | 3-1-1102 | 1990-03-15 |
    `,
    profiles,
    ...more,
  });

const agreed = `
  | clientId | consent |
  | LY-AA001 | 是      |
  | LY-BB001 | 是      |
`;

describe("R15: tasks are generated once each", () => {
  test("from deals, birthdays, festivals and referrals, for the thirty days ahead", () => {
    const found = careToGenerate(site(agreed), today).map(({ client, reason, due, method }) => ({
      client,
      reason,
      due,
      method,
    }));
    expect(found).toEqual(
      draw(`
      | client   | reason     | due        | method |
      | LY-AA001 | 样板区活动 | 2024-03-10 | 活动   |
      | LY-AA001 | 转介绍答谢 | 2024-03-10 | 寄送   |
      | LY-BB001 | 成交次日   | 2024-03-10 | 电话   |
      | LY-AA001 | 生日       | 2024-03-14 | 上门   |
      | LY-BB001 | 生日       | 2024-03-15 | 电话   |
      | LY-AA001 | 节气       | 2024-03-20 | 短信   |
      | LY-BB001 | 节气       | 2024-03-20 | 短信   |
      | LY-BB001 | 电影周     | 2024-03-24 | 活动   |
      | LY-AA001 | 节日       | 2024-04-04 | 短信   |
      | LY-BB001 | 节日       | 2024-04-04 | 短信   |
      | LY-BB001 | 答谢饭局   | 2024-04-08 | 活动   |
      | LY-BB001 | 样板区活动 | 2024-04-09 | 活动   |
    `),
    );
  });

  test("a second time finds nothing to write, and says so", () => {
    const book = site(agreed);
    const first = generateCare(book, today);
    if (!first.ok) throw new Error("nothing generated");
    const after = written(book, first.changes);
    expect(cellsOf(after, "careTasks")).toHaveLength(12);
    const again = generateCare(after, today);
    expect(again).toMatchObject({ ok: false, problems: [{ code: "nothingToGenerate", rule: "R15" }] });
  });

  test("a law: generated day by day or at once, every task is there once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }), (steps) => {
        let book = site(agreed);
        let at = today;
        for (const step of steps) {
          at = day(new Date(Date.parse(at) + step * 86_400_000).toISOString().slice(0, 10));
          const decision = generateCare(book, at);
          if (decision.ok) book = written(book, decision.changes);
        }
        const keys = cellsOf(book, "careTasks").map(({ clientId, reason, detail, dueOn }) =>
          [clientId, reason, detail, dueOn].join(" "),
        );
        expect(new Set(keys).size).toBe(keys.length);
        const missed = careToGenerate(book, at);
        expect(missed).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("who brought somebody is thanked for once, though the name and the day were put right since", () => {
    const book = site(agreed);
    const first = generateCare(book, today);
    if (!first.ok) throw new Error("nothing generated");
    const after = written(book, first.changes);
    const named = site(agreed, {
      visitors: `
        | clientId | visitDate  | name         | consultant | referrerId |
        | LY-AA001 | 2024-01-05 | 甲           | 王强       |            |
        | LY-BB001 | 2024-01-08 | 乙乙（老板） | 李娜       | LY-AA001   |
      `,
      deals: `
        | dealId    | name | consultant | subscribedOn | signedOn   | unitNo   |
        | CLY-AA001 | 甲   | 王强       | 2023-11-10   | 2023-11-12 | 3-1-1202 |
        | CLY-BB001 | 乙乙 | 李娜       | 2024-03-08   |            | 3-1-1102 |
      `,
    });
    const { careTasks } = after.registers;
    if (!careTasks) throw new Error("no tasks");
    const again = careToGenerate({ ...named, registers: { ...named.registers, careTasks } }, today);
    expect(again.map(({ client, reason }) => `${client} ${reason}`)).not.toContain("LY-AA001 转介绍答谢");
  });

  test("a deal's day or a birthday put right since, words and days of a task changed by hand: no task comes again", () => {
    const first = generateCare(site(agreed), today);
    if (!first.ok) throw new Error("nothing generated");
    const tasks = cellsOf(written(site(agreed), first.changes), "careTasks");
    const edited = tasks.map((task) => ({
      ...task,
      ...(task["reason"] === "生日" ? { detail: "去家里坐坐" } : {}),
      ...(task["reason"] === "答谢饭局" ? { dueOn: "2024-04-01" } : {}),
    }));
    const corrected = site(
      `
      | clientId | consent | birthday   |
      | LY-AA001 | 是      | 1980-03-20 |
      | LY-BB001 | 是      |            |
    `,
      {
        careTasks: edited,
        deals: `
          | dealId    | name | consultant | subscribedOn | signedOn   | unitNo   |
          | CLY-AA001 | 甲   | 王强       | 2023-11-10   | 2023-11-12 | 3-1-1202 |
          | CLY-BB001 | 乙   | 李娜       | 2024-03-08   |            | 3-1-1102 |
        `,
      },
    );
    expect(careToGenerate(corrected, today)).toEqual([]);
    expect(careToGenerate(site(agreed), today)).not.toEqual([]);
  });

  test("a second deal of a week later has tasks of its own; two units of one day are thanked for once", () => {
    const deals = (second: string): string => `
      | dealId    | name | consultant | subscribedOn | unitNo   |
      | CLY-BB001 | 乙   | 李娜       | 2024-03-09   | 3-1-1102 |
      | CLY-BB001 | 乙   | 李娜       | ${second} | 3-1-1103 |
    `;
    const calls = (book: SiteBook): number =>
      careToGenerate(book, day("2024-03-16")).filter(({ reason }) => reason === "成交次日").length;
    expect(calls(site(agreed, { deals: deals("2024-03-16") }))).toBe(2);
    expect(calls(site(agreed, { deals: deals("2024-03-09") }))).toBe(1);
    const first = generateCare(site(agreed), today);
    if (!first.ok) throw new Error("nothing generated");
    const tasks = cellsOf(written(site(agreed), first.changes), "careTasks");
    expect(calls(site(agreed, { deals: deals("2024-03-16"), careTasks: tasks }))).toBe(1);
  });

  test("never for who said no, whichever of two rows says so; who has been refunded owes nothing", () => {
    const no = site(`
      | clientId | consent |
      | LY-AA001 | 否      |
      | LY-AA001 | 是      |
    `);
    expect(careToGenerate(no, today).filter(({ client }) => client === "LY-AA001")).toEqual([]);
    const refunded = site(agreed, {
      applications: `
        | no             | kind     | clientId | unitNo   | salesOpinion | financeOpinion | managerOpinion | closedOn   |
        | SQ-20240309-01 | 退房申请 | LY-BB001 | 3-1-1102 | 同意         | 同意           | 同意           | 2024-03-10 |
      `,
    });
    const tasks = careToGenerate(refunded, today).map(({ client, reason }) => `${client} ${reason}`);
    expect(tasks).not.toContain("LY-BB001 成交次日");
    // The reward follows the deal.
    expect(tasks).not.toContain("LY-AA001 转介绍答谢");
  });

  test("who has not been asked is called, and asked; how many there are, and who, is said", () => {
    const asking = site(`
      | clientId | consent |
      | LY-AA001 | /       |
    `);
    const decision = generateCare(asking, today);
    if (!decision.ok) throw new Error("nothing generated");
    expect(decision.changes).toEqual([
      {
        kind: "append",
        form: "careTasks",
        row: {
          clientId: "LY-BB001",
          reason: "成交次日",
          detail: "成交次日电话，并问是否同意接收信息",
          dueOn: "2024-03-10",
          method: "电话",
        },
      },
    ]);
    expect(decision.hints).toMatchObject([
      { code: "ownersUnasked", rule: "R15", facts: { count: 2, names: "甲、乙" } },
    ]);
    const [hint] = decision.hints;
    expect(hint && say(hint, "zh").says).toBe("2 位业主还没有问过是否同意接收信息，先问一声再安排：甲、乙");
    expect(careAhead(asking, today).unasked).toEqual([
      { client: "LY-AA001", name: "甲", consultant: "王强" },
      { client: "LY-BB001", name: "乙", consultant: "李娜" },
    ]);
    const after = written(asking, decision.changes);
    expect(generateCare(after, today)).toMatchObject({
      ok: false,
      problems: [{ code: "nothingToGenerate" }, { code: "ownersUnasked" }],
    });
    // Asked, and agreed: all the rest, but not the call again.
    const said = site(agreed, { careTasks: cellsOf(after, "careTasks") });
    const reasons = careToGenerate(said, today).map(({ client, reason }) => `${client} ${reason}`);
    expect(reasons).toContain("LY-BB001 电影周");
    expect(reasons).not.toContain("LY-BB001 成交次日");
    expect(careAhead(said, today).unasked).toEqual([]);
  });

  test("two units bought on one day are thanked for once", () => {
    const book = site(agreed, {
      deals: `
        | dealId    | name | subscribedOn | unitNo   |
        | CLY-BB001 | 乙   | 2024-03-09   | 3-1-1102 |
        | CLY-BB001 | 乙   | 2024-03-09   | 3-1-1101 |
      `,
    });
    const calls = careToGenerate(book, today).filter(({ reason }) => reason === "成交次日");
    expect(calls).toHaveLength(1);
  });

  test("hand-over and opening come from 设置", () => {
    const book = site(agreed);
    const dated: SiteBook = {
      ...book,
      site: {
        ...book.site,
        policies: { ...housePolicies, openingOn: day("2024-03-12"), handOverOn: day("2024-03-30") },
      },
    };
    const found = careToGenerate(dated, today).filter(({ client }) => client === "LY-AA001");
    expect(found.map(({ reason, due }) => `${due} ${reason}`)).toEqual(
      expect.arrayContaining(["2024-03-12 样板区活动", "2024-03-30 交房"]),
    );
  });
});

const tasks = `
  | clientId | reason   | detail         | dueOn      | method | doneOn     |
  | LY-AA001 | 节气     | 惊蛰健康提醒   | 2024-03-05 | 短信   |            |
  | LY-BB001 | 节气     | 惊蛰健康提醒   | 2024-03-05 | 短信   |            |
  | LY-BB001 | 成交次日 | 电话慰问并答谢 | 2024-03-10 | 电话   |            |
  | LY-BB001 | 电影周   | 邀约看电影     | 2024-03-20 | 活动   |            |
  | LY-BB001 | 答谢饭局 | 答谢饭局       | 2024-04-08 | 活动   |            |
  | LY-AA001 | 生日     | 生日           | 2024-03-09 | 短信   | 2024-03-09 |
  | LY-AA001 | 节日     | 元宵祝福       | 2024-03-10 | 寄送   |            |
`;

describe("the day's tasks", () => {
  const book = site(agreed, { careTasks: tasks });

  test("open ones that may be done today, the latest first, greetings of a day together", () => {
    const groups = careGroups(openCare(book, today));
    expect(groups.map(({ reason, daysLate, tasks: of }) => [reason, daysLate, of.length])).toEqual([
      ["节气", 5, 2],
      ["成交次日", 0, 1],
      ["节日", 0, 1],
      ["电影周", 0, 1],
    ]);
    expect(groups[1]?.tasks[0]).toMatchObject({ name: "乙", consultant: "李娜", row: 7, agreed: true });
    const [unasked] = openCare(site("| clientId | consent |", { careTasks: tasks }), today);
    expect(unasked).toMatchObject({ client: "LY-AA001", agreed: false });
    expect(Object.keys(careDueWants).every((form) => form in book.registers)).toBe(true);
  });

  test("one that was struck out is settled, here as in the sheet", () => {
    const struck = site(agreed, {
      careTasks: tasks.replace("电话   |            |", "电话   | /          |"),
    });
    expect(openCare(struck, today).map(({ reason }) => reason)).not.toContain("成交次日");
    expect(openCare(book, today).map(({ reason }) => reason)).toContain("成交次日");
  });

  test("who has said no since is not on it", () => {
    const no = site(
      `
      | clientId | consent |
      | LY-BB001 | 否      |
    `,
      { careTasks: tasks },
    );
    expect(openCare(no, today).map(({ client }) => client)).toEqual(["LY-AA001", "LY-AA001"]);
  });

  const call = {
    client: "LY-BB001" as ClientNumber,
    reason: "成交次日",
    detail: "电话慰问并答谢",
    due: today,
  };
  const notes =
    "电话慰问，客户说对服务很满意，问了交房时间，答应下周带姐姐一家来看同一栋的三房，约周六上午。";
  const complete = (of: SiteBook, done: Partial<Parameters<typeof completeCare>[1]>) =>
    completeCare(of, { tasks: [call], notes, consultant: "李娜", ...done }, { today, now });

  test("done with a record: the day, the record, and a contact of its own", () => {
    const decision = complete(book, {});
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    const after = written(book, decision.changes);
    expect(cellsOf(after, "careTasks")[2]).toMatchObject({ doneOn: today, notes });
    expect(cellsOf(after, "followUps")).toMatchObject([
      { clientId: "LY-BB001", contactedAt: now, method: "电话", grade: "√", notes, consultant: "李娜" },
    ]);
    expect(decision.hints).toEqual([]);
    expect(complete(after, {})).toMatchObject({ ok: false, problems: [{ code: "careDoneAlready" }] });
  });

  test("done without a word, or sent by post, or to many at once: no contact", () => {
    const greeting = (client: string) => ({
      client: client as ClientNumber,
      reason: "节气",
      detail: "惊蛰健康提醒",
      due: day("2024-03-05"),
    });
    const post = { client: "LY-AA001" as ClientNumber, reason: "节日", detail: "元宵祝福", due: today };
    for (const [done, count] of [
      [{ notes: " " }, 1],
      [{ tasks: [post] }, 2],
      [{ tasks: [greeting("LY-AA001"), greeting("LY-BB001")] }, 4],
    ] as const) {
      const decision = complete(book, done);
      if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
      expect(decision.changes.map(({ kind }) => kind)).toEqual(Array(count).fill("set"));
    }
  });

  test("what is gone, or of who said no since, is refused; a thin record is a hint", () => {
    expect(complete(book, { tasks: [{ ...call, detail: "别的" }] })).toMatchObject({
      ok: false,
      problems: [{ code: "careTaskGone", facts: { count: 1 } }],
    });
    const no = site(
      `
      | clientId | consent |
      | LY-BB001 | 否      |
    `,
      { careTasks: tasks },
    );
    expect(complete(no, {})).toMatchObject({ ok: false, problems: [{ code: "careForNo" }] });
    expect(complete(book, { notes: "打过电话，客户很高兴" })).toMatchObject({
      ok: true,
      hints: [{ code: "thinNotes", rule: "R8" }],
    });
  });
});

test("seven visits a week, one event a month, for each consultant in service", () => {
  // 2024-03-10 is a Sunday: the week began on the 4th.
  const book = bookOf({
    followUps: `
      | contactedAt      | clientId | method   | consultant |
      | 2024-03-03 10:00 | LY-AA001 | 上门拜访 | 王强       |
      | 2024-03-04 10:00 | LY-AA001 | 上门拜访 | 王强       |
      | 2024-03-10 10:00 | LY-AA001 | 上门拜访 | 王强       |
      | 2024-03-10 11:00 | LY-AA001 | 电话     | 王强       |
      | 2024-02-29 10:00 | LY-AA001 | 活动     | 李娜       |
      | 2024-03-02 10:00 | LY-AA001 | 活动     | 李娜       |
      | 2024-03-02 11:00 | LY-BB001 | 活动     | 李娜       |
      | 2024-03-08 10:00 | LY-BB001 | 活动     | 钱多       |
    `,
  });
  expect(careFigures(book, today)).toEqual([
    { consultant: "王强", visits: 2, events: 0, contacts: 2 },
    { consultant: "李娜", visits: 0, events: 1, contacts: 0 },
    { consultant: "赵敏", visits: 0, events: 0, contacts: 0 },
  ]);
});

describe("checks", () => {
  const codes = (book: SiteBook) =>
    checkWorkbook(book, today)
      .filter(({ rule }) => rule === "R15" || rule === "R16" || rule === "R17")
      .map(({ code, row, facts }) => ({ code, row, facts }));

  test("open tasks of who said no, a second profile, weights that are not 100", () => {
    const book = site(
      `
      | clientId | consent |
      | LY-AA001 | 否      |
      | LY-AA001 | 是      |
    `,
      { careTasks: tasks },
    );
    const heavy = {
      ...book,
      site: {
        ...book.site,
        policies: { ...housePolicies, weights: { ...housePolicies.weights, likesArea: 15 } },
      },
    };
    expect(codes(heavy)).toEqual([
      { code: "profileTwice", row: 6, facts: { other: 5 } },
      { code: "careOfNo", row: 5, facts: { client: "LY-AA001" } },
      { code: "careOfNo", row: 11, facts: { client: "LY-AA001" } },
      { code: "weightsNotHundred", row: undefined, facts: { sum: 110 } },
    ]);
    const below = { ...housePolicies.weights, likesProduct: -15, likesPrice: 45 };
    expect(
      codes({ ...heavy, site: { ...book.site, policies: { ...housePolicies, weights: below } } }).slice(3),
    ).toEqual([{ code: "weightOutOfRange", row: undefined, facts: { signal: "认同产品", weight: -15 } }]);
    expect(codes(site(agreed, { careTasks: tasks }))).toEqual([]);
  });

  test("a task of people's own without a day formulas can use", () => {
    const serial = serialOfDay(day("2024-03-20"));
    const of = { clientId: "LY-AA001", reason: "生日" };
    const book = bookOf({
      careTasks: [
        { ...of, dueOn: serial },
        { ...of, detail: "甲" },
        { ...of, detail: "乙", dueOn: "下周五" },
        { ...of, detail: "丙", dueOn: "2024-03-20" },
        { ...of, detail: "丁", doneOn: "/" },
      ],
    });
    const found = checkWorkbook(book, today).filter(({ key }) => key === "dueOn");
    expect(found.map(({ code, row, fix }) => [code, row, fix?.length ?? 0])).toEqual([
      ["careWithoutDay", 6, 0],
      ["notADay", 7, 0],
      ["asText", 8, 1],
    ]);
  });

  test("one task twice, as merged numbers left it: the one without words is closed", () => {
    const book = site(agreed, {
      careTasks: `
      | clientId | reason   | detail     | dueOn      | doneOn     | notes  |
      | LY-AA001 | 生日     | 本人       | 2024-03-20 |            |        |
      | LY-AA001 | 生日     | 本人       | 2024-03-20 |            |        |
      | LY-AA001 | 生日     | 配偶       | 2024-03-20 |            |        |
      | LY-AA002 | 生日     | 本人       | 2024-03-20 |            |        |
      | LY-AA001 | 电影周   |            | 2024-03-12 |            |        |
      | LY-AA001 | 电影周   |            | 2024-03-12 |            | 约周六 |
      | LY-AA001 | 答谢饭局 |            | 2024-03-25 |            | 问过   |
      | LY-AA001 | 答谢饭局 |            | 2024-03-25 |            | 定了   |
      | LY-AA001 | 成交次日 |            | 2024-03-02 | 2024-03-02 |        |
      | LY-AA001 | 成交次日 |            | 2024-03-02 |            |        |
      | LY-AA001 | 电影周   |            | 2024-03-13 |            |        |`,
    });
    const found = checkWorkbook(book, today).filter(({ code }) => code === "careTwice");
    expect(
      found.map(({ severity, row, facts, fix }) => [severity, row, facts?.["other"], fix?.length ?? 0]),
    ).toEqual([
      ["hint", 6, 5, 2],
      ["hint", 9, 10, 2],
      ["hint", 12, 11, 0],
    ]);
    const mended = written(book, applyFixes(found));
    expect(
      checkWorkbook(mended, today)
        .filter(({ code }) => code === "careTwice")
        .map(({ row }) => row),
    ).toEqual([12]);
    expect(cellsOf(mended, "careTasks")[1]).toMatchObject({
      doneOn: "/",
      notes: "2024-03-10 校验：同一事项另有一行",
    });
  });

  test.each([
    ["否", 2],
    ["N", 2],
    ["no", 2],
    ["×", 2],
    ["不同意", 2],
    ["勿扰", 2],
    ["是", 0],
    ["/", 0],
    ["", 0],
  ])("who said “%s” is asked of %i times", (consent, found) => {
    const book = site(
      `
      | clientId | consent |
      | LY-AA001 | ${consent} |
    `,
      { careTasks: tasks },
    );
    expect(codes(book).filter(({ code }) => code === "careOfNo")).toHaveLength(found);
  });

  test("R16: thanks for a deal that was refunded since are closed by the fix; those given, and those of a deal, stay", () => {
    const task = {
      clientId: "LY-AA001",
      reason: "转介绍答谢",
      detail: "答谢介绍 乙（LY-BB001） 成交",
      dueOn: "2024-03-10",
      method: "寄送",
    };
    const applications = `
      | no             | kind     | clientId | unitNo   | salesOpinion | financeOpinion | managerOpinion | closedOn   |
      | SQ-20240309-01 | 退房申请 | LY-BB001 | 3-1-1102 | 同意         | 同意           | 同意           | 2024-03-10 |
    `;
    const told = (book: SiteBook) =>
      checkWorkbook(book, today).filter(({ code }) => code === "rewardWithoutDeal");
    const careTasks = [
      task,
      { ...task, doneOn: "2024-03-10" },
      { ...task, detail: "答谢介绍 丙（LY-CC001） 成交" },
    ];
    const book = site(agreed, { applications, careTasks });
    expect(told(book)).toMatchObject([{ form: "careTasks", row: 5, facts: { brought: "LY-BB001" } }]);
    const after = written(book, applyFixes(told(book)));
    expect(cellsOf(after, "careTasks")[0]).toMatchObject({ doneOn: "/" });
    expect(told(after)).toEqual([]);
    expect(told(site(agreed, { careTasks }))).toEqual([]);
  });

  test("R16: nobody is thanked in a circle of referrals", () => {
    const circle = site(agreed, {
      visitors: `
        | clientId | visitDate  | name | consultant | referrerId |
        | LY-AA001 | 2024-01-05 | 甲   | 王强       | LY-BB001   |
        | LY-BB001 | 2024-01-08 | 乙   | 李娜       | LY-AA001   |
      `,
    });
    const reasons = (book: SiteBook) => careToGenerate(book, today).map(({ reason }) => reason);
    expect(reasons(circle)).not.toContain("转介绍答谢");
    expect(reasons(site(agreed))).toContain("转介绍答谢");
  });

  test("a circle of referrals names all its rows at each of them", () => {
    const book = bookOf({
      visitors: `
        | clientId | visitDate  | name | consultant | referrerId |
        | LY-AA001 | 2024-01-05 | 甲   | 王强       | LY-CC001   |
        | LY-BB001 | 2024-01-08 | 乙   | 李娜       | LY-AA001   |
        | LY-CC001 | 2024-01-09 | 丙   | 李娜       | LY-BB001   |
        | LY-DD001 | 2024-01-09 | 丁   | 李娜       | LY-CC001   |
        | LY-EE001 | 2024-01-09 | 戊   | 李娜       | LY-EE001   |
      `,
    });
    const found = codes(book);
    expect(found.map(({ code, row }) => [code, row])).toEqual([
      ["referralLoop", 5],
      ["referralLoop", 6],
      ["referralLoop", 7],
      ["selfReferral", 9],
    ]);
    expect(found[0]?.facts).toMatchObject({ rows: "5、6、7" });
    expect(String(found[0]?.facts?.["path"])).toMatch(/^(LY-..001 → ){3}LY-..001$/u);
  });
});
