import type { TableColumnState, TableState } from "./workbook";

/** "Column1" … in an English Excel; assumed for all. A name taken already gets a number behind it. */
export const freeColumnName = (taken: readonly string[], wanted: string): string => {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (wanted !== "" && !used.has(wanted.toLowerCase())) return wanted;
  const stem = wanted === "" ? "Column" : wanted;
  for (let number = wanted === "" ? 1 : 2; ; number++)
    if (!used.has(`${stem}${number}`.toLowerCase())) return `${stem}${number}`;
};

let lastId = 0;

/** A column of its own id; it is not part of the table yet. */
export const columnNamed = (name: string): TableColumnState => ({
  id: ++lastId,
  name,
  formula: undefined,
  filter: undefined,
});

export const newColumn = (table: TableState, wanted = ""): TableColumnState =>
  columnNamed(
    freeColumnName(
      table.columns.map((column) => column.name),
      wanted,
    ),
  );
