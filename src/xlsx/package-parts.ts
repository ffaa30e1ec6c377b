import type { Visibility } from "../book/book";
import { type RefusalCode, XlsxRefused } from "./refusal";
import { isTrue, partText, tagsOf } from "./xml-tags";
import { type PartLimits, readPart, type Zip, type ZipEntry } from "./zip-read";

export interface Relation {
  readonly id: string;
  /** The last part of its type: "worksheet", "table" … the same in Transitional and Strict. */
  readonly type: string;
  /** The part's name in the zip; for what lies outside its address. */
  readonly target: string;
  readonly external: boolean;
}

export interface SheetPart {
  readonly name: string;
  readonly visibility: Visibility;
  /** The part's name in the zip. */
  readonly part: string;
}

export interface PackageName {
  readonly name: string;
  readonly formula: string;
  /** Index of the sheet it is confined to. */
  readonly sheet?: number;
}

export interface WorkbookParts {
  /** The workbook part's name in the zip. */
  readonly part: string;
  readonly date1904: boolean;
  /** Worksheets alone: chart sheets and macro sheets have no cells. */
  readonly sheets: readonly SheetPart[];
  readonly names: readonly PackageName[];
  readonly strings?: string;
  readonly styles?: string;
  /** Everything the workbook points to, in its order. */
  readonly relations: readonly Relation[];
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

/** "xl/worksheets/sheet1.xml" and "../tables/table1.xml" → "xl/tables/table1.xml"; a leading "/" starts at the top. */
const resolve = (from: string, target: string): string => {
  const path: string[] = [];
  let plain = target;
  try {
    plain = decodeURIComponent(target);
  } catch {
    // A bare "%" is part of the name.
  }
  for (const step of (plain.startsWith("/") ? plain : folderOf(from) + plain).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
};

export const relationsPart = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf("/") + 1)}.rels`;

/** Parts made a string at once: workbook, styles, relations, tables. Real ones end far below. */
const textLimit = 64 << 20;

/** Elements that a part may have only so many of. */
const counted: ReadonlyMap<string, readonly [limit: Exclude<keyof PartLimits, "nesting">, RefusalCode]> =
  new Map([
    ["definedName", ["names", "too-many-names"]],
    ["xf", ["styles", "too-many-styles"]],
    ["tableColumn", ["columns", "too-many-columns"]],
    ["Relationship", ["relations", "too-large"]],
  ]);

/** @throws XlsxRefused where its elements are more than allowed, or stand deeper inside each other */
const checkElements = (text: string, limits: PartLimits, part: string): void => {
  const { nesting = Number.POSITIVE_INFINITY } = limits;
  const counts = new Map<string, number>();
  let depth = 0;
  for (const { name, empty, closing } of tagsOf(text)) {
    if (!empty) depth += closing ? -1 : 1;
    if (depth > nesting) throw new XlsxRefused("too-deep", `${part}: ${depth} elements deep`);
    const own = closing ? undefined : counted.get(name);
    if (own === undefined) continue;
    const [limit, code] = own;
    const count = (counts.get(name) ?? 0) + 1;
    if (count > (limits[limit] ?? Number.POSITIVE_INFINITY))
      throw new XlsxRefused(code, `${part}: over ${count - 1} ${name}`);
    counts.set(name, count);
  }
};

const textOfEntry = async (entry: ZipEntry, limits: PartLimits): Promise<string> => {
  if (entry.size > textLimit) throw new XlsxRefused("too-large", `${entry.name}: ${entry.size} bytes`);
  const text = partText(await readPart(entry));
  checkElements(text, limits, entry.name);
  const [root] = tagsOf(text);
  const name = text.slice((root?.from ?? 0) + 1, root?.to).split(/[\s/>]/u, 1)[0] ?? "";
  if (!root?.empty && !text.includes(`</${name}`))
    throw new XlsxRefused("malformed", `${entry.name} breaks off`);
  return text;
};

/** The text of a part. @throws XlsxRefused where it is missing or broken */
export const textPart = async (zip: Zip, name: string): Promise<string> => {
  const entry = zip.find(name);
  if (!entry) throw new XlsxRefused("malformed", `no part ${name}`);
  return textOfEntry(entry, zip.partLimits);
};

/** Reads a part once, however many sheets point to it: a file may have a thousand that point to one. */
export const readOnce = <T>(): ((zip: Zip, name: string, read: (text: string) => T) => Promise<T>) => {
  const known = new WeakMap<ZipEntry, Promise<T>>();
  return (zip, name, read) => {
    const entry = zip.find(name);
    const before = entry && known.get(entry);
    if (before !== undefined) return before;
    const found = textPart(zip, name).then(read);
    if (entry) known.set(entry, found);
    return found;
  };
};

/** What a part points to; nothing where it points nowhere. `part` is "" for the package itself. */
export const relationsOf = async (zip: Zip, part: string): Promise<readonly Relation[]> => {
  const entry = zip.find(relationsPart(part));
  if (!entry) return [];
  const relations: Relation[] = [];
  for (const tag of tagsOf(await textOfEntry(entry, zip.partLimits))) {
    if (tag.name !== "Relationship" || tag.closing) continue;
    const type = tag.attribute("Type") ?? "";
    const target = tag.attribute("Target") ?? "";
    const external = tag.attribute("TargetMode") === "External";
    relations.push({
      id: tag.attribute("Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : resolve(part, target),
      external,
    });
  }
  return relations;
};

/** The parts of one type that are in the file, each once: a file may point to one a thousand times. */
export const partsAt = (zip: Zip, relations: readonly Relation[], type: string): readonly string[] => {
  const entries = new Map<ZipEntry, string>();
  for (const relation of relations) {
    const entry = relation.type === type && !relation.external ? zip.find(relation.target) : undefined;
    if (entry && !entries.has(entry)) entries.set(entry, relation.target);
  }
  return [...entries.values()];
};

/** Characters of one name's formula, of which Excel takes 8,192, and of all of them together. */
const [longestName, mostLetters] = [65_536, 8_000_000];

/** Bytes of the workbook part: beside its names, of all sizes, it says little. */
const workbookBytes = 24 << 20;

const visibilityOf = (state: string | undefined): Visibility =>
  state === "hidden" || state === "veryHidden" ? state : "visible";

const findWorkbook = async (zip: Zip): Promise<string> => {
  const relation = (await relationsOf(zip, "")).find(({ type }) => type === "officeDocument");
  const part = relation?.target ?? "xl/workbook.xml";
  if (part.endsWith(".bin") || zip.find("xl/workbook.bin")) throw new XlsxRefused("xlsb");
  if (!zip.find(part)) throw new XlsxRefused("not-a-workbook", `no ${part}`);
  return part;
};

/** Finds the workbook and its sheets in a package. @throws XlsxRefused */
export const readWorkbookParts = async (zip: Zip, maxSheets: number): Promise<WorkbookParts> => {
  const part = await findWorkbook(zip);
  const { size = 0 } = zip.find(part) ?? {};
  if (size > workbookBytes) throw new XlsxRefused("too-many-names", `${part}: ${size} bytes`);
  const relations = await relationsOf(zip, part);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetPart[] = [];
  const names: PackageName[] = [];
  /** All tabs in order, chart sheets too: names count in them. */
  const tabs: (number | undefined)[] = [];
  const places = new Set<string>();
  let letters = 0;
  let date1904 = false;
  let root = true;
  for (const tag of tagsOf(await textPart(zip, part))) {
    if (root && tag.name !== "workbook") throw new XlsxRefused("not-a-workbook", `<${tag.name}>`);
    root = false;
    if (tag.closing) continue;
    if (tag.name === "workbookPr")
      date1904 ||= isTrue(tag.attribute("date1904")); // an extension has a workbookPr of its own
    else if (tag.name === "sheet") {
      const relation = byId.get(tag.attribute("r:id") ?? tag.attribute("id") ?? "");
      const usable = relation?.type === "worksheet";
      if (!relation || (usable && (relation.external || !zip.find(relation.target))))
        throw new XlsxRefused("malformed", `sheet ${tag.attribute("name") ?? ""} is not in the file`);
      if (usable && places.has(relation.target.toLowerCase()))
        throw new XlsxRefused("malformed", `two sheets in ${relation.target}`);
      places.add(relation.target.toLowerCase());
      tabs.push(usable ? sheets.length : undefined);
      const visibility = visibilityOf(tag.attribute("state"));
      if (usable) sheets.push({ name: tag.attribute("name") ?? "", visibility, part: relation.target });
      if (sheets.length > maxSheets) throw new XlsxRefused("too-many-sheets", `over ${maxSheets}`);
    } else if (tag.name === "definedName") {
      const local = tag.attribute("localSheetId");
      const sheet = local === undefined ? undefined : tabs[Number(local)];
      if (local !== undefined && sheet === undefined) continue;
      const name = { name: tag.attribute("name") ?? "", formula: tag.text() };
      letters += name.formula.length;
      if (name.formula.length > longestName || letters > mostLetters)
        throw new XlsxRefused("too-many-names", `${letters} characters`);
      names.push(sheet === undefined ? name : { ...name, sheet });
    }
  }
  const find = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && zip.find(relation.target))?.target;
  const strings = find("sharedStrings");
  const styles = find("styles");
  return {
    part,
    date1904,
    sheets,
    names,
    relations,
    ...(strings === undefined ? {} : { strings }),
    ...(styles === undefined ? {} : { styles }),
  };
};
