import { columnCount, rowCount } from "../model/areas";
import { type ChartPlace, type ChartType, chartTypes, newSeries, type SeriesState } from "../model/charts";
import { hostError } from "../model/refusal";
import { asColor, asFlag, asText, asWhole, isRange, oneOf } from "./arguments";
import { changing, fillClass, type OnChart } from "./chart-parts";
import { handle, type Call, type Handle, type HostClass } from "./classes";

interface OnSeries extends OnChart {
  readonly series: SeriesState;
}

interface OnPoint extends OnSeries {
  readonly at: number;
}

const present = (target: OnChart, at: number): Handle => {
  const series = target.chart.series[at];
  if (!series) throw hostError("ItemNotFound", `The chart ${target.chart.name} has no series ${at}.`);
  return handle(chartSeries, { ...target, series });
};

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriescollection */
export const chartSeriesCollection: HostClass<OnChart> = {
  name: "ChartSeriesCollection",
  get: { Count: ({ chart }) => chart.series.length },
  items: (target) => target.chart.series.map((_, at) => present(target, at)),
  call: {
    Add: (target, [name, index], call) => {
      const { chart } = target;
      changing(target.sheet, call);
      const at = index === null || index === undefined ? chart.series.length : asWhole(index);
      const given = name === null || name === undefined ? `Series${chart.series.length + 1}` : asText(name);
      chart.series.splice(at, 0, newSeries(given, chart.type));
      return present(target, at);
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (target, [at]) => present(target, asWhole(at)),
  },
};

/** One row or column of cells; blocks this host has not learnt. */
const data = (value: unknown): ChartPlace => {
  if (!isRange(value)) throw hostError("InvalidArgument", "The data of a series are a range.");
  const { sheet, area } = value.target;
  if (rowCount(area) > 1 && columnCount(area) > 1)
    throw hostError("NotImplemented", "This host draws one row or one column of cells as a series.");
  return { sheet, area };
};

/** Sets one thing of a series. */
const set =
  (put: (series: SeriesState, value: unknown) => void) =>
  (target: OnSeries, value: unknown, call: Call): void => {
    changing(target.sheet, call);
    put(target.series, value);
  };

const columns: readonly ChartType[] = ["ColumnClustered", "ColumnStacked"];

const chartSeries: HostClass<OnSeries> = {
  name: "ChartSeries",
  get: {
    AxisGroup: ({ series }) => (series.secondary ? "Secondary" : "Primary"),
    ChartType: ({ series }) => series.type,
    HasDataLabels: ({ series }) => series.labels.shown,
    MarkerBackgroundColor: ({ series }) => series.marker.background,
    MarkerForegroundColor: ({ series }) => series.marker.foreground,
    Name: ({ series }) => series.name,
  },
  set: {
    AxisGroup: set((series, value) => {
      series.secondary = oneOf(value, ["Primary", "Secondary"] as const) === "Secondary";
    }),
    ChartType: (target, value, call) => {
      changing(target.sheet, call);
      const type = chartTypes.find((each) => each === value);
      const over = type === "LineMarkers" && columns.includes(target.chart.type);
      if (!type || (type !== target.chart.type && !over))
        throw hostError("NotImplemented", `This host mixes only lines into columns, not ${String(value)}.`);
      target.series.type = type;
    },
    HasDataLabels: set((series, value) => {
      series.labels.shown = asFlag(value);
    }),
    MarkerBackgroundColor: set((series, value) => {
      series.marker.background = asColor(value);
    }),
    MarkerForegroundColor: set((series, value) => {
      series.marker.foreground = asColor(value);
    }),
    Name: set((series, value) => {
      series.name = asText(value);
    }),
  },
  go: {
    DataLabels: (target) => handle(dataLabels, target),
    Format: (target) => handle(seriesFormat, target),
    Points: (target) => handle(points, target),
  },
  call: {
    Delete: ({ sheet, chart, series }, _args, call) => {
      changing(sheet, call);
      chart.series.splice(chart.series.indexOf(series), 1);
    },
    SetValues: ({ sheet, series }, [source], call) => {
      changing(sheet, call);
      series.values = data(source);
    },
    SetXAxisValues: ({ sheet, series }, [source], call) => {
      changing(sheet, call);
      series.categories = data(source);
    },
  },
};

const seriesFormat: HostClass<OnSeries> = {
  name: "ChartSeriesFormat",
  go: { Fill: (target) => handle(seriesFill, target), Line: (target) => handle(seriesLine, target) },
};

const seriesFill = fillClass<OnSeries>(({ series }, color) => {
  series.fill = color;
});

const seriesLine: HostClass<OnSeries> = {
  name: "ChartLineFormat",
  get: { Color: ({ series }) => series.line },
  set: {
    Color: set((series, value) => {
      series.line = asColor(value);
    }),
  },
};

const dataLabels: HostClass<OnSeries> = {
  name: "ChartDataLabels",
  get: {
    Position: ({ series }) => series.labels.position,
    ShowPercentage: ({ series }) => series.labels.percent,
    ShowValue: ({ series }) => series.labels.value,
  },
  set: {
    Position: set((series, value) => {
      series.labels.position = asText(value);
    }),
    ShowPercentage: set((series, value) => {
      series.labels.percent = asFlag(value);
    }),
    ShowValue: set((series, value) => {
      series.labels.value = asFlag(value);
    }),
  },
};

const pointCount = ({ series }: OnSeries): number =>
  series.values ? Math.max(rowCount(series.values.area), columnCount(series.values.area)) : 0;

const points: HostClass<OnSeries> = {
  name: "ChartPointsCollection",
  get: { Count: pointCount },
  items: (target) => Array.from({ length: pointCount(target) }, (_, at) => handle(point, { ...target, at })),
  call: {
    GetCount: pointCount,
    GetItemAt: (target, [index]) => {
      const at = asWhole(index);
      if (at < 0 || at >= pointCount(target)) throw hostError("ItemNotFound", `There is no point ${at}.`);
      return handle(point, { ...target, at });
    },
  },
};

const point: HostClass<OnPoint> = {
  name: "ChartPoint",
  go: { Format: (target) => handle(pointFormat, target) },
};

const pointFormat: HostClass<OnPoint> = {
  name: "ChartPointFormat",
  go: { Fill: (target) => handle(pointFill, target) },
};

const pointFill = fillClass<OnPoint>(({ series, at }, color) => {
  series.pointFills.set(at, color);
});
