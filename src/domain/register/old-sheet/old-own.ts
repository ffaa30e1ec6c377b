/** 收编: columns of an old register that are kept as the users' own. */
import { fieldsOf, type Form } from "../../form/form";
import { plain } from "../../kit/text";
import { dayOfSerial } from "../../kit/calendar-day";
import type { OldRegister } from "./old-cells";
import { errorCaptions, isErrorList } from "./old-mapping";
import { ownKey, type OwnColumn } from "../own-column";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

/** "第 3 列": a column without a header. */
export const columnName = (headers: readonly RawCell[], at: number): string =>
  plain(String(headers[at] ?? "")) || `第 ${at + 1} 列`;

/** A register's own columns, those of the tables read so far among them. */
export interface OwnThere {
  /** By caption in small letters: Excel allows one column of a name in a table, whatever its case. */
  readonly captions: Map<string, string>;
  /** Captions the workbook has. */
  readonly inBook: ReadonlySet<string>;
}

export const ownThere = (strangers: readonly string[]): OwnThere => {
  const captions = new Map<string, string>();
  // Of those that a hand has spelled in two ways the first counts.
  for (const each of strangers) if (!captions.has(each.toLowerCase())) captions.set(each.toLowerCase(), each);
  return { captions, inBook: new Set(strangers) };
};

/** Excel allows 255 characters. */
const captionFor = (blanks: ReadonlySet<string>, wished: string, { captions }: OwnThere): string => {
  const short = wished.slice(0, 240);
  const key = short.toLowerCase();
  return captions.get(key) ?? (blanks.has(key) ? `原表${short}` : short);
};

/** Captions of columns that hold days: 办卡日期, 上次来访时间, 结婚纪念日. */
const saysDay = /日期|时间|日$|生日/u;
/** 1950-01-01 to 2099-12-31. */
const [firstSerial, lastSerial] = [18264, 73050];

const holdsOf = (caption: string, numbers: readonly number[]): OwnColumn["holds"] => {
  const days = numbers.every(
    (each) => each >= firstSerial && each <= lastSerial && dayOfSerial(Math.floor(each)) !== undefined,
  );
  if (!saysDay.test(caption) || numbers.length === 0 || !days) return "anything";
  return numbers.every(Number.isInteger) ? "days" : "moments";
};

export interface OldOwn {
  /** By column: its `ownKey`; nothing for the others. */
  readonly keys: readonly (string | undefined)[];
  /** Those with something in them, each once. */
  readonly columns: readonly OwnColumn[];
}

/** @param there grows by the table's columns. */
export const ownColumnsOf = (
  { headers, rows, mapping }: OldRegister,
  form: Form,
  there: OwnThere,
): OldOwn => {
  const blanks = new Set(fieldsOf(form).map(([, { caption }]) => caption.toLowerCase()));
  const columns = new Map<string, number[]>();
  const keys = mapping.map((column, at) => {
    if (column.use !== "own") return undefined;
    const filled = rows.map(({ cells }) => cells[at]).filter((cell) => !isEmptyCell(cell));
    if (filled.length === 0) return undefined;
    const caption = captionFor(blanks, plain(column.caption) || columnName(headers, at), there);
    const numbers = filled.filter((cell) => typeof cell === "number");
    const known = columns.get(caption) ?? [];
    for (const each of numbers) known.push(each);
    columns.set(caption, known);
    return ownKey(caption);
  });
  for (const caption of columns.keys())
    if (!there.captions.has(caption.toLowerCase())) there.captions.set(caption.toLowerCase(), caption);
  return {
    keys,
    columns: [...columns].map(([caption, numbers]) => ({ caption, holds: holdsOf(caption, numbers) })),
  };
};

/** Headers of columns with something in them that are left out by choice; what we wrote of rows not taken is nobody's. */
export const leftColumnsOf = ({ headers, rows, mapping }: OldRegister): readonly string[] => {
  const ours: readonly string[] = isErrorList({ headers }) ? errorCaptions : [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const use = mapping[at]?.use ?? "leave";
    if (use !== "leave" || ours.includes(columnName(headers, at))) return [];
    const filled = rows.some(({ cells }) => !isEmptyCell(cells[at]));
    return filled || !isEmptyCell(headers[at]) ? [columnName(headers, at)] : [];
  });
};
