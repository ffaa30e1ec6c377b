/** R14: what a name of the workbook has to say, where its sheets and columns stand now. */
import { columnLetters } from "../../book/address";
import { listKeys, lists } from "../../domain/forms/lists";
import { titleRowOf } from "./damage-lost";
import type { Ground } from "./ground";
import { placed, quoted } from "./placement";
import { growingList, listName, rosterName, settingKeys, settings, settingsSheet } from "./site-sheet";

/** What a name has to say now; nothing where what it means is gone. */
export const nameFormula = ({ plan, seen, placement }: Ground, name: string): string | undefined => {
  const setting = settingKeys.find((key) => settings[key] === name);
  const lines = seen.tables.get("settingLines");
  if (setting !== undefined) {
    const at = seen.lines?.indexOf(settings[setting]) ?? -1;
    const value = lines?.headers.indexOf("内容") ?? -1;
    if (lines === undefined || at < 0 || value < 0) return undefined;
    return `=${quoted(lines.sheet)}!$${columnLetters(lines.left + value)}$${lines.headerRow + at + 2}`;
  }
  if (name === rosterName) {
    const roster = seen.tables.get("consultants");
    const column = roster?.headers.indexOf("姓名") ?? -1;
    return roster === undefined || column < 0
      ? undefined
      : growingList(quoted(roster.sheet), roster.left + column, roster.headerRow + 1);
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
