/** A merged row as head office's workbook holds it, and read back from there. */
import type { Value } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { formOf, type RegisterKey } from "../../domain/forms/index";
import type { NumberedRow, SitePhone } from "../../domain/head-office/cross-site";
import type { PhoneSeen, SharedRegister } from "../../domain/head-office/share";
import { type CalendarDay, calendarDay, dayOfSerial } from "../../domain/kit/calendar-day";
import { isOneRowForm, type OneRowForm } from "../../domain/register/client-keys";
import { textOf } from "../../domain/register/raw-cell";
import type { RawCell } from "../../domain/register/register";
import { cellsOf } from "./cells";

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
export const firstBlank = 2;
const blanksOf = (key: RegisterKey): readonly string[] => fieldsOf(formOf(key)).map(([name]) => name);
const widthOfRow = (key: RegisterKey): number => firstBlank + blanksOf(key).length + (hasPhones(key) ? 1 : 0);

const between = "、";
/** A cell holds 32,767 characters; so many phones in one row are no phones. */
const mostPhones = 300;
const longestText = 32_767;

const clipped = (value: Value): Value =>
  typeof value === "string" && value.length > longestText ? value.slice(0, longestText) : value;

export const hqRowsOf = (
  key: RegisterKey,
  { sheet, rows, columns }: SharedRegister,
  phones: readonly PhoneSeen[],
): readonly HqRow[] => {
  const blank: Value[] = new Array<Value>(widthOfRow(key)).fill(null);
  // Many columns of a large form stand empty.
  const filled = fieldsOf(formOf(key)).flatMap(([name, field], at) => {
    const cells = columns.get(name);
    return cells === undefined || cells.every((cell) => cell === null)
      ? []
      : [{ at: firstBlank + at, cells, inCell: cellsOf(field) }];
  });
  const entries = new Map<number, string[]>();
  if (hasPhones(key))
    for (const { form, row, shown, phone } of phones) {
      if (form !== key) continue;
      const own = entries.get(row) ?? [];
      if (own.length < mostPhones) own.push(`${shown} ${phone}`);
      entries.set(row, own);
    }
  return rows.map((row, at) => {
    const line = blank.slice();
    line[0] = sheet;
    line[1] = row;
    for (const { at: place, cells, inCell } of filled) {
      const cell: RawCell = cells[at] ?? null;
      if (cell === null || cell === "") continue;
      line[place] = typeof cell === "boolean" ? cell : clipped(inCell(cell));
    }
    if (hasPhones(key)) line[line.length - 1] = entries.get(row)?.join(between) ?? null;
    return line;
  });
};

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

/** Registers that are asked who stands in them. */
export const hasPeople = (key: RegisterKey): boolean => hasPhones(key) || isOneRowForm(key);

export const personIn = (key: RegisterKey): ((row: HqRow) => HqPerson) => {
  const places = new Map(blanksOf(key).map((name, at) => [name, firstBlank + at]));
  const placeOf = (blank: string): number => places.get(blank) ?? -1;
  const [client, name, consultant] = ["clientId", "name", "consultant"].map(placeOf);
  const day = placeOf(key === "calls" ? "calledAt" : "visitDate");
  const phones = hasPhones(key) ? widthOfRow(key) - 1 : -1;
  const text = (row: HqRow, at: number | undefined): string => textOf(row[at ?? -1] ?? null);
  return (row) => [
    String(row[0] ?? ""),
    Number(row[1]),
    text(row, client),
    text(row, name),
    text(row, consultant),
    dayIn(row[day] ?? null) ?? null,
    text(row, phones),
  ];
};

interface Place {
  readonly site: string;
  readonly file: string;
}

export const phonesOfPerson = (
  form: PhoneForm,
  [sheet, row, client, name, consultant, day, phones]: HqPerson,
  place: Place,
): readonly SitePhone[] =>
  phones === ""
    ? []
    : phones.split(between).map((entry) => {
        const gap = entry.lastIndexOf(" ");
        // Property by property: there may be a million.
        return {
          site: place.site,
          file: place.file,
          phone: entry.slice(gap + 1),
          shown: entry.slice(0, Math.max(0, gap)),
          form,
          sheet,
          row,
          client,
          name,
          consultant,
          day: day ?? undefined,
        };
      });

export const numberedPerson = (
  form: OneRowForm,
  [sheet, row, client, name]: HqPerson,
  place: Place,
): NumberedRow => ({ site: place.site, file: place.file, form, sheet, row, client, name });
