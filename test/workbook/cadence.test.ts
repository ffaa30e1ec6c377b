/** R5's table as people leave it: the days the sheet goes by, run by LibreOffice, are those the program reads. */
import type { Book, Value } from "../../src/book/book";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { freshBook } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

type Row = readonly [policy: string, grade: string, first: Value, earliest: Value, latest: Value];

const edits: Readonly<Record<string, { readonly rows: readonly Row[]; readonly C: readonly number[] }>> = {
  "as it was": { rows: [["000", "C", 1, 3, 7]], C: [1, 3, 7] },
  "edited, one day nought": { rows: [["000", "C", 0, 2, 5]], C: [0, 2, 5] },
  "halves, and days before": { rows: [["000", "C", 2.5, -1.5, 400]], C: [3, -2, 400] },
  "blanks and strokes": { rows: [["000", "C", null, "/", 5]], C: [1, 3, 5] },
  "the row is gone": { rows: [["003", "C", 9, 9, 9]], C: [1, 3, 7] },
  "two rows of one grade": {
    rows: [
      ["003", "C", 9, 9, 9],
      ["000", "C", 2, 4, 6],
      ["000", "C", 5, 8, 9],
    ],
    C: [2, 4, 6],
  },
  "the first of two half empty": {
    rows: [
      ["000", "C", 2, null, 6],
      ["000", "C", 5, 8, 9],
    ],
    C: [2, 8, 6],
  },
};

/** The table's rows begin like these; what is not said is left empty. */
const withCadence = (rows: readonly Row[]): Book => {
  const book = freshBook();
  // 设置 alone: it computes without the rest.
  return {
    names: book.names.filter(({ refersTo }) => refersTo.startsWith("=设置!")),
    sheets: book.sheets.flatMap((sheet) =>
      sheet.name !== "设置"
        ? []
        : {
            ...sheet,
            validations: [],
            blocks: sheet.blocks.map((block) => {
              const [heads, ...lines] = block.rows;
              if (heads?.[0] !== "政策") return block;
              return {
                ...block,
                rows: [heads, ...lines.map((_, at) => rows[at] ?? [null, null, null, null, null])],
              };
            }),
          },
    ),
  };
};

describeWith("LibreOffice", hasLibreOffice)("the days that are gone by (R5)", () => {
  const results = new Map<string, Uint8Array>();

  beforeAll(async () => {
    const names = Object.keys(edits);
    const paths: string[] = [];
    for (const [at, { rows }] of Object.values(edits).entries())
      paths.push(files.write(`cadence-${at}.xlsx`, await writeBook(withCadence(rows))));
    recalculate(paths, files.folder).forEach((bytes, at) => results.set(names[at] ?? "", bytes));
  });

  test.each(Object.entries(edits))("%s", async (name, { C }) => {
    const bytes = results.get(name) ?? new Uint8Array();
    const settings = (await readSheets(bytes)).sheets.find((sheet) => sheet.name === "设置");
    // 现行周期 stands right of the table: 级别 in O, then its days.
    const line = settings?.rows.find((row) => valueAt(row, 14) === "C");
    expect([15, 16, 17].map((column) => line && valueAt(line, column))).toEqual(C);
    const { first, earliest, latest } = (await readSiteFile(bytes)).site.cadence.C;
    expect([first, earliest, latest]).toEqual(C);
  });
});
