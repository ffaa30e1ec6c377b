/** `contacts`: numbers that `merge --dataset --contacts` kept encrypted, for whoever has the key. */
import { contactList } from "../dataset/contact-list";
import { readKey, usualKeyFile } from "../dataset/phone-key";
import { mostAnswerRows } from "../workbook/plan/answer-sheet";
import { clearToWrite } from "./out-file";
import { Unusable } from "./outcome";
import { tableText, writeTables } from "./tables-out";

export interface ContactsOptions {
  readonly dataset: string;
  readonly keyFile?: string;
  readonly site?: readonly string[];
  readonly client?: readonly string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export const contactsCommand = async ({
  dataset,
  keyFile,
  site,
  client,
  out,
  force,
  json,
}: ContactsOptions): Promise<void> => {
  if (out !== undefined) await clearToWrite(out, [".xlsx"], force);
  const key = await readKey(dataset, keyFile ?? usualKeyFile(dataset), false);
  const table = await contactList(dataset, key, {
    ...(site !== undefined && { sites: site }),
    ...(client !== undefined && { clients: client }),
  });
  if (table.rows.length > mostAnswerRows)
    throw new Unusable(
      `号码原文：${table.rows.length} 行，一张表放不下，没有写；请用 --site 分开。(too many rows for a sheet)`,
    );
  if (out === undefined) {
    const { columns, rows } = table;
    process.stdout.write(
      json === true
        ? `${JSON.stringify({ columns: columns.map(({ zh }) => zh), rows }, null, 2)}\n`
        : `${tableText(table, "")}\n`,
    );
    return;
  }
  await writeTables(out, [{ table, about: "内含客户号码，请妥善保管" }]);
  process.stdout.write(`${out}：${table.rows.length} 行号码原文，已写好；请妥善保管，用后删去。\n`);
};
