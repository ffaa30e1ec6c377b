import { type Area, columnLetters, parseArea } from "../book/address";
import type { Block, Cell, Formula, RowSize, Sheet, Value } from "../book/book";
import type { Band, Stretch } from "./write-looks";
import { formulaSpeller } from "./write-table";
import { attributes, xmlText } from "./xml-text";

/** Where the sheets' texts meet: each text once, by its index. */
export interface SharedStrings {
  indexOf(text: string): number;
  /** Nothing where the text is not among them yet. */
  find(text: string): number | undefined;
  /** All texts, in order of index. */
  texts(): Iterable<string>;
  count(): number;
}

/** Excel's limit; a longer text makes it repair the file. */
export const longestText = 32_767;

export const tooLongText = (text: string): Error => new Error(`text of ${text.length} characters`);

export const createSharedStrings = (): SharedStrings => {
  const places = new Map<string, number>();
  return {
    indexOf: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      if (text.length > longestText) throw tooLongText(text);
      places.set(text, places.size);
      return places.size - 1;
    },
    find: (text) => places.get(text),
    texts: () => places.keys(),
    count: () => places.size,
  };
};

export interface CellContext {
  readonly strings: SharedStrings;
  /** The same style for text that begins like a formula. */
  asTyped(stretch: Stretch): number;
}

const isFormula = (cell: Cell): cell is Formula => typeof cell === "object" && cell !== null;
export const likeFormula = /^[=+\-@]/u;
export const errorTexts = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

export const numberXml = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`no number: ${value}`);
  return `<v>${value}</v>`;
};

const resultXml = (value: Value | undefined): readonly [type: string, xml: string] => {
  if (value === undefined || value === null) return ["", ""];
  if (typeof value === "number") return ["", numberXml(value)];
  if (typeof value === "boolean") return [' t="b"', `<v>${Number(value)}</v>`];
  return errorTexts.has(value) ? [' t="e"', `<v>${value}</v>`] : [' t="str"', `<v>${xmlText(value)}</v>`];
};

interface PlacedBlock {
  readonly area: Area;
  readonly rows: Block["rows"];
}

/** The block with its area. @throws where its address is none or its rows differ in length. */
export const placeBlock = (block: Block): PlacedBlock => {
  const at = parseArea(block.at);
  const width = block.rows[0]?.length ?? 0;
  if (!at || at.top !== at.bottom || block.rows.some((row) => row.length !== width))
    throw new Error(`block at ${block.at}: ${at ? "rows of different lengths" : "no address"}`);
  const { top, left } = at;
  return {
    area: { top, left, bottom: top + block.rows.length - 1, right: left + width - 1 },
    rows: block.rows,
  };
};

/** A band's stretches cut along the columns' own styles. */
interface Piece extends Stretch {
  /** Cells must be written even where empty, since neither row nor column says this look. */
  readonly explicit: boolean;
}

interface RowPlan {
  readonly style: number;
  readonly pieces: readonly Piece[];
  readonly mustWrite: boolean;
}

/** The look of rows to come is the columns' look. */
export const columnStretches = (bands: readonly Band[]): readonly Stretch[] => bands.at(-1)?.stretches ?? [];

const planRow = (band: Band, columns: readonly Stretch[]): RowPlan => {
  const last = band.stretches.at(-1)?.id ?? 0;
  const ownStyle = last !== (columns.at(-1)?.id ?? 0);
  const pieces: Piece[] = [];
  for (const stretch of band.stretches)
    for (const column of columns) {
      const from = Math.max(stretch.from, column.from);
      const to = Math.min(stretch.to, column.to);
      if (from <= to)
        pieces.push({ ...stretch, from, to, explicit: stretch.id !== (ownStyle ? last : column.id) });
    }
  return {
    style: ownStyle ? last : 0,
    pieces,
    mustWrite: ownStyle || pieces.some((piece) => piece.explicit),
  };
};

/** Rows of `sheetData` in pieces of some ten thousand characters. */
export function* rowsXml(sheet: Sheet, bands: readonly Band[], context: CellContext): Generator<string> {
  const blocks = sheet.blocks
    .map(placeBlock)
    .sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  const tables = sheet.tables.map(({ name, range }) => ({ name, area: parseArea(range) }));
  const sizes = new Map(
    sheet.rows.filter(({ height, hidden }) => height !== undefined || hidden).map((size) => [size.row, size]),
  );
  const columns = columnStretches(bands);
  const letters: string[] = [];
  const spelled = formulaSpeller();

  const tableAt = (row: number, column: number): string | undefined =>
    tables.find(
      ({ area }) =>
        area && row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
    )?.name;

  const formulaOf = (formula: string, row: number, column: number): string =>
    spelled(formula, tableAt(row, column));

  const cellXml = (row: number, column: number, cell: Cell, stretch: Stretch, blank: boolean): string => {
    if (cell === null && !blank) return "";
    const id = typeof cell === "string" && likeFormula.test(cell) ? context.asTyped(stretch) : stretch.id;
    const head = `<c r="${(letters[column] ??= columnLetters(column))}${row + 1}"${id === 0 ? "" : ` s="${id}"`}`;
    if (cell === null) return `${head}/>`;
    if (typeof cell === "string") return `${head} t="s"><v>${context.strings.indexOf(cell)}</v></c>`;
    if (typeof cell === "number") return `${head}>${numberXml(cell)}</c>`;
    if (!isFormula(cell)) return `${head} t="b"><v>${Number(cell)}</v></c>`;
    const [type, result] = resultXml(cell.value);
    return `${head}${type}><f>${formulaOf(cell.formula, row, column)}</f>${result}</c>`;
  };

  const rowXml = (row: number, plan: RowPlan, active: readonly PlacedBlock[], size?: RowSize): string => {
    let cells = "";
    for (const piece of plan.pieces) {
      let next = piece.from;
      const blanksUpTo = (end: number): void => {
        if (piece.explicit) for (; next < end; next++) cells += cellXml(row, next, null, piece, true);
      };
      for (const { area, rows } of active) {
        const values = rows[row - area.top] ?? [];
        const end = Math.min(area.right, piece.to);
        const start = Math.max(area.left, piece.from);
        if (start > end) continue;
        blanksUpTo(start);
        for (let column = start; column <= end; column++)
          cells += cellXml(row, column, values[column - area.left] ?? null, piece, piece.explicit);
        next = end + 1;
      }
      blanksUpTo(piece.to + 1);
    }
    if (cells === "" && plan.style === 0 && !size) return "";
    const head = attributes({
      r: row + 1,
      s: plan.style || undefined,
      customFormat: plan.style > 0 || undefined,
      ht: size?.height,
      hidden: size?.hidden || undefined,
      customHeight: size?.height !== undefined || undefined,
    });
    return cells === "" ? `<row${head}/>` : `<row${head}>${cells}</row>`;
  };

  const plans = bands.map((band) => planRow(band, columns));
  // What the last band says is said by the columns.
  const lastRow = Math.max(
    -1,
    ...blocks.map(({ area }) => area.bottom),
    ...sheet.rows.map(({ row }) => row),
    ...bands
      .slice(0, -1)
      .filter((_, i) => plans[i]?.mustWrite)
      .map(({ bottom }) => bottom),
  );
  let xml = "";
  let bandIndex = 0;
  let nextBlock = 0;
  let active: PlacedBlock[] = [];
  for (let row = 0; row <= lastRow; row++) {
    while ((bands[bandIndex]?.bottom ?? row) < row) bandIndex++;
    const plan = plans[bandIndex];
    if (!plan) throw new Error(`row ${row + 1} lies outside the sheet`);
    if (active.some(({ area }) => area.bottom < row))
      active = active.filter(({ area }) => area.bottom >= row);
    const before = nextBlock;
    for (let block = blocks[nextBlock]; block && block.area.top <= row; block = blocks[++nextBlock])
      active.push(block);
    if (nextBlock > before) active.sort((a, b) => a.area.left - b.area.left);
    const size = sizes.get(row);
    if (!plan.mustWrite && !size && active.length === 0) continue;
    xml += rowXml(row, plan, active, size);
    if (xml.length > 50_000) {
      yield xml;
      xml = "";
    }
  }
  if (xml !== "") yield xml;
}
