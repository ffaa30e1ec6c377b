/** How a column's cells look, from the header's last row to the sheet's end. */
import type { Look, RangeLook } from "../../book/book";
import { answerKind, type Field, type PerKind } from "../../domain/form/field";
import { numberFormatOf } from "./cells";
import { line, paperFont } from "./palette";

type Align = Pick<Look, "horizontal">;
const centred: Align = { horizontal: "center" };
/** Unwrapped: the paper's rows are one line high, a wrapped talk would show its middle. */
const written: Align = { horizontal: "left" };
const amount: Align = { horizontal: "right" };

/** Short codes read better in the middle, long sentences from the left. */
const byCaption: ReadonlyMap<string, Align> = new Map([
  ...[
    "房源编号",
    "楼栋",
    "单元",
    "楼层",
    "户号",
    "楼",
    "层",
    "户",
    "坐落位置",
    "收据号",
    "期次",
    "原收据No.",
  ].map((caption) => [caption, centred] as const),
  ["内容", written],
]);

const aligns: PerKind<Align> = {
  numberStamp: () => centred,
  clientRef: () => centred,
  computed: ({ gives }) => (gives === "money" || gives === "share" ? amount : centred),
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
  rowRef: ({ many }) => (many ? written : centred),
  idCard: () => centred,
  fromRoster: () => centred,
};

/** What all columns of a register share: said once for all of them. */
export const allColumns: Look = { ...paperFont, vertical: "center", border: line };

const columnLook = (field: Field): Look => ({
  ...(byCaption.get(field.caption) ?? answerKind(aligns, field)),
  numberFormat: numberFormatOf(field),
});

const same = (a: Look, b: Look): boolean =>
  a.horizontal === b.horizontal && a.numberFormat === b.numberFormat;

/**
 * The looks of neighbouring columns, alike ones together.
 * @param range the address of columns `from` to `to`, counted from the first field.
 */
export const columnLooks = (
  fields: readonly Field[],
  range: (from: number, to: number) => string,
): readonly RangeLook[] => {
  const runs: { from: number; to: number; look: Look }[] = [];
  fields.forEach((field, column) => {
    const look = columnLook(field);
    const last = runs.at(-1);
    if (last && same(last.look, look)) last.to = column;
    else runs.push({ from: column, to: column, look });
  });
  return [
    { range: range(0, fields.length - 1), look: allColumns },
    ...runs.map(({ from, to, look }) => ({ range: range(from, to), look })),
  ];
};
