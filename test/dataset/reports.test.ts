/** The seven reports: each engine says the same, cell by cell, and what a plain reckoning says. */
import { rmSync } from "node:fs";
import fc from "fast-check";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { Period, Table } from "../../src/domain/report/report";
import { askDuckdb } from "../../src/dataset/engines/ask-duckdb";
import { askPostgres } from "../../src/dataset/engines/ask-postgres";
import { load } from "../../src/dataset/engines/load";
import { postgres } from "../../src/dataset/engines/postgres";
import type { Asked } from "../../src/dataset/engines/question";
import { answer, TooManyRows } from "../../src/dataset/reports/answer";
import { datasetReportKeys } from "../../src/dataset/reports/definition";
import { datasetReports } from "../../src/dataset/reports/reports";
import { describeWith } from "../xlsx/tools";
import { type DrawnSite, drawnSites, manyRows } from "./reports/drawn-data";
import { expected } from "./reports/oracle";
import { type Cluster, hasPostgres, postgresCluster, type Server } from "./reports/postgres-cluster";
import { newFolder, writeDataset } from "./reports/written-dataset";

const today = "2026-11-22" as CalendarDay;
const periods: readonly Period[] = [
  { from: undefined, to: today },
  { from: "2024-03-01" as CalendarDay, to: "2024-03-31" as CalendarDay },
];

const everything = async (engine: Asked, period: Period): Promise<Readonly<Record<string, Table>>> => {
  const found: Record<string, Table> = {};
  for (const key of datasetReportKeys)
    found[key] = await answer(datasetReports[key], engine, { period, today, limit: 1_000_000 });
  return found;
};

const withDataset = async (
  sites: readonly DrawnSite[],
  work: (folder: string, duckdb: Asked) => Promise<void>,
): Promise<void> => {
  const folder = newFolder();
  try {
    await writeDataset(folder, sites);
    const duckdb = await askDuckdb(folder);
    try {
      await work(folder, duckdb);
    } finally {
      await duckdb.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** `toEqual` of many thousand cells takes longer than the engines do: it is asked where there is something to show. */
const expectSame = (found: unknown, wanted: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
};

const rowsOf = (tables: Readonly<Record<string, Table>>) =>
  Object.fromEntries(Object.entries(tables).map(([key, { rows }]) => [key, rows]));

test("DuckDB says what a plain reckoning says, whatever stands in the cells", async () => {
  await fc.assert(
    fc.asyncProperty(drawnSites, async (sites) =>
      withDataset(sites, async (_, duckdb) => {
        for (const period of periods)
          expectSame(rowsOf(await everything(duckdb, period)), expected(sites, period, today));
      }),
    ),
    { numRuns: 8, seed: 11 },
  );
});

test("and of 7 sites with 60 rows of each table", async () => {
  const sites = manyRows(60);
  await withDataset(sites, async (_, duckdb) => {
    for (const period of periods)
      expectSame(rowsOf(await everything(duckdb, period)), expected(sites, period, today));
  });
});

test("parts add up to the total; quotients are of the total's own figures", async () => {
  const sites = manyRows(60);
  await withDataset(sites, async (_, duckdb) => {
    const found = await everything(duckdb, periods[0]!);
    for (const { columns, rows, total } of Object.values(found)) {
      if (total === undefined) continue;
      columns.forEach(({ kind }, at) => {
        if (kind === "count") expect(total[at]).toBe(rows.reduce((sum, row) => sum + Number(row[at]), 0));
        else if (kind === "yuan" || kind === "area")
          expect(Number(total[at])).toBeCloseTo(
            rows.reduce((sum, row) => sum + Number(row[at]), 0),
            0,
          );
      });
    }
    const { funnel } = found;
    expect(funnel?.total?.[0]).toBe("合计");
    expect(funnel?.total?.[8]).toBe(Number(funnel?.total?.[2]) / Number(funnel?.total?.[1]));
  });
});

test("the price of a square metre is of deals that have an area and a total; the others are counted (R18)", async () => {
  const [site] = manyRows(1);
  const [deal] = site?.rows.deals ?? [];
  if (site === undefined || deal === undefined) throw new Error("no deal");
  const rows = [
    { floor_area: "100.00", total_price: "900500.00" },
    { floor_area: "100.00", total_price: null },
    { floor_area: null, total_price: "800000.00" },
  ].map((amounts, at) => ({
    ...{ ...deal, age_band: null, layout: null, building: at === 1 ? "乙" : "甲" },
    ...{ deal_day: "2024-03-05", refunded: false, source_row: 5 + at, ...amounts },
  }));
  await withDataset([{ ...site, rows: { ...site.rows, deals: rows } }], async (_, duckdb) => {
    const asked = { period: periods[0]!, today, limit: 10 };
    const table = await answer(datasetReports.deals, duckdb, asked);
    expect(table.columns.slice(4).map(({ zh }) => zh)).toEqual([
      ...["成交套数", "建筑面积", "成交金额", "均价未知套数", "均价（元/㎡）"],
    ]);
    expect(table.rows.map((row) => row.slice(4))).toEqual(
      expect.arrayContaining([
        [1, 100, 0, 1, null],
        [2, 100, 1_700_500, 1, 9005],
      ]),
    );
    expect(table.total?.slice(4)).toEqual([3, 200, 1_700_500, 2, 9005]);
  });
});

test("more rows than there is room for is an error, not a part", async () => {
  await withDataset(manyRows(30), async (_, duckdb) => {
    const asked = answer(datasetReports.latest, duckdb, { period: periods[0]!, today, limit: 5 });
    await expect(asked).rejects.toThrow(TooManyRows);
  });
});

test("nothing in the data set is nothing in the reports", async () => {
  await withDataset([], async (_, duckdb) => {
    for (const table of Object.values(await everything(duckdb, periods[0]!))) expect(table.rows).toEqual([]);
  });
});

describeWith("PostgreSQL", hasPostgres)("PostgreSQL, sorting Chinese of its own accord", () => {
  let cluster: Cluster;
  let server: Server;
  beforeAll(async () => {
    cluster = postgresCluster();
    server = await cluster.server();
  });
  afterAll(async () => cluster.remove());

  const same = async (sites: readonly DrawnSite[]): Promise<void> =>
    withDataset(sites, async (folder, duckdb) => {
      const owner = await server.client();
      await owner.query("drop schema if exists anchang cascade");
      await owner.end();
      await load({ folder, address: server.url, engine: postgres });
      const there = await askPostgres(server.url, postgres);
      try {
        for (const period of periods)
          expectSame(await everything(there, period), await everything(duckdb, period));
      } finally {
        await there.close();
      }
    });

  test("says what DuckDB says, cell by cell, of drawn data", async () => {
    await fc.assert(fc.asyncProperty(drawnSites, same), { numRuns: 5, seed: 12 });
  });

  test("says what DuckDB says, cell by cell, of 7 sites with 2,400 rows each", async () => {
    await same(manyRows(300));
  });
});
