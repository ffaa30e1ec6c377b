import { LunarDay, SolarTerm } from "tyme4ts";
import { type CalendarDay, dayFrom, yearOf } from "../kit/calendar-day";

export interface Festival {
  readonly day: CalendarDay;
  readonly name: string;
}

interface YearMonthDay {
  getYear(): number;
  getMonth(): number;
  getDay(): number;
}

const ofSolar = (solar: YearMonthDay): CalendarDay | undefined =>
  dayFrom(solar.getYear(), solar.getMonth(), solar.getDay());

const fixed =
  (month: number, day: number) =>
  (year: number): CalendarDay | undefined =>
    dayFrom(year, month, day);

/** Of the lunar year that begins in this year; all of these fall in the same solar year. */
const lunar =
  (month: number, day: number) =>
  (year: number): CalendarDay | undefined =>
    ofSolar(LunarDay.fromYmd(year, month, day).getSolarDay());

const qingming = (year: number): CalendarDay | undefined =>
  ofSolar(SolarTerm.fromName(year, "清明").getSolarDay());

/** The festivals R5 names. */
const festivals: readonly (readonly [name: string, dayIn: (year: number) => CalendarDay | undefined])[] = [
  ["元旦", fixed(1, 1)],
  ["春节", lunar(1, 1)],
  ["元宵", lunar(1, 15)],
  ["妇女节", fixed(3, 8)],
  ["清明", qingming],
  ["劳动节", fixed(5, 1)],
  ["端午", lunar(5, 5)],
  ["儿童节", fixed(6, 1)],
  ["中秋", lunar(8, 15)],
  ["国庆", fixed(10, 1)],
  ["重阳", lunar(9, 9)],
];

const festivalsOf = (year: number): readonly Festival[] =>
  festivals.flatMap(([name, dayIn]) => {
    const day = dayIn(year);
    return day === undefined ? [] : [{ day, name }];
  });

/** R5's festivals from `from` to `to`, both included, in order; two may share a day (中秋 and 国庆 in 2020). */
export const festivalsBetween = (from: CalendarDay, to: CalendarDay): readonly Festival[] => {
  const found: Festival[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++)
    found.push(...festivalsOf(year).filter(({ day }) => day >= from && day <= to));
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};
