import type { ColumnType } from "./tables";

/** What differs from engine to engine; the reports' texts do not. */
export interface Engine {
  readonly name: "duckdb" | "postgres";
  /** As `CREATE TABLE` and `CAST` spell them. */
  readonly types: Readonly<Record<ColumnType, string>>;
  /** Statements run on every connection before anything else. */
  readonly settings: readonly string[];
  /** The tables are views over the Parquet folder, or filled by COPY, one transaction a workbook. */
  readonly load: "views" | "copy";
}
