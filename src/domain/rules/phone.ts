import { plain } from "../kit/text";
import { isNothing } from "./nothing-to-say";
import {
  isPhone,
  type Phone,
  phoneOf,
  type PhoneProblem,
  type PhoneSite,
  withExtension,
} from "./phone-number";

export {
  type E164,
  type Phone,
  type PhoneProblem,
  phoneKey,
  type PhoneSite,
  samePhone,
} from "./phone-number";

export interface PhoneReading {
  readonly phones: readonly Phone[];
  readonly problems: readonly PhoneProblem[];
}

type Found = Phone | PhoneProblem;

/** Several numbers in one cell; a remark in brackets is a piece of its own. */
const between = /[、/;,|&\n\r()[\]{}【】《》<>]|或者?|以及|和/u;

const extensionWord = "(?:转接?|轉|分机号?|内线|ext(?:ension)?\\.?|x|#)";
const run = new RegExp(
  `\\+?\\s?\\d(?:[\\d\\s.-]*\\d)?(?:\\s*-?\\s*${extensionWord}\\s*[:.]?\\s*\\d{1,6}(?!\\d))?`,
  "giu",
);
const extended = new RegExp(`^(.*?)\\s*-?\\s*${extensionWord}\\s*[:.]?\\s*(\\d{1,6})$`, "iu");

/** Brackets that belong to the number: (0379), (+86), +44 (0)20, +1 (415). */
const unbracketed = (text: string): string =>
  text
    .replace(/(\+\d{1,3}[\s-]?)\(0\)/gu, "$1")
    .replace(/(\+\d{1,3}[\s-]?)\((\d{1,4})\)/gu, "$1$2 ")
    .replace(/\((0\d{2,3})\)[\s-]*/gu, "$1-")
    .replace(/\(\+?(86|852|853|886)\)[\s-]*/gu, "+$1 ")
    .replace(/(^|\D)(0\d{2,3})\s*\/\s*(?=\d{7,8}(?!\d))/gu, "$1$2-");

const countDigits = (text: string): number => text.replace(/\D/gu, "").length;

/** "0379-6391 2345-12": a whole number, and up to six digits after one dash more. */
const withDashedExtension = (text: string, site: PhoneSite): Phone | undefined => {
  const [, number, extension] = /^(.*\d)\s*-\s*(\d{1,6})$/u.exec(text) ?? [];
  if (number === undefined || extension === undefined) return undefined;
  const found = phoneOf(number, site, text);
  return isPhone(found) ? withExtension(found, extension) : undefined;
};

/** Numbers parted by nothing but a blank or dash: as few as possible, each of them sound. */
const sequence = (groups: readonly string[], site: PhoneSite): readonly Phone[] | undefined => {
  if (groups.length === 0) return [];
  for (let size = groups.length; size > 0; size--) {
    const found = phoneOf(groups.slice(0, size).join(""), site, "");
    const rest = isPhone(found) ? sequence(groups.slice(size), site) : undefined;
    if (isPhone(found) && rest) return [found, ...rest];
  }
  return undefined;
};

/** Two local numbers have 14 digits at least; more groups than this are not phones. */
const fewestDigitsOfTwo = 14;
const mostGroups = 12;

/** 1 3 8 0 3 7 9 1 2 3 4 */
const eachApart = /^\d(?:\s+\d)+$/u;
/** What a number of the house, or of anything else, is counted in. */
const counted = /^(?:号楼|[栋幢座层室期月年平万折点次岁]|单元)/u;

/** "1380379123 4", "138037912 34号楼": nobody parts a number there, so that what stands last may be of something else. */
const endsApart = (text: string, after: string): boolean =>
  (/\d\s+\d$/u.test(text) && !(eachApart.test(text) && !counted.test(after))) ||
  (/\d\s+\d\d$/u.test(text) && counted.test(after));

/** Where its last digits stand apart, the number is what stands before them: with a digit too few, or sound all the same. */
const withoutLast = (text: string, site: PhoneSite): PhoneProblem => {
  const raw = text.replace(/\s+\d+$/u, "");
  const found = phoneOf(raw, site, raw);
  return isPhone(found) ? { code: "notAPhone", raw: text } : found;
};

const ofRun = (text: string, site: PhoneSite, after: string): readonly Found[] => {
  const [, number, extension] = extended.exec(text) ?? [];
  if (number !== undefined && extension !== undefined) {
    const found = phoneOf(number, site, text);
    return [isPhone(found) ? withExtension(found, extension) : found];
  }
  const whole = phoneOf(text, site, text);
  const isApart = endsApart(text, after);
  if (isPhone(whole)) return [isApart && whole.kind !== "foreign" ? withoutLast(text, site) : whole];
  const dashed = withDashedExtension(text, site);
  if (dashed) return [dashed];
  const groups = text.split(/[\s.-]+/u);
  const several =
    !isApart && countDigits(text) >= fewestDigitsOfTwo && groups.length <= mostGroups
      ? sequence(groups, site)
      : undefined;
  return several ?? [whole];
};

const otherAccount = /qq|微信|wechat|weixin|[vw]x|邮箱|mail/iu;
const phoneLabel = /(?:tel|phone|mobile|mob|cell|fax|hp|[tmp])$/iu;

/** Digits that are part of a word: an account's name, not a phone. */
const isGlued = (before: string, after: string): boolean =>
  (/[A-Za-z_@]$/u.test(before) && !phoneLabel.test(before)) ||
  /^[A-Za-z_@*]/u.test(after) ||
  before.endsWith("*");

const ofPiece = (piece: string, site: PhoneSite): readonly Found[] => {
  const found: Found[] = [];
  for (const match of piece.matchAll(run)) {
    const before = piece.slice(0, match.index);
    const after = piece.slice(match.index + match[0].length);
    const phones = ofRun(match[0].trim(), site, after);
    const account = otherAccount.test(before);
    const mobileAccount = account && phones.every((phone) => isPhone(phone) && phone.kind === "mobile");
    if ((account || isGlued(before, after)) && !mobileAccount)
      found.push({ code: "notAPhone", raw: piece.trim() });
    else found.push(...phones);
  }
  return found;
};

const scientific = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/iu;

/** "1.3803791234E+10" → "13803791234"; `undefined` where digits are lost, or may be: 1.38037912E+10. */
const outOfScientific = (text: string): string | undefined => {
  const [, first = "", decimals = "", exponent = ""] = scientific.exec(text) ?? [];
  if (first === "") return text;
  const zeros = Number(exponent) - decimals.length;
  return zeros === 0 ? first + decimals : undefined;
};

const textOf = (raw: string | number): string =>
  typeof raw === "number" && Number.isInteger(raw) && Math.abs(raw) < 1e21
    ? BigInt(raw).toString()
    : String(raw);

/** What is in brackets or beside a number ("2号楼") is a remark, not a phone gone wrong. */
const isRemark = ({ code, raw }: PhoneProblem): boolean => code === "notAPhone" && countDigits(raw) < 5;

const isProblem = (found: Found): found is PhoneProblem => !isPhone(found);

/** Beside it a number without a code is no local one: 61284567（香港）. */
const placeAbroad =
  /香港|澳[门門]|台[湾灣]|国外|海外|美国|加拿大|英国|法国|德国|澳洲|澳大利亚|新西兰|新加坡|马来西亚|日本|韩国|泰国|(?<![a-z])(?:hk|tw|usa?|uk)(?![a-z])/iu;

/** A hundred numbers are shorter: of more each number would be held against all that stands before it. */
const mostSigns = 2000;

/** What nearly every cell of a kept register holds: nothing to take apart. */
const plainMobile = /^1[3-9]\d ?\d{4} ?\d{4}$/u;

/**
 * R2: the phones in a cell. +86, 0086, blanks, dashes, full width, extensions (转 12, ext 12, -12), several numbers
 * (、 / ; , 或 or a line each), remarks beside them, numbers kept as numbers; a bare local number takes the site's
 * area code. Empty and `/` (R3) have no phones and no problems.
 */
export const readPhones = (raw: string | number, site: PhoneSite): PhoneReading => {
  const written = textOf(raw);
  if (plainMobile.test(written)) {
    const found = phoneOf(written, site, written);
    return isPhone(found) ? { phones: [found], problems: [] } : { phones: [], problems: [found] };
  }
  if (plain(written) === "" || isNothing(written)) return { phones: [], problems: [] };
  if (written.length > mostSigns)
    return { phones: [], problems: [{ code: "notAPhone", raw: plain(written) }] };
  const exact = outOfScientific(plain(written).replace(/^(\d{7,12})\.0+$/u, "$1"));
  if (exact === undefined) return { phones: [], problems: [{ code: "digitsLost", raw: plain(written) }] };
  const lines = written
    .split(/[\n\r]+/u)
    .map(plain)
    .join("\n");
  const text = unbracketed((exact === plain(written) ? lines : exact).replace(/[‐‑–—−―]/gu, "-"));
  const isAbroad = placeAbroad.test(text);
  const found = text
    .split(between)
    .flatMap((piece) => ofPiece(piece, isAbroad ? { ...site, areaCode: "" } : site))
    .map((each): Found =>
      isAbroad && "code" in each && each.code === "noAreaCode" ? { ...each, code: "numberAbroad" } : each,
    );
  const phones = found
    .filter(isPhone)
    .filter(
      (phone, at, all) =>
        all.findIndex((other) => other.e164 === phone.e164 && other.extension === phone.extension) === at,
    );
  const problems = found.filter(isProblem).filter((problem) => !isRemark(problem));
  if (phones.length === 0 && problems.every(({ code }) => code === "notAPhone"))
    return { phones, problems: [{ code: "notAPhone", raw: plain(written) }] };
  return { phones, problems };
};
