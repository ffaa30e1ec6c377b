/** Sheets of the open workbook that are somebody else's: old registers to be taken in. */
import { formKeys, formOf } from "../domain/forms/index";
import { roundTrip } from "../workbook/office/excel-run";
import { readStructure } from "../workbook/office/structure";
import { dictionarySheet, homeSheet, settingsSheet } from "../workbook/plan/site-sheet";
import type { OtherSheet } from "./adopt/old-source";

const planned: ReadonlySet<string> = new Set([
  homeSheet,
  settingsSheet,
  dictionarySheet,
  ...formKeys.map((key) => formOf(key).sheet),
]);

/** Sheets that hold no register of ours, whatever they are called now; those that show first. */
export const otherSheets = async (): Promise<readonly OtherSheet[]> => {
  const structure = await readStructure();
  const ours = new Set([...planned, ...(structure.kind === "ours" ? Object.values(structure.sheets) : [])]);
  return roundTrip("查看工作表", (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    return () =>
      worksheets.items
        .filter(({ name, visibility }) => visibility !== "VeryHidden" && !ours.has(name))
        .map(({ name, visibility }) => ({ name, hidden: visibility === "Hidden" }))
        .sort((a, b) => Number(a.hidden) - Number(b.hidden));
  });
};
