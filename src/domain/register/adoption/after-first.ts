/** 收编: a contact whose day has no year is none from before its client's first visit or call. */
import { type CalendarDay, daysBetween } from "../../kit/calendar-day";
import type { Ground } from "./adopter";
import type { OldRow } from "../old-sheet/old-cells";
import type { OldAbout } from "../old-sheet/old-phones";
import type { OldColumns } from "../old-sheet/cells-by-blank";
import type { OldEntry, Rejection } from "../old-sheet/old-entry";
import { writtenDay } from "../old-sheet/old-year";
import { finding } from "../problem";
import { byName, isMet, whoseRow } from "./whose-row";

export interface FirstDay {
  readonly day: CalendarDay;
  /** Of the client. */
  readonly name: string;
}

/** Since when the client of a row is known; nothing where that is nobody in the workbook. */
export const firstOf = (ground: Ground, entry: OldEntry): FirstDay | undefined => {
  const met = whoseRow(ground, entry, byName);
  if (!isMet(met) || met.client.since === undefined) return undefined;
  return { day: met.client.since, name: met.client.name };
};

/** Its day is written, and no year with it. */
export const isYearless = ({ cells }: OldRow, { keys }: OldColumns, when: string): boolean => {
  const days = keys.flatMap((key, at) => (key === when ? (writtenDay(cells[at] ?? null) ?? []) : []));
  return days.length > 0 && days.every(({ year }) => year === undefined);
};

/** So shortly before a first visit somebody may have been called: of the year after is less likely. */
const mostBefore = 31;

/**
 * The row as of the next year, where the year said is long before the first visit and the next is not to come; where
 * the order of the rows alone tells a year before it, people are asked. @param as the row read as of another year.
 */
export const notBeforeFirst = (
  read: OldEntry | Rejection,
  about: OldAbout,
  firstOfRow: (entry: OldEntry) => FirstDay | undefined,
  as: (about: OldAbout) => OldEntry | Rejection,
): OldEntry | Rejection => {
  if (!("answers" in read) || typeof about.year !== "number") return read;
  const first = firstOfRow(read);
  if (first === undefined || read.day >= first.day) return read;
  const { source, name, day } = read;
  const facts = { was: day, first: first.day, otherName: first.name };
  const told = (entry: OldEntry, code: "yearAfterVisit" | "saidBeforeVisit"): OldEntry => {
    const at = { key: "contactedAt", caption: "跟进日期", value: entry.day, facts };
    const said = entry.findings.filter(
      (each) => each.code !== "yearInDoubt" && each.code !== "yearConcluded",
    );
    return { ...entry, findings: [...said, finding(code, at)] };
  };
  const next = as({ ...about, year: about.year + 1 });
  const isLongBefore = daysBetween(day, first.day) > mostBefore;
  if (isLongBefore && "answers" in next && next.day >= first.day) return told(next, "yearAfterVisit");
  if (source.isYearConcluded !== true) return told(read, "saidBeforeVisit");
  const at = { key: "contactedAt", caption: "跟进日期", value: day.slice(5), facts };
  return { source, name, findings: [finding("yearBeforeVisit", at)] };
};
