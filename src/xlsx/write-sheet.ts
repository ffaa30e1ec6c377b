import { type Area, areaAddress, cellAddress } from "../book/address";
import { type Block, type ColumnSize, lastColumn, type Protection, type Sheet } from "../book/book";
import { columnStretches, placeBlock, rowsXml, type SharedStrings } from "./write-cells";
import { areaOfRows, type StreamedRows, streamedXml } from "./write-rows";
import { areasOf, type Band, bandsOf, type Stretch } from "./write-looks";
import { isFitted, printXml } from "./write-print";
import { highlightsXml, validationsXml } from "./write-rules";
import { argb, type StyleSheet } from "./write-styles";
import { attributes, mainNamespace, relationNamespace, xmlHead } from "./xml-text";

/** Where a block's cells are that hold something; nothing where none does. */
const filledArea = (block: Block): Area | undefined => {
  const { area, rows } = placeBlock(block);
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  rows.forEach((cells, row) => {
    const first = cells.findIndex((cell) => cell !== null);
    if (first < 0) return;
    let last = cells.length - 1;
    while (cells[last] === null) last--;
    [top, bottom] = [Math.min(top, area.top + row), area.top + row];
    [left, right] = [Math.min(left, area.left + first), Math.max(right, area.left + last)];
  });
  return bottom < 0 ? undefined : { top, left, bottom, right };
};

const dimension = (sheet: Sheet, streamed: StreamedRows | undefined): string => {
  const areas = [
    ...sheet.blocks.flatMap((block) => filledArea(block) ?? []),
    ...(streamed ? [areaOfRows(streamed)] : []),
  ].filter((area) => area.bottom >= area.top && area.right >= area.left);
  if (areas.length === 0) return "A1";
  return areaAddress({
    top: Math.min(...areas.map((area) => area.top)),
    left: Math.min(...areas.map((area) => area.left)),
    bottom: Math.max(...areas.map((area) => area.bottom)),
    right: Math.max(...areas.map((area) => area.right)),
  });
};

const viewXml = (sheet: Sheet, selected: boolean): string => {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  const head = attributes({
    showGridLines: sheet.showGridlines ? undefined : false,
    tabSelected: selected || undefined,
    workbookViewId: 0,
  });
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${head}/></sheetViews>`;
  const pane = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const first = cellAddress(rows, columns);
  const frozen = attributes({
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: first,
    activePane: pane,
    state: "frozen",
  });
  const selection = attributes({ pane, activeCell: first, sqref: first });
  return `<sheetViews><sheetView${head}><pane${frozen}/><selection${selection}/></sheetView></sheetViews>`;
};

/** What a column gets that has a style and no width of its own; without one some programs hide it. */
const plainWidth = 9;

const columnsXml = (stretches: readonly Stretch[], sizes: readonly ColumnSize[]): string => {
  const sized = new Map(sizes.map((size) => [size.column, size]));
  const edges = [
    ...sizes.flatMap(({ column }) => [column, column + 1]),
    ...stretches.map(({ from }) => from),
  ];
  const starts = [...new Set(edges)].filter((column) => column < lastColumn).sort((a, b) => a - b);
  const items = starts.map((from, i) => {
    const size = sized.get(from);
    const style = stretches.find((stretch) => stretch.from <= from && stretch.to >= from)?.id ?? 0;
    if (!size && style === 0) return "";
    return `<col${attributes({
      min: from + 1,
      max: starts[i + 1] ?? lastColumn,
      width: size?.width ?? plainWidth,
      style: style || undefined,
      hidden: size?.hidden || undefined,
      customWidth: size !== undefined || undefined,
    })}/>`;
  });
  const xml = items.join("");
  return xml && `<cols>${xml}</cols>`;
};

/** In a file 1 means locked; objects and scenarios are, as when protecting by hand. */
const protectionXml = (protection: Protection | undefined): string =>
  protection
    ? `<sheetProtection${attributes({
        sheet: true,
        objects: true,
        scenarios: true,
        formatColumns: protection.allowFormatColumns ? false : undefined,
        sort: protection.allowSort ? false : undefined,
        autoFilter: protection.allowFilter ? false : undefined,
      })}/>`
    : "";

/** "a b!A1" → "'a b'!A1"; what needs no quotes stays. */
const quotedPlace = (place: string): string => {
  const at = place.lastIndexOf("!");
  const name = place.slice(0, Math.max(0, at));
  return at < 0 || name.startsWith("'") || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)
    ? place
    : `${quotedName(name)}${place.slice(at)}`;
};

export const quotedName = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

const linksXml = (sheet: Sheet): string => {
  const links = sheet.links.map(
    ({ cell, place, tip }) =>
      `<hyperlink${attributes({ ref: cell, location: quotedPlace(place), tooltip: tip, display: place })}/>`,
  );
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
};

/** Phones and codes are text on purpose: no green corner on each. */
const ignoredErrorsXml = (bands: readonly Band[]): string => {
  const areas = areasOf(bands, ({ numberFormat }) => numberFormat === "@").map(areaAddress);
  const ignored = attributes({ sqref: areas.join(" "), numberStoredAsText: true });
  return areas.length === 0 ? "" : `<ignoredErrors><ignoredError${ignored}/></ignoredErrors>`;
};

const propertiesXml = (sheet: Sheet): string => {
  const inside =
    (sheet.tabColor === undefined ? "" : `<tabColor rgb="${argb(sheet.tabColor)}"/>`) +
    (isFitted(sheet.print) ? '<pageSetUpPr fitToPage="1"/>' : "");
  return inside && `<sheetPr>${inside}</sheetPr>`;
};

/** Points; of rows nobody gave a height. */
export const plainRowHeight = 13.5;

export interface SheetContext {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  readonly selected: boolean;
  readonly streamed?: StreamedRows;
}

/**
 * The sheet's part, piece by piece. Its tables are relations rId1, rId2, … in their order, then its drawing, then that
 * of its comments.
 */
export function* sheetXml(
  sheet: Sheet,
  { styles, strings, selected, streamed }: SheetContext,
): Generator<string> {
  const bands = bandsOf(sheet.looks, (look) => styles.cell(look));
  const typed = new Map<number, number>();
  const asTyped = ({ id, look }: Stretch): number => {
    let own = typed.get(id);
    if (own === undefined) typed.set(id, (own = styles.cell(look, true)));
    return own;
  };
  const height = sheet.defaultRowHeight;
  const format = attributes({
    defaultRowHeight: height ?? plainRowHeight,
    customHeight: height !== undefined || undefined,
  });
  yield (
    `${xmlHead}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationNamespace}">` +
    propertiesXml(sheet) +
    `<dimension ref="${dimension(sheet, streamed)}"/>` +
    viewXml(sheet, selected) +
    `<sheetFormatPr${format}/>` +
    columnsXml(columnStretches(bands), sheet.columns) +
    "<sheetData>"
  );
  yield* rowsXml(sheet, bands, { strings, asTyped });
  if (streamed) yield* streamedXml(streamed, columnStretches(bands), { strings, asTyped });
  const merges = sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const drawing = sheet.tables.length + 1;
  const tables = sheet.tables.map((_, i) => `<tablePart r:id="rId${i + 1}"/>`).join("");
  yield (
    "</sheetData>" +
    protectionXml(sheet.protection) +
    (merges && `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`) +
    highlightsXml(sheet.highlights, styles) +
    validationsXml(sheet.validations) +
    linksXml(sheet) +
    printXml(sheet.print) +
    ignoredErrorsXml(bands) +
    (sheet.charts?.length ? `<drawing r:id="rId${drawing}"/>` : "") +
    (sheet.comments?.length ? `<legacyDrawing r:id="rId${drawing + (sheet.charts?.length ? 1 : 0)}"/>` : "") +
    (tables && `<tableParts count="${sheet.tables.length}">${tables}</tableParts>`) +
    "</worksheet>"
  );
}
