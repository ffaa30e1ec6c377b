/** The day's reading: the due list as the header counts it and Today shows it, and the registers behind the other sections. */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { appointmentWants } from "../../domain/register/appointments";
import { careDueWants } from "../../domain/register/care-due";
import { figureWants } from "../../domain/register/care-figures";
import { dueDayWants, dueList, type DueLine } from "../../domain/register/due-list";
import { meetingWants } from "../../domain/register/evening-meeting";
import { firstMessageWants } from "../../domain/register/first-messages";
import { generateWants } from "../../domain/register/generate-care";
import { salesWants } from "../../domain/register/sales-ledger";
import { wantedTogether } from "../../domain/register/wanted";
import { useServices } from "../services";
import { type Reading, useReading } from "../shell/reading";
import { LastTalksProvider } from "./last-talks";

export interface Due extends Reading {
  /** Worst first; nothing while it is read for the first time. */
  readonly lines: readonly DueLine[] | undefined;
  readonly overdue: number;
  /** How many clients the workbook has. */
  readonly clients: number;
}

/** All of the day in one reading: every column once, however many sections ask for it, and no talk of anybody. */
const dayWants = wantedTogether(
  dueDayWants,
  firstMessageWants,
  appointmentWants,
  careDueWants,
  generateWants,
  figureWants,
  meetingWants,
  { instalments: salesWants.instalments, mortgagePapers: salesWants.mortgagePapers },
);

const context = createContext<Due | undefined>(undefined);

export const DueProvider = ({
  shown,
  children,
}: {
  readonly shown: boolean;
  readonly children: ReactNode;
}) => {
  const { today } = useServices();
  const reading = useReading(dayWants, "读取跟进清单", shown);
  const day = today();
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
      <LastTalksProvider seen={reading.book}>{children}</LastTalksProvider>
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
