/** R4 across rows: 等级跟踪 against the registers, the contacts and the deals. */
import type { CalendarDay } from "../../kit/calendar-day";
import { dayOf } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { isPerfunctory } from "../../rules/completeness";
import { type Grade, isDemotion, step } from "../../rules/grade";
import { at, type Ground } from "./check-ground";
import { type GradeRow, reachedKey, reachedOrder } from "../grade-rows";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import { isReassignedOn } from "../ownership/reassignment-trail";
import { gradeRowFor } from "../registration";
import { type Deal, isLive, salesLedger } from "../sales/sales-ledger";
import { dayOfStanding, ownerOf } from "../standing";

const missingRows = ({ firstRow, gradeOf, today, book }: Ground): readonly Problem[] =>
  book.registers.grades === undefined
    ? []
    : [...firstRow].flatMap(([client, standing]) => {
        if (gradeOf.has(client)) return [];
        const day = dayOfStanding(standing, today) ?? today;
        return [
          at(standing, "gradeRowMissing", "clientId", {
            fix: [gradeRowFor(client, ownerOf(standing, book.site), "C", day)],
          }),
        ];
      });

interface Dealt {
  /** With any deal report. */
  readonly ever: ReadonlySet<ClientNumber>;
  readonly live: ReadonlySet<ClientNumber>;
  /** With one that a refund closed: that is how √ is left (R13). */
  readonly refunded: ReadonlySet<ClientNumber>;
}

const clientsWithDeal = ({ book, today }: Ground): Dealt => {
  const { deals } = salesLedger(book, today);
  const clients = (of: readonly Deal[]): ReadonlySet<ClientNumber> =>
    new Set(of.map(({ clientId }) => clientId));
  return {
    ever: clients(deals),
    live: clients(deals.filter(isLive)),
    refunded: clients(deals.filter((deal) => !isLive(deal))),
  };
};

/** Days on which a contact with one of these clients says something: "LY-ZS001 2024-03-05". */
const spokenDays = ({ readings }: Ground, clients: ReadonlySet<string>): ReadonlySet<string> => {
  const found = new Set<string>();
  const reading = readings.get("followUps");
  for (const [index, client] of reading?.answers.get("clientId")?.entries() ?? []) {
    if (reading === undefined || typeof client !== "string" || !clients.has(client)) continue;
    const [when, notes] = [reading.answer("contactedAt", index), reading.answer("notes", index)];
    if (typeof when === "string" && notes !== undefined && !isPerfunctory(String(notes)))
      found.add(`${client} ${dayOf(when as CalendarDay)}`);
  }
  return found;
};

/** The grade a client left for the one they have, where that was a step R4 asks a word for. */
const cameFrom = ({ reached, grade }: GradeRow): Grade | undefined => {
  const day = grade && reached[grade];
  if (grade === undefined || day === undefined) return undefined;
  let before: Grade | undefined;
  for (const each of reachedOrder) {
    const then = reached[each];
    if (each === grade || then === undefined || then >= day) continue;
    if (before === undefined || then >= (reached[before] ?? day)) before = each;
  }
  return before !== undefined && (isDemotion(before, grade) || step(before, grade) === "jump")
    ? before
    : undefined;
};

const ended = ["√", "×"] as const;

/** Not where a client begins again who was reassigned (R10). */
const climbed = ["B", "A", "√"] as const;

const checkOne = (
  row: GradeRow,
  ground: Ground,
  dealt: Dealt,
  spoken: ReadonlySet<string>,
): readonly Problem[] => {
  const { reached, grade, clientId: client } = row;
  const problems: Problem[] = [];
  const first = ground.firstRow.get(client);
  if (first === undefined) problems.push(at(row, "gradeRowOrphan", "clientId"));
  if (grade === undefined) return [...problems, at(row, "noGrade", "clientId")];

  const firstDay = ground.histories.get(client)?.first;
  for (const each of reachedOrder) {
    const day = reached[each];
    if (day !== undefined && firstDay !== undefined && day < firstDay)
      problems.push(
        at(row, "reachedBeforeFirst", reachedKey[each], { facts: { first: firstDay, value: day } }),
      );
  }
  const reassigned = textAt(row.register, "formerConsultant", row.index) !== "";
  for (const end of ended) {
    const day = reached[end];
    if (day === undefined || (end === "×" && reassigned)) continue;
    if (end === "√" && dealt.refunded.has(client)) continue;
    const later = reachedOrder.find((each) => each !== end && (reached[each] ?? day) > day);
    // From √ nobody becomes ×, from × nobody √, but by a refund or a reassignment.
    if (later !== undefined)
      problems.push(
        at(row, "movedAfterEnd", reachedKey[later], { facts: { client, ended: day, end, grade: later } }),
      );
  }
  const lost = reached["×"];
  const [ahead] = climbed.filter((each) => lost !== undefined && (reached[each] ?? lost) > lost);
  // A day of theirs may have been written over since: any will do.
  const begun = lost !== undefined && (["D", "C"] as const).some((each) => (reached[each] ?? "") >= lost);
  if (lost !== undefined && reassigned && ahead !== undefined && !begun)
    problems.push(
      at(row, "reassignedNotFromBelow", reachedKey[ahead], { facts: { client, ended: lost, grade: ahead } }),
    );
  if (reached["√"] !== undefined && !dealt.ever.has(client))
    problems.push(at(row, "dealMissing", reachedKey["√"], { facts: { client } }));
  // Who was refunded and has bought again is √ again.
  const behind = reached["√"] === undefined || (dealt.refunded.has(client) && grade !== "√");
  if (behind && dealt.live.has(client))
    problems.push(at(row, "dealNotReached", "clientId", { facts: { client } }));
  const from = cameFrom(row);
  const since = reached[grade];
  const isSaid = since !== undefined && (spoken.has(`${client} ${since}`) || isReassignedOn(row, since));
  if (from !== undefined && !isSaid) {
    const code = isDemotion(from, grade) ? "demotionWithoutReason" : "jumpWithoutNote";
    problems.push(at(row, code, reachedKey[grade], { facts: { client, from, to: grade } }));
  }
  return problems;
};

/** A second row of one client, where no clash of numbers explains it. */
const rowsTwice = ({ grades }: Ground, clashing: ReadonlySet<string>): readonly Problem[] => {
  const first = new Map<ClientNumber, GradeRow>();
  return grades.flatMap((row) => {
    const other = first.get(row.clientId);
    if (other === undefined) first.set(row.clientId, row);
    return other === undefined || clashing.has(row.clientId)
      ? []
      : [at(row, "rowTwice", "clientId", { facts: { other: other.row } })];
  });
};

/** `clashing`: numbers two people hold; settling those settles their rows here. */
export const checkLadder = (ground: Ground, clashing: ReadonlySet<string>): readonly Problem[] => {
  const dealt = clientsWithDeal(ground);
  const moved = ground.grades.filter((row) => cameFrom(row) !== undefined);
  const spoken = spokenDays(ground, new Set(moved.map(({ clientId }) => clientId)));
  return [
    ...missingRows(ground),
    ...rowsTwice(ground, clashing),
    ...ground.grades.flatMap((row) => checkOne(row, ground, dealt, spoken)),
  ];
};
