/**
 * The data set into PostgreSQL or Citus, exactly once: one transaction a workbook, with a line that says which
 * revision it is. Killed at any moment, run again, it is as if nothing had happened.
 */
import { realpath } from "node:fs/promises";
import type { Client } from "pg";
import type { Engine } from "../engine";
import { type DatasetLine, readDatasetLine, type SiteLine } from "../manifest";
import { type OpenDataset, openDataset } from "../open-dataset";
import { DatasetRefused } from "../refusal";
import { beside, type Beside, compareRevisions, type Revision } from "../revision";
import { type Connected, connect } from "./connect";
import { EngineFailed } from "./engine-failed";
import { readLoadedLine, removeLoadedLine, revisionOf, writeLoadedLine } from "./loaded-line";
import { siteLock, tablesLock, tableStatements } from "./postgres-tables";
import { type Ground, removeRows, replaceRows } from "./replace-rows";

export type Outcome =
  | "loaded"
  /** The same revision is there already. */
  | "unchanged"
  /** A newer revision is there, out of another data set; it stays. */
  | "newerThere";

export interface LoadedSite extends Beside {
  readonly site: string;
  readonly outcome: Outcome;
  readonly rows: number;
  /** Of two revisions the one whose rows are there now, and the other one. */
  readonly settled?: { readonly counts: Revision; readonly not: Revision };
  /** Of those two, or of this one alone: what a wrong clock wrote. */
  readonly ahead: readonly Revision[];
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

/** A row says which file it is from, and what was counted on which day. */
const isOfSameRows = (a: Revision, b: Revision): boolean =>
  a.hash === b.hash && a.asOf === b.asOf && a.file === b.file;

const loadSite = async (
  ground: Ground,
  line: SiteLine,
  { latest, dropMissing = false }: Load,
): Promise<LoadedSite> => {
  const { client, engine } = ground;
  return inTransaction(client, async () => {
    const { site } = line;
    await client.query(siteLock, [site]);
    const there = await readLoadedLine(client, site);
    const here = revisionOf(line);
    const put = async (): Promise<number> => {
      const rows = await replaceRows(ground, line, there !== undefined);
      await writeLoadedLine(client, line, rows);
      for (const statement of engine.committing) await client.query(statement);
      return rows;
    };
    const ahead = (revisions: readonly Revision[]): readonly Revision[] =>
      revisions.filter(({ modified }) => latest !== undefined && modified > latest);
    if (there === undefined) return { site, outcome: "loaded", rows: await put(), ahead: ahead([here]) };
    const isNewer = compareRevisions(here, there.revision, latest) > 0;
    if (isOfSameRows(here, there.revision)) {
      // What the rows are dated by settles what comes next.
      if (isNewer) await writeLoadedLine(client, line, there.rows);
      return { site, outcome: "unchanged", rows: there.rows, ahead: ahead([here]) };
    }
    const isPut = isNewer || dropMissing;
    const [counts, not] = isPut ? [here, there.revision] : [there.revision, here];
    return {
      site,
      ...(isPut ? { outcome: "loaded", rows: await put() } : { outcome: "newerThere", rows: there.rows }),
      settled: { counts, not },
      ...(counts.hash !== not.hash && beside(counts, not)),
      ahead: ahead([counts, not]),
    };
  });
};

const dropSite = (ground: Ground, site: string): Promise<void> => {
  const { client, engine } = ground;
  return inTransaction(client, async () => {
    await client.query(siteLock, [site]);
    await removeRows(ground, site);
    await removeLoadedLine(client, site);
    for (const statement of engine.committing) await client.query(statement);
  });
};

export interface Load {
  /** The data set's folder. */
  readonly folder: string;
  /** postgres://user:password@host:5432/name */
  readonly address: string;
  readonly engine: Engine;
  /** `latestSave` of the clock's day: what says later was written by a wrong clock. */
  readonly latest?: string;
  /** The database is to hold what the data set holds: its other sites go, and what it has newer gives way. */
  readonly dropMissing?: boolean;
  /** Called when a site is in the database for good. */
  readonly onSite?: (site: LoadedSite) => void;
}

export interface LoadedAll {
  readonly sites: readonly LoadedSite[];
  /** In the database, not in this data set: left alone. */
  readonly others: readonly string[];
  /** Were in the database, and are in it no more. */
  readonly dropped: readonly string[];
}

const loadAll = async (
  { client, failure }: Connected,
  { connection, sites: lines }: OpenDataset,
  line: DatasetLine,
  asked: Load,
): Promise<LoadedAll> => {
  const { folder, engine, dropMissing = false, onSite } = asked;
  try {
    for (const statement of engine.settling) await client.query(statement);
    await makeTables(client, engine, line);
    const ground: Ground = { root: await realpath(folder), connection, client, engine };
    const sites: LoadedSite[] = [];
    for (const each of lines) {
      const done = await loadSite(ground, each, asked);
      sites.push(done);
      onSite?.(done);
    }
    const mine = new Set(lines.map(({ site }) => site));
    const { rows } = await client.query<{ site: string }>("select site_id as site from anchang.loaded");
    const others = rows
      .map(({ site }) => site)
      .filter((site) => !mine.has(site))
      .sort();
    if (!dropMissing) return { sites, others, dropped: [] };
    for (const site of others) await dropSite(ground, site);
    return { sites, others: [], dropped: others };
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
