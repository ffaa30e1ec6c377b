/** A report as a sheet to read and to print: tables with a chart each, then the sentences (forms.md 22). */
import { areaAddress, cellAddress } from "../../book/address";
import type { Book, Look, RowSize, Sheet } from "../../book/book";
import { periodWording } from "../../domain/report/period";
import type { Report, ReportKey } from "../../domain/report/report";
import { inHeader } from "./card";
import { wrapped } from "./card-measure";
import { generated } from "./generated-sheet";
import { accentDeep, ink } from "./palette";
import { type Grid, gridOf, margins } from "./report-grid";
import { headingLook, type Part, quietLook, tablePart } from "./report-table";

const tabs: Readonly<Record<ReportKey, string>> = {
  daily: "日报",
  deals: "成交客户分析",
  sources: "客户来源分析",
  losses: "未成交原因分析",
  funnel: "销售漏斗",
  performance: "置业顾问业绩",
  overdue: "逾期跟进清单",
  weekly: "周报回款对销售",
  referrals: "老带新",
};

/** The sheet's name; made again, the report takes its own place. */
const reportSheetName = (key: ReportKey): string => `报表-${tabs[key]}`;

/** What people call a report on the command line. */
export const reportShortName = (key: ReportKey): string => tabs[key];

const titleLook: Look = {
  fontName: "宋体",
  fontSize: 18,
  bold: true,
  color: accentDeep,
  horizontal: "center",
  vertical: "center",
};
const periodLook: Look = { ...quietLook, fontSize: 10, horizontal: "center", vertical: "center" };
const sentenceLook: Look = { fontName: "宋体", fontSize: 11, color: ink, vertical: "center", wrap: true };

const lineOfText = 15;

const unitsAcross = ({ widths }: Grid): number =>
  Math.floor(widths.reduce((sum, width) => sum + width, 0) * 0.95) - 2;

/** Words across the whole sheet, a row each. */
const wordsPart = (words: readonly string[], top: number, grid: Grid, look: Look): Part => {
  const edge = grid.widths.length - 1;
  const rows = words.map((_, index) =>
    areaAddress({ top: top + index, bottom: top + index, left: 0, right: edge }),
  );
  return {
    blocks: words.length === 0 ? [] : [{ at: cellAddress(top, 0), rows: words.map((text) => [text]) }],
    looks: rows.map((range) => ({ range, look: { ...look, numberFormat: "@" } })),
    merges: rows,
    charts: [],
    whole: [],
    heights: words.map((text) =>
      Math.min(400, Math.max(20, wrapped(text, unitsAcross(grid)).length * lineOfText + 5)),
    ),
  };
};

const gap = 10;

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Rows of a part that stay on one page together, from the top down. */
const piecesOf = ({ heights, whole }: Part): readonly { readonly at: number; readonly height: number }[] => {
  const pieces: { at: number; height: number }[] = [];
  for (const [at, height] of heights.entries()) {
    const last = pieces.at(-1);
    // A gap is nothing to begin a page with.
    const joined = at === heights.length - 1 || whole.some(([from, to]) => from < at && at <= to);
    if (joined && last !== undefined) last.height += height;
    else pieces.push({ at, height });
  }
  return pieces;
};

/**
 * Where pages end: no table is cut that fits on one, but for the first, which does not leave the title alone; what is
 * cut is cut between its rows.
 */
const breaksBefore = (parts: readonly Part[], tops: readonly number[], page: number): readonly number[] => {
  const breaks: number[] = [];
  let used = 0;
  for (const [index, part] of parts.entries()) {
    const top = tops[index] ?? 0;
    const height = sum(part.heights);
    const isBelowTitle = index === 1;
    if (used > 0 && used + height > page && !isBelowTitle) {
      breaks.push(top);
      used = 0;
    }
    if (used + height <= page) {
      used += height;
      continue;
    }
    for (const piece of piecesOf(part)) {
      if (used > 0 && used + piece.height > page) {
        breaks.push(top + piece.at);
        used = 0;
      }
      used += piece.height;
    }
  }
  return breaks;
};

/** `name`: the sheet's. */
export const figureSheet = (report: Omit<Report, "key">, name: string): Sheet => {
  const grid = gridOf(report);
  const edge = grid.widths.length - 1;
  const parts: Part[] = [];
  const tops: number[] = [];
  let row = 0;
  const put = (make: (top: number) => Part): void => {
    const part = make(row);
    tops.push(row);
    parts.push({ ...part, heights: [...part.heights, gap] });
    row += part.heights.length + 1;
  };
  const { project } = report;
  put((top) => {
    const title = wordsPart([`${project}${report.title.zh}`], top, grid, titleLook);
    const about = wordsPart(
      [`${periodWording(report.period)}${report.note === "" ? "" : `　${report.note}`}`],
      top + 1,
      grid,
      periodLook,
    );
    return {
      blocks: [...title.blocks, ...about.blocks],
      looks: [...title.looks, ...about.looks],
      merges: [...title.merges, ...about.merges],
      charts: [],
      heights: [34, ...about.heights],
      whole: [[0, 1]],
    };
  });
  report.tables.forEach((table, index) => put((top) => tablePart(table, index + 1, { top, grid })));
  put((top) => {
    const said = report.sentences.map(({ text }, index) => `${index + 1}. ${text}`);
    const heading = wordsPart(["文字说明"], top, grid, headingLook);
    const lines = wordsPart(
      said.length === 0 ? ["这一期间没有可以说明的数字。"] : said,
      top + 1,
      grid,
      sentenceLook,
    );
    return {
      blocks: [...heading.blocks, ...lines.blocks],
      looks: [...heading.looks, ...lines.looks],
      merges: [...heading.merges, ...lines.merges],
      charts: [],
      heights: [24, ...lines.heights],
      whole: [[0, 1]],
    };
  });
  const heights = parts.flatMap((part) => part.heights);
  const rows: readonly RowSize[] = heights.map((height, index) => ({ row: index, height }));
  const bottom = Math.max(0, heights.length - 2);
  return generated({
    name,
    visibility: "visible",
    showGridlines: false,
    blocks: parts.flatMap(({ blocks }) => blocks),
    looks: parts.flatMap(({ looks }) => looks),
    columns: grid.widths.map((width, column) => ({ column, width })),
    rows,
    merges: parts.flatMap(({ merges }) => merges),
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    charts: parts.flatMap(({ charts }) => charts),
    // Figures of a day: protected without a password, so that nobody mends them by hand unawares.
    protection: { allowFormatColumns: true },
    print: {
      orientation: grid.orientation,
      paper: "A4",
      ...(grid.scale < 100 && { scale: grid.scale }),
      area: areaAddress({ top: 0, left: 0, bottom, right: edge }),
      pageBreaks: breaksBefore(parts, tops, grid.pageHeight),
      margins,
      centerHorizontally: true,
      centerFooter: "第 &P 页，共 &N 页",
      leftFooter: inHeader(`${project}${report.title.zh}`),
      rightFooter: inHeader(periodWording(report.period)),
    },
  });
};

export const reportSheet = (report: Report): Sheet => figureSheet(report, reportSheetName(report.key));

export const reportBook = (reports: readonly Report[]): Book => ({
  sheets: reports.map(reportSheet),
  names: [],
});
