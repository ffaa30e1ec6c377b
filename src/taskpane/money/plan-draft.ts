/** A payment plan being written: kept as a draft, so that leaving the page loses nothing; read by the form's own blanks. */
import { useCallback, useMemo } from "react";
import { instalments } from "../../domain/forms/receipts";
import { addDays, type CalendarDay } from "../../domain/kit/calendar-day";
import type { Yuan } from "../../domain/kit/money";
import { readRow } from "../../domain/register/check-row";
import type { Finding } from "../../domain/register/problem";
import type { Deal } from "../../domain/register/sales/sales-ledger";
import type { PlannedRow, PlanTerm } from "../../domain/register/sales/set-plan";
import type { Site } from "../../domain/register/site";
import { sumOf } from "../../domain/rules/money-adds-up";
import {
  mostStages,
  type PayWay,
  proposedTerms,
  type Term,
  usualDownPercent,
  usualStages,
} from "../../domain/rules/payment-plan";
import { useDraft } from "../entry/drafts";
import { shownAnswer } from "../entry/use-entry";

export interface TermDraft {
  /** Its own while it is written; rows move. */
  readonly id: number;
  readonly term: string;
  readonly dueOn: string;
  readonly amount: string;
  /** The row it stands on in the workbook. */
  readonly row?: number;
}
export type TermBlank = "term" | "dueOn" | "amount";

export interface PlanDraft {
  readonly terms: readonly TermDraft[];
  /** The plan the change began from. */
  readonly before: readonly PlannedRow[];
  /** As they were laid out last; nothing: they are the plan's own. */
  readonly way?: PayWay;
  readonly down: string;
  readonly stages: string;
  /** Changed by hand since they were laid out: not laid out anew unasked. */
  readonly touched: boolean;
}

const typed = (id: number, { term, dueOn, amount }: Term): TermDraft => ({
  id,
  term,
  dueOn,
  amount: shownAnswer(instalments, "amount", amount),
});

/** The plan as it stands, to be changed. */
export const draftOfPlan = (rows: readonly PlannedRow[]): PlanDraft => ({
  terms: rows.map(({ row, term, dueOn, amount }, id) => ({
    id,
    term,
    dueOn: dueOn ?? "",
    amount: shownAnswer(instalments, "amount", amount),
    row,
  })),
  before: rows,
  down: String(usualDownPercent),
  stages: String(usualStages),
  touched: true,
});

const countOf = (text: string, most: number, usual: number): number => {
  const n = Number(text);
  return Number.isFinite(n) && n >= 1 && n <= most ? n : usual;
};

/** Laid out by a way of paying; nothing without a price. Numbers that cannot be are taken as usual. */
export const laidOut = (
  draft: PlanDraft,
  way: PayWay,
  { deal, site, today }: { readonly deal: Deal; readonly site: Site; readonly today: CalendarDay },
): PlanDraft | undefined => {
  if (deal.totalPrice === undefined) return undefined;
  const terms = proposedTerms({
    way,
    total: deal.totalPrice,
    signOn: deal.signedOn ?? addDays(deal.subscribedOn ?? today, site.policies.signWithin),
    downPercent: countOf(draft.down, 99, usualDownPercent),
    stages: Math.floor(countOf(draft.stages, mostStages, usualStages)),
  });
  return { ...draft, way, touched: false, terms: terms.map((term, id) => typed(id, term)) };
};

export const newTerm = ({ terms }: PlanDraft): TermDraft => ({
  id: Math.max(-1, ...terms.map(({ id }) => id)) + 1,
  term: "",
  dueOn: "",
  amount: "",
});

const blanks: ReadonlySet<string> = new Set<TermBlank>(["term", "dueOn", "amount"]);
/** Put right as the blank is left. */
const spellings: ReadonlySet<string> = new Set(["spelling", "asText"]);

export interface TermReading {
  readonly term: PlanTerm | undefined;
  readonly amount: Yuan | undefined;
  readonly findings: readonly Finding[];
}

/** Each as the workbook would take it. */
export const readTerms = (
  terms: readonly TermDraft[],
  about: { readonly site: Site; readonly today: CalendarDay },
): readonly TermReading[] =>
  terms.map(({ term, dueOn, amount, row }) => {
    const { answers, findings } = readRow(instalments, { term, dueOn, amount }, about);
    const found = findings.filter(
      ({ key, code }) => key !== undefined && blanks.has(key) && !spellings.has(code),
    );
    const [day, yuan] = [answers["dueOn"], answers["amount"]];
    const read = typeof yuan === "number" ? (yuan as Yuan) : undefined;
    const whole =
      typeof day === "string" && read !== undefined && found.every(({ severity }) => severity !== "error");
    return {
      amount: read,
      findings: found,
      term: whole
        ? {
            term: String(answers["term"] ?? ""),
            dueOn: day as CalendarDay,
            amount: read,
            ...(row === undefined ? {} : { row }),
          }
        : undefined,
    };
  });

export const sumRead = (readings: readonly TermReading[]): Yuan =>
  sumOf(readings.flatMap(({ amount }) => amount ?? []));

export interface PlanDraftHandle {
  /** Nothing while the plan is not being written. */
  readonly draft: PlanDraft | undefined;
  readonly put: (draft: PlanDraft | undefined) => void;
}

export const usePlanDraft = (page: string): PlanDraftHandle => {
  const { draft: kept, replace } = useDraft(page);
  const text = kept["plan"];
  const draft = useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as PlanDraft)), [text]);
  const put = useCallback(
    (next: PlanDraft | undefined) => replace(next === undefined ? {} : { plan: JSON.stringify(next) }),
    [replace],
  );
  return { draft, put };
};
