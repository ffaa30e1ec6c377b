/** Captions that say more than the blank's name: 您的姓名, Q1姓名, 客户姓名1, 实际到访日期, 顾问签名; or two blanks: 姓名/电话. */
import { plain } from "../../kit/text";
import { bareCaption } from "../match-headers";

export interface SpokenCaption {
  readonly caption: string;
  /** A guess, unless its cells bear it out. */
  readonly isGuess: boolean;
}

/** Q1姓名, 您的姓名, 请填写您的姓名. */
const asked =
  /^(?:(?:Q|题)\d{0,2}[.、:]?)?(?:请(?:问|填写|输入|选择|留下)?)?(?:您(?:家|本人)?的?)?(?=\p{Script=Han}{2})/iu;
/** The first of several: the second stays a column of its own. */
const first = /(?<=\p{Script=Han})[1一①]$/u;
const actual = /^(?:实际|本次)(?=\p{Script=Han}{4})/u;
/** Who signs has written his name, or will. */
const signed = /(?:签名|签字|签章)$/u;

/** Nothing of a caption that says no more than itself. */
export const spokenCaption = (header: string): SpokenCaption | undefined => {
  const bare = bareCaption(header);
  const said = bare.replace(asked, "").replace(actual, "").replace(first, "");
  const caption = said.replace(signed, "");
  return caption.length < 2 || caption === bare ? undefined : { caption, isGuess: caption !== said };
};

/** 微信/电话 and 姓名/电话 by their parts; nothing of others, nor of 2/3 and 男/女. */
export const captionParts = (header: string): readonly string[] => {
  const parts = plain(header)
    .split(/[/|或、]/u)
    .map(bareCaption);
  return parts.length === 2 && parts.every((each) => each.length >= 2) ? parts : [];
};
