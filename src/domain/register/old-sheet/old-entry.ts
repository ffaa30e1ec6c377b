/** What a row of an old register comes to: an entry, or why it is none. */
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import { nothing } from "../../rules/nothing-to-say";
import type { Phone } from "../../rules/phone";
import type { Finding } from "../problem";
import type { Answer, Row } from "../register";
import type { OldRow } from "./old-cells";
import type { OldLadder } from "./old-ladder";

/** The notes keep them whoever is meant: the row says the same before the referrer is known, and after. */
export interface OldReferrerWords {
  readonly caption: string;
  readonly cells: readonly (string | number)[];
}

export interface OldEntry {
  readonly source: OldRow;
  /** The form's answers, phones and number aside. */
  readonly answers: Row;
  /** The users' own columns, by `ownKey`. */
  readonly own: Row;
  readonly at: CalendarDay | Moment;
  readonly day: CalendarDay;
  /** The same with the time that is written beside a day; midnight where none is. */
  readonly moment: Moment;
  readonly name: string;
  readonly consultant: string;
  /** No cell says whose it is: people have said it of all such rows. */
  readonly isNobodys?: boolean;
  readonly phones: readonly Phone[];
  /** Of these, what may have lost its last digits. */
  readonly rounded: readonly Phone[];
  /** A 微信号, QQ or e-mail. */
  readonly contact: string | undefined;
  readonly grade: Grade | undefined;
  /** Its table has a column of grades, and this row says none that is understood. */
  readonly lacksGrade?: true;
  /** Of a row of 等级跟踪. */
  readonly ladder?: OldLadder;
  /** One of our own numbers, where the old register has such. */
  readonly number: ClientNumber | undefined;
  /** The old register's own number of the client, where it is none of ours: 001. */
  readonly oldNumber?: string;
  /** Who brought them, in words: 李芳, 138…, 老业主李芳 (R16). */
  readonly referrer?: OldReferrerWords;
  /** "原表“年龄”：老": what no blank could take, where the form has no notes to keep it in. */
  readonly kept: readonly string[];
  /** Why it is no new client: no phone. Somebody there, by number and name, needs none. */
  readonly lacking: readonly Finding[];
  /** Talks that came after it are told apart from it: it may have no words of its own. */
  readonly isTalked?: boolean;
  readonly findings: readonly Finding[];
}

export interface Rejection {
  readonly source: OldRow;
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** What the old register says otherwise, or nobody understood. */
export const oldSaying = (header: string, value: Answer): string => `原表“${header}”：${value}`;

/** The same of a comment on a cell. */
export const oldComment = (header: string, said: string): string => `原表“${header}”批注：${said}`;

export const mergeNotes = (notes: readonly (string | undefined)[]): string =>
  notes.filter((each) => each !== undefined && each !== "" && each !== nothing).join("\n");
