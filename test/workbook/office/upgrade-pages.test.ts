/** R14: a workbook of version 7 is printed and headed as a new one, and grades and dues are computed as now (R4, R5). */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Book, Cell, Print } from "../../../src/book/book";
import { upgrade } from "../../../src/workbook/office/upgrade";
import { inspect } from "../../../src/workbook/office/inspect";
import { readStructure } from "../../../src/workbook/office/structure";
import { damagesOf } from "../../../src/workbook/plan/damage";
import { schemaVersion } from "../../../src/workbook/plan/ledger-sheet";
import { comparable } from "../../../src/workbook/plan/placement";
import { upgradeBook } from "../../../src/workbook/xlsx/repair-book";
import { readBook } from "../../../src/xlsx/read-book";
import { writeBook } from "../../../src/xlsx/write";
import { cellsOf, changed } from "../damaged-book";
import { plan } from "./damaged";
import { modelOf, sitDown } from "./desk";

const version7 = (): Promise<Book> =>
  readBook(new Uint8Array(readFileSync(path.join(__dirname, "../../fixtures/version-7.xlsx"))));

/** How each sheet that has pages is printed. */
const prints = (book: Book): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    book.sheets.flatMap(({ name, print }) => {
      if (print?.titleRows === undefined) return [];
      const { orientation, fitWide, fitTall = 0, titleRows, titleColumns, acrossFirst = false } = print;
      return [[name, { orientation, fitWide, fitTall, titleRows, titleColumns, acrossFirst }]];
    }),
  );

const written = (cell: Cell | undefined): string =>
  typeof cell === "object" && cell !== null ? comparable(cell.formula) : String(cell ?? "");

/** Titles and notes: the first two rows. */
const heads = (book: Book): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    book.sheets.flatMap((sheet) =>
      prints(book)[sheet.name] === undefined
        ? []
        : [
            [
              sheet.name,
              cellsOf(sheet)
                .slice(0, 2)
                .flatMap((row) => row.map(written).filter((each) => each !== "")),
            ] as const,
          ],
    ),
  );

/** Of 等级跟踪; Excel and files spell a table's own columns differently. */
const gradeFormulas = (book: Book): readonly string[] =>
  book.sheets
    .flatMap(({ tables }) => tables)
    .filter(({ name }) => name === "Grades")
    .flatMap(({ columns }) =>
      columns.flatMap(({ name, formula }) =>
        formula === undefined
          ? []
          : [
              `${name} ${comparable(formula)
                .replaceAll(/GRADES\[\[#THISROW\],\[([^\]]*)\]\]/gu, "[@$1]")
                .replaceAll("GRADES[[#HEADERS]", "[[#HEADERS]")}`,
            ],
      ),
    );

const differing = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
  Object.keys(one).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));

const asItShouldBe = (now: Book): void => {
  expect(prints(now)).toEqual(prints(plan()));
  expect(heads(now)).toEqual(heads(plan()));
  expect(gradeFormulas(now)).toEqual(gradeFormulas(plan()));
};

test("before, these were otherwise", async () => {
  const before = await version7();
  expect(differing(prints(before), prints(plan())).join(" ")).toBe(
    "来访登记 成交报告 未成交分析 申请单 定金回款 客户档案 字典",
  );
  expect(differing(heads(before), heads(plan())).join(" ")).toBe(
    "来访登记 等级跟踪 成交报告 未成交分析 接待轮序",
  );
  const now = gradeFormulas(plan());
  const other = gradeFormulas(before).filter((formula) => !now.includes(formula));
  expect(other.map((formula) => formula.split(" ")[0])).toEqual(["客户级别", "下次跟进"]);
});

/** Version 7's workbook as its users have changed it: after the step their pages and words are theirs. */
const touched = async (): Promise<Book> => {
  const set = (book: Book, name: string, print: Partial<Print>): Book =>
    changed(book, name, (sheet) => ({
      ...sheet,
      ...(sheet.print && { print: { ...sheet.print, ...print } }),
    }));
  const said = (book: Book, name: string, at: string, text: string): Book =>
    changed(book, name, (sheet) => ({ ...sheet, blocks: [...sheet.blocks, { at, rows: [[text]] }] }));
  const printed = set(
    set(set(await version7(), "来访登记", { fitWide: 2 }), "成交报告", { orientation: "portrait" }),
    "申请单",
    { titleColumns: "A:A" },
  );
  const locked = changed(set(printed, "字典", { area: "A1:D20" }), "客户档案", (sheet) => ({
    ...sheet,
    protection: {},
  }));
  return said(said(locked, "等级跟踪", "A2", "本案场：周一填写"), "接待轮序", "A1", "今天谁接");
};

const theirs = (book: Book): unknown => [
  ["来访登记", "成交报告", "申请单", "字典"].map((name) => prints(book)[name]),
  ["等级跟踪", "接待轮序"].map((name) => heads(book)[name]),
];

describe("in Excel", () => {
  test("as built", async () => {
    const model = await modelOf(await version7());
    sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
    expect(await readStructure()).toMatchObject({ kind: "ours", version: 7 });
    expect((await upgrade(plan())).left).toEqual([]);
    expect(await readStructure()).toMatchObject({ kind: "ours", version: schemaVersion, absent: [] });
    expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
    asItShouldBe(model.toBook());
  });

  test("what users have set stays", async () => {
    const before = await touched();
    const model = await modelOf(before);
    sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
    await upgrade(plan());
    const now = model.toBook();
    expect(theirs(now)).toEqual(theirs(before));
    expect(prints(now)["客户档案"]).toEqual(prints(before)["客户档案"]);
    expect(prints(now)["未成交分析"]).toEqual(prints(plan())["未成交分析"]);
  });

  test("columns of their own among those in front are printed with them", async () => {
    const model = await modelOf(await version7());
    await model.userInsertsColumns("来访登记", 1, 1);
    sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
    await upgrade(plan());
    expect(prints(model.toBook())["来访登记"]).toMatchObject({ fitWide: 3, titleColumns: "A:E" });
  });
});

describe("in a file", () => {
  test("as built", async () => {
    const { book, left } = upgradeBook(await version7(), plan());
    expect(left).toEqual([]);
    asItShouldBe(await readBook(await writeBook(book)));
  });

  test("what users have set stays", async () => {
    const before = await touched();
    const { book } = upgradeBook(before, plan());
    expect(theirs(book)).toEqual(theirs(before));
    expect(prints(book)["未成交分析"]).toEqual(prints(plan())["未成交分析"]);
  });
});
