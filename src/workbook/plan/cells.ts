/** What an answer looks like in a cell, and how the cell shows it. */
import type { Value } from "../../book/book";
import { answerKind, type Field, type PerKind } from "../../domain/form/field";
import {
  calendarDay,
  dayOfSerial,
  moment,
  momentOfSerial,
  serialOfDay,
  serialOfMoment,
} from "../../domain/kit/calendar-day";
import type { Answer, RawCell } from "../../domain/register/register";

/** "general": a formula's text; such a cell must not be a text cell, or Excel shows the formula itself. */
export type Shape = "text" | "general" | "whole" | "number" | "amount" | "share" | "day" | "moment";

const computedShapes = {
  text: "text",
  number: "whole",
  day: "day",
  moment: "moment",
  money: "amount",
  share: "share",
} as const satisfies Record<string, Shape>;

const shapes: PerKind<Shape> = {
  numberStamp: () => "text",
  clientRef: () => "text",
  computed: ({ by, gives }) => (by === "sheet" && gives === "text" ? "general" : computedShapes[gives]),
  oneLine: () => "text",
  lines: () => "text",
  day: () => "day",
  moment: () => "moment",
  number: ({ whole }) => (whole ? "whole" : "number"),
  money: () => "amount",
  area: () => "amount",
  phone: () => "text",
  contact: () => "text",
  digits: () => "text",
  tickOne: () => "text",
  tickMany: () => "text",
  rowRef: () => "text",
  idCard: () => "text",
  fromRoster: () => "text",
};

const shapeOf = (field: Field): Shape => answerKind(shapes, field);

/** Excel's own codes, en-US. Text cells keep phones, codes and "3/2" from becoming numbers and dates. */
const formats: Readonly<Record<Shape, string>> = {
  text: "@",
  general: "General",
  whole: "0",
  number: "General",
  amount: "#,##0.00",
  share: "0.0%",
  day: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
};

export const numberFormatOf = (field: Field): string => formats[shapeOf(field)];

const serial = (answer: Answer): Value => {
  if (typeof answer === "number") return answer;
  const day = calendarDay(answer);
  if (day !== undefined) return serialOfDay(day);
  const at = moment(answer);
  return at === undefined ? answer : serialOfMoment(at);
};

const inCell: Readonly<Record<Shape, (answer: Answer) => Value>> = {
  text: String,
  general: (answer) => answer,
  whole: (answer) => answer,
  number: (answer) => answer,
  amount: (answer) => answer,
  share: (answer) => answer,
  day: serial,
  moment: serial,
};

/**
 * What to put into the cell: days and moments ("2024-03-05", "2024-03-05 14:30") as 1900-system serials, `/` and
 * whatever is no day as text, the rest as it is. A text that begins with "=" stays text: writers see to that (R20).
 */
export const cellOf = (field: Field, answer: Answer): Value => inCell[shapeOf(field)](answer);

/** `cellOf` for a column of answers. */
export const cellsOf = (field: Field): ((answer: Answer) => Value) => inCell[shapeOf(field)];

/**
 * The exact reverse of `cellOf`, without understanding anything else: serials of day columns as days, empty cells as
 * nothing. People's spellings are the domain's business.
 */
export const answerOf = (field: Field, cell: RawCell): Answer | undefined => {
  if (cell === null || cell === "") return undefined;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return cell;
  const shape = shapeOf(field);
  if (shape === "day") return dayOfSerial(cell) ?? cell;
  if (shape === "moment") return momentOfSerial(cell) ?? cell;
  return shape === "text" ? String(cell) : cell;
};
