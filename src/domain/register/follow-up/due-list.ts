/** R5, R6: who is to be contacted, worst first; from the registers alone, as the sheet's formulas say too. */
import { type CalendarDay, daysBetween } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import {
  afterDeposit,
  type Cadence,
  depositNow,
  type Due,
  dueDay,
  type Situation,
} from "../../rules/follow-up-due";
import type { Grade } from "../../rules/grade";
import { compareUrgency, dueStatus, type DueStatus, isSleeping, statusWording } from "../../rules/overdue";
import { type CallingTime, whenToCall } from "../../rules/when-to-call";
import { clientTrades } from "../client/client-trades";
import { begunAnew } from "./begun-anew";
import { contactHistories, talkWants } from "./contact-history";
import { type DepositState, depositStandings } from "../sales/deposits";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { spelled } from "../read-answer";
import { salesWants } from "../sales/sales-ledger";
import { phoneKeysOf, phonesOf, type Standing, standingsByClient } from "../standing";
import type { Occasion, Site, SiteBook } from "../site";
import { type Wanted, wantedTogether } from "../wanted";

/** Who is due, without their phones and what was said: `phone` and `lastNote` stay empty. */
export const dueDayWants: Wanted = {
  visitors: ["clientId", "visitDate", "consultant", "name", "occupation"],
  calls: ["clientId", "calledAt", "consultant", "name"],
  grades: [...gradeWants, "formerConsultant"],
  followUps: ["clientId", "contactedAt", "nextAt"],
  deals: salesWants.deals,
  receipts: salesWants.receipts,
  applications: salesWants.applications,
  profiles: ["clientId", "employer", "position"],
};

/** How to reach them: asked for where it is shown. */
export const phoneWants: Wanted = {
  visitors: ["clientId", "name", ...phoneKeysOf("visitors")],
  calls: ["clientId", "name", ...phoneKeysOf("calls")],
};

export const dueWants: Wanted = wantedTogether(dueDayWants, phoneWants, talkWants);

export type DueLineStatus =
  | "overdue"
  | "today"
  /** Within the days ahead that were asked for; for D, whose occasion is as near. */
  | "week"
  | "later"
  /** D: waits for the next promotion or festival, farther away. */
  | "occasion"
  /** ×: waits to be assigned anew (R10). */
  | "reassignment";

export interface DueLine {
  readonly clientId: ClientNumber;
  readonly name: string;
  readonly grade: Grade;
  /** The owner now. */
  readonly consultant: string;
  /** As shown, several joined with `、`; empty when there is none. */
  readonly phone: string;
  readonly lastContact: CalendarDay;
  readonly lastNote: string;
  readonly due: CalendarDay | undefined;
  /** R5 最早: from this day a contact counts; with `due`. */
  readonly opens: CalendarDay | undefined;
  readonly status: DueLineStatus;
  /** 跟进状态 as the sheet shows it: 逾期3天, 今日, 未到期, 待活动, 待再分配. */
  readonly statusText: string;
  /** Nought unless overdue. */
  readonly daysOverdue: number;
  /** No contact for over 30 days (R6). */
  readonly sleeping: boolean;
  /** R7, by 职务, 单位 or 客户类别. */
  readonly whenToCall: CallingTime | undefined;
  /** What `whenToCall` was read from; empty where nothing is known. */
  readonly trade: string;
  /** R5: a deposit that waits for 签约, or was taken back and nobody has graded the client since. */
  readonly deposit: DepositState | undefined;
  /** The row of 等级跟踪, 1-based. */
  readonly row: number;
}

export interface DueQuestion {
  readonly consultant?: string;
  /** How many days ahead "week" reaches: 7 when not said. */
  readonly ahead?: number;
  /** Lines that are not yet due within those days, too. */
  readonly all?: boolean;
}

export const cadenceOf = ({ cadence, policies }: Pick<Site, "cadence" | "policies">): Cadence => ({
  ...cadence,
  D: "occasion",
  ...afterDeposit(policies.depositDays, policies.withdrawnEarliest, policies.withdrawnLatest),
});

/** D waits for occasions that are for D, or for everybody (活动's 对象级别). */
export const forGradeD = ({ occasions }: Site): readonly Occasion[] =>
  occasions.filter(({ audience }) => audience === undefined || audience.includes("D"));

/** A D client waits for the occasion itself, not for a day that nears (R5). */
const waitsForOccasion = (grade: Grade, due: Due, site: Site): boolean =>
  grade === "D" && "due" in due && site.occasions.some(({ day }) => day === due.due);

const lineStatus = (status: DueStatus, ahead: number, near: boolean): DueLineStatus => {
  switch (status.kind) {
    case "overdue":
    case "today":
    case "reassignment":
      return status.kind;
    case "occasion":
      return near ? "week" : status.kind;
    case "upcoming":
      return status.days <= ahead ? "week" : "later";
    case "deal":
      return "later";
  }
};

/** As shown, several joined with `、`. */
export const contactOf = (rows: readonly Standing[], site: Site): string =>
  [...new Set(rows.flatMap((row) => phonesOf(row, site).map(({ shown }) => shown)))].join("、");

/** By client, as shown, several joined with `、`; clients without a phone are left out. */
export const phonesByClient = (book: SiteBook): ReadonlyMap<ClientNumber, string> =>
  new Map(
    [...standingsByClient(book)]
      .map(([client, rows]) => [client, contactOf(rows, book.site)] as const)
      .filter(([, phones]) => phones !== ""),
  );

/** Every client of 等级跟踪 but those whose deal is signed; lines that nobody has to act on yet only with `all`. */
export const dueList = (
  book: SiteBook,
  today: CalendarDay,
  question: DueQuestion = {},
): readonly DueLine[] => {
  const { site } = book;
  const ahead = question.ahead ?? 7;
  const asked = question.consultant === undefined ? undefined : spelled(site, question.consultant);
  const cadence = cadenceOf(site);
  const occasions = forGradeD(site).map(({ day }) => day);
  const deposits = depositStandings(book, today);
  const tradeOf = clientTrades(book);
  const histories = contactHistories(book, today);
  const rowsOf = standingsByClient(book);
  const found: { readonly line: DueLine; readonly grade: Grade; readonly status: DueStatus }[] = [];
  for (const gradeRow of gradeRowOf(gradeRows(book, today)).values()) {
    const { clientId, consultant, grade, reached, row } = gradeRow;
    const history = histories.get(clientId);
    if (grade === undefined || history === undefined) continue;
    const standing = deposits.get(clientId);
    if (grade === "√" && standing === undefined) continue;
    if (asked !== undefined && asked !== consultant) continue;
    // All of one shape: twenty thousand of them are read.
    const situation: Situation = {
      grade,
      lastContact: history.last,
      onFirstDay: history.onFirstDay,
      begunOn: begunAnew(gradeRow),
      agreedNext: history.agreedNext,
      deposit: standing && (standing.state === "deposit" ? "paid" : standing.state),
      depositOn: standing?.on,
      gradedOn: reached[grade],
      cadence,
      occasions,
    };
    const due = dueDay(situation);
    const deposit = depositNow(situation) === undefined ? undefined : standing?.state;
    const plainStatus = dueStatus(due, today);
    const status: DueStatus =
      plainStatus.kind === "upcoming" && waitsForOccasion(grade, due, site)
        ? { kind: "occasion" }
        : plainStatus;
    const sleeping = isSleeping(grade, history.last, today);
    const near = "due" in due && daysBetween(today, due.due) <= ahead;
    if (!question.all && !near && !sleeping && status.kind !== "reassignment") continue;
    const rows = rowsOf.get(clientId) ?? [];
    const trade = tradeOf(clientId);
    found.push({
      status,
      grade,
      line: {
        clientId,
        name: rows[0]?.name ?? "",
        grade,
        consultant,
        // Read when it is looked at: a long list is looked at forty lines at a time.
        get phone() {
          return contactOf(rows, site);
        },
        lastContact: history.last,
        lastNote: history.lastNote,
        due: "due" in due ? due.due : undefined,
        opens: "due" in due ? due.opens : undefined,
        status: lineStatus(status, ahead, near),
        statusText: statusWording(status),
        daysOverdue: status.kind === "overdue" ? status.days : 0,
        sleeping,
        whenToCall: trade === "" ? undefined : whenToCall(trade),
        trade,
        deposit,
        row,
      },
    });
  }
  return found
    .sort((a, b) => compareUrgency(a, b) || (a.line.clientId < b.line.clientId ? -1 : 1))
    .map(({ line }) => line);
};
