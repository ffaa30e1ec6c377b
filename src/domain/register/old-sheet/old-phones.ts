/** Phones and other contacts of an old row, in the spellings of R2. */
import { visitors } from "../../forms/visitors";
import type { Field } from "../../form/field";
import type { Form } from "../../form/form";
import { plain } from "../../kit/text";
import { nothing } from "../../rules/nothing-to-say";
import { type Phone, phoneKey, type PhoneReading, type PhoneSite, readPhones } from "../../rules/phone";
import { saysSparePhone, saysWhosePhone } from "./more-phones";
import { withoutRoomsBeside } from "./phone-remarks";
import { linesOf, saysMoreThanPhones } from "../phone-words";
import { finding, type Finding, shown } from "../problem";
import { phoneReading } from "../phone-reading";
import { type About, isCellError, readAnswer } from "../read-answer";
import type { RawCell } from "../register";
import { isRounded } from "./rounded-phones";
import { withWholePhones } from "../short-phones";

/** A contact's or deal's mobile finds the client. */
const oldMobileKey = "mobile";

/** What taking in asks of a row of this form. */
export interface OldPaper {
  readonly form: Form;
  /** The day or moment it happened; "" of a row that need not say one. */
  readonly when: string;
  /** What R3 will not have missing, nor `/`. */
  readonly required: readonly string[];
  /** Columns that hold phones. */
  readonly phones: readonly string[];
  /** Columns that hold the client's number, in any of its spellings. */
  readonly number: string;
  /** Where what is not understood is kept; a form without such a blank leaves it in `kept`. */
  readonly notes: string | undefined;
  /** Columns of 升级情况. */
  readonly hasLadder?: true;
  /** The form's blanks, and what else is read of a row, or read otherwise; absent: the form's. */
  readonly fields?: Readonly<Record<string, Field>>;
  /** A cell in words that its blank understands. */
  readonly said?: (key: string, column: Column) => Column["raw"];
  /** Own columns, made where a row needs them, for what no blank takes. */
  readonly keeps?: readonly string[];
}

export interface OldAbout extends About {
  /** Who takes rows whose consultant is not written down. */
  readonly consultant?: string;
}

export interface Column {
  readonly header: string;
  readonly raw: string | number | boolean;
}

const blankOf = ({ form }: OldPaper, key: string): Field | undefined =>
  form.fields[key] ?? (key === oldMobileKey ? visitors.fields.mobile : undefined);

export const whereOf = (paper: OldPaper, key: string, raw: RawCell): Partial<Finding> => {
  const value = shown(raw);
  const caption = blankOf(paper, key)?.caption ?? key;
  return { key, caption, ...(value === undefined ? {} : { value }) };
};

/** An account by what it is called, an e-mail, or a 微信号 that stands alone. */
const account =
  /(?:微信|wechat|weixin|[vw]x|qq|邮箱|e-?mail)(?:号码?|帐号|账号)?\s*:?\s*[a-z0-9][\w.@+-]{3,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|^[a-z](?=[\w-]*[\d_-])[\w-]{5,19}$/giu;

/** 微信abc123, QQ 12345678 and e-mails among phones, and what is left; an account named by a phone is a phone. */
const partAccounts = (
  raw: string | number,
  site: PhoneSite,
): { readonly accounts: readonly string[]; readonly rest: string } => {
  const accounts: string[] = [];
  const rest = linesOf(raw).replace(account, (found) => {
    const { phones, problems } = readPhones(found, site);
    if (phones.length > 0 && problems.length === 0) return found;
    accounts.push(found);
    return "、";
  });
  return { accounts, rest };
};

export interface PhonesRead {
  readonly phones: readonly Phone[];
  /** 微信号, QQ and e-mail. */
  readonly contact: string | undefined;
  readonly onlyNothing: boolean;
  readonly problems: readonly Finding[];
  /** Of `phones`, those that may have lost their last digits: 138 0000 0000. */
  readonly rounded: readonly Phone[];
  /** Cells that say more than phones and contacts. */
  readonly unread: readonly Column[];
}

/** The client's own first, then 备用电话, then 配偶电话, wherever they stand. */
const inOrder = (
  { phones }: OldPaper,
  columns: ReadonlyMap<string, readonly Column[]>,
): readonly { readonly key: string; readonly column: Column }[] => {
  const all = phones.flatMap((key) => (columns.get(key) ?? []).map((column) => ({ key, column })));
  const later = ({ column: { header } }: (typeof all)[number]): number =>
    saysWhosePhone(header) ? 2 : saysSparePhone(header) ? 1 : 0;
  return all.sort((one, other) => later(one) - later(other));
};

/** 138 0379, and 1259 on the next line: where no line is a number, and they are one together. */
const acrossLines = (said: string | number, site: OldAbout["site"]): PhoneReading => {
  const read = phoneReading(said, site);
  if (typeof said === "number" || read.phones.length > 0 || !/\S\s*[\n\r]/u.test(said)) return read;
  const joined = phoneReading(said.trim().replace(/\s*[\n\r]+\s*/gu, " "), site);
  return joined.phones.length === 1 && joined.problems.length === 0 ? joined : read;
};

export const readOldPhones = (
  paper: OldPaper,
  columns: ReadonlyMap<string, readonly Column[]>,
  about: OldAbout,
): PhonesRead => {
  const phones = new Map<string, Phone>();
  const contacts: string[] = [];
  const problems: Finding[] = [];
  const unread: Column[] = [];
  const rounded: Phone[] = [];
  let onlyNothing = false;
  const takesContacts = paper.phones.some((key) => blankOf(paper, key)?.kind === "contact");
  for (const { key, column } of inOrder(paper, columns)) {
    const field = blankOf(paper, key);
    if (isCellError(column.raw)) {
      problems.push(finding("cellError", whereOf(paper, key, column.raw)));
      continue;
    }
    const answer = field === undefined ? undefined : readAnswer(field, column.raw, about).answer;
    if (answer === nothing) onlyNothing = true;
    if (answer === nothing || typeof column.raw === "boolean") continue;
    const isPhoneBlank = takesContacts && field?.kind === "phone";
    const { accounts, rest } = isPhoneBlank
      ? partAccounts(column.raw, about.site)
      : { accounts: [], rest: column.raw };
    contacts.push(...accounts);
    const said = accounts.length === 0 ? column.raw : rest;
    if (accounts.length > 0 && !/[\p{L}\d]/u.test(String(rest))) continue;
    const whole = withWholePhones(withoutRoomsBeside(said, about.site));
    const read = acrossLines(whole, about.site);
    for (const phone of read.phones)
      if (phone.extension !== undefined || !phones.has(phoneKey(phone))) phones.set(phoneKey(phone), phone);
    if (isRounded(column.raw)) rounded.push(...read.phones);
    const wholly = read.problems.length === 0 && read.phones.length > 0;
    if (wholly) {
      if (whole !== said || saysMoreThanPhones(said) || saysWhosePhone(column.header)) unread.push(column);
      continue;
    }
    const isCut = read.problems.some(({ code }) => code === "digitsLost");
    if (field?.kind === "contact" && !isCut) {
      contacts.push(plain(String(column.raw)));
      continue;
    }
    if (read.problems.length === 0) continue;
    for (const { code, ...facts } of read.problems)
      problems.push(finding(code, { ...whereOf(paper, key, column.raw), facts }));
    unread.push(column);
  }
  return {
    phones: [...phones.values()],
    contact: contacts.length === 0 ? undefined : contacts.join("、"),
    onlyNothing,
    problems,
    rounded,
    unread,
  };
};

/** A caller leaves a phone or another contact, a visitor a phone; of others the client is found. */
export const missingPhone = (paper: OldPaper, read: PhonesRead): readonly Finding[] => {
  const needed = paper.form.footnotes.find(({ kind }) => kind === "atLeastOneOf");
  if (needed?.kind !== "atLeastOneOf" || read.phones.length > 0 || read.contact !== undefined) return [];
  if (read.problems.length > 0) return read.problems;
  const captions = needed.keys.map((key) => `“${blankOf(paper, key)?.caption ?? key}”`).join("、");
  const [key = ""] = needed.keys;
  return [
    finding(read.onlyNothing ? "allNothing" : "oneOfRequired", {
      key,
      caption: blankOf(paper, key)?.caption ?? key,
      facts: { captions },
    }),
  ];
};
