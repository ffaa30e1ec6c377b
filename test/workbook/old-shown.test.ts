/** 收编: a number that its number format makes more of is what people saw: from a file, and from the open workbook. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../../src/book/book";
import { columnLetters } from "../../src/book/address";
import { adopt } from "../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../src/domain/register/old-sheet/old-tables";
import { readOldSheet } from "../../src/workbook/office/old-sheet";
import { readOldFile } from "../../src/workbook/xlsx/old-file";
import { writeBook } from "../../src/xlsx/write";
import { draw } from "../domain/draw";
import { bookOf, cellsOf, today, written } from "../domain/register/book-of";
import { bareSheet } from "../xlsx/every-feature";
import {
  describeWith,
  hasLibreOffice,
  hasOpenpyxl,
  python,
  shownCells,
  temporaryFiles,
  type TemporaryFiles,
} from "../xlsx/tools";
import { modelOf, sitDown } from "./office/desk";

/** `seen`: as read; a number stays one where its dress says no more. */
const cells = draw(`
  | format                   | number      | seen         |
  | 0000                     | 501         | 0501         |
  | 000000                   | 71000       | 071000       |
  | "A-"000                  | 7           | A-007        |
  | 0-0-0000                 | 110501      | 1-1-0501     |
  | 0000-00-00               | 20230305    | 2023-03-05   |
  | 0%                       | 0.3         | 30%          |
  | 0.00%                    | 0.305       | 30.50%       |
  | 0"岁"                    | 35          | 35岁         |
  | General"岁"              | 35          | 35岁         |
  | 0.0"万"                  | 85.5        | 85.5万       |
  | 0\\.0,"万"               | 855000      | 85.5万       |
  | 0"元"                    | 500         | 500元        |
  | "√";;"×"                 | 1           | √            |
  | "√";;"×"                 | 0           | ×            |
  | [=1]"男";[=2]"女";0      | 2           | 女           |
  | [Red]0"号楼"             | 3           | 3号楼        |
  | #,##0"元"                | 5000        | 5000元       |
  | 0%                       | 0.305       | 30.5%        |
  | 0.0,                     | 85500       |              |
  | #,##0.00                 | 5000        |              |
  | [$¥-804]#,##0.00         | 5000        |              |
  | 0.00                     | 85.4567     |              |
  | 0.00E+00                 | 13800000000 | 1.38E+10     |
`).map(({ format = "", number, seen = "" }) => {
  const bare = Number(number);
  return { format, number: bare, seen: seen === "" ? bare : seen };
});
/** Without what the shown form leaves out, thousands and decimals: there LibreOffice shows less, or more. */
const alike = cells.slice(0, 16);

const sheetName = "旧表";
const at = (column: number): string => `${columnLetters(column)}1`;
const book: Book = {
  names: [],
  sheets: [
    {
      ...bareSheet,
      name: sheetName,
      blocks: [{ at: "A1", rows: [cells.map(({ number }) => number)] }],
      looks: cells.map(({ format }, column) => ({ range: at(column), look: { numberFormat: format } })),
    },
    { ...bareSheet, name: "首页", blocks: [{ at: "A1", rows: [["别的"]] }] },
  ],
};
const seenCells = cells.map(({ seen }) => seen);

const fromFile = async (bytes: Uint8Array): Promise<unknown> =>
  (await readOldFile(bytes, "旧表.xlsx"))[0]?.rows[0];

test("in a file and in the open workbook", async () => {
  expect(await fromFile(await writeBook(book))).toEqual(seenCells);
  sitDown(await modelOf(book), { requirementSets: { ExcelApi: "1.13" } });
  expect((await readOldSheet(sheetName)).rows[0]).toEqual(seenCells);
});

test("a nought that only the format shows, in a file and in the open workbook: 3.10 of 3.1", async () => {
  const drawn = [
    ["0.00", 3.1],
    ["0.00_ ", 12.2],
    ["0.00_);[Red]\\(0.00\\)", 3.3],
    ["0.00", 3.5],
    ["0.00", 3.11],
    ["0.00", 3],
    ["General", 3.1],
    ["0.0", 3.1],
    ["0.000", 3.1],
    ["¥#,##0.00", 3.1],
    ["0.00", 85.5],
  ] as const;
  const sheet = {
    ...bareSheet,
    name: sheetName,
    blocks: [{ at: "A1", rows: [drawn.map(([, number]) => number)] }],
    looks: drawn.map(([numberFormat], column) => ({ range: at(column), look: { numberFormat } })),
  };
  const old: Book = { names: [], sheets: [sheet] };
  const [file] = await readOldFile(await writeBook(old), "旧表.xlsx");
  expect([file?.padded, file?.rows[0]?.[0]]).toEqual([[[0, 1, 2, 3]], 3.1]);
  sitDown(await modelOf(old), { requirementSets: { ExcelApi: "1.13" } });
  expect((await readOldSheet(sheetName)).padded).toEqual([[0, 1, 2, 3]]);
});

test("of a formula, too", async () => {
  const rows = [[{ formula: "=A1", value: 7 }]] as const;
  const looks = [{ range: "A1", look: { numberFormat: '"A-"000' } }];
  const sheet = { ...bareSheet, name: sheetName, blocks: [{ at: "A1", rows }], looks };
  expect(await fromFile(await writeBook({ names: [], sheets: [sheet] }))).toEqual(["A-007"]);
});

test("what is taken in has the words where words go, and the value where numbers go", async () => {
  const columns = draw(`
    | caption      | format            | first     | second   |
    | 序号         | "NO."000          | 1         | 2        |
    | 日期         | 0000-00-00        | 20230305  | 20230306 |
    | 姓名         | General           | 张三      | 李四     |
    | 手机         | 000-0000-0000     | 13803791234 | 13803791235 |
    | 业务员       | General           | 王强      | 王强     |
    | 性别         | [=1]"男";[=2]"女" | 1         | 2        |
    | 年龄         | 0"岁"             | 35        | 36       |
    | 邮编         | 000000            | 71000     | 471000   |
    | 意向房源     | 0-0-0000          | 110501    | 210602   |
    | 总价（万元） | 0.0"万"           | 85.5      | 95.5     |
    | 会员号       | "HY"0000          | 12        | 13       |
    | 首付比例     | 0%                | 0.3       | 0.45     |
    | 备注         | 0"次来访"         | 2         | 3        |
  `);
  const valueOf = (text = ""): string | number => (/^[\d.]+$/u.test(text) ? Number(text) : text);
  const rows = [
    columns.map(({ caption = "" }) => caption),
    columns.map(({ first }) => valueOf(first)),
    columns.map(({ second }) => valueOf(second)),
    // Printed beforehand.
    columns.map(({ caption }) => (caption === "序号" ? 3 : null)),
  ];
  const looks = columns.map(({ format = "" }, column) => ({
    range: `${columnLetters(column)}2:${columnLetters(column)}4`,
    look: format === "General" ? {} : { numberFormat: format },
  }));
  const sheet = { ...bareSheet, name: sheetName, blocks: [{ at: "A1", rows }], looks };
  const [old] = await readOldFile(await writeBook({ names: [], sheets: [sheet] }), "旧表.xlsx");
  const [table] = old === undefined ? [] : oldTablesIn(old);
  if (table === undefined) throw new Error("no table");
  const site = bookOf();
  const adoption = adopt(
    site,
    { ...table, mapping: guessedMapping(table, table.form, table.matches) },
    { today },
  );
  expect(adoption.fates.map(({ kind }) => kind)).toEqual(["taken", "taken"]);
  const [zhang] = cellsOf(written(site, adoption.changes), "visitors");
  expect(zhang).toMatchObject({
    visitDate: "2023-03-05",
    mobile: "138 0379 1234",
    gender: "男",
    age: 35,
    postcode: "071000",
    preferredUnits: "1-1-0501",
    totalPriceBand: "81–100",
    "own:会员号": "HY0012",
    "own:首付比例": "30%",
  });
  expect(zhang?.["notes"]).toContain("2次来访");
});

describe("as others see it", () => {
  let files: TemporaryFiles;
  beforeAll(() => {
    files = temporaryFiles();
  });
  afterAll(() => {
    files.remove();
  });

  describeWith("LibreOffice", hasLibreOffice)("LibreOffice", () => {
    test("shows the same", async () => {
      const file = files.write("shown.xlsx", await writeBook(book));
      const [shown] = shownCells([file], files.folder);
      expect(shown?.[0]?.slice(0, alike.length)).toEqual(alike.map(({ seen }) => seen));
    });
  });

  describeWith("openpyxl", hasOpenpyxl)("openpyxl", () => {
    test("writes such cells, and they are read alike", async () => {
      const file = join(files.folder, "theirs.xlsx");
      const script = [
        "import json, sys, openpyxl",
        "book = openpyxl.Workbook()",
        "for column, cell in enumerate(json.loads(sys.argv[2])):",
        "    made = book.active.cell(1, column + 1, cell['number'])",
        "    made.number_format = cell['format']",
        "book.save(sys.argv[1])",
      ].join("\n");
      execFileSync(python, ["-c", script, file, JSON.stringify(cells)]);
      expect(await fromFile(new Uint8Array(readFileSync(file)))).toEqual(seenCells);
    });
  });
});
