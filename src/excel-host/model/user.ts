import type { Area } from "../../book/address";
import { cellAddress } from "../../book/address";
import type { Cell, Value } from "../../book/book";
import { isFormula, storedAt } from "./cells";
import { lookValueAt } from "./looks";
import type { Alert, Edit, Outcome } from "./model";
import type { Actor } from "./notices";
import { mayEdit } from "./protection";
import { isHostError } from "./refusal";
import { sheetNamed } from "./sheets";
import { readTyped } from "./typing";
import { judge, validationAt } from "./validations";
import type { SheetState, ValidationState, Workbook } from "./workbook";
import { writeCells, type Entry } from "./writing";

export type EditSource = "typed" | "pasted" | "filled" | "undone";

/** Would this formula be true, or at least not zero, with this value in this cell? Nobody to ask: yes. */
export type Ask = (
  formula: string,
  sheet: SheetState,
  row: number,
  column: number,
  value: Value,
) => Promise<boolean>;

const reasons: Readonly<Record<string, Alert["reason"]>> = {
  AccessDenied: "protected",
  ItemAlreadyExists: "exists",
};

/** Runs a user's action; what the host refuses comes back as the message box Excel would show. */
export const attempt = async (
  action: () => Promise<Outcome | undefined> | Outcome | undefined,
): Promise<Outcome> => {
  try {
    return (await action()) ?? { done: true };
  } catch (error) {
    if (!isHostError(error)) throw error;
    return {
      done: false,
      refusal: { reason: reasons[error.code] ?? "invalid", title: "Microsoft Excel", message: error.message },
    };
  }
};

const protectedAlert = (sheet: SheetState, area: Area): Alert => ({
  reason: "protected",
  title: "Microsoft Excel",
  message: `工作表“${sheet.name}”受保护，不能更改其中的单元格。若要更改，请先取消工作表保护。`,
  cell: cellAddress(area.top, area.left),
});

const alertOf = (validation: ValidationState, row: number, column: number): Alert => ({
  reason: "validation",
  title: validation.alert?.title || "Microsoft Excel",
  message: validation.alert?.message || "此值与此单元格定义的数据验证限制不匹配。",
  cell: cellAddress(row, column),
});

/** The value a typed text comes to in this cell; formulas are not judged before they are computed (assumed). */
const typedValue = (
  book: Workbook,
  sheet: SheetState,
  row: number,
  column: number,
  cell: Cell,
): Value | undefined => {
  if (typeof cell === "object" && cell !== null) return undefined;
  if (typeof cell !== "string" || lookValueAt(sheet, row, column, "numberFormat") === "@") return cell;
  const typed = readTyped(cell, book.options.today);
  return typed.kind === "value" ? typed.value : undefined;
};

interface Judged {
  readonly refusal?: Alert;
  readonly alert?: Alert;
}

/** https://support.microsoft.com/office/apply-data-validation-to-cells-29fecbcc-d1b9-42c1-9d76-eff3ce5f7249: typed values only. */
const judgeEdit = async (book: Workbook, sheet: SheetState, edit: Edit, ask: Ask): Promise<Judged> => {
  let warning: Alert | undefined;
  for (const [down, line] of edit.cells.entries())
    for (const [across, cell] of line.entries()) {
      const row = edit.top + down;
      const column = edit.left + across;
      const validation = cell === undefined ? undefined : validationAt(sheet, row, column);
      if (!validation?.alert || cell === undefined) continue;
      const value = typedValue(book, sheet, row, column, cell);
      if (value === undefined) continue;
      const verdict = judge(book, sheet, validation, row, column, value);
      const kept =
        typeof verdict === "object" ? await ask(verdict.ask, sheet, row, column, value) : verdict === "valid";
      if (kept) continue;
      const alert = alertOf(validation, row, column);
      if (validation.alert.style === "stop") return { refusal: alert };
      warning ??= alert;
    }
  return warning ? { alert: warning } : {};
};

const entryOf = (cell: Cell | undefined): Entry => {
  if (typeof cell !== "object" || cell === null) return cell;
  return { formula: cell.formula, value: cell.value ?? null };
};

export const editCells = async (
  book: Workbook,
  edit: Edit,
  from: EditSource,
  by: Actor,
  ask: Ask,
): Promise<Outcome> => {
  const sheet = sheetNamed(book, edit.sheet);
  const width = edit.cells[0]?.length ?? 0;
  if (width === 0) return { done: true };
  const area = {
    top: edit.top,
    left: edit.left,
    bottom: edit.top + edit.cells.length - 1,
    right: edit.left + width - 1,
  };
  if (!mayEdit(sheet, area)) return { done: false, refusal: protectedAlert(sheet, area) };
  const judged: Judged = from === "typed" ? await judgeEdit(book, sheet, edit, ask) : {};
  if (judged.refusal) return { done: false, refusal: judged.refusal };
  const read = from === "typed" || from === "pasted";
  writeCells(book, sheet, area, (row, column) => entryOf(edit.cells[row]?.[column]), {
    by,
    read,
    grow: read,
  });
  return { done: true, ...(judged.alert ? { alert: judged.alert } : {}) };
};

/** What stands in a cell, as an engine is told it. */
export const contentAt = (sheet: SheetState, row: number, column: number): Value => {
  const stored = storedAt(sheet, row, column);
  return isFormula(stored) ? stored.formula : stored;
};
