import type { Model } from "../model/model";
import { element } from "./element";

/** Gives the workbook to the browser as an .xlsx file to keep. */
export const saveAs = async (model: Model): Promise<void> => {
  const { writeBook } = await import("../../xlsx/write");
  const bytes = await writeBook(model.toBook());
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  element("a", { href, download: model.workbook.name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
};
