/**
 * What is known of the files so far (R19): of each a glance and where it lies. Its rows are read again when they are
 * written, site by site in the result's order, and let go.
 */
import { maskName } from "../../domain/head-office/mask-share";
import { type Glance, type SiteOutline, startMerging } from "../../domain/head-office/merge-shares";
import type { HqFacts } from "../../workbook/plan/hq-book";
import { latestSave } from "../../domain/head-office/saved-when";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { FormerResult } from "../../workbook/office/former-result";
import { keptRows, type KeptRows, makeOf } from "../../workbook/plan/hq-kept";
import { type FileLine, withOlder } from "../../workbook/plan/hq-lists";
import { glanceOfKept, type HqPart, type HqParts, keptPeopleWith } from "../../workbook/plan/hq-parts";
import { keptFileOf } from "../../workbook/plan/hq-state";
import { schemaVersion } from "../../workbook/plan/ledger-sheet";
import { WorkbookRefused } from "../../workbook/port";
import { digestsOf } from "./digests";
import type { Refused } from "../../workbook/xlsx/site-share";
import type { NamedFile, ShareReading } from "./read-shares";
import type { Outcome } from "./share-answers";

/** Of a site that is kept: its rows as they were shown. */
interface Kept {
  readonly said: string;
  readonly rows: KeptRows;
  /** The make that read them. */
  readonly make: number;
  readonly counts: Readonly<Partial<Record<HqPart, number>>>;
}

/** What is done to file `n` of `of`, from 1; beginning and closing are no file's. */
export interface Step {
  readonly act: "begin" | "glance" | "carry" | "compare" | "fetch" | "put" | "close";
  readonly n: number;
  readonly of: number;
  readonly file: string;
}
export type Tell = (step: Step) => void;

/** A site's rows, out of the one file that speaks for it. */
export interface SiteRows {
  readonly site: string;
  readonly file: string;
  readonly parts: HqParts;
}

export interface Gathering {
  /** Glances at the files. */
  readonly read: (files: readonly NamedFile[], reading: ShareReading, tell: Tell) => Promise<void>;
  /** Who has the phones that are at several sites: their files are read once more for them. */
  readonly compare: (reading: ShareReading, tell: Tell) => Promise<void>;
  /** One site's after the other's; a file that fails now, or has changed, costs its own message and its site. */
  readonly rows: (reading: ShareReading, tell: Tell) => AsyncGenerator<SiteRows>;
  /**
   * What stands in the workbook, and whether its sites that no file speaks for stay. Instead of what was said before.
   */
  readonly keep: (former: FormerResult | undefined, stay: boolean, today: CalendarDay) => void;
  /** Glances at the sites that are kept. */
  readonly carry: (reading: ShareReading, tell: Tell) => Promise<void>;
  /** Sheets of the former result that have no mark. */
  readonly unmarked: () => readonly string[];
  readonly facts: () => HqFacts;
  /** How many files could not be read. */
  readonly refused: () => number;
}

const changed =
  "看过以后这份文件又变了（多半是刚被保存，或云盘刚同步），它的案场这次没有并入；请重选这份文件，再写一次。(The file changed after it was looked at, probably saved or synchronised: its site is not in this time. Choose it again and write once more.)";

const byName = (a: FileLine, b: FileLine): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/** @param mask how all its files are read. */
export const startGathering = (mask: boolean): Gathering => {
  const merging = startMerging();
  /** By content. */
  const places = new Map<string, NamedFile>();
  /** By name. */
  const refused = new Map<string, FileLine>();
  /** Contents that cannot be had any more. */
  const lost = new Map<string, string>();

  let former: FormerResult | undefined;
  /** Sites kept, by content. */
  const kept = new Map<string, Kept>();
  const rowsKept = async (
    { site }: SiteOutline,
    reading: ShareReading,
    before: Kept | undefined,
  ): Promise<readonly [HqParts, Kept]> => {
    const state = former?.state.sites.find(({ outline }) => outline.site === site);
    if (former === undefined || state === undefined) throw new Error(`no rows of ${site}`);
    const parts = await former.rows(site, reading.signal);
    const digests = await digestsOf(parts, true, reading);
    const said = JSON.stringify(digests);
    // Rows that were shown are not the ones that would be written.
    if (before !== undefined && before.said !== said) throw new WorkbookRefused("outrun", "写入汇总", site);
    return [
      parts,
      {
        said,
        rows: keptRows(former.state, state, digests),
        make: makeOf(former.state, state),
        counts: Object.fromEntries(parts.map(([part, { length }]) => [part, length])),
      },
    ];
  };
  const isKept = (hash: string): boolean => !places.has(hash) && kept.has(hash);

  const refuse = (name: string, { reason, hash, modified }: Refused): void => {
    refused.set(name, {
      file: mask ? maskName(name) : name,
      ...(hash !== undefined && { hash }),
      ...(modified !== undefined && { modified }),
      fate: { kind: "refused", reason },
    });
  };
  /** @returns nothing where the file is not any more what it was. */
  const again = async <Answer>(
    { outline: { source } }: Glance,
    ask: (file: NamedFile) => Promise<Outcome<Answer>>,
  ): Promise<Answer | undefined> => {
    const place = places.get(source.hash);
    if (place === undefined) throw new Error(`no place of ${source.file}`);
    const outcome = await ask(place);
    if (outcome.kind === "taken" && outcome.hash === source.hash) return outcome.answer;
    merging.lose(source.hash);
    lost.set(source.hash, outcome.kind === "refused" ? outcome.reason : changed);
    return undefined;
  };

  return {
    read: async (files, reading, tell) => {
      for (const [at, file] of files.entries()) {
        tell({ act: "glance", n: at + 1, of: files.length, file: file.name });
        const outcome = await reading.glance(file);
        if (outcome.kind === "refused") {
          refuse(file.name, outcome);
          continue;
        }
        refused.delete(file.name);
        lost.delete(outcome.hash);
        places.set(outcome.hash, file);
        merging.take(outcome.answer);
      }
    },
    keep: (found, stay, today) => {
      former = found;
      const files = found?.state.files ?? [];
      merging.keep(
        (stay ? (found?.state.sites ?? []) : []).map(({ outline }) =>
          keptFileOf(outline, files, latestSave(today)),
        ),
      );
    },
    carry: async (reading, tell) => {
      const lacking = merging.lacking();
      for (const [at, { site, hash, file }] of lacking.entries()) {
        reading.signal.throwIfAborted();
        tell({ act: "carry", n: at + 1, of: lacking.length, file });
        const state = former?.state.sites.find(({ outline }) => outline.site === site);
        if (state === undefined) continue;
        const [parts, found] = await rowsKept(state.outline, reading, undefined);
        kept.set(hash, found);
        merging.takeKept(glanceOfKept(state.outline, parts));
      }
    },
    unmarked: () => former?.unmarked ?? [],
    compare: async (reading, tell) => {
      for (;;) {
        const { prints, sites } = merging.toCompare();
        if (sites.length === 0) return;
        for (const [at, glance] of sites.entries()) {
          const { hash, file } = glance.outline.source;
          tell({ act: "compare", n: at + 1, of: sites.length, file });
          if (isKept(hash)) {
            const [parts] = await rowsKept(glance.outline, reading, kept.get(hash));
            merging.compared(hash, prints, keptPeopleWith(glance.outline, parts, prints));
            continue;
          }
          const people = await again(glance, (place) => reading.people(place, prints));
          if (people !== undefined) merging.compared(hash, prints, people);
        }
      }
    },
    rows: async function* (reading, tell) {
      const sites = merging.sites();
      for (const [at, glance] of sites.entries()) {
        const { site, source } = glance.outline;
        const step = { n: at + 1, of: sites.length, file: source.file };
        tell({ act: "fetch", ...step });
        const parts = isKept(source.hash)
          ? (await rowsKept(glance.outline, reading, kept.get(source.hash)))[0]
          : await again(glance, (place) => reading.rows(place));
        if (parts === undefined) continue;
        tell({ act: "put", ...step });
        yield { site, file: source.file, parts };
      }
    },
    facts: () => {
      const sites = merging.sites();
      const outlines = sites.map(({ outline }) => outline);
      const byHash = new Map(outlines.map((outline) => [outline.source.hash, outline]));
      const { fates } = merging.settled();
      // As the command line has them: the state says by them whether anything is new.
      const lines = fates.map(({ file: { file, site, hash, modified, ahead }, fate }): FileLine => {
        const own = { file, site, hash, modified, ...(ahead !== undefined && { ahead }) };
        if (fate.kind !== "merged") return { ...own, fate };
        const reason = lost.get(hash);
        if (reason !== undefined) return { ...own, fate: { kind: "refused", reason } };
        const outline = byHash.get(hash);
        const found = isKept(hash) ? kept.get(hash) : undefined;
        return {
          ...own,
          ...(outline && { outline }),
          fate: found === undefined ? fate : { ...fate, kind: "kept", rows: found.rows },
        };
      });
      return {
        sites: outlines,
        across: merging.across(),
        doubled: sites.flatMap(({ doubled }) => doubled),
        files: [...withOlder(lines), ...[...refused.values()].sort(byName)],
        known: fates.flatMap(({ file }) =>
          lost.has(file.hash) || !(places.has(file.hash) || byHash.has(file.hash)) ? [] : [file],
        ),
        keyed: !mask,
        blind: mask ? outlines.flatMap(({ site, source }) => (isKept(source.hash) ? [site] : [])) : [],
        counts: new Map(
          outlines.flatMap(({ site, source: { hash } }) => {
            const found = isKept(hash) ? kept.get(hash) : undefined;
            return found === undefined ? [] : [[site, found.counts] as const];
          }),
        ),
        makes: new Map(
          outlines.flatMap(({ site, source: { hash } }) => {
            const { make = schemaVersion } = (isKept(hash) ? kept.get(hash) : undefined) ?? {};
            return make < schemaVersion ? [[site, make] as const] : [];
          }),
        ),
      };
    },
    refused: () => refused.size + lost.size,
  };
};
