/** What the reading pool and its workers say to each other. */
import type { CalendarDay } from "../domain/kit/calendar-day";
import type { FileOutcome } from "../workbook/xlsx/site-share";
import type { PackedShare } from "./packed-share";

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
  /** Shares come packed, as head office's workbook keeps them. */
  readonly packed?: boolean;
}

/** What becomes of a file whose share is packed. */
export type PackedOutcome = Exclude<FileOutcome, { readonly kind: "share" }> | PackedShare;

export interface ReadFile<Outcome = FileOutcome> {
  readonly file: WorkbookFile;
  readonly outcome: Outcome;
}
