/** 100,000 rows checked: from a file, and through Office.js on the trial host; against others merely reading the file. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { read } from "@e965/xlsx";
import { readXlsx } from "hucre";
import { checkWants, checkWorkbook } from "../src/domain/register/check/check-workbook";
import { openWorkbook } from "../src/workbook/office/open-workbook";
import { damagesOf } from "../src/workbook/plan/damage";
import { inspectSiteFile } from "../src/workbook/xlsx/inspect-file";
import { readSiteFile } from "../src/workbook/xlsx/site-file";
import { writeBook } from "../src/xlsx/write";
import { modelOf, sitDown } from "../test/workbook/office/desk";
import { emptySite, siteOf, today } from "./large-site";
import { measure, print } from "./measure";
import { hasOpenpyxl, readAll, runPython } from "./peers";

export const run = async (): Promise<void> => {
  // 20,000 visitors, 20,000 grades, 60,000 contacts.
  const book = siteOf(20_000);
  const bytes = await writeBook(book);
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-bench-"));
  const file = path.join(folder, "site.xlsx");
  writeFileSync(file, bytes);
  // A book remembers what was asked of it: each is checked once.
  const books = await Promise.all(Array.from({ length: 4 }, () => readSiteFile(bytes)));
  const figures = [
    await measure("check 100,000 rows from a file", async () =>
      checkWorkbook(await readSiteFile(bytes), today),
    ),
    await measure("… and its structure (R14), as the command line does", async () => {
      const { book: read, inspected } = await inspectSiteFile(bytes);
      damagesOf(inspected, emptySite());
      checkWorkbook(read, today);
    }),
    await measure("… of which reading the file", () => readSiteFile(bytes)),
    await measure("… of which checking what was read", () => {
      const unread = books.pop();
      if (unread !== undefined) checkWorkbook(unread, today);
    }),
  ];
  const desk = sitDown(await modelOf(book));
  const open = openWorkbook();
  const through = await measure("check 100,000 rows through Office.js", () =>
    desk.at(async () => {
      desk.traffic();
      checkWorkbook(await open.read(checkWants, "校验"), today);
    }),
  );
  const { requests, bytes: carried } = desk.traffic();
  figures.push({ ...through, note: `${requests} round trips, ${(carried / 1e6).toFixed(1)} MB` });
  figures.push(await measure("hucre reading the file", () => readXlsx(bytes)));
  figures.push(await measure("SheetJS (@e965/xlsx) reading the file", () => read(bytes, { dense: true })));
  if (hasOpenpyxl)
    figures.push(await measure("openpyxl reading the file", () => runPython(readAll, file), { times: 1 }));
  else console.log("openpyxl is not here: left out");
  print(figures);
  rmSync(folder, { recursive: true });
};
