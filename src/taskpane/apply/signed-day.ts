import { applications } from "../../domain/forms/applications";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { readDay, saysMoreThanDay } from "../../domain/kit/read-day";
import { finding, type Finding } from "../../domain/register/problem";

export type SignedDay =
  { readonly ok: true; readonly day: CalendarDay } | { readonly ok: false; readonly problem: Finding };

/** A day typed in any spelling, as the forms' own blanks take it; `key`: the blank of 申请单 it is for. */
export const signedDay = (
  typed: string,
  key: keyof typeof applications.fields,
  today: CalendarDay,
): SignedDay => {
  const read = readDay(typed, { today });
  const { caption } = applications.fields[key];
  const where = { key, caption, value: typed };
  if (!read.ok) return { ok: false, problem: finding("notADay", where) };
  return saysMoreThanDay(typed)
    ? { ok: false, problem: finding("wordsNowhere", { ...where, facts: { becomes: read.value } }) }
    : { ok: true, day: read.value };
};
