/** R14: how sheets are printed and headed, where they still are as versions up to 7 built them. */
import type { Ground } from "../plan/ground";
import { linesToRenew, type PageSeen, pagesToRenew, renewsLine, renewsPage } from "../plan/former-pages";
import { type Run, roundTrip } from "./excel-run";
import { putPages } from "./build-look";
import { doing } from "./repairing";

const queuePage = (sheet: Excel.Worksheet): (() => PageSeen) => {
  const { pageLayout } = sheet;
  pageLayout.load("orientation,printOrder,zoom");
  const columns = pageLayout.getPrintTitleColumnsOrNullObject();
  columns.load("address");
  const area = pageLayout.getPrintAreaOrNullObject();
  area.load("address");
  return () => {
    const { horizontalFitToPages: fitWide, verticalFitToPages: fitTall } = pageLayout.zoom;
    return {
      orientation: pageLayout.orientation === "Landscape" ? "landscape" : "portrait",
      ...(fitWide !== undefined && { fitWide }),
      ...(fitTall !== undefined && { fitTall }),
      ...(!columns.isNullObject && { titleColumns: columns.address }),
      ...(!area.isNullObject && { area: area.address }),
      acrossFirst: pageLayout.printOrder === "OverThenDown",
    };
  };
};

/** A sheet its site protects is not worth asking anybody to open it. */
const queueLock = (sheet: Excel.Worksheet): (() => boolean) => {
  sheet.protection.load("protected");
  return () => sheet.protection.protected;
};

export const renewPages = async (ground: Ground, run: Run): Promise<void> => {
  const [pages, lines] = [pagesToRenew(ground), linesToRenew(ground)];
  const found = await roundTrip(
    doing,
    ({ workbook }) => {
      const laid = pages.map((page) => {
        const sheet = workbook.worksheets.getItem(page.sheet);
        return { page, seen: queuePage(sheet), locked: queueLock(sheet) };
      });
      const written = lines.map((line) => {
        const sheet = workbook.worksheets.getItem(line.sheet);
        const cell = sheet.getCell(line.row, line.column);
        cell.load("formulas");
        return { line, cell, locked: queueLock(sheet) };
      });
      return () => ({
        pages: laid.flatMap(({ page, seen, locked }) => (!locked() && renewsPage(seen()) ? [page] : [])),
        lines: written.flatMap(({ line, cell, locked }) =>
          !locked() && renewsLine(line, String(cell.formulas[0]?.[0] ?? "")) ? [line] : [],
        ),
      });
    },
    run,
  );
  if (found.pages.length + found.lines.length === 0) return;
  await roundTrip(
    doing,
    ({ workbook }) => {
      for (const { sheet, print } of found.pages) putPages(workbook.worksheets.getItem(sheet), print);
      for (const { sheet, row, column, text } of found.lines)
        workbook.worksheets.getItem(sheet).getCell(row, column).formulas = [[text]];
      return () => undefined;
    },
    { ...run, undoStep: true },
  );
};
