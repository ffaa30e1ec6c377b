/** A report of the data set on a sheet: a list to filter and sort, as long as a sheet can be. */
import type { Sheet, Value } from "../../book/book";
import { shown } from "../../domain/report/figure";
import type { ColumnKind, Table } from "../../domain/report/report";
import { unitsOf } from "./card-measure";
import { listFirstRow, listSheet } from "./hq-sheets";
import { inCell } from "./report-table";

/** Excel's rows, without those above the list and its total. */
export const mostAnswerRows = 1_048_576 - listFirstRow - 1;

export interface AnswerSheet {
  readonly sheet: Sheet;
  /** Below its blocks; the total last. */
  readonly rows: {
    readonly top: number;
    readonly left: number;
    readonly width: number;
    readonly count: number;
    readonly rows: Iterable<readonly Value[]>;
  };
}

const formats: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  day: "yyyy-mm-dd",
  number: "0",
  count: "#,##0",
  yuan: "#,##0.00",
  balance: "#,##0.00",
  area: "#,##0.00",
  share: "0.0%",
  rate: "0.0%",
};

const alignments: Readonly<Partial<Record<ColumnKind, "left" | "center">>> = { text: "left", day: "center" };

/** Characters of a column; its first rows stand for all. */
const measured = 200;
const narrowest = 9;
const widest = 40;

const widthOf = ({ columns, rows, total }: Table, at: number): number => {
  const column = columns[at];
  if (column === undefined) return narrowest;
  const some = [...rows.slice(0, measured), total ?? []].map((row) =>
    unitsOf(shown(row[at] ?? null, column.kind)),
  );
  return Math.min(widest, Math.max(narrowest, unitsOf(column.zh) + 3, ...some.map((units) => units + 2)));
};

function* valuesOf({ columns, rows, total }: Table): Generator<readonly Value[]> {
  for (const row of rows) yield columns.map(({ kind }, at) => inCell(row[at] ?? null, kind));
  if (total !== undefined) yield columns.map(({ kind }, at) => inCell(total[at] ?? null, kind));
}

/** `about`: the days it is of. */
export const answerSheet = (table: Table, about: string): AnswerSheet => {
  const { columns, rows, total, title, note } = table;
  return {
    sheet: listSheet({
      sheet: title.zh,
      title: title.zh,
      note: [about, note ?? ""].filter((each) => each !== "").join("　"),
      table: `Answer_${table.key}`,
      columns: columns.map(({ zh, kind }, at) => ({
        caption: zh,
        width: widthOf(table, at),
        look: { numberFormat: formats[kind], horizontal: alignments[kind] ?? "right" },
      })),
      count: rows.length,
    }),
    rows: {
      top: listFirstRow,
      left: 0,
      width: columns.length,
      count: rows.length + (total === undefined ? 0 : 1),
      rows: valuesOf(table),
    },
  };
};
