/** R14: lines of 设置, lists of 字典, names of the workbook, 首页 and the version, put right. */
import { cellAddress } from "../../book/address";
import type { Cell, Formula, Validation } from "../../book/book";
import { lists } from "../../domain/forms/lists";
import { closedList, listColumn, titleRowOf } from "../plan/damage-lost";
import { listCells, listLooks } from "../plan/dictionary-sheet";
import type { Ground } from "../plan/ground";
import { metaKeys } from "../plan/ledger-sheet";
import { nameFormula } from "../plan/name-formula";
import type { Repair } from "../plan/repair";
import { lineAnswer, lineCaption, lineCells, lineDress, linePlace } from "../plan/setting-line";
import { homeSheet, settingKeys, settings, type SettingKey } from "../plan/site-sheet";
import { mostChoices } from "../plan/where-to-look";
import { putLook, putValidation, rangeAt } from "./build-look";
import { onTheWire, textFormat } from "./cell-text";
import { type Run, roundTrip, supports } from "./excel-run";
import { queueCells } from "./inspect";
import { addSheets } from "./repair-sheets";
import { doing, shapeNow, type Work } from "./repairing";
import { once, tableOf, type TableShape } from "./table-shape";

const isFormula = (cell: Cell): cell is Formula => typeof cell === "object" && cell !== null;

/** Rule and look of a line, on whatever row it stands. */
const dressLine = (
  ground: Ground,
  live: Excel.Worksheet,
  key: SettingKey,
  row: number,
  { left, headers }: Pick<TableShape, "left" | "headers">,
): void => {
  const { looks, rule } = lineDress(ground, key, headers);
  for (const { at, look } of looks) putLook(live, { range: cellAddress(row, left + at), look });
  ruleLine(live, row, { left, headers }, rule);
};

/** What one line may hold. */
const ruleLine = (
  live: Excel.Worksheet,
  row: number,
  { left, headers }: Pick<TableShape, "left" | "headers">,
  rule: Validation | undefined,
): void => {
  const answer = headers.indexOf(lineAnswer);
  if (answer < 0) return;
  const range = cellAddress(row, left + answer);
  rangeAt(live, range).dataValidation.clear();
  if (rule !== undefined) putValidation(live, { ...rule, range });
};

/** Of these lines, wherever they stand. */
export const ruleLines = async (
  keys: readonly SettingKey[],
  { plan, seen }: Ground,
  work: Work,
): Promise<void> => {
  const table = seen.tables.get("settingLines");
  if (table === undefined || keys.length === 0) return;
  await work((context) => {
    const live = tableOf(context, "settingLines").worksheet;
    for (const key of keys) {
      const at = seen.lines?.indexOf(settings[key]) ?? -1;
      const { rule } = lineDress({ plan }, key, table.headers);
      if (at >= 0) ruleLine(live, table.headerRow + 1 + at, table, rule);
    }
    return () => undefined;
  });
};

/** A row of the table's own width, at its place in the plan's order; what stands below or beside stays. */
export const addLine = async (key: SettingKey, ground: Ground, work: Work, run: Run): Promise<void> => {
  const shape = await shapeNow("settingLines", run);
  if (shape === undefined) return;
  const lines = await roundTrip(
    doing,
    (context) => {
      const body = once(tableOf(context, "settingLines").columns.getItem(lineCaption).getDataBodyRange());
      body.load("values");
      return () => body.values.map(([line]) => String(line).trim());
    },
    run,
  );
  if (lines.includes(settings[key])) return;
  const at = linePlace(key, lines);
  const cells = lineCells(ground, key, shape.headers);
  await work((context) => {
    const table = tableOf(context, "settingLines");
    const live = table.worksheet;
    const width = shape.headers.length;
    const row = shape.firstRow - 1 + at;
    once(live.getRangeByIndexes(row, shape.left, 1, width)).insert("Down");
    // Without resizing the table takes in what is written right below it.
    if (at === lines.length && supports("1.13"))
      table.resize(once(live.getRangeByIndexes(shape.firstRow - 2, shape.left, lines.length + 2, width)));
    dressLine(ground, live, key, row, shape);
    cells.forEach((cell, column) => {
      if (cell === undefined) return;
      const put = isFormula(cell) ? cell.formula : onTheWire(cell, "");
      once(live.getRangeByIndexes(row, shape.left + column, 1, 1)).values = [[put]];
    });
    return () => undefined;
  });
};

/** Rule and look of one line, where it stands. */
export const dressSetting = (ground: Ground, live: Excel.Worksheet, key: SettingKey): void => {
  const table = ground.seen.tables.get("settingLines");
  const at = ground.seen.lines?.indexOf(settings[key]) ?? -1;
  if (table !== undefined && at >= 0) dressLine(ground, live, key, table.headerRow + 1 + at, table);
};

/** Rules and looks of all lines. */
export const dressSettings = async (ground: Ground, work: Work, run: Run): Promise<void> => {
  const shape = await shapeNow("settingLines", run);
  const { lines } = ground.seen;
  if (shape === undefined || lines === undefined) return;
  await work((context) => {
    const live = tableOf(context, "settingLines").worksheet;
    lines.forEach((line, at) => {
      const key = settingKeys.find((each) => settings[each] === line);
      if (key !== undefined) dressLine(ground, live, key, shape.firstRow - 1 + at, shape);
    });
    return () => undefined;
  });
};

type ListRepair = Extract<Repair, { readonly kind: "addList" | "renameList" | "closeList" }>;

/** 字典 as it is at this moment: what a colleague added since it was looked at moves with the others. */
const choicesNow = (sheet: string, run: Run) =>
  roundTrip(
    doing,
    (context) => queueCells(context.workbook.worksheets.getItem(sheet), `1:${mostChoices}`),
    run,
  );

/** New lists go behind the last one; a site's own choices stay as they are. */
export const repairLists = async (
  repairs: readonly ListRepair[],
  { seen: { dictionary } }: Ground,
  work: Work,
  run: Run,
): Promise<void> => {
  if (dictionary === undefined || repairs.length === 0) return;
  const row = titleRowOf(dictionary.cells);
  const widest = Math.max(0, ...dictionary.cells.map((cells) => cells.length));
  const closes = repairs.some(({ kind }) => kind === "closeList");
  const now = closes ? await choicesNow(dictionary.sheet, run) : [];
  await work((context) => {
    const live = context.workbook.worksheets.getItem(dictionary.sheet);
    let column = widest;
    for (const repair of repairs) {
      if (repair.kind === "renameList") {
        once(live.getRangeByIndexes(row, repair.column, 1, 1)).values = [[lists[repair.list].title]];
        continue;
      }
      if (repair.kind === "closeList") {
        const at = listColumn(now, repair.list);
        const closed = (at < 0 ? undefined : closedList(now, at)) ?? [];
        if (closed.length > 0)
          once(live.getRangeByIndexes(titleRowOf(now) + 1, at, closed.length, 1)).values = closed.map(
            (each) => [onTheWire(each ?? "", textFormat)],
          );
        continue;
      }
      for (const look of listLooks(column)) putLook(live, look);
      const texts = listCells(repair.list);
      const cells = once(live.getRangeByIndexes(row, column, texts.length, 1));
      cells.numberFormat = texts.map(() => ["@"]);
      cells.values = texts.map((each) => [each]);
      column++;
    }
    return () => undefined;
  });
};

export const addNames = async (names: readonly string[], ground: Ground, run: Run): Promise<void> => {
  const wanted = names.flatMap((name) => {
    const formula = nameFormula(ground, name);
    return formula === undefined ? [] : [{ name, formula }];
  });
  if (wanted.length === 0) return;
  await roundTrip(
    doing,
    (context) => {
      for (const { name, formula } of wanted)
        if (ground.seen.names.has(name)) context.workbook.names.getItem(name).formula = formula;
        else context.workbook.names.add(name, formula);
      return () => undefined;
    },
    run,
  );
};

const isFormerHome = (name: string): boolean => name.startsWith(`${homeSheet}（旧`);

/** 首页 anew. It is ours alone while it is protected; otherwise the former one stays under another name. */
export const renewHome = async (ground: Ground, run: Run): Promise<void> => {
  const names = ground.seen.sheets.map(({ name }) => name);
  if (names.includes(homeSheet)) {
    let aside = `${homeSheet}（旧）`;
    for (let number = 2; names.includes(aside); number++) aside = `${homeSheet}（旧${number}）`;
    await roundTrip(
      doing,
      (context) => {
        context.workbook.worksheets.getItem(homeSheet).name = aside;
        return () => undefined;
      },
      run,
    );
    names[names.indexOf(homeSheet)] = aside;
  }
  const sheets = names.map((name, position) => ({ name, position }));
  await addSheets([homeSheet], { ...ground, seen: { ...ground.seen, sheets } }, run);
  const closed = await roundTrip(
    doing,
    (context) => {
      const former = names.filter(isFormerHome).map((name) => {
        const { protection } = context.workbook.worksheets.getItem(name);
        protection.load("protected");
        return { name, protection };
      });
      return () => former.flatMap(({ name, protection }) => (protection.protected ? [name] : []));
    },
    run,
  );
  await roundTrip(
    doing,
    (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem(homeSheet).position = 0;
      // Also what an interrupted renewal left.
      for (const name of closed) worksheets.getItem(name).delete();
      return () => undefined;
    },
    run,
  );
};

/** Last of all: what was interrupted before is done again. */
export const setVersion = (version: number, run: Run): Promise<void> =>
  roundTrip(
    doing,
    (context) => {
      const table = tableOf(context, "meta");
      const body = once(table.getDataBodyRange());
      body.load("values,rowIndex,columnIndex");
      return () => ({ values: body.values, row: body.rowIndex, column: body.columnIndex });
    },
    run,
  ).then(async ({ values, row, column }) => {
    const at = values.findIndex(([name]) => String(name).trim() === metaKeys.version);
    // Without its line the version gets a new one, which the table takes in.
    const line = at < 0 ? values.length : at;
    await roundTrip(
      doing,
      (context) => {
        const sheet = tableOf(context, "meta").worksheet;
        // Our own sheet, protected by ourselves without a password.
        sheet.protection.unprotect();
        once(sheet.getRangeByIndexes(row + line, column, 1, 2)).values = [[metaKeys.version, version]];
        sheet.protection.protect({});
        return () => undefined;
      },
      run,
    );
  });
