import fc from "fast-check";
import { addDays, type CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { Consent } from "../../../src/domain/rules/care-calendar";
import { festivalsBetween } from "../../../src/domain/rules/festivals";
import { cadences, type Due } from "../../../src/domain/rules/follow-up-due";
import {
  ownerCallDue,
  type OwnerClass,
  ownerCountsFrom,
  type OwnerSituation,
} from "../../../src/domain/rules/owner-calls";
import { draw } from "../draw";

const day = (text: string | undefined): CalendarDay | undefined =>
  text === undefined || text === "" ? undefined : (text as CalendarDay);
const wording = (due: Due | undefined): string =>
  due === undefined ? "not called" : "waiting" in due ? due.waiting : `${due.opens} ${due.due}`;

describe("老客户回访 (R15, R5): 002 电话维护 A类每周1次, B类每月2-3次, C类每月2次, D类营销节点", () => {
  test.each(
    draw(`
    | class | consent | deal       | contact    | agreed     | opens and due         |
    | A     | yes     | 2026-11-02 |            |            | 2026-11-09 2026-11-09 |
    | B     | yes     | 2026-11-02 |            |            | 2026-11-12 2026-11-17 |
    | C     | yes     | 2026-11-02 |            |            | 2026-11-17 2026-11-17 |
    | D     | yes     | 2026-11-02 |            |            | 2026-12-29 2027-01-01 |
    | A     | yes     | 2026-11-02 | 2026-11-08 |            | 2026-11-15 2026-11-15 |
    | A     | yes     | 2026-11-02 | 2026-10-01 |            | 2026-11-09 2026-11-09 |
    | D     | yes     | 2026-11-02 | 2026-12-28 |            | 2026-12-29 2027-01-01 |
    | D     | yes     | 2026-11-02 | 2026-12-29 |            | 2027-02-03 2027-02-06 |
    | D     | yes     | 2026-11-02 | 2027-02-04 |            | occasion              |
    | B     | yes     | 2026-11-02 | 2026-11-08 | 2026-11-11 | 2026-11-11 2026-11-11 |
    | B     | yes     | 2026-11-02 | 2026-11-08 | 2026-12-31 | 2026-11-18 2026-11-23 |
    | A     | no      | 2026-11-02 | 2026-11-08 |            | not called            |
    | A     | no      | 2026-11-02 | 2026-11-08 | 2026-11-11 | not called            |
    | A     | unknown | 2026-11-02 | 2026-11-08 |            | not called            |
  `),
  )("$class, says $consent, deal $deal, last contact $contact, agreed $agreed: $opens and due", (row) => {
    const due = ownerCallDue({
      class: row["class"] as OwnerClass,
      consent: row["consent"] as Consent,
      dealOn: row["deal"] as CalendarDay,
      lastContact: day(row["contact"]),
      agreedNext: day(row["agreed"]),
      cadence: cadences["002"],
      occasions: [day("2027-01-01"), day("2027-02-06")].flatMap((each) => each ?? []),
    });
    expect(wording(due)).toBe(row["opens and due"]);
  });
});

describe("laws", () => {
  const start = "2026-01-01" as CalendarDay;
  const occasions = festivalsBetween(start, "2028-12-31" as CalendarDay).map((each) => each.day);
  const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays(start, n));
  const maybe = <One>(of: fc.Arbitrary<One>) => fc.option(of, { nil: undefined });
  const pace = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(60))
    .map(([first, a, b]) => ({ first, earliest: Math.min(a, b), latest: Math.max(a, b) }));
  const anyOwner: fc.Arbitrary<OwnerSituation> = fc.record({
    consent: fc.constantFrom<Consent>("yes", "no", "unknown"),
    class: fc.constantFrom<OwnerClass>("A", "B", "C", "D"),
    dealOn: anyDay,
    lastContact: maybe(anyDay),
    agreedNext: maybe(anyDay),
    cadence: fc.record({ A: pace, B: pace, C: pace }).map((edited) => ({ ...cadences["002"], ...edited })),
    occasions: fc.constant(occasions),
  });
  const dueOf = (owner: OwnerSituation): string => {
    const due = ownerCallDue(owner);
    return due !== undefined && "due" in due ? due.due : "9999";
  };

  test("nobody who has not agreed, whatever was agreed with them before", () => {
    fc.assert(
      fc.property(anyOwner, (owner) => {
        expect(ownerCallDue(owner) === undefined).toBe(owner.consent !== "yes");
      }),
    );
  });

  test("never before the deal, nor before the last contact", () => {
    fc.assert(
      fc.property(anyOwner, (owner) => {
        const due = ownerCallDue({ ...owner, consent: "yes" });
        if (due === undefined || "waiting" in due) return;
        expect(due.opens >= ownerCountsFrom(owner)).toBe(true);
        expect(due.due >= owner.dealOn && due.due >= (owner.lastContact ?? "")).toBe(true);
        expect(due.opens <= due.due).toBe(true);
      }),
    );
  });

  test("a later contact never brings the call forward", () => {
    fc.assert(
      fc.property(anyOwner, fc.nat(60), (given, later) => {
        const owner: OwnerSituation = { ...given, consent: "yes" };
        const contact = addDays(owner.lastContact ?? owner.dealOn, later);
        expect(dueOf({ ...owner, lastContact: contact }) >= dueOf(owner)).toBe(true);
      }),
    );
  });

  test("what was agreed may bring it forward, never put it off", () => {
    fc.assert(
      fc.property(anyOwner, (owner) => {
        expect(dueOf(owner) <= dueOf({ ...owner, agreedNext: undefined })).toBe(true);
      }),
    );
  });
});
