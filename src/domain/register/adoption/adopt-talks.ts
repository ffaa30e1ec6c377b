/** 跟踪记录: every row is a contact of a client who is there; 调整级别, or else the grade it says, moves them (R4). */
import { followUps } from "../../forms/follow-ups";
import { type CalendarDay, type Moment, momentAt } from "../../kit/calendar-day";
import { nothing } from "../../rules/nothing-to-say";
import type { Grade } from "../../rules/grade";
import { adoptVisits } from "./adopt-visits";
import { type Adopter, besides, joined, otherNameOf, otherNameSaid, rejected } from "./adopter";
import { calledInFull } from "./fuller-name";
import { gradeWants } from "../grade-rows";
import { mergeNotes, oldSaying } from "../old-sheet/old-entry";
import { finding } from "../problem";
import type { Row } from "../register";
import { byName, isMet, whoseRow } from "./whose-row";

export const adoptTalks: Adopter = {
  paper: {
    form: followUps,
    when: "contactedAt",
    required: ["contactedAt", "consultant"],
    phones: ["mobile"],
    number: "clientId",
    notes: "notes",
  },
  wants: {
    visitors: ["clientId", "visitDate", "consultant", "name", "mobile", "phone", "notes"],
    calls: adoptVisits.wants.calls ?? [],
    grades: gradeWants,
    followUps: "all",
  },
  start: (ground) => (entry) => {
    const { ledger } = ground;
    const met = whoseRow(ground, entry, byName);
    if (!isMet(met)) return rejected(entry, ...met);
    const { client } = met;
    const notes = entry.answers["notes"] ?? nothing;
    const inFull = calledInFull(entry, met, ledger);
    const otherName = otherNameOf(entry, met);
    const others = besides(entry, met, ledger);
    const unknown = entry.phones.filter((phone) => ledger.people.byPhone([phone])?.client !== client);
    const strangers = unknown.filter((phone) => ledger.people.byPhone([phone]) === undefined);
    const at: Moment = entry.at.length === 10 ? momentAt(entry.at as CalendarDay, 0) : (entry.at as Moment);
    const row: Row = {
      ...entry.answers,
      ...entry.own,
      contactedAt: at,
      clientId: client.id,
      ...(entry.grade === undefined ? {} : { grade: entry.grade }),
      notes:
        mergeNotes([
          String(notes),
          ...otherNameSaid(otherName),
          ...others.said,
          ...unknown.map(({ shown }) => oldSaying("电话", shown)),
        ]) || nothing,
      consultant: entry.consultant,
    };
    const there = ground.isToldAgain(entry)
      ? "same"
      : ledger.recordOf("followUps", client.id, entry.day, row);
    if (there === undefined) ledger.append("followUps", row);
    const asked = entry.answers["newGrade"];
    const grade = asked === undefined || asked === nothing ? entry.grade : (asked as Grade);
    const reached = ledger.reach(client, grade, entry.day);
    const found = [
      ...reached.found,
      ...others.found,
      ...strangers.map(({ shown }) =>
        finding("phoneNotKnown", {
          key: "mobile",
          caption: "电话",
          value: shown,
          facts: { otherId: client.id, otherName: client.name },
        }),
      ),
    ];
    return joined(entry, met, there === "same" && !reached.moved && inFull.length === 0, [
      ...entry.findings,
      ...inFull,
      ...otherName,
      ...found,
    ]);
  },
};
