import fc from "fast-check";
import { addDays, type CalendarDay, type Moment, momentAt } from "../../../src/domain/kit/calendar-day";
import { nextSlots, slotOf } from "../../../src/domain/rules/invitation-slots";
import { nearUnits, unitDistance, type UnitPlace } from "../../../src/domain/rules/near-units";
import { draw } from "../draw";

/** 2026-11-27 is a Friday. */
test("the next slots: 10:00 every day, 14:00 too at weekends", () => {
  expect(nextSlots("2026-11-27 09:59" as Moment, 6)).toEqual([
    "2026-11-27 10:00",
    "2026-11-28 10:00",
    "2026-11-28 14:00",
    "2026-11-29 10:00",
    "2026-11-29 14:00",
    "2026-11-30 10:00",
  ]);
  expect(nextSlots("2026-11-27 10:00" as Moment, 1)).toEqual(["2026-11-28 10:00"]);
});

test.each(
  draw(`
  | at               | slot             |
  | 2026-11-27 10:00 | 2026-11-27 10:00 |
  | 2026-11-27 10:45 | 2026-11-27 10:00 |
  | 2026-11-27 11:00 |                  |
  | 2026-11-27 14:00 |                  |
  | 2026-11-28 14:30 | 2026-11-28 14:00 |
  | 2026-11-28 09:45 |                  |
`),
)("$at belongs to $slot", ({ at, slot }) => {
  expect(slotOf(at as Moment) ?? "").toBe(slot);
});

test("a law: slots come in order, after now, and are slots of their own", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(1439), fc.integer({ min: 1, max: 20 }), (days, minutes, count) => {
      const now = momentAt(addDays("2026-01-01" as CalendarDay, days), minutes);
      const found = nextSlots(now, count);
      expect(found).toHaveLength(count);
      expect(found.every((slot) => slot > now && slotOf(slot) === slot)).toBe(true);
      expect([...found].sort()).toEqual(found);
    }),
  );
});

describe("near or the same units", () => {
  const units: UnitPlace[] = draw(`
    | unitNo   | building | section | floor | layout |
    | 3-1-1202 | 3        | 1       | 12    | 3/2    |
    | 3-1-1102 | 3        | 1       | 11    | 3/2    |
    | 3-1-1201 | 3        | 1       | 12    | 2/2    |
    | 3-2-0502 | 3        | 2       | 5     | 3/2    |
    | 3-2-0501 | 3        | 2       | 5     | 2/2    |
    | 5-1-1202 | 5        | 1       | 12    | 3/2    |
  `).map(({ unitNo = "", building = "", section = "", floor, layout = "" }) => ({
    unitNo,
    building,
    section,
    floor: Number(floor),
    layout,
  }));

  test("the same, then the floor below, then the neighbour, then the same layout elsewhere in the house", () => {
    expect(nearUnits(units, units.slice(0, 1), 9).map(({ unitNo }) => unitNo)).toEqual([
      "3-1-1202",
      "3-1-1102",
      "3-1-1201",
      "3-2-0502",
    ]);
    expect(nearUnits(units, [], 9)).toEqual([]);
    expect(nearUnits(units, units, 2)).toHaveLength(2);
  });

  test("distance does not depend on the side it is looked at from", () => {
    for (const a of units) for (const b of units) expect(unitDistance(a, b)).toBe(unitDistance(b, a));
  });
});
