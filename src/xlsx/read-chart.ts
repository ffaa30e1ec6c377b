import type { Chart, ChartAxis, ChartKind, ChartSeries } from "../book/book";
import { parseReference, sheetRangeText } from "./read-ranges";
import { childOf, childrenOf, withinOf, type XmlElement } from "./xml-tree";

/** What a chart's part says of it; name and place are its drawing's. */
export interface ReadChart {
  readonly chart: Omit<Chart, "name" | "place">;
  /** Something of it a `Book` cannot say. */
  readonly lost: boolean;
}

const valueOf = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  childOf(element, ...path)?.attribute("val");

const titleOf = (element: XmlElement | undefined): string | undefined => {
  const title = childOf(element, "title");
  if (!title) return undefined;
  const rich = withinOf(childOf(title, "tx"), "t").map(({ text }) => text);
  return rich.length > 0 ? rich.join("") : (withinOf(title, "v")[0]?.text ?? "");
};

const titled = (element: XmlElement | undefined): { title?: string } => {
  const title = titleOf(element);
  return title === undefined ? {} : { title };
};

const solidColor = (fill: XmlElement | undefined): string | undefined => {
  const hex = valueOf(fill, "solidFill", "srgbClr");
  return /^[0-9A-Fa-f]{6}$/u.test(hex ?? "") ? `#${(hex ?? "").toUpperCase()}` : undefined;
};

/** The cells of a series, as a `Book` names them; nothing where it has none on these sheets. */
const cellsOf = (
  data: XmlElement | undefined,
  own: string,
  sheets: ReadonlySet<string>,
): string | undefined => {
  const found = parseReference(withinOf(data, "f")[0]?.text ?? "");
  const { area, sheet } = found ?? {};
  if (!found || !area || sheet === undefined || !sheets.has(sheet)) return undefined;
  return area.top === area.bottom || area.left === area.right ? sheetRangeText(found, own) : undefined;
};

const labelsOf = (series: XmlElement): ChartSeries["labels"] => {
  const labels = childOf(series, "dLbls");
  if (valueOf(labels, "showPercent") === "1" || valueOf(labels, "showPercent") === "true") return "percent";
  return valueOf(labels, "showVal") === "1" || valueOf(labels, "showVal") === "true" ? "value" : undefined;
};

interface Group {
  readonly element: XmlElement;
  readonly line: boolean;
  readonly secondary: boolean;
}

const seriesOf = (
  series: XmlElement,
  { line, secondary }: Group,
  how: {
    readonly over: boolean;
    readonly pie: boolean;
    readonly own: string;
    readonly sheets: ReadonlySet<string>;
  },
): ChartSeries | undefined => {
  const values = cellsOf(childOf(series, "val"), how.own, how.sheets);
  if (values === undefined) return undefined;
  const categories = cellsOf(childOf(series, "cat"), how.own, how.sheets);
  const name = childOf(series, "tx");
  const look = childOf(series, "spPr");
  const color = solidColor(line ? childOf(look, "ln") : look);
  const points = childrenOf(series, "dPt").map(
    (point) => [Number(valueOf(point, "idx") ?? -1), solidColor(childOf(point, "spPr"))] as const,
  );
  const colors = how.pie
    ? points.filter(([at, fill], i) => at === i && fill !== undefined).map(([, fill]) => fill ?? "")
    : [];
  const labels = labelsOf(series);
  return {
    name: (childOf(name, "v") ?? withinOf(name, "v")[0])?.text ?? "",
    values,
    ...(categories === undefined ? {} : { categories }),
    ...(color === undefined ? {} : { color }),
    ...(colors.length === 0 ? {} : { pointColors: colors }),
    ...(how.over && line ? { line: true } : {}),
    ...(how.over && line && secondary ? { secondary: true } : {}),
    ...(labels === undefined ? {} : { labels }),
  };
};

const axisOf = (axis: XmlElement | undefined): ChartAxis | undefined => {
  const format = childOf(axis, "numFmt");
  const linked = format?.attribute("sourceLinked") ?? "0";
  const code = format?.attribute("formatCode");
  const limit = (name: string): number | undefined => {
    const text = valueOf(axis, "scaling", name);
    return text === undefined || !Number.isFinite(Number(text)) ? undefined : Number(text);
  };
  const [minimum, maximum] = [limit("min"), limit("max")];
  const plain: ChartAxis = {
    ...titled(axis),
    ...(code === undefined || linked === "1" || linked === "true" ? {} : { numberFormat: code }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  return Object.keys(plain).length === 0 ? undefined : plain;
};

const legendSides: Readonly<Record<string, Chart["legend"]>> = {
  t: "top",
  b: "bottom",
  l: "left",
  r: "right",
  tr: "right",
};

const kindOf = (groups: readonly Group[]): ChartKind | undefined => {
  const [first] = groups;
  switch (first?.element.name) {
    case "pieChart":
      return "pie";
    case "doughnutChart":
      return "doughnut";
    case "lineChart":
      return groups.every(({ line }) => line) ? "line" : undefined;
    case "barChart": {
      const grouping = valueOf(first.element, "grouping") ?? "clustered";
      if (grouping !== "clustered" && grouping !== "stacked") return undefined;
      if (valueOf(first.element, "barDir") === "bar") return grouping === "stacked" ? "stackedBar" : "bar";
      return grouping === "stacked" ? "stackedColumn" : "column";
    }
    default:
      return undefined;
  }
};

const known = new Set(["barChart", "lineChart", "pieChart", "doughnutChart"]);

/**
 * A chart's own part.
 * @param own the sheet it stands on; @param sheets names of all sheets
 * @returns nothing where it is a kind a `Book` does not have, or draws no cells.
 */
export const readChart = (
  space: XmlElement,
  own: string,
  sheets: ReadonlySet<string>,
): ReadChart | undefined => {
  const chart = childOf(space, "chart");
  const plot = childOf(chart, "plotArea");
  const drawn = plot?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  if (drawn.length === 0 || drawn.some(({ name }) => !known.has(name))) return undefined;
  const idOf = (axis: XmlElement | undefined): string | undefined => valueOf(axis, "axId");
  const axes = plot?.children.filter(({ name }) => name.endsWith("Ax")) ?? [];
  const axisIn = (group: XmlElement | undefined, value: boolean): XmlElement | undefined => {
    const ids = childrenOf(group, "axId").map((id) => id.attribute("val"));
    return axes.find((axis) => ids.includes(idOf(axis)) && (axis.name === "valAx") === value);
  };
  const main = drawn[0];
  const groups = drawn.map((element): Group => ({
    element,
    line: element.name === "lineChart",
    secondary: axisIn(element, true) !== axisIn(main, true),
  }));
  const kind = kindOf(groups);
  if (!kind) return undefined;
  const columns = kind === "column" || kind === "stackedColumn";
  const pie = kind === "pie" || kind === "doughnut";
  const fits = groups.filter(
    (group, i) => i === 0 || (columns && group.line) || (kind === "line" && group.line),
  );
  const found = fits
    .flatMap((group) => childrenOf(group.element, "ser").map((series) => ({ series, group })))
    .map(({ series, group }) => ({
      order: Number(valueOf(series, "order") ?? 0),
      series: seriesOf(series, group, { over: columns, pie, own, sheets }),
    }))
    .sort((a, b) => a.order - b.order);
  const series = found.flatMap((each) => each.series ?? []).slice(0, kind === "pie" ? 1 : undefined);
  if (series.length === 0 || series.every(({ line }) => line)) return undefined;
  const other = groups.find(({ secondary, line }) => secondary && line)?.element;
  const titleGone = ["1", "true"].includes(valueOf(chart, "autoTitleDeleted") ?? "0");
  const side = valueOf(chart, "legend", "legendPos");
  const legend = childOf(chart, "legend") ? (legendSides[side ?? "r"] ?? "right") : undefined;
  const [categoryAxis, valueAxis, secondaryAxis] = pie
    ? []
    : [
        axisOf(axisIn(main, false)),
        axisOf(axisIn(main, true)),
        columns ? axisOf(axisIn(other, true)) : undefined,
      ];
  return {
    chart: {
      kind,
      ...(titleGone && !childOf(chart, "title") ? {} : titled(chart)),
      series,
      ...(legend ? { legend } : {}),
      ...(categoryAxis ? { categoryAxis } : {}),
      ...(valueAxis ? { valueAxis } : {}),
      ...(secondaryAxis ? { secondaryAxis } : {}),
    },
    lost: series.length < found.length || fits.length < groups.length,
  };
};
