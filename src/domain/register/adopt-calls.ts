/** 来电登记: every call has its row; who has called or been here before keeps their number. */
import { calls } from "../forms/calls";
import { type CalendarDay, type Moment, momentAt } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import type { ClientNumber } from "../rules/client-number";
import { adoptVisits } from "./adopt-visits";
import { type Adopter, type Ground, joined, meetBy, otherNameHere, takeNew } from "./adopter";
import type { Fate } from "./adoption";
import { gradeWants } from "./grade-rows";
import type { OldEntry } from "./old-row";
import type { Row } from "./register";

const momentOf = (at: CalendarDay | Moment): Moment =>
  at.length === 10 ? momentAt(at as CalendarDay, 0) : (at as Moment);

const rowOf = (entry: OldEntry): Row => {
  const { answers, own, phones, contact } = entry;
  const mobile = phones.find(({ kind }) => kind !== "landline");
  const others = [
    ...phones.filter((phone) => phone !== mobile).map(({ shown }) => shown),
    ...(contact === undefined ? [] : [contact]),
  ];
  return {
    ...answers,
    ...own,
    ...(mobile ? { mobile: mobile.shown } : {}),
    ...(others.length > 0 ? { otherContact: others.join("、") } : {}),
  };
};

const log = (
  { ledger }: Ground,
  { answers, at, grade, consultant }: OldEntry,
  clientId: ClientNumber,
): void =>
  ledger.append("followUps", {
    contactedAt: momentOf(at),
    clientId,
    ...(grade === undefined ? {} : { grade }),
    method: "电话",
    notes: answers["notes"] ?? nothing,
    consultant,
  });

const place = (entry: OldEntry, ground: Ground): Fate => {
  const { ledger } = ground;
  const met = meetBy(ledger, entry);
  if (met) {
    const { client } = met;
    const said = String(entry.answers["notes"] ?? "");
    if (client.from === "workbook" && ledger.hasTalk("calls", client.id, entry.day, said))
      return joined(entry, met, true, entry.findings);
    ledger.people.reached(client, entry.phones, entry.contact);
    ledger.append("calls", { ...rowOf(entry), clientId: client.id });
    ledger.reach(client, entry.grade, entry.day);
    log(ground, entry, client.id);
    return joined(entry, met, false, [...entry.findings, ...otherNameHere(entry, met)]);
  }
  return takeNew(entry, ground, "calls", rowOf(entry), ({ id }) => log(ground, entry, id));
};

export const adoptCalls: Adopter = {
  paper: {
    form: calls,
    when: "calledAt",
    required: ["calledAt", "consultant", "name"],
    phones: ["mobile", "otherContact"],
    number: "clientId",
    notes: "notes",
  },
  wants: {
    ...adoptVisits.wants,
    visitors: ["clientId", "visitDate", "consultant", "name", "mobile", "phone", "notes"],
    calls: "all",
    grades: gradeWants,
  },
  start: (ground) => (entry) => place(entry, ground),
};
