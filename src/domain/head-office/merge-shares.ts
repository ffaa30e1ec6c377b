/** R19: shares put together: of each site the newest, what the others came to, and who was seen at two sites. */
import type { RegisterKey } from "../forms/index";
import {
  type CrossSite,
  crossSite,
  doubledNumbers,
  numberedForms,
  type NumberedRow,
  type SitePhone,
} from "./cross-site";
import type { PhoneSeen, SharedRegister, SiteShare, Source } from "./share";
import { type Fate, settle, type SiteFile } from "./settle";

export interface Merged {
  /** By the site's name. */
  readonly sites: readonly SiteShare[];
  readonly files: readonly { readonly source: Source; readonly site: string; readonly fate: Fate }[];
  readonly across: readonly CrossSite[];
  readonly doubled: readonly NumberedRow[];
}

/** What is kept of a share when its rows lie elsewhere. */
export interface SiteOutline extends Omit<SiteShare, "registers" | "notUnderstood" | "phones" | "facts"> {
  readonly rows: Readonly<Partial<Record<RegisterKey, number>>>;
  readonly notUnderstood: number;
}

export const outlineOf = ({
  registers,
  notUnderstood,
  phones: _,
  facts: __,
  ...outline
}: SiteShare): SiteOutline => ({
  ...outline,
  rows: Object.fromEntries(Object.entries(registers).map(([key, { rows }]) => [key, rows.length])),
  notUnderstood: notUnderstood.length,
});

const sitePhone = (seen: PhoneSeen, { site, source, registers }: SiteShare): SitePhone => ({
  ...seen,
  site,
  file: source.file,
  sheet: registers[seen.form]?.sheet ?? "",
});

function* phonesOf(sites: readonly SiteShare[]): Generator<SitePhone> {
  for (const share of sites) for (const seen of share.phones) yield sitePhone(seen, share);
}

const textIn = ({ columns }: SharedRegister, key: string, at: number): string =>
  String(columns.get(key)?.[at] ?? "");

const numberedRows = ({ site, source, registers }: SiteShare): readonly (readonly NumberedRow[])[] =>
  numberedForms.map((form) => {
    const register = registers[form];
    return (register?.rows ?? []).map((row, at) => ({
      site,
      file: source.file,
      form,
      sheet: register?.sheet ?? "",
      row,
      client: register === undefined ? "" : textIn(register, "clientId", at),
      name: register === undefined ? "" : textIn(register, "name", at),
    }));
  });

/** As far as settling goes. */
export const siteFileOf = ({
  site,
  source,
  book,
}: Pick<SiteShare, "site" | "source" | "book">): SiteFile => ({
  ...source,
  site,
  ...(book !== undefined && { book }),
});

/** All in memory: for as many rows as a workbook holds. The order of `shares` does not matter; twice is once. */
export const mergeShares = (shares: readonly SiteShare[]): Merged => {
  const { chosen, fates } = settle(shares.map((share) => ({ ...siteFileOf(share), share })));
  const sites = chosen.map(({ share }) => share);
  return {
    sites,
    files: fates.map(({ file: { site, share }, fate }) => ({ source: share.source, site, fate })),
    across: crossSite(() => phonesOf(sites)),
    doubled: sites.flatMap((share) => numberedRows(share).flatMap(doubledNumbers)),
  };
};
