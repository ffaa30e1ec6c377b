import { parseArea } from "../book/address";
import type { Chart } from "../book/book";
import { attributes, relationNamespace, xmlHead } from "./xml-text";

export const mainDrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
const sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

const corner = (tag: string, row: number, column: number): string =>
  `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;

const frame = (chart: Chart, index: number): string => {
  const area = parseArea(chart.place);
  if (!area) throw new Error(`chart ${chart.name}: no place: ${chart.place}`);
  const id = attributes({ id: index + 2, name: chart.name, descr: chart.title });
  return (
    `<xdr:twoCellAnchor>${corner("from", area.top, area.left)}${corner("to", area.bottom + 1, area.right + 1)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${id}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartNamespace}">` +
    `<c:chart xmlns:c="${chartNamespace}" r:id="rId${index + 1}"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
};

/** A sheet's drawing: its charts, each where it stands; they are relations rId1, rId2, … in their order. */
export const drawingXml = (charts: readonly Chart[]): string => {
  const names = new Set(charts.map(({ name }) => name.toLowerCase()));
  if (names.size !== charts.length)
    throw new Error(`two charts of one name: ${charts.map(({ name }) => name).join(", ")}`);
  return (
    `${xmlHead}<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${mainDrawingNamespace}" xmlns:r="${relationNamespace}">` +
    `${charts.map(frame).join("")}</xdr:wsDr>`
  );
};
