import { compoundSurnames } from "./surname-readings";

/** What people are called by after their surname. Longer ones first, so that 总经理 goes before 经理. */
const titles =
  /(?:先生|女士|小姐|太太|夫人|夫妇|夫妻|伉俪|两口子|一家|师傅|老师|老板娘|老板|老总|董事长|总经理|副总|经理|总监|主任|主管|局长|处长|科长|院长|校长|行长|所长|店长|站长|厂长|部长|队长|村长|镇长|书记|教授|医生|大夫|护士|律师|会计|警官|工程师|同志|同学|阿姨|叔叔|伯伯|大爷|大妈|大哥|大姐|大嫂|爷爷|奶奶|老爷子|老太太|美女|帅哥)$/u;

/** Titles of one character, which might be a given name: only after a bare surname. */
const shortTitles = /[总董工哥姐弟妹叔姨嫂婶伯爷奶老太局处队]$/u;

const latinTitles =
  /^(?:mrs?|ms|miss|dr|sir|madam|prof)\.?\s+(?=\S)|(?<=\p{Script=Han})\s*(?:mrs?|ms|miss|dr|prof)\.?$/iu;

const firm =
  /(?:公司|集团|企业|工厂|商行|商店|超市|酒店|饭店|宾馆|银行|支行|分行|医院|学校|大学|学院|中学|小学|幼儿园|研究院|研究所|设计院|事务所|工作室|合作社|协会|基金会|委员会|政府|中心|经营部|门市部|厂|局)$/u;

/** A firm or an office rather than a person. */
export const isFirm = (name: string): boolean => [...name].length >= 4 && firm.test(name);

const isSurname = (text: string): boolean => [...text].length === 1 || compoundSurnames.has(text);

/** R1: blanks and dots between Chinese characters go, 张 先 生 → 张先生; those of Latin names stay. */
export const joined = (name: string): string =>
  name.replace(/(?<=\p{Script=Han})[\s·•.‧・∙]+(?=\p{Script=Han})/gu, "");

/** More is no name with a title: each title behind another would ask for all of it again. */
const mostSigns = 100;

/**
 * 张先生夫妇 → 张, 欧阳总 → 欧阳, 小李 and 小 李 → 李, Mr Smith → Smith, 姓张 → 张; a name without a title stays as it
 * is.
 */
export const withoutTitle = (name: string): string => {
  if (name.length > mostSigns) return name;
  const whole = joined(name);
  const bare = bareOf(whole);
  return bare === whole ? name : bare;
};

/** 李女士, 王总, 小张: nothing but a surname is known. */
export const isOnlySurname = (name: string): boolean => {
  const bare = withoutTitle(name);
  return bare !== name && isSurname(bare);
};

const bareOf = (name: string): string => {
  let bare = name.replace(latinTitles, "");
  for (;;) {
    const shorter = bare.replace(titles, "").trim();
    if (shorter === bare || shorter === "") break;
    bare = shorter;
  }
  const untitled = bare.replace(shortTitles, "").trim();
  if (untitled !== bare && isSurname(untitled)) bare = untitled;
  const called = /^[小老阿大姓](.+)$/u.exec(bare)?.[1];
  return called !== undefined && isSurname(called) ? called : bare;
};
