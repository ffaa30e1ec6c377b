/**
 * One writer at a time. The operating system keeps the lock, on a small DuckDB file: it lets go of it itself when the
 * program ends, however it ends, so that no lock is ever left over and none has to be guessed stale.
 */
import { randomUUID } from "node:crypto";
import { access, link, rename, rm } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { codeOf, unfinished } from "./durable";
import { DatasetRefused } from "./refusal";

export const lockName = "_lock.duckdb";

/** Within a program the operating system sees one owner, so these are counted here. */
const held = new Set<string>();

const exists = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Put in place whole: a file cut short would be no lock for anybody. */
const makeFile = async (file: string): Promise<void> => {
  const beside = `${file}.${randomUUID()}${unfinished}`;
  try {
    const made = await DuckDBInstance.create(beside);
    made.closeSync();
    await link(beside, file).catch(async (cause: unknown) => {
      // There are no links on this disk: then nobody is quicker by a rename's width.
      if (codeOf(cause) !== "EEXIST" && !(await exists(file))) await rename(beside, file);
    });
  } catch (cause) {
    // Somebody else was quicker, and has swept what lay beside already.
    if (!(await exists(file))) throw cause;
  } finally {
    await rm(beside, { force: true });
  }
};

const busy = (folder: string, cause?: unknown): DatasetRefused =>
  new DatasetRefused(
    "busy",
    `${folder}：另一个程序正在往这个数据集里写；请等它写完再试。(another program is writing into this data set)`,
    { cause },
  );

const isConflict = (cause: unknown): boolean =>
  /conflicting lock|could not set lock|being used by another process/iu.test(String(cause));

export interface Lock {
  release(): void;
}

/** `folder` by its real path. @throws DatasetRefused where somebody else has it. */
export const lockFolder = async (folder: string): Promise<Lock> => {
  const file = path.join(folder, lockName);
  if (held.has(file)) throw busy(folder);
  held.add(file);
  try {
    if (!(await exists(file))) await makeFile(file);
    const instance = await DuckDBInstance.create(file);
    return {
      release() {
        instance.closeSync();
        held.delete(file);
      },
    };
  } catch (cause) {
    held.delete(file);
    throw isConflict(cause) ? busy(folder, cause) : cause;
  }
};
