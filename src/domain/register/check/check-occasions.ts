/** R5: D clients wait for promotions and festivals; a workbook begins with those of three years. */
import { addDays, type CalendarDay, dayFrom, yearOf } from "../../kit/calendar-day";
import { festivalsBetween } from "../../rules/festivals";
import type { Change } from "../change";
import type { Ground } from "./check-ground";
import { dayAt } from "../day-at";
import { type Problem, problem } from "../problem";
import { textAt } from "../raw-cell";

const festival = "节日";

/** Nobody has to hear of it while so many days of festivals are left. */
const enoughDays = 60;

/** The end of the year after next, as a new workbook has them. */
const upTo = (today: CalendarDay): CalendarDay => dayFrom(yearOf(today) + 2, 12, 31) ?? today;

export const checkOccasions = ({ book, today }: Ground): readonly Problem[] => {
  const register = book.registers.events;
  if (register === undefined) return [];
  let last: CalendarDay | undefined;
  for (let index = 0; index < register.count; index++) {
    const day = dayAt(register, "date", index, today);
    if (
      day !== undefined &&
      textAt(register, "kind", index) === festival &&
      (last === undefined || day > last)
    )
      last = day;
  }
  // Whoever has struck out all of them wants none.
  if (last === undefined || last > addDays(today, enoughDays)) return [];
  const from = last < today ? today : addDays(last, 1);
  const fix = festivalsBetween(from, upTo(today)).map(({ day, name }): Change => ({
    kind: "append",
    form: "events",
    row: { name, date: day, kind: festival, audience: "D" },
  }));
  const facts = { last, year: yearOf(upTo(today)) };
  return [problem("festivalsRunOut", { form: "events", sheet: register.sheet, facts, fix })];
};
