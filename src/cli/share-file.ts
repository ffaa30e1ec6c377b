/** One file read, checked and shared: what a worker of the pool does, in whatever thread. */
import { createHash, createHmac } from "node:crypto";
import { stat } from "node:fs/promises";
import { type ShareAbout, shareOf, siteNameOf } from "../domain/head-office/share-of";
import { versionIn } from "../domain/head-office/schema-version";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { WorkbookRefused } from "../workbook/port";
import { XlsxRefused } from "../xlsx/refusal";
import { instant, savedAt } from "../xlsx/saved-at";
import { readBytes } from "./files";
import { Unusable } from "./outcome";
import { reasonOf } from "./reason";
import type { FileOutcome, Refused, WorkbookFile, WorkerSettings } from "./share-job";

/** Half of SHA-256 tells a country's phones apart. */
const hashBy =
  (key: Uint8Array) =>
  (e164: string): string =>
    createHmac("sha256", key).update(e164).digest("hex").slice(0, 32);

const noProject =
  "“设置”里没有填项目，分不清是哪个案场；请在 Excel 里打开它，填好“项目”和“地点”后保存。(no project)";

/** Older than every file. */
const beginning = "1970-01-01T00:00:00Z";

/** Nothing where it is our own mistake. */
const refusalOf = (file: WorkbookFile, cause: unknown): Refused | undefined => {
  if (cause instanceof Unusable)
    return { kind: "refused", code: "unreadable", reason: cause.message.replace(`${file.path}：`, "") };
  const reason = reasonOf(cause);
  if (reason === undefined) return undefined;
  const code = cause instanceof XlsxRefused || cause instanceof WorkbookRefused ? cause.code : "unreadable";
  return { kind: "refused", code, reason };
};

/** Knows what is told once for all files. @returns what becomes of a file; our own mistakes are thrown. */
export const fileReader = ({
  today,
  mask,
  key,
  known,
  facts: withFacts,
}: WorkerSettings): ((file: WorkbookFile) => Promise<FileOutcome>) => {
  const knownHashes = new Set(known);
  const about: ShareAbout = {
    today,
    mask,
    ...(key && { phone: hashBy(key) }),
    ...(withFacts === true && { facts: true }),
  };
  return async (file) => {
    let facts: { readonly hash?: string; readonly modified?: string } = {};
    try {
      const bytes = await readBytes(file.path);
      const hash = createHash("sha256").update(bytes).digest("hex");
      const copied = instant((await stat(file.path)).mtime.toISOString()) ?? beginning;
      facts = { hash, modified: copied };
      const modified = (await savedAt(bytes)) ?? copied;
      facts = { hash, modified };
      if (knownHashes.has(hash)) return { kind: "known", hash, modified };
      const book = await readSiteFile(bytes);
      const version = versionIn(book) ?? 1;
      if (version > schemaVersion) throw new WorkbookRefused("newerVersion", "汇总", `版本 ${version}`);
      if (siteNameOf(book.site) === "")
        return { kind: "refused", code: "noProject", reason: noProject, ...facts };
      return { kind: "share", share: shareOf(book, { file: file.name, hash, modified }, about) };
    } catch (cause) {
      const refused = refusalOf(file, cause);
      if (refused === undefined) throw cause;
      return { ...refused, ...facts };
    }
  };
};
