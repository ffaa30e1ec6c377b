/** Rows of a .csv: commas, semicolons or tabs; quoted cells with line breaks. Every cell stays text. */
import type { RawCell } from "../../domain/register/register";
import { OldFileRefused, placeIn } from "./old-file-refusal";
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

/** The separator that cuts the most rows into one and the same number of cells; titles and notes aside. */
const separatorOf = (text: string): string => {
  const told = /^sep=([,;\t])\r?\n/iu.exec(text)?.[1];
  if (told !== undefined) return told;
  let best: { readonly separator: string; readonly score: number } = { separator: ",", score: 0 };
  for (const separator of separators) {
    const widths = new Map<number, number>();
    Papa.parse(text, {
      delimiter: separator,
      preview: rowsToTry,
      step: ({ data }) => widths.set(data.length, (widths.get(data.length) ?? 0) + 1),
    });
    const score = Math.max(0, ...[...widths].map(([width, rows]) => (width > 1 ? rows * width : 0)));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
};

/** `="13803791234"`, as exports write it to keep digits text, is its text. */
const cellOf = (text: string): RawCell => {
  const kept = /^="([^"]*)"$/u.exec(text)?.[1] ?? text;
  return kept === "" ? null : kept;
};

/** @throws OldFileRefused with the row where it cannot be read, or is over a limit. */
export const readCsv = (text: string, limits: CsvLimits): readonly (readonly RawCell[])[] => {
  const rows: RawCell[][] = [];
  let cells = 0;
  let refusal: OldFileRefused | undefined;
  const wrong = (data: readonly string[]): OldFileRefused | undefined => {
    const at = placeIn(undefined, rows.length + 1);
    cells += data.length;
    if (rows.length >= limits.rows || cells > limits.cells)
      return new OldFileRefused("too-many-cells", { at });
    if (data.length > limits.columns) return new OldFileRefused("wide", { at });
    if (data.some(({ length }) => length > limits.letters)) return new OldFileRefused("longCell", { at });
    return undefined;
  };
  Papa.parse(text, {
    delimiter: separatorOf(text),
    step: ({ data, errors }, parser) => {
      // An open quotation mark swallows all that follows: its long cell is not what is wrong.
      refusal = errors.some(({ code }) => code === "MissingQuotes" || code === "InvalidQuotes")
        ? new OldFileRefused("quotes", { at: placeIn(undefined, rows.length + 1) })
        : wrong(data);
      if (refusal === undefined) rows.push(data.map(cellOf));
      else parser.abort();
    },
  });
  if (refusal !== undefined) throw refusal;
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return rows;
};
