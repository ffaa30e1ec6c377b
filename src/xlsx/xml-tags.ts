import { XlsxRefused } from "./refusal";
import { unescapeXml } from "./xml-bytes";

/** A tag of a small part (workbook, relations, styles, table), names without namespace prefix. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** `<a/>`: no closing tag follows. */
  readonly empty: boolean;
  /** Bounds in the text of the part, from "<" to after ">". */
  readonly from: number;
  readonly to: number;
  /** The value of an attribute, looked up by its whole name ("r:id") and then by its last part ("id"). */
  attribute(name: string): string | undefined;
  /** The text up to the next tag. */
  text(): string;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** By hand and not by a pattern: a hostile tag of megabytes must cost no more than its length. */
const parseAttributes = (text: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = text.indexOf("=", at);
    if (equals < 0) return values;
    let nameEnd = equals;
    while (nameEnd > at && isSpace(text.charCodeAt(nameEnd - 1))) nameEnd--;
    let nameStart = nameEnd;
    while (nameStart > at && !isSpace(text.charCodeAt(nameStart - 1))) nameStart--;
    let open = equals + 1;
    while (open < text.length && isSpace(text.charCodeAt(open))) open++;
    const quote = text[open];
    const close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1;
    if (quote === undefined || close < 0) return values;
    values.set(text.slice(nameStart, nameEnd), unescapeXml(text.slice(open + 1, close)));
    at = close + 1;
  }
};

/** After the ">" of the tag that begins at `from`; quotes may hold one. */
const endOfTag = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === ">") return at + 1;
    if (character !== '"' && character !== "'") continue;
    at = text.indexOf(character, at + 1);
    if (at < 0) break;
  }
  throw new XlsxRefused("malformed", "tag not closed");
};

const after = (text: string, end: string, from: number): number => {
  const at = text.indexOf(end, from);
  if (at < 0) throw new XlsxRefused("malformed", `no ${end}`);
  return at + end.length;
};

const contentAt = (text: string, from: number): string => {
  if (text.startsWith("<![CDATA[", from)) return text.slice(from + 9, after(text, "]]>", from) - 3);
  const end = text.indexOf("<", from);
  return unescapeXml(text.slice(from, end < 0 ? undefined : end));
};

/** The part as text. @throws XlsxRefused where it is neither UTF-8 nor UTF-16. */
export const partText = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  return new TextDecoder(utf16 ?? "utf-8").decode(bytes);
};

/** All tags in order; comments and instructions are passed over. @throws XlsxRefused for a DTD or broken XML. */
export function* tagsOf(text: string): Generator<Tag> {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<![CDATA[", at)) at = after(text, "]]>", at);
    else if (text.startsWith("<!", at))
      throw new XlsxRefused(text.startsWith("<!DOCTYPE", at) ? "dtd" : "malformed", "markup declaration");
    else {
      const from = at;
      const to = endOfTag(text, from + 1);
      const closing = text[from + 1] === "/";
      const inside = text.slice(from + (closing ? 2 : 1), to - 1);
      const whole = /^[^\s/]*/u.exec(inside)?.[0] ?? "";
      let values: ReadonlyMap<string, string> | undefined;
      yield {
        name: whole.slice(whole.indexOf(":") + 1),
        closing,
        empty: inside.endsWith("/"),
        from,
        to,
        attribute: (name) => {
          values ??= parseAttributes(inside.slice(whole.length));
          return values.get(name) ?? [...values].find(([key]) => key.endsWith(`:${name}`))?.[1];
        },
        text: () => (closing || inside.endsWith("/") ? "" : contentAt(text, to)),
      };
      at = to;
    }
  }
}

export const isTrue = (value: string | undefined): boolean =>
  value === "1" || value === "true" || value === "on";
