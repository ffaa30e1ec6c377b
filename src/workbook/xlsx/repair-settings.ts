/** R14 in a file: lines of 设置, lists of 字典, names of the workbook and the version, put right. */
import { areaAddress, cellAddress, parseArea } from "../../book/address";
import { lastRow, type Validation } from "../../book/book";
import { lists } from "../../domain/forms/lists";
import { closedList, listColumn, titleRowOf } from "../plan/damage-lost";
import { listCells, listLooks } from "../plan/dictionary-sheet";
import type { Ground } from "../plan/ground";
import { metaKeys } from "../plan/ledger-sheet";
import { nameFormula } from "../plan/name-formula";
import { lineAnswer, lineCaption, lineCells, lineDress, linePlace } from "../plan/setting-line";
import type { Of } from "../plan/repair-order";
import { type SettingKey, settingKeys, settings } from "../plan/site-sheet";
import { WorkbookRefused } from "../port";
import { intersection } from "./areas";
import { amend, type Draft, setCell, textAt } from "./draft";
import { moveCells } from "./move-cells";
import { layRule } from "./repair-dress";
import { changeTable, doing, sheetNamed, type StandingTable, standingTable } from "./repair-tables";

const linesOf = ({ sheet, table, area }: StandingTable): readonly string[] => {
  const column = area.left + table.columns.findIndex(({ name }) => name === lineCaption);
  return Array.from({ length: area.bottom - area.top }, (_, at) =>
    textAt(sheet, area.top + 1 + at, column).trim(),
  );
};

/** Rule and look of a line, on whatever row it stands. */
const dressLine = (
  ground: Ground,
  { sheet, table, area }: StandingTable,
  key: SettingKey,
  row: number,
): void => {
  const headers = table.columns.map(({ name }) => name);
  const { looks, rule } = lineDress(ground, key, headers);
  const placed = looks.map(({ at, look }) => ({ range: cellAddress(row, area.left + at), look }));
  amend(sheet, { looks: [...sheet.sheet.looks, ...placed] });
  ruleLine({ sheet, area, headers }, row, rule);
};

/** What one line may hold. */
const ruleLine = (
  { sheet, area, headers }: Pick<StandingTable, "sheet" | "area"> & { readonly headers: readonly string[] },
  row: number,
  rule: Validation | undefined,
): void => {
  const at = headers.indexOf(lineAnswer);
  if (at >= 0) layRule(sheet, { top: row, bottom: row, left: area.left + at, right: area.left + at }, rule);
};

/** Of these lines, wherever they stand. */
export const ruleLines = (draft: Draft, keys: readonly SettingKey[], ground: Ground): void => {
  if (!ground.seen.tables.has("settingLines")) return;
  const { table, ...standing } = standingTable(draft, "settingLines");
  const headers = table.columns.map(({ name }) => name);
  const lines = linesOf({ table, ...standing });
  for (const key of keys) {
    const at = lines.indexOf(settings[key]);
    const row = standing.area.top + 1 + at;
    if (at >= 0) ruleLine({ ...standing, headers }, row, lineDress(ground, key, headers).rule);
  }
};

/** A row of the table's own width, at its place in the plan's order; what stands below or beside stays. */
const addLine = (draft: Draft, key: SettingKey, ground: Ground): void => {
  const before = standingTable(draft, "settingLines");
  const lines = linesOf(before);
  if (lines.includes(settings[key])) return;
  const { sheet, area } = before;
  const row = area.top + 1 + linePlace(key, lines);
  const moving = { top: row, bottom: lastRow - 1, left: area.left, right: area.right };
  const cut = sheet.sheet.tables.some(({ range }) => {
    const place = parseArea(range);
    const inside = place && intersection(place, moving);
    return place && inside && (inside.left > place.left || inside.right < place.right);
  });
  if (cut) throw new WorkbookRefused("belowOccupied", doing, sheet.sheet.name);
  moveCells(draft, sheet, { kind: "row", top: row, left: area.left, right: area.right });
  const { table } = standingTable(draft, "settingLines");
  changeTable(sheet, table, { range: areaAddress({ ...area, bottom: area.bottom + 1 }) });
  lineCells(
    ground,
    key,
    table.columns.map(({ name }) => name),
  ).forEach((cell, at) => {
    if (cell !== undefined) setCell(sheet, row, area.left + at, cell);
  });
  dressLine(ground, standingTable(draft, "settingLines"), key, row);
};

export const addLines = (draft: Draft, repairs: readonly Of<"addSettingLine">[], ground: Ground): void => {
  for (const { key } of repairs) addLine(draft, key, ground);
};

/** Formulas that stand in no table, put back in place: 今天, 现行周期, the figures of 首页. */
export const restoreCells = (draft: Draft, repairs: readonly Of<"restoreCells">[], ground: Ground): void => {
  for (const { what, sheet: name, cells } of repairs) {
    const sheet = sheetNamed(draft, name);
    for (const { at, put } of cells) {
      const area = parseArea(at);
      const isFormula = typeof put === "string" && put.startsWith("=");
      if (area) setCell(sheet, area.top, area.left, isFormula ? { formula: put } : put);
    }
    const looks = cells.map(({ at, format }) => ({ range: at, look: { numberFormat: format } }));
    amend(sheet, { looks: [...sheet.sheet.looks, ...looks] });
    if (what !== "today") continue;
    const standing = standingTable(draft, "settingLines");
    const line = linesOf(standing).indexOf(settings.today);
    if (line >= 0) dressLine(ground, standing, "today", standing.area.top + 1 + line);
  }
};

/** Rules and looks of all lines. */
export const dressSettings = (draft: Draft, ground: Ground): void => {
  if (!ground.seen.tables.has("settingLines")) return;
  const standing = standingTable(draft, "settingLines");
  linesOf(standing).forEach((line, at) => {
    const key = settingKeys.find((each) => settings[each] === line);
    if (key !== undefined) dressLine(ground, standing, key, standing.area.top + 1 + at);
  });
};

/** New lists go behind the last one; a site's own choices stay as they are. */
export const repairLists = (
  draft: Draft,
  repairs: readonly Of<"addList" | "renameList" | "closeList">[],
  { seen: { dictionary } }: Ground,
): void => {
  if (dictionary === undefined || repairs.length === 0) return;
  const sheet = sheetNamed(draft, dictionary.sheet);
  const row = titleRowOf(dictionary.cells);
  let column = Math.max(0, ...dictionary.cells.map((cells) => cells.length));
  for (const repair of repairs) {
    if (repair.kind === "renameList") {
      setCell(sheet, row, repair.column, lists[repair.list].title);
      continue;
    }
    if (repair.kind === "closeList") {
      const at = listColumn(dictionary.cells, repair.list);
      closedList(dictionary.cells, at)?.forEach((choice, below) => {
        setCell(sheet, row + 1 + below, at, choice);
      });
      continue;
    }
    amend(sheet, { looks: [...sheet.sheet.looks, ...listLooks(column)] });
    listCells(repair.list).forEach((text, at) => {
      setCell(sheet, row + at, column, text);
    });
    column++;
  }
};

export const addNames = (draft: Draft, names: readonly string[], ground: Ground): void => {
  for (const name of new Set(names)) {
    const refersTo = nameFormula(ground, name);
    if (refersTo === undefined) continue;
    draft.names = draft.names.some((each) => each.name === name)
      ? draft.names.map((each) => (each.name === name ? { name, refersTo } : each))
      : [...draft.names, { name, refersTo }];
  }
};

/** Without its line the version gets a new one. */
export const setVersion = (draft: Draft, version: number): void => {
  const { sheet, table, area } = standingTable(draft, "meta");
  let row = area.top + 1;
  while (row <= area.bottom && textAt(sheet, row, area.left).trim() !== metaKeys.version) row++;
  if (row > area.bottom) changeTable(sheet, table, { range: areaAddress({ ...area, bottom: row }) });
  setCell(sheet, row, area.left, metaKeys.version);
  setCell(sheet, row, area.left + 1, version);
};
