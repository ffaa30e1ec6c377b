import { lastColumn, type Print } from "../book/book";
import { attributes, xmlText } from "./xml-text";

const inches = (points: number): number => Math.round((points / 72) * 1e4) / 1e4;

export const isFitted = (print: Print | undefined): boolean =>
  print?.fitWide !== undefined || print?.fitTall !== undefined;

const sides = ["L", "C", "R"] as const;

/** A header or footer from its left, middle and right. */
const endXml = (tag: string, texts: readonly (string | undefined)[]): string => {
  const parts = texts
    .map((text, i) => (text === undefined ? "" : `&amp;${sides[i]}${xmlText(text)}`))
    .join("");
  return parts && `<${tag}>${parts}</${tag}>`;
};

/** In a file a break stands below the row of this number, counted from 1: above the one counted from 0. @throws where they are out of order */
const breaksXml = (rows: readonly number[]): string => {
  if (rows.some((row, i) => row <= (rows[i - 1] ?? 0))) throw new Error(`no page breaks: ${rows.join(", ")}`);
  const breaks = rows.map((id) => `<brk${attributes({ id, max: lastColumn - 1, man: true })}/>`);
  return breaks.length === 0
    ? ""
    : `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks.join("")}</rowBreaks>`;
};

/** What a sheet's part says of printing, in the order the schema wants. */
export const printXml = (print: Print | undefined): string => {
  if (!print) return "";
  const { left = 50.4, right = 50.4, top = 54, bottom = 54 } = print.margins ?? {};
  const margins = attributes({
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    header: 0.3,
    footer: 0.3,
  });
  const setup = attributes({
    paperSize: 9,
    scale: print.scale,
    fitToWidth: isFitted(print) ? (print.fitWide ?? 0) : undefined,
    fitToHeight: isFitted(print) ? (print.fitTall ?? 0) : undefined,
    pageOrder: print.acrossFirst === true ? "overThenDown" : undefined,
    orientation: print.orientation,
  });
  const centered = attributes({
    horizontalCentered: print.centerHorizontally || undefined,
    verticalCentered: print.centerVertically || undefined,
  });
  const ends =
    endXml("oddHeader", [print.leftHeader, print.centerHeader, print.rightHeader]) +
    endXml("oddFooter", [print.leftFooter, print.centerFooter, print.rightFooter]);
  return (
    (centered && `<printOptions${centered}/>`) +
    `<pageMargins${margins}/><pageSetup${setup}/>` +
    (ends && `<headerFooter>${ends}</headerFooter>`) +
    breaksXml(print.pageBreaks ?? [])
  );
};
