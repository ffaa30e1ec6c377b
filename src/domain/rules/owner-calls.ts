/**
 * 老客户回访 (R15; 002 电话维护): by which day an owner is to be rung up next. √ itself has no due day (R5); its days are those
 * of the grade before the deal: A once a week, B 2–3 a month, C twice a month, D at events.
 */
import type { CalendarDay } from "../kit/calendar-day";
import type { Consent } from "./care-calendar";
import { type Cadence, type Due, dueDay } from "./follow-up-due";

/** The grade before the deal. */
export type OwnerClass = "A" | "B" | "C" | "D";

/** Who was never graded is looked after as C, as on birthdays. */
export const ungraded: OwnerClass = "C";

export interface OwnerSituation {
  readonly consent: Consent;
  readonly class: OwnerClass;
  /** The last 认购 or 签约 of the deals that stand: they were there that day. */
  readonly dealOn: CalendarDay;
  /** Nothing where nobody was in touch. */
  readonly lastContact: CalendarDay | undefined;
  /** 下次跟进 as agreed; not after the day that counts (`ownerCountsFrom`), it has been kept. */
  readonly agreedNext: CalendarDay | undefined;
  /** 002's days. */
  readonly cadence: Cadence;
  /** Promotions of the 活动 sheet and festivals, in order. */
  readonly occasions: readonly CalendarDay[];
}

/** The last contact, or the deal where nobody was in touch since. */
export const ownerCountsFrom = ({
  dealOn,
  lastContact,
}: Pick<OwnerSituation, "dealOn" | "lastContact">): CalendarDay =>
  lastContact !== undefined && lastContact > dealOn ? lastContact : dealOn;

/** Nothing for who has not agreed: a no is kept for good, and who was not asked yet is asked first. */
export const ownerCallDue = (owner: OwnerSituation): Due | undefined =>
  owner.consent === "yes"
    ? dueDay({
        grade: owner.class,
        lastContact: ownerCountsFrom(owner),
        // 首次 is of a visitor who has not come back.
        onFirstDay: false,
        agreedNext: owner.agreedNext,
        cadence: owner.cadence,
        occasions: owner.occasions,
      })
    : undefined;
