/** The sheet of paper a card is laid out on: A4 upright, its columns, and strips that are put one below the other. */
import type { Look, Print } from "../../book/book";
import { cardColumns } from "../../domain/form/card";
import { halfWidth, lineHeight, manyLinesHeight, type PaperLine } from "./card-measure";

/**
 * Characters. In a file a character is as wide as the default font's digits, 8 pixels of 宋体 11: 26 pixels a column,
 * to which boxes are laid out. Through Office.js it is 28; LibreOffice, where it has no 宋体, takes 31: 552 points in all
 * of the 553 between the margins. ECMA-376 part 1, 18.3.1.13.
 */
export const columnWidth = 3.29;
const columnPoints = 19.5;

/** How a sheet of paper lies. */
export interface Lie {
  readonly orientation: "portrait" | "landscape";
  readonly columns: number;
  /** Characters, one a column; absent: each has a card's. */
  readonly widths?: readonly number[];
  readonly margins: NonNullable<Print["margins"]>;
  /** Points for rows on a page: A4 between the margins, less what printers and rounded heights may take. */
  readonly height: number;
}

/** Points. */
const margins = { top: 36, bottom: 40, left: 21, right: 21 } as const;
/** 12 mm above and below: a header or a footer still stands in them. */
const narrowMargins = { ...margins, top: 34, bottom: 34 } as const;
const heightBetween = (paper: number, { top, bottom }: Lie["margins"]): number => paper - top - bottom - 22;
const longSide = 842;
const shortSide = 595;
export const upright: Lie = {
  orientation: "portrait",
  columns: cardColumns,
  margins,
  height: heightBetween(longSide, margins),
};
/** For a card that is to stand on one page. */
export const fullUpright: Lie = {
  ...upright,
  margins: narrowMargins,
  height: heightBetween(longSide, narrowMargins),
};
/** Narrower columns: 769 of 794 points in LibreOffice. */
const acrossColumns = 35;
export const across: Lie = {
  orientation: "landscape",
  columns: acrossColumns,
  widths: new Array<number>(acrossColumns).fill(3.14),
  margins: { ...margins, left: 24, right: 24 },
  height: heightBetween(shortSide, margins),
};
/** Excel's rows are at most 409 points high. */
export const tallestRow = 400;

/** The paper's own, in points. */
export const fontSizeOfCards = 12;

/** Half-width characters that are sure to fit into so many columns. */
export const roomIn = (columns: number): number =>
  Math.max(2, Math.floor((columns * columnPoints - 5) / halfWidth) - (columns > 8 ? 1 : 0));

export const black = "#000000";

/** Part of a strip: one box, merged from its columns. */
export interface Piece {
  readonly left: number;
  readonly width: number;
  /** Strips it reaches down over, its own the first; absent: only its own. */
  readonly down?: number;
  readonly lines: readonly PaperLine[];
  readonly look: Look;
  /** Stays on the box's last line, whatever its height: where to sign. */
  readonly tail?: string;
}

/** A row of the sheet. */
export interface Strip {
  readonly pieces: readonly Piece[];
  /** Points, at least. */
  readonly least: number;
  /** Points it can do with where the page is short of room; absent: as much as its lines take where it grows. */
  readonly close?: number;
  /** Its share of what a page has left. */
  readonly grows: number;
  /** May go on on the next page, line by line. */
  readonly splits: boolean;
  /** Never the last on a page. */
  readonly leads: boolean;
  /** Goes on overleaf where the card's own page has no room for it. */
  readonly spills: boolean;
}

export const linesIn = ({ lines, tail }: Piece): number => lines.length + (tail === undefined ? 0 : 1);

const few = 6;

/** Points. */
export const heightOfLines = (count: number, fontSize: number = fontSizeOfCards): number =>
  Math.ceil((count * (count > few ? manyLinesHeight : lineHeight) * fontSize) / fontSizeOfCards + 4);

const heightOfPiece = (piece: Piece): number => heightOfLines(linesIn(piece), piece.look.fontSize);

/** How many lines are sure to fit into so many points. */
export const linesThatFit = (points: number): number => Math.floor((points - 4) / manyLinesHeight);

/** Points. One line takes the form's own height. */
export const heightOf = ({ pieces: all, least }: Strip): number => {
  const pieces = all.filter(({ down }) => down === undefined);
  const most = Math.max(0, ...pieces.map(linesIn));
  return most <= 1 ? least : Math.max(least, ...pieces.map(heightOfPiece));
};

export const strip = (pieces: readonly Piece[], least: number, more: Partial<Strip> = {}): Strip => ({
  pieces,
  least,
  grows: 0,
  splits: false,
  leads: false,
  spills: false,
  ...more,
});

/** The first `count` lines, and the rest. Both flow as wide as their box turns out, as what is not cut does. */
export const cutStrip = (whole: Strip, count: number): readonly [Strip, Strip] => {
  const part = (from: number, to: number | undefined, last: boolean): Strip => ({
    ...whole,
    least: last ? heightOfLines(1) : whole.least,
    leads: false,
    pieces: whole.pieces.map(({ tail, ...piece }) => ({
      ...piece,
      lines: piece.lines.slice(from, to),
      ...(last && tail !== undefined && { tail }),
    })),
  });
  return [{ ...part(0, count, false), least: 0, grows: 0 }, part(count, undefined, true)];
};

export const fullWidth = cardColumns;
