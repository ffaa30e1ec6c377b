/** Does a cell look like an answer to a blank? Where any text would do, nothing can be told. */
import { answerKind, choiceSeparator, type Field, type PerKind } from "../../domain/form/field";
import { lists } from "../../domain/forms/lists";
import { calendarDay, moment } from "../../domain/kit/calendar-day";
import type { RawCell } from "../../domain/register/register";
import { isNothing } from "../../domain/rules/nothing-to-say";

type Test = ((cell: string | number) => boolean) | undefined;

const text = (cell: string | number): string => String(cell).trim();
/** Serials from 1954 to 2119. */
const isDay = (cell: string | number): boolean =>
  typeof cell === "number"
    ? cell > 20_000 && cell < 80_000
    : calendarDay(text(cell)) !== undefined || moment(text(cell)) !== undefined;
const isNumber = (cell: string | number): boolean => typeof cell === "number";
const clientNumber = /^[CX]?[A-Z]{2}-[A-Z]{2}\d{3,}$/u;

const tests: PerKind<Test> = {
  numberStamp: () => (cell) => clientNumber.test(text(cell)),
  clientRef: () => (cell) => clientNumber.test(text(cell)),
  computed: ({ gives }) => (gives === "day" || gives === "moment" ? isDay : undefined),
  oneLine: () => undefined,
  lines: () => undefined,
  day: () => isDay,
  moment: () => isDay,
  number:
    ({ from, to }) =>
    (cell) =>
      typeof cell === "number" && cell >= from && cell <= to,
  money: () => isNumber,
  area: () => isNumber,
  phone: () => (cell) => /^[+\d][\d\s\-()转、]{6,}$/u.test(text(cell)),
  contact: () => undefined,
  digits:
    ({ length }) =>
    (cell) =>
      /^\d+$/u.test(text(cell)) && text(cell).length === length,
  tickOne:
    ({ list }) =>
    (cell) =>
      lists[list].choices.some((choice) => choice === text(cell)),
  tickMany:
    ({ list }) =>
    (cell) =>
      text(cell)
        .split(choiceSeparator)
        .every((each) => lists[list].choices.some((choice) => choice === each)),
  rowRef: () => undefined,
  idCard: () => (cell) => /^\d{17}[\dXx]$/u.test(text(cell)),
  fromRoster: () => undefined,
};

/** The share of the cells that look like it, empty ones and `/` aside; nothing where nothing can be told. */
export const likeness = (field: Field, cells: readonly RawCell[]): number | undefined => {
  const test = answerKind(tests, field);
  const told = cells.filter(
    (cell): cell is string | number =>
      cell !== null &&
      cell !== "" &&
      typeof cell !== "boolean" &&
      !(typeof cell === "string" && isNothing(cell)),
  );
  return test === undefined || told.length === 0 ? undefined : told.filter(test).length / told.length;
};
