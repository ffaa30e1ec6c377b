/** Digits that a blank alone parts from a phone and that are no part of it: 13803791234 2号楼, 13803791234 2-1-1001. */
import { plain } from "../../kit/text";
import { type PhoneSite, readPhones } from "../../rules/phone";

/** A house's room, a day, a time: digits that say so by themselves. */
const room = /^(?:\d{1,2}-\d{1,2}(?:-\d{1,2})?-\d{3,4}|\d{1,2}-\d{3,4}|\d{1,2}#-?\d{3,4})(?!\d|-\d)/u;
const day = /^(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)/u;
const time = /^\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?(?!\d)/u;
/** 2号楼, 3月5日来: digits that the word behind them counts. */
const counted = /^\d{1,4}(?:[.-]\d{1,4})*(?=\p{Script=Han}|㎡|#)/u;
/** The same with a blank between. */
const unit = /^(?:号楼|[栋幢座楼层室房厅期月平万折点次岁套]|单元|㎡)/u;
const bareCount = /^\d{1,4}$/u;

/** Nothing is left of the digits: they part what stands on either side. */
const parted = "、";

/** Each word asks for all before it: a cell of more is a story, and no phone with a remark. */
const mostLetters = 200;

const isSound = (text: string, site: PhoneSite): boolean => {
  const { phones, problems } = readPhones(text, site);
  return phones.length > 0 && problems.length === 0;
};

const lineWithout = (line: string, site: PhoneSite): string => {
  const words = line.split(" ");
  let before = "";
  for (const [at, word] of words.entries()) {
    const behind = words.slice(at + 1).join(" ");
    const itself = room.exec(word) ?? day.exec(word) ?? time.exec(word);
    const ofWord = counted.exec(word) ?? (unit.test(words[at + 1] ?? "") ? bareCount.exec(word) : null);
    const [digits = ""] =
      (itself !== null && isSound(before || behind, site) && itself) ||
      (ofWord !== null && isSound(before, site) && ofWord) ||
      [];
    before = [before, digits === "" ? word : parted + word.slice(digits.length)].join(" ").trim();
  }
  return before;
};

/**
 * Without such digits, where what stands beside them is sound by itself: a number that lacks a digit takes none from
 * them, and 138 0379 1234张三 keeps all of its own. `raw` itself where there are none.
 */
export const withoutRoomsBeside = (raw: string | number, site: PhoneSite): string | number => {
  if (typeof raw === "number" || raw.length > mostLetters || !/\d\s+\d/u.test(raw.normalize("NFKC")))
    return raw;
  const lines = raw.split(/[\n\r]+/u).map(plain);
  const spelt = lines.map((line) => lineWithout(line, site));
  return spelt.every((line, at) => line === lines[at]) ? raw : spelt.join("\n");
};
