/** A site's file as head office takes it (R19): its share, or why not. The one way in, for the pane and the command line. */
import { savedWhen } from "../../domain/head-office/saved-when";
import type { SiteShare, Source } from "../../domain/head-office/share";
import { type ShareAbout, shareOf, siteNameOf } from "../../domain/head-office/share-of";
import { refusalLine, XlsxRefused } from "../../xlsx/refusal";
import { savedAt } from "../../xlsx/saved-at";
import { schemaVersion } from "../plan/ledger-sheet";
import { WorkbookRefused } from "../port";
import { leftOut } from "../plan/left-out";
import { inspectSiteFile } from "./inspect-file";
import { readSite } from "./site-file";

/** Why a file was not taken: a code for programs, words for people. */
export interface Refused {
  readonly kind: "refused";
  readonly code: string;
  /** What; what to do. */
  readonly reason: string;
  /** As far as the file could be read. */
  readonly hash?: string;
  readonly modified?: string;
}

/** What became of one file. */
export type FileOutcome =
  | { readonly kind: "share"; readonly share: SiteShare }
  /** Its content is among those known. */
  | ({ readonly kind: "known" } & Omit<Source, "file">)
  | Refused;

export interface GivenFile extends Pick<Source, "file" | "hash"> {
  /** When its folder says it was saved: for files that do not say it themselves, or not rightly. */
  readonly copied: string;
  /** `latestSave` of the clock's day. */
  readonly latest: string;
}

const notOurs =
  "这不是案场簿；旧表请先在案场收编。(Not an 案场簿 workbook: an old register is taken in at its site first.)";
const headOffices =
  "这是总部汇总簿，不是案场的案场簿，没有并入；请把它放到别的文件夹。(A head-office workbook, not a site's: left out. Move it to another folder.)";
const newer =
  "由更新的案场簿建立；请先更新案场簿，以免漏看新的栏目。(Made by a newer version: update 案场簿 first, or its new columns are missed.)";
const noProject =
  "“设置”里没有填项目，分不清是哪个案场；请在 Excel 里打开它，填好“项目”和“地点”后保存。(设置 names no project, so its site cannot be told: open it in Excel, fill in 项目 and 地点, and save it.)";

/** @throws what is our own mistake. */
const refusalOf = (cause: unknown): Pick<Refused, "code" | "reason"> => {
  if (cause instanceof XlsxRefused)
    return {
      code: cause.code,
      reason: refusalLine(cause.message, cause.en, cause.detail),
    };
  if (cause instanceof WorkbookRefused && cause.code === "headOffices")
    return { code: "notOurs", reason: headOffices };
  if (cause instanceof WorkbookRefused && cause.code === "notOurs")
    return { code: cause.code, reason: notOurs };
  if (cause instanceof WorkbookRefused && cause.code === "newerVersion")
    return { code: cause.code, reason: newer };
  throw cause;
};

/** @param known hashes of contents that need not be read again. */
export const siteShare = async (
  bytes: Uint8Array,
  { file, hash, copied, latest }: GivenFile,
  about: ShareAbout,
  known?: ReadonlySet<string>,
): Promise<FileOutcome> => {
  let modified = copied;
  const refused = (why: Pick<Refused, "code" | "reason">): Refused => ({
    kind: "refused",
    ...why,
    hash,
    modified,
  });
  try {
    const when = savedWhen(await savedAt(bytes), copied, latest);
    modified = when.modified;
    const source = { hash, copied, ...when };
    if (known?.has(hash) === true) return { kind: "known", ...source };
    const { book, mayLeaveOut } = await readSite(bytes);
    if (siteNameOf(book.site) === "") return refused({ code: "noProject", reason: noProject });
    // Few files are looked at twice.
    const outside = mayLeaveOut ? leftOut((await inspectSiteFile(bytes)).inspected) : [];
    const share = shareOf(book, { file, ...source }, about, outside);
    // Whoever has deleted the hidden sheet has no older workbook for it: `check` says what is gone.
    const isBare = book.registers.meta === undefined;
    return { kind: "share", share: isBare ? { ...share, schemaVersion } : share };
  } catch (cause) {
    return refused(refusalOf(cause));
  }
};
