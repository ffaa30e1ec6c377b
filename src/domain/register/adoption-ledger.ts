/** The workbook as it will be while an old register is taken in: who is there, what is filled, what is added. */
import { visitors } from "../forms/visitors";
import type { CalendarDay } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import type { ClientNumber } from "../rules/client-number";
import { type Grade, latestReached, reach, type ReachedDays } from "../rules/grade";
import type { Phone } from "../rules/phone";
import type { Change } from "./change";
import { gradeRowOf, gradeRows, reachChanges, reachedKey, reachedKeys } from "./grade-rows";
import { clientAt, dayOfCell, textAt, textOf } from "./raw-cell";
import { isEmptyCell } from "./read-answer";
import { type Answer, cellAt, type RawCell, type Row, rowNumber } from "./register";
import type { SiteBook } from "./site";
import { consultantOf, dayOfStanding, notesOf, phonesOf, type Standing, standings } from "./standing";

type Cells = Record<string, Answer>;

export interface LedgerClient {
  readonly id: ClientNumber;
  readonly name: string;
  /** Where the client was before this row: in the workbook, or in an earlier row of the old file. */
  readonly from: "workbook" | "file";
  /** The row of 来访登记, where there is one: as it stands, or as it will be added. */
  visit:
    | { readonly read: (key: string) => RawCell; readonly fill: (key: string, answer: Answer) => void }
    | undefined;
  readonly consultant: string;
}

export interface Ledger {
  readonly find: (
    phones: readonly Phone[],
  ) => { readonly client: LedgerClient; readonly phone: Phone } | undefined;
  readonly has: (number: ClientNumber) => boolean;
  /** The workbook holds a visit of that day with those words. */
  readonly hasVisit: (client: ClientNumber, day: CalendarDay, notes: string) => boolean;
  readonly add: (
    id: ClientNumber,
    name: string,
    consultant: string,
    answers: Row,
    phones: readonly Phone[],
  ) => LedgerClient;
  /** Fills the blanks of 来访登记 that are empty, adding a row for who has only called; what stands otherwise comes back. */
  readonly meet: (client: LedgerClient, answers: Row, phones: readonly Phone[]) => readonly string[];
  readonly reach: (client: LedgerClient, grade: Grade | undefined, on: CalendarDay) => void;
  readonly log: (row: Row) => void;
  readonly changes: () => readonly Change[];
}

const fillable = Object.entries(visitors.fields).filter(
  ([key]) => !["clientId", "visitDate", "consultant", "name", "notes"].includes(key),
);

/** What a visit's notes begin with where they hold nothing but what the old register said otherwise. */
const otherwise = "原表“";
const phoneKey = ({ e164, extension }: Phone): string => `${e164}/${extension ?? ""}`;

/** R4: never backwards, and √ and × end the ladder. */
const reachedAfter = (reached: ReachedDays, grade: Grade, on: CalendarDay): ReachedDays => {
  const latest = latestReached(reached);
  if (latest === grade || latest === "√" || latest === "×") return reached;
  return reach(reached, grade, on) ?? reached;
};

export const ledgerOf = (book: SiteBook, today: CalendarDay): Ledger => {
  const sets = new Map<string, Change>();
  const visits: Cells[] = [];
  const contacts: Row[] = [];
  const newGrades = new Map<ClientNumber, Row>();
  const reached = new Map<ClientNumber, ReachedDays>();
  const byPhone = new Map<string, LedgerClient>();
  const byNumber = new Map<ClientNumber, LedgerClient>();
  const seen = new Map<string, string[]>();
  const gradeOf = gradeRowOf(gradeRows(book, today));

  const see = (client: ClientNumber, day: CalendarDay | undefined, notes: string): void => {
    const found = seen.get(`${client} ${day}`);
    if (found) found.push(notes);
    else seen.set(`${client} ${day}`, [notes]);
  };
  const put = (change: Change): void => {
    if (change.kind === "set") sets.set(`${change.form}/${change.row}/${change.key}`, change);
  };
  const know = (client: LedgerClient, phones: readonly Phone[]): void => {
    for (const phone of phones) if (!byPhone.has(phoneKey(phone))) byPhone.set(phoneKey(phone), client);
  };
  const visitThere = ({ register, index }: Standing): NonNullable<LedgerClient["visit"]> => {
    const filled = new Map<string, Answer>();
    return {
      read: (key) => filled.get(key) ?? cellAt(register, key, index),
      fill: (key, answer) => {
        filled.set(key, answer);
        const row = rowNumber(register, index);
        const was = cellAt(register, key, index);
        put({ kind: "set", form: "visitors", row, key, was, value: answer });
      },
    };
  };
  const visitToCome = (id: ClientNumber, answers: Row): NonNullable<LedgerClient["visit"]> => {
    const row: Cells = { ...answers, clientId: id };
    visits.push(row);
    return {
      read: (key) => row[key] ?? null,
      fill: (key, answer) => {
        row[key] = answer;
      },
    };
  };

  for (const standing of standings(book)) {
    const { clientId, form } = standing;
    if (clientId === undefined) continue;
    if (form === "visitors") see(clientId, dayOfStanding(standing, today), notesOf(standing));
    const known = byNumber.get(clientId);
    const client: LedgerClient = known ?? {
      id: clientId,
      name: standing.name,
      from: "workbook",
      visit: form === "visitors" ? visitThere(standing) : undefined,
      consultant: consultantOf(standing),
    };
    byNumber.set(clientId, client);
    know(client, phonesOf(standing, book.site));
  }
  const followUps = book.registers.followUps;
  for (let index = 0; followUps && index < followUps.count; index++) {
    const client = clientAt(followUps, "clientId", index);
    if (client !== undefined)
      see(
        client,
        dayOfCell(cellAt(followUps, "contactedAt", index), today),
        textAt(followUps, "notes", index),
      );
  }

  return {
    find: (phones) => {
      for (const phone of phones) {
        const client = byPhone.get(phoneKey(phone));
        if (client) return { client, phone };
      }
      return undefined;
    },
    has: (number) => byNumber.has(number) || gradeOf.has(number),
    hasVisit: (client, day, notes) => {
      const said = textOf(notes);
      return (seen.get(`${client} ${day}`) ?? []).some(
        (each) => each === said || each.startsWith(said === "" ? otherwise : `${said}\n${otherwise}`),
      );
    },
    add: (id, name, consultant, answers, phones) => {
      const client: LedgerClient = { id, name, from: "file", visit: visitToCome(id, answers), consultant };
      byNumber.set(id, client);
      know(client, phones);
      return client;
    },
    meet: (client, answers, phones) => {
      know(client, phones);
      const { visit } = client;
      if (visit === undefined) {
        client.visit = visitToCome(client.id, answers);
        return [];
      }
      return fillable.flatMap(([key, { caption }]) => {
        const answer = answers[key];
        if (answer === undefined) return [];
        const there = visit.read(key);
        if (isEmptyCell(there)) {
          visit.fill(key, answer);
          return [];
        }
        return answer === nothing || textOf(there) === textOf(answer) ? [] : [`原表“${caption}”：${answer}`];
      });
    },
    reach: ({ id, consultant }, grade, on) => {
      const row = gradeOf.get(id);
      const before = reached.get(id) ?? row?.reached ?? {};
      // Who has no row there yet begins at C when nothing is said.
      const given = grade ?? (latestReached(before) === undefined ? "C" : undefined);
      if (given === undefined) return;
      const after = reachedAfter(before, given, on);
      reached.set(id, after);
      if (row) {
        for (const key of reachedKeys) sets.delete(`grades/${row.row}/${key}`);
        for (const each of reachChanges(row, after)) put(each);
        return;
      }
      const days = Object.entries(after).map(([each, day]) => [reachedKey[each as Grade], day]);
      newGrades.set(id, { clientId: id, consultant, ...(Object.fromEntries(days) as Row) });
    },
    log: (row) => contacts.push(row),
    changes: () => {
      const rows = (form: "visitors" | "grades" | "followUps", all: readonly Row[]): readonly Change[] =>
        all.map((row) => ({ kind: "append", form, row }));
      return [
        ...sets.values(),
        ...rows("visitors", visits),
        ...rows("grades", [...newGrades.values()]),
        ...rows("followUps", contacts),
      ];
    },
  };
};
