/** A book written to a file and read again is that book, up to its normal form; and its file is that file. */
import fc from "fast-check";
import type { Book } from "../../src/book/book";
import { periodOf } from "../../src/domain/report/period";
import { reportKeys } from "../../src/domain/report/report";
import { reports } from "../../src/domain/report/reports";
import { printBook, printKeys } from "../../src/workbook/plan/print-book";
import { reportBook } from "../../src/workbook/plan/report-sheets";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { openBook, readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write";
import { freshBook, sampleBook, today } from "../workbook/planned-site";
import { printedChanges, siteWith } from "../workbook/print/printed-site";
import { charted } from "./charted";
import { drawnBook } from "./drawn-book";
import { everyFeature } from "./every-feature";
import { normalBook } from "./normal-book";
import { partsOf } from "./rezip";

const reported = async (): Promise<Book> => {
  const site = await readSiteFile(await writeBook(sampleBook()));
  return reportBook(
    reportKeys.map((key) => {
      const { usual, make } = reports[key];
      return make(site, periodOf(usual === "now" ? "all" : usual, today), today);
    }),
  );
};

/** Everything that is printed, one sheet after the other. */
const printed = async (): Promise<Book> => {
  const site = await siteWith(printedChanges);
  const sheets = printKeys.flatMap((print) => printBook(site, { print, masked: false }, today)?.sheets ?? []);
  const named = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return { names: [], sheets: [...named.values()] };
};

describe.each<[string, () => Book | Promise<Book>]>([
  ["with every feature", () => everyFeature],
  ["with charts of every kind", () => charted],
  ["of a new site", freshBook],
  ["of a site with the sample", sampleBook],
  ["of all reports", reported],
  ["of all that is printed", printed],
])("a book %s", (_, make) => {
  let book: Book;
  let bytes: Uint8Array;
  beforeAll(async () => {
    book = await make();
    expect(book.sheets.length).toBeGreaterThan(0);
    bytes = await writeBook(book);
  });

  it("comes back from its file", async () => {
    const read = await readBook(bytes);
    expect(normalBook(read, book)).toEqual(normalBook(book, read));
  });

  it("is said to lose nothing", async () => {
    expect((await openBook(bytes)).lost).toEqual([]);
  });

  it("written again is the same file, part by part", async () => {
    const again = await writeBook(await readBook(bytes));
    expect(await partsOf(again)).toEqual(await partsOf(bytes));
    expect(again).toEqual(bytes);
  });
});

it("any book comes back from its file, which is written again as it was", async () => {
  await fc.assert(
    fc.asyncProperty(drawnBook, async (book) => {
      const bytes = await writeBook(book);
      const { book: read, lost } = await openBook(bytes);
      expect(normalBook(read, book)).toEqual(normalBook(book, read));
      expect(lost).toEqual([]);
      expect(await partsOf(await writeBook(read))).toEqual(await partsOf(bytes));
    }),
    { numRuns: 40 },
  );
});
