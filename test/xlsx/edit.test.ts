import { type Edit, editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import type { ReadBook } from "../../src/xlsx/read-types";
import { writeBook } from "../../src/xlsx/write";
import { everyFeature } from "./every-feature";
import { lint } from "./lint";
import { partsOf, smallBook, withPart } from "./rezip";

const everything = writeBook(everyFeature);

const read = (bytes: Uint8Array): Promise<ReadBook> => readSheets(bytes, { formulas: true });

/** "B5" style lines of a sheet's rows, for tables drawn by hand. */
const linesOf = (book: ReadBook, sheet: string, from: number, to: number): readonly string[] =>
  (book.sheets.find(({ name }) => name === sheet)?.rows ?? [])
    .filter(({ row }) => row + 1 >= from && row + 1 <= to)
    .map(({ row, cells }) => {
      const texts = cells.map(({ column, value, formula }) => {
        const shown =
          typeof value === "object" && value !== null ? Object.values(value).join() : String(value);
        return `${String.fromCharCode(65 + column)}:${formula ?? shown}`;
      });
      return `${row + 1} ${texts.join(" ")}`;
    });

const appendTwo: Edit = {
  kind: "append",
  table: "visits",
  rows: [
    [4, 45358, "示例丙", "男", 5, "=不是公式", undefined, undefined],
    [5, null, "示例丁", "女", null, null, null, 2020],
  ],
};

describe("editBook", () => {
  it("sets cells, keeping their style, and copies every other part as it is", async () => {
    const before = await everything;
    const after = await editBook(before, [
      {
        kind: "set",
        sheet: "来访登记",
        cells: [
          { at: "B4", content: 45400 },
          { at: "C4", content: "改名\n示例" },
          { at: "E5", content: null },
          { at: "G5", content: { formula: "=[@日期]+14" } },
          { at: "J20", content: true },
          { at: "A20", content: 7 },
        ],
      },
    ]);
    const book = await read(after);
    expect(linesOf(book, "来访登记", 4, 5)).toEqual([
      "4 A:1 B:2024-04-18 C:改名\n示例 D:男 E:1234.5 F:=1+1 G:=[@日期]+7 H:=YEAR([@日期]) J:@示例 K:=SUM(Visits[金额'[元']])",
      '5 A:2 B:2024-03-06 12:00 C:示例乙 D:女 F:+86 13800000000 G:=[@日期]+14 H:=YEAR([@日期]) J:#N/A K:=IFERROR(1/0,"错误")',
    ]);
    expect(linesOf(book, "来访登记", 20, 20)).toEqual(["20 A:7 J:true"]);
    const [old, now] = [await partsOf(before), await partsOf(after)];
    expect([...now.keys()]).toEqual([...old.keys()]);
    expect([...now].filter(([name, text]) => text !== old.get(name)).map(([name]) => name)).toEqual([
      "xl/worksheets/sheet1.xml",
    ]);
    expect(now.get("xl/worksheets/sheet1.xml")).toContain('<dimension ref="A1:K20"/>');
    expect(now.get("xl/worksheets/sheet1.xml")).toContain('<c r="A20" s="7"><v>7</v></c>');
    expect(await lint(after)).toEqual([]);
  });

  it("appends below the table and draws table, filter and rules down", async () => {
    const after = await editBook(await everything, [
      { kind: "set", sheet: "来访登记", cells: [{ at: "K7", content: null }] },
      appendTwo,
    ]);
    const book = await read(after);
    expect(book.sheets[0]?.tables[0]?.range).toBe("A3:H8");
    expect(linesOf(book, "来访登记", 7, 8)).toEqual([
      "7 A:4 B:2024-03-07 C:示例丙 D:男 E:5 F:=不是公式 G:=[@日期]+7 H:=YEAR([@日期])",
      '8 A:5 C:示例丁 D:女 G:=[@日期]+7 H:2020 K:=TEXTJOIN("、",TRUE,Visits[姓名])',
    ]);
    const parts = await partsOf(after);
    expect(parts.get("xl/tables/table1.xml")).toContain('<autoFilter ref="A3:H8"/>');
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect([...sheet.matchAll(/sqref="([^"]*)"/gu)].map((match) => match[1])).toEqual(
      "B4 A4:H8 D4:D8 C4:C8 D4:D8 B4:B8 A4:A8 E4:E8 F4:F8 C4:C8 G4:H8 F1:F1048576".split(" "),
    );
    // The new row has the styles of the row above.
    expect(/<c r="B8"[^>]*>/u.exec(sheet)?.[0]).toBe('<c r="B8" s="18"/>');
    expect(await lint(after)).toEqual([]);
  });

  it("sets cells of a row it has just appended, and appends below", async () => {
    const after = await editBook(await everything, [
      { kind: "set", sheet: "来访登记", cells: [{ at: "K7", content: null }] },
      appendTwo,
      {
        kind: "set",
        sheet: "来访登记",
        cells: [
          { at: "C8", content: "改名" },
          { at: "H8", content: null },
        ],
      },
      { kind: "append", table: "Visits", rows: [[6, null, "示例戊"]] },
    ]);
    const book = await read(after);
    expect(book.sheets[0]?.tables[0]?.range).toBe("A3:H9");
    expect(linesOf(book, "来访登记", 8, 9)).toEqual([
      '8 A:5 C:改名 D:女 G:=[@日期]+7 K:=TEXTJOIN("、",TRUE,Visits[姓名])',
      "9 A:6 C:示例戊 G:=[@日期]+7 H:=YEAR([@日期])",
    ]);
    expect((await partsOf(after)).get("xl/worksheets/sheet1.xml")).toContain('<dimension ref="A1:K9"/>');
    expect(await lint(after)).toEqual([]);
  });

  it("fills blank rows at a table's end before it grows", async () => {
    const after = await editBook(await everything, [
      { kind: "append", table: "Teams", rows: [["甲组", 5]] },
      { kind: "append", table: "Teams", rows: [["乙组"], ["丙组", 7]] },
    ]);
    const book = await read(after);
    expect(book.sheets[2]?.tables[0]?.range).toBe("D3:E6");
    expect(linesOf(book, "设置", 4, 6)).toEqual(["4 A:女 D:甲组 E:5", "5 A:/ D:乙组", "6 D:丙组 E:7"]);
    expect(await lint(after)).toEqual([]);
  });

  it("continues a column of formulas the table knows nothing of, as LibreOffice saves it", async () => {
    const bytes = await withPart(await everything, "xl/tables/table1.xml", (text) =>
      text.replaceAll(/<calculatedColumnFormula>.*?<\/calculatedColumnFormula>/gu, ""),
    );
    const clear: Edit = { kind: "set", sheet: "来访登记", cells: [{ at: "K7", content: null }] };
    const one: Edit = { kind: "append", table: "Visits", rows: [[4]] };
    const after = await editBook(bytes, [clear, one, one]);
    expect(linesOf(await read(after), "来访登记", 7, 8)).toEqual([
      "7 A:4 G:=[@日期]+7 H:=YEAR([@日期])",
      '8 A:4 G:=[@日期]+7 H:=YEAR([@日期]) K:=TEXTJOIN("、",TRUE,Visits[姓名])',
    ]);
  });

  it("appends to tables beside each other, each its own rows", async () => {
    const sheet = everyFeature.sheets[3];
    if (!sheet) throw new Error("no sheet");
    const table = (name: string, range: string) => ({
      name,
      range,
      columns: [{ name: `${name}甲` }, { name: `${name}乙` }],
      style: "",
      bandedRows: true,
      filterButtons: true,
    });
    const rows = (name: string) => [
      [`${name}甲`, `${name}乙`],
      [1, 2],
    ];
    const beside = {
      names: [],
      sheets: [
        {
          ...sheet,
          visibility: "visible" as const,
          blocks: [
            { at: "A1", rows: rows("左") },
            { at: "D1", rows: rows("右") },
          ],
          tables: [table("左", "A1:B2"), table("右", "D1:E2")],
        },
      ],
    };
    const after = await editBook(await writeBook(beside), [
      {
        kind: "append",
        table: "左",
        rows: [
          [3, 4],
          [5, 6],
          [7, 8],
        ],
      },
      {
        kind: "append",
        table: "右",
        rows: [
          [9, 10],
          [11, 12],
        ],
      },
      { kind: "append", table: "左", rows: [[13, 14]] },
    ]);
    const book = await read(after);
    expect(book.sheets[0]?.tables.map(({ range }) => range)).toEqual(["A1:B6", "D1:E4"]);
    expect(linesOf(book, sheet.name, 3, 6)).toEqual([
      "3 A:3 B:4 D:9 E:10",
      "4 A:5 B:6 D:11 E:12",
      "5 A:7 B:8",
      "6 A:13 B:14",
    ]);
    expect(await lint(after)).toEqual([]);
  });

  it.each<[string, Edit, string]>([
    ["a sheet that is not there", { kind: "set", sheet: "无", cells: [] }, "no-such-sheet"],
    ["a table that is not there", { kind: "append", table: "无", rows: [] }, "no-such-table"],
    ["content below the table", { kind: "append", table: "Below", rows: [[1], [2]] }, "occupied"],
  ])("refuses %s", async (_, edit, code) => {
    const sheet = everyFeature.sheets[3];
    if (!sheet) throw new Error("no sheet");
    const below = {
      names: [],
      sheets: [
        {
          ...sheet,
          visibility: "visible" as const,
          blocks: [{ at: "A1", rows: [["列"], [1], [null], ["合计"]] }],
          tables: [
            {
              name: "Below",
              range: "A1:A2",
              columns: [{ name: "列" }],
              style: "",
              bandedRows: true,
              filterButtons: true,
            },
          ],
        },
      ],
    };
    await expect(editBook(await writeBook(below), [edit])).rejects.toMatchObject({ code });
  });

  it("refuses a totals row", async () => {
    const totals = await withPart(await everything, "xl/tables/table2.xml", (text) =>
      text.replace('totalsRowShown="0"', 'totalsRowCount="1"'),
    );
    await expect(editBook(totals, [{ kind: "append", table: "Teams", rows: [[1]] }])).rejects.toMatchObject({
      code: "totals-row",
    });
  });

  it("gives followers of a shared formula their own when its first cell goes", async () => {
    const bytes = await smallBook({
      sheet:
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+"A1"</f><v>1</v></c></row>' +
        '<row r="2" spans="1:2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
        '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>',
    });
    const after = await editBook(bytes, [{ kind: "set", sheet: "表", cells: [{ at: "B1", content: 9 }] }]);
    expect(linesOf(await read(after), "表", 1, 3)).toEqual([
      "1 A:1 B:9",
      '2 A:2 B:=A2*$A$1+"A1"',
      '3 B:=A3*$A$1+"A1"',
    ]);
  });

  it("does not cut an array formula", async () => {
    const bytes = await smallBook({
      sheet: '<row r="1"><c r="B1"><f t="array" ref="B1:B3">A1:A3</f><v>1</v></c></row>',
    });
    const edit: Edit = { kind: "set", sheet: "表", cells: [{ at: "B1", content: 9 }] };
    await expect(editBook(bytes, [edit])).rejects.toMatchObject({ code: "array-formula" });
  });

  it("keeps a namespace prefix, comments and rows without addresses", async () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const bytes = await smallBook({
      sheet:
        `<x:worksheet xmlns:x="${main}"><!-- <x:row> --><x:dimension ref="A1"/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>` +
        `<x:row><x:c t="str"><x:f>A1</x:f><x:v><![CDATA[</x:row>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    const after = await editBook(bytes, [
      {
        kind: "set",
        sheet: "表",
        cells: [
          { at: "B1", content: "二" },
          { at: "A3", content: false },
        ],
      },
    ]);
    expect(linesOf(await read(after), "表", 1, 3)).toEqual(["1 A:1 B:二", "2 A:=A1", "3 A:false"]);
    const sheet = (await partsOf(after)).get("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<x:row r="3"><x:c r="A3" t="b"><x:v>0</x:v></x:c></x:row></x:sheetData>');
    expect(sheet).toContain('<x:dimension ref="A1:B3"/>');
  });

  it("fills a sheet without rows", async () => {
    const bytes = await smallBook({ sheet: '<worksheet><sheetData/><pageMargins left="1"/></worksheet>' });
    const after = await editBook(bytes, [{ kind: "set", sheet: "表", cells: [{ at: "C2", content: "一" }] }]);
    expect(linesOf(await read(after), "表", 1, 9)).toEqual(["2 C:一"]);
  });

  it("drops the calculation chain and asks for a full computation", async () => {
    const parts = await partsOf(await everything);
    const chained = await withPart(await everything, "[Content_Types].xml", (text) =>
      text.replace("</Types>", '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>'),
    );
    const related = await withPart(chained, "xl/_rels/workbook.xml.rels", (text) =>
      text.replace(
        "</Rel",
        '<Relationship Id="rId99" Type="http://x/relationships/calcChain" Target="calcChain.xml"/></Rel',
      ),
    );
    const stale = await withPart(related, "xl/workbook.xml", (text) => text.replace(/<calcPr[^>]*>/u, ""));
    const after = await partsOf(await editBook(stale, []));
    expect(after.get("[Content_Types].xml")).toBe(parts.get("[Content_Types].xml"));
    expect(after.get("xl/_rels/workbook.xml.rels")).toBe(parts.get("xl/_rels/workbook.xml.rels"));
    expect(after.get("xl/workbook.xml")).toContain('</definedNames><calcPr fullCalcOnLoad="1"/>');
  });
});
