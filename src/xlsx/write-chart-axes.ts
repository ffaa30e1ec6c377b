import type { Chart, ChartAxis } from "../book/book";
import { attributes, xmlText } from "./xml-text";

/** Numbers of a chart's axes, by which its groups of series name them. */
export const axisIds = { category: 1, value: 2, hiddenCategory: 3, secondary: 4 } as const;

/** Of hundredths of a point; as Excel writes the titles of a new chart. */
const titleSizes = { chart: 1400, axis: 1000 } as const;

export const titleXml = (title: string | undefined, of: keyof typeof titleSizes): string => {
  if (title === undefined) return "";
  const look = `sz="${titleSizes[of]}" b="0"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${look}/><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title>'
  );
};

/** A thin line of the grey of Excel's own charts. */
const grey = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';
const noLine = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";

const scalingXml = ({ minimum, maximum }: ChartAxis, reversed = false): string =>
  `<c:scaling><c:orientation val="${reversed ? "maxMin" : "minMax"}"/>` +
  (maximum === undefined ? "" : `<c:max val="${maximum}"/>`) +
  (minimum === undefined ? "" : `<c:min val="${minimum}"/>`) +
  "</c:scaling>";

const formatXml = ({ numberFormat }: ChartAxis): string => {
  const format = { formatCode: numberFormat ?? "General", sourceLinked: numberFormat === undefined };
  return `<c:numFmt${attributes(format)}/>`;
};

const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';

const categoryXml = (
  id: number,
  crosses: number,
  axis: ChartAxis,
  how: { readonly side: string; readonly hidden: boolean; readonly reversed: boolean },
): string =>
  `<c:catAx><c:axId val="${id}"/>${scalingXml({}, how.reversed)}<c:delete val="${how.hidden ? 1 : 0}"/>` +
  `<c:axPos val="${how.side}"/>${titleXml(axis.title, "axis")}${formatXml(axis)}${ticks}${grey}` +
  `<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>` +
  '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>';

const valueXml = (
  id: number,
  crosses: number,
  axis: ChartAxis,
  how: { readonly side: string; readonly gridlines: boolean; readonly far: boolean },
): string =>
  `<c:valAx><c:axId val="${id}"/>${scalingXml(axis)}<c:delete val="0"/><c:axPos val="${how.side}"/>` +
  (how.gridlines ? `<c:majorGridlines>${grey}</c:majorGridlines>` : "") +
  `${titleXml(axis.title, "axis")}${formatXml(axis)}${ticks}${noLine}` +
  `<c:crossAx val="${crosses}"/><c:crosses val="${how.far ? "max" : "autoZero"}"/>` +
  '<c:crossBetween val="between"/></c:valAx>';

/** Bars run down as one reads: their categories are turned round, and the figures stay below. */
export const axesXml = (chart: Chart): string => {
  const { category, value, hiddenCategory, secondary } = axisIds;
  const bars = chart.kind === "bar" || chart.kind === "stackedBar";
  const [categorySide, valueSide] = bars ? ["l", "b"] : ["b", "l"];
  const other = chart.series.some((series) => series.secondary);
  return (
    categoryXml(category, value, chart.categoryAxis ?? {}, {
      side: categorySide,
      hidden: false,
      reversed: bars,
    }) +
    valueXml(value, category, chart.valueAxis ?? {}, { side: valueSide, gridlines: true, far: bars }) +
    (other
      ? valueXml(secondary, hiddenCategory, chart.secondaryAxis ?? {}, {
          side: "r",
          gridlines: false,
          far: true,
        }) + categoryXml(hiddenCategory, secondary, {}, { side: "b", hidden: true, reversed: false })
      : "")
  );
};
