/** How a column's cells look, from the header's last row to the sheet's end. */
import type { Look } from "../../book/book";
import { answerKind, type Field, type PerKind } from "../../domain/form/field";
import { numberFormatOf } from "./cells";
import { line, paperFont } from "./palette";

type Align = Pick<Look, "horizontal">;
const centred: Align = { horizontal: "center" };
/** Unwrapped: the paper's rows are one line high, a wrapped talk would show its middle. */
const written: Align = { horizontal: "left" };
const amount: Align = { horizontal: "right" };

const aligns: PerKind<Align> = {
  numberStamp: () => centred,
  clientRef: () => centred,
  computed: ({ gives }) => (gives === "money" ? amount : centred),
  oneLine: () => written,
  lines: () => written,
  day: () => centred,
  moment: () => centred,
  number: () => centred,
  money: () => amount,
  area: () => amount,
  phone: () => centred,
  contact: () => centred,
  digits: () => centred,
  tickOne: () => centred,
  tickMany: () => written,
  fromRoster: () => centred,
};

export const columnLook = (field: Field): Look => ({
  ...paperFont,
  vertical: "center",
  ...answerKind(aligns, field),
  numberFormat: numberFormatOf(field),
  border: line,
});
