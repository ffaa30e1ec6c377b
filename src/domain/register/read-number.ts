import { withArabicDigits } from "../kit/chinese-digits";
import { plain } from "../kit/text";

const unit = /(?:周?岁|人|口|位|个|名|天|次|平方米|平方|平米|m2|平)$/iu;

/** The number of a cell: 35, "35岁", "３５", "1,200.5", "三十五"; nothing where it is none. */
export const readNumber = (raw: string | number): number | undefined => {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined;
  const bare = withArabicDigits(plain(raw).replace(/[\s,]/gu, "").replace(unit, ""));
  return /^[-+]?\d{1,15}(?:\.\d+)?$/u.test(bare) ? Number(bare) : undefined;
};
