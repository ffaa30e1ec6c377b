/** What XML 1.0 cannot hold, and what a reader would take for Excel's own escape `_x000D_`. */
const unwritable =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

// Without the u flag half a pair can be matched alone.
const special = new RegExp(`[<>&]|${unwritable.source}`, "g");
const specialInAttribute = new RegExp(`[<>&"\\t\\n]|${unwritable.source}`, "g");

const named: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

const code = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const escaped = (character: string): string => named[character] ?? code(character);

/** Text between tags. */
export const xmlText = (text: string): string => text.replace(special, escaped);

/** A value between double quotes. */
export const xmlValue = (text: string): string => text.replace(specialInAttribute, escaped);

/** ` a="1" b="x"`; what is undefined is left out, a boolean is 1 or 0. */
export const attributes = (
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): string => {
  let out = "";
  for (const [name, value] of Object.entries(values))
    if (value !== undefined)
      out += ` ${name}="${typeof value === "string" ? xmlValue(value) : Number(value)}"`;
  return out;
};

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
