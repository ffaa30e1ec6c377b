import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "t", to: "cn" });

/** 乾 is a given name (Qián) also where people write simplified. */
const known = new Map([["乾", "乾"]]);

const simplifiedCharacter = (char: string): string => {
  const found = known.get(char);
  if (found !== undefined) return found;
  const made = toSimplified(char);
  known.set(char, made);
  return made;
};

/** 張 → 张, character by character: names and addresses are compared and read in one script. */
export const simplified = (text: string): string => [...text].map(simplifiedCharacter).join("");
