/**
 * 判客. R9: Owner = first to receive the visit. A caller who only phoned is nobody's under 004; under 000 the one who
 * answered keeps the caller who comes the same day or by appointment. A client brought by an owner goes to the owner's
 * consultant (000), or by turn unless they ask for that consultant (001). A client who asks for a consultant by name at
 * the door is that consultant's. Away at the return visit: a colleague helps, the owner stays. A client who demands
 * another consultant: the later one has the result (001). It decides nothing that the manager has decided, and gives
 * nobody back to who has given them up (R10).
 */
import { type CalendarDay, type Moment } from "../kit/calendar-day";
import {
  atTheDoor,
  callTaker,
  callWindow,
  type Claim,
  claims,
  day,
  expecting,
  inTime,
  lapse,
  type Missing,
  newClaim,
  noTelling,
  type OwnershipRules,
} from "./claims";
import type { Facts, Recorded, RowAt, VisitFact } from "./ownership-facts";
import type { Ground } from "./ownership-lines";

export interface RuleSays {
  /** Nothing: nobody's, or for the manager to say. */
  readonly owner: string | undefined;
  readonly ground: Ground;
  /** The rows it rests on, the weightiest first. */
  readonly rests: readonly RowAt[];
}

export interface Verdict extends RuleSays {
  readonly missing: readonly Missing[];
  /** What the rule alone would say, where the manager has said otherwise. */
  readonly ruleSays: RuleSays | undefined;
}

/** Nobody has been here: the call alone. */
const ofCaller = (
  facts: Facts,
  rules: OwnershipRules,
  today: CalendarDay,
): RuleSays & { missing?: Missing } => {
  const calls = inTime(facts.calls);
  const rests = calls.map(({ row }) => row);
  const [first] = calls;
  if (first === undefined) return { owner: undefined, ground: "noRecord", rests };
  const arriving: Recorded = { at: today, by: "", row: atTheDoor };
  const invited = expecting(facts, rules, today);
  if (invited === "noTelling") return { owner: undefined, ground: "noTelling", rests };
  if (invited) return { owner: invited.by, ground: "mayStillCome", rests: [invited.row, ...rests] };
  const window = callWindow(rules);
  if (window === undefined) return { owner: undefined, ground: "onlyCalled", rests };
  const taker = callTaker(arriving, facts, rules);
  if (taker === "noTelling") return { owner: undefined, ground: "noTelling", rests };
  if (taker) return { owner: taker.by, ground: "mayStillCome", rests: [taker.row] };
  const missing =
    first.lacks.length > 0
      ? undefined
      : ({ what: "callLapsed", by: first.by, last: day(first), days: window } as const);
  return { owner: undefined, ground: "onlyCalled", rests, ...(missing ? { missing } : {}) };
};

const lacking = (facts: Facts): readonly Missing[] => {
  const seen = new Set<string>();
  return [...inTime(facts.visits).filter(claims), ...inTime(facts.calls)].flatMap(({ lacks, by, row }) =>
    lacks.flatMap((what): readonly Missing[] => {
      const key = `${what} ${row.form} ${row.row}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ what, by, row }];
    }),
  );
};

/** Somebody stands at the door now. */
export interface Arriving {
  readonly at: Moment | CalendarDay;
  /** Whom they ask for by name; "" for nobody. */
  readonly asksFor: string;
}

/** One more reception, seen from the claim that stands. */
const receive = (
  held: Claim | undefined,
  visit: VisitFact,
  facts: Facts,
  rules: OwnershipRules,
  missing: Missing[],
): Claim | "noTelling" => {
  const lapsed = held && lapse(held, facts, day(visit), rules);
  if (lapsed) missing.push(lapsed);
  if (held === undefined || lapsed) return newClaim(visit, facts, rules);
  if (visit.kind !== "指名" || visit.by === held.by) return held;
  // 001 二.7; elsewhere the first reception stands until the manager says otherwise.
  if (rules.ownership === "001")
    return { by: visit.by, ground: "demanded", rests: [visit.row, ...held.rests], since: day(visit) };
  missing.push({ what: "askedForAnother", by: visit.by, row: visit.row });
  return held;
};

/** Grounds that hang on who was there first; the others hold whoever was. */
const whoCameFirst: ReadonlySet<Ground> = new Set(["firstReception", "askedByName", "demanded"]);

/** What the house's rule alone says. */
const byRule = (
  facts: Facts,
  rules: OwnershipRules,
  today: CalendarDay,
  arriving: Arriving | undefined,
): RuleSays & { readonly missing: readonly Missing[] } => {
  const missing: Missing[] = [...lacking(facts), ...facts.unread];
  const counted = inTime(facts.visits).filter((visit) => claims(visit) && visit.lacks.length === 0);
  let held: Claim | undefined;
  for (const visit of counted) {
    // Logged as returning: somebody else was before.
    const rivals = counted.filter((other) => other.kind !== "老客户" && noTelling(visit, other));
    const next = receive(held, visit, facts, rules, missing);
    const hangs = next === "noTelling" || (next !== held && whoCameFirst.has(next.ground));
    const open = hangs && (next === "noTelling" || rivals.length > 0);
    if (open)
      return {
        owner: undefined,
        ground: "noTelling",
        rests: [visit, ...rivals].map(({ row }) => row),
        missing,
      };
    held = next;
  }
  if (arriving) {
    const kind = arriving.asksFor === "" ? undefined : "指名";
    const visit: VisitFact = { at: arriving.at, by: arriving.asksFor, kind, lacks: [], row: atTheDoor };
    const next = receive(held, visit, facts, rules, missing);
    if (next === "noTelling")
      return { owner: undefined, ground: "noTelling", rests: facts.calls.map(({ row }) => row), missing };
    const rests = next.rests.filter((row) => row !== atTheDoor);
    return next.by === ""
      ? { owner: undefined, ground: "nextOnTurn", rests, missing }
      : { owner: next.by, ground: next.ground, rests, missing };
  }
  const lapsed = held && lapse(held, facts, today, rules);
  if (held && lapsed)
    return { owner: undefined, ground: "lapsed", rests: held.rests, missing: [...missing, lapsed] };
  if (held)
    return {
      owner: held.by === "" ? undefined : held.by,
      ground: held.by === "" ? "doesNotCount" : held.ground,
      rests: held.rests,
      missing,
    };
  const incomplete = inTime(facts.visits).filter(claims);
  const unread = facts.calls.length > 0 ? [] : facts.unread;
  if (incomplete.length + unread.length > 0) {
    const rests = [...incomplete, ...unread].map(({ row }) => row);
    return { owner: undefined, ground: "doesNotCount", rests: [...new Set(rests)], missing };
  }
  const { missing: lapsedCall, ...caller } = ofCaller(facts, rules, today);
  return { ...caller, missing: lapsedCall ? [...missing, lapsedCall] : missing };
};

/** Registering a call puts the client into 等级跟踪 under whoever answered: that is no word of the manager's yet. */
const isCallTakers = ({ calls, visits }: Facts, consultant: string): boolean =>
  calls.some(({ by }) => by === consultant) &&
  !visits.some((visit) => claims(visit) && visit.by === consultant);

/** So does registering a visit, whether or not it counts. */
const isReceivers = ({ visits }: Facts, consultant: string): boolean =>
  inTime(visits).find(claims)?.by === consultant;

const groundOf = (facts: Facts, consultant: string, said: RuleSays): Ground => {
  if (isCallTakers(facts, consultant)) return "heldByCallTaker";
  return said.ground === "doesNotCount" && isReceivers(facts, consultant) ? "heldByReceiver" : "assigned";
};

/** Whose client it is: the manager's word where there is one, else the rule's. `today`: when it is asked. */
export const whoOwns = (
  facts: Facts,
  rules: OwnershipRules,
  today: CalendarDay,
  arriving?: Arriving,
): Verdict => {
  const { missing, ...said } = byRule(facts, rules, today, arriving);
  const named = facts.assigned.filter(({ consultant }) => consultant !== "");
  const [first] = named;
  // R10: never the former's again, and nobody else's until the manager says so.
  if (first !== undefined && !facts.closed && named.every(({ givenUp }) => givenUp))
    return {
      owner: undefined,
      ground: "givenUp",
      rests: named.map(({ row }) => row),
      missing,
      ruleSays: undefined,
    };
  // Two numbers, two consultants: the manager has not yet said which.
  if (first === undefined || named.some(({ consultant }) => consultant !== first.consultant))
    return { ...said, missing, ruleSays: undefined };
  const rows = named.map(({ row }) => row);
  const reassigned = named.some(({ formers }) => formers.length > 0);
  if (reassigned)
    return { owner: first.consultant, ground: "reassigned", rests: rows, missing, ruleSays: undefined };
  if (said.owner === first.consultant)
    return { ...said, rests: [...said.rests, ...rows], missing, ruleSays: undefined };
  const ground = groundOf(facts, first.consultant, said);
  return { owner: first.consultant, ground, rests: rows, missing, ruleSays: said };
};
