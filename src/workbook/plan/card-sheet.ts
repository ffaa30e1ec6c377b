/** Strips of paper put on pages, and the pages on a sheet that is ready to print. */
import { areaAddress } from "../../book/address";
import type { Cell, Look, Print, RangeLook, Sheet } from "../../book/book";
import {
  heightOfLines,
  linesIn,
  linesThatFit,
  type Piece,
  type Strip,
  cutStrip,
  heightOf,
  columnWidth,
  type Lie,
  upright,
  tallestRow,
  black,
} from "./card-page";
import { lineHeight } from "./card-measure";
import { textOfPiece } from "./card-strips";

/** One card, or one cover: begins on a page of its own. */
export interface Leaf {
  readonly strips: readonly Strip[];
  /** On top of its second page and those after it. */
  readonly again: readonly Strip[];
}

interface Row {
  readonly strip: Strip;
  readonly height: number;
}

type Page = readonly Row[];

const linesOf = ({ pieces }: Strip): number => Math.max(0, ...pieces.map(({ lines }) => lines.length));

/** What is left of a page goes to the boxes people write in. */
const spread = (rows: Page, pageHeight: number): Page => {
  const left = pageHeight - rows.reduce((sum, { height }) => sum + height, 0);
  const shares = rows.reduce((sum, { strip }) => sum + strip.grows, 0);
  if (left <= 0 || shares === 0) return rows;
  return rows.map((row) => ({
    ...row,
    height: Math.min(
      tallestRow,
      Math.max(row.height, row.height + Math.floor((left * row.strip.grows) / shares)),
    ),
  }));
};

const tallestLines = linesThatFit(tallestRow);

const total = (strips: readonly Strip[]): number => strips.reduce((sum, each) => sum + heightOf(each), 0);

/** Points. */
const closest = (each: Strip): number => {
  if (each.close !== undefined) return Math.min(each.least, each.close);
  if (each.grows === 0) return each.least;
  return Math.min(
    each.least,
    Math.max(...each.pieces.map((piece) => heightOfLines(Math.max(1, linesIn(piece)), piece.look.fontSize))),
  );
};

/** Room to write in, and the space round captions, give way before a card takes a second page: all in proportion. */
const squeezed = (strips: readonly Strip[], pageHeight: number): readonly Strip[] => {
  const whole = total(strips);
  if (whole <= pageHeight) return strips;
  const close = strips.map((each) => ({ ...each, least: closest(each) }));
  const least = total(close);
  if (least > pageHeight) return strips;
  const share = (pageHeight - least) / (whole - least);
  return strips.map((each, at) => {
    const from = close[at]?.least ?? each.least;
    return { ...each, least: from + Math.floor((each.least - from) * share) };
  });
};

/** Strips on pages: a talk that is too long goes on on the next, a heading never stands alone at the foot. */
const pagesOf = ({ strips: wanted, again }: Leaf, pageHeight: number): readonly Page[] => {
  const strips = squeezed(wanted, pageHeight);
  const pages: Row[][] = [[]];
  let used = 0;
  const turn = (): void => {
    const leading: Row[] = [];
    const page = pages.at(-1) ?? [];
    while (page.length > 1 && page.at(-1)?.strip.leads === true) leading.unshift(...page.splice(-1));
    const top = again.map((strip) => ({ strip, height: heightOf(strip) }));
    pages.push([...top, ...leading]);
    used = [...top, ...leading].reduce((sum, { height }) => sum + height, 0);
  };
  const put = (each: Strip): void => {
    pages.at(-1)?.push({ strip: each, height: heightOf(each) });
    used += heightOf(each);
  };
  for (const each of strips) {
    let rest: Strip | undefined = each;
    while (rest !== undefined) {
      const height = heightOf(rest);
      if (height <= Math.min(pageHeight - used, tallestRow)) {
        put(rest);
        rest = undefined;
        continue;
      }
      const fitting = Math.min(tallestLines, linesThatFit(pageHeight - used));
      const lines = linesOf(rest);
      const long = height > pageHeight / 4;
      if (rest.splits && long && fitting >= 3 && lines > fitting) {
        const [head, tail]: readonly [Strip, Strip] = cutStrip(rest, fitting);
        put(head);
        rest = tail;
      } else if (
        used > 0 &&
        pages.at(-1)?.some(({ strip }) => !strip.leads && !again.includes(strip)) === true
      )
        turn();
      else {
        put(rest);
        rest = undefined;
      }
    }
  }
  return pages.map((page, index) => (index === 0 && pages.length === 1 ? spread(page, pageHeight) : page));
};

export const fitsOnOnePage = (leaf: Leaf, { height }: Lie = upright): boolean =>
  pagesOf(leaf, height).length === 1;

const base = {
  fontName: "宋体",
  fontSize: 12,
  color: black,
  vertical: "center",
  wrap: true,
  numberFormat: "@",
} as const;

interface Placed extends Row {
  readonly row: number;
}

/** Equal looks in the same columns of rows that follow each other are one range. */
const looksOf = (rows: readonly Placed[]): readonly RangeLook[] => {
  const names = new Map<Look, string>();
  const nameOf = (look: Look): string => {
    const known = names.get(look);
    if (known !== undefined) return known;
    const made = JSON.stringify(look);
    names.set(look, made);
    return made;
  };
  const open = new Map<string, { readonly top: number; bottom: number; readonly piece: Piece }>();
  const done: RangeLook[] = [];
  const close = (key: string): void => {
    const found = open.get(key);
    if (found === undefined) return;
    const { left, width, look } = found.piece;
    done.push({
      range: areaAddress({ top: found.top, bottom: found.bottom, left, right: left + width - 1 }),
      look,
    });
    open.delete(key);
  };
  for (const { row, strip } of rows) {
    for (const piece of strip.pieces) {
      if (Object.keys(piece.look).length === 0) continue;
      const key = `${piece.left} ${piece.width} ${nameOf(piece.look)}`;
      const found = open.get(key);
      const bottom = row + (piece.down ?? 1) - 1;
      if (found?.bottom === row - 1) found.bottom = bottom;
      else {
        close(key);
        open.set(key, { top: row, bottom, piece });
      }
    }
  }
  for (const key of [...open.keys()]) close(key);
  return done;
};

export interface SheetWords extends Pick<Print, "leftFooter" | "rightHeader"> {
  readonly name: string;
}

/** Excel keeps 1,026 page breaks on a sheet. https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const mostPages = 1000;

/** Every leaf on pages of its own, on as many sheets as Excel needs for them: nearly always one. */
export const sheetsOfLeaves = (
  leaves: readonly Leaf[],
  { name, ...words }: SheetWords,
  lie: Lie = upright,
): readonly Sheet[] => {
  const pages = leaves.flatMap((leaf) => pagesOf(leaf, lie.height));
  const sheets: Sheet[] = [];
  for (let from = 0; from < pages.length; from += mostPages) {
    const part = sheets.length === 0 ? name : `${name}（${sheets.length + 1}）`;
    sheets.push(sheetOfPages(pages.slice(from, from + mostPages), { ...words, name: part }, lie));
  }
  return sheets;
};

const sheetOfPages = (pages: readonly Page[], { name, ...words }: SheetWords, lie: Lie): Sheet => {
  const rows: Placed[] = [];
  const pageBreaks: number[] = [];
  for (const page of pages) {
    if (rows.length > 0) pageBreaks.push(rows.length);
    for (const each of page) rows.push({ ...each, row: rows.length });
  }
  const cells = rows.map(({ strip, height }): readonly Cell[] => {
    const line = new Array<Cell>(lie.columns).fill(null);
    for (const piece of strip.pieces) {
      const text = textOfPiece(piece, height, lineHeight);
      if (text !== "") line[piece.left] = text;
    }
    return line;
  });
  const right = lie.columns - 1;
  return {
    name,
    visibility: "visible",
    showGridlines: false,
    blocks: [{ at: "A1", rows: cells }],
    looks: [
      { range: areaAddress({ top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right }), look: base },
      ...looksOf(rows),
    ],
    columns: Array.from({ length: lie.columns }, (_, column) => ({
      column,
      width: lie.widths?.[column] ?? columnWidth,
    })),
    rows: rows.map(({ row, height }) => ({ row, height })),
    merges: rows.flatMap(({ row, strip }) =>
      strip.pieces
        .filter(({ width, down = 1 }) => width > 1 || down > 1)
        .map(({ left, width, down = 1 }) =>
          areaAddress({ top: row, bottom: row + down - 1, left, right: left + width - 1 }),
        ),
    ),
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    print: {
      orientation: lie.orientation,
      paper: "A4",
      area: areaAddress({ top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right }),
      pageBreaks,
      margins: lie.margins,
      centerHorizontally: true,
      centerFooter: "第 &P 页，共 &N 页",
      ...words,
    },
  };
};
