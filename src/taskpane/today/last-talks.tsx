/** What was said last, of the clients whose lines are on the screen: most of a workbook is talk, and few lines are seen. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { contactHistories, talkWants } from "../../domain/register/contact-history";
import type { SiteBook } from "../../domain/register/site";
import { clientsAsked } from "../../domain/register/some-rows";
import type { ClientNumber } from "../../domain/rules/client-number";
import type { OpenWorkbook, WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal } from "../shell/site";

export interface LastTalk {
  /** Empty where nothing was noted. */
  readonly note: string;
  readonly on: CalendarDay | undefined;
}

type Talks = ReadonlyMap<ClientNumber, LastTalk>;

interface LastTalks {
  readonly talks: Talks;
  readonly want: (client: ClientNumber) => void;
  readonly refusal: WorkbookRefused | undefined;
  readonly again: () => void;
}

const doing = "读取洽谈内容";
const nothing: LastTalk = { note: "", on: undefined };
const none: LastTalks = {
  talks: new Map(),
  want: () => undefined,
  refusal: undefined,
  again: () => undefined,
};
const context = createContext<LastTalks>(none);

const talksOf = (book: SiteBook, clients: readonly ClientNumber[], today: CalendarDay): Talks => {
  const histories = contactHistories(book, today);
  return new Map(
    clients.map((client) => {
      const history = histories.get(client);
      return [client, history ? { note: history.lastNote, on: history.notedOn } : nothing];
    }),
  );
};

/** Lines that come onto the screen together are read together; each once for a reading of the registers. */
const gatherer = (
  workbook: OpenWorkbook,
  seen: SiteBook,
  read: (book: SiteBook, clients: readonly ClientNumber[]) => void,
  refused: (fault: unknown) => void,
): LastTalks["want"] => {
  const asked = new Set<ClientNumber>();
  let waiting: ClientNumber[] = [];
  const readWaiting = (): void => {
    const clients = waiting;
    waiting = [];
    workbook
      .readRows(
        clientsAsked(talkWants, () => clients),
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
export const LastTalksProvider = ({
  seen,
  children,
}: {
  readonly seen: SiteBook | undefined;
  readonly children: ReactNode;
}) => {
  const { workbook, today } = useServices();
  const day = today();
  const [talks, setTalks] = useState<Talks>(none.talks);
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
              setTalks((before) => new Map([...before, ...talksOf(book, clients, day)]));
            },
            (fault) => setRefused({ seen, turn, refusal: asRefusal(fault, doing) }),
          ),
    [workbook, seen, day, turn],
  );
  // Another reading, and another try, ask for all lines anew.
  const refusal = refused?.seen === seen && refused?.turn === turn ? refused.refusal : undefined;
  const value = useMemo(
    () => ({ talks, want, refusal, again: () => setTurn((n) => n + 1) }),
    [talks, want, refusal],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
};

/** Nothing while it is read. */
export const useLastTalk = (client: ClientNumber): LastTalk | undefined => {
  const { talks, want } = useContext(context);
  useEffect(() => want(client), [client, want]);
  return talks.get(client);
};

export const useTalksRefused = (): Pick<LastTalks, "refusal" | "again"> => useContext(context);
