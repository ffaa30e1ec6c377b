/** A workbook as data, damaged as people damage it: every blow leaves a workbook that a spreadsheet can hold. */
import { type Area, areaAddress, columnLetters, parseArea } from "../../src/book/address";
import type { Book, Cell, Look, Sheet, Table, ValidationRule } from "../../src/book/book";

export type Blow = (book: Book) => Book;

interface Place {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly area: Area;
}

export const placeOf = (book: Book, name: string): Place | undefined => {
  for (const sheet of book.sheets)
    for (const table of sheet.tables) {
      const area = parseArea(table.range);
      if (table.name === name && area) return { sheet, table, area };
    }
  return undefined;
};

/** Every cell of a sheet; what is not there is null. */
export const cellsOf = (sheet: Sheet): Cell[][] => {
  const grid: Cell[][] = [];
  for (const { at, rows } of sheet.blocks) {
    const area = parseArea(at);
    if (!area) throw new Error(at);
    rows.forEach((cells, down) => {
      const row = area.top + down;
      while (grid.length <= row) grid.push([]);
      const line = grid[row] ?? [];
      cells.forEach((cell, across) => {
        while (line.length <= area.left + across) line.push(null);
        line[area.left + across] = cell;
      });
    });
  }
  return grid;
};

const withCells = (sheet: Sheet, grid: readonly (readonly Cell[])[]): Sheet => {
  const width = Math.max(1, ...grid.map((line) => line.length));
  const rows = grid.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
  return { ...sheet, blocks: [{ at: "A1", rows }] };
};

export const changed = (book: Book, name: string, change: (sheet: Sheet) => Sheet): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
});

/** Nothing where the table is gone. */
const onTable =
  (name: string, change: (place: Place, grid: Cell[][]) => Sheet | undefined): Blow =>
  (book) => {
    const place = placeOf(book, name);
    if (!place) return book;
    const sheet = change(place, cellsOf(place.sheet));
    return sheet === undefined ? book : changed(book, place.sheet.name, () => sheet);
  };

/** The same table with its columns in another order, or fewer; what stands right of it stays where it is. */
const reordered = ({ sheet, table, area }: Place, grid: Cell[][], order: readonly number[]): Sheet => {
  for (let row = area.top; row < grid.length; row++) {
    const line = grid[row] ?? [];
    const now = table.columns.map((_, at) => line[area.left + (order[at] ?? Number.NaN)] ?? null);
    while (line.length <= area.right) line.push(null);
    line.splice(area.left, now.length, ...now);
  }
  const columns = order.map((was) => table.columns[was]).filter((each) => each !== undefined);
  const range = areaAddress({ ...area, right: area.left + order.length - 1 });
  return {
    ...withCells(sheet, grid),
    tables: sheet.tables.map((each) => (each === table ? { ...table, range, columns } : each)),
  };
};

/** A table's column deleted, what stands right of it in the table moved up to it. */
export const deleteColumn = (name: string, caption: string): Blow =>
  onTable(name, (place, grid) => {
    const at = place.table.columns.findIndex((each) => each.name === caption);
    if (at < 0) return undefined;
    const order = place.table.columns.map((_, each) => each).filter((each) => each !== at);
    return reordered(place, grid, order);
  });

export const moveColumn = (name: string, caption: string, to: number): Blow =>
  onTable(name, (place, grid) => {
    const from = place.table.columns.findIndex((each) => each.name === caption);
    if (from < 0) return undefined;
    const order = place.table.columns.map((_, each) => each).filter((each) => each !== from);
    order.splice(to, 0, from);
    return reordered(place, grid, order);
  });

export const renameColumn = (name: string, caption: string, to: string): Blow =>
  onTable(name, ({ sheet, table, area }, grid) => {
    const at = table.columns.findIndex((each) => each.name === caption);
    const line = grid[area.top];
    if (at < 0 || !line) return undefined;
    line[area.left + at] = to;
    const columns = table.columns.map((each) => (each.name === caption ? { ...each, name: to } : each));
    return {
      ...withCells(sheet, grid),
      tables: sheet.tables.map((each) => (each === table ? { ...table, columns } : each)),
    };
  });

/** Cells of a table's column, counted from its first record. */
export const overwrite = (name: string, caption: string, from: number, cells: readonly Cell[]): Blow =>
  onTable(name, ({ sheet, table, area }, grid) => {
    const at = table.columns.findIndex((each) => each.name === caption);
    if (at < 0) return undefined;
    cells.forEach((cell, down) => {
      const line = grid[area.top + 1 + from + down];
      if (line && area.top + 1 + from + down <= area.bottom) line[area.left + at] = cell;
    });
    return withCells(sheet, grid);
  });

/** A whole column of the sheet deleted, with the title and the bands; looks and rules stay, as scripts leave them. */
export const deleteWholeColumn = (name: string, caption: string): Blow =>
  onTable(name, (place, grid) => {
    const at = place.table.columns.findIndex((each) => each.name === caption);
    if (at < 0) return undefined;
    const column = place.area.left + at;
    for (const line of grid) line.splice(column, 1);
    const { sheet, table, area } = place;
    const columns = table.columns.filter((_, each) => each !== at);
    const range = areaAddress({ ...area, right: area.right - 1 });
    return {
      ...withCells(sheet, grid),
      columns: sheet.columns.flatMap((each) =>
        each.column === column ? [] : [each.column < column ? each : { ...each, column: each.column - 1 }],
      ),
      looks: [],
      tables: sheet.tables.map((each) => (each === table ? { ...table, range, columns } : each)),
    };
  });

/** How a cell looks: later looks over earlier ones. */
export const lookAt = (sheet: Sheet, row: number, column: number): Look =>
  sheet.looks.reduce<Look>((under, { range, look }) => {
    const area = parseArea(range);
    const covers =
      area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    return covers ? { ...under, ...look } : under;
  }, {});

/** Written so many rows below the table, under its columns as they stand by then. */
export const writeBelow = (name: string, gap: number, row: Readonly<Record<string, Cell>>): Blow =>
  onTable(name, ({ sheet, table, area }, grid) => {
    while (grid.length <= area.bottom + gap) grid.push([]);
    const line = grid[area.bottom + gap] ?? [];
    table.columns.forEach((each, at) => {
      const cell = row[each.name];
      if (cell === undefined) return;
      while (line.length <= area.left + at) line.push(null);
      line[area.left + at] = cell;
    });
    return withCells(sheet, grid);
  });

/** The table ends so many rows higher: its last rows stand below it. */
export const leaveOut = (name: string, rows: number): Blow =>
  onTable(name, ({ sheet, table, area }) => ({
    ...sheet,
    tables: sheet.tables.map((each) =>
      each === table ? { ...table, range: areaAddress({ ...area, bottom: area.bottom - rows }) } : each,
    ),
  }));

/** The user's own column right of the table. */
export const addOwnColumn = (name: string, caption: string, cells: readonly Cell[]): Blow =>
  onTable(name, ({ sheet, table, area }, grid) => {
    const column = area.right + 1;
    if (sheet.tables.some(({ range }) => (parseArea(range)?.left ?? 0) > area.left)) return undefined;
    [caption, ...cells].forEach((cell, down) => {
      const line = grid[area.top + down];
      if (!line) return;
      while (line.length <= column) line.push(null);
      line[column] = cell;
    });
    const own = {
      ...table,
      range: areaAddress({ ...area, right: column }),
      columns: [...table.columns, { name: caption }],
    };
    return { ...withCells(sheet, grid), tables: sheet.tables.map((each) => (each === table ? own : each)) };
  });

export const convertToRange = (name: string): Blow =>
  onTable(name, ({ sheet, table }) => ({ ...sheet, tables: sheet.tables.filter((each) => each !== table) }));

export const renameTable = (name: string, to: string): Blow =>
  onTable(name, ({ sheet, table }) => ({
    ...sheet,
    tables: sheet.tables.map((each) => (each === table ? { ...table, name: to } : each)),
  }));

/** Rules or colours of these columns (of the sheet, from 0) gone. */
export const clearRules =
  (sheet: string, what: "validations" | "highlights", left: number, right: number): Blow =>
  (book) =>
    changed(book, sheet, (each) => {
      const stays = ({ range }: { readonly range: string }): boolean => {
        const area = parseArea(range);
        return !area || area.right < left || area.left > right;
      };
      return { ...each, [what]: each[what].filter(stays) };
    });

export const clearTop =
  (sheet: string, rows: number): Blow =>
  (book) =>
    changed(book, sheet, (each) =>
      withCells(
        each,
        cellsOf(each).map((line, row) => (row < rows ? [] : line)),
      ),
    );

export const deleteSheet =
  (name: string): Blow =>
  (book) => ({ ...book, sheets: book.sheets.filter((sheet) => sheet.name !== name) });

export const deleteName =
  (name: string): Blow =>
  (book) => ({ ...book, names: book.names.filter((each) => each.name !== name) });

/** A line of 设置 gone, those below moved up; names go along. */
export const deleteLine =
  (caption: string): Blow =>
  (book) => {
    const place = placeOf(book, "Settings");
    if (!place) return book;
    const { sheet, table, area } = place;
    const grid = cellsOf(sheet);
    const row = grid.findIndex(
      (line, at) => at > area.top && at <= area.bottom && line[area.left] === caption,
    );
    if (row < 0 || area.bottom - area.top < 2) return book;
    for (let at = row; at <= area.bottom; at++)
      for (let column = area.left; column <= area.right; column++) {
        const line = grid[at] ?? [];
        line[column] = at === area.bottom ? null : (grid[at + 1]?.[column] ?? null);
      }
    const value = columnLetters(area.left + 1);
    const reference = new RegExp(`^=${sheet.name}!\\$${value}\\$(\\d+)$`, "u");
    return {
      sheets: book.sheets.map((each) =>
        each === sheet
          ? {
              ...withCells(sheet, grid),
              tables: sheet.tables.map((one) =>
                one === table ? { ...table, range: areaAddress({ ...area, bottom: area.bottom - 1 }) } : one,
              ),
              validations: sheet.validations.flatMap((one) => {
                const at = parseArea(one.range);
                if (!at || at.left !== area.left + 1 || at.top !== at.bottom || at.top < row) return [one];
                return at.top === row
                  ? []
                  : [{ ...one, range: areaAddress({ ...at, top: at.top - 1, bottom: at.top - 1 }) }];
              }),
            }
          : each,
      ),
      names: book.names.map((each) => {
        const found = reference.exec(each.refersTo)?.[1];
        if (found === undefined || Number(found) < row + 1) return each;
        const refersTo =
          Number(found) === row + 1 ? "=#REF!" : `=${sheet.name}!$${value}$${Number(found) - 1}`;
        return { ...each, refersTo };
      }),
    };
  };

/** Columns of 字典 emptied, or their titles changed. */
export const changeTitle =
  (title: string, to: string | null): Blow =>
  (book) =>
    changed(book, "字典", (sheet) => {
      const grid = cellsOf(sheet);
      const column = grid[2]?.indexOf(title) ?? -1;
      return column < 0
        ? sheet
        : withCells(
            sheet,
            grid.map((line, row) =>
              line.map((cell, at) =>
                at !== column || row < 2 ? cell : row === 2 ? to : to === null ? null : cell,
              ),
            ),
          );
    });

/** A cell of a list of 字典 emptied: `at` from 0, where `/` stands. */
export const clearChoice =
  (title: string, at: number): Blow =>
  (book) =>
    changed(book, "字典", (sheet) => {
      const grid = cellsOf(sheet);
      const column = grid[2]?.indexOf(title) ?? -1;
      return withCells(
        sheet,
        grid.map((line, row) => line.map((cell, x) => (x === column && row === 3 + at ? null : cell))),
      );
    });

/** Every typed cell of every table by table and caption, rows in order; cells of formulas are left out. */
export const typed = (book: Book): Readonly<Record<string, readonly Cell[]>> =>
  Object.fromEntries(
    book.sheets.flatMap((sheet) => {
      const grid = cellsOf(sheet);
      return sheet.tables.flatMap((table) => {
        const area = parseArea(table.range);
        if (!area) return [];
        return table.columns.flatMap((column, at) => {
          const cells = Array.from(
            { length: area.bottom - area.top },
            (_, row) => grid[area.top + 1 + row]?.[area.left + at] ?? null,
          );
          const isComputed =
            column.formula !== undefined || cells.some((cell) => typeof cell === "object" && cell !== null);
          return isComputed ? [] : [[`${table.name} ${column.name}`, cells] as const];
        });
      });
    }),
  );

/** How often each typed value stands on a sheet. */
export const counted = (book: Book, name: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const sheet = book.sheets.find((each) => each.name === name);
  for (const cell of sheet ? cellsOf(sheet).flat() : [])
    if (cell !== null && typeof cell !== "object")
      counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  return counts;
};

/** A computed column with another formula, in its cells and for rows to come. */
export const computedBy = (name: string, caption: string, formula: string): Blow =>
  onTable(name, ({ sheet, table, area }, grid) => {
    const at = table.columns.findIndex((each) => each.name === caption);
    for (let row = area.top + 1; row <= area.bottom; row++) {
      const line = grid[row];
      if (line) line[area.left + at] = { formula };
    }
    const columns = table.columns.map((each, place) => (place === at ? { ...each, formula } : each));
    return {
      ...withCells(sheet, grid),
      tables: sheet.tables.map((each) => (each === table ? { ...table, columns } : each)),
    };
  });

const anyDay = (cell: string): ValidationRule => ({
  kind: "custom",
  formula: `=OR(${cell}="/",AND(ISNUMBER(${cell}),${cell}>=1,${cell}<=2958465))`,
});

/** 首页 of a former version said in some other way what now names these cells. */
const formerHome =
  (naming: string): Blow =>
  (book) =>
    changed(book, "首页", (sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        rows: block.rows.map((cells) =>
          cells.map((cell) => (JSON.stringify(cell).includes(naming) ? { formula: '="原来的算法"' } : cell)),
        ),
      })),
    }));

export const ofVersion =
  (version: number): Blow =>
  (book) =>
    changed(book, "_案场簿", (sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        rows: block.rows.map((cells) => (cells[0] === "版本" ? ["版本", version] : cells)),
      })),
    }));

/** What version 5 changed, as those before had it: a deposit had no state, a client one for all. */
const version4: readonly Blow[] = [
  deleteColumn("Receipts", "定金状态"),
  deleteColumn("Receipts", "客户拒签"),
  computedBy(
    "Grades",
    "下次跟进",
    '=IF(Grades[[#This Row],[最近跟进]]="","",Grades[[#This Row],[最近跟进]]+COUNTIFS(Receipts[款项],"小定金"))',
  ),
];

/** What version 3 changed, as version 2 had it: shorter formulas, and deals in days to come. */
export const version2: readonly Blow[] = [
  ...version4,
  formerHome("Receptions["),
  computedBy(
    "Applications",
    "状态",
    '=IF(Applications[[#This Row],[类型]]="","",IF(ISNUMBER(Applications[[#This Row],[办结日期]]),"已办结","审批中"))',
  ),
  computedBy(
    "Deals",
    "成交状态",
    '=IF(Deals[[#This Row],[客户编号]]="","",IF(ISNUMBER(Deals[[#This Row],[★签约日期]]),"签约","认购"))',
  ),
  computedBy(
    "Grades",
    "下次跟进",
    '=IF(Grades[[#This Row],[最近跟进]]="","",Grades[[#This Row],[最近跟进]]+2)',
  ),
  (book) =>
    changed(book, "成交报告", (sheet) => ({
      ...sheet,
      validations: sheet.validations.map((each) =>
        /^[CDE]5:/u.test(each.range) ? { ...each, rule: anyDay(`${each.range.slice(0, 1)}5`) } : each,
      ),
    })),
  ofVersion(2),
];

/**
 * What version 4 changed, as version 3 had it: all receipts of a client and a unit, whichever deal they were of; 首页
 * counted what was given back.
 */
export const version3: readonly Blow[] = [
  ...version4,
  formerHome("<>已退房"),
  computedBy(
    "Deals",
    "已收款",
    '=IF(Deals[[#This Row],[客户编号]]="","",SUMIFS(Receipts[金额],Receipts[房号],Deals[[#This Row],[房号]]))',
  ),
  computedBy(
    "Instalments",
    "尚欠",
    '=IF(Instalments[[#This Row],[客户编号]]="","",Instalments[[#This Row],[应收金额]])',
  ),
  ofVersion(3),
];
