/** Rows of 等级跟踪 as R4 sees them. */
import type { CalendarDay } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import { type Grade, latestReached, type ReachedDays } from "../rules/grade";
import type { Change } from "./change";
import { clientAt, dayOfCell, textAt } from "./raw-cell";
import { spelled } from "./read-answer";
import { cellAt, type Register, rowNumber } from "./register";
import type { SiteBook } from "./site";

/** The column that holds the day a grade was reached. */
export const reachedKey = {
  D: "reachedD",
  C: "reachedC",
  B: "reachedB",
  A: "reachedA",
  "√": "reachedDeal",
  "×": "reachedLost",
} as const satisfies Record<Grade, string>;

/** D C B A √ ×, as the paper's columns stand. */
export const reachedOrder = Object.keys(reachedKey) as readonly Grade[];
export const reachedKeys = Object.values(reachedKey) as readonly string[];

/** What a decision has to see of 等级跟踪. */
export const gradeWants: readonly string[] = ["clientId", "consultant", ...reachedKeys];

export interface GradeRow {
  readonly register: Register;
  readonly index: number;
  readonly row: number;
  readonly clientId: ClientNumber;
  /** The owner now, as the roster spells the name; the cell may have it in another spelling. */
  readonly consultant: string;
  readonly reached: ReachedDays;
  readonly grade: Grade | undefined;
}

export const reachedAt = (register: Register, index: number, today: CalendarDay): ReachedDays => {
  const reached: Partial<Record<Grade, CalendarDay>> = {};
  for (const grade of reachedOrder) {
    const day = dayOfCell(cellAt(register, reachedKey[grade], index), today);
    if (day !== undefined) reached[grade] = day;
  }
  return reached;
};

const known = new WeakMap<SiteBook, { readonly today: CalendarDay; readonly rows: readonly GradeRow[] }>();

/** All rows with a number, in order; a client may have two where two people claim a number. Read once a book. */
export const gradeRows = (book: SiteBook, today: CalendarDay): readonly GradeRow[] => {
  const before = known.get(book);
  if (before?.today === today) return before.rows;
  const rows = rowsOf(book, today);
  known.set(book, { today, rows });
  return rows;
};

const rowsOf = (book: SiteBook, today: CalendarDay): readonly GradeRow[] => {
  const register = book.registers.grades;
  if (register === undefined) return [];
  const found: GradeRow[] = [];
  for (let index = 0; index < register.count; index++) {
    const clientId = clientAt(register, "clientId", index);
    if (clientId === undefined) continue;
    const reached = reachedAt(register, index, today);
    found.push({
      register,
      index,
      row: rowNumber(register, index),
      clientId,
      consultant: spelled(book.site, textAt(register, "consultant", index)),
      reached,
      grade: latestReached(reached),
    });
  }
  return found;
};

/** The cells of a row that make these the days reached; nothing where they are so already. */
export const reachChanges = (
  { register, index, row, reached }: GradeRow,
  after: ReachedDays,
): readonly Change[] =>
  reachedOrder
    .filter((grade) => after[grade] !== reached[grade])
    .map((grade) => ({
      kind: "set",
      form: "grades",
      row,
      key: reachedKey[grade],
      was: cellAt(register, reachedKey[grade], index),
      value: after[grade] ?? null,
    }));

const byClient = new WeakMap<readonly GradeRow[], ReadonlyMap<ClientNumber, GradeRow>>();

/** By client; the first of several. Gathered once of the same rows. */
export const gradeRowOf = (rows: readonly GradeRow[]): ReadonlyMap<ClientNumber, GradeRow> => {
  const before = byClient.get(rows);
  if (before) return before;
  const found = new Map<ClientNumber, GradeRow>();
  for (const each of rows) if (!found.has(each.clientId)) found.set(each.clientId, each);
  byClient.set(rows, found);
  return found;
};
