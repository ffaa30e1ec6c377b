import { defaultLimits } from "../../src/xlsx/read-types";
import { openZip, readPart } from "../../src/xlsx/zip-read";
import { writeZip } from "../../src/xlsx/zip-write";

const encoder = new TextEncoder();

/** All parts of a file as text. */
export const partsOf = async (bytes: Uint8Array): Promise<Map<string, string>> => {
  const parts = new Map<string, string>();
  for (const entry of openZip(bytes, defaultLimits).entries)
    parts.set(entry.name, new TextDecoder().decode(await readPart(entry)));
  return parts;
};

export const zipOf = (
  parts: Iterable<readonly [name: string, text: string | Uint8Array]>,
): Promise<Uint8Array> =>
  writeZip(
    [...parts].map(([name, text]) => ({
      name,
      pieces: [typeof text === "string" ? encoder.encode(text) : text],
    })),
  );

/** The file with one part changed. The change must change something. */
export const withPart = async (
  bytes: Uint8Array,
  name: string,
  change: (text: string) => string,
): Promise<Uint8Array> => {
  const parts = await partsOf(bytes);
  const before = parts.get(name) ?? "";
  const after = change(before);
  if (after === before) throw new Error(`${name} did not change`);
  return zipOf(parts.set(name, after));
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface SmallBook {
  /** What stands in `<worksheet>`; `sheetData` alone is put into one. */
  readonly sheet: string;
  readonly strings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly sheetName?: string;
}

/** The smallest workbook around a sheet's XML: for what our writer would never write. */
export const smallBook = ({
  sheet,
  strings,
  styles,
  workbookPr = "",
  sheetName = "表",
}: SmallBook): Promise<Uint8Array> =>
  zipOf([
    [
      "_rels/.rels",
      `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
        `<Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/worksheets/sheet1.xml",
      sheet.includes("worksheet")
        ? sheet
        : `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ],
    ["xl/sharedStrings.xml", `<sst xmlns="${main}">${strings ?? ""}</sst>`],
    ["xl/styles.xml", `<styleSheet xmlns="${main}">${styles ?? ""}</styleSheet>`],
  ]);
