/** Which of a site's revisions counts (R19): the same one in whatever order, and however often, they come. */
import { beginning, savedWhen } from "../domain/head-office/saved-when";

export interface Revision {
  /** SHA-256 of the workbook, in hex: names its Parquet files. */
  readonly hash: string;
  readonly file: string;
  /** When it was saved; the later one counts, of two at the same moment the later `copied`, else the higher hash. */
  readonly modified: string;
  /** When its folder says it was. */
  readonly copied?: string;
  /** The workbook's own id, where it has one; a later state of it has the same. */
  readonly book?: string;
  /** The day its days were counted on: of one content the later one counts. */
  readonly asOf?: string;
}

const endless = "9999-12-31T00:00:00Z";

/** The first that differs decides. The last two only hold two lines of the same rows in one order. */
const marksOf = (each: Revision, latest: string): readonly string[] => {
  const { hash, file, modified, copied = "", asOf = "" } = each;
  const saved = savedWhen(modified, copied === "" ? beginning : copied, latest).modified;
  return [saved, copied, hash, asOf <= latest ? asOf : "", asOf, file, modified];
};

/**
 * Negative when `a` is the older; nothing only where the two say the same of themselves.
 * @param latest `latestSave` of the clock's day: what says later was written by a wrong clock.
 */
export const compareRevisions = (a: Revision, b: Revision, latest = endless): number => {
  const other = marksOf(b, latest);
  for (const [at, mark] of marksOf(a, latest).entries()) {
    const against = other[at] ?? "";
    if (mark !== against) return mark < against ? -1 : 1;
  }
  return 0;
};

/** What people should look at, of two contents of one site: by the names of their files. */
export interface Beside {
  /** Two workbooks, not two states of one, call themselves this site: the file that counts, and the one that does not. */
  readonly otherBook?: { readonly counts: string; readonly not: string };
  /** Both contents say they were saved at the same moment. */
  readonly tied?: { readonly counts: string; readonly not: string };
}

export const beside = (counts: Revision, not: Revision): Beside => {
  const both = { counts: counts.file, not: not.file };
  const differ = counts.book !== undefined && not.book !== undefined && counts.book !== not.book;
  return { ...(differ && { otherBook: both }), ...(counts.modified === not.modified && { tied: both }) };
};
