import fc from "fast-check";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import {
  type Grade,
  grades,
  isDemotion,
  latestReached,
  moveGrade,
  reach,
  readGrade,
  saysMoreThanGrade,
  step,
} from "../../../src/domain/rules/grade";
import { draw } from "../draw";

describe("grades as people write them", () => {
  test.each(
    draw(`
    | written   | grade |
    | A         | A     |
    | a         | A     |
    | Ａ        | A     |
    | A类       | A     |
    | Ａ类客户  | A     |
    | b级       | B     |
    | B 级      | B     |
    | B类客户   | B     |
    | 级别：C   | C     |
    | C级客户   | C     |
    | D类意向客户 | D   |
    | d         | D     |
    | √         | √     |
    | ✓         | √     |
    | ✔️        | √     |
    | ☑         | √     |
    | 对号      | √     |
    | 成交      | √     |
    | 已成交    | √     |
    | 成交客户  | √     |
    | ×         | ×     |
    | x         | ×     |
    | X         | ×     |
    | ｘ        | ×     |
    | ✗         | ×     |
    | 无望      | ×     |
    | 无望客户  | ×     |
    | 放弃      | ×     |
    | A类（等房票，急） | A |
    | B（3.5升A） | B   |
    | ×(已买竞品) | ×   |
    | ×（没钱） | ×     |
    | √（按揭） | √     |
    | √(已退)   |       |
    | 成交（已退房） |  |
    | √【取消】 |       |
    | ×（又来了） |     |
    | E         |       |
    | AB        |       |
    | A或B      |       |
    | 一般      |       |
    | /         |       |
    |           |       |
  `),
  )("'$written' is $grade", ({ written = "", grade }) => {
    expect(readGrade(written) ?? "").toBe(grade);
  });
});

test.each([
  ["A类（等房票，急）", true],
  ["B（3.5升A）", true],
  ["√(已退)", true],
  ["Ａ类客户", false],
  ["√", false],
])("'%s' says more than its grade: %p", (written, more) => {
  expect(saysMoreThanGrade(written)).toBe(more);
});

describe("a move on the ladder (R4)", () => {
  test.each(
    draw(`
    | from | to | step      | note | deal | by           | problem                       |
    | D    | C  | promotion |      |      |              |                               |
    | C    | B  | promotion |      |      |              |                               |
    | B    | A  | promotion |      |      |              |                               |
    | A    | √  | deal      |      | yes  |              |                               |
    | A    | √  | deal      |      |      |              | dealNeedsDeal                 |
    | A    | √  | deal      | why  |      |              | dealNeedsDeal                 |
    | D    | √  | deal      |      | yes  |              |                               |
    | B    | B  | same      |      |      |              |                               |
    | A    | B  | demotion  | why  |      |              |                               |
    | A    | B  | demotion  |      |      |              | demotionNeedsReason           |
    | A    | B  | demotion  | /    |      |              | demotionNeedsReason           |
    | A    | D  | jump      |      |      |              | demotionNeedsReason           |
    | A    | D  | jump      | why  |      |              |                               |
    | D    | B  | jump      |      |      |              | jumpNeedsNote                 |
    | C    | A  | jump      | why  |      |              |                               |
    | D    | A  | jump      | why  |      |              |                               |
    | D    | A  | jump      |      |      |              | jumpNeedsNote                 |
    | C    | ×  | hopeless  | why  |      |              |                               |
    | C    | ×  | hopeless  |      |      |              | hopelessNeedsReason           |
    | ×    | C  | reopening | why  |      |              | hopelessReopensByReassignment |
    | ×    | C  | reopening |      |      | reassignment |                               |
    | ×    | D  | reopening |      |      | reassignment |                               |
    | ×    | A  | reopening |      |      | reassignment | reassignedStartsAtDOrC        |
    | ×    | √  | deal      |      | yes  |              | hopelessReopensByReassignment |
    | √    | B  | reopening | why  |      |              | dealReopensByRefund           |
    | √    | B  | reopening |      |      | refund       |                               |
    | √    | ×  | hopeless  | why  |      |              | dealReopensByRefund           |
    | √    | ×  | hopeless  | why  |      | refund       |                               |
  `),
  )("$from to $to, note '$note', deal '$deal', by '$by': $step, $problem", (row) => {
    const [from, to] = [row.from as Grade, row.to as Grade];
    expect(step(from, to)).toBe(row.step);
    const reopened = row.by as "reassignment" | "refund" | "";
    const problems = moveGrade(from, to, {
      reason: row.note ?? "",
      hasDeal: row.deal === "yes",
      ...(reopened ? { reopenedBy: reopened } : {}),
    });
    expect(problems).toEqual(row.problem ? [row.problem] : []);
  });

  const anyGrade = fc.constantFrom(...grades);
  test("√ and × end the ladder whatever is said; a move with a note within A to D is allowed", () => {
    fc.assert(
      fc.property(anyGrade, anyGrade, (from, to) => {
        const problems = moveGrade(from, to, { reason: "说明", hasDeal: true });
        expect(problems.length > 0).toBe(from !== to && (from === "√" || from === "×"));
        if (isDemotion(from, to)) expect(moveGrade(from, to, { reason: "", hasDeal: true })).not.toEqual([]);
      }),
    );
  });
});

describe("the grade reached last", () => {
  const reached = (text: string): Partial<Record<Grade, CalendarDay>> =>
    Object.fromEntries(
      text
        .split(" ")
        .filter(Boolean)
        .map((part) => part.split(":") as [Grade, CalendarDay]),
    );
  test.each(
    draw(`
    | reached                                  | latest |
    | D:2026-01-01                             | D      |
    | D:2026-01-01 C:2026-01-05                | C      |
    | D:2026-01-09 C:2026-01-05                | D      |
    | C:2026-01-05 A:2026-01-05                | A      |
    | A:2026-01-05 √:2026-01-05                | √      |
    | A:2026-01-05 ×:2026-01-05                | ×      |
    | ×:2026-01-05 D:2026-01-06                | D      |
    |                                          |        |
  `),
  )("$reached: $latest", ({ reached: text = "", latest }) => {
    expect(latestReached(reached(text)) ?? "").toBe(latest);
  });

  test("reaching a grade makes it the latest; a day before is refused", () => {
    const days = ["2026-01-05", "2026-01-06", "2026-01-07"] as CalendarDay[];
    const anyReached = fc.dictionary(fc.constantFrom(...grades), fc.constantFrom(...days));
    fc.assert(
      fc.property(anyReached, fc.constantFrom(...grades), fc.constantFrom(...days), (known, grade, day) => {
        const after = reach(known, grade, day);
        expect(after === undefined).toBe(Object.values(known).some((on) => on > day));
        if (after) expect(latestReached(after)).toBe(grade);
      }),
    );
  });
});
