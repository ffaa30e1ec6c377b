/** 收编 from a file: text boxes and pictures over its sheets are told, with the words of the boxes. */
import { writeBook } from "../../src/xlsx/write";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { readSheets } from "../../src/xlsx/read";
import { readOldFile } from "../../src/workbook/xlsx/old-file";
import { partsOf, zipOf } from "../xlsx/rezip";

const sheet = (name: string, cells: readonly (readonly string[])[]) => ({
  name,
  visibility: "visible" as const,
  showGridlines: true,
  blocks: cells.length === 0 ? [] : [{ at: "A1", rows: cells }],
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
});

const shape = (...lines: readonly string[]): string =>
  `<xdr:sp><xdr:txBody>${lines.map((line) => `<a:p>${line}</a:p>`).join("")}</xdr:txBody></xdr:sp>`;
const run = (text: string): string => `<a:r><a:t>${text}</a:t></a:r>`;
const anchor = (what: string): string => `<xdr:twoCellAnchor>${what}<xdr:clientData/></xdr:twoCellAnchor>`;

/** A file of two sheets, the second blank, with that drawn over each. */
const fileWith = async (...drawings: readonly string[]): Promise<Uint8Array> => {
  const rows = [
    ["日期", "姓名", "手机", "备注"],
    ["2023.3.5", "示例甲", "13803790001", "好"],
  ];
  const parts = await partsOf(await writeBook({ names: [], sheets: [sheet("来访", rows), sheet("空", [])] }));
  for (const [at, drawing] of drawings.entries()) {
    const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const relation = `<Relationship Id="rIdD" Type="${types}/drawing" Target="../drawings/drawing${at + 1}.xml"/>`;
    parts.set(
      `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
    );
    parts.set(
      `xl/drawings/drawing${at + 1}.xml`,
      `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${drawing}</xdr:wsDr>`,
    );
  }
  return zipOf(parts);
};

const drawnIn = async (bytes: Uint8Array): Promise<readonly unknown[]> =>
  (await readOldFile(bytes, "旧表.xlsx")).map(({ sheet: name, drawn }) => [name, drawn]);

test("pictures, text boxes of several lines, shapes without words", async () => {
  const drawing =
    anchor("<xdr:pic><xdr:blipFill/></xdr:pic>") +
    anchor(shape(run("示例甲 13801119999 ") + run("换号了"), run("请打新号 &amp; 微信"))) +
    anchor(shape("")) +
    anchor("<xdr:graphicFrame/>");
  expect(await drawnIn(await fileWith(drawing))).toEqual([
    ["来访", { pictures: 1, texts: ["示例甲 13801119999 换号了\n请打新号 & 微信"], others: 2 }],
  ]);
});

test("what newer and older versions see is told once; a sheet of nothing but a text box is there", async () => {
  const box = shape(run("只有这句"));
  const twice = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
  expect(await drawnIn(await fileWith("", twice))).toEqual([
    ["来访", undefined],
    ["空", { pictures: 0, texts: ["只有这句"], others: 0 }],
  ]);
});

test("a drawing of more things than anybody draws is refused, and so is one cut short", async () => {
  const limits = { drawn: 3 };
  const many = await fileWith(anchor("<xdr:pic/>").repeat(4));
  await expect(readSheets(many, { drawn: true, limits })).rejects.toThrow(XlsxRefused);
  await expect(readSheets(many, { drawn: true })).resolves.toBeTruthy();
  const cut = await fileWith("<!-- never closed");
  await expect(readSheets(cut, { drawn: true })).rejects.toThrow(XlsxRefused);
});
