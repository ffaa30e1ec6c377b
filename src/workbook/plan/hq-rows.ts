/** A merged row as head office's workbook holds it, and read back from there. */
import type { Value } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { formOf, type RegisterKey } from "../../domain/forms/index";
import type { NumberedRow, SitePhone } from "../../domain/head-office/cross-site";
import type { PhoneSeen, SharedRegister } from "../../domain/head-office/share";
import { type CalendarDay, calendarDay, dayOfSerial } from "../../domain/kit/calendar-day";
import { type OneRowForm } from "../../domain/register/client-keys";
import { textOf } from "../../domain/register/raw-cell";
import { cellsOf } from "./cells";
import { columnOf, type HqColumns, rowsOf, sameColumn, valueIn } from "./hq-columns";

/**
 * Sheet and row it came from, the form's blanks in the form's order, and in registers with phones what tells those
 * apart: "138****1234 9f2c…" each, joined with 、.
 */
export type HqRow = readonly Value[];

/** Registers whose rows have phones of people. */
export const phoneForms = ["visitors", "calls"] as const;
type PhoneForm = (typeof phoneForms)[number];
export const hasPhones = (key: RegisterKey): key is PhoneForm =>
  (phoneForms as readonly RegisterKey[]).includes(key);

/** Where the blanks begin. */
const firstBlank = 2;
const blanksOf = (key: RegisterKey): readonly string[] => fieldsOf(formOf(key)).map(([name]) => name);
/** Of what tells phones apart: the last column. */
const phonesAt = (key: PhoneForm): number => firstBlank + blanksOf(key).length;

const between = "、";
/** A cell holds 32,767 characters; so many phones in one row are no phones. */
const mostPhones = 300;
const longestText = 32_767;

/** In a row's last cell. */
const phonesSaid = (cell: Value): readonly { readonly phone: string; readonly shown: string }[] => {
  const said = textOf(cell);
  if (said === "") return [];
  return said.split(between).map((entry) => {
    const gap = entry.lastIndexOf(" ");
    return { phone: entry.slice(gap + 1), shown: entry.slice(0, Math.max(0, gap)) };
  });
};

const clipped = (value: Value): Value =>
  typeof value === "string" && value.length > longestText ? value.slice(0, longestText) : value;

/** A register's rows as head office's workbook holds them, column by column. */
export const hqColumnsOf = (
  key: RegisterKey,
  { sheet, rows, columns }: SharedRegister,
  phones: readonly PhoneSeen[],
): HqColumns => {
  const count = rows.length;
  const blanks = fieldsOf(formOf(key)).map(([name, field]) => {
    const cells = columns.get(name);
    if (cells === undefined || cells.every((cell) => cell === null)) return null;
    const inCell = cellsOf(field);
    return columnOf(
      cells.map((cell) =>
        cell === null || cell === "" ? null : typeof cell === "boolean" ? cell : clipped(inCell(cell)),
      ),
    );
  });
  const entries = new Map<number, string[]>();
  for (const { form, row, shown, phone } of phones) {
    if (form !== key) continue;
    const own = entries.get(row) ?? [];
    if (own.length < mostPhones) own.push(`${shown} ${phone}`);
    entries.set(row, own);
  }
  const said = rows.map((row) => entries.get(row)?.join(between) ?? null);
  return {
    count,
    columns: [
      sameColumn(sheet, count),
      columnOf(rows),
      ...blanks,
      ...(hasPhones(key) ? [columnOf(said)] : []),
    ],
  };
};

export const hqRowsOf = (
  key: RegisterKey,
  register: SharedRegister,
  phones: readonly PhoneSeen[],
): readonly HqRow[] => rowsOf(hqColumnsOf(key, register, phones));

const dayIn = (value: Value): CalendarDay | undefined =>
  typeof value === "number"
    ? dayOfSerial(value)
    : typeof value === "string"
      ? calendarDay(value.slice(0, 10))
      : undefined;

/** Who stands in a merged row, by what stands in it alone; `phones` as the row has them. */
export type HqPerson = readonly [
  sheet: string,
  row: number,
  client: string,
  name: string,
  consultant: string,
  day: CalendarDay | null,
  phones: string,
];

const personBy = (key: RegisterKey): ((at: (column: number) => Value) => HqPerson) => {
  const places = new Map(blanksOf(key).map((name, at) => [name, firstBlank + at]));
  const placeOf = (blank: string): number => places.get(blank) ?? -1;
  const client = placeOf("clientId");
  const name = placeOf("name");
  const consultant = placeOf("consultant");
  const day = placeOf(key === "calls" ? "calledAt" : "visitDate");
  const phones = hasPhones(key) ? phonesAt(key) : -1;
  return (at) => [
    String(at(0) ?? ""),
    Number(at(1)),
    textOf(at(client)),
    textOf(at(name)),
    textOf(at(consultant)),
    dayIn(at(day)) ?? null,
    textOf(at(phones)),
  ];
};

export const personIn = (key: RegisterKey): ((row: HqRow) => HqPerson) => {
  const person = personBy(key);
  return (row) => person((column) => row[column] ?? null);
};

/** People of the rows with a wanted value in a column. */
const peopleWhere = (
  key: RegisterKey,
  rows: HqColumns,
  column: number,
  wantedOf: (values: readonly Value[]) => readonly boolean[],
): readonly HqPerson[] => {
  const { values = [], places = [] } = rows.columns[column] ?? {};
  const wanted = wantedOf(values);
  if (!wanted.includes(true)) return [];
  const person = personBy(key);
  return places.flatMap((place, row) =>
    wanted[place] === true ? [person((at) => valueIn(rows, at, row))] : [],
  );
};

/** People of a register with phones who have one that is wanted. */
export const peopleWith = (
  key: PhoneForm,
  rows: HqColumns,
  isWanted: (phone: string) => boolean,
): readonly HqPerson[] =>
  peopleWhere(key, rows, phonesAt(key), (values) =>
    values.map((said) => phonesSaid(said).some(({ phone }) => isWanted(phone))),
  );

/** Rows of a register that has one a client whose number another row has too: as they stand. */
export const sameNumbered = (key: OneRowForm, rows: HqColumns): readonly HqPerson[] => {
  const client = firstBlank + blanksOf(key).indexOf("clientId");
  const counts = new Map<string, number>();
  const { values = [], places = [] } = rows.columns[client] ?? {};
  const texts = values.map(textOf);
  for (const place of places) {
    const text = texts[place];
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return peopleWhere(key, rows, client, () => texts.map((text) => (counts.get(text) ?? 0) > 1));
};

/** All phones of a register, several times where several rows have them in different company. */
export const phonesOf = (key: PhoneForm, { columns }: HqColumns): readonly string[] =>
  (columns[phonesAt(key)]?.values ?? []).flatMap((said) => phonesSaid(said).map(({ phone }) => phone));

interface Place {
  readonly site: string;
  readonly file: string;
}

export const phonesOfPerson = (
  form: PhoneForm,
  [sheet, row, client, name, consultant, day, phones]: HqPerson,
  place: Place,
): readonly SitePhone[] =>
  phonesSaid(phones).map(({ phone, shown }) => ({
    site: place.site,
    file: place.file,
    phone,
    shown,
    form,
    sheet,
    row,
    client,
    name,
    consultant,
    day: day ?? undefined,
  }));

export const numberedPerson = (
  form: OneRowForm,
  [sheet, row, client, name]: HqPerson,
  place: Place,
): NumberedRow => ({ site: place.site, file: place.file, form, sheet, row, client, name });
