/**
 * The data set into PostgreSQL or Citus, exactly once: one transaction a workbook, with a line that says which
 * revision it is. Killed at any moment, run again, it is as if nothing had happened.
 */
import { realpath } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Client } from "pg";
import type { Engine } from "../engine";
import { compareRevisions, type DatasetLine, parquetFile, readDatasetLine, type SiteLine } from "../manifest";
import { type OpenDataset, openDataset, quoted } from "../open-dataset";
import { DatasetRefused } from "../refusal";
import { type Connected, connect } from "./connect";
import { duckdbRows } from "./duckdb-rows";
import { EngineFailed } from "./engine-failed";
import { keyed } from "./keyed-views";
import { type LoadedTable, loadedTables, siteLock, tablesLock, tableStatements } from "./postgres-tables";

/** Rows a statement; a hundred columns of them stay under a few megabytes. */
const portion = 2000;

export type Outcome =
  | "loaded"
  /** The same revision is there already. */
  | "unchanged"
  /** A newer revision is there, out of another data set; it stays. */
  | "newerThere";

export interface LoadedSite {
  readonly site: string;
  readonly outcome: Outcome;
  readonly rows: number;
}

const inTransaction = async <Result>(client: Client, work: () => Promise<Result>): Promise<Result> => {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (cause) {
    // Where the connection is gone, the server has taken it back itself.
    await client.query("rollback").catch(() => undefined);
    throw cause;
  }
};

/** Numbers keyed with two keys would never meet. */
const makeTables = async (client: Client, engine: Engine, { format, keyMark }: DatasetLine): Promise<void> =>
  inTransaction(client, async () => {
    await client.query(tablesLock);
    for (const statement of tableStatements(engine)) await client.query(statement);
    const { rows } = await client.query<DatasetLine>(
      'select format, key_mark as "keyMark" from anchang.dataset',
    );
    const [there] = rows;
    if (there === undefined)
      await client.query("insert into anchang.dataset (format, key_mark) values ($1, $2)", [format, keyMark]);
    else if (there.format !== format)
      throw new EngineFailed(
        "库里的表是别的版本装入的；请换一个空库，或删去其中的 anchang 模式后重新装入。(loaded by another version)",
      );
    else if (there.keyMark !== keyMark)
      throw new EngineFailed(
        "库里的号码用的是另一把密钥，混在一起就认不出同一个人；请用同一把密钥汇总，或换一个空库。(another key)",
      );
  });

/** What the rows of a site are carried between. */
interface Ground {
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

interface LoadedLine {
  readonly hash: string;
  readonly file: string;
  readonly modified: string;
  readonly asOf: string | null;
  readonly rows: string;
}

const expectedRows = (line: SiteLine, { from }: LoadedTable): number =>
  from === "_quarantine" ? line.quarantined : line.rows[from];

const loadSite = async (ground: Ground, line: SiteLine): Promise<LoadedSite> => {
  const { client } = ground;
  return inTransaction(client, async () => {
    const { site } = line;
    await client.query(siteLock, [site]);
    const found = await client.query<LoadedLine>(
      'select hash, file, modified, as_of as "asOf", loaded_rows as rows from anchang.loaded where site_id = $1',
      [site],
    );
    const [there] = found.rows;
    if (there !== undefined) {
      const order = compareRevisions(there, line);
      if (order > 0) return { site, outcome: "newerThere", rows: Number(there.rows) };
      if (order === 0 && there.asOf === line.asOf)
        return { site, outcome: "unchanged", rows: Number(there.rows) };
      for (const statement of ground.engine.replacing) await client.query(statement);
    }
    let rows = 0;
    for (const table of loadedTables) {
      if (there !== undefined)
        await client.query(`delete from anchang.${table.name} where site_id = $1`, [site]);
      const copied = await copyRows(ground, table, line);
      if (copied !== expectedRows(line, table))
        throw new DatasetRefused(
          "broken",
          `${site}：数据集里“${table.from}”有 ${copied} 行，清单说 ${expectedRows(line, table)} 行；请重新汇总。(rows are missing)`,
        );
      rows += copied;
    }
    await client.query(
      `insert into anchang.loaded (site_id, hash, file, modified, project, as_of, loaded_rows)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (site_id) do update set hash = excluded.hash, file = excluded.file, modified = excluded.modified,
         project = excluded.project, as_of = excluded.as_of, loaded_rows = excluded.loaded_rows, loaded_at = now()`,
      [site, line.hash, line.file, line.modified, line.project, line.asOf, rows],
    );
    for (const statement of ground.engine.committing) await client.query(statement);
    return { site, outcome: "loaded", rows };
  });
};

export interface Load {
  /** The data set's folder. */
  readonly folder: string;
  /** postgres://user:password@host:5432/name */
  readonly address: string;
  readonly engine: Engine;
  /** Called when a site is in the database for good. */
  readonly onSite?: (site: LoadedSite) => void;
}

export interface LoadedAll {
  readonly sites: readonly LoadedSite[];
  /** In the database, not in this data set: left alone. */
  readonly others: readonly string[];
}

const loadAll = async (
  { client, failure }: Connected,
  { connection, sites: lines }: OpenDataset,
  line: DatasetLine,
  { folder, engine, onSite }: Load,
): Promise<LoadedAll> => {
  try {
    for (const statement of engine.settling) await client.query(statement);
    await makeTables(client, engine, line);
    const ground: Ground = { root: await realpath(folder), connection, client, engine };
    const sites: LoadedSite[] = [];
    for (const each of lines) {
      const done = await loadSite(ground, each);
      sites.push(done);
      onSite?.(done);
    }
    const mine = new Set(lines.map(({ site }) => site));
    const { rows } = await client.query<{ site: string }>("select site_id as site from anchang.loaded");
    return {
      sites,
      others: rows
        .map(({ site }) => site)
        .filter((site) => !mine.has(site))
        .sort(),
    };
  } catch (cause) {
    throw cause instanceof DatasetRefused ? cause : failure(cause);
  }
};

/**
 * @throws EngineFailed where the database refused or went away: what was said to be done is done, the rest is not.
 * @throws DatasetRefused where there is no data set, or it is broken.
 */
export const load = async (asked: Load): Promise<LoadedAll> => {
  const dataset = await openDataset(asked.folder);
  try {
    const line = await readDatasetLine(asked.folder);
    if (line === undefined) throw new Error("an open data set has its line");
    const connected = await connect(asked.address, asked.engine);
    try {
      return await loadAll(connected, dataset, line, asked);
    } finally {
      await connected.close();
    }
  } finally {
    dataset.close();
  }
};
