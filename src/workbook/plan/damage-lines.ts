/** R14: lines of 设置 that take any answer by now: their drop-down or check is gone. */
import type { Book } from "../../book/book";
import { problem } from "../../domain/register/problem";
import type { Damage } from "./damage";
import { alike } from "./damage-dress";
import type { Inspected } from "./inspected";
import { lineDress } from "./setting-line";
import { settingKeys, settings } from "./site-sheet";

export const lineDamages = ({ lines, lineRules, tables }: Inspected, plan: Book): readonly Damage[] => {
  const table = tables.get("settingLines");
  if (table === undefined || lines === undefined || lineRules === undefined) return [];
  return settingKeys.flatMap((key): readonly Damage[] => {
    const index = lines.indexOf(settings[key]);
    const seen = lineRules[index];
    const wanted = lineDress({ plan }, key, table.headers).rule?.rule;
    if (wanted === undefined || seen === undefined) return [];
    const isGone = seen === "none" || seen === "mixed";
    if (!isGone && alike(seen, wanted)) return [];
    const about = { form: "settingLines", sheet: table.sheet, key: "value", caption: settings[key] } as const;
    return [
      {
        problem: problem(isGone ? "validationGone" : "validationOther", {
          ...about,
          row: table.headerRow + 2 + index,
          facts: {},
        }),
        repair: [{ kind: "restoreLineRule", key }],
        sure: isGone,
      },
    ];
  });
};
