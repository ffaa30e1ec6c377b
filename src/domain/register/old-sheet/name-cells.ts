/** 收编: what stands with a name in its cell: a phone (张示例 13900001111), or somebody else (张示例/李示例). */
import { plain } from "../../kit/text";
import { type Phone, phoneKey, readPhones } from "../../rules/phone";
import { finding, type Finding } from "../problem";
import { type Column, type OldAbout, type OldPaper, whereOf } from "./old-phones";

/** Fewer digits are of no phone: 张示例2. */
const longDigits = /(?:[+(]\s*)?\d(?:[\s()-]*\d){6,}/u;
const around = /^[\s:,;、/|()[\]_-]+|[\s:,;、/|()[\]_-]+$/gu;
const phoneWord = /(?:联系)?(?:电话|手机)(?:号码?)?$|^TEL/iu;
const letters = /^\p{L}[\p{L}\p{M}·•.\s]*$/u;
const severalNames = /^\p{Script=Han}{2,4}(?:\s*[/、,;&+]\s*\p{Script=Han}{2,4})+$/u;

interface Parted {
  readonly name: string;
  readonly said: string;
  readonly phone: Phone;
}

/** A name before or behind one whole number. */
const partedIn = (text: string, about: OldAbout): Parted | undefined => {
  const found = longDigits.exec(text);
  if (found === null) return undefined;
  const [said] = found;
  const ends = [text.slice(0, found.index), text.slice(found.index + said.length)].map((each) =>
    each.replace(around, "").replace(phoneWord, "").replace(around, ""),
  );
  const [name, ...more] = ends.filter((each) => each !== "");
  const { phones, problems } = readPhones(said, about.site);
  const [phone, ...others] = phones;
  if (name === undefined || more.length > 0 || !letters.test(name)) return undefined;
  return phone === undefined || others.length + problems.length > 0 ? undefined : { name, said, phone };
};

export interface NamesRead {
  /** With the name alone, and the phone where it belongs. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly findings: readonly Finding[];
  /** Why the name is nobody's for sure. */
  readonly problems: readonly Finding[];
}

/** 姓名/电话 is a column of phones where nothing else has the name. */
const saysName = /姓名|名字|称呼/u;

/** Only of forms that a name is entered in: elsewhere it finds a client, or several buy together. */
export const readNameCell = (
  paper: OldPaper,
  columns: ReadonlyMap<string, readonly Column[]>,
  about: OldAbout,
): NamesRead => {
  const asItIs: NamesRead = { columns, findings: [], problems: [] };
  const phones = paper.phones.flatMap((key) => columns.get(key) ?? []);
  const [named, ...more] = columns.get("name") ?? [];
  const cell = named ?? phones.find(({ header }) => saysName.test(header));
  if (cell === undefined || typeof cell.raw === "boolean" || !paper.required.includes("name")) return asItIs;
  const text = plain(String(cell.raw));
  const where = whereOf(paper, "name", cell.raw);
  if (severalNames.test(text)) return { ...asItIs, problems: [finding("namesOfSeveral", where)] };
  const parted = partedIn(text, about);
  if (!longDigits.test(text) || (parted === undefined && named === undefined)) return asItIs;
  if (parted === undefined) return { ...asItIs, problems: [finding("nameNotAlone", where)] };
  const there = phones.filter((each) => each !== cell);
  const isSaidThere = there.some(
    ({ raw }) =>
      typeof raw !== "boolean" &&
      readPhones(raw, about.site).phones.some((each) => phoneKey(each) === phoneKey(parted.phone)),
  );
  if (there.length > 0 && !isSaidThere) return { ...asItIs, problems: [finding("nameNotAlone", where)] };
  const [blank = ""] = paper.phones;
  const found = new Map([...columns].filter(([key]) => there.length > 0 || !paper.phones.includes(key)));
  found.set("name", [{ ...cell, raw: parted.name }, ...more]);
  if (there.length === 0) found.set(blank, [{ header: cell.header, raw: parted.said }]);
  const facts = { name: parted.name, phone: parted.phone.shown };
  return { columns: found, findings: [finding("nameParted", { ...where, facts })], problems: [] };
};
