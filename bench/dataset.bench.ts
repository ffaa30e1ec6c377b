/**
 * The seven reports over ten million made-up visits, on the embedded engine with a bounded memory.
 * ANCHANG_VISITS asks for fewer; ANCHANG_DATASET names a folder that was made before, by `writeSyntheticDataset`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { askDuckdb } from "../src/dataset/engines/ask-duckdb";
import { readSiteLines } from "../src/dataset/manifest";
import { datasetReportKeys } from "../src/dataset/reports/definition";
import { datasetReports } from "../src/dataset/reports/reports";
import type { CalendarDay } from "../src/domain/kit/calendar-day";
import { writeSyntheticDataset } from "./synthetic-visits";

const today = "2026-11-22" as CalendarDay;
const memory = "2GB";
const threads = 2;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const megabytes = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

const made = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-bench-"));
  const visits = Number(process.env.ANCHANG_VISITS ?? 10_000_000);
  const start = performance.now();
  await writeSyntheticDataset(folder, { visits, sites: Math.max(1, Math.round(visits / 50_000)), memory });
  console.log(`made in ${seconds(start)}`);
  return folder;
};

/** Each answer is read to its end and not kept; every report opens the data set anew. */
export const run = async (): Promise<void> => {
  const kept = process.env.ANCHANG_DATASET;
  const folder = kept ?? (await made());
  try {
    const sites = await readSiteLines(folder);
    const all = (table: "visits" | "followups"): number =>
      sites.reduce((sum, { rows }) => sum + rows[table], 0);
    console.log(
      `${all("visits")} visits, ${all("followups")} follow-ups, ${sites.length} sites; DuckDB, ${memory}, ${threads} threads; ` +
        `${cpus().length} cores with a load of ${loadavg()[0]?.toFixed(1) ?? "?"}`,
    );
    const start = performance.now();
    for (const key of datasetReportKeys) {
      const { text, parameters } = datasetReports[key];
      const began = performance.now();
      const used = process.cpuUsage();
      const engine = await askDuckdb(folder, { memory, threads });
      let rows = 0;
      for await (const portion of engine.ask(text, parameters({ from: undefined, to: today }, today)))
        rows += portion.length;
      await engine.close();
      const { user, system } = process.cpuUsage(used);
      console.log(
        `${key.padEnd(10)} ${seconds(began).padStart(9)}  cpu ${((user + system) / 1e6).toFixed(1).padStart(6)} s  ${String(rows).padStart(9)} rows  peak ${megabytes()}`,
      );
    }
    console.log(`${"all seven".padEnd(10)} ${seconds(start).padStart(9)}`);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
};
