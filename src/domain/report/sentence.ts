/** Sentences that state only what a table shows: every figure in them is taken from its cells. */
import { shown } from "./figure";
import { type Cell, firms, type Sentence, type Table, unknown } from "./report";

/** What a cell says, with the unit people count in. */
export const figure = (table: Table, row: readonly Cell[] | undefined, column: number, unit = ""): string => {
  const kind = table.columns[column]?.kind ?? "text";
  const text = shown(row?.[column] ?? null, kind);
  return kind === "share" || kind === "rate" || unit === "" ? text : `${text} ${unit}`;
};

export const totalFigure = (table: Table, column: number, unit = ""): string =>
  figure(table, table.total, column, unit);

export const columnAt = (table: Table, caption: string): number =>
  table.columns.findIndex(({ zh }) => zh === caption);

export const sentence = (table: Table, text: string): Sentence => ({ table: table.key, text });

const nameOf = (row: readonly Cell[]): string => String(row[0] ?? "");
const numberAt = (row: readonly Cell[], column: number): number => {
  const cell = row[column];
  return typeof cell === "number" ? cell : 0;
};

const isNamed = (row: readonly Cell[]): boolean =>
  nameOf(row) !== unknown && nameOf(row) !== firms && !nameOf(row).startsWith("其余 ");

/** The rows that have most of a column; none where all have nought. */
export const largest = (table: Table, column: number): readonly (readonly Cell[])[] => {
  const named = table.rows.filter(isNamed);
  const most = named.reduce((high, row) => Math.max(high, numberAt(row, column)), 0);
  return most <= 0 ? [] : named.filter((row) => numberAt(row, column) === most);
};

const listed = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join("、")}等` : names.join("、");

/** "两房最多，23 套，占 71.9%；未知 2 套。" One sentence, or none where nothing was counted. */
export const leading = (
  table: Table,
  unit: string,
  about = table.title.zh,
  column = 1,
): readonly Sentence[] => {
  const rows = largest(table, column);
  const [first] = rows;
  if (first === undefined) return [];
  const share = column === 1 ? table.columns.findIndex(({ kind }) => kind === "share") : -1;
  const part = share < 0 ? "" : `，${rows.length > 1 ? "各占" : "占"} ${figure(table, first, share)}`;
  const most =
    rows.length === 1
      ? `${nameOf(first)}最多，${figure(table, first, column, unit)}${part}`
      : `${listed(rows.map(nameOf))}并列最多，各 ${figure(table, first, column, unit)}${part}`;
  const apart = table.rows
    .filter((row) => (nameOf(row) === unknown || nameOf(row) === firms) && numberAt(row, column) > 0)
    .map((row) => `${nameOf(row)} ${figure(table, row, column, unit)}`);
  return [sentence(table, `${about}：${[most, ...apart].join("；")}。`)];
};
