/** What is to be printed, as a workbook of one sheet with as many pages as it takes. */
import type { Book } from "../../book/book";
import { type CardKey, cardFor } from "../../domain/forms/card/index";
import {
  type CardQuestion,
  type CardRecord,
  cardRecords,
  emptyRecord,
} from "../../domain/register/card-records";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { SiteBook } from "../../domain/register/site";
import { cardSheet } from "./card";

export interface CardPrintQuestion extends CardQuestion {
  /** The empty form, for a pen; the rest of the question is not asked. */
  readonly empty?: boolean;
  /** 1 where absent. */
  readonly copies?: number;
  /** A name the workbook has not yet; absent: "打印-" and the title. */
  readonly sheet?: string;
}

/** A sheet's name: 31 characters at most. */
export const printSheetName = (title: string): string => `打印-${title}`.slice(0, 31);

/** For a pen; an application's kind is printed, as on the paper. */
const emptyCard = (card: CardKey): CardRecord => {
  const { kind } = cardFor(card);
  return kind === undefined ? emptyRecord : { ...emptyRecord, answers: new Map([["kind", kind]]) };
};

/** @returns nothing where no record answers the question. */
export const printCards = (
  book: SiteBook,
  question: CardPrintQuestion,
  today: CalendarDay,
): Book | undefined => {
  const records = question.empty === true ? [emptyCard(question.card)] : cardRecords(book, question, today);
  if (records.length === 0) return undefined;
  const sheet = cardSheet({
    card: question.card,
    records,
    site: book.site,
    copies: question.copies ?? 1,
    sheet: question.sheet ?? printSheetName(cardFor(question.card).title),
  });
  return { sheets: [sheet], names: [] };
};
