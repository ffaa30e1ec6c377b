import { partsAt, readOnce, relationsOf, readWorkbookParts, type SheetPart } from "./package-parts";
import { readTable } from "./read-table";
import { defaultLimits, type ReadSheetHead, type ReadTable } from "./read-types";
import { openZip, type Zip } from "./zip-read";

const tableAt = readOnce<ReadTable>();

/** A sheet's tables, from their own parts. */
export const tablesAt = async (zip: Zip, sheet: SheetPart): Promise<readonly ReadTable[]> => {
  const tables = [];
  for (const part of partsAt(zip, await relationsOf(zip, sheet.part), "table"))
    tables.push(await tableAt(zip, part, readTable));
  return tables;
};

/** What is known of a workbook's sheets without reading a cell. @throws XlsxRefused */
export const readHeads = async (bytes: Uint8Array): Promise<readonly ReadSheetHead[]> => {
  const zip = openZip(bytes, defaultLimits);
  const heads: ReadSheetHead[] = [];
  for (const part of (await readWorkbookParts(zip, defaultLimits.sheets)).sheets)
    heads.push({ name: part.name, visibility: part.visibility, tables: await tablesAt(zip, part) });
  return heads;
};
