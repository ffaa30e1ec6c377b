/** A workbook's files in the data set. None of them counts before the manifest names it. */
import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { SiteShare } from "../domain/head-office/share";
import { wellFormed } from "./cell";
import { contactsFile, contactsFolder, contactsOf, writeContacts } from "./contacts";
import { type NewFile, writeWhole } from "./durable";
import { parquetFile, reading, type SiteLine, type SitePart } from "./manifest";
import { writeParquet } from "./parquet";
import { partFile } from "./part-file";
import { phoneKey } from "./phone-key";
import { type SiteRows, siteRows } from "./site-rows";
import { quarantineColumns, type TableName, tableNames, tables } from "./tables";

export interface Keeping {
  readonly key: Uint8Array;
  /** The numbers themselves too, encrypted. */
  readonly contacts: boolean;
}

type Part = NewFile & { readonly part: SitePart };

const contactsPart = (folder: string, share: SiteShare, key: Uint8Array): Part => {
  const site = wellFormed(share.site);
  const { hash } = share.source;
  return {
    part: contactsFolder,
    file: contactsFile(folder, site, hash),
    write: (beside) => writeContacts(beside, key, { site, hash, contacts: contactsOf(share) }),
  };
};

const tableParts = (
  folder: string,
  connection: DuckDBConnection,
  share: SiteShare,
  { tables: found, quarantine }: SiteRows,
): readonly Part[] =>
  [
    ...tableNames.map((part) => ({ part, columns: tables[part].columns, rows: found[part] })),
    { part: "_quarantine" as const, columns: quarantineColumns, rows: quarantine },
  ]
    // A table without rows has no file.
    .filter(({ rows }) => rows.count > 0)
    .map(({ part, columns, rows }) => ({
      part,
      file: parquetFile(folder, part, wellFormed(share.site), share.source.hash),
      write: (beside) => writeParquet(connection, columns, rows, beside),
    }));

/** @returns what the manifest is to say of it. */
export const writeSiteFiles = async (
  folder: string,
  connection: DuckDBConnection,
  share: SiteShare,
  { key, contacts }: Keeping,
): Promise<Omit<SiteLine, "older">> => {
  const rows = siteRows(share, (phone) => phoneKey(key, phone));
  const parts = [
    ...tableParts(folder, connection, share, rows),
    ...(contacts ? [contactsPart(folder, share, key)] : []),
  ];
  await writeWhole(parts);
  return {
    site: wellFormed(share.site),
    ...(share.book !== undefined && { book: share.book }),
    project: wellFormed(share.project),
    asOf: share.asOf,
    hash: share.source.hash,
    file: wellFormed(share.source.file),
    modified: share.source.modified,
    ...(share.source.copied !== undefined && { copied: share.source.copied }),
    rows: Object.fromEntries(tableNames.map((name) => [name, rows.tables[name].count])) as Record<
      TableName,
      number
    >,
    quarantined: rows.quarantine.count,
    reading,
    files: parts.map(({ part }) => part),
  };
};

/** For a workbook that was taken in without them. */
export const addContacts = async (
  folder: string,
  share: SiteShare,
  line: SiteLine,
  key: Uint8Array,
): Promise<SiteLine> => {
  await writeWhole([contactsPart(folder, share, key)]);
  return { ...line, files: [...line.files, contactsFolder] };
};

export const removeSiteFiles = async (folder: string, line: SiteLine): Promise<void> => {
  for (const part of line.files) await rm(partFile(folder, part, line), { force: true });
};
