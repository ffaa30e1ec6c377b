import { distance } from "fastest-levenshtein";
import { type ListKey, lists } from "../forms/lists";
import { withArabicDigits } from "../kit/chinese-digits";
import { plain } from "../kit/text";
import { tickedIn } from "../kit/ticked";
import { readGrade } from "../rules/grade";
import { simplified } from "../rules/simplified";
import { choiceWordings } from "./choice-wording";

const dashes = /[‐‑‒–—―−~～〜至到]+|--+/gu;
const units = /元\/?m2|元\/?平(?:方米|米|方)?|平方米|平方|平米|m2|平|万元|万|元|室\/卫/gu;

/** One spelling for all that mean one choice: 電視, 电视; 61—80㎡, 61-80, 61至80平方米; 3室2卫, 三房两卫, 3室2厅1厨2卫. */
export const choiceKey = (text: string): string => {
  const bare = simplified(plain(text)).toLowerCase().replace(/\s/gu, "");
  if (!/[\d一二三四五六七八九两]/u.test(bare)) return bare;
  const rooms =
    /^([\d一二三四五六七八九两]+)[室房](?:.厅)?(?:.厨)?([\d一二三四五六七八九两]+)卫(?:.厨)?(?:.阳台?)?$/u.exec(
      bare,
    );
  if (rooms) return withArabicDigits(`${rooms[1]}/${rooms[2]}`);
  if (!/\d/u.test(bare)) return bare;
  return bare
    .replace(dashes, "-")
    .replace(units, "")
    .replace(/^(?:小于|低于|不到|<=?|≤)(\d+)$/u, "$1以下")
    .replace(/^(?:大于|高于|超过|>=?|≥)(\d+)$/u, "$1以上")
    .replace(/^(\d+)(?:以内|及以下|内)$/u, "$1以下")
    .replace(/^(\d+)(?:及以上|\+|起)$/u, "$1以上");
};

interface KnownChoices {
  readonly byKey: ReadonlyMap<string, string>;
  readonly exact: ReadonlySet<string>;
  /** Keys that may stand beside others without anything between, the longest first. */
  readonly words: readonly string[];
}

/** By the list itself: a site's lists stay the same object while its workbook is looked at. */
const known = new WeakMap<readonly string[], Map<ListKey, KnownChoices>>();

const knownChoices = (list: ListKey, choices: readonly string[]): KnownChoices => {
  const ofList = known.get(choices) ?? new Map<ListKey, KnownChoices>();
  known.set(choices, ofList);
  const found = ofList.get(list);
  if (found) return found;
  const byKey = new Map<string, string>();
  for (const [choice, wordings] of Object.entries(choiceWordings[list])) {
    if (choices.includes(choice)) for (const each of wordings) byKey.set(choiceKey(each), choice);
  }
  for (const choice of choices) byKey.set(choiceKey(choice), choice);
  const words = [...byKey.keys()].filter((key) => key.length >= 2).sort((a, b) => b.length - a.length);
  const made = { byKey, exact: new Set(choices), words };
  ofList.set(list, made);
  return made;
};

/** All lists of the forms together are shorter: a cell of more is a story, and unknown as a whole. */
const mostSigns = 1000;

/** 3-2 and 3*2 are 3/2 where rooms and baths are asked for; elsewhere 3-2 may be a band. */
const inRooms = (list: ListKey, text: string): string =>
  list === "layout" || list === "dealLayout"
    ? plain(text).replace(/^([1-9])\s*[-*×x]\s*([1-9])$/iu, "$1/$2")
    : text;

/** Without the marks of a printed row. */
const inWords = (list: ListKey, choices: readonly string[], text: string): string | undefined => {
  const { byKey, exact } = knownChoices(list, choices);
  if (exact.has(text)) return text;
  const found = byKey.get(choiceKey(inRooms(list, text)));
  if (found !== undefined) return found;
  if (list !== "grade" && list !== "audience") return undefined;
  const grade = readGrade(text);
  return grade !== undefined && exact.has(grade) ? grade : undefined;
};

/** The site's choice that a text means, or nothing: in words, or the only one ticked of a printed row: ☑男 □女. */
export const matchChoice = (list: ListKey, choices: readonly string[], text: string): string | undefined => {
  const found = inWords(list, choices, text);
  if (found !== undefined || text.length > mostSigns) return found;
  const [ticked, ...more] = tickedIn(text) ?? [];
  return ticked === undefined || more.length > 0 ? undefined : inWords(list, choices, ticked);
};

const anySeparator = /[、，,;；/／|｜+＋\n]+/u;
/** 1、 2. ① (1) 一、 A before choices, 等 behind. */
const counters =
  /(?<![\d.])\d{1,2}\s*[、.．)）]\s*(?=[^\d\s])|[(（]\d{1,2}[)）]|[①-⑳]|(?<![\p{L}\d])[一二三四五六七八九十]\s*[、.．]|(?<!\d)[1-9](?=\p{Script=Han})|(?<![a-z])[a-f](?=\p{Script=Han})/giu;
const andSoOn = /等等?\s*$/u;
const anyBlankToo = /[、，,;；/／|｜+＋\s]+/u;
/** Whatever is no word. A doubt, a tick, a box and a cross say more than that the next begins. */
const anySign = /[^\p{L}\p{N}?？√✓✔☑■●×✗✘✕☒□☐○◯]+/u;
/** 和 and 与 are in words, too: they part only where all pieces are choices. */
const anyWordToo =
  /[^\p{L}\p{N}?？√✓✔☑■●×✗✘✕☒□☐○◯]+|以及|或者|或是|还有|[和与及跟或兼加]|\b(?:and|or|vs)\b/iu;

/** More is a sentence. */
const longestTogether = 24;

/** Choices written together, without anything between: 路过听说. */
const parted = (list: ListKey, choices: readonly string[], text: string): readonly string[] | undefined => {
  if (text.length > longestTogether) return undefined;
  const { byKey, words } = knownChoices(list, choices);
  const from = (rest: string): readonly string[] | undefined => {
    if (rest === "") return [];
    for (const key of words) {
      if (!rest.startsWith(key)) continue;
      const more = from(rest.slice(key.length));
      if (more !== undefined) return [byKey.get(key) ?? "", ...more];
    }
    return undefined;
  };
  return from(choiceKey(text));
};

export interface Choices {
  /** In the order written, each once. */
  readonly chosen: readonly string[];
  readonly unknown: readonly string[];
}

/** What takes a choice back: nothing of such a text is a choice by itself. */
const denial = /[不没非无否未×✗✘✕☒□☐○◯?？]/u;

/** Several choices in one cell, however they are joined; blanks part them only where all pieces are choices. */
export const matchChoices = (list: ListKey, choices: readonly string[], text: string): Choices => {
  const whole = inWords(list, choices, text);
  if (whole !== undefined) return { chosen: [whole], unknown: [] };
  if (text.length > mostSigns) return { chosen: [], unknown: [plain(text)] };
  const ofPieces = (pieces: readonly string[]): Choices => {
    const chosen = new Set<string>();
    const unknown: string[] = [];
    for (const piece of pieces) {
      if (plain(piece) === "") continue;
      const found = inWords(list, choices, piece);
      const together = found === undefined ? parted(list, choices, piece) : [found];
      if (together === undefined) unknown.push(plain(piece));
      else for (const each of together) chosen.add(each);
    }
    return { chosen: [...chosen], unknown };
  };
  const plainly = ofPieces(text.split(anySeparator));
  if (plainly.unknown.length === 0) return plainly;
  // A printed row of boxes: what is ticked counts.
  const ticked = tickedIn(text);
  const bare = text.replace(counters, "、").replace(andSoOn, "");
  const ways = [
    ...(ticked === undefined ? [] : [ofPieces(ticked)]),
    ofPieces(text.split(anyBlankToo)),
    ofPieces(bare.split(anyBlankToo)),
    ofPieces(text.split(anySign)),
    ofPieces(bare.split(anySign)),
    ofPieces(bare.split(anyWordToo)),
  ];
  const all = ways.find(({ unknown, chosen }) => unknown.length === 0 && chosen.length > 0);
  if (all !== undefined) return all;
  const [marked] = ways;
  if (ticked !== undefined && marked !== undefined && marked.chosen.length > 0) return marked;
  if (denial.test(text)) return { chosen: [], unknown: plainly.unknown };
  const most = Math.max(...ways.map(({ chosen }) => chosen.length));
  return most > plainly.chosen.length
    ? (ways.find(({ chosen }) => chosen.length === most) ?? plainly)
    : plainly;
};

/** The choice spelled most alike, when it is alike at all. */
export const nearestOf = (choices: Iterable<string>, text: string): string | undefined => {
  const key = choiceKey(text);
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    const other = choiceKey(choice);
    const apart = distance(key, other);
    // Two of three characters may differ in no word that people would call alike.
    if (apart < least && apart < Math.max(key.length, other.length) && apart <= Math.max(1, key.length / 2)) {
      least = apart;
      nearest = choice;
    }
  }
  return nearest;
};

/** A choice the form was shipped with and the site has taken off its list. */
export const isRemovedChoice = (list: ListKey, text: string): boolean =>
  (lists[list].choices as readonly string[]).includes(text);
