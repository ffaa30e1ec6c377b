/**
 * R19: shares put together, file by file: of each site the newest, what the others came to, and who was seen at two
 * sites. Of a file that was read a glance is kept; its rows stay in it until they are written.
 */
import type { RegisterKey } from "../forms/index";
import { type CrossSite, crossSite, type NumberedRow, type SitePhone } from "./cross-site";
import { settleBooks } from "./one-book";
import { sharedPrints } from "./phone-print";
import { type Settled, settle, type SiteFile } from "./settle";
import type { SiteShare } from "./share";

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

/** What is kept of a file. */
export interface Glance {
  readonly outline: SiteOutline;
  /** `phonePrints` of its people: eight bytes a phone. */
  readonly phones: Float64Array;
  /** Rows whose number another of their register has too. */
  readonly doubled: readonly NumberedRow[];
}

/** People that are asked for by the prints of their phones. */
export interface Comparison {
  /** Prints that two sites at least have, ascending. */
  readonly prints: Float64Array;
  /** Sites that have some of them, and have not been asked for their people yet. */
  readonly sites: readonly Glance[];
}

export interface Merging {
  readonly take: (glance: Glance) => void;
  /** Files of a former result: they count as others do, unless their content is given again. Instead of those before. */
  readonly keep: (files: readonly SiteFile[]) => void;
  /** Of those the ones that count, and of which no glance was taken. */
  readonly lacking: () => readonly SiteFile[];
  readonly takeKept: (glance: Glance) => void;
  /** The content cannot be had any more: its site goes, no older file takes its place. */
  readonly lose: (hash: string) => void;
  readonly settled: () => Settled<SiteFile>;
  /** Of each site the file that speaks for it, by the site's name. */
  readonly sites: () => readonly Glance[];
  readonly toCompare: () => Comparison;
  /** Who has the phones of these prints in the file of this content. */
  readonly compared: (hash: string, prints: Float64Array, people: readonly SitePhone[]) => void;
  /** Phones seen at several sites, as far as was compared. */
  readonly across: () => readonly CrossSite[];
}

interface Asked {
  readonly prints: ReadonlySet<number>;
  readonly people: readonly SitePhone[];
}

/** The order in which files are taken does not matter; twice is once. */
export const startMerging = (): Merging => {
  const files: SiteFile[] = [];
  /** By content. */
  const glances = new Map<string, Glance>();
  const lost = new Set<string>();
  const asked = new Map<string, Asked>();
  let kept: readonly SiteFile[] = [];
  /** By the files alone, and with what their people say besides. */
  let known: { readonly plain: Settled<SiteFile>; named?: Settled<SiteFile> } | undefined;
  const hashesHere = (): ReadonlySet<string> => new Set(files.map(({ hash }) => hash));
  const plainly = (): NonNullable<typeof known> => {
    if (known !== undefined) return known;
    const here = hashesHere();
    const recorded = new Set(kept.map(({ hash, file }) => `${hash} ${file}`));
    const others = kept.filter(({ hash }) => !here.has(hash));
    return (known = { plain: settle([...files, ...others], recorded) });
  };
  const settled = (): Settled<SiteFile> => {
    const found = plainly();
    if (found.named !== undefined) return found.named;
    const here = hashesHere();
    return (found.named = settleBooks(
      found.plain,
      ({ hash }) => here.has(hash),
      ({ hash }) => {
        const phones = glances.get(hash)?.phones;
        // Masked, nothing was kept to tell the phones of a former result by.
        return phones?.length === 0 ? undefined : phones;
      },
    ));
  };
  const sites = (): readonly Glance[] =>
    settled().chosen.flatMap(({ file, hash, modified }): readonly Glance[] => {
      const glance = lost.has(hash) ? undefined : glances.get(hash);
      if (glance === undefined) return [];
      const { outline, doubled, phones } = glance;
      // The same content may have been read under another name.
      return [
        {
          outline: { ...outline, source: { file, hash, modified } },
          doubled: doubled.map((row) => ({ ...row, file })),
          phones,
        },
      ];
    });
  return {
    take: (glance) => {
      const { hash } = glance.outline.source;
      files.push(siteFileOf(glance.outline));
      glances.set(hash, glance);
      lost.delete(hash);
      known = undefined;
    },
    keep: (given) => {
      kept = given;
      known = undefined;
    },
    lacking: () => plainly().plain.chosen.filter(({ hash }) => !glances.has(hash)),
    takeKept: (glance) => {
      glances.set(glance.outline.source.hash, glance);
      if (known !== undefined) known = { plain: known.plain };
    },
    lose: (hash) => {
      lost.add(hash);
    },
    settled,
    sites,
    toCompare: () => {
      const now = sites();
      const prints = sharedPrints(now.map(({ phones }) => phones));
      const shared = new Set(prints);
      return {
        prints,
        sites: now.filter(({ outline, phones }) => {
          const before = asked.get(outline.source.hash)?.prints;
          return phones.some((print) => shared.has(print) && before?.has(print) !== true);
        }),
      };
    },
    compared: (hash, prints, people) => {
      asked.set(hash, { prints: new Set(prints), people });
    },
    across: () => {
      const now = sites();
      return crossSite(function* () {
        for (const { outline } of now) {
          const { hash, file } = outline.source;
          for (const each of asked.get(hash)?.people ?? []) yield { ...each, file };
        }
      });
    },
  };
};
