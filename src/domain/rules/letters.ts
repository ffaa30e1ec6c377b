import { pinyin } from "pinyin-pro";
import { plain } from "../kit/text";
import { isFirm, joined, withoutTitle } from "./name-wording";
import { placeReadings } from "./place-readings";
import { simplified } from "./simplified";
import { nameBeginnings, surnameReadings } from "./surname-readings";

/** One syllable a character, "lü" as "lv"; a character without a reading stays itself. */
type Reader = (han: string) => readonly string[];

const readPlainly: Reader = (han) => pinyin(han, { toneType: "none", type: "array", v: true });

/** The head is read as a surname where it is one. */
const readAsName: Reader = (han) => {
  const syllables = pinyin(han, { surname: "head", toneType: "none", type: "array", v: true });
  const beginning = nameBeginnings.get([...han].slice(0, 2).join(""));
  if (beginning) return [...beginning, ...syllables.slice(2)];
  const surname = surnameReadings.get([...han][0] ?? "");
  return surname === undefined ? syllables : [surname, ...syllables.slice(1)];
};

const readAsPlace: Reader = (han) => {
  const known = placeReadings.find(([place]) => han.startsWith(place))?.[1];
  return known === undefined ? readPlainly(han) : [...known.toLowerCase()];
};

const isHan = (text: string | undefined): boolean => text !== undefined && /^\p{Script=Han}/u.test(text);
const isLatin = (text: string | undefined): boolean => text !== undefined && /^[A-Za-z]/u.test(text);

/** Stands for a part of the name nobody knows: 张某, 张XX, 张**. */
const unknownPart = /(?<=\p{Script=Han})(?:[某×*＊□○〇_?]+|[xX]+)$/u;

/** Two capital letters, or nothing: never half a pair. */
const pair = (first: string | undefined, second: string | undefined): string | undefined => {
  const letters = `${first?.[0] ?? ""}${second?.[0] ?? ""}`.toUpperCase();
  return /^[A-Z]{2}$/u.test(letters) ? letters : undefined;
};

/** Blanks and dots join Chinese parts and part Latin words; accents go. Stops at what is neither. */
const wordsOf = (text: string): readonly string[] => {
  if (/^[\u4e00-\u9fff]*$/u.test(text)) return [...text];
  const spaced = text
    .normalize("NFD")
    .replace(/(?<=[A-Za-z])\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/[·•.‧・∙]/gu, " ");
  const words: string[] = [];
  for (const [word] of spaced.matchAll(/\p{Script=Han}|[A-Za-z]+(?:['’-][A-Za-z]+)*|[^\s]/gu)) {
    if (!isHan(word) && !isLatin(word)) break;
    words.push(word);
  }
  return words;
};

const lettersOf = (text: string, read: Reader): string | undefined => {
  const words = wordsOf(text);
  const [first, second] = words;
  if (first === undefined) return undefined;
  if (isLatin(first)) {
    if (isLatin(second)) return pair(first, second);
    return first.length > 1
      ? pair(first, first.slice(1).replace(/^['’-]/u, ""))
      : pair(first, initialOf(words.slice(1), read));
  }
  const end = words.findIndex((word) => !isHan(word));
  const han = end < 0 ? words : words.slice(0, end);
  const syllables = read(han.join(""));
  if (han.length === 1 && second === undefined) {
    const syllable = syllables[0];
    return /^[a-z]{2,}$/u.test(syllable ?? "") ? pair(syllable, syllable?.slice(1)) : undefined;
  }
  return pair(syllables[0], han.length === 1 ? second : syllables[1]);
};

const initialOf = (han: readonly string[], read: Reader): string | undefined =>
  isHan(han[0]) ? read(han.join(""))[0] : undefined;

/** Two letters are in the first of them; of more each bracket would look for its end again. */
const mostSigns = 100;

const bareOf = (text: string): string =>
  simplified(plain(text).slice(0, mostSigns))
    .replace(/[([【<《].*?[)\]】>》]/gu, " ")
    .trim();

/** Between the names of several people: 张女士/李先生. */
const between = /[/、,;&+|]/u;

const firstName = (bare: string): string => bare.split(between)[0]?.trim() ?? "";

/**
 * R1: the two letters of a site's place, of its first two characters: 洛阳市 LY, 重庆市渝中区 CQ, 六安 LA.
 * @returns nothing where no reading is known: then the manager is asked.
 */
export const regionLetters = (place: string): string | undefined => {
  const words = wordsOf(bareOf(place));
  return words.length >= 2 && words.every(isHan) ? lettersOf(words.join(""), readAsPlace) : undefined;
};

/**
 * R1: the two letters of a client's name: 张三 ZS, 张先生 ZH, 欧阳先生 OY, John Smith JS, Madonna MA; of a firm
 * those of its first two characters.
 * @returns nothing where no reading is known or no letter is there: then people are asked.
 */
export const nameLetters = (name: string): string | undefined => {
  const bare = joined(bareOf(name));
  if (isFirm(bare)) return lettersOf(bare, readAsPlace);
  return lettersOf(withoutTitle(firstName(bare)).replace(unknownPart, ""), readAsName);
};

/**
 * R1: a number never changes once given: the letters a name parted by blanks or signs was given while its title was
 * read as a part of it, 小 李 XL, 张女士/李先生 ZN.
 */
export const formerLetters = (name: string): string | undefined => {
  const bare = bareOf(name);
  return joined(bare) === bare && firstName(bare) === bare ? undefined : lettersOf(bare, readAsName);
};
