/** Who is known at the site, as the pane's searches show them. */
import type { ClientNumber } from "../../domain/rules/client-number";
import type { Grade } from "../../domain/rules/grade";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { gradeRowOf, gradeRows, gradeWants } from "../../domain/register/grade-rows";
import { clientAt } from "../../domain/register/raw-cell";
import { cellAt, type RawCell } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import { beyond, type RowsAsked, rowsOfClients } from "../../domain/register/some-rows";
import type { Wanted } from "../../domain/register/wanted";

export interface KnownClient {
  readonly id: string;
  readonly name: string;
  /** As they stand in the register, those that are given. */
  readonly phones: readonly string[];
  readonly consultant: string;
  readonly grade: Grade | undefined;
}

/** What it takes to find a client. One constant for all pages: what one has read, the next shows at once. */
export const knownWants: Wanted = {
  visitors: ["clientId", "consultant", "name", "phone", "mobile"],
  calls: ["clientId", "consultant", "name", "mobile", "otherContact"],
  grades: gradeWants,
};

/** Of everybody what it takes to find them; of one client all that was entered. */
export const amendRows = (client: ClientNumber): RowsAsked => ({
  first: knownWants,
  rowsOf: (seen) => rowsOfClients(seen, [client]),
  wanted: beyond(knownWants, { visitors: "all", calls: "all" }),
});

const said = (cell: RawCell): string => {
  const text = cell === null ? "" : String(cell).trim();
  return text === "/" ? "" : text;
};

const phoneKeys = ["mobile", "phone", "otherContact"] as const;

/** Everyone with a number, the last registered first; visitors before callers of the same number. */
export const knownClients = (book: SiteBook, today: CalendarDay): readonly KnownClient[] => {
  const rows = gradeRowOf(gradeRows(book, today));
  const found = new Map<string, KnownClient>();
  for (const form of ["visitors", "calls"] as const) {
    const register = book.registers[form];
    if (!register) continue;
    for (let i = 0; i < register.count; i++) {
      const id = clientAt(register, "clientId", i);
      if (id === undefined) continue;
      const before = found.get(id);
      const phones = before === undefined ? [] : [...before.phones];
      for (const key of phoneKeys) {
        const phone = said(cellAt(register, key, i));
        if (phone !== "" && !before?.phones.includes(phone)) phones.push(phone);
      }
      found.set(id, {
        id,
        name: before?.name || said(cellAt(register, "name", i)),
        phones,
        // 等级跟踪 has the owner now.
        consultant: rows.get(id)?.consultant || before?.consultant || said(cellAt(register, "consultant", i)),
        grade: rows.get(id)?.grade,
      });
    }
  }
  return [...found.values()].reverse();
};
