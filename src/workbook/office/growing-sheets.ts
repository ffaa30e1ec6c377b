/** Sheets whose rows come piece by piece: head office's registers. What was written is let go before the next comes. */
import { parseArea } from "../../book/address";
import type { Sheet, Value } from "../../book/book";
import { generated, generatedMark } from "../plan/generated-sheet";
import { rangeAt } from "./build-look";
import { batchesOf, buildSteps, fillSteps, roundTripOf, type Step } from "./build-steps";
import { onTheWire } from "./cell-text";
import { inExcel, type Run } from "./excel-run";
import { giveWay, lookAround, type Standing, standAside, takeAway } from "./stand-aside";
import { once } from "./table-shape";

/** Rows below each other, from column A on. */
export interface Piece {
  readonly sheet: string;
  /** 0 is row 1. */
  readonly top: number;
  readonly rows: readonly (readonly Value[])[];
}

export interface Growing {
  /**
   * The sheets to come, in their order, as they are before any row: titles, headers, looks. Tables are named here and
   * made by what `grow` returns, when it is known how long they are.
   */
  readonly sheets: readonly Sheet[];
  /** Generated sheets of these names go, though nothing takes their place. */
  readonly leaving?: readonly string[];
  /** Sheets of ours that have no mark: they give way too. */
  readonly unmarked?: readonly string[];
  /**
   * Puts the rows, and returns what is still to be put on each sheet: its table, or all of it where it could not be
   * known before. A sheet that is not among them goes again.
   */
  readonly grow: (put: (pieces: readonly Piece[]) => Promise<void>) => Promise<readonly Sheet[]>;
}

export interface GrowingOptions {
  /** Between two requests. */
  readonly signal?: AbortSignal;
  readonly run?: Run;
}

/** Estimated like a batch's: in truth it is a third to two thirds. One piece of a sheet is no more than this. */
const bytesPerPiece = 250_000;

const sliced = (rows: Piece["rows"]): readonly { readonly from: number; readonly bytes: number }[] => {
  const slices: { from: number; bytes: number }[] = [];
  rows.forEach((row, at) => {
    const bytes = JSON.stringify(row).length * 3;
    const last = slices.at(-1);
    if (last === undefined || last.bytes + bytes > bytesPerPiece)
      slices.push({ from: at, bytes: bytes + 400 });
    else last.bytes += bytes;
  });
  return slices;
};

/** Number formats of a row's cells, by the looks of their columns. */
const formatsOf = ({ looks }: Sheet, top: number, width: number): readonly string[] => {
  const formats = new Array<string>(width).fill("General");
  // The last look over a cell is the one that holds.
  for (const { range, look } of looks) {
    const area = parseArea(range);
    if (area === undefined || look.numberFormat === undefined || top < area.top || top > area.bottom)
      continue;
    formats.fill(look.numberFormat, area.left, area.right + 1);
  }
  return formats;
};

const stepsOf = ({ sheet, top, rows }: Piece, formats: readonly string[]): readonly Step[] => {
  const slices = sliced(rows);
  return slices.map(({ from, bytes }, at) => {
    const part = rows.slice(from, slices[at + 1]?.from);
    return {
      bytes,
      queue: ({ workbook }) => {
        const live = workbook.worksheets.getItem(sheet);
        once(live.getRangeByIndexes(top + from, 0, part.length, formats.length)).values = part.map((row) =>
          row.map((cell, column) => onTheWire(cell, formats[column] ?? "General")),
        );
      },
    };
  });
};

/** Its mark is there from the first on. */
const unmarked = (sheet: Sheet): Sheet => ({
  ...sheet,
  names: (sheet.names ?? []).filter(({ name }) => name !== generatedMark),
});

/**
 * Adds the sheets behind the others, marked as generated ones, lets them grow, and brings the first of them to the
 * front; generated sheets of the same names give way at the end, as `addSheets` has it. Every request waits for a busy
 * Excel by itself.
 * Round trips: one to look, one for every half megabyte of what the sheets begin with, of what is put, and of what
 * they end with, one to finish.
 * @throws WorkbookRefused "nameTaken" and whatever Excel refuses, what `grow` throws, the signal's reason; then the
 * workbook is as it was.
 */
export const addGrowingSheets = async (
  { sheets, leaving = [], unmarked: ours = [], grow }: Growing,
  doing: string,
  { signal, run = {} }: GrowingOptions = {},
): Promise<void> => {
  const [first] = sheets;
  if (!first) return;
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const request = async (batch: readonly Step[]): Promise<void> => {
    signal?.throwIfAborted();
    await inExcel(doing, (context) => roundTripOf(context, batch), run);
  };
  const put = async (pieces: readonly Piece[]): Promise<void> => {
    const steps = pieces.flatMap((piece) => {
      const sheet = bySheet.get(piece.sheet);
      const width = piece.rows[0]?.length ?? 0;
      return sheet === undefined ? [] : stepsOf(piece, formatsOf(sheet, piece.top, width));
    });
    for (const batch of batchesOf(steps)) await request(batch);
  };
  signal?.throwIfAborted();
  const standing: Standing = await inExcel(
    doing,
    (context) => lookAround(context, sheets, doing, leaving, ours),
    run,
  );
  try {
    const begin = buildSteps({ sheets: sheets.map((each) => generated({ ...each, tables: [] })), names: [] });
    const aside: Step = {
      bytes: 400 * (1 + standing.sheets.length + standing.tables.length),
      queue: (context) => standAside(context, standing),
    };
    for (const batch of batchesOf([aside, ...begin])) await request(batch);
    const end = (await grow(put)).map(unmarked);
    for (const batch of batchesOf(fillSteps({ sheets: end, names: [] }))) await request(batch);
    signal?.throwIfAborted();
    const wanted = new Set(end.map(({ name }) => name));
    await inExcel(
      doing,
      async (context) => {
        const { worksheets } = context.workbook;
        const front = worksheets.getItem(first.name);
        front.activate();
        rangeAt(front, "A1").select();
        giveWay(context, standing);
        for (const { name } of sheets) if (!wanted.has(name)) worksheets.getItem(name).delete();
        await context.sync();
      },
      run,
    );
  } catch (error) {
    await takeAway(sheets, standing, doing, run);
    throw error;
  }
};
