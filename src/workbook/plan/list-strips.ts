/** Rows of a list on a sheet of paper that lies across: its head, its bands, its lines. */
import type { Look } from "../../book/book";
import { unitsOf, wrapped } from "./card-measure";
import { across, black, fontSizeOfCards, type Lie, type Piece, type Strip, strip } from "./card-page";

export const ruled: Look = { border: black };
const headLook: Look = { ...ruled, bold: true, horizontal: "center", fill: "#EFEFEF" };
export const bandLook: Look = { ...ruled, bold: true, horizontal: "left" };

/** What a list asks for a column; rooms in half-width characters. */
export interface Column {
  readonly caption: string;
  /** What the paper has above several captions side by side. */
  readonly over?: string;
  readonly room: number;
  /** Wider for what is written in it, up to this. */
  readonly most?: number;
  /** Narrower, down to this, before what is written where `share` is takes a second line. */
  readonly least?: number;
  /** Stays on one line, in smaller letters where it is longer than that. */
  readonly shrinks?: true;
  /** Takes what the page has left: by how much is written in each; on an empty form by these numbers. */
  readonly share?: number;
  readonly centred: boolean;
}

/** Pixels of a half-width character of 宋体 12, and what a cell keeps free beside its text. */
const character = 8;
const padding = 5;
/** Of a column so many characters wide: 8 each in a file, whose default is 宋体 11; 7 and 5 more through Office.js. */
const pixelsOf = (width: number): number => Math.min(8 * width, 7 * width + 5);
/** The width of a column that holds so many half-width characters: whole pixels, in the two places Excel keeps. */
const widthFor = (room: number): number => {
  const needed = character * room + padding;
  const live = Math.ceil(Math.max(needed, (needed * 7) / 8 + 5));
  return Math.round(((live - 5) / 7) * 100) / 100;
};
/** Characters across the page; LibreOffice takes 7 points for each where it has no 宋体. */
const pageWidth = (842 - across.margins.left - across.margins.right) / 7;

/** Half-width characters that fit across columns that are merged. */
const roomAcross = (columns: readonly Column[]): number =>
  Math.floor(
    (columns.reduce((sum, { room }) => sum + Math.floor(pixelsOf(widthFor(room))), 0) - padding) / character,
  );

const longest = (texts: readonly string[]): number =>
  texts.reduce(
    (most, text) => text.split("\n").reduce((found, line) => Math.max(found, unitsOf(line)), most),
    0,
  );

/** Half-width characters that the page has left beside columns of these rooms. */
const leftBeside = (rooms: readonly number[]): number =>
  Math.floor(((pageWidth - rooms.reduce((sum, room) => sum + widthFor(room), 0)) * 7) / character);

/** Rooms, once the columns that can have given what the texts of the others want: those that need their own least first. */
const given = (
  columns: readonly Column[],
  rooms: readonly number[],
  wide: readonly number[],
): readonly number[] => {
  const wanted = columns.reduce(
    (sum, { share }, at) =>
      share === undefined ? sum : sum + Math.max(0, (wide[at] ?? 0) - (rooms[at] ?? 0)),
    0,
  );
  const now = [...rooms];
  while (leftBeside(now) < wanted) {
    const [giver] = columns
      .map((column, at) => ({ ...column, at, spare: (now[at] ?? 0) - (wide[at] ?? 0) }))
      .filter(({ least, at }) => least !== undefined && (now[at] ?? 0) > least)
      .sort((a, b) => b.spare - a.spare);
    if (giver === undefined) break;
    now[giver.at] = (now[giver.at] ?? 0) - 1;
  }
  return now;
};

/** The columns as wide as what is written in them lets them be; together the page's width. */
export const fitted = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly Column[] => {
  const wide = columns.map((_, at) => longest(rows.map((texts) => texts[at] ?? "")));
  const written = given(
    columns,
    columns.map(({ room, most }, at) =>
      most === undefined ? room : Math.min(most, Math.max(room, wide[at] ?? 0)),
    ),
    wide,
  );
  const left = Math.max(0, leftBeside(written));
  const amounts = columns.map(({ share }, at) =>
    share === undefined ? 0 : rows.reduce((sum, texts) => sum + unitsOf(texts[at] ?? ""), 0),
  );
  const any = amounts.some((amount) => amount > 0);
  const weights = columns.map(({ share = 0 }, at) => (any ? (amounts[at] ?? 0) : share));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return columns.map((column, at) => ({
    ...column,
    room: (written[at] ?? column.room) + (all === 0 ? 0 : Math.floor((left * (weights[at] ?? 0)) / all)),
  }));
};

/** The paper a list's columns are laid out on. */
export const lieOf = (columns: readonly Column[]): Lie => ({
  ...across,
  columns: columns.length,
  widths: columns.map(({ room }) => widthFor(room)),
});

/** Points: smaller letters than these are hard to read on a wall. */
const smallestLetters = 8;

/** On one line where letters that can be read have room there. */
const onOneLine = (text: string, room: number): Pick<Piece, "lines" | "look"> | undefined => {
  const fits = Math.min(fontSizeOfCards, Math.floor((2 * fontSizeOfCards * room) / unitsOf(text)) / 2);
  if (text === "" || text.includes("\n") || fits < smallestLetters) return undefined;
  return {
    lines: [{ text, ends: true }],
    look: { wrap: false, ...(fits < fontSizeOfCards && { fontSize: fits }) },
  };
};

export const rowStrip = (
  columns: readonly Column[],
  texts: readonly string[],
  height: number,
  look?: Look,
): Strip =>
  strip(
    columns.map(({ room, centred, shrinks }, left): Piece => {
      const text = texts[left] ?? "";
      const line = shrinks ? onOneLine(text, room) : undefined;
      return {
        left,
        width: 1,
        lines: line?.lines ?? wrapped(text, room),
        look: look ?? { ...ruled, horizontal: centred ? "center" : "left", ...line?.look },
      };
    }),
    height,
    { splits: true },
  );

/** One box across columns side by side. */
export const acrossPiece = (
  columns: readonly Column[],
  [from, to]: readonly [from: number, to: number],
  text: string,
  look: Look,
): Piece => ({
  left: from,
  width: to - from,
  lines: wrapped(text, roomAcross(columns.slice(from, to))),
  look,
});

export const wide = (columns: readonly Column[], text: string, look: Look, height: number): Strip =>
  strip([acrossPiece(columns, [0, columns.length], text, look)], height, { leads: true });

/** The captions; two rows where the paper has a caption over captions, which the others reach across. */
export const heads = (columns: readonly Column[], height: number): readonly Strip[] => {
  const captions = columns.map(({ caption }) => caption);
  const whole = { ...rowStrip(columns, captions, height, headLook), splits: false, leads: true };
  if (columns.every(({ over }) => over === undefined)) return [whole];
  const upper = whole.pieces.flatMap((piece, at): readonly Piece[] => {
    const over = columns[at]?.over;
    if (over === undefined) return [{ ...piece, down: 2 }];
    if (columns[at - 1]?.over === over) return [];
    let to = at;
    while (columns[to]?.over === over) to++;
    return [acrossPiece(columns, [at, to], over, headLook)];
  });
  const lower = whole.pieces.filter((_, at) => columns[at]?.over !== undefined);
  const half = height / 2;
  return [
    { ...whole, pieces: upper, least: half },
    { ...whole, pieces: lower, least: half },
  ];
};

export const note = (columns: readonly Column[], text: string): Strip =>
  strip(
    [
      {
        left: 0,
        width: columns.length,
        lines: wrapped(text, Math.floor(roomAcross(columns) * 1.2)),
        look: { fontSize: 10, horizontal: "left" },
      },
    ],
    20,
  );
