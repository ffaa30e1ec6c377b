/** To a cell of the workbook: brings its sheet to the front and selects it. */
import { WorkbookRefused } from "../port";
import { roundTrip } from "./excel-run";
import { once } from "./table-shape";

/**
 * @param address "C5", "C5:D9"; without one, the sheet alone.
 * @throws WorkbookRefused "sheetMissing" where there is no such sheet.
 */
export const jumpTo = async (sheet: string, address?: string): Promise<void> => {
  const doing = "跳转";
  const found = await roundTrip(doing, (context) => {
    const target = context.workbook.worksheets.getItemOrNullObject(sheet);
    target.load("visibility");
    return () => (target.isNullObject ? undefined : target.visibility);
  });
  if (found === undefined || found === "VeryHidden") throw new WorkbookRefused("sheetMissing", doing, sheet);
  await roundTrip(doing, (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    // A hidden sheet cannot come to the front.
    if (found === "Hidden") target.visibility = "Visible";
    target.activate();
    if (address !== undefined) once(target.getRange(address)).select();
    return () => undefined;
  });
};
