/** Rows that are made while they are written: none of them is kept. */
import { type Area, columnLetters } from "../book/address";
import type { Value } from "../book/book";
import { type CellContext, likeFormula, numberXml } from "./write-cells";
import type { Stretch } from "./write-looks";
import { xmlText } from "./xml-text";

/** They stand below all blocks of their sheet and look as their columns do. */
export interface StreamedRows {
  /** 0 is row 1, and column A. */
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly count: number;
  /** `count` of them, each of `width` values. */
  readonly rows: Iterable<readonly Value[]>;
  /** Points, for rows that are as high as what is wrapped in them: not every program fits them by itself. */
  readonly heightOf?: (row: readonly Value[]) => number;
}

export const areaOfRows = ({ top, left, width, count }: StreamedRows): Area => ({
  top,
  left,
  bottom: top + count - 1,
  right: left + width - 1,
});

/** Short texts come again and again and are kept once; beyond so many, and longer ones, each stands in its cell. */
const mostShared = 50_000;
const longestShared = 32;

/** @throws Error where there are more or fewer rows than was said: the sheet's other parts would be at odds with it. */
export function* streamedXml(
  { top, left, width, count, rows, heightOf }: StreamedRows,
  columns: readonly Stretch[],
  context: CellContext,
): Generator<string> {
  const { strings } = context;
  const styles = Array.from({ length: width }, (_, at) => {
    const stretch = columns.find(({ from, to }) => from <= left + at && left + at <= to);
    const style = (id: number): string => (id === 0 ? "" : ` s="${id}"`);
    return {
      letters: columnLetters(left + at),
      plain: style(stretch?.id ?? 0),
      typed: style(stretch === undefined ? 0 : context.asTyped(stretch)),
      // A column often says what it said in the row above: that is not looked up again.
      last: { text: "", xml: "" },
    };
  });
  const shared = (text: string): number | undefined =>
    text.length > longestShared
      ? undefined
      : (strings.find(text) ?? (strings.count() < mostShared ? strings.indexOf(text) : undefined));
  const textXml = (text: string): string => {
    const index = shared(text);
    return index === undefined
      ? ` t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
      : ` t="s"><v>${index}</v></c>`;
  };
  const afterAddress = (text: string, { plain, typed, last }: (typeof styles)[number]): string => {
    if (text !== last.text || last.xml === "") {
      last.xml = (likeFormula.test(text) ? typed : plain) + textXml(text);
      last.text = text;
    }
    return last.xml;
  };
  let written = 0;
  let xml = "";
  for (const row of rows) {
    const number = top + written + 1;
    const height = heightOf === undefined ? "" : ` ht="${heightOf(row)}" customHeight="1"`;
    xml += `<row r="${number}"${height}>`;
    for (let at = 0; at < width; at++) {
      const cell = row[at] ?? null;
      const style = styles[at];
      if (cell === null || style === undefined) continue;
      xml += `<c r="${style.letters}${number}"`;
      if (typeof cell === "string") xml += afterAddress(cell, style);
      else if (typeof cell === "number") xml += `${style.plain}>${numberXml(cell)}</c>`;
      else xml += `${style.plain} t="b"><v>${Number(cell)}</v></c>`;
    }
    xml += "</row>";
    written++;
    if (xml.length > 50_000) {
      yield xml;
      xml = "";
    }
  }
  if (written !== count) throw new Error(`${written} rows, not ${count}`);
  if (xml !== "") yield xml;
}
