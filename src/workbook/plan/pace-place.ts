/** Where 现行周期 stands on 设置 (R5): plain cells beside the tables, which rows and columns put in have moved. */
import { type Area, parseSheetRange } from "../../book/address";
import type { Inspected } from "./inspected";
import { paceCaptions, paceRange } from "./settings-sheet";
import { paceName, trimmed } from "./site-sheet";

const height = 3;
const width = paceCaptions.length;

/** Its three rows without their captions; nothing where 设置 or the table they choose from is gone. */
export const paceArea = ({
  settings,
  tables,
  names,
}: Pick<Inspected, "settings" | "tables" | "names">): Area | undefined => {
  if (settings === undefined || !tables.has("cadence")) return undefined;
  const { sheet, cells } = settings;
  const isFree = (area: Area): boolean =>
    [...tables.values()].every(
      (table) =>
        table.sheet !== sheet ||
        area.right < table.left ||
        area.left >= table.left + table.headers.length ||
        area.bottom < table.headerRow ||
        area.top > table.headerRow + table.count + (table.totals ? 1 : 0),
    );
  const below = (row: number, left: number): Area => ({
    top: row + 1,
    bottom: row + height,
    left,
    right: left + width - 1,
  });
  for (const [row, line] of cells.entries())
    for (let left = 0; left + width <= line.length; left++) {
      // 跟进周期 has the same captions, after 政策.
      const isCaptioned =
        trimmed(line[left - 1]) === "" &&
        paceCaptions.every((caption, at) => trimmed(line[left + at]) === caption);
      const area = below(row, left);
      if (isCaptioned && isFree({ ...area, top: row })) return area;
    }
  // Its captions were typed over: as the name has it, else as it was built.
  const named = parseSheetRange((names.get(paceName) ?? "").replace(/^=/u, ""), sheet);
  const built = parseSheetRange(paceRange, sheet);
  return [named, built]
    .flatMap((each) => (each?.sheet === sheet ? [each.area] : []))
    .find(
      (area) => area.bottom - area.top + 1 === height && area.right - area.left + 1 === width && isFree(area),
    );
};
