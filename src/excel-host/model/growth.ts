import { type Area, bounding } from "../../book/address";
import { isBlank, store } from "./cells";
import { type ChartPlace, moveChartData } from "./charts";
import { newColumn } from "./columns";
import { fillCalculated, tablesIn } from "./tables";
import { displayText } from "./text";
import type { SheetState, TableState, Workbook } from "./workbook";

/**
 * "Include new rows and columns in table": what is written directly below or right of a table becomes part of it.
 * https://support.microsoft.com/office/overview-of-excel-tables-7ab0bb7d-3a9e-4b56-a3c9-6c94334e492c for typing.
 * Cells an add-in writes are taken in too, piece by piece as the client cuts a big write, and a piece without
 * contents is not: https://github.com/OfficeDev/office-js/issues/3013, /3191. Otherwise assumed.
 * @returns what has to be drawn anew where a table grew.
 */
export const growTables = (book: Workbook, sheet: SheetState, written: Area): Area | undefined => {
  if (!book.options.tablesGrow || sheet.protection) return undefined;
  for (const table of sheet.tables) {
    const grown = below(sheet, table, written) ?? beside(sheet, table, written);
    if (!grown) continue;
    if (book.faults.tableGrowth > 0) {
      book.faults.tableGrowth--;
      return undefined;
    }
    const before = table.area;
    grow(book, sheet, table, grown);
    return bounding(before, grown);
  }
  return undefined;
};

/** Only what stays between the table's columns, and where no other table is in the way. It may begin in the table. */
const below = (sheet: SheetState, table: TableState, written: Area): Area | undefined => {
  const { area } = table;
  const inside = written.left >= area.left && written.right <= area.right && written.top > area.top;
  if (!inside || written.top > area.bottom + 1 || written.bottom <= area.bottom) return undefined;
  const grown = { ...area, bottom: written.bottom };
  return tablesIn(sheet, grown).length > 1 ? undefined : grown;
};

const beside = (sheet: SheetState, table: TableState, written: Area): Area | undefined => {
  const { area } = table;
  if (written.left !== area.right + 1 || written.top < area.top || written.bottom > area.bottom)
    return undefined;
  const grown = { ...area, right: written.right };
  // A column with anything else in it is not taken in (assumed).
  const above = { ...grown, left: written.left, bottom: written.top - 1 };
  const under = { ...grown, left: written.left, top: written.bottom + 1 };
  const free = (part: Area): boolean => part.bottom < part.top || isBlank(sheet, part);
  return tablesIn(sheet, grown).length > 1 || !free(above) || !free(under) ? undefined : grown;
};

/** Rules and looks that reach the last row of a column go on into the rows below it. */
const extendRules = (sheet: SheetState, before: Area, after: Area): void => {
  const reached = (area: Area): Area =>
    area.bottom === before.bottom && area.left >= before.left && area.right <= before.right
      ? { ...area, bottom: after.bottom }
      : area;
  sheet.validations = sheet.validations.map((each) => ({ ...each, areas: each.areas.map(reached) }));
  sheet.highlights = sheet.highlights.map((each) => ({ ...each, areas: each.areas.map(reached) }));
  sheet.looks = sheet.looks.map((entry) => ({ ...entry, area: reached(entry.area) }));
};

/** A chart that draws all of a table's columns to their last row draws the new rows too. */
const extended = (place: ChartPlace, sheet: SheetState, before: Area, after: Area): Area =>
  place.sheet === sheet &&
  place.area.left >= before.left &&
  place.area.right <= before.right &&
  place.area.top === before.top + 1 &&
  place.area.bottom === before.bottom
    ? { ...place.area, bottom: after.bottom }
    : place.area;

/** Makes the table as large as `area` says, down or to the right, and fills what it computes. */
export const grow = (book: Workbook, sheet: SheetState, table: TableState, area: Area): void => {
  const before = table.area;
  table.area = area;
  for (let column = before.right + 1; column <= area.right; column++) {
    const added = newColumn(table, displayText(sheet, area.top, column));
    table.columns.push(added);
    store(sheet, area.top, column, added.name);
  }
  if (area.bottom > before.bottom) {
    moveChartData(book, (place) => extended(place, sheet, before, area));
    extendRules(sheet, before, area);
    fillCalculated(sheet, table, before.bottom + 1, area.bottom);
  }
  book.calculation.stale = true;
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "tables" });
};
