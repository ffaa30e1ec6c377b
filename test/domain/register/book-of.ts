/** A site's workbook for tests, its registers drawn by key. All people are invented. */
import { lists } from "../../../src/domain/forms/lists";
import { formOf, registerKeys, type RegisterKey } from "../../../src/domain/forms/index";
import type { CalendarDay, Moment } from "../../../src/domain/kit/calendar-day";
import type { Change } from "../../../src/domain/register/change";
import type { Answer, RawCell, Register } from "../../../src/domain/register/register";
import { isOwnKey, ownCaption } from "../../../src/domain/register/own-column";
import { housePolicies } from "../../../src/domain/register/settings/policies";
import type { Site, SiteBook } from "../../../src/domain/register/site";
import { draw } from "../draw";

export const today = "2024-03-10" as CalendarDay;
export const now = "2024-03-10 10:30" as Moment;

export const site = (over: Partial<Site> = {}): Site => ({
  project: "示例花园",
  place: "洛阳",
  region: "LY",
  areaCode: "0379",
  consultants: ["王强", "李娜", "赵敏"].map((name) => ({ name, active: true, group: "一组" })),
  lists: Object.fromEntries(
    Object.entries(lists).map(([key, { choices }]) => [key, choices]),
  ) as unknown as Site["lists"],
  policy: "000",
  cadence: {
    A: { first: 2, earliest: 1, latest: 2 },
    B: { first: 3, earliest: 3, latest: 3 },
    C: { first: 1, earliest: 3, latest: 7 },
  },
  ownerCadence: {
    A: { first: 7, earliest: 7, latest: 7 },
    B: { first: 15, earliest: 10, latest: 15 },
    C: { first: 15, earliest: 15, latest: 15 },
  },
  occasions: [],
  policies: housePolicies,
  highest: new Map(),
  ...over,
});

export type Cells = Readonly<Record<string, RawCell>>;

export const firstRow = 5;

export const register = (
  form: RegisterKey,
  rows: readonly Cells[],
  over: Partial<Register> = {},
): Register => {
  const own = [...new Set(rows.flatMap((row) => Object.keys(row).filter(isOwnKey)))];
  const keys = [...Object.keys(formOf(form).fields), ...own];
  return {
    form: formOf(form),
    sheet: formOf(form).sheet,
    firstRow,
    count: rows.length,
    columns: new Map(keys.map((key) => [key, rows.map((row) => row[key] ?? null)])),
    missing: [],
    strangers: own.map(ownCaption),
    ...over,
  };
};

/** Registers as rows by key, or drawn; empty cells of a drawing are empty cells. */
export const bookOf = (
  drawn: Partial<Record<RegisterKey, string | readonly Cells[]>> = {},
  over: Partial<Site> = {},
): SiteBook => ({
  site: site(over),
  registers: Object.fromEntries(
    registerKeys.map((key) => {
      const rows = drawn[key] ?? [];
      return [key, register(key, typeof rows === "string" ? draw(rows) : rows)];
    }),
  ),
  absent: [],
});

const rowsOf = (from: Register): Record<string, RawCell>[] =>
  Array.from({ length: from.count }, (_, index) =>
    Object.fromEntries([...from.columns].map(([key, column]) => [key, column[index] ?? null])),
  );

/** What a workbook holds once the changes are written, as a writer would: nothing where `was` no longer stands. */
export const written = (
  book: SiteBook,
  changes: readonly Change[],
  toCell: (form: RegisterKey, key: string, answer: Answer) => RawCell = (_form, _key, answer) => answer,
): SiteBook => {
  const rows = Object.fromEntries(
    registerKeys.map((key) => [key, rowsOf(book.registers[key] ?? register(key, []))]),
  ) as Record<RegisterKey, Record<string, RawCell>[]>;
  const highest = new Map(book.site.highest);
  for (const change of changes) {
    if (change.kind === "counter")
      highest.set(change.prefix, Math.max(change.highest, highest.get(change.prefix) ?? 0));
    else if (change.kind !== "ownColumn") {
      const form = change.form as RegisterKey;
      if (change.kind === "append") {
        const cells = Object.entries(change.row).map(([key, answer]) => [key, toCell(form, key, answer)]);
        rows[form].push(Object.fromEntries(cells) as Record<string, RawCell>);
        continue;
      }
      const row = rows[form][change.row - firstRow];
      if (row && (row[change.key] ?? null) === change.was)
        row[change.key] = change.value === null ? null : toCell(form, change.key, change.value);
    }
  }
  return {
    ...book,
    site: { ...book.site, highest },
    registers: Object.fromEntries(registerKeys.map((key) => [key, register(key, rows[key])])),
  };
};

export const cellsOf = (book: SiteBook, form: RegisterKey): readonly Cells[] =>
  rowsOf(book.registers[form] ?? register(form, []));
