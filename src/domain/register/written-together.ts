/** Which rows were written together with which record, told from the workbook alone (R1). */
import { type CalendarDay, dayOf } from "../kit/calendar-day";
import { reachedAt } from "./grade-rows";
import { dayOfCell, momentOfCell, textAt } from "./raw-cell";
import { cellAt, type RawCell, type Register } from "./register";
import { consultantOf, notesOf, type Standing, whenCell } from "./standing";

const noToday = "1900-01-01" as CalendarDay;

export interface Place {
  readonly register: Register;
  readonly index: number;
}

/**
 * Each place goes to the person it fits best; where several fit alike, in turn, as they stand.
 * `least`: what a place must fit to be the one a person's registration wrote.
 */
export const dealOut = (
  places: readonly Place[],
  people: readonly (readonly Standing[])[],
  fit: (place: Place, claim: Standing) => number,
  least: number,
): readonly (readonly Place[])[] => {
  const given: Place[][] = people.map(() => []);
  const fits = places.flatMap((place, at) =>
    people.map((person, who) => ({ place, at, who, fit: Math.max(...person.map((row) => fit(place, row))) })),
  );
  fits.sort((a, b) => b.fit - a.fit || a.at - b.at || a.who - b.who);
  const placed = new Set<Place>();
  const give = ({ place, who }: { readonly place: Place; readonly who: number }): void => {
    placed.add(place);
    given[who]?.push(place);
  };
  // Everybody's own first: what a registration writes, it writes once.
  for (const each of fits) {
    const empty = given[each.who]?.length === 0;
    if (empty && each.fit >= least && !placed.has(each.place)) give(each);
  }
  for (const each of fits) if (!placed.has(each.place)) give(each);
  return given;
};

const equalWhen = (place: RawCell, claim: Standing): number => {
  const at = momentOfCell(place, noToday);
  const claimed = momentOfCell(whenCell(claim), noToday);
  if (at === undefined || claimed === undefined) return 0;
  return at === claimed ? 2 : dayOf(at) === dayOf(claimed) ? 1 : 0;
};

export const fitContact = ({ register, index }: Place, claim: Standing): number => {
  const notes = textAt(register, "notes", index);
  return (
    (notes !== "" && notes === notesOf(claim) ? 8 : 0) +
    (textAt(register, "consultant", index) === consultantOf(claim) ? 4 : 0) +
    equalWhen(cellAt(register, "contactedAt", index), claim)
  );
};

export const fitDeal = ({ register, index }: Place, claim: Standing): number =>
  (textAt(register, "name", index) === claim.name ? 2 : 0) +
  (textAt(register, "consultant", index) === consultantOf(claim) ? 1 : 0);

/** The grade a person's first contact was entered with: the program wrote it beside the row of 等级跟踪. */
export const fitGrade =
  (firstGrade: ReadonlyMap<Standing, string>) =>
  ({ register, index }: Place, claim: Standing): number => {
    const reached = reachedAt(register, index, noToday);
    const day = dayOfCell(whenCell(claim), noToday);
    const grade = firstGrade.get(claim);
    return (
      (textAt(register, "consultant", index) === consultantOf(claim) ? 8 : 0) +
      (grade !== undefined && grade !== "" && grade in reached ? 4 : 0) +
      (day !== undefined && Object.values(reached).includes(day) ? 2 : 0)
    );
  };
