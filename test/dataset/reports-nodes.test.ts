/** One server in front of three that hold the rows (postgres_fdw): where one is lost, there is no answer at all. */
import { rmSync } from "node:fs";
import fc from "fast-check";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { Table } from "../../src/domain/report/report";
import { askDuckdb } from "../../src/dataset/engines/ask-duckdb";
import { askPostgres } from "../../src/dataset/engines/ask-postgres";
import { undistributed } from "../../src/dataset/engines/citus";
import { EngineFailed } from "../../src/dataset/engines/engine-failed";
import { load } from "../../src/dataset/engines/load";
import { postgres } from "../../src/dataset/engines/postgres";
import type { Asked } from "../../src/dataset/engines/question";
import { answer } from "../../src/dataset/reports/answer";
import { type DatasetReportKey, datasetReportKeys } from "../../src/dataset/reports/definition";
import { datasetReports } from "../../src/dataset/reports/reports";
import { tableNames, tables } from "../../src/dataset/tables";
import { describeWith } from "../xlsx/tools";
import { askMeanwhile, pause, reckoned, toldNow } from "./reports/asking-meanwhile";
import { manyRows } from "./reports/drawn-data";
import { drawingKills, Met, moment, patienceFor } from "./reports/drawn-kills";
import {
  type Cluster,
  hasPostgres,
  password,
  postgresCluster,
  type Server,
} from "./reports/postgres-cluster";
import { newFolder, writeDataset } from "./reports/written-dataset";

const folder = newFolder();
const sites = manyRows(60);
const today = "2026-11-22" as CalendarDay;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (server: Server, ...statements: readonly string[]): Promise<void> => {
  const client = await server.client();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

const spread = tableNames.filter((name) => !undistributed.includes(name));
const declared = (name: (typeof spread)[number]): string =>
  tables[name].columns.map((column) => `${column.name} ${postgres.types[column.type]}`).join(", ");

const told = (engine: Asked, key: DatasetReportKey): Promise<Table> =>
  answer(datasetReports[key], engine, { period: { from: undefined, to: today }, today, limit: 100_000 });

describeWith("PostgreSQL", hasPostgres)("one server in front of three", () => {
  let cluster: Cluster;
  let front: Server;
  let nodes: readonly Server[];
  let engine: Asked;

  beforeAll(async () => {
    cluster = postgresCluster();
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => cluster.server()));
    if (first === undefined) throw new Error("no server");
    front = first;
    nodes = others;
    await Promise.all(
      nodes.map((node) =>
        run(
          node,
          "create schema anchang",
          ...spread.map((name) => `create table anchang.${name} (${declared(name)})`),
        ),
      ),
    );
    await run(
      front,
      "create extension postgres_fdw",
      "create schema anchang",
      ...nodes.flatMap(({ port }, at) => [
        `create server node${at} foreign data wrapper postgres_fdw
         options (host '127.0.0.1', port '${port}', dbname 'postgres', batch_size '1000', async_capable 'true')`,
        `create user mapping for anchang server node${at}
         options (user 'anchang', password '${password.replaceAll("'", "''")}')`,
      ]),
      ...spread.flatMap((name) => [
        `create table anchang.${name} (${declared(name)}) partition by hash (phone_key)`,
        ...nodes.map(
          (_, at) =>
            `create foreign table anchang.${name}_${at} partition of anchang.${name}
             for values with (modulus 3, remainder ${at})
             server node${at} options (schema_name 'anchang', table_name '${name}')`,
        ),
      ]),
    );
    await writeDataset(folder, sites);
    await load({ folder, address: front.url, engine: postgres });
    engine = await askPostgres(front.url, postgres);
  });
  afterAll(async () => {
    await engine.close();
    await cluster.remove();
  });

  test("each node has its part, and together they say what DuckDB says", async () => {
    for (const node of nodes) {
      const client = await node.client();
      const { rows } = await client.query<{ count: string }>("select count(*) as count from anchang.visits");
      expect(Number(rows[0]?.count)).toBeGreaterThan(0);
      await client.end();
    }
    const duckdb = await askDuckdb(folder);
    for (const key of datasetReportKeys) expect(await told(engine, key)).toEqual(await told(duckdb, key));
    await duckdb.close();
  });

  test("a time that runs out is an error, not a part", async () => {
    const hurried = await askPostgres(front.url, postgres, ["set statement_timeout = '1ms'"]);
    await expect(told(hurried, "latest")).rejects.toThrow("时限");
    await hurried.close();
  });

  test("a node killed in the middle of a question is an error; with the node back the answer is the same", async () => {
    const before = await told(engine, "funnel");
    const [, node] = nodes;
    if (node === undefined) throw new Error("no node");
    // Met in the middle: some rows have come, and the last does not.
    await run(
      node,
      "alter table anchang.clients rename to clients_rows",
      `create view anchang.clients as
       select * from anchang.clients_rows
       where pg_sleep(case when ctid = (select max(ctid) from anchang.clients_rows) then 3600 else 0 end) is not null`,
    );
    const asked = told(engine, "funnel");
    const refused = expect(asked).rejects.toThrow(EngineFailed);
    const watch = await node.client();
    for (let busy = 0; busy === 0;) {
      const { rows } = await watch.query<{ busy: string }>(
        "select count(*) as busy from pg_stat_activity where wait_event = 'PgSleep'",
      );
      busy = Number(rows[0]?.busy);
      await pause(20);
    }
    await node.kill();
    await refused;
    await watch.end().catch(() => undefined);
    // Gone still: asked anew, there is no answer either.
    const anew = await askPostgres(front.url, postgres);
    await expect(told(anew, "channels")).rejects.toThrow(EngineFailed);
    await anew.close();
    await node.start();
    await run(node, "drop view anchang.clients", "alter table anchang.clients_rows rename to clients");
    const after = await askPostgres(front.url, postgres);
    expect(await told(after, "funnel")).toEqual(before);
    await after.close();
  });

  test(
    "a node killed at drawn moments: every answer is whole or an error, and whole again with the node back",
    async () => {
      const whole = reckoned(sites);
      const open = async (): Promise<Asked> => askPostgres(front.url, postgres);
      const askedOnce = async (): Promise<void> => {
        const anew = await open();
        expect(await toldNow(anew)).toEqual(whole);
        await anew.close();
      };
      const began = performance.now();
      await askedOnce();
      const span = performance.now() - began;
      const met = new Met("one server in front of three");
      await fc.assert(
        fc.asyncProperty(
          moment,
          fc.noBias(fc.integer({ min: 0, max: nodes.length - 1 })),
          fc.noBias(fc.integer({ min: 0, max: 300 })),
          async (at, which, away) => {
            const node = nodes[which];
            if (node === undefined) throw new Error("no node");
            const asking = [1, 2].map(() => askMeanwhile(open, [whole], 0));
            await pause(at * span * 2);
            await node.kill();
            await pause(away);
            await node.start();
            for (const each of asking) {
              const { faults, whole: answers, refused } = await each.stop();
              expect(faults).toEqual([]);
              met.add("whole answers", answers);
              met.add("errors", refused);
            }
            met.add("kills");
            await askedOnce();
          },
        ),
        drawingKills(3),
      );
      met.tell();
    },
    patienceFor(3),
  );
});
