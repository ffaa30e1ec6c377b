/** 收编: the day or month that stands over rows, in a title, in a line between them, or as the sheet's name. */
import { withArabicDigits } from "../../kit/chinese-digits";
import { plain } from "../../kit/text";
import { saysWeather } from "../../kit/weather";
import { type WrittenDay, writtenDay } from "./old-year";

export interface WrittenMonth {
  readonly month: number;
  readonly year?: number;
}

const day =
  "(?:(?:(?:19|20)?\\d{2}\\s*年\\s*)?\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]|(?:19|20)\\d{2}\\s*[-./]\\s*\\d{1,2}\\s*[-./]\\s*\\d{1,2})(?!\\d)";
/** 时间：2023年3月5日; not 制表日期. */
const labelled = new RegExp(
  `(?:^|[\\s(])(?:来访|来电|到访|接待|接听|接电|登记|认购)?(?:日期|时间)\\s*:\\s*(${day})(?!\\s*[至到~～—–-])`,
  "u",
);
const any = new RegExp(`(?<!\\d)${day}`, "gu");
/** The day of the paper, or until when it is kept, and none of its rows'. */
const ofPaper = /制表|填表|打印|导出|截[止至]|更新|统计|汇总|审核|编制|修订|版本|备份|生成|存档|以来|起/u;
/** Of many days; under a month of its own, of that month's. */
const ofList = /名单|台账|一览|清单|花名册|总表/u;
const span = /[至到~～—–]|\d\s*-\s*(?:\d{4}|\d{1,2}月)/u;

/** Longer words are a story. */
const longest = 120;
const spelt = (text: string): string => (text.length > longest ? "" : withArabicDigits(plain(text)));

/** A paper of one day: 来访日报; beside the day there may be its weekday, the weather and no more. */
const ofOneDay = /来访|来电|到访|来人|接待|日报|跟踪|回访/u;
const isNothingMore = (text: string): boolean => /^[\s()（）【】]*$/u.test(text) || saysWeather(text);

/** The one day a title is of: 2023年3月5日来访登记, 时间：2023年3月5日. */
const dayOfTitle = (title: string): WrittenDay | undefined => {
  const text = spelt(title);
  const said = labelled.exec(text)?.[1];
  if (said !== undefined) return writtenDay(said.replace(/\s/gu, ""));
  const [found, ...others] = [...text.matchAll(any)];
  if (found === undefined || others.length > 0 || span.test(text)) return undefined;
  if (ofPaper.test(text) || ofList.test(text)) return undefined;
  if (text.slice(0, found.index).trimEnd().endsWith(":")) return undefined;
  if (!ofOneDay.test(text) && !isNothingMore(text.replace(found[0], " "))) return undefined;
  return writtenDay(found[0].replace(/\s/gu, ""));
};

const isSame = (a: WrittenDay, b: WrittenDay): boolean =>
  a.month === b.month && a.day === b.day && (a.year ?? b.year) === (b.year ?? a.year);

/** The day that all rows below are of; nothing where titles name none, or several. */
export const dayOfTitles = (titles: readonly string[]): WrittenDay | undefined => {
  const [first, ...others] = titles.flatMap((title) => dayOfTitle(title) ?? []);
  return first !== undefined && others.every((other) => isSame(first, other)) ? first : undefined;
};

/** A paper a day: the rows below are of another. */
export const namesAnotherDay = (before: readonly string[], titles: readonly string[]): boolean => {
  const [first, next] = [dayOfTitles(before), dayOfTitles(titles)];
  return next !== undefined && (first === undefined || !isSame(first, next));
};

const beginning = new RegExp(`^${day}`, "u");
const kindWords = /(?:来访|来电|到访|接待|登记|客户|情况|日报|记录|明细|表)+$/u;
/** 日期：, 【 and the like before the day. */
const before = /^[\s([【《<*★—–-]*(?:(?:来访|来电|到访|接待|登记)?(?:日期|时间)\s*:\s*)?/u;
/** From when, until when: 3月5日起, 3月5日-3月11日. */
const bounded = /^\s*(?:[-~—–至到起前后止]|[之以][前后]|左右|开始)/u;

/** A line's day at its beginning, and the words behind it. */
const dayAndRest = (said: string): readonly [day: string, rest: string] | undefined => {
  if (said.length > longest) return undefined;
  const text = withArabicDigits(plain(said).replace(before, ""));
  const found = beginning.exec(text)?.[0];
  return found === undefined ? undefined : [found, text.slice(found.length)];
};

/** 3月5日 星期日, 2023年3月5日（晴转多云）8℃, between rows. */
export const dayOfBand = (said: string): WrittenDay | undefined => {
  const [found, behind] = dayAndRest(said) ?? [];
  if (found === undefined || behind === undefined) return undefined;
  const rest = behind.replace(kindWords, "").trim();
  return writtenDay(isNothingMore(rest) ? found.replace(/\s/gu, "") : `${found}${rest}`);
};

/** 3月5日 星期日 晴: no day alone, as a register printed beforehand has it. */
export const saysDayAndWeather = (said: string): boolean => saysWeather(dayAndRest(said)?.[1] ?? "");

/** The same in cells beside each other: 3月5日 | 星期日 | 晴. */
export const isBandOfDay = (cells: readonly string[]): boolean => {
  const [first = "", ...others] = cells;
  return dayOfBand(first) !== undefined && others.length > 0 && others.every(saysWeather);
};

/** Begins with a day as a heading does, and says what nobody knows of: 3月6日 领导视察. */
export const mayBeOfDay = (said: string): boolean => {
  const [found, rest = ""] = dayAndRest(said) ?? [];
  return found !== undefined && dayOfBand(said) === undefined && !bounded.test(rest);
};

const monthAlone = /^(?:(?<y>(?:19|20)?\d{2})\s*年?度?\s*[年./-]?\s*)?(?<m>1[0-2]|0?[1-9])\s*月(?:份)?$/u;
const monthWithin =
  /(?:(?<![\d.])(?<y>(?:19|20)\d{2}|\d{2})\s*年\s*)?(?<![\d\-–—~至到.])(?<m>1[0-2]|0?[1-9])\s*月(?:份)?(?!\s*[\d\-–—~至到])/gu;

const asMonth = ({ y, m }: Readonly<Record<string, string | undefined>>): WrittenMonth | undefined => {
  if (m === undefined) return undefined;
  const year = y === undefined ? undefined : y.length === 2 ? 2000 + Number(y) : Number(y);
  return { month: Number(m), ...(year === undefined ? {} : { year }) };
};

/** 一月份, 2023年3月来访, between rows or as a sheet's name. */
export const monthOfBand = (said: string): WrittenMonth | undefined =>
  asMonth(monthAlone.exec(spelt(said).replace(kindWords, "").trim())?.groups ?? {});

/** The one month that a title is of: 2023年8月来电登记; not 1-12月. */
export const monthOfTitle = (title: string): WrittenMonth | undefined => {
  const [found, ...others] = [...spelt(title).matchAll(monthWithin)];
  return found === undefined || others.length > 0 || ofPaper.test(spelt(title))
    ? undefined
    : asMonth(found.groups ?? {});
};

/** The month, or the day, that a page's titles are of: pages of one go on from each other. */
export const timeOfPage = (titles: readonly string[]): string => {
  const month = titles.map(monthOfTitle).find((each) => each !== undefined);
  const time = dayOfTitles(titles) ?? month;
  return time === undefined ? "" : Object.values(time).join("-");
};
