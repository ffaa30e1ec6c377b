/** A share as it is put aside: its rows as head office's workbook will hold them, in bytes that are moved, not copied. */
import { createHash } from "node:crypto";
import { formOf, type RegisterKey } from "../domain/forms/index";
import { outlineOf, type SiteOutline } from "../domain/head-office/merge-shares";
import type { SiteShare } from "../domain/head-office/share";
import { titleOf } from "../workbook/plan/hq-lists";
import { hasPeople, type HqRow, hqRowsOf, personIn } from "../workbook/plan/hq-rows";
import type { HqPart } from "../workbook/xlsx/hq-file";

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

const unreadRows = ({ notUnderstood, registers }: SiteShare): readonly HqRow[] =>
  notUnderstood.map(({ form, row, key, raw }) => [
    registers[form]?.sheet ?? "",
    row,
    titleOf(form),
    formOf(form).fields[key]?.caption ?? key,
    typeof raw === "string" ? raw.slice(0, 32_767) : raw,
  ]);

export const packShare = (share: SiteShare): PackedShare => {
  const parts = Object.entries(share.registers).map(([name, register]): readonly [HqPart, PackedRows] => {
    const key = name as RegisterKey;
    return [key, packRows(key, hqRowsOf(key, register, share.phones))];
  });
  if (share.notUnderstood.length > 0)
    parts.push(["notUnderstood", packRows("notUnderstood", unreadRows(share))]);
  return { kind: "packed", outline: outlineOf(share), parts };
};

/** What a message moves to the other thread. */
export const movedWith = ({ parts }: PackedShare): ArrayBuffer[] =>
  parts.flatMap(([, { bytes, people }]) => [bytes.buffer, ...(people === undefined ? [] : [people.buffer])]);
