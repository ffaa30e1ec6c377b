import fc from "fast-check";
import type { Book, Cell, Sheet } from "../../src/book/book";
import { readSheets } from "../../src/xlsx/read";
import type { ReadValue } from "../../src/xlsx/read-types";
import { writeBook } from "../../src/xlsx/write";
import { bareSheet, everyFeature } from "./every-feature";
import { lint } from "./lint";
import { partsOf } from "./rezip";

const bookOf = (sheet: Partial<Sheet>): Book => ({
  names: [],
  sheets: [{ ...bareSheet, name: "表", ...sheet }],
});

const valuesOf = async (bytes: Uint8Array): Promise<Map<string, ReadValue | null>> => {
  const { sheets } = await readSheets(bytes, { formulas: true });
  return new Map(
    sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) =>
        cells.map(({ column, value }) => [`${name} ${row} ${column}`, value] as const),
      ),
    ),
  );
};

describe("writeBook", () => {
  it("writes nothing that Excel would repair", async () => {
    expect(await lint(await writeBook(everyFeature))).toEqual([]);
  });

  it("gives equal bytes for equal books", async () => {
    expect(await writeBook(everyFeature)).toEqual(await writeBook(everyFeature));
  });

  it("has every program compute on opening", async () => {
    expect((await partsOf(await writeBook(everyFeature))).get("xl/workbook.xml")).toContain(
      'fullCalcOnLoad="1"',
    );
  });

  it("gives every value back to the reader", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        "=1+1",
        "+86 138",
        "-",
        "@a",
        "",
        " a ",
        "a\r\nb",
        "\u0000\u0007",
        "_x000D_",
        "\ud800",
        "𠮷野",
        "#N/A",
      ),
    );
    const value: fc.Arbitrary<string | number | boolean | null> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const grid = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(grid, fc.integer({ min: 0, max: 30 }), async (rows, top) => {
        const read = await valuesOf(await writeBook(bookOf({ blocks: [{ at: `C${top + 1}`, rows }] })));
        const given = rows.flatMap((cells, r) =>
          cells.flatMap((cell, c) => (cell === null ? [] : [[`表 ${top + r} ${c + 2}`, cell] as const])),
        );
        expect(read).toEqual(new Map(given));
      }),
      { numRuns: 150 },
    );
  });

  it("gives back rows so long that each is a piece of its own", async () => {
    const rows = [1, 2, 3].map((row) => Array.from({ length: 4000 }, (_, column) => row * 10_000 + column));
    const read = await valuesOf(await writeBook(bookOf({ blocks: [{ at: "A1", rows }] })));
    expect([...read.values()]).toEqual(rows.flat());
  });

  it("keeps formulas as Excel shows them, and their results", async () => {
    const { sheets } = await readSheets(await writeBook(everyFeature), { formulas: true });
    const row = sheets[0]?.rows.find((each) => each.row === 3);
    expect(row?.cells.filter((cell) => cell.formula !== undefined)).toEqual([
      { column: 6, value: { moment: "2024-03-12 00:00" }, formula: "=[@日期]+7" },
      { column: 7, value: null, formula: "=YEAR([@日期])" },
      { column: 10, value: 1234.4, formula: "=SUM(Visits[金额'[元']])" },
    ]);
  });

  it("styles rows to come by their columns, and only needed cells beside", async () => {
    const bytes = await writeBook(
      bookOf({
        blocks: [
          {
            at: "A1",
            rows: [
              ["头", "头"],
              [1, null],
            ],
          },
        ],
        looks: [
          { range: "A:B", look: { fontSize: 12 } },
          { range: "A1:B1", look: { bold: true } },
          { range: "A3:A1048576", look: { fill: "#FFFFFF" } },
        ],
      }),
    );
    const sheet = (await partsOf(bytes)).get("xl/worksheets/sheet1.xml") ?? "";
    expect(/<cols>.*<\/cols>/u.exec(sheet)?.[0]).toBe(
      '<cols><col min="1" max="1" width="9" style="3"/><col min="2" max="2" width="9" style="2"/></cols>',
    );
    expect(/<sheetData>.*<\/sheetData>/u.exec(sheet)?.[0]).toBe(
      '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>0</v></c></row>' +
        '<row r="2"><c r="A2" s="2"><v>1</v></c></row></sheetData>',
    );
  });

  const table = { style: "TableStyleLight1", bandedRows: true, filterButtons: true };
  const data: readonly (readonly Cell[])[] = [
    ["甲", "乙"],
    [1, 2],
  ];
  it.each<[string, Partial<Sheet>]>([
    [
      "a header unlike its column",
      {
        blocks: [{ at: "A1", rows: data }],
        tables: [{ ...table, name: "T", range: "A1:B2", columns: [{ name: "甲" }, { name: "丙" }] }],
      },
    ],
    [
      "a table without data rows",
      {
        blocks: [{ at: "A1", rows: data }],
        tables: [{ ...table, name: "T", range: "A1:B1", columns: [{ name: "甲" }, { name: "乙" }] }],
      },
    ],
    ["rows of different lengths", { blocks: [{ at: "A1", rows: [[1], [1, 2]] }] }],
    [
      "a list over 255 characters",
      {
        validations: [
          { range: "A1", ignoreBlank: true, rule: { kind: "list", source: `="${"长".repeat(256)}"` } },
        ],
      },
    ],
    ["a merge that is no range", { merges: ["A"] }],
    ["a name too long for a sheet", { name: "表".repeat(32) }],
    ["no visible sheet", { visibility: "hidden" }],
    ["a number that is none", { blocks: [{ at: "A1", rows: [[Number.NaN]] }] }],
    ["a colour that is none", { looks: [{ range: "A1", look: { fill: "red" } }] }],
  ])("refuses %s", async (_, sheet) => {
    await expect(writeBook(bookOf(sheet))).rejects.toThrow();
  });
});
