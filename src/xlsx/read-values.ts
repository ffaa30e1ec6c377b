import type { Cell, Value } from "../book/book";
import type { DateKind } from "./date-format";
import type { LostNotes } from "./lost";
import type { ReadCell, ReadValue } from "./read-types";
import { errorTexts } from "./write-cells";

/** Excel's longest text of a cell. */
const longest = 32_767;

const shift1904 = 1462;

/** "2024-03-05 14:30", "09:05:30" → a serial of the 1900 system. */
const serialOfText = (text: string): number => {
  const [, day, hours = "0", minutes = "0", seconds = "0"] =
    /^(\d{4}-\d{2}-\d{2})?(?: ?(\d+):(\d{2})(?::(\d{2}))?)?$/u.exec(text) ?? [];
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (day === undefined) return time;
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  // Before the 29 February 1900 that never was the count is one less.
  return (days < 61 ? days - 1 : days) + time;
};

export interface ValueContext {
  readonly sheet: string;
  readonly lost: LostNotes;
  readonly date1904: boolean;
  /** What the cell's number format makes of a number. */
  readonly kindOf: (column: number) => DateKind;
}

const valueOf = (value: ReadValue, column: number, context: ValueContext): Value => {
  if (typeof value === "string") {
    if (value.length <= longest) return value;
    context.lost.note("longTexts", context.sheet);
    return value.slice(0, longest);
  }
  if (typeof value === "number") {
    if (!context.date1904 || value < 0) return value;
    const kind = context.kindOf(column);
    const dated = kind === "day" || kind === "moment" || (kind === "time" && value >= 1);
    return dated ? value + shift1904 : value;
  }
  if (typeof value === "boolean") return value;
  if ("error" in value) return value.error;
  return serialOfText("day" in value ? value.day : "moment" in value ? value.moment : value.time);
};

/** A cell read from a file as a `Book` holds it. */
export const bookCell = ({ column, value, formula }: ReadCell, context: ValueContext): Cell => {
  const plain = value === null ? undefined : valueOf(value, column, context);
  if (formula !== undefined) return plain === undefined ? { formula } : { formula, value: plain };
  // An error that nobody computes stays one as a formula.
  if (typeof value === "object" && value !== null && "error" in value && errorTexts.has(value.error))
    return { formula: `=${value.error}`, value: value.error };
  return plain ?? null;
};
