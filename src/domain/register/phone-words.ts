/** What people write around phones: words that say no more than that they are some, and remarks. */
import { plain } from "../kit/text";
import { hasDigitsBeside } from "./short-phones";

const phoneWords =
  /本人|机主|联系|方式|电话|手机|号码|座机|固话|固定|移动|办公|转接?|分机号?|内线|或者?|以及|和|tel(?:ephone)?|phone|mob(?:ile)?|cell|ext(?:ension)?|[efmpthx](?![a-z])/giu;

export const linesOf = (raw: string | number): string =>
  String(raw)
    .split(/[\n\r]+/u)
    .map(plain)
    .join("\n");

/** More than the numbers themselves: "(妻)", 微信同号. */
export const saysMoreThanPhones = (raw: string | number): boolean => {
  if (typeof raw !== "string") return false;
  const lines = linesOf(raw);
  return /[\p{L}?!√×✓✗✘*#]/u.test(lines.replace(phoneWords, "")) || hasDigitsBeside(lines);
};
