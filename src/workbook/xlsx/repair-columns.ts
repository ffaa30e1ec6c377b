/** R14 in a file: columns of a table given back their names, added, moved back; rows below it taken in. */
import { areaAddress, parseArea } from "../../book/address";
import { lastColumn, lastRow, type RangeLook, type TableColumn } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import { dateKindOf } from "../../xlsx/date-format";
import { placeOf } from "../plan/column-place";
import type { Ground } from "../plan/ground";
import type { PlannedTable } from "../plan/placement";
import { bandRow, headerRow } from "../plan/references";
import type { Of } from "../plan/repair-order";
import { columnLooks } from "../plan/standing-looks";
import { titleCells } from "../plan/title-cells";
import { isRegister } from "../plan/where-to-look";
import { WorkbookRefused } from "../port";
import { intersection, lookAt } from "./areas";
import { amend, type Draft, setCell, textAt } from "./draft";
import { followName } from "./follow";
import { changeEverywhere, moveCells } from "./move-cells";
import { changeTable, doing, type StandingTable, standingTable } from "./repair-tables";

export type ColumnRepair = Of<"renameColumn" | "addColumn" | "moveColumn" | "takeIn">;

const headersOf = ({ table }: StandingTable): readonly string[] => table.columns.map(({ name }) => name);

/** Rows below the table become its own. */
const takeIn = (draft: Draft, { form, bottom }: Of<"takeIn">): void => {
  const { sheet, table, area } = standingTable(draft, form);
  if (bottom <= area.bottom) return;
  const grown = { ...area, bottom };
  const inTheWay = sheet.sheet.tables.some((other) => {
    const place = parseArea(other.range);
    return other !== table && place !== undefined && intersection(place, grown) !== undefined;
  });
  if (inTheWay) throw new WorkbookRefused("belowOccupied", doing, sheet.sheet.name);
  changeTable(sheet, table, { range: areaAddress(grown) });
};

const renameColumn = (draft: Draft, { form, from, to }: Of<"renameColumn">): void => {
  const { sheet, table, area } = standingTable(draft, form);
  const at = table.columns.findIndex(({ name }) => name === from);
  if (at < 0) return;
  changeEverywhere(draft, (formula, _, own) => followName(formula, own, table.name, { from, to }));
  const now = standingTable(draft, form).table;
  const columns = now.columns.map((column, place) => (place === at ? { ...column, name: to } : column));
  changeTable(sheet, now, { columns });
  setCell(sheet, area.top, area.left + at, to);
};

/** The looks of a column that had none, down to the sheet's end for the records to come. */
const dressColumn = (ground: Ground, standing: StandingTable, key: string, at: number): void => {
  const { form, sheet, area } = standing;
  const column = area.left + at;
  // The records to come look like those there are; below the small tables stand notes.
  const bottom = isRegister({ key: form }) ? lastRow - 1 : area.bottom;
  const rows = { firstRow: area.top + 2, count: bottom - area.top };
  const { looks, width } = columnLooks(ground, form, key, column, rows);
  const { columns } = sheet.sheet;
  amend(sheet, {
    looks: [...sheet.sheet.looks, ...looks],
    ...(width === undefined
      ? {}
      : { columns: [...columns.filter((each) => each.column !== column), { column, width }] }),
  });
};

/** What a format makes of a number: a text, a day, a moment, or a number. */
const kindOf = (format: string | undefined): string =>
  format === "@" ? "text" : dateKindOf(-1, format ?? "");

/** Does any record have a format of another kind than the plan's, or one that the plan has for another column? */
const isAstray = (
  { sheet, area }: StandingTable,
  column: number,
  planned: string | undefined,
  others: ReadonlySet<string | undefined>,
): boolean => {
  const rows = { top: area.top + 1, bottom: area.bottom, left: column, right: column };
  const { looks } = sheet.sheet;
  const tops = looks.flatMap(({ range, look }) => {
    const place = parseArea(range);
    const inside = look.numberFormat === undefined ? undefined : place && intersection(place, rows);
    return inside === undefined ? [] : [inside.top];
  });
  return [...new Set([rows.top, ...tops])].some((row) => {
    const now = lookAt(looks, row, column).numberFormat;
    return now !== planned && (others.has(now) || kindOf(now) !== kindOf(planned));
  });
};

/**
 * Programs that move values leave formats where they were: a day is then shown as a number. Such a column is dressed
 * anew.
 */
const dressAstray = (
  ground: Ground,
  own: PlannedTable,
  standing: StandingTable,
  moved: ReadonlySet<string>,
): void => {
  const fields = fieldsOf(formOf(own.key));
  const formats = fields.map(
    (_, index) => lookAt(own.sheet.looks, own.area.top + 1, own.area.left + index).numberFormat,
  );
  const others = new Set(formats);
  fields.forEach(([key, { caption }], index) => {
    const at = standing.table.columns.findIndex(({ name }) => name === caption);
    if (at < 0) return;
    if (moved.has(key) || isAstray(standing, standing.area.left + at, formats[index], others))
      dressColumn(ground, standing, key, at);
  });
};

/** Over the table a new column of the sheet looks as its neighbour does: what Excel does by itself. */
const dressAbove = ({ sheet, area }: StandingTable, at: number): void => {
  if (area.top !== headerRow) return;
  const column = area.left + at;
  const { looks } = sheet.sheet;
  const above = Array.from({ length: area.top }, (_, row) => ({
    range: areaAddress({ top: row, bottom: row, left: column, right: column }),
    look: lookAt(looks, row, at === 0 ? column + 1 : column - 1),
  }));
  amend(sheet, { looks: [...looks, ...above] });
};

/** Beside other tables a whole column of the sheet comes, so that the titles over them go along. */
const addColumn = (
  draft: Draft,
  { form, key }: Of<"addColumn">,
  ground: Ground,
  moving: ReadonlySet<string>,
): void => {
  const before = standingTable(draft, form);
  const caption = formOf(form).fields[key]?.caption ?? key;
  if (headersOf(before).includes(caption)) return;
  const { sheet, area } = before;
  if (area.right >= lastColumn - 1) throw new WorkbookRefused("tooLarge", doing, sheet.sheet.name);
  const at = placeOf(form, key, headersOf(before), moving);
  const alone = sheet.sheet.tables.every(({ range }) => (parseArea(range)?.left ?? 0) <= area.left);
  moveCells(draft, sheet, { kind: "column", top: alone ? area.top : 0, left: area.left + at });
  const { table } = standingTable(draft, form);
  const formula = ground.planned.get(form)?.table.columns.find(({ name }) => name === caption)?.formula;
  const columns = [...before.table.columns];
  columns.splice(at, 0, { name: caption, ...(formula === undefined ? {} : { formula }) });
  changeTable(sheet, table, { range: areaAddress({ ...area, right: area.right + 1 }), columns });
  setCell(sheet, area.top, area.left + at, caption);
  if (!alone) dressAbove(standingTable(draft, form), at);
  dressColumn(ground, standingTable(draft, form), key, at);
};

const moveColumn = (draft: Draft, { form, key }: Of<"moveColumn">, moving: ReadonlySet<string>): void => {
  const before = standingTable(draft, form);
  const caption = formOf(form).fields[key]?.caption ?? key;
  const headers = headersOf(before);
  const from = headers.indexOf(caption);
  if (from < 0) return;
  // Its own place is no neighbour's.
  const place = placeOf(form, key, headers, new Set([...moving, key]));
  if (place === from || place === from + 1) return;
  const order = headers.map((_, at) => at).filter((at) => at !== from);
  order.splice(place <= from ? place : place - 1, 0, from);
  const to: number[] = [];
  order.forEach((was, now) => (to[was] = now));
  const { sheet, area } = before;
  moveCells(draft, sheet, { kind: "order", top: area.top, left: area.left, to });
  const { table } = standingTable(draft, form);
  changeTable(sheet, table, {
    range: areaAddress(area),
    columns: order.flatMap((was): readonly TableColumn[] => {
      const column = table.columns[was];
      return column === undefined ? [] : [column];
    }),
  });
};

/** The bands of the parts over the columns as these stand now, where nobody has written anything else. */
const layBands = (own: PlannedTable, { form, sheet, table, area }: StandingTable): void => {
  const titles = new Set(formOf(form).parts.map(({ title }): string => title));
  const there = table.columns.map((_, at) => textAt(sheet, bandRow, area.left + at));
  if (area.top !== headerRow || there.some((text) => text !== "" && !titles.has(text))) return;
  const headers = table.columns.map(({ name }) => name);
  const looks: RangeLook[] = [];
  let planned = own.area.left;
  headers.forEach((header, at) => {
    const index = own.table.columns.findIndex(({ name }) => name === header);
    if (index >= 0) planned = own.area.left + index;
    const cell = { top: bandRow, bottom: bandRow, left: area.left + at, right: area.left + at };
    for (const { range, look } of own.sheet.looks) {
      const place = parseArea(range);
      const meant = place !== undefined && place.top <= bandRow && place.bottom >= bandRow;
      if (meant && planned >= place.left && planned <= place.right)
        looks.push({ range: areaAddress(cell), look });
    }
    setCell(sheet, bandRow, area.left + at, null);
  });
  amend(sheet, { looks: [...sheet.sheet.looks, ...looks] });
  for (const { row, column, text } of titleCells(own, { left: area.left, headers }))
    if (row === bandRow && text !== "") setCell(sheet, row, column, text);
};

/** One table's column repairs, in an order in which each finds the others done. */
export const repairColumns = (draft: Draft, repairs: readonly ColumnRepair[], ground: Ground): void => {
  // Rows first: they were written under the columns as these stand now, and move with them.
  for (const repair of repairs) if (repair.kind === "takeIn") takeIn(draft, repair);
  for (const repair of repairs) if (repair.kind === "renameColumn") renameColumn(draft, repair);
  const moved = new Set(repairs.flatMap((each) => (each.kind === "moveColumn" ? [each.key] : [])));
  const moving = new Set(moved);
  for (const repair of repairs) if (repair.kind === "addColumn") addColumn(draft, repair, ground, moving);
  for (const repair of repairs)
    if (repair.kind === "moveColumn") {
      moving.delete(repair.key);
      moveColumn(draft, repair, moving);
    }
  const [form] = repairs.map((each) => each.form);
  const own = form && ground.planned.get(form);
  if (own && repairs.some(({ kind }) => kind === "addColumn" || kind === "moveColumn")) {
    dressAstray(ground, own, standingTable(draft, own.key), moved);
    layBands(own, standingTable(draft, own.key));
  }
};
