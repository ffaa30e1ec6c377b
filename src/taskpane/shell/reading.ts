import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import type { OpenWorkbook, WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal, useStanding } from "./site";

export interface Reading {
  /** The last that was read: stays on screen while it is read again. */
  readonly book: SiteBook | undefined;
  readonly refusal: WorkbookRefused | undefined;
  readonly again: () => void;
}

/** What the last few pages read of this workbook: a page that is opened again shows it at once, and reads meanwhile. */
const mostKept = 4;
const kept = new WeakMap<OpenWorkbook, Map<Wanted, SiteBook>>();

const keep = (workbook: OpenWorkbook, wanted: Wanted, book: SiteBook): void => {
  const books = kept.get(workbook) ?? new Map<Wanted, SiteBook>();
  kept.set(workbook, books);
  books.delete(wanted);
  books.set(wanted, book);
  const [oldest] = books.keys();
  if (books.size > mostKept && oldest !== undefined) books.delete(oldest);
};

/**
 * Reads what a page wants, and again when the registers change. `wanted` must be a constant or memoised.
 * Nothing is read while `shown` is false.
 */
export const useReading = (wanted: Wanted, doing: string, shown = true): Reading => {
  const { workbook } = useServices();
  const { edition, seen } = useStanding();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Pick<Reading, "book" | "refusal">>(() => ({
    book: kept.get(workbook)?.get(wanted),
    refusal: undefined,
  }));
  const seenNow = useRef(seen);
  seenNow.current = seen;
  useEffect(() => {
    if (!shown) return undefined;
    let gone = false;
    workbook.read(wanted, doing).then(
      (book) => {
        keep(workbook, wanted, book);
        if (gone) return;
        setRead({ book, refusal: undefined });
        seenNow.current(book);
      },
      (fault: unknown) => {
        if (!gone) setRead((before) => ({ ...before, refusal: asRefusal(fault, doing) }));
      },
    );
    return () => {
      gone = true;
    };
  }, [workbook, wanted, doing, shown, edition, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  return useMemo(() => ({ ...read, again }), [read, again]);
};
