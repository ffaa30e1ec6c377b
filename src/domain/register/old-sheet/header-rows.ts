/** Where the tables of an old sheet have their captions: in one row or two, side by side, one under another. */
import { plain } from "../../kit/text";
import { isCaptionLike, isShortText } from "./caption-like";
import { type Beside, headerBeside } from "./header-beside";
import { isCaptionKnown, keysLikeCaption, keysOfCaption } from "./known-captions";
import { bareCaption } from "../match-headers";
import type { OldArea } from "./old-cells";
import type { OldGrid } from "./old-grid";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import { secondTableAt } from "./second-table";
import type { Span } from "./side-by-side";
import { withoutChoice } from "./tick-columns";

/** The captions of one table. */
export interface HeaderBlock extends OldArea {
  /** By column from `left`; two rows joined: "联系方式 手机". */
  readonly captions: readonly RawCell[];
  /** Of the whole row, by the sheet's column: what stands beside the table too. */
  readonly captionAt: (column: number) => RawCell;
  /** The columns in which its tables are the only ones. */
  readonly within: Span;
}

const isVertical = (area: OldArea | undefined, row: number): area is OldArea =>
  area?.top === row && area.bottom > row;

const textOf = (cell: RawCell): string => (cell === null ? "" : plain(String(cell)));

/** Likeness is for rows that look like captions and stand where headers stand; below, a record may be like one. */
const likenessUpTo = 40;

/** More captions that nobody knows are not looked at for what they are like. */
const mostLikened = 60;

/** What is known of captions: how many there are of them, and how many cells have one. */
interface Known {
  readonly distinct: number;
  readonly cells: number;
}

const knownOf = (captions: readonly RawCell[], withLikeness: boolean): Known => {
  const found = new Set<string>();
  let [cells, likened] = [0, 0];
  for (const caption of captions) {
    if (isEmptyCell(caption)) continue;
    const text = String(caption);
    if (!isCaptionKnown(text, false)) {
      if (!withLikeness || ++likened > mostLikened || !isCaptionKnown(text, true)) continue;
    }
    cells++;
    found.add(bareCaption(text));
  }
  return { distinct: found.size, cells };
};

const countKnown = (captions: readonly RawCell[], withLikeness: boolean): number =>
  knownOf(captions, withLikeness).distinct;

/** What stands over a column in the upper of two rows: its own, its merged area's, or the nearest at its left. */
const groupOver = (grid: OldGrid, row: number, column: number): RawCell => {
  const area = grid.areaAt(row, column);
  if (area !== undefined) return grid.at(area.top, area.left);
  for (let at = column; at >= 0; at--) {
    const cell = grid.at(row, at);
    if (!isEmptyCell(cell)) return at === column || grid.areaAt(row, at) === undefined ? cell : null;
  }
  return null;
};

const joined = (upper: RawCell, lower: RawCell): RawCell => {
  const [above, below] = [textOf(upper), textOf(lower)];
  if (below === "") return upper;
  return above === "" || above === below ? lower : `${above} ${below}`;
};

/**
 * Captions of `row` and the row below it, where the lower holds nothing but the parts of groups: "手机 | 固话" under
 * "联系方式". A record has something under a caption that stands alone.
 */
const pairFrom = (grid: OldGrid, row: number): readonly RawCell[] | undefined => {
  const lower = grid.filled(row + 1);
  const stands = (column: number): boolean =>
    isVertical(grid.areaAt(row, column), row) && grid.areaAt(row, column)?.left === column;
  const upper = grid.filled(row);
  const alone = upper.filter(stands);
  if (lower.length === 0) return alone.length > 0 ? rowCaptions(grid, row) : undefined;
  const lone = upper.filter((column) => isEmptyCell(grid.at(row + 1, column)));
  if (lone.length === 0 || upper.length < 2) return undefined;
  const isGroup = (column: number): boolean => {
    const area = grid.areaAt(row, column);
    if (area !== undefined) return area.right > area.left && area.bottom === row;
    return isEmptyCell(grid.at(row, column + 1)) && !isEmptyCell(grid.at(row + 1, column + 1));
  };
  // Under a caption merged over several columns stand its choices: 81–100, 1/1, 60以下.
  const isChoice = (column: number): boolean => {
    const area = grid.areaAt(row, column);
    return (
      area !== undefined &&
      area.right > area.left &&
      area.bottom === row &&
      isShortText(grid.at(row + 1, column))
    );
  };
  const isPart = (column: number): boolean => {
    if (isChoice(column)) return true;
    if (!isCaptionLike(grid.at(row + 1, column))) return false;
    if (!isEmptyCell(grid.at(row, column))) return isGroup(column);
    return !isEmptyCell(groupOver(grid, row, column));
  };
  if (!lower.every(isPart)) return undefined;
  const parts = new Set(lower);
  return Array.from({ length: grid.width }, (_, column) => {
    if (!parts.has(column)) return grid.at(row, column);
    return joined(groupOver(grid, row, column), grid.at(row + 1, column));
  });
};

const rowCaptions = (grid: OldGrid, row: number): readonly RawCell[] =>
  Array.from({ length: grid.width }, (_, column) => grid.at(row, column));

/** Bands over a whole header row, merged over some of its columns each; a title is one over (nearly) all. */
const hasBands = (grid: OldGrid, row: number, columns: readonly number[]): boolean => {
  if (row < 0 || grid.isBlank(row)) return false;
  const above = grid.filled(row);
  const ends = [...above, ...columns];
  const width = Math.max(...ends) - Math.min(...ends) + 1;
  if (above.length === 1 && above[0] === columns[0]) return false;
  return (
    above.every(
      (column) => isCaptionLike(grid.at(row, column)) && !/[:：]/u.test(String(grid.at(row, column))),
    ) &&
    above.some((column) => (grid.areaAt(row, column)?.right ?? column) > column) &&
    above.every((column) => {
      const area = grid.areaAt(row, column);
      if (area === undefined) return true;
      // Over a whole table that others stand beside: its title.
      const isWhole =
        isEmptyCell(grid.at(row + 1, area.left - 1)) && isEmptyCell(grid.at(row + 1, area.right + 1));
      return !isWhole && area.bottom === row && (area.right - area.left + 1) * 5 <= width * 3;
    })
  );
};

/** Captions of the row below the bands; one that nobody merged down stands alone in the upper row. */
const withBandsOver = (grid: OldGrid, row: number): readonly RawCell[] =>
  rowCaptions(grid, row).map((caption, column) => {
    const area = grid.areaAt(row - 1, column);
    const band = area === undefined ? grid.at(row - 1, column) : grid.at(area.top, area.left);
    if (!isEmptyCell(caption)) return joined(band, caption);
    return area === undefined ? band : caption;
  });

interface Found {
  readonly top: number;
  readonly bottom: number;
  readonly captions: readonly RawCell[];
}

/** No record says so many captions as they are. */
const surelyCaptions = 4;

/** The captions of a row of short text, or nothing: most records are told by their second number. */
const captionsAt = (
  grid: OldGrid,
  row: number,
): { readonly captions: readonly RawCell[]; readonly known: number; readonly cells: number } | undefined => {
  if (row >= grid.height || grid.isBlank(row)) return undefined;
  let strange = 0;
  for (const column of grid.filled(row)) if (!isCaptionLike(grid.at(row, column))) strange++;
  if (strange > 1 && row >= likenessUpTo) return undefined;
  const captions = rowCaptions(grid, row);
  const { distinct: known, cells } = knownOf(captions, strange <= 1 && row < likenessUpTo);
  // Digits may slip in among many known captions: 1/1, 61-80.
  return known === 0 || (strange > 0 && known < surelyCaptions) ? undefined : { captions, known, cells };
};

const headerAt = (grid: OldGrid, row: number): Found | undefined => {
  const here = captionsAt(grid, row);
  if (here === undefined) return undefined;
  const { captions: single, known, cells } = here;
  const withLikeness = row < likenessUpTo;
  const next = captionsAt(grid, row + 1);
  const pair = row + 1 < grid.height ? pairFrom(grid, row) : undefined;
  // Bands may be named as blanks are ("客户" over 姓名, 性别), and captions stand beside them.
  if (next !== undefined && hasBands(grid, row, grid.filled(row + 1))) {
    const both = countKnown(withBandsOver(grid, row + 1), withLikeness);
    const saysMore = pair === undefined && countKnown(next.captions, false) >= 2 && both > known;
    if (next.known > known || saysMore) return undefined;
  }
  if (pair !== undefined && countKnown(pair.map(withoutChoice), withLikeness) >= Math.max(2, known - 1))
    return { top: row, bottom: row + 1, captions: pair };
  const columns = grid.filled(row);
  // Beside some known captions there may be any number of the register's own.
  const isEnough = cells * 4 >= columns.length || countKnown(single, false) >= surelyCaptions;
  if (known < 2 || !isEnough) return undefined;
  if (!hasBands(grid, row - 1, columns)) return { top: row, bottom: row, captions: single };
  return { top: row - 1, bottom: row, captions: withBandsOver(grid, row) };
};

const sampleRows = 50;

/** Columns in which nothing stands, caption or cell, down to the next header. */
const gapsOf = (grid: OldGrid, { bottom, captions }: Found): ReadonlySet<number> => {
  const gaps = new Set(captions.flatMap((caption, column) => (isEmptyCell(caption) ? [column] : [])));
  for (let row = bottom + 1; row <= Math.min(bottom + sampleRows, grid.height - 1); row++) {
    if (gaps.size === 0 || (captionsAt(grid, row)?.known ?? 0) >= 2) break;
    for (const column of grid.filled(row)) if (grid.areaAt(row, column) === undefined) gaps.delete(column);
  }
  return gaps;
};

const keysIn = (captions: readonly RawCell[], withLikeness: boolean): ReadonlySet<string> => {
  const keysOf = withLikeness ? keysLikeCaption : keysOfCaption;
  return new Set(captions.flatMap((caption) => (isEmptyCell(caption) ? [] : keysOf(String(caption)))));
};

/** Captions of a table beside another: some of them say what the other's do. */
export const saysAgain = (
  before: readonly RawCell[],
  own: readonly RawCell[],
  withLikeness: boolean,
): boolean => {
  if (countKnown(own, false) < 2) return false;
  const keys = keysIn(before, withLikeness);
  return [...keysIn(own, withLikeness)].some((key) => keys.has(key));
};

/** The very captions once more: 日期 姓名 电话 日期 姓名 电话. */
const repeatsAt = (captions: readonly RawCell[], [left, right]: Span): number | undefined => {
  const bare = captions.slice(left, right + 1).map((caption) => bareCaption(textOf(caption)));
  const again = bare.indexOf(bare[0] ?? "", 1);
  if (bare[0] === "" || again < 2 || bare.length < again * 2) return undefined;
  return bare.slice(0, again).every((caption, at) => caption === bare[again + at]) ? left + again : undefined;
};

/** Tables side by side: parted by an empty column, each with somebody's name or phone. */
const spansOf = (grid: OldGrid, found: Found): readonly Span[] => {
  const { captions } = found;
  const withLikeness = found.top < likenessUpTo;
  const gaps = gapsOf(grid, found);
  const spans: Span[] = [];
  let left: number | undefined;
  for (let column = 0; column <= grid.width; column++) {
    const ends = column === grid.width || gaps.has(column);
    if (!ends) left ??= column;
    else if (left !== undefined) {
      spans.push([left, column - 1]);
      left = undefined;
    }
  }
  const joinedSpans: Span[] = [];
  for (const span of spans) {
    const last = joinedSpans.at(-1);
    const own = captions.slice(span[0], span[1] + 1);
    if (last === undefined || saysAgain(captions.slice(last[0], last[1] + 1), own, withLikeness))
      joinedSpans.push(span);
    else joinedSpans[joinedSpans.length - 1] = [last[0], span[1]];
  }
  return joinedSpans.flatMap((span) => {
    const parts: Span[] = [];
    let [start] = span;
    for (;;) {
      const rest = [start, span[1]] as const;
      const at = repeatsAt(captions, rest) ?? secondTableAt(captions, rest);
      if (at === undefined) return [...parts, rest];
      parts.push([start, at - 1]);
      start = at;
    }
  });
};

/** As if nothing stood in the row outside these columns. */
const rowWithin = (grid: OldGrid, row: number, [low, high]: Span): Found => ({
  top: row,
  bottom: row,
  captions: rowCaptions(grid, row).map((caption, column) => (column < low || column > high ? null : caption)),
});

/** Parts the sheet between a header and the table that has a record beside it; the columns that are the header's. */
const partFor = (blocks: HeaderBlock[], { span: [low, high], of }: Beside, width: number): Span => {
  const table = blocks[of];
  if (table === undefined) return [0, width - 1];
  const isLeft = table.left < low;
  const [left, right] = isLeft
    ? [table.left, Math.min(table.right, low - 1)]
    : [Math.max(table.left, high + 1), table.right];
  blocks[of] = {
    ...table,
    left,
    right,
    captions: table.captions.slice(left - table.left, right - table.left + 1),
    within: isLeft ? [table.within[0], low - 1] : [high + 1, table.within[1]],
  };
  return isLeft ? [low, width - 1] : [0, high];
};

/** Every header from the top down, those repeated on later printed pages too. */
export const headersIn = (grid: OldGrid): readonly HeaderBlock[] => {
  const blocks: HeaderBlock[] = [];
  const whole: Span = [0, grid.width - 1];
  for (let row = 0; row < grid.height; row++) {
    const beside = blocks.length === 0 ? undefined : headerBeside(grid, row, blocks);
    const found = beside === undefined ? headerAt(grid, row) : rowWithin(grid, row, beside.span);
    if (found === undefined) continue;
    const reach = beside === undefined ? whole : partFor(blocks, beside, grid.width);
    for (const span of spansOf(grid, found)) {
      const captioned = found.captions.flatMap((caption, at) => (isEmptyCell(caption) ? [] : [at]));
      const within = captioned.filter((at) => at >= span[0] && at <= span[1]);
      const [left = span[0], right = span[1]] = [within[0], within.at(-1)];
      const captions = found.captions.slice(left, right + 1);
      if (countKnown(captions, found.top < likenessUpTo) >= 2)
        blocks.push({
          top: found.top,
          bottom: found.bottom,
          left,
          right,
          captions,
          captionAt: (column) => found.captions[column] ?? null,
          within: reach,
        });
    }
    row = found.bottom;
  }
  return blocks;
};
