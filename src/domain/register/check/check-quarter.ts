/** 季度进度 (forms.md 14): its twelve weeks are over and the old plan still stands, or the plan is another quarter's. */
import { settings } from "../../forms/settings";
import { at, type Ground } from "./check-ground";
import type { Problem } from "../problem";
import { quarterOf } from "../settings/quarter";
import { settingLineOf } from "../settings/setting-lines";

export const checkQuarter = ({ book, today }: Ground): readonly Problem[] => {
  const quarter = quarterOf(book, today);
  if (quarter === undefined) return [];
  const { start, last, next, plannedFrom, units, sales } = quarter;
  const over = settingLineOf(book, "quarterStart");
  if (next !== undefined)
    return over === undefined
      ? []
      : [
          {
            ...at(over, "quarterOver", "value", { facts: { last, next, units, sales } }),
            caption: settings.quarterStart,
            value: start,
          },
        ];
  const line = settingLineOf(book, "plannedFrom");
  return line === undefined || plannedFrom === undefined
    ? []
    : [
        {
          ...at(line, "planOfOtherQuarter", "value", {
            facts: { planned: plannedFrom, start, units, sales },
          }),
          caption: settings.plannedFrom,
          value: plannedFrom,
        },
      ];
};
