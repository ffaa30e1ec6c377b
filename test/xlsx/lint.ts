import { type Area, areaAddress, cellAddress, parseArea } from "../../src/book/address";
import { type Relation, relationsOf, readWorkbookParts, textPart } from "../../src/xlsx/package-parts";
import { readStrings } from "../../src/xlsx/read-strings";
import { readTable } from "../../src/xlsx/read-table";
import { defaultLimits } from "../../src/xlsx/read-types";
import { textOf } from "../../src/xlsx/xml-bytes";
import { tagsOf } from "../../src/xlsx/xml-tags";
import { openZip, readPart, type Zip } from "../../src/xlsx/zip-read";

const encoder = new TextEncoder();

interface SheetCells {
  readonly findings: readonly string[];
  textAt(row: number, column: number): string | undefined;
}

interface Counts {
  readonly styles: number;
  readonly dxfs: number;
  readonly strings: readonly string[];
}

const overlap = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

const overlaps = (what: string, areas: readonly Area[]): readonly string[] =>
  areas.flatMap((area, i) =>
    areas
      .slice(i + 1)
      .filter((other) => overlap(area, other))
      .map((other) => `${what} ${areaAddress(area)} and ${areaAddress(other)} overlap`),
  );

/** Excel's rule for names of tables and of ranges. */
const legalName = (name: string): boolean =>
  /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
  name.length <= 255 &&
  parseArea(name) === undefined &&
  !/^(?:[rc]|r\d*c\d*)$/iu.test(name);

const areasOf = (sqref: string | undefined): readonly Area[] =>
  (sqref ?? "").split(/\s+/u).flatMap((range) => parseArea(range) ?? []);

const readCells = (name: string, xml: string, counts: Counts): SheetCells => {
  const findings: string[] = [];
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  let row = -1;
  let cell: { address: string; type: string | undefined } | undefined;
  let column = -1;
  for (const tag of tagsOf(xml)) {
    const style = Number(tag.attribute("s") ?? tag.attribute("style") ?? 0);
    if (["c", "row", "col"].includes(tag.name) && style >= counts.styles)
      findings.push(`${name}: style ${style} of ${counts.styles}`);
    if (tag.closing) continue;
    if (tag.name === "row") {
      const next = Number(tag.attribute("r")) - 1;
      if (next <= row) findings.push(`${name}: row ${next + 1} after row ${row + 1}`);
      row = next;
      column = -1;
    } else if (tag.name === "c") {
      const address = tag.attribute("r") ?? "";
      const area = parseArea(address);
      if (seen.has(address)) findings.push(`${name}: two cells ${address}`);
      else if (!area || area.top !== row || area.left <= column)
        findings.push(`${name}: ${address} out of order`);
      seen.add(address);
      column = area?.left ?? column;
      cell = { address, type: tag.attribute("t") };
    } else if (cell && (tag.name === "v" || tag.name === "t")) {
      const raw = xml.slice(tag.to, xml.indexOf("<", tag.to));
      const bytes = encoder.encode(raw);
      if (cell.type === "s") {
        const text = counts.strings[Number(raw)];
        if (text === undefined)
          findings.push(`${name}: ${cell.address} has string ${raw} of ${counts.strings.length}`);
        else texts.set(cell.address, text);
      } else if (cell.type === "inlineStr" || cell.type === "str")
        texts.set(cell.address, textOf(bytes, 0, bytes.length));
    } else if (tag.name === "cfRule") {
      const dxf = tag.attribute("dxfId");
      if (dxf !== undefined && Number(dxf) >= counts.dxfs)
        findings.push(`${name}: dxf ${dxf} of ${counts.dxfs}`);
    } else if (tag.name === "formula1" && tag.text().length > 255)
      findings.push(`${name}: validation over 255 characters`);
  }
  const all = [...tagsOf(xml)].filter((tag) => !tag.closing);
  const ranges = (element: string, attribute: string): readonly Area[] =>
    all.filter((tag) => tag.name === element).flatMap((tag) => areasOf(tag.attribute(attribute)));
  findings.push(...overlaps(`${name}: validations`, ranges("dataValidation", "sqref")));
  findings.push(...overlaps(`${name}: merges`, ranges("mergeCell", "ref")));
  return { findings, textAt: (r, c) => texts.get(cellAddress(r, c)) };
};

const lintTable = (
  xml: string,
  cells: SheetCells,
): { findings: string[]; name: string; area: Area | undefined } => {
  const { name, range, columns, headerRow } = readTable(xml);
  const area = parseArea(range);
  const findings: string[] = [];
  if (!legalName(name)) findings.push(`table name ${name}`);
  if (!area) return { findings: [...findings, `table ${name}: range ${range}`], name, area };
  if (area.right - area.left + 1 !== columns.length)
    findings.push(`table ${name}: ${columns.length} columns in ${range}`);
  if (area.bottom - area.top < (headerRow ? 1 : 0)) findings.push(`table ${name}: no data row`);
  if (new Set(columns.map((column) => column.toLowerCase())).size !== columns.length)
    findings.push(`table ${name}: a column name twice`);
  columns.forEach((column, i) => {
    const text = cells.textAt(area.top, area.left + i);
    if (headerRow && text !== column)
      findings.push(`table ${name}: header ${cellAddress(area.top, area.left + i)} ${text} is not ${column}`);
  });
  const filter = [...tagsOf(xml)].find((tag) => tag.name === "autoFilter" && !tag.closing);
  if (filter && filter.attribute("ref") !== range)
    findings.push(`table ${name}: filter ${filter.attribute("ref")}`);
  return { findings, name, area };
};

const countsOf = async (zip: Zip): Promise<Counts> => {
  const parts = await readWorkbookParts(zip, 10_000);
  let styles = 0;
  let dxfs = 0;
  let inside = "";
  for (const tag of parts.styles === undefined ? [] : tagsOf(await textPart(zip, parts.styles))) {
    if (tag.name === "cellXfs" || tag.name === "dxfs") inside = tag.closing || tag.empty ? "" : tag.name;
    else if (!tag.closing && inside === "cellXfs" && tag.name === "xf") styles++;
    else if (!tag.closing && tag.name === "dxf") dxfs++;
  }
  const entry = zip.find(parts.strings ?? "");
  const strings: string[] = [];
  if (entry) {
    const bytes = await readPart(entry);
    const table = readStrings(bytes);
    const count = [...tagsOf(new TextDecoder().decode(bytes))].filter(
      (tag) => tag.name === "si" && !tag.closing,
    ).length;
    for (let i = 0; i < count; i++) strings.push(table.text(i));
  }
  return { styles: Math.max(1, styles), dxfs, strings };
};

/**
 * What Excel would repair or refuse and neither the schema nor openpyxl notices.
 * @returns findings in English, none for a sound file.
 */
export const lint = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const zip = openZip(bytes, defaultLimits);
  const parts = await readWorkbookParts(zip, 10_000);
  const counts = await countsOf(zip);
  const findings: string[] = [];
  const names: string[] = [];
  for (const sheet of parts.sheets) {
    const cells = readCells(sheet.name, await textPart(zip, sheet.part), counts);
    findings.push(...cells.findings);
    const relations: readonly Relation[] = await relationsOf(zip, sheet.part);
    const areas: Area[] = [];
    for (const { type, target } of relations) {
      if (type !== "table") continue;
      const table = lintTable(await textPart(zip, target), cells);
      findings.push(...table.findings);
      names.push(table.name);
      if (table.area) areas.push(table.area);
    }
    findings.push(...overlaps(`${sheet.name}: tables`, areas));
  }
  for (const { name, sheet } of parts.names) {
    if (name.startsWith("_xlnm.")) continue;
    if (!legalName(name)) findings.push(`name ${name}`);
    if (sheet === undefined) names.push(name);
  }
  const lower = names.map((name) => name.toLowerCase());
  findings.push(...lower.filter((name, i) => lower.indexOf(name) !== i).map((name) => `two names ${name}`));
  return findings;
};
