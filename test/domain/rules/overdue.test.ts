import fc from "fast-check";
import { addDays, type CalendarDay } from "../../../src/domain/kit/calendar-day";
import { type Grade, grades } from "../../../src/domain/rules/grade";
import {
  compareUrgency,
  type DueStatus,
  dueStatus,
  isSleeping,
  statusWording,
  type Urgency,
} from "../../../src/domain/rules/overdue";
import { draw } from "../draw";

describe("what the sheet says (R6)", () => {
  test.each(
    draw(`
    | opens      | due        | today      | wording |
    | 2026-11-17 | 2026-11-20 | 2026-11-22 | 逾期2天 |
    | 2026-11-17 | 2026-11-20 | 2026-11-21 | 逾期1天 |
    | 2026-11-17 | 2026-11-20 | 2026-11-20 | 今日    |
    | 2026-11-17 | 2026-11-20 | 2026-11-19 | 未到期  |
    | 2026-02-17 | 2026-02-28 | 2026-03-01 | 逾期1天 |
  `),
  )("due $due, on $today: $wording", ({ opens, due, today, wording }) => {
    const status = dueStatus({ opens: opens as CalendarDay, due: due as CalendarDay }, today as CalendarDay);
    expect(statusWording(status)).toBe(wording);
  });

  test.each([
    ["occasion", "待活动"],
    ["deal", "已成交"],
    ["reassignment", "待再分配"],
  ] as const)("waiting for %s: %s", (waiting, wording) => {
    expect(statusWording(dueStatus({ waiting }, "2026-11-22" as CalendarDay))).toBe(wording);
  });

  test("not due yet, but open: a contact would count", () => {
    const due = { opens: "2026-11-17" as CalendarDay, due: "2026-11-20" as CalendarDay };
    expect(dueStatus(due, "2026-11-16" as CalendarDay)).toEqual({ kind: "upcoming", days: 4, open: false });
    expect(dueStatus(due, "2026-11-17" as CalendarDay)).toEqual({ kind: "upcoming", days: 3, open: true });
  });
});

const late = (days: number): DueStatus => ({ kind: "overdue", days });

describe("worst first, then grade A first", () => {
  test("drawn", () => {
    const list: readonly Urgency[] = [
      { status: { kind: "deal" }, grade: "√" },
      { status: { kind: "upcoming", days: 9, open: false }, grade: "A" },
      { status: { kind: "occasion" }, grade: "D" },
      { status: late(1), grade: "A" },
      { status: { kind: "today" }, grade: "B" },
      { status: late(5), grade: "C" },
      { status: { kind: "reassignment" }, grade: "×" },
      { status: { kind: "today" }, grade: "A" },
      { status: { kind: "upcoming", days: 1, open: true }, grade: "C" },
      { status: late(5), grade: "A" },
    ];
    expect(
      [...list].sort(compareUrgency).map(({ status, grade }) => `${statusWording(status)} ${grade}`),
    ).toEqual([
      "逾期5天 A",
      "逾期5天 C",
      "逾期1天 A",
      "今日 A",
      "今日 B",
      "未到期 C",
      "未到期 A",
      "待活动 D",
      "待再分配 ×",
      "已成交 √",
    ]);
  });

  const anyUrgency: fc.Arbitrary<Urgency> = fc.record({
    status: fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(late),
      fc.integer({ min: 1, max: 9 }).map((days): DueStatus => ({ kind: "upcoming", days, open: true })),
      fc.constantFrom<DueStatus>(
        { kind: "today" },
        { kind: "occasion" },
        { kind: "deal" },
        { kind: "reassignment" },
      ),
    ),
    grade: fc.constantFrom<Grade>(...grades),
  });

  test("an order: turned round it is the opposite, and it is transitive", () => {
    fc.assert(
      fc.property(anyUrgency, anyUrgency, anyUrgency, (a, b, c) => {
        expect(Math.sign(compareUrgency(a, b))).toBe(-Math.sign(compareUrgency(b, a)) + 0);
        if (compareUrgency(a, b) <= 0 && compareUrgency(b, c) <= 0)
          expect(compareUrgency(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("a day later nobody is less late", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (ahead) => {
        const today = "2026-11-22" as CalendarDay;
        const due = { opens: addDays(today, ahead - 3), due: addDays(today, ahead) };
        const [now, then] = [dueStatus(due, today), dueStatus(due, addDays(today, 1))];
        expect(compareUrgency({ status: then, grade: "A" }, { status: now, grade: "A" })).toBeLessThan(0);
      }),
    );
  });
});

test.each(
  draw(`
  | grade | last       | sleeping |
  | A     | 2026-10-23 | no       |
  | A     | 2026-10-22 | yes      |
  | D     | 2026-10-22 | yes      |
  | √     | 2026-10-22 | no       |
  | ×     | 2026-10-22 | no       |
`),
)("$grade, last contact $last, on 2026-11-22: sleeping? $sleeping", ({ grade, last, sleeping }) => {
  expect(isSleeping(grade as Grade, last as CalendarDay, "2026-11-22" as CalendarDay)).toBe(
    sleeping === "yes",
  );
});
