/**
 * 收编: taking in an old register. Every row is taken, joined to a client who is there, rejected with its reason and
 * its original cells, or set aside as no record; nothing is dropped in silence.
 */
import { parseClientNumber } from "../../rules/client-number";
import { adoptBelow } from "./adopt-below";
import { linkReferrers, noReferrers } from "./adopt-referrers";
import { rejected } from "./adopter";
import { courseAfter, newCourse } from "./adopt-course";
import { adopters } from "./adopters";
import { type FormEntry, readingTable, type ReadTable } from "./adopt-table";
import {
  type AdoptAbout,
  type AdoptedTable,
  type Adoption,
  type Adoptions,
  type Fate,
  isWritten,
  type KeptColumn,
  type LeftAside,
  type NewConsultant,
} from "./adoption";
import { saidElsewhere } from "./told-again";
import { ledgerOf } from "./adoption-ledger";
import { firstOf } from "./after-first";
import type { Change } from "../change";
import type { AdoptedForm, OldRegister, OldRow } from "../old-sheet/old-cells";
import { formsIn } from "../old-sheet/old-comings";
import { leftColumnsOf, type OwnThere, ownThere } from "../old-sheet/old-own";
import type { OldEntry } from "../old-sheet/old-entry";
import { isOwnKey, ownKey } from "../own-column";
import { startNumbering } from "../client/numbering";
import type { RawCell } from "../register";
import { roundedTogether } from "../old-sheet/rounded-phones";
import { seenDay } from "../old-sheet/seen-cell";
import type { SiteBook } from "../site";
import { type Wanted, wantedTogether } from "../wanted";

/** What has to be read before an old register is taken in. */
export const adoptWantsOf = (old: Pick<OldRegister, "form" | "mapping">): Wanted =>
  wantedTogether(...formsIn(old).map((form) => adopters[form].wants));

/** Names that no roster has, of rows that are written. `roster` grows by them. */
const strangers = (
  entries: readonly Pick<OldEntry, "source" | "consultant">[],
  fates: ReadonlyMap<OldEntry["source"], Fate>,
  roster: Set<string>,
): readonly NewConsultant[] => {
  const found = new Map<string, number>();
  for (const { source, consultant } of entries) {
    const fate = fates.get(source);
    const isWritten = fate?.kind === "taken" || (fate?.kind === "joined" && !fate.already);
    if (isWritten && consultant !== "" && !roster.has(consultant))
      found.set(consultant, (found.get(consultant) ?? 0) + 1);
  }
  for (const name of found.keys()) roster.add(name);
  return [...found].map(([name, rows]) => ({
    name,
    rows,
    change: { kind: "append", form: "consultants", row: { name, active: "否" } },
  }));
};

/** The users' own columns that some change fills: "visitors own:领导批示". */
const filledOwn = (changes: readonly Change[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const change of changes) {
    if (change.kind === "set" && isOwnKey(change.key)) found.add(`${change.form} ${change.key}`);
    if (change.kind === "append")
      for (const key of Object.keys(change.row)) if (isOwnKey(key)) found.add(`${change.form} ${key}`);
  }
  return found;
};

/** Each once; `filled`: of those made for what no blank takes, the ones that rows need. */
const ownOf = ({ forms }: ReadTable, filled: ReadonlySet<string>): readonly KeptColumn[] => {
  const found = new Map<string, KeptColumn>();
  for (const { form, own, keeps } of forms)
    for (const each of [...own, ...keeps.filter(({ caption }) => filled.has(`${form} ${ownKey(caption)}`))])
      if (!found.has(each.caption)) found.set(each.caption, each);
  return [...found.values()];
};

/** The own columns that rows fill and the workbook has not, each once. */
const madeOf = (tables: readonly ReadTable[], filled: ReadonlySet<string>): readonly Change[] => {
  const made = new Map<string, Change>();
  for (const { forms } of tables)
    for (const { form, own, keeps } of forms)
      for (const { isNew, ...column } of [...own, ...keeps]) {
        const key = `${form} ${ownKey(column.caption)}`;
        if (isNew && filled.has(key) && !made.has(key)) made.set(key, { kind: "ownColumn", form, ...column });
      }
  return [...made.values()];
};

/**
 * As they stand, but days as people saw them where words go, for nobody would know them again; and without formulas
 * that have no value, which the reasons tell and which would be words when taken in again.
 */
const seenCells = (
  { original, dated, uncomputed }: OldRow,
  takes: (column: number) => boolean,
): readonly RawCell[] => {
  const [isDated, isUncomputed] = [new Set(dated), new Set(uncomputed)];
  return original.map((cell, at) => {
    if (isUncomputed.has(at)) return null;
    return typeof cell === "number" && isDated.has(at) && !takes(at) ? seenDay(cell) : cell;
  });
};

/** The other registers are of clients who are there. */
const bringClients = (form: AdoptedForm): boolean => form === "visitors" || form === "calls";

/** Rows between two pauses: some hundredths of a second. */
const stretch = 200;

const adoptedTable = (table: ReadTable, roster: Set<string>, filled: ReadonlySet<string>): AdoptedTable => {
  const { old, isNumber, rows, entries, fates, talked } = table;
  for (const [source, fate] of fates)
    if (fate.kind === "rejected" && (source.dated ?? source.uncomputed) !== undefined)
      fates.set(source, { ...fate, cells: seenCells(source, isNumber) });
  const isWritten = (row: OldRow): boolean => {
    const kind = fates.get(row)?.kind;
    return kind === "taken" || kind === "joined";
  };
  const talks = talked
    .flatMap(({ head, talks: its, below }) => [{ source: head, talks: its }, ...below])
    .reduce((sum, { source, talks: its }) => sum + (isWritten(source) ? its.length : 0), 0);
  const below = talked.flatMap((each) =>
    each.below.flatMap(({ source, consultant }) =>
      consultant === undefined ? [] : [{ source, consultant }],
    ),
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
    ownColumns: ownOf(table, filled),
    leftColumns: leftColumnsOf(old),
    ...(talks === 0 ? {} : { talks }),
    newConsultants: strangers([...entries, ...below], fates, roster),
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
  olds: readonly OldOfYear[],
  about: AdoptAbout,
): Generator<void, Adoptions> {
  const { letters, course = newCourse, ...reading } = about;
  const ledger = ledgerOf(book, about.today);
  const numbering = startNumbering(book);
  const lettersOf = (name: string): string | undefined => letters?.[name];
  const tables: ReadTable[] = [];
  const told = new Map<OldRow, FormEntry>();
  const isToldAgain = ({ source }: Pick<OldEntry, "source">): boolean => {
    const twin = told.get(source);
    const fate = twin && fateOf(twin);
    return fate !== undefined && isWritten(fate);
  };
  const ground = { book, today: about.today, ledger, numbering, lettersOf, course, isToldAgain };
  const own = new Map<AdoptedForm, OwnThere>();
  const ownIn = (form: AdoptedForm): OwnThere => {
    const there = own.get(form) ?? ownThere(book.registers[form]?.strangers ?? []);
    own.set(form, there);
    return there;
  };
  for (const { old, year, consultant } of olds) {
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
        ownIn,
        (entry) => firstOf(ground, entry),
      ),
    );
  }
  const entries = tables.flatMap((table) => table.entries);
  const tableOf = new Map(tables.flatMap((table) => table.rows.map((row) => [row, table] as const)));
  const fateOf = ({ source }: FormEntry): Fate | undefined => tableOf.get(source)?.fates.get(source);
  const decide = ({ source, form }: FormEntry, fate: Fate): void => {
    const table = tableOf.get(source);
    table?.fates.set(source, table.forms.length > 1 ? { ...fate, form } : fate);
  };
  const places = new Map(
    tables
      .flatMap(({ forms }) => forms)
      .map(({ form }) => {
        const own = entries.filter((entry) => entry.form === form);
        return [form, adopters[form].start(ground, own)] as const;
      }),
  );
  const place = (entry: FormEntry): void => {
    const fate = places.get(entry.form)?.(entry);
    if (fate !== undefined) decide(entry, fate);
  };
  // Numbers that are kept are given to nobody before their rows come.
  for (const { form, number } of entries) {
    const isGiven = form !== "grades" && form !== "units";
    const parts = number && isGiven && !ledger.has(number) ? parseClientNumber(number) : undefined;
    if (parts) numbering.use(parts.prefix, parts.n);
  }
  // Of a unit a phone decides nothing.
  const people = entries.filter(({ form }) => form !== "units");
  const nobodys = roundedTogether(people, ledger.people);
  for (const entry of entries) {
    const reason = nobodys.get(entry);
    if (reason !== undefined) decide(entry, rejected(entry, reason));
  }
  const inOrder = (one: FormEntry, other: FormEntry): number => adopters[one.form].order?.(one, other) ?? 0;
  // The sort is stable: of one day's rows the first comes first. The order of tables decides nothing else.
  const inTime = entries
    .filter((entry) => !nobodys.has(entry))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : inOrder(a, b)));
  const twins = saidElsewhere(inTime, ({ source }) => tableOf.get(source));
  for (const [{ source }, twin] of twins) told.set(source, twin);
  for (const [at, entry] of inTime.entries()) {
    if (at % stretch === stretch - 1) yield;
    place(entry);
  }
  // A name without a reading needs no number where a later row has brought the person's.
  for (const entry of inTime)
    if (tableOf.get(entry.source)?.fates.get(entry.source)?.kind === "rejected") place(entry);

  for (const { talked, fates } of tables)
    for (const each of talked)
      for (const [row, fate] of adoptBelow(ground, each, fates.get(each.head))) fates.set(row, fate);

  const {
    told: toldReferrers,
    referrers,
    again,
  } = tables.some(({ forms }) => forms.some(({ form }) => bringClients(form)))
    ? linkReferrers(
        ground,
        course.referrers,
        inTime.map((entry) => ({ entry, fate: fateOf(entry) })),
      )
    : { ...noReferrers, referrers: course.referrers };
  for (const entry of inTime) {
    const [fate, found] = [fateOf(entry), toldReferrers.get(entry)];
    if (found === undefined || (fate?.kind !== "taken" && fate?.kind !== "joined")) continue;
    const hints = [...fate.hints, found.hint];
    decide(
      entry,
      fate.kind === "taken"
        ? { ...fate, hints }
        : { ...fate, hints, already: fate.already && !found.isFilled },
    );
  }

  const changes = [...numbering.counters(), ...ledger.changes()];
  const filled = filledOwn(changes);
  const made = madeOf(tables, filled);
  const roster = new Set(book.site.consultants.map(({ name }) => name));
  const decided = entries.map((entry) => ({
    form: entry.form,
    entry,
    fate: fateOf(entry),
  }));
  return {
    tables: tables.map((table) => adoptedTable(table, roster, filled)),
    changes: [...made, ...changes],
    ...(again === 0 ? {} : { referrersAgain: again }),
    course: courseAfter(course, { book, today: about.today }, changes, decided, referrers),
  };
}

const nothingAdopted: AdoptedTable = { fates: [], ownColumns: [], leftColumns: [], newConsultants: [] };

/** `adopt`, pausing again and again. */
export function* adopting(book: SiteBook, old: OldRegister, about: AdoptAbout): Generator<void, Adoption> {
  const { tables, ...all } = yield* adoptingTogether(book, [{ old }], about);
  return { ...(tables[0] ?? nothingAdopted), ...all };
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
export const adoptTogether = (book: SiteBook, olds: readonly OldOfYear[], about: AdoptAbout): Adoptions =>
  finished(adoptingTogether(book, olds, about));
