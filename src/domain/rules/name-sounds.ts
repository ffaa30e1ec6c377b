/** How a name may be typed on a keyboard: every reading of every character, 曾 as zeng and ceng both. */
import { pinyin } from "pinyin-pro";
import { nameBeginnings, surnameReadings } from "./surname-readings";

/** A character's readings, lower case, "lü" as "lv"; a Latin letter or a digit is its own. */
export type Sounds = readonly string[];

const known = new Map<string, Sounds>();

const isHan = (char: string): boolean => /^\p{Script=Han}$/u.test(char);

const readingsOf = (char: string): Sounds => {
  const found = known.get(char);
  if (found !== undefined) return found;
  const read = isHan(char)
    ? pinyin(char, { toneType: "none", type: "array", multiple: true, v: true })
    : [char.toLowerCase()];
  const made = [...new Set(read)].filter((sound) => /^[a-z0-9]+$/u.test(sound));
  known.set(char, made);
  return made;
};

const withSurname = (sounds: Sounds, surname: string | undefined): Sounds =>
  surname === undefined || sounds.includes(surname) ? sounds : [surname, ...sounds];

/** Blanks and dots are passed over. */
export const soundsOf = (name: string): readonly Sounds[] => {
  const chars = [...name].filter((char) => /[\p{L}\p{N}]/u.test(char));
  const beginning = nameBeginnings.get(chars.slice(0, 2).join(""));
  return chars.map((char, at) => {
    const surname = beginning?.[at] ?? (at === 0 ? surnameReadings.get(char) : undefined);
    return withSurname(readingsOf(char), surname);
  });
};

const spells = (sounds: readonly Sounds[], from: number, typed: string): boolean => {
  if (typed === "") return true;
  return (sounds[from] ?? []).some(
    (sound) =>
      sound.startsWith(typed) ||
      (typed.startsWith(sound) && spells(sounds, from + 1, typed.slice(sound.length))) ||
      (typed[0] === sound[0] && spells(sounds, from + 1, typed.slice(1))),
  );
};

/**
 * Where in a name the typed letters begin, or -1: syllables, initials, or both ("zhangsan", "zs", "zhangs", "san").
 * `typed` in lower case without blanks.
 */
export const soundsLike = (sounds: readonly Sounds[], typed: string): number =>
  sounds.findIndex((_, from) => spells(sounds, from, typed));
