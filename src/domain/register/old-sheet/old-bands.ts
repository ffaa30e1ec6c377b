/** 收编: a plain number where the form has bands: 85万 of 总价 lies in 81–100. Nothing where two readings are left. */
import type { ListKey } from "../../forms/lists";
import { withArabicDigits } from "../../kit/chinese-digits";
import { plain } from "../../kit/text";
import { choiceKey } from "../match-choice";
import type { RawCell } from "../register";

/** By the band's own unit, how much one of each unit is: 1万 of 元/㎡ is 10000. */
const units = {
  areaBand: { "㎡": 1 },
  unitPriceBand: { 元: 1, 万: 10_000, "元/㎡": 1, "万/㎡": 10_000 },
  totalPriceBand: { 万: 1, 元: 0.0001 },
} as const satisfies Partial<Record<ListKey, Readonly<Record<string, number>>>>;

type BandList = keyof typeof units;

const isBandList = (list: ListKey): list is BandList => list in units;

/** Inside; of 30以下 the lower end is nought. */
interface Band {
  readonly choice: string;
  readonly from: number;
  readonly to: number;
}

const bandOf = (choice: string): Band | undefined => {
  const key = choiceKey(choice);
  const [, from, to] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/u.exec(key) ?? [];
  if (from !== undefined && to !== undefined) return { choice, from: Number(from), to: Number(to) };
  const [, limit, side] = /^(\d+(?:\.\d+)?)(以下|以上)$/u.exec(key) ?? [];
  if (limit === undefined) return undefined;
  return side === "以下"
    ? { choice, from: 0, to: Number(limit) }
    : { choice, from: Number(limit), to: Number.POSITIVE_INFINITY };
};

const unitOf = (text: string): string =>
  text
    .replace(/平方米|平方|平米|㎡|m2|m²|平/giu, "㎡")
    .replace(/每㎡/gu, "/㎡")
    .replace(/w|萬/giu, "万")
    .replace(/rmb|人民币|圆|块钱?/giu, "元")
    .replace(/万元/gu, "万")
    .replace(/元㎡/gu, "元/㎡");

interface Amount {
  readonly number: number;
  /** "" where none is written with it. */
  readonly unit: string;
}

/** Nobody takes a band to the letter: 约95, 85万左右. */
const about = /^(?:大概|大约|约|差不多)|(?:左右|上下)$/gu;

const amountOf = (raw: RawCell): Amount | undefined => {
  if (typeof raw === "number") return { number: raw, unit: "" };
  if (typeof raw !== "string") return undefined;
  const bare = plain(raw).replace(/[\s,]/gu, "").replace(about, "");
  // ㎡ is m2 once it is plain: a digit that is none of the number's.
  const [, number, unit] = /^[¥￥]?(\d{1,12}(?:\.\d+)?)(\D*)$/u.exec(unitOf(withArabicDigits(bare))) ?? [];
  return number === undefined ? undefined : { number: Number(number), unit: unit ?? "" };
};

/** 总价（万元）, 总价 万元, 面积㎡: what stands in brackets, last, or behind 单位; "" where nothing does. */
const unitOfCaption = (caption: string): string => {
  const bare = plain(caption).replace(/\s/gu, "");
  const last = /\s(\S+)$/u.exec(plain(caption))?.[1] ?? "";
  const said =
    /\(([^()]*)\)$/u.exec(bare)?.[1] ??
    /[:：/](万?元.*)$/u.exec(bare)?.[1] ??
    (/^(?:万?元|万)/u.test(last) ? last : "");
  return /元|万|萬|w|㎡|m2|m²|平|亩|坪/iu.test(said) ? unitOf(said.replace(/^单位[:：]?/u, "")) : "";
};

/** Of its own. */
export const saysUnit = (caption: string): boolean => unitOfCaption(caption) !== "";

/** More than a hundred million yuan buy no home: under 万元 that was written in yuan. */
export const mostWan = 10_000;

/** "80.92" under 总价（万元） is 80.92万, 0.9 under 单价（万元/㎡） is 0.9万; anything that is no bare number as it is. */
export const inCaptionUnit = <T extends string | number | boolean>(header: string, raw: T): T | string => {
  if (typeof raw === "boolean" || !/^万(?:\/㎡)?$/u.test(unitOfCaption(header))) return raw;
  const bare = plain(String(raw)).replace(/[,\s]/gu, "");
  return /^\d{1,9}(?:\.\d+)?$/u.test(bare) && Number(bare) < mostWan ? `${bare}万` : raw;
};

/** A number beyond is a slip, or of another unit. */
const farBeyond = 10;

/**
 * The one band of the site's list that holds what the cell says; its unit is the one written with it, the caption's,
 * or the only one that makes it a number such as the list has.
 * @returns nothing for lists without bands, for words, and where no band or more than one holds the number.
 */
export const bandHolding = (
  list: ListKey,
  choices: readonly string[],
  caption: string,
  raw: RawCell,
): string | undefined => {
  if (!isBandList(list)) return undefined;
  const bands = choices.flatMap((choice) => bandOf(choice) ?? []);
  const ends = bands.flatMap(({ from, to }) => [from, to]).filter((end) => end > 0 && Number.isFinite(end));
  const amount = amountOf(raw);
  if (amount === undefined || ends.length === 0) return undefined;
  const [least, most] = [Math.min(...ends) / farBeyond, Math.max(...ends) * farBeyond];
  const known: Readonly<Record<string, number>> = units[list];
  const said = amount.unit || unitOfCaption(caption);
  const scales = said === "" ? [...new Set(Object.values(known))] : [known[said]];
  const readings = scales.flatMap((scale) => {
    const value = scale === undefined ? 0 : amount.number * scale;
    return value >= least && value <= most ? [value] : [];
  });
  const [value, ...others] = readings;
  if (value === undefined || others.length > 0) return undefined;
  const holding = bands.filter(({ from, to }) => value >= from && value <= to);
  return holding.length === 1 ? holding[0]?.choice : undefined;
};
