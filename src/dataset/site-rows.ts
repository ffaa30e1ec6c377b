/** A site's share as rows of the data set. Pure: the same share and key give the same rows. */
import type { PhoneSeen, SiteShare } from "../domain/head-office/share";
import { maskPhone } from "../domain/rules/masking";
import { clientRows, phoneTable, referralTable } from "./found-rows";
import { gathering, type TableRows } from "./gathering";
import { fromRegister, registerTables, unreadPhones } from "./register-rows";
import { clientIn, type KnownPhone, type Making } from "./row-making";
import { quarantineColumns, type TableName, tableNames } from "./tables";

export interface SiteRows {
  readonly tables: Readonly<Record<TableName, TableRows>>;
  readonly quarantine: TableRows;
}

/** `keyOf`: the keyed hash of a phone as the share spells it. */
export const siteRows = (share: SiteShare, keyOf: (phone: string) => string): SiteRows => {
  const phoneAt = new Map<string, KnownPhone>();
  const phoneOf = new Map<string, KnownPhone>();
  const phones = new Map<string, KnownPhone>();
  /** Reckoned once a number: most people stand in several rows. */
  const knownPhone = ({ phone, shown }: PhoneSeen): KnownPhone => {
    const known = phones.get(phone) ?? { key: keyOf(phone), shown: maskPhone(shown) };
    phones.set(phone, known);
    return known;
  };
  for (const seen of share.phones) {
    const { form, row, client } = seen;
    const known = knownPhone(seen);
    const at = `${form} ${row}`;
    if (!phoneAt.has(at)) phoneAt.set(at, known);
    const number = clientIn(client);
    if (number !== undefined && !phoneOf.has(number)) phoneOf.set(number, known);
  }
  const quarantine = gathering(quarantineColumns);
  const making: Making = {
    share,
    quarantine,
    phoneAt,
    phoneOf,
    clients: share.facts?.clients ?? [],
    dealAt: new Map((share.facts?.deals ?? []).map((each) => [each.row, each])),
  };
  const found: Partial<Record<TableName, TableRows>> = {
    clients: clientRows(making),
    referrals: referralTable(making),
    phones: phoneTable(making, knownPhone),
  };
  for (const [table, form, beyond] of registerTables)
    found[table] = fromRegister(making, table, form, beyond);
  unreadPhones(making);
  const none: TableRows = { count: 0, columns: [] };
  return {
    tables: Object.fromEntries(tableNames.map((name) => [name, found[name] ?? none])) as SiteRows["tables"],
    quarantine: quarantine.done(),
  };
};
