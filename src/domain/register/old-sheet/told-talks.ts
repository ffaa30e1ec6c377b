/**
 * 收编: several talks told in one cell, each part beginning with its day: 3.5 电话回访：说要考虑；3.9 来访：带家人看房. Whatever
 * is not sure leaves the cell as it is.
 */
import { addDays, type CalendarDay, dayFrom, type Moment, momentAt, yearOf } from "../../kit/calendar-day";
import type { RawCell } from "../register";
import { methodOf, methodWithin } from "./talk-methods";

/** One part, its day and what goes between them cut off. */
export interface ToldTalk {
  readonly at: Moment;
  readonly day: CalendarDay;
  readonly method: string | undefined;
  /** Who held it, where the part begins with a name of the roster. */
  readonly consultant: string | undefined;
  readonly notes: string;
}

export interface ToldTalks {
  /** What stands before the first day. */
  readonly before: string;
  readonly talks: readonly ToldTalk[];
}

/** Where a part begins: at the cell's start, in a line of its own, or behind ； and 。 */
const start = "(?:^|[\\n\\r;；。]|(?=[①-⑳]))";
/** 1、 or (2) or ③ or 第一次：, before a day. */
const ordinal = "(?:\\d{1,2}、|[（(]\\d{1,2}[）)]|[①-⑳]|第[一二三四五六七八九十\\d]{1,3}次[:：]?)?";
const day = [
  "(?<year>(?:20)?\\d{2})(?<sign>[./-])(?<m1>\\d{1,2})\\k<sign>(?<d1>\\d{1,2})",
  "(?:(?<long>(?:20)?\\d{2})年)?(?<m2>\\d{1,2})月(?<d2>\\d{1,2})[日号]?",
  "(?<m3>\\d{1,2})[./-](?<d3>\\d{1,2})",
].join("|");
const clock = "(?:\\s*(?<hour>\\d{1,2})[:：](?<minute>\\d{2}))?";
const head = new RegExp(
  `${start}\\s*${ordinal}\\s*(?<open>[（(])?(?:${day})(?!\\d)${clock}(?<close>[）)])?`,
  "gu",
);

/** 3.5万, 12.8㎡, 3.5-4.2, 3/2户型: no day at all. */
const measured =
  /^\s*(?:[\d.．/~～%％‰℃°㎡+*×x-]|[万萬千百亿元圆块角米平折层楼栋幢号室厅卫房户套个位人次组岁年月天周小时分点倍成亩公里厘毫吨斤匹寸]|[wWkKmM](?![a-z]))/u;
/** 3月9日前答复, 3.9以后再说: when something is to be. */
const bounded = /^(?:[前后起止至到]|[之以][前后]|左右|开始)/u;
/** 3.9 再约, 3.9 过来签约: not surely done. */
const planned = /^(?:再(?!次)|回来|约|预约|准备|计划|打算|过来|开盘|交房|生日|到期|去(?!电))/u;
const between = /^[\s:：,，、.．·—-]+/u;
/** What a part without a way may begin with where its day has only a point: 3.5 says little by itself. */
const spoken = /^[\s:：,，、(（【\p{Script=Han}]/u;

/** 3.5 half a year after the talk before it is rather another year's, or no day. */
const mostDaysOver = 183;

/** As ASCII, sign for sign: places in the text stay. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９．／－]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

interface Head {
  readonly from: number;
  readonly to: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly date: number;
  readonly minutes: number;
}

const nextDay =
  /^\s*[、,，]\s*(?:(?<m1>\d{1,2})月(?<d1>\d{1,2})[日号]?|(?<m2>\d{1,2})[./-](?<d2>\d{1,2}))(?!\d)/u;

/** 3.5、3.12、3.20 电话: the days behind the first, where a way of talking ends them, and how long they are. */
const daysListed = (
  behind: string,
): { readonly days: readonly (readonly [number, number])[]; readonly length: number } => {
  const days: (readonly [number, number])[] = [];
  let length = 0;
  for (let found = nextDay.exec(behind); found !== null; found = nextDay.exec(behind.slice(length))) {
    const { m1, d1, m2, d2 } = found.groups ?? {};
    days.push([Number(m1 ?? m2), Number(d1 ?? d2)]);
    length += found[0].length;
  }
  const saysHow = methodOf(behind.slice(length).replace(between, "")) !== undefined;
  return saysHow ? { days, length } : { days: [], length: 0 };
};

/** `undefined` among them: what may be a day or not. */
const headsIn = (text: string): readonly (Head | undefined)[] =>
  [...text.matchAll(head)].flatMap((found): readonly (Head | undefined)[] => {
    const { year, long, m1, m2, m3, d1, d2, d3, hour, minute, open, close } = found.groups ?? {};
    if ((open === undefined) !== (close === undefined)) return [];
    const [month, date] = [Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3)];
    const to = found.index + found[0].length;
    const behind = text.slice(to, to + 12);
    const said = behind.replace(between, "");
    const saysHow = methodOf(said) !== undefined;
    const [hours, minutes] = [Number(hour ?? 0), Number(minute ?? 0)];
    if (month < 1 || month > 12 || date < 1 || date > 31 || hours > 23 || minutes > 59) return [];
    if (bounded.test(behind) && !saysHow) return [];
    const isBare = m3 !== undefined;
    if (isBare && !saysHow && (measured.test(behind) || !spoken.test(behind))) return [];
    if (said === "" || (planned.test(said) && !saysHow)) return [undefined];
    const written = year ?? long;
    const { days, length } = daysListed(text.slice(to));
    const first: Head = {
      // A full stop ends what goes before.
      from: found.index + (found[0].startsWith("。") ? 1 : 0),
      to: to + length,
      year: written === undefined ? undefined : (Number(written) % 100) + 2000,
      month,
      date,
      minutes: hours * 60 + minutes,
    };
    const others = days.map(([m, d]): Head => ({ ...first, year: undefined, month: m, date: d, minutes: 0 }));
    return [first, ...others];
  });

/**
 * On the day before it or later: of the same year, or early in the next. One that goes back, but not before `since`, is
 * of a cell that tells the newest first, or of none.
 */
const dayAfter = (
  { year, month, date }: Head,
  last: CalendarDay,
  since: CalendarDay,
): CalendarDay | undefined => {
  if (year !== undefined) return dayFrom(year, month, date);
  const same = dayFrom(yearOf(last), month, date);
  if (same !== undefined && same >= last) return same;
  if (same !== undefined && same >= since) return undefined;
  const next = dayFrom(yearOf(last) + 1, month, date);
  return next !== undefined && next <= addDays(last, mostDaysOver) ? next : undefined;
};

/** Captions of columns for what came after the visit: of others, each talk must say how it was held. */
const ofTalks = /跟踪|跟进|追踪|回访/u;
export const isOfTalks = (caption: string): boolean => ofTalks.test(caption);

/** Looks so, whatever its days may be. */
export const tellsTalks = (cell: RawCell): boolean => {
  if (typeof cell !== "string") return false;
  const heads = headsIn(halfWidth(cell));
  return heads.length > 1 && heads.every((each) => each !== undefined);
};

/** 7.25带家人: one talk or more, the first from its first sign. */
export const beginsWithDay = (cell: RawCell): boolean => {
  if (typeof cell !== "string") return false;
  const text = halfWidth(cell);
  const [first] = headsIn(text);
  return first !== undefined && text.slice(0, first.from).trim() === "";
};

/** A cell holds no more of them that anybody could tell apart. */
const mostTalks = 60;

/**
 * The talks of a cell whose parts begin with their days, one after the other; nothing where there are fewer than
 * `fewest`, or where one is not surely a day from `since` to `today`.
 * @param since the row's visit or call; `roster` names of consultants.
 */
export const toldTalks = (
  said: string,
  since: CalendarDay,
  today: CalendarDay,
  roster: readonly string[] = [],
  fewest = 2,
): ToldTalks | undefined => {
  const text = halfWidth(said);
  const heads = headsIn(text);
  if (heads.length < fewest || heads.length > mostTalks) return undefined;
  const talks: ToldTalk[] = [];
  let last = since;
  for (const [at, each] of heads.entries()) {
    const on = each && dayAfter(each, last, since);
    if (each === undefined || on === undefined || on < last || on > today) return undefined;
    // Days of one list have its words in common.
    const next = heads.slice(at).find((other) => other !== undefined && other.from > each.from);
    const notes = said
      .slice(each.to, next?.from)
      .replace(between, "")
      .replace(/[\s;；]+$/u, "");
    if (notes === "") return undefined;
    const consultant = roster.find((name) => name !== "" && notes.startsWith(name));
    const method = methodOf(notes.slice(consultant?.length ?? 0)) ?? methodWithin(notes);
    talks.push({ at: momentAt(on, each.minutes), day: on, method, consultant, notes });
    last = on;
  }
  return { before: said.slice(0, heads[0]?.from).trim(), talks };
};
