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
  /** Run when loading begins: what a crash has left half done is put right, or loading fails. */
  readonly settling: readonly string[];
  /** Run before the rows of a site give way to newer ones; fail where some of them cannot be seen. */
  readonly replacing: readonly string[];
  /** Run last in the transaction that replaces a site's rows. */
  readonly committing: readonly string[];
  /** Run in the transaction of a question, before it; fail where the answer might be half of something. */
  readonly asking: readonly string[];
}
