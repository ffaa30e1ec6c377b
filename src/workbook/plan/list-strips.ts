/** Rows of a list on a sheet of paper that lies across: its head, its bands, its lines. */
import type { Look } from "../../book/book";
import { wrapped } from "./card-measure";
import { across, black, type Piece, roomIn, type Strip, strip } from "./card-page";

export const ruled: Look = { border: black };
export const headLook: Look = { ...ruled, bold: true, horizontal: "center", fill: "#EFEFEF" };
export const bandLook: Look = { ...ruled, bold: true, horizontal: "left" };

export interface Column {
  readonly caption: string;
  readonly width: number;
  readonly centred: boolean;
}

export const rowStrip = (
  columns: readonly Column[],
  texts: readonly string[],
  height: number,
  look?: Look,
): Strip => {
  let left = 0;
  const pieces = columns.map(({ width, centred }, index): Piece => {
    const piece: Piece = {
      left,
      width,
      lines: wrapped(texts[index] ?? "", roomIn(width)),
      look: look ?? { ...ruled, horizontal: centred ? "center" : "left" },
    };
    left += width;
    return piece;
  });
  return strip(pieces, height, { splits: true });
};

export const wide = (text: string, look: Look, height: number): Strip =>
  strip([{ left: 0, width: across.columns, lines: wrapped(text, roomIn(across.columns)), look }], height, {
    leads: true,
  });

export const heads = (columns: readonly Column[], height: number): Strip => ({
  ...rowStrip(
    columns,
    columns.map(({ caption }) => caption),
    height,
    headLook,
  ),
  splits: false,
  leads: true,
});

export const note = (text: string): Strip =>
  strip(
    [
      {
        left: 0,
        width: across.columns,
        lines: wrapped(text, Math.floor(roomIn(across.columns) * 1.2)),
        look: { fontSize: 10, horizontal: "left" },
      },
    ],
    20,
  );
