/**
 * Workbooks into the data set, each exactly once: a site's new files are written and synced, then its line in the
 * manifest is replaced in one rename, then the old files go. Killed anywhere, what counts is what the lines say; the
 * rest is swept at the next start.
 */
import { mkdir, realpath } from "node:fs/promises";
import type { OneBook } from "../domain/head-office/one-book";
import { isLeftOut, type SiteShare } from "../domain/head-office/share";
import { wellFormed } from "./cell";
import { contactsFolder } from "./contacts";
import { type Damage, damageIn } from "./damage";
import { namesIn } from "./durable";
import { lockFolder, lockName } from "./lock";
import {
  format,
  isReadBefore,
  readDatasetLine,
  readSiteLines,
  removeSiteLine,
  type SiteLine,
  siteParts,
  writeDatasetLine,
  writeSiteLine,
} from "./manifest";
import { namesOf } from "./one-book";
import { openEngine, spillPrefix } from "./open-dataset";
import { keyMark } from "./phone-key";
import { DatasetRefused } from "./refusal";
import { beside, type Beside, compareRevisions, type Revision } from "./revision";
import { addContacts, removeSiteFiles, writeSiteFiles } from "./site-files";
import { sweep } from "./sweep";

export interface LoadOptions {
  /** The house's key: `readKey`. */
  readonly key: Uint8Array;
  /** Keep the numbers themselves too, encrypted. */
  readonly contacts?: boolean;
  /** Every workbook is taken in anew, whatever is there. */
  readonly fresh?: boolean;
  /** `latestSave` of the clock's day: a line that says later was written by a wrong clock. */
  readonly latest?: string;
  readonly memory?: string;
}

/** What became of a workbook. */
export interface Taken extends Beside {
  readonly kind:
    | "new"
    /** Its rows stand in the place of an older file's of the same site. */
    | "replaced"
    /** The same content was in already, and was asked for anew, its files here were damaged, or a program of before read it. */
    | "again"
    /** The same content is in already. */
    | "same"
    /** The site has a newer file; nothing changed. */
    | "older";
  readonly site: string;
  readonly rows: number;
  readonly quarantined: number;
}

export interface Loading {
  /** Hashes of files that need not be read again. */
  readonly known: readonly string[];
  /** Sites whose files were gone or damaged, and have not been taken in anew since. */
  damaged(): readonly Damage[];
  /**
   * `lacks`: what the workbook lost, in words. `instead`: contents that count for nothing any more, by their
   * hashes; this one takes their place though it is older.
   */
  take(share: SiteShare, lacks?: string, instead?: ReadonlySet<string>): Promise<Taken>;
  /** Which sites may be one workbook under two names. @param given files of this run, by the hash of their content */
  names(given: ReadonlyMap<string, readonly string[]>): Promise<OneBook>;
  /** A site that is head office's no more: its rows go. */
  drop(site: string): Promise<void>;
  /** The sites as they stand now. */
  sites(): readonly SiteLine[];
  close(): void;
}

const ours = (name: string): boolean =>
  name.startsWith(spillPrefix) ||
  name.startsWith(lockName) ||
  ["_manifest", ...siteParts].includes(name) ||
  // What file managers leave behind.
  [".DS_Store", "Thumbs.db", "desktop.ini"].includes(name);

/** Refuses a folder with somebody's things in it: what is not ours is neither read nor swept. */
export const refuseForeign = async (folder: string): Promise<void> => {
  const stranger = (await namesIn(folder)).find((name) => !ours(name));
  if (stranger !== undefined)
    throw new DatasetRefused(
      "foreign",
      `${folder}：文件夹里有别的东西（${stranger}），没有写；请给数据集一个空文件夹。(the folder is not empty)`,
    );
};

const settleKey = async (folder: string, key: Uint8Array): Promise<void> => {
  const line = await readDatasetLine(folder);
  if (line === undefined) await writeDatasetLine(folder, { format, keyMark: keyMark(key) });
  else if (line.keyMark !== keyMark(key))
    throw new DatasetRefused(
      "key",
      `${folder}：密钥不是建这个数据集时用的那一个；请换回原来的密钥文件。(the key is another than this data set's)`,
    );
};

const takenAs = (
  kind: Taken["kind"],
  { site, rows, quarantined }: Pick<SiteLine, "site" | "rows" | "quarantined">,
): Taken => ({
  kind,
  site,
  rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
  quarantined,
});

const revisionOf = ({ source, book }: SiteShare): Revision => ({
  ...source,
  ...(book !== undefined && { book }),
});

const lacking = (share: SiteShare, lacks: string): Pick<SiteLine, "lacks" | "leavesOut"> => ({
  ...(lacks !== "" && { lacks }),
  ...(share.lacks.some(isLeftOut) && { leavesOut: true }),
});

const knownOf = (
  lines: Iterable<SiteLine>,
  contacts: boolean,
  wanting: ReadonlyMap<string, unknown>,
): readonly string[] =>
  [...lines].flatMap((line) => {
    const { site, hash, files, older } = line;
    const isWanted = wanting.has(site) || isReadBefore(line) || (contacts && !files.includes(contactsFolder));
    return isWanted ? older : [hash, ...older];
  });

/**
 * Opens a folder for writing; makes it where there is none.
 * @throws DatasetRefused: somebody else is writing, another key, another version, a folder with other things in it.
 */
export const openLoading = async (
  given: string,
  { key, contacts = false, fresh = false, latest, memory }: LoadOptions,
): Promise<Loading> => {
  await mkdir(given, { recursive: true });
  const folder = await realpath(given);
  await refuseForeign(folder);
  const lock = await lockFolder(folder);
  try {
    await settleKey(folder, key);
    const lines = new Map((await readSiteLines(folder)).map((line) => [line.site, line]));
    await sweep(folder, [...lines.values()]);
    const damage = new Map((await damageIn(folder, [...lines.values()])).map((each) => [each.site, each]));
    const engine = await openEngine(folder, { ...(memory !== undefined && { memory }) });

    const settle = async (line: SiteLine): Promise<void> => {
      await writeSiteLine(folder, line);
      lines.set(line.site, line);
    };

    const known = async (share: SiteShare, line: SiteLine): Promise<Taken> => {
      const { site, hash } = line;
      if (contacts && share.source.hash === hash && !line.files.includes(contactsFolder))
        await settle(await addContacts(folder, share, line, key));
      return { kind: share.source.hash === hash ? "same" : "older", site, rows: 0, quarantined: 0 };
    };

    /** The same content once more, into the files of the same names. */
    const again = async (share: SiteShare, before: SiteLine, lacks: string): Promise<Taken> => {
      const kept = !contacts && before.files.includes(contactsFolder);
      const written = await writeSiteFiles(folder, engine.connection, share, {
        key,
        // Damaged or not, they are what was asked for once.
        contacts: contacts || kept,
      });
      await settle({ ...written, older: before.older, ...lacking(share, lacks) });
      damage.delete(before.site);
      return takenAs("again", written);
    };

    const replace = async (
      share: SiteShare,
      site: string,
      before: SiteLine | undefined,
      lacks: string,
      forgets = false,
    ): Promise<Taken> => {
      const written = await writeSiteFiles(folder, engine.connection, share, { key, contacts });
      const older = before === undefined || forgets ? [] : [...before.older, before.hash].sort();
      await settle({ ...written, older, ...lacking(share, lacks) });
      damage.delete(site);
      // Only after the line says so.
      if (before !== undefined) await removeSiteFiles(folder, before);
      return {
        ...takenAs(before === undefined ? "new" : "replaced", written),
        ...(before !== undefined && !forgets && beside(revisionOf(share), before)),
      };
    };

    return {
      known: fresh ? [] : knownOf(lines.values(), contacts, damage),
      damaged: () => [...damage.values()],
      async take(share, lacks = "", instead) {
        if (share.facts === undefined) throw new TypeError("a share for the data set is made with facts");
        const site = wellFormed(share.site);
        const { hash } = share.source;
        const before = lines.get(site);
        if (before === undefined) return replace(share, site, before, lacks);
        // Those that gave way to it are compared anew when they come again.
        if (instead?.has(before.hash) === true) return replace(share, site, before, lacks, true);
        if (before.hash === hash && (fresh || damage.has(site) || isReadBefore(before)))
          return again(share, before, lacks);
        if (before.hash === hash || before.older.includes(hash)) return known(share, before);
        if (compareRevisions(revisionOf(share), before, latest) > 0)
          return replace(share, site, before, lacks);
        const late = { ...before, older: [...before.older, hash].sort() };
        await settle(late);
        return { ...(await known(share, late)), ...beside(before, revisionOf(share)) };
      },
      names: (given) =>
        namesOf(
          folder,
          engine.connection,
          [...lines.values()].filter(({ site }) => !damage.has(site)),
          given,
        ),
      async drop(site) {
        const line = lines.get(site);
        if (line === undefined) return;
        await removeSiteLine(folder, site);
        lines.delete(site);
        damage.delete(site);
        await removeSiteFiles(folder, line);
      },
      sites: () => [...lines.values()].sort((a, b) => (a.site < b.site ? -1 : 1)),
      close() {
        engine.close();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    throw cause;
  }
};
