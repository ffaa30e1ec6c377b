/** A planned workbook put into the open one: transcribed, nothing decided here. */
import { parseArea } from "../../book/address";
import type { Block, Book, Cell, Formula, Sheet, Table } from "../../book/book";
import { WorkbookRefused } from "../port";
import {
  putFreeze,
  putHighlight,
  putLook,
  putPrint,
  putProtection,
  putSizes,
  putValidation,
  rangeAt,
} from "./build-look";
import { onTheWire } from "./cell-text";
import { inExcel, supports } from "./excel-run";
import { once } from "./table-shape";

const doing = "新建案场簿";

export interface Built {
  /** What this Excel cannot do and the workbook therefore lacks, in Chinese; empty as a rule. */
  readonly lacking: readonly string[];
  readonly roundTrips: number;
}

/** One thing to queue, and roughly how many bytes of the request it is. */
interface Step {
  readonly bytes: number;
  readonly queue: (context: Excel.RequestContext) => void;
}

/** A batch may be 5 MB on the web; smaller ones let Excel draw, and the pane say how far it is. */
const bytesPerBatch = 500_000;

const isFormula = (cell: Cell): cell is Formula => typeof cell === "object" && cell !== null;

const step =
  (sheet: Sheet, bytes: number) =>
  (put: (live: Excel.Worksheet) => void): Step => ({
    bytes,
    queue: (context) => {
      put(context.workbook.worksheets.getItem(sheet.name));
    },
  });

const blockBytes = ({ rows }: Block): number => 400 + JSON.stringify(rows).length * 3;

const blockRange = (live: Excel.Worksheet, block: Block): Excel.Range => {
  const area = parseArea(block.at);
  if (!area) throw new RangeError(`no cell: ${block.at}`);
  return once(live.getRangeByIndexes(area.top, area.left, block.rows.length, block.rows[0]?.length ?? 0));
};

/** Texts that a cell without a text format would read as something else carry Excel's apostrophe. */
const valuesOf = (sheet: Sheet, block: Block): unknown[][] => {
  const at = parseArea(block.at);
  // The last look over a cell is the one that holds.
  const formats = sheet.looks
    .flatMap(({ range, look }) => {
      const area = parseArea(range);
      return area && look.numberFormat !== undefined ? [{ area, format: look.numberFormat }] : [];
    })
    .reverse();
  return block.rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (cell === null || isFormula(cell)) return null;
      const [y, x] = [(at?.top ?? 0) + row, (at?.left ?? 0) + column];
      const format = formats.find(
        ({ area }) => y >= area.top && y <= area.bottom && x >= area.left && x <= area.right,
      );
      return onTheWire(cell, format?.format ?? "General");
    }),
  );
};

const hasFormulas = ({ rows }: Block): boolean => rows.some((cells) => cells.some(isFormula));

const putTable = (live: Excel.Worksheet, table: Table): void => {
  const made = live.tables.add(rangeAt(live, table.range), true);
  made.name = table.name;
  made.style = table.style;
  made.showBandedRows = table.bandedRows;
  made.showFilterButton = table.filterButtons;
};

const putLinks = (live: Excel.Worksheet, sheet: Sheet): void => {
  for (const { cell, place, tip } of sheet.links)
    rangeAt(live, cell).hyperlink = {
      documentReference: place,
      ...(tip !== undefined && { screenTip: tip }),
    };
};

/** Sheets first, then their texts and tables, then names, then formulas, which need all of these. */
const stepsOf = (book: Book): readonly Step[] => {
  const each = (put: (sheet: Sheet) => readonly Step[]): readonly Step[] => book.sheets.flatMap(put);
  const printing = supports("1.9");
  return [
    ...book.sheets.map((sheet): Step => ({
      bytes: 600,
      queue: ({ workbook }) => {
        const live = workbook.worksheets.add(sheet.name);
        live.showGridlines = sheet.showGridlines;
        if (sheet.tabColor !== undefined) live.tabColor = sheet.tabColor;
      },
    })),
    // A link brings a look of its own: before the sheet's.
    ...each((sheet) => [
      step(
        sheet,
        400 * sheet.links.length,
      )((live) => {
        putLinks(live, sheet);
      }),
      ...sheet.looks.map((look) =>
        step(
          sheet,
          look.look.border === undefined ? 1500 : 6000,
        )((live) => {
          putLook(live, look);
        }),
      ),
      step(
        sheet,
        900 * (sheet.columns.length + sheet.rows.length),
      )((live) => {
        putSizes(live, sheet);
      }),
    ]),
    ...each((sheet) => [
      ...sheet.blocks.map((block) =>
        step(
          sheet,
          blockBytes(block),
        )((live) => {
          blockRange(live, block).values = valuesOf(sheet, block);
        }),
      ),
      ...sheet.tables.map((table) =>
        step(
          sheet,
          1500,
        )((live) => {
          putTable(live, table);
        }),
      ),
      step(
        sheet,
        300 * sheet.merges.length,
      )((live) => {
        for (const range of sheet.merges) rangeAt(live, range).merge(false);
      }),
    ]),
    ...book.names.map(({ name, refersTo }): Step => ({
      bytes: 500,
      queue: ({ workbook }) => {
        workbook.names.add(name, refersTo);
      },
    })),
    ...each((sheet) =>
      sheet.blocks.filter(hasFormulas).map((block) =>
        step(
          sheet,
          blockBytes(block),
        )((live) => {
          blockRange(live, block).formulas = block.rows.map((cells) =>
            cells.map((cell) => (isFormula(cell) ? cell.formula : null)),
          );
        }),
      ),
    ),
    ...each((sheet) => [
      ...sheet.validations.map((validation) =>
        step(
          sheet,
          2500,
        )((live) => {
          putValidation(live, validation);
        }),
      ),
      // The one added last is the strongest.
      ...[...sheet.highlights].reverse().map((highlight) =>
        step(
          sheet,
          3500,
        )((live) => {
          putHighlight(live, highlight);
        }),
      ),
      step(
        sheet,
        2500,
      )((live) => {
        if (sheet.freeze) putFreeze(live, sheet.freeze);
        if (sheet.print && printing) putPrint(live, sheet.print);
        if (sheet.visibility === "hidden") live.visibility = "Hidden";
        if (sheet.visibility === "veryHidden") live.visibility = "VeryHidden";
        if (sheet.protection) putProtection(live, sheet.protection);
      }),
    ]),
  ];
};

const batchesOf = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const batches: Step[][] = [];
  let room = 0;
  for (const each of steps) {
    if (room < each.bytes) {
      batches.push([]);
      room = bytesPerBatch;
    }
    batches.at(-1)?.push(each);
    room -= each.bytes;
  }
  return batches;
};

/** The one sheet of a new workbook, where there is nothing in it. */
interface Ground {
  readonly emptySheet: string | undefined;
}

/** @throws WorkbookRefused "nameTaken" where a sheet, table or name of ours is somebody else's. */
const lookAround = async (context: Excel.RequestContext, book: Book): Promise<Ground> => {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  names.load("items/name");
  const first = worksheets.getFirst();
  const used = once(first.getUsedRangeOrNullObject());
  first.load("name");
  used.load("address");
  await context.sync();
  const taken = (there: readonly { readonly name: string }[], ours: readonly string[]): string[] => {
    const lower = new Set(ours.map((name) => name.toLowerCase()));
    return there.map(({ name }) => name).filter((name) => lower.has(name.toLowerCase()));
  };
  const clashes = [
    ...taken(
      worksheets.items,
      book.sheets.map(({ name }) => name),
    ),
    ...taken(
      tables.items,
      book.sheets.flatMap(({ tables: planned }) => planned.map(({ name }) => name)),
    ),
    ...taken(
      names.items,
      book.names.map(({ name }) => name),
    ),
  ];
  if (clashes.length > 0) throw new WorkbookRefused("nameTaken", doing, [...new Set(clashes)].join("、"));
  return { emptySheet: worksheets.items.length === 1 && used.isNullObject ? first.name : undefined };
};

/** What was begun is taken away again, so that the user can try once more. */
const takeAway = async (book: Book): Promise<void> => {
  await inExcel(`${doing}：撤回`, async (context) => {
    const { worksheets, names } = context.workbook;
    const begun = book.sheets.map(({ name }) => worksheets.getItemOrNullObject(name));
    const named = book.names.map(({ name }) => names.getItemOrNullObject(name));
    for (const each of [...begun, ...named]) each.load("name");
    worksheets.load("items/name");
    await context.sync();
    const ours = begun.filter((sheet) => !sheet.isNullObject);
    // A workbook keeps one sheet.
    if (ours.length === worksheets.items.length) worksheets.add();
    for (const sheet of ours) {
      sheet.visibility = "Visible";
      sheet.delete();
    }
    for (const name of named) if (!name.isNullObject) name.delete();
    await context.sync();
  });
};

/**
 * Builds the planned workbook in the open one, whose own sheets stay; a new workbook's one empty sheet goes.
 * Round trips: one to look, one for every half megabyte, one to finish; ten at most for a site's workbook.
 * @param progress how many round trips are done, of how many.
 * @throws WorkbookRefused "nameTaken" and whatever Excel refuses; then nothing of it stays.
 */
export const buildWorkbook = async (
  book: Book,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Built> => {
  const batches = batchesOf(stepsOf(book));
  const of = batches.length + 2;
  const begun = { is: false };
  try {
    await inExcel(doing, async (context) => {
      const { emptySheet } = await lookAround(context, book);
      progress(1, of);
      for (const [index, batch] of batches.entries()) {
        context.application.suspendApiCalculationUntilNextSync();
        for (const { queue } of batch) queue(context);
        begun.is = true;
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a batch may be 5 MB, so there are several
        await context.sync();
        progress(index + 2, of);
      }
      const { worksheets } = context.workbook;
      const [home] = book.sheets;
      if (home) {
        const sheet = worksheets.getItem(home.name);
        sheet.activate();
        rangeAt(sheet, "A1").select();
      }
      if (emptySheet !== undefined) worksheets.getItem(emptySheet).delete();
      await context.sync();
      progress(of, of);
    });
  } catch (error) {
    if (begun.is) await takeAway(book);
    throw error;
  }
  return { lacking: supports("1.9") ? [] : ["打印设置"], roundTrips: of };
};
