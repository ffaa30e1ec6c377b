import { parseArea, type Area } from "../book/address";
import type { Book, Cell, Value } from "../book/book";
import type { Calculator, CellResult } from "./calculator";
import { createEngine } from "./calculator-engine";
import {
  precedentArea,
  readersOf,
  templateOf,
  type Precedent,
  type Surroundings,
  type TablePlace,
  type Template,
} from "./calculator-formula";

/** A formula of a conditional format: computed for any cell, without standing in one. */
export interface Rule {
  /** It comes to the same in every column of a row. */
  readonly sameAcross: boolean;
  at(row: number, column: number): Value;
}

export interface UniverCalculator extends Calculator {
  /**
   * @param formula as it is written for the cell `anchor`.
   * @returns the rule, good until the next `load`.
   */
  rule(formula: string, sheet: string, anchor: { readonly row: number; readonly column: number }): Rule;
  /** The cells a formula means (`=A4:INDEX(A:A,9)`), as seen from A1 of the sheet; nothing where it means none. */
  place(formula: string, sheet: string): { readonly sheet: string; readonly area: Area } | undefined;
}

export interface UniverCalculatorOptions {
  /** The day TODAY() answers, as a 1900-system serial; asked at every calculation. Default: the clock's. */
  readonly today?: () => number;
}

interface FormulaCell {
  readonly sheet: Page;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  group: Group;
  value: Value;
  /** 0: may have to be computed, 1: waits for what it reads, 2: computed. */
  state: 0 | 1 | 2;
  /** Something it reads has really changed. */
  due: boolean;
}

/** All cells of a sheet that hold one template. */
interface Group {
  readonly template: Template;
  readonly sheet: Page;
  readonly cells: Map<number, Map<number, FormulaCell>>;
  /** Every cell of it already may have to be computed, or has to. */
  allStale: boolean;
  allDue: boolean;
}

interface Page {
  readonly name: string;
  readonly key: string;
  /** Raw values and formulas, by row and column. */
  readonly cells: Map<number, Map<number, Value | FormulaCell>>;
  /** Formula cells to be computed, by column and row. */
  readonly stale: Map<number, Map<number, FormulaCell>>;
}

const clockSheet = "\u0001clock";
const roundsAtMost = 20;

/** Computes with Univer's formula engine; tables, names and the order of computing are kept here. */
export const createUniverCalculator = (options: UniverCalculatorOptions = {}): UniverCalculator => {
  const today = options.today ?? clockToday;
  const engine = createEngine();
  let pages = new Map<string, Page>();
  let groups = new Map<string, Group>();
  /** Which precedents of which groups lie on a sheet. */
  let readers = new Map<string, { readonly group: Group; readonly precedent: Precedent }[]>();
  let around: Surroundings = { tables: new Map(), names: new Map(), clockSheet };
  let templates = new Map<string, Template>();
  let clock: number | undefined;

  const templateFor = (formula: string, page: Page, row: number, column: number): Template => {
    // Only without cell addresses is a formula the same template wherever it stands in its column.
    const anywhere = !/[A-Za-z$]\$?\d|:/u.test(formula) && /\[/u.test(formula);
    const table = anywhere ? tableOver(around, page.key, row, column) : undefined;
    const at = table ? `${table.name}\n${column}` : `${row}\n${column}`;
    const key = `${page.key}\n${at}\n${formula}`;
    const known = table ? templates.get(key) : undefined;
    if (known) return known;
    const template = templateOf(formula, { sheet: page.name, row, column }, around);
    if (table) templates.set(key, template);
    return template;
  };

  const groupFor = (template: Template, page: Page): Group => {
    const key = `${page.key}\n${template.key}`;
    const known = groups.get(key);
    if (known) return known;
    const group: Group = { template, sheet: page, cells: new Map(), allStale: false, allDue: false };
    groups.set(key, group);
    for (const precedent of template.precedents) {
      const list = readers.get(precedent.sheet);
      if (list) list.push({ group, precedent });
      else readers.set(precedent.sheet, [{ group, precedent }]);
    }
    return group;
  };

  const markStale = (cell: FormulaCell, queue: FormulaCell[]): void => {
    if (cell.state !== 2) return;
    cell.state = 0;
    inner(cell.sheet.stale, cell.column).set(cell.row, cell);
    queue.push(cell);
  };

  /** Each formula that reads the cell; once a run for those that read it together with all their group. */
  const eachReader = (
    { key, row, column }: { readonly key: string; readonly row: number; readonly column: number },
    flag: "allStale" | "allDue",
    use: (cell: FormulaCell) => void,
  ): void => {
    for (const { group, precedent } of readers.get(key) ?? []) {
      if (group[flag]) continue;
      const area = readersOf(precedent, row, column);
      if (!area) continue;
      if (coversAll(area)) group[flag] = true;
      for (const [at, cells] of group.cells) {
        if (at < area.left || at > area.right) continue;
        if (area.bottom - area.top < cells.size)
          for (let r = area.top; r <= area.bottom; r++) {
            const cell = cells.get(r);
            if (cell) use(cell);
          }
        else for (const [r, cell] of cells) if (r >= area.top && r <= area.bottom) use(cell);
      }
    }
  };

  /** The cell holds something else now: what reads it must be computed. */
  const markReaders = (key: string, row: number, column: number, queue: FormulaCell[]): void =>
    eachReader({ key, row, column }, "allDue", (cell) => {
      markStale(cell, queue);
      cell.due = true;
    });

  const spread = (queue: FormulaCell[]): void => {
    for (let cell = queue.pop(); cell; cell = queue.pop())
      eachReader({ key: cell.sheet.key, row: cell.row, column: cell.column }, "allStale", (reader) =>
        markStale(reader, queue),
      );
  };

  const staleIn = (area: Area, page: Page, push: (cell: FormulaCell) => void): void => {
    for (const [column, cells] of page.stale) {
      if (column < area.left || column > area.right || cells.size === 0) continue;
      if (area.bottom - area.top < cells.size)
        for (let row = area.top; row <= area.bottom; row++) {
          const cell = cells.get(row);
          if (cell) push(cell);
        }
      else for (const [row, cell] of cells) if (row >= area.top && row <= area.bottom) push(cell);
    }
  };

  const computeCell = (cell: FormulaCell, changed: Set<FormulaCell>): void => {
    cell.state = 2;
    cell.sheet.stale.get(cell.column)?.delete(cell.row);
    if (!cell.due) return;
    cell.due = false;
    const value = engine.compute(cell.group.template, cell.sheet.name, cell.row, cell.column);
    if (Object.is(value, cell.value)) return;
    cell.value = value;
    engine.put(cell.sheet.name, cell.row, cell.column, value);
    changed.add(cell);
    eachReader({ key: cell.sheet.key, row: cell.row, column: cell.column }, "allDue", (reader) => {
      if (reader.state !== 2) reader.due = true;
    });
  };

  /** Computes what is stale, each cell after those it reads. A circle reads what stood there before. */
  const computeStale = (changed: Set<FormulaCell>): void => {
    const stack: FormulaCell[] = [];
    const roaming: FormulaCell[] = [];
    for (const page of pages.values())
      for (const cells of page.stale.values())
        for (const cell of cells.values()) (cell.group.template.roams ? roaming : stack).push(cell);
    // What roams comes last: the cells it will ask for are then done, as far as they can be.
    stack.unshift(...roaming.reverse());
    for (let cell = stack.at(-1); cell; cell = stack.at(-1)) {
      if (cell.state === 0) {
        cell.state = 1;
        const before = stack.length;
        for (const precedent of cell.group.template.precedents) {
          const page = pages.get(precedent.sheet);
          if (page && page.stale.size > 0)
            staleIn(precedentArea(precedent, cell.row, cell.column), page, (other) => {
              if (other.state === 0) stack.push(other);
            });
        }
        if (stack.length > before) continue;
      }
      if (cell.state === 1) computeCell(cell, changed);
      stack.pop();
    }
  };

  const run = (queue: FormulaCell[]): Set<FormulaCell> => {
    const changed = new Set<FormulaCell>();
    if (clock !== today()) {
      clock = today();
      engine.put(clockSheet, 0, 0, clock);
      markReaders(clockSheet, 0, 0, queue);
    }
    const restless = [...groups.values()].filter(({ template }) => template.roams || template.volatile);
    for (let round = 0; round < roundsAtMost; round++) {
      for (const group of restless)
        if (round === 0 || group.template.roams)
          eachCell(group, (cell) => {
            markStale(cell, queue);
            cell.due = true;
          });
      spread(queue);
      for (const group of groups.values()) group.allStale = group.allDue = false;
      engine.refresh();
      const now = new Set<FormulaCell>();
      computeStale(now);
      for (const group of groups.values()) group.allDue = false;
      for (const cell of now) changed.add(cell);
      if (now.size === 0 || !restless.some(({ template }) => template.roams)) break;
    }
    engine.refresh();
    return changed;
  };

  const reachPrecedents = (template: Template, row: number, column: number): void => {
    for (const precedent of template.precedents) {
      const page = pages.get(precedent.sheet);
      const area = precedentArea(precedent, row, column);
      if (page && (area.bottom < 1_048_575 || area.right < 16_383))
        engine.reach(
          page.name,
          area.bottom < 1_048_575 ? area.bottom : 0,
          area.right < 16_383 ? area.right : 0,
        );
    }
  };

  const setCell = (
    page: Page,
    row: number,
    column: number,
    content: Value,
    given: Value,
  ): FormulaCell | undefined => {
    const cells = inner(page.cells, row);
    const before = cells.get(column);
    if (isCell(before)) {
      before.group.cells.get(column)?.delete(row);
      page.stale.get(column)?.delete(row);
    }
    if (typeof content !== "string" || !content.startsWith("=") || content.length === 1) {
      if (content === null) cells.delete(column);
      else cells.set(column, content);
      engine.put(page.name, row, column, content);
      return undefined;
    }
    const group = groupFor(templateFor(content, page, row, column), page);
    const cell: FormulaCell = {
      sheet: page,
      row,
      column,
      formula: content,
      group,
      value: given,
      state: 0,
      due: true,
    };
    cells.set(column, cell);
    inner(group.cells, column).set(row, cell);
    inner(page.stale, column).set(row, cell);
    group.allStale = group.allDue = false;
    reachPrecedents(group.template, row, column);
    engine.put(page.name, row, column, given);
    return cell;
  };

  /** Takes over what was computed before and cannot have changed. @returns the cells whose readers must be computed. */
  const keepResults = (before: ReadonlyMap<string, Page>, all: readonly FormulaCell[]): FormulaCell[] => {
    const queue: FormulaCell[] = [];
    if (before.size === 0) return queue;
    for (const cell of all) {
      const held = before.get(cell.sheet.key)?.cells.get(cell.row)?.get(cell.column);
      if (!isCell(held) || held.group.template.key !== cell.group.template.key) {
        queue.push(cell);
        continue;
      }
      cell.state = 2;
      cell.due = false;
      cell.value = held.value;
      cell.sheet.stale.get(cell.column)?.delete(cell.row);
      engine.put(cell.sheet.name, cell.row, cell.column, cell.value);
    }
    for (const key of new Set([...before.keys(), ...pages.keys()]))
      eachDifference(before.get(key), pages.get(key), (row, column) => markReaders(key, row, column, queue));
    return queue;
  };

  const load = (book: Book): readonly CellResult[] => {
    const before = pages;
    pages = new Map();
    groups = new Map();
    readers = new Map();
    templates = new Map();
    around = surroundings(book);
    engine.sheets([...book.sheets.map((sheet) => sheet.name), clockSheet]);
    if (clock !== undefined) engine.put(clockSheet, 0, 0, clock);
    for (const sheet of book.sheets)
      pages.set(sheet.name.toLowerCase(), {
        name: sheet.name,
        key: sheet.name.toLowerCase(),
        cells: new Map(),
        stale: new Map(),
      });
    pages.set(clockSheet, { name: clockSheet, key: clockSheet, cells: new Map(), stale: new Map() });
    const all: FormulaCell[] = [];
    for (const sheet of book.sheets) {
      const page = pages.get(sheet.name.toLowerCase());
      if (!page) continue;
      for (const block of sheet.blocks) {
        const corner = parseArea(block.at);
        if (!corner) continue;
        block.rows.forEach((cells, r) =>
          cells.forEach((cell, c) => {
            if (cell === null) return;
            const set = setCell(page, corner.top + r, corner.left + c, contentOf(cell), givenOf(cell));
            if (set) all.push(set);
          }),
        );
      }
    }
    run(keepResults(before, all));
    return all.map(result);
  };

  return {
    load: (book) => Promise.resolve().then(() => load(book)),
    set: (entries) =>
      Promise.resolve().then(() => {
        const queue: FormulaCell[] = [];
        const fresh = new Set<FormulaCell>();
        for (const { sheet, row, column, content } of entries) {
          const page = pages.get(sheet.toLowerCase());
          if (!page) continue;
          const cell = setCell(page, row, column, content, null);
          if (cell) fresh.add(cell);
          markReaders(page.key, row, column, queue);
        }
        const changed = run(queue);
        for (const cell of fresh) if (isCurrent(cell)) changed.add(cell);
        return [...changed].map(result);
      }),
    rule: (formula, sheet, anchor) => {
      const template = templateOf(formula, { sheet, ...anchor }, around);
      return {
        sameAcross: template.precedents.every(({ leftMoves, rightMoves }) => !leftMoves && !rightMoves),
        at: (row, column) => {
          reachPrecedents(template, row, column);
          return engine.compute(template, sheet, row, column);
        },
      };
    },
    place: (formula, sheet) => {
      const template = templateOf(formula, { sheet, row: 0, column: 0 }, around);
      reachPrecedents(template, 0, 0);
      return engine.place(template, sheet);
    },
    dispose: () => engine.dispose(),
  };
};

const isCell = (held: Value | FormulaCell | undefined): held is FormulaCell =>
  typeof held === "object" && held !== null;
const isCurrent = (cell: FormulaCell): boolean => cell.sheet.cells.get(cell.row)?.get(cell.column) === cell;
const contentOf = (cell: Cell): Value => (typeof cell === "object" && cell !== null ? cell.formula : cell);
const givenOf = (cell: Cell): Value =>
  typeof cell === "object" && cell !== null ? (cell.value ?? null) : null;
const result = (cell: FormulaCell): CellResult => ({
  sheet: cell.sheet.name,
  row: cell.row,
  column: cell.column,
  value: cell.value,
});
const inner = <Held>(map: Map<number, Map<number, Held>>, key: number): Map<number, Held> => {
  const found = map.get(key);
  if (found) return found;
  const made = new Map<number, Held>();
  map.set(key, made);
  return made;
};
const eachCell = (group: Group, use: (cell: FormulaCell) => void): void => {
  for (const cells of group.cells.values()) for (const cell of cells.values()) use(cell);
};
/** Names the places where one page holds a plain value and the other does not hold the same. */
const eachDifference = (
  before: Page | undefined,
  after: Page | undefined,
  use: (row: number, column: number) => void,
): void => {
  const differ = (one: Page | undefined, other: Page | undefined, both: boolean): void => {
    one?.cells.forEach((cells, row) => {
      const others = other?.cells.get(row);
      cells.forEach((held, column) => {
        const there = others?.get(column);
        if (isCell(held) ? there === undefined : both && held !== there) use(row, column);
        else if (!both && !isCell(held) && there === undefined) use(row, column);
      });
    });
  };
  differ(after, before, true);
  differ(before, after, false);
};
const coversAll = (area: Area): boolean =>
  area.top === 0 && area.left === 0 && area.bottom >= 1_048_575 && area.right >= 16_383;

const surroundings = (book: Book): Surroundings => ({
  clockSheet,
  names: new Map(book.names.map(({ name, refersTo }) => [name.toLowerCase(), refersTo])),
  tables: new Map(
    book.sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) => {
        const area = parseArea(table.range);
        return area
          ? [
              [
                table.name.toLowerCase(),
                {
                  name: table.name,
                  sheet: sheet.name,
                  area,
                  columns: table.columns.map((column) => column.name.toLowerCase()),
                },
              ] as const,
            ]
          : [];
      }),
    ),
  ),
});

const tableOver = (
  around: Surroundings,
  sheet: string,
  row: number,
  column: number,
): TablePlace | undefined => {
  for (const table of around.tables.values())
    if (
      table.sheet.toLowerCase() === sheet &&
      row > table.area.top &&
      row <= table.area.bottom &&
      column >= table.area.left &&
      column <= table.area.right
    )
      return table;
  return undefined;
};

const clockToday = (): number => {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
};
