/** What 设置 does not take. */
import { error, type Wording } from "./say";

export const settings = {
  areaCodeWrong: error(
    "R2",
    ["“{value}”不是区号", "请填 0 开头的 3 或 4 位区号，如 0379；没有就清空"],
    ["“{value}” is no area code", "Fill in 3 or 4 digits that begin with 0, or clear it"],
  ),
  settingLineMissing: error(
    "R14",
    ["设置表里没有“{line}”这一行", "请先点“校验”修好设置表，再改这一项"],
    ["设置 has lost its line “{line}”", "Repair the sheet with a check first"],
  ),
  consultantTwice: error(
    "R9",
    ["名单里有两个“{value}”", "同名的请加字区别，如 王芳（大）"],
    ["“{value}” is on the roster twice", "Tell namesakes apart, for instance by a number"],
  ),
  ruledChoiceGone: error(
    "R14",
    [
      "“{list}”里没有“{choice}”了，规矩要靠这几个字认",
      "请在这一列把“{choice}”加回去；可以另加别的选项，也可以换顺序",
    ],
    [
      "“{choice}” is no longer on the list “{list}”, and rules go by the word",
      "Put it back into that column; other choices may stand beside it, in any order",
    ],
  ),
  policyUnknown: error(
    "R5",
    ["没有“{value}”这种政策，现在按 {used} 算", "请改为 {choices} 之一"],
    ["There is no policy “{value}”; {used} is used meanwhile", "Choose one of {choices}"],
  ),
  notDaysOfCadence: error(
    "R5",
    ["{policy} 的 {grade} 级这一格不是天数，现在按 000 的天数算", "请填 0 到 {most} 的整数"],
    [
      "{policy}, grade {grade}: this is no number of days; 000's are used meanwhile",
      "Fill in a whole number from 0 to {most}",
    ],
  ),
  cadenceBackwards: error(
    "R5",
    ["{policy} 的 {grade} 级最早 {earliest} 天，反而晚过最迟 {latest} 天", "请改成最早不超过最迟"],
    [
      "{policy}, grade {grade}: earliest after {earliest} days is later than latest after {latest}",
      "Make the earliest no later than the latest",
    ],
  ),
  weightsMustAddUp: error(
    "R17",
    ["权重合计 {total}，不是 100", "请调整各项，合计为 100"],
    ["The weights add up to {total}, not 100", "Change them until they do"],
  ),
} satisfies Record<string, Wording>;
