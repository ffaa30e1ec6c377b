/** Phones written short: 13803791235/1236 are two numbers, the second by its last digits alone. */
import { plain } from "../kit/text";

/** A whole number, then one to four digits that end the cell, or stand before another number or remark. */
const shortAfterWhole =
  /((?:\+?86[ -]?)?(?:1[3-9]\d(?:[ -]?\d){8}|(?:0\d{2,3}-?)?[2-9]\d{6,7}))(\s*[/、,;]\s*)(\d{1,4})(?=$|\s*[/、,;(\n])/u;

const withLastDigits = (whole: string, digits: string): string => {
  let left = digits.length;
  return [...whole]
    .reverse()
    .map((char) => (left > 0 && /\d/u.test(char) ? (digits[--left] ?? char) : char))
    .reverse()
    .join("");
};

/** Each short number written out, line by line; `raw` itself where none is. */
export const withWholePhones = (raw: string | number): string | number => {
  if (typeof raw === "number" || !/\d{7}.*\d/u.test(raw.replace(/[\s-]/gu, ""))) return raw;
  const lines = raw.split(/[\n\r]+/u).map(plain);
  const spelt = lines.map((line) => {
    let text = line;
    for (let found = shortAfterWhole.exec(text); found !== null; found = shortAfterWhole.exec(text)) {
      const [all, whole = "", between = "", digits = ""] = found;
      const before = text.slice(0, found.index);
      const after = text.slice(found.index + all.length);
      // Digits of a longer number are none of a whole one.
      if (/\d$/u.test(before)) return line;
      text = `${before}${whole}${between}${withLastDigits(whole, digits)}${after}`;
    }
    return text;
  });
  return spelt.every((line, at) => line === lines[at]) ? raw : spelt.join("\n");
};

/** Whole numbers with what belongs to them: their codes in brackets, their extensions. */
const numbers =
  /\((?:0\d{0,3}|\+?\d{2,3})\)|0\d{2,3}\s*\/\s*(?=\d{7})|(?:转接?|分机号?|内线|ext(?:ension)?\.?|x|#)\s*[:.]?\s*\d{1,6}(?!\d)|\+?\d(?:[\d\s.-]*\d)?/giu;

const isScientific = /^\d(?:\.\d+)?E\+?\d{1,2}$/iu;

/** Digits beside the numbers that are of none of them: 13803791235 2号楼. */
export const hasDigitsBeside = (text: string): boolean =>
  !isScientific.test(text) &&
  [...text.matchAll(numbers)].some(
    ([found]) => /^\+?[\d\s.-]+$/u.test(found) && found.replace(/\D/gu, "").length < 5,
  );
