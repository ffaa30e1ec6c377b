import fc from "fast-check";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import type { Change } from "../../../../src/domain/register/change";
import { careFigures } from "../../../../src/domain/register/care/care-figures";
import { contactHistories } from "../../../../src/domain/register/follow-up/contact-history";
import { metToday } from "../../../../src/domain/register/follow-up/evening-meeting";
import { happeningsOf } from "../../../../src/domain/report/happenings";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Decision } from "../../../../src/domain/register/decision";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { formersWithoutShare } from "../../../../src/domain/register/ownership/former-share";
import { gradeRows } from "../../../../src/domain/register/grade-rows";
import { reassign, type Reassignment } from "../../../../src/domain/register/ownership/reassign";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { performanceShare } from "../../../../src/domain/rules/performance-share";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const id = "LY-ZS001" as ClientNumber;
const roster = (...names: readonly string[]) => ({
  consultants: names.map((name) => ({
    name: name.replace("离", ""),
    active: !name.endsWith("离"),
    group: "",
  })),
});
const hopeless = (over: Cells = {}, site = {}): SiteBook =>
  bookOf(
    {
      visitors: [
        { clientId: id, visitDate: "2024-02-01", name: "张三", consultant: "王强", mobile: "13803791234" },
      ],
      grades: [
        { clientId: id, consultant: "王强", reachedC: "2024-02-01", reachedLost: "2024-03-01", ...over },
      ],
    },
    site,
  );
const changesOf = (decision: Decision): readonly Change[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};
const wish = (over: Partial<Reassignment> = {}): Reassignment => ({
  clientId: id,
  to: "李娜",
  grade: "C",
  reason: "再未来访",
  ...over,
});
const entry = { today };
const codes = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.problems.map(({ code }) => code);
const ofOwnership = (book: SiteBook) =>
  checkWorkbook(book, today)
    .map(({ code }) => code)
    .filter((code) =>
      [
        "awaitsReassignment",
        "backToFormer",
        "formerHasNoShare",
        "movedAfterEnd",
        "demotionWithoutReason",
      ].includes(code),
    );

/** What the day's reports and lists have of contacts. */
const counted = (book: SiteBook) => ({
  met: metToday(book, today).map(({ client }) => client),
  contacts: contactHistories(book, today).get(id)?.contacts,
  last: contactHistories(book, today).get(id)?.last,
  figures: careFigures(book, today).filter(({ contacts }) => contacts > 0),
  followed: happeningsOf(book, { from: today, to: today }, today).filter(({ kind }) => kind === "跟进")
    .length,
});
const nothing = { met: [], contacts: 1, last: "2024-02-01", figures: [], followed: 0 };

describe("rows of 跟踪记录 that reassignments wrote before", () => {
  const line = "重新分配：王强 → 李娜，原因：再未来访，级别从 C 重新开始";
  const row = {
    contactedAt: `${today} 10:30`,
    clientId: id,
    grade: "×",
    method: "其他",
    notes: `${line}；原置业顾问不参与本客户以后成交的利益分配。`,
    newGrade: "C",
    nextAt: "2024-03-11",
    nextReason: "新置业顾问首次联系",
    consultant: "李娜",
  };
  const old = (over: Cells = {}, remarks = `嫌贵\n${today} ${line}`): SiteBook => {
    const book = hopeless({ consultant: "李娜", formerConsultant: "王强", reachedC: today, remarks });
    const { followUps } = bookOf({ followUps: [{ ...row, ...over }] }).registers;
    return { ...book, registers: { ...book.registers, followUps } } as SiteBook;
  };
  const found = (book: SiteBook) =>
    checkWorkbook(book, today).filter(({ code }) => code === "reassignmentAsContact");

  test("the fix empties the row, and it counts nowhere; the trail and who has no share stay", () => {
    const book = old();
    expect(counted(book)).toMatchObject({ met: [id], contacts: 2, last: today, followed: 1 });
    expect(found(book)).toMatchObject([{ rule: "R10", row: 5, facts: { client: id, day: today } }]);
    const after = written(book, found(book)[0]?.fix ?? []);
    expect(Object.values(cellsOf(after, "followUps")[0] ?? {}).filter((cell) => cell !== null)).toEqual([]);
    expect(counted(after)).toEqual(nothing);
    expect(found(after)).toEqual([]);
    expect(ofOwnership(after)).toEqual([]);
    expect(cellsOf(after, "grades")[0]?.["remarks"]).toBe(`嫌贵\n${today} ${line}`);
    expect(gradeRows(after, today).flatMap((each) => formersWithoutShare(after.site, each, today))).toEqual([
      "王强",
    ]);
  });

  test.each([
    ["somebody wrote on", { notes: `${row.notes}当天已电话联系，约周末看房` }],
    ["the client said something", { feedback: "周末来看" }],
    ["it is a call", { method: "电话" }],
    ["the client is of another grade", { grade: "C" }],
    ["somebody wrote in a column of their own", { "own:领导批示": "已阅" }],
    ["it is another word of a reassignment", { notes: "重新分配：请王经理定" }],
  ])("a row that may be a contact stays: %s", (_, over) => {
    expect(found(old(over))).toEqual([]);
  });

  test("who was renamed later is found all the same", () => {
    expect(
      found(old({}, `${today} ${line}；2024-03-20 1-1-0101 更名：甲 → 乙（SQ-20240320-01）`)),
    ).toHaveLength(1);
  });

  test("nor is it emptied where 备注 does not say the same", () => {
    expect(found(old({}, "嫌贵"))).toEqual([]);
    expect(found(old({}, `2024-03-09 ${line}`))).toEqual([]);
  });
});

describe("R10: × goes round again", () => {
  test("to another, from C again, with the former written down and a trail", () => {
    const book = hopeless({ remarks: "嫌贵" });
    const after = written(book, changesOf(reassign(book, wish(), entry)));
    expect(cellsOf(after, "grades")).toMatchObject([
      {
        consultant: "李娜",
        formerConsultant: "王强",
        reachedC: "2024-03-10",
        reachedLost: "2024-03-01",
        remarks: "嫌贵\n2024-03-10 重新分配：王强 → 李娜，原因：再未来访，级别从 C 重新开始",
      },
    ]);
    expect(ofOwnership(after)).toEqual([]);
  });

  test("nobody has been in touch by it: no report counts it, and who waited still waits (R6, R8, R18)", () => {
    const book = hopeless();
    const after = written(book, changesOf(reassign(book, wish(), entry)));
    expect(counted(after)).toEqual(counted(book));
    expect(counted(after)).toEqual(nothing);
    // Contact was on 2024-02-01 last; who takes over is late with nothing yet.
    expect(dueList(after, today, { all: true })).toMatchObject([
      { consultant: "李娜", lastContact: "2024-02-01", due: "2024-03-11", daysOverdue: 0, sleeping: true },
    ]);
  });

  test.each([
    ["√ and its deal stand", "签约", true, ["hopelessHasDeal"]],
    ["the deal stands, √ was never filled in", "认购", false, ["hopelessHasDeal"]],
    ["the deal was given back", "已退房", true, []],
    ["√ without a deal report", undefined, true, ["hopelessHasDeal"]],
  ] as const)("R4: × after √ gives no buyer away: %s", (_, status, ticked, wanted) => {
    const book = hopeless({ reachedDeal: ticked ? "2024-02-10" : null });
    const deals = bookOf({
      deals: status === undefined ? [] : [{ dealId: "CLY-ZS001", consultant: "王强", status }],
    }).registers.deals;
    const bought = { ...book, registers: { ...book.registers, deals } } as SiteBook;
    expect(codes(reassign(bought, wish(), entry))).toEqual(wanted);
  });

  test("R4: the line of 备注 speaks for the grade of its own day alone", () => {
    const said = (day: string): readonly string[] =>
      ofOwnership(
        hopeless({
          consultant: "李娜",
          formerConsultant: "王强",
          reachedC: null,
          reachedB: "2024-02-20",
          reachedLost: null,
          reachedD: "2024-03-05",
          remarks: `${day} 重新分配：王强 → 李娜，原因：再未来访，级别从 D 重新开始`,
        }),
      );
    expect(said("2024-03-05")).toEqual([]);
    expect(said("2024-03-01")).toEqual(["demotionWithoutReason"]);
  });

  test("on the very day the client was given up, too", () => {
    const book = hopeless({ reachedLost: today, reachedA: "2024-02-20" });
    const after = written(book, changesOf(reassign(book, wish({ grade: "D" }), entry)));
    expect(cellsOf(after, "grades")[0]).toMatchObject({ reachedD: today, consultant: "李娜" });
    expect(ofOwnership(after)).toEqual([]);
  });

  test.each(
    draw(`
    | row                                          | to   | grade | reason     | code                     |
    | consultant=王强                              | 王强 | C     | 再未来访   | neverTheFormer           |
    | consultant=赵敏 formerConsultant=王强        | 王强 | C     | 再未来访   | neverTheFormer           |
    | consultant=赵敏 formerConsultant=李娜、王强  | 李娜 | C     | 再未来访   | neverTheFormer           |
    | consultant=王强                              | 钱多 | C     | 再未来访   | notOnDuty                |
    | consultant=王强                              | 孙离 | C     | 再未来访   | notOnDuty                |
    | consultant=王强                              | 李娜 | A     | 再未来访   | reassignedStartsAtDOrC   |
    | consultant=王强                              | 李娜 | C     | 不想跟了   | reassignNeedsReason      |
    | consultant=王强 reachedLost=                 | 李娜 | C     | 再未来访   | notHopeless              |
    | consultant=王强 clientId=                    | 李娜 | C     | 再未来访   | noGradeRow               |
  `),
  )("$row to $to, $grade, “$reason”: $code", ({ row, to, grade, reason, code }) => {
    const over = Object.fromEntries(
      (row ?? "").split(" ").map((each) => {
        const [key = "", value = ""] = each.split("=");
        return [key, value === "" ? null : value];
      }),
    );
    const book = hopeless(over, roster("王强", "李娜", "赵敏", "孙离"));
    const wished = wish({ to: (to ?? "").replace("离", ""), grade: grade as "C", reason: reason ?? "" });
    expect(codes(reassign(book, wished, entry))).toEqual([code]);
  });

  test("somebody who is in no register is refused", () => {
    expect(codes(reassign(hopeless(), wish({ clientId: "LY-LS009" as ClientNumber }), entry))).toEqual([
      "clientUnknown",
    ]);
  });

  test("law: however often a client goes round, never to a former, and all formers are kept", () => {
    const names = ["王强", "李娜", "赵敏", "孙丽"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 8 }), (asked) => {
        let book = hopeless({}, roster(...names));
        const owners = ["王强"];
        for (const [n, to] of asked.entries()) {
          const on = `2024-03-${String(10 + n * 2).padStart(2, "0")}` as CalendarDay;
          const decision = reassign(book, wish({ to }), { today: on });
          expect(decision.ok).toBe(!owners.includes(to));
          if (!decision.ok) continue;
          owners.push(to);
          book = written(book, decision.changes);
          expect(cellsOf(book, "grades")[0]?.["formerConsultant"]).toBe(owners.slice(0, -1).join("、"));
          const lost = `2024-03-${String(11 + n * 2).padStart(2, "0")}`;
          book = written(book, [
            {
              kind: "set",
              form: "grades",
              row: 5,
              key: "reachedLost",
              was: cellsOf(book, "grades")[0]?.["reachedLost"] ?? null,
              value: lost,
            },
          ]);
        }
      }),
    );
  });
});

describe("the check", () => {
  test("× not reassigned is flagged; given back to a former is an error", () => {
    expect(ofOwnership(hopeless())).toEqual(["awaitsReassignment"]);
    expect(ofOwnership(hopeless({ formerConsultant: "李娜、王强", reachedD: "2024-03-05" }))).toEqual([
      "backToFormer",
    ]);
  });
  test.each(["王强,李娜", "李娜，王强", "李娜 、 王强", "李娜/王强", "李娜；王 强", "王强"])(
    "原置业顾问 written by hand as “%s” is read all the same",
    (formerConsultant) => {
      expect(ofOwnership(hopeless({ formerConsultant, reachedD: "2024-03-05" }))).toEqual(["backToFormer"]);
      const again = hopeless({ consultant: "赵敏", formerConsultant });
      expect(codes(reassign(again, wish({ to: "王强" }), entry))).toEqual(["neverTheFormer"]);
    },
  );
  test("nobody's cell, and names written otherwise, hide no owner", () => {
    expect(ofOwnership(hopeless({ formerConsultant: "/", reachedD: "2024-03-05" }))).toEqual([
      "movedAfterEnd",
    ]);
    const spaced = hopeless({ consultant: "王 强" });
    expect(codes(reassign(spaced, wish({ to: "王强" }), entry))).toEqual(["neverTheFormer"]);
  });
  test("a former's deal is an error, but for one from before the client was given up", () => {
    const dealt = (subscribedOn: string): SiteBook => {
      const book = hopeless({
        consultant: "李娜",
        formerConsultant: "王强",
        reachedD: "2024-03-02",
        reachedDeal: "2024-03-08",
      });
      const deals = bookOf({ deals: [{ dealId: "CLY-ZS001", consultant: "王强", subscribedOn }] }).registers
        .deals;
      return { ...book, registers: { ...book.registers, deals } } as SiteBook;
    };
    expect(ofOwnership(dealt("2024-03-08"))).toEqual(["formerHasNoShare"]);
    expect(ofOwnership(dealt("2024-02-20"))).toEqual([]);
  });
  test("who gave the client up first has no share though another gave them up later", () => {
    const remarks = "看了三房\n2024-02-10 重新分配：王 强 → 赵敏，原因：再未来访，级别从 C 重新开始";
    const book = hopeless({
      consultant: "李娜",
      formerConsultant: "王强、赵敏",
      reachedD: "2024-03-02",
      remarks,
    });
    const without = (day: string): readonly string[] =>
      gradeRows(book, today).flatMap((row) => formersWithoutShare(book.site, row, day as CalendarDay));
    expect(without("2024-02-09")).toEqual([]);
    expect(without("2024-02-10")).toEqual(["王强"]);
    expect(without("2024-03-01")).toEqual(["王强", "赵敏"]);
  });
});

test("the former has no share", () => {
  const shares = (consultant: string, owner: string, ...formers: readonly string[]) => [
    ...performanceShare({ consultant, owner, formers }),
  ];
  expect(shares("王强", "王强")).toEqual([["王强", 1]]);
  expect(shares("李娜", "李娜", "王强")).toEqual([
    ["王强", 0],
    ["李娜", 1],
  ]);
  expect(shares("王强", "李娜", "王强")).toEqual([
    ["王强", 0],
    ["李娜", 1],
  ]);
  expect(shares("王强", "王强", "王强")).toEqual([["王强", 0]]);
});
