/** One taking-in goes sheet by sheet and form by form: what it has done so far, for what comes after. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Fate } from "./adoption";
import type { Change } from "../change";
import { gradeRows } from "../grade-rows";
import type { OldEntry, OldReferrerWords } from "../old-sheet/old-entry";
import type { Finding } from "../problem";
import type { Row } from "../register";
import type { SiteBook } from "../site";

/** 介绍人 in words of a row that was taken in, and what it was found to be (R16). */
export interface OldReferrer {
  readonly client: ClientNumber;
  readonly said: OldReferrerWords;
  /** As the row's own taking-in told it. */
  readonly told: Finding;
  /** As it is known by now: who is meant may come in a later table, and so may another of the name. */
  readonly hint: Finding;
  /** The number that was filled in for it. */
  readonly linked?: ClientNumber;
}

export interface AdoptCourse {
  /** Rows of 等级跟踪 that it made, as it wrote them; the old 等级跟踪 knows better. */
  readonly made: ReadonlyMap<ClientNumber, Row>;
  /** Who got another number than the old book gave them, by that one (R1). */
  readonly renumbered: ReadonlyMap<ClientNumber, ReadonlySet<ClientNumber>>;
  /** Who had an old number that is none of ours, by its `oldNumberKey`: 001 of two old books may be two clients. */
  readonly oldNumbers: ReadonlyMap<string, ReadonlySet<ClientNumber>>;
  readonly referrers: readonly OldReferrer[];
}

export const newCourse: AdoptCourse = {
  made: new Map(),
  renumbered: new Map(),
  oldNumbers: new Map(),
  referrers: [],
};

/** 001 is 1: one sheet keeps it as a number. */
export const oldNumberKey = (number: string): string =>
  number
    .replace(/\s/gu, "")
    .replace(/^0+(?=\d)/u, "")
    .toUpperCase();

/** A row of the old book, and what became of it. */
export interface Decided {
  readonly form: string;
  readonly entry: Pick<OldEntry, "number" | "oldNumber">;
  readonly fate: Fate | undefined;
}

/** @param book as it was before `changes`. */
export const courseAfter = (
  before: AdoptCourse,
  { book, today }: { readonly book: SiteBook; readonly today: CalendarDay },
  changes: readonly Change[],
  decided: readonly Decided[],
  referrers: readonly OldReferrer[],
): AdoptCourse => {
  const made = new Map(before.made);
  const renumbered = new Map(before.renumbered);
  const oldNumbers = new Map([...before.oldNumbers].map(([key, clients]) => [key, new Set(clients)]));
  const clientAt = new Map(gradeRows(book, today).map(({ row, clientId }) => [row, clientId]));
  for (const change of changes) {
    if (change.kind === "append" && change.form === "grades")
      made.set(change.row["clientId"] as ClientNumber, change.row);
    if (change.kind !== "set" || change.form !== "grades") continue;
    const client = clientAt.get(change.row);
    const row = client && made.get(client);
    if (client === undefined || row === undefined) continue;
    const { [change.key]: _, ...rest } = row;
    made.set(client, change.value === null ? rest : { ...rest, [change.key]: change.value });
  }
  for (const { form, entry, fate } of decided) {
    if ((fate?.kind !== "taken" && fate?.kind !== "joined") || fate.clientId === undefined) continue;
    // The registers that give numbers: another table's may be of the people who gave it.
    if (entry.oldNumber !== undefined && (form === "visitors" || form === "calls")) {
      const key = oldNumberKey(entry.oldNumber);
      const clients = oldNumbers.get(key) ?? new Set();
      oldNumbers.set(key, clients.add(fate.clientId));
    }
    // What an old 等级跟踪 has said, no other row of it overrules.
    if (form === "grades") made.delete(fate.clientId);
    else if (entry.number !== undefined && entry.number !== fate.clientId)
      renumbered.set(entry.number, new Set([...(renumbered.get(entry.number) ?? []), fate.clientId]));
  }
  return { made, renumbered, oldNumbers, referrers };
};
