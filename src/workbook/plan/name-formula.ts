/** R14: what a name of the workbook has to say, where its sheets and columns stand now. */
import { areaAddress, columnLetters } from "../../book/address";
import { listKeys, lists } from "../../domain/forms/lists";
import { titleRowOf } from "./damage-lost";
import type { Ground } from "./ground";
import type { Inspected } from "./inspected";
import { paceArea } from "./pace-place";
import { placed, quoted } from "./placement";
import {
  growingList,
  listName,
  paceName,
  rosterName,
  settingKeys,
  settings,
  settingsSheet,
} from "./site-sheet";

/** The cell a line of 设置 has for its value; nothing for other names, or where it is gone. */
const lineName = (
  { tables, lines }: Pick<Inspected, "tables" | "lines">,
  name: string,
): string | undefined => {
  const setting = settingKeys.find((key) => settings[key] === name);
  const table = tables.get("settingLines");
  const at = setting === undefined ? -1 : (lines?.indexOf(settings[setting]) ?? -1);
  const value = table?.headers.indexOf("内容") ?? -1;
  return table === undefined || at < 0 || value < 0
    ? undefined
    : `=${quoted(table.sheet)}!$${columnLetters(table.left + value)}$${table.headerRow + at + 2}`;
};

const held = (address: string): string => address.replace(/([A-Z]+)(\d+)/gu, "$$$1$$$2");

/** What a name has to say now; nothing where what it means is gone. */
export const nameFormula = ({ plan, seen, placement }: Ground, name: string): string | undefined => {
  if (settingKeys.some((key) => settings[key] === name)) return lineName(seen, name);
  if (name === rosterName) {
    const roster = seen.tables.get("consultants");
    const column = roster?.headers.indexOf("姓名") ?? -1;
    return roster === undefined || column < 0
      ? undefined
      : growingList(quoted(roster.sheet), roster.left + column, roster.headerRow + 1);
  }
  if (name === paceName) {
    const area = paceArea(seen);
    return area === undefined
      ? undefined
      : `=${quoted(seen.settings?.sheet ?? settingsSheet)}!${held(areaAddress(area))}`;
  }
  const list = listKeys.find((key) => listName(key) === name);
  if (list !== undefined) {
    if (seen.dictionary === undefined) return undefined;
    const row = titleRowOf(seen.dictionary.cells);
    const column = (seen.dictionary.cells[row] ?? []).findIndex(
      (cell) => String(cell ?? "").trim() === lists[list].title,
    );
    return column < 0 ? undefined : growingList(quoted(seen.dictionary.sheet), column, row + 1);
  }
  const planned = plan.names.find((each) => each.name === name)?.refersTo;
  return planned === undefined ? undefined : placed(planned, settingsSheet, placement);
};
