/**
 * What a workbook costs whoever opens it in a plain spreadsheet: every formula computed anew by LibreOffice, the whole
 * and column by column, at two sizes. Twice the rows take twice the time where a column grows with them, four times
 * where it grows with their square.
 *
 * LibreOffice (7.4 and 25.2 alike) has no index: a row's MAXIFS reads the whole register, an exact MATCH reads up to
 * its row, a cell at about the same cost. Excel 365 from version 2005 on keeps an index of the range that SUMIFS,
 * COUNTIFS, MAXIFS and MINIFS search, and uses it again for the next row (Microsoft, "Excel performance: Performance
 * and limit improvements"); it cannot be tried here.
 *
 * Tried in LibreOffice 7.4 to find a client sooner, and found no better: VLOOKUP and COUNTIF instead of MATCH, ranges
 * instead of table columns, numbers instead of text, without wildcards (all some 30 ns a cell); SUMPRODUCT and LOOKUP
 * over text (70 to 120 ns). Two exact MATCHes of one number in one row are one already. A MATCH of type 1 is soon done,
 * but wants rows in the order of their numbers, and registers are in that of their days.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeBook } from "../src/xlsx/write";
import { siteOf } from "./large-site";
import { python } from "./peers";

const script = path.join(__dirname, "recalc.py");
/** Three contacts each. 20,000 take LibreOffice many minutes. */
const most = Number(process.env["BENCH_CLIENTS"] ?? 4000);

const hasLibreOffice =
  process.platform === "linux" &&
  spawnSync("soffice", ["--version"]).status === 0 &&
  spawnSync(python, ["-c", "import uno"]).status === 0;

interface Figure {
  /** Of a column its sheet and caption; nothing for the whole. */
  readonly name: string;
  readonly seconds: number;
}

const figuresOf = async (count: number): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-recalc-"));
  try {
    const file = path.join(folder, "site.xlsx");
    writeFileSync(file, await writeBook(siteOf(count)));
    return execFileSync(python, [script, file, folder], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Figure);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Below that a figure is chance. Seconds. */
const noise = 0.1;

export const run = async (): Promise<void> => {
  if (!hasLibreOffice) {
    console.log("left out: no LibreOffice with Python's uno here");
    return;
  }
  const half = await figuresOf(most / 2);
  const whole = await figuresOf(most);
  console.log(`processor seconds at ${most / 2} and ${most} clients, three contacts each`);
  const atHalf = new Map(half.map(({ name, seconds }) => [name, seconds]));
  for (const { name, seconds } of whole) {
    const before = atHalf.get(name) ?? 0;
    const growth = before < noise ? "" : `  ×${(seconds / before).toFixed(1)}`;
    console.log(
      `${before.toFixed(2).padStart(9)} ${seconds.toFixed(2).padStart(9)}${growth.padEnd(7)}  ${name || "the whole workbook"}`,
    );
  }
};
