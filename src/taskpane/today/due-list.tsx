/** The day's reading: the due list as the header counts it and Today shows it, and the registers behind the other sections. */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { dayAsked } from "../../domain/register/follow-up/day-asked";
import { dueList, type DueLine } from "../../domain/register/follow-up/due-list";
import { useServices } from "../services";
import { type Reading, useRowsReading } from "../shell/reading";
import { LineFactsProvider } from "./line-facts";

export interface Due extends Reading {
  /** Worst first; nothing while it is read for the first time. */
  readonly lines: readonly DueLine[] | undefined;
  readonly overdue: number;
  /** How many clients the workbook has. */
  readonly clients: number;
}

const context = createContext<Due | undefined>(undefined);

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
  const reading = useRowsReading(asked, `今日 ${day}`, "读取跟进清单", shown);
  const lines = useMemo(
    () => (reading.book === undefined ? undefined : dueList(reading.book, day)),
    [reading.book, day],
  );
  const due = useMemo(
    () => ({
      ...reading,
      lines,
      overdue: lines?.filter((line) => line.status === "overdue").length ?? 0,
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
  overdue: 0,
  clients: 0,
};

export const useDueList = (): Due => useContext(context) ?? none;
