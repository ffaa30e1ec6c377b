import type { Book, DefinedName } from "../book/book";
import { toShownFormula } from "../book/structured";
import { createLostNotes, type Lost, type LostKind, type LostNotes } from "./lost";
import { type PackageName, readWorkbookParts, textPart, type WorkbookParts } from "./package-parts";
import { readUtf8 } from "./read";
import { type BookContext, readBookSheet, type SheetNames } from "./read-book-sheet";
import { createColorReader, themeColors } from "./read-colors";
import { readStyles } from "./read-looks";
import { type People, readPeople } from "./read-comments";
import { readDateKinds } from "./read-styles";
import { noStrings, readStrings } from "./read-strings";
import { defaultLimits, type ReadLimits } from "./read-types";
import { XlsxRefused } from "./refusal";
import { after, unescapeExcel } from "./xml-bytes";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, treeOf, type XmlElement } from "./xml-tree";
import { openZip, type Zip } from "./zip-read";

export interface OpenedBook {
  readonly book: Book;
  /** What of the file the book does not hold. Selections, zoom, splits of the window and sizes of comments are left out unsaid. */
  readonly lost: readonly Lost[];
}

const lostRelations: Readonly<Record<string, LostKind>> = {
  vbaProject: "macros",
  xlMacrosheet: "macros",
  xlIntlMacrosheet: "macros",
  externalLink: "externalFiles",
  connections: "queries",
  chartsheet: "chartSheets",
  dialogsheet: "chartSheets",
};

/** Names a sheet may have: unlike each other, within 31 characters, without `[]:*?/\`. */
const sheetNames = (names: readonly string[], lost: LostNotes): readonly string[] => {
  const taken = new Set<string>();
  return names.map((own) => {
    const fit =
      own
        .replace(/[[\]:*?/\\]/gu, "_")
        .replace(/^'|'$/gu, "_")
        .slice(0, 31) || "Sheet";
    let name = fit;
    for (let again = 2; taken.has(name.toLowerCase()); again++)
      name = `${fit.slice(0, 31 - String(again).length - 1)} ${again}`;
    taken.add(name.toLowerCase());
    if (name !== own) lost.note("sheetNames", name);
    return name;
  });
};

const definedName = ({ name, formula }: PackageName): DefinedName => ({
  name: unescapeExcel(name),
  refersTo: toShownFormula(`=${unescapeExcel(formula)}`, undefined),
});

/** Excel's own names are told otherwise in a `Book`, or by nobody. */
const isOwn = ({ name, formula }: PackageName): boolean => !/^_xlnm\./iu.test(name) && formula.trim() !== "";

const namesOf = (parts: WorkbookParts, sheet: number): SheetNames => {
  const local = parts.names.filter((name) => name.sheet === sheet);
  const built = (wanted: string): string | undefined =>
    local.find(({ name }) => name.toLowerCase() === `_xlnm.${wanted}`)?.formula;
  const [area, titles] = [built("print_area"), built("print_titles")];
  return {
    print: { ...(area === undefined ? {} : { area }), ...(titles === undefined ? {} : { titles }) },
    own: local.filter(isOwn).map(definedName),
  };
};

/** Each style's index → the first that looks the same; what is none is the first. */
const alike = (looks: readonly { readonly look: object }[]): ((index: number) => number) => {
  const firsts = new Map<string, number>();
  const all = looks.map(({ look }, i) => {
    const key = JSON.stringify(Object.entries(look).sort());
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, i);
    return first ?? i;
  });
  return (index) => all[index] ?? 0;
};

const optionalTree = async (
  zip: Zip,
  part: string | undefined,
  limits: ReadLimits,
): Promise<XmlElement | undefined> =>
  part === undefined || !zip.find(part) ? undefined : treeOf(await textPart(zip, part), limits);

/** A broken list of them costs their names alone. */
const peopleOf = async (zip: Zip, parts: WorkbookParts, lost: LostNotes): Promise<People> => {
  try {
    return await readPeople(zip, parts);
  } catch (fault) {
    if (!(fault instanceof XlsxRefused) || fault.code !== "malformed") throw fault;
    lost.note("comments");
    return new Map();
  }
};

/**
 * Opens a workbook whole, as far as a `Book` holds it: to be shown, worked on and saved again. Nothing in it is run
 * or followed.
 * @throws XlsxRefused where the file is none we read, or is over a limit.
 */
export const openBook = async (bytes: Uint8Array, wanted: Partial<ReadLimits> = {}): Promise<OpenedBook> => {
  const limits: ReadLimits = { ...defaultLimits, ...wanted };
  const zip = openZip(bytes, limits);
  const parts = await readWorkbookParts(zip, limits.sheets);
  if (parts.sheets.length === 0) throw new XlsxRefused("not-a-workbook", "no worksheet");
  const lost = createLostNotes();
  for (const { type } of parts.relations) {
    const kind = Object.hasOwn(lostRelations, type) ? lostRelations[type] : undefined;
    if (kind) lost.note(kind);
  }
  const workbook = treeOf(await textPart(zip, parts.part), limits);
  if (isTrue(childOf(workbook, "workbookProtection")?.attribute("lockStructure"))) lost.note("permissions");
  const theme = parts.relations.find(({ type }) => type === "theme")?.target;
  const colors = createColorReader(themeColors(await optionalTree(zip, theme, limits)));
  const stylesXml = parts.styles === undefined ? undefined : await textPart(zip, parts.styles);
  const styles = readStyles(stylesXml === undefined ? undefined : treeOf(stylesXml, limits), colors);
  const strings = parts.strings === undefined ? undefined : await readUtf8(zip, parts.strings);
  if (strings && after(strings, 0, strings.length, "rPr>") >= 0) lost.note("richText");
  const names = sheetNames(
    parts.sheets.map(({ name }) => unescapeExcel(name)),
    lost,
  );
  let cells = 0;
  const context: BookContext = {
    zip,
    limits,
    strings: strings ? readStrings(strings, limits) : noStrings,
    styles,
    styleOf: alike(styles.looks),
    dateKinds: stylesXml === undefined ? [] : readDateKinds(stylesXml),
    date1904: parts.date1904,
    byLibreOffice: childrenOf(workbook, "fileVersion").some((each) => each.attribute("appName") === "Calc"),
    sheets: new Set(names),
    lost,
    people: await peopleOf(zip, parts, lost),
    commentRoom: { left: limits.comments, parts: new Set() },
    formulaRoom: { left: limits.formulas },
    count: (more) => {
      cells += more;
      if (cells > limits.cells) throw new XlsxRefused("too-many-cells", `${cells}`);
    },
  };
  const tabColor = (worksheet: XmlElement): string | undefined =>
    colors(childOf(worksheet, "sheetPr", "tabColor"));
  const sheets = [];
  for (const [i, part] of parts.sheets.entries())
    sheets.push(await readBookSheet(part, names[i] ?? part.name, namesOf(parts, i), tabColor, context));
  const [first, ...others] = sheets;
  const shown =
    first && sheets.every(({ visibility }) => visibility !== "visible")
      ? [{ ...first, visibility: "visible" as const }, ...others]
      : sheets;
  const book = {
    sheets: shown,
    names: parts.names.filter((name) => name.sheet === undefined && isOwn(name)).map(definedName),
  };
  return { book, lost: lost.all() };
};

/** `openBook` for those who need not hear what is left out. @throws XlsxRefused */
export const readBook = async (bytes: Uint8Array): Promise<Book> => (await openBook(bytes)).book;
