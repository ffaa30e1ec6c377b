/** Rows put aside on disk until it is known which of them count: memory does not grow with the files. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { formOf, type RegisterKey } from "../domain/forms/index";
import type { SiteShare } from "../domain/head-office/share";
import { titleOf } from "../workbook/plan/hq-lists";
import { type HqRow, hqRowsOf } from "../workbook/plan/hq-rows";
import type { HqPart } from "../workbook/xlsx/hq-file";

/** Rows of one part of one site. */
export interface Chunk {
  readonly at: number;
  readonly length: number;
  readonly rows: number;
  /** SHA-256 of the rows, in hex. */
  readonly digest: string;
}

export type Chunks = ReadonlyMap<HqPart, Chunk>;

export interface Spool {
  /** @throws where the disk is full. */
  put(rows: readonly HqRow[]): Chunk;
  rows(chunk: Chunk): readonly HqRow[];
  close(): void;
}

export const openSpool = (folder: string): Spool => {
  const file = openSync(path.join(folder, "rows"), "wx+", 0o600);
  let end = 0;
  return {
    put: (rows) => {
      const bytes = Buffer.from(JSON.stringify(rows));
      for (let written = 0; written < bytes.length;)
        written += writeSync(file, bytes, written, bytes.length - written, end + written);
      const chunk = {
        at: end,
        length: bytes.length,
        rows: rows.length,
        digest: createHash("sha256").update(bytes).digest("hex"),
      };
      end += bytes.length;
      return chunk;
    },
    rows: ({ at, length }) => {
      const bytes = Buffer.allocUnsafe(length);
      for (let read = 0; read < length;) {
        const more = readSync(file, bytes, read, length - read, at + read);
        if (more === 0) throw new Error("rows put aside are gone");
        read += more;
      }
      return JSON.parse(bytes.toString()) as readonly HqRow[];
    },
    close: () => closeSync(file),
  };
};

const unreadRows = ({ notUnderstood, registers }: SiteShare): readonly HqRow[] =>
  notUnderstood.map(({ form, row, key, raw }) => [
    registers[form]?.sheet ?? "",
    row,
    titleOf(form),
    formOf(form).fields[key]?.caption ?? key,
    typeof raw === "string" ? raw.slice(0, 32_767) : raw,
  ]);

/** A share's rows as head office's workbook holds them. */
export const putShare = (spool: Spool, share: SiteShare): Chunks => {
  const chunks = new Map<HqPart, Chunk>();
  for (const [key, register] of Object.entries(share.registers))
    chunks.set(key as RegisterKey, spool.put(hqRowsOf(key as RegisterKey, register, share.phones)));
  if (share.notUnderstood.length > 0) chunks.set("notUnderstood", spool.put(unreadRows(share)));
  return chunks;
};
