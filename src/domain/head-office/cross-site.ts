/**
 * R19 同一电话在两个案场，两边都报
 *
 * 「The same phone at two sites is reported to both」 Found in two passes over all phones: memory for each phone once.
 */
import type { RegisterKey } from "../forms/index";
import { oneRowAClient, type OneRowForm } from "../register/client-keys";
import type { PhoneSeen } from "./share";

/** A phone with the file, sheet and row it stands in. */
export interface SitePhone extends PhoneSeen {
  readonly site: string;
  readonly file: string;
  readonly sheet: string;
}

/** One phone and everywhere it was seen: at two sites at least, each client of a site once. */
export type CrossSite = readonly SitePhone[];

/** @param phones all phones, site after site; asked for twice. In the order they are first seen. */
export const crossSite = (phones: () => Iterable<SitePhone>): readonly CrossSite[] => {
  const sites = new Map<string, number>();
  const siteOf = new Map<string, number>();
  const shared = new Map<string, SitePhone[]>();
  for (const { phone, site } of phones()) {
    const number = sites.get(site) ?? sites.size;
    sites.set(site, number);
    const before = siteOf.get(phone);
    if (before === undefined) siteOf.set(phone, number);
    else if (before !== number) shared.set(phone, []);
  }
  if (shared.size === 0) return [];
  const told = new Set<string>();
  for (const seen of phones()) {
    const all = shared.get(seen.phone);
    if (all === undefined) continue;
    const who = JSON.stringify([seen.phone, seen.site, seen.client === "" ? seen.row : seen.client]);
    if (told.has(who)) continue;
    told.add(who);
    all.push(seen);
  }
  return [...shared.values()].sort((a, b) => inOrder(a[0], b[0], sites));
};

const forms: readonly RegisterKey[] = ["visitors", "calls"];

const inOrder = (
  a: SitePhone | undefined,
  b: SitePhone | undefined,
  sites: ReadonlyMap<string, number>,
): number => {
  if (a === undefined || b === undefined) return 0;
  const bySite = (sites.get(a.site) ?? 0) - (sites.get(b.site) ?? 0);
  return bySite || forms.indexOf(a.form) - forms.indexOf(b.form) || a.row - b.row;
};

/** A client with a row of a register that has one row a client. */
export interface NumberedRow {
  readonly site: string;
  readonly file: string;
  readonly form: OneRowForm;
  readonly sheet: string;
  readonly row: number;
  readonly client: string;
  readonly name: string;
}

export const numberedForms: readonly OneRowForm[] = oneRowAClient;

/** Rows of one register of one site whose number another of its rows has too: as they stand, number by number. */
export const doubledNumbers = <Row extends Pick<NumberedRow, "client">>(
  rows: Iterable<Row>,
): readonly Row[] => {
  const first = new Map<string, Row>();
  const several = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.client === "") continue;
    const before = first.get(row.client);
    if (before === undefined) {
      first.set(row.client, row);
      continue;
    }
    const all = several.get(row.client) ?? [before];
    all.push(row);
    several.set(row.client, all);
  }
  return [...several.values()].flat();
};
