/** A site's rows out of its Parquet files into the tables, in the place of those that are there. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Client } from "pg";
import type { Engine } from "../engine";
import { parquetFile, type SiteLine } from "../manifest";
import { quoted } from "../open-dataset";
import { DatasetRefused } from "../refusal";
import { duckdbRows } from "./duckdb-rows";
import { keyed } from "./keyed-views";
import { type LoadedTable, loadedTables } from "./postgres-tables";

/** Rows a statement; a hundred columns of them stay under a few megabytes. */
const portion = 2000;

/** What the rows of a site are carried between. */
export interface Ground {
  /** The data set's folder, as DuckDB may see it. */
  readonly root: string;
  readonly connection: DuckDBConnection;
  readonly client: Client;
  readonly engine: Engine;
}

const insertion = ({ name, columns }: LoadedTable, { types }: Engine): string =>
  `insert into anchang.${name} (${columns.map((each) => each.name).join(", ")}) select * from unnest(${columns
    .map(({ type }, at) => `cast($${at + 1} as ${types[type]}[])`)
    .join(", ")})`;

/** One site's rows out of its own file: the views would look into every site's. */
const sourceOf = ({ root }: Ground, { from, columns }: LoadedTable, { site, hash }: SiteLine): string => {
  const file = `read_parquet(${quoted(parquetFile(root, from, site, hash))}, hive_partitioning = false)`;
  const rows = from === "_quarantine" ? `select * from ${file}` : keyed(file);
  return `select ${columns.map(({ name }) => name).join(", ")} from (${rows}) as rows`;
};

const copyRows = async (ground: Ground, table: LoadedTable, line: SiteLine): Promise<number> => {
  if (!line.files.includes(table.from)) return 0;
  const { client, engine, connection } = ground;
  const statement = insertion(table, engine);
  const result = await connection.stream(sourceOf(ground, table, line));
  let copied = 0;
  let waiting: (readonly (string | null)[])[] = [];
  const send = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await client.query(
      statement,
      table.columns.map((_, at) => waiting.map((row) => row[at] ?? null)),
    );
    copied += waiting.length;
    waiting = [];
  };
  for await (const rows of duckdbRows(result)) {
    waiting.push(...rows);
    if (waiting.length >= portion) await send();
  }
  await send();
  return copied;
};

const expectedRows = (line: SiteLine, { from }: LoadedTable): number =>
  from === "_quarantine" ? line.quarantined : line.rows[from];

/** Within a transaction. */
export const removeRows = async (
  { client, engine }: Pick<Ground, "client" | "engine">,
  site: string,
): Promise<void> => {
  for (const statement of engine.replacing) await client.query(statement);
  for (const { name } of loadedTables)
    await client.query(`delete from anchang.${name} where site_id = $1`, [site]);
};

/** @throws DatasetRefused where the files do not hold what the manifest says. @returns how many rows are there now. */
export const replaceRows = async (ground: Ground, line: SiteLine, isThere: boolean): Promise<number> => {
  if (isThere) await removeRows(ground, line.site);
  let rows = 0;
  for (const table of loadedTables) {
    const copied = await copyRows(ground, table, line);
    if (copied !== expectedRows(line, table))
      throw new DatasetRefused(
        "broken",
        `${line.site}：数据集里“${table.from}”有 ${copied} 行，清单说 ${expectedRows(line, table)} 行；请重新汇总。(rows are missing)`,
      );
    rows += copied;
  }
  return rows;
};
