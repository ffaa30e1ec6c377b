import type { Area } from "../../book/address";
import { columnCount, rowCount } from "../model/areas";
import { type ChartState, type ChartType, chartTypes, findChart, newChart, newSeries } from "../model/charts";
import { hostError } from "../model/refusal";
import type { HeldRange, SheetState } from "../model/workbook";
import { asFlag, asPlace, asText, asWhole, isRange, oneOf } from "./arguments";
import { chartAxes } from "./chart-axis-classes";
import { chartSeriesCollection } from "./chart-series-classes";
import { captionMembers, changing, type OnChart } from "./chart-parts";
import { handle, type Call, type Handle, type HostClass } from "./classes";

/** A type this host neither draws nor saves is said to be missing, not drawn as another. */
const asChartType = (value: unknown): ChartType => {
  const known = chartTypes.find((type) => type === value);
  if (known) return known;
  throw hostError("NotImplemented", `This host has not learnt charts of the type ${String(value)}.`);
};

const present = (sheet: SheetState, found: ChartState | undefined, key: unknown): Handle => {
  if (!found) throw hostError("ItemNotFound", `There is no chart ${String(key)} on ${sheet.name}.`);
  return handle(chart, { sheet, chart: found });
};

/**
 * Series as Excel finds them in numbers without headers: a row or a column is one. What Excel makes of headers and
 * of several rows and columns at once this host has not learnt.
 */
const seriesIn = (source: HeldRange, by: unknown): readonly Area[] => {
  const { area } = source;
  const wanted = oneOf(by ?? "Auto", ["Auto", "Columns", "Rows"] as const);
  const single = rowCount(area) === 1 || columnCount(area) === 1;
  const column = columnCount(area) === 1;
  if (!single || (wanted !== "Auto" && (wanted === "Columns") !== column))
    throw hostError("NotImplemented", "This host makes a chart of one row or one column of numbers only.");
  return [area];
};

/** https://learn.microsoft.com/javascript/api/excel/excel.chartcollection */
export const chartCollection: HostClass<SheetState> = {
  name: "ChartCollection",
  get: { Count: ({ charts }) => charts.length },
  item: (sheet, key) => present(sheet, findChart(sheet, asText(key)), key),
  items: (sheet) => sheet.charts.map((each) => handle(chart, { sheet, chart: each })),
  call: {
    Add: (sheet, [type, source, by], call) => {
      changing(sheet, call);
      if (!isRange(source)) throw hostError("InvalidArgument", "The data of a chart are a range.");
      const made = newChart(call.book, sheet, asChartType(type));
      for (const area of seriesIn(source.target, by)) {
        const series = newSeries(`Series${made.series.length + 1}`, made.type);
        series.values = { sheet: source.target.sheet, area };
        made.series.push(series);
      }
      sheet.charts.push(made);
      return handle(chart, { sheet, chart: made });
    },
    GetCount: ({ charts }) => charts.length,
    GetItem: (sheet, [key]) => present(sheet, findChart(sheet, asText(key)), key),
    GetItemAt: (sheet, [at]) => present(sheet, sheet.charts[asWhole(at)], at),
    GetItemOrNullObject: (sheet, [key]) => {
      const found = findChart(sheet, asText(key));
      return found ? handle(chart, { sheet, chart: found }) : null;
    },
  },
};

const chart: HostClass<OnChart> = {
  name: "Chart",
  identity: ({ chart: { id } }) => ({ Id: id }),
  get: {
    ChartType: ({ chart: { type } }) => type,
    Id: ({ chart: { id } }) => id,
    Name: ({ chart: { name } }) => name,
  },
  set: {
    ChartType: (target, value, call) => {
      changing(target.sheet, call);
      const type = asChartType(value);
      target.chart.type = type;
      for (const series of target.chart.series) series.type = type;
    },
    Name: (target, value, call) => {
      changing(target.sheet, call);
      const name = asText(value);
      const other = findChart(target.sheet, name);
      if (name === "" || (other && other !== target.chart))
        throw hostError("InvalidArgument", `A chart cannot be named "${name}".`);
      target.chart.name = name;
    },
  },
  go: {
    Axes: (target) => handle(chartAxes, target),
    Legend: (target) => handle(chartLegend, target),
    Series: (target) => handle(chartSeriesCollection, target),
    Title: (target) => handle(chartTitle, target),
  },
  call: {
    Delete: ({ sheet, chart: gone }, _args, call) => {
      changing(sheet, call);
      sheet.charts.splice(sheet.charts.indexOf(gone), 1);
    },
    /** https://learn.microsoft.com/javascript/api/excel/excel.chart#excel-excel-chart-setposition-member(1) */
    SetPosition: (target, [start, end], call) => {
      changing(target.sheet, call);
      const first = cells(start, call, target.sheet);
      const last = end === null || end === undefined ? undefined : cells(end, call, target.sheet);
      const { area } = target.chart;
      const size = { rows: rowCount(area), columns: columnCount(area) };
      target.chart.area = {
        top: first.top,
        left: first.left,
        bottom: last?.bottom ?? first.top + size.rows - 1,
        right: last?.right ?? first.left + size.columns - 1,
      };
    },
  },
};

const cells = (value: unknown, call: Call, sheet: SheetState): Area => asPlace(value, call, sheet).area;

const chartTitle: HostClass<OnChart> = {
  name: "ChartTitle",
  ...captionMembers(({ chart: { title } }: OnChart) => title),
};

const chartLegend: HostClass<OnChart> = {
  name: "ChartLegend",
  get: {
    Position: ({ chart: { legend } }) => legend.position,
    Visible: ({ chart: { legend } }) => legend.visible,
  },
  set: {
    Position: (target, value, call) => {
      changing(target.sheet, call);
      target.chart.legend.position = oneOf(value, ["Top", "Bottom", "Left", "Right"] as const);
    },
    Visible: (target, value, call) => {
      changing(target.sheet, call);
      target.chart.legend.visible = asFlag(value);
    },
  },
};
