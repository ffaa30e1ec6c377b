/** 季度进度 (forms.md 14): its twelve weeks are over and the old plan still stands; said at 季度起始日 of 设置. */
import { settings } from "../forms/settings";
import { at, type Ground } from "./check-ground";
import type { Problem } from "./problem";
import { quarterOf } from "./quarter";
import { plain } from "../kit/text";
import { textAt } from "./raw-cell";

export const checkQuarter = ({ book, today }: Ground): readonly Problem[] => {
  const register = book.registers.settingLines;
  const quarter = quarterOf(book, today);
  if (register === undefined || quarter?.next === undefined) return [];
  const { last, next, units, sales } = quarter;
  for (let index = 0; index < register.count; index++)
    if (plain(textAt(register, "name", index)) === settings.quarterStart) {
      const told = at({ register, index }, "quarterOver", "value", { facts: { last, next, units, sales } });
      return [{ ...told, caption: settings.quarterStart, value: quarter.start }];
    }
  return [];
};
