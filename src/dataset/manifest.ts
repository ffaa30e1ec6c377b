/**
 * What is in force. A site's line names the one file whose rows count; it is replaced in one rename, and that rename
 * is the moment a site's rows change. Everything the manifest does not name is left over and swept.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isMissing, namesIn, syncFolder, writeWhole } from "./durable";
import { folderOf } from "./folder-name";
import { DatasetRefused } from "./refusal";
import type { Revision } from "./revision";
import { type TableName, tableNames } from "./tables";

/** Counts up when tables change: rows of two formats never stand side by side. */
export const format = 1;

/**
 * Counts up when a workbook gives other rows than before, though no table has changed: what an earlier program took in
 * is read again where its workbook is given.
 * 2: a client's landline and mobile are one person's, and what is dialled behind a mobile makes no other.
 * 3: whoever called or came without a number that can be read is a client too.
 */
export const reading = 3;

/** A file of a site: a table's rows, or what is kept beside them. */
export type SitePart = TableName | "_quarantine" | "contacts";

export interface SiteLine extends Revision {
  readonly site: string;
  readonly project: string;
  readonly asOf: string;
  readonly rows: Readonly<Record<TableName, number>>;
  readonly quarantined: number;
  /** `reading` of the program that took it in; nothing where that was 1. */
  readonly reading?: number;
  /** What its workbook lost, in words; nothing where nothing is lacking, or it was not known when it was taken in. */
  readonly lacks?: string;
  /** Rows that stand in its workbook were not taken in. */
  readonly leavesOut?: true;
  /** The tables whose file is there; one without rows has none. */
  readonly files: readonly SitePart[];
  /** Revisions that came and do not count: known, and not read again. */
  readonly older: readonly string[];
}

export interface DatasetLine {
  readonly format: number;
  /** Tells one key from another; from it nobody gets the key or a number. */
  readonly keyMark: string;
}

const folderName = "_manifest";
const datasetFile = "dataset.json";

export const manifestFolder = (folder: string): string => path.join(folder, folderName);
export const siteFile = (folder: string, site: string): string =>
  path.join(manifestFolder(folder), `${folderOf(site)}.json`);

/** A program of before found these rows: its workbook may say other ones now. */
export const isReadBefore = (line: SiteLine): boolean => (line.reading ?? 1) < reading;

/** All there may be of a site. */
export const siteParts: readonly SitePart[] = [...tableNames, "_quarantine", "contacts"];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isSiteLine = (value: unknown): value is SiteLine =>
  isRecord(value) &&
  ["site", "hash", "file", "modified"].every((key) => typeof value[key] === "string") &&
  /^[0-9a-f]{64}$/u.test(String(value.hash)) &&
  isRecord(value.rows) &&
  Array.isArray(value.files) &&
  value.files.every((each) => siteParts.includes(each as SitePart)) &&
  Array.isArray(value.older) &&
  (value.reading === undefined || typeof value.reading === "number") &&
  [value.book, value.lacks, value.copied].every((each) => each === undefined || typeof each === "string");

const isDatasetLine = (value: unknown): value is DatasetLine =>
  isRecord(value) && typeof value.format === "number" && typeof value.keyMark === "string";

const readLine = async (file: string): Promise<unknown> => {
  const text = await readFile(file, "utf8");
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new DatasetRefused(
      "broken",
      `${file}：清单读不出；请从备份恢复，或换一个文件夹重新汇总。(broken)`,
      {
        cause,
      },
    );
  }
};

/** Nothing where the folder holds no data set yet. */
export const readDatasetLine = async (folder: string): Promise<DatasetLine | undefined> => {
  const file = path.join(manifestFolder(folder), datasetFile);
  try {
    const line = await readLine(file);
    if (!isDatasetLine(line) || line.format !== format)
      throw new DatasetRefused(
        "foreign",
        `${folder}：这个数据集是别的版本写的；请换一个文件夹重新汇总。(written by another version)`,
      );
    return line;
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
};

const writeLine = (file: string, line: unknown): Promise<void> =>
  writeWhole([{ file, write: (beside) => writeFile(beside, `${JSON.stringify(line)}\n`) }]);

export const writeDatasetLine = (folder: string, line: DatasetLine): Promise<void> =>
  writeLine(path.join(manifestFolder(folder), datasetFile), line);

export const writeSiteLine = (folder: string, line: SiteLine): Promise<void> =>
  writeLine(siteFile(folder, line.site), line);

export const removeSiteLine = async (folder: string, site: string): Promise<void> => {
  await rm(siteFile(folder, site), { force: true });
  await syncFolder(manifestFolder(folder));
};

/** Every site, in the order of their names. */
export const readSiteLines = async (folder: string): Promise<readonly SiteLine[]> => {
  const lines: SiteLine[] = [];
  for (const name of await namesIn(manifestFolder(folder))) {
    if (!name.startsWith("site_id=") || !name.endsWith(".json")) continue;
    const file = path.join(manifestFolder(folder), name);
    const line = await readLine(file);
    if (!isSiteLine(line))
      throw new DatasetRefused(
        "broken",
        `${file}：清单读不出；请从备份恢复，或换一个文件夹重新汇总。(broken)`,
      );
    lines.push(line);
  }
  return lines.sort((a, b) => (a.site < b.site ? -1 : 1));
};

/** dataset/visits/site_id=洛阳-新天地/<hash>.parquet */
export const parquetFile = (
  folder: string,
  table: TableName | "_quarantine",
  site: string,
  hash: string,
): string => path.join(folder, table, folderOf(site), `${hash}.parquet`);
