/** R14: what stays in view and which way the page lies, where they still are as a former version built them. */
import { lastColumn, lastRow } from "../../book/book";
import { formerlyLaid, type Layout, renewedLayout } from "../plan/former-layouts";
import type { Ground } from "../plan/ground";
import { capital, putFreeze } from "./build-look";
import { type Run, roundTrip } from "./excel-run";
import { doing } from "./repairing";
import { tableOf } from "./table-shape";

const queueLayout = (sheet: Excel.Worksheet): (() => Layout | undefined) => {
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load("rowCount,columnCount");
  sheet.pageLayout.load("orientation");
  sheet.protection.load("protected");
  return () => {
    // Not worth asking anybody to open a sheet.
    if (sheet.protection.protected) return undefined;
    const { rowCount: rows, columnCount: columns } = frozen.isNullObject
      ? { rowCount: 0, columnCount: 0 }
      : frozen;
    return {
      freeze: { rows: rows === lastRow ? 0 : rows, columns: columns === lastColumn ? 0 : columns },
      orientation: sheet.pageLayout.orientation === "Portrait" ? "portrait" : "landscape",
    };
  };
};

export const renewLayouts = async (ground: Ground, run: Run): Promise<void> => {
  const forms = formerlyLaid.filter((form) => ground.seen.tables.has(form));
  const laid = await roundTrip(
    doing,
    (context) => {
      const asked = forms.map((form) => queueLayout(tableOf(context, form).worksheet));
      return () => asked.map((read) => read());
    },
    run,
  );
  const renewed = forms.flatMap((form, at) => {
    const now = laid[at];
    const layout = now && renewedLayout(form, now, ground);
    return layout && Object.keys(layout).length > 0 ? [{ form, layout }] : [];
  });
  if (renewed.length === 0) return;
  await roundTrip(
    doing,
    (context) => {
      for (const { form, layout } of renewed) {
        const sheet = tableOf(context, form).worksheet;
        if (layout.freeze) putFreeze(sheet, layout.freeze);
        if (layout.orientation) sheet.pageLayout.orientation = capital(layout.orientation);
      }
      return () => undefined;
    },
    { ...run, undoStep: true },
  );
};
