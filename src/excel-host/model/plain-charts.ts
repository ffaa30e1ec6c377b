import { type Area, parseSheetRange } from "../../book/address";
import type { Chart, ChartAxis, ChartKind, ChartSeries } from "../../book/book";
import { areaText, sheetPrefix } from "./areas";
import {
  type AxisState,
  type Caption,
  type ChartPlace,
  type ChartState,
  type ChartType,
  newChart,
  newSeries,
  type SeriesState,
} from "./charts";
import { hostError } from "./refusal";
import type { SheetState, Workbook } from "./workbook";

const typeOf: Readonly<Record<ChartKind, ChartType>> = {
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
  line: "LineMarkers",
  pie: "Pie",
  doughnut: "Doughnut",
};

const kindOf = (type: ChartType): ChartKind => {
  const found = Object.entries(typeOf).find(([, each]) => each === type);
  if (!found) throw new Error(`no kind of chart: ${type}`);
  return found[0] as ChartKind;
};

const sides = { Top: "top", Bottom: "bottom", Left: "left", Right: "right" } as const;
const positions = { top: "Top", bottom: "Bottom", left: "Left", right: "Right" } as const;

const captionText = ({ text, visible }: Caption): { title?: string } => (visible ? { title: text } : {});

const axisOf = (axis: AxisState): ChartAxis | undefined => {
  const plain: ChartAxis = {
    ...captionText(axis.title),
    ...(axis.numberFormat === undefined ? {} : { numberFormat: axis.numberFormat }),
    ...(axis.minimum === undefined ? {} : { minimum: axis.minimum }),
    ...(axis.maximum === undefined ? {} : { maximum: axis.maximum }),
  };
  return Object.keys(plain).length === 0 ? undefined : plain;
};

/** Without its sheet where that is the chart's own. */
const placeText = ({ sheet, area }: ChartPlace, own: SheetState): string =>
  (sheet === own ? "" : sheetPrefix(sheet.name)) + areaText(area);

const seriesOf = (chart: ChartState, own: SheetState, series: SeriesState): readonly ChartSeries[] => {
  if (!series.values) return [];
  const line = series.type === "LineMarkers";
  const color = line ? series.line : series.fill;
  const last = Math.max(-1, ...series.pointFills.keys());
  const { labels } = series;
  return [
    {
      name: series.name,
      values: placeText(series.values, own),
      ...(series.categories ? { categories: placeText(series.categories, own) } : {}),
      ...(color === "" ? {} : { color }),
      ...(last < 0
        ? {}
        : {
            pointColors: Array.from({ length: last + 1 }, (_, at) => series.pointFills.get(at) ?? "#000000"),
          }),
      ...(line && chart.type !== "LineMarkers" ? { line } : {}),
      ...(series.secondary ? { secondary: true } : {}),
      ...(labels.shown && (labels.percent || labels.value)
        ? { labels: labels.percent ? ("percent" as const) : ("value" as const) }
        : {}),
    },
  ];
};

/** Charts of a sheet as plain data; one whose cells are all gone is left out. */
export const chartsOf = (sheet: SheetState): readonly Chart[] =>
  sheet.charts.flatMap((chart) => {
    const series = chart.series.flatMap((each) => seriesOf(chart, sheet, each));
    if (series.length === 0) return [];
    const [categoryAxis, valueAxis] = [axisOf(chart.axes.category), axisOf(chart.axes.value)];
    const secondaryAxis = axisOf(chart.axes.secondary);
    return [
      {
        name: chart.name,
        kind: kindOf(chart.type),
        ...captionText(chart.title),
        series,
        place: areaText(chart.area),
        ...(chart.legend.visible ? { legend: sides[chart.legend.position] } : {}),
        ...(categoryAxis ? { categoryAxis } : {}),
        ...(valueAxis ? { valueAxis } : {}),
        ...(secondaryAxis ? { secondaryAxis } : {}),
      },
    ];
  });

const loadAxis = (state: AxisState, axis: ChartAxis | undefined): void => {
  state.title.text = axis?.title ?? "";
  state.title.visible = axis?.title !== undefined;
  state.numberFormat = axis?.numberFormat;
  state.minimum = axis?.minimum;
  state.maximum = axis?.maximum;
};

const loadSeries = (book: Workbook, own: SheetState, kind: ChartKind, plain: ChartSeries): SeriesState => {
  const place = (text: string): ChartPlace => {
    const found = parseSheetRange(text, own.name);
    const sheet = found && book.sheets.find(({ name }) => name === found.sheet);
    if (!found || !sheet) throw hostError("InvalidArgument", `"${text}" are no cells for a chart.`);
    return { sheet, area: found.area };
  };
  const series = newSeries(plain.name, plain.line ? "LineMarkers" : typeOf[kind]);
  series.values = place(plain.values);
  if (plain.categories !== undefined) series.categories = place(plain.categories);
  if (series.type === "LineMarkers") series.line = plain.color ?? "";
  else series.fill = plain.color ?? "";
  series.secondary = plain.secondary ?? false;
  plain.pointColors?.forEach((color, at) => series.pointFills.set(at, color));
  series.labels.shown = plain.labels !== undefined;
  series.labels.value = plain.labels !== "percent";
  series.labels.percent = plain.labels === "percent";
  return series;
};

const areaAt = (plain: Chart, own: SheetState): Area => {
  const found = parseSheetRange(plain.place, own.name);
  if (!found) throw hostError("InvalidArgument", `"${plain.place}" is no place for a chart.`);
  return found.area;
};

/** Puts plain charts on a sheet; all sheets of the workbook are there by then. */
export const loadCharts = (book: Workbook, own: SheetState, charts: readonly Chart[]): void => {
  for (const plain of charts) {
    const chart = newChart(book, own, typeOf[plain.kind]);
    chart.name = plain.name;
    chart.area = areaAt(plain, own);
    chart.title.text = plain.title ?? "";
    chart.title.visible = plain.title !== undefined;
    chart.legend.visible = plain.legend !== undefined;
    chart.legend.position = positions[plain.legend ?? "bottom"];
    loadAxis(chart.axes.category, plain.categoryAxis);
    loadAxis(chart.axes.value, plain.valueAxis);
    loadAxis(chart.axes.secondary, plain.secondaryAxis);
    const bars = plain.kind === "bar" || plain.kind === "stackedBar";
    chart.axes.category.reversed = bars;
    chart.axes.category.position = bars ? "Maximum" : "Automatic";
    chart.axes.category.categoryType = "TextAxis";
    chart.series.push(...plain.series.map((series) => loadSeries(book, own, plain.kind, series)));
    own.charts.push(chart);
  }
};
