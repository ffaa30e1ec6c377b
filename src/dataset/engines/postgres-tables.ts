/** The tables in PostgreSQL: as the data set has them, in a schema of their own, and what was loaded into them. */
import type { Engine } from "../engine";
import { type Column, quarantineColumns, type TableName, tableNames, tables } from "../tables";

export interface LoadedTable {
  /** In the schema `anchang`. */
  readonly name: string;
  /** As the data set calls it. */
  readonly from: TableName | "_quarantine";
  readonly columns: readonly Column[];
}

/** In the order they are filled. */
export const loadedTables: readonly LoadedTable[] = [
  ...tableNames.map((name) => ({ name, from: name, columns: tables[name].columns })),
  { name: "quarantine", from: "_quarantine" as const, columns: quarantineColumns },
];

/** One loader at a time makes tables: "if not exists" is no lock. */
export const tablesLock = "select pg_advisory_xact_lock(hashtext('anchang'), 0)";
/** One loader at a time replaces the rows of a site. */
export const siteLock = "select pg_advisory_xact_lock(hashtext('anchang'), hashtext($1))";

/** Each can be run again. */
export const tableStatements = ({ types, spread }: Engine): readonly string[] => [
  "create schema if not exists anchang",
  "create table if not exists anchang.dataset (format integer not null, key_mark text not null)",
  `create table if not exists anchang.loaded (
     site_id text primary key, hash text not null, file text not null, modified text not null,
     copied text, book text, project text, as_of text, loaded_rows bigint not null,
     loaded_at timestamptz not null default now())`,
  // Made by an earlier program; asked first, since altering waits for everybody who reads.
  `do $$ begin
     if not exists (select from pg_attribute where attrelid = 'anchang.loaded'::regclass and attname = 'book') then
       alter table anchang.loaded add column copied text, add column book text;
     end if;
   end $$`,
  ...loadedTables.flatMap(({ name, columns }) => [
    `create table if not exists anchang.${name} (${columns
      .map(({ name: column, type }) => `${column} ${types[type]}`)
      .join(", ")})`,
    `create index if not exists ${name}_site on anchang.${name} (site_id)`,
  ]),
  ...spread,
];
