/** What the pane needs from outside: the workbook, the clock, files. Tests hand in others. */
import { createContext, useContext } from "react";
import type { OldSource, OtherSheet } from "./adopt/old-source";
import type { ReadAbout, ShareReading } from "./hq/read-shares";
import type { Book, Sheet } from "../book/book";
import type { FormKey } from "../domain/forms/index";
import type { CalendarDay, Moment } from "../domain/kit/calendar-day";
import type { Change } from "../domain/register/change";
import type { Decision } from "../domain/register/decision";
import type { Problem } from "../domain/register/problem";
import type { SiteBook } from "../domain/register/site";
import type { Wanted } from "../domain/register/wanted";
import type { FormerResult } from "../workbook/office/former-result";
import type { Growing } from "../workbook/office/growing-sheets";
import type { Damage } from "../workbook/plan/damage";
import type { Repair } from "../workbook/plan/repair";
import type { Differing, OpenWorkbook, RefusalCode, WorkbookRefused, Written } from "../workbook/port";

/** What lies open: a site's workbook, one with nothing in it, somebody's own, or head office's 汇总簿. */
export type Opened = "ours" | "empty" | "other" | "headOffices";

/** 新建案场簿: all that is asked. */
export interface NewSite {
  readonly project: string;
  readonly place: string;
  /** Two capital letters; "" to let R1 read them from the place. */
  readonly region: string;
  readonly consultants: readonly string[];
}

/** `done` of `total` steps, and what is being done. */
export type Progress = (done: number, total: number) => void;

/** A cell or a row of the workbook. */
export interface Place {
  readonly sheet: string;
  /** 1-based; absent: the sheet. */
  readonly row?: number;
  readonly form?: FormKey;
  readonly key?: string;
}

export interface Undone {
  /** Rows or cells left alone because somebody changed them since. */
  readonly left: number;
}

/** An entry, decided on the workbook as it stands at that moment. */
export interface Entry {
  /** In Chinese: "登记来访". */
  readonly doing: string;
  readonly wants: Wanted;
  readonly decide: (book: SiteBook) => Decision;
}

export type Entered =
  | {
      readonly ok: true;
      readonly decision: Extract<Decision, { readonly ok: true }>;
      /** The number in the end: another than decided when a colleague gave the same at the same moment. */
      readonly clientId: string;
      /** Cells that would not hold what was written: people have to look. */
      readonly differing: readonly Differing[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The registers changed under us, and were checked again. */
export interface News {
  /** "opening": what was missed while the pane was closed. */
  readonly source: "here" | "colleague" | "opening";
  /** The rows that were looked at: older problems of them are settled. Nothing: all of the workbook. */
  readonly rows: readonly { readonly form: FormKey; readonly row: number }[] | undefined;
  readonly problems: readonly Problem[];
  /** Cells put into the house spelling. */
  readonly corrected: number;
  /** Rows that were entered by hand and are now registered. */
  readonly registered: number;
  /** Why rows entered by hand are not numbered yet, and how to try again. */
  readonly held?: { readonly refusal: WorkbookRefused; readonly retry: () => void };
}

export interface Services {
  readonly workbook: OpenWorkbook;
  /** Read, decide, write, read back, settle: one operation of 撤销. */
  readonly enter: (entry: Entry) => Promise<Entered>;
  /** Changes decided elsewhere, as one operation of 撤销. */
  readonly change: (
    changes: readonly Change[],
    doing: string,
    more?: {
      readonly progress?: Progress;
      /** Stops a long write, and takes back what was written of it. */
      readonly signal?: AbortSignal;
      /** The book they were decided on: rows that are another client's by now are left alone. */
      readonly basis?: SiteBook;
      /** 撤销 does not forget it, however much comes after: 收编. */
      readonly lasting?: boolean;
    },
  ) => Promise<Written>;
  readonly today: () => CalendarDay;
  readonly now: () => Moment;
  readonly opened: () => Promise<Opened>;
  readonly build: (site: NewSite, sample: boolean, progress: Progress) => Promise<void>;
  readonly fillSample: (progress: Progress) => Promise<void>;
  /** Sheets ready to print or read, put into the workbook, the first of them in front; the same again takes their place. */
  readonly addSheets: (sheets: readonly Sheet[], doing: string, progress?: Progress) => Promise<void>;
  /** A former 汇总 in this workbook that can be gone on from. */
  readonly formerResult: () => Promise<FormerResult | undefined>;
  /** Sites of a former 汇总 in this workbook. */
  readonly mergedSites: () => Promise<readonly string[]>;
  /** The same, with rows that come piece by piece; stopped, the workbook is as it was. */
  readonly addGrowingSheets: (growing: Growing, doing: string, signal: AbortSignal) => Promise<void>;
  readonly jump: (place: Place) => Promise<void>;
  /** Tints the cells of these problems; how many it did. */
  readonly mark: (problems: readonly Problem[]) => Promise<number>;
  readonly unmark: () => Promise<void>;
  /** 校验结果: the problems as rows of their sheet. */
  readonly record: (problems: readonly Problem[]) => Promise<void>;
  /** Tells after the registers changed under us; gives what stops it. */
  readonly watch: (tell: (news: News) => void) => () => void;
  /** Excel is busy and something of ours waits for it; called again with nothing when it goes on. */
  readonly onWaiting: (tell: (why: RefusalCode | undefined) => void) => () => void;
  /** What 撤销 would take back, in Chinese; with `doing`, whether the latest of that name could be. */
  readonly undoable: (doing?: string) => string | undefined;
  /** Takes the last operation back, or the latest of that name; nothing when there is none. */
  readonly undo: (doing?: string) => Promise<Undone | undefined>;
  /** The user agrees that what stands in the way (filters, protection) is put aside for the next write. */
  readonly lift: (code: RefusalCode) => void;
  /** Sheets of the open workbook that are not ours. */
  readonly otherSheets: () => Promise<readonly OtherSheet[]>;
  readonly readSheet: (name: string) => Promise<OldSource>;
  /** The sheets of somebody else's file. @throws FileRefused */
  readonly readFile: (file: File, signal?: AbortSignal) => Promise<readonly OldSource[]>;
  /** An .xlsx file. */
  readonly writeFile: (book: Book) => Promise<Uint8Array>;
  /** R14: what the workbook has lost of its structure. */
  readonly inspect: () => Promise<readonly Damage[]>;
  /** Carries repairs out in place; what is left afterwards. */
  readonly repair: (repairs: readonly Repair[], progress: Progress) => Promise<readonly Damage[]>;
  /** The version of a workbook made by a former 案场簿; nothing where it is of this one. */
  readonly outdated: () => Promise<number | undefined>;
  /** Brings it to this version; what could not be. */
  readonly upgrade: (progress: Progress) => Promise<readonly Damage[]>;
  /** Files of sites, for head office; nothing of them is changed. */
  readonly readShares: (about: ReadAbout) => ShareReading;
  readonly theme: Theme;
}

export interface Theme {
  readonly dark: () => boolean;
  readonly onChange: (changed: () => void) => () => void;
}

const context = createContext<Services | undefined>(undefined);
export const ServicesProvider = context.Provider;

export const useServices = (): Services => {
  const services = useContext(context);
  if (!services) throw new Error("the pane is drawn without its services");
  return services;
};
