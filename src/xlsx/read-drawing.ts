import type { Area } from "../book/address";
import type { Chart } from "../book/book";
import { lastColumn, lastRow } from "../book/book";
import type { LostNotes } from "./lost";
import { relationsOf, textPart } from "./package-parts";
import { readChart } from "./read-chart";
import { rangeText } from "./read-ranges";
import { unescapeExcel } from "./xml-bytes";
import { childOf, treeOf, type TreeLimits, withinOf, type XmlElement } from "./xml-tree";
import type { Zip } from "./zip-read";

interface Corner {
  readonly row: number;
  readonly column: number;
  /** Does it stand inside the cell, not at its corner? */
  readonly inside: { readonly row: boolean; readonly column: boolean };
}

const cornerOf = (element: XmlElement | undefined): Corner => {
  const number = (name: string): number => Number(childOf(element, name)?.text ?? 0);
  return {
    row: number("row"),
    column: number("col"),
    inside: { row: number("rowOff") > 0, column: number("colOff") > 0 },
  };
};

/** A cell's usual size, in English metric units: for drawings that say their size and not where they end. */
const usual = { width: 609_600, height: 190_500 };

/** The cells a drawing covers. */
const areaOf = (anchor: XmlElement): Area => {
  const from = cornerOf(childOf(anchor, "from"));
  const extent = childOf(anchor, "ext");
  const to =
    anchor.name === "twoCellAnchor"
      ? cornerOf(childOf(anchor, "to"))
      : {
          row: from.row + Math.ceil(Number(extent?.attribute("cy") ?? 0) / usual.height),
          column: from.column + Math.ceil(Number(extent?.attribute("cx") ?? 0) / usual.width),
          inside: { row: false, column: false },
        };
  const within = (value: number, end: number): number =>
    Number.isInteger(value) ? Math.min(Math.max(0, value), end - 1) : 0;
  const [top, left] = [within(from.row, lastRow), within(from.column, lastColumn)];
  return {
    top,
    left,
    bottom: Math.max(top, within(to.inside.row ? to.row : to.row - 1, lastRow)),
    right: Math.max(left, within(to.inside.column ? to.column : to.column - 1, lastColumn)),
  };
};

export interface DrawingContext {
  readonly zip: Zip;
  readonly limits: TreeLimits;
  readonly sheet: string;
  /** Names of all sheets. */
  readonly sheets: ReadonlySet<string>;
  readonly lost: LostNotes;
}

/** The charts of a sheet's drawing, in the order they lie over each other; pictures and shapes are lost. */
export const readDrawing = async (part: string, context: DrawingContext): Promise<readonly Chart[]> => {
  const { zip, limits, sheet, sheets, lost } = context;
  const drawing = treeOf(await textPart(zip, part), limits);
  const targets = new Map((await relationsOf(zip, part)).map(({ id, target }) => [id, target]));
  const charts: Chart[] = [];
  const names = new Set<string>();
  for (const anchor of drawing.children.filter(({ name }) => name.endsWith("Anchor"))) {
    lost.note("pictures", sheet, withinOf(anchor, "pic").length);
    lost.note("shapes", sheet, withinOf(anchor, "sp").length + withinOf(anchor, "cxnSp").length);
    for (const frame of withinOf(anchor, "graphicFrame")) {
      const [reference] = withinOf(frame, "chart");
      const target = targets.get(reference?.attribute("r:id") ?? "");
      const space =
        target !== undefined && zip.find(target) ? treeOf(await textPart(zip, target), limits) : undefined;
      const read = space?.name === "chartSpace" ? readChart(space, sheet, sheets) : undefined;
      if (!read) {
        lost.note("charts", sheet);
        continue;
      }
      if (read.lost) lost.note("chartDetails", sheet);
      const wanted = unescapeExcel(childOf(frame, "nvGraphicFramePr", "cNvPr")?.attribute("name") ?? "");
      let name = wanted === "" ? `图表 ${charts.length + 1}` : wanted;
      for (let again = 2; names.has(name.toLowerCase()); again++) name = `${wanted} ${again}`;
      names.add(name.toLowerCase());
      const { kind, title, series, ...rest } = read.chart;
      charts.push({
        name,
        kind,
        ...(title === undefined ? {} : { title }),
        series,
        place: rangeText(areaOf(anchor)),
        ...rest,
      });
    }
  }
  return charts;
};
