/**
 * R20 号码可遮住中间，另记密文
 *
 * 「138****1234」 A share as it may leave its site: every number in it masked, its phones told by a keyed hash alone.
 */
import { answerKind, type Field, type PerKind } from "../form/field";
import { formOf, type RegisterKey } from "../forms/index";
import { maskIdCard } from "../rules/id-card";
import { maskPhone, maskTalk } from "../rules/masking";
import type { RawCell } from "../register/register";
import type { Lack, SharedRegister, SiteShare } from "./share";

/** Nothing shorter is a phone or an ID card. */
const fewestDigits = 7;

/** Written out, as numbers are heard. */
const spelledDigits: ReadonlySet<number> = new Set(
  [..."〇零一二三四五六七八九幺"].map((each) => each.charCodeAt(0)),
);

const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) || spelledDigits.has(code);

const hasNumber = (text: string): boolean => {
  let digits = 0;
  for (let at = 0; at < text.length; at++)
    if (isDigit(text.charCodeAt(at)) && ++digits >= fewestDigits) return true;
  return false;
};

const talk = (text: string): string => (hasNumber(text) ? maskTalk(text) : text);
const number = (text: string): string => (hasNumber(text) ? maskPhone(text) : text);
const kept = (text: string): string => text;
/** What is written there instead of an ID card may hold a phone. */
const card = (text: string): string => (/^[\dXx]{15,18}$/u.test(text) ? maskIdCard(text) : talk(text));

const masks: PerKind<(text: string) => string> = {
  numberStamp: () => talk,
  clientRef: () => talk,
  computed: ({ gives }) => (gives === "day" || gives === "moment" ? kept : talk),
  oneLine: () => talk,
  lines: () => talk,
  day: () => talk,
  moment: () => talk,
  number: () => talk,
  money: () => talk,
  area: () => talk,
  phone: () => number,
  contact: () => number,
  digits: () => talk,
  tickOne: () => talk,
  tickMany: () => talk,
  rowRef: () => talk,
  idCard: () => card,
  fromRoster: () => talk,
};

/** Kinds whose cells, kept as numbers, may be a phone or an ID card. */
const spelled: ReadonlySet<Field["kind"]> = new Set(["phone", "contact", "idCard", "oneLine", "lines"]);

/** A mobile typed into a blank for numbers: no age, area or price is like it. */
const isMobile = (cell: number): boolean => cell >= 1.3e10 && cell < 2e10 && Number.isInteger(cell);

/** A cell of this kind of blank with the numbers in it masked. */
export const maskCell = (field: Field, cell: RawCell): RawCell => {
  if (typeof cell === "number")
    return spelled.has(field.kind) || isMobile(cell) ? answerKind(masks, field)(String(cell)) : cell;
  return typeof cell === "string" ? answerKind(masks, field)(cell) : cell;
};

/** 洛阳202611221430.xlsx: WeChat and backups stamp the day on a name, and the minute. */
const stamp =
  /((?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d))/u;

/** A file's, sheet's or site's name with the numbers of people in it masked; days stay, so that files stay apart. */
export const maskName = (name: string): string =>
  hasNumber(name)
    ? name
        .split(stamp)
        .map((piece, at) => (at % 2 === 1 ? piece : talk(piece)))
        .join("")
    : name;

const maskLack = (lack: Lack): Lack => {
  switch (lack.kind) {
    case "table":
      return lack;
    case "unreadTable":
    case "rowsOutside":
      return { ...lack, sheet: maskName(lack.sheet) };
    default:
      return { ...lack, caption: maskName(lack.caption) };
  }
};

/** The share with the numbers masked that people wrote into names: of the site, the file, its sheets and columns. */
export const maskNames = (share: SiteShare): SiteShare => ({
  ...share,
  site: maskName(share.site),
  place: maskName(share.place),
  project: maskName(share.project),
  source: { ...share.source, file: maskName(share.source.file) },
  registers: Object.fromEntries(
    Object.entries(share.registers).map(([key, register]) => [
      key,
      { ...register, sheet: maskName(register.sheet) },
    ]),
  ),
  lacks: share.lacks.map(maskLack),
});

const maskRegister = (key: RegisterKey, register: SharedRegister): SharedRegister => {
  const { fields } = formOf(key);
  return {
    ...register,
    columns: new Map(
      [...register.columns].map(([name, cells]) => {
        const field = fields[name];
        return [name, field === undefined ? cells : cells.map((cell) => maskCell(field, cell))];
      }),
    ),
  };
};

/** The share with every phone and ID card masked; what tells phones apart stays as it is. */
export const maskShare = (whole: SiteShare): SiteShare => maskCells(maskNames(whole));

const maskCells = (share: SiteShare): SiteShare => ({
  ...share,
  registers: Object.fromEntries(
    Object.entries(share.registers).map(([key, register]) => [
      key,
      maskRegister(key as RegisterKey, register),
    ]),
  ),
  notUnderstood: share.notUnderstood.map((each) => {
    const field = formOf(each.form).fields[each.key];
    return field === undefined ? each : { ...each, raw: maskCell(field, each.raw) };
  }),
  phones: share.phones.map((each) => ({
    ...each,
    shown: number(each.shown),
    client: talk(each.client),
    name: talk(each.name),
    consultant: talk(each.consultant),
  })),
  ...(share.facts && {
    facts: {
      ...share.facts,
      clients: share.facts.clients.map((each) => ({
        ...each,
        name: talk(each.name),
        consultant: talk(each.consultant),
        channels: each.channels.map(talk),
        occupation: talk(each.occupation),
        residenceArea: talk(each.residenceArea),
      })),
    },
  }),
});
