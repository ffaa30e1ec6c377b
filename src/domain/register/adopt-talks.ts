/** 跟踪记录: every row is a contact of a client who is there; 调整级别 moves them (R4). */
import { followUps } from "../forms/follow-ups";
import { type CalendarDay, type Moment, momentAt } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import type { Grade } from "../rules/grade";
import { adoptVisits } from "./adopt-visits";
import { type Adopter, joined, otherNameOf, otherNameSaid, rejected } from "./adopter";
import { gradeWants } from "./grade-rows";
import { mergeNotes } from "./old-row";
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
    followUps: ["clientId", "contactedAt", "method", "notes"],
  },
  start: (ground) => (entry) => {
    const { ledger } = ground;
    const met = whoseRow(ground, entry, byName);
    if (!isMet(met)) return rejected(entry, ...met);
    const { client } = met;
    const notes = entry.answers["notes"] ?? nothing;
    if (ledger.hasTalk("followUps", client.id, entry.day, String(notes)))
      return joined(entry, met, true, entry.findings);
    const otherName = otherNameOf(entry, met);
    const at: Moment = entry.at.length === 10 ? momentAt(entry.at as CalendarDay, 0) : (entry.at as Moment);
    ledger.append("followUps", {
      ...entry.answers,
      ...entry.own,
      contactedAt: at,
      clientId: client.id,
      ...(entry.grade === undefined ? {} : { grade: entry.grade }),
      notes: mergeNotes([String(notes), ...otherNameSaid(otherName)]) || nothing,
      consultant: entry.consultant,
    });
    const moved = entry.answers["newGrade"];
    ledger.reach(client, moved === undefined || moved === nothing ? undefined : (moved as Grade), entry.day);
    return joined(entry, met, false, [...entry.findings, ...otherName]);
  },
};
