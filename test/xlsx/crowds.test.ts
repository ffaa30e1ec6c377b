/** Workbooks that say one thing a thousand times over: each is a message or costs its own length, no more (issue 4). */
import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import { openBook } from "../../src/xlsx/read-book";
import type { ReadOptions } from "../../src/xlsx/read-types";
import { defaultLimits } from "../../src/xlsx/read-types";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { writeBook } from "../../src/xlsx/write";
import { everyFeature } from "./every-feature";
import { partsOf, smallBook, withPart, zipOf } from "./rezip";

const everything = writeBook(everyFeature);
const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join("");

/** The refusal's code, or "read"; the same where it is opened whole. */
const fates = (bytes: Uint8Array, options: ReadOptions = {}): Promise<readonly string[]> =>
  Promise.all(
    [readSheets(bytes, options), openBook(bytes, options.limits)].map((reading) =>
      reading.then(
        () => "read",
        (error: unknown) => {
          if (error instanceof XlsxRefused) return error.code;
          throw error;
        },
      ),
    ),
  );

/** Beyond the bound for what is much larger unpacked: here it is the number that counts. */
const loose = { ratio: 5000 };

describe("of what there may be many", () => {
  const withNames = async (count: number, formula = "Visits!$A$1"): Promise<Uint8Array> =>
    withPart(await everything, "xl/workbook.xml", (xml) =>
      xml.replace(
        "</definedNames>",
        `${times(count, (at) => `<definedName name="n${at}">${formula}</definedName>`)}$&`,
      ),
    );

  it("names are read up to a bound, and told by their name beyond it", async () => {
    expect(await fates(await withNames(20), { limits: { names: 30 } })).toEqual(["read", "read"]);
    const many = await withNames(40);
    expect(await fates(many, { limits: { names: 30 } })).toEqual(["too-many-names", "too-many-names"]);
    await expect(readSheets(many, { limits: { names: 30 } })).rejects.toThrow(/名称管理器/u);
  });

  it("no name's formula is longer than any program writes one", async () => {
    const long = (count: number): Promise<Uint8Array> => withNames(1, `1${"+1".repeat(count)}`);
    expect(await fates(await long(16_000), { limits: loose })).toEqual(["read", "read"]);
    expect(await fates(await long(40_000), { limits: loose })).toEqual(["too-many-names", "too-many-names"]);
  });

  it("a workbook part longer than any names need is not unpacked", async () => {
    const long = await withPart(await everything, "xl/workbook.xml", (xml) =>
      xml.replace("</definedNames>", `${" ".repeat(25 << 20)}$&`),
    );
    expect(await fates(long, { limits: loose })).toEqual(["too-many-names", "too-many-names"]);
  });

  it("a table has Excel's columns, styles are Excel's", async () => {
    const table = await withPart(await everything, "xl/tables/table1.xml", (xml) =>
      xml.replace(
        "</tableColumns>",
        `${times(16_384, (at) => `<tableColumn id="${at + 99}" name="k${at}"/>`)}$&`,
      ),
    );
    expect(await fates(table)).toEqual(["too-many-columns", "too-many-columns"]);
    const styles = (count: number): Promise<Uint8Array> =>
      smallBook({ sheet: "", styles: `<cellXfs>${'<xf numFmtId="14"/>'.repeat(count)}</cellXfs>` });
    const limits = { limits: loose };
    expect(await fates(await styles(65_490), limits)).toEqual(["read", "read"]);
    expect(await fates(await styles(2 * 65_490 + 1), limits)).toEqual(["too-many-styles", "too-many-styles"]);
  });
});

it("a table that a sheet points to many times is one table", async () => {
  const bytes = await withPart(await everything, "xl/worksheets/_rels/sheet1.xml.rels", (xml) => {
    const [relation = ""] = /<Relationship [^>]*tables\/table1\.xml[^>]*>/u.exec(xml) ?? [];
    const target = (at: number): string => (at % 2 ? "../tables/table1.xml" : "/xl/Tables/TABLE1.xml");
    return xml.replace(
      "</Relationships>",
      `${times(30, (at) => relation.replace(/Id="[^"]*"/u, `Id="t${at}"`).replace(/Target="[^"]*"/u, `Target="${target(at)}"`))}$&`,
    );
  });
  const names = everyFeature.sheets.map(({ tables }) => tables.map(({ name }) => name));
  expect((await readSheets(bytes)).sheets.map(({ tables }) => tables.map(({ name }) => name))).toEqual(names);
  expect((await openBook(bytes)).book.sheets.map(({ tables }) => tables.map(({ name }) => name))).toEqual(
    names,
  );
  await expect(editBook(bytes, [])).resolves.toBeDefined();
});

it("a table or drawing that many sheets point to is read once, and counts for each", async () => {
  const parts = await partsOf(await everything);
  const relations = parts.get("xl/worksheets/_rels/sheet1.xml.rels") ?? "";
  const drawing = `<xdr:wsDr xmlns:xdr="d" xmlns:a="a"><xdr:sp><a:t>示例</a:t></xdr:sp><xdr:pic/></xdr:wsDr>`;
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const drawn = `<Relationship Id="d9" Type="${type}/drawing" Target="../drawings/drawing9.xml"/>`;
  for (const sheet of [1, 2, 3])
    parts.set(
      `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      relations.replace("</Relationships>", `${drawn}$&`),
    );
  const bytes = await zipOf(parts.set("xl/drawings/drawing9.xml", drawing));
  const options = { drawn: true, limits: loose };
  const { sheets } = await readSheets(bytes, options);
  const [first, ...others] = sheets.slice(0, 3).map(({ tables }) => tables[0]);
  expect(first?.name).toBe("Visits");
  // The very same: nobody has made it anew.
  for (const each of others) expect(each?.columns).toBe(first?.columns);
  expect(sheets.slice(0, 3).map((sheet) => sheet.drawn)).toEqual(
    Array.from({ length: 3 }, () => ({ pictures: 1, texts: ["示例"], others: 0 })),
  );
  const few = (count: number) => readSheets(bytes, { ...options, limits: { ...loose, drawn: count } });
  await expect(few(5)).rejects.toMatchObject({ code: "too-large" });
  await expect(few(1)).rejects.toMatchObject({ code: "too-large" });
  await expect(few(6)).resolves.toBeDefined();
});

it("a shared formula makes no more than some times what the file holds", async () => {
  const shared = (count: number, formula: string): Promise<Uint8Array> =>
    smallBook({
      sheet:
        `<row r="1"><c r="C1"><f t="shared" ref="C1:C${count}" si="7">${formula}</f><v>1</v></c></row>` +
        times(
          count - 1,
          (at) => `<row r="${at + 2}"><c r="C${at + 2}"><f t="shared" si="7"/><v>1</v></c></row>`,
        ),
    });
  const options = { formulas: true, limits: { ...loose, formulas: 10_000 } };
  const column = await shared(2000, `IF(A1="",0,A1*$B$1)+SUM(A$1:A1)`);
  expect(await fates(column, options)).toEqual(["read", "read"]);
  expect((await readSheets(column, options)).sheets[0]?.rows.at(-1)?.cells[0]?.formula).toBe(
    `=IF(A2000="",0,A2000*$B$1)+SUM(A$1:A2000)`,
  );
  const bomb = await shared(2000, `A1${"+A1".repeat(300)}`);
  expect(await fates(bomb, options)).toEqual(["too-many-formulas", "too-many-formulas"]);
  // Who asks for no formula gets the values.
  expect((await readSheets(bomb, { limits: options.limits })).sheets[0]?.rows).toHaveLength(2000);
});

describe("rules", () => {
  const beside = (xml: string): Promise<Uint8Array> =>
    smallBook({ sheet: `<worksheet><sheetData/>${xml}</worksheet>`, styles: "<dxfs><dxf/></dxfs>" });
  const validations = (count: number, sqref: (at: number) => string): Promise<Uint8Array> =>
    beside(
      `<dataValidations>${times(count, (at) => `<dataValidation type="whole" sqref="${sqref(at)}"><formula1>A1</formula1><formula2>2</formula2></dataValidation>`)}</dataValidations>`,
    );
  const options = { rules: true, limits: { ...loose, validations: 100 } };

  it("of validation are read up to a bound", async () => {
    const cell = (at: number): string => `A${at + 1}`;
    expect(await fates(await validations(100, cell), options)).toEqual(["read", "read"]);
    expect(await fates(await validations(101, cell), options)).toEqual(["too-many-rules", "too-many-rules"]);
    // Who reads values alone does not mind.
    expect((await readSheets(await validations(101, cell), { limits: options.limits })).sheets).toHaveLength(
      1,
    );
  });

  const ranges = times(15_000, (at) => `A${2 * at + 1} `);

  it("do not multiply: many ranges of many rules", async () => {
    expect(await fates(await validations(3, () => ranges), options)).toEqual(["read", "read"]);
    expect(await fates(await validations(8, () => ranges), options)).toEqual([
      "too-many-rules",
      "too-many-rules",
    ]);
    const formats = (count: number): Promise<Uint8Array> =>
      beside(
        `<conditionalFormatting sqref="${ranges}">${`<cfRule type="expression" dxfId="0"><formula>A1</formula></cfRule>`.repeat(count)}</conditionalFormatting>`,
      );
    expect(await fates(await formats(3), options)).toEqual(["read", "read"]);
    expect(await fates(await formats(8), options)).toEqual(["too-many-rules", "too-many-rules"]);
  });

  it("and whatever else stands beside the cells is counted as it comes", async () => {
    // Not gathered whole first, as the tree of them would tell: "1001 elements".
    const many = await beside(`<x>${"<y/>".repeat(3000)}</x>`);
    const few = { rules: true, limits: { ...loose, elements: 1000 } };
    await expect(readSheets(many, few)).rejects.toMatchObject({ detail: "over 1000 elements" });
  });
});

it("bounds are no narrower than Excel's own", () => {
  expect(defaultLimits).toMatchObject({ columns: 16_384, styles: 2 * 65_490 });
});
