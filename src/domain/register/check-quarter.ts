/** 季度进度 (forms.md 14): its twelve weeks are over and the old plan still stands; said at 季度起始日 of 设置. */
import { settings } from "../forms/settings";
import { at, type Ground } from "./check-ground";
import type { Problem } from "./problem";
import { quarterOf } from "./quarter";
import { settingLineOf } from "./setting-lines";

export const checkQuarter = ({ book, today }: Ground): readonly Problem[] => {
  const line = settingLineOf(book, "quarterStart");
  const quarter = quarterOf(book, today);
  if (line === undefined || quarter?.next === undefined) return [];
  const { start, last, next, units, sales } = quarter;
  const told = at(line, "quarterOver", "value", { facts: { last, next, units, sales } });
  return [{ ...told, caption: settings.quarterStart, value: start }];
};
