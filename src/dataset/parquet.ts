/** Rows into a Parquet file. */
import {
  BOOLEAN,
  DATE,
  DECIMAL,
  DuckDBDataChunk,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBUUIDValue,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  UUID,
  VARCHAR,
} from "@duckdb/node-api";
import { dayOf, daysBetween, minutesOf, type CalendarDay, type Moment } from "../domain/kit/calendar-day";
import type { Value } from "./cell";
import type { TableRows } from "./gathering";
import { declared, quoted } from "./open-dataset";
import type { Column, ColumnType } from "./tables";

/** DuckDB takes rows in chunks of this many. */
const chunkRows = 2048;

const epoch = "1970-01-01" as CalendarDay;
const microsAMinute = 60_000_000;

interface AsDuckdb {
  readonly type: DuckDBType;
  readonly of: (value: string | number | boolean) => DuckDBValue;
}

const asDuckdb: Readonly<Record<ColumnType, AsDuckdb>> = {
  text: { type: VARCHAR, of: String },
  integer: { type: INTEGER, of: Number },
  boolean: { type: BOOLEAN, of: Boolean },
  date: { type: DATE, of: (day) => new DuckDBDateValue(daysBetween(epoch, day as CalendarDay)) },
  moment: {
    type: TIMESTAMP,
    of: (at) => {
      const minutes = daysBetween(epoch, dayOf(at as Moment)) * 1440 + minutesOf(at as Moment);
      return new DuckDBTimestampValue(BigInt(minutes * microsAMinute));
    },
  },
  decimal: {
    type: DECIMAL(18, 2),
    of: (amount) => new DuckDBDecimalValue(BigInt(String(amount).replace(".", "")), 18, 2),
  },
  uuid: {
    type: UUID,
    of: (uuid) => DuckDBUUIDValue.fromUint128(BigInt(`0x${String(uuid).replaceAll("-", "")}`)),
  },
};

const valueOf = (type: ColumnType, value: Value): DuckDBValue =>
  value === null ? null : asDuckdb[type].of(value);

const fill = async (
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  { count, columns: cells }: TableRows,
): Promise<void> => {
  const types = columns.map(({ type }) => asDuckdb[type].type);
  const appender = await connection.createAppender(table);
  try {
    for (let from = 0; from < count; from += chunkRows) {
      const rows = Math.min(chunkRows, count - from);
      const chunk = DuckDBDataChunk.create(types, rows);
      columns.forEach(({ type }, at) => {
        const part = (cells[at] ?? []).slice(from, from + rows);
        chunk.setColumnValues(
          at,
          part.map((value) => valueOf(type, value)),
        );
      });
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
};

/** Writes rows into `file`, which must be within what the connection may see. In the rows' order. */
export const writeParquet = async (
  connection: DuckDBConnection,
  columns: readonly Column[],
  rows: TableRows,
  file: string,
): Promise<void> => {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${declared("writing", columns)}`);
  try {
    await fill(connection, "writing", columns, rows);
    await connection.run(
      `COPY writing TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
    );
  } finally {
    await connection.run("DROP TABLE IF EXISTS writing");
  }
};
