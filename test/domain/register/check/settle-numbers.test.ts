import fc from "fast-check";

import type { Change } from "../../../../src/domain/register/change";
import { clientKeys } from "../../../../src/domain/register/client-keys";
import { logContact } from "../../../../src/domain/register/follow-up/log-contact";
import { registerCall } from "../../../../src/domain/register/client/register-call";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import { settleNumbers, settleWants } from "../../../../src/domain/register/check/settle-numbers";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, cellsOf, now, today, written } from "../book-of";

const entry = { today, now };
const settled = (book: SiteBook): SiteBook => written(book, settleNumbers(book));
const ids = (book: SiteBook, form: "visitors" | "calls" | "grades" | "followUps") =>
  cellsOf(book, form).map((row) => row["clientId"]);

interface Newcomer {
  readonly name: string;
  readonly consultant: string;
  readonly mobile: string;
  readonly notes: string;
  readonly grade: "A" | "B" | "C" | "D";
  readonly by: "visit" | "call";
}

const changesFor = (book: SiteBook, { by, grade, ...said }: Newcomer): readonly Change[] => {
  const answers = { ...said, gender: "男", channels: "路过" };
  const decision =
    by === "visit"
      ? registerVisit(book, { ...answers, visitDate: today }, { ...entry, grade })
      : registerCall(book, { ...answers, calledAt: "2024-03-10 09:00" }, { ...entry, grade });
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};

/** Registers are merged each on its own: `order` says, register by register, who comes first. */
const merged = (
  book: SiteBook,
  all: readonly (readonly Change[])[],
  order: (form: string) => readonly number[],
) => {
  const forms = ["visitors", "calls", "grades", "followUps", "counter"];
  const of = (change: Change): string => (change.kind === "counter" ? "counter" : change.form);
  return forms.reduce(
    (now, form) =>
      written(
        now,
        order(form).flatMap((who) => (all[who] ?? []).filter((change) => of(change) === form)),
      ),
    book,
  );
};

describe("settling a clash of numbers (R1)", () => {
  const zhang: Newcomer = {
    name: "张三",
    consultant: "王强",
    mobile: "13803791231",
    notes: "张三说的话",
    grade: "A",
    by: "visit",
  };
  const zhou: Newcomer = {
    name: "赵四",
    consultant: "李娜",
    mobile: "13803791232",
    notes: "赵四说的话",
    grade: "D",
    by: "visit",
  };

  test("the row that stands first keeps it, the later gets the next, and its rows follow", () => {
    const start = bookOf();
    const both = [changesFor(start, zhang), changesFor(start, zhou)];
    const clash = merged(start, both, (form) => (form === "visitors" ? [0, 1] : [1, 0]));
    expect(ids(clash, "visitors")).toEqual(["LY-ZS001", "LY-ZS001"]);
    const after = settled(clash);
    expect(ids(after, "visitors")).toEqual(["LY-ZS001", "LY-ZS002"]);
    expect(cellsOf(after, "grades")).toMatchObject([
      { clientId: "LY-ZS002", consultant: "李娜", reachedD: today },
      { clientId: "LY-ZS001", consultant: "王强", reachedA: today },
    ]);
    expect(cellsOf(after, "followUps")).toMatchObject([
      { clientId: "LY-ZS002", notes: "赵四说的话" },
      { clientId: "LY-ZS001", notes: "张三说的话" },
    ]);
    expect(after.site.highest.get("LY-ZS")).toBe(2);
    expect(settleNumbers(after)).toEqual([]);
  });

  test("what came to the first in the meantime stays with the first", () => {
    const start = written(bookOf(), changesFor(bookOf(), zhang));
    const contact = logContact(
      start,
      {
        contactedAt: now,
        clientId: "LY-ZS001",
        method: "电话",
        notes: "问了贷款的事",
        consultant: "王强",
        newGrade: "B",
      },
      entry,
    );
    if (!contact.ok) throw new Error("refused");
    const clash = written(written(start, contact.changes), changesFor(bookOf(), zhou));
    const after = settled(clash);
    expect(ids(after, "followUps")).toEqual(["LY-ZS001", "LY-ZS001", "LY-ZS002"]);
    expect(ids(after, "grades")).toEqual(["LY-ZS001", "LY-ZS002"]);
  });

  test("one person's rows are no clash: the caller who came, the same phone twice", () => {
    const called = written(bookOf(), changesFor(bookOf(), { ...zhang, by: "call" }));
    const came = written(called, changesFor(called, zhang));
    expect(ids(came, "visitors")).toEqual(["LY-ZS001"]);
    expect(settleNumbers(came)).toEqual([]);
    const twice = bookOf({
      visitors: [
        { clientId: "LY-ZS001", name: "张三", mobile: "13803791231" },
        { clientId: "LY-ZS001", name: "张三", mobile: "138 0379 1231" },
      ],
    });
    expect(settleNumbers(twice)).toEqual([]);
  });

  test("a caller whom somebody joined to a visitor of another name stays joined", () => {
    const joined = bookOf({
      visitors: [{ clientId: "LY-LS001", name: "王五", mobile: "13803791231", visitDate: today }],
      calls: [{ clientId: "LY-LS001", name: "李四", mobile: "13803791232", calledAt: "2024-03-09 10:00" }],
      grades: [{ clientId: "LY-LS001", consultant: "王强", reachedC: "2024-03-09" }],
    });
    expect(settleNumbers(joined)).toEqual([]);
  });

  test("a deal follows its client", () => {
    const clash = bookOf({
      visitors: [
        { clientId: "LY-ZS001", name: "张三", consultant: "王强", mobile: "13803791231" },
        { clientId: "LY-ZS001", name: "赵四", consultant: "王强", mobile: "13803791232" },
      ],
      deals: [{ dealId: "CLY-ZS001", name: "赵四", consultant: "王强", unitNo: "1" }],
    });
    expect(cellsOf(settled(clash), "deals")).toMatchObject([{ dealId: "CLY-ZS002" }]);
  });

  test("the reception each was joined to, the lost client's report, an application: all follow", () => {
    const clash = bookOf({
      visitors: [
        { clientId: "LY-ZS001", visitDate: today, name: "张三", consultant: "王强", mobile: "13803791231" },
        { clientId: "LY-ZS001", visitDate: today, name: "赵四", consultant: "李娜", mobile: "13803791232" },
      ],
      receptions: [
        { at: "2024-03-10 09:40", clientId: "LY-ZS001", receiver: "李娜", kind: "新客户", counts: "是" },
        { at: "2024-03-10 09:30", clientId: "LY-ZS001", receiver: "王强", kind: "新客户", counts: "是" },
      ],
      lostClients: [{ lostId: "XLY-ZS001", name: "赵四", consultant: "王强" }],
      applications: [{ clientId: "LY-ZS001", unitNo: "1", consultant: "李娜" }],
      profiles: [{ clientId: "LY-ZS001", employer: "示例厂" }],
    });
    const after = settled(clash);
    expect(cellsOf(after, "receptions")).toMatchObject([{ clientId: "LY-ZS002" }, { clientId: "LY-ZS001" }]);
    expect(cellsOf(after, "lostClients")).toMatchObject([{ lostId: "XLY-ZS002" }]);
    expect(cellsOf(after, "applications")).toMatchObject([{ clientId: "LY-ZS002" }]);
    // Nothing tells whose this is: it stays with the number.
    expect(cellsOf(after, "profiles")).toMatchObject([{ clientId: "LY-ZS001" }]);
    expect(settleNumbers(after)).toEqual([]);
  });

  test("what was paid, planned and asked for a unit follows the deal on it", () => {
    const theirs = { clientId: "LY-ZS001", unitNo: "1-1-0301" };
    const others = { clientId: "LY-ZS001", unitNo: "1-1-0302" };
    const clash = bookOf({
      visitors: [
        { clientId: "LY-ZS001", name: "张三", consultant: "王强", mobile: "13803791231" },
        { clientId: "LY-ZS001", name: "赵四", consultant: "王强", mobile: "13803791232" },
      ],
      deals: [
        { dealId: "CLY-ZS001", name: "赵四", consultant: "王强", unitNo: "1-1-0301" },
        { dealId: "CLY-ZS001", name: "张三", consultant: "王强", unitNo: "1-1-0302" },
      ],
      units: [theirs, others],
      receipts: [theirs, others, theirs],
      instalments: [others, theirs],
      mortgagePapers: [theirs, others],
      applications: [others, { ...theirs, consultant: "王强" }],
    });
    const after = settled(clash);
    for (const form of ["units", "receipts", "instalments", "mortgagePapers", "applications"] as const)
      expect(cellsOf(after, form).map((row) => [form, row["unitNo"], row["clientId"]])).toEqual(
        cellsOf(clash, form).map((row) => [
          form,
          row["unitNo"],
          row["unitNo"] === "1-1-0301" ? "LY-ZS002" : "LY-ZS001",
        ]),
      );
  });

  test("every register that names a client is read", () => {
    for (const { form, key, as } of clientKeys)
      if (as === "row") expect([form, settleWants[form]]).toEqual([form, expect.arrayContaining([key])]);
  });

  test("two who register at once, merged in any order: no number twice, no row lost, all rows follow", () => {
    const newcomer = (who: number) =>
      fc.record({
        name: fc.constantFrom("张三", "赵四", "张松"),
        consultant: fc.constantFrom("王强", "李娜"),
        mobile: fc.constant(`1380379123${who}`),
        notes: fc.constant(`第${who}位说的话`),
        grade: fc.constantFrom("A", "B", "C", "D"),
        by: fc.constantFrom("visit", "call"),
      }) as fc.Arbitrary<Newcomer>;
    const order = fc.constantFrom([0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]);
    fc.assert(
      fc.property(
        fc.tuple(newcomer(0), newcomer(1), newcomer(2)),
        fc.record({ visitors: order, calls: order, grades: order, followUps: order, counter: order }),

        (people, orders) => {
          const start = bookOf({}, { highest: new Map([["LY-ZS", 41]]) });
          const clash = merged(
            start,
            people.map((person) => changesFor(start, person)),
            (form) => orders[form as keyof typeof orders],
          );
          const changes = settleNumbers(clash);
          expect(settleNumbers(clash)).toEqual(changes);
          const after = written(clash, changes);
          expect(settleNumbers(after)).toEqual([]);

          const rows = [...cellsOf(after, "visitors"), ...cellsOf(after, "calls")];
          expect(rows).toHaveLength(3);
          expect(new Set(rows.map((row) => row["clientId"])).size).toBe(3);
          for (const person of people) {
            const id = rows.find((row) => row["notes"] === person.notes)?.["clientId"];
            const contacts = cellsOf(after, "followUps").filter((row) => row["clientId"] === id);
            expect(contacts.map((row) => row["notes"])).toEqual([person.notes]);
            const grades = cellsOf(after, "grades").filter((row) => row["clientId"] === id);
            expect(grades).toHaveLength(1);
            expect(grades[0]).toMatchObject({
              consultant: person.consultant,
              [`reached${person.grade}`]: today,
            });
          }
          expect(after.site.highest.get("LY-ZS")).toBe(44);
        },
      ),
      { numRuns: 150 },
    );
  });
});
