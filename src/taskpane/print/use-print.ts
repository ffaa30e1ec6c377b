import { useState } from "react";
import { useTranslation } from "react-i18next";
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
  /** @returns whether the sheet is there, in front. */
  readonly print: (question: PrintQuestion) => Promise<boolean>;
  readonly reset: () => void;
}

/** Reads what the print is made of, and puts the sheet into the open workbook. */
export const usePrint = (): Printing => {
  const { t } = useTranslation();
  const services = useServices();
  const toast = useToasts();
  const [step, setStep] = useState<Printing["step"]>(undefined);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>(undefined);
  const [nothing, setNothing] = useState(false);
  const reset = (): void => {
    setRefusal(undefined);
    setNothing(false);
  };
  const print = async (question: PrintQuestion): Promise<boolean> => {
    const doing = `打印${printable(question.print).short}`;
    reset();
    setStep({ done: 0, of: 1 });
    try {
      const wants = question.empty === true ? {} : printWants(question.print);
      const book = printBook(await services.workbook.read(wants, doing), question, services.today());
      const [sheet] = book?.sheets ?? [];
      if (book === undefined || sheet === undefined) {
        setNothing(true);
        return false;
      }
      await services.addSheets(book.sheets, doing, (done, of) => setStep({ done, of }));
      toast({ title: t("print.ready", { sheet: sheet.name }), body: t("print.readyBody") });
      return true;
    } catch (fault) {
      setRefusal(asRefusal(fault, doing));
      return false;
    } finally {
      setStep(undefined);
    }
  };
  return { step, refusal, nothing, print, reset };
};
