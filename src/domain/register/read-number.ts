import { withArabicDigits } from "../kit/chinese-digits";
import { plain } from "../kit/text";

const about = /^(?:大概|大约|约|差不多)|(?:左右|上下|前后)$/gu;
/** 三十多, 30几岁, 30-35, 30+, 80后, 三十出头, 五十来岁, 3大1小. */
const rough =
  /^\d{1,3}(?:多|几|来|\+|余)$|^\d{1,3}[-~～—–至到]\d{1,3}$|^\d{2}后$|^\d{1,3}(?:出头|不到)$|^(?:近|快|不到)\d{1,3}$|^(?:中年|老年|青年|年轻)人?$/u;

const unit = /(?:周?岁|人|口|位|个|名|天|次|平方米|平方|平米|m2|平)$/iu;

const bareNumber = (raw: string): string =>
  withArabicDigits(plain(raw).replace(/\s/gu, "").replace(/^俩/u, "2").replace(unit, ""));

/** A count of years or people, which nobody takes to the letter: 35岁左右, 约35 too. */
export const readCount = (raw: string | number): number | undefined =>
  readNumber(typeof raw === "number" ? raw : plain(raw).replace(about, "").replace(/\s/gu, ""));

/** Said on purpose without a number, which nobody may make up: 三十多岁, 30-35, 80后. */
export const isRoughNumber = (raw: string | number): boolean =>
  typeof raw === "string" && rough.test(bareNumber(raw));

/** Commas part thousands: "88,5" is no number, rather than 885. */
const figure = /^[-+]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d+)?$/u;

/** The number of a cell: 35, "35岁", "３５", "1,200.5", "三十五"; nothing where it is none. */
export const readNumber = (raw: string | number): number | undefined => {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined;
  const bare = bareNumber(raw);
  return figure.test(bare) ? Number(bare.replaceAll(",", "")) : undefined;
};
