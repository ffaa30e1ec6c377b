/** One plan, two writers: what Office.js built, saved, and what the file writer wrote are the same to openpyxl. */
import type { Book } from "../../src/book/book";
import { createModel } from "../../src/excel-host/model/create";
import { startClient } from "../../src/excel-host/transports/native-bridge";
import { buildWorkbook } from "../../src/workbook/office/build-workbook";
import { writeBook } from "../../src/xlsx/write";
import { freshBook, sampleBook } from "./planned-site";
import { describeWith, hasOpenpyxl, openpyxl, temporaryFiles } from "../xlsx/tools";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const built = async (book: Book): Promise<Book> => {
  const model = createModel();
  const client = startClient(model);
  client.use();
  await buildWorkbook(book);
  client.close();
  return model.toBook();
};

interface Dumped {
  readonly sheets: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
  readonly names: unknown;
}

interface Ranged {
  readonly range: string;
  readonly priority?: number;
}

const sorted = (found: unknown): unknown =>
  [...(found as Ranged[])].sort(
    (a, b) => (a.priority ?? 0) - (b.priority ?? 0) || (a.range < b.range ? -1 : 1),
  );

/** Cells that hold nothing may be written or not. */
const filled = (sheet: Readonly<Record<string, unknown>>): unknown => {
  const types = sheet["types"] as Record<string, string>;
  const looks = sheet["looks"] as Record<string, unknown>;
  return Object.fromEntries(Object.keys(types).map((cell) => [cell, looks[cell]]));
};

const comparable = (sheet: Readonly<Record<string, unknown>>): unknown => ({
  ...sheet,
  looks: filled(sheet),
  validations: sorted(sheet["validations"]),
  highlights: sorted(sheet["highlights"]),
});

describeWith("openpyxl", hasOpenpyxl)("both writers", () => {
  const plans = [
    ["fresh", freshBook()],
    ["sample", sampleBook()],
  ] as const;
  const seen = new Map<string, Dumped>();

  beforeAll(async () => {
    const paths: string[] = [];
    for (const [name, book] of plans)
      paths.push(
        files.write(`${name}-file.xlsx`, await writeBook(book)),
        files.write(`${name}-office.xlsx`, await writeBook(await built(book))),
      );
    const dumped = openpyxl("book", paths);
    const values = openpyxl("values", paths);
    dumped.forEach(({ file, found, error }, index) => {
      expect(error).toBeUndefined();
      const name = file.replace(/^.*[\\/]|\.xlsx$/gu, "");
      seen.set(name, found as Dumped);
      seen.set(`${name} values`, { sheets: values[index]?.found as Dumped["sheets"], names: undefined });
    });
  });

  describe.each(plans)("of the %s workbook", (plan, book) => {
    test.each(book.sheets.map(({ name }) => name))("agree on %s", (name) => {
      const sheetOf = (key: string): Readonly<Record<string, unknown>> =>
        seen.get(key)?.sheets.find((each) => each.name === name) ?? {};
      expect(comparable(sheetOf(`${plan}-office`))).toEqual(comparable(sheetOf(`${plan}-file`)));
      const constants = (key: string): unknown => {
        const formulas = sheetOf(key)["formulas"] as Record<string, unknown>;
        const cells = sheetOf(`${key} values`)["cells"] as Record<string, unknown>;
        return Object.fromEntries(Object.entries(cells).filter(([cell]) => !(cell in formulas)));
      };
      expect(constants(`${plan}-office`)).toEqual(constants(`${plan}-file`));
    });

    test("agree on the names", () => {
      expect(seen.get(`${plan}-office`)?.names).toEqual(seen.get(`${plan}-file`)?.names);
    });
  });
});
