import type { CalendarDay, Moment } from "../../../../src/domain/kit/calendar-day";
import { completeCare } from "../../../../src/domain/register/care/complete-care";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { logContact } from "../../../../src/domain/register/follow-up/log-contact";
import { ownerCalls } from "../../../../src/domain/register/care/owner-calls";
import { careAhead } from "../../../../src/domain/register/care/generate-care";
import type { SiteBook } from "../../../../src/domain/register/site";
import { draw } from "../../draw";
import { bookOf, today, written } from "../book-of";

const day = (text: string): CalendarDay => text as CalendarDay;
const now = `${today} 10:30` as Moment;

/** today is 2024-03-10. */
const site = (more: Parameters<typeof bookOf>[0] = {}, over: Parameters<typeof bookOf>[1] = {}): SiteBook =>
  bookOf(
    {
      visitors: `
        | clientId | visitDate  | name | consultant | mobile        | occupation |
        | LY-AA001 | 2024-01-05 | 甲   | 王强       | 138 0379 1231 | 老师       |
        | LY-BB001 | 2024-01-05 | 乙   | 王强       | 138 0379 1232 |            |
        | LY-CC001 | 2024-01-05 | 丙   | 李娜       | 138 0379 1233 |            |
        | LY-DD001 | 2024-01-05 | 丁   | 李娜       | 138 0379 1234 |            |
        | LY-EE001 | 2024-01-05 | 戊   | 李娜       | 138 0379 1235 |            |
      `,
      grades: `
        | clientId | consultant | reachedD   | reachedC   | reachedB   | reachedA   | reachedDeal |
        | LY-AA001 | 王强       |            | 2024-01-05 |            | 2024-01-08 | 2024-01-10  |
        | LY-BB001 | 王强       |            | 2024-01-05 | 2024-01-08 |            | 2024-01-10  |
        | LY-CC001 | 李娜       |            | 2024-01-05 |            |            | 2024-01-10  |
        | LY-DD001 | 李娜       | 2024-01-05 |            |            |            | 2024-01-10  |
        | LY-EE001 | 李娜       |            |            |            |            | 2024-01-10  |
      `,
      deals: ["AA", "BB", "CC", "DD", "EE"].map((letters, at) => ({
        dealId: `CLY-${letters}001`,
        name: letters,
        consultant: "王强",
        subscribedOn: "2024-01-10",
        signedOn: "2024-01-12",
        unitNo: `3-1-110${at}`,
      })),
      profiles: ["AA", "BB", "CC", "DD", "EE"].map((letters) => ({
        clientId: `LY-${letters}001`,
        consent: "是",
      })),
      followUps: ["AA", "BB", "CC", "DD", "EE"].map((letters) => ({
        clientId: `LY-${letters}001`,
        contactedAt: "2024-02-20 10:00",
        method: "电话",
        notes: "问了装修进度",
      })),
      ...more,
    },
    {
      occasions: [
        { day: day("2024-03-08"), name: "妇女节" },
        { day: day("2024-03-20"), name: "认购会", audience: ["A"] },
      ],
      ...over,
    },
  );

const shown = (book: SiteBook, on: CalendarDay = today) =>
  ownerCalls(book, on).map((line) => ({
    client: line.clientId,
    class: line.class,
    due: line.due,
    status: line.statusText,
  }));
const clients = (book: SiteBook, on: CalendarDay = today) =>
  ownerCalls(book, on).map((line) => line.clientId);
const rowsWith = (...rows: readonly Record<string, string>[]) => rows;

describe("该打电话的老客户 (R15)", () => {
  test("by the class before the deal, the latest first; D after an event for D or for everybody; ungraded as C", () => {
    expect(shown(site())).toEqual(
      draw(`
      | client   | class | due        | status    |
      | LY-AA001 | A     | 2024-02-27 | 逾期12天  |
      | LY-BB001 | B     | 2024-03-06 | 逾期4天   |
      | LY-CC001 | C     | 2024-03-06 | 逾期4天   |
      | LY-EE001 | C     | 2024-03-06 | 逾期4天   |
      | LY-DD001 | D     | 2024-03-08 | 逾期2天   |
    `),
    );
    expect(shown(site(), day("2024-02-27"))).toEqual([
      { client: "LY-AA001", class: "A", due: "2024-02-27", status: "今日" },
    ]);
    expect(shown(site(), day("2024-02-26"))).toEqual([]);
  });

  test("with phone, last talk and when to call (R7)", () => {
    expect(ownerCalls(site(), today)[0]).toMatchObject({
      name: "甲",
      grade: "√",
      consultant: "王强",
      phone: "138 0379 1231",
      lastContact: "2024-02-20",
      lastNote: "问了装修进度",
      daysOverdue: 12,
      within: 7,
      whenToCall: { zh: "放学后" },
    });
  });

  test("the days are 002's as the manager has them on 设置", () => {
    const edited = site(
      {},
      {
        ownerCadence: {
          A: { first: 30, earliest: 30, latest: 30 },
          B: { first: 1, earliest: 1, latest: 18 },
          C: { first: 1, earliest: 1, latest: 20 },
        },
      },
    );
    expect(shown(edited)).toEqual(
      [
        { client: "LY-BB001", class: "B", due: "2024-03-09", status: "逾期1天" },
        { client: "LY-DD001", class: "D", due: "2024-03-08", status: "逾期2天" },
      ].toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    );
  });

  test.each(["否", "不同意", "", "/"])(
    "whoever says “%s” is not called; who was not asked is asked",
    (consent) => {
      const book = site({
        profiles: rowsWith({ clientId: "LY-AA001", consent }, { clientId: "LY-BB001", consent: "是" }),
      });
      expect(clients(book)).toEqual(["LY-BB001"]);
      const asked = careAhead(book, today).unasked.map(({ client }) => client);
      expect(asked.includes("LY-AA001" as never)).toBe(consent === "" || consent === "/");
    },
  );

  test("a no is kept, whatever another row of 客户档案 says", () => {
    const profiles = rowsWith(
      { clientId: "LY-AA001", consent: "否" },
      { clientId: "LY-AA001", consent: "是" },
    );
    expect(clients(site({ profiles }))).toEqual([]);
  });

  test("any contact after the deal counts: a visit, a talk, a task of 老客户维护 done by telephone or at their door", () => {
    const done = (method: string, doneOn: string) =>
      site({
        careTasks: rowsWith({
          clientId: "LY-AA001",
          reason: "生日",
          detail: "生日",
          dueOn: "2024-03-05",
          method,
          doneOn,
        }),
      });
    expect(clients(done("电话", "2024-03-05"))).not.toContain("LY-AA001");
    expect(clients(done("上门", "2024-03-05"))).not.toContain("LY-AA001");
    expect(clients(done("短信", "2024-03-05"))).toContain("LY-AA001");
    // Struck out: nobody was spoken to.
    expect(clients(done("电话", "/"))).toContain("LY-AA001");
    expect(shown(done("电话", "2024-03-02"))).toContainEqual({
      client: "LY-AA001",
      class: "A",
      due: "2024-03-09",
      status: "逾期1天",
    });
    const visited = site({
      visitors: rowsWith(
        { clientId: "LY-AA001", visitDate: "2024-01-05", name: "甲", consultant: "王强" },
        { clientId: "LY-AA001", visitDate: "2024-03-09", name: "甲", consultant: "王强" },
      ),
    });
    expect(clients(visited)).not.toContain("LY-AA001");
  });

  test("signing is a meeting too: the days begin there", () => {
    const deals = rowsWith({
      dealId: "CLY-AA001",
      name: "甲",
      subscribedOn: "2024-02-20",
      signedOn: "2024-03-04",
      unitNo: "3-1-1202",
    });
    expect(clients(site({ deals }))).toEqual([]);
    expect(shown(site({ deals }), day("2024-03-11"))).toEqual([
      { client: "LY-AA001", class: "A", due: "2024-03-11", status: "今日" },
    ]);
  });

  test("a day agreed for the next talk is kept, where it comes first", () => {
    const agreed = (nextAt: string) =>
      site({
        followUps: rowsWith({ clientId: "LY-CC001", contactedAt: "2024-03-05 10:00", notes: "再约", nextAt }),
        profiles: rowsWith({ clientId: "LY-CC001", consent: "是" }),
      });
    expect(shown(agreed("2024-03-09"))).toMatchObject([{ due: "2024-03-09", status: "逾期1天" }]);
    expect(clients(agreed("2024-03-12"))).toEqual([]);
    expect(shown(agreed("2024-12-31"), day("2024-03-21"))).toMatchObject([{ due: "2024-03-20" }]);
  });
});

describe("from which day on", () => {
  const one = (more: Parameters<typeof bookOf>[0]): SiteBook =>
    site({
      visitors: rowsWith({ clientId: "LY-AA001", visitDate: "2024-01-05", name: "甲", consultant: "王强" }),
      followUps: [],
      profiles: rowsWith({ clientId: "LY-AA001", consent: "是" }),
      ...more,
    });

  test("a talk agreed before the deal was that of the deal; one agreed for after it is kept", () => {
    const agreed = (nextAt: string) =>
      one({
        followUps: [{ clientId: "LY-AA001", contactedAt: "2024-01-05 10:00", notes: "再约", nextAt }],
      });
    expect(shown(agreed("2024-01-08"))).toMatchObject([{ due: "2024-01-19" }]);
    expect(shown(agreed("2024-01-14"))).toMatchObject([{ due: "2024-01-14" }]);
  });
});

describe("nobody is named twice", () => {
  test.each(
    draw(`
    | method | due        | done       | called |
    | 电话   | 2024-03-10 |            | no     |
    | 电话   | 2024-03-01 |            | no     |
    | 电话   | 2024-03-11 |            | yes    |
    | 短信   | 2024-03-10 |            | yes    |
    | 上门   | 2024-03-10 |            | yes    |
    | 电话   | 2024-03-10 | /          | yes    |
  `),
  )("an open task by $method due $due, done $done: called: $called", (row) => {
    const book = site({
      careTasks: rowsWith({
        clientId: "LY-AA001",
        reason: "生日",
        detail: "生日",
        dueOn: row["due"] ?? "",
        method: row["method"] ?? "",
        doneOn: row["done"] ?? "",
      }),
    });
    expect(clients(book).includes("LY-AA001" as never)).toBe(row["called"] === "yes");
  });

  test("until 签约 the deposit's own days hold, every two", () => {
    const deals = rowsWith({
      dealId: "CLY-AA001",
      name: "甲",
      subscribedOn: "2024-01-10",
      unitNo: "3-1-1202",
    });
    const book = site({ deals });
    expect(clients(book)).not.toContain("LY-AA001");
    expect(dueList(book, today).map(({ clientId }) => clientId)).toContain("LY-AA001");
  });

  test("who is on the ladder again for another unit, or given up, is 跟进's", () => {
    for (const again of [{ reachedB: "2024-03-01" }, { reachedLost: "2024-03-01" }]) {
      const book = site({
        grades: rowsWith({ clientId: "LY-AA001", consultant: "王强", reachedDeal: "2024-01-10", ...again }),
      });
      expect(clients(book)).not.toContain("LY-AA001");
      expect(dueList(book, today).map(({ clientId }) => clientId)).toContain("LY-AA001");
    }
  });

  test("the due list and this one have nobody in common", () => {
    const book = site();
    const due = new Set(dueList(book, today, { all: true }).map(({ clientId }) => clientId));
    expect(clients(book).filter((client) => due.has(client))).toEqual([]);
  });

  test("a unit given back: no owner any more", () => {
    expect(clients(site({ deals: [] }))).toEqual([]);
  });
});

describe("once somebody was in touch, the owner leaves the list", () => {
  test("登记跟踪", () => {
    const book = site();
    const logged = logContact(
      book,
      {
        contactedAt: now,
        clientId: "LY-AA001",
        method: "电话",
        notes: "客户说收楼满意，问了物业费和车位，答应周六带弟弟一家来看三房。",
        consultant: "王强",
      },
      { today, now },
    );
    if (!logged.ok) throw new Error("refused");
    const after = written(book, logged.changes);
    expect(clients(after)).toEqual(clients(book).filter((client) => client !== "LY-AA001"));
    expect(clients(after, day("2024-03-17"))).toContain("LY-AA001");
  });

  test("完成维护 of the task that named them instead", () => {
    const task = { reason: "生日", detail: "生日", due: today };
    const book = site({
      careTasks: rowsWith({ clientId: "LY-AA001", ...task, dueOn: today, method: "电话" }),
    });
    const done = completeCare(
      book,
      { tasks: [{ client: "LY-AA001" as never, ...task }], notes: "", consultant: "王强" },
      { today, now },
    );
    if (!done.ok) throw new Error("refused");
    expect(clients(written(book, done.changes))).not.toContain("LY-AA001");
  });
});
