/** A planned chart, drawn on a live sheet. Within ExcelApi 1.9. */
import { parseArea, parseSheetRange } from "../../book/address";
import type { Chart, ChartAxis, ChartKind, ChartSeries } from "../../book/book";
import { rangeAt } from "./build-look";
import { once } from "./table-shape";

const types = {
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
  line: "LineMarkers",
  pie: "Pie",
  doughnut: "Doughnut",
} as const satisfies Record<ChartKind, string>;

const positions = { top: "Top", bottom: "Bottom", left: "Left", right: "Right" } as const;

/** A cell alone is a column of one. */
const isRow = (range: string): boolean => {
  const area = parseArea(range);
  return area !== undefined && area.top === area.bottom && area.left !== area.right;
};

const putSeries = (
  chart: Chart,
  live: Excel.ChartSeries,
  { categories, values, name, color, pointColors, line, secondary, labels }: ChartSeries,
  rangeOf: (range: string) => Excel.Range,
): void => {
  live.name = name;
  live.setValues(rangeOf(values));
  if (categories !== undefined) live.setXAxisValues(rangeOf(categories));
  const asLine = line === true || chart.kind === "line";
  if (line === true) live.chartType = types.line;
  if (secondary === true) live.axisGroup = "Secondary";
  if (color !== undefined && asLine) {
    live.format.line.color = color;
    live.markerBackgroundColor = color;
    live.markerForegroundColor = color;
  } else if (color !== undefined) live.format.fill.setSolidColor(color);
  for (const [at, each] of (pointColors ?? []).entries())
    live.points.getItemAt(at).format.fill.setSolidColor(each);
  if (labels === undefined) return;
  live.hasDataLabels = true;
  live.dataLabels.showValue = labels === "value";
  live.dataLabels.showPercentage = labels === "percent";
  if (asLine) live.dataLabels.position = "Top";
};

const putAxis = (live: Excel.ChartAxis, { title, numberFormat, minimum, maximum }: ChartAxis): void => {
  if (title !== undefined) live.title.text = title;
  if (numberFormat !== undefined) live.numberFormat = numberFormat;
  if (minimum !== undefined) live.minimum = minimum;
  if (maximum !== undefined) live.maximum = maximum;
};

const putAxes = ({ axes }: Excel.Chart, chart: Chart): void => {
  if (chart.kind === "pie" || chart.kind === "doughnut") return;
  putAxis(axes.categoryAxis, chart.categoryAxis ?? {});
  putAxis(axes.valueAxis, chart.valueAxis ?? {});
  if (chart.secondaryAxis && chart.series.some(({ secondary }) => secondary === true))
    putAxis(axes.getItem("Value", "Secondary"), chart.secondaryAxis);
  axes.categoryAxis.categoryType = "TextAxis";
  if (chart.kind !== "bar" && chart.kind !== "stackedBar") return;
  // From top to bottom as one reads; the figures stay below.
  axes.categoryAxis.reversePlotOrder = true;
  axes.categoryAxis.position = "Maximum";
};

/** Made of its first series, which Excel cannot mistake for anything else; all are then named one by one. */
export const putChart = (sheet: Excel.Worksheet, own: string, chart: Chart): void => {
  const sheets = sheet.context.workbook.worksheets;
  const rangeOf = (range: string): Excel.Range => {
    const at = parseSheetRange(range, own);
    if (!at) throw new RangeError(`no cells: ${range}`);
    const { top, left, bottom, right } = at.area;
    return once(sheets.getItem(at.sheet).getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
  };
  const [first, ...rest] = chart.series;
  if (!first) throw new RangeError(`no series: ${chart.name}`);
  const live = sheet.charts.add(
    types[chart.kind],
    rangeOf(first.values),
    isRow(first.values) ? "Rows" : "Columns",
  );
  live.name = chart.name;
  const [start = chart.place, end = start] = chart.place.split(":");
  live.setPosition(rangeAt(sheet, start), rangeAt(sheet, end));
  putSeries(chart, live.series.getItemAt(0), first, rangeOf);
  for (const series of rest) putSeries(chart, live.series.add(series.name), series, rangeOf);
  if (chart.title === undefined) live.title.visible = false;
  else live.title.text = chart.title;
  live.legend.visible = chart.legend !== undefined;
  if (chart.legend !== undefined) live.legend.position = positions[chart.legend];
  putAxes(live, chart);
};
