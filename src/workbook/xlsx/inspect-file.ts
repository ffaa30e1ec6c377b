/** R14: a site's registers and what stands of its structure, in one pass over its file. */
import { parseArea } from "../../book/address";
import type { SiteBook } from "../../domain/register/site";
import { readBook } from "../../xlsx/read-book";
import type { ReadTable } from "../../xlsx/read-types";
import type { Inspected } from "../plan/inspected";
import type { TableSaid } from "./inspect-sheet";
import { createInspector, inspectBook, type SheetInspector } from "./inspect-workbook";
import { rawCell } from "./raw-cells";
import { scanSiteFile } from "./site-file";

/** Nothing where it has no header, or no record: what is then left of it are plain cells. */
const saidOf = ({ name, range, columns, headerRow, totalsRow }: ReadTable): readonly TableSaid[] => {
  const whole = parseArea(range);
  const area = whole && { ...whole, bottom: whole.bottom - (totalsRow ? 1 : 0) };
  return headerRow && area && area.bottom > area.top && area.right - area.left + 1 === columns.length
    ? [{ name, area, columns, totals: totalsRow }]
    : [];
};

export interface InspectedFile {
  readonly book: SiteBook;
  readonly inspected: Inspected;
}

/** @throws as `readSiteFile`. */
export const inspectSiteFile = async (bytes: Uint8Array): Promise<InspectedFile> => {
  const inspector = createInspector();
  const sheets: SheetInspector[] = [];
  let [at, before, inOrder] = [-1, -1, true];
  const { book, scanned } = await scanSiteFile(bytes, { formulas: true, rules: true }, (head, row, sheet) => {
    if (sheet !== at) [at, before] = [sheet, -1];
    inOrder &&= row.row > before;
    before = row.row;
    let own = sheets[sheet];
    if (own === undefined)
      sheets[sheet] = own = inspector.sheet(sheet, head.name, head.tables.flatMap(saidOf));
    for (const { column, value, formula } of row.cells) own.cell(row.row, column, rawCell(value), formula);
    own.endRow(row.row);
  });
  // Nobody writes a file so; who does is read as carefully as it takes.
  if (!inOrder) return { book, inspected: inspectBook(await readBook(bytes)) };
  // Sheets without a row.
  scanned.sheets.forEach(({ name, tables }, place) => {
    if (sheets[place] === undefined) inspector.sheet(place, name, tables.flatMap(saidOf));
  });
  const names = scanned.names.filter(({ sheet }) => sheet === undefined);
  return {
    book,
    inspected: inspector.inspected(
      (place) => scanned.sheets[place]?.rules ?? { validations: [], highlights: [] },
      names,
    ),
  };
};
