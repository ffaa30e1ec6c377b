/** 该打电话的老客户 (R15): owners who agreed and whose call by R5's third column is due, the latest first. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { ownerCallDue, type OwnerClass, ownerCountsFrom, ungraded } from "../../rules/owner-calls";
import { compareUrgency, dueStatus, type DueStatus, statusWording } from "../../rules/overdue";
import { whenToCall } from "../../rules/when-to-call";
import { careDueWants, openCare, type OpenCareTask } from "./care-due";
import { clientTrades } from "../client/client-trades";
import { consents } from "./consents";
import { contactHistories } from "../follow-up/contact-history";
import { depositStandings } from "../sales/deposits";
import { cadenceOf, contactOf, dueDayWants, type DueLine, forGradeD } from "../follow-up/due-list";
import { gradeRowOf, gradeRows } from "../grade-rows";
import { gradeBeforeDeal } from "./owners";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { liveDealsOf, namesOf } from "./referrals";
import { cellAt } from "../register";
import type { Deal } from "../sales/sales-ledger";
import type { Site, SiteBook } from "../site";
import { standingsByClient } from "../standing";
import { type Wanted, wantedTogether } from "../wanted";

export const ownerCallWants: Wanted = wantedTogether(dueDayWants, careDueWants);

/** `grade` as 等级跟踪 has it now: √. */
export interface OwnerCall extends Omit<DueLine, "row" | "opens" | "deposit" | "sleeping" | "due"> {
  readonly due: CalendarDay;
  readonly status: "overdue" | "today";
  readonly class: OwnerClass;
  /** 最迟 of the class; nothing for D, who is rung up at events. */
  readonly within: number | undefined;
}

/** 002's rows of 跟进周期 as they stand on 设置, which has all policies' side by side, whatever policy is chosen for others. */
const ownerCadenceOf = (site: Site) => cadenceOf({ ...site, cadence: site.ownerCadence });

/** 方式 of 老客户维护 by which somebody was spoken to. */
const spokenTo: readonly string[] = ["电话", "上门"];

/** By client, the last day that 老客户维护 says they were spoken to: not every task done is entered as a contact. */
const lastSpokenTo = (
  { registers: { careTasks } }: SiteBook,
  today: CalendarDay,
): ReadonlyMap<ClientNumber, CalendarDay> => {
  const found = new Map<ClientNumber, CalendarDay>();
  for (let index = 0; careTasks && index < careTasks.count; index++) {
    if (!spokenTo.includes(textAt(careTasks, "method", index))) continue;
    const client = clientAt(careTasks, "clientId", index);
    const done = dayOfCell(cellAt(careTasks, "doneOn", index), today);
    if (client !== undefined && done !== undefined && done > (found.get(client) ?? ""))
      found.set(client, done);
  }
  return found;
};

const latest = (days: readonly (CalendarDay | undefined)[]): CalendarDay | undefined =>
  days.reduce((last, day) => (day !== undefined && day > (last ?? "") ? day : last), undefined);

/** The last of 认购日期 and 签约日期. */
const dealDay = (deals: readonly Deal[]): CalendarDay | undefined =>
  latest(deals.flatMap(({ subscribedOn, signedOn }) => [subscribedOn, signedOn]));

/**
 * Owners to ring up today; nobody whom another list of the day names for it:
 * - until 签约, and while a grade before the deal stands or stands again, 跟进 does (R5); × waits for somebody else (R10);
 * - with an open 电话 task of 老客户维护, the care list does.
 *
 * @param tasks as `openCare` finds them.
 */
export const ownerCalls = (
  book: SiteBook,
  today: CalendarDay,
  tasks: readonly OpenCareTask[] = openCare(book, today),
): readonly OwnerCall[] => {
  const { site } = book;
  const said = consents(book);
  const grades = gradeRowOf(gradeRows(book, today));
  const deposits = depositStandings(book, today);
  const named = new Set(tasks.flatMap(({ client, method }) => (method === "电话" ? [client] : [])));
  const histories = contactHistories(book, today);
  const spoken = lastSpokenTo(book, today);
  const names = namesOf(book);
  const tradeOf = clientTrades(book);
  const rowsOf = standingsByClient(book);
  const cadence = ownerCadenceOf(site);
  const occasions = forGradeD(site).map(({ day }) => day);
  const found: { readonly line: OwnerCall; readonly grade: OwnerClass; readonly status: DueStatus }[] = [];
  for (const [client, deals] of liveDealsOf(book, today)) {
    if (said.get(client) !== "yes" || deposits.has(client) || named.has(client)) continue;
    const row = grades.get(client);
    if (row?.grade !== undefined && row.grade !== "√") continue;
    const dealOn = dealDay(deals);
    if (dealOn === undefined) continue;
    const history = histories.get(client);
    const ofOwner = gradeBeforeDeal(row) ?? ungraded;
    const since = { dealOn, lastContact: latest([history?.last, spoken.get(client)]) };
    const lastContact = ownerCountsFrom(since);
    const due = ownerCallDue({
      ...since,
      consent: "yes",
      class: ofOwner,
      agreedNext: history?.agreedNext,
      cadence,
      occasions,
    });
    if (due === undefined || !("due" in due) || due.due > today) continue;
    const status = dueStatus(due, today);
    const pace = cadence[ofOwner];
    found.push({
      status,
      grade: ofOwner,
      line: {
        clientId: client,
        name: names.get(client) ?? deals[0]?.name ?? "",
        grade: "√",
        class: ofOwner,
        within: pace === "occasion" ? undefined : pace.latest,
        consultant: row?.consultant ?? "",
        // Read when they are looked at, as on the due list.
        get phone() {
          return contactOf(rowsOf.get(client) ?? [], site);
        },
        lastContact,
        lastNote: history?.lastNote ?? "",
        due: due.due,
        status: status.kind === "overdue" ? "overdue" : "today",
        statusText: statusWording(status),
        daysOverdue: status.kind === "overdue" ? status.days : 0,
        get whenToCall() {
          return whenToCall(this.trade);
        },
        get trade() {
          return tradeOf(client);
        },
      },
    });
  }
  return found
    .sort((a, b) => compareUrgency(a, b) || (a.line.clientId < b.line.clientId ? -1 : 1))
    .map(({ line }) => line);
};
