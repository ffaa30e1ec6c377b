/** R9: what is outlined as standing twice, and what the lists do not have, run by LibreOffice. */
import type { Book, Cell } from "../../src/book/book";
import { formOf, type FormKey } from "../../src/domain/forms/index";
import { columnLetters } from "../../src/book/address";
import { phoneTwice } from "../../src/workbook/plan/phone-twice";
import { columnOf } from "../../src/workbook/plan/references";
import { highlightsOf } from "../../src/workbook/plan/highlights";
import { doubled } from "../../src/workbook/plan/register-highlights";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { draw } from "../domain/draw";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** Each group is a register of its own; a row's phones, and which of them are outlined. */
const groups: readonly (readonly Readonly<Record<string, string>>[])[] = [
  draw(`
    | phone          | mobile        | outlined     |
    |                | 13803791234   | mobile       |
    |                | 138 0379 1234 | mobile       |
    |                | 138-0379-1234 | mobile       |
    |                | 138 0379 1235 |              |
    | /              | /             |              |
    | /              | 139 0379 1234 |              |
  `),
  // A number among several; the middle of one and the end of another are no number.
  draw(`
    | phone          | mobile                         | outlined |
    |                | 138 0379 7777、139 0379 1234   |          |
    |                | 139 0379 1234                  | mobile   |
    |                | 13603791234、13503791234        |          |
    |                | 1380379                        |          |
    |                | 138 0379 1234                  |          |
    |                | +86 137 0379 1234              |          |
    | 13703791234    |                                | phone    |
  `),
  draw(`
    | phone          | mobile        | outlined |
    | 0379-6391 2345 |               | phone    |
    | 037963912345   |               | phone    |
    | 0379-63912345  |               | phone    |
    | （0379）6391 2345 |            |          |
    | 63912345       |               | phone    |
    | 0379-6391 2346 |               |          |
    | 0391-391 2345  |               | phone    |
    | 03913912345    |               | phone    |
    | 010-6234 5678  |               | phone    |
    | 01062345678    |               | phone    |
    | 0379           | 136 6391 2399 |          |
    | 3912399        |               |          |
    | 6391 2347      |               | phone    |
    | 63912347       |               | phone    |
  `),
];

/** What a colleague may write where a list has no "/", and whether it is outlined. */
const lists: readonly { readonly form: FormKey; readonly key: string }[] = [
  { form: "invitations", key: "event" },
  { form: "applications", key: "newUnitNo" },
  { form: "applications", key: "consultant" },
];
const offered = draw(`
  | typed    | outlined |
  | 甲       | no       |
  | 3-1-12   | no       |
  | /        | no       |
  |          | no       |
  | 丙       | yes      |
  | 3-1-13   | yes      |
`);

const sheetOf = (name: string, blocks: Book["sheets"][number]["blocks"]): Book["sheets"][number] => ({
  name,
  visibility: "visible",
  showGridlines: true,
  blocks,
  looks: [],
  columns: [],
  defaultRowHeight: 20,
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
});

const [phone, mobile] = [columnOf("visitors", "phone"), columnOf("visitors", "mobile")];
const [phoneLetters, mobileLetters] = [columnLetters(phone), columnLetters(mobile)];

const outlines = (form: FormKey, letters: string): readonly string[] =>
  highlightsOf(form)
    .filter(({ range, look }) => look === doubled && range.startsWith(`${letters}5:`))
    .map(({ formula }) => formula.slice(1));

/** A rule of row 5 for another cell. */
const at = (formula: string, from: string, letters: string, row: number): string =>
  formula.replaceAll(new RegExp(`(?<![$A-Z])${from}5(?!\\d)`, "gu"), `${letters}${row}`);

const anyOf = (formulas: readonly string[]): Cell => ({
  formula: `=IF(SUM(${formulas.map((each) => `IFERROR(IF(${each},1,0),0)`).join(",")})>0,1,0)`,
});

const far = 90;

test("the rules stay short where users' own columns have pushed the phones aside", () => {
  for (const formula of phoneTwice(columnOf("visitors", "phone") + 30, columnOf("visitors", "mobile") + 30))
    expect(formula.length).toBeLessThanOrEqual(255);
});

describeWith("LibreOffice", hasLibreOffice)("what a register outlines", () => {
  let found: (sheet: string, row: number, column: number) => boolean = () => false;

  beforeAll(async () => {
    const twice = outlines("visitors", phoneLetters);
    const phones = groups.map((group, index) =>
      sheetOf(`表${index}`, [
        { at: `${phoneLetters}5`, rows: group.map((row) => [row["phone"] || null, row["mobile"] || null]) },
        {
          at: `${columnLetters(far)}5`,
          rows: group.map((_, row) =>
            [phoneLetters, mobileLetters].map((letters) =>
              anyOf(twice.map((formula) => at(formula, phoneLetters, letters, row + 5))),
            ),
          ),
        },
      ]),
    );
    const others = lists.map(({ form, key }, index) => {
      const letters = columnLetters(columnOf(form, key));
      return sheetOf(`列${index}`, [
        { at: `${letters}5`, rows: offered.map(({ typed = "" }) => [typed === "" ? null : typed]) },
        {
          at: `${columnLetters(far)}5`,
          rows: offered.map((_, row) => [
            anyOf(
              outlines(form, letters)
                .filter((formula) => formula.includes("MATCH("))
                .map((formula) => at(formula, letters, letters, row + 5)),
            ),
          ]),
        },
      ]);
    });
    const choices = sheetOf("选", [{ at: "A1", rows: [["甲"], ["乙"], ["3-1-12"]] }]);
    const book: Book = {
      sheets: [...phones, ...others, choices],
      names: ["活动列表", "房源列表", "置业顾问"].map((name) => ({ name, refersTo: "=选!$A$1:$A$3" })),
    };
    const [bytes = new Uint8Array()] = recalculate(
      [files.write("outlined.xlsx", await writeBook(book))],
      files.folder,
    );
    const { sheets } = await readSheets(bytes);
    found = (name, row, column) => {
      const line = sheets.find((sheet) => sheet.name === name)?.rows.find((each) => each.row === row + 4);
      return line !== undefined && valueAt(line, far + column) === 1;
    };
  });

  test.each(groups.map((group, index) => ({ group, index })))(
    "phones of register $index",
    ({ group, index }) => {
      expect(
        group.map((row, at) => [
          row["phone"],
          row["mobile"],
          ["phone", "mobile"].filter((_, column) => found(`表${index}`, at, column)).join(" "),
        ]),
      ).toEqual(group.map((row) => [row["phone"], row["mobile"], row["outlined"]]));
    },
  );

  test.each(lists.map((list, index) => ({ ...list, index })))("$form $key", ({ form, key, index }) => {
    expect(formOf(form).fields[key]?.need).toBe("free");
    expect(offered.map(({ typed }, row) => [typed, found(`列${index}`, row, 0) ? "yes" : "no"])).toEqual(
      offered.map(({ typed, outlined }) => [typed, outlined]),
    );
  });
});
