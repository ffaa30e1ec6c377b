import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardKey, cardKeys } from "../../domain/forms/card/index";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { cardRecords } from "../../domain/register/card/card-records";
import type { SiteBook } from "../../domain/register/site";
import { printable, printBook, printWants, type PrintQuestion } from "../../workbook/plan/print-book";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal } from "../shell/site";
import { useToasts } from "../shell/toasts";

export interface Printing {
  /** Steps done and all of them, while the sheet is being made. */
  readonly step: { readonly done: number; readonly of: number } | undefined;
  readonly refusal: WorkbookRefused | undefined;
  /** Nothing answers the question. */
  readonly nothing: boolean;
  /** So many cards answer it that somebody has to say they are meant: `print` once more. */
  readonly many: number | undefined;
  /** Somebody stopped it; until it has, and afterwards. */
  readonly stopped: boolean;
  /** @returns whether the sheet is there, in front. */
  readonly print: (question: PrintQuestion) => Promise<boolean>;
  readonly stop: () => void;
  readonly reset: () => void;
}

/** Cards that are made unasked: a day's or a client's. */
const few = 50;

const isCard = (key: string): key is CardKey => (cardKeys as readonly string[]).includes(key);

/** How many cards; a list and the board are one print. */
const countOf = (book: SiteBook, { print, empty, ...question }: PrintQuestion, today: CalendarDay): number =>
  isCard(print) && empty !== true ? cardRecords(book, { ...question, card: print }, today).length : 1;

class Stopped extends Error {}

/** Reads what the print is made of, and puts the sheet into the open workbook. */
export const usePrint = (): Printing => {
  const { t } = useTranslation();
  const services = useServices();
  const toast = useToasts();
  const [step, setStep] = useState<Printing["step"]>(undefined);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>(undefined);
  const [nothing, setNothing] = useState(false);
  const [many, setMany] = useState<number | undefined>(undefined);
  const [stopped, setStopped] = useState(false);
  const stops = useRef(false);
  const reset = (): void => {
    setRefusal(undefined);
    setNothing(false);
    setMany(undefined);
    setStopped(false);
  };
  const stop = (): void => {
    stops.current = true;
    setStopped(true);
  };
  const goOn = (): void => {
    if (stops.current) throw new Stopped();
  };
  const print = async (question: PrintQuestion): Promise<boolean> => {
    const doing = `打印${printable(question.print).short}`;
    const meant = many;
    reset();
    stops.current = false;
    setStep({ done: 0, of: 1 });
    try {
      const wants = question.empty === true ? {} : printWants(question.print);
      const read = await services.workbook.read(wants, doing);
      goOn();
      const count = countOf(read, question, services.today());
      if (count > few && count !== meant) {
        setMany(count);
        return false;
      }
      const book = printBook(read, question, services.today());
      const [sheet] = book?.sheets ?? [];
      if (book === undefined || sheet === undefined) {
        setNothing(true);
        return false;
      }
      await services.addSheets(book.sheets, doing, (done, of) => {
        // Thrown in between, it takes back what was written; what is finished stands.
        if (done < of) goOn();
        setStep({ done, of });
      });
      toast({ title: t("print.ready", { sheet: sheet.name }), body: t("print.readyBody") });
      return true;
    } catch (fault) {
      if (!(fault instanceof Stopped)) setRefusal(asRefusal(fault, doing));
      return false;
    } finally {
      setStep(undefined);
    }
  };
  return { step, refusal, nothing, many, stopped, print, stop, reset };
};
