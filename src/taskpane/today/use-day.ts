/** What the day's sections show, counted once for each reading; then by consultant. */
import { useEffect, useMemo, useState } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { type Appointment, appointments } from "../../domain/register/follow-up/appointments";
import { type CareGroup, careGroups, openCare } from "../../domain/register/care/care-due";
import { type CareFigures, careFigures } from "../../domain/register/care/care-figures";
import { type Chase, chasing } from "../../domain/register/sales/chasing";
import { type MetToday, metToday } from "../../domain/register/follow-up/evening-meeting";
import { type FirstMessage, firstMessages } from "../../domain/register/care/first-messages";
import { type CareAhead, careAhead } from "../../domain/register/care/generate-care";
import { type OwnerCall, ownerCalls } from "../../domain/register/care/owner-calls";
import type { UnaskedOwner } from "../../domain/register/care/owners";
import type { SiteBook } from "../../domain/register/site";
import { ownAhead } from "./own-care";

export interface Day {
  readonly messages: readonly FirstMessage[];
  readonly appointments: readonly Appointment[];
  readonly care: readonly CareGroup[];
  readonly ownerCalls: readonly OwnerCall[];
  /** Tasks of the thirty days ahead that are not in the register. */
  readonly toGenerate: number;
  readonly unasked: readonly UnaskedOwner[];
  /** 催款, and apart from it, as on 首页, 按揭资料. */
  readonly unpaid: readonly Chase[];
  readonly papers: readonly Chase[];
  readonly met: readonly MetToday[];
  readonly figures: readonly CareFigures[];
}

const nothingAhead: CareAhead = { tasks: [], unasked: [] };

/** Counted after the page is drawn: every owner's days ahead are looked at. */
const useCareAhead = (book: SiteBook | undefined, today: CalendarDay): CareAhead => {
  const [ahead, setAhead] = useState<CareAhead>(nothingAhead);
  useEffect(() => {
    if (book === undefined) return undefined;
    const later = setTimeout(() => setAhead(careAhead(book, today)), 0);
    return () => clearTimeout(later);
  }, [book, today]);
  return ahead;
};

export const useDay = (
  book: SiteBook | undefined,
  today: CalendarDay,
  consultant: string,
): Day | undefined => {
  const all = useMemo(() => {
    if (book === undefined) return undefined;
    const tasks = openCare(book, today);
    return {
      messages: firstMessages(book, today),
      appointments: appointments(book, today),
      tasks,
      ownerCalls: ownerCalls(book, today, tasks),
      chased: chasing(book, today),
      met: metToday(book, today),
      figures: careFigures(book, today),
    };
  }, [book, today]);
  const ahead = useCareAhead(book, today);
  return useMemo(() => {
    if (all === undefined || book === undefined) return undefined;
    const own = <One extends { readonly consultant: string }>(items: readonly One[]): readonly One[] =>
      consultant === "" ? items : items.filter((each) => each.consultant === consultant);
    return {
      messages: own(all.messages),
      appointments: own(all.appointments),
      care: careGroups(own(all.tasks)),
      ownerCalls: own(all.ownerCalls),
      toGenerate: ownAhead(book, ahead.tasks, today, consultant).length,
      unasked: own(ahead.unasked),
      unpaid: own(all.chased.money),
      papers: own(all.chased.papers),
      met: own(all.met),
      figures: own(all.figures),
    };
  }, [all, book, today, ahead, consultant]);
};
