import type { ColumnType } from "./tables";

/** What differs from engine to engine; the reports' texts do not. */
export interface Engine {
  readonly name: "duckdb" | "postgres" | "citus";
  /** As `CREATE TABLE` and `CAST` spell them. */
  readonly types: Readonly<Record<ColumnType, string>>;
  /** Statements run on every connection before anything else. */
  readonly settings: readonly string[];
  /** The tables are views over the Parquet folder, or filled by `anchang load`, one transaction a workbook. */
  readonly load: "views" | "transactions";
  /** Statements run after the tables were made, each as often as one likes. */
  readonly spread: readonly string[];
}
