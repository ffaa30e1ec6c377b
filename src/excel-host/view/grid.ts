import "@univerjs/preset-sheets-core/lib/index.css";
import {
  CellValueType,
  InterceptorEffectEnum,
  LifecycleStages,
  LocaleType,
  LogLevel,
  Univer,
  type ICellData,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService } from "@univerjs/engine-render";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import zhCN from "@univerjs/preset-sheets-core/locales/zh-CN";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import {
  INTERCEPTOR_POINT,
  SetRangeValuesMutation,
  SheetInterceptorService,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { Area } from "../../book/address";
import type { UniverCalculator } from "../calculator-univer";
import { valueAt } from "../model/cells";
import type { Change, Model } from "../model/model";
import { displayText } from "../model/text";
import type { SheetState } from "../model/workbook";
import { createHighlights } from "./highlights";
import { fitted } from "./fitted";
import { paintCell } from "./paint";
import { cellData, extentOf, headerSize, snapshotOf } from "./snapshot";
import { isViewOnly } from "./view-commands";

export interface GridOptions {
  readonly container: HTMLElement;
  readonly model: Model;
  readonly calculator: UniverCalculator;
  readonly language: "zh-CN" | "en-US";
  /** Somebody finished typing into a cell. */
  readonly typed: (sheet: string, row: number, column: number, text: string) => void;
  /** A handle was dragged over more cells. */
  readonly filled: (sheet: string, from: Area, to: Area) => void;
  readonly clicked: (sheet: string, row: number, column: number) => void;
  /** After anything that moves cells on the screen. */
  readonly moved: () => void;
}

export interface Grid {
  readonly editing: () => boolean;
  /** Where a cell is drawn, in pixels from the grid's corner; nothing while it is out of sight. */
  cellBox(row: number, column: number): Box | undefined;
  /**
   * Where cells of the sheet in front are drawn, in or out of sight; nothing where the grid does not reach so far.
   * `seenFrom`: left of it and above it are headers and frozen cells that lie over them.
   */
  areaBox(
    area: Area,
  ): (Box & { readonly seenFrom: { readonly left: number; readonly top: number } }) | undefined;
  focus(): void;
  dispose(): void;
}

/** Pixels from the grid's corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Todo {
  /** Rows or columns, or the whole workbook: the cell being edited may stand elsewhere, or be gone. */
  elsewhere: boolean;
  rebuild: boolean;
  repaint: boolean;
  select: boolean;
  readonly cells: Map<string, Area>;
}

const rebuilding: readonly string[] = ["merges", "freeze", "sizes", "filters"];
/** Past this many cells a new snapshot is quicker than a change. */
const manyCells = 20_000;

let units = 0;

/** Univer draws the model and sends what the user does back; it keeps nothing of its own. */
export const createGrid = (options: GridOptions): Grid => {
  const { container, model, calculator } = options;
  const univer = new Univer({
    locale: options.language === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: { [LocaleType.ZH_CN]: zhCN, [LocaleType.EN_US]: enUS },
    logLevel: LogLevel.ERROR,
  });
  const preset = UniverSheetsCorePreset({
    container,
    header: false,
    footer: false,
    toolbar: false,
    formulaBar: false,
    contextMenu: false,
    disableAutoFocus: true,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of preset.plugins)
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();

  const highlights = createHighlights((formula, sheet, anchor) => calculator.rule(formula, sheet, anchor));
  let painted = new Map<string, ICellData>();
  const sheetById = (id: string): SheetState | undefined =>
    model.workbook.sheets.find((sheet) => sheet.id === id);

  const paint = (sheet: SheetState, row: number, column: number): ICellData => {
    const key = `${sheet.id} ${row} ${column}`;
    const known = painted.get(key);
    if (known) return known;
    const value = valueAt(sheet, row, column);
    const kind =
      value === null
        ? "empty"
        : typeof value === "number"
          ? "number"
          : typeof value === "boolean"
            ? "boolean"
            : "text";
    const s = paintCell(sheet, row, column, kind, highlights.at(sheet, row, column));
    const shown = kind === "empty" ? "" : displayText(sheet, row, column);
    const text = kind === "number" ? fitted(sheet, column, shown, s.fs ?? 11) : shown;
    const cell: ICellData = { v: text, t: CellValueType.STRING, s };
    painted.set(key, cell);
    return cell;
  };

  let unit = "";
  let applying = false;
  let editing = false;
  let extents = new Map<string, { readonly rows: number; readonly columns: number }>();
  const quietly = (work: () => void): void => {
    const before = applying;
    applying = true;
    try {
      work();
    } finally {
      applying = before;
    }
  };
  const workbook = () => api.getActiveWorkbook();
  /** Univer puts its canvas on the page some time after the first workbook, and what scrolls is made then, not before. */
  const drawn = (): boolean => api.getCurrentLifecycleStage() >= LifecycleStages.Rendered;

  /** Scrolls to the selected cells where they are out of sight. */
  const reveal = (): void => {
    const shown = workbook()?.getActiveSheet();
    const range = shown?.getSelection()?.getActiveRange()?.getRange();
    if (!drawn() || !shown || !range) return;
    const { top, left } = areaOf(range);
    const seen = shown.getVisibleRange();
    const inside =
      seen &&
      top >= seen.startRow &&
      top <= seen.endRow &&
      left >= seen.startColumn &&
      left <= seen.endColumn;
    if (!inside) shown.scrollToCell(Math.max(0, top - 3), Math.max(0, left - 2));
  };

  /** Selections of the user the model has not heard of yet: until it has, the grid knows better where one is. */
  let underWay = 0;
  const select = (anyway = false): void => {
    if (underWay > 0 && !anyway) return;
    const { sheet, area } = model.selection();
    const wanted = model.workbook.sheets.find((each) => each.name === sheet);
    const open = workbook();
    if (!wanted || !open) return;
    quietly(() => {
      if (open.getActiveSheet().getSheetId() !== wanted.id) open.setActiveSheet(wanted.id);
      const shown = open.getActiveSheet();
      const { rows, columns } = extents.get(wanted.id) ?? { rows: 1, columns: 1 };
      const top = Math.min(area.top, rows - 1);
      const left = Math.min(area.left, columns - 1);
      const range = shown.getSelection()?.getActiveRange()?.getRange();
      const bottom = Math.min(area.bottom, rows - 1);
      const right = Math.min(area.right, columns - 1);
      const same =
        range?.startRow === top &&
        range.startColumn === left &&
        range.endRow === bottom &&
        range.endColumn === right;
      if (same) return;
      shown.getRange(top, left, bottom - top + 1, right - left + 1).activate();
      reveal();
    });
    options.moved();
  };

  const build = (): void => {
    const before = workbook();
    const scrolled = drawn() ? before?.getActiveSheet().getScrollState() : undefined;
    const shown = before?.getActiveSheet().getSheetId();
    quietly(() => {
      if (before) api.disposeUnit(before.getId());
      unit = `book-${++units}`;
      extents = new Map(model.workbook.sheets.map((sheet) => [sheet.id, extentOf(sheet)]));
      api.createWorkbook(snapshotOf(model.workbook, unit));
    });
    select(true);
    const now = workbook()?.getActiveSheet();
    if (scrolled && now?.getSheetId() === shown)
      now?.scrollToCell(scrolled.sheetViewStartRow, scrolled.sheetViewStartColumn);
  };

  const push = (sheet: SheetState, area: Area): void => {
    const { rows, columns } = extents.get(sheet.id) ?? { rows: 0, columns: 0 };
    const cellValue: Record<number, Record<number, ICellData | null>> = {};
    for (let row = area.top; row <= Math.min(area.bottom, rows - 1); row++) {
      const line: Record<number, ICellData | null> = {};
      for (let column = area.left; column <= Math.min(area.right, columns - 1); column++)
        line[column] = cellData(sheet, row, column);
      cellValue[row] = line;
    }
    quietly(() => {
      api.syncExecuteCommand(
        SetRangeValuesMutation.id,
        { unitId: unit, subUnitId: sheet.id, cellValue },
        { onlyLocal: true },
      );
    });
  };

  let todo: Todo | undefined;
  const settle = (): void => {
    const work = todo;
    // Univer reads a cell that is changed under its editor anew, and what was typed is lost: the sheet waits.
    if (!work || !drawn() || (editing && !work.elsewhere)) return;
    todo = undefined;
    if (work.rebuild || work.repaint || work.cells.size > 0) {
      painted = new Map();
      highlights.forget();
    }
    if (work.rebuild) build();
    else {
      for (const [name, area] of work.cells) {
        const sheet = model.workbook.sheets.find((each) => each.name === name);
        if (sheet) push(sheet, area);
      }
      if (work.repaint || work.cells.size > 0) workbook()?.getActiveSheet().refreshCanvas();
      if (work.select) select();
    }
    options.moved();
  };

  let ended = false;
  /** What changed before anything was drawn. */
  const begin = (): void => {
    if (ended) return;
    quietly(reveal);
    settle();
    options.moved();
  };

  const note = (changes: readonly Change[]): void => {
    if (!todo) {
      todo = { elsewhere: false, rebuild: false, repaint: false, select: false, cells: new Map() };
      requestAnimationFrame(settle);
    }
    if (changes.some(({ kind }) => kind === "book" || kind === "moved")) {
      todo.elsewhere = true;
      requestAnimationFrame(settle);
    }
    for (const change of changes) {
      if (change.kind === "book" || change.kind === "sheets" || change.kind === "moved") todo.rebuild = true;
      else if (change.kind === "sheet")
        if (rebuilding.includes(change.part)) todo.rebuild = true;
        else todo.repaint = true;
      else if (change.kind === "selection") todo.select = true;
      else if (change.kind === "cells") {
        const sheet = model.workbook.sheets.find((each) => each.name === change.sheet);
        const { top, left, bottom, right } = change.area;
        const extent = sheet && extents.get(sheet.id);
        const filledRow = sheet ? Math.min(bottom, sheet.rows.length - 1) : 0;
        const outside = !extent || filledRow >= extent.rows || (right < 16_383 && right >= extent.columns);
        if (outside || (bottom - top + 1) * (right - left + 1) > manyCells) todo.rebuild = true;
        else {
          const held = todo.cells.get(change.sheet);
          todo.cells.set(
            change.sheet,
            held
              ? {
                  top: Math.min(held.top, top),
                  left: Math.min(held.left, left),
                  bottom: Math.max(held.bottom, bottom),
                  right: Math.max(held.right, right),
                }
              : change.area,
          );
        }
      } else todo.repaint = true;
    }
  };

  build();
  // Univer makes the service with the first workbook, and draws in the next frame.
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    // After all others, before Univer's own last one (-1).
    priority: 0,
    handler: (cell, { subUnitId, row, col }, next) => {
      const sheet = sheetById(subUnitId);
      return next(sheet ? { ...cell, ...paint(sheet, row, col) } : cell);
    },
  });
  const stop = model.subscribe(note);
  const nameOf = (id: string): string | undefined => sheetById(id)?.name;

  const selected = (): void => {
    const shown = workbook()?.getActiveSheet();
    const sheet = shown && nameOf(shown.getSheetId());
    const range = shown?.getSelection()?.getActiveRange()?.getRange();
    if (applying || sheet === undefined || !range) return;
    const area = areaOf(range);
    const held = model.selection();
    if (held.sheet === sheet && JSON.stringify(held.area) === JSON.stringify(area)) return;
    underWay++;
    void model.userSelects(sheet, area).finally(() => underWay--);
  };
  const selections = injector.get(SheetsSelectionsService);
  // By mouse, and by keyboard.
  const moves = [selections.selectionMoveEnd$, selections.selectionSet$].map((moved) =>
    moved.subscribe(selected),
  );

  const { Event } = api;
  const events = [
    api.addEvent(Event.BeforeCommandExecute, (event) => {
      if (applying || isViewOnly(event.id)) return;
      if (event.id === "sheet.command.auto-fill" || event.id === "sheet.command.refill") {
        const { sourceRange, targetRange } = (event.params ?? {}) as {
          sourceRange?: { startRow: number; endRow: number; startColumn: number; endColumn: number };
          targetRange?: { startRow: number; endRow: number; startColumn: number; endColumn: number };
        };
        const sheet = nameOf(workbook()?.getActiveSheet().getSheetId() ?? "");
        if (sheet !== undefined && sourceRange && targetRange)
          options.filled(sheet, areaOf(sourceRange), areaOf(targetRange));
      }
      event.cancel = true;
    }),
    api.addEvent(Event.LifeCycleChanged, ({ stage }) => {
      // Its own parts hear of it in the same turn.
      if (stage === LifecycleStages.Rendered) requestAnimationFrame(begin);
    }),
    api.addEvent(Event.SheetEditStarted, () => {
      editing = true;
      model.userEditsCell(true);
      options.moved();
    }),
    api.addEvent(Event.BeforeSheetEditEnd, ({ isConfirm, worksheet, row, column, value }) => {
      const sheet = sheetById(worksheet.getSheetId());
      const text = value.toPlainText().replace(/[\r\n]+$/u, "");
      if (isConfirm && sheet && text !== (cellData(sheet, row, column)?.v ?? "").toString())
        // The editor has to be gone first: until then the cell counts as being edited.
        setTimeout(() => options.typed(sheet.name, row, column, text), 0);
    }),
    api.addEvent(Event.SheetEditEnded, () => {
      editing = false;
      model.userEditsCell(false);
      if (todo) requestAnimationFrame(settle);
      options.moved();
    }),
    api.addEvent(Event.CellClicked, ({ worksheet, row, column }) => {
      const sheet = nameOf(worksheet.getSheetId());
      if (sheet !== undefined) options.clicked(sheet, row, column);
    }),
    api.addEvent(Event.Scroll, () => options.moved()),
  ];

  /** Where a cell is drawn, in or out of sight. */
  const placeOf = (row: number, column: number): Box | undefined => {
    const sheet = workbook()?.getActiveSheet();
    const state = sheetById(sheet?.getSheetId() ?? "");
    const view = injector.get(IRenderManagerService).getRenderById(unit)?.scene.getViewport("viewMain");
    const extent = state && extents.get(state.id);
    if (!sheet || !state || !view || !extent || row >= extent.rows || column >= extent.columns)
      return undefined;
    const box = sheet.getRange(row, column).getCellRect();
    const left = box.left - (column < state.freeze.columns ? 0 : view.viewportScrollX);
    const top = box.top - (row < state.freeze.rows ? 0 : view.viewportScrollY);
    return { left, top, width: box.width, height: box.height };
  };

  return {
    editing: () => editing,
    cellBox: (row, column) => {
      const box = placeOf(row, column);
      const seen =
        box &&
        box.left >= 0 &&
        box.top >= 0 &&
        box.left < container.clientWidth &&
        box.top < container.clientHeight;
      return seen ? box : undefined;
    },
    areaBox: ({ top, left, bottom, right }) => {
      const [first, last] = [placeOf(top, left), placeOf(bottom, right)];
      const state = sheetById(workbook()?.getActiveSheet().getSheetId() ?? "");
      // What is frozen does not scroll, and ends where the rest begins.
      const { rows = 0, columns = 0 } = state?.freeze ?? {};
      const [corner, frozen] = [placeOf(0, 0), placeOf(Math.max(0, rows - 1), Math.max(0, columns - 1))];
      if (!first || !last || !corner || !frozen) return undefined;
      return {
        left: first.left,
        top: first.top,
        width: last.left + last.width - first.left,
        height: last.top + last.height - first.top,
        seenFrom: {
          left: columns === 0 ? headerSize.width : left < columns ? corner.left : frozen.left + frozen.width,
          top: rows === 0 ? headerSize.height : top < rows ? corner.top : frozen.top + frozen.height,
        },
      };
    },
    focus: () => container.querySelector<HTMLElement>("[contenteditable]")?.focus(),
    dispose: () => {
      ended = true;
      todo = undefined;
      stop();
      if (editing) model.userEditsCell(false);
      for (const move of moves) move.unsubscribe();
      for (const event of events) event.dispose();
      univer.dispose();
    },
  };
};

const areaOf = (range: {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}): Area => ({
  top: Number.isNaN(range.startRow) ? 0 : range.startRow,
  left: Number.isNaN(range.startColumn) ? 0 : range.startColumn,
  bottom: Number.isNaN(range.endRow) ? 1_048_575 : range.endRow,
  right: Number.isNaN(range.endColumn) ? 16_383 : range.endColumn,
});
