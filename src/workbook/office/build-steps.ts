/** A planned workbook as what is to be asked of Excel, in order, cut into requests. */
import { parseArea } from "../../book/address";
import type { Block, Book, Cell, Formula, Sheet, Table } from "../../book/book";
import { putChart } from "./build-chart";
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
import { once } from "./table-shape";

/** One thing to queue, and roughly how many bytes of the request it is. */
export interface Step {
  readonly bytes: number;
  readonly queue: (context: Excel.RequestContext) => void;
}

/**
 * A batch may be 5 MB on the web; smaller ones let Excel draw, and the pane say how far it is. Bytes are estimated: no
 * request is larger than its estimate.
 */
const bytesPerBatch = 1_250_000;

const isFormula = (cell: Cell): cell is Formula => typeof cell === "object" && cell !== null;

const step =
  (sheet: Sheet, bytes: number) =>
  (put: (live: Excel.Worksheet) => void): Step => ({
    bytes,
    queue: (context) => {
      put(context.workbook.worksheets.getItem(sheet.name));
    },
  });

/** A letter beyond ASCII goes as three bytes; half as much again for what Excel says around it. */
const blockBytes = ({ rows }: Block): number => {
  const said = JSON.stringify(rows);
  return 400 + (said.length + 2 * (said.match(/[^ -~]/gu)?.length ?? 0)) * 1.5;
};

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

const sheetSteps = ({ sheets }: Book): readonly Step[] =>
  sheets.map((sheet): Step => ({
    bytes: 600,
    queue: ({ workbook }) => {
      const live = workbook.worksheets.add(sheet.name);
      live.showGridlines = sheet.showGridlines;
      if (sheet.tabColor !== undefined) live.tabColor = sheet.tabColor;
    },
  }));

/** Sheets first, then their texts and tables, then names, then formulas, which need all of these. */
export const buildSteps = (book: Book): readonly Step[] => [...sheetSteps(book), ...fillSteps(book)];

/** The same on sheets that are there already. */
export const fillSteps = (book: Book): readonly Step[] => {
  const each = (put: (sheet: Sheet) => readonly Step[]): readonly Step[] => book.sheets.flatMap(put);
  return [
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
      (sheet.names ?? []).map(({ name, refersTo }) =>
        step(
          sheet,
          500,
        )((live) => {
          live.names.add(name, refersTo);
        }),
      ),
    ),
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
      ...(sheet.charts ?? []).map((chart) =>
        step(
          sheet,
          3000 + 2500 * chart.series.length,
        )((live) => {
          putChart(live, sheet.name, chart);
        }),
      ),
      step(
        sheet,
        2500 + 300 * (sheet.print?.pageBreaks?.length ?? 0),
      )((live) => {
        if (sheet.freeze) putFreeze(live, sheet.freeze);
        if (sheet.print) putPrint(live, sheet.print);
        if (sheet.visibility === "hidden") live.visibility = "Hidden";
        if (sheet.visibility === "veryHidden") live.visibility = "VeryHidden";
        if (sheet.protection) putProtection(live, sheet.protection);
      }),
    ]),
  ];
};

export const batchesOf = (steps: readonly Step[]): readonly (readonly Step[])[] => {
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

/** One batch, on its way to Excel. */
export const roundTripOf = async (context: Excel.RequestContext, batch: readonly Step[]): Promise<void> => {
  context.application.suspendApiCalculationUntilNextSync();
  for (const { queue } of batch) queue(context);
  await context.sync();
};
