/** Rows that people have typed or pasted into a register: what is wrong with them, and what they still need. */
import type { FormKey } from "../../domain/forms/index";
import { type CalendarDay, dayOf, type Moment } from "../../domain/kit/calendar-day";
import type { Change } from "../../domain/register/change";
import { placed } from "../../domain/register/check/check-ground";
import { missingNumbers } from "../../domain/register/check/check-numbers";
import { type Cells, readRow } from "../../domain/register/check-row";
import { applyFixes } from "../../domain/register/check/fixes";
import { gradeRowOf, gradeRows } from "../../domain/register/grade-rows";
import type { Problem } from "../../domain/register/problem";
import { isEmptyCell } from "../../domain/register/read-answer";
import { clientAt, dayOfCell, numberOfCell } from "../../domain/register/raw-cell";
import { cellAt, type RawCell, type Register, type Row } from "../../domain/register/register";
import { contactFor, hasGradeRow, gradeRowFor } from "../../domain/register/registration";
import type { Site, SiteBook } from "../../domain/register/site";
import type { StandingForm } from "../../domain/register/standing";
import type { ClientNumber } from "../../domain/rules/client-number";
import { nothing } from "../../domain/rules/nothing-to-say";
import type { TableShape } from "./table-shape";

export interface TypedRow {
  readonly form: FormKey;
  readonly sheet: string;
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly cells: Cells;
  /** The row alone, as a register of one. */
  readonly register: Register;
  readonly answers: Row;
  readonly problems: readonly Problem[];
  /** Nothing that would stop an entry form from saving it. */
  readonly complete: boolean;
}

const registerOf = (shape: TableShape, row: number, cells: Cells): Register => ({
  form: shape.form,
  sheet: shape.sheet,
  firstRow: row,
  count: 1,
  columns: new Map(Object.entries(cells).map(([key, cell]): [string, readonly RawCell[]] => [key, [cell]])),
  missing: [],
  strangers: [],
});

/** Words beside a phone or a day: the cell keeps them, and its answer is known. */
const says: ReadonlySet<string> = new Set(["wordsBeside", "wordsNowhere"]);

/** Nothing for a row in which nothing is typed. */
export const typedRow = (
  shape: TableShape,
  row: number,
  cells: Cells,
  site: Site,
  today: CalendarDay,
): TypedRow | undefined => {
  const typed = Object.entries(cells).filter(([key]) => shape.form.fields[key]?.kind !== "computed");
  if (typed.every(([, cell]) => isEmptyCell(cell))) return undefined;
  const { answers, findings } = readRow(shape.form, cells, { site, today });
  const register = registerOf(shape, row, cells);
  const there = findings.filter(({ key }) => key === undefined || key in cells);
  return {
    form: shape.key,
    sheet: shape.sheet,
    row,
    cells,
    register,
    answers,
    problems: there.map((each) => placed({ register, index: 0 }, each)),
    complete: findings.every(({ severity, code }) => severity !== "error" || says.has(code)),
  };
};

/** Spellings with one right answer: phones, days, separators. */
const quiet: ReadonlySet<string> = new Set(["spelling", "asText"]);
export const isQuiet = ({ code }: Problem): boolean => quiet.has(code);

/** They are put right without a word. */
export const corrections = (rows: readonly TypedRow[]): readonly Change[] =>
  applyFixes(rows.flatMap(({ problems }) => problems.filter(isQuiet)));

const standingForms: ReadonlySet<string> = new Set(["visitors", "calls"] satisfies StandingForm[]);
export const isStanding = ({ form }: { readonly form: FormKey }): boolean => standingForms.has(form);

const whenKey = { visitors: "visitDate", calls: "calledAt" } as const satisfies Record<StandingForm, string>;
const methods = { visitors: "来访", calls: "电话" } as const satisfies Record<StandingForm, string>;

/** "LY-ZS001 2026-11-22": whose contact of which day a typed row is; nothing while it has no number or day. */
export const contactKey = ({ form, cells, answers }: TypedRow): string | undefined => {
  const at = isStanding({ form }) ? answers[whenKey[form as StandingForm]] : undefined;
  const client = numberOfCell(cells["clientId"] ?? null)?.client;
  return client === undefined || typeof at !== "string" ? undefined : `${client} ${dayOf(at as Moment)}`;
};

/** The contacts of 跟踪记录, each as such a key. */
export const loggedContacts = (book: SiteBook, today: CalendarDay): readonly string[] => {
  const followUps = book.registers.followUps;
  return Array.from({ length: followUps?.count ?? 0 }, (_, index): string[] => {
    if (!followUps) return [];
    const client = clientAt(followUps, "clientId", index);
    const day = dayOfCell(cellAt(followUps, "contactedAt", index), today);
    return client === undefined || day === undefined ? [] : [`${client} ${day}`];
  }).flat();
};

/** Has 跟踪记录 a contact of this client on that day? */
const isLogged = (book: SiteBook, client: ClientNumber, day: CalendarDay, today: CalendarDay): boolean => {
  const followUps = book.registers.followUps;
  for (let index = 0; followUps && index < followUps.count; index++)
    if (
      clientAt(followUps, "clientId", index) === client &&
      dayOfCell(cellAt(followUps, "contactedAt", index), today) === day
    )
      return true;
  return false;
};

/** The contact of a visit or call that was typed, once its row says all it has to; and its grade's row. */
const contactOf = (
  book: SiteBook,
  { form, answers }: TypedRow,
  client: ClientNumber,
  today: CalendarDay,
  graded: boolean,
): readonly Change[] => {
  const standing = form as StandingForm;
  const at = answers[whenKey[standing]];
  if (typeof at !== "string") return [];
  const day = dayOf(at as Moment);
  if (isLogged(book, client, day, today)) return [];
  const grade = gradeRowOf(gradeRows(book, today)).get(client)?.grade ?? "C";
  const consultant = answers["consultant"] ?? "";
  return [
    ...(graded ? [] : [gradeRowFor(client, consultant, grade, day)]),
    contactFor({
      clientId: client,
      at: at as Moment,
      grade,
      method: methods[standing],
      notes: answers["notes"],
      consultant,
    }),
  ];
};

/** R9: rows of 等级跟踪 that were written before anybody had filled in 置业顾问, now that the register's row says who. */
const ownersOf = (book: SiteBook, rows: readonly TypedRow[], today: CalendarDay): readonly Change[] => {
  const graded = gradeRowOf(gradeRows(book, today));
  const given = new Set<ClientNumber>();
  return rows.filter(isStanding).flatMap(({ cells, answers: { consultant } }): readonly Change[] => {
    const client = numberOfCell(cells["clientId"] ?? null)?.client;
    const found = client === undefined ? undefined : graded.get(client);
    if (found === undefined || found.consultant !== "" || given.has(found.clientId)) return [];
    if (consultant === undefined || consultant === "" || consultant === nothing) return [];
    given.add(found.clientId);
    const { register, index, row } = found;
    const was = cellAt(register, "consultant", index);
    return [{ kind: "set", form: "grades", row, key: "consultant", was, value: consultant }];
  });
};

/** Clients whom nobody has in 等级跟踪, once these changes are written. */
export const ownerless = (
  book: SiteBook,
  changes: readonly Change[],
  today: CalendarDay,
): readonly ClientNumber[] => {
  const given = new Set(
    changes.flatMap((each) =>
      each.kind === "set" && each.form === "grades" && each.key === "consultant" ? [each.row] : [],
    ),
  );
  return [
    ...gradeRows(book, today).flatMap(({ consultant, row, clientId }) =>
      consultant === "" && !given.has(row) ? [clientId] : [],
    ),
    ...changes.flatMap((each) =>
      each.kind === "append" && each.form === "grades" && (each.row["consultant"] ?? "") === ""
        ? [each.row["clientId"] as ClientNumber]
        : [],
    ),
  ];
};

/**
 * R1: numbers for rows that have a name and none, the row of 等级跟踪, and the contact of complete rows.
 * @param book read by `enter`'s wishes; where the rows have changed since, they get nothing now.
 */
export const needsOf = (book: SiteBook, rows: readonly TypedRow[], today: CalendarDay): readonly Change[] => {
  const own = new Map(rows.map((row) => [`${row.form} ${row.row}`, row]));
  const numbering = missingNumbers(book, today).filter(({ form, row }) => own.has(`${form} ${row ?? 0}`));
  const numbers = applyFixes(numbering);
  const given = new Map<string, ClientNumber>();
  for (const change of numbers)
    if (change.kind === "set" && change.key === "clientId")
      given.set(`${change.form} ${change.row}`, change.value as ClientNumber);
  const graded = new Set(
    numbers.flatMap((change) =>
      change.kind === "append" && change.form === "grades" ? [String(change.row["clientId"])] : [],
    ),
  );
  const contacts = rows
    .filter((row) => row.complete && isStanding(row))
    .flatMap((row) => {
      const register = book.registers[row.form];
      const index = row.row - (register?.firstRow ?? 0);
      const client =
        given.get(`${row.form} ${row.row}`) ?? (register && clientAt(register, "clientId", index));
      if (client === undefined) return [];
      const isGraded = graded.has(client) || hasGradeRow(book, client);
      graded.add(client);
      return contactOf(book, row, client, today, isGraded);
    });
  return [...numbers, ...ownersOf(book, rows, today), ...contacts];
};
