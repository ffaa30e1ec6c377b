/** Who is expected: 下次看房时间 of 来访登记 and 邀约时间 of 集中邀约, as long as nobody has said what came of them. */
import { addDays, type CalendarDay, dayOf, type Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { timeAt } from "../day-at";
import { clientAt, textAt } from "../raw-cell";
import { namesOf } from "../care/referrals";
import { type Register, rowNumber } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const appointmentWants: Wanted = {
  visitors: ["clientId", "visitDate", "name", "nextAppointment", "preferredUnits"],
  calls: ["clientId", "name"],
  grades: gradeWants,
  followUps: ["clientId", "contactedAt", "method"],
  invitations: ["clientId", "invitedFor", "event", "units", "result"],
};

export interface Appointment {
  readonly client: ClientNumber;
  readonly name: string;
  /** The client's owner now. */
  readonly consultant: string;
  /** R10: given up, and waits for the manager. */
  readonly hopeless: boolean;
  readonly at: Moment;
  /** As invited to, else as preferred. */
  readonly units: string;
  readonly event: string;
  /** 集中邀约 has a row of it that takes the result. */
  readonly invited: boolean;
}

/** How long a missed answer is still asked for, in days. */
export const answeredWithin = 7;

interface Ahead {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

export const appointedAt = (register: Register, key: string, index: number, today: CalendarDay) => {
  const at = timeAt(register, key, index, today);
  return at !== undefined && at.length > 10 ? (at as Moment) : undefined;
};

/** "LY-ZS001 2024-03-05": who came on which day, by 跟踪记录. */
const visitsOf = ({ registers: { followUps } }: SiteBook, { from }: Ahead, today: CalendarDay) => {
  const found = new Set<string>();
  for (let index = 0; followUps && index < followUps.count; index++) {
    if (textAt(followUps, "method", index) !== "来访") continue;
    const at = timeAt(followUps, "contactedAt", index, today);
    const client = clientAt(followUps, "clientId", index);
    if (client !== undefined && at !== undefined && dayOf(at) >= from) found.add(`${client} ${dayOf(at)}`);
  }
  return found;
};

/** From a week ago (those nobody has answered) to `ahead` days from today; the earliest first. */
export const appointments = (book: SiteBook, today: CalendarDay): readonly Appointment[] => {
  const span = { from: addDays(today, -answeredWithin), to: addDays(today, 1) };
  const within = (at: Moment | undefined): at is Moment =>
    at !== undefined && dayOf(at) >= span.from && dayOf(at) <= span.to;
  const names = namesOf(book);
  const grades = gradeRowOf(gradeRows(book, today));
  const found = new Map<string, Appointment>();
  const add = (client: ClientNumber, at: Moment, units: string, event: string, invited: boolean): void => {
    const key = `${client} ${at}`;
    const before = found.get(key);
    found.set(key, {
      client,
      name: names.get(client) ?? "",
      consultant: grades.get(client)?.consultant ?? "",
      hopeless: grades.get(client)?.grade === "×",
      at,
      units: before?.units || units,
      event: before?.event || event,
      invited: invited || (before?.invited ?? false),
    });
  };
  const { invitations, visitors } = book.registers;
  const answered = new Set<string>();
  for (let index = 0; invitations && index < invitations.count; index++) {
    const client = clientAt(invitations, "clientId", index);
    const at = appointedAt(invitations, "invitedFor", index, today);
    if (client === undefined || !within(at)) continue;
    if (textAt(invitations, "result", index) !== "") answered.add(`${client} ${at}`);
    else add(client, at, textAt(invitations, "units", index), textAt(invitations, "event", index), true);
  }
  const came = visitsOf(book, span, today);
  for (let index = 0; visitors && index < visitors.count; index++) {
    const at = appointedAt(visitors, "nextAppointment", index, today);
    if (!within(at)) continue;
    const client = clientAt(visitors, "clientId", index);
    if (client === undefined || answered.has(`${client} ${at}`) || came.has(`${client} ${dayOf(at)}`))
      continue;
    add(client, at, textAt(visitors, "preferredUnits", index), "", false);
  }
  return [...found.values()].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.client < b.client ? -1 : 1,
  );
};

/** The sheet's row of the register, 1-based, and where it is in it. */
export const rowsAppointed = (
  register: Register | undefined,
  key: string,
  client: ClientNumber,
  at: Moment,
  today: CalendarDay,
): readonly { readonly index: number; readonly row: number }[] => {
  const found: { readonly index: number; readonly row: number }[] = [];
  for (let index = 0; register && index < register.count; index++)
    if (clientAt(register, "clientId", index) === client && appointedAt(register, key, index, today) === at)
      found.push({ index, row: rowNumber(register, index) });
  return found;
};
