/** Hostile files: how soon they are refused or read, against an ordinary file of 2,000 clients. */
import { deflateRawSync } from "node:zlib";
import { readSheets } from "../src/xlsx/read";
import { XlsxRefused } from "../src/xlsx/refusal";
import { writeBook } from "../src/xlsx/write";
import { smallBook } from "../test/xlsx/rezip";
import { siteOf } from "./large-site";
import { measure, print } from "./measure";

/** "read", or why not. */
const fate = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readSheets(bytes);
    return "read";
  } catch (cause) {
    if (cause instanceof XlsxRefused) return cause.code;
    throw cause;
  }
};

export const run = async (): Promise<void> => {
  const rows = Array.from(
    { length: 1_048_576 },
    (_, i) => `<row r="${i + 1}" s="1" customFormat="1" ht="20"/>`,
  );
  const files: readonly (readonly [string, Uint8Array])[] = [
    ["an ordinary workbook, 2,000 clients", await writeBook(siteOf(2000))],
    ["64 MB of blanks in a sheet", await smallBook({ sheet: " ".repeat(64 << 20) })],
    ["1,048,576 styled empty rows", await smallBook({ sheet: rows.join("") })],
    ["random bytes", deflateRawSync(Buffer.alloc(1 << 20, "x"))],
  ];
  const figures = [];
  for (const [name, bytes] of files)
    figures.push(await measure(name, () => fate(bytes), { note: await fate(bytes) }));
  print(figures);
};
