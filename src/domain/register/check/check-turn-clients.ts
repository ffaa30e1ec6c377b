/** R11: a returning client is the owner's and takes no turn: rows of the log that say otherwise. */
import { type CalendarDay, dayOf, daysBetween } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { TurnStep } from "../../rules/reception-turn";
import { begunAnew } from "../follow-up/begun-anew";
import { formersAt } from "../ownership/case-book";
import { spelled } from "../read-answer";
import { at, type Ground } from "./check-ground";
import type { Problem } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import type { Register } from "../register";
import { dayOfStanding, ownerOf, type Standing } from "../standing";

/** The first visit of each client who has one: who has only called is new at the door. */
const firstVisits = ({
  people,
  today,
}: Ground): ReadonlyMap<ClientNumber, readonly [CalendarDay, Standing]> => {
  const found = new Map<ClientNumber, readonly [CalendarDay, Standing]>();
  for (const each of people) {
    const day = each.form === "visitors" ? dayOfStanding(each, today) : undefined;
    if (each.clientId === undefined || day === undefined) continue;
    const before = found.get(each.clientId);
    if (before === undefined || day < before[0]) found.set(each.clientId, [day, each]);
  }
  return found;
};

interface Owned {
  readonly owner: string;
  /** Whose the client was before, as far as 等级跟踪 tells: by a reassignment, or handed over (交接). */
  readonly wasOf: (name: string) => boolean;
  /** R10: whether they were × on a day, and not yet assigned anew. */
  readonly waitedOn: (day: CalendarDay) => boolean;
}

const ownedNow = (client: ClientNumber, first: Standing, { book: { site }, gradeOf }: Ground): Owned => {
  const row = gradeOf.get(client);
  if (row === undefined) return { owner: ownerOf(first, site), wasOf: () => false, waitedOn: () => false };
  const formers = formersAt(site, row.register, row.index);
  const remarks = textAt(row.register, "remarks", row.index);
  const lostOn = row.reached["×"];
  const until = row.grade === "×" ? undefined : (begunAnew(row) ?? lostOn);
  return {
    owner: spelled(site, row.consultant) || ownerOf(first, site),
    wasOf: (name) => formers.includes(name) || remarks.includes(`交接：${name}`),
    waitedOn: (day) => lostOn !== undefined && lostOn <= day && (until === undefined || day < until),
  };
};

export const checkTurnClients = (
  register: Register,
  steps: readonly TurnStep[],
  ground: Ground,
): readonly Problem[] => {
  const { claimDays } = ground.book.site.policies;
  const visits = firstVisits(ground);
  return steps.flatMap(({ log, effect, counts }): readonly Problem[] => {
    const { receiver, kind } = log;
    if (effect === "void" || log.at === undefined || (kind !== "新客户" && kind !== "老客户")) return [];
    const where = { register, index: log.row - register.firstRow };
    const client = clientAt(register, "clientId", where.index);
    const [visited, first] = (client && visits.get(client)) ?? [];
    if (client === undefined || visited === undefined || first === undefined) return [];
    const { owner, wasOf, waitedOn } = ownedNow(client, first, ground);
    const day = dayOf(log.at);
    const facts = { client, receiver, owner, first: visited };
    // R10: whoever receives them meanwhile helps out.
    const waits = waitedOn(day);
    if (kind === "老客户")
      return owner === "" || owner === receiver || waits || wasOf(receiver)
        ? []
        : [at(where, "oldOfAnother", "kind", { facts })];
    const free = waits || (claimDays > 0 && daysBetween(visited, day) > claimDays);
    return owner === "" || !counts || visited >= day || free
      ? []
      : [at(where, "newThoughOwned", "kind", { facts })];
  });
};
