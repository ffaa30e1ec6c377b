import fc from "fast-check";
import { addDays, type CalendarDay, daysBetween } from "../../../src/domain/kit/calendar-day";
import {
  careCalendar,
  careOpens,
  type CareTask,
  type Owner,
  type ProjectDays,
} from "../../../src/domain/rules/care-calendar";
import { draw } from "../draw";

const day = (text: string): CalendarDay => text as CalendarDay;
const owner = (over: Partial<Owner> = {}): Owner => ({
  deals: [],
  class: "C",
  birthday: undefined,
  spouseBirthday: undefined,
  weddingDay: undefined,
  consent: "yes",
  brought: [],
  ...over,
});
const noDays: ProjectDays = { openingOn: undefined, handOverOn: undefined };
const asked = (of: Owner, today: string, ahead = 30, project: Partial<ProjectDays> = {}) =>
  careCalendar(day(today), addDays(day(today), ahead), { ...noDays, ...project })(of);
const inOrder = (tasks: readonly CareTask[]) =>
  [...tasks]
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ reason, due, method }) => ({ reason, due, method }));

describe("R15: what 002 asks for after a deal", () => {
  test("the call on the day after, the film week, the dinner, the month's news", () => {
    const found = asked(owner({ deals: [day("2026-11-10")] }), "2026-11-10", 65);
    expect(inOrder(found.filter(({ method }) => method !== "短信"))).toEqual(
      draw(`
      | reason     | due        | method |
      | 成交次日   | 2026-11-11 | 电话   |
      | 电影周     | 2026-11-25 | 活动   |
      | 答谢饭局   | 2026-12-10 | 活动   |
      | 样板区活动 | 2026-12-10 | 活动   |
      | 样板区活动 | 2027-01-10 | 活动   |
    `),
    );
  });

  test("a deal reported late still owes its thanks, for sixty days; the past owes no news and no greetings", () => {
    const reasons = (today: string) =>
      asked(owner({ deals: [day("2026-11-10")], consent: "yes" }), today, 0)
        .filter(({ method }) => method !== "短信")
        .map(({ reason }) => reason);
    expect(reasons("2027-01-09")).toEqual(["成交次日", "电影周", "答谢饭局"]);
    expect(reasons("2027-01-11")).toEqual([]);
  });

  test("the house once handed over, there is no stage left to tell of", () => {
    const found = asked(owner({ deals: [day("2026-11-10")] }), "2026-12-01", 90, {
      handOverOn: day("2027-01-20"),
    });
    expect(found.filter(({ reason }) => reason === "样板区活动").map(({ due }) => due)).toEqual([
      "2026-12-10",
      "2027-01-10",
    ]);
    expect(found.find(({ reason }) => reason === "交房")).toMatchObject({
      due: "2027-01-20",
      method: "上门",
    });
  });

  test.each(
    draw(`
    | class | reason     | due        | method | says           |
    | A     | 生日       | 2026-11-21 | 上门   | 生日会         |
    | B     | 生日       | 2026-12-05 | 电话   | 寄贺卡         |
    | C     | 生日       | 2026-12-05 | 短信   | 短信祝福       |
    | A     | 结婚纪念日 | 2026-11-26 | 上门   | 上门拜访       |
    | B     | 结婚纪念日 | 2026-12-10 | 电话   | 寄贺卡         |
    | C     | 结婚纪念日 | 2026-12-10 | 短信   | 短信祝福       |
  `),
  )("an $class owner's $reason: by $method on $due", (row) => {
    const found = asked(
      owner({
        deals: [day("2020-01-01")],
        class: row.class as Owner["class"],
        birthday: day("1985-12-05"),
        weddingDay: day("2012-12-10"),
        consent: "yes",
      }),
      "2026-11-21",
    ).filter(({ reason }) => reason === row.reason);
    expect(found).toMatchObject([{ due: row.due, method: row.method }]);
    expect(found[0]?.detail).toContain(row.says);
  });

  test("an A birthday prepared too late is still owed until the day, and not born overdue; one over the year's end is found", () => {
    const of = (birthday: string) =>
      owner({ deals: [day("2020-01-01")], class: "A", birthday: day(birthday) });
    const birthdays = (birthday: string, today: string, ahead = 30) =>
      asked(of(birthday), today, ahead)
        .filter(({ reason }) => reason === "生日")
        .map(({ due }) => due);
    expect(birthdays("1985-12-05", "2026-11-20")).toEqual(["2026-11-21"]);
    expect(birthdays("1985-12-05", "2026-11-30")).toEqual(["2026-11-30"]);
    expect(birthdays("1985-12-05", "2026-12-05")).toEqual(["2026-12-05"]);
    expect(birthdays("1985-12-05", "2026-12-06")).toEqual([]);
    expect(birthdays("1985-01-20", "2026-12-20")).toEqual(["2027-01-06"]);
    expect(birthdays("1985-01-10", "2026-12-20", 10)).toEqual(["2026-12-27"]);
  });

  test("29 February is kept on the 28th in plain years; a spouse's birthday is another task", () => {
    const found = asked(
      owner({
        deals: [day("2020-01-01")],
        birthday: day("1988-02-29"),
        spouseBirthday: day("1990-02-28"),
        consent: "yes",
      }),
      "2027-02-20",
      20,
    ).filter(({ reason }) => reason === "生日");
    expect(found.map(({ due, detail }) => [due, detail.slice(0, 2)])).toEqual([
      ["2027-02-28", "生日"],
      ["2027-02-28", "配偶"],
    ]);
  });

  test("festivals and solar terms by message, only to who said yes; 清明 once", () => {
    const spring = (consent: Owner["consent"]) =>
      asked(owner({ deals: [day("2020-01-31")], consent }), "2026-04-01", 25)
        .filter(({ method }) => method === "短信")
        .map(({ reason, detail, due }) => `${due} ${reason} ${detail}`);
    expect(spring("yes")).toEqual(["2026-04-05 节日 清明祝福", "2026-04-20 节气 谷雨健康提醒"]);
    expect(spring("unknown")).toEqual([]);
  });

  test("who was not asked yet is called after the deal, and asked; nothing else, until they have said yes", () => {
    const everything = (consent: Owner["consent"]) =>
      asked(
        owner({
          deals: [day("2026-03-31"), day("2026-03-20")],
          class: "A",
          birthday: day("1985-04-10"),
          spouseBirthday: day("1986-04-11"),
          weddingDay: day("2012-04-12"),
          brought: [{ who: "李四（LY-LS001）", on: day("2026-04-01") }],
          consent,
        }),
        "2026-04-01",
        25,
        { openingOn: day("2026-04-18"), handOverOn: day("2026-04-20") },
      );
    expect(
      everything("unknown").map(({ reason, detail, due, method }) => [reason, detail, due, method]),
    ).toEqual([
      ["成交次日", "成交次日电话，并问是否同意接收信息", "2026-04-01", "电话"],
      ["成交次日", "成交次日电话，并问是否同意接收信息", "2026-03-21", "电话"],
    ]);
    expect(new Set(everything("yes").map(({ reason }) => reason)).size).toBe(10);
    expect(everything("yes").map(({ detail }) => detail)).not.toContain("成交次日电话，并问是否同意接收信息");
    expect(everything("no")).toEqual([]);
    expect(
      asked(owner({ brought: [{ who: "李四", on: day("2026-04-01") }], consent: "unknown" }), "2026-04-01"),
    ).toEqual([]);
  });

  test("the opening is an invitation; who brought a buyer is thanked the day after the deal, owner or not", () => {
    const opening = asked(owner({ deals: [day("2020-01-31")] }), "2026-04-01", 25, {
      openingOn: day("2026-04-18"),
    });
    expect(
      opening.filter(({ method }) => method !== "短信").map(({ detail, due }) => [detail.slice(0, 2), due]),
    ).toEqual([["开盘", "2026-04-18"]]);
    const thanks = asked(
      owner({ brought: [{ who: "李四（LY-LS001）", on: day("2026-04-01") }] }),
      "2026-04-01",
    );
    expect(thanks).toMatchObject([
      { reason: "转介绍答谢", due: "2026-04-02", detail: "答谢介绍 李四（LY-LS001） 成交" },
    ]);
  });

  test.each(
    draw(`
    | reason     | method | due        | opens      |
    | 成交次日   | 电话   | 2026-11-30 | 2026-11-30 |
    | 电影周     | 活动   | 2026-11-30 | 2026-11-20 |
    | 答谢饭局   | 活动   | 2026-11-30 | 2026-11-15 |
    | 生日       | 上门   | 2026-11-30 | 2026-11-23 |
    | 生日       | 短信   | 2026-11-30 | 2026-11-30 |
    | 节气       | 短信   | 2026-11-30 | 2026-11-30 |
  `),
  )("$reason by $method stands on the list from $opens", ({ reason = "", method = "", due, opens }) => {
    expect(careOpens(reason, method, due as CalendarDay)).toBe(opens);
  });
});

describe("laws", () => {
  const start = day("2024-01-01");
  const anyDay = fc.nat(1200).map((n) => addDays(start, n));
  const anyOwner: fc.Arbitrary<Owner> = fc.record({
    deals: fc.array(anyDay, { maxLength: 3 }),
    class: fc.constantFrom("A", "B", "C"),
    birthday: fc.option(anyDay, { nil: undefined }),
    spouseBirthday: fc.option(anyDay, { nil: undefined }),
    weddingDay: fc.option(anyDay, { nil: undefined }),
    consent: fc.constantFrom("yes", "no", "unknown"),
    brought: fc.array(fc.record({ who: fc.constant("某"), on: anyDay }), { maxLength: 2 }),
  });
  const owed = new Set(["成交次日", "电影周", "答谢饭局", "转介绍答谢"]);

  test("nothing for who said no, but the asking call to who was not asked; nothing beyond the horizon, nor in the past beyond what is owed", () => {
    fc.assert(
      fc.property(anyOwner, anyDay, fc.nat(60), anyDay, (of, today, ahead, handOverOn) => {
        const found = asked(of, today, ahead, { openingOn: start, handOverOn });
        if (of.consent === "no") expect(found).toEqual([]);
        if (of.consent === "unknown")
          for (const task of found)
            expect(task).toMatchObject({ reason: "成交次日", detail: "成交次日电话，并问是否同意接收信息" });
        for (const { reason, due, until } of found) {
          expect(due <= addDays(today, ahead)).toBe(true);
          expect(until >= today).toBe(true);
          if (!owed.has(reason)) expect(due >= today || (reason === "交房" && until >= today)).toBe(true);
          expect(daysBetween(due, today)).toBeLessThanOrEqual(60);
        }
      }),
    );
  });

  test("a further horizon has the same tasks and more, and a day later asks for none that was not asked before", () => {
    // What is prepared for late is due on the day it is asked for; it is the same task the day after.
    const key = ({ reason, detail, due, method }: CareTask) =>
      `${reason} ${detail} ${method === "上门" && reason !== "交房" ? "" : due}`;
    fc.assert(
      fc.property(anyOwner, anyDay, fc.nat(40), fc.nat(20), (of, today, ahead, more) => {
        const near = asked(of, today, ahead).map(key);
        const far = new Set(asked(of, today, ahead + more).map(key));
        expect(near.filter((each) => !far.has(each))).toEqual([]);
        const next = asked(of, addDays(today, 1), ahead + more - 1 < 0 ? 0 : ahead + more - 1).map(key);
        if (ahead + more > 0) expect(next.filter((each) => !far.has(each))).toEqual([]);
      }),
    );
  });
});
