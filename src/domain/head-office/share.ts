/** What one site's workbook brings to head office (R19): plain data, made beside the file and sent on without it. */
import type { RegisterKey } from "../forms/index";
import type { CalendarDay } from "../kit/calendar-day";
import type { Grade } from "../rules/grade";
import type { RawCell } from "../register/register";
import type { SiteFacts } from "./site-facts";

/** A file, told by its content: the same bytes under another name are the same file. */
export interface Source {
  /** As people know it: its name, with the folder where files of one name stand in several. */
  readonly file: string;
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  /** When it was last saved, as the file itself says, else as its folder says: "2026-11-22T08:30:00Z". */
  readonly modified: string;
  /** As its folder says: of two contents saved at one moment the later one counts. */
  readonly copied?: string;
  /** As the file itself says, where that day has not come: then its folder is believed. */
  readonly ahead?: string;
}

/** A register without its blank rows; what could be understood in the house spelling, the rest as it stands. */
export interface SharedRegister {
  /** The sheet it stands on there; users may have renamed it. */
  readonly sheet: string;
  /** The sheet's row numbers, 1-based: one a record, ascending. */
  readonly rows: readonly number[];
  /** By key, each as long as `rows`. Days as "2026-11-22", moments as "2026-11-22 10:30", money in yuan. */
  readonly columns: ReadonlyMap<string, readonly RawCell[]>;
}

export type Lack =
  | { readonly kind: "table"; readonly form: RegisterKey }
  | { readonly kind: "column"; readonly form: RegisterKey; readonly caption: string }
  /** Its rows stand on the sheet, but as plain cells or under another table's name: they are not merged. */
  | { readonly kind: "unreadTable"; readonly form: RegisterKey; readonly sheet: string }
  /** Written below the table, from this row of the sheet to that, 1-based: they are not merged. */
  | {
      readonly kind: "rowsOutside";
      readonly form: RegisterKey;
      readonly sheet: string;
      readonly first: number;
      readonly last: number;
    }
  /** The site's own column: it stays in the site's workbook. */
  | { readonly kind: "ownColumn"; readonly form: RegisterKey; readonly caption: string };

/** Rows that stand in the file are not in the result. */
export type LeftOut = Extract<Lack, { readonly kind: "unreadTable" | "rowsOutside" }>;

export const isLeftOut = ({ kind }: Lack): boolean => kind === "unreadTable" || kind === "rowsOutside";

/** A cell that could not be understood; it is merged as it stands. */
export interface NotUnderstood {
  readonly form: RegisterKey;
  readonly row: number;
  readonly key: string;
  readonly raw: RawCell;
}

/** One phone of one client, to find the same person at two sites. */
export interface PhoneSeen {
  /** E.164 with extension; with a key (R20) the keyed hash of it, in hex. */
  readonly phone: string;
  /** To be shown: "138****1234" where numbers are masked, whole otherwise. */
  readonly shown: string;
  readonly form: "visitors" | "calls";
  readonly row: number;
  readonly client: string;
  readonly name: string;
  readonly consultant: string;
  readonly day: CalendarDay | undefined;
}

/** As of the day the share was made. */
export interface SiteFigures {
  readonly clients: number;
  readonly visits: number;
  readonly calls: number;
  readonly followUps: number;
  /** Clients by their grade now. */
  readonly grades: Readonly<Record<Grade, number>>;
  readonly overdue: number;
  /** Deals that were not taken back, and what they come to in yuan. */
  readonly deals: number;
  readonly sold: number;
  /** What a check of the workbook finds. */
  readonly errors: number;
  readonly warnings: number;
}

export interface SiteShare {
  /** "洛阳-新天地": place and project, the site's name at head office. */
  readonly site: string;
  readonly place: string;
  readonly project: string;
  /** The workbook's own id, where it has one; a copy of it has the same. */
  readonly book?: string;
  readonly source: Source;
  readonly asOf: CalendarDay;
  readonly schemaVersion: number;
  readonly registers: Readonly<Partial<Record<RegisterKey, SharedRegister>>>;
  readonly lacks: readonly Lack[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly phones: readonly PhoneSeen[];
  readonly figures: SiteFigures;
  /** Only where it was asked for: the data set needs it, the merged workbook does not. */
  readonly facts?: SiteFacts;
}
