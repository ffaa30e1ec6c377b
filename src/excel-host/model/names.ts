import { allTables } from "./tables";
import { hostError } from "./refusal";
import type { NameState, Workbook } from "./workbook";

export const findName = (book: Workbook, name: string): NameState | undefined =>
  book.names.find((each) => each.name.toLowerCase() === name.toLowerCase());

const changed = (book: Workbook): void => {
  book.changes.push({ kind: "names" });
  book.calculation.stale = true;
};

/** https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1 */
const allowed = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

export const addName = (book: Workbook, name: string, formula: string, comment: string): NameState => {
  if (!allowed.test(name) || /^[A-Za-z]{1,3}\d{1,7}$/u.test(name))
    throw hostError("InvalidArgument", `"${name}" cannot be a name.`);
  const lower = name.toLowerCase();
  if (findName(book, name) || allTables(book).some((table) => table.name.toLowerCase() === lower))
    throw hostError("InvalidArgument", `The name ${name} is taken.`);
  const added: NameState = {
    name,
    formula: formula.startsWith("=") ? formula : `=${formula}`,
    visible: true,
    comment,
  };
  book.names.push(added);
  changed(book);
  return added;
};

export const setNameFormula = (book: Workbook, name: NameState, formula: string): void => {
  name.formula = formula.startsWith("=") ? formula : `=${formula}`;
  changed(book);
};

export const deleteName = (book: Workbook, name: NameState): void => {
  const at = book.names.indexOf(name);
  if (at < 0) throw hostError("ItemNotFound", `The name ${name.name} is gone.`);
  book.names.splice(at, 1);
  changed(book);
};
