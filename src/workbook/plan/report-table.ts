/** One table of a report on its sheet, with its chart beside or below. */
import { areaAddress, cellAddress } from "../../book/address";
import type { Block, Chart, ChartSeries, Look, RangeLook, Value } from "../../book/book";
import { calendarDay, serialOfDay } from "../../domain/kit/calendar-day";
import type { ColumnKind, Cell as Figure, Table } from "../../domain/report/report";
import { unitsOf, wrapped } from "./card-measure";
import { accent, accentPale, ink, line, quiet } from "./palette";
import { chartColumn, type Grid, isTalk } from "./report-grid";

/** Rows of a sheet, from `top` (0 is row 1) down. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly looks: readonly RangeLook[];
  readonly merges: readonly string[];
  readonly charts: readonly Chart[];
  /** Points, a row each. */
  readonly heights: readonly number[];
  /** Rows that no page parts, from the first of the part, both inside: a chart's, a heading's with what it heads. */
  readonly whole: readonly (readonly [from: number, to: number])[];
}

const rowHeight = 18;
const textLine = 14;
/** A chart is at least so many rows high. */
const chartRows = 11;
const chartBelowRows = 12;
const tallestChart = 20;

const base: Look = { fontName: "宋体", fontSize: 10, color: ink, vertical: "center" };
export const headingLook: Look = { ...base, fontSize: 12, bold: true, color: accent };
export const quietLook: Look = { ...base, fontSize: 9, color: quiet, wrap: true };
const captionLook: Look = {
  ...base,
  bold: true,
  fill: accentPale,
  horizontal: "center",
  wrap: true,
  border: line,
};
const totalLook: Look = { bold: true, fill: "#F3F5F7" };

/** Told apart in grey too: dark and light by turns. */
const colors = [
  "#1B5E72",
  "#E0A030",
  "#7FB2C4",
  "#8A5A2B",
  "#B9D4A0",
  "#5B6B73",
  "#C9D6DC",
  "#A23B52",
  "#D9C7E8",
];
const lineColor = "#C2410C";

const whole = (table: Table, column: number): boolean =>
  [...table.rows, table.total ?? []].every((row) => {
    const cell = row[column];
    return typeof cell !== "number" || Number.isInteger(cell);
  });

const formatOf = (table: Table, column: number): string => {
  const kind: ColumnKind = table.columns[column]?.kind ?? "text";
  switch (kind) {
    case "text":
      return "@";
    case "day":
      return "yyyy-mm-dd";
    case "share":
    case "rate":
      return "0.0%_ ";
    case "count":
    case "number":
      return "0_ ";
    default:
      return whole(table, column) ? "#,##0_ " : "#,##0.00_ ";
  }
};

/** A figure of a report as a cell holds it: days as serials. */
export const inCell = (cell: Figure, kind: ColumnKind): Value => {
  if (kind !== "day" || typeof cell !== "string") return cell === "" ? null : cell;
  const day = calendarDay(cell);
  return day === undefined ? cell : serialOfDay(day);
};

interface At {
  readonly top: number;
  readonly grid: Grid;
}

const right = ({ grid }: At): number => grid.widths.length - 1;

const talkUnits = ({ grid }: At, column: number): number =>
  Math.max(8, Math.floor(grid.widths.slice(column).reduce((sum, width) => sum + width, 0) * 1.05) - 2);

const unitsIn = ({ grid }: At, column: number): number => Math.max(4, (grid.widths[column] ?? 9) - 1);

/** As high as the longest of its texts; Excel's rows end at 409 points. */
const heightOfRow = (table: Table, row: readonly Figure[], at: At): number => {
  const lines = table.columns.map(({ kind }, column) => {
    const cell = row[column];
    if (kind !== "text" || typeof cell !== "string" || cell === "") return 1;
    return wrapped(cell, isTalk(table, column) ? talkUnits(at, column) : unitsIn(at, column)).length;
  });
  return Math.min(400, Math.max(rowHeight, Math.max(...lines) * textLine + 4));
};

const seriesOf = (table: Table, first: number): readonly ChartSeries[] => {
  const { chart } = table;
  if (chart === undefined) return [];
  const range = (column: number): string =>
    areaAddress({ top: first, bottom: first + table.rows.length - 1, left: column, right: column });
  const kindOf = (column: number): ColumnKind => table.columns[column]?.kind ?? "text";
  const [main = 1] = chart.columns;
  const isPart = (column: number): boolean => kindOf(column) === "share" || kindOf(column) === "rate";
  const alone = chart.columns.length + (chart.lines?.length ?? 0) === 1;
  const isPie = chart.kind === "doughnut";
  return [
    ...chart.columns.map((column, index): ChartSeries => ({
      name: table.columns[column]?.zh ?? "",
      values: range(column),
      categories: range(0),
      ...(isPie
        ? { pointColors: table.rows.map((_, row) => colors[row % colors.length] ?? accent) }
        : { color: colors[index % colors.length] ?? accent }),
      ...(isPie ? { labels: "percent" as const } : alone && { labels: "value" as const }),
    })),
    ...(chart.lines ?? []).map((column): ChartSeries => ({
      name: table.columns[column]?.zh ?? "",
      values: range(column),
      categories: range(0),
      color: lineColor,
      line: true,
      ...(isPart(column) && !isPart(main) && { secondary: true }),
    })),
  ];
};

/** Nothing to draw: no rows, nought everywhere, or one bar alone. */
const isFlat = ({ rows, chart }: Table): boolean => {
  const drawn = [...(chart?.columns ?? []), ...(chart?.lines ?? [])];
  return (
    (rows.length === 1 && drawn.length === 1) ||
    !rows.some((row) => drawn.some((at) => Number(row[at] ?? 0) !== 0))
  );
};

const chartOf = (table: Table, first: number, place: string): readonly Chart[] => {
  if (table.chart === undefined || isFlat(table)) return [];
  const { kind } = table.chart;
  const series = seriesOf(table, first);
  const isPie = kind === "doughnut";
  const [main = 1] = table.chart.columns;
  const isMoney = ["yuan", "balance"].includes(table.columns[main]?.kind ?? "");
  const lowest = Math.min(
    0,
    ...table.rows.flatMap((row) => table.chart?.columns.map((column) => Number(row[column] ?? 0)) ?? []),
  );
  return [
    {
      name: `图-${table.title.zh}`,
      kind,
      title: table.title.zh,
      series,
      place,
      ...((isPie || series.length > 1) && { legend: isPie ? ("right" as const) : ("bottom" as const) }),
      ...(!isPie && {
        valueAxis: { numberFormat: isMoney ? "#,##0" : "0", ...(lowest === 0 && { minimum: 0 }) },
        ...(series.some(({ secondary }) => secondary === true) && { secondaryAxis: { numberFormat: "0%" } }),
      }),
    },
  ];
};

/** The heading, the table, its note, and the chart. */
export const tablePart = (table: Table, number: number, at: At): Part => {
  const { top } = at;
  const { columns, rows, total } = table;
  const last = columns.length - 1;
  const edge = right(at);
  const captions = top + 1;
  const first = top + 2;
  const empty = rows.length === 0;
  const body: readonly (readonly Figure[])[] = [
    ...(empty ? [["没有记录", ...columns.slice(1).map(() => null)]] : rows),
    ...(total === undefined ? [] : [total]),
  ];
  const bottom = first + body.length - 1;
  const noteRow = table.note === undefined ? undefined : bottom + 1;
  const talks = isTalk(table, last);
  const across = talks ? edge : last;
  const beside = chartColumn(table, at.grid);
  const hasChart = table.chart !== undefined && !isFlat(table);
  const used = (noteRow ?? bottom) - top + 1;
  const chartTop = beside === undefined ? top + used + 1 : captions;
  const tall = Math.max(chartRows, Math.min(body.length + 1, tallestChart));
  // Bars need a line each for their names.
  const isBars = table.chart?.kind === "bar" || table.chart?.kind === "stackedBar";
  const below = isBars ? Math.max(chartBelowRows, Math.min(rows.length + 4, tallestChart)) : chartBelowRows;
  const charted = beside === undefined ? used + below : Math.max(used, 1 + tall);
  const area = (from: number, to: number, left: number, until: number): string =>
    areaAddress({ top: from, bottom: to, left, right: until });
  const place =
    beside === undefined
      ? area(chartTop, chartTop + below - 2, 0, edge)
      : area(chartTop, chartTop + tall - 1, beside, edge);
  const captionUnits = Math.max(
    ...columns.map(({ zh }, column) =>
      isTalk(table, column) ? 1 : unitsOf(zh) > unitsIn(at, column) + 1 ? 2 : 1,
    ),
  );
  const heights = [
    24,
    captionUnits > 1 ? 30 : 20,
    ...body.map((row) => heightOfRow(table, row, at)),
    ...(noteRow === undefined ? [] : [16]),
  ];
  const rowsOfPart = hasChart ? charted : used;
  return {
    blocks: [
      { at: cellAddress(top, 0), rows: [[`${number}. ${table.title.zh}`]] },
      { at: cellAddress(captions, 0), rows: [columns.map(({ zh }) => zh)] },
      {
        at: cellAddress(first, 0),
        rows: body.map((row) => columns.map(({ kind }, column) => inCell(row[column] ?? null, kind))),
      },
      ...(noteRow === undefined || table.note === undefined
        ? []
        : [{ at: cellAddress(noteRow, 0), rows: [[`注：${table.note}`]] }]),
    ],
    looks: [
      { range: area(top, top, 0, edge), look: headingLook },
      { range: area(captions, captions, 0, across), look: captionLook },
      { range: area(first, bottom, 0, across), look: { ...base, border: line, wrap: true } },
      ...columns.map(({ kind }, column): RangeLook => {
        const isFigure = kind !== "text" && kind !== "day";
        return {
          range: area(first, bottom, column, column === last ? across : column),
          look: {
            numberFormat: formatOf(table, column),
            horizontal: isFigure ? "right" : kind === "day" ? "center" : "left",
          },
        };
      }),
      ...(total === undefined ? [] : [{ range: area(bottom, bottom, 0, across), look: totalLook }]),
      ...(noteRow === undefined ? [] : [{ range: area(noteRow, noteRow, 0, edge), look: quietLook }]),
    ],
    merges: [
      ...(talks && edge > last
        ? [captions, ...body.map((_, index) => first + index)].map((row) => area(row, row, last, edge))
        : []),
      ...(noteRow === undefined
        ? []
        : [area(noteRow, noteRow, 0, beside !== undefined && hasChart ? beside - 1 : edge)]),
    ],
    charts: chartOf(table, first, place),
    whole: [
      [0, hasChart && beside !== undefined ? Math.max(2, tall) : 2],
      [Math.max(0, bottom - top - (total === undefined ? 0 : 1)), used - 1],
      ...(hasChart && beside === undefined ? [[used, rowsOfPart - 1] as const] : []),
    ],
    heights: Array.from(
      { length: rowsOfPart },
      // Between a table and the chart below it.
      (_, index) => heights[index] ?? (beside === undefined && index === used ? 6 : rowHeight),
    ),
  };
};
