/**
 * 收编: taking in an old register. Every row is taken, joined to a client who is there, rejected with its reason and
 * its original cells, or set aside as no record; nothing is dropped in silence.
 */
import { parseClientNumber } from "../rules/client-number";
import { adoptCalls } from "./adopt-calls";
import { adoptDeals } from "./adopt-deals";
import { adoptTalks } from "./adopt-talks";
import { adoptVisits } from "./adopt-visits";
import type { Adopter } from "./adopter";
import type { AdoptAbout, Adoption, Fate, LeftAside, NewConsultant } from "./adoption";
import { ledgerOf } from "./adoption-ledger";
import type { Change } from "./change";
import type { AdoptedForm, OldRegister, OldRow } from "./old-cells";
import { leftColumnsOf, ownColumnsOf } from "./old-own";
import { blankKeys, isRejection, type OldEntry, readOldRow, takesNumber } from "./old-row";
import { yearOfOldRow } from "./old-year";
import { isOwnKey, ownKey } from "./own-column";
import { startNumbering } from "./numbering";
import { isEmptyCell } from "./read-answer";
import type { RawCell } from "./register";
import { seenDay } from "./seen-cell";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

const adopters: Readonly<Record<AdoptedForm, Adopter>> = {
  visitors: adoptVisits,
  calls: adoptCalls,
  followUps: adoptTalks,
  deals: adoptDeals,
};

/** What has to be read before an old register of this form is taken in. */
export const adoptWantsOf = (form: AdoptedForm): Wanted => adopters[form].wants;

/** Names that no roster has, of rows that are written. */
const strangers = (
  entries: readonly OldEntry[],
  fates: ReadonlyMap<OldEntry["source"], Fate>,
  book: SiteBook,
): readonly NewConsultant[] => {
  const found = new Map<string, number>();
  const roster = new Set(book.site.consultants.map(({ name }) => name));
  for (const { source, consultant } of entries) {
    const fate = fates.get(source);
    const isWritten = fate?.kind === "taken" || (fate?.kind === "joined" && !fate.already);
    if (isWritten && !roster.has(consultant)) found.set(consultant, (found.get(consultant) ?? 0) + 1);
  }
  return [...found].map(([name, rows]) => ({
    name,
    rows,
    change: { kind: "append", form: "consultants", row: { name, active: "否" } },
  }));
};

/** The users' own columns that some change fills. */
const filledOwn = (changes: readonly Change[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const change of changes) {
    if (change.kind === "set" && isOwnKey(change.key)) found.add(change.key);
    if (change.kind === "append")
      for (const key of Object.keys(change.row)) if (isOwnKey(key)) found.add(key);
  }
  return found;
};

/**
 * As they stand, but days as people saw them where words go, for nobody would know them again; and without formulas
 * that have no value, which the reasons tell and which would be words when taken in again.
 */
const seenCells = (
  { original, dated = [], uncomputed = [] }: OldRow,
  takes: (column: number) => boolean,
): readonly RawCell[] =>
  original.map((cell, at) => {
    if (uncomputed.includes(at)) return null;
    return typeof cell === "number" && dated.includes(at) && !takes(at) ? seenDay(cell) : cell;
  });

/** Rows between two pauses: some hundredths of a second. */
const stretch = 200;

/** `adopt`, pausing again and again: who asks for it goes on when there is time. */
export function* adopting(book: SiteBook, old: OldRegister, about: AdoptAbout): Generator<void, Adoption> {
  const { letters, ...reading } = about;
  const { paper, start } = adopters[old.form];
  const there = book.registers[old.form]?.strangers ?? [];
  const own = ownColumnsOf(old, paper.form, there);
  const ownDays = own.columns.flatMap(({ caption, holds }) =>
    holds === "anything" ? [] : [ownKey(caption)],
  );
  const columns = {
    headers: old.headers,
    keys: blankKeys(old.mapping),
    own: own.keys,
    ownDays: new Set<string>(ownDays),
  };
  const rows = old.rows.filter(({ cells }) => !cells.every(isEmptyCell));
  const fates = new Map<OldEntry["source"], Fate>();
  const entries: OldEntry[] = [];
  for (const [at, source] of rows.entries()) {
    if (at % stretch === stretch - 1) yield;
    const read = readOldRow(paper, source, columns, {
      site: book.site,
      ...reading,
      year: yearOfOldRow(source, about.year),
    });
    if (isRejection(read)) {
      const { name, findings } = read;
      fates.set(source, {
        kind: "rejected",
        row: source.row,
        name,
        reasons: findings,
        cells: source.original,
      });
    } else entries.push(read);
  }
  const ledger = ledgerOf(book, about.today);
  const numbering = startNumbering(book);
  const place = start({ book, today: about.today, ledger, numbering, lettersOf: (name) => letters?.[name] });
  // Numbers that are kept are given to nobody before their rows come.
  for (const { number } of entries) {
    const parts = number && !ledger.has(number) ? parseClientNumber(number) : undefined;
    if (parts) numbering.use(parts.prefix, parts.n);
  }
  // The sort is stable: of one day's rows the first comes first.
  const inTime = [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [at, entry] of inTime.entries()) {
    if (at % stretch === stretch - 1) yield;
    fates.set(entry.source, place(entry));
  }
  // A name without a reading needs no number where a later row has brought the person's.
  for (const entry of inTime)
    if (fates.get(entry.source)?.kind === "rejected") fates.set(entry.source, place(entry));

  const isNumber = (at: number): boolean => {
    const [key, ownAt] = [columns.keys[at], columns.own[at]];
    return ownAt === undefined
      ? takesNumber(key === undefined ? undefined : paper.form.fields[key])
      : columns.ownDays.has(ownAt);
  };
  for (const [source, fate] of fates)
    if (fate.kind === "rejected" && (source.dated ?? source.uncomputed) !== undefined)
      fates.set(source, { ...fate, cells: seenCells(source, isNumber) });

  const changes = [...numbering.counters(), ...ledger.changes()];
  const filled = filledOwn(changes);
  const ownColumns = own.columns.map((column) => ({ ...column, isNew: !there.includes(column.caption) }));
  const made = ownColumns.flatMap(({ isNew, ...column }): Change[] =>
    isNew && filled.has(`own:${column.caption}`) ? [{ kind: "ownColumn", form: old.form, ...column }] : [],
  );
  const asides = old.setAside.map(({ row, why, original }): LeftAside => ({
    kind: "setAside",
    row,
    name: "",
    why,
    cells: original,
  }));
  return {
    fates: [...rows.flatMap((source) => fates.get(source) ?? []), ...asides].sort((a, b) => a.row - b.row),
    changes: [...made, ...changes],
    ownColumns,
    leftColumns: leftColumnsOf(old),
    newConsultants: strangers(entries, fates, book),
  };
}

/** `book` as read by `adoptWantsOf(old.form)`. */
export const adopt = (book: SiteBook, old: OldRegister, about: AdoptAbout): Adoption => {
  const steps = adopting(book, old, about);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
