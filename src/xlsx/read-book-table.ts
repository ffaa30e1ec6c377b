import { type Area, areaAddress, parseArea } from "../book/address";
import type { Cell, Table, TableColumn } from "../book/book";
import { toShownFormula } from "../book/structured";
import type { LostNotes } from "./lost";
import type { PlacedRow } from "./read-blocks";
import { unescapeExcel } from "./xml-bytes";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, withinOf, type XmlElement } from "./xml-tree";

export interface PlacedTable {
  readonly table: Table;
  readonly area: Area;
}

/** A table's own part; nothing where a `Book` cannot hold it: it has no header, or no row of data. */
export const bookTable = (part: XmlElement, sheet: string, lost: LostNotes): PlacedTable | undefined => {
  const whole = parseArea(part.attribute("ref") ?? "");
  const columns = childrenOf(childOf(part, "tableColumns"), "tableColumn");
  const totals = Number(part.attribute("totalsRowCount") ?? 0);
  const name = unescapeExcel(part.attribute("displayName") ?? part.attribute("name") ?? "");
  const area = whole && { ...whole, bottom: whole.bottom - totals };
  const fits = area && area.bottom > area.top && area.right - area.left + 1 === columns.length;
  if (!area || !fits || name === "" || part.attribute("headerRowCount") === "0") {
    lost.note("tables", sheet);
    return undefined;
  }
  if (totals > 0) lost.note("totalsRows", sheet);
  lost.note("filters", sheet, withinOf(part, "filterColumn").length);
  const style = childOf(part, "tableStyleInfo");
  const table: Table = {
    name,
    range: areaAddress(area),
    columns: columns.map((column): TableColumn => {
      const formula = childOf(column, "calculatedColumnFormula")?.text ?? "";
      const plain = { name: unescapeExcel(column.attribute("name") ?? "") };
      return formula === "" ? plain : { ...plain, formula: toShownFormula(`=${formula}`, name) };
    }),
    style: style?.attribute("name") ?? "",
    bandedRows: isTrue(style?.attribute("showRowStripes")),
    filterButtons: childOf(part, "autoFilter") !== undefined,
  };
  return { table, area };
};

const isFormula = (cell: Cell | undefined): cell is Exclude<Cell, string | number | boolean | null> =>
  typeof cell === "object" && cell !== null;

/**
 * LibreOffice saves no formula with a table's column, only the cells': where all of them hold the same, it is the
 * column's.
 */
export const withCellsFormulas = ({ table, area }: PlacedTable, rows: readonly PlacedRow[]): Table => {
  const formulas = new Map<number, string | undefined>();
  for (const { row, cells } of rows) {
    if (row <= area.top || row > area.bottom) continue;
    for (const { column, cell } of cells) {
      if (column < area.left || column > area.right) continue;
      const formula = isFormula(cell) ? cell.formula : undefined;
      const known = formulas.has(column) ? formulas.get(column) : formula;
      formulas.set(column, known === formula ? formula : undefined);
    }
  }
  const columns = table.columns.map((column, i) => {
    const formula = column.formula ?? formulas.get(area.left + i);
    return formula === undefined ? column : { ...column, formula };
  });
  return { ...table, columns };
};

/** Rows whose header cells say what their table's columns are called: a file may say it otherwise, a `Book` not. */
export const withHeaders = (
  rows: readonly PlacedRow[],
  tables: readonly PlacedTable[],
): readonly PlacedRow[] => {
  if (tables.length === 0) return rows;
  const headers = new Map<number, Map<number, string>>();
  for (const { table, area } of tables) {
    const texts = headers.get(area.top) ?? new Map<number, string>();
    table.columns.forEach(({ name }, i) => texts.set(area.left + i, name));
    headers.set(area.top, texts);
  }
  const seen = new Set(rows.map(({ row }) => row));
  const missing = [...headers.keys()].filter((row) => !seen.has(row)).map((row) => ({ row, cells: [] }));
  const all = missing.length === 0 ? rows : [...rows, ...missing].sort((a, b) => a.row - b.row);
  return all.map((placed) => {
    const texts = headers.get(placed.row);
    if (!texts) return placed;
    const kept = placed.cells.filter(({ column }) => !texts.has(column));
    const cells = [...kept, ...[...texts].map(([column, cell]) => ({ column, cell }))];
    return { row: placed.row, cells: cells.sort((a, b) => a.column - b.column) };
  });
};
