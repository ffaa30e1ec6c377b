/**
 * The language forms are written in: what a person does with a blank.
 * A closed list of kinds; every reader answers all of them in one table typed `PerKind`.
 */
import type { ListKey } from "../forms/lists";
import type { Yearless } from "../kit/day-wording";

/** The marks of the forms: `*` at first registration, `+` at later visits (R8), nothing. */
export type Need = "first" | "later" | "free";

interface Blank<Kind extends string> {
  readonly kind: Kind;
  /** The paper's words: the column's header, exactly. */
  readonly caption: string;
  readonly need: Need;
  /** Other wordings people have used for the same column. */
  readonly also: readonly string[];
  /** How to fill it, in one sentence. */
  readonly hint: string;
}

/** A client number the program gives: of a client, a deal report or a lost-client report (R1). */
export interface NumberStamp extends Blank<"numberStamp"> {
  readonly of: "client" | "deal" | "lost";
}
/** The number of a client who must exist. */
export type ClientRef = Blank<"clientRef">;
/** Computed, never typed: by a formula of the sheet, or kept by the program. */
export interface Computed extends Blank<"computed"> {
  readonly by: "sheet" | "program";
  /** Kept by the program, but a colleague without it may have to fill it: typing is questioned, not refused. */
  readonly byHand: boolean;
  /** "share": a part of 1, shown in percent. */
  readonly gives: "text" | "number" | "day" | "moment" | "money" | "share";
}
export interface OneLine extends Blank<"oneLine"> {
  readonly suggestions: ListKey | undefined;
}
export type Lines = Blank<"lines">;
export interface DayBlank extends Blank<"day"> {
  readonly notAfterToday: boolean;
  readonly yearless: Yearless;
}
export interface MomentBlank extends Blank<"moment"> {
  readonly notAfterToday: boolean;
  readonly yearless: Yearless;
  /** To the quarter hour. */
  readonly quarterHour: boolean;
}
export interface NumberBlank extends Blank<"number"> {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}
/** Yuan, two decimals. */
export type MoneyBlank = Blank<"money">;
/** Square metres, two decimals. */
export type AreaBlank = Blank<"area">;
export interface PhoneBlank extends Blank<"phone"> {
  readonly mobile: boolean;
}
/** A phone, 微信号, QQ or e-mail. */
export type ContactBlank = Blank<"contact">;
export interface DigitsBlank extends Blank<"digits"> {
  readonly length: number;
}
export interface TickOne extends Blank<"tickOne"> {
  readonly list: ListKey;
}
/** Several choices, stored joined with `、`. */
export interface TickMany extends Blank<"tickMany"> {
  readonly list: ListKey;
}
/** A row of another form by its own number or name: a unit of 销控表, a day of 活动. */
export interface RowRef extends Blank<"rowRef"> {
  readonly of: "units" | "events";
  /** Several, joined with `、`. */
  readonly many: boolean;
}
/** 居民身份证号, 18 places with its check digit. */
export type IdCard = Blank<"idCard">;
/** One of the site's consultants. */
export type FromRoster = Blank<"fromRoster">;

export type Field =
  | NumberStamp
  | ClientRef
  | Computed
  | OneLine
  | Lines
  | DayBlank
  | MomentBlank
  | NumberBlank
  | MoneyBlank
  | AreaBlank
  | PhoneBlank
  | ContactBlank
  | DigitsBlank
  | TickOne
  | TickMany
  | RowRef
  | IdCard
  | FromRoster;

export type Kind = Field["kind"];
export type FieldOf<K extends Kind> = Extract<Field, { readonly kind: K }>;

/** One answer for every kind: a new kind does not compile until every reader has answered it. */
export type PerKind<Result, Also extends readonly unknown[] = []> = {
  readonly [K in Kind]: (field: FieldOf<K>, ...also: Also) => Result;
};

/** The only cast that `PerKind` needs. */
export const answerKind = <Result, Also extends readonly unknown[]>(
  answers: PerKind<Result, Also>,
  field: Field,
  ...also: Also
): Result => (answers[field.kind] as (field: Field, ...also: Also) => Result)(field, ...also);

/** Joins several choices in one cell; no choice may contain it. */
export const choiceSeparator = "、";

interface Wording {
  readonly need?: Need;
  readonly also?: readonly string[];
  readonly hint?: string;
}

const blank = <K extends string>(kind: K, caption: string, hint: string, wording: Wording): Blank<K> => ({
  kind,
  caption,
  need: wording.need ?? "free",
  also: wording.also ?? [],
  hint: wording.hint ?? hint,
});

export const numberStamp = (caption: string, of: NumberStamp["of"], wording: Wording = {}): NumberStamp => ({
  ...blank("numberStamp", caption, "由案场簿编号，请勿手填。", wording),
  of,
});
export const clientRef = (caption: string, wording: Wording = {}): ClientRef =>
  blank("clientRef", caption, "填已登记客户的编号，如 LY-ZS001。", wording);
export const computed = (
  caption: string,
  by: Computed["by"],
  gives: Computed["gives"],
  wording: Wording & { readonly byHand?: boolean } = {},
): Computed => ({
  ...blank(
    "computed",
    caption,
    by === "sheet" ? "由公式计算，请勿改动。" : "由案场簿填写，请勿手填。",
    wording,
  ),
  by,
  byHand: wording.byHand ?? false,
  gives,
});
export const oneLine = (
  caption: string,
  wording: Wording & { readonly suggestions?: ListKey } = {},
): OneLine => ({
  ...blank("oneLine", caption, "填一行文字；没有填 /。", wording),
  suggestions: wording.suggestions,
});
export const lines = (caption: string, wording: Wording = {}): Lines =>
  blank("lines", caption, "可写多行；没有填 /。", wording);
interface DayWording extends Wording {
  readonly notAfterToday?: boolean;
  /** Where it is neither the last day up to today nor, of a day that may lie on either side, the nearest. */
  readonly yearless?: Yearless;
}

const yearlessOf = ({ notAfterToday = false, yearless }: DayWording): Yearless =>
  yearless ?? (notAfterToday ? "last" : "nearest");

export const day = (caption: string, wording: DayWording = {}): DayBlank => ({
  ...blank(
    "day",
    caption,
    `填日期，如 2024-03-05${wording.notAfterToday ? "，不晚于今天" : wording.need === "first" ? "" : "；没有填 /"}。`,
    wording,
  ),
  notAfterToday: wording.notAfterToday ?? false,
  yearless: yearlessOf(wording),
});
export const moment = (
  caption: string,
  wording: DayWording & { readonly quarterHour?: boolean } = {},
): MomentBlank => ({
  ...blank("moment", caption, "填日期和时间，如 2024-03-05 14:30。", wording),
  notAfterToday: wording.notAfterToday ?? false,
  yearless: yearlessOf(wording),
  quarterHour: wording.quarterHour ?? false,
});
export const wholeNumber = (
  caption: string,
  from: number,
  to: number,
  wording: Wording = {},
): NumberBlank => ({
  ...blank(
    "number",
    caption,
    `填 ${from} 到 ${to} 的整数${wording.need === "first" ? "" : "；没有填 /"}。`,
    wording,
  ),
  from,
  to,
  whole: true,
});
export const money = (caption: string, wording: Wording = {}): MoneyBlank =>
  blank("money", caption, "填金额，单位元；没有填 /。", wording);
export const area = (caption: string, wording: Wording = {}): AreaBlank =>
  blank("area", caption, "填面积，单位平方米；没有填 /。", wording);
export const landline = (caption: string, wording: Wording = {}): PhoneBlank => ({
  ...blank("phone", caption, "填电话，固定电话带区号，如 0379-6391 2345；没有填 /。", wording),
  mobile: false,
});
export const mobile = (caption: string, wording: Wording = {}): PhoneBlank => ({
  ...blank("phone", caption, "填 11 位手机号，如 138 0379 1234；没有填 /。", wording),
  mobile: true,
});
export const contact = (caption: string, wording: Wording = {}): ContactBlank =>
  blank("contact", caption, "填电话、微信号、QQ 或电子邮箱；没有填 /。", wording);
export const digits = (caption: string, length: number, wording: Wording = {}): DigitsBlank => ({
  ...blank("digits", caption, `填 ${length} 位数字；没有填 /。`, wording),
  length,
});
export const tickOne = (caption: string, list: ListKey, wording: Wording = {}): TickOne => ({
  ...blank("tickOne", caption, "从下拉列表中选一项；没有填 /。", wording),
  list,
});
export const tickMany = (caption: string, list: ListKey, wording: Wording = {}): TickMany => ({
  ...blank("tickMany", caption, "可选几项，用“、”隔开；没有填 /。", wording),
  list,
});
export const unitRef = (caption: string, wording: Wording & { readonly many?: boolean } = {}): RowRef => ({
  ...blank(
    "rowRef",
    caption,
    wording.many ? "填销控表中的房源编号，几套用“、”隔开；没有填 /。" : "填销控表中的房源编号，如 3-1-1202。",
    wording,
  ),
  of: "units",
  many: wording.many ?? false,
});
export const eventRef = (caption: string): RowRef => ({
  ...blank("rowRef", caption, "从活动表的名称中选一项；没有填 /。", {}),
  of: "events",
  many: false,
});
export const idCard = (caption: string, wording: Wording = {}): IdCard =>
  blank("idCard", caption, "填 18 位身份证号，末位可为 X；没有填 /。", wording);
export const fromRoster = (caption: string, wording: Wording = {}): FromRoster =>
  blank("fromRoster", caption, "从置业顾问名单中选一人。", wording);
