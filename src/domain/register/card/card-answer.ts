/** A cell as a card prints it: days in words, money with its commas, `/` as it is (R3), numbers masked where asked (R20). */
import { answerKind, type Field, type FieldOf, type PerKind } from "../../form/field";
import { type CalendarDay, dayOfMonth, type Moment, monthOf, yearOf } from "../../kit/calendar-day";
import { isNothing, nothing } from "../../rules/nothing-to-say";
import { maskIdCard } from "../../rules/id-card";
import { maskPhone, maskTalk } from "../../rules/masking";
import { yearlessIn } from "../day-at";
import { matchChoice, matchChoices } from "../match-choice";
import { momentOfCell } from "../raw-cell";
import type { RawCell } from "../register";
import type { Site } from "../site";

export interface CardAbout {
  readonly site: Site;
  /** Only helps with years left out. */
  readonly today: CalendarDay;
  /** R20. */
  readonly masked: boolean;
}

export const dayInWords = (at: CalendarDay | Moment): string =>
  `${yearOf(at)}年${monthOf(at)}月${dayOfMonth(at)}日`;

/** "2026年3月5日 14:30"; a bare day has no time. */
export const momentInWords = (at: CalendarDay | Moment): string =>
  at.length === 10 ? dayInWords(at) : `${dayInWords(at)} ${at.slice(11)}`;

/** 850000 → "850,000.00". */
const amountInWords = (amount: number): string => {
  const [whole = "", fen = ""] = Math.abs(amount).toFixed(2).split(".");
  return `${amount < 0 ? "-" : ""}${whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")}.${fen}`;
};

type Cell = string | number;

const text = (cell: Cell): string => String(cell).trim();
const talk = (cell: Cell, { masked }: CardAbout): string => (masked ? maskTalk(text(cell)) : text(cell));
const phone = (cell: Cell, { masked }: CardAbout): string => (masked ? maskPhone(text(cell)) : text(cell));
const day = (field: Field, cell: Cell, { today }: CardAbout): string => {
  const at = momentOfCell(cell, today, yearlessIn(field));
  return at === undefined ? text(cell) : dayInWords(at);
};
const moment = (field: Field, cell: Cell, { today }: CardAbout): string => {
  const at = momentOfCell(cell, today, yearlessIn(field));
  return at === undefined ? text(cell) : momentInWords(at);
};
const amount = (cell: Cell): string => (typeof cell === "number" ? amountInWords(cell) : text(cell));
const area = (cell: Cell): string => (typeof cell === "number" ? `${amountInWords(cell)}㎡` : text(cell));
const share = (cell: Cell): string => (typeof cell === "number" ? `${(cell * 100).toFixed(1)}%` : text(cell));

const computed: Readonly<
  Record<FieldOf<"computed">["gives"], (field: Field, cell: Cell, about: CardAbout) => string>
> = {
  text: (_, cell, about) => talk(cell, about),
  number: (_, cell) => text(cell),
  day,
  moment,
  money: (_, cell) => amount(cell),
  share: (_, cell) => share(cell),
};

const inWords: PerKind<string, [cell: Cell, about: CardAbout]> = {
  numberStamp: (_, cell) => text(cell),
  clientRef: (_, cell) => text(cell),
  computed: (field, cell, about) => computed[field.gives](field, cell, about),
  oneLine: (_, cell, about) => talk(cell, about),
  lines: (_, cell, about) => talk(cell, about),
  day,
  moment,
  number: (_, cell) => text(cell),
  money: (_, cell) => amount(cell),
  area: (_, cell) => area(cell),
  phone: (_, cell, about) => phone(cell, about),
  contact: (_, cell, about) => phone(cell, about),
  digits: (_, cell) => text(cell),
  tickOne: (_, cell) => text(cell),
  tickMany: (_, cell) => text(cell),
  rowRef: (_, cell) => text(cell),
  idCard: (_, cell, { masked }) => (masked ? maskIdCard(text(cell)) : text(cell)),
  fromRoster: (_, cell) => text(cell),
};

/** Empty for an empty cell. */
export const cardAnswer = (field: Field, cell: RawCell, about: CardAbout): string => {
  if (cell === null || cell === "") return "";
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "string" && isNothing(cell)) return nothing;
  return answerKind(inWords, field, cell, about);
};

/** What is ticked: choices as the site's list spells them, and what is on no list as it was written. */
export const ticked = (field: Field, cell: RawCell, { site, masked }: CardAbout): readonly string[] => {
  if ((field.kind !== "tickOne" && field.kind !== "tickMany") || cell === null || typeof cell === "boolean")
    return [];
  const written = text(cell);
  if (written === "" || isNothing(written)) return [];
  const choices = site.lists[field.list];
  const strange = (choice: string): string => (masked ? maskTalk(choice) : choice);
  if (field.kind === "tickOne") return [matchChoice(field.list, choices, written) ?? strange(written)];
  const { chosen, unknown } = matchChoices(field.list, choices, written);
  return [...chosen, ...unknown.map(strange)];
};
