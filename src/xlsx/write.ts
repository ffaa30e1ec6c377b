import { type Area, parseArea } from "../book/address";
import type { Book, Cell, Sheet } from "../book/book";
import { createSharedStrings, placeBlock, type SharedStrings } from "./write-cells";
import { sheetXml } from "./write-sheet";
import { createStyleSheet } from "./write-styles";
import { tableXml } from "./write-table";
import { themeXml } from "./write-theme";
import {
  contentTypesXml,
  firstVisible,
  relationsXml,
  rootRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from "./write-workbook";
import { mainNamespace, xmlHead, xmlText } from "./xml-text";
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

const cellLookup = (sheet: Sheet): ((row: number, column: number) => Cell | undefined) => {
  const blocks = sheet.blocks.map(placeBlock);
  const inside = (area: Area, row: number, column: number): boolean =>
    row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
  return (row, column) => {
    const block = blocks.find(({ area }) => inside(area, row, column));
    return block?.rows[row - block.area.top]?.[column - block.area.left];
  };
};

/** The parts in the order they are written: styles and strings last, when the sheets have filled them. */
function* partsOf(book: Book): Generator<ZipPart> {
  const styles = createStyleSheet();
  const strings = createSharedStrings();
  const tables = book.sheets.reduce((sum, sheet) => sum + sheet.tables.length, 0);
  const visible = firstVisible(book);
  yield { name: "[Content_Types].xml", pieces: one(contentTypesXml(book.sheets.length, tables)) };
  yield { name: "_rels/.rels", pieces: one(rootRelationsXml) };
  yield { name: "xl/workbook.xml", pieces: one(workbookXml(book)) };
  yield { name: "xl/_rels/workbook.xml.rels", pieces: one(workbookRelationsXml(book.sheets.length)) };
  let tableId = 0;
  for (const [i, sheet] of book.sheets.entries()) {
    const context = { styles, strings, selected: i === visible };
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, pieces: encoded(sheetXml(sheet, context)) };
    if (sheet.tables.length === 0) continue;
    const firstId = tableId + 1;
    const relations = sheet.tables.map((_, t) => ({
      id: `rId${t + 1}`,
      type: "table",
      target: `../tables/table${firstId + t}.xml`,
    }));
    yield { name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, pieces: one(relationsXml(relations)) };
    const cellAt = cellLookup(sheet);
    for (const table of sheet.tables) {
      tableId++;
      yield { name: `xl/tables/table${tableId}.xml`, pieces: one(tableXml(table, tableId, cellAt)) };
    }
  }
  yield { name: "xl/theme/theme1.xml", pieces: one(themeXml) };
  yield { name: "xl/styles.xml", pieces: one(styles.xml()) };
  yield { name: "xl/sharedStrings.xml", pieces: encoded(stringsXml(strings)) };
}

/**
 * The workbook as an .xlsx file. Equal books give equal bytes.
 * @throws Error where the book is one no spreadsheet could hold (an address that is none, a header cell unlike its
 * table column, a list rule over 255 characters …): a fault of who made it.
 */
export const writeBook = async (book: Book): Promise<Uint8Array> => {
  for (const range of book.sheets.flatMap((sheet) => [
    ...sheet.merges,
    ...sheet.links.map((link) => link.cell),
  ]))
    if (!parseArea(range)) throw new Error(`no range: ${range}`);
  return writeZip(partsOf(book));
};
