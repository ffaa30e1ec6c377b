/** A share as it is put aside: its rows as head office's workbook will hold them, in bytes that are moved, not copied. */
import { createHash } from "node:crypto";
import { doubledNumbers, type NumberedRow } from "../domain/head-office/cross-site";
import { outlineOf, type SiteOutline } from "../domain/head-office/merge-shares";
import { phonePrints } from "../domain/head-office/phone-print";
import type { SiteShare } from "../domain/head-office/share";
import { isOneRowForm } from "../domain/register/client-keys";
import { type HqPart, hqPartsOf } from "../workbook/plan/hq-parts";
import {
  hasPeople,
  hasPhones,
  type HqPerson,
  type HqRow,
  numberedPerson,
  personIn,
  phonesOfPerson,
} from "../workbook/plan/hq-rows";

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
  /** The rows as JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Who stands in them, an `HqPerson` each: few of their columns. */
  readonly people?: Uint8Array<ArrayBuffer>;
}

export interface PackedShare {
  readonly kind: "packed";
  readonly outline: SiteOutline;
  readonly parts: readonly (readonly [HqPart, PackedRows])[];
}

const json = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

const nowhere = { site: "", file: "" } as const;

type PeopleGlance = Pick<PackedRows, "people" | "phones" | "doubled">;

const peopleOf = (part: HqPart, rows: readonly HqRow[]): PeopleGlance => {
  if (part === "notUnderstood" || !hasPeople(part)) return { doubled: [] };
  const people: readonly HqPerson[] = rows.map(personIn(part));
  const doubled = isOneRowForm(part)
    ? doubledNumbers(people.map((person) => numberedPerson(part, person, nowhere)))
    : [];
  return {
    doubled: doubled.map(({ site: _, file: __, ...row }) => row),
    ...(hasPhones(part) && {
      // Only these are read again, and only where another site has a phone of theirs.
      people: json(people),
      phones: phonePrints(
        people.flatMap((person) => phonesOfPerson(part, person, nowhere).map(({ phone }) => phone)),
      ),
    }),
  };
};

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** By what rows are known again. */
export const rowsDigest = (rows: readonly HqRow[]): string => digestOf(json(rows));

export const packRows = (part: HqPart, rows: readonly HqRow[]): PackedRows => {
  const bytes = json(rows);
  return {
    rows: rows.length,
    digest: digestOf(bytes),
    bytes,
    ...peopleOf(part, rows),
  };
};

export const packShare = (share: SiteShare): PackedShare => ({
  kind: "packed",
  outline: outlineOf(share),
  parts: hqPartsOf(share).map(([part, rows]) => [part, packRows(part, rows)] as const),
});

/** What a message moves to the other thread. */
export const movedWith = ({ parts }: PackedShare): ArrayBuffer[] =>
  parts.flatMap(([, { bytes, people, phones }]) => [
    bytes.buffer,
    ...(people === undefined ? [] : [people.buffer]),
    ...(phones === undefined ? [] : [phones.buffer]),
  ]);
