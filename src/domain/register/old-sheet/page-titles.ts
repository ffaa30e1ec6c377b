/**
 * 收编: the title of a printed page, in the cells of one row: 来访登记表（2023年4月）, 项目：新天地 | 月份：4月,
 * 时间 | 2023-03-05, 第2页 | 2023年4月.
 */
import { plain } from "../../kit/text";
import { dayOfBand, monthOfBand } from "./day-heads";

/** What stands before a value in a paper's head. */
const labelWords =
  "项目(?:名称)?|楼盘(?:名称)?|案场(?:名称)?|售楼[部处]|公司(?:名称)?|城市|区域|地点|组别|部门|" +
  "(?:来访|来电|到访|接待|接听|登记|填表)?(?:日期|时间)|年月|月份|年度|天气|星期|" +
  "置业顾问|业务员|销售顾问|销售员|销售|接待人|案场经理|销售经理|项目经理|" +
  "页码|页次|表号|编号|(?:广告)?投放媒体|广告(?:投放)?媒体(?:及主题)?";
const label = new RegExp(`^(?:${labelWords})\\s*(:?)$`, "u");
const beginsLabelled = new RegExp(`^(?:${labelWords})\\s*(?::|$)`, "u");
const isLabelled = (text: string): boolean => beginsLabelled.test(plain(text));

/** Signed at a page's foot, and of the rows above. */
const ofFoot = /签|盖章|审[核批]|复核|填表人|制表|经办|主管/u;

const labelled = new RegExp(`(?:^|\\s)(${labelWords})\\s*:(?:\\s*(?!(?:${labelWords})\\s*:)(\\S+))?`, "gu");
const page = /第\s*\d+\s*页|共\s*\d+\s*页/gu;
const month =
  /(?:(?:19|20)?\d{2}\s*年(?:度)?\s*)?(?:1[0-2]|0?[1-9])\s*月份?(?!\s*\d)|(?:19|20)\d{2}\s*年(?:度)?/gu;
/** 新天地来访登记表: of what the paper is. */
const ofPaper = /^[^,;。!?:]{1,30}(?:登记|跟踪|跟进|回访|来访|来电|表|簿|册|台账|记录|明细|一览|日报|月报)$/u;
const longest = 60;

/** Nothing but what a page's title says, in one cell. */
const isPart = (text: string): boolean => {
  const said = plain(text);
  if (said === "" || said.length > longest || ofFoot.test(said)) return false;
  if (monthOfBand(said) !== undefined || dayOfBand(said) !== undefined) return true;
  const rest = said
    .replace(labelled, " ")
    .replace(page, " ")
    .replace(month, " ")
    .replace(/[([【][\s\-–—,/]*[)\]】]|^[\s\-–—,/]+|[\s\-–—,/]+$/gu, "")
    .trim();
  return rest === "" || ofPaper.test(rest);
};

/** 时间 | 2023-03-05 as 时间：2023-03-05, where a row is of nothing else; 日期： takes what stands beside it in any. */
export const withLabelsJoined = (texts: readonly string[]): readonly string[] => {
  const joined: string[] = [];
  let isBare = false;
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? "";
    const [, colon] = label.exec(plain(text)) ?? [];
    const next = texts[at + 1];
    if (colon === undefined || next === undefined || isLabelled(next)) joined.push(text);
    else {
      isBare ||= colon === "";
      joined.push(`${text}${colon === "" ? "：" : ""}${next}`);
      at++;
    }
  }
  return isBare && !joined.every((text) => isLabelled(text) || isPart(text)) ? texts : joined;
};

/** A phone, or another long number; not a day. */
export const hasLongNumber = (text: string): boolean =>
  /\d{7}/u.test(text.replace(/20\d\d-\d{1,2}-\d{1,2}/gu, "").replace(/[-\s]/gu, "")) &&
  !/[年月]|(?<!\d)20\d{6}(?!\d)/u.test(text);

/** Its cells, each with its label, where they say what a page's title says and no more. */
export const pageTitleOf = (texts: readonly string[]): readonly string[] | undefined => {
  const joined = withLabelsJoined(texts);
  if (joined.length === 0 || joined.some(hasLongNumber)) return undefined;
  return joined.every(isPart) ? joined : undefined;
};

/** 月份： with nothing behind it: what the page before said does not hold for this one. */
export const leavesBlank = (texts: readonly string[], what: RegExp): boolean =>
  texts.some((text) =>
    [...plain(text).matchAll(labelled)].some(
      ([, of = "", value = ""]) => what.test(of) && /^_*$/u.test(value),
    ),
  );
