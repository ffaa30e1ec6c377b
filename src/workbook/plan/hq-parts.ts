/** A share in the parts that head office's workbook has a sheet for each, and what is kept of it besides. */
import { formOf, type RegisterKey } from "../../domain/forms/index";
import { doubledNumbers, numberedForms, type SitePhone } from "../../domain/head-office/cross-site";
import { type Glance, outlineOf, type SiteOutline } from "../../domain/head-office/merge-shares";
import { phonePrint, phonePrints } from "../../domain/head-office/phone-print";
import type { SharedRegister, SiteShare } from "../../domain/head-office/share";
import { isOneRowForm } from "../../domain/register/client-keys";
import { columnsOf, type HqColumns, rowsOf } from "./hq-columns";
import { titleOf } from "./hq-lists";
import {
  hasPhones,
  type HqPerson,
  type HqRow,
  hqColumnsOf,
  hqRowsOf,
  numberedPerson,
  personIn,
  phoneForms,
  phonesOfPerson,
} from "./hq-rows";

export type HqPart = RegisterKey | "notUnderstood";

/** Rows of one site, part by part. */
export type HqParts = readonly (readonly [HqPart, readonly HqRow[]])[];

const unreadRows = ({ notUnderstood, registers }: SiteShare): readonly HqRow[] =>
  notUnderstood.map(({ form, row, key, raw }) => [
    registers[form]?.sheet ?? "",
    row,
    titleOf(form),
    formOf(form).fields[key]?.caption ?? key,
    typeof raw === "string" ? raw.slice(0, 32_767) : raw,
  ]);

/** A site's rows column by column, part by part. */
export const hqColumnsOfParts = (share: SiteShare): readonly (readonly [HqPart, HqColumns])[] => [
  ...(Object.entries(share.registers) as readonly (readonly [RegisterKey, SharedRegister])[]).map(
    ([key, register]) => [key, hqColumnsOf(key, register, share.phones)] as const,
  ),
  ...(share.notUnderstood.length > 0 ? [["notUnderstood", columnsOf(unreadRows(share))] as const] : []),
];

export const hqPartsOf = (share: SiteShare): HqParts =>
  hqColumnsOfParts(share).map(([part, columns]) => [part, rowsOf(columns)] as const);

type People = readonly (readonly [RegisterKey, readonly HqPerson[]])[];

const peopleForms: readonly RegisterKey[] = [...new Set<RegisterKey>([...phoneForms, ...numberedForms])];

/** By what stands in the rows, as whoever reads the merged workbook again finds them. */
const peopleIn = ({ registers, phones }: SiteShare): People =>
  peopleForms.flatMap((key) => {
    const register = registers[key];
    return register === undefined ? [] : [[key, hqRowsOf(key, register, phones).map(personIn(key))] as const];
  });

const phonesIn = (
  { site, source }: Pick<SiteShare, "site" | "source">,
  people: People,
): readonly SitePhone[] =>
  people.flatMap(([key, persons]) =>
    hasPhones(key)
      ? persons.flatMap((person) => phonesOfPerson(key, person, { site, file: source.file }))
      : [],
  );

const glanceAt = (outline: SiteOutline, people: People): Glance => {
  const place = { site: outline.site, file: outline.source.file };
  return {
    outline,
    phones: phonePrints(phonesIn(outline, people).map(({ phone }) => phone)),
    doubled: people.flatMap(([key, persons]) =>
      isOneRowForm(key) ? doubledNumbers(persons.map((person) => numberedPerson(key, person, place))) : [],
    ),
  };
};

export const glanceOf = (share: SiteShare): Glance => glanceAt(outlineOf(share), peopleIn(share));

const withPrints = (phones: readonly SitePhone[], prints: Float64Array): readonly SitePhone[] => {
  const wanted = new Set(prints);
  return phones.filter(({ phone }) => wanted.has(phonePrint(phone)));
};

/** Who has the phones of these prints. */
export const peopleWith = (share: SiteShare, prints: Float64Array): readonly SitePhone[] =>
  withPrints(phonesIn(share, peopleIn(share)), prints);

const keptPeople = (parts: HqParts): People =>
  peopleForms.flatMap((key) => {
    const rows = parts.find(([part]) => part === key)?.[1];
    return rows === undefined ? [] : [[key, rows.map(personIn(key))] as const];
  });

/** The same of rows that were merged before. */
export const glanceOfKept = (outline: SiteOutline, parts: HqParts): Glance =>
  glanceAt(outline, keptPeople(parts));

export const keptPeopleWith = (
  outline: SiteOutline,
  parts: HqParts,
  prints: Float64Array,
): readonly SitePhone[] => withPrints(phonesIn(outline, keptPeople(parts)), prints);
