import { distance } from "fastest-levenshtein";
import { type ListKey, lists } from "../forms/lists";
import { withArabicDigits } from "../kit/chinese-digits";
import { plain } from "../kit/text";
import { readGrade } from "../rules/grade";
import { choiceWordings } from "./choice-wording";

const dashes = /[‐‑‒–—―−~～〜至到]+|--+/gu;
const units = /元\/?m2|元\/?平(?:方米|米|方)?|平方米|平方|平米|m2|平|万元|万|元|室\/卫/gu;

/** One spelling for all that mean one choice: 61—80㎡, 61-80, 61至80平方米; 3室2卫, 三房两卫. */
export const choiceKey = (text: string): string => {
  const bare = plain(text).toLowerCase().replace(/\s/gu, "");
  if (!/[\d一二三四五六七八九两]/u.test(bare)) return bare;
  const rooms = /^([\d一二三四五六七八九两]+)[室房](?:.厅)?([\d一二三四五六七八九两]+)卫$/u.exec(bare);
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
  const made = { byKey, exact: new Set(choices) };
  ofList.set(list, made);
  return made;
};

/** The site's choice that a text means, or nothing. */
export const matchChoice = (list: ListKey, choices: readonly string[], text: string): string | undefined => {
  const { byKey, exact } = knownChoices(list, choices);
  if (exact.has(text)) return text;
  const found = byKey.get(choiceKey(text));
  if (found !== undefined) return found;
  if (list !== "grade" && list !== "audience") return undefined;
  const grade = readGrade(text);
  return grade !== undefined && exact.has(grade) ? grade : undefined;
};

const anySeparator = /[、，,;；/／|｜+＋\n]+/u;
/** 和 and 与 are in words, too: they part only where all pieces are choices. */
const anyWordToo = /[、，,;；/／|｜+＋\s&＆\\。.．·•-]+|以及|[和与及跟]/u;
/** 1、 2. ① before choices, 等 behind. */
const counters = /(?<![\d.])\d{1,2}\s*[、.．)）]\s*(?=[^\d\s])|[①-⑳]/gu;
const andSoOn = /等等?\s*$/u;
const ticked = /[☑√✓✔■●]\s*([^☑√✓✔■●□☐○◯\s、，,;；/]+)/gu;
const boxes = /[□☐○◯]|[☑✓✔■●].*[☑✓✔■●]/u;
const anyBlankToo = /[、，,;；/／|｜+＋\s]+/u;

export interface Choices {
  /** In the order written, each once. */
  readonly chosen: readonly string[];
  readonly unknown: readonly string[];
}

/** Several choices in one cell, however they are joined; blanks part them only where all pieces are choices. */
export const matchChoices = (list: ListKey, choices: readonly string[], text: string): Choices => {
  const whole = matchChoice(list, choices, text);
  if (whole !== undefined) return { chosen: [whole], unknown: [] };
  const ofPieces = (separator: RegExp, of = text): Choices => {
    const chosen = new Set<string>();
    const unknown: string[] = [];
    for (const piece of of.split(separator)) {
      if (plain(piece) === "") continue;
      const found = matchChoice(list, choices, piece);
      if (found === undefined) unknown.push(plain(piece));
      else chosen.add(found);
    }
    return { chosen: [...chosen], unknown };
  };
  const parted = ofPieces(anySeparator);
  if (parted.unknown.length === 0) return parted;
  // A printed row of boxes: what is ticked counts.
  const boxed = boxes.test(text) ? [...text.matchAll(ticked)].map(([, choice = ""]) => choice) : [];
  const bare = text.replace(counters, "、").replace(andSoOn, "");
  const ways = [
    ...(boxed.length > 0 ? [ofPieces(anySeparator, boxed.join("、"))] : []),
    ofPieces(anyBlankToo),
    ofPieces(anyBlankToo, bare),
    ofPieces(anyWordToo, bare),
  ];
  return ways.find(({ unknown, chosen }) => unknown.length === 0 && chosen.length > 0) ?? parted;
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
