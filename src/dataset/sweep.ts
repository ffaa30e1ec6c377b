/** What a killed run left behind goes; what the manifest names, and what is not ours, stays. */
import { readdir, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { isMissing, namesIn, unfinished } from "./durable";
import { folderOf } from "./folder-name";
import { manifestFolder, type SiteLine, type SitePart, siteParts } from "./manifest";
import { spillPrefix } from "./open-dataset";

const revision = /^[0-9a-f]{64}\.(?:parquet|bin)$/u;

/** A question may be using it, in another program. */
const spillAge = 24 * 60 * 60 * 1000;

/** macOS hands names back taken apart. */
const one = (name: string): string => name.normalize("NFC");

const sweepPart = async (folder: string, part: SitePart, kept: ReadonlySet<string>): Promise<void> => {
  for (const siteFolder of await namesIn(path.join(folder, part))) {
    const at = path.join(folder, part, siteFolder);
    for (const name of await namesIn(at)) {
      const named = kept.has(one(`${part}/${siteFolder}/${name.slice(0, 64)}`));
      if (name.endsWith(unfinished) || (revision.test(name) && !named))
        await rm(path.join(at, name), { force: true });
    }
    if ((await namesIn(at)).length === 0) await rmdir(at).catch(() => undefined);
  }
};

/** None of what a question has cleared away itself in the meantime. */
const ageOf = async (at: string): Promise<number> => {
  try {
    return Date.now() - (await stat(at)).mtimeMs;
  } catch (cause) {
    if (isMissing(cause)) return 0;
    throw cause;
  }
};

export const sweep = async (folder: string, lines: readonly SiteLine[]): Promise<void> => {
  const kept = new Set(
    lines.flatMap(({ site, hash, files }) => files.map((part) => one(`${part}/${folderOf(site)}/${hash}`))),
  );
  for (const part of siteParts) await sweepPart(folder, part, kept);
  for (const name of await namesIn(manifestFolder(folder)))
    if (name.endsWith(unfinished)) await rm(path.join(manifestFolder(folder), name), { force: true });
  for (const name of await readdir(folder)) {
    const at = path.join(folder, name);
    if (name.startsWith("_lock") && name.endsWith(unfinished)) await rm(at, { force: true });
    if (name.startsWith(spillPrefix) && (await ageOf(at)) > spillAge)
      await rm(at, { recursive: true, force: true });
  }
};
