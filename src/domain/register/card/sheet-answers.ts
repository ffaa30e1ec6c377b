/**
 * What the sheet's formulas say, from the domain: for cells of files that no spreadsheet has computed since they were
 * written (a new workbook, an old register taken in from the command line). What the sheet has computed stands.
 */
import { fieldsOf } from "../../form/form";
import type { RegisterKey } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { scoreOf, suggestedGrade } from "../../rules/intent";
import { computedCell, knownClients } from "./card-computed";
import { contactsByClient } from "./card-contacts";
import { consents } from "../care/consents";
import { contactHistories } from "../follow-up/contact-history";
import { dayAt } from "../day-at";
import { dueList } from "../follow-up/due-list";
import { gradeRows } from "../grade-rows";
import { seenFrom } from "../follow-up/intent-standing";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, type Register, rowNumber } from "../register";
import { latenessOf, lazily, type SheetAnswer, type SheetAnswers } from "./sheet-answer";
import { progressAnswers } from "./sheet-answers-progress";
import { salesAnswers } from "./sheet-answers-sales";
import type { SiteBook } from "../site";
import { dayOfStanding, standings } from "../standing";

/** Who has the client now: 等级跟踪 says so, before it the one who received the visit or the call. */
const ownersNow = ({ registers }: SiteBook): ReadonlyMap<ClientNumber, string> => {
  const found = new Map<ClientNumber, string>();
  for (const register of [registers.grades, registers.visitors, registers.calls])
    for (let index = 0; register && index < register.count; index++) {
      const client = clientAt(register, "clientId", index);
      if (client !== undefined && !found.has(client))
        found.set(client, textAt(register, "consultant", index));
    }
  return found;
};

/** By the row of 来电登记: the how-manieth call of its day it is. */
const callNumbers = (register: Register, today: CalendarDay): readonly (number | null)[] => {
  const ofDay = new Map<CalendarDay, number>();
  return Array.from({ length: register.count }, (_, index) => {
    const day = dayOfCell(cellAt(register, "calledAt", index), today);
    if (day === undefined) return null;
    const count = (ofDay.get(day) ?? 0) + 1;
    ofDay.set(day, count);
    return count;
  });
};

/** By client: the day of the first visit, or of a call before it. */
const firstDays = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, CalendarDay> => {
  const found = new Map<ClientNumber, CalendarDay>();
  const came = new Set<ClientNumber>();
  for (const standing of standings(book)) {
    const { clientId, form } = standing;
    // Of several visits the row that stands first; calls come after all visits.
    if (clientId === undefined || (form === "visitors" && came.has(clientId))) continue;
    if (form === "visitors") came.add(clientId);
    const day = dayOfStanding(standing, today);
    const before = found.get(clientId);
    if (day !== undefined && (before === undefined || day < before)) found.set(clientId, day);
  }
  return found;
};

const gradeAnswers = (book: SiteBook, today: CalendarDay): Readonly<Record<string, SheetAnswer>> => {
  const firsts = lazily(() => firstDays(book, today));
  const histories = lazily(() => contactHistories(book, today));
  const grades = lazily(() => new Map(gradeRows(book, today).map((row) => [row.row, row])));
  const lines = lazily(
    () => new Map(dueList(book, today, { all: true }).map((line) => [line.clientId, line] as const)),
  );
  const gradeAt = (register: Register, index: number) => grades().get(rowNumber(register, index))?.grade;
  const lineAt = (register: Register, index: number) => {
    const client = clientAt(register, "clientId", index);
    return client && lines().get(client);
  };
  const without: Readonly<Partial<Record<string, string>>> = { "×": "待再分配", "√": "已成交", D: "待活动" };
  return {
    date: (register, index) => {
      const client = clientAt(register, "clientId", index);
      return (client && firsts().get(client)) ?? null;
    },
    grade: (register, index) => gradeAt(register, index) ?? null,
    lastContact: (register, index) => {
      const client = clientAt(register, "clientId", index);
      return (client && histories().get(client)?.last) ?? null;
    },
    nextDue: (register, index) => lineAt(register, index)?.due ?? null,
    dueStatus: (register, index) =>
      lineAt(register, index)?.statusText ?? without[gradeAt(register, index) ?? ""] ?? null,
  };
};

const answersOf = (book: SiteBook, today: CalendarDay): SheetAnswers => {
  const known = lazily(() => knownClients(book, today));
  const contacts = lazily(() => contactsByClient(book, today, false));
  const owners = lazily(() => ownersNow(book));
  const refused = lazily(() => consents(book));
  const calls = lazily(() => (book.registers.calls ? callNumbers(book.registers.calls, today) : []));
  const name: SheetAnswer = (register, index) => {
    const client = clientAt(register, "clientId", index);
    return (client && known().get(client)?.name) ?? null;
  };
  const consultant: SheetAnswer = (register, index) => {
    const client = clientAt(register, "clientId", index);
    return (client && owners().get(client)) ?? null;
  };
  const place: SheetAnswer = (register, index) =>
    isEmptyCell(cellAt(register, "clientId", index)) ? null : index + 1;
  /** As the cards have it. */
  const onCard =
    (key: string, id: string): SheetAnswer =>
    (register, index) => {
      const client = clientAt(register, id, index);
      if (client === undefined) return null;
      const around = { known: known().get(client), contacts: contacts().get(client) ?? [], today };
      return computedCell(register, key, index, around);
    };
  const seenAt = (register: Register, index: number) => seenFrom((key) => textAt(register, key, index));
  const scoreAt = (register: Register, index: number): number | undefined => {
    const seen = seenAt(register, index);
    return Object.keys(seen).length === 0 ? undefined : scoreOf(seen, book.site.policies.weights).score;
  };
  const sales = salesAnswers(book, today);
  return {
    ...sales,
    progress: progressAnswers(book, today),
    calls: { no: (_, index) => calls()[index] ?? null },
    grades: { no: place, name, ...gradeAnswers(book, today) },
    followUps: { name },
    invitations: { no: place, name, consultant },
    deals: {
      ...sales.deals,
      daysToDeposit: onCard("daysToDeposit", "dealId"),
      visitCount: onCard("visitCount", "dealId"),
    },
    lostClients: {
      firstVisit: onCard("firstVisit", "lostId"),
      lastVisit: onCard("lastVisit", "lostId"),
      daysToGiveUp: onCard("daysToGiveUp", "lostId"),
    },
    applications: { ...sales.applications, name },
    profiles: { name },
    careTasks: {
      name,
      consultant,
      status: (register, index) => {
        const client = clientAt(register, "clientId", index);
        if (client === undefined) return null;
        if (!isEmptyCell(cellAt(register, "doneOn", index))) return "已完成";
        if (refused().get(client) === "no") return "不联系";
        const due = dayAt(register, "dueOn", index, today);
        return due === undefined ? null : latenessOf(due, today);
      },
    },
    intentScores: {
      name,
      score: (register, index) => scoreAt(register, index) ?? null,
      suggested: (register, index) => {
        const score = scoreAt(register, index);
        return score === undefined ? null : suggestedGrade(score);
      },
    },
  };
};

/** A row in which the sheet has computed anything was computed: what it left empty there is empty. */
const answered = (register: Register, answers: Readonly<Partial<Record<string, SheetAnswer>>>): Register => {
  const computed = fieldsOf(register.form).flatMap(([key, field]) => {
    const cells = register.columns.get(key);
    return cells !== undefined && field.kind === "computed" && field.by === "sheet" ? [{ key, cells }] : [];
  });
  const bare = Array.from({ length: register.count }, (_, index) =>
    computed.every(({ cells }) => isEmptyCell(cells[index] ?? null)),
  );
  if (!bare.includes(true)) return register;
  const columns = new Map(register.columns);
  for (const { key, cells } of computed) {
    const answer = answers[key];
    if (answer !== undefined)
      columns.set(
        key,
        cells.map((cell, index) => (bare[index] === true ? answer(register, index) : cell)),
      );
  }
  return { ...register, columns };
};

/** The workbook as a spreadsheet would have computed it. */
export const withSheetAnswers = (book: SiteBook, today: CalendarDay): SiteBook => {
  const registers = { ...book.registers };
  for (const [key, answers] of Object.entries(answersOf(book, today)) as [
    RegisterKey,
    Readonly<Partial<Record<string, SheetAnswer>>>,
  ][]) {
    const register = registers[key];
    if (register !== undefined) registers[key] = answered(register, answers);
  }
  return { ...book, registers };
};
