import { parsePhoneNumberFromString } from "libphonenumber-js/max";

declare const e164Brand: unique symbol;

/** "+8613803791234": how phones are compared (R2). */
export type E164 = string & { readonly [e164Brand]: true };

export interface Phone {
  readonly e164: E164;
  /** As the house writes it: "138 0379 1234", "0379-6391 2345", "+852 9123 4567", "0379-6391 2345 转 12". */
  readonly shown: string;
  /** 400 and 800 numbers count as landlines; Hong Kong, Macau and Taiwan as foreign. */
  readonly kind: "mobile" | "landline" | "foreign";
  readonly extension?: string;
}

/** `raw`: the piece of the cell it is about. */
export type PhoneProblem =
  /** Begins like a mainland mobile, which has 11 digits. */
  | { readonly code: "mobileDigits"; readonly digits: number; readonly raw: string }
  /** A local number too long or too short; `digits` it has without the area code. */
  | { readonly code: "landlineDigits"; readonly digits: number; readonly raw: string }
  /** A bare local number, and the site has no area code. */
  | { readonly code: "noAreaCode"; readonly raw: string }
  /** A bare local number beside the name of a place abroad. */
  | { readonly code: "numberAbroad"; readonly raw: string }
  /** The right count of digits, but no such numbers are given out. */
  | { readonly code: "noSuchNumber"; readonly raw: string }
  /** "1.38E+10": a spreadsheet has dropped the last digits, and they are nowhere else. */
  | { readonly code: "digitsLost"; readonly raw: string }
  | { readonly code: "notAPhone"; readonly raw: string };

/** `areaCode` as on 设置: "0379", or empty. */
export interface PhoneSite {
  readonly areaCode: string;
}

type Found = Phone | PhoneProblem;

export const isPhone = (found: Found): found is Phone => "e164" in found;

const isIssued = (e164: string): boolean => parsePhoneNumberFromString(e164)?.isValid() ?? false;

const mobileBlocks = new Map<string, boolean>();

/** Mobiles are given out by their first seven digits, ten thousand at once: each block is asked for once. */
const isIssuedMobile = (digits: string): boolean => {
  const block = digits.slice(0, 7);
  const known = mobileBlocks.get(block);
  if (known !== undefined) return known;
  const issued = isIssued(`+86${digits}`);
  mobileBlocks.set(block, issued);
  return issued;
};

const inBlocks = (digits: string, ...sizes: readonly number[]): string => {
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(" ");
};

const mobile = (digits: string): Phone => ({
  e164: `+86${digits}` as E164,
  shown: `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
  kind: "mobile",
});

const service = (digits: string): Phone => ({
  e164: `+86${digits}` as E164,
  shown: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`,
  kind: "landline",
});

/** `area` with its 0; nothing where the numbering plan has no such number. */
const landline = (area: string, local: string): Phone | undefined => {
  const e164 = `+86${area.slice(1)}${local}`;
  if (!/^[2-9]\d{6,7}$/u.test(local) || !isIssued(e164)) return undefined;
  const shown = `${area}-${local.length === 8 ? inBlocks(local, 4, 4) : inBlocks(local, 3, 4)}`;
  return { e164: e164 as E164, shown, kind: "landline" };
};

/** 010 and 02x have three digits, all others four. */
const areaAtStart = /^(010|02\d|0[3-9]\d\d)(\d*)$/u;

const withAreaCode = (digits: string, raw: string): Found => {
  const [, area, local] = areaAtStart.exec(digits) ?? [];
  if (area === undefined || local === undefined || local.length < 5) return { code: "notAPhone", raw };
  const found = landline(area, local);
  if (found) return found;
  const sound = (local.length === 7 || local.length === 8) && !/^[2-9]/u.test(local);
  return sound ? { code: "noSuchNumber", raw } : { code: "landlineDigits", digits: local.length, raw };
};

/** A mainland number without +86, digits only. */
const mainland = (digits: string, site: PhoneSite, raw: string): Found => {
  if (/^0?1[3-9]\d{9}$/u.test(digits)) {
    const national = digits.slice(-11);
    return isIssuedMobile(national) ? mobile(national) : { code: "noSuchNumber", raw };
  }
  if (/^1[3-9]\d{5,12}$/u.test(digits)) return { code: "mobileDigits", digits: digits.length, raw };
  if (/^01[3-9]\d{5,12}$/u.test(digits)) return { code: "mobileDigits", digits: digits.length - 1, raw };
  if (/^[48]00\d{7}$/u.test(digits)) return service(digits);
  if (digits.startsWith("0")) return withAreaCode(digits, raw);
  if (digits.length >= 10 && digits.length <= 12) {
    // The leading 0 is lost where a landline was kept as a number.
    const found = withAreaCode(`0${digits}`, raw);
    if (isPhone(found)) return found;
  }
  if (/^[2-9]\d{6,8}$/u.test(digits)) {
    if (digits.length === 9) return { code: "landlineDigits", digits: 9, raw };
    const area = site.areaCode.replace(/\D/gu, "").replace(/^(?!0|$)/u, "0");
    return area === "" ? { code: "noAreaCode", raw } : withAreaCode(area + digits, raw);
  }
  return { code: "notAPhone", raw };
};

const foreign = (digits: string): Phone | undefined => {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() === true
    ? { e164: number.number as E164, shown: number.formatInternational(), kind: "foreign" }
    : undefined;
};

/** One number, its digits parted by blanks, dashes or dots only, perhaps with + or 00 in front. */
export const phoneOf = (written: string, site: PhoneSite, raw: string): Found => {
  const text = written.replace(/[\s.-]/gu, "");
  const international = /^(?:\+|00)0*([1-9]\d*)$/u.exec(text)?.[1];
  if (international !== undefined) {
    if (international.startsWith("86")) return mainland(international.slice(2), { areaCode: "" }, raw);
    return foreign(international) ?? { code: international.length < 8 ? "notAPhone" : "noSuchNumber", raw };
  }
  const found = mainland(text, site, raw);
  if (isPhone(found) || !/^8(?:6|52|53|86)\d{8,}$/u.test(text)) return found;
  const abroad = text.startsWith("86") ? mainland(text.slice(2), { areaCode: "" }, raw) : foreign(text);
  return abroad !== undefined && isPhone(abroad) ? abroad : found;
};

export const withExtension = (phone: Phone, extension: string): Phone => ({
  ...phone,
  shown: `${phone.shown} 转 ${extension}`,
  extension,
});

/** Whatever is dialled behind a mobile, it is one person's; behind a switchboard stand many desks. */
const deskOf = ({ kind, extension }: Phone): string | undefined =>
  kind === "mobile" ? undefined : extension;

/** Equal in E.164; two different extensions of one switchboard are two phones. */
export const samePhone = (a: Phone, b: Phone): boolean =>
  a.e164 === b.e164 && (deskOf(a) === undefined || deskOf(b) === undefined || deskOf(a) === deskOf(b));

/**
 * Equal of phones that make two records one person's without asking (R9). A switchboard's number alone is nobody's
 * desk: 0379-6391 2345 and its 转 12 may be colleagues, so that they are told as alike (`samePhone`), and not joined.
 */
export const phoneKey = (phone: Phone): string => {
  const desk = deskOf(phone);
  return desk === undefined ? phone.e164 : `${phone.e164}/${desk}`;
};
