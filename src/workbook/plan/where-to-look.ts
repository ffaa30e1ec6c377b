/** How far an inspection (R14) looks, and where: the same for an open workbook and for a file. */
import { fieldsOf } from "../../domain/form/form";
import { formKeys, formOf, registerKeys } from "../../domain/forms/index";
import { listKeys } from "../../domain/forms/lists";
import type { Inspected, TableSeen } from "./inspected";
import { listName } from "./site-sheet";

/** Rows from a sheet's top in which a lost table may begin. */
export const rowsLooked = 60;
/** Rows of 字典: its titles and choices. */
export const mostChoices = 210;
export const mostSamples = 20;
export const mostBelow = 200;
export const mostTyped = 20;
/** Lines of 设置 whose rules are looked at: ours, and as many as people may have put between them. */
export const mostLines = 30;
const mostCandidates = 30;

/** Below the small tables stand notes of the plan's own. */
export const isRegister = ({ key }: Pick<TableSeen, "key">): boolean =>
  (registerKeys as readonly string[]).includes(key);

/** Has it lost a column of ours, and one that is not? The records tell whether these are one. */
export const hasStrangers = ({ key, headers }: Pick<TableSeen, "key" | "headers">): boolean => {
  const captions = new Set(fieldsOf(formOf(key)).map(([, { caption }]) => caption));
  const missing = [...captions].some((caption) => !headers.includes(caption));
  return missing && headers.some((header) => !captions.has(header));
};

/** Where a lost table may stand: its own sheet, those of its neighbours, and sheets that hold nothing of ours. */
export const candidateSheets = ({
  sheets,
  tables,
}: Pick<Inspected, "sheets" | "tables">): readonly string[] => {
  const absent = formKeys.filter((key) => !tables.has(key));
  if (absent.length === 0) return [];
  const standing = [...tables.values()];
  const ours = new Set(standing.map(({ sheet }) => sheet));
  const homes = new Set(
    absent.flatMap((key) => {
      const { sheet } = formOf(key);
      const beside = standing.filter((each) => formOf(each.key).sheet === sheet);
      return [sheet, ...beside.map((each) => each.sheet)];
    }),
  );
  return sheets
    .map(({ name }) => name)
    .filter((name) => homes.has(name) || !ours.has(name))
    .sort((a, b) => Number(homes.has(b)) - Number(homes.has(a)))
    .slice(0, mostCandidates);
};

/** "=字典!$B$4:INDEX(…)", "='a b'!$B$4:…" → the sheet's name. */
export const sheetOfFormula = (formula: string): string | undefined => {
  const found = /^=(?:'((?:[^']|'')+)'|([^'!:()]+))!/u.exec(formula);
  return found?.[1]?.replaceAll("''", "'") ?? found?.[2];
};

/** The sheet that 字典 is called now, told by the names of its lists. */
export const renamedDictionary = ({
  sheets,
  names,
}: Pick<Inspected, "sheets" | "names">): string | undefined =>
  listKeys
    .slice(0, 3)
    .flatMap((key) => sheetOfFormula(names.get(listName(key)) ?? "") ?? [])
    .find((name) => sheets.some((each) => each.name === name));
