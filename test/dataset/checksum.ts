/** One word for all that is in a data set: equal where every table has the same rows, in whatever order and files. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { quarantineColumns, tableNames, tables } from "../../src/dataset/tables";

/** `visits 20 1f0c…`: rows, and the sum of their hashes, which a row twice or missing changes. */
export const checksum = async (connection: DuckDBConnection): Promise<string> => {
  const parts: string[] = [];
  for (const [name, columns] of [
    ...tableNames.map((each) => [each, tables[each].columns] as const),
    ["_quarantine", quarantineColumns] as const,
  ]) {
    const reader = await connection.runAndReadAll(
      `SELECT count(*)::VARCHAR, coalesce(sum(hash(${columns.map((each) => each.name).join(", ")})::HUGEINT), 0)::VARCHAR FROM ${name}`,
    );
    parts.push([name, ...(reader.getRowsJson()[0] ?? []).map(String)].join(" "));
  }
  return parts.join("\n");
};
