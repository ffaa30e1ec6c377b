/** Sheets ready to print or to read, put into the open workbook: cards, reports. */
import type { Sheet } from "../../book/book";
import { generated } from "../plan/generated-sheet";
import { rangeAt } from "./build-look";
import { batchesOf, buildSteps, roundTripOf } from "./build-steps";
import { inExcel, type Run } from "./excel-run";
import { giveWay, lookAround, type Standing, standAside, takeAway } from "./stand-aside";

export interface AddSheetsOptions {
  /** How many round trips are done, of how many. */
  readonly progress?: (done: number, of: number) => void;
  readonly run?: Run;
}

/**
 * Adds the sheets behind the others, marked as generated ones, and brings the first of them to the front. A generated
 * sheet of the same name gives way to the new one, which takes its place among the tabs; what anybody wrote on it goes
 * with it. A sheet without the mark is the user's own and never replaced.
 * Round trips: one to look, one for every half megabyte, one to finish.
 * @param doing what for, in Chinese: "打印来访登记卡".
 * @throws WorkbookRefused "nameTaken" and whatever Excel refuses; then the workbook is as it was.
 */
export const addSheets = async (
  sheets: readonly Sheet[],
  doing: string,
  { progress = () => undefined, run = {} }: AddSheetsOptions = {},
): Promise<void> => {
  const [first] = sheets;
  if (!first) return;
  const batches = batchesOf(buildSteps({ sheets: sheets.map(generated), names: [] }));
  const of = batches.length + 2;
  const begun: { over?: Standing } = {};
  try {
    await inExcel(
      doing,
      async (context) => {
        const standing = await lookAround(context, sheets, doing);
        progress(1, of);
        begun.over = standing;
        standAside(context, standing);
        for (const [at, batch] of batches.entries()) {
          await roundTripOf(context, batch);
          progress(at + 2, of);
        }
        const front = context.workbook.worksheets.getItem(first.name);
        front.activate();
        rangeAt(front, "A1").select();
        giveWay(context, standing);
        await context.sync();
        progress(of, of);
      },
      run,
    );
  } catch (error) {
    if (begun.over) await takeAway(sheets, begun.over, doing, run);
    throw error;
  }
};
