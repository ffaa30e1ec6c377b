declare const e164Brand: unique symbol;

/** "+8613803791234": how phones are compared (R2). */
export type E164 = string & { readonly [e164Brand]: true };

export interface Phone {
  readonly e164: E164;
  /** As the house writes it: "138 0379 1234", "0379-6391 2345", "+852 9123 4567", an extension as "转 12". */
  readonly shown: string;
  readonly kind: "mobile" | "landline" | "foreign";
  readonly extension?: string;
}

/** `raw`: the piece of the cell it is about. */
export type PhoneProblem =
  /** Begins like a mainland mobile, which has 11 digits. */
  | { readonly code: "mobileDigits"; readonly digits: number; readonly raw: string }
  /** Area code right, local number too long or too short; `digits` of the local number. */
  | { readonly code: "landlineDigits"; readonly digits: number; readonly raw: string }
  /** A bare local number, and the site has no area code. */
  | { readonly code: "noAreaCode"; readonly raw: string }
  /** The digits are there, but nobody has issued such numbers. */
  | { readonly code: "noSuchNumber"; readonly raw: string }
  | { readonly code: "notAPhone"; readonly raw: string };

export interface PhoneReading {
  readonly phones: readonly Phone[];
  readonly problems: readonly PhoneProblem[];
}

/** `areaCode` as on 设置: "0379", or empty. */
export interface PhoneSite {
  readonly areaCode: string;
}

export const readPhones = (_raw: string | number, _site: PhoneSite): PhoneReading => ({
  phones: [],
  problems: [],
});

/** Equal in E.164; two different extensions of one switchboard are two phones. */
export const samePhone = (a: Phone, b: Phone): boolean =>
  a.e164 === b.e164 &&
  (a.extension === undefined || b.extension === undefined || a.extension === b.extension);
