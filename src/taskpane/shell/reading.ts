import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SiteBook } from "../../domain/register/site";
import type { RowsAsked } from "../../domain/register/some-rows";
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
const mostKept = 8;
/** By what was asked for: columns by their constant, rows by a name. */
const kept = new WeakMap<OpenWorkbook, Map<Wanted | string, SiteBook>>();

const keep = (workbook: OpenWorkbook, asked: Wanted | string, book: SiteBook): void => {
  const books = kept.get(workbook) ?? new Map<Wanted | string, SiteBook>();
  kept.set(workbook, books);
  books.delete(asked);
  books.set(asked, book);
  const [oldest] = books.keys();
  if (books.size > mostKept && oldest !== undefined) books.delete(oldest);
};

interface Asking {
  readonly name: Wanted | string;
  readonly read: (workbook: OpenWorkbook) => Promise<SiteBook>;
}

const useAsked = ({ name, read }: Asking, doing: string, shown: boolean): Reading => {
  const { workbook } = useServices();
  const { edition, seen } = useStanding();
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<Pick<Reading, "book" | "refusal">>(() => ({
    book: kept.get(workbook)?.get(name),
    refusal: undefined,
  }));
  const seenNow = useRef(seen);
  seenNow.current = seen;
  useEffect(() => {
    if (!shown) return undefined;
    let gone = false;
    read(workbook).then(
      (book) => {
        keep(workbook, name, book);
        if (gone) return;
        setFound({ book, refusal: undefined });
        seenNow.current(book);
      },
      (fault: unknown) => {
        if (!gone) setFound((before) => ({ ...before, refusal: asRefusal(fault, doing) }));
      },
    );
    return () => {
      gone = true;
    };
  }, [workbook, name, read, doing, shown, edition, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  return useMemo(() => ({ ...found, again }), [found, again]);
};

/**
 * Reads what a page wants, and again when the registers change. `wanted` must be a constant or memoised.
 * Nothing is read while `shown` is false.
 */
export const useReading = (wanted: Wanted, doing: string, shown = true): Reading => {
  const read = useCallback((workbook: OpenWorkbook) => workbook.read(wanted, doing), [wanted, doing]);
  return useAsked({ name: wanted, read }, doing, shown);
};

/**
 * Reads some rows alone, and again when the registers change. `asked` must be a constant or memoised.
 * @param name of what is asked: another name, another reading.
 */
export const useRowsReading = (asked: RowsAsked, name: string, doing: string, shown = true): Reading => {
  const read = useCallback((workbook: OpenWorkbook) => workbook.readRows(asked, doing), [asked, doing]);
  return useAsked({ name, read }, doing, shown);
};
