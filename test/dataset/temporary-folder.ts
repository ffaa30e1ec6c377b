import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const made: string[] = [];

/** A folder of its own, gone when the file's tests are done. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "anchang-dataset-")));
  made.push(folder);
  return folder;
};

export const removeTemporaryFolders = async (): Promise<void> => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
};
