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

/** Has `write` fill a file beside, then puts it in the place of `file`. The folder has still to be synced. */
export const writeWhole = async (file: string, write: (beside: string) => Promise<void>): Promise<void> => {
  const beside = `${file}.${randomUUID()}${unfinished}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await write(beside);
    await syncFile(beside);
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
};
