/** Charts and page breaks of a planned book: what Office.js built in the host is what the plan says, and what the file says. */
import type { Book, Sheet } from "../../src/book/book";
import { createModel } from "../../src/excel-host/model/create";
import type { Model } from "../../src/excel-host/model/model";
import { startClient } from "../../src/excel-host/transports/native-bridge";
import { buildWorkbook } from "../../src/workbook/office/build-workbook";
import { writeBook } from "../../src/xlsx/write";
import { charted } from "../xlsx/charted";
import { describeWith, hasOpenpyxl, openpyxl, temporaryFiles } from "../xlsx/tools";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

let model: Model;
let roundTrips = 0;
beforeAll(async () => {
  model = createModel();
  const client = startClient(model);
  client.use();
  roundTrips = (await buildWorkbook(charted)).roundTrips;
  client.close();
});

const told = ({ charts, print, names }: Sheet): unknown => ({ charts, print, names });

test("Excel is asked for what the plan says, in one request beside looking and finishing", () => {
  expect(model.toBook().sheets.map(told)).toEqual(charted.sheets.map(told));
  expect(roundTrips).toBe(3);
});

test("the host holds a book's charts as they were built", () => {
  const loaded = createModel({ book: charted });
  expect(loaded.toBook().sheets.map(told)).toEqual(charted.sheets.map(told));
  // What a plain chart does not say, because its kind implies it.
  const implied = ({ workbook }: Model): unknown =>
    workbook.sheets.flatMap(({ charts }) =>
      charts.map(({ name, axes: { category } }) => [name, category.reversed, category.position]),
    );
  expect(implied(model)).toEqual(implied(loaded));
  expect(implied(model)).toContainEqual(["bar", true, "Maximum"]);
});

describeWith("openpyxl", hasOpenpyxl)("both writers", () => {
  test("agree", async () => {
    const paths: string[] = [];
    const books: readonly (readonly [string, Book])[] = [
      ["file", charted],
      ["office", model.toBook()],
    ];
    for (const [name, book] of books) paths.push(files.write(`${name}.xlsx`, await writeBook(book)));
    const [file, office] = openpyxl("book", paths).map(({ found, error }) => {
      expect(error).toBeUndefined();
      return (found as { sheets: Record<string, unknown>[] }).sheets.map(
        ({ charts, print, morePrint, names }): Record<string, unknown> => ({
          // Results of formulas are the calculator's business: there is none here.
          charts: JSON.parse(JSON.stringify(charts), (key, value: unknown) => (key === "cache" ? 0 : value)),
          print,
          morePrint,
          names,
        }),
      );
    });
    expect(office).toEqual(file);
    expect(file?.map(({ charts }) => (charts as unknown[]).length)).toEqual([2, 5, 0]);
  });
});
