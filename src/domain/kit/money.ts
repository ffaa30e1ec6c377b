import Big from "big.js";
import { withArabicDigits } from "./chinese-digits";
import { plain } from "./text";

declare const yuanBrand: unique symbol;

/** An amount in yuan, exact to the fen (two decimals). Add and multiply with the functions here only (R12). */
export type Yuan = number & { readonly [yuanBrand]: true };

/** Rounded half up (away from nought) to the fen. */
export const yuanOf = (amount: Big | number): Yuan => {
  const rounded = new Big(amount).round(2, Big.roundHalfUp).toNumber();
  return (rounded === 0 ? 0 : rounded) as Yuan; // Never minus nought.
};

export const plus = (a: Yuan, b: Yuan): Yuan => yuanOf(new Big(a).plus(b));
export const minus = (a: Yuan, b: Yuan): Yuan => yuanOf(new Big(a).minus(b));
/** A price by an area or a count, to the fen. */
export const times = (a: Yuan, b: number): Yuan => yuanOf(new Big(a).times(b));
/** An amount by an area or a count, to the fen; nothing where that is nought. */
export const dividedBy = (a: Yuan, b: number): Yuan | undefined =>
  b === 0 ? undefined : yuanOf(new Big(a).div(b));
/** `part / of` of an amount, down to a multiple of `step` yuan; to the fen where no such multiple is in it. */
export const partOf = (a: Yuan, part: number, of: number, step: number): Yuan => {
  const exact = new Big(a).times(part).div(of);
  const coarse = exact.div(step).round(0, Big.roundDown).times(step);
  return yuanOf(coarse.gt(0) ? coarse : exact.round(2, Big.roundDown));
};
/** `tolerance` in yuan, inclusive (R12: 1). */
export const equalWithin = (a: Yuan, b: Yuan, tolerance: number): boolean =>
  new Big(a).minus(b).abs().lte(tolerance);

/**
 * 总价 = 单价 × 面积, to the yuan (R12). One rounding, of the exact product:
 * rounding to the fen first would lift 0.495 to the next yuan.
 */
export const priceOf = (unitPrice: Yuan, area: number): Yuan =>
  yuanOf(new Big(unitPrice).times(area).round(0, Big.roundHalfUp));

/** `changed`: what stood there was another spelling, or finer than a fen. */
export type MoneyReading =
  | { readonly ok: true; readonly value: Yuan; readonly changed: boolean }
  | { readonly ok: false; readonly why: "notMoney" };

const figure = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
/** 1亿2000万, 85万, 3万5千, 1,234.50: each part at most once, largest first. */
const parts = new RegExp(
  `^(?:${figure}亿)?(?:${figure}[万wW])?(?:${figure}千)?(?:${figure}百)?${figure}?$`,
  "u",
);
const weights = [1e8, 1e4, 1e3, 1e2, 1];
/** 85万5 is 855000, 8千5 is 8500: a last digit alone is of the next place. Of 85万5元 nobody can tell. */
const lastDigit = /([亿万wW千百])(\d)$/u;
const nextPlace: Readonly<Record<string, string>> = {
  亿: "000万",
  万: "千",
  w: "千",
  W: "千",
  千: "百",
  百: "0",
};
/** 2百万, 1千万. */
const hundredsOf = /(\d+(?:\.\d+)?)([百千])(?=[万亿wW])/u;

const formal = "零壹贰叁肆伍陆柒捌玖拾佰仟萬億圓";
const common = "零一二三四五六七八九十百千万亿圆";

/** As receipts and contracts write amounts: 捌拾伍万元整. */
const outOfFormal = (text: string): string =>
  text.replace(new RegExp(`[${formal}]`, "gu"), (char) => common[formal.indexOf(char)] ?? char);

/** 八十万零七千五百: the nought only says that a place is left out, which the next one says as well. */
const placeLeftOut = /(?<=[亿万])[零〇](?=[一二三四五六七八九\d]+[千百十])/gu;

const scientific = /^\d(?:\.\d+)?E\+?\d{1,2}$/iu;

/** Ten trillion yuan: beyond it a number no longer holds the fen. */
const tooMuch = new Big(1e13);

/** No amount is as long; of more each digit would be asked how far its number goes. */
const mostSigns = 60;

const amountOf = (text: string): Big | undefined => {
  const seen = plain(text).replace(/\s/gu, "");
  if (seen.length > mostSigns) return undefined;
  const bare = withArabicDigits(outOfFormal(seen).replace(placeLeftOut, ""))
    .replace(/^(?:人民币|RMB|CNY)?[:：]?¥?/iu, "")
    .replace(/(?:[元圆]?\/?(?:m2|平方米|平方|平米|平|月|年)|[元圆块]?[整正]?)$/u, "");
  const sign = /^[-−–]/u.test(bare) ? -1 : 1;
  const unsigned = bare.replace(/^[-−–+]/u, "").replace(/^¥/u, "");
  if (scientific.test(unsigned)) return new Big(unsigned).times(sign);
  const inOrder = unsigned
    .replace(hundredsOf, (_, count: string, place: string) =>
      new Big(count).times(place === "百" ? 100 : 1000).toString(),
    )
    .replace(lastDigit, (_, place: string, digit: string) => `${place}${digit}${nextPlace[place] ?? ""}`);
  if (lastDigit.test(unsigned) && /[元圆块]/u.test(text)) return undefined;
  const match = parts.exec(inOrder);
  if (!match || unsigned === "") return undefined;
  return weights
    .reduce((sum, weight, at) => {
      const digits = match[at + 1];
      return digits === undefined ? sum : sum.plus(new Big(digits.replaceAll(",", "")).times(weight));
    }, new Big(0))
    .times(sign);
};

/** Understands 85万, 85万5, 一百二十万, 捌拾伍万元整, 85.5万元, 1,234.50, ￥1234, 3万5千, 1.2亿, 7800元/㎡, full width; rounds to the fen. */
export const readMoney = (raw: string | number): MoneyReading => {
  const amount = typeof raw === "string" ? amountOf(raw) : Number.isFinite(raw) ? new Big(raw) : undefined;
  if (amount === undefined || amount.abs().gte(tooMuch)) return { ok: false, why: "notMoney" };
  const value = yuanOf(amount);
  return { ok: true, value, changed: value !== raw };
};
