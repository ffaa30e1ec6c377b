/**
 * R15 (002): what is to be done for an owner, and when. From deals, birthdays, festivals and the project's dates to
 * tasks; which of them are in the register already is not known here.
 */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayFrom,
  dayOfMonth,
  monthOf,
  yearOf,
} from "../kit/calendar-day";
import { plain } from "../kit/text";
import { type Festival, festivalsBetween } from "./festivals";
import { solarTermsBetween } from "./solar-terms";

/** 事由, as 维护事由 of 字典 starts. */
export type CareReason =
  | "成交次日"
  | "电影周"
  | "答谢饭局"
  | "样板区活动"
  | "生日"
  | "结婚纪念日"
  | "节日"
  | "节气"
  | "交房"
  | "转介绍答谢";
export type CareMethod = "短信" | "电话" | "上门" | "活动" | "寄送";

export interface CareTask {
  readonly reason: CareReason;
  readonly detail: string;
  /** 应做日期: the last day of the time the documents give. */
  readonly due: CalendarDay;
  /** Until when it is still owed, should it not have been thought of in time. */
  readonly until: CalendarDay;
  readonly method: CareMethod;
}

/** 同意接收信息. A no is kept for good; unknown: nobody has asked yet. */
export type Consent = "yes" | "no" | "unknown";

export interface Owner {
  /** 认购日期 of the deals that stand. */
  readonly deals: readonly CalendarDay[];
  /** The grade before the deal: how much is done on birthdays. D and unknown as C. */
  readonly class: "A" | "B" | "C";
  readonly birthday: CalendarDay | undefined;
  readonly spouseBirthday: CalendarDay | undefined;
  readonly weddingDay: CalendarDay | undefined;
  readonly consent: Consent;
  /** Clients they brought who have bought: the day of the first deal. Reward follows the deal (R16). */
  readonly brought: readonly { readonly who: string; readonly on: CalendarDay }[];
}

/** Dates of the project, where the site has set them. */
export interface ProjectDays {
  readonly openingOn: CalendarDay | undefined;
  readonly handOverOn: CalendarDay | undefined;
}

/** 事由 that go with being an owner: who gave the deal back is owed nothing of them. The other days are the client's own. */
export const ownersOnly: ReadonlySet<string> = new Set<CareReason>([
  "成交次日",
  "电影周",
  "答谢饭局",
  "样板区活动",
  "交房",
]);

/** How many days after 认购 a deal's own tasks are due. */
export const daysAfterDeal = { 成交次日: 1, 电影周: 15, 答谢饭局: 30, 转介绍答谢: 1 } as const;

/** How long a deal's thanks are still owed after the deal, in days. */
const owedAfterDeal = 60;

/** 内容 of the call that asks. */
export const askingDetail = "成交次日电话，并问是否同意接收信息";

/** Before it is known whether they may be contacted, the call after the deal asks. */
const askingCall = (on: CalendarDay): CareTask => ({
  reason: "成交次日",
  detail: askingDetail,
  due: addDays(on, daysAfterDeal.成交次日),
  until: addDays(on, owedAfterDeal),
  method: "电话",
});

const afterDeal = (on: CalendarDay): readonly CareTask[] => {
  const after = (reason: keyof typeof daysAfterDeal, detail: string, method: CareMethod): CareTask => ({
    reason,
    detail,
    due: addDays(on, daysAfterDeal[reason]),
    until: addDays(on, owedAfterDeal),
    method,
  });
  return [
    after("成交次日", "电话慰问并答谢", "电话"),
    after("电影周", "邀约看电影，送洗车券", "活动"),
    after("答谢饭局", "答谢饭局，请带朋友来", "活动"),
  ];
};

/** Each month from the first deal on, until the house is handed over: then there is no stage left to tell of. */
const monthlyNews = (
  first: CalendarDay,
  from: CalendarDay,
  to: CalendarDay,
  { handOverOn }: ProjectDays,
): readonly CareTask[] => {
  const last = handOverOn !== undefined && handOverOn < to ? handOverOn : to;
  const tasks: CareTask[] = [];
  // What was due before today is not owed: begin in this month.
  const passed = (yearOf(from) - yearOf(first)) * 12 + monthOf(from) - monthOf(first);
  for (let month = Math.max(1, passed); ; month++) {
    const due = addMonths(first, month);
    if (due > last) return tasks;
    const detail = `${yearOf(due)}年${monthOf(due)}月样板区活动与项目进度`;
    tasks.push({ reason: "样板区活动", detail, due, until: due, method: "活动" });
  }
};

/** The day's return in a year; 29 February is kept on the 28th. */
const inYear = (day: CalendarDay, year: number): CalendarDay | undefined =>
  dayFrom(year, monthOf(day), dayOfMonth(day)) ?? dayFrom(year, monthOf(day), 28);

/** Weeks ahead in which an A client's day is prepared: two to three (002). */
const preparedAhead = 14;

const anniversaries = (
  reason: "生日" | "结婚纪念日",
  whose: string,
  day: CalendarDay | undefined,
  owner: Owner,
  from: CalendarDay,
  to: CalendarDay,
): readonly CareTask[] => {
  if (day === undefined) return [];
  const tasks: CareTask[] = [];
  for (let year = yearOf(from); year <= yearOf(addDays(to, preparedAhead)); year++) {
    const on = inYear(day, year);
    if (on === undefined || on < from) continue;
    const prepared = addDays(on, -preparedAhead);
    const said = `${whose}${reason} ${on.slice(5)}`;
    const visit = reason === "生日" ? "上门送花或蛋糕，办生日会" : "上门拜访";
    const ways = {
      // Nobody is late with a day that was not known in time.
      A: { detail: `${said}：${visit}`, due: prepared < from ? from : prepared, method: "上门" },
      B: { detail: `${said}：去电祝福，寄贺卡`, due: on, method: "电话" },
      C: { detail: `${said}：短信祝福`, due: on, method: "短信" },
    } as const satisfies Record<Owner["class"], unknown>;
    tasks.push({ reason, until: on, ...ways[owner.class] });
  }
  return tasks;
};

const greetings = (reason: "节日" | "节气", days: readonly Festival[]): readonly CareTask[] =>
  days.map(({ day, name }) => ({
    reason,
    detail: `${name}${reason === "节日" ? "祝福" : "健康提醒"}`,
    due: day,
    until: day,
    method: "短信",
  }));

/** Festivals and solar terms of a stretch; 清明 is both, and greeted once. */
const greetingsBetween = (from: CalendarDay, to: CalendarDay): readonly CareTask[] => {
  const festivals = festivalsBetween(from, to);
  const named = new Set(festivals.map(({ day, name }) => `${day} ${name}`));
  const terms = solarTermsBetween(from, to).filter(({ day, name }) => !named.has(`${day} ${name}`));
  return [...greetings("节日", festivals), ...greetings("节气", terms)];
};

const projectDays = ({ openingOn, handOverOn }: ProjectDays): readonly CareTask[] => [
  ...(openingOn === undefined
    ? []
    : [
        {
          reason: "样板区活动",
          detail: "开盘，邀请到场",
          due: openingOn,
          until: openingOn,
          method: "活动",
        } as const,
      ]),
  ...(handOverOn === undefined
    ? []
    : [
        {
          reason: "交房",
          detail: "交房，上门祝贺乔迁",
          due: handOverOn,
          until: handOverOn,
          method: "上门",
        } as const,
      ]),
];

const thanks = ({ brought }: Owner): readonly CareTask[] =>
  brought.map(({ who, on }) => ({
    reason: "转介绍答谢",
    detail: `答谢介绍 ${who} 成交`,
    due: addDays(on, daysAfterDeal.转介绍答谢),
    until: addDays(on, owedAfterDeal),
    method: "寄送",
  }));

/** The client somebody brought, as 内容 of 转介绍答谢 names them: "答谢介绍 李先生（LY-LI001） 成交". */
export const broughtIn = (detail: string): string | undefined =>
  /\(([A-Z]+-[A-Z]+\d+)\)/u.exec(plain(detail))?.[1];

/**
 * The tasks of many owners between `today` and `to`: due by then, and still owed today. Only for who agreed (R15);
 * of who was not asked yet nothing but the call after the deal that asks them.
 */
export const careCalendar = (
  today: CalendarDay,
  to: CalendarDay,
  project: ProjectDays,
): ((owner: Owner) => readonly CareTask[]) => {
  const greetingTasks = greetingsBetween(today, to);
  const projectTasks = projectDays(project);
  return (owner) => {
    if (owner.consent === "no") return [];
    const [first] = [...owner.deals].sort();
    const tasks =
      owner.consent === "unknown"
        ? owner.deals.map(askingCall)
        : first === undefined
          ? thanks(owner)
          : [
              ...owner.deals.flatMap(afterDeal),
              ...monthlyNews(first, today, to, project),
              ...anniversaries("生日", "", owner.birthday, owner, today, to),
              ...anniversaries("生日", "配偶", owner.spouseBirthday, owner, today, to),
              ...anniversaries("结婚纪念日", "", owner.weddingDay, owner, today, to),
              ...projectTasks,
              ...thanks(owner),
              ...greetingTasks,
            ];
    return tasks.filter(({ due, until }) => due <= to && until >= today);
  };
};

/** How many days before 应做日期 it may be done: 电影周 from the 5th day to the 15th, 答谢饭局 from the 15th to the 30th … */
const doneAhead: ReadonlyMap<string, number> = new Map([
  ["电影周", 10],
  ["答谢饭局", 15],
  ["样板区活动", 7],
  ["交房", 7],
]);

/** From when a task of the register stands on the day's list. */
export const careOpens = (reason: string, method: string, due: CalendarDay): CalendarDay =>
  addDays(due, -(doneAhead.get(reason) ?? (method === "上门" ? 7 : 0)));
