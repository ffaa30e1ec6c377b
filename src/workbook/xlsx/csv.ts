/** Rows of a .csv: commas, semicolons or tabs; quoted cells with line breaks. Every cell stays text. */
import type { RawCell } from "../../domain/register/register";
import { type CsvMarks, newlineOf, scanRows, withoutBlankEnd } from "./csv-rows";
import { type OldFileCode, OldFileRefused, placeIn } from "./old-file-refusal";
import Papa from "papaparse";

export interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
  /** Cells of all rows together, empty ones included. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly letters: number;
}

const separators = [",", "\t", ";"] as const;
const rowsToTry = 200;
const lettersToTry = 1 << 20;

/** The separator that cuts the most rows into one and the same number of cells; titles and notes aside. */
const separatorOf = (whole: string, newline: string): string => {
  const text = whole.slice(0, lettersToTry);
  const told = /^sep=([,;\t])\r?\n/iu.exec(text)?.[1];
  if (told !== undefined) return told;
  let best: { readonly separator: string; readonly score: number } = { separator: ",", score: 0 };
  for (const separator of separators) {
    const widths = new Map<number, number>();
    let rows = 0;
    scanRows(text, { separator, newline }, (width) => {
      widths.set(width, (widths.get(width) ?? 0) + 1);
      return ++rows < rowsToTry;
    });
    const score = Math.max(0, ...[...widths].map(([width, alike]) => (width > 1 ? alike * width : 0)));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
};

/** `="13803791234"`, as exports write it to keep digits text, is its text. */
const cellOf = (text: string): RawCell => {
  const kept = /^="([^"]*)"$/u.exec(text)?.[1] ?? text;
  return kept === "" ? null : kept;
};

/** @throws OldFileRefused with the row that is over a limit, or whose marks are not in pairs: the parser would be at it for minutes. */
const judgeRows = (text: string, marks: CsvMarks, limits: CsvLimits): void => {
  let rows = 0;
  let cells = 0;
  let over: OldFileCode | undefined;
  const visit = (width: number, longest: number): boolean => {
    rows++;
    cells += width;
    if (rows > limits.rows || cells > limits.cells) over = "too-many-cells";
    else if (width > limits.columns) over = "wide";
    else if (longest > limits.letters) over = "longCell";
    return over === undefined;
  };
  const isPaired = scanRows(text, marks, visit, limits.columns);
  if (over !== undefined) throw new OldFileRefused(over, { at: placeIn(undefined, rows) });
  if (!isPaired) throw new OldFileRefused("quotes", { at: placeIn(undefined, rows + 1) });
};

/** @throws OldFileRefused with the row where it cannot be read, or is over a limit. */
export const readCsv = (said: string, limits: CsvLimits): readonly (readonly RawCell[])[] => {
  // The parser drops a second byte order mark: what follows it opens a cell.
  const whole = said.replace(/^\uFEFF/u, "");
  const newline = newlineOf(whole);
  const separator = separatorOf(whole, newline);
  const text = withoutBlankEnd(whole, separator);
  judgeRows(text, { separator, newline }, limits);
  const rows: RawCell[][] = [];
  const gap: RawCell[] = [];
  Papa.parse(text, {
    delimiter: separator,
    newline,
    // It would cut all lines at once.
    fastMode: false,
    step: ({ data }) => {
      const cells = data.map(cellOf);
      rows.push(cells.every((cell) => cell === null) ? gap : cells);
    },
  });
  while (rows.at(-1) === gap) rows.pop();
  return rows;
};
