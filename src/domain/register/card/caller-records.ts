/** 客户回访跟踪表 of who has called and never been here: what 来电登记 knows, in the boxes of 来访登记. */
import { fieldsOf } from "../../form/form";
import { calls } from "../../forms/calls";
import type { CalendarDay } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { visitKeyOf } from "../client/call-blanks";
import { type CardAbout, cardAnswer, dayInWords, ticked } from "./card-answer";
import type { CardContact } from "./card-contacts";
import type { CardRecord } from "./card-records";
import { clientAt, dayOfCell } from "../raw-cell";
import { spelled } from "../read-answer";
import { cellAt, type Register } from "../register";
import type { SiteBook } from "../site";

/** Of 来电登记, and the box of 来访登记 it stands in. */
const boxes = { clientId: "clientId", consultant: "consultant", ...visitKeyOf } as const;

const boxOf = (key: string): string | undefined => (boxes as Readonly<Record<string, string>>)[key];

/** What the card reads of 来电登记. */
export const callerKeys: readonly string[] = [...Object.keys(boxes), "calledAt", "notes"];

/** Rows of 来电登记 by client, none of somebody who has visited. */
const callRows = (register: Register, visited: ReadonlySet<ClientNumber>) => {
  const found = new Map<ClientNumber, number[]>();
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    if (client === undefined || visited.has(client)) continue;
    const rows = found.get(client);
    if (rows) rows.push(index);
    else found.set(client, [index]);
  }
  return found;
};

/** The first call's answers; a later call fills what was left open. Every call's talk, under its day. */
const recordOf = (
  register: Register,
  rows: readonly number[],
  contacts: readonly CardContact[],
  about: CardAbout,
): CardRecord => {
  const answers = new Map<string, string>();
  const chosen = new Map<string, readonly string[]>();
  for (const index of rows)
    for (const [key, field] of fieldsOf(calls)) {
      const box = boxOf(key);
      const cell = cellAt(register, key, index);
      const answer = box === undefined ? "" : cardAnswer(field, cell, about);
      if (box === undefined || answer === "" || answers.has(box)) continue;
      answers.set(box, answer);
      const choices = ticked(field, cell, about);
      if (choices.length > 0) chosen.set(box, choices);
    }
  const days = rows.map((index) => dayOfCell(cellAt(register, "calledAt", index), about.today));
  const talks = rows.flatMap((index, at) => {
    const talk = cardAnswer(calls.fields.notes, cellAt(register, "notes", index), about);
    const day = days[at];
    return talk === "" ? [] : [`来电${day === undefined ? "" : ` ${dayInWords(day)}`}：${talk}`];
  });
  if (talks.length > 0) answers.set("notes", talks.join("\n"));
  // The program enters a call into 跟踪记录 too: said once is enough.
  const said = new Set(
    rows.map((index, at) =>
      [days[at] ?? "", plain(cardAnswer(calls.fields.notes, cellAt(register, "notes", index), about))].join(
        " ",
      ),
    ),
  );
  const others = contacts.filter(
    ({ at, method, notes }) => method !== "电话" || !said.has([at.slice(0, 10), plain(notes)].join(" ")),
  );
  const [day] = days;
  return {
    id: answers.get("clientId") ?? "",
    name: answers.get("name") ?? "",
    consultant: spelled(about.site, answers.get("consultant") ?? ""),
    day: day === undefined ? "" : dayInWords(day),
    answers,
    chosen,
    contacts: others,
    visit: undefined,
  };
};

export interface CallersAsked {
  readonly contacts: ReadonlyMap<ClientNumber, readonly CardContact[]>;
  readonly visited: ReadonlySet<ClientNumber>;
  /** Whether a caller's first row is asked for. */
  readonly isAsked: (register: Register, index: number) => boolean;
  /** Asked for by number: these have a card though nobody has called them back yet. */
  readonly clients: ReadonlySet<string> | undefined;
  readonly today: CalendarDay;
  readonly masked: boolean;
}

/** Callers who were called back, in the order of their first call. */
export const callerRecords = (book: SiteBook, asked: CallersAsked): readonly CardRecord[] => {
  const register = book.registers.calls;
  if (register === undefined) return [];
  const about = { site: book.site, today: asked.today, masked: asked.masked };
  return [...callRows(register, asked.visited)].flatMap(([client, rows]) => {
    const [first] = rows;
    const contacts = asked.contacts.get(client) ?? [];
    if (first === undefined || !asked.isAsked(register, first)) return [];
    const record = recordOf(register, rows, contacts, about);
    return record.contacts.length > 0 || asked.clients?.has(client) === true ? [record] : [];
  });
};
