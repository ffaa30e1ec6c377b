import {
  CellValueType,
  LocaleType,
  LogLevel,
  ObjectMatrix,
  Univer,
  UniverInstanceType,
  type ICellData,
} from "@univerjs/core";
import {
  AstTreeBuilder,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  Lexer,
  LexerNode,
  UniverFormulaEnginePlugin,
  type BaseReferenceObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import type { Area } from "../book/address";
import type { Value } from "../book/book";
import type { Template } from "./calculator-formula";
import { indexRange, type RangeIndex } from "./calculator-criteria";
import { registerBetterFunctions } from "./calculator-functions";

/**
 * Univer's headless engine, asked one formula at a time. Its own dependency graph is left out: it reads every formula
 * of the workbook again at each edit, and waits 100 ms before it begins.
 */
export interface Engine {
  /** Replaces all sheets by empty ones. */
  sheets(names: readonly string[]): void;
  /** Makes a sheet at least this large: whole columns end there, and what lies beyond is no place to the engine. */
  reach(sheet: string, row: number, column: number): void;
  put(sheet: string, row: number, column: number, value: Value): void;
  /** Forgets what it remembers of ranges; wanted before a run and whenever a cell may have been read too early. */
  refresh(): void;
  /** @returns the formula's value; what cannot be computed is an error text. */
  compute(template: Template, sheet: string, row: number, column: number): Value;
  /** The cells a formula means, seen from A1 of the sheet; nothing where it means none. */
  place(template: Template, sheet: string): { readonly sheet: string; readonly area: Area } | undefined;
  dispose(): void;
}

type SheetItem = ReturnType<IFormulaCurrentConfigService["getUnitData"]>[string][string];

interface Open {
  readonly id: string;
  readonly item: SheetItem;
}

/** What the interpreter hands out, as far as it is read here. */
interface Outcome {
  isReferenceObject?(): boolean;
  isArray?(): boolean;
  isError?(): boolean;
  isNull?(): boolean;
  toArrayValueObject?(): Outcome;
  get?(row: number, column: number): Outcome | null | undefined;
  getErrorType?(): string;
  getValue?(): unknown;
}

let made = 0;

export const createEngine = (): Engine => {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  // The caches of the engine are shared by all its instances and keyed by this name.
  const unit = `calculator-${++made}`;
  const empty = {
    id: unit,
    name: unit,
    appVersion: "",
    styles: {},
    sheetOrder: ["0"],
    sheets: { "0": { id: "0" } },
  };
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, { ...empty, locale: LocaleType.EN_US });
  const injector = univer.__getInjector();
  const lexer = injector.get(Lexer);
  const parser = injector.get(AstTreeBuilder);
  const interpreter = injector.get(Interpreter);
  const config = injector.get(IFormulaCurrentConfigService);
  const runtime = injector.get(IFormulaRuntimeService);

  let open = new Map<string, Open>();
  let items = new Map<string, SheetItem>();
  const indexes = new Map<string, RangeIndex>();
  const valueAt = (sheetId: string, row: number, column: number): Value => {
    const cell = items.get(sheetId)?.cellData.getValue(row, column);
    if (cell?.v === undefined || cell.v === null) return null;
    return cell.t === CellValueType.BOOLEAN ? cell.v === 1 : cell.v;
  };
  registerBetterFunctions(injector.get(IFunctionService), {
    value: valueAt,
    index: ({ sheetId, top, left, rows, columns }) => {
      const key = `${sheetId} ${top} ${left} ${rows} ${columns}`;
      let index = indexes.get(key);
      if (!index) {
        const values: Value[] = [];
        for (let row = top; row < top + rows; row++)
          for (let column = left; column < left + columns; column++)
            values.push(valueAt(sheetId, row, column));
        index = indexRange(values);
        indexes.set(key, index);
      }
      return index;
    },
  });
  let parsed = new Map<string, ReturnType<typeof parser.parse>>();

  /** The last row that ranges to the end of the sheet are read to: 1,024, 2,048 … so that it seldom changes. */
  const bottomRow = (): number => {
    let bottom = 1024;
    for (const item of items.values()) while (bottom < item.rowCount) bottom *= 2;
    for (const item of items.values()) item.rowCount = bottom;
    return bottom;
  };

  const load = (): void => {
    const names: Record<string, string> = {};
    const data: Record<string, SheetItem> = {};
    for (const [name, { id, item }] of open) {
      names[name] = id;
      data[id] = item;
    }
    config.load({
      allUnitData: { [unit]: data },
      unitStylesData: {},
      unitSheetNameMap: { [unit]: names },
      formulaData: {},
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: false,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    });
    config.setExecuteUnitId(unit);
  };

  const evaluate = <T>(
    template: Template,
    sheet: string,
    row: number,
    column: number,
    read: (result: FunctionVariantType) => T,
  ): T | string => {
    const at = open.get(sheet);
    if (!at) return "#REF!";
    const bottom = bottomRow();
    const key = `${at.id} ${bottom} ${template.key}`;
    let node = parsed.get(key);
    if (node === undefined) {
      config.setExecuteSubUnitId(at.id);
      const tree = lexer.treeBuilder(toUsedRows(template.text, bottom));
      node = tree instanceof LexerNode ? parser.parse(tree) : undefined;
      parsed.set(key, node);
    }
    if (!node) return "#NAME?";
    config.setExecuteSubUnitId(at.id);
    // Built up over many formulas it is walked through by each of them: quadratic.
    CELL_INVERTED_INDEX_CACHE.clear();
    runtime.setCurrent(row, column, at.item.rowCount, at.item.columnCount, at.id, unit);
    try {
      const refOffsetX = column - template.home.column;
      const refOffsetY = row - template.home.row;
      return read(interpreter.execute({ node, refOffsetX, refOffsetY }));
    } catch {
      // The engine stumbles over some formulas it has parsed; to the workbook that is one cell in error.
      return "#VALUE!";
    } finally {
      node.resetCalculationState();
    }
  };

  return {
    sheets: (names) => {
      open = new Map(
        names.map((name, at) => [
          name,
          {
            id: String(at),
            item: {
              cellData: new ObjectMatrix<ICellData>({}),
              rowCount: 1,
              columnCount: 1,
              rowData: {},
              columnData: {},
            },
          },
        ]),
      );
      items = new Map([...open.values()].map(({ id, item }) => [id, item]));
      parsed = new Map();
      indexes.clear();
      load();
    },
    reach: (sheet, row, column) => {
      const item = open.get(sheet)?.item;
      if (item) grow(item, row, column);
    },
    put: (sheet, row, column, value) => {
      const item = open.get(sheet)?.item;
      if (!item) return;
      grow(item, row, column);
      if (value === null) item.cellData.realDeleteValue(row, column);
      else item.cellData.setValue(row, column, cellData(value));
    },
    refresh: () => {
      indexes.clear();
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      runtime.reset();
      config.setExecuteUnitId(unit);
    },
    compute: (template, sheet, row, column) =>
      evaluate(template, sheet, row, column, (result) => valueOf(result as unknown as Outcome)),
    place: (template, sheet) => {
      const found = evaluate(template, sheet, 0, 0, (result) => {
        if (!result.isReferenceObject()) return undefined;
        const reference = result as BaseReferenceObject;
        const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
        const area = { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
        const name = [...open].find(([, { id }]) => id === reference.getSheetId())?.[0];
        return name === undefined ? undefined : { sheet: name, area };
      });
      return typeof found === "object" ? found : undefined;
    },
    dispose: () => univer.dispose(),
  };
};

/** `$A$5:$A$1048576` → `$A$5:$A$1024`: the engine walks through every row it is given. */
const toUsedRows = (text: string, bottom: number): string =>
  text.replace(/"(?:[^"]|"")*"|(?<=\$?[A-Za-z]\$?)1048576(?!\d)/gu, (part) =>
    part.startsWith('"') ? part : String(bottom),
  );

const grow = (item: SheetItem, row: number, column: number): void => {
  item.rowCount = Math.max(item.rowCount, row + 1);
  item.columnCount = Math.max(item.columnCount, column + 1);
};

const cellData = (value: Exclude<Value, null>): ICellData => {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
};

/** An array's top left cell: dynamic arrays are newer than the Excel this stands in for. */
const valueOf = (result: Outcome | null | undefined): Value => {
  if (!result) return 0;
  if (result.isError?.() === true) return result.getErrorType?.() ?? "#VALUE!";
  if (result.isReferenceObject?.() === true) return valueOf(result.toArrayValueObject?.());
  if (result.isArray?.() === true) return valueOf(result.get?.(0, 0));
  if (result.isNull?.() === true) return 0;
  const value = result.getValue?.();
  if (typeof value === "number") return Number.isFinite(value) ? value : "#NUM!";
  return typeof value === "string" || typeof value === "boolean" ? value : "#VALUE!";
};
