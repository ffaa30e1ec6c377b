import fc from "fast-check";
import type { Sheet } from "../../src/book/book";
import { rowNumbersOf } from "../../src/domain/register/old-sheet/left-out-rows";
import type { OldCells } from "../../src/domain/register/old-sheet/old-cells";
import { oldTablesIn } from "../../src/domain/register/old-sheet/old-tables";
import { reasonOf } from "../../src/cli/reason";
import { OldFileRefused } from "../../src/workbook/xlsx/old-file-refusal";
import { oldFileLimits, readOldFile } from "../../src/workbook/xlsx/old-file";
import { readCsv } from "../../src/workbook/xlsx/csv";
import { writeBook } from "../../src/xlsx/write";
import { partsOf, withPart, zipOf } from "../xlsx/rezip";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const bytes = (value: Buffer | string, encoding: BufferEncoding = "latin1"): Uint8Array =>
  new Uint8Array(typeof value === "string" ? Buffer.from(value, encoding) : value);

/** "日期,姓名\r\n3月5日,张三" in GB18030, as Excel in China writes a .csv. */
const gb18030 = bytes("c8d5c6da2cd0d5c3fb0d0a33d4c235c8d52cd5c5c8fd", "hex");
const plainRows = [
  ["日期", "姓名"],
  ["3月5日", "张三"],
];
const plainText = "日期,姓名\r\n3月5日,张三";

/** The refusal's code, or the rows. */
const read = async (file: Uint8Array, name = "旧表.csv"): Promise<unknown> => {
  try {
    return (await readOldFile(file, name))[0]?.rows;
  } catch (fault) {
    if (fault instanceof OldFileRefused) return fault.code;
    throw fault;
  }
};

test("a number shown as 1.38E+10 that has no more digits is read as it is shown, as from a .csv", async () => {
  const sheet: Sheet = {
    name: "旧表",
    visibility: "visible",
    showGridlines: true,
    blocks: [{ at: "A1", rows: [[13800000000, 13803791234, 13800000000, 13800000000, 13800000000]] }],
    looks: [
      { range: "A1:B1", look: { numberFormat: "0.00E+00" } },
      { range: "C1", look: { numberFormat: "##0.0E+0" } },
      { range: "D1", look: { numberFormat: "0" } },
    ],
    columns: [],
    rows: [],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
  };
  expect(await read(await writeBook({ names: [], sheets: [sheet] }), "旧表.xlsx")).toEqual([
    ["1.38E+10", 13803791234, "1.38E+10", 13800000000, 13800000000],
  ]);
});

describe("a .csv", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", text(plainText)],
    ["UTF-8 with its mark", text(`\uFEFF${plainText}`)],
    ["GB18030", gb18030],
    ["UTF-16 LE with its mark", bytes(`\uFEFF${plainText}`, "utf16le")],
    ["UTF-16 BE with its mark", bytes(Buffer.from(`\uFEFF${plainText}`, "utf16le").swap16())],
    ["UTF-16 LE", bytes("2023,1\r\n2024,2\r\n".repeat(9), "utf16le")],
  ])("in %s reads the same", async (name, file) => {
    const [sheet] = await readOldFile(file, "2023年来访.csv");
    expect(sheet).toMatchObject({ sheet: "2023年来访", firstRow: 1, hiddenSheet: false, merges: [] });
    if (name === "UTF-16 LE")
      expect(sheet?.rows.slice(0, 2)).toEqual([
        ["2023", "1"],
        ["2024", "2"],
      ]);
    else expect(sheet?.rows).toEqual(plainRows);
  });

  test.each<[string, string, unknown]>([
    [
      "semicolons",
      "日期;姓名\n1;张三,李四\n2;王五",
      [
        ["日期", "姓名"],
        ["1", "张三,李四"],
        ["2", "王五"],
      ],
    ],
    [
      "tabs",
      "日期\t姓名\n1\t张三，三口之家,改善",
      [
        ["日期", "姓名"],
        ["1", "张三，三口之家,改善"],
      ],
    ],
    [
      "a title of one cell above",
      "来访登记表 2023年\n日期,姓名\n1,张三",
      [["来访登记表 2023年"], ["日期", "姓名"], ["1", "张三"]],
    ],
    [
      "what says its separator",
      "sep=;\r\n日期;姓名\r\n1;a,b,c,d",
      [
        ["sep=", null],
        ["日期", "姓名"],
        ["1", "a,b,c,d"],
      ],
    ],
    [
      "quotes and line breaks",
      '姓名,备注\n张三,"说""再看看""\n下周来"\n李四,',
      [
        ["姓名", "备注"],
        ["张三", '说"再看看"\n下周来'],
        ["李四", null],
      ],
    ],
    [
      "numbers kept text",
      '姓名,手机\n张三,="13803791234"',
      [
        ["姓名", "手机"],
        ["张三", "13803791234"],
      ],
    ],
    [
      "blank rows at the end",
      "姓名,手机\n张三,1\n,\n\n",
      [
        ["姓名", "手机"],
        ["张三", "1"],
      ],
    ],
    [
      "an inch mark within a cell",
      '姓名,备注\n张三,要 5" 的\n李四,"好"',
      [
        ["姓名", "备注"],
        ["张三", '要 5" 的'],
        ["李四", "好"],
      ],
    ],
    [
      "a formula, which stays text",
      "姓名,备注\n张三,=HYPERLINK(1)",
      [
        ["姓名", "备注"],
        ["张三", "=HYPERLINK(1)"],
      ],
    ],
    ["a quotation mark left open", '姓名,备注\n张三,"好\n李四,好', "quotes"],
    ["a cell no workbook holds", `姓名\n${"长".repeat(oldFileLimits.letters + 1)}`, "longCell"],
    ["more columns than a sheet has", ",".repeat(oldFileLimits.columns), "wide"],
  ])("with %s", async (_, said, found) => {
    expect(await read(text(said))).toEqual(found);
  });

  test("a few broken bytes are said, not read as other characters", async () => {
    const broken = text("日期,姓名,备注\n3月5日,张三,很好的客户\n".repeat(30));
    broken[40] = 0xff;
    expect(await read(broken)).toBe("brokenText");
  });

  test("limits count from the first cell to the last", () => {
    const limits = { rows: 3, columns: 3, cells: 6, letters: 5 };
    expect(readCsv("1,2\n3,4\n5,6", limits)).toHaveLength(3);
    expect(() => readCsv("1\n2\n3\n4", limits)).toThrow(OldFileRefused);
    expect(() => readCsv("1,2\n3,4\n5,6,7", limits)).toThrow(OldFileRefused);
  });

  test("law: what is written with quotes comes back cell by cell", async () => {
    const cell = fc.string({ unit: fc.constantFrom("张", "1", ",", ";", "\t", '"', "\n", "，", "a") });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const quoted = (each: string): string => `"${each.replaceAll('"', '""')}"`;
        const headed = [rows[0]?.map((_, at) => `列${at}`) ?? [], ...rows, rows[0]?.map(() => "尾") ?? []];
        const written = headed.map((row) => row.map(quoted).join(",")).join("\r\n");
        expect(await read(text(written))).toEqual(
          headed.map((row) => {
            const cells = row.map((each) => (each === "" ? null : (/^="([^"]*)"$/u.exec(each)?.[1] ?? each)));
            // A blank row is none of a workbook's cells, either.
            return cells.every((cell) => cell === null) ? [] : cells;
          }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

const container = (inside: string): Uint8Array =>
  new Uint8Array([
    ...bytes("d0cf11e0a1b11ae1", "hex"),
    ...Buffer.alloc(600),
    ...Buffer.from(inside, "utf16le"),
  ]);

describe("what is no table of ours to read is named", () => {
  test.each<[string, string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["nothing", "a.csv", "empty", () => new Uint8Array(0)],
    ["an old .xls", "旧表.xls", "xls", () => container("Workbook")],
    ["an old .xls called .xlsx", "旧表.xlsx", "xls", () => container("Workbook")],
    ["a WPS .et", "旧表.et", "et", () => container("Workbook")],
    ["an encrypted .xlsx", "旧表.xlsx", "encrypted", () => container("EncryptedPackage")],
    ["an old .doc", "旧表.doc", "word", () => container("WordDocument")],
    [
      "a .docx",
      "旧表.docx",
      "word",
      () =>
        zipOf([
          ["[Content_Types].xml", "<Types/>"],
          ["word/document.xml", "<a/>"],
        ]),
    ],
    [
      "an .ods",
      "旧表.ods",
      "ods",
      () => zipOf([["mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a"]]),
    ],
    ["an archive", "旧表.zip", "archive", () => zipOf([["旧表.txt", "a"]])],
    [
      "a workbook of more sheets than anybody can turn over",
      "旧表.xlsx",
      "too-many-sheets",
      () =>
        zipOf([
          ["[Content_Types].xml", "<Types/>"],
          ...Array.from({ length: 22_000 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, ""] as const),
        ]),
    ],
    ["a .pdf", "旧表.pdf", "pdf", () => text("%PDF-1.7\n")],
    ["a picture", "旧表.png", "picture", () => bytes("89504e470d0a1a0a0000000d", "hex")],
    [
      "a web page called .xls",
      "旧表.xls",
      "webPage",
      () => text("<html><table><tr><td>1</td></tr></table></html>"),
    ],
    ["zeros", "旧表.csv", "not-a-workbook", () => new Uint8Array(900)],
    ["half an .xlsx", "旧表.xlsx", "truncated", async () => (await writeBook(book([]))).slice(0, 900)],
  ])("%s", async (_, name, code, file) => {
    expect(await read(await file(), name)).toBe(code);
  });

  test("in both tongues, with what to do", () => {
    const refused = new OldFileRefused("xls");
    expect(refused.message).toMatch(
      /\.xls 文件；请用 Excel 或 WPS 打开，另存为“Excel 工作簿 \(\.xlsx\)”再试$/u,
    );
    expect(refused.en).toContain("save it as");
    expect(reasonOf(refused)).toBe(`${refused.message}。(${refused.en})`);
  });

  test.each([
    [
      Uint8Array.of(1, 0, 2, 0, 0, 3),
      "a.csv",
      "这不是表格文件；请选 .xlsx 或 .csv 文件。(This is no table. Choose an .xlsx or .csv file. [zero bytes])",
    ],
    [
      new TextEncoder().encode('日期,姓名\n3月5日,"张三'),
      "a.csv",
      "第 2 行：引号没有成对，后面的行会混成一格；请用 Excel 或 WPS 打开核对后，另存为“Excel 工作簿 (.xlsx)”再试。" +
        "(row 2: A quotation mark is not closed; rows would run together. Check it in Excel and save it as “Excel Workbook (.xlsx)”.)",
    ],
    [
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      "a.xlsx",
      "文件不完整，可能没有下载或同步完；请重新取得这份文件再试。(The file is incomplete, perhaps not fully downloaded. Fetch it again. [no end of central directory])",
    ],
  ])("each tongue says all by itself: %#", async (bytes, name, said) => {
    const fault: unknown = await readOldFile(bytes, name).catch((cause: unknown) => cause);
    expect(reasonOf(fault)).toBe(said);
  });
});

const sheet = (name: string, more: Partial<Sheet>): Sheet => ({
  name,
  visibility: "visible",
  showGridlines: true,
  blocks: [{ at: "A1", rows: [["日期", "姓名"]] }],
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
  ...more,
});
const book = (sheets: readonly Sheet[]) => ({ names: [], sheets: [...sheets, sheet("末页", {})] });

describe("an .xlsx", () => {
  test("hidden sheets come marked, the cells of hidden rows and columns like any, merged areas within what is in use", async () => {
    const file = await writeBook(
      book([
        sheet("2023", {
          blocks: [
            {
              at: "B2",
              rows: [
                ["日期", "姓名", "备注"],
                [45000, "张三", "好"],
                [null, "李四", null],
              ],
            },
          ],
          merges: ["B3:B4", "D3:D900"],
          rows: [{ row: 2, hidden: true }],
          columns: [
            { column: 3, width: 10, hidden: true },
            { column: 9, width: 10, hidden: true },
          ],
        }),
        sheet("藏着", { visibility: "hidden" }),
        sheet("空的", { blocks: [] }),
      ]),
    );
    const sheets = await readOldFile(file, "a.xlsx");
    expect(sheets.map(({ sheet: name, hiddenSheet }) => [name, hiddenSheet])).toEqual([
      ["2023", false],
      ["藏着", true],
      ["末页", false],
    ]);
    expect(sheets[0]).toMatchObject({
      firstRow: 1,
      rows: [[], [null, "日期", "姓名", "备注"], [null, 45000, "张三", "好"], [null, null, "李四"]],
      merges: [
        { top: 2, left: 1, bottom: 3, right: 1 },
        { top: 2, left: 3, bottom: 3, right: 3 },
      ],
    });
  });

  test("days of the 1904 system are serials of the 1900 system, errors their text", async () => {
    const written = await writeBook(
      book([
        sheet("2023", {
          blocks: [
            {
              at: "A1",
              rows: [
                ["日期", "面积"],
                [43000, { formula: "=1/0", value: "#DIV/0!" }],
              ],
            },
          ],
          looks: [{ range: "A2:A2", look: { numberFormat: "yyyy-mm-dd" } }],
        }),
      ]),
    );
    const in1900 = (await readOldFile(written, ""))[0]?.rows;
    expect(in1900?.[1]).toEqual([43000, "#DIV/0!"]);
    const in1904 = await withPart(written, "xl/workbook.xml", (part) =>
      part.includes("<workbookPr")
        ? part.replace("<workbookPr", '<workbookPr date1904="1"')
        : part.replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
    );
    expect((await readOldFile(in1904, ""))[0]?.rows[1]).toEqual([44462, "#DIV/0!"]);
  });

  test("days are told from numbers, and a formula without a value is its text", async () => {
    const rows = [
      ["日期", "金额", "备注"],
      [45000, 45000, { formula: "=A2+1", value: 7 }],
      [null, 1, "好"],
    ];
    const looks = [{ range: "A2:A2", look: { numberFormat: "yyyy-mm-dd" } }];
    const written = await writeBook(book([sheet("2023", { blocks: [{ at: "A1", rows }], looks })]));
    const [computed] = await readOldFile(written, "");
    expect(computed?.rows[1]).toEqual([45000, 45000, 7]);
    expect(computed?.dated).toEqual([[], [0], []]);
    const bare = await withPart(written, "xl/worksheets/sheet1.xml", (part) =>
      part.replace("<v>7</v>", "<v/>"),
    );
    const [uncomputed] = await readOldFile(bare, "");
    expect(uncomputed?.rows[1]).toEqual([45000, 45000, "=A2+1"]);
    expect([computed?.uncomputed, uncomputed?.uncomputed]).toEqual([
      [[], [], []],
      [[], [2], []],
    ]);
  });

  test("a few cells far apart cost no more than they are, or the file's message", async () => {
    const far = (cell: string, rows: number) =>
      writeBook(
        book([
          sheet("远", {
            blocks: Array.from({ length: rows }, (_, at) => ({
              at: cell + String(at * 3000 + 1),
              rows: [[1]],
            })),
          }),
        ]),
      );
    const [astray] = await readOldFile(await far("XFD", 2), "");
    expect(astray?.rows).toHaveLength(102);
    expect(astray?.leftOut).toEqual([{ before: 101, count: 2899 }]);
    await expect(readOldFile(await far("XFD", 340), "")).rejects.toThrow(OldFileRefused);
  });

  test("cells gone astray to the end of every sheet leave the registers and where all of it stands", async () => {
    const [header, record] = [
      ["日期", "姓名", "电话"],
      ["2023.3.5", "张三", "13800000001"],
    ];
    const note = (cell: string, text: string) => ({ cell, kind: "note", said: [{ by: "", text }] }) as const;
    const sheets = Array.from({ length: 12 }, (_, at) =>
      sheet(`${at + 1}月`, {
        blocks: [
          { at: "A1", rows: [header, record] },
          { at: "A2001", rows: [record] },
          { at: "XFD1048576", rows: [["x"]] },
        ],
        merges: ["A2:A2000", "B2001:B1048575"],
        comments: [note("B1500", "中间"), note("B2001", "后来"), note("B1048576", "最后")],
      }),
    );
    const found = (await readOldFile(await writeBook(book(sheets)), "")).slice(0, 12);
    expect(found.map(({ rows }) => rows.length)).toEqual(Array(12).fill(2 + 100 + 1 + 100 + 1 + 100 + 1));
    for (const cells of found) {
      const { numberOf } = rowNumbersOf(cells);
      expect(cells.rows.flatMap((line, at) => (line.length === 0 ? [] : [numberOf(at)]))).toEqual([
        1, 2, 2001, 1048576,
      ]);
      expect(cells.comments?.map(({ row, said }) => [numberOf(row), said])).toEqual([
        [1500, "中间"],
        [2001, "后来"],
        [1048576, "最后"],
      ]);
      expect(cells.merges.map(({ top, bottom }) => [numberOf(top), numberOf(bottom)])).toEqual([
        // As far as there are rows: what lies between is blank.
        [2, 1600],
        [2001, 2101],
      ]);
    }
    expect(oldTablesIn(found[3] as OldCells)[0]).toMatchObject({
      rows: [{ row: 2 }, { row: 2001 }],
      setAside: expect.arrayContaining([{ row: 1048576, why: "outside", original: ["x"] }]) as unknown,
    });
  });

  test("comments come beside the cells, below the last row too; one over Excel's own limit costs the message", async () => {
    const commented = async (said: string): Promise<Uint8Array> => {
      const parts = await partsOf(
        await writeBook(book([sheet("批", { blocks: [{ at: "A1", rows: [[1]] }] })])),
      );
      const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      parts.set(
        "xl/worksheets/_rels/sheet1.xml.rels",
        `<Relationships><Relationship Id="rId1" Type="${office}/comments" Target="../comments1.xml"/></Relationships>`,
      );
      parts.set(
        "xl/comments1.xml",
        `<comments><comment ref="B3"><text><t>${said}</t></text></comment></comments>`,
      );
      return zipOf(parts);
    };
    const [found] = await readOldFile(await commented("周末再约"), "");
    expect([found?.rows, found?.comments]).toEqual([[[1]], [{ row: 2, column: 1, said: "周末再约" }]]);
    expect(await read(await commented("长".repeat(oldFileLimits.letters + 1)), "a.xlsx")).toBe("longCell");
    expect((await readOldFile(text(plainText), "a.csv"))[0]?.comments).toEqual([]);
  });

  test("merged areas beyond all reason cost the file's message", async () => {
    const height = 1100;
    const rows = Array.from({ length: height }, () =>
      Array.from({ length: 2000 }, (_, at) => (at === 1999 ? 1 : null)),
    );
    const file = await writeBook(
      book([sheet("合", { blocks: [{ at: "A1", rows }], merges: ["A1:BXX1100"] })]),
    );
    expect(await read(file, "a.xlsx")).toBe("merges");
  });
});
