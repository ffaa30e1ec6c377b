import type { DuckDBResult, DuckDBValue } from "@duckdb/node-api";
import type { Spelled } from "./question";

/** Days, moments, decimals and uuids spell themselves as PostgreSQL does. */
const spelled = (value: DuckDBValue): Spelled =>
  value === null || typeof value === "string" ? value : (value as { toString: () => string }).toString();

/** A result as it comes, column by column: twice as fast as by its own rows. */
export async function* duckdbRows(result: DuckDBResult): AsyncGenerator<readonly (readonly Spelled[])[]> {
  for await (const chunk of result) {
    const columns = chunk.getColumns().map((column) => column.map(spelled));
    yield Array.from({ length: chunk.rowCount }, (_, row) => columns.map((column) => column[row] ?? null));
  }
}
