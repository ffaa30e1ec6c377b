/** What the reading pool and its workers say to each other. */
import type { CalendarDay } from "../domain/kit/calendar-day";
import type { SiteShare } from "../domain/head-office/share";

/** A workbook to be read. */
export interface WorkbookFile {
  readonly path: string;
  /** As people know it: its name, with folders where several have one name. */
  readonly name: string;
}

/** What a worker is told when it starts. */
export interface WorkerSettings {
  readonly today: CalendarDay;
  readonly mask: boolean;
  /** Of the keyed hash (R20); nothing: phones are told apart by the number itself. */
  readonly key?: Uint8Array;
  /** Contents, by hash, that need not be read again. */
  readonly known: readonly string[];
  /** What the registers say together, client by client: for the data set. */
  readonly facts?: boolean;
}

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
  | { readonly kind: "known"; readonly hash: string; readonly modified: string }
  | Refused;

export interface ReadFile {
  readonly file: WorkbookFile;
  readonly outcome: FileOutcome;
}
