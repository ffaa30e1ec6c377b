/** R14 in a file: formulas, drop-downs, colours and titles of a table's columns, as the plan has them. */
import { type Area, cellAddress, parseArea } from "../../book/address";
import { lastRow, type Validation } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import { shiftFormula } from "../../xlsx/formula-shift";
import { rangeText } from "../../xlsx/read-ranges";
import { formerlyLaid, renewedLayout } from "../plan/former-layouts";
import { linesToRenew, pagesToRenew, renewsLine, renewsPage } from "../plan/former-pages";
import type { Ground } from "../plan/ground";
import { ourHighlights } from "../plan/our-highlights";
import { placedRule } from "../plan/placement";
import type { RowSpan } from "../plan/repair";
import { titleCells } from "../plan/title-cells";
import { intersection, without } from "./areas";
import { amend, cellAt, type Draft, type DraftSheet, isFormula, setCell } from "./draft";
import { withRule } from "./move-cells";
import { changeTable, standingTable } from "./repair-tables";

/** These cells alone get the rule, or none; what stood there holds for the cells beside as before. */
export const layRule = (sheet: DraftSheet, at: Area, rule: Validation | undefined): void => {
  const kept = sheet.sheet.validations.flatMap((each): readonly Validation[] => {
    const area = parseArea(each.range);
    if (area === undefined || intersection(area, at) === undefined) return [each];
    return without(area, at).map((part) => {
      const [down, across] = [part.top - area.top, part.left - area.left];
      return {
        ...each,
        range: rangeText(part),
        ...(each.rule && { rule: withRule(each.rule, (formula) => shiftFormula(formula, down, across)) }),
      };
    });
  });
  amend(sheet, {
    validations: [...kept, ...(rule === undefined ? [] : [{ ...rule, range: rangeText(at) }])],
  });
};

export const layFormula = (
  draft: Draft,
  form: FormKey,
  key: string,
  rows: readonly RowSpan[],
  { planned }: Ground,
): void => {
  const { sheet, table, area } = standingTable(draft, form);
  const caption = formOf(form).fields[key]?.caption ?? key;
  const formula = planned.get(form)?.table.columns.find(({ name }) => name === caption)?.formula;
  const at = table.columns.findIndex(({ name }) => name === caption);
  if (formula === undefined || at < 0) return;
  for (const { first, last } of rows)
    for (let row = Math.max(first, area.top + 1); row <= Math.min(last, area.bottom); row++) {
      const cell = cellAt(sheet, row, area.left + at);
      // What was computed before is what readers see until the next program computes it.
      const value = isFormula(cell) ? cell.value : undefined;
      setCell(sheet, row, area.left + at, { formula, ...(value === undefined ? {} : { value }) });
    }
  const columns = table.columns.map((column, place) => (place === at ? { ...column, formula } : column));
  changeTable(sheet, table, { columns });
};

export const layRules = (draft: Draft, form: FormKey, keys: readonly string[], ground: Ground): void => {
  const own = ground.planned.get(form);
  if (own === undefined) return;
  const { sheet, area } = standingTable(draft, form);
  const fields = fieldsOf(formOf(form));
  const { name } = own.sheet;
  for (const key of keys) {
    const left = own.area.left + fields.findIndex(([each]) => each === key);
    const column = ground.placement.column(name, left);
    const planned = own.sheet.validations.find(({ range }) => {
      const place = parseArea(range);
      return place?.left === left && place.right === left && place.bottom > own.area.bottom;
    });
    if (column === undefined || planned === undefined) continue;
    layRule(
      sheet,
      { top: area.top + 1, bottom: lastRow - 1, left: column, right: column },
      { ...planned, ...(planned.rule && { rule: placedRule(planned.rule, name, ground.placement) }) },
    );
  }
};

/** Ours anew, the strongest; users' own stay. */
export const layHighlights = (draft: Draft, form: FormKey, { planned, placement }: Ground): void => {
  const own = planned.get(form);
  if (own === undefined) return;
  const { sheet, area } = standingTable(draft, form);
  const { wanted, isOurs } = ourHighlights(own, placement);
  const records = { ...area, top: area.top + 1, bottom: lastRow - 1 };
  const users = sheet.sheet.highlights.filter(({ range, formula, look }) => {
    const place = parseArea(range);
    return place === undefined || intersection(place, records) === undefined || !isOurs(formula, look);
  });
  amend(sheet, { highlights: [...wanted, ...users] });
};

export const layTitle = (draft: Draft, form: FormKey, { planned, seen }: Ground): void => {
  const own = planned.get(form);
  const table = seen.tables.get(form);
  if (own === undefined || table === undefined) return;
  const { sheet } = standingTable(draft, form);
  for (const { row, column, text, looks } of titleCells(own, table)) {
    const range = cellAddress(row, column);
    amend(sheet, { looks: [...sheet.sheet.looks, ...looks.map((look) => ({ range, look }))] });
    if (text !== "") setCell(sheet, row, column, text.startsWith("=") ? { formula: text } : text);
  }
};

/** What stays in view and how pages lie, where they still are as a former version built them. */
export const renewLayouts = (draft: Draft, ground: Ground): void => {
  for (const form of formerlyLaid) {
    if (!ground.seen.tables.has(form)) continue;
    const { sheet: laid } = standingTable(draft, form);
    const { freeze = { rows: 0, columns: 0 }, print } = laid.sheet;
    if (print === undefined) continue;
    const layout = renewedLayout(form, { freeze, orientation: print.orientation }, ground);
    amend(laid, {
      ...(layout.freeze && { freeze: layout.freeze }),
      ...(layout.orientation && { print: { ...print, orientation: layout.orientation } }),
    });
  }
};

/** How sheets are printed and headed, where they still are as versions up to 7 built them. */
export const renewPages = (draft: Draft, ground: Ground): void => {
  const named = (name: string): DraftSheet | undefined =>
    draft.sheets.find(({ sheet }) => sheet.name === name);
  for (const { sheet, print } of pagesToRenew(ground)) {
    const laid = named(sheet);
    if (laid?.sheet.print && renewsPage(laid.sheet.print))
      amend(laid, { print: { ...laid.sheet.print, ...print } });
  }
  for (const line of linesToRenew(ground)) {
    const laid = named(line.sheet);
    if (laid === undefined) continue;
    const cell = cellAt(laid, line.row, line.column);
    const now = isFormula(cell) ? cell.formula : String(cell ?? "");
    const { row, column, text } = line;
    if (renewsLine(line, now)) setCell(laid, row, column, text.startsWith("=") ? { formula: text } : text);
  }
};
