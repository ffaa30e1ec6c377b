/** R9: what gives a claim to a client, and what keeps it. */
import { type CalendarDay, dayOf, daysBetween } from "../kit/calendar-day";
import type { CallFact, ContactFact, Facts, Lack, Recorded, RowAt, VisitFact } from "./ownership-facts";
import type { Ground, OwnershipPolicy } from "./ownership-lines";

/** What a site has chosen (设置). */
export interface OwnershipRules {
  readonly ownership: OwnershipPolicy;
  /** Days a reception keeps its claim after the last contact; nought: for good. */
  readonly claimDays: number;
  /** Days after a call within which the caller who comes is the call taker's; nothing: as the policy says. */
  readonly callDays: number | undefined;
}

export type Missing =
  | { readonly what: Lack; readonly by: string; readonly row: RowAt }
  /** Nobody was in touch for longer than the site lets a claim stand. */
  | { readonly what: "lapsed"; readonly by: string; readonly last: CalendarDay; readonly days: number }
  /** The caller did not come within the days a call counts for. */
  | { readonly what: "callLapsed"; readonly by: string; readonly last: CalendarDay; readonly days: number }
  /** Asked for by name, and somebody else's already: the manager's word is needed. */
  | { readonly what: "askedForAnother"; readonly by: string; readonly row: RowAt };

export interface Claim {
  readonly by: string;
  readonly ground: Ground;
  readonly rests: readonly RowAt[];
  readonly since: CalendarDay;
}

export const day = ({ at }: Recorded): CalendarDay => dayOf(at);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By time; names break ties, so that no order of rows shows. */
export const inTime = <Each extends Recorded>(all: readonly Each[]): readonly Each[] =>
  [...all].sort((a, b) => compare(a.at, b.at) || compare(a.by, b.by));

/** On one day, and nothing says which was first: a bare day is neither before nor after its hours. */
export const noTelling = (a: Recorded, b: Recorded): boolean =>
  a.by !== b.by && day(a) === day(b) && (a.at === b.at || a.at.length === 10 || b.at.length === 10);

/** Helping a colleague, and a lost turn, make nobody an owner (001 二). */
export const claims = ({ kind }: VisitFact): boolean => kind !== "义务接待" && kind !== "轮空";

const lastTouch = (claim: Claim, facts: Facts, until: CalendarDay): CalendarDay => {
  let last = claim.since;
  const touch = (on: CalendarDay): void => {
    if (on <= until && on > last) last = on;
  };
  for (const visit of facts.visits) if (visit.by === claim.by || visit.kind === "义务接待") touch(day(visit));
  for (const each of [...facts.contacts, ...facts.calls]) if (each.by === claim.by) touch(day(each));
  return last;
};

export const lapse = (
  claim: Claim,
  facts: Facts,
  on: CalendarDay,
  rules: OwnershipRules,
): Missing | undefined => {
  if (rules.claimDays === 0 || facts.closed) return undefined;
  const last = lastTouch(claim, facts, on);
  return daysBetween(last, on) > rules.claimDays
    ? { what: "lapsed", by: claim.by, last, days: rules.claimDays }
    : undefined;
};

/** How many days a call counts for; nothing: it never does. */
export const callWindow = ({ ownership, callDays }: OwnershipRules): number | undefined =>
  callDays ?? (ownership === "000" ? 0 : undefined);

/** The one who first answered within the days that count before a visit. */
export const callTaker = (
  visit: Recorded,
  facts: Facts,
  rules: OwnershipRules,
): CallFact | "noTelling" | undefined => {
  const window = callWindow(rules);
  if (window === undefined) return undefined;
  const counting = inTime(facts.calls).filter((call) => {
    const ahead = daysBetween(day(call), day(visit));
    const after = ahead === 0 && call.at.length > 10 && visit.at.length > 10 && call.at > visit.at;
    return call.lacks.length === 0 && ahead >= 0 && ahead <= window && !after;
  });
  const [first] = counting;
  return first && counting.some((other) => noTelling(first, other)) ? "noTelling" : first;
};

/** No row says so yet: whoever stands at the door, or may still come. All that is on record was before. */
export const atTheDoor: RowAt = { form: "receptions", sheet: "", row: 0 };

/**
 * A talk of the visit's own day for a later one: held after the visit, as far as the hours do not say otherwise. So is
 * what was agreed on at the visit itself.
 */
const heldAfter = ({ at, agreedFor }: ContactFact, visit: Recorded): boolean =>
  visit.row !== atTheDoor &&
  dayOf(at) === day(visit) &&
  (at.length > 10 && visit.at.length > 10 ? at > visit.at : agreedFor !== day(visit));

const isSameRow = (a: RowAt, b: RowAt): boolean => a.form === b.form && a.row === b.row;

const firstOf = (inviting: readonly ContactFact[]): ContactFact | "noTelling" | undefined => {
  const [first] = inviting;
  return first && inviting.some((other) => noTelling(first, other)) ? "noTelling" : first;
};

/**
 * 000 三(一)3: who first phoned them and asked them to come. The documents know no tolerance: an appointment counts for
 * its day, and for the day it was made on, as a call does (三(一)5). On another day the client has come by themselves.
 */
const inviter = (
  visit: Recorded,
  facts: Facts,
  rules: OwnershipRules,
): Recorded | "noTelling" | undefined => {
  if (rules.ownership !== "000") return undefined;
  return firstOf(
    inTime(facts.contacts).filter(
      (each) =>
        each.agreedFor !== undefined &&
        day(each) <= day(visit) &&
        (each.agreedFor === day(visit) || (day(each) === day(visit) && each.agreedFor > day(visit))) &&
        !isSameRow(each.row, visit.row) &&
        !heldAfter(each, visit),
    ),
  );
};

/** Whose the client will be who comes on the next agreed day. */
export const expecting = (
  facts: Facts,
  rules: OwnershipRules,
  today: CalendarDay,
): Recorded | "noTelling" | undefined => {
  if (rules.ownership !== "000") return undefined;
  const ahead = inTime(facts.contacts).filter(
    ({ agreedFor }) => agreedFor !== undefined && agreedFor >= today,
  );
  let next: CalendarDay | undefined;
  for (const { agreedFor } of ahead)
    if (agreedFor !== undefined && (next === undefined || agreedFor < next)) next = agreedFor;
  return firstOf(ahead.filter(({ agreedFor }) => agreedFor === next));
};

/** Whose a client is who is received and is nobody's yet. */
export const newClaim = (visit: VisitFact, facts: Facts, rules: OwnershipRules): Claim | "noTelling" => {
  const since = day(visit);
  if (visit.kind === "指名" && visit.by !== "")
    return { by: visit.by, ground: "askedByName", rests: [visit.row], since };
  const invited = inviter(visit, facts, rules);
  if (invited === "noTelling") return invited;
  if (invited) return { by: invited.by, ground: "invited", rests: [invited.row, visit.row], since };
  const { referrer } = facts;
  if (rules.ownership === "000" && referrer !== undefined && referrer.owner !== "")
    return { by: referrer.owner, ground: "referred", rests: [visit.row, referrer.row], since };
  const taker = callTaker(visit, facts, rules);
  if (taker === "noTelling") return taker;
  if (taker)
    return {
      by: taker.by,
      ground: rules.callDays === undefined ? "calledSameDay" : "calledWithinDays",
      rests: [taker.row, visit.row],
      since,
    };
  return { by: visit.by, ground: "firstReception", rests: [visit.row], since };
};
