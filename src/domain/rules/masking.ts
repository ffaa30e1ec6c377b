/**
 * R20 号码可遮住中间
 *
 * 「138****1234」 Phones and ID cards, wherever they stand: in their own blanks, and written into a talk.
 */
import { maskIdCard } from "./id-card";

/** What people put between the digits of one number: " - " as well. */
const sign = "[.·‐-―−－-]";
const gap = `\\s{0,2}(?:${sign}\\s{0,2})?`;

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Zero-width blanks and direction marks, which copied numbers bring along. */
const invisible = "[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+";
const besideDigits = new RegExp(`(?<=\\d)${invisible}|${invisible}(?=\\d)`, "gu");

const digitsOf = (text: string): string => text.replace(/\D/gu, "");

const idCard = /(?<!\d)\d{6}[\s-]?\d{8}[\s-]?\d{3}[\dXx](?![\dXx])/gu;
/** With blanks wherever they fell: told from other digits by the birthday in it. */
const spacedIdCard = /(?<!\d)\d(?:[\s-]?\d){16}[\s-]?[\dXx](?![\dXx])/gu;
const hasBirthday = /^\d{6}(?:19|20)\d{2}[01]\d[0-3]/u;
/** Issued until 1999: 15 digits, no check digit. */
const oldIdCard = /(?<!\d)\d{15}(?!\d)/gu;
const mobile = new RegExp(
  `(?<!\\d)(?:(?:\\+|00)?86${gap})?(1[3-9](?:${gap}\\d){9}|1${gap}[3-9]\\d{2}(?:\\d{7}|${gap}\\d{3}${gap}\\d{4}))(?!\\d)`,
  "gu",
);
const landline = new RegExp(
  `(?<!\\d)[(（]?(0(?:10|2\\d|[3-9]\\d{2}))[)）]?${gap}((?:\\d${gap}){6,7}\\d)(?!\\d)`,
  "gu",
);
/** 一三八〇三七九一二三四: read out, and written as heard. */
const spelledOut =
  /(?<![〇零一二三四五六七八九幺])[一幺][三四五六七八九][〇零一二三四五六七八九幺]{9}(?![〇零一二三四五六七八九幺])/gu;
/** 138/0379/1234, 138*0379*1234: other signs only where they part a mobile as people say it, so that lists of prices stay. */
const grouped =
  /(?<!\d)(1[3-9]\d)\s?(?![㎡+＋×])[\p{P}\p{S}]\s?(\d{4})\s?(?![㎡+＋×])[\p{P}\p{S}]\s?(\d{4})(?!\d|\s?[元万㎡平])/gu;
/** 1 3 8 0…, 1/3/8/0…: blanks or one sign between all of them. */
const oneByOne = /(?<!\d)1(\s{1,2}|\s?[\p{P}\p{S}]{1,2}\s?)[3-9](?:\1\d){9}(?!\d)/gu;
/** A fixed line without its area code is told from an amount by what stands before it, and after. */
const spoken =
  /(?<=(?:(?:电话|座机|宅电|固话)(?:号码?)?|办公室)[:：是为]?\s?)[2-8]\d{2,3}[\s-]?\d{4}(?!\d|\.\d|\s?[元万㎡平])/gu;
/** 0379-****2379/63912380: what stands beside a number is another, unless it is a day. */
const besideMasked =
  /(?<=\*{4}\d{4})(?:\s?[/／、]\s?(?:\d{7,8}|\d{3,4}[\s-]\d{4})(?!\d|\.\d|\s?[元万㎡平]))+/gu;
const oneBeside = /\d{7,8}|\d{3,4}[\s-]\d{4}/gu;
const wholeDay = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u;
/** 6391-2345 alone: neither in a longer number or unit, nor a count of anything. */
const dashedFixed = new RegExp(
  `(?<![\\d.:：/#a-z]|[\\da-z*]\\s?${sign}\\s?)([2-9]\\d{2,3})\\s?${sign}\\s?(\\d{4})(?!\\d|\\s?${sign}\\s?\\d|\\s?[元万㎡平米室户房号栋幢座层期套组人年月日块千])`,
  "giu",
);
/** What people write before amounts and rooms. */
const beforeAmount =
  /(?:价|预算|首付|月供|收入|工资|年薪|月薪|面积|房号?|室|楼|栋|单元|编号|合同号?|票号?|收据号?|卡号?)[:：是在约为]?\s?$/u;

/** 3000-3500, 2023-0315, 2019-2024, 2201-2204: a range of prices, a day, years, doors. */
const isRange = (first: string, second: string): boolean => {
  const [from, to] = [Number(first), Number(second)];
  const isRound = from % 10 === 0 && to % 10 === 0 && to > from;
  const isYear = /^(?:19|20)\d{2}$/u.test(first);
  const isDoors = first.length === 4 && to > from && to - from < 50;
  return (
    isRound || isDoors || (isYear && (/^(?:19|20)\d{2}$/u.test(second) || wholeDay.test(first + second)))
  );
};

const foreign = /[+＋]\d(?:[\s.·‐-―−－()（）-]{0,3}\d){6,14}(?!\d)/gu;
/** 00852 91234567: as dialled. */
const dialled = new RegExp(`(?<!\\d)00[1-9]\\d{0,2}${gap}\\d(?:${gap}\\d){5,11}(?!\\d)`, "gu");
const service = new RegExp(`(?<!\\d)[48]00(?:${gap}\\d){7}(?!\\d)`, "gu");
/** A number gone wrong is a number all the same; no amount of a sales office has ten digits. */
const longRun = /\d{10,}/gu;

/** "13803791234" → "138****1234"; up to eight digits keep the last four. */
const masked = (digits: string): string =>
  digits.length <= 8 ? `****${digits.slice(-4)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`;

/** R20: a talk with the phones and ID cards in it masked; days, amounts and client numbers stay. */
export const maskTalk = (text: string): string =>
  halfWidth(text)
    .replace(besideDigits, "")
    .replace(idCard, (card) => maskIdCard(card.replace(/[\s-]/gu, "")))
    .replace(spacedIdCard, (spaced) => {
      const card = spaced.replace(/[\s-]/gu, "");
      return hasBirthday.test(card) ? maskIdCard(card) : spaced;
    })
    .replace(oldIdCard, maskIdCard)
    .replace(mobile, (_, number: string) => masked(digitsOf(number)))
    .replace(spelledOut, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`)
    .replace(grouped, (number) => masked(digitsOf(number)))
    .replace(oneByOne, (number) => masked(digitsOf(number)))
    .replace(landline, (_, area: string, number: string) => `${area}-${masked(digitsOf(number))}`)
    .replace(foreign, (number) => `+${masked(digitsOf(number))}`)
    .replace(dialled, (number) => `+${masked(digitsOf(number).slice(2))}`)
    .replace(besideMasked, (beside) =>
      beside.replace(oneBeside, (number) => {
        const digits = digitsOf(number);
        return wholeDay.test(digits) ? number : masked(digits);
      }),
    )
    .replace(dashedFixed, (number, first: string, second: string, at: number, text: string) =>
      isRange(first, second) || beforeAmount.test(text.slice(Math.max(0, at - 8), at))
        ? number
        : masked(first + second),
    )
    .replace(spoken, (number) => masked(digitsOf(number)))
    .replace(service, (number) => masked(digitsOf(number)))
    .replace(longRun, masked);

const anyNumber = new RegExp(`\\d(?:${gap}\\d){6,}`, "gu");

/** R20: a phone's own blank: whatever has seven digits is taken for a number. */
export const maskPhone = (text: string): string =>
  maskTalk(text).replace(anyNumber, (number) => masked(digitsOf(number)));
