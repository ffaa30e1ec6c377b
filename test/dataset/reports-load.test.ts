/** `load`: exactly once, whoever is killed and whenever. `npm test` builds the command line first. */
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { Client } from "pg";
import { loadCommand } from "../../src/cli/load";
import { EngineFailed } from "../../src/dataset/engines/engine-failed";
import { load } from "../../src/dataset/engines/load";
import { postgres } from "../../src/dataset/engines/postgres";
import { loadedTables } from "../../src/dataset/engines/postgres-tables";
import { describeWith } from "../xlsx/tools";
import { pause } from "./reports/asking-meanwhile";
import { type DrawnSite, manyRows } from "./reports/drawn-data";
import {
  type Cluster,
  hasPostgres,
  password,
  postgresCluster,
  type Server,
} from "./reports/postgres-cluster";
import { newFolder, writeDataset, type Writing } from "./reports/written-dataset";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = newFolder();
const newer = newFolder();
const otherKey = newFolder();
const sites = manyRows(80);
const rowsIn = sites.reduce(
  (all, { rows }) => all + 1 + Object.values(rows).reduce((sum, { length }) => sum + length, 0),
  0,
);

afterAll(() => {
  for (const each of [folder, newer, otherKey]) rmSync(each, { recursive: true, force: true });
});

describeWith("PostgreSQL", hasPostgres)("loading into PostgreSQL", () => {
  let cluster: Cluster;
  let server: Server;
  beforeAll(async () => {
    cluster = postgresCluster();
    server = await cluster.server();
    await writeDataset(folder, sites);
    await writeDataset(newer, manyRows(40).slice(0, 2), { modified: "2026-12-01T00:00:00Z" });
    await writeDataset(otherKey, sites.slice(0, 1), { keyMark: "another" });
  });
  afterAll(async () => cluster.remove());

  const asOwner = async <Found>(work: (client: Client) => Promise<Found>): Promise<Found> => {
    const client = await server.client();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  const empty = async (): Promise<void> =>
    asOwner(async (client) => {
      await client.query("drop schema if exists anchang cascade");
    });

  /** Of every table, every cell: in any order of rows. */
  const checksum = async (): Promise<readonly string[]> =>
    asOwner(async (client) => {
      const sums: string[] = [];
      for (const { name } of loadedTables) {
        const { rows } = await client.query<{ sum: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as sum
           from anchang.${name} as t`,
        );
        sums.push(`${name} ${rows[0]?.sum ?? ""}`);
      }
      const { rows } = await client.query<{ sum: string }>(
        "select string_agg((to_jsonb(l) - 'loaded_at')::text, '|' order by site_id) as sum from anchang.loaded as l",
      );
      return [...sums, rows[0]?.sum ?? ""];
    });

  const loadedSites = async (): Promise<number> =>
    asOwner(async (client) => {
      const { rows } = await client.query<{ count: string }>("select count(*) as count from anchang.loaded");
      return Number(rows[0]?.count ?? 0);
    }).catch(() => 0);

  const loadHere = (from = folder) => load({ folder: from, address: server.url, engine: postgres });

  let whole: readonly string[] = [];

  test("everything once; again changes nothing", async () => {
    await empty();
    const first = await loadHere();
    expect(first.sites.map(({ outcome }) => outcome)).toEqual(sites.map(() => "loaded"));
    expect(first.sites.reduce((sum, { rows }) => sum + rows, 0)).toBe(rowsIn);
    whole = await checksum();
    const second = await loadHere();
    expect(second.sites.map(({ outcome }) => outcome)).toEqual(sites.map(() => "unchanged"));
    expect(await checksum()).toEqual(whole);
  });

  test("two loaders at once are as one", async () => {
    await empty();
    const both = await Promise.all([loadHere(), loadHere()]);
    expect(both.flatMap((each) => each.sites).filter(({ outcome }) => outcome === "loaded")).toHaveLength(
      sites.length,
    );
    expect(await checksum()).toEqual(whole);
  });

  test("a newer workbook takes its site's place; an older one does not come back", async () => {
    await empty();
    await loadHere();
    const replaced = await loadHere(newer);
    expect(replaced.sites.map(({ outcome }) => outcome)).toEqual(["loaded", "loaded"]);
    expect(replaced.others).toHaveLength(sites.length - 2);
    const after = await checksum();
    expect(after).not.toEqual(whole);
    const again = await loadHere();
    expect(again.sites.filter(({ outcome }) => outcome === "newerThere")).toHaveLength(2);
    expect(await checksum()).toEqual(after);
  });

  test("the database becomes the data set where that is asked for: sites go, what is newer gives way", async () => {
    await empty();
    await loadHere();
    await loadHere(newer);
    const dropping = (from: string) =>
      load({ folder: from, address: server.url, engine: postgres, dropMissing: true });
    const back = await dropping(folder);
    expect(back.sites.filter(({ outcome }) => outcome === "loaded")).toHaveLength(2);
    expect(back).toMatchObject({ others: [], dropped: [] });
    expect(await checksum()).toEqual(whole);
    const fewer = await dropping(newer);
    expect(fewer.sites.map(({ outcome }) => outcome)).toEqual(["loaded", "loaded"]);
    expect(fewer.dropped).toHaveLength(sites.length - 2);
    expect(await loadedSites()).toBe(2);
    const alone = await checksum();
    await empty();
    await loadHere(newer);
    expect(await checksum()).toEqual(alone);
  });

  test("numbers of another key are not mixed in", async () => {
    await empty();
    await loadHere();
    await expect(loadHere(otherKey)).rejects.toThrow("密钥");
    expect(await checksum()).toEqual(whole);
  });

  const many = manyRows(40).slice(0, 1);
  const firstOf = (count: number): readonly DrawnSite[] =>
    many.map(({ site, rows }) => ({
      site,
      rows: { ...rows, visits: rows.visits.slice(0, count), phones: rows.phones.slice(0, 2 * count) },
    }));

  /** Each with the rows of one site, in a folder of its own. */
  const inFolders = async (
    all: readonly Writing[],
    work: (folders: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const folders = all.map(() => newFolder());
    // What is one workbook, counted on one day, has the same rows.
    const rowsBy = all.map(({ content, asOf, file }) => JSON.stringify([content, asOf, file]));
    try {
      for (const [at, each] of all.entries())
        await writeDataset(folders[at] ?? "", firstOf(1 + rowsBy.indexOf(rowsBy[at] ?? "")), each);
      await work(folders);
    } finally {
      for (const each of folders) rmSync(each, { recursive: true, force: true });
    }
  };

  const moments = ["2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2031-01-01T08:00:00Z"] as const;
  const latest = "2026-11-24T00:00:00Z";
  const settledHere = (from: string) => load({ folder: from, address: server.url, engine: postgres, latest });

  test("law: data sets of one site leave the same, in whatever order and however often they are loaded", async () => {
    const writing: fc.Arbitrary<Writing> = fc.record(
      {
        content: fc.constantFrom("a", "bb"),
        modified: fc.constantFrom(...moments),
        copied: fc.constantFrom(...moments.slice(0, 2)),
        asOf: fc.constantFrom("2026-11-21", "2026-11-22"),
        file: fc.constantFrom("洛阳.xlsx", "洛阳 (2).xlsx"),
      },
      { requiredKeys: ["content", "modified", "asOf", "file"] },
    );
    const [modified, later] = moments;
    const one = { content: "a", modified, asOf: "2026-11-22", file: "洛阳.xlsx" };
    await empty();
    await loadHere();
    await fc.assert(
      fc.asyncProperty(fc.array(writing, { minLength: 2, maxLength: 3 }), async (all) =>
        inFolders(all, async (folders) => {
          const left = async (order: readonly string[]): Promise<readonly string[]> => {
            await asOwner(async (client) => {
              for (const name of ["loaded", ...loadedTables.map((table) => table.name)])
                await client.query(`delete from anchang.${name}`);
            });
            for (const each of order) await settledHere(each);
            return checksum();
          };
          const once = await left(folders);
          expect(await left([...folders].reverse())).toEqual(once);
          expect(await left([...folders, ...folders])).toEqual(once);
        }),
      ),
      {
        ...{ numRuns: 6, endOnFailure: true },
        examples: [
          [
            [
              { ...one, copied: modified },
              { ...one, content: "bb", copied: later },
            ],
          ],
          // The same workbook came anew, after the other one.
          [
            [
              { ...one, content: "bb", copied: modified },
              { ...one, content: "bb", copied: later },
              { ...one, content: "a", copied: "2026-11-20T20:00:00Z" },
            ],
          ],
        ],
      },
    );
  });

  test("of two at one moment, the one that came last into its folder, and it is said; what a wrong clock wrote, too", async () => {
    await empty();
    await inFolders(
      [
        { content: "a", modified: moments[0], copied: moments[0], book: "甲", file: "甲.xlsx" },
        { content: "bb", modified: moments[0], copied: moments[1], book: "乙", file: "乙.xlsx" },
        { content: "c", modified: moments[2], copied: moments[0], book: "乙", file: "丙.xlsx" },
      ],
      async ([early = "", late = "", wrong = ""]) => {
        const told = async (from: string) => (await settledHere(from)).sites[0];
        const both = { counts: "乙.xlsx", not: "甲.xlsx" };
        expect(await told(early)).toMatchObject({ outcome: "loaded", ahead: [] });
        expect(await told(late)).toMatchObject({
          ...{ outcome: "loaded", tied: both, otherBook: both },
          settled: { counts: { file: "乙.xlsx" }, not: { file: "甲.xlsx" } },
        });
        expect(await told(early)).toMatchObject({ outcome: "newerThere", tied: both, otherBook: both });
        expect(await told(wrong)).toMatchObject({
          outcome: "newerThere",
          ahead: [{ file: "丙.xlsx", modified: moments[2] }],
        });
        expect(await told(late)).toMatchObject({ outcome: "unchanged" });
        const out: string[] = [];
        const streams = [process.stdout, process.stderr].map((stream) =>
          jest.spyOn(stream, "write").mockImplementation((text) => out.push(String(text)) > 0),
        );
        await loadCommand({ dataset: early, url: server.url });
        for (const stream of streams) stream.mockRestore();
        expect(out.join("")).toContain(
          "；库里的是“乙.xlsx”，保存时间相同，按文件夹里的时间\n甲.xlsx：两份文件都叫 洛阳-新天地",
        );
      },
    );
  });

  test("a database of an earlier program, which did not keep the folder's time, is loaded into", async () => {
    await empty();
    await loadHere();
    await asOwner(async (client) =>
      client.query("alter table anchang.loaded drop column copied, drop column book"),
    );
    expect((await loadHere()).sites.map(({ outcome }) => outcome)).toEqual(sites.map(() => "unchanged"));
    expect((await loadHere(newer)).sites.map(({ outcome }) => outcome)).toEqual(["loaded", "loaded"]);
  });

  const bare = async (): Promise<void> => {
    await loadHere();
    await asOwner(async (client) => {
      for (const name of ["loaded", ...loadedTables.map((table) => table.name)])
        await client.query(`truncate anchang.${name}`);
    });
  };
  const gateKey = 7;

  /**
   * Starts a loader, and returns when it is held in the middle of the site after so many: half of its tables are
   * filled, none for good. It is held until the gate ends.
   */
  const midway = async (after: number, start: () => void): Promise<Client> => {
    const gate = await server.client();
    await gate.query(`select pg_advisory_lock(${gateKey}, ${gateKey})`);
    await gate.query(
      `create or replace function anchang.dawdle() returns trigger language plpgsql as $$ begin
         if (select count(*) from anchang.loaded) >= ${after} then
           perform pg_advisory_xact_lock_shared(${gateKey}, ${gateKey});
         end if;
         return null;
       end $$`,
    );
    await gate.query(
      `create or replace trigger dawdle before insert on anchang.clients
       for each statement execute function anchang.dawdle()`,
    );
    start();
    for (;;) {
      const { rows } = await gate.query(
        `select from pg_locks
         where locktype = 'advisory' and classid = ${gateKey} and objid = ${gateKey} and not granted`,
      );
      if (rows.length > 0) return gate;
      await pause(20);
    }
  };
  const usualGround = async (): Promise<void> =>
    asOwner(async (client) => {
      await client.query("drop function anchang.dawdle() cascade");
    });

  test("the loader killed in the middle of a site, and run again: the same checksum", async () => {
    await empty();
    await bare();
    for (const after of [0, 2, 3]) {
      const run: { gone?: Promise<void>; kill?: () => void } = {};
      const gate = await midway(after, () => {
        const loader = spawn(process.execPath, [program, "load", "--dataset", folder, "--url", server.url], {
          stdio: "ignore",
        });
        run.gone = new Promise<void>((resolve) => void loader.once("exit", () => resolve()));
        run.kill = () => loader.kill("SIGKILL");
      });
      run.kill?.();
      await run.gone;
      await gate.end();
      expect(await loadedSites()).toBe(after);
    }
    await usualGround();
    await loadHere();
    expect(await checksum()).toEqual(whole);
  });

  test("the server killed in the middle of a site: an error; started and run again: the same checksum", async () => {
    await empty();
    await bare();
    const refused: Promise<void>[] = [];
    const gate = await midway(3, () => refused.push(expect(loadHere()).rejects.toThrow(EngineFailed)));
    await server.kill();
    await Promise.all(refused);
    await gate.end().catch(() => undefined);
    await server.start();
    expect(await loadedSites()).toBe(3);
    await usualGround();
    const again = await loadHere();
    expect(again.sites.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(3);
    expect(await checksum()).toEqual(whole);
  });

  test("asked on the command line, it says what the folder says, to the letter", async () => {
    await empty();
    const anchang = (...args: readonly string[]): string =>
      spawnSync(process.execPath, [program, ...args], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        env: { ...process.env, ANCHANG_DATABASE_URL: server.url },
      }).stdout;
    expect(JSON.parse(anchang("load", "--dataset", folder, "--json"))).toMatchObject({
      others: [],
      sites: sites.map(() => ({ outcome: "loaded" })),
    });
    const asked = ["report", "all", "--json", "--today", "2026-11-22"];
    const there = anchang(...asked, "--engine", "postgres");
    expect(there.length).toBeGreaterThan(1000);
    expect(there === anchang(...asked, "--dataset", folder)).toBe(true);
  });

  test("a password is said nowhere, whatever is wrong with the address", () => {
    const wrong = encodeURIComponent(`${password}wrong`);
    for (const [at, url] of [
      `postgres://anchang:${wrong}@127.0.0.1:${server.port}/postgres`,
      `postgres://anchang:${wrong}@127.0.0.1:1/postgres`,
      `postgres://anchang:${wrong}@127.0.0.1:${server.port}/nowhere?password=${wrong}`,
      `postgres://anchang:${password}wrong@nowhere.invalid/postgres`,
      `postgres://anchang:${wrong}@127.0.0.1:${server.port}/a%zz`,
      `anchang:${wrong}@127.0.0.1`,
    ].entries()) {
      const words =
        at % 2 === 0 ? ["load", "--dataset", folder] : ["report", "funnel", "--engine", "postgres"];
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, "--url", url], {
        encoding: "utf8",
      });
      expect({ url, status, stdout }).toEqual({ url, status: 2, stdout: "" });
      expect(stderr).toMatch(/^.+；.+\n$/u);
      for (const secret of ["wrong", "w0rd", wrong])
        expect(stderr.replaceAll("wrong user", "")).not.toContain(secret);
    }
  });
});
