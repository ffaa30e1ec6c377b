/** 收编: the rows of one table, each understood by itself, as of the register it goes to. */
import { adopters } from "./adopters";
import type { AdoptAbout, Fate, KeptColumn, Rejected } from "./adoption";
import type { AdoptedForm, OldRegister, OldRow } from "./old-cells";
import { formOfRow, formsIn, mappedAs } from "./old-comings";
import { ownColumnsOf } from "./old-own";
import { blankKeys, type OldColumns, type OldEntry, readOldRow, takesNumber } from "./old-row";
import { yearOfOldRow } from "./old-year";
import { ownKey } from "./own-column";
import type { Finding } from "./problem";
import { isEmptyCell } from "./read-answer";
import type { SiteBook } from "./site";

/** A row, and the register it goes to. */
export interface FormEntry extends OldEntry {
  readonly form: AdoptedForm;
}

/** A table's columns as one register has them. */
export interface TableForm {
  readonly form: AdoptedForm;
  readonly columns: OldColumns;
  readonly own: readonly KeptColumn[];
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
}

/** Rows between two pauses: some hundredths of a second. */
const stretch = 200;

/** `kept`: own columns of the tables before. */
const tableAs = (
  book: SiteBook,
  old: OldRegister,
  form: AdoptedForm,
  kept: readonly KeptColumn[],
): TableForm => {
  const as = mappedAs(old, form);
  const there = book.registers[form]?.strangers ?? [];
  const own = ownColumnsOf(as, adopters[form].paper.form, [...there, ...kept.map(({ caption }) => caption)]);
  const days = own.columns.flatMap(({ caption, holds }) => (holds === "anything" ? [] : [ownKey(caption)]));
  return {
    form,
    columns: {
      headers: old.headers,
      keys: blankKeys(as.mapping),
      own: own.keys,
      ownDays: new Set<string>(days),
    },
    own: own.columns.map((column) => ({ ...column, isNew: !there.includes(column.caption) })),
  };
};

const rejection = (source: OldRow, name: string, reasons: readonly Finding[]): Rejected => ({
  kind: "rejected",
  row: source.row,
  name,
  reasons,
  cells: source.original,
});

/** `before`: the tables read so far. */
export function* readingTable(
  book: SiteBook,
  old: OldRegister,
  about: AdoptAbout,
  before: readonly ReadTable[],
): Generator<void, ReadTable> {
  const keptOf = (form: AdoptedForm): readonly KeptColumn[] =>
    before.flatMap(({ forms }) => forms.flatMap((each) => (each.form === form ? each.own : [])));
  const forms = formsIn(old).map((form) => tableAs(book, old, form, keptOf(form)));
  const asOf = new Map(forms.map((each) => [each.form, each]));
  const rows = old.rows.filter(({ cells }) => !cells.every(isEmptyCell));
  const fates = new Map<OldRow, Fate>();
  const entries: FormEntry[] = [];
  for (const [at, source] of rows.entries()) {
    if (at % stretch === stretch - 1) yield;
    const { form, told, wrong } = formOfRow(old, source);
    const columns = asOf.get(form)?.columns;
    if (columns === undefined) continue;
    const read = readOldRow(adopters[form].paper, source, columns, {
      site: book.site,
      ...about,
      year: yearOfOldRow(source, about.year),
    });
    const unclear = wrong === undefined ? [] : [wrong];
    if (!("answers" in read)) fates.set(source, rejection(source, read.name, [...unclear, ...read.findings]));
    else if (wrong !== undefined) fates.set(source, rejection(source, read.name, unclear));
    else entries.push({ ...read, form, findings: [...(told === undefined ? [] : [told]), ...read.findings] });
  }
  const [main] = forms;
  return {
    old,
    forms,
    isNumber: (at) => {
      const { form, columns } = asOf.get(old.form) ?? main ?? { form: old.form, columns: undefined };
      const [key, ownAt] = [columns?.keys[at], columns?.own[at]];
      return ownAt === undefined
        ? takesNumber(key === undefined ? undefined : adopters[form].paper.form.fields[key])
        : columns?.ownDays?.has(ownAt) === true;
    },
    rows,
    entries,
    fates,
  };
}
