/**
 * The workbook does not say which quarter 季度进度's plan was made for: this machine remembers from which day on it stood
 * when it was last seen, by project. The same plan under a later day is the old quarter's.
 */
import { useEffect, useMemo } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Quarter } from "../../domain/register/quarter";
import { useRemembered } from "../shell/remembered";

interface Plan {
  readonly start: string;
  readonly plan: string;
}

const plansIn = (kept: string): Readonly<Record<string, Plan>> => {
  try {
    return (JSON.parse(kept || "{}") as Record<string, Plan> | null) ?? {};
  } catch {
    // Somebody wrote into the browser's storage: what was remembered is learnt anew from the workbook.
    return {};
  }
};

export interface KnownPlan {
  /** From when on the plan stood before 季度起始日 was moved on; nothing where it was not. */
  readonly was: string | undefined;
  /** The plan that stands is the quarter's from this day on. */
  readonly settle: (start: CalendarDay) => void;
}

export const useKnownPlan = (project: string, quarter: Quarter | undefined): KnownPlan => {
  const [kept, keep] = useRemembered("quarterPlans");
  const plans = useMemo(() => plansIn(kept), [kept]);
  const before = plans[project];
  const isSame = before !== undefined && before.plan === quarter?.plan;
  const settle = (start: CalendarDay): void =>
    keep(JSON.stringify({ ...plans, [project]: { start, plan: quarter?.plan ?? "" } }));
  const isNew = quarter !== undefined && !isSame;
  useEffect(() => {
    if (isNew) settle(quarter.start);
  });
  return { was: isSame && before.start < quarter.start ? before.start : undefined, settle };
};
