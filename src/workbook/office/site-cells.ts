/** The cells a site's settings are read from, on sheets that may have been renamed. */
import { listKeys } from "../../domain/forms/lists";
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { filesTable } from "../plan/hq-lists";
import { dictionarySheet, listName, settingsSheet } from "../plan/site-sheet";
import { sheetOfFormula } from "../plan/where-to-look";
import { once, tableOf } from "./table-shape";

type Cells = readonly (readonly RawCell[])[];

export interface SettingsSeen {
  readonly settings: Cells;
  /** Nothing: no sheet of this name; `dictionarySheet` says where else to look. */
  readonly dictionary: Cells | undefined;
  readonly dictionarySheet: string | undefined;
  /** The forms whose table is gone. */
  readonly absent: readonly FormKey[];
  /** Head office's 汇总. */
  readonly isMerged: boolean;
}

const cellsOf = (range: Excel.Range): Cells => (range.isNullObject ? [] : (range.values as Cells));

const usedRange = (sheet: Excel.Worksheet): Excel.Range => {
  const range = once(sheet.getUsedRangeOrNullObject(true));
  range.load("values");
  return range;
};

export const queueSettings = (context: Excel.RequestContext): (() => SettingsSeen) => {
  const { worksheets, tables, names } = context.workbook;
  // The roster's table leads to 设置 whatever the sheet is called now.
  const byTable = usedRange(tableOf(context, "consultants").worksheet);
  const byName = usedRange(worksheets.getItemOrNullObject(settingsSheet));
  const dictionary = worksheets.getItemOrNullObject(dictionarySheet);
  const choices = usedRange(dictionary);
  const lists = listKeys.slice(0, 3).map((key) => names.getItemOrNullObject(listName(key)));
  for (const list of lists) list.load("formula");
  dictionary.load("name");
  tables.load("items/name");
  return () => {
    const there = new Set(tables.items.map((table) => table.name.toLowerCase()));
    const named = lists.flatMap((list) =>
      list.isNullObject ? [] : (sheetOfFormula(String(list.formula)) ?? []),
    );
    // It has the registers too, and is no site's workbook.
    const isMerged =
      there.has(filesTable.name.toLowerCase()) && !there.has(formOf("meta").table.toLowerCase());
    return {
      settings: byTable.isNullObject ? cellsOf(byName) : cellsOf(byTable),
      dictionary: dictionary.isNullObject ? undefined : cellsOf(choices),
      dictionarySheet: named[0],
      absent: formKeys.filter((key) => !there.has(formOf(key).table.toLowerCase())),
      isMerged,
    };
  };
};

/** The cells of a dictionary whose sheet bears another name. */
export const queueSheet = (context: Excel.RequestContext, name: string): (() => Cells) => {
  const range = usedRange(context.workbook.worksheets.getItemOrNullObject(name));
  return () => cellsOf(range);
};
