/** 收编: two tables under one header row with no empty column between them. */
import { keysOfWhole } from "./known-captions";
import { bareCaption } from "../match-headers";
import { dayKeys } from "./old-times";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import type { Span } from "./side-by-side";

const phoneKeys = ["mobile", "phone", "otherContact"];
const whenKeys = Object.values(dayKeys);
/** 买受人 beside 客户姓名 is of the same sale. */
const ofClient = /姓名|客户|访客|来客/u;
const ordinal = /^(?:序号|序|NO\.?|编号)$/u;

const hasOneOf = (caption: RawCell | undefined, keys: readonly string[]): boolean => {
  if (caption === undefined || isEmptyCell(caption)) return false;
  const known = keysOfWhole(String(caption));
  return keys.some((key) => known.has(key));
};

const isName = (caption: RawCell | undefined): boolean =>
  hasOneOf(caption, ["name"]) && ofClient.test(String(caption));
const isDay = (caption: RawCell | undefined): boolean => hasOneOf(caption, whenKeys);

/** Somebody came or called, on a day, and can be called back. */
const isWhole = (captions: readonly RawCell[]): boolean =>
  captions.some(isName) && captions.some(isDay) && captions.some((each) => hasOneOf(each, phoneKeys));

/** Where a second 客户姓名 with a day and a phone of its own begins another table: at its day, or at the name. */
export const secondTableAt = (captions: readonly RawCell[], [left, right]: Span): number | undefined => {
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const [first, second] = columns.filter((column) => isName(captions[column]));
  if (first === undefined || second === undefined) return undefined;
  const day = columns.filter((column) => column > first && column < second && isDay(captions[column])).at(-1);
  // Where the first has its day before the name, 日期 姓名 电话 姓名 电话 日期 is one table: 介绍人 nobody called so.
  const isDayFirst = columns.some((column) => column < first && isDay(captions[column]));
  const starts = day !== undefined ? [day, second] : isDayFirst ? [] : [second];
  const start = starts.find(
    (at) => isWhole(captions.slice(left, at)) && isWhole(captions.slice(at, right + 1)),
  );
  if (start === undefined) return undefined;
  return ordinal.test(bareCaption(String(captions[start - 1] ?? ""))) ? start - 1 : start;
};
