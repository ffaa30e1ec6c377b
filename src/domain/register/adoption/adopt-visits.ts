/** 来访登记: the earliest row of a person is the client's; each is a visit of 跟踪记录, its grade goes to 等级跟踪. */
import { visitors } from "../../forms/visitors";
import { nothing } from "../../rules/nothing-to-say";
import {
  type Adopter,
  besides,
  type Ground,
  joined,
  meetBy,
  type Met,
  otherNameOf,
  otherNameSaid,
  takeNew,
  withFreeNumber,
} from "./adopter";
import type { Fate } from "./adoption";
import type { LedgerClient } from "./adoption-people";
import { calledInFull } from "./fuller-name";
import { gradeWants } from "../grade-rows";
import { mergeNotes, type OldEntry } from "../old-sheet/old-entry";
import { isUnitAsDay } from "../old-sheet/unit-parts";
import { finding, type Finding } from "../problem";
import { textOf } from "../raw-cell";
import type { Row } from "../register";

/** Mobiles before fixed lines, as the form asks for them. */
const rowOf = ({ answers, own, phones }: OldEntry): Row => {
  const mobile = phones.find(({ kind }) => kind !== "landline");
  const others = phones.filter((phone) => phone !== mobile).map(({ shown }) => shown);
  return {
    ...answers,
    ...own,
    ...(mobile ? { mobile: mobile.shown } : {}),
    ...(others.length > 0 ? { phone: others.join("、") } : {}),
  };
};

const saidIn = ({ answers }: OldEntry): string => String(answers["notes"] ?? "");

const logVisit = ({ ledger }: Ground, { id }: LedgerClient, entry: OldEntry, notes: string): void =>
  ledger.append("followUps", {
    contactedAt: entry.moment,
    clientId: id,
    ...(entry.grade === undefined ? {} : { grade: entry.grade }),
    method: "来访",
    notes: notes === "" ? nothing : notes,
    consultant: entry.consultant,
  });

/** 3-1-5 of 意向房源 that a spreadsheet has turned into a day. */
const unitsAsDays = ({ answers }: OldEntry): readonly Finding[] =>
  (["recommendedUnits", "preferredUnits"] as const).flatMap((key) => {
    const value = textOf(answers[key] ?? null);
    const { caption } = visitors.fields[key];
    return isUnitAsDay(value) ? [finding("unitLikeDay", { key, caption, value })] : [];
  });

const take = (entry: OldEntry, ground: Ground): Fate =>
  takeNew(entry, ground, "visitors", rowOf(entry), (client) => {
    logVisit(ground, client, entry, saidIn(entry));
  });

const join = (entry: OldEntry, met: Met, ground: Ground): Fate => {
  const { ledger } = ground;
  const { client } = met;
  const others = besides(entry, met, ledger);
  ledger.people.reached(client, entry.phones);
  const { otherwise, filled } = ledger.meet(client, rowOf({ ...entry, own: {} }), entry.own);
  const begun = ledger.begin(client, entry.day, entry.consultant);
  // Behind both: a row to come has the row's name, an earlier visit the notes as they were.
  const inFull = calledInFull(entry, met, ledger);
  const otherName = otherNameOf(entry, met);
  const reached = ledger.reach(client, entry.grade, entry.day);
  const notes = mergeNotes([saidIn(entry), ...otherwise, ...otherNameSaid(otherName), ...others.said]);
  const { consultant, grade, moment } = entry;
  const isThere =
    (ground.isToldAgain(entry) && notes === saidIn(entry)) ||
    (client.from === "workbook" &&
      (ledger.hasVisit(client.id, entry.day, { notes, consultant, grade, moment }) ||
        (entry.isTalked === true && notes === "" && ledger.hasVisitOn(client.id, entry.day))));
  if (!isThere) logVisit(ground, client, entry, notes);
  return joined(entry, met, isThere && !filled && !begun.moved && !reached.moved && inFull.length === 0, [
    ...entry.findings,
    ...inFull,
    ...otherName,
    ...others.found,
    ...begun.found,
    ...reached.found,
  ]);
};

export const adoptVisits: Adopter = {
  paper: {
    form: visitors,
    when: "visitDate",
    required: ["visitDate", "consultant", "name"],
    phones: ["mobile", "phone"],
    number: "clientId",
    notes: "notes",
  },
  wants: {
    visitors: "all",
    calls: ["clientId", "calledAt", "consultant", "name", "mobile", "otherContact", "notes"],
    grades: gradeWants,
    followUps: ["clientId", "contactedAt", "method", "notes", "grade", "newGrade", "consultant"],
    deals: ["dealId"],
  },
  start: (ground) => (read) => {
    const entry = { ...read, findings: [...read.findings, ...unitsAsDays(read)] };
    const met = meetBy(ground.ledger, entry);
    return met ? join(entry, met, ground) : take(withFreeNumber(entry, ground.ledger), ground);
  },
};
