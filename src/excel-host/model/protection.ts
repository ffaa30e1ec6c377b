import type { Area } from "../../book/address";
import { sharedLook } from "./looks";
import { hostError } from "./refusal";
import type { SheetState } from "./workbook";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions */
export type ProtectedAct =
  | "allowAutoFilter"
  | "allowDeleteColumns"
  | "allowDeleteRows"
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertColumns"
  | "allowInsertHyperlinks"
  | "allowInsertRows"
  | "allowSort";

const refused = (sheet: SheetState): never => {
  throw hostError("AccessDenied", `The sheet ${sheet.name} is protected.`);
};

/** May the contents of these cells be changed? Locked is the default of every cell. */
export const mayEdit = (sheet: SheetState, area: Area): boolean =>
  sheet.protection === undefined || sharedLook(sheet, area, "locked") === false;

export const requireEditable = (sheet: SheetState, area: Area): void => {
  if (!mayEdit(sheet, area)) refused(sheet);
};

/** Without `act`: something protection never allows (tables, validations, merging, print titles …). */
export const requireAllowed = (sheet: SheetState, act?: ProtectedAct): void => {
  if (sheet.protection && !(act && sheet.protection.options[act] === true)) refused(sheet);
};
