import { SolarTerm } from "tyme4ts";
import { type CalendarDay, dayFrom, yearOf } from "../kit/calendar-day";
import type { Festival } from "./festivals";

/** A calendar year's, from 小寒 in January to 冬至 in December. The almanac counts them from the 冬至 before, as 0. */
const termsPerYear = 24;

const known = new Map<number, readonly Festival[]>();

const termsOf = (year: number): readonly Festival[] => {
  const found = known.get(year);
  if (found) return found;
  const made: Festival[] = [];
  for (let at = 1; at <= termsPerYear; at++) {
    const term = SolarTerm.fromIndex(year, at);
    const solar = term.getSolarDay();
    const day = dayFrom(solar.getYear(), solar.getMonth(), solar.getDay());
    if (day !== undefined) made.push({ day, name: term.getName() });
  }
  known.set(year, made);
  return made;
};

/** R15: the 24 节气 from `from` to `to`, both included, in order. */
export const solarTermsBetween = (from: CalendarDay, to: CalendarDay): readonly Festival[] => {
  const found: Festival[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++)
    found.push(...termsOf(year).filter(({ day }) => day >= from && day <= to));
  return found;
};
