/** Which rows were written together with which record, told from the workbook alone (R1). */
import type { Field } from "../../form/field";
import { fieldsOf, type Form } from "../../form/form";
import { dayOf } from "../../kit/calendar-day";
import { reachedAt } from "../grade-rows";
import { anyYear, dayOfCell, momentOfCell, textAt } from "../raw-cell";
import { cellAt, type RawCell, type Register } from "../register";
import { consultantOf, notesOf, type Standing, whenCell } from "../standing";

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
  const at = momentOfCell(place, anyYear);
  const claimed = momentOfCell(whenCell(claim), anyYear);
  if (at === undefined || claimed === undefined) return 0;
  return at === claimed ? 2 : dayOf(at) === dayOf(claimed) ? 1 : 0;
};

/** What of a form's row tells who wrote it with which record. */
interface Telling {
  readonly talk: string | undefined;
  readonly name: string | undefined;
  readonly roster: string | undefined;
  readonly when: string | undefined;
}

const keyWhere = (form: Form, holds: (field: Field, key: string) => boolean): string | undefined =>
  fieldsOf(form).find(([key, field]) => holds(field, key))?.[0];

/** A name that the sheet looks up by the number says nothing of whose the number is. */
const telling = (form: Form): Telling => ({
  talk: keyWhere(form, ({ kind }, key) => key === "notes" && kind !== "computed"),
  name: keyWhere(form, ({ kind }, key) => key === "name" && kind !== "computed"),
  roster: keyWhere(form, ({ kind }) => kind === "fromRoster"),
  when: keyWhere(form, (field) => field.kind === "moment" && field.notAfterToday),
});

/** The columns `fitRow` looks at. */
export const tellingKeys = (form: Form): readonly string[] =>
  Object.values(telling(form)).filter((key): key is string => key !== undefined);

/** Its words and its name above its consultant, its consultant above its hour. */
export const fitRow = (form: Form): ((place: Place, claim: Standing) => number) => {
  const { talk, name, roster, when } = telling(form);
  const same = ({ register, index }: Place, key: string | undefined, said: string): boolean =>
    key !== undefined && said !== "" && textAt(register, key, index) === said;
  return (place, claim) =>
    (same(place, talk, notesOf(claim)) ? 8 : 0) +
    (same(place, name, claim.name) ? 8 : 0) +
    (same(place, roster, consultantOf(claim)) ? 4 : 0) +
    (when === undefined ? 0 : equalWhen(cellAt(place.register, when, place.index), claim));
};

/** A row fits so much that it was written with the record: the same words or name, or consultant and day. */
export const writtenWith = 5;

/** The grade a person's first contact was entered with: the program wrote it beside the row of 等级跟踪. */
export const fitGrade =
  (firstGrade: ReadonlyMap<Standing, string>) =>
  ({ register, index }: Place, claim: Standing): number => {
    const reached = reachedAt(register, index, anyYear);
    const day = dayOfCell(whenCell(claim), anyYear);
    const grade = firstGrade.get(claim);
    return (
      (textAt(register, "consultant", index) === consultantOf(claim) ? 8 : 0) +
      (grade !== undefined && grade !== "" && grade in reached ? 4 : 0) +
      (day !== undefined && Object.values(reached).includes(day) ? 2 : 0)
    );
  };
