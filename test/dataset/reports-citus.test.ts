/**
 * The seven reports on Citus, a coordinator in front of three workers: the same answers, and whole or none, whoever is
 * killed and when. Citus is no package of the system's: where it is missing, its tests are not there, and that is said.
 * `CITUS_POSTGRES_PROGRAMS` names the folder of a PostgreSQL's programs that has it. `npm test` builds the command line.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { Client } from "pg";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { Period, Table } from "../../src/domain/report/report";
import { askDuckdb } from "../../src/dataset/engines/ask-duckdb";
import { askPostgres } from "../../src/dataset/engines/ask-postgres";
import { citus, undistributed } from "../../src/dataset/engines/citus";
import { EngineFailed } from "../../src/dataset/engines/engine-failed";
import { load } from "../../src/dataset/engines/load";
import { loadedTables } from "../../src/dataset/engines/postgres-tables";
import type { Asked } from "../../src/dataset/engines/question";
import { answer } from "../../src/dataset/reports/answer";
import { type DatasetReportKey, datasetReportKeys } from "../../src/dataset/reports/definition";
import { datasetReports } from "../../src/dataset/reports/reports";
import { tableNames } from "../../src/dataset/tables";
import { describeWith } from "../xlsx/tools";
import { type CitusCluster, citusCluster, hasCitus } from "./reports/citus-cluster";
import { type DrawnSite, drawnSites, manyRows } from "./reports/drawn-data";
import { expected } from "./reports/oracle";
import { hasPostgres, postgresCluster, type Server } from "./reports/postgres-cluster";
import { newFolder, writeDataset } from "./reports/written-dataset";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const today = "2026-11-22" as CalendarDay;
const always: Period = { from: undefined, to: today };
const periods: readonly Period[] = [
  always,
  { from: "2024-03-01" as CalendarDay, to: "2024-03-31" as CalendarDay },
];

const folder = newFolder();
const sites = manyRows(60);
/** In the order they are loaded. */
const siteNames = sites.map(({ site }) => site).toSorted();

beforeAll(async () => writeDataset(folder, sites));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Milliseconds until what has to come is said never to come. */
const patience = 60_000;

describeWith("PostgreSQL", hasPostgres)("where Citus is not", () => {
  test("a database without Citus is told so, and nothing is made in it", async () => {
    const cluster = postgresCluster();
    try {
      const server = await cluster.server();
      await expect(load({ folder, address: server.url, engine: citus })).rejects.toThrow("没有装 Citus");
      const client = await server.client();
      const { rows } = await client.query("select 1 from pg_namespace where nspname = 'anchang'");
      await client.end();
      expect(rows).toEqual([]);
    } finally {
      await cluster.remove();
    }
  });
});

const onCitus = (): void => {
  let cluster: CitusCluster;
  let owner: Client;
  beforeAll(async () => {
    cluster = await citusCluster(3);
    await connect();
  });
  afterAll(async () => {
    await owner.end().catch(() => undefined);
    await cluster.remove();
  });

  const connect = async (): Promise<void> => {
    owner = await cluster.coordinator.client();
    // The user's own schema is called as ours is: names are to be said in full.
    await owner.query("set search_path = public");
    await owner.query("set client_min_messages = 'warning'");
  };
  const worker = (at: number): Server => {
    const found = cluster.workers[at];
    if (found === undefined) throw new Error("no such worker");
    return found;
  };
  const value = async (client: Client, statement: string, ...given: readonly unknown[]): Promise<string> => {
    const { rows } = await client.query<{ value: unknown }>(statement, [...given]);
    return String(rows[0]?.value);
  };
  const until = async (client: Client, condition: string, ...given: readonly unknown[]): Promise<void> => {
    for (const begun = Date.now(); Date.now() - begun < patience;)
      if ((await value(client, `select ${condition} as value`, ...given)) === "true") return;
    throw new Error(`never came: ${condition}`);
  };

  const loadHere = (from = folder) => load({ folder: from, address: cluster.coordinator.url, engine: citus });
  const empty = async (): Promise<void> => {
    await owner.query("drop schema if exists anchang cascade");
  };
  /** The tables, without rows, and nothing left over from a test that failed. */
  const bare = async (): Promise<void> => {
    await owner.query("select recover_prepared_transactions()");
    await owner.query(
      `truncate anchang.loaded, ${loadedTables.map(({ name }) => `anchang.${name}`).join(", ")}`,
    );
  };
  /** After the coordinator came back. */
  const reconnect = async (): Promise<void> => {
    await owner.end().catch(() => undefined);
    await connect();
  };

  /** Of every table, every cell, in any order of rows; rows are brought together to be summed. */
  const checksum = async (): Promise<readonly string[]> => {
    const sums: string[] = [];
    for (const { name, columns } of loadedTables)
      sums.push(
        `${name} ${await value(
          owner,
          `with gathered as materialized (select ${columns.map((each) => each.name).join(", ")} from anchang.${name})
           select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as value
           from gathered as t`,
        )}`,
      );
    return [
      ...sums,
      await value(
        owner,
        "select string_agg(site_id || hash || loaded_rows, '|' order by site_id) as value from anchang.loaded",
      ),
    ];
  };

  const everything = async (engine: Asked, period: Period): Promise<Readonly<Record<string, Table>>> => {
    const found: Record<string, Table> = {};
    for (const key of datasetReportKeys)
      found[key] = await answer(datasetReports[key], engine, { period, today, limit: 1_000_000 });
    return found;
  };
  const asked = async (key: DatasetReportKey, settings: readonly string[] = []): Promise<Table> => {
    const engine = await askPostgres(cluster.coordinator.url, citus, settings);
    try {
      return await answer(datasetReports[key], engine, { period: always, today, limit: 1_000_000 });
    } finally {
      await engine.close();
    }
  };
  const both = async (from: string, work: (there: Asked, duckdb: Asked) => Promise<void>): Promise<void> => {
    const there = await askPostgres(cluster.coordinator.url, citus);
    const duckdb = await askDuckdb(from);
    try {
      await work(there, duckdb);
    } finally {
      await there.close();
      await duckdb.close();
    }
  };

  /** What the whole data set is, once loaded undisturbed. */
  let whole: readonly string[] = [];
  /** And what it says. */
  let said: Readonly<Record<string, Table>> = {};

  test("spread by phone_key side by side, the referrals everywhere; each worker has its part", async () => {
    await empty();
    const first = await loadHere();
    expect(first.sites.map(({ outcome }) => outcome)).toEqual(sites.map(() => "loaded"));
    const { rows } = await owner.query<Record<string, string>>(
      `select table_name::text as name, citus_table_type as type, distribution_column as by, colocation_id as beside
       from citus_tables order by 1`,
    );
    const beside = rows.find(({ name }) => name === "anchang.visits")?.beside;
    expect(rows.map(({ name, type, by, beside: own }) => [name, type, by, own === beside])).toEqual(
      tableNames
        .toSorted()
        .map((name) =>
          undistributed.includes(name)
            ? [`anchang.${name}`, "reference", "<none>", false]
            : [`anchang.${name}`, "distributed", "phone_key", true],
        ),
    );
    for (const name of tableNames) {
      const spread = await owner.query<{ result: string }>(
        `select nodeport, sum(result::bigint)::text as result
         from citus_shards as s
         join run_command_on_shards('anchang.${name}', 'select count(*) from %s') as r on r.shardid = s.shardid
         group by nodeport`,
      );
      for (const { result } of spread.rows) expect(Number(result)).toBeGreaterThan(0);
      expect(spread.rows.length).toBeGreaterThanOrEqual(3);
    }
    whole = await checksum();
  });

  test("loaded again nothing changes; the seven reports say what DuckDB and a plain reckoning say", async () => {
    const second = await loadHere();
    expect(second.sites.map(({ outcome }) => outcome)).toEqual(sites.map(() => "unchanged"));
    expect(await checksum()).toEqual(whole);
    await both(folder, async (there, duckdb) => {
      for (const period of periods) {
        const found = await everything(there, period);
        expect(found).toEqual(await everything(duckdb, period));
        expect(Object.fromEntries(Object.entries(found).map(([key, { rows }]) => [key, rows]))).toEqual(
          expected(sites, period, today),
        );
        if (period === always) said = found;
      }
    });
  });

  test("of drawn data too, whatever stands in the cells", async () => {
    await fc.assert(
      fc.asyncProperty(drawnSites, async (drawn: readonly DrawnSite[]) => {
        const own = newFolder();
        try {
          await writeDataset(own, drawn);
          await bare();
          await loadHere(own);
          await both(own, async (there, duckdb) => {
            for (const period of periods)
              expect(await everything(there, period)).toEqual(await everything(duckdb, period));
          });
        } finally {
          rmSync(own, { recursive: true, force: true });
        }
      }),
      { numRuns: 3, seed: 21 },
    );
  });

  test("on the command line: loaded, and asked to the letter what the folder says", async () => {
    await empty();
    const anchang = (...args: readonly string[]): string =>
      spawnSync(process.execPath, [program, ...args], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        env: { ...process.env, ANCHANG_DATABASE_URL: cluster.coordinator.url },
      }).stdout;
    expect(JSON.parse(anchang("load", "--dataset", folder, "--engine", "citus", "--json"))).toMatchObject({
      others: [],
      sites: sites.map(() => ({ outcome: "loaded" })),
    });
    const question = ["report", "all", "--json", "--today", today];
    const there = anchang(...question, "--engine", "citus");
    expect(there.length).toBeGreaterThan(1000);
    expect(there === anchang(...question, "--dataset", folder)).toBe(true);
  });

  /** A user who may no more than log in, here and from node to node; @returns the address */
  const user = async (name: string): Promise<string> => {
    await owner.query(`create role ${name} login password 'secret'`);
    for (const server of [cluster.coordinator, ...cluster.workers]) {
      const client = await server.client();
      await client.query(
        "insert into pg_dist_authinfo (nodeid, rolename, authinfo) values (0, $1, 'password=secret')",
        [name],
      );
      await client.end();
    }
    return `postgres://${name}:secret@127.0.0.1:${cluster.coordinator.port}/postgres`;
  };

  test("users with few rights: one loads, and waits for what a crash has left; another asks", async () => {
    await empty();
    const clerk = await user("clerk");
    await owner.query("grant create on database postgres to clerk");
    await load({ folder, address: clerk, engine: citus });
    expect(await checksum()).toEqual(whole);
    const reader = await user("reader");
    await owner.query("grant usage on schema anchang to reader");
    await owner.query("grant select on all tables in schema anchang to reader");
    const there = await askPostgres(reader, citus);
    expect(await everything(there, always)).toEqual(said);
    await there.close();
    await expect(load({ folder, address: reader, engine: citus })).rejects.toThrow("没有权限");
    // Who may not settle what a crash has left waits until Citus has.
    const other = await worker(0).client();
    await other.query("begin");
    await other.query("select pg_current_xact_id()");
    await other.query("prepare transaction 'citus_left_over'");
    const waiting = load({ folder, address: clerk, engine: citus });
    await until(owner, waits("wait_event = 'PgSleep'"));
    await expect(asked("deals")).rejects.toThrow("对齐");
    await other.query("commit prepared 'citus_left_over'");
    await other.end();
    expect((await waiting).sites.map(({ outcome }) => outcome)).toEqual(sites.map(() => "unchanged"));
    await empty();
    await loadHere();
  });

  test("a newer workbook takes its site's place on every machine; two loaders at once are as one", async () => {
    const newer = newFolder();
    try {
      await writeDataset(newer, manyRows(20).slice(0, 2), { modified: "2026-12-01T00:00:00Z" });
      const replaced = await loadHere(newer);
      expect(replaced.sites.map(({ outcome }) => outcome)).toEqual(["loaded", "loaded"]);
      const after = await checksum();
      expect(after).not.toEqual(whole);
      const again = await loadHere();
      expect(again.sites.filter(({ outcome }) => outcome === "newerThere")).toHaveLength(2);
      expect(await checksum()).toEqual(after);
    } finally {
      rmSync(newer, { recursive: true, force: true });
    }
    await bare();
    const pair = await Promise.all([loadHere(), loadHere()]);
    expect(pair.flatMap((each) => each.sites).filter(({ outcome }) => outcome === "loaded")).toHaveLength(
      sites.length,
    );
    expect(await checksum()).toEqual(whole);
  });

  const loader = (): { readonly child: ChildProcess; readonly gone: Promise<void> } => {
    const child = spawn(
      process.execPath,
      [program, "load", "--dataset", folder, "--engine", "citus", "--url", cluster.coordinator.url],
      { stdio: "ignore" },
    );
    return { child, gone: new Promise((resolve) => void child.once("exit", () => resolve())) };
  };
  const waits = (what: string): string =>
    `exists (select 1 from pg_stat_activity where application_name = 'anchang' and ${what})`;

  /** Loads by `start`, and stops it in site number `at`, where some of its tables are filled and others not. */
  const midway = async (at: number, start: () => void): Promise<Client> => {
    await bare();
    const gate = await cluster.coordinator.client();
    await gate.query("select pg_advisory_lock(hashtext('anchang'), hashtext($1))", [siteNames[at]]);
    start();
    await until(owner, waits("wait_event = 'advisory'"));
    await gate.query("begin");
    await gate.query("lock table anchang.deals in share row exclusive mode");
    await gate.query("select pg_advisory_unlock(hashtext('anchang'), hashtext($1))", [siteNames[at]]);
    await until(owner, waits("wait_event_type = 'Lock' and wait_event = 'relation'"));
    expect(await value(owner, "select count(*) as value from anchang.loaded")).toBe(String(at));
    return gate;
  };

  /** So many sites stand there, whole; loading again makes it all of them. */
  const finishes = async (already: number): Promise<void> => {
    const again = await loadHere();
    expect(again.sites.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(already);
    expect(await checksum()).toEqual(whole);
  };

  test("the loader killed in the middle of a site, and run again: the same checksum", async () => {
    for (const at of [0, 3]) {
      const run = { now: undefined as ReturnType<typeof loader> | undefined };
      const gate = await midway(at, () => (run.now = loader()));
      run.now?.child.kill("SIGKILL");
      await run.now?.gone;
      await gate.end();
      await until(owner, `not ${waits("state <> 'idle'")}`);
      expect(await value(owner, "select count(distinct site_id) as value from anchang.visits")).toBe(
        String(at),
      );
      await finishes(at);
    }
  });

  test("the coordinator killed in the middle of a site: an error; started and run again: the same", async () => {
    const refused: Promise<void>[] = [];
    const gate = await midway(3, () => refused.push(expect(loadHere()).rejects.toThrow(EngineFailed)));
    await cluster.coordinator.kill();
    await Promise.all(refused);
    await gate.end().catch(() => undefined);
    await cluster.coordinator.start();
    await reconnect();
    await finishes(3);
  });

  test("a worker killed in the middle of a site: an error; started and run again: the same", async () => {
    const refused: Promise<void>[] = [];
    const gate = await midway(3, () => refused.push(expect(loadHere()).rejects.toThrow(EngineFailed)));
    await worker(1).kill();
    await gate.query("rollback").catch(() => undefined);
    await gate.end().catch(() => undefined);
    await Promise.all(refused);
    await worker(1).start();
    await finishes(3);
  });

  /**
   * Stops a loader between the two halves of its commit: every worker is ready, the coordinator has written its own
   * and waits for a standby that does not exist, and no worker has been told.
   */
  const betweenHalves = async (start: () => void): Promise<void> => {
    await bare();
    const gate = await cluster.coordinator.client();
    await gate.query("select pg_advisory_lock(hashtext('anchang'), hashtext($1))", [siteNames[2]]);
    start();
    await until(owner, waits("wait_event = 'advisory'"));
    await standby("nobody");
    await gate.end();
    await until(owner, waits("wait_event = 'SyncRep'"));
  };
  const standby = async (name: string): Promise<void> => {
    await owner.query(`alter system set synchronous_standby_names = '${name}'`);
    await owner.query("select pg_reload_conf()");
  };

  test("killed between the two halves of a commit: no half a site is told, and run again all are there", async () => {
    const refused: Promise<void>[] = [];
    await betweenHalves(() => refused.push(expect(loadHere()).rejects.toThrow(EngineFailed)));
    await cluster.coordinator.kill();
    await Promise.all(refused);
    await cluster.coordinator.start();
    await reconnect();
    await standby("");
    expect(await value(owner, "select count(*) as value from anchang.loaded")).toBe("3");
    for (const key of datasetReportKeys) await expect(asked(key)).rejects.toThrow("对齐");
    await finishes(3);
    await both(folder, async (there) => expect(await everything(there, always)).toEqual(said));
  });

  test("asked while one worker has committed and another has not: it waits, and tells the whole", async () => {
    const all: Promise<unknown>[] = [];
    await betweenHalves(() => all.push(loadHere()));
    const slow = await worker(1).client();
    const { rows } = await slow.query<{ pid: number }>(
      "select pid from pg_stat_activity where query like 'PREPARE TRANSACTION%' and backend_type = 'client backend'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { pid } of rows) process.kill(pid, "SIGSTOP");
    try {
      await standby("");
      const quick = await worker(0).client();
      await until(quick, "not exists (select 1 from pg_prepared_xacts)");
      await quick.end();
      await expect(asked("funnel", ["set lock_timeout = '300ms'"])).rejects.toThrow("别人正在装入");
    } finally {
      for (const { pid } of rows) process.kill(pid, "SIGCONT");
    }
    await slow.end();
    await Promise.all(all);
    expect(await asked("funnel")).toEqual(said.funnel);
  });

  test("a newer workbook waits until every worker has heard of the older one", async () => {
    const newer = newFolder();
    const [, , site] = siteNames;
    const modified = "2026-12-01T00:00:00Z";
    try {
      await writeDataset(
        newer,
        manyRows(20).filter((each) => each.site === site),
        { modified },
      );
      await bare();
      await loadHere();
      await loadHere(newer);
      const after = await checksum();
      await bare();
      const gate = await cluster.coordinator.client();
      await gate.query("select pg_advisory_lock(hashtext('anchang'), hashtext($1))", [site]);
      const waiting = (loaders: number): string =>
        `${loaders} = (select count(*) from pg_stat_activity
                       where application_name = 'anchang' and wait_event = 'advisory')`;
      // The older one goes first.
      const older = loadHere().catch(() => undefined);
      await until(owner, waiting(1));
      const replacing = loadHere(newer);
      await until(owner, waiting(2));
      await standby("nobody");
      await gate.end();
      await until(owner, waits("wait_event = 'SyncRep'"));
      // Every worker is ready to commit; one goes away and comes back, and does not hear that it may.
      await worker(1).kill();
      await worker(1).start();
      await standby("");
      await until(
        owner,
        `(${waits("wait_event = 'PgSleep'")} or exists (select 1 from anchang.loaded where modified = $1))`,
        modified,
      );
      // As Citus does within the minute, on a connection that has not lost the worker.
      await reconnect();
      await owner.query("select recover_prepared_transactions()");
      await Promise.all([older, replacing]);
      await loadHere();
      expect(await checksum()).toEqual(after);
    } finally {
      rmSync(newer, { recursive: true, force: true });
    }
    await bare();
    await loadHere();
  });

  test("a time that runs out is an error, not a part", async () => {
    await expect(asked("latest", ["set statement_timeout = '1ms'"])).rejects.toThrow("时限");
  });

  /** Asks, and returns when one worker has been reached, where the question is held up. */
  const heldUp = async (at: number, key: DatasetReportKey): Promise<{ readonly refused: Promise<void> }> => {
    const held = await worker(at).client();
    await held.query("set citus.override_table_visibility = off");
    await held.query("set citus.enable_manual_changes_to_shards = on");
    const { rows } = await held.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where relkind = 'r' and relnamespace = 'anchang'::regnamespace
         and relname ~ '^(clients|visits|phones|deals)_[0-9]+$'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    await held.query("begin");
    await held.query(`lock table ${rows.map(({ name }) => name).join(", ")} in access exclusive mode`);
    const refused = expect(asked(key)).rejects.toThrow(EngineFailed);
    const watch = await worker(at).client();
    await until(
      watch,
      `exists (select 1 from pg_stat_activity
               where application_name like 'citus_internal%' and wait_event = 'relation')`,
    );
    await watch.end();
    // The worker, or the question, ends it.
    return { refused: refused.finally(() => void held.end().catch(() => undefined)) };
  };

  test("a worker killed in the middle of a question is an error; with it back, the answer is the same", async () => {
    const { refused } = await heldUp(1, "latest");
    await worker(1).kill();
    await refused;
    // Whether it has heard of the last commit is not known either.
    for (const key of datasetReportKeys) await expect(asked(key)).rejects.toThrow("有一台机器连不上");
    await worker(1).start();
    await both(folder, async (there) => expect(await everything(there, always)).toEqual(said));
  });

  test("the coordinator killed in the middle of a question is an error; with it back, the answer is the same", async () => {
    const { refused } = await heldUp(2, "deals");
    await cluster.coordinator.kill();
    await refused;
    await expect(asked("deals")).rejects.toThrow(EngineFailed);
    await cluster.coordinator.start();
    await reconnect();
    await both(folder, async (there) => expect(await everything(there, always)).toEqual(said));
  });
};

if (hasCitus) describe("Citus, a coordinator in front of three workers", onCitus);
else
  process.stderr.write(
    "Citus is not installed here: its tests are left out (docs/head-office-engines.md).\n",
  );
