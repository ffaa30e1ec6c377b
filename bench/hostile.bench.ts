/**
 * Hostile files, each read in a process of its own, values alone and whole: a message or the workbook within 2 seconds
 * of the processor and 300 MB, the process itself (compiler included, "an empty file") and the file counted in.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { cellAddress } from "../src/book/address";
import { crc32 } from "../src/xlsx/flate";
import { writeBook } from "../src/xlsx/write";
import { writeZip } from "../src/xlsx/zip-write";
import { partsOf, smallBook, withPart } from "../test/xlsx/rezip";
import { siteOf } from "./large-site";

const goals = { milliseconds: 2000, megabytes: 300 } as const;

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");

const sheetOf = (rows: string, rest = ""): Promise<Uint8Array> =>
  smallBook({ sheet: `<worksheet><sheetData>${rows}</sheetData>${rest}</worksheet>` });

const bomb = async (part: string, declared: number): Promise<Uint8Array> => {
  const blank = Buffer.alloc(256 << 20, " ");
  const data = new Uint8Array(deflateRawSync(blank));
  const encoder = new TextEncoder();
  return writeZip(
    [...(await partsOf(await sheetOf("")))].map(([name, xml]) =>
      name === part
        ? { name, raw: { data, size: declared, crc: crc32(blank, 0), method: 8 } }
        : { name, pieces: [encoder.encode(xml)] },
    ),
  );
};

const deep = "<a>".repeat(1_000_000) + "</a>".repeat(1_000_000);
const laughs = `<!DOCTYPE a [${times(30, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`)}]>`;

const files: readonly (readonly [name: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ["an empty file", () => new Uint8Array()],
  ["an ordinary workbook, 2,000 clients", () => writeBook(siteOf(2000))],
  ["a bomb of 256 MB in a sheet", () => bomb("xl/worksheets/sheet1.xml", 256 << 20)],
  ["a bomb that says 1,000 bytes", () => bomb("xl/styles.xml", 1000)],
  ["64 MB of blanks in a sheet", () => smallBook({ sheet: " ".repeat(64 << 20) })],
  ["cut in the middle", async () => (await writeBook(siteOf(2000))).subarray(0, 200_000)],
  [
    "an encrypted one",
    () =>
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...Buffer.alloc(9000),
        ...Buffer.from("EncryptedPackage", "utf16le"),
      ]),
  ],
  [
    "a dimension of the whole sheet, two cells",
    () =>
      sheetOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ],
  [
    "a diagonal of 16,384",
    () => sheetOf(times(16_384, (i) => `<row r="${i + 1}"><c r="${cellAddress(i, i)}"><v>1</v></c></row>`)),
  ],
  [
    "1,048,576 styled empty rows",
    () => sheetOf(times(1_048_576, (i) => `<row r="${i + 1}" s="1" customFormat="1" ht="20"/>`)),
  ],
  [
    "1,048,576 rows of their own height",
    () => sheetOf(times(1_048_576, (i) => `<row r="${i + 1}" ht="20" customHeight="1"/>`)),
  ],
  [
    "1,000,000 merges",
    () =>
      sheetOf(
        "",
        `<mergeCells>${times(1_000_000, (i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)}</mergeCells>`,
      ),
  ],
  [
    "a merge of the whole sheet",
    () => sheetOf("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  ],
  [
    "1,000,000 shared strings",
    () => smallBook({ sheet: "", strings: times(1_000_000, (i) => `<si><t>${i}</t></si>`) }),
  ],
  [
    "1,000,000 rules",
    () =>
      sheetOf(
        "",
        `<dataValidations>${times(1_000_000, () => '<dataValidation sqref="A1"/>')}</dataValidations>`,
      ),
  ],
  [
    "a rule of 500,000 ranges",
    () =>
      sheetOf(
        "",
        `<dataValidations><dataValidation sqref="${times(500_000, (i) => `A${i + 1} `)}"/></dataValidations>`,
      ),
  ],
  [
    "500,000 cells of two styles in turn",
    () =>
      smallBook({
        sheet: times(
          5000,
          (row) => `<row r="${row + 1}">${times(100, (i) => `<c s="${(i + row) % 2}"/>`)}</row>`,
        ),
        styles: '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>',
      }),
  ],
  [
    "a text of 40,000,000 characters",
    () => sheetOf(`<row r="1"><c t="str"><v>${"a".repeat(40_000_000)}</v></c></row>`),
  ],
  ["1,000,000 elements deep, in a sheet", () => sheetOf("", deep)],
  [
    "1,000,000 elements deep, in the workbook",
    async () =>
      withPart(await sheetOf(""), "xl/workbook.xml", (xml) => xml.replace("<sheets>", `${deep}<sheets>`)),
  ],
  ["a billion laughs", async () => withPart(await sheetOf(""), "xl/styles.xml", (xml) => laughs + xml)],
  ["a tag of 16 MB", () => sheetOf(`<row ${"a ".repeat(8 << 20)}r="1"><c><v>1</v></c></row>`)],
  ["random bytes", () => new Uint8Array(deflateRawSync(Buffer.alloc(1 << 20, "x")))],
];

export const run = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-hostile-"));
  let over = 0;
  try {
    for (const [name, make] of files) {
      const file = path.join(folder, "file.xlsx");
      writeFileSync(file, await make());
      for (const how of ["sheets", "whole"]) {
        const reader = path.join(__dirname, "hostile-reader.js");
        const { fate, milliseconds, megabytes } = JSON.parse(
          execFileSync(process.execPath, [reader, how, file], { encoding: "utf8" }),
        ) as { fate: string; milliseconds: number; megabytes: number };
        const beyond = milliseconds > goals.milliseconds || megabytes > goals.megabytes;
        if (beyond) over++;
        console.log(
          `${name.padEnd(44)} ${how.padEnd(7)} ${milliseconds.toFixed(0).padStart(6)} ms ${megabytes.toFixed(0).padStart(5)} MB  ${fate}${beyond ? "  OVER" : ""}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`over ${goals.milliseconds} ms of the processor or ${goals.megabytes} MB: ${over}`);
};
