/** What is to be printed, as a workbook of one sheet with as many pages as it takes; of more beyond a thousand pages. */
import type { Book } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import { formOf } from "../../domain/forms/index";
import { type CardKey, cardFor, cardKeys } from "../../domain/forms/card/index";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import {
  cardRecords,
  cardWants,
  type CardRecord,
  emptyRecord,
} from "../../domain/register/card/card-records";
import { salesWants } from "../../domain/register/sales/sales-ledger";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import { cardSheets } from "./card";
import { printBoard } from "./print-board";
import { type ListPrint, listPrints, listWants, printList } from "./print-registers";

/** The cards, the registers whose paper is a list, and the board. */
export type PrintKey = CardKey | ListPrint | "units";
export const printKeys: readonly [PrintKey, ...PrintKey[]] = [
  "visitors",
  ...cardKeys.slice(1),
  ...listPrints,
  "units",
];

export interface PrintQuestion {
  readonly print: PrintKey;
  /** Absent: all. */
  readonly clients?: readonly ClientNumber[];
  readonly applications?: readonly string[];
  readonly consultant?: string;
  readonly building?: string;
  /** By the record's own day, both inclusive. */
  readonly from?: CalendarDay;
  readonly to?: CalendarDay;
  /** R20. */
  readonly masked: boolean;
  /** The empty form, for a pen: nothing else is asked. */
  readonly empty?: boolean;
  /** 1 where absent. */
  readonly copies?: number;
}

const isCard = (key: PrintKey): key is CardKey => (cardKeys as readonly PrintKey[]).includes(key);
const isList = (key: PrintKey): key is ListPrint => (listPrints as readonly PrintKey[]).includes(key);

export interface Printable {
  readonly key: PrintKey;
  readonly title: string;
  /** The register it is printed from. */
  readonly form: FormKey;
  /** What people call it: "回访跟踪". */
  readonly short: string;
  readonly hasEmpty: boolean;
  /** 0: as many as one asks for. */
  readonly copies: number;
}

const shortNames: Readonly<Record<CardKey, string>> = {
  visitors: "来访登记",
  returnVisits: "回访跟踪",
  deals: "成交报告",
  lostClients: "未成交分析",
  structureChange: "户型结构变更",
  discount: "特惠申请",
  refund: "退房申请",
  rename: "更名申请",
  exchange: "调房申请",
};

export const printable = (key: PrintKey): Printable => {
  if (isCard(key)) {
    const { title, form, copies } = cardFor(key);
    return { key, title, form, short: shortNames[key], hasEmpty: true, copies: copies.length };
  }
  const { title, sheet } = formOf(key);
  return { key, title, form: key, short: sheet, hasEmpty: key !== "units", copies: 1 };
};

/** By key, title or what people call it. */
export const findPrint = (wanted: string): PrintKey | undefined => {
  const name = wanted.trim().toLowerCase();
  return printKeys.find((key) => {
    const { title, short } = printable(key);
    return [key, title, short].some((each) => each.toLowerCase() === name);
  });
};

/** The registers a print is made of. */
export const printWants = (key: PrintKey): Wanted => {
  if (isCard(key)) return cardWants(key);
  return isList(key) ? listWants(key) : salesWants;
};

/** The sheet's name: 31 characters at most; the same print again takes its place. */
const printSheetName = (key: PrintKey): string => `打印-${printable(key).short}`.slice(0, 31);

/** For a pen; an application's kind is printed, as on the paper. */
const emptyCard = (card: CardKey): CardRecord => {
  const { kind } = cardFor(card);
  return kind === undefined ? emptyRecord : { ...emptyRecord, answers: new Map([["kind", kind]]) };
};

/** @returns nothing where no record answers the question. */
export const printBook = (book: SiteBook, question: PrintQuestion, today: CalendarDay): Book | undefined => {
  const { print } = question;
  const sheet = printSheetName(print);
  if (isList(print)) return printList(book, { ...question, list: print, sheet }, today);
  if (!isCard(print)) {
    const { building } = question;
    return printBoard(book, { sheet, ...(building !== undefined && { building }) }, today);
  }
  const records =
    question.empty === true ? [emptyCard(print)] : cardRecords(book, { ...question, card: print }, today);
  if (records.length === 0) return undefined;
  const { site } = book;
  return {
    sheets: cardSheets({ card: print, records, site, copies: question.copies ?? 1, sheet }),
    names: [],
  };
};
