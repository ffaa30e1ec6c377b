import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import type { Change } from "../../../../src/domain/register/change";
import type { Decision } from "../../../../src/domain/register/decision";
import { whoHasPhone } from "../../../../src/domain/register/client/known-client";
import { logContact } from "../../../../src/domain/register/follow-up/log-contact";
import { previewNumber } from "../../../../src/domain/register/client/preview-number";
import { registerCall } from "../../../../src/domain/register/client/register-call";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, cellsOf, now, register, today, written } from "../book-of";

const holding = (some: object): unknown => expect.objectContaining(some);

const entry = { today, now };
const talk =
  "客户带家人来看三房，认可地段和户型，嫌总价略高，想再比较两家楼盘，已约周末带父母复看样板房并谈按揭方案，态度积极，可以继续跟进。";
const visit = {
  visitDate: "2024-03-10",
  consultant: "王强",
  name: "张三",
  gender: "男",
  mobile: "13803791234",
  channels: "路过",
  notes: talk,
};
const call = {
  calledAt: "2024-03-09 15:00",
  consultant: "李娜",
  name: "张先生",
  gender: "男",
  mobile: "138 0379 1234",
  channels: "电视",
  notes: "问三房还有没有，什么价格，可不可以用公积金，答应周末过来看一看样板房，留了手机。",
};

const changesOf = (decision: Decision): readonly Change[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};
const codesOf = (decision: Decision): readonly string[] =>
  (decision.ok ? decision.hints : decision.problems).map(({ code }) => code);

describe("登记来访", () => {
  test("a new client: counter, register, grade and first contact", () => {
    expect(registerVisit(bookOf(), visit, entry)).toMatchObject({
      ok: true,
      clientId: "LY-ZS001",
      changes: [
        { kind: "counter", prefix: "LY-ZS", highest: 1 },
        {
          kind: "append",
          form: "visitors",
          row: { ...visit, clientId: "LY-ZS001", mobile: "138 0379 1234" },
        },
        {
          kind: "append",
          form: "grades",
          row: { clientId: "LY-ZS001", consultant: "王强", reachedC: today },
        },
        {
          kind: "append",
          form: "followUps",
          row: {
            contactedAt: now,
            clientId: "LY-ZS001",
            grade: "C",
            method: "来访",
            notes: talk,
            consultant: "王强",
          },
        },
      ],
    });
  });

  const refused = draw(`
    | key        | typed       | code             |
    | mobile     | 1380379123  | mobileDigits     |
    | visitDate  | 2024-03-11  | future           |
    | visitDate  | 2024-02-30  | noSuchDay        |
    | visitDate  |             | requiredReally   |
    | consultant | 钱多多      | notOnRoster      |
    | consultant | /           | cannotBeNothing  |
    | name       | /           | cannotBeNothing  |
    | name       | ★☆        | needsLetters     |
    | mobile     |             | oneOfRequired    |
    | gender     |             | required         |
  `);
  test.each(refused)("$key “$typed” is refused: $code", ({ key, typed, code }) => {
    const decision = registerVisit(
      bookOf(),
      { ...visit, [key ?? ""]: typed === "" ? null : (typed ?? "") },
      entry,
    );
    expect(decision).toMatchObject({ ok: false });
    expect(codesOf(decision)).toEqual([code]);
  });

  test("R3: both phones may not be /", () => {
    expect(codesOf(registerVisit(bookOf(), { ...visit, mobile: "/", phone: "／" }, entry))).toEqual([
      "allNothing",
    ]);
    expect(registerVisit(bookOf(), { ...visit, phone: "/" }, entry).ok).toBe(true);
  });

  test.each([
    [{ mobile: "/", phone: null }, "oneOfRequired"],
    [{ mobile: null, phone: "/" }, "oneOfRequired"],
    [{ mobile: "1380379123", phone: "/" }, "mobileDigits"],
  ])("R2, R3: / beside an empty blank is no phone: %j", (phones, code) => {
    expect(codesOf(registerVisit(bookOf(), { ...visit, ...phones }, entry))).toEqual([code]);
  });

  test("R2: 无 is no way to reach a caller", () => {
    const silent = { ...call, mobile: "/", otherContact: "无" };
    expect(codesOf(registerCall(bookOf(), silent, entry))).toEqual(["allNothing"]);
    expect(registerCall(bookOf(), { ...silent, otherContact: "微信 zhang_3" }, entry).ok).toBe(true);
  });

  test("letters are asked for, then taken", () => {
    expect(registerVisit(bookOf(), { ...visit, name: "★☆" }, { ...entry, letters: "lo" })).toMatchObject({
      clientId: "LY-LO001",
    });
    expect(codesOf(registerVisit(bookOf(), { ...visit, name: "★☆" }, { ...entry, letters: "L" }))).toEqual([
      "lettersNotTwo",
    ]);
    expect(codesOf(registerVisit(bookOf({}, { region: "" }), visit, entry))).toEqual(["needsRegion"]);
  });

  test("R8: hints do not stand in the way", () => {
    const decision = registerVisit(bookOf(), { ...visit, visitDate: "2024-03-08", notes: "看看" }, entry);
    expect(decision.ok).toBe(true);
    expect(codesOf(decision)).toEqual(["oneNumber", "noNextStep", "noNeed", "perfunctory", "lateEntry"]);
  });

  test("a caller who comes keeps the call's number, and the grade's row there is", () => {
    const called = written(bookOf(), changesOf(registerCall(bookOf(), call, entry)));
    expect(whoHasPhone(called, ["13803791234"])).toMatchObject([
      { clientId: "LY-ZH001", name: "张先生", consultant: "李娜", grade: "C", visited: false, row: 5 },
    ]);
    const visited = registerVisit(called, visit, entry);
    expect(visited).toMatchObject({ ok: true, clientId: "LY-ZH001" });
    expect(changesOf(visited).map((each) => ("form" in each ? each.form : each.kind))).toEqual([
      "visitors",
      "followUps",
    ]);
    // Received by somebody else than who answered the call: said, for the manager.
    expect(visited.ok ? visited.hints : []).toContainEqual(
      expect.objectContaining({
        code: "callerReceivedByOther",
        key: "consultant",
        facts: { client: "LY-ZH001", owner: "李娜", consultant: "王强" },
      }),
    );
    const own = registerVisit(called, { ...visit, consultant: "李娜" }, entry);
    expect(codesOf(own)).not.toContain("callerReceivedByOther");
    expect(codesOf(registerVisit(bookOf(), visit, entry))).not.toContain("callerReceivedByOther");
  });

  test("a phone somebody has is a question; both answers are taken", () => {
    const book = written(bookOf(), changesOf(registerVisit(bookOf(), visit, entry)));
    const other = { ...visit, name: "李四", age: "40" };
    const asked = registerVisit(book, other, entry);
    expect(asked).toMatchObject({
      ok: false,
      problems: [
        { code: "phoneKnown", facts: { otherId: "LY-ZS001", otherName: "张三", otherConsultant: "王强" } },
      ],
    });
    // Even the same name: who has been here gets a contact, not a second row.
    expect(codesOf(registerVisit(book, visit, entry))).toEqual(["phoneKnown"]);
    const same = registerVisit(book, other, {
      ...entry,
      phone: { is: "sameClient", clientId: "LY-ZS001" as ClientNumber },
    });
    // 再次来访: what was not asked before goes into the row, what contradicts it into the talk.
    expect(changesOf(same)).toMatchObject([
      { kind: "set", form: "visitors", row: 5, key: "age", was: null, value: 40 },
      { form: "followUps", row: { clientId: "LY-ZS001", notes: `${talk}\n登记内容：客户姓名 李四` } },
    ]);
    const another = registerVisit(book, other, { ...entry, phone: { is: "anotherClient", note: "兄弟" } });
    expect(another).toMatchObject({ ok: true, clientId: "LY-LS001" });
    expect(changesOf(another)).toContainEqual({
      kind: "append",
      form: "grades",
      row: {
        clientId: "LY-LS001",
        consultant: "王强",
        reachedC: today,
        remarks: "与 LY-ZS001 共用电话：兄弟",
      },
    });
  });

  test("the number that is shown is the number that is given, whatever the counter and the registers hold", () => {
    const book = bookOf(
      { visitors: [{ clientId: "LY-ZS007", name: "张松" }] },
      { highest: new Map([["LY-ZS", 998]]) },
    );
    expect(previewNumber(book, "张三")).toEqual({ ok: true, number: "LY-ZS999", prefix: "LY-ZS" });
    expect(registerVisit(book, visit, entry)).toMatchObject({ clientId: "LY-ZS999" });
    const more = bookOf(
      { visitors: [{ clientId: "LY-ZS999", name: "张松" }] },
      { highest: new Map([["LY-ZS", 3]]) },
    );
    expect(previewNumber(more, "张三")).toMatchObject({ number: "LY-ZS1000" });
    expect(previewNumber(bookOf(), "？")).toEqual({ ok: false, why: "needsLetters" });
  });
});

describe("登记来电", () => {
  test("who calls again keeps the number and gets no second grade row", () => {
    const book = written(bookOf(), changesOf(registerCall(bookOf(), call, entry)));
    const again = registerCall(book, { ...call, calledAt: "2024-03-10 09:00", name: "张三" }, entry);
    expect(again).toMatchObject({ ok: true, clientId: "LY-ZH001" });
    expect(changesOf(again).map((each) => ("form" in each ? each.form : each.kind))).toEqual([
      "calls",
      "followUps",
    ]);
  });

  test("a time alone is today's; a 微信号 is enough to be reached", () => {
    const decision = registerCall(
      bookOf(),
      { ...call, calledAt: "9:30", mobile: null, otherContact: "wx_zhang" },
      entry,
    );
    expect(changesOf(decision)).toContainEqual(
      holding({
        form: "followUps",
        row: holding({ contactedAt: "2024-03-10 09:30", method: "电话" }),
      }),
    );
  });
});

describe("跟踪 (R4)", () => {
  const contact = {
    contactedAt: "2024-03-10 10:00",
    clientId: "LY-ZS001",
    method: "电话",
    notes: "客户说家人都看中了三房，首付已经备好，问什么时候可以交定金，约好周六上午来签认购书。",
    consultant: "王强",
  };
  const bookWith = (reached: Readonly<Record<string, string>>, deal = false) =>
    bookOf({
      visitors: [{ clientId: "LY-ZS001", name: "张三", consultant: "王强", visitDate: "2024-03-01" }],
      grades: [{ clientId: "LY-ZS001", consultant: "王强", ...reached }],
      deals: deal ? [{ dealId: "CLY-ZS001" }] : [],
    });
  const [a, b, c, d, dealt, lost] = [
    "reachedA",
    "reachedB",
    "reachedC",
    "reachedD",
    "reachedDeal",
    "reachedLost",
  ];

  test("R13: a refunded deal is none: no √ by it, and √ is left after it", () => {
    const withDeals = (reached: Readonly<Record<string, string>>, ...states: readonly string[]) => {
      const book = bookWith(reached);
      const deals = states.map((status) => ({ dealId: "CLY-ZS001", status }));
      return { ...book, registers: { ...book.registers, deals: register("deals", deals) } };
    };
    const moved = (reached: Readonly<Record<string, string>>, to: string, ...states: readonly string[]) =>
      codesOf(logContact(withDeals(reached, ...states), { ...contact, newGrade: to }, entry));
    const [onA, onDeal] = [{ reachedA: "2024-03-01" }, { reachedDeal: "2024-03-01" }];
    expect(moved(onA, "√", "已退房")).toEqual(["dealNeedsDeal"]);
    expect(moved(onA, "√", "已退房", "认购")).toEqual([]);
    expect(moved(onDeal, "C", "已退房")).toEqual([]);
    expect(moved(onDeal, "C", "认购")).toEqual(["dealReopensByRefund"]);
  });

  const moves = draw(`
    | reached                        | to | notes  | becomes                              | refused                       |
    | C 2024-03-01                   | B  | said   | reachedB 2024-03-10                  |                               |
    | C 2024-03-01                   |    | said   |                                      |                               |
    | C 2024-03-01                   | C  | said   |                                      |                               |
    | C 2024-03-01                   | B  | 已联系 | reachedB 2024-03-10                  |                               |
    | D 2024-03-01                   | A  | 已联系 |                                      | jumpNeedsNote                 |
    | D 2024-03-01                   | A  | said   | reachedA 2024-03-10                  |                               |
    | B 2024-03-01                   | C  | 已联系 |                                      | demotionNeedsReason           |
    | B 2024-03-01                   | C  | said   | reachedC 2024-03-10                  |                               |
    | C 2024-03-01, A 2024-03-10     | B  | said   | reachedB 2024-03-10, reachedA        |                               |
    | B 2024-03-10, A 2024-03-10     | B  | said   | reachedA                             |                               |
    | A 2024-03-01, B 2024-03-05     | A  | said   | reachedA 2024-03-10                  |                               |
    | A 2024-03-01                   | √  | said   |                                      | dealNeedsDeal                 |
    | A 2024-03-01                   | ×  | 已联系 |                                      | hopelessNeedsReason           |
    | A 2024-03-01                   | ×  | said   |                                      | hopelessNeedsReason           |
    | A 2024-03-01                   | ×  | listed | reachedLost 2024-03-10               |                               |
    | × 2024-03-01                   | C  | said   |                                      | hopelessReopensByReassignment |
    | √ 2024-03-01                   | C  | said   |                                      | dealReopensByRefund           |
    | B 2024-03-10, C 2024-03-01     | D  | said   | reachedD 2024-03-10, reachedB        |                               |
  `);
  const keyOf: Readonly<Record<string, string | undefined>> = {
    A: a,
    B: b,
    C: c,
    D: d,
    "√": dealt,
    "×": lost,
  };
  const worded: Readonly<Record<string, string | undefined>> = {
    said: contact.notes,
    listed: `再未来访：${contact.notes}`,
  };
  test.each(moves)("$reached → $to ($notes)", ({ reached, to, notes, becomes, refused }) => {
    const days = Object.fromEntries(
      (reached ?? "").split(", ").map((each) => {
        const [grade = "", day = ""] = each.split(" ");
        return [keyOf[grade] ?? "", day];
      }),
    );
    const decision = logContact(
      bookWith(days),
      { ...contact, newGrade: to || null, notes: worded[notes ?? ""] ?? notes ?? "" },
      entry,
    );
    if (refused) {
      expect(decision.ok).toBe(false);
      expect(codesOf(decision)).toEqual([refused]);
      return;
    }
    const [logged, ...sets] = changesOf(decision);
    expect(logged).toMatchObject({ kind: "append", form: "followUps" });
    const expected = becomes
      ? becomes.split(", ").map((each) => {
          const [key = "", day] = each.split(" ");
          return { kind: "set", form: "grades", row: 5, key, was: days[key] ?? null, value: day ?? null };
        })
      : [];
    expect(sets).toEqual(expected);
  });

  test("客户等级 keeps the grade at that moment", () => {
    const [logged] = changesOf(
      logContact(bookWith({ reachedC: "2024-03-01" }), { ...contact, newGrade: "B" }, entry),
    );
    expect(logged).toMatchObject({ row: { grade: "C", newGrade: "B" } });
  });

  test("√ with a deal; days never run backwards; a stranger is refused", () => {
    const withDeal = bookWith({ reachedA: "2024-03-01" }, true);
    expect(logContact(withDeal, { ...contact, newGrade: "√" }, entry).ok).toBe(true);
    const late = { ...contact, contactedAt: "2024-03-05 10:00", newGrade: "A" };
    expect(codesOf(logContact(bookWith({ reachedB: "2024-03-06" }), late, entry))).toEqual([
      "reachedRunsBack",
    ]);
    expect(codesOf(logContact(bookWith({}), { ...contact, clientId: "LY-XX009" }, entry))).toEqual([
      "clientUnknown",
    ]);
  });

  test("R5, R8: a next day not after this one, a late entry and thin notes are said", () => {
    const thin = {
      ...contact,
      contactedAt: "2024-03-08 10:00",
      notes: "客户在开会，晚点再打。",
      nextAt: "2024-03-08",
    };
    expect(codesOf(logContact(bookWith({ reachedC: "2024-03-01" }), thin, entry))).toEqual([
      "nextBeforeContact",
      "thinNotes",
      "lateEntry",
    ]);
  });
});

describe("成交 (R12, R13)", () => {
  const deal = {
    dealId: "LY-ZS001",
    consultant: "王强",
    subscribedOn: "2024-03-09",
    name: "张三",
    unitNo: "3-1201",
    floorArea: 92.5,
    unitPrice: 3600,
    totalPrice: 333000,
  };
  const book = bookOf({
    visitors: [{ clientId: "LY-ZS001", name: "张三" }],
    grades: [{ clientId: "LY-ZS001", consultant: "王强", reachedC: "2024-03-01" }],
    deals: [{ dealId: "CLY-LS001", name: "李四", unitNo: "3-1202" }],
  });

  test("the report's number is C and the client's; the grade is √", () => {
    expect(changesOf(reportDeal(book, deal, entry))).toEqual([
      { kind: "append", form: "deals", row: { ...deal, dealId: "CLY-ZS001" } },
      { kind: "set", form: "grades", row: 5, key: "reachedDeal", was: null, value: "2024-03-09" },
    ]);
  });

  const totals = draw(`
    | unitPrice | floorArea | totalPrice | right |
    | 3600      | 92.5      | 333000     | yes   |
    | 3600      | 92.5      | 333001     | yes   |
    | 3600      | 92.5      | 333001.01  | no    |
    | 3600      | 92.5      | 332999     | yes   |
    | 3600      | 92.5      | 332998     | no    |
    | 1234.56   | 88.88     | 109728     | yes   |
    | 0.1       | 3         | 1          | yes   |
  `);
  test.each(totals)("$unitPrice × $floorArea = $totalPrice: $right", ({ right, ...money }) => {
    const decision = reportDeal(book, { ...deal, ...money }, entry);
    expect(decision.ok ? [] : codesOf(decision)).toEqual(right === "yes" ? [] : ["totalMismatch"]);
  });

  const refused = draw(`
    | key          | typed      | code             |
    | dealId       |            | requiredReally   |
    | dealId       | 张三       | notAClientNumber |
    | dealId       | LY-WW001   | clientUnknown    |
    | unitNo       | 3-1202     | unitTwice        |
    | signedOn     | 2024-03-08 | dateOrder        |
    | totalPrice   | 面议       | notMoney         |
    | subscribedOn | /          | cannotBeNothing  |
  `);
  test.each(refused)("$key “$typed”: $code", ({ key, typed, code }) => {
    expect(codesOf(reportDeal(book, { ...deal, [key ?? ""]: typed ?? "" }, entry))).toEqual([code]);
  });

  test("R4: a deal reported late does not run before the last grade; × has to be reassigned first", () => {
    const later = written(book, [
      { kind: "set", form: "grades", row: 5, key: "reachedA", was: null, value: today },
    ]);
    expect(changesOf(reportDeal(later, deal, entry))[1]).toMatchObject({ key: "reachedDeal", value: today });
    const lost = written(book, [
      {
        kind: "set",
        form: "grades",
        row: 5,
        key: "reachedLost",
        was: null,
        value: "2024-03-05" as CalendarDay,
      },
    ]);
    expect(codesOf(reportDeal(lost, deal, entry))).toEqual(["hopelessReopensByReassignment"]);
  });

  test("a second unit finds the client at √", () => {
    const once = written(book, changesOf(reportDeal(book, deal, entry)));
    expect(changesOf(reportDeal(once, { ...deal, unitNo: "3-1203" }, entry))).toHaveLength(1);
    expect(cellsOf(once, "grades")[0]?.["reachedDeal"]).toBe("2024-03-09");
  });
});
