import { XlsxRefused } from "./refusal";
import { isMarkup, markupEnd, spells, tagAt, utf8 } from "./xml-bytes";
import { tagsOf } from "./xml-tags";

export interface RowPlace {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const lessThan = 60;

const broken = (what: string): never => {
  throw new XlsxRefused("malformed", what);
};

/** The index after the row that begins at `from`. */
const rowEnd = (bytes: Uint8Array, from: number, prefix: number): number => {
  const head = tagAt(bytes, from, bytes.length) ?? broken("row breaks off");
  if (head.empty) return head.end;
  for (let at = bytes.indexOf(lessThan, head.end); at >= 0; at = bytes.indexOf(lessThan, at)) {
    if (isMarkup(bytes, at)) {
      at = markupEnd(bytes, at, bytes.length);
      if (at < 0) break;
    } else if (bytes[at + 1] === 47 && spells(bytes, at + 2 + prefix, "row"))
      return (tagAt(bytes, at, bytes.length) ?? broken("row breaks off")).end;
    else at++;
  }
  return broken("row not closed");
};

/** Where a sheet's rows lie in its part; none of them has been read. */
export interface SheetLayout {
  readonly rows: readonly RowPlace[];
  /** Bounds of `<sheetData>…</sheetData>`, and of what is between. */
  readonly from: number;
  readonly inside: number;
  readonly insideEnd: number;
  readonly to: number;
  readonly empty: boolean;
  readonly prefix: string;
}

/** @throws XlsxRefused where the part breaks off or has no rows' element. */
export const layoutOf = (bytes: Uint8Array): SheetLayout => {
  const rows: RowPlace[] = [];
  let prefix = "";
  let data = { from: -1, inside: -1, empty: false };
  let next = 0;
  for (let at = bytes.indexOf(lessThan); at >= 0; at = bytes.indexOf(lessThan, at)) {
    if (isMarkup(bytes, at)) {
      at = markupEnd(bytes, at, bytes.length);
      if (at < 0) break;
      continue;
    }
    const tag = tagAt(bytes, at, bytes.length) ?? broken("tag breaks off");
    if (tag.name === "worksheet" && !tag.closing)
      prefix = /^<([^\s>]*:)?worksheet/u.exec(utf8(bytes, at, tag.end))?.[1] ?? "";
    if (tag.name === "sheetData" && !tag.closing) {
      data = { from: at, inside: tag.end, empty: tag.empty };
      if (tag.empty) return { rows, ...data, insideEnd: tag.end, to: tag.end, prefix };
    } else if (tag.name === "sheetData") return { rows, ...data, insideEnd: at, to: tag.end, prefix };
    else if (data.from >= 0 && tag.name === "row") {
      const [head] = tagsOf(utf8(bytes, at, tag.end));
      const to = rowEnd(bytes, at, prefix.length);
      const row = Number(head?.attribute("r") ?? next + 1) - 1;
      rows.push({ row, from: at, to });
      next = row + 1;
      at = to;
      continue;
    }
    at = tag.end;
  }
  return broken("no sheetData");
};
