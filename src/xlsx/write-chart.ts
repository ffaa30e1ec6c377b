import type { Chart, ChartSeries } from "../book/book";
import { axesXml, axisIds, titleXml } from "./write-chart-axes";
import { categoriesXml, type ChartCells, valuesXml } from "./write-chart-data";
import { mainDrawingNamespace } from "./write-drawing";
import { relationNamespace, xmlHead, xmlText } from "./xml-text";

const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

type Group = "column" | "line" | "pie";

const solid = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;

/** Above the points of a line, so that the line does not strike them through. */
const labelsXml = (labels: ChartSeries["labels"], group: Group): string =>
  labels === undefined
    ? ""
    : `<c:dLbls>${group === "line" ? '<c:dLblPos val="t"/>' : ""}` +
      '<c:showLegendKey val="0"/>' +
      `<c:showVal val="${labels === "value" ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
      `<c:showPercent val="${labels === "percent" ? 1 : 0}"/><c:showBubbleSize val="0"/></c:dLbls>`;

const markerXml = (color: string | undefined): string => {
  const paint =
    color === undefined ? "" : `<c:spPr>${solid(color)}<a:ln w="9525">${solid(color)}</a:ln></c:spPr>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="5"/>${paint}</c:marker>`;
};

const pointsXml = ({ pointColors = [] }: ChartSeries): string =>
  pointColors
    .map(
      (color, i) => `<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/><c:spPr>${solid(color)}</c:spPr></c:dPt>`,
    )
    .join("");

/** Where a series stands among all of its chart: its colour in the theme, and its place in the legend. */
interface Placed {
  readonly series: ChartSeries;
  readonly index: number;
}

const seriesXml = ({ series, index }: Placed, group: Group, cells: (range: string) => ChartCells): string => {
  const { color } = series;
  const line = color === undefined ? "" : `<c:spPr><a:ln w="28575" cap="rnd">${solid(color)}</a:ln></c:spPr>`;
  const fill = color === undefined ? "" : `<c:spPr>${solid(color)}</c:spPr>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(series.name)}</c:v></c:tx>` +
    (group === "line"
      ? line + markerXml(color)
      : fill + (group === "column" ? '<c:invertIfNegative val="0"/>' : pointsXml(series))) +
    labelsXml(series.labels, group) +
    (series.categories === undefined ? "" : categoriesXml(cells(series.categories))) +
    valuesXml(cells(series.values)) +
    (group === "line" ? '<c:smooth val="0"/>' : "") +
    "</c:ser>"
  );
};

/** Gaps and overlaps are those Excel gives a new chart. */
const groupsXml = (chart: Chart, cells: (range: string) => ChartCells): string => {
  const placed = chart.series.map((series, index) => ({ series, index }));
  const drawn = (group: Group, some: readonly Placed[]): string =>
    some.map((each) => seriesXml(each, group, cells)).join("");
  const axes = (category: number, value: number): string =>
    `<c:axId val="${category}"/><c:axId val="${value}"/>`;
  const lines = (some: readonly Placed[], on: string): string =>
    some.length === 0
      ? ""
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn("line", some)}<c:marker val="1"/>${on}</c:lineChart>`;
  const { category, value, hiddenCategory, secondary } = axisIds;
  switch (chart.kind) {
    case "pie":
      return `<c:pieChart><c:varyColors val="1"/>${drawn("pie", placed)}<c:firstSliceAng val="0"/></c:pieChart>`;
    case "doughnut":
      return `<c:doughnutChart><c:varyColors val="1"/>${drawn("pie", placed)}<c:firstSliceAng val="0"/><c:holeSize val="75"/></c:doughnutChart>`;
    case "line":
      return lines(placed, axes(category, value)) + axesXml(chart);
    default: {
      const bars = chart.kind === "bar" || chart.kind === "stackedBar";
      const stacked = chart.kind === "stackedColumn" || chart.kind === "stackedBar";
      const [gap, overlap] = stacked ? [150, 100] : bars ? [182, 0] : [219, -27];
      const over = placed.filter(({ series }) => series.line);
      return (
        `<c:barChart><c:barDir val="${bars ? "bar" : "col"}"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/>` +
        `<c:varyColors val="0"/>${drawn(
          "column",
          placed.filter(({ series }) => !series.line),
        )}` +
        `<c:gapWidth val="${gap}"/><c:overlap val="${overlap}"/>${axes(category, value)}</c:barChart>` +
        lines(
          over.filter(({ series }) => !series.secondary),
          axes(category, value),
        ) +
        lines(
          over.filter(({ series }) => series.secondary),
          axes(hiddenCategory, secondary),
        ) +
        axesXml(chart)
      );
    }
  }
};

/** @throws where the plan is at odds with itself: Excel would call the file damaged. */
const checkChart = ({ name, kind, series }: Chart): void => {
  const fail = (what: string): never => {
    throw new Error(`chart ${name}: ${what}`);
  };
  if (series.length === 0) fail("no series");
  if (kind === "pie" && series.length > 1) fail("a pie has one series");
  const over = series.filter(({ line }) => line);
  if (over.length > 0 && ((kind !== "column" && kind !== "stackedColumn") || over.length === series.length))
    fail("lines only over columns");
  if (series.some(({ line, secondary }) => secondary && !line))
    fail("only a line is measured on the other axis");
};

const legendSides = { top: "t", bottom: "b", left: "l", right: "r" } as const;

/** The chart's own part. Its series' names are texts, its data references. */
export const chartXml = (chart: Chart, cells: (range: string) => ChartCells): string => {
  checkChart(chart);
  const legend =
    chart.legend === undefined
      ? ""
      : `<c:legend><c:legendPos val="${legendSides[chart.legend]}"/><c:overlay val="0"/></c:legend>`;
  return (
    `${xmlHead}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${mainDrawingNamespace}" xmlns:r="${relationNamespace}">` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>' +
    `<c:chart>${titleXml(chart.title, "chart")}<c:autoTitleDeleted val="${chart.title === undefined ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${groupsXml(chart, cells)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
};
