import fc from "fast-check";
import { addDays, type CalendarDay, daysBetween } from "../../../src/domain/kit/calendar-day";
import { festivalsBetween } from "../../../src/domain/rules/festivals";
import {
  cadences,
  countsFrom,
  type Due,
  dueDay,
  type Situation,
} from "../../../src/domain/rules/follow-up-due";
import { type Grade, grades } from "../../../src/domain/rules/grade";
import { draw } from "../draw";

const wording = (due: Due): string => ("waiting" in due ? due.waiting : `${due.opens} ${due.due}`);

const situation = (row: Record<string, string>): Situation => ({
  grade: row.grade as Grade,
  lastContact: row.last as CalendarDay,
  onFirstDay: row.day === "first",
  cadence: cadences[(row.policy || "000") as keyof typeof cadences],
  occasions: (row.occasions ?? "").split(" ").filter(Boolean) as CalendarDay[],
  ...(row.agreed ? { agreedNext: row.agreed as CalendarDay } : {}),
  ...(row.deposit ? { deposit: row.deposit as "paid" | "withdrawn" } : {}),
  ...(row.on ? { depositOn: row.on as CalendarDay } : {}),
  ...(row.graded ? { gradedOn: row.graded as CalendarDay } : {}),
});

describe("when the next contact is due (R5)", () => {
  test.each(
    draw(`
    | policy | grade | last       | day   | opens and due         |
    | 000    | A     | 2026-11-10 | first | 2026-11-11 2026-11-12 |
    | 000    | A     | 2026-11-10 | later | 2026-11-11 2026-11-12 |
    | 000    | B     | 2026-11-10 | later | 2026-11-13 2026-11-13 |
    | 000    | C     | 2026-11-10 | first | 2026-11-11 2026-11-11 |
    | 000    | C     | 2026-11-10 | later | 2026-11-13 2026-11-17 |
    | 003    | A     | 2026-11-10 | later | 2026-11-11 2026-11-13 |
    | 003    | B     | 2026-11-10 | later | 2026-11-13 2026-11-17 |
    | 003    | C     | 2026-11-10 | later | 2026-12-10 2026-12-10 |
    | 002    | A     | 2026-11-10 | later | 2026-11-17 2026-11-17 |
    | 002    | B     | 2026-11-10 | later | 2026-11-20 2026-11-25 |
    | 002    | C     | 2026-11-10 | later | 2026-11-25 2026-11-25 |
    | 000    | √     | 2026-11-10 | later | deal                  |
    | 000    | ×     | 2026-11-10 | later | reassignment          |
    | 000    | D     | 2026-11-10 | later | occasion              |
  `),
  )("$policy $grade on a $day day: $opens and due", (row) => {
    expect(wording(dueDay(situation(row)))).toBe(row["opens and due"]);
  });

  test.each(
    draw(`
    | last       | occasions             | opens and due         |
    | 2026-09-20 | 2026-09-25 2026-10-01 | 2026-09-22 2026-09-25 |
    | 2026-09-21 | 2026-09-25 2026-10-01 | 2026-09-22 2026-09-25 |
    | 2026-09-22 | 2026-09-25 2026-10-01 | 2026-09-28 2026-10-01 |
    | 2026-09-25 | 2026-09-25 2026-10-01 | 2026-09-28 2026-10-01 |
    | 2026-09-28 | 2026-09-25 2026-10-01 | occasion              |
  `),
  )("D after $last with $occasions: a contact up to 3 days before counts", (row) => {
    expect(wording(dueDay(situation({ ...row, grade: "D" })))).toBe(row["opens and due"]);
  });

  test.each(
    draw(`
    | grade | last       | agreed     | deposit   | on         | graded     | occasions  | opens and due         |
    | C     | 2026-11-10 | 2026-11-14 |           |            |            |            | 2026-11-13 2026-11-14 |
    | C | 2026-11-10 | 2026-11-11 |  |  |  |  | 2026-11-11 2026-11-11 |
    | C | 2026-11-10 | 2026-11-30 |  |  |  |  | 2026-11-13 2026-11-17 |
    | C | 2026-11-10 | 2026-11-10 |  |  |  |  | 2026-11-13 2026-11-17 |
    | D | 2026-11-10 | 2026-11-20 |  |  |  | 2027-01-01 | 2026-11-20 2026-11-20 |
    | D | 2026-11-10 | 2026-11-20 |  |  |  |  | 2026-11-20 2026-11-20 |
    | C | 2026-11-10 |  | paid |  |  |  | 2026-11-12 2026-11-12 |
    | D | 2026-11-10 |  | paid |  |  | 2027-01-01 | 2026-11-12 2026-11-12 |
    | B | 2026-11-10 |  | withdrawn | 2026-11-10 |  |  | 2026-11-17 2026-11-25 |
    | √ | 2026-11-10 |  | paid |  |  |  | 2026-11-12 2026-11-12 |
    | √ | 2026-11-10 | 2026-11-20 |  |  |  |  | deal |
    | √ | 2026-11-10 |  | withdrawn | 2026-11-10 |  |  | 2026-11-17 2026-11-25 |
    | × | 2026-11-10 |  | paid |  |  |  | reassignment |
    | × | 2026-11-10 | 2026-11-20 | withdrawn | 2026-11-10 |  |  | reassignment |
    | A | 2026-11-01 | | paid | 2026-11-10 | | | 2026-11-12 2026-11-12 |
    | √ | 2026-11-01 | | paid | 2026-11-10 | 2026-11-10 | | 2026-11-12 2026-11-12 |
    | A | 2026-11-12 | | paid | 2026-11-10 | | | 2026-11-14 2026-11-14 |
    | A | 2026-11-01 | 2026-11-05 | paid | 2026-11-10 | | | 2026-11-12 2026-11-12 |
    | A | 2026-11-01 | 2026-11-11 | paid | 2026-11-10 | | | 2026-11-11 2026-11-11 |
    | A | 2026-11-01 | | withdrawn | 2026-11-07 | 2026-11-01 | | 2026-11-14 2026-11-22 |
    | A | 2026-11-07 | | withdrawn | 2026-11-07 | 2026-11-07 | | 2026-11-14 2026-11-22 |
    | A | 2026-11-08 | | withdrawn | 2026-11-07 | 2026-11-01 | | 2026-11-15 2026-11-23 |
    | A | 2026-12-01 | | withdrawn | 2026-11-07 | 2026-11-01 | | 2026-12-08 2026-12-16 |
    | A | 2026-11-07 | | withdrawn | 2026-11-07 | 2026-11-08 | | 2026-11-08 2026-11-09 |
    | A | 2026-11-07 | | withdrawn | 2025-11-07 | 2026-11-01 | | 2026-11-08 2026-11-09 |
    | √ | 2026-11-08 | | withdrawn | 2026-11-07 | 2026-11-08 | | 2026-11-15 2026-11-23 |
    | A | 2026-11-01 | | withdrawn | | 2026-11-01 | | 2026-11-02 2026-11-03 |
  `),
  )("$grade since $graded, last contact $last, agreed $agreed, deposit $deposit on $on", (row) => {
    expect(wording(dueDay(situation(row)))).toBe(row["opens and due"]);
  });
});

describe("laws", () => {
  const start = "2026-01-01" as CalendarDay;
  const festivals = festivalsBetween(start, "2028-12-31" as CalendarDay).map(({ day }) => day);
  const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays(start, n));
  const anySituation: fc.Arbitrary<Situation> = fc
    .record({
      grade: fc.constantFrom(...grades),
      lastContact: anyDay,
      onFirstDay: fc.boolean(),
      ahead: fc.option(fc.integer({ min: -5, max: 60 }), { nil: undefined }),
      deposit: fc.constantFrom("paid" as const, "withdrawn" as const, undefined),
      since: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
      cadence: fc.constantFrom(...Object.values(cadences)),
    })
    .map(({ ahead, since, ...rest }) => ({
      ...rest,
      occasions: festivals,
      ...(since === undefined ? {} : { depositOn: addDays(rest.lastContact, since) }),
      ...(ahead === undefined ? {} : { agreedNext: addDays(rest.lastContact, ahead) }),
    }));

  test("gently is a rhythm: after a deposit that went back no call is due within a week of the one before (000)", () => {
    const lasting = fc.record({
      grade: fc.constantFrom(...grades).filter((grade) => grade !== "×"),
      lastContact: anyDay,
      onFirstDay: fc.boolean(),
      ago: fc.integer({ min: 0, max: 300 }),
      cadence: fc.constantFrom(...Object.values(cadences)),
    });
    fc.assert(
      fc.property(lasting, ({ ago, ...rest }) => {
        const depositOn = addDays(rest.lastContact, -ago);
        const due = dueDay({
          ...rest,
          occasions: festivals,
          deposit: "withdrawn",
          depositOn,
          gradedOn: addDays(depositOn, -1),
        });
        expect(due).toEqual({ opens: addDays(rest.lastContact, 7), due: addDays(rest.lastContact, 15) });
      }),
    );
  });

  test("a due day lies after the last contact and never before it opens", () => {
    fc.assert(
      fc.property(anySituation, (given) => {
        const due = dueDay(given);
        if ("waiting" in due) {
          expect(given.grade === "×" || (given.grade === "√" && given.deposit === undefined)).toBe(true);
          return;
        }
        expect(due.due > given.lastContact).toBe(true);
        expect(due.opens > given.lastContact).toBe(true);
        expect(due.opens <= due.due).toBe(true);
      }),
    );
  });

  test("a later contact never brings the due day forward", () => {
    fc.assert(
      fc.property(anySituation, fc.integer({ min: 0, max: 30 }), (given, later) => {
        const { agreedNext: _agreed, ...plain } = given;
        const [before, after] = [
          dueDay(plain),
          dueDay({ ...plain, lastContact: addDays(plain.lastContact, later) }),
        ];
        if ("due" in before && "due" in after)
          expect(daysBetween(before.due, after.due)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("an agreed day may bring it forward, never put it off", () => {
    fc.assert(
      fc.property(anySituation, (given) => {
        const { agreedNext, ...plain } = given;
        const [limit, due] = [dueDay(plain), dueDay(given)];
        if (!("due" in limit) || !("due" in due)) return;
        expect(due.due <= limit.due).toBe(true);
        if (agreedNext !== undefined && agreedNext > countsFrom(given))
          expect(due.due <= agreedNext).toBe(true);
      }),
    );
  });
});

test("a reassigned client's deposit of before the reassignment: its rhythm counts from the reassignment", () => {
  const given: Situation = {
    grade: "C",
    lastContact: "2024-03-01" as CalendarDay,
    onFirstDay: false,
    begunOn: "2024-03-10" as CalendarDay,
    deposit: "paid",
    depositOn: "2024-03-05" as CalendarDay,
    gradedOn: "2024-03-10" as CalendarDay,
    cadence: cadences["000"],
    occasions: [],
  };
  expect(dueDay(given)).toMatchObject({ due: "2024-03-12" });
});
