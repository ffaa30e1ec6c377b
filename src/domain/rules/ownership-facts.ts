/** R9: what is on record about one person, as the sales floor argues about it. */
import type { FormKey } from "../forms/index";
import type { ReceptionKind } from "../forms/rotation";
import type { CalendarDay, Moment } from "../kit/calendar-day";

/** A row of the workbook. */
export interface RowAt {
  readonly form: FormKey;
  readonly sheet: string;
  /** The sheet's row number, 1-based. */
  readonly row: number;
}

/** Something that happened, who did it, and the row that says so. */
export interface Recorded {
  readonly at: Moment | CalendarDay;
  readonly by: string;
  readonly row: RowAt;
}

/**
 * What a record needs to count (004 一.一); "record": the reception was never written down at all; "day" and
 * "consultant": nobody can say when it was, or whose.
 */
export type Lack = "name" | "gender" | "phone" | "need" | "record" | "day" | "consultant";

export interface VisitFact extends Recorded {
  /** As the log of receptions has it; nothing where only the visitors' register knows of the visit. */
  readonly kind: ReceptionKind | undefined;
  readonly lacks: readonly Lack[];
}

export interface CallFact extends Recorded {
  readonly lacks: readonly Lack[];
}

export interface ContactFact extends Recorded {
  /** The day the client agreed to come on. */
  readonly agreedFor: CalendarDay | undefined;
}

/** Who brought the client (000: an owner's guests are the owner's consultant's). */
export interface ReferrerFact {
  readonly clientId: string;
  readonly name: string;
  /** Whose client the referrer is; "" where that is not known. */
  readonly owner: string;
  readonly row: RowAt;
}

/** 等级跟踪 says whose the client is: the manager's word. */
export interface AssignmentFact {
  readonly consultant: string;
  /** 原置业顾问: not empty after a reassignment (R10). */
  readonly formers: readonly string[];
  /** ×, and not assigned anew (R10). */
  readonly givenUp: boolean;
  readonly row: RowAt;
}

/** A row that says too little to be a fact. */
export interface Unread {
  readonly what: "day" | "consultant";
  /** "" where that is what is missing. */
  readonly by: string;
  readonly row: RowAt;
}

export interface Facts {
  readonly visits: readonly VisitFact[];
  readonly calls: readonly CallFact[];
  readonly contacts: readonly ContactFact[];
  readonly referrer: ReferrerFact | undefined;
  /** One a number: a person recorded twice has two. */
  readonly assigned: readonly AssignmentFact[];
  /** A deal stands: the claim no longer lapses. */
  readonly closed: boolean;
  readonly unread: readonly Unread[];
}

export const noFacts: Facts = {
  visits: [],
  calls: [],
  contacts: [],
  referrer: undefined,
  assigned: [],
  closed: false,
  unread: [],
};

/** One person's facts from several records of them. */
export const together = (each: readonly Facts[]): Facts => ({
  visits: each.flatMap(({ visits }) => visits),
  calls: each.flatMap(({ calls }) => calls),
  contacts: each.flatMap(({ contacts }) => contacts),
  referrer: each.find(({ referrer }) => referrer !== undefined)?.referrer,
  assigned: each.flatMap(({ assigned }) => assigned),
  closed: each.some(({ closed }) => closed),
  unread: each.flatMap(({ unread }) => unread),
});
