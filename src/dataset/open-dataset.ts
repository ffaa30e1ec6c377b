/** The one place DuckDB is opened: it sees the data set's folder and nothing else of the machine, and no network. */
import { randomUUID } from "node:crypto";
import { access, realpath } from "node:fs/promises";
import path from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { damageIn, damageInWords } from "./damage";
import { isMissing } from "./durable";
import { duckdb } from "./engines/duckdb";
import { parquetFile, readDatasetLine, readSiteLines, type SiteLine } from "./manifest";
import { DatasetRefused } from "./refusal";
import { type Column, quarantineColumns, type TableName, tableNames, tables } from "./tables";

export interface Opening {
  /** "2GB"; what does not fit is spilled into the folder. */
  readonly memory?: string;
  readonly threads?: number;
}

export interface OpenEngine {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** An open data set. Its tables are views: `visits`, …, `_quarantine`. */
export interface OpenDataset extends OpenEngine {
  readonly sites: readonly SiteLine[];
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const spillPrefix = "_spill-";

/** An empty in-memory database that may read and write below `folder` alone. */
export const openEngine = async (
  folder: string,
  { memory = "2GB", threads = 2 }: Opening = {},
): Promise<OpenEngine> => {
  const root = await realpath(folder);
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_persistent_secrets: "false",
    memory_limit: memory,
    threads: String(threads),
    // Made when something is spilled, and removed at the end.
    temp_directory: path.join(root, `${spillPrefix}${randomUUID()}`),
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_directories = [${quoted(root)}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

const readable = [
  ...tableNames.map((name) => ({ name, columns: tables[name].columns })),
  { name: "_quarantine", columns: quarantineColumns },
] as const satisfies readonly {
  readonly name: TableName | "_quarantine";
  readonly columns: readonly Column[];
}[];

/** `CREATE TABLE visits (…)` without the keyword before it. */
export const declared = (name: string, columns: readonly Column[]): string =>
  `${name} (${columns.map((each) => `${each.name} ${duckdb.types[each.type]}`).join(", ")})`;

/** By table. */
type Files = ReadonlyMap<string, readonly string[]>;

/** How often the manifest is read before files that are gone are said to be missing. */
const attempts = 5;

const reason = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";

/** Which files, and what to do: a merge takes the sites of damaged files in anew. */
const brokenSet = async (
  folder: string,
  sites: readonly SiteLine[],
  cause?: unknown,
): Promise<DatasetRefused> => {
  const damage = await damageIn(folder, sites);
  const [what, how] =
    damage.length > 0
      ? [`这些案场的文件不见了或坏了：${damageInWords(damage)}`, ""]
      : [`有文件读不出：${reason(cause)}`, " --fresh"];
  return new DatasetRefused(
    "broken",
    `${folder}：数据集里${what}；请用原来的工作簿再运行一次 merge --dataset${how}，它会把它们重新收进；工作簿没有了的案场，加 --drop-missing 去掉。(a file of the data set is missing or damaged)`,
    { cause },
  );
};

const isAnyGone = async (files: Files): Promise<boolean> => {
  try {
    for (const file of [...files.values()].flat()) await access(file);
    return false;
  } catch (cause) {
    if (isMissing(cause)) return true;
    throw cause;
  }
};

/** The files in force. A loader may take one away between the manifest and here: then the manifest is read again. */
const filesInForce = async (
  folder: string,
): Promise<{
  readonly sites: readonly SiteLine[];
  readonly files: Files;
}> => {
  for (let attempt = 1; ; attempt++) {
    const sites = await readSiteLines(folder);
    const files: Files = new Map(
      readable.map(({ name }) => [
        name,
        sites
          .filter(({ files: has }) => has.includes(name))
          .map(({ site, hash }) => parquetFile(folder, name, site, hash)),
      ]),
    );
    if (!(await isAnyGone(files))) return { sites, files };
    if (attempt >= attempts) throw await brokenSet(folder, sites);
  }
};

const makeViews = async ({ connection }: OpenEngine, files: Files): Promise<void> => {
  for (const { name, columns } of readable) {
    const list = files.get(name) ?? [];
    await connection.run(
      list.length === 0
        ? `CREATE TABLE ${declared(name, columns)}`
        : `CREATE VIEW ${name} AS SELECT * FROM read_parquet([${list.map(quoted).join(", ")}], hive_partitioning = false)`,
    );
  }
};

/**
 * Opens a data set for questions. What it holds is settled now: a loader at work changes nothing of it, or makes a
 * question fail; never half an answer.
 * @throws DatasetRefused where there is none, or its files are gone or cannot be read.
 */
export const openDataset = async (folder: string, opening: Opening = {}): Promise<OpenDataset> => {
  if ((await readDatasetLine(folder)) === undefined)
    throw new DatasetRefused(
      "absent",
      `${folder}：这里没有数据集；请先用 merge --dataset 建一个。(no data set here)`,
    );
  const root = await realpath(folder);
  for (let attempt = 1; ; attempt++) {
    const { sites, files } = await filesInForce(root);
    const engine = await openEngine(root, opening);
    try {
      await makeViews(engine, files);
      return { ...engine, sites };
    } catch (cause) {
      engine.close();
      // A loader was quicker still.
      if (attempt < attempts && (await isAnyGone(files))) continue;
      throw await brokenSet(folder, sites, cause);
    }
  }
};
