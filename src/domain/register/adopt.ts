/**
 * 收编: taking in an old register. Every row is taken, joined to a client who is there, rejected with its reason and
 * its original cells, or set aside as no record; nothing is dropped in silence.
 */
import { parseClientNumber } from "../rules/client-number";
import { adoptCalls } from "./adopt-calls";
import { adoptDeals } from "./adopt-deals";
import { adoptTalks } from "./adopt-talks";
import { adoptVisits } from "./adopt-visits";
import { type Adopter, rejected } from "./adopter";
import type {
  AdoptAbout,
  AdoptedTable,
  Adoption,
  Adoptions,
  Fate,
  KeptColumn,
  LeftAside,
  NewConsultant,
} from "./adoption";
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
import { roundedTogether } from "./rounded-phones";
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

/** Names that no roster has, of rows that are written. `roster` grows by them. */
const strangers = (
  entries: readonly OldEntry[],
  fates: ReadonlyMap<OldEntry["source"], Fate>,
  roster: Set<string>,
): readonly NewConsultant[] => {
  const found = new Map<string, number>();
  for (const { source, consultant } of entries) {
    const fate = fates.get(source);
    const isWritten = fate?.kind === "taken" || (fate?.kind === "joined" && !fate.already);
    if (isWritten && !roster.has(consultant)) found.set(consultant, (found.get(consultant) ?? 0) + 1);
  }
  for (const name of found.keys()) roster.add(name);
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

/** A table whose rows are understood, each by itself. */
interface ReadTable {
  readonly old: OldRegister;
  readonly own: readonly KeptColumn[];
  readonly isNumber: (column: number) => boolean;
  /** Rows that are not blank. */
  readonly rows: readonly OldRow[];
  readonly entries: readonly OldEntry[];
  readonly fates: Map<OldRow, Fate>;
}

/** `kept`: own columns of the tables before. */
function* readingTable(
  book: SiteBook,
  old: OldRegister,
  about: AdoptAbout,
  kept: readonly KeptColumn[],
): Generator<void, ReadTable> {
  const { paper } = adopters[old.form];
  const there = book.registers[old.form]?.strangers ?? [];
  const own = ownColumnsOf(old, paper.form, [...there, ...kept.map(({ caption }) => caption)]);
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
  const fates = new Map<OldRow, Fate>();
  const entries: OldEntry[] = [];
  for (const [at, source] of rows.entries()) {
    if (at % stretch === stretch - 1) yield;
    const read = readOldRow(paper, source, columns, {
      site: book.site,
      ...about,
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
  return {
    old,
    own: own.columns.map((column) => ({ ...column, isNew: !there.includes(column.caption) })),
    isNumber: (at) => {
      const [key, ownAt] = [columns.keys[at], columns.own[at]];
      return ownAt === undefined
        ? takesNumber(key === undefined ? undefined : paper.form.fields[key])
        : columns.ownDays.has(ownAt);
    },
    rows,
    entries,
    fates,
  };
}

const adoptedTable = (
  { old, own, isNumber, rows, entries, fates }: ReadTable,
  roster: Set<string>,
): AdoptedTable => {
  for (const [source, fate] of fates)
    if (fate.kind === "rejected" && (source.dated ?? source.uncomputed) !== undefined)
      fates.set(source, { ...fate, cells: seenCells(source, isNumber) });
  const asides = old.setAside.map(({ row, why, original }): LeftAside => ({
    kind: "setAside",
    row,
    name: "",
    why,
    cells: original,
  }));
  return {
    fates: [...rows.flatMap((source) => fates.get(source) ?? []), ...asides].sort((a, b) => a.row - b.row),
    ownColumns: own,
    leftColumns: leftColumnsOf(old),
    newConsultants: strangers(entries, fates, roster),
  };
};

/** A table, the year of its days that are written without one, and whose its rows are that do not say it. */
export interface OldOfYear {
  readonly old: OldRegister;
  readonly year?: number | undefined;
  readonly consultant?: string | undefined;
}

/** `adoptTogether`, pausing again and again: who asks for it goes on when there is time. */
function* adoptingTogether(
  book: SiteBook,
  form: AdoptedForm,
  olds: readonly OldOfYear[],
  about: AdoptAbout,
): Generator<void, Adoptions> {
  const { letters, ...reading } = about;
  const tables: ReadTable[] = [];
  for (const { old, year, consultant } of olds) {
    const kept = tables.flatMap(({ own }) => own);
    const years = year ?? about.year;
    tables.push(
      yield* readingTable(
        book,
        old,
        {
          ...reading,
          ...(years === undefined ? {} : { year: years }),
          ...(consultant === undefined ? {} : { consultant }),
        },
        kept,
      ),
    );
  }
  const entries = tables.flatMap((table) => table.entries);
  const fatesOf = new Map(tables.flatMap(({ rows, fates }) => rows.map((row) => [row, fates] as const)));
  const decide = ({ source }: OldEntry, fate: Fate): void => {
    fatesOf.get(source)?.set(source, fate);
  };
  const ledger = ledgerOf(book, about.today);
  const numbering = startNumbering(book);
  const lettersOf = (name: string): string | undefined => letters?.[name];
  const place = adopters[form].start({ book, today: about.today, ledger, numbering, lettersOf });
  // Numbers that are kept are given to nobody before their rows come.
  for (const { number } of entries) {
    const parts = number && !ledger.has(number) ? parseClientNumber(number) : undefined;
    if (parts) numbering.use(parts.prefix, parts.n);
  }
  const nobodys = roundedTogether(entries, ledger.people);
  for (const [entry, reason] of nobodys) decide(entry, rejected(entry, reason));
  // The sort is stable: of one day's rows the first comes first. The order of tables decides nothing else.
  const inTime = entries
    .filter((entry) => !nobodys.has(entry))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [at, entry] of inTime.entries()) {
    if (at % stretch === stretch - 1) yield;
    decide(entry, place(entry));
  }
  // A name without a reading needs no number where a later row has brought the person's.
  for (const entry of inTime)
    if (fatesOf.get(entry.source)?.get(entry.source)?.kind === "rejected") decide(entry, place(entry));

  const changes = [...numbering.counters(), ...ledger.changes()];
  const filled = filledOwn(changes);
  const made = tables
    .flatMap(({ own }) => own)
    .filter((column, at, all) => all.findIndex(({ caption }) => caption === column.caption) === at)
    .flatMap(({ isNew, ...column }): Change[] =>
      isNew && filled.has(`own:${column.caption}`) ? [{ kind: "ownColumn", form, ...column }] : [],
    );
  const roster = new Set(book.site.consultants.map(({ name }) => name));
  return { tables: tables.map((table) => adoptedTable(table, roster)), changes: [...made, ...changes] };
}

const nothingAdopted: AdoptedTable = { fates: [], ownColumns: [], leftColumns: [], newConsultants: [] };

/** `adopt`, pausing again and again. */
export function* adopting(book: SiteBook, old: OldRegister, about: AdoptAbout): Generator<void, Adoption> {
  const { tables, changes } = yield* adoptingTogether(book, old.form, [{ old }], about);
  return { ...(tables[0] ?? nothingAdopted), changes };
}

const finished = <T>(steps: Generator<void, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** `book` as read by `adoptWantsOf(old.form)`. */
export const adopt = (book: SiteBook, old: OldRegister, about: AdoptAbout): Adoption =>
  finished(adopting(book, old, about));

/** Tables of one form as one register: their rows come by day, whichever table they stand in. */
export const adoptTogether = (
  book: SiteBook,
  form: AdoptedForm,
  olds: readonly OldOfYear[],
  about: AdoptAbout,
): Adoptions => finished(adoptingTogether(book, form, olds, about));
