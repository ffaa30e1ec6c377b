import fc from "fast-check";
import { caseBook, ownershipWants } from "../../../../src/domain/register/ownership/case-book";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { disputes, sharersOf } from "../../../../src/domain/register/ownership/disputes";
import { housePolicies } from "../../../../src/domain/register/settings/policies";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { RawCell } from "../../../../src/domain/register/register";
import { onlyRows } from "../../../../src/domain/register/some-rows";
import {
  type AtTheDoor,
  doorVerdicts,
  doorWants,
  meantAtDoor,
  verdictOf,
  verdictRows,
} from "../../../../src/domain/register/ownership/verdict";
import { formOf, type FormKey } from "../../../../src/domain/forms/index";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { bookOf, type Cells, now, today } from "../book-of";

const id = "LY-ZS001" as ClientNumber;
const whole: Cells = {
  clientId: id,
  visitDate: "2024-03-05",
  consultant: "王强",
  name: "张三",
  gender: "男",
  mobile: "138 0379 1234",
  areaBand: "101–120",
};
const call: Cells = {
  clientId: id,
  calledAt: "2024-03-05 09:00",
  consultant: "李娜",
  name: "张三",
  gender: "男",
  mobile: "138 0379 1234",
  layout: "3/2",
};
const policy = (ownership: string, over = {}) => ({ policies: { ...housePolicies, ownership, ...over } });
const judged = (book: SiteBook, client = id) => verdictOf(caseBook(book, today), client);

describe("the facts come from the registers", () => {
  test("the visitors' row, complete; with what it lacks and where", () => {
    expect(judged(bookOf({ visitors: [whole] }))).toMatchObject({
      owner: "王强",
      ground: "firstReception",
      rests: [{ form: "visitors", sheet: "来访登记", row: 5 }],
      missing: [],
    });
    expect(
      judged(bookOf({ visitors: [{ ...whole, gender: "/", mobile: null, areaBand: "" }] })),
    ).toMatchObject({
      owner: undefined,
      ground: "doesNotCount",
      missing: [{ what: "gender" }, { what: "phone" }, { what: "need", row: { row: 5 } }],
    });
  });

  test("R10: who is × waits for the manager, at the door too; assigned anew, or once they bought, no more", () => {
    const row: Cells = {
      clientId: id,
      consultant: "王强",
      reachedC: "2024-03-05",
      reachedLost: "2024-03-08",
    };
    const lost = bookOf({ visitors: [whole], grades: [row] });
    const door: AtTheDoor = { name: "张三", phone: "13803791234", asksFor: "王强", referrer: undefined, now };
    const waits = { owner: undefined, ground: "givenUp", rests: [{ form: "grades" }] };
    expect(judged(lost)).toMatchObject(waits);
    expect(doorVerdicts(caseBook(lost, today), door)[0]?.verdict).toMatchObject(waits);
    expect(judged(bookOf({ visitors: [whole], grades: [row], deals: [{ dealId: `C${id}` }] })).owner).toBe(
      "王强",
    );
    const anew = { ...row, consultant: "李娜", formerConsultant: "王强", reachedD: "2024-03-10" };
    expect(judged(bookOf({ visitors: [whole], grades: [anew] }))).toMatchObject({
      owner: "李娜",
      ground: "reassigned",
    });
  });

  test("any box of 意向产品 says what the client needs, / in it does not", () => {
    const boxes = {
      propertyType: "高层",
      areaBand: "101–120",
      layout: "3/2",
      unitPriceBand: "2000–2500",
      totalPriceBand: "41–60",
      payment: "按揭贷款",
      recommendedUnits: "3-1-1202",
      preferredUnits: "3-1-1202",
    };
    const product = formOf("visitors").parts.find(({ title }) => title === "意向产品");
    expect(Object.keys(boxes)).toEqual(Object.keys(product?.fields ?? {}));
    for (const [key, answer] of Object.entries(boxes)) {
      const alone = { ...whole, areaBand: "", [key]: answer };
      expect([key, judged(bookOf({ visitors: [alone] }))]).toMatchObject([key, { missing: [] }]);
      const struck = { ...alone, [key]: "/" };
      expect([key, judged(bookOf({ visitors: [struck] }))]).toMatchObject([
        key,
        { missing: [{ what: "need" }] },
      ]);
    }
  });

  test("a visit without a day or a consultant is told as one that does not count, not as none", () => {
    for (const [over, what] of [
      [{ visitDate: null }, "day"],
      [{ visitDate: "上周" }, "day"],
      [{ consultant: "/" }, "consultant"],
    ] as const)
      expect(judged(bookOf({ visitors: [{ ...whole, ...over }] }))).toMatchObject({
        owner: undefined,
        ground: "doesNotCount",
        rests: [{ form: "visitors", row: 5 }],
        missing: [{ what, row: { row: 5 } }],
      });
  });

  test("a call of the same day, an invitation, an agreed day", () => {
    expect(judged(bookOf({ visitors: [whole], calls: [call] }))).toMatchObject({
      owner: "李娜",
      ground: "calledSameDay",
    });
    expect(judged(bookOf({ visitors: [whole], calls: [call] }, policy("004")))).toMatchObject({
      owner: "王强",
    });
    const invited = bookOf({
      visitors: [whole],
      invitations: [{ clientId: id, invitedFor: "2024-03-05 10:00", consultant: "赵敏" }],
    });
    expect(judged(invited)).toMatchObject({
      owner: "赵敏",
      ground: "invited",
      rests: [{ form: "invitations" }, {}],
    });
    const agreed = (over: Cells, visitDate = "2024-03-06") =>
      bookOf({
        visitors: [{ ...whole, visitDate }],
        followUps: [
          {
            clientId: id,
            contactedAt: "2024-03-03 10:00",
            method: "电话",
            nextAt: "2024-03-06",
            nextReason: "带父母看房",
            consultant: "赵敏",
            ...over,
          },
        ],
      });
    expect(judged(agreed({}))).toMatchObject({ owner: "赵敏", ground: "invited" });
    expect(judged(agreed({ method: "邀约", nextReason: null }))).toMatchObject({ owner: "赵敏" });
    for (const book of [
      agreed({ nextReason: "电话回访" }),
      agreed({ nextReason: null }),
      agreed({}, "2024-03-05"),
      agreed({}, "2024-03-07"),
    ])
      expect(judged(book)).toMatchObject({ owner: "王强", ground: "firstReception" });
  });

  test("来电有效天数 0 is the same day, however the next call was put down", () => {
    const book = bookOf(
      {
        visitors: [whole],
        calls: [{ ...call, calledAt: "2024-03-01 09:00" }],
        followUps: [
          {
            clientId: id,
            contactedAt: "2024-03-01 09:00",
            method: "电话",
            nextAt: "2024-03-20",
            nextReason: "电话回访",
            consultant: "李娜",
          },
        ],
      },
      policy("000", { callDays: 0 }),
    );
    expect(judged(book)).toMatchObject({ owner: "王强", ground: "firstReception" });
  });

  test("下次看房时间 is an appointment with whoever agreed on it, for another visit than its own", () => {
    const agreed = { ...whole, gender: "/", consultant: "李娜", visitDate: "2024-03-01" };
    const came = (nextAppointment: string) =>
      judged(bookOf({ visitors: [{ ...agreed, nextAppointment }, whole] }));
    expect(came("2024-03-05 10:00")).toMatchObject({
      owner: "李娜",
      ground: "invited",
      rests: [{ row: 5 }, { row: 6 }],
    });
    expect(came("2024-03-06 10:00")).toMatchObject({ owner: "王强", ground: "firstReception" });
    expect(judged(bookOf({ visitors: [{ ...whole, nextAppointment: "2024-03-05 15:00" }] }))).toMatchObject({
      ground: "firstReception",
    });
  });

  test("days as sheets keep them have no hour: a call of the same day comes before no visit by the clock", () => {
    const serial = { ...whole, visitDate: 45_356 };
    const at = (time: number) => ({ ...call, calledAt: 45_356 + time });
    expect(judged(bookOf({ visitors: [serial], calls: [at(0.4)] }))).toMatchObject({ owner: "李娜" });
    const other = { ...serial, clientId: "LY-ZS002", consultant: "李娜", visitDate: 45_356 };
    expect(disputes(caseBook(bookOf({ visitors: [serial, other] }), today))).toMatchObject([
      { verdict: { owner: undefined, ground: "noTelling" } },
    ]);
    const logged = (kind: string) =>
      bookOf({
        visitors: [serial],
        receptions: [{ clientId: id, at: 45_356 + 0.5, receiver: "李娜", kind, counts: "否" }],
      });
    expect(judged(logged("新客户"))).toMatchObject({ owner: undefined, ground: "noTelling" });
    expect(judged(logged("老客户"))).toMatchObject({ owner: "王强", ground: "firstReception" });
  });

  test("the log says how the visit went; the register's row is what it rests on", () => {
    const logged = (kind: string, receiver = "王强") =>
      bookOf(
        {
          visitors: [whole],
          receptions: [{ clientId: id, at: "2024-03-05 11:00", receiver, kind, counts: "是" }],
        },
        policy("001"),
      );
    expect(judged(logged("指名"))).toMatchObject({
      ground: "askedByName",
      rests: [{ form: "visitors", row: 5 }],
    });
    expect(judged(logged("新客户"))).toMatchObject({ ground: "firstReception" });
    expect(judged(logged("义务接待", "李娜"))).toMatchObject({ owner: "王强" });
    const later = bookOf(
      {
        visitors: [whole],
        receptions: [{ clientId: id, at: "2024-03-08 11:00", receiver: "李娜", kind: "指名", counts: "否" }],
      },
      policy("001"),
    );
    expect(judged(later)).toMatchObject({
      owner: "李娜",
      ground: "demanded",
      rests: [{ form: "receptions" }, {}],
    });
  });

  test("a reception nobody registered does not count", () => {
    const book = bookOf({
      calls: [call],
      receptions: [{ clientId: id, at: "2024-03-05 11:00", receiver: "王强", kind: "新客户", counts: "是" }],
    });
    expect(judged(book)).toMatchObject({ ground: "doesNotCount", missing: [{ what: "record", by: "王强" }] });
  });

  test("a reception nobody registered borrows nothing from what a colleague registers later", () => {
    const logged = (at: string, kind: string, visitDate = "2024-03-05", receiver = "李娜") =>
      bookOf(
        {
          visitors: [{ ...whole, visitDate }],
          receptions: [{ clientId: id, at, receiver, kind, counts: "是" }],
        },
        policy("001"),
      );
    for (const kind of ["新客户", "老客户", "指名"])
      expect(judged(logged("2024-03-04 10:00", kind))).toMatchObject({
        owner: "王强",
        ground: "firstReception",
        missing: [{ what: "record", by: "李娜", row: { form: "receptions" } }],
      });
    // There by then, though a colleague's; or the receiver's own, if late.
    expect(judged(logged("2024-03-08 10:00", "指名"))).toMatchObject({ owner: "李娜", missing: [] });
    expect(judged(logged("2024-03-05 10:00", "新客户"))).toMatchObject({ ground: "noTelling" });
    expect(judged(logged("2024-03-04 10:00", "新客户", "2024-03-05", "王强"))).toMatchObject({
      owner: "王强",
      missing: [],
      rests: [{ form: "receptions" }],
    });
  });

  test("whoever brought them, by the owner 等级跟踪 has", () => {
    const book = bookOf({
      visitors: [
        { ...whole, referrerId: "LY-LS001" },
        { ...whole, clientId: "LY-LS001", name: "李四", mobile: "13703790000", consultant: "赵敏" },
      ],
      grades: [{ clientId: "LY-LS001", consultant: "李娜", reachedC: "2024-03-01" }],
    });
    expect(judged(book)).toMatchObject({
      owner: "李娜",
      ground: "referred",
      rests: [{ row: 5 }, { form: "grades", row: 5 }],
    });
    expect(judged(book, "LY-LS001" as ClientNumber)).toMatchObject({ owner: "李娜", ground: "assigned" });
  });

  test("days of 设置; a deal keeps the claim, a refund does not", () => {
    const deal = (status: string) =>
      bookOf(
        { visitors: [whole], deals: [{ dealId: "CLY-ZS001", status }] },
        policy("000", { claimDays: 3 }),
      );
    expect(judged(deal("签约"))).toMatchObject({ owner: "王强" });
    expect(judged(deal("已退房"))).toMatchObject({
      ground: "lapsed",
      missing: [{ what: "lapsed", last: "2024-03-05" }],
    });
  });

  test("the manager's word", () => {
    const grades = (over: Cells) =>
      bookOf({
        visitors: [whole],
        grades: [{ clientId: id, consultant: "李娜", reachedC: "2024-03-05", ...over }],
      });
    expect(judged(grades({}))).toMatchObject({
      owner: "李娜",
      ground: "assigned",
      ruleSays: { owner: "王强" },
    });
    expect(judged(grades({ formerConsultant: "王强" }))).toMatchObject({
      owner: "李娜",
      ground: "reassigned",
    });
    expect(judged(grades({ consultant: "王强" }))).toMatchObject({ owner: "王强", ground: "firstReception" });
  });

  test("what is wanted is what the binder has", () => {
    for (const [form, keys] of Object.entries(ownershipWants))
      if (keys !== "all")
        for (const key of keys)
          expect([form, Object.keys(formOf(form as FormKey).fields)]).toEqual([
            form,
            expect.arrayContaining([key]),
          ]);
  });
});

describe("somebody at the door", () => {
  const asked = (over: Partial<AtTheDoor>): AtTheDoor => ({
    name: "",
    phone: "",
    asksFor: "",
    referrer: undefined,
    now,
    ...over,
  });
  const book = (over = {}) =>
    bookOf(
      { visitors: [whole], profiles: [{ clientId: id, spouseName: "刘芳", childName: "张小宝" }] },
      over,
    );
  const at = (from: SiteBook, over: Partial<AtTheDoor>) => doorVerdicts(caseBook(from, today), asked(over));

  test("known by phone, by name, as kin; else new", () => {
    expect(at(book(), { phone: "13803791234" })).toMatchObject([
      { client: { id }, how: "phone", verdict: { owner: "王强" } },
    ]);
    expect(at(book(), { name: "张 三" })).toMatchObject([{ client: { id }, how: "name" }]);
    expect(at(book(), { name: "刘芳" })).toMatchObject([
      { client: { id }, how: "kin", relation: "配偶", verdict: { owner: "王强" } },
    ]);
    expect(at(book(), { name: "赵六" })).toMatchObject([
      { client: undefined, how: "new", verdict: { ground: "nextOnTurn" } },
    ]);
    const twice = bookOf({ visitors: [whole], calls: [{ ...call, name: "张先生" }] });
    for (const name of ["张三", "张先生"])
      expect(at(twice, { name })).toMatchObject([{ client: { id, name: "张三" }, how: "name" }]);
  });
  test("kin that 设置 does not count are new", () => {
    expect(at(book(policy("000", { kin: ["父母"] })), { name: "刘芳" })).toMatchObject([{ how: "new" }]);
  });
  test("whose kin they say they are, by every word of the list; others come for themselves", () => {
    const kin = (relation: string) => ({ name: "赵六", kin: { of: id, relation } });
    for (const relation of ["配偶", "父母", "子女"])
      expect(at(book(), kin(relation))).toMatchObject([
        { client: { id, name: "张三" }, how: "kin", relation, verdict: { owner: "王强" } },
      ]);
    const siblings = { kin: ["兄弟姐妹"] };
    expect(at(book(), kin("兄弟姐妹"))).toMatchObject([
      { client: undefined, how: "otherKin", relation: "兄弟姐妹", verdict: { ground: "nextOnTurn" } },
    ]);
    expect(at(book(policy("000", siblings)), kin("兄弟姐妹"))).toMatchObject([{ how: "kin" }]);
    expect(at(book(policy("000", siblings)), kin("父母"))).toMatchObject([{ how: "otherKin" }]);
    // Brought by the owner they are kin of, 000: the owner's consultant's all the same.
    expect(at(book(), { ...kin("其他亲友"), referrer: id })).toMatchObject([
      { how: "otherKin", verdict: { owner: "王强", ground: "referred" } },
    ]);
    const other = { ...whole, clientId: "LY-ZL001", name: "赵六", mobile: "13703790000", consultant: "李娜" };
    const both = bookOf({ visitors: [whole, other] });
    expect(at(both, { ...kin("父母"), phone: "13703790000" })).toMatchObject([
      { client: { id: "LY-ZL001" }, how: "phone" },
      { client: { id }, how: "kin" },
    ]);
    expect(at(both, kin("父母"))).toMatchObject([{ client: { id }, how: "kin" }]);
    expect(at(both, kin("其他亲友"))).toMatchObject([{ client: { id: "LY-ZL001" }, how: "name" }]);
  });
  test("kin named in 来访关系", () => {
    const named = bookOf({ visitors: [{ ...whole, partyRelation: "父亲张大山" }] });
    expect(at(named, { name: "张大山" })).toMatchObject([
      { client: { id }, how: "kin", relation: "父母", verdict: { owner: "王强" } },
    ]);
  });
  test("asked for by name, brought by somebody", () => {
    expect(at(book(), { name: "赵六", asksFor: "李 娜" })).toMatchObject([
      { verdict: { owner: "李娜", ground: "askedByName" } },
    ]);
    expect(at(book(), { name: "赵六", referrer: id })).toMatchObject([
      { verdict: { owner: "王强", ground: "referred" } },
    ]);
    expect(at(book(policy("001")), { name: "赵六", referrer: id })).toMatchObject([
      { verdict: { ground: "nextOnTurn" } },
    ]);
  });
});

describe("two consultants' records of one person", () => {
  const other: Cells = { ...whole, clientId: "LY-ZS002", visitDate: "2024-03-08", consultant: "李娜" };
  const grades = (two: string) => [
    { clientId: id, consultant: "王强", reachedC: "2024-03-05" },
    { clientId: "LY-ZS002", consultant: two, reachedC: "2024-03-08" },
  ];
  test("both numbers, who says so, and what the rule says", () => {
    const book = bookOf({ visitors: [whole, other], grades: grades("李娜") });
    expect(disputes(caseBook(book, today))).toMatchObject([
      {
        clients: [id, "LY-ZS002"],
        name: "张三",
        owners: ["王强", "李娜"],
        verdict: { owner: "王强", ground: "firstReception" },
      },
    ]);
    expect(disputes(caseBook(bookOf({ visitors: [whole, other], grades: grades("王强") }), today))).toEqual(
      [],
    );
  });
  test("a phone they are known to share, or one of several under another name, makes nobody the same", () => {
    const wife = { ...other, clientId: "LY-LM001", name: "刘梅", gender: "女" };
    const [one] = grades("李娜");
    const noted = (remarks: string) => [
      one ?? {},
      { clientId: "LY-LM001", consultant: "李娜", reachedC: "2024-03-08", remarks },
    ];
    const told = (visitors: readonly Cells[], remarks: string) =>
      disputes(caseBook(bookOf({ visitors, grades: noted(remarks) }), today));
    expect(told([whole, wife], "")).toHaveLength(1);
    expect(told([whole, wife], "与 LY-ZS001 共用电话：夫妻")).toEqual([]);
    const home = { phone: "0379-63912345" };
    const both = (name: string) => [
      { ...whole, ...home },
      { ...wife, ...home, name, mobile: "13903795555" },
    ];
    expect(told(both("刘梅"), "")).toEqual([]);
    expect(told(both("张先生"), "")).toHaveLength(1);
  });
  const card = "41030319800101100X";
  test("by ID card and name, though the phones differ; the check shows both rows", () => {
    const visitors = [whole, { ...other, mobile: "13703790000" }];
    const profiles = [
      { clientId: id, idCard: card },
      { clientId: "LY-ZS002", idCard: `${card.slice(0, 6)} ${card.slice(6).toLowerCase()}` },
    ];
    const book = bookOf({ visitors, grades: grades("李娜"), profiles });
    expect(disputes(caseBook(book, today))).toHaveLength(1);
    expect([...sharersOf(book)]).toEqual([id, "LY-ZS002"]);
    const found = (from: SiteBook) => checkWorkbook(from, today).filter(({ code }) => code === "idCardTwice");
    expect(found(book)).toMatchObject([
      { row: 5, facts: { other: 6, otherId: "LY-ZS002" } },
      { row: 6, facts: { other: 5, otherId: id } },
    ]);
    const others = bookOf({ visitors: [whole, { ...other, name: "李四", mobile: "13703790000" }], profiles });
    expect(found(others)).toEqual([]);
  });
});

describe("the rows of those it is about are enough", () => {
  const ids = [id, "LY-ZS002", "LY-LM001", "LY-WQ001"];
  const names = ["张三", "张先生", "刘梅", ""];
  const phones = ["138 0379 1234", "139 0379 5555", "138 0379 1234、0379-63912345", "/", null];
  const people = ["王强", "李娜", "赵敏", "/"];
  const days = ["2024-03-01", "2024-03-05", "2024-03-08", "上周", null];
  const cards = ["41030319800101100X", "110101199003070015", "/"];
  const rows = (columns: Readonly<Record<string, readonly RawCell[]>>, maxLength = 5) =>
    fc.array(
      fc.record(
        Object.fromEntries(
          Object.entries(columns).map(([key, cells]) => [key, fc.constantFrom<RawCell>(...cells)]),
        ),
      ),
      { maxLength },
    );
  const anyBook = fc
    .record({
      visitors: rows({
        clientId: [...ids, null],
        visitDate: days,
        consultant: people,
        name: names,
        gender: ["男", "/"],
        phone: phones,
        mobile: phones,
        areaBand: ["101–120", null],
        referrerId: [...ids, null],
        nextAppointment: [...days, "2024-03-08 10:00"],
        partyRelation: ["父亲张先生", "夫妻", null],
      }),
      calls: rows({
        clientId: [...ids, null],
        calledAt: days,
        consultant: people,
        name: names,
        gender: ["男", null],
        mobile: phones,
        otherContact: phones,
        layout: ["3/2", null],
      }),
      grades: rows({
        clientId: ids,
        consultant: people,
        formerConsultant: [...people, null],
        reachedC: days,
        remarks: ["与 LY-ZS001 共用电话：夫妻", null, null],
      }),
      followUps: rows({
        clientId: ids,
        contactedAt: days,
        method: ["电话", "来访"],
        nextAt: days,
        nextReason: ["看房", "电话回访", null],
        consultant: people,
      }),
      invitations: rows({ clientId: ids, invitedFor: days, consultant: people }, 2),
      deals: rows({ dealId: ids.map((each) => `C${each}`), status: ["已退房", "认购"] }, 2),
      receptions: rows(
        {
          at: ["2024-03-05 10:00", "2024-03-08 09:00"],
          clientId: ids,
          receiver: people,
          kind: ["轮到", "回访"],
        },
        3,
      ),
      profiles: rows({ clientId: ids, idCard: cards, spouseName: names, childName: names }, 3),
    })
    .map((registers) => bookOf(registers));
  const known = (book: SiteBook) => onlyRows(book, { first: doorWants, rowsOf: () => new Map(), wanted: {} });

  test("for every dispute there is", () => {
    let found = 0;
    fc.assert(
      fc.property(anyBook, (book) => {
        const all = disputes(caseBook(book, today));
        const some = onlyRows(book, verdictRows([...sharersOf(known(book))]));
        expect(disputes(caseBook(some, today))).toEqual(all);
        found += all.length;
      }),
      { numRuns: 250 },
    );
    expect(found).toBeGreaterThan(20);
  });

  test("for whoever stands at the door", () => {
    const how = new Set<string>();
    const door = fc.record({
      name: fc.constantFrom(...names),
      phone: fc.constantFrom("13803791234", "1390379", ""),
      asksFor: fc.constantFrom("", "李娜"),
      referrer: fc.constantFrom(undefined, ...ids.map((each) => each as ClientNumber)),
      kin: fc.option(
        fc.record({
          of: fc.constantFrom(...ids.map((each) => each as ClientNumber)),
          relation: fc.constantFrom("父母", "舅舅"),
        }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyBook, door, (book, typed) => {
        const asked = { ...typed, now };
        const all = doorVerdicts(caseBook(book, today), asked);
        const meant = meantAtDoor(known(book), asked).flatMap(({ client }) => client?.id ?? []);
        const clients = asked.referrer === undefined ? meant : [...meant, asked.referrer];
        const some = onlyRows(book, verdictRows(clients));
        expect(doorVerdicts(caseBook(some, today), asked)).toEqual(all);
        for (const each of all) how.add(each.how);
      }),
      { numRuns: 250 },
    );
    expect([...how].sort()).toEqual(["kin", "name", "new", "otherKin", "phone"]);
  });
});
