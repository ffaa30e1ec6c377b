/** Where an old register's columns go before people correct it. */
import { fieldsOf } from "../../form/form";
import { formOf } from "../../forms/index";
import { matchOldColumns } from "./match-columns";
import { bareCaption, type HeaderMatch } from "../match-headers";
import type { AdoptedForm, ColumnUse, Mapping, OldTable } from "./old-cells";
import { joinTimes } from "./old-times";
import { joinUnits } from "./old-units";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

/** A column of the list of rows that were not taken: it goes back in without them. */
export const errorCaptions = ["原工作表", "原表行号", "没收的原因", "怎么办"] as const;
/** The column of comments in that list: taken in again it is notes, beside whatever else is. */
export const commentsCaption = "原表批注";
const ours: ReadonlySet<string> = new Set(errorCaptions);

/** The list of rows that were not taken: its rows stand apart, and none says anything for the next. */
export const isErrorList = ({ headers }: Pick<OldTable, "headers">): boolean =>
  errorCaptions.every((caption) => headers.some((header) => String(header ?? "").trim() === caption));

/** What becomes of columns that match nothing. */
export type Unmatched = "keep" | "leave";

/** Excel's own limit for the caption of a table's column. */
export const longestCaption = 255;

/** "领导批示" under its own name; what a blank of the form answers to, as "原表姓名". */
export const ownCaption = (form: AdoptedForm, header: string, column: number): string => {
  const plain = header
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, longestCaption - 10);
  if (plain === "") return `原表第 ${column + 1} 列`;
  const isAnswered = fieldsOf(formOf(form)).some(([, { caption, also }]) =>
    [caption, ...also].some((each) => bareCaption(each) === bareCaption(plain)),
  );
  return isAnswered ? `原表${plain}` : plain;
};

/** A users' own column of that caption would be taken for the form's blank. */
export const isBlankOf = (form: AdoptedForm, caption: string): boolean =>
  fieldsOf(formOf(form)).some(([, blank]) => bareCaption(blank.caption) === bareCaption(caption));

/** Two columns of one caption stay two: "批示", "批示 2". */
export const distinctOwn = (mapping: Mapping): Mapping => {
  const taken = new Set<string>();
  /** What the next one of a caption is tried as. */
  const next = new Map<string, number>();
  return mapping.map((use) => {
    if (use.use !== "own") return use;
    let { caption } = use;
    let n = next.get(use.caption) ?? 2;
    for (; taken.has(caption); n++) caption = `${use.caption} ${n}`;
    next.set(use.caption, n);
    taken.add(caption);
    return { use: "own", caption };
  });
};

/** "" where the column has none. */
export const headerAt = ({ headers }: Pick<OldTable, "headers">, column: number): string =>
  String(headers[column] ?? "").trim();

/** How many columns the table has, headers or not. */
export const widthOf = ({ headers, rows }: Pick<OldTable, "headers" | "rows">): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);

const isFilled = ({ rows }: Pick<OldTable, "rows">, column: number): boolean =>
  rows.some(({ cells }) => !isEmptyCell(cells[column]));

/** NO.: the sheet counts its own rows. */
const countsRows = (form: AdoptedForm, header: string): boolean => {
  const { no } = formOf(form).fields;
  return (
    no?.kind === "computed" &&
    [no.caption, ...no.also].some((each) => bareCaption(each) === bareCaption(header))
  );
};

/** As the headers say; columns that match nothing are kept as the users' own, or left out, and nothing between. */
export const guessedMapping = (
  table: Pick<OldTable, "headers" | "rows">,
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  unmatched: Unmatched = "keep",
): Mapping => {
  const keys = new Map(matches.map(({ column, key }) => [column, key]));
  return distinctOwn(
    Array.from({ length: widthOf(table) }, (_, column): ColumnUse => {
      const key = keys.get(column);
      if (key !== undefined) return { use: "blank", key };
      const header = headerAt(table, column);
      const notes = form === "grades" ? "remarks" : "notes";
      if (header === commentsCaption && formOf(form).fields[notes] !== undefined)
        return { use: "blank", key: notes };
      const isNothing = ours.has(header) || !isFilled(table, column) || countsRows(form, header);
      if (isNothing || unmatched === "leave") return { use: "leave" };
      return { use: "own", caption: ownCaption(form, header, column) };
    }),
  );
};

/** The headers anew, as of another form. */
export const matchesAs = (table: OldTable, form: AdoptedForm): readonly HeaderMatch[] => {
  if (form === table.form) return table.matches;
  const cellsOf = (column: number): readonly RawCell[] =>
    table.rows.map(({ cells }) => cells[column] ?? null);
  const read = matchOldColumns(form, table.headers, cellsOf, isErrorList(table));
  const { matches } = joinTimes(form, read, cellsOf);
  return joinUnits(form, matches);
};
