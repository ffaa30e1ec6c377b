/** The weather and the weekday as people write them beside a day: 星期日 晴, （晴转多云）8℃, 小到中雨 北风3-4级. */
import { plain } from "./text";

const sky = [
  "(?:[小中大]到)?[雷阵毛冻细小中大特暴]{0,3}(?:雨(?:夹雪)?|雪)",
  "晴[天朗好]?|多云|阴天?|雾霾?|霾|沙尘暴?|扬沙|浮尘|冰雹|雷[暴电]?|霜冻?|台风|寒潮",
  "[东南西北偏大微阵狂]{0,3}风力?",
].join("|");
const degree = "\\s*(?:°\\s*C?|度)";
const number = "-?\\d{1,2}(?:\\.\\d)?";
const warmth = `(?:零下)?(?:${number}(?:${degree})?\\s*[-~至到/]\\s*)?${number}${degree}`;
const weekday = "(?:周|星期|礼拜)[一二三四五六日天末1-6]";
const said = new RegExp(`${sky}|${warmth}|${weekday}|农历[^\\s,()]{2,8}`, "gu");
/** Between them, and nothing by themselves. */
const about = /天气(?:情况|状况|预报)?|气温|温度|\d{1,2}(?:-\d{1,2})?级|转|间|有时|局部|伴|有|及/gu;
const signs = /[\s,.;:、。/|·~+\-()[\]【】《》<>—–*]/gu;

const longest = 60;

/** Nothing else is said, and something of it is. */
export const saysWeather = (written: string): boolean => {
  if (written.length > longest) return false;
  const text = plain(written);
  const rest = text.replace(said, " ");
  return rest !== text && rest.replace(about, "").replace(signs, "") === "";
};

/** Nearly every cell of a day says none. */
const some = /[晴雨雪云阴雾霾风沙雹雷霜潮°度]/u;

/** A day without the weather behind it: "3月5日 晴" → "3月5日"; the text itself where it says none. */
export const withoutWeather = (text: string): string => {
  if (!some.test(text)) return text;
  for (const { index } of text.matchAll(/(?<=[日号\d])(?=[^\d日号年月:./-])/gu))
    if (saysWeather(text.slice(index))) return text.slice(0, index);
  return text;
};
