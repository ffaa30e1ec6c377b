/** A share as it is put aside: its rows as head office's workbook will hold them, in bytes that are moved, not copied. */
import { createHash } from "node:crypto";
import { doubledNumbers, type NumberedRow } from "../domain/head-office/cross-site";
import { outlineOf, type SiteOutline } from "../domain/head-office/merge-shares";
import { phonePrints } from "../domain/head-office/phone-print";
import type { SiteShare } from "../domain/head-office/share";
import { isOneRowForm } from "../domain/register/client-keys";
import { columnsText, type HqColumns } from "../workbook/plan/hq-columns";
import { hqColumnsOfParts, type HqPart } from "../workbook/plan/hq-parts";
import { hasPhones, numberedPerson, phonesOf, sameNumbered } from "../workbook/plan/hq-rows";

/** What is kept in memory of rows that are put aside. */
export interface RowsGlance {
  readonly rows: number;
  /** SHA-256 of the rows, in hex. */
  readonly digest: string;
  /** `phonePrints` of who stands in them. */
  readonly phones?: Float64Array<ArrayBuffer>;
  /** Rows whose number another of them has too, without the site and its file. */
  readonly doubled: readonly Omit<NumberedRow, "site" | "file">[];
}

/** Rows of one part of one site. */
export interface PackedRows extends RowsGlance {
  /** `columnsText` of the rows. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PackedShare {
  readonly kind: "packed";
  readonly outline: SiteOutline;
  readonly parts: readonly (readonly [HqPart, PackedRows])[];
}

const nowhere = { site: "", file: "" } as const;

const doubledIn = (part: HqPart, rows: HqColumns): RowsGlance["doubled"] =>
  part === "notUnderstood" || !isOneRowForm(part)
    ? []
    : doubledNumbers(sameNumbered(part, rows).map((person) => numberedPerson(part, person, nowhere))).map(
        ({ site: _, file: __, ...row }) => row,
      );

const digestOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** By what rows are known again. */
export const columnsDigest = (rows: HqColumns): string => digestOf(columnsText(rows));

export const packColumns = (part: HqPart, rows: HqColumns): PackedRows => {
  const bytes = new TextEncoder().encode(columnsText(rows));
  return {
    rows: rows.count,
    digest: digestOf(bytes),
    bytes,
    ...(part !== "notUnderstood" && hasPhones(part) && { phones: phonePrints(phonesOf(part, rows)) }),
    doubled: doubledIn(part, rows),
  };
};

export const packShare = (share: SiteShare): PackedShare => ({
  kind: "packed",
  outline: outlineOf(share),
  parts: hqColumnsOfParts(share).map(([part, rows]) => [part, packColumns(part, rows)] as const),
});

/** What a message moves to the other thread. */
export const movedWith = ({ parts }: PackedShare): ArrayBuffer[] =>
  parts.flatMap(([, { bytes, phones }]) => [bytes.buffer, ...(phones === undefined ? [] : [phones.buffer])]);
