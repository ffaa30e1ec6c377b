/** Cells of a register that a question needs without reading whole rows. */
import {
  type CalendarDay,
  calendarDay,
  dayOf,
  dayOfSerial,
  moment,
  type Moment,
  momentOfSerial,
} from "../kit/calendar-day";
import type { DayContext } from "../kit/day-wording";
import { readMoment } from "../kit/read-day";
import { nothing } from "../rules/nothing-to-say";
import { type ClientNumber, type ClientNumberParts, parseClientNumber } from "../rules/client-number";
import { cellAt, type RawCell, type Register } from "./register";

/** Trimmed; empty for an empty cell and for `/`. */
export const textOf = (cell: RawCell): string => {
  if (cell === null) return "";
  const text = typeof cell === "string" ? cell.trim() : String(cell);
  return text === nothing ? "" : text;
};

export const textAt = (register: Register, key: string, index: number): string =>
  textOf(cellAt(register, key, index));

/** Which day a text without its year is; without, the last one up to today. */
export type YearlessAs = Pick<DayContext, "yearless" | "from">;

/**
 * Nothing where no moment can be read; `today` only helps with years left out. Of a blank that may hold a day to come,
 * ask `timeAt`.
 */
export const momentOfCell = (
  cell: RawCell,
  today: CalendarDay,
  yearless: YearlessAs = {},
): Moment | CalendarDay | undefined => {
  if (typeof cell === "number") return momentOfSerial(cell);
  if (typeof cell !== "string" || cell === "" || cell === nothing) return undefined;
  const exact = calendarDay(cell) ?? moment(cell);
  if (exact !== undefined) return exact;
  const read = readMoment(cell, { ...yearless, today });
  return read.ok ? read.value : undefined;
};

/** Midnight is a day without an hour: that is how sheets and late entries keep one. */
export const withoutMidnight = (at: Moment | CalendarDay | undefined): Moment | CalendarDay | undefined =>
  at?.endsWith(" 00:00") === true ? dayOf(at) : at;

export const whenOfCell = (cell: RawCell, today: CalendarDay): Moment | CalendarDay | undefined =>
  withoutMidnight(momentOfCell(cell, today));

/** For `today`, where cells are only held against each other: a day without its year (3月5日) has the same one in all. */
export const anyYear = "1900-01-01" as CalendarDay;

export const dayOfCell = (cell: RawCell, today: CalendarDay): CalendarDay | undefined => {
  if (typeof cell === "number") return dayOfSerial(cell);
  const at = momentOfCell(cell, today);
  return at && dayOf(at);
};

export const numberOfCell = (cell: RawCell): ClientNumberParts | undefined =>
  typeof cell === "string" && cell !== "" ? parseClientNumber(cell) : undefined;

type Numbers = readonly (ClientNumberParts | undefined)[];
const numbers = new WeakMap<readonly RawCell[], Numbers>();

/** A column of numbers, read once however often it is asked. */
export const numbersOf = (column: readonly RawCell[]): Numbers => {
  const known = numbers.get(column);
  if (known) return known;
  const read = column.map(numberOfCell);
  numbers.set(column, read);
  return read;
};

export const numberAt = (register: Register, key: string, index: number): ClientNumberParts | undefined => {
  const column = register.columns.get(key);
  return column && numbersOf(column)[index];
};

export const clientAt = (register: Register, key: string, index: number): ClientNumber | undefined =>
  numberAt(register, key, index)?.client;
