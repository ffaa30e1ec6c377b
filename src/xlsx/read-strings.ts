import { withinLength } from "./read-cell";
import { XlsxRefused } from "./refusal";
import { isMarkup, markupEnd, richText, spells, tagAt, textOf } from "./xml-bytes";

/** The workbook's shared texts: found at once, decoded when first asked for, and once. */
export interface StringTable {
  /** "" for an index out of range. */
  text(index: number): string;
}

export const noStrings: StringTable = { text: () => "" };

const lessThan = 60;

/** @throws XlsxRefused for a DTD, a part that breaks off, or one over a limit. */
export const readStrings = (
  bytes: Uint8Array,
  limits: { readonly strings?: number; readonly textLength?: number; readonly nesting?: number } = {},
): StringTable => {
  const deepest = limits.nesting ?? Number.POSITIVE_INFINITY;
  let depth = 0;
  const most = limits.strings ?? Number.POSITIVE_INFINITY;
  let bounds = new Uint32Array(1024);
  let count = 0;
  const add = (from: number, to: number): void => {
    if (count + 2 > bounds.length) {
      const more = new Uint32Array(bounds.length * 2);
      more.set(bounds);
      bounds = more;
    }
    if (count >= most * 2) throw new XlsxRefused("too-large", `over ${most} shared strings`);
    bounds[count++] = from;
    bounds[count++] = to;
  };
  let open = -1;
  let closed = false;
  for (let at = bytes.indexOf(lessThan); at >= 0; at = bytes.indexOf(lessThan, at)) {
    if (isMarkup(bytes, at)) {
      at = markupEnd(bytes, at, bytes.length);
      if (at < 0) throw new XlsxRefused("malformed", "shared strings break off");
      continue;
    }
    // Only "si" matters here; `<t>` and `<r>` are left before their names are made text.
    const name = bytes[at + 1] === 47 ? at + 2 : at + 1;
    if (bytes[name] === 116 && bytes[name + 1] === 62) {
      at = name + 2;
      continue;
    }
    const tag = spells(bytes, name, "si>")
      ? { name: "si", closing: name > at + 1, empty: false, end: name + 3 }
      : tagAt(bytes, at, bytes.length);
    if (!tag) throw new XlsxRefused("malformed", "shared strings break off");
    // Of `<t>` one end or the other may have been passed over above.
    if (tag.name !== "t" && !tag.empty) depth += tag.closing ? -1 : 1;
    if (depth > deepest) throw new XlsxRefused("too-deep", `${depth} elements deep`);
    if (tag.name === "si") {
      if (tag.empty) add(at, at);
      else if (tag.closing) {
        add(open, at);
        open = -1;
      } else open = tag.end;
    } else if (tag.name === "sst") closed = tag.closing || tag.empty;
    at = tag.end;
  }
  if (open >= 0 || !closed) throw new XlsxRefused("malformed", "shared strings break off");
  const texts: (string | undefined)[] = [];
  return {
    text: (index) => {
      const known = texts[index];
      if (known !== undefined) return known;
      if (!(index >= 0 && index * 2 < count)) return "";
      const from = bounds[index * 2] as number;
      const to = bounds[index * 2 + 1] as number;
      return (texts[index] = withinLength(siText(bytes, from, to), limits.textLength));
    },
  };
};

/** `<t>text</t>` is by far the commonest. */
const siText = (bytes: Uint8Array, from: number, to: number): string => {
  const plain =
    bytes[from] === lessThan &&
    bytes[from + 1] === 116 &&
    bytes[from + 2] === 62 &&
    bytes[to - 4] === lessThan;
  const end = plain ? bytes.indexOf(lessThan, from + 3) : -1;
  return end === to - 4 && bytes[to - 2] === 116 ? textOf(bytes, from + 3, end) : richText(bytes, from, to);
};
