import type { Tag } from "./xml-tags";
import { tagsOf } from "./xml-tags";
import { xmlValue } from "./xml-text";

/** The tag's text with one attribute set. */
const withAttribute = (text: string, name: string, value: string): string => {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, "u");
  if (pattern.test(text)) return text.replace(pattern, (_, start: string) => `${start}"${xmlValue(value)}"`);
  return text.replace(/\s*\/?>$/u, (end) => ` ${name}="${xmlValue(value)}"${end.trim()}`);
};

const replaced = (text: string, tag: Tag, by: string): string =>
  text.slice(0, tag.from) + by + text.slice(tag.to);

const last = (text: string, wanted: (tag: Tag) => boolean): Tag | undefined =>
  [...tagsOf(text)].filter(wanted).at(-1);

/** A table's part drawn to another range, its filter with it. */
export const resizedTable = (xml: string, ref: string): string => {
  let out = xml;
  for (const name of ["autoFilter", "table"]) {
    const tag = last(out, (each) => each.name === name && !each.closing);
    if (tag) out = replaced(out, tag, withAttribute(out.slice(tag.from, tag.to), "ref", ref));
  }
  return out;
};

/** Elements of a workbook that may stand before `calcPr`, the last first. ECMA-376 18.2.27. */
const beforeCalcPr = ["definedNames", "externalReferences", "functionGroups", "sheets"];

/** Has every program compute all formulas on opening. */
export const recalculated = (workbook: string): string => {
  const tag = last(workbook, ({ name, closing }) => name === "calcPr" && !closing);
  if (tag)
    return replaced(workbook, tag, withAttribute(workbook.slice(tag.from, tag.to), "fullCalcOnLoad", "1"));
  for (const name of beforeCalcPr) {
    const end = last(workbook, (each) => each.name === name && (each.closing || each.empty));
    if (!end) continue;
    const prefix = /^<\/?([^\s/>]*:)/u.exec(workbook.slice(end.from, end.to))?.[1] ?? "";
    return `${workbook.slice(0, end.to)}<${prefix}calcPr fullCalcOnLoad="1"/>${workbook.slice(end.to)}`;
  }
  return workbook;
};

/** Relations or content types without the calculation chain: it names cells that may have no formula any more. */
export const withoutCalcChain = (xml: string): string => {
  let out = xml;
  for (;;) {
    const tag = last(
      out,
      (each) =>
        !each.closing &&
        ((each.name === "Relationship" && (each.attribute("Type") ?? "").endsWith("/calcChain")) ||
          (each.name === "Override" &&
            (each.attribute("PartName") ?? "").toLowerCase().endsWith("/calcchain.xml"))),
    );
    if (!tag) return out;
    const closing = tag.empty ? undefined : out.indexOf(">", tag.to) + 1;
    out = out.slice(0, tag.from) + out.slice(closing ?? tag.to);
  }
};

/** The formula of each calculated column, by its place; as the file spells it, without "=". */
export const calculatedColumns = (xml: string): ReadonlyMap<number, string> => {
  const formulas = new Map<number, string>();
  let column = -1;
  for (const tag of tagsOf(xml)) {
    if (tag.closing) continue;
    if (tag.name === "tableColumn") column++;
    else if (tag.name === "calculatedColumnFormula") formulas.set(column, tag.text());
  }
  return formulas;
};
