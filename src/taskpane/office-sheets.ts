/** Sheets of the open workbook that are somebody else's: old registers to be taken in. */
import { formKeys, formOf } from "../domain/forms/index";
import type { RawCell } from "../domain/register/register";
import { roundTrip } from "../workbook/office/excel-run";
import { readStructure } from "../workbook/office/structure";
import { dictionarySheet, homeSheet, settingsSheet } from "../workbook/plan/site-sheet";
import { WorkbookRefused } from "../workbook/port";
import type { Grid } from "./adopt/grid";

const planned: ReadonlySet<string> = new Set([
  homeSheet,
  settingsSheet,
  dictionarySheet,
  ...formKeys.map((key) => formOf(key).sheet),
]);

/** Visible sheets that hold no register of ours, whatever they are called now. */
export const otherSheets = async (): Promise<readonly string[]> => {
  const doing = "查看工作表";
  const structure = await readStructure();
  const ours = new Set([...planned, ...(structure.kind === "ours" ? Object.values(structure.sheets) : [])]);
  return roundTrip(doing, (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    return () =>
      worksheets.items
        .filter(({ name, visibility }) => visibility === "Visible" && !ours.has(name))
        .map(({ name }) => name);
  });
};

/** A request holds 5 MB: wide sheets go in fewer rows at a time. */
const cellsPerRequest = 60_000;

/** The used cells as they stand; days as serials. */
export const readSheet = async (name: string): Promise<Grid> => {
  const doing = "读取旧表";
  const size = await roundTrip(doing, (context) => {
    const used = context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount,columnIndex,columnCount");
    return () =>
      used.isNullObject
        ? undefined
        : { top: used.rowIndex, rows: used.rowCount, width: used.columnIndex + used.columnCount };
  });
  if (size === undefined) throw new WorkbookRefused("sheetMissing", doing, name);
  const { top, rows: count, width } = size;
  const step = Math.max(1, Math.floor(cellsPerRequest / width));
  const rows: (readonly RawCell[])[] = [];
  for (let at = 0; at < count; at += step) {
    const chunk = await roundTrip(doing, (context) => {
      const range = context.workbook.worksheets
        .getItem(name)
        .getRangeByIndexes(top + at, 0, Math.min(step, count - at), width);
      range.load("values");
      return () => range.values as RawCell[][];
    });
    rows.push(...chunk);
  }
  return { sheet: name, rows, firstRow: top + 1 };
};
