/** Where a sheet's rows lie in its part, found as the part comes: no more of it than a block is held unpacked. */
import { joinBytes } from "./flate";
import { type PackedBytes, packedBytes } from "./packed-bytes";
import { XlsxRefused } from "./refusal";
import { isMarkup, markupEnd, spells, tagAt, utf8 } from "./xml-bytes";
import { tagsOf } from "./xml-tags";

export interface RowPlace {
  /** From 0. */
  readonly row: number;
  /** Bounds in `SheetLayout.data`; they lie in one block of it. */
  readonly from: number;
  readonly to: number;
}

/** A sheet's part whose rows have been found but not read. */
export interface SheetLayout {
  /** The part's text up to its rows, and behind them. */
  readonly before: string;
  readonly behind: string;
  /** `<sheetData>…</sheetData>`. */
  readonly data: PackedBytes;
  readonly rows: readonly RowPlace[];
  /** In `data`: where what is between begins and ends, and the length of all. */
  readonly inside: number;
  readonly insideEnd: number;
  readonly to: number;
  /** `<sheetData/>`. */
  readonly empty: boolean;
  readonly prefix: string;
}

const lessThan = 60;
const slash = 47;

/** Long enough to pack well, short enough to unpack for one row. */
const blockBytes = 512 << 10;

const broken = (what: string): never => {
  throw new XlsxRefused("malformed", what);
};

/** The index after the row that begins at `from`; -1 where it does not end before `end`. */
const rowEnd = (bytes: Uint8Array, from: number, end: number, prefix: number): number => {
  const head = tagAt(bytes, from, end);
  if (head === undefined) return -1;
  if (head.empty) return head.end;
  let at = head.end;
  for (;;) {
    at = bytes.indexOf(lessThan, at);
    if (at < 0 || at + 2 >= end) return -1;
    if (isMarkup(bytes, at)) {
      at = markupEnd(bytes, at, end);
      if (at < 0) return -1;
    } else if (bytes[at + 1] === slash && spells(bytes, at + 2 + prefix, "row"))
      return tagAt(bytes, at, end)?.end ?? -1;
    else at++;
  }
};

/** Bytes that come in pieces, of which the first are done with. */
const createWindow = () => {
  let bytes = new Uint8Array(blockBytes);
  let end = 0;
  return {
    take: (chunk: Uint8Array): void => {
      if (end + chunk.length > bytes.length) {
        const room = new Uint8Array(2 * (end + chunk.length));
        room.set(bytes.subarray(0, end));
        bytes = room;
      }
      bytes.set(chunk, end);
      end += chunk.length;
    },
    drop: (count: number): void => {
      bytes.copyWithin(0, count, end);
      end -= count;
    },
    /** What has come and is not done with. */
    held: (): Uint8Array => bytes.subarray(0, end),
  };
};

/** @throws XlsxRefused where the part breaks off or has no rows' element. */
export const layoutOf = async (chunks: AsyncIterable<Uint8Array>): Promise<SheetLayout> => {
  const window = createWindow();
  const data = packedBytes();
  const rows: RowPlace[] = [];
  const behind: Uint8Array[] = [];
  let prefix = "";
  let before: string | undefined;
  let found: Pick<SheetLayout, "inside" | "empty"> = { inside: 0, empty: false };
  let close: Pick<SheetLayout, "insideEnd" | "to"> | undefined;
  /** Bytes of `data` that are packed already: the window begins there. */
  let done = 0;
  let next = 0;

  /** Goes on at `at` as far as all has come. @returns the index in the window that it got to. */
  const scan = (from: number): number => {
    const bytes = window.held();
    const end = bytes.length;
    let at = from;
    for (;;) {
      at = bytes.indexOf(lessThan, at);
      if (at < 0) return end;
      if (at + 2 >= end) return at;
      if (isMarkup(bytes, at)) {
        const stop = markupEnd(bytes, at, end);
        if (stop < 0) return at;
        at = stop;
        continue;
      }
      const tag = tagAt(bytes, at, end);
      if (tag === undefined) return at;
      if (tag.name === "worksheet" && !tag.closing)
        prefix = /^<([^\s>]*:)?worksheet/u.exec(utf8(bytes, at, tag.end))?.[1] ?? "";
      if (tag.name === "sheetData" && !tag.closing) {
        before = utf8(bytes, 0, at);
        found = { inside: tag.end - at, empty: tag.empty };
        window.drop(at);
        if (tag.empty) close = { insideEnd: found.inside, to: found.inside };
        return close === undefined ? scan(found.inside) : found.inside;
      }
      if (tag.name === "sheetData") {
        close = { insideEnd: done + at, to: done + tag.end };
        return tag.end;
      }
      if (before !== undefined && tag.name === "row") {
        const to = rowEnd(bytes, at, end, prefix.length);
        if (to < 0) return at;
        const [head] = tagsOf(utf8(bytes, at, tag.end));
        const row = Number(head?.attribute("r") ?? next + 1) - 1;
        rows.push({ row, from: done + at, to: done + to });
        next = row + 1;
        at = to;
      } else at = tag.end;
    }
  };

  const packUpTo = (at: number): void => {
    if (at === 0) return;
    data.add(window.held().subarray(0, at));
    window.drop(at);
    done += at;
  };

  let scanned = 0;
  const scanOn = (): void => {
    scanned = scan(scanned);
    if (close !== undefined) {
      packUpTo(scanned);
      behind.push(window.held());
    } else if (before !== undefined && scanned >= blockBytes) {
      packUpTo(scanned);
      scanned = 0;
    }
  };
  /** A row of many pieces is not looked at with each of them. */
  let worthwhile = 0;
  for await (const chunk of chunks) {
    if (close !== undefined) {
      behind.push(chunk);
      continue;
    }
    window.take(chunk);
    if (window.held().length < worthwhile) continue;
    scanOn();
    worthwhile = 2 * window.held().length - scanned;
  }
  if (close === undefined) scanOn();
  if (close === undefined || before === undefined)
    return broken(before === undefined ? "no sheetData" : "rows break off");
  const rest = joinBytes(behind);
  return { before, behind: utf8(rest, 0, rest.length), data, rows, ...found, ...close, prefix };
};
