/** Tests that kill (kill -9) the loader and the servers of an engine at drawn moments, while others ask. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { Client } from "pg";
import { askPostgres } from "../../../src/dataset/engines/ask-postgres";
import { EngineFailed } from "../../../src/dataset/engines/engine-failed";
import { load, type LoadedAll } from "../../../src/dataset/engines/load";
import { loadedTables } from "../../../src/dataset/engines/postgres-tables";
import type { Asked } from "../../../src/dataset/engines/question";
import type { Engine } from "../../../src/dataset/engine";
import { type Asking, askMeanwhile, pause, stagesOf, toldNow } from "./asking-meanwhile";
import { manyRows } from "./drawn-data";
import { drawingKills, Met, moment, patienceFor } from "./drawn-kills";
import type { Server } from "./postgres-cluster";
import { newFolder, writeDataset } from "./written-dataset";

const program = path.join(__dirname, "../../../dist/cli/anchang.js");

export interface Ground {
  readonly engine: Engine;
  /** Asked, and loaded into. */
  readonly front: Server;
  /** Who may be killed: one of those of a name, whichever is drawn. The front is one of them. */
  readonly servers: Readonly<Record<string, readonly Server[]>>;
  /** Commits have two halves: the front's own, and then that of the others. */
  readonly halves: boolean;
}

/** Few rows a site: then much of the time goes into commits, where most can go wrong. */
const sites = manyRows(14).toSorted((a, b) => (a.site < b.site ? -1 : 1));

/** How a loader ended. */
type Ending = "done" | "refused" | "killed";

interface Loader {
  readonly ended: Promise<Ending>;
  readonly kill: () => Promise<void>;
}

const killing = fc.record({
  at: moment,
  /** Where commits have halves: between those of the next, wherever that is. */
  halfway: fc.boolean(),
  which: fc.nat({ max: 1000 }),
  /** Milliseconds that a server stays away: loaders and askers come too early, or hardly notice. */
  away: fc.noBias(fc.integer({ min: 0, max: 400 })),
});
type Killing = Readonly<{ at: number; halfway: boolean; which: number; away: number }>;

const others = 2;

class Killed {
  readonly met: Met;
  private readonly folder = newFolder();
  private readonly stages = stagesOf(sites);
  private whole: readonly string[] = [];
  /** Milliseconds, undisturbed. */
  private span = { loading: 0, asking: 0 };

  constructor(
    private readonly ground: Ground,
    name: string,
  ) {
    this.met = new Met(name);
  }

  private async asOwner<Found>(
    work: (client: Client) => Promise<Found>,
    server = this.ground.front,
  ): Promise<Found> {
    const client = await server.client();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private readonly ask = async (): Promise<Asked> => askPostgres(this.ground.front.url, this.ground.engine);

  private asking(count: number, from: number): readonly Asking[] {
    return Array.from({ length: count }, () => askMeanwhile(this.ask, this.stages, from));
  }

  /** Known by its name on the server. */
  private get address(): string {
    return `${this.ground.front.url}?application_name=loading`;
  }

  private async load(): Promise<LoadedAll> {
    return load({ folder: this.folder, address: this.address, engine: this.ground.engine });
  }

  /** In this program: nobody can kill it. */
  private loaderHere(): Loader {
    const ended = this.load().then(
      (): Ending => "done",
      (cause: unknown): Ending => {
        if (cause instanceof EngineFailed) return "refused";
        throw cause;
      },
    );
    return { ended, kill: () => Promise.resolve() };
  }

  private loaderApart(): Loader {
    const words = ["load", "--dataset", this.folder, "--engine", this.ground.engine.name];
    const child = spawn(process.execPath, [program, ...words, "--url", this.address], { stdio: "ignore" });
    const ended = new Promise<Ending>(
      (resolve) =>
        void child.once("exit", (code, signal) =>
          resolve(signal === "SIGKILL" ? "killed" : code === 0 ? "done" : "refused"),
        ),
    );
    return {
      ended,
      kill: async () => {
        child.kill("SIGKILL");
        await ended;
      },
    };
  }

  /** Until there is something to see, or the loader has ended. */
  private async seen({ ended }: Loader, what: string): Promise<void> {
    let over = false;
    void ended.finally(() => (over = true)).catch(() => undefined);
    await this.asOwner(async (client) => {
      while (!over && (await client.query(what)).rows.length === 0);
    });
  }

  private async begun(loader: Loader): Promise<void> {
    await this.seen(loader, "select 1 from pg_stat_activity where application_name = 'loading'");
  }

  /** The front waits for a standby before it tells of a commit: for one that there is not, it waits for good. */
  private async standby(name: string): Promise<void> {
    await this.asOwner(async (client) => {
      await client.query(`alter system set synchronous_standby_names = '${name}'`);
      await client.query("select pg_reload_conf()");
    });
  }

  private async reached(loader: Loader, { at, halfway }: Killing): Promise<void> {
    await pause(at * this.span.loading);
    if (!halfway || !this.ground.halves) return;
    await this.standby("nobody");
    await this.seen(loader, "select 1 from pg_stat_activity where wait_event = 'SyncRep'");
  }

  private async bare(): Promise<void> {
    const names = ["loaded", ...loadedTables.map(({ name }) => name)];
    await this.asOwner(async (client) =>
      client.query(`truncate ${names.map((name) => `anchang.${name}`).join(", ")}`),
    );
  }

  /** Of every table, every cell, in any order of rows; rows are brought together to be summed. */
  private async checksum(): Promise<readonly string[]> {
    return this.asOwner(async (client) => {
      const sums: string[] = [];
      for (const { name, columns } of loadedTables) {
        const { rows } = await client.query<{ sum: string }>(
          `with gathered as materialized (select ${columns.map((each) => each.name).join(", ")} from anchang.${name})
           select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as sum
           from gathered as t`,
        );
        sums.push(`${name} ${rows[0]?.sum ?? ""}`);
      }
      return sums;
    });
  }

  /** Transactions that are neither done nor undone, on all servers. */
  private async prepared(): Promise<number> {
    let count = 0;
    for (const server of Object.values(this.ground.servers).flat())
      count += await this.asOwner(
        async (client) =>
          Number(
            (await client.query<{ n: string }>("select count(*) as n from pg_prepared_xacts")).rows[0]?.n,
          ),
        server,
      );
    return count;
  }

  async begin(): Promise<void> {
    await writeDataset(this.folder, sites);
    await this.load();
    await this.bare();
    const asking = this.asking(others, 0);
    const loader = this.loaderHere();
    await this.begun(loader);
    const began = performance.now();
    expect(await loader.ended).toBe("done");
    this.span.loading = performance.now() - began;
    for (const each of asking) expect((await each.stop()).faults).toEqual([]);
    this.whole = await this.checksum();
    const asked = performance.now();
    await this.allSeven();
    this.span.asking = performance.now() - asked;
  }

  end(): void {
    this.met.tell();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async allSeven(): Promise<void> {
    const engine = await this.ask();
    try {
      expect(await toldNow(engine)).toEqual(this.stages.at(-1));
    } finally {
      await engine.close();
    }
  }

  /** Loaded again, everything is there once, what was told of before is there still, and nothing is left over. */
  private async again(asking: readonly Asking[]): Promise<void> {
    const toldOf = Math.max(...asking.map((each) => each.heard().sites));
    this.met.add("prepared halves found", await this.prepared());
    const { sites: loaded } = await this.load();
    const unchanged = loaded.filter(({ outcome }) => outcome === "unchanged").length;
    expect({ toldOf, unchanged, loaded: loaded.length }).toEqual({
      toldOf: Math.min(toldOf, unchanged),
      unchanged,
      loaded: sites.length,
    });
    for (const each of asking) {
      const { faults, whole, refused } = await each.stop();
      this.met.add("whole answers", whole);
      this.met.add("errors", refused);
      expect(faults).toEqual([]);
    }
    await this.allSeven();
    expect(await this.checksum()).toEqual(this.whole);
    expect(await this.prepared()).toBe(0);
  }

  private server(name: string, which: number): Server {
    const all = this.ground.servers[name] ?? [];
    const server = all[which % all.length];
    if (server === undefined) throw new Error(`no server ${name}`);
    return server;
  }

  private async killAndStart(name: string, { which, away }: Killing): Promise<void> {
    const server = this.server(name, which);
    await server.kill();
    await pause(away);
    await server.start();
  }

  /** A server, or the loader. */
  async loading(name: string, kill: Killing): Promise<void> {
    await this.bare();
    const asking = this.asking(others, 0);
    const loader = name === "loader" ? this.loaderApart() : this.loaderHere();
    await this.begun(loader);
    await this.reached(loader, kill);
    if (name === "loader") await loader.kill();
    else await this.killAndStart(name, kill);
    if (this.ground.halves) await this.standby("");
    this.met.add(`${name} killed while loading (${await loader.ended})`);
    await this.again(asking);
  }

  async asked(name: string, kill: Killing): Promise<void> {
    const asking = this.asking(others + 1, sites.length);
    await pause(kill.at * this.span.asking * others);
    await this.killAndStart(name, kill);
    const met = asking.filter((each) => each.heard().refused > 0).length;
    this.met.add(`${name} killed while asking (${met > 0 ? "met" : "between"})`);
    await this.again(asking);
  }
}

/** `ground` is asked for when the tests run. */
export const killedAtDrawnMoments = (
  name: string,
  servers: readonly string[],
  ground: () => Ground,
  few: number,
): void => {
  let killed: Killed;
  beforeAll(async () => {
    killed = new Killed(ground(), name);
    await killed.begin();
  });
  afterAll(() => killed.end());

  const always = async (work: (kill: Killing) => Promise<void>): Promise<void> =>
    fc.assert(fc.asyncProperty(killing, work), drawingKills(few));

  test.each(["loader", ...servers])(
    "%s killed while loading: answers are whole or errors; loaded again, all is there once",
    async (victim) => always(async (kill) => killed.loading(victim, kill)),
    patienceFor(few),
  );

  test.each([...servers])(
    "%s killed while asked: answers are whole or errors, and the same afterwards",
    async (victim) => always(async (kill) => killed.asked(victim, kill)),
    patienceFor(few),
  );
};
