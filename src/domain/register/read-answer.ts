/** A raw cell of any kind of blank as an answer: forgiving about spellings, exact about what they mean. */
import { answerKind, choiceSeparator, type Field, type FieldOf, type PerKind } from "../form/field";
import type { ListKey } from "../forms/lists";
import { type CalendarDay, dayOf, minutesOf } from "../kit/calendar-day";
import { readMoney, yuanOf } from "../kit/money";
import type { Yearless } from "../kit/day-wording";
import { readDay, readMoment, type Unread } from "../kit/read-day";
import { plain } from "../kit/text";
import { nothing, nothingWords } from "../rules/nothing-to-say";
import { dealNumber, lostNumber, parseClientNumber } from "../rules/client-number";
import { readIdCard } from "../rules/id-card";
import { simplified } from "../rules/simplified";
import { phoneReading } from "./phone-reading";
import { saysMoreThanPhones } from "./phone-words";
import { isRemovedChoice, matchChoice, matchChoices, nearestOf } from "./match-choice";
import { finding, type Finding } from "./problem";
import { isRoughNumber, readCount, readNumber } from "./read-number";
import type { Answer, RawCell } from "./register";
import type { Site } from "./site";
import { lists } from "../forms/lists";

export interface About {
  readonly site: Site;
  readonly today: CalendarDay;
  /** The year of days written without one, as an old register's title says; "unknown": such days are ambiguous. */
  readonly year?: number | "unknown";
  /** Days without a year lie on it or after, whatever `year` says: what was agreed on that day. */
  readonly notBefore?: CalendarDay;
  /** The day of the row that what was agreed in it comes after; without it, today. */
  readonly from?: CalendarDay;
  /** The day of times written without one. */
  readonly day?: CalendarDay;
}

export interface Reading {
  /** Absent for an empty cell and for one that cannot be understood. */
  readonly answer?: Answer;
  /** The cell holds another spelling than the answer's. */
  readonly changed: boolean;
  /** Without where: no key, caption or value. */
  readonly problems: readonly Finding[];
}

type Cell = string | number;

const empty: Reading = { changed: false, problems: [] };
const asItIs = (answer: Answer): Reading => ({ answer, changed: false, problems: [] });
const as = (answer: Answer, raw: Cell): Reading => ({ answer, changed: answer !== raw, problems: [] });
const failed = (problem: Finding): Reading => ({ changed: false, problems: [problem] });

export const unreadCodes = {
  notADay: "notADay",
  noSuchDay: "noSuchDay",
  ambiguous: "ambiguousDay",
} as const satisfies Record<Unread, string>;

const invisible = /[\u200B\u200E\u200F\u2060\uFEFF]/gu;

const text = (raw: Cell): string =>
  typeof raw === "number" ? String(raw) : raw.replace(invisible, "").trim();

/** Nothing in it that a line of text has to be rid of: nearly every cell is so. */
const isTidy = (raw: string): boolean => !/[\r\n\u200B\u200E\u200F\u2060\uFEFF]|^\s|\s$/u.test(raw);

const oneLine = (_: Field, raw: Cell): Reading => {
  if (typeof raw === "number") return asItIs(String(raw));
  if (isTidy(raw)) return asItIs(raw);
  const lines = text(raw)
    .split(/[\r\n]+/u)
    .map((line) => line.trim());
  return as(lines.filter((line) => line !== "").join(" "), raw);
};

const manyLines = (_: Field, raw: Cell): Reading =>
  typeof raw === "number" ? asItIs(String(raw)) : as(text(raw).replace(/\r\n?/gu, "\n"), raw);

const number = (field: FieldOf<"number">, raw: Cell): Reading => {
  const value = readCount(raw);
  if (value === undefined) return failed(finding(isRoughNumber(raw) ? "roughNumber" : "notANumber"));
  if (field.whole && !Number.isInteger(value)) return failed(finding("notWhole"));
  if (value < field.from || value > field.to)
    return failed(finding("outOfRange", { facts: { from: field.from, to: field.to } }));
  return as(value, raw);
};

const area = (_: Field, raw: Cell): Reading => {
  const value = readNumber(raw);
  if (value === undefined) return failed(finding("notANumber"));
  if (value < 0) return failed(finding("negative"));
  return as(yuanOf(value), raw);
};

const money = (_: Field, raw: Cell): Reading => {
  const read = readMoney(raw);
  if (!read.ok) return failed(finding("notMoney"));
  if (read.value < 0) return failed(finding("negative"));
  return { answer: read.value, changed: read.changed || typeof raw === "string", problems: [] };
};

const future = (on: CalendarDay, about: About): readonly Finding[] =>
  on > about.today ? [finding("future", { value: on, facts: { today: about.today } })] : [];

/** Kept by the program, and a day that people add of themselves: formulas need it as one. */
export const isTypedDay = (field: Field): boolean =>
  field.kind === "computed" && field.byHand && field.gives === "day";

const anyDay = (raw: Cell, about: About, yearless: Yearless): Reading => {
  const read = readDay(raw, { ...about, yearless });
  if (!read.ok) return failed(finding(unreadCodes[read.why]));
  return { answer: read.value, changed: read.changed || typeof raw === "string", problems: [] };
};

const day = (field: FieldOf<"day">, raw: Cell, about: About): Reading => {
  const read = anyDay(raw, about, field.yearless);
  return field.notAfterToday && typeof read.answer === "string"
    ? { ...read, problems: [...read.problems, ...future(read.answer as CalendarDay, about)] }
    : read;
};

const moment = (field: FieldOf<"moment">, raw: Cell, about: About): Reading => {
  const read = readMoment(raw, { ...about, yearless: field.yearless });
  if (!read.ok) return failed(finding(unreadCodes[read.why]));
  const problems = field.notAfterToday ? [...future(dayOf(read.value), about)] : [];
  if (field.quarterHour && minutesOf(read.value) % 15 !== 0)
    problems.push(finding("quarterHour", { value: read.value }));
  return { answer: read.value, changed: read.changed || typeof raw === "string", problems };
};

const phone = (field: FieldOf<"phone">, raw: Cell, about: About): Reading => {
  const read = phoneReading(raw, about.site);
  if (read.problems.length > 0) {
    return {
      changed: false,
      problems: read.problems.map(({ code, ...facts }) => finding(code, { facts })),
    };
  }
  if (read.phones.length === 0) return failed(finding("notAPhone", { facts: { raw: String(raw) } }));
  const answer = read.phones.map((each) => each.shown).join(choiceSeparator);
  const strange = field.mobile && read.phones.every((each) => each.kind === "landline");
  return {
    answer,
    changed: answer !== raw,
    problems: strange ? [finding("landlineInMobile", { value: answer })] : [],
  };
};

/** 微信号, QQ and e-mail look like anything; only what is surely a phone is spelled anew. */
const contact = (_: Field, raw: Cell, about: About): Reading => {
  const said = text(raw);
  const cut = phoneReading(raw, about.site).problems.find(({ code }) => code === "digitsLost");
  if (cut !== undefined) return failed(finding("digitsLost", { facts: { raw: cut.raw } }));
  const looksLikePhone =
    /^(?:\+|0|1\d{10}$)/u.test(plain(said).replace(/[\s()-]/gu, "")) && !said.includes("@");
  if (looksLikePhone) {
    const read = phoneReading(raw, about.site);
    if (read.problems.length === 0 && read.phones.length > 0 && !saysMoreThanPhones(raw))
      return as(read.phones.map((each) => each.shown).join(choiceSeparator), raw);
  }
  return typeof raw === "number" ? asItIs(said) : as(said, raw);
};

const digits = (field: FieldOf<"digits">, raw: Cell): Reading => {
  // A number has lost the noughts it began with.
  const bare =
    typeof raw === "number" ? String(raw).padStart(field.length, "0") : plain(raw).replace(/\s/gu, "");
  if (!/^\d+$/u.test(bare) || bare.length !== field.length)
    return failed(finding("notDigits", { facts: { length: field.length } }));
  return as(bare, raw);
};

const unknownChoice = (list: ListKey, choices: readonly string[], choice: string): Finding => {
  const facts = { choice, list: lists[list].title };
  if (isRemovedChoice(list, choice)) return finding("choiceRemoved", { facts });
  const nearest = nearestOf(choices, choice);
  return nearest === undefined
    ? finding("unknownChoice", { facts })
    : finding("unknownChoiceNear", { facts: { ...facts, nearest } });
};

const tickOne = (field: FieldOf<"tickOne">, raw: Cell, { site }: About): Reading => {
  const choices = site.lists[field.list];
  const found = matchChoice(field.list, choices, String(raw));
  return found === undefined
    ? failed(unknownChoice(field.list, choices, plain(String(raw))))
    : as(found, String(raw));
};

const tickMany = (field: FieldOf<"tickMany">, raw: Cell, { site }: About): Reading => {
  const choices = site.lists[field.list];
  const { chosen, unknown } = matchChoices(field.list, choices, String(raw));
  // Signs alone are no blank: what is written must be understood or said.
  if (chosen.length === 0 && unknown.length === 0)
    return failed(unknownChoice(field.list, choices, text(raw)));
  const problems = unknown.map((piece) => unknownChoice(field.list, choices, piece));
  return problems.length > 0 ? { changed: false, problems } : as(chosen.join(choiceSeparator), raw);
};

const rosterNames = (site: Site): readonly string[] => site.consultants.map(({ name }) => name);

/** In either script: 劉洋 is 刘洋. */
const nameKey = (name: string): string => simplified(plain(name).replace(/\s/gu, ""));

const spellings = new WeakMap<Site["consultants"], ReadonlyMap<string, string>>();

/** Names of the roster by their key, the first of several; made once a roster: every row of a register asks. */
const spellingsOf = ({ consultants }: Site): ReadonlyMap<string, string> => {
  const before = spellings.get(consultants);
  if (before) return before;
  const found = new Map<string, string>();
  for (const { name } of consultants) if (!found.has(nameKey(name))) found.set(nameKey(name), name);
  spellings.set(consultants, found);
  return found;
};

/** A consultant as the roster spells the name; nothing where it is not on it. */
export const onRoster = (site: Site, typed: string): string | undefined => {
  if (site.consultants.some(({ name }) => name === typed)) return typed;
  return spellingsOf(site).get(nameKey(typed));
};

/** As the roster spells the name, where it is on it. */
export const spelled = (site: Site, typed: string): string =>
  typed === "" ? "" : (onRoster(site, typed) ?? typed);

const fromRoster = (_: Field, raw: Cell, { site }: About): Reading => {
  const names = rosterNames(site);
  const found = onRoster(site, String(raw));
  if (found !== undefined) return as(found, raw);
  const key = nameKey(String(raw));
  const nearest = nearestOf(names, key);
  return failed(
    nearest === undefined ? finding("notOnRoster") : finding("notOnRosterNear", { facts: { nearest } }),
  );
};

const clientRef = (_: Field, raw: Cell): Reading => {
  const parts = parseClientNumber(String(raw));
  return parts ? as(parts.client, raw) : failed(finding("notAClientNumber"));
};

const numberStamp = (field: FieldOf<"numberStamp">, raw: Cell): Reading => {
  const parts = parseClientNumber(String(raw));
  if (!parts) return failed(finding("notAClientNumber"));
  const number = { client: parts.client, deal: dealNumber(parts.client), lost: lostNumber(parts.client) }[
    field.of
  ];
  return parts.kind === field.of
    ? as(number, raw)
    : failed(finding("wrongNumberKind", { facts: { becomes: number } }));
};

/** Units as 销控表 spells them; whether they stand there is for the checks across rows. */
const rowRef = (field: FieldOf<"rowRef">, raw: Cell): Reading => {
  const said = text(raw);
  if (!field.many) return as(plain(said), raw);
  const each = said
    .split(/[、,，;；\n]+/u)
    .map(plain)
    .filter((one) => one !== "");
  if (each.length === 0) return asItIs(said);
  return as([...new Set(each)].join(choiceSeparator), raw);
};

const idCardFaults = {
  length: "notAnIdCard",
  birthday: "idCardBirthday",
  checkDigit: "idCardCheckDigit",
  number: "idCardAsNumber",
} as const;

const idCard = (_: Field, raw: Cell): Reading => {
  const read = readIdCard(String(raw));
  // A spreadsheet keeps 15 digits of a number: what is left may look right by chance.
  const fault = typeof raw === "number" && raw >= 1e15 ? "number" : read.ok ? undefined : read.why;
  return read.ok && fault === undefined
    ? as(read.number, raw)
    : failed(finding(idCardFaults[fault ?? "length"]));
};

const readers: PerKind<Reading, [raw: Cell, about: About]> = {
  numberStamp,
  clientRef,
  computed: (field, raw, about) => (isTypedDay(field) ? anyDay(raw, about, "nearest") : asItIs(raw)),
  oneLine,
  lines: manyLines,
  day,
  moment,
  number,
  money,
  area,
  phone,
  contact,
  digits,
  tickOne,
  tickMany,
  rowRef,
  idCard,
  fromRoster,
};

/** R3 allows `/`, and in blanks that hold no prose other words for it. */
export const isProse = (field: Field): boolean =>
  field.kind === "oneLine" || field.kind === "lines" || (field.kind === "computed" && !isTypedDay(field));

const saysNothing = (field: Field, raw: string): boolean => {
  if (raw.length > 4) return false;
  const word = plain(raw);
  return word === nothing || (!isProse(field) && nothingWords.has(word));
};

/** What a formula that failed leaves in its cell, in Excel, WPS and LibreOffice; #### is a number too wide for it. */
const cellError =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|EXTERNAL!|PYTHON!|GETTING_DATA|##+)|Err:\d{3})$/u;

/** Never an answer, of whatever blank. */
export const isCellError = (raw: RawCell | undefined): boolean =>
  typeof raw === "string" && /^\s*[#＃E]/u.test(raw) && cellError.test(plain(raw));

/** Printable ASCII and ideographs: a text that begins with one is not blank. */
const isSeen = (code: number): boolean => (code > 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff);

export const isEmptyCell = (raw: RawCell | undefined): raw is null | undefined | "" =>
  raw === null ||
  raw === undefined ||
  raw === "" ||
  (typeof raw === "string" && !isSeen(raw.charCodeAt(0)) && raw.trim() === "");

/** Cells of these are hardly ever equal: remembering what they say gains nothing. */
export const ownToRow: ReadonlySet<Field["kind"]> = new Set([
  "numberStamp",
  "clientRef",
  "oneLine",
  "lines",
  "moment",
  "phone",
  "contact",
  "idCard",
]);

export const readAnswer = (field: Field, raw: RawCell, about: About): Reading => {
  if (isEmptyCell(raw)) return empty;
  const cell = typeof raw === "boolean" ? (raw ? "是" : "否") : raw;
  if (typeof cell === "string") {
    if (isCellError(cell)) return failed(finding("cellError"));
    // A choice may be "无" itself.
    const listed = "list" in field && about.site.lists[field.list].includes(cell);
    if (!listed && saysNothing(field, cell)) return as(nothing, cell);
  }
  return answerKind(readers, field, cell, about);
};
