import type { CalendarDay } from "../domain/kit/calendar-day";
import { periodOf } from "../domain/report/period";
import { type Period, type Report, type ReportKey, reportKeys } from "../domain/report/report";
import { reportText } from "../domain/report/report-text";
import { reports } from "../domain/report/reports";
import { reportBook, reportShortName } from "../workbook/plan/report-sheets";
import { writeBook } from "../xlsx/write";
import { todayOr } from "./clock";
import type { DatasetReportOptions } from "./dataset-report";
import { writeBytes } from "./files";
import { clearToWrite } from "./out-file";
import { Unusable } from "./outcome";
import { pdfOf } from "./pdf";
import { readSiteAloud } from "./read-site";
import { dayOption } from "./report-days";

/** `dataset`, `engine`, `url`: head office's reports, of `dataset-report.ts`. */
type Options = DatasetReportOptions;

/** By key, title or what people call it; all of them for "all". */
const wantedKeys = (wanted: string): readonly ReportKey[] => {
  const name = wanted.trim().toLowerCase();
  if (name === "all" || name === "全部") return reportKeys;
  const found = reportKeys.filter((key) => [key, reports[key].title.zh, reportShortName(key)].includes(name));
  if (found.length > 0) return found;
  throw new Unusable(
    `没有“${wanted}”这种报表；有：${reportKeys.map((key) => `${key}（${reportShortName(key)}）`).join("、")}、all（全部）。(no report by that name)`,
  );
};

/** What was asked for; what is usual for the report where nothing was. */
const periodFor = (key: ReportKey, options: Options, today: CalendarDay): Period => {
  const [from, to] = [dayOption("from", options.from), dayOption("to", options.to)];
  if (from !== undefined && (to ?? today) < from)
    throw new Unusable(`--from ${from} 在 --to ${to ?? today} 之后；请对调。(--from is after --to)`);
  if (from !== undefined || to !== undefined) return { from, to: to ?? today };
  const { usual } = reports[key];
  return periodOf(usual === "now" ? "all" : usual, today);
};

const plainOf = ({ key, title, project, period, tables, sentences, note }: Report): unknown => ({
  key,
  title: title.zh,
  project,
  from: period.from ?? null,
  to: period.to,
  tables: tables.map(({ key: table, title: about, columns, rows, total, note: said }) => ({
    key: table,
    title: about.zh,
    columns: columns.map(({ zh, kind }) => ({ caption: zh, kind })),
    rows,
    total: total ?? null,
    note: said ?? "",
  })),
  sentences: sentences.map(({ text }) => text),
  note,
});

/** Reports of a site's file: as sheets with charts into a file, or on the terminal. */
const siteReport = async (wanted: string, file: string, options: Options): Promise<void> => {
  const { out, force, json } = options;
  const today = todayOr(options.today);
  const keys = wantedKeys(wanted);
  if (out !== undefined) await clearToWrite(out, [".xlsx", ".pdf"], force);
  const periods = keys.map((key) => periodFor(key, options, today));
  const book = await readSiteAloud(file);
  const made = keys.map((key, at) => reports[key].make(book, periods[at] ?? periodOf("all", today), today));
  if (out !== undefined) {
    const bytes = await writeBook(reportBook(made));
    await writeBytes(out, /\.pdf$/iu.test(out) ? await pdfOf(bytes) : bytes);
    process.stdout.write(`${out}：${keys.map(reportShortName).join("、")}已写好。\n`);
    return;
  }
  process.stdout.write(
    json === true
      ? `${JSON.stringify(made.map(plainOf), null, 2)}\n`
      : `${made.map(reportText).join("\n\n\n")}\n`,
  );
};

/** Of a site's file, or of head office's data set. */
export const reportCommand = async (
  wanted: string,
  file: string | undefined,
  options: Options,
): Promise<void> => {
  if (options.dataset === undefined && options.engine === undefined && options.url === undefined) {
    if (file === undefined)
      throw new Unusable(
        "请写案场簿的文件名；总部的数据集请用 --dataset <文件夹>。(name a workbook, or --dataset)",
      );
    return siteReport(wanted, file, options);
  }
  if (file !== undefined)
    throw new Unusable(
      `${file}：--dataset、--engine 是总部数据集的报表，不要再写案场簿。(a workbook and a data set at once)`,
    );
  // The engines are large: other commands do without them.
  const { datasetReportCommand } = await import("./dataset-report");
  return datasetReportCommand(wanted, options);
};
