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
  /** Questions that begin with the same columns. */
  readonly first?: Wanted;
  /** @param before what a question of the same beginning brought, where nothing has changed since. */
  readonly read: (workbook: OpenWorkbook, before?: SiteBook) => Promise<SiteBook>;
}

interface Found extends Pick<Reading, "book" | "refusal"> {
  readonly name: Wanted | string;
}

interface Before {
  readonly first: Wanted | undefined;
  readonly time: string;
  readonly book: SiteBook;
}

const useAsked = ({ name, first, read }: Asking, doing: string, shown: boolean): Reading => {
  const { workbook } = useServices();
  const { edition, seen } = useStanding();
  const [turn, setTurn] = useState(0);
  const keptOf = (): Found => ({ name, book: kept.get(workbook)?.get(name), refusal: undefined });
  const [last, setFound] = useState<Found>(keptOf);
  // What was read for another question is no answer to this one.
  const { book, refusal } = last.name === name ? last : keptOf();
  const seenNow = useRef(seen);
  seenNow.current = seen;
  const before = useRef<Before>(undefined);
  useEffect(() => {
    if (!shown) return undefined;
    let gone = false;
    const time = `${edition} ${turn}`;
    const { current } = before;
    const known = current?.first === first && current?.time === time ? current.book : undefined;
    read(workbook, known).then(
      (found) => {
        keep(workbook, name, found);
        if (gone) return;
        before.current = { first, time, book: found };
        setFound({ name, book: found, refusal: undefined });
        seenNow.current(found);
      },
      (fault: unknown) => {
        if (gone) return;
        const refused = asRefusal(fault, doing);
        setFound((was) => ({ name, book: was.name === name ? was.book : undefined, refusal: refused }));
      },
    );
    return () => {
      gone = true;
    };
  }, [workbook, name, first, read, doing, shown, edition, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  return useMemo(() => ({ book, refusal, again }), [book, refusal, again]);
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
 * Reads some rows alone, and again when the registers change. `asked` must be a constant or memoised; one that keeps
 * the columns it reads first, and has them as a constant, finds its rows in what the question before it brought.
 * @param name of what is asked: another name, another reading.
 * @param seen a whole reading of what it reads first, where the page has one.
 */
export const useRowsReading = (
  asked: RowsAsked,
  name: string,
  doing: string,
  shown = true,
  seen?: SiteBook,
): Reading => {
  const read = useCallback(
    (workbook: OpenWorkbook, before?: SiteBook) => workbook.readRows(asked, doing, seen ?? before),
    [asked, doing, seen],
  );
  return useAsked({ name, first: asked.first, read }, doing, shown);
};
