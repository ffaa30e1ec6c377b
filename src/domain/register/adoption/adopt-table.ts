/** 收编: the rows of one table, each understood by itself, as of the register it goes to. */
import { adopters } from "./adopters";
import { type FirstDay, isYearless, notBeforeFirst } from "./after-first";
import type { AdoptAbout, Fate, KeptColumn, Rejected } from "./adoption";
import type { AdoptedForm, OldRegister, OldRow } from "../old-sheet/old-cells";
import { formOfRow, formsIn, isComing, mappedAs } from "../old-sheet/old-comings";
import { isErrorList } from "../old-sheet/old-mapping";
import { ownColumnsOf, type OwnThere } from "../old-sheet/old-own";
import type { OldAbout } from "../old-sheet/old-phones";
import { blankKeys, type OldColumns, takesNumber } from "../old-sheet/cells-by-blank";
import { mergeNotes, oldSaying, type OldEntry, type Rejection } from "../old-sheet/old-entry";
import { readOldRow } from "../old-sheet/old-row";
import {
  goesOnFrom,
  type OldTalk,
  readBelow,
  readTalks,
  type TalkColumns,
  type TalksRead,
  withWhose,
} from "../old-sheet/old-talks";
import { talkAtKey } from "../old-sheet/old-targets";
import { yearOfOldRow } from "../old-sheet/old-year";
import { ownKey } from "../own-column";
import { finding, type Finding } from "../problem";
import { textOf } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import type { SiteBook } from "../site";
import { mayTellTalks, type SplitRow, splitTalk, splitTalks } from "../old-sheet/split-talks";
import { leadsOf, unitNoKey } from "../old-sheet/old-units";
import { isTalkKey, occasionsOf } from "../old-sheet/talk-columns";

/** A row, and the register it goes to. */
export interface FormEntry extends OldEntry {
  readonly form: AdoptedForm;
}

/** A row that only goes on from another: one more talk with the same client. */
export interface BelowRow extends TalksRead {
  readonly source: OldRow;
  readonly name: string;
  readonly consultant: string | undefined;
  /** As they stand, and with what says whose it is: it may be left out below. */
  readonly original: readonly RawCell[];
}

/** A row, and the talks that came after it. */
export interface TalkedRow {
  readonly head: OldRow;
  /** Nothing where the row is rejected. */
  readonly entry: FormEntry | undefined;
  readonly talks: readonly OldTalk[];
  readonly below: BelowRow[];
}

/** A table's columns as one register has them. */
export interface TableForm {
  readonly form: AdoptedForm;
  readonly columns: OldColumns;
  /** The columns of what the form calls its notes. */
  readonly notesAt: readonly number[];
  /** Nothing where no column is of talks. */
  readonly talks: TalkColumns | undefined;
  readonly own: readonly KeptColumn[];
  /** Those that are made where a row needs them. */
  readonly keeps: readonly KeptColumn[];
}

/** A table whose rows are understood, each by itself. */
export interface ReadTable {
  readonly old: OldRegister;
  /** One, but of a table of visits and calls. */
  readonly forms: readonly TableForm[];
  readonly isNumber: (column: number) => boolean;
  /** Rows that are not blank. */
  readonly rows: readonly OldRow[];
  readonly entries: readonly FormEntry[];
  readonly fates: Map<OldRow, Fate>;
  readonly talked: readonly TalkedRow[];
}

/** Rows between two pauses: some hundredths of a second. */
const stretch = 200;

/** The columns of its unit's parts, row by row. */
function* unitColumns({ headers, rows }: OldRegister, keys: readonly (string | undefined)[]) {
  const at = [...keys.keys()].filter((column) => keys[column] === unitNoKey);
  if (at.length < 2) return;
  for (const { cells } of rows)
    yield at.flatMap((column) => {
      const raw = cells[column] ?? null;
      return isEmptyCell(raw) ? [] : [{ header: String(headers[column] ?? ""), raw }];
    });
}

const tableAs = (old: OldRegister, form: AdoptedForm, there: OwnThere): TableForm => {
  const as = mappedAs(old, form);
  const own = ownColumnsOf(as, adopters[form].paper.form, there);
  const days = own.columns.flatMap(({ caption, holds }) => (holds === "anything" ? [] : [ownKey(caption)]));
  const { notes, keeps = [] } = adopters[form].paper;
  const keys = blankKeys(as.mapping);
  const occasions = isComing(form) ? occasionsOf(old.headers, keys) : [];
  const notesAt = keys.flatMap((key, at) => (key !== undefined && key === notes ? [at] : []));
  return {
    form,
    notesAt,
    talks: occasions.length === 0 ? undefined : { headers: old.headers, keys, occasions, notesAt },
    columns: {
      headers: old.headers,
      keys: keys.map((key) => (isTalkKey(key) ? undefined : key)),
      own: own.keys,
      ownDays: new Set<string>(days),
      leads: leadsOf(unitColumns(old, keys)),
    },
    own: own.columns.map((column) => ({ ...column, isNew: !there.inBook.has(column.caption) })),
    keeps: keeps
      .filter((caption) => !own.columns.some((each) => each.caption === caption))
      .map((caption) => ({ caption, holds: "anything", isNew: !there.inBook.has(caption) })),
  };
};

const rejection = (source: OldRow, name: string, reasons: readonly Finding[]): Rejected => ({
  kind: "rejected",
  row: source.row,
  name,
  reasons,
  cells: source.original,
});

const noTalks: TalksRead = { talks: [], own: [], kept: [], wrong: [], findings: [] };

/** Words of talks that are none of their own go with the visit. */
const withTalks = (entry: FormEntry, { talks, own, kept, findings }: TalksRead): FormEntry => {
  const { notes: key } = adopters[entry.form].paper;
  if (key === undefined) return entry;
  const said = textOf(entry.answers[key] ?? null);
  const notes = mergeNotes([said, ...own.filter((each) => !said.includes(each)), ...kept]);
  return {
    ...entry,
    ...(talks.length === 0 ? {} : { isTalked: true }),
    answers: notes === "" ? entry.answers : { ...entry.answers, [key]: notes },
    findings: [...entry.findings, ...findings],
  };
};

const together = (one: TalksRead, other: TalksRead): TalksRead => ({
  talks: [...one.talks, ...other.talks],
  own: [...one.own, ...other.own],
  kept: [...one.kept, ...other.kept],
  wrong: [...one.wrong, ...other.wrong],
  findings: [...one.findings, ...other.findings],
});

/** A row whose own day is written, and whose words tell what came after it. */
const splitOf = (
  read: OldEntry,
  { form, notesAt, columns }: TableForm,
  { today, site }: OldAbout,
): SplitRow | undefined => {
  const written = textOf(read.answers[adopters[form].paper.when] ?? null);
  if (!mayTellTalks(form) || written === "") return undefined;
  const { source, day, answers } = read;
  const told = { today, roster: site.consultants.map(({ name }) => name) };
  if (form !== "followUps") return splitTalks(source, notesAt, columns.headers, form, day, told);
  const method = textOf(answers["method"] ?? null);
  return splitTalk(source, notesAt, columns.headers, { day, method }, told);
};

/**
 * `ownIn`: the own columns of a register, those of the tables read so far among them. @param firstOfRow since when the
 * client of a contact is known.
 */
export function* readingTable(
  book: SiteBook,
  old: OldRegister,
  about: AdoptAbout,
  ownIn: (form: AdoptedForm) => OwnThere,
  firstOfRow: (entry: OldEntry) => FirstDay | undefined,
): Generator<void, ReadTable> {
  const forms = formsIn(old).map((form) => tableAs(old, form, ownIn(form)));
  const asOf = new Map(forms.map((each) => [each.form, each]));
  const rows = old.rows.filter(({ cells }) => !cells.every(isEmptyCell));
  const fates = new Map<OldRow, Fate>();
  const entries: FormEntry[] = [];
  const talked: TalkedRow[] = [];
  const isAlone = isErrorList(old);
  let head: TalkedRow | undefined;
  for (const [at, source] of rows.entries()) {
    if (at % stretch === stretch - 1) yield;
    const reading: OldAbout = { site: book.site, ...about, year: yearOfOldRow(source, about.year) };
    const mainly = asOf.get(head?.entry?.form ?? old.form);
    const { when: whenKey, phones } = adopters[mainly?.form ?? old.form].paper;
    if (
      head !== undefined &&
      mainly?.talks !== undefined &&
      goesOnFrom(source, head.head, mainly.talks, whenKey, phones, isAlone)
    ) {
      const { name = "", day = about.today } = head.entry ?? {};
      const { read, consultant } = readBelow(source, head.head, mainly.talks, day, reading);
      const original = withWhose(source, head.head, mainly.talks, whenKey, phones);
      head.below.push({ ...read, source, name, consultant, original });
      continue;
    }
    head = undefined;
    const { form, told, wrong, more = [] } = formOfRow(old, source);
    const as = asOf.get(form);
    if (as === undefined) continue;
    const { columns } = as;
    const { paper } = adopters[form];
    const isYearlessContact = form === "followUps" && isYearless(source, columns, paper.when);
    const readAs = (row: OldRow): OldEntry | Rejection => {
      const as = (when: OldAbout): OldEntry | Rejection => readOldRow(paper, row, columns, when);
      return isYearlessContact ? notBeforeFirst(as(reading), reading, firstOfRow, as) : as(reading);
    };
    let read = readAs(source);
    let talks: TalksRead | undefined;
    let isOfLater = false;
    if ("answers" in read && as.talks !== undefined) {
      talks = readTalks(source, as.talks, read.day, reading, true);
      // 洽谈内容 beside 跟踪时间 is of that talk.
      const isWordsOfTalks = as.talks.occasions.every(
        ({ notes, isCounted }) => notes.length === 0 && !isCounted,
      );
      isOfLater = talks.talks.length > 0 && isWordsOfTalks;
      if (isOfLater) {
        const keys = columns.keys.map((key) => (key === paper.notes ? undefined : key));
        read = readOldRow(paper, source, { ...columns, keys }, reading);
      }
    }
    const split = "answers" in read && !isOfLater ? splitOf(read, as, reading) : undefined;
    if (split !== undefined) {
      const whole = readAs({ ...source, cells: split.cells });
      read =
        "answers" in whole && split.method !== undefined
          ? { ...whole, source, answers: { method: split.method, ...whole.answers } }
          : { ...whole, source };
      talks = together(talks ?? noTalks, split);
    }
    const unclear = wrong === undefined ? [] : [wrong];
    const { givenBackBy } = source;
    if (givenBackBy !== undefined)
      fates.set(source, rejection(source, read.name, [finding("givenBackList", { value: givenBackBy })]));
    else if (!("answers" in read))
      fates.set(source, rejection(source, read.name, [...unclear, ...read.findings]));
    else if (wrong !== undefined) fates.set(source, rejection(source, read.name, unclear));
    else {
      const plainly = { ...read, form, findings: [...(told === undefined ? [] : [told]), ...read.findings] };
      const kept = more.map(({ caption = "", value = "" }) => oldSaying(caption, value));
      const known = withTalks(plainly, { ...noTalks, kept, findings: more });
      const entry = talks === undefined ? known : withTalks(known, talks);
      entries.push(entry);
      head = { head: source, entry, talks: talks?.talks ?? [], below: [] };
    }
    if (as.talks !== undefined || split !== undefined) {
      head ??= { head: source, entry: undefined, talks: [], below: [] };
      talked.push(head);
    }
  }
  const [main] = forms;
  return {
    old,
    forms,
    isNumber: (at) => {
      const { form, columns } = asOf.get(old.form) ?? main ?? { form: old.form, columns: undefined };
      const [key, ownAt] = [columns?.keys[at], columns?.own[at]];
      if (asOf.get(form)?.talks?.keys[at] === talkAtKey) return true;
      return ownAt === undefined
        ? takesNumber(key === undefined ? undefined : adopters[form].paper.form.fields[key])
        : columns?.ownDays?.has(ownAt) === true;
    },
    rows,
    entries,
    fates,
    talked,
  };
}
