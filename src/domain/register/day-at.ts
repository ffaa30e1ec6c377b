/**
 * Days of a register as the check reads them (R5): which one a text without its year means, the blank says and, of what
 * was agreed, the row's own day. One that may as well be another year's is none until people have said.
 */
import type { Field } from "../form/field";
import { type CalendarDay, dayOf, dayOfSerial, type Moment } from "../kit/calendar-day";
import type { Yearless } from "../kit/day-wording";
import { agreedFrom } from "./agreed-on";
import { momentOfCell, withoutMidnight, type YearlessAs } from "./raw-cell";
import { isTypedDay } from "./read-answer";
import { cellAt, type Register } from "./register";

const yearlessOf = (field: Field | undefined): Yearless => {
  if (field?.kind === "day" || field?.kind === "moment") return field.yearless;
  return field !== undefined && isTypedDay(field) ? "nearest" : "last";
};

/** For a cell of a blank whose row nobody knows. */
export const yearlessIn = (field: Field | undefined): YearlessAs => ({ yearless: yearlessOf(field) });

const asRowSays = (register: Register, key: string, index: number, today: CalendarDay): YearlessAs => {
  const { form } = register;
  const agreed = agreedFrom(form, key);
  const from = agreed === undefined ? undefined : dayAt(register, agreed, index, today);
  return { ...yearlessIn(form.fields[key]), ...(from === undefined ? {} : { from }) };
};

/** Nothing where no moment can be read. */
export const timeAt = (
  register: Register,
  key: string,
  index: number,
  today: CalendarDay,
): Moment | CalendarDay | undefined => {
  const cell = cellAt(register, key, index);
  // Only a text may lack its year.
  return typeof cell === "string"
    ? momentOfCell(cell, today, asRowSays(register, key, index, today))
    : momentOfCell(cell, today);
};

/** As `timeAt`; midnight is a day without an hour. */
export const whenAt = (
  register: Register,
  key: string,
  index: number,
  today: CalendarDay,
): Moment | CalendarDay | undefined => withoutMidnight(timeAt(register, key, index, today));

export const dayAt = (
  register: Register,
  key: string,
  index: number,
  today: CalendarDay,
): CalendarDay | undefined => {
  const cell = cellAt(register, key, index);
  if (typeof cell === "number") return dayOfSerial(cell);
  const at = timeAt(register, key, index, today);
  return at && dayOf(at);
};
