/** Who a phone belongs to, what was said about it, and what the rows of the client who was chosen show. */
import { useMemo } from "react";
import { formOf } from "../../domain/forms/index";
import { knownAnswers } from "../../domain/register/client/known-answers";
import { type Known, whoHasPhone } from "../../domain/register/client/known-client";
import { isEmptyCell } from "../../domain/register/read-answer";
import { cellAt } from "../../domain/register/register";
import { type VisitorRow, visitorRow } from "../../domain/register/client/return-visit";
import type { SiteBook } from "../../domain/register/site";
import type { StandingForm } from "../../domain/register/standing";
import type { ClientNumber } from "../../domain/rules/client-number";
import { useServices } from "../services";
import { useRowsReading } from "../shell/reading";
import { amendRows } from "./clients";
import { type Draft, useDraft } from "./drafts";
import { type Choice, readChoice } from "./known-card";
import { shownAnswer } from "./use-entry";

interface KnownRowAbout {
  readonly doing: string;
  readonly form: StandingForm;
  readonly page: string;
  readonly book: SiteBook | undefined;
  readonly phoneKeys: readonly string[];
}

export interface KnownRow {
  readonly known: readonly Known[];
  readonly choice: Choice;
  /** Who of `known` was chosen. */
  readonly same: ClientNumber | undefined;
  /** What the form begins with, by key. */
  readonly shown: Draft;
  /** The row of 来访登记 that a visit goes into. */
  readonly visitor: VisitorRow | undefined;
}

const nothingShown: Draft = {};
const nobody = "" as ClientNumber;

export const isFilled = ({ register, index }: VisitorRow, key: string): boolean =>
  !isEmptyCell(cellAt(register, key, index));

export const useKnownRow = ({ doing, form, page, book, phoneKeys }: KnownRowAbout): KnownRow => {
  const { draft } = useDraft(page);
  const today = useServices().today();
  const choice = readChoice(draft);
  const chosen = choice.kind === "this" ? (choice.clientId as ClientNumber) : nobody;
  const asked = useMemo(() => amendRows(chosen), [chosen]);
  const { book: rows } = useRowsReading(asked, `${doing} ${chosen}`, doing, chosen !== nobody, book);
  const shown = useMemo(() => {
    if (rows === undefined || chosen === nobody) return nothingShown;
    const answers = Object.entries(knownAnswers(rows, chosen, form, today));
    return Object.fromEntries(answers.map(([key, answer]) => [key, shownAnswer(formOf(form), key, answer)]));
  }, [rows, chosen, form, today]);
  const phones = phoneKeys.map((key) => draft[key] ?? shown[key] ?? "").join("\n");
  const known = useMemo(() => (book ? whoHasPhone(book, phones.split("\n")) : []), [book, phones]);
  const same = known.some(({ clientId }) => clientId === chosen) ? chosen : undefined;
  const visitor = useMemo(
    () => (same !== undefined && rows && form === "visitors" ? visitorRow(rows, chosen) : undefined),
    [same, rows, form, chosen],
  );
  return { known, choice, same, shown: same === undefined ? nothingShown : shown, visitor };
};
