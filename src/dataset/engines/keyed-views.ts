/**
 * Rows of people without a number have no `phone_key`; a table spread over machines by it has to have one. Theirs is
 * made of site and client number, else of their row: the same on every engine, so that the texts need not know.
 * Whether there is a number, `phone_shown` says.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { tableNames } from "../tables";

const standIn = `cast(md5(concat_ws(chr(31), site_id,
  coalesce(client_no, concat_ws(chr(31), '', source_file, source_sheet, source_row)))) as uuid)`;

/** Rows of one of the data set's tables, all of them with a key. */
export const keyed = (from: string): string =>
  `select * replace (coalesce(phone_key, ${standIn}) as phone_key) from ${from}`;

/** Over the views of the same names, on this connection. */
export const keyedViews = async (connection: DuckDBConnection): Promise<void> => {
  for (const name of tableNames)
    await connection.run(`create temp view ${name} as ${keyed(`memory.main.${name}`)}`);
};
