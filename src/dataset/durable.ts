/** Files that are whole or not there, whatever is killed and whenever. */
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

/** What is being written; swept at the next start when it was left. */
export const unfinished = ".tmp";

/** Of the operating system: "ENOENT". */
export const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";

export const isMissing = (cause: unknown): boolean => ["ENOENT", "ENOTDIR"].includes(codeOf(cause));

/** Names in a folder; none where there is no such folder. */
export const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};

const syncFile = async (file: string): Promise<void> => {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** After it, what was renamed in the folder stays renamed when the power goes. Windows does not sync folders. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export interface NewFile {
  /** Where it will stand. */
  readonly file: string;
  readonly write: (beside: string) => Promise<void>;
}

/**
 * Each file is written beside its place and put there whole. All are synced together, which a disk does in the time of
 * one or two, and before any is put in place.
 */
export const writeWhole = async (files: readonly NewFile[]): Promise<void> => {
  const beside = files.map(({ file, write }) => ({
    file,
    write,
    temp: `${file}.${randomUUID()}${unfinished}`,
  }));
  const folders = new Set<string>();
  try {
    for (const { file, write, temp } of beside) {
      const folder = path.dirname(file);
      const made = await mkdir(folder, { recursive: true });
      folders.add(folder);
      // A folder stays when the folder it stands in is synced.
      for (let at = folder; made !== undefined && at.length >= made.length; at = path.dirname(at))
        folders.add(path.dirname(at));
      await write(temp);
    }
    await Promise.all(beside.map(({ temp }) => syncFile(temp)));
    for (const { file, temp } of beside) await rename(temp, file);
    await Promise.all([...folders].map(syncFolder));
  } catch (cause) {
    for (const { temp } of beside) await rm(temp, { force: true });
    throw cause;
  }
};
