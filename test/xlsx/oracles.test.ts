import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import type { ReadBook } from "../../src/xlsx/read-types";
import { writeBook } from "../../src/xlsx/write";
import { everyFeature } from "./every-feature";
import {
  describeWith,
  hasLibreOffice,
  hasOpenpyxl,
  hasValidator,
  openpyxl,
  recalculate,
  temporaryFiles,
  validate,
} from "./tools";

/** What dump.py says of a sheet, as far as it is looked at here. */
interface DumpedSheet {
  readonly name: string;
  readonly looks: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, string>>;
  readonly [feature: string]: unknown;
}
interface DumpedBook {
  readonly sheets: readonly DumpedSheet[];
  readonly names: Readonly<Record<string, string>>;
  readonly fullCalcOnLoad: boolean;
}

const files = temporaryFiles();
afterAll(() => files.remove());

let every = "";
let edited = "";

const edit = (bytes: Uint8Array): Promise<Uint8Array> =>
  editBook(bytes, [
    {
      kind: "set",
      sheet: "来访登记",
      cells: [
        { at: "B4", content: 45000 },
        { at: "K8", content: null },
      ],
    },
    {
      kind: "append",
      table: "Visits",
      rows: [
        [4, 45400, "示例丙 & <丁>", "男", 8.5, "=文字", undefined, undefined],
        [5, 45401, "示例戊", "女"],
      ],
    },
    {
      kind: "append",
      table: "Teams",
      rows: [
        ["甲组", 5],
        ["乙组", 6],
      ],
    },
  ]);

beforeAll(async () => {
  const bytes = await writeBook(everyFeature);
  every = files.write("every.xlsx", bytes);
  // Row 7 of the sample holds a formula beside the table, row 8 another.
  edited = files.write("edited.xlsx", await edit(bytes));
});

describeWith("Open XML SDK validator", hasValidator)("for the Open XML SDK", () => {
  it("what we write and what we edit is valid", () => {
    expect(validate([every, edited])).toEqual([]);
  });
});

describeWith("openpyxl", hasOpenpyxl)("for openpyxl", () => {
  let book: DumpedBook;
  let sheet: DumpedSheet;
  beforeAll(() => {
    const [dump] = openpyxl("book", [every]);
    book = dump?.found as DumpedBook;
    sheet = book.sheets[0] as DumpedSheet;
  });

  it("sheets are there with visibility, tab, grid lines, freeze and protection", () => {
    expect(
      book.sheets.map(({ name, state, tab, gridlines, freeze }) => [name, state, tab, gridlines, freeze]),
    ).toEqual([
      ["来访登记", "visible", "FFC00000", false, "B4"],
      ["a b-表", "hidden", null, null, "C1"],
      ["设置", "visible", null, null, null],
      ["_记录", "veryHidden", null, null, null],
    ]);
    // In a file "true" forbids.
    expect(book.sheets.map(({ protection }) => protection)).toEqual([
      { on: false, formatColumns: true, sort: true, autoFilter: true, password: null },
      { on: false, formatColumns: true, sort: true, autoFilter: true, password: null },
      { on: true, formatColumns: false, sort: true, autoFilter: false, password: null },
      { on: true, formatColumns: true, sort: true, autoFilter: true, password: null },
    ]);
  });

  it("text is text, whatever it begins with", () => {
    expect(["F4", "F5", "J3", "J4", "J5", "J6"].map((cell) => sheet.types[cell])).toEqual([
      "s",
      "s",
      "s",
      "s",
      "s",
      "s",
    ]);
  });

  it("widths, heights, merges and links arrive", () => {
    expect(sheet["widths"]).toMatchObject({ A: [8, false], B: [12.5, false], F: [30, false], L: [10, true] });
    expect(sheet["heights"]).toEqual({ 1: [36, false], 7: [null, true] });
    expect(sheet["defaultHeight"]).toEqual([22, true]);
    expect(sheet["merges"]).toEqual(["A1:H1", "A2:H2"]);
    expect(sheet["links"]).toEqual({ J4: ["设置!A1", "去设置"], J5: ["'a b-表'!B2", null] });
  });

  it.each([
    [
      "A1",
      { font: ["宋体", 18, true, false, null], align: ["center", "center", false], border: [null, null] },
    ],
    [
      "B3",
      {
        font: ["宋体", 12, true, false, null],
        color: "FF1F3864",
        fill: "FFD9E1F2",
        border: ["thin", "FF808080"],
      },
    ],
    [
      "B4",
      {
        font: ["宋体", 12, false, false, null],
        format: "yyyy-mm-dd",
        border: ["thin", "FF808080"],
        fill: null,
      },
    ],
    ["B6", { format: "yyyy-mm-dd", border: ["thin", "FF808080"] }],
    ["E4", { format: "#,##0.00", locked: true }],
    ["F4", { format: "@", align: [null, "center", true], locked: false }],
    ["C5", { font: ["宋体", 12, false, true, "single"] }],
    ["J1", { font: ["宋体", 18, true, false, null] }],
    ["J3", { font: ["宋体", 11, false, false, null] }],
  ])("%s looks as planned", (cell, look) => {
    expect(sheet.looks[cell]).toMatchObject(look);
  });

  it("tables, their calculated columns and style", () => {
    expect(book.sheets.map(({ tables }) => tables)).toEqual([
      [
        {
          name: "Visits",
          ref: "A3:H6",
          filter: "A3:H6",
          columns: [
            ...["编号", "日期", "姓名", "性别", "金额[元]", "备注\n多行"].map((name) => [name, null]),
            ["到期", "Visits[[#This Row],[日期]]+7"],
            ["年份", "YEAR(Visits[[#This Row],[日期]])"],
          ],
          style: ["TableStyleLight9", true],
        },
      ],
      [],
      [
        {
          name: "Teams",
          ref: "D3:E4",
          filter: null,
          columns: [
            ["组", null],
            ["人数", null],
          ],
          style: ["TableStyleMedium2", false],
        },
      ],
      [],
    ]);
  });

  it("validations with their alerts and prompts", () => {
    const rules = sheet["validations"] as readonly Record<string, unknown>[];
    expect(rules.map(({ range, rule, blank }) => [range, rule, blank])).toEqual([
      ["D4:D6", ["list", null, "列表_性别", null], true],
      ["B4:B6", ["date", null, "36526", "今天"], true],
      ["A4:A6", ["whole", "greaterThanOrEqual", "1", null], false],
      ["E4:E6", ["decimal", "lessThan", "100000000", null], true],
      ["F4:F6", ["textLength", "notBetween", "300", "400"], true],
      ["C4:C6", ["custom", null, "AND(LEN(C4)>0,COUNTIF($C$4:$C$6,C4)=1)", null], true],
      ["G4:H6", [null, null, null, null], true],
    ]);
    expect(rules[0]).toMatchObject({
      error: [true, null, "性别", "请从列表里选\n或填 /"],
      prompt: [true, "性别", "男、女或 /"],
    });
    expect(rules.slice(1, 3).map(({ error }) => error)).toEqual([
      [true, "warning", "日期", "不晚于今天"],
      [true, "information", "编号", "从 1 起"],
    ]);
    expect(rules[6]).toMatchObject({ prompt: [true, "算出来的", "这一列由公式得出，不用填"] });
  });

  it("highlights in their order", () => {
    expect(sheet["highlights"]).toEqual([
      {
        range: "A4:H6",
        formula: 'AND($B4<>"",$B4<今天)',
        priority: 1,
        stop: true,
        fill: "FFFFC7CE",
        font: [true, null, "FF9C0006"],
        border: null,
      },
      {
        range: "D4:D6",
        formula: '$D4="×"',
        priority: 2,
        stop: null,
        fill: null,
        font: [false, true, "FF808080"],
        border: null,
      },
      {
        range: "C4:C6",
        formula: "COUNTIF($C$4:$C$6,$C4)>1",
        priority: 3,
        stop: null,
        fill: null,
        font: [false, null, null],
        border: "FFFF0000",
      },
    ]);
  });

  it("print setup, title rows, header and footer", () => {
    expect(sheet["print"]).toEqual({
      orientation: "landscape",
      paper: 9,
      fit: [true, 1, 0],
      titles: "$1:$3",
      header: "案场 && 登记",
      footer: "第 &P 页，共 &N 页",
      margins: [0.5, 1, 0.25, 0.25],
      centered: true,
    });
    expect(book.sheets[1]?.["print"]).toMatchObject({ titles: "$2:$2", orientation: "portrait" });
  });

  it("names and the wish for a full computation", () => {
    expect(book.names).toEqual({
      今天: "设置!$B$1",
      列表_性别: "设置!$A$3:$A$5",
      最近一次: "_xlfn.MAXIFS(Visits[日期],Visits[编号],1)",
    });
    expect(book.fullCalcOnLoad).toBe(true);
  });
});

const column = (book: ReadBook, sheet: number, letter: string): readonly unknown[] =>
  (book.sheets[sheet]?.rows ?? []).flatMap(({ row, cells }) =>
    cells.filter((cell) => cell.column === letter.charCodeAt(0) - 65).map(({ value }) => [row + 1, value]),
  );

describeWith("LibreOffice", hasLibreOffice)("for LibreOffice", () => {
  let written: ReadBook;
  let changed: ReadBook;
  let saved: Uint8Array;
  beforeAll(async () => {
    const [first, second] = recalculate([every, edited], files.folder);
    if (!first || !second) throw new Error("nothing saved");
    saved = first;
    written = await readSheets(first);
    changed = await readSheets(second);
  });

  it("formulas with structured references and young functions compute", () => {
    expect(column(written, 0, "K").slice(1)).toEqual([
      [3, 45356],
      [4, 1234.4],
      [5, "错误"],
      [6, { error: "#N/A" }],
      [7, true],
      [8, "示例甲、示例乙、  前后空格 "],
    ]);
    expect(column(written, 0, "H").slice(1, 3)).toEqual([
      [4, 2024],
      [5, 2024],
    ]);
  });

  it("appended rows have computed columns and count in formulas", () => {
    expect(column(changed, 0, "H").slice(1)).toEqual([
      [4, 2023],
      [5, 2024],
      [6, 1899], // LibreOffice's year of an empty date
      [7, 2024],
      [8, 2024],
    ]);
    expect(column(changed, 0, "G").at(-1)).toEqual([8, { moment: "2024-04-26 00:00" }]);
    expect(column(changed, 0, "K").slice(1, 3)).toEqual([
      [3, 45400],
      [4, 1242.9],
    ]);
  });

  it("what it saved can be edited in place", async () => {
    const again = await readSheets(await edit(saved), { formulas: true });
    expect(again.sheets[0]?.tables[0]?.range).toBe("A3:H8");
    expect(again.sheets[0]?.rows.find(({ row }) => row === 7)?.cells).toEqual([
      { column: 0, value: 5 },
      { column: 1, value: { day: "2024-04-19" } },
      { column: 2, value: "示例戊" },
      { column: 3, value: "女" },
      { column: 6, value: null, formula: "=[@日期]+7" },
      { column: 7, value: null, formula: "=YEAR([@日期])" },
    ]);
  });

  describeWith("openpyxl", hasOpenpyxl)("and openpyxl", () => {
    it("what it saved and we edited opens", async () => {
      const path = files.write("saved-edited.xlsx", await edit(saved));
      expect(openpyxl("values", [path]).map(({ error }) => error)).toEqual([undefined]);
    });
  });
});
