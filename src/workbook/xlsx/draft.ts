/** A `Book` being repaired (R14): sheets are opened cell by cell only where cells change. */
import { parseArea } from "../../book/address";
import type { Block, Book, Cell, DefinedName, Formula, Sheet } from "../../book/book";
import { blocksOf, type PlacedRow } from "../../xlsx/read-blocks";

/** Rows and columns from 0; what is not there is empty. */
type Grid = Cell[][];

export interface DraftSheet {
  /** All but its cells, where these are open. */
  sheet: Sheet;
  grid: Grid | undefined;
}

export interface Draft {
  sheets: DraftSheet[];
  names: readonly DefinedName[];
}

export const isFormula = (cell: Cell | undefined): cell is Formula =>
  typeof cell === "object" && cell !== null;

export const draftOf = ({ sheets, names }: Book): Draft => ({
  sheets: sheets.map((sheet) => ({ sheet, grid: undefined })),
  names,
});

const gridOf = (blocks: readonly Block[]): Grid => {
  const grid: Grid = [];
  for (const { at, rows } of blocks) {
    const area = parseArea(at);
    if (area === undefined) continue;
    rows.forEach((cells, down) => {
      const line = (grid[area.top + down] ??= []);
      cells.forEach((cell, across) => {
        if (cell !== null) line[area.left + across] = cell;
      });
    });
  }
  return grid;
};

const placedRows = function* (grid: Grid): Generator<PlacedRow> {
  for (const [row, line] of sparse(grid)) {
    const cells = sparse(line)
      .filter(([, cell]) => cell !== null)
      .map(([column, cell]) => ({ column, cell }));
    if (cells.length > 0) yield { row, cells };
  }
};

/** What is there, by place. A sheet may have one cell at its far end. */
export const sparse = <T>(items: readonly T[]): readonly (readonly [number, T])[] => {
  const there: (readonly [number, T])[] = [];
  items.forEach((item, at) => there.push([at, item]));
  return there;
};

export const openGrid = (draft: DraftSheet): Grid => (draft.grid ??= gridOf(draft.sheet.blocks));

const sheetOf = ({ sheet, grid }: DraftSheet): Sheet =>
  grid === undefined ? sheet : { ...sheet, blocks: blocksOf(placedRows(grid)) };

export const bookOf = ({ sheets, names }: Draft): Book => ({ sheets: sheets.map(sheetOf), names });

export const cellAt = (draft: DraftSheet, row: number, column: number): Cell =>
  openGrid(draft)[row]?.[column] ?? null;

/** What a cell says, a formula by its result. */
export const textAt = (draft: DraftSheet, row: number, column: number): string => {
  const cell = cellAt(draft, row, column);
  return String((isFormula(cell) ? cell.value : cell) ?? "");
};

export const setCell = (draft: DraftSheet, row: number, column: number, cell: Cell): void => {
  const line = (openGrid(draft)[row] ??= []);
  if (cell === null) Reflect.deleteProperty(line, column);
  else line[column] = cell;
};

/** Parts of a sheet beside its cells. */
export const amend = (draft: DraftSheet, parts: Partial<Omit<Sheet, "blocks">>): void => {
  draft.sheet = { ...draft.sheet, ...parts };
};

/** Every formula of the sheet's cells; `change` is asked once for equal ones of a table. */
export const changeFormulas = (
  draft: DraftSheet,
  change: (formula: string, table: string | undefined) => string,
): void => {
  const tables = draft.sheet.tables.flatMap(({ name, range }) => {
    const area = parseArea(range);
    return area ? [{ name, area }] : [];
  });
  const known = new Map<string | undefined, Map<string, string>>();
  const changed = (cell: Cell, row: number, column: number): Cell => {
    if (!isFormula(cell)) return cell;
    const table = tables.find(
      ({ area }) => row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
    )?.name;
    let own = known.get(table);
    if (own === undefined) known.set(table, (own = new Map<string, string>()));
    let formula = own.get(cell.formula);
    if (formula === undefined) own.set(cell.formula, (formula = change(cell.formula, table)));
    return formula === cell.formula ? cell : { ...cell, formula };
  };
  const { grid } = draft;
  if (grid !== undefined) {
    grid.forEach((line, row) => {
      line.forEach((cell, column) => {
        line[column] = changed(cell, row, column);
      });
    });
    return;
  }
  const blocks = draft.sheet.blocks.map((block): Block => {
    const area = parseArea(block.at);
    if (area === undefined) return block;
    const rows = block.rows.map((cells, down) => {
      const now = cells.map((cell, across) => changed(cell, area.top + down, area.left + across));
      return now.every((cell, at) => cell === cells[at]) ? cells : now;
    });
    return { ...block, rows };
  });
  draft.sheet = { ...draft.sheet, blocks };
};
