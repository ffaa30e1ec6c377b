/** The day's reading: the due list as the header counts it and Today shows it, and the registers behind the other sections. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { dayAsked } from "../../domain/register/follow-up/day-asked";
import { dueList, type DueLine } from "../../domain/register/follow-up/due-list";
import { useServices } from "../services";
import { type Reading, useRowsReading } from "../shell/reading";
import { useStanding } from "../shell/site";
import { LineFactsProvider } from "./line-facts";

export interface Due extends Reading {
  /** Worst first; nothing while it is read for the first time. */
  readonly lines: readonly DueLine[] | undefined;
  /** How many clients the workbook has. */
  readonly clients: number;
}

const context = createContext<Due | undefined>(undefined);

/** Milliseconds: the page that wrote reads first. */
const recountAfter = 1_500;

/** Elsewhere than on 今日 the list, once read, is read again after each write: the header counts by it. */
const useRecount = (shown: boolean, isRead: boolean, recount: (now: true) => void): void => {
  const { edition } = useStanding();
  const last = useRef(edition);
  useEffect(() => {
    if (shown) last.current = edition;
    if (!isRead || last.current === edition) return undefined;
    const later = setTimeout(() => {
      last.current = edition;
      recount(true);
    }, recountAfter);
    return () => clearTimeout(later);
  }, [shown, isRead, edition, recount]);
};

export const DueProvider = ({
  shown,
  children,
}: {
  readonly shown: boolean;
  readonly children: ReactNode;
}) => {
  const { today } = useServices();
  const day = today();
  const asked = useMemo(() => dayAsked(day), [day]);
  const [recounting, setRecounting] = useState(false);
  const reading = useRowsReading(asked, `今日 ${day}`, "读取跟进清单", shown || recounting);
  useRecount(shown, reading.book !== undefined, setRecounting);
  useEffect(() => {
    setRecounting(false);
  }, [reading.book, reading.refusal]);
  const lines = useMemo(
    () => (reading.book === undefined ? undefined : dueList(reading.book, day)),
    [reading.book, day],
  );
  const due = useMemo(
    () => ({
      ...reading,
      lines,
      clients: clientCount(reading),
    }),
    [reading, lines],
  );
  return (
    <context.Provider value={due}>
      <LineFactsProvider seen={reading.book}>{children}</LineFactsProvider>
    </context.Provider>
  );
};

const clientCount = ({ book }: Reading): number => {
  const numbers = book?.registers.grades?.columns.get("clientId") ?? [];
  return numbers.filter((cell) => cell !== null && cell !== "").length;
};

const none: Due = {
  book: undefined,
  refusal: undefined,
  again: () => undefined,
  lines: undefined,
  clients: 0,
};

export const useDueList = (): Due => useContext(context) ?? none;
