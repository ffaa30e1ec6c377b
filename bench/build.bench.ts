/** A site's workbook built: as a file, and through Office.js on the trial host. */
import { createModel } from "../src/excel-host/model/create";
import { buildWorkbook } from "../src/workbook/office/build-workbook";
import { writeBook } from "../src/xlsx/write";
import { sitDown } from "../test/workbook/office/desk";
import { emptySite } from "./large-site";
import { measure, print } from "./measure";

export const run = async (): Promise<void> => {
  const book = emptySite();
  let note = "";
  const figures = [
    await measure("plan and write a new workbook as a file", () => writeBook(emptySite())),
    await measure("plan alone", emptySite),
    await measure("build it through Office.js", async () => {
      const desk = sitDown(createModel());
      await desk.at(() => buildWorkbook(book));
      const { requests, bytes } = desk.traffic();
      note = `${requests} round trips, ${(bytes / 1e6).toFixed(2)} MB`;
      desk.started.close();
    }),
  ];
  print(figures.map((figure, at) => (at === 2 ? { ...figure, note } : figure)));
};
