/** `anchang report --dataset`, run as a person runs it. `npm test` builds the command line first. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { Period, Table } from "../../src/domain/report/report";
import { askDuckdb } from "../../src/dataset/engines/ask-duckdb";
import { answer } from "../../src/dataset/reports/answer";
import { type DatasetReportKey, datasetReportKeys } from "../../src/dataset/reports/definition";
import { datasetReports } from "../../src/dataset/reports/reports";
import { readSheets } from "../../src/xlsx/read";
import { manyRows } from "./reports/drawn-data";
import { newFolder, writeDataset } from "./reports/written-dataset";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = newFolder();
const today = "2026-11-22" as CalendarDay;
const out = path.join(folder, "报表.xlsx");

beforeAll(async () => writeDataset(folder, manyRows(90)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, "report", ...args, "--today", today],
    { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, ANCHANG_DATABASE_URL: "" } },
  );
  return { code: status, out: stdout, err: stderr };
};

const everything: Period = { from: undefined, to: today };
const told = async (key: DatasetReportKey, period: Period = everything): Promise<Table> => {
  const engine = await askDuckdb(folder);
  try {
    return await answer(datasetReports[key], engine, { period, today, limit: 1_000_000 });
  } finally {
    await engine.close();
  }
};

test("as JSON, all of them, cell by cell; for the days asked for", async () => {
  const all = report("all", "--dataset", folder, "--json");
  expect({ ...all, out: "" }).toEqual({ code: 0, out: "", err: "" });
  const found = JSON.parse(all.out) as readonly { key: DatasetReportKey; rows: unknown; total: unknown }[];
  expect(found.map(({ key }) => key)).toEqual(datasetReportKeys);
  for (const { key, rows, total } of found) {
    const wanted = await told(key);
    expect(rows).toEqual(JSON.parse(JSON.stringify(wanted.rows)));
    expect(total).toEqual(wanted.total ?? null);
  }
  const march = { from: "2024-03-01" as CalendarDay, to: "2024-03-31" as CalendarDay };
  const some = report("渠道帕累托", "--dataset", folder, "--json", "--from", march.from, "--to", march.to);
  expect(JSON.parse(some.out)).toMatchObject([{ ...march, rows: (await told("channels", march)).rows }]);
});

test("on the terminal: the figures with their total; a long list is cut and says so", async () => {
  const funnel = report("各案场漏斗", "--dataset", folder);
  expect(funnel).toMatchObject({ code: 0, err: "" });
  expect(funnel.out).toMatch(/^【各案场漏斗】截至 2026-11-22\n案场\t登记\t到访\t/u);
  expect(funnel.out).toMatch(/\n合计\t\d+\t/u);
  const { rows } = await told("referrals");
  expect(rows.length).toBeGreaterThan(200);
  expect(report("referrals", "--dataset", folder).out).toContain(`共 ${rows.length} 行，这里只列前 200 行`);
});

test("into a file: a sheet a report, days as days, the total below; not over another unasked", async () => {
  const made = report("all", "--dataset", folder, "--out", out);
  expect([made.code, made.err]).toEqual([0, ""]);
  const { sheets } = await readSheets(new Uint8Array(readFileSync(out)));
  expect(sheets.map(({ name }) => name)).toEqual(
    datasetReportKeys.map((key) => datasetReports[key].title.zh),
  );
  for (const [at, key] of datasetReportKeys.entries()) {
    const wanted = await told(key);
    const sheet = sheets[at];
    const shown = (sheet?.rows ?? [])
      .filter(({ row }) => row >= 2)
      .map(({ cells }) =>
        wanted.columns.map((_, column) => cells.find((cell) => cell.column === column)?.value ?? null),
      );
    expect(shown[0]).toEqual(wanted.columns.map(({ zh }) => zh));
    expect(shown).toHaveLength(1 + wanted.rows.length + (wanted.total === undefined ? 0 : 1));
    wanted.columns.forEach(({ kind }, column) => {
      if (kind !== "text" && kind !== "day")
        expect(shown.slice(1).map((row) => row[column])).toEqual(
          [...wanted.rows, ...(wanted.total === undefined ? [] : [wanted.total])].map((row) => row[column]),
        );
    });
  }
  const again = report("funnel", "--dataset", folder, "--out", out);
  expect([again.code, again.out]).toEqual([2, ""]);
  expect(again.err).toContain("--force");
});

test.each<[why: string, args: readonly string[], says: string]>([
  ["no such report", ["日报", "--dataset", folder], "没有“日报”这种报表"],
  ["no data set there", ["funnel", "--dataset", path.join(folder, "visits")], "没有数据集"],
  ["a workbook as well", ["funnel", "案场.xlsx", "--dataset", folder], "不要再写案场簿"],
  ["neither", ["funnel"], "--dataset"],
  ["no such engine", ["funnel", "--dataset", folder, "--engine", "oracle"], "没有“oracle”"],
  ["no address", ["funnel", "--engine", "postgres"], "ANCHANG_DATABASE_URL"],
  ["an address for nothing", ["funnel", "--dataset", folder, "--url", "postgres://x"], "--engine"],
  ["days of what has none", ["overdue", "--dataset", folder, "--from", "2026-01-01"], "--today"],
  ["days the wrong way round", ["funnel", "--dataset", folder, "--from", "2027-01-01"], "对调"],
  ["a sheet that is none", ["funnel", "--dataset", folder, "--out", "报表.pdf"], ".xlsx"],
])("said in one line: %s", (_, args, says) => {
  const { code, out: printed, err } = report(...args);
  expect([code, printed]).toEqual([2, ""]);
  expect(err).toContain(says);
  expect(err).toMatch(/^[^\n]+\n$/u);
});
