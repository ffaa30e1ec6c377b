import { amendProfile } from "../../../../src/domain/register/client/amend-profile";
import { contactHistories } from "../../../../src/domain/register/follow-up/contact-history";
import { metToday } from "../../../../src/domain/register/follow-up/evening-meeting";
import { gradeRowOf, gradeRows } from "../../../../src/domain/register/grade-rows";
import { latestScores, warmths } from "../../../../src/domain/register/follow-up/intent-standing";
import { regrade } from "../../../../src/domain/register/follow-up/regrade";
import { scoreClient } from "../../../../src/domain/register/follow-up/score-client";
import { referralView } from "../../../../src/domain/register/care/referrals";
import { completenesses } from "../../../../src/domain/register/client/client-completeness";
import { serialOfDay } from "../../../../src/domain/kit/calendar-day";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import type { Grade } from "../../../../src/domain/rules/grade";
import { bookOf, cellsOf, today, written } from "../book-of";

const client = (id: string) => id as ClientNumber;

const book = bookOf({
  visitors: `
    | clientId | visitDate  | name | consultant | referrerId |
    | LY-AA001 | 2024-03-01 | 甲   | 王强       |            |
    | LY-BB001 | 2024-03-01 | 乙   | 李娜       | LY-AA001   |
    | LY-CC001 | 2024-01-01 | 丙   | 王强       | LY-BB001   |
  `,
  grades: `
    | clientId | consultant | reachedD   | reachedC   | reachedB   | reachedA   | reachedDeal | reachedLost |
    | LY-AA001 | 王强       |            | 2024-03-01 | 2024-03-04 |            |             |             |
    | LY-BB001 | 李娜       |            | 2024-03-10 |            |            |             |             |
    | LY-CC001 | 王强       |            |            |            |            |             | 2024-02-01  |
  `,
  followUps: `
    | clientId | contactedAt      | method | notes    | newGrade | consultant |
    | LY-CC001 | 2024-01-01 10:00 | 来访   | 初访     |          | 王强       |
    | LY-AA001 | 2024-03-01 10:00 | 来访   | 初访     |          | 王强       |
    | LY-AA001 | 2024-03-04 10:00 | 来访   | 复访     |          | 王强       |
    | LY-BB001 | 2024-03-10 09:00 | 来访   | 又来     |          | 李娜       |
    | LY-AA001 | 2024-03-10 11:00 | 电话   | 谈贷款   |          | 王强       |
    | LY-AA001 | 2024-03-10 10:00 | 来访   | 再看房   |          | 王强       |
  `,
  intentScores: `
    | clientId | scoredOn   | likesProduct | likesPrice | canAfford | fixedUnit | cameAgain | deciderCame |
    | LY-AA001 | 2024-03-04 | 是           | 是         | 是        | 是        | 是        | 是          |
    | LY-AA001 | 2024-03-02 | 是           |            |           |           |           |             |
    | LY-BB001 | 2024-03-10 | 否           | 是         |           |           |           |             |
    | LY-AA001 | 2024-03-09 |              |            |           |           |           |             |
    | LY-AA001 | 2024-12-01 | 否           | 否         | 否        | 否        | 否        | 否          |
  `,
});

describe("R17 in the registers", () => {
  test("each client's latest score by the site's weights, what is open, and the suggestion", () => {
    const scores = latestScores(book, today);
    expect(scores.get(client("LY-AA001"))).toMatchObject({
      score: 80,
      open: 20,
      suggested: "B",
      scoredOn: "2024-03-04",
    });
    expect(scores.get(client("LY-BB001"))).toMatchObject({ score: 15, open: 70, suggested: "D" });
    const weights = { ...book.site.policies.weights, likesPrice: 40 };
    const heavy = { ...book, site: { ...book.site, policies: { ...book.site.policies, weights } } };
    expect(latestScores(heavy, today).get(client("LY-BB001"))?.score).toBe(40);
  });

  test("warmth by the return: three days hot, nine neither, never again cold", () => {
    expect([...warmths(book, today)]).toEqual([
      ["LY-AA001", "hot"],
      ["LY-BB001", undefined],
      ["LY-CC001", "cold"],
    ]);
  });

  test("a score is logged for today; without a signal, or of nobody, it is refused", () => {
    const decision = scoreClient(
      book,
      { clientId: "LY-AA001", likesProduct: "是", likesArea: "否" },
      { today },
    );
    expect(decision).toMatchObject({
      ok: true,
      changes: [
        {
          kind: "append",
          form: "intentScores",
          row: { clientId: "LY-AA001", scoredOn: today, likesProduct: "是", likesArea: "否" },
        },
      ],
    });
    for (const [answers, code] of [
      [{ clientId: "LY-AA001" }, "noSignal"],
      [{ clientId: "LY-XX001", likesProduct: "是" }, "clientUnknown"],
      [{ clientId: "", likesProduct: "是" }, "requiredReally"],
      [{ clientId: "LY-AA001", likesProduct: "也许" }, "unknownChoice"],
    ] as const)
      expect([code, scoreClient(book, answers, { today })]).toMatchObject([
        code,
        { ok: false, problems: [{ code }] },
      ]);
  });
});

describe("晚例会", () => {
  test("who was contacted today, by consultant, with the grade and the score beside it", () => {
    expect(metToday(book, today)).toMatchObject([
      {
        name: "甲",
        consultant: "王强",
        grade: "B",
        gradedToday: false,
        methods: ["电话", "来访"],
        score: { score: 80 },
      },
      { name: "乙", consultant: "李娜", grade: "C", gradedToday: true, methods: ["来访"] },
    ]);
  });

  test("what was said last of each, and on which day", () => {
    const histories = contactHistories(book, today);
    expect(histories.get(client("LY-AA001"))).toMatchObject({ lastNote: "谈贷款", notedOn: today });
    expect(histories.get(client("LY-BB001"))).toMatchObject({ lastNote: "又来", notedOn: today });
  });

  const shown = (id: string) => gradeRowOf(gradeRows(book, today)).get(client(id))?.grade;
  const grade = (id: string, to: Grade, reason = "", from = shown(id)) =>
    regrade(book, { client: client(id), to, from, reason }, { today });

  test("graded by a colleague since: said, and nothing changed; the same grade is no matter", () => {
    expect(grade("LY-AA001", "A", "", "C")).toMatchObject({
      ok: false,
      problems: [{ code: "gradeOutrun", facts: { now: "B", seen: "C" } }],
    });
    expect(grade("LY-AA001", "B", "", "C")).not.toMatchObject({ problems: [{ code: "gradeOutrun" }] });
  });

  test("one step up in one click: the day is reached, and the contact says so", () => {
    const decision = grade("LY-AA001", "A");
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    const after = written(book, decision.changes);
    expect(cellsOf(after, "grades")[0]).toMatchObject({ reachedA: today, reachedB: "2024-03-04" });
    // The latest of today's, wherever it stands.
    expect(cellsOf(after, "followUps")[4]).toMatchObject({ newGrade: "A", notes: "谈贷款" });
  });

  test("a reason goes below the notes of today's contact", () => {
    const decision = grade("LY-AA001", "D", "家里反对，今年不买");
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    expect(cellsOf(written(book, decision.changes), "followUps")[4]).toMatchObject({
      notes: "谈贷款\n定级 D：家里反对，今年不买",
    });
  });

  test.each([
    ["LY-AA001", "C", "", "demotionNeedsReason"],
    ["LY-AA001", "C", "同上", "demotionNeedsReason"],
    ["LY-AA001", "×", "", "hopelessNeedsReason"],
    ["LY-AA001", "×", "家里反对，今年不买", "hopelessNeedsReason"],
    ["LY-AA001", "√", "要买了", "dealNeedsDeal"],
    ["LY-BB001", "A", "", "jumpNeedsNote"],
    ["LY-CC001", "C", "又来了", "hopelessReopensByReassignment"],
    ["LY-XX001", "C", "", "clientUnknown"],
  ] as const)("%s to %s with “%s”: %s", (id, to, reason, code) => {
    expect(grade(id, to, reason)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test("the same grade again changes nothing", () => {
    expect(grade("LY-AA001", "B")).toMatchObject({ ok: true, changes: [] });
  });
});

describe("客户档案", () => {
  const profiled = bookOf({
    visitors: `
      | clientId | visitDate  | name |
      | LY-AA001 | 2024-03-01 | 甲   |
      | LY-BB001 | 2024-03-01 | 乙   |
    `,
    profiles: [
      { clientId: "LY-AA001", birthday: serialOfDay("1980-03-28" as never), hobbies: "钓鱼", consent: "否" },
    ],
  });
  const shown = { birthday: "1980-03-28", hobbies: "钓鱼", consent: "否" };
  const amend = (answers: Record<string, string>, seen: Record<string, string> = shown) =>
    amendProfile(profiled, answers, { today, seen });

  test("only what differs is written; an empty blank clears, one not named stays", () => {
    const decision = amend({
      clientId: "LY-AA001",
      birthday: "1980年3月28日",
      hobbies: "",
      position: "会计",
    });
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    expect(decision.changes).toEqual([
      { kind: "set", form: "profiles", row: 5, key: "hobbies", was: "钓鱼", value: null },
      { kind: "set", form: "profiles", row: 5, key: "position", was: null, value: "会计" },
    ]);
  });

  test("what a colleague has written since is not overwritten", () => {
    const stale = amend(
      { clientId: "LY-AA001", hobbies: "下棋", position: "会计" },
      { ...shown, hobbies: "" },
    );
    expect(stale).toMatchObject({
      ok: false,
      problems: [{ code: "blankOutrun", key: "hobbies", value: "钓鱼", facts: { now: "钓鱼", seen: "—" } }],
    });
    expect(amend({ clientId: "LY-AA001", hobbies: "下棋" })).toMatchObject({ ok: true });
  });

  test("a client without a profile gets a row", () => {
    expect(amend({ clientId: "LY-BB001", position: "会计", consent: "是" })).toMatchObject({
      ok: true,
      changes: [{ kind: "append", row: { clientId: "LY-BB001", position: "会计", consent: "是" } }],
    });
  });

  test.each([
    [{ clientId: "LY-AA001", consent: "是" }, "consentKept"],
    [{ clientId: "LY-AA001", consent: "" }, "consentKept"],
    [{ clientId: "LY-XX001", position: "会计" }, "clientUnknown"],
    [{ clientId: "LY-AA001", birthday: "昨天的昨天" }, "notADay"],
  ])("%p is refused: %s", (answers, code) => {
    expect(amend(answers as Record<string, string>)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test("the no itself may be said again", () => {
    expect(amend({ clientId: "LY-AA001", consent: "否" })).toMatchObject({ ok: true, changes: [] });
  });
});

describe("R16: one client's part of the graph", () => {
  const sold = bookOf({
    visitors: `
      | clientId | visitDate  | name | referrerId |
      | LY-AA001 | 2024-03-01 | 甲   |            |
      | LY-BB001 | 2024-03-01 | 乙   | LY-AA001   |
      | LY-CC001 | 2024-03-01 | 丙   | LY-BB001   |
    `,
    grades: `
      | clientId | consultant | reachedB   | reachedDeal |
      | LY-BB001 | 李娜       | 2024-03-01 |             |
      | LY-CC001 | 李娜       |            | 2024-03-02  |
    `,
    deals: `
      | dealId    | name | subscribedOn | unitNo   |
      | CLY-AA001 | 甲   | 2024-02-01   | 3-1-0101 |
      | CLY-CC001 | 丙   | 2024-03-02   | 3-1-0102 |
    `,
  });
  test("who was brought, with grade and result, and the value", () => {
    const view = referralView(sold, client("LY-AA001"), today);
    expect(view.lines.map(({ name, depth, grade, deals }) => [name, depth, grade, deals.length])).toEqual([
      ["乙", 1, "B", 0],
      ["丙", 2, "√", 1],
    ]);
    expect(view.value).toEqual({ own: 1, brought: 1, value: 2 });
    expect(referralView(sold, client("LY-CC001"), today).broughtBy).toEqual({
      client: "LY-BB001",
      name: "乙",
    });
  });
});

test("R8: how complete each client is, and should be by now", () => {
  const found = completenesses(
    bookOf({
      visitors: `
        | clientId | visitDate  | consultant | name | gender | age | channels |
        | LY-AA001 | 2024-03-09 | 王强       | 甲   | 男     | 30  | 路过     |
        | LY-BB001 | 2024-01-09 | 王强       | 乙   | 女     |     | /        |
        | LY-CC001 | 2024-03-09 | 王强       | 丙   | 女     |     |          |
      `,
      grades: `
        | clientId | consultant | reachedC   | reachedDeal |
        | LY-AA001 | 李娜       | 2024-03-09 |             |
        | LY-BB001 | 王强       | 2024-01-09 |             |
        | LY-CC001 | 王强       |            | 2024-03-09  |
      `,
    }),
    today,
  );
  expect(found.map(({ name, consultant, stage, required }) => [name, consultant, stage, required])).toEqual([
    ["甲", "李娜", "firstVisit", 0.3],
    ["乙", "王强", "known", 0.7],
    ["丙", "王强", "owner", 1],
  ]);
  const [first, second] = found;
  expect(first!.share).toBeCloseTo(6 / (6 + first!.open.length));
  expect(first!.open).not.toContain("年龄");
  expect(second!.open).toContain("年龄");
});
