/** 来电登记: every call has its row; who has called or been here before keeps their number. */
import { calls } from "../../forms/calls";
import { type CalendarDay, type Moment, momentAt } from "../../kit/calendar-day";
import { nothing } from "../../rules/nothing-to-say";
import type { ClientNumber } from "../../rules/client-number";
import { adoptVisits } from "./adopt-visits";
import {
  type Adopter,
  besides,
  type Ground,
  joined,
  meetBy,
  otherNameHere,
  takeNew,
  withFreeNumber,
} from "./adopter";
import type { Fate } from "./adoption";
import { calledInFull } from "./fuller-name";
import { gradeWants } from "../grade-rows";
import { mergeNotes, type OldEntry } from "../old-sheet/old-entry";
import { textOf } from "../raw-cell";
import type { Row } from "../register";

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
    const others = besides(entry, met, ledger);
    const notes = mergeNotes([textOf(entry.answers["notes"] ?? null), ...others.said]);
    const row = { ...rowOf(entry), ...(notes === "" ? {} : { notes }), clientId: client.id };
    ledger.people.reached(client, entry.phones, entry.contact);
    const inFull = calledInFull(entry, met, ledger);
    const { moved, found } = ledger.reach(client, entry.grade, entry.day);
    const there = ground.isToldAgain(entry)
      ? "same"
      : client.from === "workbook"
        ? ledger.recordOf("calls", client.id, entry.day, row)
        : undefined;
    if (there === undefined) {
      ledger.append("calls", row);
      log(ground, { ...entry, answers: row }, client.id);
    }
    return joined(entry, met, there === "same" && !moved && inFull.length === 0, [
      ...entry.findings,
      ...inFull,
      ...otherNameHere(entry, met),
      ...others.found,
      ...found,
    ]);
  }
  const free = withFreeNumber(entry, ledger);
  return takeNew(free, ground, "calls", rowOf(free), ({ id }) => log(ground, free, id));
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
    visitors: ["clientId", "visitDate", "consultant", "name", "mobile", "phone", "notes", "referrerId"],
    calls: "all",
    grades: gradeWants,
  },
  start: (ground) => (entry) => place(entry, ground),
};
