/** A site's file as head office takes it: read, understood, and said what it is, or refused with its reason. */
import { versionIn } from "../../domain/head-office/schema-version";
import type { SiteShare, Source } from "../../domain/head-office/share";
import { type ShareAbout, shareOf, siteNameOf } from "../../domain/head-office/share-of";
import { XlsxRefused } from "../../xlsx/refusal";
import { savedAt } from "../../xlsx/saved-at";
import { schemaVersion } from "../plan/ledger-sheet";
import { WorkbookRefused } from "../port";
import { readSiteFile } from "./site-file";

export type SharedFile =
  | { readonly ok: true; readonly share: SiteShare }
  | {
      readonly ok: false;
      readonly code: string;
      /** What; what to do. */
      readonly reason: string;
      readonly modified: string;
    };

const reasons: Readonly<Record<string, string>> = {
  notOurs: "这不是案场簿；旧表请先在案场收编。(not an 案场簿 workbook)",
  newerVersion: "由更新的案场簿建立；请先更新案场簿，以免漏看新的栏目。(made by a newer version)",
};

const noProject =
  "“设置”里没有填项目，分不清是哪个案场；请在 Excel 里打开它，填好“项目”和“地点”后保存。(no project)";

/** @param source `modified`: as the folder says; the file's own word goes before it. */
export const siteShare = async (
  bytes: Uint8Array,
  source: Source,
  about: ShareAbout,
): Promise<SharedFile> => {
  let { modified } = source;
  const refused = (code: string, reason: string): SharedFile => ({ ok: false, code, reason, modified });
  try {
    modified = (await savedAt(bytes)) ?? modified;
    const book = await readSiteFile(bytes);
    if ((versionIn(book) ?? 1) > schemaVersion) return refused("newerVersion", reasons["newerVersion"] ?? "");
    if (siteNameOf(book.site) === "") return refused("noProject", noProject);
    return { ok: true, share: shareOf(book, { ...source, modified }, about) };
  } catch (cause) {
    if (cause instanceof XlsxRefused) return refused(cause.code, `${cause.message}。`);
    if (cause instanceof WorkbookRefused) return refused(cause.code, reasons[cause.code] ?? cause.message);
    throw cause;
  }
};
