import type { CalendarDay, Moment } from "../../../../src/domain/kit/calendar-day";
import { byCallability } from "../../../../src/domain/register/follow-up/call-order";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { serialOfDay } from "../../../../src/domain/kit/calendar-day";
import { draw } from "../../draw";
import { bookOf, type Cells, today } from "../book-of";

const day = (text: string): CalendarDay => text as CalendarDay;

describe("who is due (R5, R6)", () => {
  // today is 2024-03-10; the next promotion is on the 15th
  const book = bookOf(
    {
      visitors: `
        | clientId | visitDate  | name | consultant | mobile        | occupation | notes  |
        | LY-AA001 | 2024-03-01 | 甲   | 王强       | 138 0379 1231 | 老师       | 初访甲 |
        | LY-BB001 | 2024-03-07 | 乙   | 王强       | 138 0379 1232 |            |        |
        | LY-CC001 | 2024-03-09 | 丙   | 李娜       | 138 0379 1233 |            |        |
        | LY-CC002 | 2024-03-05 | 丁   | 李娜       | 138 0379 1234 |            |        |
        | LY-DD001 | 2024-03-01 | 戊   | 李娜       | 138 0379 1235 |            |        |
        | LY-DD002 | 2024-01-02 | 己   | 李娜       | 138 0379 1236 |            |        |
        | LY-EE001 | 2024-03-01 | 庚   | 李娜       | 138 0379 1237 |            |        |
        | LY-FF001 | 2024-03-01 | 辛   | 李娜       | 138 0379 1238 |            |        |
        | LY-AA002 | 2024-03-08 | 壬   | 王强       | /             |            |        |
      `,
      calls: `
        | clientId | calledAt         | name   | consultant | mobile        | notes |
        | LY-AA001 | 2024-02-27 09:00 | 甲先生 | 王强       | 138 0379 0000 | 来电  |
      `,
      grades: `
        | clientId | consultant | reachedD   | reachedC   | reachedB   | reachedA   | reachedDeal | reachedLost |
        | LY-AA001 | 赵敏       |            | 2024-03-01 |            | 2024-03-03 |             |             |
        | LY-BB001 | 王强       |            |            | 2024-03-07 |            |             |             |
        | LY-CC001 | 李娜       |            | 2024-03-09 |            |            |             |             |
        | LY-CC002 | 李娜       |            | 2024-03-05 |            |            |             |             |
        | LY-DD001 | 李娜       | 2024-03-01 |            |            |            |             |             |
        | LY-DD002 | 李娜       | 2024-01-02 |            |            |            |             |             |
        | LY-EE001 | 李娜       |            |            |            |            | 2024-03-01  |             |
        | LY-FF001 | 李娜       |            |            |            |            |             | 2024-03-01  |
        | LY-AA002 | 王强       |            |            |            | 2024-03-08 |             |             |
      `,
      followUps: `
        | clientId | contactedAt      | notes    | nextAt     |
        | LY-AA001 | 2024-03-01 10:00 | 初访甲   |            |
        | LY-AA001 | 2024-03-03 10:00 | 谈了贷款 | 2024-03-20 |
        | LY-CC002 | 2024-03-05 10:00 |          |            |
        | LY-CC002 | 2024-03-06 10:00 | 又谈了谈 | 2024-03-12 |
        | LY-DD001 | 2024-03-01 10:00 |          |            |
        | LY-DD002 | 2024-01-02 10:00 |          | 2024-01-20 |
      `,
    },
    {
      occasions: [
        { day: day("2024-01-04"), name: "促销" },
        { day: day("2024-03-15"), name: "促销" },
      ],
    },
  );

  const lines = draw(`
    | clientId | grade | consultant | lastContact | due        | status       | statusText | daysOverdue |
    | LY-DD002 | D     | 李娜       | 2024-01-02  | 2024-01-20 | overdue      | 逾期50天   | 50          |
    | LY-AA001 | A     | 赵敏       | 2024-03-03  | 2024-03-05 | overdue      | 逾期5天    | 5           |
    | LY-AA002 | A     | 王强       | 2024-03-08  | 2024-03-10 | today        | 今日       | 0           |
    | LY-BB001 | B     | 王强       | 2024-03-07  | 2024-03-10 | today        | 今日       | 0           |
    | LY-CC001 | C     | 李娜       | 2024-03-09  | 2024-03-10 | today        | 今日       | 0           |
    | LY-CC002 | C     | 李娜       | 2024-03-06  | 2024-03-12 | week         | 未到期     | 0           |
    | LY-DD001 | D     | 李娜       | 2024-03-01  | 2024-03-15 | week         | 待活动     | 0           |
    | LY-FF001 | ×     | 李娜       | 2024-03-01  |            | reassignment | 待再分配   | 0           |
  `);
  const asDrawn = (found: ReturnType<typeof dueList>) =>
    found.map((line) => ({
      clientId: line.clientId,
      grade: line.grade,
      consultant: line.consultant,
      lastContact: line.lastContact,
      due: line.due ?? "",
      status: line.status,
      statusText: line.statusText,
      daysOverdue: String(line.daysOverdue),
    }));

  test("worst first, then grade A first", () => {
    expect(asDrawn(dueList(book, today))).toEqual(lines);
  });

  test("each line has the phones, the last note and when to call", () => {
    const line = dueList(book, today).find(({ clientId }) => clientId === "LY-AA001");
    expect(line).toMatchObject({
      name: "甲",
      phone: "138 0379 1231、138 0379 0000",
      lastNote: "谈了贷款",
      whenToCall: { zh: "放学后" },
      sleeping: false,
      row: 5,
    });
    expect(dueList(book, today).find(({ clientId }) => clientId === "LY-DD002")?.sleeping).toBe(true);
  });

  test("a D client is of the days ahead as the card 七天内到期 of 首页 counts them; farther away they wait", () => {
    const statusOf = (ahead: number) =>
      dueList(book, today, { all: true, ahead }).find(({ clientId }) => clientId === "LY-DD001")?.status;
    expect([statusOf(4), statusOf(5)]).toEqual(["occasion", "week"]);
  });

  test("by consultant, and further ahead", () => {
    expect(dueList(book, today, { consultant: "王强" }).map(({ clientId }) => clientId)).toEqual([
      "LY-AA002",
      "LY-BB001",
    ]);
    const early = day("2024-03-01");
    expect(dueList(book, early, { consultant: "李娜", all: true }).map(({ status }) => status)).toContain(
      "later",
    );
  });

  test("days as serials are the same days", () => {
    const serials = bookOf({
      visitors: [{ clientId: "LY-AA001", name: "甲", visitDate: serialOfDay(day("2024-03-01")) }],
      grades: [{ clientId: "LY-AA001", consultant: "王强", reachedB: serialOfDay(day("2024-03-01")) }],
      followUps: [{ clientId: "LY-AA001", contactedAt: serialOfDay(day("2024-03-02")) + 0.5, notes: "谈" }],
    });
    expect(dueList(serials, today)).toMatchObject([
      { lastContact: "2024-03-02", due: "2024-03-05", daysOverdue: 5 },
    ]);
  });
});

describe("C is due the day after the visit, then within 7 days (R5 首次)", () => {
  const seen = (followUps: string, calls = ""): string | undefined => {
    const book = bookOf({
      visitors: `
        | clientId | visitDate  | name |
        | LY-AA001 | 2024-03-05 | 甲   |
      `,
      grades: `
        | clientId | consultant | reachedC   |
        | LY-AA001 | 王强       | 2024-03-05 |
      `,
      followUps: `
        | clientId | contactedAt      | method |
        ${followUps}
      `,
      calls: `
        | clientId | calledAt         | name |
        ${calls}
      `,
    });
    return dueList(book, today, { all: true })[0]?.due;
  };
  const visit = "| LY-AA001 | 2024-03-05 10:00 | 来访   |";

  test("the message of thanks of the same day is not the follow-up", () => {
    expect(seen(visit)).toBe("2024-03-06");
    expect(seen(`${visit}\n| LY-AA001 | 2024-03-05 10:30 | 短信   |`)).toBe("2024-03-06");
    expect(seen(`${visit}\n| LY-AA001 | 2024-03-06 10:30 | 电话   |`)).toBe("2024-03-13");
  });

  test("a visit that was typed into the register alone is a contact too", () => {
    expect(seen("")).toBe("2024-03-06");
    expect(seen("| LY-AA001 | 2024-03-06 09:00 | 电话   |")).toBe("2024-03-13");
    expect(seen(visit, "| LY-AA001 | 2024-03-01 09:00 | 甲   |")).toBe("2024-03-12");
  });
});

test("D waits for what is for D, or for everybody (活动's 对象级别)", () => {
  const waiting = bookOf(
    {
      visitors: `
        | clientId | visitDate  | name |
        | LY-DD001 | 2024-03-01 | 丁   |
      `,
      grades: `
        | clientId | consultant | reachedD   |
        | LY-DD001 | 王强       | 2024-03-01 |
      `,
    },
    {
      occasions: [
        { day: day("2024-03-12"), name: "老客户答谢", audience: ["√", "A"] },
        { day: day("2024-03-14"), name: "开放日" },
        { day: day("2024-03-15"), name: "促销", audience: ["C", "D"] },
      ],
    },
  );
  expect(dueList(waiting, today)).toMatchObject([{ due: "2024-03-14", statusText: "待活动" }]);
  const [first, , last] = waiting.site.occasions;
  const without = { ...waiting, site: { ...waiting.site, occasions: [first!, last!] } };
  expect(dueList(without, today)).toMatchObject([{ due: "2024-03-15" }]);
});

describe("deposits (R5)", () => {
  const sold = bookOf({
    visitors: `
      | clientId | visitDate  | name |
      | LY-AA001 | 2024-03-01 | 甲   |
      | LY-BB001 | 2024-03-01 | 乙   |
      | LY-CC001 | 2024-03-01 | 丙   |
      | LY-DD001 | 2024-02-01 | 丁   |
    `,
    grades: `
      | clientId | consultant | reachedC   | reachedDeal |
      | LY-AA001 | 王强       | 2024-03-01 | 2024-03-08  |
      | LY-BB001 | 王强       | 2024-03-01 | 2024-03-08  |
      | LY-CC001 | 王强       | 2024-03-01 |             |
      | LY-DD001 | 王强       | 2024-02-01 |             |
    `,
    followUps: `
      | clientId | contactedAt      | notes |
      | LY-AA001 | 2024-03-08 10:00 | 认购  |
      | LY-BB001 | 2024-03-08 10:00 | 签约  |
      | LY-CC001 | 2024-03-09 10:00 | 小定  |
      | LY-DD001 | 2024-02-20 10:00 | 退定  |
      | LY-DD001 | 2024-02-20 10:00 | 退定  |
    `,
    deals: `
      | dealId    | name | subscribedOn | signedOn   | unitNo   |
      | CLY-AA001 | 甲   | 2024-03-08   |            | 3-1-0101 |
      | CLY-BB001 | 乙   | 2024-03-08   | 2024-03-09 | 3-1-0102 |
    `,
    receipts: `
      | no | date       | clientId | unitNo   | item   | amount |
      | 1  | 2024-03-09 | LY-CC001 | 3-1-0103 | 小定金 | 5000   |
      | 2  | 2024-02-01 | LY-DD001 | 3-1-0104 | 小定金 | 5000   |
      | 3  | 2024-02-20 | LY-DD001 | 3-1-0104 | 退款   | 5000   |
    `,
  });

  test("every two days until 签约, signed or not by a deal; a withdrawn one within fifteen", () => {
    const found = dueList(sold, today, { all: true });
    expect(found.map(({ name, grade, deposit, due }) => ({ name, grade, deposit, due }))).toEqual(
      draw(`
      | name | grade | deposit   | due        |
      | 丁   | C     | withdrawn | 2024-03-06 |
      | 甲   | √     | deposit   | 2024-03-10 |
      | 丙   | C     | deposit   | 2024-03-11 |
    `),
    );
  });
});

describe("from a deposit on, and from a refund on (R5)", () => {
  const refund = {
    no: "SQ-1",
    kind: "退房申请",
    clientId: "LY-AA001",
    unitNo: "1-1",
    appliedOn: "2024-03-06",
    ...{ salesOpinion: "同意", managerOpinion: "同意", financeOpinion: "同意" },
  };
  const receipt = (said: string) => {
    const [item = "", date = ""] = said.split("@");
    return { no: said, date, clientId: "LY-AA001", unitNo: "1-1", item, amount: 5000 };
  };
  test.each(
    draw(`
    | called     | next       | A          | deal       | signed | receipts                           | closed     | deposit   | due        |
    | 2024-03-01 |            | 2024-03-01 | 2024-03-10 |        |                                    |            | deposit   | 2024-03-12 |
    | 2024-03-01 | 2024-03-05 | 2024-03-01 | 2024-03-10 |        |                                    |            | deposit   | 2024-03-12 |
    | 2024-03-01 | 2024-03-11 | 2024-03-01 | 2024-03-10 |        |                                    |            | deposit   | 2024-03-11 |
    | 2024-03-01 |            | 2024-03-01 | 2024-03-05 |        | 大定金@2024-03-09                  |            | deposit   | 2024-03-11 |
    | 2024-03-01 |            | 2024-03-01 |            |        | 小定金@2024-03-09                  |            | deposit   | 2024-03-11 |
    | 2024-03-10 |            | 2024-03-01 |            |        | 小定金@2024-03-09                  |            | deposit   | 2024-03-12 |
    | 2024-03-01 |            | 2024-03-01 |            |        | 小定金@2024-03-05 退款@2024-03-07  |            | withdrawn | 2024-03-22 |
    | 2024-03-07 | 2024-03-09 | 2024-03-01 |            |        | 小定金@2024-03-05 退款@2024-03-07  |            | withdrawn | 2024-03-09 |
    | 2024-03-08 |            | 2024-03-01 |            |        | 小定金@2024-03-05 退款@2024-03-07  |            | withdrawn | 2024-03-23 |
    | 2024-03-01 |            | 2024-03-08 |            |        | 小定金@2024-03-05 退款@2024-03-07  |            |           | 2024-03-03 |
    | 2024-03-06 |            | 2024-03-01 |            |        | 小定金@2023-03-05 退款@2023-03-07  |            |           | 2024-03-08 |
    | 2024-03-01 |            | 2024-03-08 | 2024-03-05 |        | 大定金@2024-03-05 退款@2024-03-07  | 2024-03-08 | withdrawn | 2024-03-23 |
  `),
  )("called $called, A since $A, deal $deal, $receipts, refunded $closed: $due", (row) => {
    const of = bookOf({
      visitors: [{ clientId: "LY-AA001", visitDate: "2024-02-01", name: "甲" }],
      grades: [{ clientId: "LY-AA001", consultant: "王强", reachedA: row["A"] ?? null }],
      followUps: [
        {
          clientId: "LY-AA001",
          contactedAt: `${row["called"] ?? ""} 10:00`,
          nextAt: row["next"] || null,
          notes: "x",
        },
      ],
      deals: row["deal"]
        ? [{ dealId: "CLY-AA001", name: "甲", unitNo: "1-1", subscribedOn: row["deal"] }]
        : [],
      receipts: (row["receipts"] ?? "").split(" ").filter(Boolean).map(receipt),
      applications: row["closed"] ? [{ ...refund, closedOn: row["closed"] }] : [],
    });
    const [line] = dueList(of, today, { all: true });
    expect([line?.deposit ?? "", line?.due]).toEqual([row["deposit"], row["due"]]);
  });
});

describe("who can be called now (R7)", () => {
  const people = bookOf({
    visitors: `
      | clientId | visitDate  | name | occupation |
      | LY-AA001 | 2024-03-01 | 甲   | 老师       |
      | LY-BB001 | 2024-03-01 | 乙   | 医生       |
      | LY-CC001 | 2024-03-01 | 丙   | 其他       |
      | LY-DD001 | 2024-03-01 | 丁   |            |
      | LY-EE001 | 2024-03-02 | 戊   | 其他       |
    `,
    grades: `
      | clientId | consultant | reachedB   |
      | LY-AA001 | 王强       | 2024-03-01 |
      | LY-BB001 | 王强       | 2024-03-01 |
      | LY-CC001 | 王强       | 2024-03-01 |
      | LY-DD001 | 王强       | 2024-03-01 |
      | LY-EE001 | 王强       | 2024-03-02 |
    `,
    profiles: `
      | clientId | employer | position |
      | LY-CC001 | 某银行   | 柜员     |
      | LY-EE001 | 某厂     | 电工     |
    `,
  });
  const lines = dueList(people, today);

  test("the trade is what the profile says, where R7 has advice for it", () => {
    expect(lines.map(({ name, trade }) => [name, trade])).toEqual([
      ["甲", "老师"],
      ["乙", "医生"],
      ["丙", "某银行"],
      ["丁", ""],
      ["戊", "电工"],
    ]);
  });

  test("those who can be called first, then by the minute they can; else worst first", () => {
    // A Monday: the bank at 10:30, the doctor at noon, the teacher after school.
    const order = byCallability(lines, "2024-03-11 10:00" as Moment).map(({ name }) => name);
    expect(order).toEqual(["丁", "戊", "丙", "乙", "甲"]);
  });
});

describe("which day counts of several", () => {
  const dueOf = (followUps: readonly Cells[], grade: Cells = {}): string | undefined => {
    const clientId = "LY-ZS001";
    const book = bookOf({
      visitors: [{ clientId, visitDate: "2024-02-01", name: "张三", consultant: "王强" }],
      grades: [{ clientId, consultant: "王强", reachedC: "2024-02-01", ...grade }],
      followUps: followUps.map((each) => ({ clientId, ...each })),
    });
    return dueList(book, today, { all: true })[0]?.due;
  };

  test("a last contact that agreed nothing leaves the day agreed first of what still lies ahead", () => {
    expect(
      dueOf([
        { contactedAt: "2024-03-04 10:00", nextAt: "2024-03-11" },
        { contactedAt: "2024-03-05 10:00", nextAt: "2024-03-12" },
        { contactedAt: "2024-03-06 10:00" },
      ]),
    ).toBe("2024-03-11");
  });

  test("of two agreed on one day the earlier", () => {
    expect(
      dueOf([
        { contactedAt: "2024-03-06 10:00", nextAt: "2024-03-08" },
        { contactedAt: "2024-03-06 16:00", nextAt: "2024-03-10" },
      ]),
    ).toBe("2024-03-08");
  });

  test("begun anew is the first day after ×, not the latest", () => {
    const reassigned = {
      reachedC: null,
      reachedLost: "2024-02-20",
      formerConsultant: "李强",
      reachedD: "2024-03-01",
      reachedA: "2024-03-05",
    };
    expect(dueOf([{ contactedAt: "2024-02-02 10:00" }], reassigned)).toBe("2024-03-03");
  });
});
