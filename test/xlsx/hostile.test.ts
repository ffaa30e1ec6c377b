import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { readSheets } from "../../src/xlsx/read";
import { openBook } from "../../src/xlsx/read-book";
import type { ReadBook, ReadOptions } from "../../src/xlsx/read-types";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { crc32 } from "../../src/xlsx/flate";
import { writeBook } from "../../src/xlsx/write";
import { writeZip } from "../../src/xlsx/zip-write";
import { charted } from "./charted";
import { bareSheet, everyFeature } from "./every-feature";
import { partsOf, smallBook, withPart, zipOf } from "./rezip";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const everything = writeBook(everyFeature);
const oneCell = smallBook({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' });

const outcome = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading;
    return "read";
  } catch (error) {
    if (error instanceof XlsxRefused) return error.code;
    throw error;
  }
};

/** What opening the file whole makes of it. */
const wholeFate = (bytes: Uint8Array, options?: ReadOptions): Promise<string> =>
  outcome(openBook(bytes, options?.limits));

/**
 * What reading makes of a file: its refusal's code, or "read". Anything but a refusal is a fault of ours. A file that
 * is refused is not opened whole either, but where only its XML is garbled: reading formulas too, one may see less.
 */
const fate = async (bytes: Uint8Array, options?: ReadOptions): Promise<string> => {
  const read = await outcome(readSheets(bytes, options));
  const whole = await wholeFate(bytes, options);
  const garbled = ["read", "truncated", "malformed"].includes(read);
  if (!garbled && whole === "read") throw new Error(`${read}, but opened whole`);
  return read;
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
    ["sheets", { sheets: 1 }, "too-many-sheets"],
    ["file", { fileBytes: 100 }, "too-large"],
    ["part", { partBytes: 500 }, "too-large"],
    ["total", { totalBytes: 5000 }, "too-large"],
    ["parts", { parts: 3 }, "bomb"],
    ["rows", { rows: 5 }, "too-large"],
    ["columns", { columns: 8 }, "too-large"],
    ["strings", { strings: 20 }, "too-large"],
    ["text", { textLength: 8 }, "too-large"],
    ["nesting", { nesting: 4 }, "too-deep"],
    ["names", { names: 2 }, "too-many-names"],
    ["styles", { styles: 5 }, "too-many-styles"],
    ["relations", { relations: 3 }, "too-large"],
  ])("of %s are kept", async (_, limits, code) => {
    expect(await fate(await everything, limits ? { limits } : {})).toBe(code);
  });

  it.each<[string, ReadOptions["limits"]]>([
    ["elements", { elements: 30 }],
    ["stretches", { stretches: 5 }],
  ])("of %s are kept where a file is opened whole", async (_, limits) => {
    expect(await wholeFate(await everything, limits ? { limits } : {})).toBe("too-large");
  });

  it("of text are kept in cells as in shared strings", async () => {
    const long = "长".repeat(1_000_001);
    const cells = [`<c t="str"><v>${long}</v></c>`, `<c t="inlineStr"><is><t>${long}</t></is></c>`];
    for (const cell of cells)
      expect(
        await fate(await smallBook({ sheet: `<row r="1">${cell}</row>` }), { limits: { ratio: 5000 } }),
      ).toBe("too-large");
    const shared = { sheet: '<row r="1"><c t="s"><v>0</v></c></row>', strings: `<si><t>${long}</t></si>` };
    expect(await fate(await smallBook(shared), { limits: { ratio: 5000 } })).toBe("too-large");
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
    const fates: readonly (readonly [rows: string, code: string])[] = [
      [`<row ${flood}r="1"><c><v>1</v></c></row>`, "read"],
      [`<row r="1"><c ${flood}><v>1</v></c></row>`, "truncated"],
      [`<row r="1"><!--${flood}--><c><v>1</v></c></row>`, "read"],
      [`<row r="1"><c t="str"><v>${flood}</v></c></row>`, "too-large"],
      [`<row r="1"><c><f ${flood}>1</f><v>1</v></c></row>`, "read"],
      [`<row r="1">${"<c>".repeat(1_000_000)}</row>`, "too-deep"],
    ];
    for (const [rows, code] of fates) {
      const options = { formulas: true, limits: { ratio: 5000 } };
      expect([rows.slice(0, 20), await fate(await smallBook({ sheet: rows }), options)]).toEqual([
        rows.slice(0, 20),
        code,
      ]);
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

describe("elements deep inside each other are refused", () => {
  const deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
  const loose = { limits: { ratio: 5000 } };

  it.each<[string, string]>([
    ["a workbook", "xl/workbook.xml"],
    ["styles", "xl/styles.xml"],
    ["shared strings", "xl/sharedStrings.xml"],
    ["relations", "xl/_rels/workbook.xml.rels"],
    ["a sheet", "xl/worksheets/sheet1.xml"],
  ])("in %s", async (_, part) => {
    const bytes = await withPart(await oneCell, part, (xml) => xml.replace(/<\/[^<]*>$/u, `${deep}$&`));
    expect(await fate(bytes, loose)).toBe("too-deep");
  });

  it.each([`<row r="1">${deep}<c><v>1</v></c></row>`, `<row r="1"><c>${deep}<v>1</v></c></row>`])(
    "in a row or cell",
    async (sheet) => {
      expect(await fate(await smallBook({ sheet }), loose)).toBe("too-deep");
    },
  );

  it.each(["xl/tables/table1.xml", "xl/theme/theme1.xml"])("in %s, opened whole", async (part) => {
    const bytes = await withPart(await everything, part, (xml) => xml.replace(/<\/[^<]*>$/u, `${deep}$&`));
    expect(await wholeFate(bytes, loose)).toBe("too-deep");
  });
});

describe("a DTD is refused", () => {
  const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
  it.each(["xl/tables/table1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "_rels/.rels"])(
    "in %s",
    async (part) => {
      expect(await fate(await withPart(await everything, part, (xml) => laughs + xml))).toBe("dtd");
    },
  );
  it.each([
    "xl/theme/theme1.xml",
    "xl/drawings/drawing1.xml",
    "xl/charts/chart1.xml",
    "xl/drawings/_rels/drawing1.xml.rels",
  ])("in %s, opened whole", async (part) => {
    expect(await wholeFate(await withPart(await writeBook(charted), part, (xml) => laughs + xml))).toBe(
      "dtd",
    );
  });
});

describe("names of every object are names like others", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s", async (name) => {
    const table = {
      name: `_${name}`,
      range: "A1:B2",
      columns: [{ name }, { name: "valueOf" }],
      style: "",
      bandedRows: false,
      filterButtons: false,
    };
    const rows = [
      [name, "valueOf"],
      [name, { formula: `=${name}!A1`, value: name }],
    ];
    const sheet = {
      ...bareSheet,
      name,
      blocks: [{ at: "A1", rows }],
      tables: [table],
      names: [{ name, refersTo: "=1" }],
    };
    const bytes = await writeBook({ names: [{ name, refersTo: `=${name}!$A$1` }], sheets: [sheet] });
    const read = await readSheets(bytes, { formulas: true });
    expect(read.sheets[0]).toMatchObject({
      name,
      tables: [{ name: `_${name}`, columns: [name, "valueOf"] }],
      rows: [
        { cells: [{ value: name }, { value: "valueOf" }] },
        { cells: [{ value: name }, { value: name }] },
      ],
    });
    expect(read.names).toEqual([
      { name, refersTo: "=1", sheet: name },
      { name, refersTo: `=${name}!$A$1` },
    ]);
    const { book, lost } = await openBook(bytes);
    expect([
      book.sheets[0]?.name,
      book.sheets[0]?.tables[0]?.columns[0]?.name,
      book.names[0]?.name,
      lost,
    ]).toEqual([name, name, name, []]);
    expect(Object.keys({})).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each(["type", "operator", "errorStyle"])("as a rule's %s too", async (attribute) => {
    const rule = `<dataValidation ${attribute}="constructor" sqref="A1"><formula1>1</formula1></dataValidation>`;
    const format = `<conditionalFormatting sqref="A1"><cfRule type="${attribute}" operator="__proto__" dxfId="0"><formula>1</formula></cfRule></conditionalFormatting>`;
    const bytes = await smallBook({
      sheet: sheetXml("", `${format}<dataValidations>${rule}</dataValidations>`),
      styles: "<dxfs><dxf/></dxfs>",
    });
    expect(await fate(bytes)).toBe("read");
  });
});

describe("what a workbook may do is not done", () => {
  const withRelation = async (relation: string, ...parts: readonly (readonly [string, string])[]) =>
    zipOf([
      ...(await partsOf(
        await withPart(await oneCell, "xl/_rels/workbook.xml.rels", (xml) =>
          xml.replace("</Relationships>", `${relation}</Relationships>`),
        ),
      )),
      ...parts,
    ]);

  it("macros are left alone: their file is read as values, and they are said to be lost", async () => {
    const relation = '<Relationship Id="m" Type="x/vbaProject" Target="vbaProject.bin"/>';
    const bytes = await withRelation(relation, ["xl/vbaProject.bin", "Sub Auto_Open()\nKill"]);
    const { book, lost } = await openBook(bytes);
    expect(book.sheets[0]?.blocks).toEqual([{ at: "A1", rows: [[1]] }]);
    expect(lost).toEqual([{ kind: "macros", count: 1 }]);
    expect((await readSheets(bytes)).sheets[0]?.rows[0]?.cells[0]?.value).toBe(1);
  });

  it("links are not followed, nor formulas run, nor other files opened", async () => {
    const relation =
      '<Relationship Id="e" Type="x/externalLink" Target="file:///etc/passwd" TargetMode="External"/>' +
      '<Relationship Id="c" Type="x/connections" Target="http://127.0.0.1:1/" TargetMode="External"/>';
    const { lost } = await openBook(await withRelation(relation));
    expect(lost.map(({ kind }) => kind)).toEqual(["externalFiles", "queries"]);
    const formula = '=WEBSERVICE("http://127.0.0.1:1/")';
    const bytes = await smallBook({
      sheet: `<row r="1"><c r="A1"><f>_xlfn.WEBSERVICE("http://127.0.0.1:1/")</f></c></row>`,
    });
    expect((await openBook(bytes)).book.sheets[0]?.blocks[0]?.rows).toEqual([[{ formula }]]);
  });
});

describe("a package at odds with itself is refused", () => {
  it("two parts of one name", async () => {
    const parts = await partsOf(await oneCell);
    for (const twice of ["xl/workbook.xml", "XL/Workbook.xml", "/xl/workbook.xml"])
      for (const reading of [fate, wholeFate])
        expect(await reading(await zipOf([...parts, [twice, "<workbook/>"]]))).toBe("malformed");
  });

  it.each([
    "../../../../etc/passwd",
    "/etc/passwd",
    "file:///etc/passwd",
    "worksheets/gone.xml",
    "..\\..\\windows\\win.ini",
    "%2e%2e/%2e%2e/etc/passwd",
    "",
  ])("a sheet in %j", async (target) => {
    const bytes = await withPart(await oneCell, "xl/_rels/workbook.xml.rels", (xml) =>
      xml.replace("worksheets/sheet1.xml", target),
    );
    expect([await fate(bytes), await wholeFate(bytes)]).toEqual(["malformed", "malformed"]);
  });

  it("a sheet elsewhere on the net, or with no place at all", async () => {
    const change = (from: string | RegExp, to: string): Promise<Uint8Array> =>
      oneCell.then((bytes) => withPart(bytes, "xl/_rels/workbook.xml.rels", (xml) => xml.replace(from, to)));
    expect(await fate(await change('Target="worksheets', 'TargetMode="External" Target="worksheets'))).toBe(
      "malformed",
    );
    expect(await fate(await change('Id="rId1"', 'Id="other"'))).toBe("malformed");
  });

  it("two sheets in one part", async () => {
    const bytes = await withPart(await oneCell, "xl/workbook.xml", (xml) =>
      xml.replace("</sheets>", '<sheet name="又" sheetId="2" r:id="rId1"/></sheets>'),
    );
    expect(await fate(bytes)).toBe("malformed");
  });

  it.each(["workbook.xml", "styles.xml", "sharedStrings.xml", "_rels/workbook.xml.rels"])(
    "a sheet that is %s",
    async (target) => {
      const bytes = await withPart(await oneCell, "xl/_rels/workbook.xml.rels", (xml) =>
        xml.replace("worksheets/sheet1.xml", target),
      );
      expect(await fate(bytes)).toBe("malformed");
    },
  );

  it("relations in a circle end", async () => {
    const relations = (target: string, type: string): string =>
      `<Relationships><Relationship Id="rId1" Type="x/${type}" Target="${target}"/></Relationships>`;
    const parts = new Map(await partsOf(await writeBook(charted)));
    for (const [part, target, type] of [
      ["xl/worksheets/_rels/sheet1.xml.rels", "../worksheets/sheet1.xml", "drawing"],
      ["xl/worksheets/_rels/sheet1.xml.rels", "../worksheets/sheet1.xml", "table"],
      ["xl/drawings/_rels/drawing1.xml.rels", "drawing1.xml", "chart"],
      ["xl/_rels/workbook.xml.rels", "workbook.xml", "theme"],
    ] as const) {
      const looped = await zipOf(new Map(parts).set(part, relations(target, type)));
      expect(["read", "malformed"]).toContain(await fate(looped));
    }
  });
});

it("a text longer than Excel's is cut where a file is opened whole, and said", async () => {
  const bytes = await smallBook({ sheet: `<row r="1"><c t="str"><v>${"长".repeat(40_000)}</v></c></row>` });
  const { book, lost } = await openBook(bytes);
  expect(book.sheets[0]?.blocks).toEqual([{ at: "A1", rows: [["长".repeat(32_767)]] }]);
  expect(lost).toEqual([{ kind: "longTexts", sheet: "表", count: 1 }]);
});

describe("bytes changed anywhere", () => {
  it("give a refusal or a workbook, never another error", async () => {
    const good = [await everything, await writeBook(charted)];
    const change = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 24 }), by: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (file, changes, shift) => {
          let bytes = Uint8Array.from(file);
          for (const { at, length, by } of changes) {
            const from = at % bytes.length;
            // Bytes overwritten, or taken out so that everything behind stands elsewhere.
            if (shift)
              bytes = Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + length)]);
            else bytes.fill(by, from, from + length);
          }
          await fate(bytes);
        },
      ),
      { numRuns: 120 },
    );
  });

  it("nobody is accused: a large part whose bytes were flipped is broken, no bomb", async () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31);
    const rows = Array.from(
      { length: 8000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${random()}</v></c></row>`,
    );
    const noise = Buffer.from(`<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`);
    const whole = new Uint8Array(deflateRawSync(noise));
    const parts = await partsOf(await oneCell);
    const said = new Set<string>();
    for (let n = 0; n < 40; n++) {
      const data = Uint8Array.from(whole);
      data[random() % data.length] = random() % 256;
      const bytes = await writeZip(
        [...parts].map(([name, xml]) =>
          name === "xl/worksheets/sheet1.xml"
            ? { name, raw: { data, size: noise.length, crc: crc32(noise, 0), method: 8 } }
            : { name, pieces: [text(xml)] },
        ),
      );
      said.add(await fate(bytes));
    }
    expect([...said].filter((code) => code !== "malformed" && code !== "truncated")).toEqual([]);
  });

  it("of the parts themselves, too", async () => {
    const parts = await partsOf(await writeBook(charted));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...parts.keys()),
        fc.nat(),
        fc.nat(30),
        fc.string({ unit: fc.constantFrom(..."<>/\"'&;=x0 \u0000一"), maxLength: 6 }),
        async (name, at, cut, put) => {
          const xml = parts.get(name) ?? "";
          const from = at % xml.length;
          await fate(await zipOf(new Map(parts).set(name, xml.slice(0, from) + put + xml.slice(from + cut))));
        },
      ),
      { numRuns: 120 },
    );
  });
});
