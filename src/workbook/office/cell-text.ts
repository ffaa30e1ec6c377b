/** What goes over the wire so that a cell holds exactly what was meant, and how to see that it does. */
import type { Value } from "../../book/book";
import type { Field } from "../../domain/form/field";
import type { Answer, RawCell } from "../../domain/register/register";
import { cellOf } from "../plan/cells";

export const textFormat = "@";

/** Excel would read these as a number, a date, a formula, TRUE or an error, unless the cell is a text cell. */
const mayBeRead = /[\p{Nd}]|^[=+\-@\t'#]|^\s*(?:true|false)\s*$/iu;

/** Excel keeps "\n" alone in a cell. */
const lineBreaks = (text: string): string => text.replace(/\r\n?/gu, "\n");

/** R20: a text stays a text, whatever it begins with. `format`: the cell's number format. */
export const onTheWire = (value: Value, format: string): Value =>
  typeof value === "string" && value !== "" && format !== textFormat && mayBeRead.test(value)
    ? `'${value}`
    : value;

export const meant = (field: Field, answer: Answer): Value => {
  const value = cellOf(field, answer);
  return typeof value === "string" ? lineBreaks(value) : value;
};

const emptied = (cell: RawCell | undefined): RawCell => (cell === undefined || cell === "" ? null : cell);

/** Equal as people see it: empty is empty, numbers to the fifteen digits Excel keeps. */
export const sameCell = (a: RawCell | undefined, b: RawCell | undefined): boolean => {
  const [one, other] = [emptied(a), emptied(b)];
  if (typeof one === "number" && typeof other === "number")
    return one === other || Math.abs(one - other) <= 1e-14 * Math.max(Math.abs(one), Math.abs(other));
  return one === other;
};
