import fc from "fast-check";
import { rawCell } from "../../src/workbook/xlsx/raw-cells";
import { readSheets, scanSheets, valueAt } from "../../src/xlsx/read";
import { noStrings } from "../../src/xlsx/read-strings";
import type { ReadCell, ReadValue } from "../../src/xlsx/read-types";
import { dateOf, serialOf } from "../../src/xlsx/serial-date";
import { createSheetScanner } from "../../src/xlsx/sheet-scan";
import { type SmallBook, smallBook, zipOf } from "./rezip";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const cellsOf = async (book: SmallBook, formulas = false): Promise<readonly ReadCell[]> => {
  const { sheets } = await readSheets(await smallBook(book), { formulas });
  return sheets[0]?.rows.flatMap(({ cells }) => cells) ?? [];
};
const first = async (book: SmallBook): Promise<ReadValue | null | undefined> =>
  (await cellsOf(book))[0]?.value;

describe("a cell's value", () => {
  it.each<[xml: string, value: ReadValue | undefined]>([
    ['<c r="A1"><v>1</v></c>', 1],
    ['<c r="A1" t="n"><v>-0.30000000000000004</v></c>', -0.30000000000000004],
    ["<c><v>1.5E+3</v></c>", 1500],
    ["<c><v>123456789012345678</v></c>", 123456789012345680],
    ["<c><v>0.1</v></c>", 0.1],
    ["<c><v> 7 </v></c>", 7],
    ["<c><v><![CDATA[8]]></v></c>", 8],
    ["<c><v><!-- no -->9</v></c>", 9],
    ["<c r='A1' t='b'><v>1</v></c>", true],
    ['<c t="b"><v>0</v></c>', false],
    ['<c t="e"><v>#N/A</v></c>', { error: "#N/A" }],
    ['<c t="str"><f>A2</f><v>果 &lt;1&gt; &amp;amp; &#x4E00;&#20108;</v></c>', "果 <1> &amp; 一二"],
    ['<c t="str"><f>A2</f><v></v></c>', ""],
    ['<c t="str"><f>A2</f><v/></c>', ""],
    ['<c t="str"><v>a_x000D_b_x005F_x000D_</v></c>', "a\rb_x000D_"],
    ['<c t="inlineStr"><is><t>一</t><rPh sb="0" eb="1"><t>yi</t></rPh></is></c>', "一"],
    [
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">一 </t></r><r><t>二</t></r></is></c>',
      "一 二",
    ],
    ['<c t="inlineStr"><is><t><![CDATA[<&>]]></t></is></c>', "<&>"],
    ['<c t="inlineStr"><is><t>a\r\nb</t></is></c>', "a\nb"],
    ['<c t="d"><v>2024-03-05</v></c>', { day: "2024-03-05" }],
    ['<c t="d"><v>2024-03-05T14:30:00Z</v></c>', { moment: "2024-03-05 14:30" }],
    ['<c t="d"><v>14:30:05.000</v></c>', { time: "14:30:05" }],
    ['<c t="d"><v>三月</v></c>', "三月"],
    ['<c t="n"><v>三</v></c>', "三"],
    ['<c s="5"/>', undefined],
    ['<c s=""><v>3</v></c>', 3],
    ["<c></c>", undefined],
    ["<c><v></v></c>", undefined],
    ["<c><f>1+1</f></c>", undefined],
    ['<c><f>1+1</f><v xml:space="preserve">2</v></c>', 2],
    ['<c t="s"><v>99</v></c>', ""],
  ])("%s is %j", async (xml, value) => {
    expect(await first({ sheet: `<row r="1">${xml}</row>` })).toEqual(value);
  });

  it.each<[strings: string, value: string]>([
    ["<si><t>一</t></si>", "一"],
    ['<si><t xml:space="preserve"> 二 </t></si>', " 二 "],
    ["<si><t/></si>", ""],
    ["<si/>", ""],
    ["<si><r><t>三</t></r><r><rPr><b/></rPr><t>四</t></r></si>", "三四"],
    ["<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>", "東京"],
    ["<x:si><x:t>五</x:t></x:si>", "五"],
    ["<si><t>a&lt;b _x0007_ 𠮷é</t></si>", "a<b \u0007 𠮷é"],
    [`<si><t>${"长".repeat(60)}</t></si>`, "长".repeat(60)],
  ])("shared string %s is %j", async (strings, value) => {
    expect(await first({ sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings })).toBe(value);
  });
});

describe("dates", () => {
  const styles = (id: number, code?: string): string =>
    (code === undefined ? "" : `<numFmts><numFmt numFmtId="${id}" formatCode="${code}"/></numFmts>`) +
    `<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;
  const read = (
    serial: number,
    id: number,
    code?: string,
    workbookPr?: string,
  ): Promise<ReadValue | null | undefined> =>
    first({
      sheet: `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`,
      styles: styles(id, code),
      ...(workbookPr === undefined ? {} : { workbookPr }),
    });

  it.each<[format: number | string, serial: number, value: ReadValue]>([
    [14, 45356, { day: "2024-03-05" }],
    [22, 45356.604166666664, { moment: "2024-03-05 14:30" }],
    [22, 45356, { moment: "2024-03-05 00:00" }],
    [14, 45356.5, { moment: "2024-03-05 12:00" }],
    [20, 0.375, { time: "09:00" }],
    [21, 0.3750115740740741, { time: "09:00:01" }],
    [20, 45356.375, { moment: "2024-03-05 09:00" }],
    [46, 1.0625, { time: "25:30:00" }],
    [27, 45356, { day: "2024-03-05" }],
    [31, 45356, { day: "2024-03-05" }],
    [36, 45356, { day: "2024-03-05" }],
    [50, 45356, { day: "2024-03-05" }],
    [58, 45356, { day: "2024-03-05" }],
    [32, 0.5, { time: "12:00" }],
    [55, 0.5, { time: "12:00" }],
    [0, 45356, 45356],
    [4, 45356, 45356],
    [49, 45356, 45356],
    ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", 45356, { day: "2024-03-05" }],
    ["[$-804]aaaa;@", 45356, { day: "2024-03-05" }],
    ["[DBNum1][$-804]yyyy\\年m\\月", 45356, { day: "2024-03-05" }],
    ["mm:ss.0", 0.5, { time: "12:00" }],
    ["[h]:mm", 2, { time: "48:00:00" }],
    ["[Red]0.00", 45356, 45356],
    ["0.00E+00", 45356, 45356],
    ["&quot;day &quot;0", 45356, 45356],
    ["#,##0\\d", 45356, 45356],
    ["General", 45356, 45356],
    ["G/通用格式&quot;年&quot;", 45356, 45356],
    ["0_);[Red]\\(0\\)", 45356, 45356],
    ["y".repeat(300), 45356, 45356],
    [14, 1, { day: "1900-01-01" }],
    [14, 59, { day: "1900-02-28" }],
    [14, 60, 60],
    [14, 61, { day: "1900-03-01" }],
    [14, 0, 0],
    [14, -1, -1],
    [14, 2958465, { day: "9999-12-31" }],
    [14, 2958466, 2958466],
    [22, 45356.99999999, { moment: "2024-03-06 00:00" }],
  ])("format %s makes %d %j", async (format, serial, value) => {
    expect(await (typeof format === "number" ? read(serial, format) : read(serial, 164, format))).toEqual(
      value,
    );
  });

  it("counts from 1904 where the workbook says so, and not where an extension says otherwise", async () => {
    const pr =
      '<workbookPr date1904="1"/><extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
    expect(await read(0, 14, undefined, pr)).toEqual({ day: "1904-01-01" });
    expect(await read(43894, 14, undefined, pr)).toEqual({ day: "2024-03-05" });
  });
});

describe("days as serials", () => {
  it("are what the records come to", () => {
    const serial = fc.oneof(
      fc.integer({ min: -3, max: 3_000_000 }),
      fc.integer({ min: 0, max: 60_000 * 1440 }).map((minutes) => minutes / 1440),
      fc.double({ min: -3, max: 3_000_000, noNaN: true }),
      fc.constantFrom(0, 59, 60, 61, 0.5, 0.99999999, 45356.99999999, 2_958_465, 2_958_465.9999999),
    );
    const kinds = fc.constantFrom("none", "day", "moment", "time", "elapsed");
    fc.assert(
      fc.property(serial, kinds, fc.boolean(), (value, kind, date1904) => {
        expect(rawCell(serialOf(value, kind, date1904))).toBe(rawCell(dateOf(value, kind, date1904)));
      }),
      { numRuns: 2000 },
    );
  });

  it("come so where they are asked for", async () => {
    const bytes = await smallBook({
      sheet: '<row r="1"><c r="A1" s="1"><v>45356</v></c><c r="B1" s="1"><v>45356.25</v></c></row>',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    });
    const { sheets } = await readSheets(bytes, { serials: true });
    expect(sheets[0]?.rows[0]?.cells.map(({ value }) => value)).toEqual([45356, 45356.25]);
  });
});

describe("rows and cells", () => {
  it("need no addresses", async () => {
    const { sheets } = await readSheets(
      await smallBook({
        sheet:
          '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c r="D1"><v>3</v></c><c><v>4</v></c></row>',
      }),
    );
    expect(sheets[0]?.rows).toEqual([
      {
        row: 0,
        cells: [
          { column: 0, value: 1 },
          { column: 1, value: 2 },
        ],
      },
      {
        row: 2,
        cells: [
          { column: 3, value: 3 },
          { column: 4, value: 4 },
        ],
      },
    ]);
  });

  it("come in order, whatever the file's", async () => {
    const { sheets } = await readSheets(
      await smallBook({
        sheet:
          '<row r="5"><c r="B5"><v>2</v></c><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>0</v></c></row>' +
          '<row r="5"><c r="C5"><v>3</v></c></row>',
      }),
    );
    expect(sheets[0]?.rows.map(({ row, cells }) => [row, ...cells.map(({ value }) => value)])).toEqual([
      [1, 0],
      [4, 1, 2, 3],
    ]);
  });

  it("are the same under a namespace prefix, with comments and instructions between", async () => {
    const book = {
      sheet:
        `\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><!-- <x:row r="9"> --><x:sheetData><x:row r="1"><?pi <x:c> ?>` +
        `<x:c r="A1" t="inlineStr"><x:is><x:t>一</x:t></x:is></x:c><!-- <x:c r="B1"><x:v>5</x:v></x:c> -->` +
        `<x:c r="C1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>` +
        `<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
    };
    expect(await cellsOf(book)).toEqual([
      { column: 0, value: "一" },
      { column: 2, value: 2 },
    ]);
    expect((await readSheets(await smallBook(book))).sheets[0]?.merges).toEqual(["A1:B1"]);
  });

  it("may be UTF-16", async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c t="str"><v>一</v></c></row></sheetData></worksheet>`;
    const utf16 = Buffer.from(xml, "utf16le");
    const relation = (type: string, target: string): string =>
      `<Relationships><Relationship Id="a" Type="x/${type}" Target="${target}"/></Relationships>`;
    const bytes = await zipOf([
      ["_rels/.rels", relation("officeDocument", "/xl/workbook.xml")],
      ["xl/workbook.xml", '<workbook><sheets><sheet name="表" id="a"/></sheets></workbook>'],
      ["xl/_rels/workbook.xml.rels", relation("worksheet", "sheet%201.xml")],
      ["xl/sheet 1.xml", new Uint8Array(utf16)],
    ]);
    expect((await readSheets(bytes)).sheets[0]?.rows[0]?.cells).toEqual([{ column: 0, value: "一" }]);
  });

  it("are the same when the part comes in pieces", async () => {
    // Over the size read at once, with rows longer than a piece.
    const long = "行".repeat(3000);
    const row = (r: number): string =>
      `<row r="${r}">${Array.from(
        { length: 40 },
        (_, c) => `<c r="${String.fromCharCode(65 + (c % 26))}${r}" t="str"><v>${r} ${c} ${long}</v></c>`,
      )
        .slice(0, 26)
        .join("")}</row>`;
    const sheet = Array.from({ length: 40 }, (_, i) => row(i + 1)).join("");
    const read: string[] = [];
    await scanSheets(await smallBook({ sheet }), {}, (_, { row: at, cells }) => {
      for (const { column, value } of cells)
        if (typeof value === "string") read.push(`${at} ${column} ${value.slice(0, 12)} ${value.length}`);
    });
    const expected = Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: 26 }, (_, c) => {
        const value = `${r + 1} ${c} ${long}`;
        return `${r} ${c} ${value.slice(0, 12)} ${value.length}`;
      }),
    ).flat();
    expect(read).toEqual(expected);
  });

  it("answer by column", () => {
    const row = {
      row: 0,
      cells: [1, 2, 5, 9].map((column) => ({ column, value: column * 10 })),
    };
    expect([0, 1, 2, 3, 5, 8, 9, 10].map((column) => valueAt(row, column))).toEqual([
      undefined,
      10,
      20,
      undefined,
      50,
      undefined,
      90,
      undefined,
    ]);
  });
});

describe("formulas", () => {
  it("are read where asked for, shared ones each in its own words", async () => {
    const book = {
      sheet:
        '<row r="1"><c r="A1"><f>_xlfn.MAXIFS(B:B,C:C,1)</f></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1&amp;$C$1</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f></f><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>',
    };
    expect(await cellsOf(book, true)).toEqual([
      { column: 0, value: null, formula: "=MAXIFS(B:B,C:C,1)" },
      { column: 1, value: 1, formula: "=C1&$C$1" },
      { column: 0, value: 5, formula: "=" },
      { column: 1, value: 2, formula: "=C2&$C$1" },
    ]);
    expect((await cellsOf(book)).map(({ formula }) => formula)).toEqual([undefined, undefined, undefined]);
  });

  it("are stepped over where nobody asks, however they are spelled and wherever a piece of the part ends", () => {
    const row = (x: string): string =>
      `<${x}row r="1"><${x}c r="A1"><${x}f>1&lt;2</${x}f><${x}v>1</${x}v></${x}c>` +
      `<${x}c r="B1"><${x}f ca="1">A1</${x}f><${x}v>2</${x}v></${x}c>` +
      `<${x}c r="C1"><${x}f/><${x}v>3</${x}v></${x}c><${x}c r="D1"><${x}f></${x}f ><${x}v>4</${x}v></${x}c>` +
      `<${x}c r="E1"><${x}f>A1<!-- </${x}f><${x}v>9</${x}v> -->+<![CDATA[<f>]]></${x}f><${x}v>5</${x}v></${x}c>` +
      `<${x}c r="F1"><${x}f>A1</${x}f></${x}c><${x}c r="G1"><${x}v>7</${x}v></${x}c></${x}row>`;
    for (const x of ["", "x:"]) {
      const bytes = new TextEncoder().encode(
        `<${x}worksheet><${x}sheetData>${row(x)}</${x}sheetData></${x}worksheet>`,
      );
      for (let cut = 0; cut < bytes.length; cut++) {
        const found: (ReadValue | null)[] = [];
        const scanner = createSheetScanner({
          strings: noStrings,
          dateKinds: [],
          date1904: false,
          onRow: ({ cells }) => found.push(...cells.map(({ value }) => value)),
        });
        scanner.push(bytes.slice(0, cut));
        scanner.push(bytes.slice(cut));
        scanner.end();
        expect(found).toEqual([1, 2, 3, 4, 5, 7]);
      }
    }
  });
});

describe("cells", () => {
  const drawn = fc.record({
    letters: fc.constantFrom("A", "B", "Z", "AB", "XFD"),
    style: fc.option(fc.constantFrom("0", "7", "123456789")),
    type: fc.option(fc.constantFrom("s", "n", "b", "e", "str")),
    text: fc.option(
      fc.constantFrom("0", "1", "3", "99", "-1", "1.5", "1e3", "12345678", "123456789012", "", "x"),
    ),
    row: fc.constantFrom("1", "", "12345678901234567890"),
  });
  const scanned = (xml: string, cut: number): unknown => {
    const bytes = new TextEncoder().encode(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
    const told: unknown[] = [];
    const scanner = createSheetScanner({
      strings: { text: (index) => `第${index}` },
      dateKinds: ["none", "none", "none", "none", "none", "none", "none", "day"],
      date1904: false,
      onRow: ({ cells }) => told.push(...cells),
      looks: {
        // What was said of a row that had not come whole is said again.
        row: () => void told.splice(0),
        cell: (...each) => told.push(each),
        done: () => undefined,
        outside: () => undefined,
      },
    });
    scanner.push(bytes.slice(0, cut % bytes.length));
    scanner.push(bytes.slice(cut % bytes.length));
    scanner.end();
    return told;
  };

  it("say the same in the commonest spelling and in others, wherever a piece of the part ends", () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 4 }), fc.nat(), (cells, cut) => {
        const spelled = (gap: string, end: string): string =>
          cells
            .map(({ letters, style, type, text, row }) => {
              const said = (name: string, value: string | null): string =>
                value === null ? "" : `${gap}${name}="${value}"`;
              const head = `<c${said("r", letters + row)}${said("s", style)}${said("t", type)}`;
              return text === null ? `${head}/>` : `${head}><v>${text}</v>${end}`;
            })
            .join("");
        const row = (inside: string): string => `<row r="1">${inside}<c r="XFD1"/></row>`;
        const usual = row(spelled(" ", "</c>"));
        const other = row(spelled("  ", " </c>"));
        expect(scanned(usual + " ".repeat(99), 0)).toEqual(scanned(other, 0));
        expect(scanned(usual, cut)).toEqual(scanned(other, 0));
      }),
      { numRuns: 500 },
    );
  });
});

describe("sheets", () => {
  it("are chosen by name", async () => {
    const bytes = await smallBook({ sheet: '<row r="1"><c><v>1</v></c></row>' });
    expect((await readSheets(bytes, { wanted: (name) => name !== "表" })).sheets).toEqual([]);
  });

  it.each(["__proto__", "constructor", "toString"])("may be called %s", async (sheetName) => {
    const { sheets } = await readSheets(
      await smallBook({ sheet: '<row r="1"><c><v>1</v></c></row>', sheetName }),
    );
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([[sheetName, 1]]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
