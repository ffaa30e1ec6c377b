/** 收编: words on cells go with the record they stand on; what stands on none is said. */
import type { OldCells, OldComment, OldTable, SetAside } from "./old-cells";
import { columnName } from "./old-own";

type Placed = Omit<OldComment, "row">;

const push = <Key, Value>(into: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
};

/** The table's column of a sheet's; nothing beside it. */
const columnIn = ({ firstColumn, headers }: OldTable, column: number): number | undefined => {
  const at = column - (firstColumn - 1);
  return at >= 0 && at < headers.length ? at : undefined;
};

/** The caption stands before the words where a table has the column, so that they say what they are about. */
const asideOf = (table: OldTable, row: number, comments: readonly OldComment[]): SetAside => ({
  row,
  why: "comment",
  original: comments.map(({ column, said }) => {
    const at = columnIn(table, column);
    return at === undefined ? `批注：${said}` : `“${columnName(table.headers, at)}”批注：${said}`;
  }),
});

/** The tables, each with the comments of its records; those on titles, headers and between are set aside with one. */
export const withComments = (
  tables: readonly OldTable[],
  { comments = [], firstRow }: OldCells,
): readonly OldTable[] => {
  if (comments.length === 0 || tables.length === 0) return tables;
  const onRecord = tables.map(() => new Map<number, Placed[]>());
  const onNone = tables.map(() => new Map<number, OldComment[]>());
  /** By row of the sheet, the first row of its record. */
  const records = tables.map(
    ({ rows }) =>
      new Map(
        rows.flatMap(({ row, through = row }) =>
          Array.from({ length: through - row + 1 }, (_, at) => [row + at, row] as const),
        ),
      ),
  );
  for (const comment of comments) {
    const row = firstRow + comment.row;
    const of = tables.findIndex(
      (table, at) => records[at]?.has(row) === true && columnIn(table, comment.column) !== undefined,
    );
    const table = tables[of];
    const column = table && columnIn(table, comment.column);
    const found = onRecord[of];
    if (column !== undefined && found) {
      push(found, records[of]?.get(row) ?? row, { column, said: comment.said });
      continue;
    }
    // As words outside: the table it stands below or beside, or else the first.
    let [over, above] = [-1, 0];
    for (const [at, each] of tables.entries()) {
      if (each.headerRow > row) continue;
      above = at;
      if (columnIn(each, comment.column) !== undefined) over = at;
    }
    const near = onNone[over < 0 ? above : over];
    if (near) push(near, row, comment);
  }
  return tables.map((table, at): OldTable => {
    const [mine, others] = [onRecord[at], onNone[at]];
    const aside = [...(others ?? [])].map(([row, all]) => asideOf(table, row, all));
    return {
      ...table,
      rows:
        mine === undefined || mine.size === 0
          ? table.rows
          : table.rows.map((row) => {
              const its = mine.get(row.row);
              return its === undefined ? row : { ...row, comments: its };
            }),
      setAside:
        aside.length === 0 ? table.setAside : [...table.setAside, ...aside].sort((a, b) => a.row - b.row),
    };
  });
};
