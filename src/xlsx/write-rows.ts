/** Rows that are made while they are written: none of them is kept. */
import { type Area, columnLetters } from "../book/address";
import type { Value } from "../book/book";
import { type CellContext, likeFormula, longestText, numberXml, tooLongText } from "./write-cells";
import type { Stretch } from "./write-looks";
import { xmlText } from "./xml-text";

/** They stand below all blocks of their sheet and look as their columns do. */
interface StreamedArea {
  /** 0 is row 1, and column A. */
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly count: number;
}

/** Rows told one by one. */
export interface StreamedRowByRow extends StreamedArea {
  /** `count` of them, each of `width` values. */
  readonly rows: Iterable<readonly Value[]>;
  /** Points, for rows that are as high as what is wrapped in them: not every program fits them by itself. */
  readonly heightOf?: (row: readonly Value[]) => number;
}

/** Rows told many at a time: what a column says again and again is spelled once. */
export interface StreamedByColumn extends StreamedArea {
  /** `count` rows in all, each of `width` columns. */
  readonly columns: Iterable<ColumnsOfRows>;
}

export interface ColumnsOfRows {
  readonly count: number;
  /** Nothing where a column is empty all over. */
  readonly columns: readonly ({
    readonly values: readonly Value[];
    /** By row: the value's place, -1 where the cell is empty. */
    readonly places: readonly number[];
  } | null)[];
}

export type StreamedRows = StreamedRowByRow | StreamedByColumn;

export const areaOfRows = ({ top, left, width, count }: StreamedArea): Area => ({
  top,
  left,
  bottom: top + count - 1,
  right: left + width - 1,
});

/** Short texts come again and again and are kept once; beyond so many, and longer ones, each stands in its cell. */
const mostShared = 50_000;
const longestShared = 32;

/** The XML of cells from their address on, by the sheet's column styles and shared texts. */
type CellTail = (cell: string | number | boolean) => string;

const tailsOf = (
  { left, width }: StreamedArea,
  columns: readonly Stretch[],
  context: CellContext,
): readonly { readonly head: string; readonly tail: CellTail }[] => {
  const { strings } = context;
  const shared = (text: string): number | undefined =>
    text.length > longestShared
      ? undefined
      : (strings.find(text) ?? (strings.count() < mostShared ? strings.indexOf(text) : undefined));
  const textXml = (text: string): string => {
    if (text.length > longestText) throw tooLongText(text);
    const index = shared(text);
    return index === undefined
      ? ` t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
      : ` t="s"><v>${index}</v></c>`;
  };
  return Array.from({ length: width }, (_, at) => {
    const stretch = columns.find(({ from, to }) => from <= left + at && left + at <= to);
    const style = (id: number): string => (id === 0 ? "" : ` s="${id}"`);
    const plain = style(stretch?.id ?? 0);
    const typed = style(stretch === undefined ? 0 : context.asTyped(stretch));
    return {
      head: `<c r="${columnLetters(left + at)}`,
      tail: (cell) => {
        if (typeof cell === "string") return `"${likeFormula.test(cell) ? typed : plain}${textXml(cell)}`;
        return typeof cell === "number"
          ? `"${plain}>${numberXml(cell)}</c>`
          : `"${plain} t="b"><v>${Number(cell)}</v></c>`;
      },
    };
  });
};

type Cells = ReturnType<typeof tailsOf>;

const pieceLength = 50_000;

function* rowByRow({ top, rows, heightOf }: StreamedRowByRow, cells: Cells): Generator<string, number> {
  let written = 0;
  let xml = "";
  for (const row of rows) {
    const number = top + written + 1;
    const height = heightOf === undefined ? "" : ` ht="${heightOf(row)}" customHeight="1"`;
    xml += `<row r="${number}"${height}>`;
    for (const [at, { head, tail }] of cells.entries()) {
      const cell = row[at] ?? null;
      if (cell !== null) xml += `${head}${number}${tail(cell)}`;
    }
    xml += "</row>";
    written++;
    if (xml.length > pieceLength) {
      yield xml;
      xml = "";
    }
  }
  if (xml !== "") yield xml;
  return written;
}

function* byColumn({ top, columns }: StreamedByColumn, cells: Cells): Generator<string, number> {
  let written = 0;
  let xml = "";
  for (const { count, columns: told } of columns) {
    const filled = cells.flatMap(({ head, tail }, at) => {
      const column = told[at] ?? null;
      if (column === null) return [];
      const { values, places } = column;
      return [{ head, places, tails: values.map((value) => (value === null ? "" : tail(value))) }];
    });
    for (let row = 0; row < count; row++) {
      const number = String(top + written + 1);
      xml += `<row r="${number}">`;
      for (const { head, places, tails } of filled) {
        const place = places[row] as number;
        if (place >= 0) xml += head + number + (tails[place] as string);
      }
      xml += "</row>";
      written++;
      if (xml.length > pieceLength) {
        yield xml;
        xml = "";
      }
    }
  }
  if (xml !== "") yield xml;
  return written;
}

/** @throws Error where there are more or fewer rows than was said: the sheet's other parts would be at odds with it. */
export function* streamedXml(
  streamed: StreamedRows,
  columns: readonly Stretch[],
  context: CellContext,
): Generator<string> {
  const cells = tailsOf(streamed, columns, context);
  const written = yield* "columns" in streamed ? byColumn(streamed, cells) : rowByRow(streamed, cells);
  if (written !== streamed.count) throw new Error(`${written} rows, not ${streamed.count}`);
}
