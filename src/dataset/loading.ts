/**
 * Workbooks into the data set, each exactly once: a site's new files are written and synced, then its line in the
 * manifest is replaced in one rename, then the old files go. Killed anywhere, what counts is what the lines say; the
 * rest is swept at the next start.
 */
import { mkdir, realpath, rm } from "node:fs/promises";
import type { SiteShare } from "../domain/head-office/share";
import { wellFormed } from "./cell";
import { contactsFile, contactsFolder, contactsOf, writeContacts } from "./contacts";
import { namesIn, type NewFile, writeWhole } from "./durable";
import { lockFolder, lockName } from "./lock";
import {
  compareRevisions,
  format,
  parquetFile,
  readDatasetLine,
  readSiteLines,
  type SiteLine,
  type SitePart,
  writeDatasetLine,
  writeSiteLine,
} from "./manifest";
import { openEngine, spillPrefix } from "./open-dataset";
import { writeParquet } from "./parquet";
import { keyMark, phoneKey } from "./phone-key";
import { DatasetRefused } from "./refusal";
import { siteRows } from "./site-rows";
import { sweep } from "./sweep";
import { quarantineColumns, type TableName, tableNames, tables } from "./tables";

export interface LoadOptions {
  /** The house's key: `readKey`. */
  readonly key: Uint8Array;
  /** Keep the numbers themselves too, encrypted. */
  readonly contacts?: boolean;
  readonly memory?: string;
}

/** What became of a workbook. */
export interface Taken {
  readonly kind:
    | "new"
    /** Its rows stand in the place of an older file's of the same site. */
    | "replaced"
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
  take(share: SiteShare): Promise<Taken>;
  /** The sites as they stand now. */
  sites(): readonly SiteLine[];
  close(): void;
}

const ours = (name: string): boolean =>
  name.startsWith(spillPrefix) ||
  name.startsWith(lockName) ||
  ["_manifest", "_quarantine", contactsFolder, ...tableNames].includes(name) ||
  // What file managers leave behind.
  [".DS_Store", "Thumbs.db", "desktop.ini"].includes(name);

/** Refuses a folder with somebody's things in it: what is not ours is neither read nor swept. */
const refuseForeign = async (folder: string): Promise<void> => {
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

const knownOf = (lines: Iterable<SiteLine>, contacts: boolean): readonly string[] =>
  [...lines].flatMap(({ hash, files, older }) =>
    contacts && !files.includes(contactsFolder) ? older : [hash, ...older],
  );

/**
 * Opens a folder for writing; makes it where there is none.
 * @throws DatasetRefused: somebody else is writing, another key, another version, a folder with other things in it.
 */
export const openLoading = async (
  given: string,
  { key, contacts = false, memory }: LoadOptions,
): Promise<Loading> => {
  await mkdir(given, { recursive: true });
  const folder = await realpath(given);
  await refuseForeign(folder);
  const lock = await lockFolder(folder);
  try {
    await settleKey(folder, key);
    const lines = new Map((await readSiteLines(folder)).map((line) => [line.site, line]));
    await sweep(folder, [...lines.values()]);
    const engine = await openEngine(folder, { ...(memory !== undefined && { memory }) });

    const write = async (share: SiteShare, site: string): Promise<Omit<SiteLine, "older">> => {
      const { hash, file, modified } = share.source;
      const rows = siteRows(share, (phone) => phoneKey(key, phone));
      const parts: (NewFile & { readonly part: SitePart })[] = [];
      for (const name of tableNames)
        if (rows.tables[name].count > 0)
          parts.push({
            part: name,
            file: parquetFile(folder, name, site, hash),
            write: (beside) =>
              writeParquet(engine.connection, tables[name].columns, rows.tables[name], beside),
          });
      if (rows.quarantine.count > 0)
        parts.push({
          part: "_quarantine",
          file: parquetFile(folder, "_quarantine", site, hash),
          write: (beside) => writeParquet(engine.connection, quarantineColumns, rows.quarantine, beside),
        });
      if (contacts)
        parts.push({
          part: contactsFolder,
          file: contactsFile(folder, site, hash),
          write: (beside) => writeContacts(beside, key, { site, hash, contacts: contactsOf(share) }),
        });
      await writeWhole(parts);
      return {
        site,
        project: wellFormed(share.project),
        asOf: share.asOf,
        hash,
        file: wellFormed(file),
        modified,
        rows: Object.fromEntries(tableNames.map((name) => [name, rows.tables[name].count])) as Record<
          TableName,
          number
        >,
        quarantined: rows.quarantine.count,
        files: parts.map(({ part }) => part),
      };
    };

    const settle = async (line: SiteLine): Promise<void> => {
      await writeSiteLine(folder, line);
      lines.set(line.site, line);
    };

    /** Only after the line says so. */
    const removeOld = async (old: SiteLine, now: SiteLine): Promise<void> => {
      if (old.hash === now.hash) return;
      for (const part of old.files)
        await rm(
          part === contactsFolder
            ? contactsFile(folder, old.site, old.hash)
            : parquetFile(folder, part, old.site, old.hash),
          { force: true },
        );
    };

    return {
      known: knownOf(lines.values(), contacts),
      async take(share) {
        if (share.facts === undefined) throw new TypeError("a share for the data set is made with facts");
        const site = wellFormed(share.site);
        const { hash } = share.source;
        const before = lines.get(site);
        const whole = !contacts || before?.files.includes(contactsFolder) === true;
        if (before !== undefined && (before.older.includes(hash) || (before.hash === hash && whole)))
          return { kind: before.hash === hash ? "same" : "older", site, rows: 0, quarantined: 0 };
        if (before !== undefined && before.hash !== hash && compareRevisions(share.source, before) < 0) {
          await settle({ ...before, older: [...before.older, hash].sort() });
          return { kind: "older", site, rows: 0, quarantined: 0 };
        }
        const written = await write(share, site);
        const now: SiteLine = {
          ...written,
          older:
            before === undefined || before.hash === hash
              ? (before?.older ?? [])
              : [...before.older, before.hash].sort(),
        };
        await settle(now);
        if (before !== undefined) await removeOld(before, now);
        return {
          kind: before === undefined ? "new" : before.hash === hash ? "same" : "replaced",
          site,
          rows: Object.values(now.rows).reduce((sum, rows) => sum + rows, 0),
          quarantined: now.quarantined,
        };
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
