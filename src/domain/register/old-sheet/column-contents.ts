/** What the cells of an old register's column say of the blank its caption names: captions alone lie. */
import type { Field } from "../../form/field";
import { formOf } from "../../forms/index";
import { type ListKey, lists } from "../../forms/lists";
import { visitors } from "../../forms/visitors";
import { readMoney } from "../../kit/money";
import { plain } from "../../kit/text";
import { nothingWords } from "../../rules/nothing-to-say";
import { readWrittenGrade } from "../../rules/written-grade";
import { isDitto } from "./ditto";
import { reachedKeys } from "../grade-rows";
import { matchChoice, matchChoices } from "../match-choice";
import type { ColumnContents } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { saysTimeAlone } from "./old-times";
import { saysNoDay } from "./old-year";
import { isCellError, isEmptyCell } from "../read-answer";
import { isRoughNumber, readCount, readNumber } from "../read-number";
import type { RawCell } from "../register";

/** Enough to tell what a column holds, from all over it. */
const mostLooked = 120;

/** Of a cell: more is a story, whatever it begins with. */
const mostLetters = 200;

const sampleOf = (cells: readonly RawCell[]): readonly (string | number)[] => {
  const said = cells.filter(
    (cell): cell is string | number =>
      (typeof cell === "string" || typeof cell === "number") &&
      !isEmptyCell(cell) &&
      !isCellError(cell) &&
      !isDitto(cell) &&
      !nothingWords.has(plain(String(cell))),
  );
  const step = Math.max(1, said.length / mostLooked);
  return Array.from({ length: Math.min(said.length, mostLooked) }, (_, at) => {
    const cell = said[Math.floor(at * step)] ?? "";
    return typeof cell === "string" ? cell.slice(0, mostLetters) : cell;
  });
};

/** 1 for what reads well, less for what only looks like it: a time without its day, a number of too few digits. */
type Reads = (cell: string | number) => number;

const asDay: Reads = (cell) => (saysTimeAlone(cell) ? 0.5 : saysNoDay(cell) ? 0 : 1);

/** Digits in writing, too, stand in place of many: what is wrong with a number is said row by row. */
const asPhone: Reads = (cell) => {
  const said = plain(String(cell));
  const digits = said.replace(/\D/gu, "").length;
  if (digits >= 7) return /^(?:qq|微信|wechat|wx)/iu.test(said) ? 0.5 : 1;
  return digits >= 4 || /[〇零一二三四五六七八九]{7}/u.test(said) ? 0.5 : 0;
};

/** A letter among other words is a grade that nobody has made up their mind about: A或B. */
const asGrade: Reads = (cell) => {
  const said = String(cell);
  if (readWrittenGrade(said).grade !== undefined) return 1;
  return /^[a-d√×✓✔](?![a-z\d])/iu.test(plain(said)) ? 0.5 : 0;
};

/** A plain number may lie in a band. */
const asChoice =
  (list: ListKey): Reads =>
  (cell) =>
    matchChoice(list, lists[list].choices, String(cell)) !== undefined
      ? 1
      : /\d/u.test(String(cell))
        ? 0.5
        : 0;

const asOneOf =
  (list: ListKey): Reads =>
  (cell) =>
    matchChoice(list, lists[list].choices, String(cell)) === undefined ? 0 : 1;

const asChoices =
  (list: ListKey): Reads =>
  (cell) =>
    matchChoices(list, lists[list].choices, String(cell)).chosen.length > 0 ? 1 : 0;

/** 升级情况: a day, or a mark. */
const asReached: Reads = (cell) =>
  asDay(cell) > 0 || readWrittenGrade(String(cell)).grade !== undefined || String(cell) === "1" ? 1 : 0;

const isGradeList = (list: ListKey): boolean => list === "grade";

/** Nothing of blanks that take any words, or a site's own names. */
const readsOf = (field: Field | undefined, key: string): Reads | undefined => {
  if (key === "grade") return asGrade;
  if (reachedKeys.includes(key)) return asReached;
  switch (field?.kind) {
    case "day":
    case "moment":
      return asDay;
    case "phone":
      return asPhone;
    case "tickOne":
      return isGradeList(field.list) ? asGrade : asChoice(field.list);
    case "tickMany":
      return asChoices(field.list);
    case "number":
      return (cell) => (readCount(cell) !== undefined || isRoughNumber(cell) ? 1 : 0);
    case "area":
      return (cell) => (readNumber(cell) === undefined ? 0 : 1);
    case "money":
      return (cell) => (readMoney(cell).ok ? 1 : 0);
    default:
      return undefined;
  }
};

/** Of a list of units: the builder's own names, the same on every floor, are kept as they are. */
const ofBuilders: ReadonlySet<string> = new Set(["layout", "propertyType", "unitCategory"]);

const strict: ReadonlySet<Reads> = new Set([asDay, asPhone, asGrade]);

/** @param cellsOf the records' cells of a column. */
export const contentsOf = (
  form: AdoptedForm,
  cellsOf: (column: number) => readonly RawCell[],
): ColumnContents => {
  const samples = new Map<number, readonly (string | number)[]>();
  const fieldOf = (key: string): Field | undefined =>
    formOf(form).fields[key] ?? (key === "mobile" ? visitors.fields.mobile : undefined);
  const isOfBuilders = (key: string): boolean => form === "units" && ofBuilders.has(key);
  const readsAs = (key: string): Reads | undefined => {
    const field = fieldOf(key);
    return isOfBuilders(key) && field?.kind === "tickOne" ? asOneOf(field.list) : readsOf(field, key);
  };
  return {
    share: (column, key) => {
      const reads = readsAs(key);
      if (reads === undefined) return undefined;
      const sample = samples.get(column) ?? sampleOf(cellsOf(column));
      samples.set(column, sample);
      if (sample.length === 0) return undefined;
      return sample.reduce<number>((sum, cell) => sum + reads(cell), 0) / sample.length;
    },
    isStrict: (key) => {
      if (isOfBuilders(key)) return true;
      const reads = readsOf(fieldOf(key), key);
      return reads !== undefined && strict.has(reads);
    },
  };
};
