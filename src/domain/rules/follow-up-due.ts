import { addDays, type CalendarDay } from "../kit/calendar-day";
import type { Grade } from "./grade";

/** How soon to be in touch again, in days after the last contact (with a deposit: after its day where that is later). */
export interface Pace {
  /** 首次: while the first visit is the only contact, with what went out on its day (002's message of thanks). */
  readonly first: number;
  /** 最早: from then on a contact counts. */
  readonly earliest: number;
  /** 最迟: the limit. */
  readonly latest: number;
}

/** The table 级别, 首次, 最早, 最迟 on 设置. `"occasion"`: no days, the next promotion or festival. */
export interface Cadence {
  readonly A: Pace | "occasion";
  readonly B: Pace | "occasion";
  readonly C: Pace | "occasion";
  readonly D: Pace | "occasion";
  /** After a deposit and until 签约. */
  readonly deposit: Pace;
  /** After a withdrawn deposit. */
  readonly withdrawn: Pace;
}

const every = (days: number): Pace => ({ first: days, earliest: days, latest: days });
const between = (earliest: number, latest: number): Pace => ({ first: latest, earliest, latest });

/** After a deposit every so many days; after a withdrawn one between so many and so many. */
export const afterDeposit = (
  days: number,
  earliest: number,
  latest: number,
): Pick<Cadence, "deposit" | "withdrawn"> => ({
  deposit: every(days),
  withdrawn: between(earliest, latest),
});

/** 000, in days; lines of 设置 may say otherwise. */
export const houseDeposit = { days: 2, earliest: 7, latest: 15 } as const;

const ofHouse = afterDeposit(houseDeposit.days, houseDeposit.earliest, houseDeposit.latest);

/** R5's policies, by the document they come from; "000" is the default. */
export const cadences: Readonly<Record<"000" | "003" | "002", Cadence>> = {
  "000": {
    A: between(1, 2),
    B: every(3),
    C: { first: 1, earliest: 3, latest: 7 },
    D: "occasion",
    ...ofHouse,
  },
  "003": { A: between(1, 3), B: between(3, 7), C: every(30), D: "occasion", ...ofHouse },
  "002": { A: every(7), B: between(10, 15), C: every(15), D: "occasion", ...ofHouse },
};

export interface Situation {
  readonly grade: Grade;
  readonly lastContact: CalendarDay;
  /** All contact so far was on the day of the first visit or call. */
  readonly onFirstDay: boolean;
  /** The day the ladder began anew for another consultant (R10): as the first contact, where none came later. */
  readonly begunOn?: CalendarDay | undefined;
  /** 下次跟进 as agreed; not after the day that counts (`countsFrom`), it has been kept. */
  readonly agreedNext?: CalendarDay | undefined;
  /** "paid" until 签约: keeps a client who has a deal (√) in the rhythm. */
  readonly deposit?: "paid" | "withdrawn" | undefined;
  /** The day it was paid, or went back. */
  readonly depositOn?: CalendarDay | undefined;
  /** The day the grade was reached. */
  readonly gradedOn?: CalendarDay | undefined;
  readonly cadence: Cadence;
  /** Promotions of the 活动 sheet and festivals, in order. */
  readonly occasions: readonly CalendarDay[];
}

export type Due =
  /** A contact counts from `opens` on and is late after `due`; neither is before the last contact. */
  | { readonly opens: CalendarDay; readonly due: CalendarDay }
  | { readonly waiting: "occasion" | "deal" | "reassignment" };

/** A contact so many days before an occasion counts for it (R5). */
export const occasionLead = 3;

type Since = Pick<Situation, "grade" | "lastContact" | "begunOn" | "deposit" | "depositOn" | "gradedOn">;

/**
 * What of a deposit still counts. "Gently" after one that was taken back is a rhythm, for 000 wants more days between one
 * call and the next: it holds until the client is graded anew; then the grade's own days count again. A √ that nobody
 * has taken back yet has no days of its own.
 */
export const depositNow = ({
  grade,
  deposit,
  depositOn,
  gradedOn,
}: Omit<Since, "lastContact" | "begunOn">): "paid" | "withdrawn" | undefined =>
  deposit !== "withdrawn" || grade === "√"
    ? deposit
    : depositOn !== undefined && (gradedOn ?? "") <= depositOn
      ? "withdrawn"
      : undefined;

/** The day that the days are counted from: the last contact, the reassignment or the deposit, whichever is latest. */
export const countsFrom = (situation: Since): CalendarDay => {
  const { lastContact, begunOn, depositOn } = situation;
  const met = begunOn !== undefined && begunOn > lastContact ? begunOn : lastContact;
  return depositNow(situation) !== undefined && depositOn !== undefined && depositOn > met ? depositOn : met;
};

const ofPace = (pace: Pace, situation: Situation): Due => {
  const from = countsFrom(situation);
  const { onFirstDay, begunOn, lastContact } = situation;
  const isFirst = begunOn === undefined || begunOn < lastContact ? onFirstDay : true;
  const limit = isFirst ? pace.first : pace.latest;
  return { opens: addDays(from, Math.min(pace.earliest, limit)), due: addDays(from, limit) };
};

/** Only a contact counts for an occasion ahead: by reassignment nobody has been in touch with the client. */
const ofOccasion = ({ lastContact, begunOn, occasions }: Situation): Due => {
  const served = addDays(lastContact, occasionLead);
  const due = occasions.find((day) => day > served && (begunOn === undefined || day >= begunOn));
  return due === undefined ? { waiting: "occasion" } : { opens: addDays(due, -occasionLead), due };
};

/** R5: when a client is to be contacted next. */
export const dueDay = (situation: Situation): Due => {
  const { grade, cadence, agreedNext } = situation;
  const deposit = depositNow(situation);
  if (grade === "×") return { waiting: "reassignment" };
  if (grade === "√" && deposit === undefined) return { waiting: "deal" };
  const pace =
    deposit === "paid"
      ? cadence.deposit
      : deposit === "withdrawn" || grade === "√"
        ? cadence.withdrawn
        : cadence[grade];
  const limit = pace === "occasion" ? ofOccasion(situation) : ofPace(pace, situation);
  // An agreed day not after the last contact, or the deposit, has been kept by that.
  if (agreedNext === undefined || agreedNext <= countsFrom(situation)) return limit;
  if ("due" in limit && limit.due <= agreedNext) return limit;
  return {
    opens: "due" in limit && limit.opens < agreedNext ? limit.opens : agreedNext,
    due: agreedNext,
  };
};
