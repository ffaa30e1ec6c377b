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
  weightsMustAddUp: error(
    "R17",
    ["权重合计 {total}，不是 100", "请调整各项，合计为 100"],
    ["The weights add up to {total}, not 100", "Change them until they do"],
  ),
} satisfies Record<string, Wording>;
