/** R14: formulas that stand in no table, put back in place: 今天, 现行周期, the figures of 首页. */
import type { Ground } from "../plan/ground";
import type { Of } from "../plan/repair-order";
import { homeSheet } from "../plan/site-sheet";
import { rangeAt } from "./build-look";
import { type Run, roundTrip } from "./excel-run";
import { dressSetting } from "./repair-settings";
import { doing, type Work } from "./repairing";

const queuePuts = (sheet: Excel.Worksheet, { cells }: Of<"restoreCells">): void => {
  for (const { at, put, format } of cells) {
    const range = rangeAt(sheet, at);
    // First: in a text cell a formula would stay text.
    range.numberFormat = [[format]];
    range.formulas = [[put]];
  }
};

/** 首页 is closed by ourselves without a password, and is so again afterwards. */
const restoreHome = async (repair: Of<"restoreCells">, run: Run): Promise<void> => {
  const kept = await roundTrip(
    doing,
    (context) => {
      const { protection } = context.workbook.worksheets.getItem(repair.sheet);
      protection.load("protected,options");
      return () => (protection.protected ? protection.options : undefined);
    },
    run,
  );
  await roundTrip(
    doing,
    (context) => {
      const sheet = context.workbook.worksheets.getItem(repair.sheet);
      if (kept !== undefined) sheet.protection.unprotect();
      queuePuts(sheet, repair);
      if (kept !== undefined) sheet.protection.protect(kept);
      return () => undefined;
    },
    { ...run, undoStep: true },
  );
};

/** @param work opens 设置 where it is closed. */
export const restoreCells = async (
  repairs: readonly Of<"restoreCells">[],
  ground: Ground,
  work: Work,
  run: Run,
): Promise<void> => {
  for (const repair of repairs) {
    if (repair.sheet === homeSheet) {
      await restoreHome(repair, run);
      continue;
    }
    await work((context) => {
      const sheet = context.workbook.worksheets.getItem(repair.sheet);
      queuePuts(sheet, repair);
      if (repair.what === "today") dressSetting(ground, sheet, "today");
      return () => undefined;
    });
  }
};
