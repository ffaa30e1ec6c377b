/** What a merge is given, whatever comes of it: a workbook, a data set. */
import { namedInShort } from "../domain/head-office/passed-over";
import type { CalendarDay } from "../domain/kit/calendar-day";
import type { WorkbookFile } from "./share-job";
import type { readPacked } from "./share-pool";

export interface MergeRun {
  readonly files: readonly WorkbookFile[];
  /** Found in the folders and no workbooks, by name; they may be a site's in another format. */
  readonly others: readonly string[];
  /** Found in the folders, and nobody can get at them. */
  readonly shut?: readonly NotRead[];
  /** Found in the folders and plainly no tables. */
  readonly passedOver?: readonly string[];
  readonly today: CalendarDay;
  readonly mask: boolean;
  /** Of the keyed hash (R20). */
  readonly key: Uint8Array | undefined;
  /** Everything is read, nothing taken over from the last result. */
  readonly fresh: boolean;
  /** Sites whose files are not among these any more go. */
  readonly dropMissing: boolean;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  /** A file was dealt with. */
  readonly progress: (file: string) => void;
  /** The reading pool's worker, where it is not beside the program. */
  readonly script?: string;
  /** Another way to read files than the pool. */
  readonly read?: typeof readPacked;
}

/** A file whose rows are not in the result. */
export interface NotRead {
  readonly file: string;
  readonly code: string;
  /** What; what to do. */
  readonly reason: string;
  readonly hash?: string;
  readonly modified?: string;
}

export const notWorkbooks = (names: readonly string[]): readonly NotRead[] =>
  names.map((file) => ({
    file,
    code: "notXlsx",
    reason: "不是 .xlsx 工作簿，没有读；是登记表的话，请用 Excel 或 WPS 另存为 .xlsx。(not .xlsx)",
  }));

/** Whatever else they are, these are no site's workbook. */
const noSites: ReadonlySet<string> = new Set(["notXlsx", "notOurs"]);

/** A file that could not be read may be any site's: then no site goes for want of its file. */
export const dropsHeld = (
  { dropMissing }: Pick<MergeRun, "dropMissing">,
  notRead: readonly NotRead[],
): boolean => dropMissing && notRead.some(({ code }) => !noSites.has(code));

export const dropsHeldNote =
  "有文件没有读成，不知道是哪个案场的：这次没有按 --drop-missing 去掉任何案场；补好这些文件后再运行一次。";

export const passedOverNote = (names: readonly string[]): string =>
  `另有 ${names.length} 个不是表格的文件没有看：${namedInShort(names)}。(no tables)`;

/** What came of it, for people and programs. */
export interface MergeOutcome {
  readonly out: string;
  /** The old result said the same: it was left as it is. */
  readonly unchanged: boolean;
  readonly sites: readonly {
    readonly site: string;
    readonly file: string;
    readonly rows: number;
    /** "read": from the file; "carried": from the last result; "kept": from there too, for want of the file. */
    readonly from: "read" | "carried" | "kept";
    /** Of a kept one: a file of it that was given, and is older. */
    readonly older?: string;
    /** Other sites that stand and may be this one under another name. */
    readonly alike?: readonly string[];
    /** In words, where its file lacks anything, as 文件清单 has it. */
    readonly lacks?: string;
    /** Tables or columns are gone (R14), and what to do. */
    readonly lost?: string;
    /** Rows that stand in its file were not merged. */
    readonly leavesOut?: true;
  }[];
  /** `otherBook`: the newer file is not this workbook's later state but another workbook of the same name. */
  readonly superseded: readonly {
    readonly file: string;
    readonly by: string;
    readonly site: string;
    readonly otherBook?: true;
    /** Both say they were saved at the same moment. */
    readonly tied?: true;
  }[];
  /** Sites of the last result whose workbook goes by another name now: their rows went. */
  readonly renamed: readonly { readonly site: string; readonly to: string; readonly by: string }[];
  readonly same: readonly { readonly file: string; readonly as: string }[];
  readonly notRead: readonly NotRead[];
  /** Files of the folders that are plainly no tables: no site waits for them. */
  readonly passedOver: readonly string[];
  /** Phones seen at several sites. */
  readonly across: number;
  readonly notes: readonly string[];
}
