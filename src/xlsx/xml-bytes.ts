import { XlsxRefused } from "./refusal";

/** XML as bytes: made for parts of tens of megabytes, where no string is made that nobody asks for. */

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const longestByHand = 48;
/** A row of codes for each length: cutting one to length costs more than filling it. */
const codesOf = Array.from({ length: longestByHand + 1 }, (_, length) => new Array<number>(length).fill(0));

/** UTF-8 to text. Short stretches by hand: calling the decoder costs more than they do. */
export const utf8 = (bytes: Uint8Array, from: number, to: number): string => {
  if (to - from > longestByHand) return decoder.decode(bytes.subarray(from, to));
  let length = 0;
  for (let at = from; at < to; at++) if (((bytes[at] as number) & 0xc0) !== 0x80) length++;
  const codes = codesOf[length] as number[];
  let count = 0;
  for (let at = from; at < to;) {
    const first = bytes[at++] as number;
    if (first < 0x80) codes[count++] = first;
    else if (first >= 0xe0 && first < 0xf0 && at + 1 < to) {
      const second = bytes[at++] as number;
      const third = bytes[at++] as number;
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80)
        return decoder.decode(bytes.subarray(from, to));
      codes[count++] = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    } else return decoder.decode(bytes.subarray(from, to));
  }
  return String.fromCharCode.apply(undefined, codes);
};

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const entity = (whole: string, name: string): string => {
  if (name.startsWith("#")) {
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  }
  const plain = Object.hasOwn(named, name) ? named[name] : undefined;
  if (plain === undefined) throw new XlsxRefused("malformed", `entity ${whole.slice(0, 40)}`);
  return plain;
};

/** `&lt;` → `<`. Only the five entities of XML and numbers. @throws XlsxRefused for others */
export const unescapeXml = (text: string): string =>
  text.includes("&") ? text.replace(/&([^;&]{0,12});?/gu, entity) : text;

/** Excel's own escape of what XML cannot hold: `_x000D_`. */
export const unescapeExcel = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

const lineBreaks = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text);

/** Text of an element between `from` and `to`, where no tag stands but perhaps CDATA and comments. */
export const textOf = (bytes: Uint8Array, from: number, to: number): string => {
  const raw = lineBreaks(utf8(bytes, from, to));
  if (!raw.includes("<"))
    return raw.includes("&") || raw.includes("_x") ? unescapeExcel(unescapeXml(raw)) : raw;
  const pieces = raw.split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->)/u);
  return unescapeExcel(
    pieces
      .map((piece) => {
        if (piece.startsWith("<![CDATA[")) return piece.slice(9, -3);
        return piece.startsWith("<!--") ? "" : unescapeXml(piece);
      })
      .join(""),
  );
};

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const bang = 33;
const question = 63;

/** Where bytes from `at` spell `text` (ASCII). */
export const spells = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** First index after `text` at or behind `from`, or -1. */
export const after = (bytes: Uint8Array, from: number, end: number, text: string): number => {
  const first = text.charCodeAt(0);
  for (
    let at = bytes.indexOf(first, from);
    at >= 0 && at + text.length <= end;
    at = bytes.indexOf(first, at + 1)
  )
    if (spells(bytes, at, text)) return at + text.length;
  return -1;
};

/** First index after the tag's ">", which may also stand inside quotes; -1 where the tag does not end. */
export const tagEnd = (bytes: Uint8Array, from: number, end: number): number => {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === greaterThan) return at + 1;
    if (byte === 34 || byte === 39) {
      at = bytes.indexOf(byte, at + 1);
      if (at < 0 || at >= end) return -1;
    }
  }
  return -1;
};

/**
 * For what begins with `<!` or `<?` at `at`: the index after it; -1 where it does not end before `end`.
 * @throws XlsxRefused for a DTD.
 */
export const markupEnd = (bytes: Uint8Array, at: number, end: number): number => {
  if (bytes[at + 1] === question) return after(bytes, at + 2, end, "?>");
  if (at + 9 > end) return -1;
  if (spells(bytes, at, "<!--")) return after(bytes, at + 4, end, "-->");
  if (spells(bytes, at, "<![CDATA[")) return after(bytes, at + 9, end, "]]>");
  throw new XlsxRefused(spells(bytes, at, "<!DOCTYPE") ? "dtd" : "malformed", "markup declaration");
};

/** Whether `<` at `at` begins a comment, CDATA, a processing instruction or a declaration. */
export const isMarkup = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === bang || bytes[at + 1] === question;

/** A tag's bounds and name, without its namespace prefix. */
export interface ByteTag {
  readonly name: string;
  readonly closing: boolean;
  /** `<t/>`. */
  readonly empty: boolean;
  /** Index after ">". */
  readonly end: number;
}

/** The tag at `at` (its `<`); nothing where it does not end before `end`. */
export const tagAt = (bytes: Uint8Array, at: number, end: number): ByteTag | undefined => {
  const stop = tagEnd(bytes, at + 1, end);
  if (stop < 0) return undefined;
  const closing = bytes[at + 1] === slash;
  let from = at + (closing ? 2 : 1);
  let to = from;
  for (; to < stop - 1; to++) {
    const byte = bytes[to] as number;
    if (byte <= 32 || byte === slash || byte === greaterThan) break;
    if (byte === 58) from = to + 1;
  }
  return { name: utf8(bytes, from, to), closing, empty: bytes[stop - 2] === slash, end: stop };
};

/** The texts of all `<t>` between `from` and `to`, joined; phonetic guides (`<rPh>`) are no text. */
export const richText = (bytes: Uint8Array, from: number, to: number): string => {
  let text = "";
  let phonetic = 0;
  let at = from;
  for (;;) {
    at = bytes.indexOf(lessThan, at);
    if (at < 0 || at >= to) return text;
    if (isMarkup(bytes, at)) {
      at = markupEnd(bytes, at, to);
      if (at < 0) return text;
      continue;
    }
    const tag = tagAt(bytes, at, to);
    if (!tag) return text;
    at = tag.end;
    if (tag.name === "rPh" && !tag.empty) phonetic += tag.closing ? -1 : 1;
    if (tag.name !== "t" || tag.closing || tag.empty) continue;
    let end = at;
    for (;;) {
      end = bytes.indexOf(lessThan, end);
      if (end < 0 || end > to) end = to;
      if (end >= to || !isMarkup(bytes, end)) break;
      end = markupEnd(bytes, end, to);
      if (end < 0) end = to;
    }
    if (phonetic === 0) text += textOf(bytes, at, end);
    at = end;
  }
};
