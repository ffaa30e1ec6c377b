/** R4: a grade as old registers write it, with words beside it or the way it has gone: B级-价格异议, 由C升B. */
import { plain } from "../kit/text";
import { hasBoxes, tickedIn } from "../kit/ticked";
import { type Grade, readGrade, saysMoreThanGrade, takesBack } from "./grade";

export interface WrittenGrade {
  /** Nothing where the cell names none, or more than one without saying which came last: AB, A或B, B以上. */
  readonly grade: Grade | undefined;
  /** The cell says more than the grade: its words are to be kept. */
  readonly saysMore: boolean;
}

/** A cell of more is a story, and its first letter no grade. */
const mostLetters = 500;

/** B→A, C->B, 由C升为B, B降C, D转C: what stands last holds now. */
const moves = /\s*(?:[→⇒➔➜]|[-=‐-―−]*>|(?:[升降]级?|[转变改]|到|至)[为成到至]?)\s*/u;
const wherefrom = /^(?:已?[由从自])/u;

const head = /^(?:客户)?(?:级别|等级|类别)?[:：]?\s*([A-D]|[√×✓✔☑✗✘])\s*(?:[级类級類](?:客户|客戶)?)?/iu;
const parting = /^[\s,，、;；:：/|.。·•+＋_‐-―−-]+/u;
/** A letter that names a house, not a grade: A户型, 看过D座. */
const ofHouse = "户房座栋幢区号楼型单梯馆地";
const otherGrade = new RegExp(`(?<![a-z\\d])[a-d](?![a-z\\d${ofHouse}])|[√×✓✔]`, "iu");
const startsHouse = new RegExp(`^[${ofHouse}]`, "u");
/** Between two grades, or not yet, or no longer. */
const unsure = /^(?:以[上下]|左右|或|和|与|及|跟|间|之)|[?？]|待定|暂定|未定|不定|取消|作废|误|不是|不算/u;

/** B级-价格异议, A类，急, Ａ/意向强, B+, B犹豫; a second grade in the words leaves it open. */
const withRemark = (text: string): Grade | undefined => {
  const found = head.exec(text);
  const grade = found?.[1] === undefined ? undefined : readGrade(found[1]);
  if (found === null || grade === undefined) return undefined;
  const rest = text.slice(found[0].length);
  const remark = rest.replace(parting, "");
  if (remark === rest && !/^[\p{Script=Han}(]/u.test(rest)) return undefined;
  if (startsHouse.test(rest) || unsure.test(remark) || otherGrade.test(remark)) return undefined;
  const isOther = remark.split(/[\s,，、;；/。]+/u).some((word) => readGrade(word) !== undefined);
  return isOther || takesBack(grade, remark) ? undefined : grade;
};

const pieceOf = (text: string): Grade | undefined => readGrade(text) ?? withRemark(text);

const latestOf = (text: string): Grade | undefined => {
  const pieces = text.replace(wherefrom, "").split(moves);
  if (pieces.length === 1) return undefined;
  // 升A says where to alone.
  const [first = "", ...later] = pieces;
  const passed = [...(/^已?$/u.test(first) ? [] : [first]), ...later.slice(0, -1)];
  if (passed.some((piece) => readGrade(piece) === undefined)) return undefined;
  return pieceOf((later.at(-1) ?? "").replace(/了$/u, ""));
};

/** Brackets and quotes around all of it: (A), “A”, 【√】. */
const wrapped = /^[("'“‘「『【《〈[]([^()[\]【】《》]{1,12})[)"'”’」』】》〉\]]$/u;
/** Marks made twice, and what ends a line. */
const twice = /^([√✓✔☑×✗✘✕✖])\1+$/u;
const ending = /(?<=.)[\s,，、;；.。!！]+$/u;
/** Letters of another alphabet that look the same. */
const alike: Readonly<Record<string, string>> = { А: "A", а: "A", В: "B", С: "C", с: "C", Х: "×", х: "×" };

/** A cell that is dressed up, but says no more than a grade. */
const undressed = (text: string): string => {
  const bare = text.replace(ending, "");
  const inner = (wrapped.exec(bare)?.[1] ?? bare).replace(/^(?:客户)?意向(?:度|程度)?[:：]?(?=.)/u, "");
  return inner.replace(twice, "$1").replace(/^[АаВСсХх](?=$|[级类])/u, (letter) => alike[letter] ?? letter);
};

/** V is a tick, and who has bought or booked is as far as √: its words stay, for people to look at. */
const bought = /^(?:v|已?(?:认购|订购|购买)|已(?:购|定|订|买)(?:房|了)?)$/iu;

/** □A ☑B □C; a tick without boxes, A√, may say more than that A is meant. */
const tickedGrade = (raw: string): WrittenGrade => {
  const [ticked, ...more] = tickedIn(raw) ?? [];
  const grade = ticked === undefined || more.length > 0 ? undefined : readGrade(ticked);
  return { grade, saysMore: grade === undefined || !hasBoxes(raw) };
};

/**
 * As `readGrade`, and: (A) and √√ undressed; a grade with words behind it, whatever parts them; of a way the last.
 * B（3.5升A） stays B: what is in brackets came later, on a day of its own. Of
 * a printed row of boxes the one ticked.
 */
export const readWrittenGrade = (raw: string): WrittenGrade => {
  if (raw.length > mostLetters) return { grade: undefined, saysMore: true };
  const grade = readGrade(raw);
  if (grade !== undefined) return { grade, saysMore: saysMoreThanGrade(raw) };
  const text = plain(raw);
  const bare = undressed(text);
  const undressedGrade = bare === text ? undefined : readGrade(bare);
  if (undressedGrade !== undefined) return { grade: undressedGrade, saysMore: saysMoreThanGrade(bare) };
  if (bought.test(bare)) return { grade: "√", saysMore: true };
  const worded = latestOf(text) ?? withRemark(text);
  return worded === undefined ? tickedGrade(raw) : { grade: worded, saysMore: true };
};
