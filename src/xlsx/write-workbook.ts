import { areaAddress, columnLetters, parseArea } from "../book/address";
import type { Book } from "../book/book";
import { quotedName } from "./write-sheet";
import { coreContentType, coreRelation, withRelation } from "./core-properties";
import { personPart, personRelation, vmlContentType } from "./write-comments";
import { formulaXml } from "./write-table";
import { attributes, mainNamespace, relationNamespace, xmlHead } from "./xml-text";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface Relation {
  readonly id: string;
  /** The last part of an address of the standard's, or a whole address. */
  readonly type: string;
  readonly target: string;
}

export const relationsXml = (relations: readonly Relation[]): string =>
  `${xmlHead}<Relationships xmlns="${packageRelations}">` +
  relations
    .map(
      ({ id, type, target }) =>
        `<Relationship${attributes({ Id: id, Type: type.includes("/") ? type : `${office}/${type}`, Target: target })}/>`,
    )
    .join("") +
  "</Relationships>";

/** `core`: the workbook has core properties. */
export const rootRelationsXml = (core: boolean): string => {
  const workbook = relationsXml([{ id: "rId1", type: "officeDocument", target: "xl/workbook.xml" }]);
  return core ? withRelation(workbook, coreRelation("rId2")) : workbook;
};

/** `people`: the workbook has threads of comments. */
export const workbookRelationsXml = (sheets: number, people: boolean): string =>
  relationsXml([
    ...Array.from({ length: sheets }, (_, i) => ({
      id: `rId${i + 1}`,
      type: "worksheet",
      target: `worksheets/sheet${i + 1}.xml`,
    })),
    { id: `rId${sheets + 1}`, type: "theme", target: "theme/theme1.xml" },
    { id: `rId${sheets + 2}`, type: "styles", target: "styles.xml" },
    { id: `rId${sheets + 3}`, type: "sharedStrings", target: "sharedStrings.xml" },
    ...(people ? [{ id: `rId${sheets + 4}`, type: personRelation, target: personPart }] : []),
  ]);

/** How many parts of each kind there are; each kind is numbered from 1. */
export interface PartCounts {
  readonly sheets: number;
  readonly tables: number;
  readonly drawings: number;
  readonly charts: number;
  readonly comments: number;
  readonly threads: number;
  readonly core: boolean;
}

export const contentTypesXml = ({
  sheets,
  tables,
  drawings,
  charts,
  comments,
  threads,
  core,
}: PartCounts): string => {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  const newer = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.ms-excel.${type}+xml"/>`;
  const each = (count: number, name: string, type: string): string =>
    Array.from({ length: count }, (_, i) => part(`${name}${i + 1}.xml`, type)).join("");
  return (
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    (comments === 0 ? "" : `<Default Extension="vml" ContentType="${vmlContentType}"/>`) +
    part("workbook.xml", "spreadsheetml.sheet.main") +
    each(sheets, "worksheets/sheet", "spreadsheetml.worksheet") +
    part("theme/theme1.xml", "theme") +
    part("styles.xml", "spreadsheetml.styles") +
    part("sharedStrings.xml", "spreadsheetml.sharedStrings") +
    each(tables, "tables/table", "spreadsheetml.table") +
    each(drawings, "drawings/drawing", "drawing") +
    each(charts, "charts/chart", "drawingml.chart") +
    each(comments, "comments", "spreadsheetml.comments") +
    Array.from({ length: threads }, (_, i) =>
      newer(`threadedComments/threadedComment${i + 1}.xml`, "threadedcomments"),
    ).join("") +
    (threads === 0 ? "" : newer(personPart, "person")) +
    (core ? coreContentType : "") +
    "</Types>"
  );
};

/** Names confined to sheets: what each prints and repeats, and its own. */
const sheetNames = (book: Book): string =>
  book.sheets
    .map(({ name: sheet, print, names = [] }, i) => {
      const local = (name: string, formula: string): string =>
        `<definedName${attributes({ name, localSheetId: i })}>${formulaXml(formula, undefined)}</definedName>`;
      const rows = print?.titleRows === undefined ? undefined : parseArea(print.titleRows);
      const columns = print?.titleColumns === undefined ? undefined : parseArea(print.titleColumns);
      const area = print?.area === undefined ? undefined : parseArea(print.area);
      const absolute = (address: string): string => address.replace(/[A-Z]+|\d+/gu, "$$$&");
      const titles = [
        ...(columns
          ? [`${quotedName(sheet)}!$${columnLetters(columns.left)}:$${columnLetters(columns.right)}`]
          : []),
        ...(rows ? [`${quotedName(sheet)}!$${rows.top + 1}:$${rows.bottom + 1}`] : []),
      ];
      return (
        (area ? local("_xlnm.Print_Area", `${quotedName(sheet)}!${absolute(areaAddress(area))}`) : "") +
        (titles.length > 0 ? local("_xlnm.Print_Titles", titles.join(",")) : "") +
        names.map(({ name, refersTo }) => local(name, refersTo)).join("")
      );
    })
    .join("");

/** @throws where Excel would not open the workbook: no visible sheet, a name twice or not allowed. */
const checkSheets = (book: Book): void => {
  const names = new Set<string>();
  for (const { name } of book.sheets) {
    if (name.length === 0 || name.length > 31 || /[[\]:*?/\\]|^'|'$/u.test(name))
      throw new Error(`no name for a sheet: ${name}`);
    if (names.has(name.toLowerCase())) throw new Error(`two sheets ${name}`);
    names.add(name.toLowerCase());
  }
  if (book.sheets.every((sheet) => sheet.visibility !== "visible")) throw new Error("no visible sheet");
};

export const firstVisible = (book: Book): number =>
  book.sheets.findIndex((sheet) => sheet.visibility === "visible");

/** Every program computes all formulas on opening: what we put beside them may be old. */
export const workbookXml = (book: Book): string => {
  checkSheets(book);
  const sheets = book.sheets.map(
    ({ name, visibility }, i) =>
      `<sheet${attributes({
        name,
        sheetId: i + 1,
        state: visibility === "visible" ? undefined : visibility,
        "r:id": `rId${i + 1}`,
      })}/>`,
  );
  const names = book.names.map(
    ({ name, refersTo }) =>
      `<definedName${attributes({ name })}>${formulaXml(refersTo, undefined)}</definedName>`,
  );
  const defined = sheetNames(book) + names.join("");
  return (
    `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><workbookPr/>` +
    `<bookViews><workbookView${attributes({
      xWindow: 0,
      yWindow: 0,
      windowWidth: 24000,
      windowHeight: 12000,
      activeTab: firstVisible(book) || undefined,
    })}/></bookViews>` +
    `<sheets>${sheets.join("")}</sheets>` +
    (defined && `<definedNames>${defined}</definedNames>`) +
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
};
