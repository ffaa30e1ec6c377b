/** Rows put aside on disk until it is known which of them count: memory does not grow with the files. */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { columnsFrom, columnsOf, type HqColumns } from "../workbook/plan/hq-columns";
import { type HqRow, phoneForms } from "../workbook/plan/hq-rows";
import type { HqPart } from "../workbook/plan/hq-parts";
import { packColumns, type PackedRows, type RowsGlance } from "./packed-share";

interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** Rows of one part of one site. */
export interface Chunk extends Stretch, RowsGlance {}

export type Chunks = ReadonlyMap<HqPart, Chunk>;

/** Each once: a caller may have come. */
export const phonePrintsIn = (chunks: Chunks): Float64Array =>
  Float64Array.from(new Set(phoneForms.flatMap((form) => [...(chunks.get(form)?.phones ?? [])])));

export interface Spool {
  /** @throws where the disk is full. */
  putPacked(packed: PackedRows): Chunk;
  put(part: HqPart, rows: readonly HqRow[]): Chunk;
  columns(chunk: Chunk): HqColumns;
  close(): void;
}

export const openSpool = (folder: string): Spool => {
  const file = openSync(path.join(folder, "rows"), "wx+", 0o600);
  let end = 0;
  const write = (bytes: Uint8Array): Stretch => {
    for (let written = 0; written < bytes.length;)
      written += writeSync(file, bytes, written, bytes.length - written, end + written);
    const stretch = { at: end, length: bytes.length };
    end += bytes.length;
    return stretch;
  };
  const read = ({ at, length }: Stretch): string => {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;) {
      const more = readSync(file, bytes, done, length - done, at + done);
      if (more === 0) throw new Error("rows put aside are gone");
      done += more;
    }
    return bytes.toString();
  };
  const putPacked = ({ bytes, ...glance }: PackedRows): Chunk => ({ ...write(bytes), ...glance });
  return {
    putPacked,
    put: (part, rows) => putPacked(packColumns(part, columnsOf(rows))),
    columns: (chunk) => columnsFrom(read(chunk)),
    close: () => closeSync(file),
  };
};
