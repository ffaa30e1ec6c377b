import { allTables } from "./tables";
import { hostError } from "./refusal";
import type { NameState, SheetState, Workbook } from "./workbook";

/** The workbook's names, or those confined to a sheet. */
export const namesOf = (book: Workbook, sheet: SheetState | undefined): NameState[] =>
  sheet ? sheet.names : book.names;

const named = (names: readonly NameState[], name: string): NameState | undefined =>
  names.find((each) => each.name.toLowerCase() === name.toLowerCase());

export const findName = (book: Workbook, name: string, sheet?: SheetState): NameState | undefined =>
  named(namesOf(book, sheet), name);

const changed = (book: Workbook): void => {
  book.changes.push({ kind: "names" });
  book.calculation.stale = true;
};

/** https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1 */
const allowed = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

/** A sheet may have a name the workbook has too; a table's name is taken for both. */
export const addName = (
  book: Workbook,
  sheet: SheetState | undefined,
  name: string,
  formula: string,
  comment: string,
): NameState => {
  if (!allowed.test(name) || /^[A-Za-z]{1,3}\d{1,7}$/u.test(name))
    throw hostError("InvalidArgument", `"${name}" cannot be a name.`);
  const lower = name.toLowerCase();
  if (findName(book, name, sheet) || allTables(book).some((table) => table.name.toLowerCase() === lower))
    throw hostError("InvalidArgument", `The name ${name} is taken.`);
  const added: NameState = {
    name,
    formula: formula.startsWith("=") ? formula : `=${formula}`,
    visible: true,
    comment,
  };
  namesOf(book, sheet).push(added);
  changed(book);
  return added;
};

export const setNameFormula = (book: Workbook, name: NameState, formula: string): void => {
  name.formula = formula.startsWith("=") ? formula : `=${formula}`;
  changed(book);
};

/** The sheet a name is confined to; nothing where it is the workbook's. */
export const sheetOfName = (book: Workbook, name: NameState): SheetState | undefined =>
  book.sheets.find(({ names }) => names.includes(name));

export const deleteName = (book: Workbook, name: NameState): void => {
  const names = namesOf(book, sheetOfName(book, name));
  const at = names.indexOf(name);
  if (at < 0) throw hostError("ItemNotFound", `The name ${name.name} is gone.`);
  names.splice(at, 1);
  changed(book);
};
