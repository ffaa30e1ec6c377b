/** Files the manifest names that are gone, or were cut short or written over: told by their ends, without reading them. */
import { open } from "node:fs/promises";
import path from "node:path";
import { contactsFolder, leastContacts, contactsMagic } from "./contacts";
import { isMissing } from "./durable";
import type { SiteLine, SitePart } from "./manifest";
import { partFile } from "./part-file";

export interface Damage {
  readonly site: string;
  /** Below the data set's folder: "visits/site_id=洛阳-新天地/….parquet". */
  readonly files: readonly string[];
}

/** A Parquet file begins and ends with it; before the last stands how long the footer is, in four bytes. */
const parquetMagic = "PAR1";
const footerEnd = 8;

/** How a whole file looks at its two ends. */
const isWholeParquet = (head: Buffer, tail: Buffer, size: number): boolean =>
  size >= parquetMagic.length + footerEnd &&
  head.toString("latin1") === parquetMagic &&
  tail.toString("latin1", 4) === parquetMagic &&
  tail.readUInt32LE(0) + parquetMagic.length + footerEnd <= size;

const isWhole = async (file: string, part: SitePart): Promise<boolean> => {
  try {
    const handle = await open(file, "r");
    try {
      const { size } = await handle.stat();
      const [head, tail] = [Buffer.alloc(4), Buffer.alloc(footerEnd)];
      await handle.read(head, 0, head.length, 0);
      if (part === contactsFolder) return size >= leastContacts && head.equals(contactsMagic);
      await handle.read(tail, 0, tail.length, Math.max(0, size - footerEnd));
      return isWholeParquet(head, tail, size);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
};

/** Site by site, those with nothing amiss left out. */
export const damageIn = async (folder: string, lines: readonly SiteLine[]): Promise<readonly Damage[]> => {
  const found: Damage[] = [];
  for (const line of lines) {
    const files: string[] = [];
    for (const part of line.files) {
      const file = partFile(folder, part, line);
      if (!(await isWhole(file, part))) files.push(path.relative(folder, file));
    }
    if (files.length > 0) found.push({ site: line.site, files });
  }
  return found;
};

/** "洛阳-新天地（visits/…）、…": some of them, and how many there are. */
export const damageInWords = (found: readonly Damage[]): string => {
  const most = 5;
  const told = found.slice(0, most).map(({ site, files }) => `${site}（${files.join("、")}）`);
  return `${told.join("、")}${found.length > most ? `等 ${found.length} 个案场` : ""}`;
};
