/** Rows put aside on disk until it is known which of them count: memory does not grow with the files. */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { type HqPerson, type HqRow, phoneForms } from "../workbook/plan/hq-rows";
import type { HqPart } from "../workbook/plan/hq-parts";
import { type PackedRows, packRows, type RowsGlance } from "./packed-share";

interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** Rows of one part of one site. */
export interface Chunk extends Stretch, RowsGlance {
  readonly people?: Stretch;
}

export type Chunks = ReadonlyMap<HqPart, Chunk>;

/** Each once: a caller may have come. */
export const phonePrintsIn = (chunks: Chunks): Float64Array =>
  Float64Array.from(new Set(phoneForms.flatMap((form) => [...(chunks.get(form)?.phones ?? [])])));

export interface Spool {
  /** @throws where the disk is full. */
  putPacked(packed: PackedRows): Chunk;
  put(part: HqPart, rows: readonly HqRow[]): Chunk;
  rows(chunk: Chunk): readonly HqRow[];
  /** Who stands in a chunk's rows: none in registers without phones. */
  people(chunk: Chunk): readonly HqPerson[];
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
  const read = ({ at, length }: Stretch): unknown => {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;) {
      const more = readSync(file, bytes, done, length - done, at + done);
      if (more === 0) throw new Error("rows put aside are gone");
      done += more;
    }
    return JSON.parse(bytes.toString());
  };
  const putPacked = ({ bytes, people, ...glance }: PackedRows): Chunk => ({
    ...write(bytes),
    ...glance,
    ...(people && { people: write(people) }),
  });
  return {
    putPacked,
    put: (part, rows) => putPacked(packRows(part, rows)),
    rows: (chunk) => read(chunk) as readonly HqRow[],
    people: ({ people }) => (people === undefined ? [] : (read(people) as readonly HqPerson[])),
    close: () => closeSync(file),
  };
};
