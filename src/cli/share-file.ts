/** One file read, checked and shared: what a worker of the pool does, in whatever thread. */
import { createHash, createHmac } from "node:crypto";
import { stat } from "node:fs/promises";
import { beginning } from "../domain/head-office/saved-when";
import type { ShareAbout } from "../domain/head-office/share-of";
import { type FileOutcome, siteShare } from "../workbook/xlsx/site-share";
import { instant } from "../xlsx/saved-at";
import { latestSaveOf } from "./clock";
import { readBytes } from "./files";
import { Unusable } from "./outcome";
import type { WorkbookFile, WorkerSettings } from "./share-job";

/** Half of SHA-256 tells a country's phones apart. */
const hashBy =
  (key: Uint8Array) =>
  (e164: string): string =>
    createHmac("sha256", key).update(e164).digest("hex").slice(0, 32);

/** Knows what is told once for all files. @returns what becomes of a file; our own mistakes are thrown. */
export const fileReader = ({
  today,
  mask,
  key,
  known,
  facts,
}: WorkerSettings): ((file: WorkbookFile) => Promise<FileOutcome>) => {
  const latest = latestSaveOf(today);
  const knownHashes = new Set(known);
  const about: ShareAbout = {
    today,
    mask,
    ...(key && { phone: hashBy(key) }),
    ...(facts === true && { facts: true }),
  };
  return async ({ path, name }) => {
    try {
      const bytes = await readBytes(path);
      const hash = createHash("sha256").update(bytes).digest("hex");
      const copied = instant((await stat(path)).mtime.toISOString()) ?? beginning;
      return await siteShare(bytes, { file: name, hash, copied, latest }, about, knownHashes);
    } catch (cause) {
      if (!(cause instanceof Unusable)) throw cause;
      return { kind: "refused", code: "unreadable", reason: cause.message.replace(`${path}：`, "") };
    }
  };
};
