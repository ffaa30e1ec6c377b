/** A style that is another one but for its number format, added to a workbook's styles. */
import { type Tag, tagsOf } from "./xml-tags";
import { attributes, xmlValue } from "./xml-text";

/** Formats that every workbook has without saying so. ECMA-376 18.8.30. */
const builtIn: Readonly<Record<string, number>> = { General: 0, "0": 1, "@": 49 };
const firstOwn = 164;

const inserted = (xml: string, at: number, text: string): string => xml.slice(0, at) + text + xml.slice(at);

/** The list's opening tag with another count. */
const counted = (xml: string, tag: Tag, count: number): string => {
  const text = xml.slice(tag.from, tag.to);
  const bare = text.replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/u, "");
  return xml.slice(0, tag.from) + bare.replace(/\s*(\/?>)$/u, ` count="${count}"$1`) + xml.slice(tag.to);
};

const prefixOf = (xml: string): string => /<([^\s<>/?]*:)?styleSheet\b/u.exec(xml)?.[1] ?? "";

/** The format's number, and the styles with it. */
const withFormat = (xml: string, code: string): { readonly xml: string; readonly id: number } => {
  const known = builtIn[code];
  if (known !== undefined) return { xml, id: known };
  const tags = [...tagsOf(xml)];
  const formats = tags.filter(({ name, closing }) => name === "numFmt" && !closing);
  const same = formats.find((tag) => tag.attribute("formatCode") === code);
  if (same) return { xml, id: Number(same.attribute("numFmtId")) };
  const id = Math.max(firstOwn - 1, ...formats.map((tag) => Number(tag.attribute("numFmtId")))) + 1;
  const prefix = prefixOf(xml);
  const format = `<${prefix}numFmt numFmtId="${id}" formatCode="${xmlValue(code)}"/>`;
  const list = tags.find(({ name, closing, empty }) => name === "numFmts" && !closing && !empty);
  const end = tags.find(({ name, closing }) => name === "numFmts" && closing);
  if (list && end) return { xml: counted(inserted(xml, end.from, format), list, formats.length + 1), id };
  const empty = tags.find(({ name }) => name === "numFmts");
  const whole = `<${prefix}numFmts count="1">${format}</${prefix}numFmts>`;
  if (empty) return { xml: xml.slice(0, empty.from) + whole + xml.slice(empty.to), id };
  const head = tags.find(({ name }) => name === "styleSheet");
  return { xml: inserted(xml, head?.to ?? 0, whole), id };
};

/**
 * @param base the style's index; nothing for the workbook's plain one.
 * @returns the styles with the new one, and its index; the same one again where it is there already.
 */
const styleLike = (
  styles: string,
  base: number | undefined,
  numberFormat: string,
): { readonly xml: string; readonly style: number } => {
  const { xml, id } = withFormat(styles, numberFormat);
  const prefix = prefixOf(xml);
  const elements: string[] = [];
  let list: Tag | undefined;
  let end: Tag | undefined;
  let from: number | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "cellXfs" && !tag.closing) list = tag;
    else if (tag.name === "cellXfs") end = tag;
    else if (list === undefined || end !== undefined || tag.name !== "xf") continue;
    else if (tag.empty) elements.push(xml.slice(tag.from, tag.to));
    else if (!tag.closing) from = tag.from;
    else if (from !== undefined) elements.push(xml.slice(from, tag.to));
  }
  if (list === undefined || end === undefined) return { xml, style: base ?? 0 };
  const plain = `<${prefix}xf${attributes({ numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })}/>`;
  const model = elements[base ?? 0] ?? plain;
  const head = /^<[^>]*?(?=\s*\/?>)/u.exec(model)?.[0] ?? "";
  const own =
    head.replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/gu, "") +
    attributes({ numFmtId: id, applyNumberFormat: true }) +
    model.slice(head.length);
  const there = elements.indexOf(own);
  if (there >= 0) return { xml, style: there };
  return { xml: counted(inserted(xml, end.from, own), list, elements.length + 1), style: elements.length };
};

/** `styleLike` for many columns: each of a kind is looked for once. `base` as a cell says it. */
export const stylesLike = (
  before: string,
): {
  readonly styleOf: (base: string | undefined, numberFormat: string) => number;
  readonly xml: () => string;
} => {
  let xml = before;
  const known = new Map<string, number>();
  return {
    styleOf: (base, numberFormat) => {
      const kind = `${base ?? ""} ${numberFormat}`;
      const there = known.get(kind);
      if (there !== undefined) return there;
      const styled = styleLike(xml, base === undefined ? undefined : Number(base), numberFormat);
      xml = styled.xml;
      known.set(kind, styled.style);
      return styled.style;
    },
    xml: () => xml,
  };
};
