/** `docProps/core.xml`: when a workbook was last saved. ECMA-376 part 2, 11. */
import { tagsOf } from "./xml-tags";
import { xmlHead } from "./xml-text";

export const corePart = "docProps/core.xml";

const metadata = "http://schemas.openxmlformats.org/package/2006";
const namespaces =
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export const coreContentType = `<Override PartName="/${corePart}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`;

export const coreRelation = (id: string): string =>
  `<Relationship Id="${id}" Type="${metadata}/relationships/metadata/core-properties" Target="${corePart}"/>`;

const beforeClosing = (xml: string, element: string, more: string): string => {
  const end = [...tagsOf(xml)].find(({ name, closing }) => name === element && closing);
  return end === undefined ? xml : xml.slice(0, end.from) + more + xml.slice(end.from);
};

/** A list of relations with one more. */
export const withRelation = (relations: string, relation: string): string =>
  beforeClosing(relations, "Relationships", relation);

export const withContentType = (types: string, type: string): string => beforeClosing(types, "Types", type);

/** @param saved "2026-11-22T08:30:00Z" */
export const coreXml = (saved: string): string =>
  `${xmlHead}<cp:coreProperties xmlns:cp="${metadata}/metadata/core-properties" ${namespaces}>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified></cp:coreProperties>`;

/** Core properties somebody wrote, saved anew. */
export const resaved = (xml: string, saved: string): string => {
  const tags = [...tagsOf(xml)];
  const open = tags.find(({ name, closing, empty }) => name === "modified" && !closing && !empty);
  const close = tags.find(({ name, closing }) => name === "modified" && closing);
  return open && close
    ? xml.slice(0, open.to) + saved + xml.slice(close.from)
    : beforeClosing(
        xml,
        "coreProperties",
        `<dcterms:modified ${namespaces} xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified>`,
      );
};
