import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { readSheets } from "../../src/xlsx/read";
import type { ReadBook, ReadOptions } from "../../src/xlsx/read-types";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { crc32 } from "../../src/xlsx/flate";
import { writeBook } from "../../src/xlsx/write";
import { writeZip } from "../../src/xlsx/zip-write";
import { everyFeature } from "./every-feature";
import { partsOf, smallBook, withPart, zipOf } from "./rezip";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const everything = writeBook(everyFeature);
const oneCell = smallBook({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' });

/** What is made of a file: its refusal's code, or "read". Anything but a refusal is a fault of ours. */
const fate = async (bytes: Uint8Array, options?: ReadOptions): Promise<string> => {
  try {
    await readSheets(bytes, options);
    return "read";
  } catch (error) {
    if (error instanceof XlsxRefused) return error.code;
    throw error;
  }
};

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const ole = (inside: string): Uint8Array =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Buffer.alloc(600),
    ...Buffer.from(inside, "utf16le"),
  ]);

const sheetXml = (rows: string, rest = ""): string =>
  `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${rest}</worksheet>`;

describe("what is no workbook is refused with its reason", () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["an empty file", () => new Uint8Array(0), "empty"],
    ["an old .xls", () => ole("Workbook"), "xls"],
    ["an encrypted .xlsx", () => ole("EncryptedPackage"), "encrypted"],
    ["a web page", () => text("<html><table><tr><td>1</td></tr></table></html>"), "not-a-workbook"],
    ["a .csv", () => text("编号,姓名\n1,示例\n"), "not-a-workbook"],
    ["a zip of something else", () => zipOf([["a.txt", "a"]]), "not-a-workbook"],
    [
      "a .docx",
      () =>
        zipOf([
          [
            "_rels/.rels",
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
          ],
          ["word/document.xml", "<w:document/>"],
        ]),
      "not-a-workbook",
    ],
    [
      "an .xlsb",
      () =>
        zipOf([
          [
            "_rels/.rels",
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          ],
          ["xl/workbook.bin", "x"],
        ]),
      "xlsb",
    ],
  ])("%s", async (_, make, code) => {
    expect(await fate(await make())).toBe(code);
  });

  it("in plain Chinese: what; what to do", async () => {
    await expect(readSheets(ole("Workbook"))).rejects.toThrow(/^这是旧版 \.xls 文件；请/u);
  });
});

describe("a file that breaks off is never read in part", () => {
  it("wherever the zip is cut", async () => {
    const whole = await everything;
    for (let length = 1; length < whole.length; length += 97)
      expect(["truncated", "not-a-workbook", "malformed"]).toContain(await fate(whole.subarray(0, length)));
  });

  it.each(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])("wherever %s is cut", async (part) => {
    const parts = await partsOf(await everything);
    const xml = parts.get(part) ?? "";
    for (let length = 60; length < xml.length; length += 131) {
      const cut = await zipOf(new Map(parts).set(part, xml.slice(0, length)));
      expect(["truncated", "malformed"]).toContain(await fate(cut));
    }
  });

  it("or a byte of it is wrong", async () => {
    const whole = await everything;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const broken = Uint8Array.from(whole);
        broken[at] = (broken[at] ?? 0) ^ change;
        await fate(broken);
      }),
      { numRuns: 150 },
    );
  });

  it("or its XML is anything", async () => {
    const parts = await partsOf(await everything);
    const names = [...parts.keys()].filter((name) => /workbook|sheet1|Strings|styles|table1/u.test(name));
    const junk = fc.constantFrom(
      "",
      "<",
      ">",
      '"',
      "&",
      "<!--",
      "<![CDATA[",
      "</row>",
      "<c",
      "<v>",
      "\u0000",
      "<row r='1'",
      "&#x110000;",
      "=",
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(40), junk, async (name, at, cut, put) => {
        const xml = parts.get(name) ?? "";
        const from = at % xml.length;
        await fate(await zipOf(new Map(parts).set(name, xml.slice(0, from) + put + xml.slice(from + cut))));
      }),
      { numRuns: 150 },
    );
  });
});

describe("bombs", () => {
  const blank = Buffer.alloc(48 << 20, " ");
  const packed = new Uint8Array(deflateRawSync(blank));
  const bomb = async (part: string, size: number): Promise<Uint8Array> => {
    const parts = await partsOf(await oneCell);
    return writeZip(
      [...parts].map(([name, xml]) =>
        name === part
          ? { name, raw: { data: packed, size, crc: crc32(blank, 0), method: 8 } }
          : { name, pieces: [text(xml)] },
      ),
    );
  };

  it.each(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])(
    "in %s are found before they are inflated",
    async (part) => {
      const bytes = await bomb(part, blank.length);
      expect(await fate(bytes)).toBe("bomb");
    },
  );

  it.each([1000, 3 * 1024 ** 3])("are found where the header says %d bytes", async (size) => {
    const bytes = await bomb("xl/worksheets/sheet1.xml", size);
    expect(await fate(bytes)).toBe("bomb");
  });

  it.each([
    ["workbook", "xl/workbook.xml"],
    ["worksheet", "xl/worksheets/sheet1.xml"],
    ["sst", "xl/sharedStrings.xml"],
    ["styleSheet", "xl/styles.xml"],
  ])("of entities in <%s> are refused with their DTD", async (root, part) => {
    const laughs = `<!DOCTYPE ${root} [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    expect(await fate(await withPart(await oneCell, part, (xml) => laughs + xml))).toBe("dtd");
  });

  it("entities without one are refused too", async () => {
    const bytes = await smallBook({ sheet: '<row r="1"><c t="str"><v>&xxe;</v></c></row>' });
    expect(await fate(bytes)).toBe("malformed");
  });
});

describe("limits", () => {
  it.each<[string, ReadOptions["limits"], string]>([
    ["cells", { cells: 3 }, "too-many-cells"],
    ["sheets", { sheets: 1 }, "too-large"],
    ["file", { fileBytes: 100 }, "too-large"],
    ["part", { partBytes: 500 }, "too-large"],
    ["total", { totalBytes: 5000 }, "too-large"],
    ["parts", { parts: 3 }, "bomb"],
  ])("of %s are kept", async (_, limits, code) => {
    expect(await fate(await everything, limits ? { limits } : {})).toBe(code);
  });
});

describe("shapes that would fill memory cost what they hold", () => {
  const read = async (sheet: string): Promise<ReadBook> => {
    const bytes = await smallBook({ sheet });
    return readSheets(bytes);
  };

  it("the last cell of a sheet", async () => {
    const { sheets } = await read(
      `<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>` +
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>',
    );
    expect(sheets[0]?.rows.map(({ row, cells }) => [row, cells.map(({ column }) => column)])).toEqual([
      [0, [0]],
      [1048575, [16383]],
    ]);
  });

  it("a diagonal", async () => {
    const letters = (column: number): string => {
      let out = "";
      for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
        out = String.fromCharCode(65 + ((rest - 1) % 26)) + out;
      return out;
    };
    const rows = Array.from(
      { length: 16_384 },
      (_, i) => `<row r="${i + 1}"><c r="${letters(i)}${i + 1}"><v>${i}</v></c></row>`,
    );
    const { sheets } = await read(rows.join(""));
    expect(sheets[0]?.rows.length).toBe(16_384);
    expect(sheets[0]?.rows.at(-1)).toEqual({
      row: 16_383,
      hidden: false,
      cells: [{ column: 16_383, value: 16_383 }],
    });
  });

  it("a merge of everything", async () => {
    const { sheets } = await read(sheetXml("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'));
    expect(sheets[0]?.merges).toEqual(["A1:XFD1048576"]);
  });

  it("many styled empty rows", async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, i) => `<row r="${i + 1}" s="1" customFormat="1" ht="20"/>`,
    );
    expect((await read(rows.join(""))).sheets[0]?.rows).toEqual([]);
  });

  it("a row of one endless attribute, comment, name or text", async () => {
    const flood = "a ".repeat(1_000_000);
    for (const rows of [
      `<row ${flood}r="1"><c><v>1</v></c></row>`,
      `<row r="1"><c ${flood}><v>1</v></c></row>`,
      `<row r="1"><!--${flood}--><c><v>1</v></c></row>`,
      `<row r="1"><c t="str"><v>${flood}</v></c></row>`,
      `<row r="1"><c><f ${flood}>1</f><v>1</v></c></row>`,
      `<row r="1">${"<c>".repeat(1_000_000)}</row>`,
    ]) {
      const bytes = await smallBook({ sheet: rows });
      const options = { formulas: true, limits: { ratio: 5000 } };
      expect(await fate(bytes, options)).toMatch(/read|malformed|truncated|too-large/u);
    }
  });

  it("a workbook of one endless tag", async () => {
    const flood = "a".repeat(4_000_000);
    const bytes = await withPart(await oneCell, "xl/workbook.xml", (xml) =>
      xml.replace("<sheets>", `<x ${flood}/><sheets>`),
    );
    expect(await fate(bytes, { limits: { ratio: 5000 } })).toBe("read");
  });
});

it.each(["0", "-1", "1048577", "99999999999", "1.5", "x"])("a row %s is refused", async (row) => {
  expect(await fate(await smallBook({ sheet: `<row r="${row}"><c><v>1</v></c></row>` }))).toBe("malformed");
});

it("a column ZZZZZZ is refused", async () => {
  expect(await fate(await smallBook({ sheet: '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>' }))).toBe(
    "malformed",
  );
});
