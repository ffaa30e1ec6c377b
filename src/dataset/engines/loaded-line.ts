/** Which revision of a site is in the database: its line in `anchang.loaded`. */
import type { Client } from "pg";
import type { SiteLine } from "../manifest";
import type { Revision } from "../revision";

export interface LoadedLine {
  readonly revision: Revision;
  readonly rows: number;
}

type Said = Pick<Revision, "hash" | "file" | "modified"> &
  Readonly<Partial<Record<"copied" | "book" | "asOf", string | null>>>;

/** Nothing but what settles which one counts. */
export const revisionOf = ({ hash, file, modified, copied, book, asOf }: Said): Revision => ({
  hash,
  file,
  modified,
  ...(typeof copied === "string" && { copied }),
  ...(typeof book === "string" && { book }),
  ...(typeof asOf === "string" && { asOf }),
});

export const readLoadedLine = async (client: Client, site: string): Promise<LoadedLine | undefined> => {
  const { rows } = await client.query<Said & { readonly rows: string }>(
    `select hash, file, modified, copied, book, as_of as "asOf", loaded_rows as rows
     from anchang.loaded where site_id = $1`,
    [site],
  );
  return rows[0] && { revision: revisionOf(rows[0]), rows: Number(rows[0].rows) };
};

export const removeLoadedLine = async (client: Client, site: string): Promise<void> => {
  await client.query("delete from anchang.loaded where site_id = $1", [site]);
};

export const writeLoadedLine = async (client: Client, line: SiteLine, rows: number): Promise<void> => {
  const { site, hash, file, modified, copied = null, book = null, project, asOf } = line;
  await client.query(
    `insert into anchang.loaded (site_id, hash, file, modified, copied, book, project, as_of, loaded_rows)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (site_id) do update set hash = excluded.hash, file = excluded.file, modified = excluded.modified,
       copied = excluded.copied, book = excluded.book, project = excluded.project, as_of = excluded.as_of,
       loaded_rows = excluded.loaded_rows, loaded_at = now()`,
    [site, hash, file, modified, copied, book, project, asOf, rows],
  );
};
