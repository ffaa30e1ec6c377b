import fc from "fast-check";
import type { Change } from "../../../../src/domain/register/change";
import type { Decision } from "../../../../src/domain/register/decision";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { gradeRows } from "../../../../src/domain/register/grade-rows";
import { handOver } from "../../../../src/domain/register/ownership/hand-over";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const roster = (...names: readonly string[]) => ({
  consultants: names.map((name) => ({
    name: name.replace("离", ""),
    active: !name.endsWith("离"),
    group: "",
  })),
});
const changesOf = (decision: Decision): readonly Change[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};
const entry = { today };
const codes = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.problems.map(({ code }) => code);

describe("交接: a consultant leaves", () => {
  const three = (over: readonly Cells[] = []): SiteBook =>
    bookOf({
      visitors: [1, 2, 3].map((n) => ({
        clientId: `LY-ZS00${n}`,
        visitDate: "2024-02-01",
        name: "张三",
        consultant: "王强",
      })),
      grades: [
        { clientId: "LY-ZS001", consultant: "王强", reachedB: "2024-02-01", ...over[0] },
        { clientId: "LY-ZS002", consultant: "李娜", reachedC: "2024-02-01", ...over[1] },
        { clientId: "LY-ZS003", consultant: "王强", reachedC: "2024-02-01", ...over[2] },
      ],
    });
  const over = (more: object = {}) => ({
    from: "王强",
    to: ["赵敏"],
    clients: undefined,
    why: "离职",
    ...more,
  });

  test("all their clients, grade and days untouched, a trail in 备注, and who was late stays late", () => {
    const book = three();
    const after = written(book, changesOf(handOver(book, over(), entry)));
    expect(cellsOf(after, "grades")).toMatchObject([
      {
        consultant: "赵敏",
        reachedB: "2024-02-01",
        formerConsultant: null,
        remarks: "2024-03-10 交接：王强 → 赵敏，离职",
      },
      { consultant: "李娜", remarks: null },
      { consultant: "赵敏", reachedC: "2024-02-01" },
    ]);
    const late = (each: SiteBook) =>
      dueList(each, today).map(({ clientId, daysOverdue }) => [clientId, daysOverdue]);
    expect(late(after)).toEqual(late(book));
  });

  test("some of them; × ones are reassigned instead; a former is left out and said", () => {
    const some = handOver(three(), over({ clients: new Set(["LY-ZS003"]) }), entry);
    expect(changesOf(some).map((each) => (each.kind === "set" ? each.row : 0))).toEqual([7, 7]);
    const lost = handOver(three([{ reachedLost: "2024-03-01" }]), over(), entry);
    expect(changesOf(lost).every((each) => each.kind === "set" && each.row === 7)).toBe(true);
    const barred = handOver(three([{ formerConsultant: "赵敏" }]), over(), entry);
    expect(barred).toMatchObject({
      ok: true,
      hints: [{ code: "notHandedOver", facts: { client: "LY-ZS001" } }],
    });
    expect(changesOf(barred).every((each) => each.kind === "set" && each.row === 7)).toBe(true);
  });

  test("to nobody, to themselves, of nobody: refused", () => {
    expect(codes(handOver(three(), over({ to: ["钱多"] }), entry))).toEqual(["notOnDuty"]);
    expect(codes(handOver(three(), over({ to: ["李娜", "王强"] }), entry))).toEqual(["handOverToSelf"]);
    expect(codes(handOver(three(), over({ from: "李强" }), entry))).toEqual(["nothingToHandOver"]);
  });

  /** 王强's clients by their grades, some of whom 赵敏 gave up once. */
  const anybody = fc.array(
    fc.record({
      grade: fc.constantFrom("D", "C", "B", "A", "Deal"),
      former: fc.constantFrom("", "", "", "赵敏"),
    }),
    { minLength: 1, maxLength: 25 },
  );
  const manyOf = (clients: readonly { readonly grade: string; readonly former: string }[]): SiteBook =>
    bookOf(
      {
        grades: clients.map(({ grade, former }, at) => ({
          clientId: `LY-ZS${String(at + 1).padStart(3, "0")}`,
          consultant: "王强",
          formerConsultant: former,
          [`reached${grade}`]: "2024-02-01",
        })),
      },
      roster("李娜", "赵敏", "周洁", "王强离"),
    );
  const names = ["李娜", "赵敏", "周洁"];

  test("law: shared among several, everybody gets one at least of each grade that is to be had, give or take one", () => {
    fc.assert(
      fc.property(anybody, (clients) => {
        const book = manyOf(clients.map((each) => ({ ...each, former: "" })));
        const after = written(book, changesOf(handOver(book, over({ to: names }), entry)));
        const rows = gradeRows(after, today);
        const counts = (of: typeof rows) =>
          names.map((name) => of.filter(({ consultant }) => consultant === name).length);
        const isEven = (all: readonly number[]) => Math.max(...all) - Math.min(...all) <= 1;
        expect(rows.every(({ consultant }) => names.includes(consultant))).toBe(true);
        expect(isEven(counts(rows))).toBe(true);
        for (const grade of new Set(rows.map((row) => row.grade)))
          expect(isEven(counts(rows.filter((row) => row.grade === grade)))).toBe(true);
      }),
    );
  });

  test("law: whoever gave a client up never gets them back, and nobody is forgotten", () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(names, ["赵敏"], ["赵敏", "李娜"]), (clients, to) => {
        const book = manyOf(clients);
        const decided = handOver(book, over({ to }), entry);
        const hints = decided.ok ? decided.hints : decided.problems;
        const rows = decided.ok ? gradeRows(written(book, decided.changes), today) : gradeRows(book, today);
        rows.forEach(({ consultant }, at) => {
          const barred = clients[at]?.former === "赵敏";
          if (barred) expect(consultant).not.toBe("赵敏");
          if (consultant === "王强") expect(barred && to.length === 1).toBe(true);
        });
        expect(hints).toHaveLength(rows.filter(({ consultant }) => consultant === "王强").length);
      }),
    );
  });
});
