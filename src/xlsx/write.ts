import { parseArea } from "../book/address";
import type { Book, Chart, Sheet } from "../book/book";
import { cellLookup } from "./cell-lookup";
import { createSharedStrings, type SharedStrings } from "./write-cells";
import { createComments, personPart } from "./write-comments";
import { chartXml } from "./write-chart";
import { chartCells } from "./write-chart-data";
import { drawingXml } from "./write-drawing";
import { sheetXml } from "./write-sheet";
import { createStyleSheet } from "./write-styles";
import { tableXml } from "./write-table";
import { themeXml } from "./write-theme";
import {
  contentTypesXml,
  firstVisible,
  type Relation,
  relationsXml,
  rootRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from "./write-workbook";
import { mainNamespace, xmlHead, xmlText } from "./xml-text";
import { corePart, coreXml } from "./core-properties";
import type { StreamedRows } from "./write-rows";
import { type ZipSink, writeZipTo } from "./zip-stream";
import { writeZip, type ZipPart } from "./zip-write";

const encoder = new TextEncoder();
const one = (text: string): readonly Uint8Array[] => [encoder.encode(text)];

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  for (const piece of pieces) yield encoder.encode(piece);
}

function* stringsXml(strings: SharedStrings): Generator<string> {
  yield `${xmlHead}<sst xmlns="${mainNamespace}" uniqueCount="${strings.count()}">`;
  let xml = "";
  for (const text of strings.texts()) {
    xml += `<si><t${/^\s|\s$|\s\s|\n/u.test(text) ? ' xml:space="preserve"' : ""}>${xmlText(text)}</t></si>`;
    if (xml.length > 50_000) {
      yield xml;
      xml = "";
    }
  }
  yield `${xml}</sst>`;
}

const chartsOf = ({ charts = [] }: Sheet): readonly Chart[] => charts;

const relation = (index: number, type: string, target: string): Relation => ({
  id: `rId${index + 1}`,
  type,
  target,
});

export interface WriteOptions {
  /** When the workbook is saved, "2026-11-22T08:30:00Z"; without it the file does not say. */
  readonly saved?: string;
  /** By sheet: rows below its blocks that are made while they are written. */
  readonly rows?: ReadonlyMap<string, StreamedRows>;
}

/** The parts in the order they are written: styles and strings last, when the sheets have filled them. */
function* partsOf(book: Book, { saved, rows }: WriteOptions): Generator<ZipPart> {
  const styles = createStyleSheet();
  const strings = createSharedStrings();
  const count = (of: (sheet: Sheet) => number): number =>
    book.sheets.reduce((sum, each) => sum + of(each), 0);
  const parts = {
    sheets: book.sheets.length,
    tables: count(({ tables }) => tables.length),
    drawings: count((sheet) => (chartsOf(sheet).length > 0 ? 1 : 0)),
    charts: count((sheet) => chartsOf(sheet).length),
    comments: count(({ comments = [] }) => (comments.length > 0 ? 1 : 0)),
    threads: count(({ comments = [] }) => (comments.some(({ kind }) => kind === "thread") ? 1 : 0)),
    core: saved !== undefined,
  };
  const visible = firstVisible(book);
  const cells = chartCells(book);
  yield { name: "[Content_Types].xml", pieces: one(contentTypesXml(parts)) };
  yield { name: "_rels/.rels", pieces: one(rootRelationsXml(parts.core)) };
  if (saved !== undefined) yield { name: corePart, pieces: one(coreXml(saved)) };
  yield { name: "xl/workbook.xml", pieces: one(workbookXml(book)) };
  yield {
    name: "xl/_rels/workbook.xml.rels",
    pieces: one(workbookRelationsXml(book.sheets.length, parts.threads > 0)),
  };
  const last = { table: 0, drawing: 0, chart: 0 };
  const comments = createComments();
  for (const [i, sheet] of book.sheets.entries()) {
    const streamed = rows?.get(sheet.name);
    const context = { styles, strings, selected: i === visible, ...(streamed && { streamed }) };
    const charts = chartsOf(sheet);
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, pieces: encoded(sheetXml(sheet, context)) };
    const said = comments.of(sheet);
    if (sheet.tables.length + charts.length + said.length === 0) continue;
    const drawing = sheet.tables.length;
    const relations = [
      ...sheet.tables.map((_, t) => relation(t, "table", `../tables/table${last.table + t + 1}.xml`)),
      ...(charts.length === 0
        ? []
        : [relation(drawing, "drawing", `../drawings/drawing${last.drawing + 1}.xml`)]),
      ...said.map(({ name, type }, c) =>
        relation(drawing + (charts.length === 0 ? 0 : 1) + c, type, `../${name}`),
      ),
    ];
    yield { name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, pieces: one(relationsXml(relations)) };
    for (const { name, xml } of said) yield { name: `xl/${name}`, pieces: encoded(xml) };
    const cellAt = cellLookup(sheet);
    for (const table of sheet.tables) {
      const id = ++last.table;
      yield { name: `xl/tables/table${id}.xml`, pieces: one(tableXml(table, id, cellAt)) };
    }
    if (charts.length === 0) continue;
    const drawn = charts.map((_, c) => relation(c, "chart", `../charts/chart${last.chart + c + 1}.xml`));
    const part = `drawing${++last.drawing}.xml`;
    yield { name: `xl/drawings/${part}`, pieces: one(drawingXml(charts)) };
    yield { name: `xl/drawings/_rels/${part}.rels`, pieces: one(relationsXml(drawn)) };
    for (const chart of charts)
      yield {
        name: `xl/charts/chart${++last.chart}.xml`,
        pieces: one(chartXml(chart, (range) => cells(range, sheet.name))),
      };
  }
  if (parts.threads > 0) yield { name: `xl/${personPart}`, pieces: one(comments.people()) };
  yield { name: "xl/theme/theme1.xml", pieces: one(themeXml) };
  yield { name: "xl/styles.xml", pieces: one(styles.xml()) };
  yield { name: "xl/sharedStrings.xml", pieces: encoded(stringsXml(strings)) };
}

const checkRanges = (book: Book): void => {
  for (const range of book.sheets.flatMap((sheet) => [
    ...sheet.merges,
    ...sheet.links.map((link) => link.cell),
    ...(sheet.comments ?? []).map((comment) => comment.cell),
  ]))
    if (!parseArea(range)) throw new Error(`no range: ${range}`);
};

/**
 * The workbook as an .xlsx file. Equal books give equal bytes.
 * @throws Error where the book is one no spreadsheet could hold (an address that is none, a header cell unlike its
 * table column, a list rule over 255 characters …): a fault of who made it.
 */
export const writeBook = async (book: Book, options: WriteOptions = {}): Promise<Uint8Array> => {
  checkRanges(book);
  return writeZip(partsOf(book, options));
};

/** As `writeBook`, piece by piece: memory does not grow with the rows that are streamed. @throws as `writeBook` */
export const writeBookTo = async (book: Book, sink: ZipSink, options: WriteOptions = {}): Promise<void> => {
  checkRanges(book);
  await writeZipTo(partsOf(book, options), sink);
};
