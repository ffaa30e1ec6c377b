/** How a users' own column looks that is made for an old register: as the form's written blanks do. */
import { areaAddress, columnLetters } from "../../book/address";
import type { RangeLook } from "../../book/book";
import { fieldsOf, type Form } from "../../domain/form/form";
import type { FormKey } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import { type OwnHolds, ownKey } from "../../domain/register/own-column";
import { allColumns } from "./column-looks";
import { accent, accentDeep, bandLook, headerLook, noteLook, paper, titleLook } from "./palette";

export const ownFormats: Readonly<Record<OwnHolds, string>> = {
  days: "yyyy-mm-dd",
  moments: "yyyy-mm-dd hh:mm",
  anything: "General",
};

/** Characters. */
export const ownWidth = 18;

/** @param column of the sheet, and the row of the headers, from 0. */
export const ownColumnLooks = (
  form: Form,
  holds: OwnHolds,
  column: number,
  headerRow: number,
): readonly RangeLook[] => {
  const cells = (top: number, bottom = top): string =>
    areaAddress({ top, bottom, left: column, right: column });
  const letters = columnLetters(column);
  const fill = form.parts.length % 2 === 0 ? accentDeep : accent;
  const above = (row: number, look: RangeLook["look"]): readonly RangeLook[] =>
    row < 0 ? [] : [{ range: cells(row), look }];
  const plain = { horizontal: "left", wrap: false, numberFormat: "General" } as const;
  return [
    {
      range: `${letters}:${letters}`,
      look: { ...allColumns, horizontal: "left", numberFormat: ownFormats[holds] },
    },
    ...(headerRow > 3 ? [{ range: cells(0, headerRow - 4), look: { ...plain, border: paper } }] : []),
    ...above(headerRow - 3, { ...plain, ...titleLook }),
    ...above(headerRow - 2, { ...plain, ...noteLook }),
    ...above(headerRow - 1, { ...plain, numberFormat: "@", ...bandLook, fill, border: fill }),
    { range: cells(headerRow), look: { ...headerLook, numberFormat: "@" } },
  ];
};

/** What goes into cells. */
type CellChange = Exclude<Change, { readonly kind: "ownColumn" }>;

/** Nothing goes into a column that was not made. */
export const withoutColumns = (
  changes: readonly Change[],
  noRoom: readonly { readonly form: FormKey; readonly caption: string }[],
): readonly CellChange[] => {
  const gone = new Set(noRoom.map(({ form, caption }) => `${form} ${ownKey(caption)}`));
  return changes.flatMap((change): readonly CellChange[] => {
    if (change.kind === "ownColumn") return [];
    if (gone.size === 0 || change.kind === "counter") return [change];
    if (change.kind === "set") return gone.has(`${change.form} ${change.key}`) ? [] : [change];
    const kept = Object.entries(change.row).filter(([key]) => !gone.has(`${change.form} ${key}`));
    return [{ ...change, row: Object.fromEntries(kept) }];
  });
};

/** The blank whose cells a new column's look like: written from the left, and not required. */
export const ownLike = (form: Form): string =>
  fieldsOf(form).find(
    ([, { kind, need }]) => (kind === "oneLine" || kind === "lines") && need !== "first",
  )?.[0] ?? "";
