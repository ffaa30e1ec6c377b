/** `report --dataset`: the reports of head office's data set, on whichever engine. */
import type { Engine } from "../dataset/engine";
import { askDuckdb } from "../dataset/engines/ask-duckdb";
import { askPostgres } from "../dataset/engines/ask-postgres";
import type { Asked } from "../dataset/engines/question";
import { answer, TooManyRows } from "../dataset/reports/answer";
import { type DatasetReport, type DatasetReportKey, datasetReportKeys } from "../dataset/reports/definition";
import { datasetReports } from "../dataset/reports/reports";
import { periodWording } from "../domain/report/period";
import type { Period, Table } from "../domain/report/report";
import { mostAnswerRows } from "../workbook/plan/answer-sheet";
import { addressFrom, engineNamed } from "./database";
import { clearToWrite } from "./out-file";
import { Unusable } from "./outcome";
import { dayOption } from "./report-days";
import { tableText, writeTables } from "./tables-out";
import { todayOr } from "./clock";

export interface DatasetReportOptions {
  readonly dataset?: string;
  readonly engine?: string;
  readonly url?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly today?: string;
}

const wantedReports = (wanted: string): readonly DatasetReport[] => {
  const name = wanted.trim().toLowerCase();
  const all = datasetReportKeys.map((key: DatasetReportKey) => datasetReports[key]);
  if (name === "all" || name === "全部") return all;
  const found = all.filter(({ key, title }) => key === name || title.zh === wanted.trim());
  if (found.length > 0) return found;
  throw new Unusable(
    `数据集没有“${wanted}”这种报表；有：${all.map(({ key, title }) => `${key}（${title.zh}）`).join("、")}、all（全部）。(no report of the data set by that name)`,
  );
};

const open = async (engine: Engine, { dataset, url }: DatasetReportOptions): Promise<Asked> => {
  if (engine.load === "transactions") return askPostgres(addressFrom(url), engine);
  if (dataset === undefined) throw new Unusable("--dataset：请写数据集的文件夹。(missing --dataset)");
  if (url !== undefined)
    throw new Unusable("--url 只和 --engine postgres 或 citus 同用。(--url needs --engine)");
  return askDuckdb(dataset);
};

interface Answered {
  readonly table: Table;
  readonly period: Period;
  readonly about: string;
}

const plainOf = ({ table: { key, title, columns, rows, total, note }, period }: Answered): unknown => ({
  key,
  title: title.zh,
  from: period.from ?? null,
  to: period.to,
  columns: columns.map(({ zh, kind }) => ({ caption: zh, kind })),
  rows,
  total: total ?? null,
  note: note ?? "",
});

const ask = async (
  report: DatasetReport,
  engine: Asked,
  options: DatasetReportOptions,
): Promise<Answered> => {
  const today = todayOr(options.today);
  const asOfNow: Period = { from: undefined, to: today };
  const period: Period =
    report.of === "now"
      ? asOfNow
      : { from: dayOption("from", options.from), to: dayOption("to", options.to) ?? today };
  try {
    const table = await answer(report, engine, { period, today, limit: mostAnswerRows });
    return { table, period, about: periodWording(period) };
  } catch (cause) {
    if (!(cause instanceof TooManyRows)) throw cause;
    throw new Unusable(
      `${report.title.zh}：超过 ${cause.limit} 行，一张表放不下，没有写；请用 --from、--to 分段，或直接用别的工具读数据集的 Parquet 文件。(too many rows for a sheet)`,
    );
  }
};

const check = (reports: readonly DatasetReport[], { from, to, today }: DatasetReportOptions): void => {
  const [first, last] = [dayOption("from", from), dayOption("to", to) ?? todayOr(today)];
  if (first !== undefined && last < first)
    throw new Unusable(`--from ${first} 在 --to ${last} 之后；请对调。(--from is after --to)`);
  const [only] = reports;
  if (reports.length === 1 && only?.of === "now" && (from ?? to) !== undefined)
    throw new Unusable(
      `${only.title.zh}：按今天计，没有 --from、--to；要看别的日子请用 --today。(as of today; has no period)`,
    );
};

export const datasetReportCommand = async (wanted: string, options: DatasetReportOptions): Promise<void> => {
  const { out, force, json } = options;
  const reports = wantedReports(wanted);
  check(reports, options);
  if (out !== undefined) await clearToWrite(out, [".xlsx"], force);
  const engine = await open(engineNamed(options.engine ?? "duckdb"), options);
  const answers: Answered[] = [];
  try {
    for (const report of reports) answers.push(await ask(report, engine, options));
  } finally {
    await engine.close();
  }
  if (out !== undefined) {
    await writeTables(out, answers);
    const told = answers.map(({ table }) => `${table.title.zh} ${table.rows.length} 行`);
    process.stdout.write(`${out}：${told.join("、")}，已写好。\n`);
    return;
  }
  process.stdout.write(
    json === true
      ? `${JSON.stringify(answers.map(plainOf), null, 2)}\n`
      : `${answers.map(({ table, about }) => tableText(table, about)).join("\n\n\n")}\n`,
  );
};
