/** R7: when to call, by 客户类别 and trade; who can be called at this minute, and from when the others can. */
import {
  addDays,
  type CalendarDay,
  dayOf,
  dayOfMonth,
  daysBetween,
  addMonths,
  minutesOf,
  type Moment,
  momentAt,
  weekday,
} from "../kit/calendar-day";
import { plain } from "../kit/text";

export interface CallingTime {
  readonly zh: string;
  readonly en: string;
}

/** Minutes since midnight, the end not included. */
type Window = readonly [from: number, to: number];

const at = (hour: number, minute = 0): number => hour * 60 + minute;

/** Nobody is rung up earlier or later; the documents leave it to courtesy. A trade may name an earlier hour. */
const courtesy: Window = [at(8), at(21)];

const isWorkday = (day: CalendarDay): boolean => weekday(day) <= 5;
/** How many days of a month's start and end an accountant is busy. */
const busyDays = 3;
const isMonthsEdge = (day: CalendarDay): boolean => {
  const firstOfNext = addMonths(addDays(day, 1 - dayOfMonth(day)), 1);
  return dayOfMonth(day) <= busyDays || daysBetween(day, firstOfNext) <= busyDays;
};

const allDay: readonly Window[] = [courtesy];

interface Trade {
  readonly is: RegExp;
  readonly advice: CallingTime;
  /** When they can be called on this day, in order. */
  readonly windows: (day: CalendarDay) => readonly Window[];
}

const daily = (...windows: readonly Window[]) => {
  return (): readonly Window[] => windows;
};

const trades: readonly Trade[] = [
  {
    is: /会计|财务|出纳/u,
    advice: { zh: "避开月初、月末", en: "not at a month's start or end" },
    windows: (day) => (isMonthsEdge(day) ? [] : allDay),
  },
  {
    is: /医生|医师|大夫|牙医|中医|护士/u,
    advice: { zh: "避开上午，天气不好时更好", en: "not in the morning; better in bad weather" },
    windows: daily([at(12), courtesy[1]]),
  },
  {
    is: /销售|业务员|业务经理|业务代表|导购/u,
    advice: { zh: "9:00 前或 18:00 后", en: "before 9:00 or after 18:00" },
    windows: daily([courtesy[0], at(9)], [at(18), courtesy[1]]),
  },
  {
    is: /行政|公务员|机关/u,
    advice: { zh: "避开 10:30–16:00", en: "not 10:30–16:00" },
    windows: (day) =>
      isWorkday(day)
        ? [
            [courtesy[0], at(10, 30)],
            [at(16), courtesy[1]],
          ]
        : allDay,
  },
  {
    is: /股票|证券|炒股|股民/u,
    advice: { zh: "避开 9:30–11:30、13:00–15:00", en: "not 9:30–11:30, 13:00–15:00" },
    windows: (day) =>
      isWorkday(day)
        ? [
            [courtesy[0], at(9, 30)],
            [at(11, 30), at(13)],
            [at(15), courtesy[1]],
          ]
        : allDay,
  },
  {
    is: /银行/u,
    advice: { zh: "避开 10:00 前后、午间换班和下班前", en: "not around 10:00, the noon shift or closing" },
    // Half an hour to both sides of ten; the noon shift changes between 11:30 and 13:30; the books close from 16:30.
    windows: daily(
      [courtesy[0], at(9, 30)],
      [at(10, 30), at(11, 30)],
      [at(13, 30), at(16, 30)],
      [at(17, 30), courtesy[1]],
    ),
  },
  {
    is: /老师|教师|教员|班主任/u,
    advice: { zh: "放学后", en: "after school" },
    windows: (day) => (isWorkday(day) ? [[at(16, 30), courtesy[1]]] : allDay),
  },
  {
    is: /高层|高管|领导|总经理|总裁|董事|老总|\bCEO\b/iu,
    advice: { zh: "8:00 前", en: "before 8:00" },
    windows: daily([at(7), at(8)]),
  },
  {
    is: /职员|员工|文员|白领|上班/u,
    advice: { zh: "上班时间，避开饭点和下班前", en: "in working hours, not around meals or closing" },
    windows: (day) =>
      isWorkday(day)
        ? [
            [at(9), at(11, 30)],
            [at(13, 30), at(17)],
          ]
        : [],
  },
];

const tradeOf = (occupation: string): Trade | undefined => {
  const said = plain(occupation);
  return trades.find(({ is }) => is.test(said));
};

/** `occupation`: 客户类别 or a trade in words; nothing where the house gives no advice. */
export const whenToCall = (occupation: string): CallingTime | undefined => tradeOf(occupation)?.advice;

export type Callable =
  | { readonly now: true; readonly until: Moment }
  | {
      readonly now: false;
      /** The next minute they can be called. */
      readonly from: Moment;
      /** "hours": it is too early or too late for anybody; "trade": for somebody of this trade. */
      readonly why: "hours" | "trade";
    };

/** The longest wait is an accountant's over a month's end; a fortnight ends every search. */
const farthest = 14;

const nextWindow = (
  windows: (day: CalendarDay) => readonly Window[],
  moment: Moment,
): { readonly day: CalendarDay; readonly window: Window } | undefined => {
  const today = dayOf(moment);
  for (let ahead = 0; ahead <= farthest; ahead++) {
    const day = addDays(today, ahead);
    const window = windows(day).find(([, to]) => ahead > 0 || to > minutesOf(moment));
    if (window !== undefined) return { day, window };
  }
  return undefined;
};

/** R7: whether somebody can be called at this minute, until when; if not, from when, and why not. */
export const callableNow = (occupation: string, moment: Moment): Callable => {
  const windows = tradeOf(occupation)?.windows ?? (() => allDay);
  const minute = minutesOf(moment);
  const next = nextWindow(windows, moment);
  // Every trade has a window within the fortnight.
  if (next === undefined) throw new RangeError(`no calling hours for ${occupation}`);
  const { day, window } = next;
  const [from, to] = window;
  if (day === dayOf(moment) && from <= minute) return { now: true, until: momentAt(day, to) };
  const isNight = minute < courtesy[0] || minute >= courtesy[1];
  return { now: false, from: momentAt(day, from), why: isNight ? "hours" : "trade" };
};
