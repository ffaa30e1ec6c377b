import fc from "fast-check";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { houseWeights } from "../../../src/domain/register/settings/policies";
import { scoreOf, suggestedGrade, warmth, weightsTotal } from "../../../src/domain/rules/intent";
import { draw } from "../draw";

const keys = Object.keys(houseWeights);

describe("R17: how keen", () => {
  test("the house's weights are 100 in all", () => {
    expect(weightsTotal(houseWeights)).toBe(100);
  });

  test.each(
    draw(`
    | seen                                                            | not seen          | score | open | grade |
    | likesProduct likesPrice canAfford fixedUnit cameAgain deciderCame askedPayment askedDetails likesArea | | 100 | 0 | A |
    | likesProduct likesPrice canAfford fixedUnit cameAgain deciderCame | askedPayment askedDetails likesArea | 80 | 0 | B |
    | likesProduct likesPrice canAfford fixedUnit                     | cameAgain         | 60    | 30   | C     |
    | likesProduct                                                    | likesPrice        | 15    | 70   | D     |
    |                                                                 |                   | 0     | 100  | D     |
  `),
  )("$score points: $grade", (row) => {
    const said = (text: string, value: boolean) =>
      text
        .split(" ")
        .filter(Boolean)
        .map((key) => [key, value] as const);
    const seen = Object.fromEntries([...said(row.seen ?? "", true), ...said(row["not seen"] ?? "", false)]);
    const { score, open } = scoreOf(seen, houseWeights);
    expect({ score, open }).toEqual({ score: Number(row.score), open: Number(row.open) });
    expect(suggestedGrade(score)).toBe(row.grade);
  });

  test.each(
    draw(`
    | score | grade |
    | 100   | A     |
    | 90    | A     |
    | 89    | B     |
    | 70    | B     |
    | 69    | C     |
    | 60    | C     |
    | 59    | D     |
    | 0     | D     |
  `),
  )("$score suggests $grade", ({ score, grade }) => {
    expect(suggestedGrade(Number(score))).toBe(grade);
  });

  test("laws: a signal more never lowers the score; what is open is how far it can still rise", () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom(true, false, undefined)]))),
        fc.constantFrom(...keys),
        (seen, key) => {
          const before = scoreOf(seen, houseWeights);
          const after = scoreOf({ ...seen, [key]: true }, houseWeights);
          expect(after.score).toBeGreaterThanOrEqual(before.score);
          const all = Object.fromEntries(keys.map((each) => [each, seen[each] ?? true]));
          expect(scoreOf(all, houseWeights).score).toBe(before.score + before.open);
          expect(before.missing).not.toContain(seen[key] === true ? key : "");
          const weights = before.missing.map((each) => houseWeights[each as keyof typeof houseWeights]);
          expect(weights).toEqual([...weights].sort((a, b) => b - a));
        },
      ),
    );
  });

  test.each(
    draw(`
    | returned   | today      | warmth |
    | 2026-11-01 | 2026-11-20 | hot    |
    | 2026-11-04 | 2026-11-20 | hot    |
    | 2026-11-05 | 2026-11-20 | warm   |
    | 2026-11-08 | 2026-11-20 | warm   |
    | 2026-11-09 | 2026-11-20 |        |
    | 2026-12-01 | 2026-12-02 |        |
    | 2026-12-02 | 2026-12-02 | cold   |
    |            | 2026-11-03 |        |
    |            | 2026-12-01 |        |
    |            | 2026-12-02 | cold   |
  `),
  )("first here on 2026-11-01, again on $returned: $warmth", (row) => {
    const returned = (row.returned || undefined) as CalendarDay | undefined;
    expect(warmth("2026-11-01" as CalendarDay, returned, row.today as CalendarDay) ?? "").toBe(row.warmth);
  });
});
