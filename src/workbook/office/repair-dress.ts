/** R14: formulas, drop-downs, colours and titles of a table's columns, as the plan has them. */
import { areaAddress, cellAddress, parseArea } from "../../book/address";
import { lastRow } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import type { Ground } from "../plan/ground";
import type { TableSeen } from "../plan/inspected";
import { ourHighlights } from "../plan/our-highlights";
import { placedRule } from "../plan/placement";
import { titleCells } from "../plan/title-cells";
import type { RowSpan } from "../plan/repair";
import { putHighlight, putLook, putValidation, rangeAt } from "./build-look";
import { type Run, roundTrip } from "./excel-run";
import { doing, type Work } from "./repairing";
import { once, tableOf } from "./table-shape";

/** The formula in the first cell, and from there down: nothing of a long column goes over the wire. */
export const queueFormula = (
  context: Excel.RequestContext,
  seen: TableSeen,
  caption: string,
  formula: string,
  rows: "all" | readonly RowSpan[],
): void => {
  const column = seen.left + seen.headers.indexOf(caption);
  const sheet = tableOf(context, seen.key).worksheet;
  const spans = rows === "all" ? [{ first: seen.headerRow + 1, last: seen.headerRow + seen.count }] : rows;
  for (const { first, last } of spans) {
    const top = once(sheet.getRangeByIndexes(first, column, 1, 1));
    top.formulas = [[formula]];
    if (last > first)
      once(sheet.getRangeByIndexes(first + 1, column, last - first, 1)).copyFrom(top, "Formulas");
  }
};

export interface Dressing {
  readonly formulas: readonly { readonly key: string; readonly rows: "all" | readonly RowSpan[] }[];
  readonly validations: readonly string[];
  readonly title: boolean;
}

/** One request a table. */
export const dressTable = async (
  form: FormKey,
  { formulas, validations, title }: Dressing,
  { planned, seen, placement }: Ground,
  work: Work,
): Promise<void> => {
  const own = planned.get(form);
  const table = seen.tables.get(form);
  if (own === undefined || table === undefined) return;
  const fields = fieldsOf(formOf(form));
  const { name } = own.sheet;
  await work((context) => {
    const sheet = tableOf(context, form).worksheet;
    if (title) queueTitle(sheet, own, table);
    for (const { key, rows } of formulas) {
      const caption = formOf(form).fields[key]?.caption ?? key;
      const formula = own.table.columns.find((each) => each.name === caption)?.formula;
      if (formula !== undefined && table.headers.includes(caption))
        queueFormula(context, table, caption, formula, rows);
    }
    for (const key of validations) {
      const index = fields.findIndex(([each]) => each === key);
      const left = own.area.left + index;
      const column = placement.column(name, left);
      const validation = own.sheet.validations.find(({ range }) => {
        const area = parseArea(range);
        return area?.left === left && area.right === left && area.bottom > own.area.bottom;
      });
      if (column === undefined || validation === undefined) continue;
      const range = areaAddress({
        top: table.headerRow + 1,
        bottom: lastRow - 1,
        left: column,
        right: column,
      });
      rangeAt(sheet, range).dataValidation.clear();
      putValidation(sheet, {
        ...validation,
        range,
        ...(validation.rule && { rule: placedRule(validation.rule, name, placement) }),
      });
    }
    return () => undefined;
  });
};

/** Title, note and the bands of the parts, where the columns stand now. */
const queueTitle = (
  sheet: Excel.Worksheet,
  own: NonNullable<ReturnType<Ground["planned"]["get"]>>,
  table: TableSeen,
): void => {
  for (const { row, column, text, looks } of titleCells(own, table)) {
    for (const look of looks) putLook(sheet, { range: cellAddress(row, column), look });
    if (text !== "") once(sheet.getRangeByIndexes(row, column, 1, 1)).values = [[text]];
  }
};

/** Ours anew; users' own stay. */
export const restoreHighlights = async (
  form: FormKey,
  { planned, seen, placement }: Ground,
  work: Work,
  run: Run,
): Promise<void> => {
  const own = planned.get(form);
  const table = seen.tables.get(form);
  if (own === undefined || table === undefined) return;
  const { wanted, isOurs } = ourHighlights(own, placement);
  const columns = (sheet: Excel.Worksheet): Excel.Range =>
    once(
      sheet.getRangeByIndexes(
        table.headerRow + 1,
        table.left,
        lastRow - table.headerRow - 1,
        table.headers.length,
      ),
    );
  const ids = await roundTrip(
    doing,
    (context) => {
      const { conditionalFormats } = columns(tableOf(context, form).worksheet);
      conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula");
      return () =>
        conditionalFormats.items.flatMap(({ id, customOrNullObject: custom }) =>
          !custom.isNullObject && isOurs(custom.rule.formula) ? [id] : [],
        );
    },
    run,
  );
  await work((context) => {
    const sheet = tableOf(context, form).worksheet;
    const { conditionalFormats } = columns(sheet);
    for (const id of ids) conditionalFormats.getItem(id).delete();
    // The one added last is the strongest.
    for (const highlight of [...wanted].reverse()) putHighlight(sheet, highlight);
    return () => undefined;
  });
};
