import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal, useStanding } from "./site";

export interface Reading {
  /** The last that was read: stays on screen while it is read again. */
  readonly book: SiteBook | undefined;
  readonly refusal: WorkbookRefused | undefined;
  readonly again: () => void;
}

/**
 * Reads what a page wants, and again when the registers change. `wanted` must be a constant or memoised.
 * Nothing is read while `shown` is false.
 */
export const useReading = (wanted: Wanted, doing: string, shown = true): Reading => {
  const { workbook } = useServices();
  const { edition, seen } = useStanding();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Pick<Reading, "book" | "refusal">>({
    book: undefined,
    refusal: undefined,
  });
  const seenNow = useRef(seen);
  seenNow.current = seen;
  useEffect(() => {
    if (!shown) return undefined;
    let gone = false;
    workbook.read(wanted, doing).then(
      (book) => {
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
