/** Phone and last talk of the clients whose lines are on the screen: most of a workbook is talk, and few lines are seen. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { contactHistories, talkWants } from "../../domain/register/follow-up/contact-history";
import { phonesByClient, phoneWants } from "../../domain/register/follow-up/due-list";
import type { SiteBook } from "../../domain/register/site";
import { clientsAsked } from "../../domain/register/some-rows";
import { wantedTogether } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import type { OpenWorkbook, WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal } from "../shell/site";

export interface LineFacts {
  /** As shown, several joined with `、`; empty when there is none. */
  readonly phone: string;
  /** What was noted last; empty where nothing was. */
  readonly note: string;
  /** When that was. */
  readonly notedOn: CalendarDay | undefined;
}

type Facts = ReadonlyMap<ClientNumber, LineFacts>;

interface AllFacts {
  readonly facts: Facts;
  readonly want: (client: ClientNumber) => void;
  readonly refusal: WorkbookRefused | undefined;
  readonly again: () => void;
}

const doing = "读取洽谈内容";
const wants = wantedTogether(talkWants, phoneWants);
const none: AllFacts = {
  facts: new Map(),
  want: () => undefined,
  refusal: undefined,
  again: () => undefined,
};
const context = createContext<AllFacts>(none);

const factsOf = (book: SiteBook, clients: readonly ClientNumber[], today: CalendarDay): Facts => {
  const histories = contactHistories(book, today);
  const phones = phonesByClient(book);
  return new Map(
    clients.map((client) => {
      const { lastNote = "", notedOn } = histories.get(client) ?? {};
      return [client, { phone: phones.get(client) ?? "", note: lastNote, notedOn }];
    }),
  );
};

/** Lines that come onto the screen together are read together; each once for a reading of the registers. */
const gatherer = (
  workbook: OpenWorkbook,
  seen: SiteBook,
  read: (book: SiteBook, clients: readonly ClientNumber[]) => void,
  refused: (fault: unknown) => void,
): AllFacts["want"] => {
  const asked = new Set<ClientNumber>();
  let waiting: ClientNumber[] = [];
  const readWaiting = (): void => {
    const clients = waiting;
    waiting = [];
    workbook
      .readRows(
        clientsAsked(wants, () => clients),
        doing,
        seen,
      )
      .then((book) => read(book, clients), refused);
  };
  return (client) => {
    if (asked.has(client)) return;
    asked.add(client);
    if (waiting.push(client) === 1) setTimeout(readWaiting, 0);
  };
};

/** @param seen the day's reading: it says whose the rows are. */
export const LineFactsProvider = ({
  seen,
  children,
}: {
  readonly seen: SiteBook | undefined;
  readonly children: ReactNode;
}) => {
  const { workbook, today } = useServices();
  const day = today();
  const [facts, setFacts] = useState<Facts>(none.facts);
  const [refused, setRefused] = useState<{
    readonly seen: SiteBook;
    readonly turn: number;
    readonly refusal: WorkbookRefused;
  }>();
  const [turn, setTurn] = useState(0);
  const want = useMemo(
    () =>
      seen === undefined
        ? none.want
        : gatherer(
            workbook,
            seen,
            (book, clients) => {
              // What stood there stays until it is read anew.
              setFacts((before) => new Map([...before, ...factsOf(book, clients, day)]));
            },
            (fault) => setRefused({ seen, turn, refusal: asRefusal(fault, doing) }),
          ),
    [workbook, seen, day, turn],
  );
  // Another reading, and another try, ask for all lines anew.
  const refusal = refused?.seen === seen && refused?.turn === turn ? refused.refusal : undefined;
  const value = useMemo(
    () => ({ facts, want, refusal, again: () => setTurn((n) => n + 1) }),
    [facts, want, refusal],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
};

/** Nothing while it is read. */
export const useLineFacts = (client: ClientNumber): LineFacts | undefined => {
  const { facts, want } = useContext(context);
  useEffect(() => {
    want(client);
  }, [client, want]);
  return facts.get(client);
};

export const useFactsRefused = (): Pick<AllFacts, "refusal" | "again"> => useContext(context);
