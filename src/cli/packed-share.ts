/** A share as it is put aside: its rows as head office's workbook will hold them, in bytes that are moved, not copied. */
import { createHash } from "node:crypto";
import { outlineOf, type SiteOutline } from "../domain/head-office/merge-shares";
import type { SiteShare } from "../domain/head-office/share";
import { type HqPart, hqPartsOf } from "../workbook/plan/hq-parts";
import { hasPeople, type HqRow, personIn } from "../workbook/plan/hq-rows";

/** Rows of one part of one site. */
export interface PackedRows {
  readonly rows: number;
  /** SHA-256 of the rows, in hex. */
  readonly digest: string;
  /** The rows as JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Who stands in them, an `HqPerson` each: asked several times, and few of their columns. */
  readonly people?: Uint8Array<ArrayBuffer>;
}

export interface PackedShare {
  readonly kind: "packed";
  readonly outline: SiteOutline;
  readonly parts: readonly (readonly [HqPart, PackedRows])[];
}

const json = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

export const packRows = (part: HqPart, rows: readonly HqRow[]): PackedRows => {
  const bytes = json(rows);
  return {
    rows: rows.length,
    digest: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    ...(part !== "notUnderstood" && hasPeople(part) && { people: json(rows.map(personIn(part))) }),
  };
};

export const packShare = (share: SiteShare): PackedShare => ({
  kind: "packed",
  outline: outlineOf(share),
  parts: hqPartsOf(share).map(([part, rows]) => [part, packRows(part, rows)] as const),
});

/** What a message moves to the other thread. */
export const movedWith = ({ parts }: PackedShare): ArrayBuffer[] =>
  parts.flatMap(([, { bytes, people }]) => [bytes.buffer, ...(people === undefined ? [] : [people.buffer])]);
