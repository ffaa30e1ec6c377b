/** A planned workbook put into the open one: transcribed, nothing decided here. */
import type { Book } from "../../book/book";
import { WorkbookRefused } from "../port";
import { rangeAt } from "./build-look";
import { batchesOf, buildSteps, roundTripOf } from "./build-steps";
import { inExcel } from "./excel-run";
import { once } from "./table-shape";

const doing = "新建案场簿";

export interface Built {
  readonly roundTrips: number;
}

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
  const batches = batchesOf(buildSteps(book));
  const of = batches.length + 2;
  const begun = { is: false };
  try {
    await inExcel(doing, async (context) => {
      const { emptySheet } = await lookAround(context, book);
      progress(1, of);
      for (const [index, batch] of batches.entries()) {
        begun.is = true;
        await roundTripOf(context, batch);
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
  return { roundTrips: of };
};
