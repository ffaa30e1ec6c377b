/** R14: a workbook of version 6, filled as that version left it, says when who is due as a new one does (R5). */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Book, Cell } from "../../../src/book/book";
import { parseArea } from "../../../src/book/address";
import { damagesOf } from "../../../src/workbook/plan/damage";
import { inspect } from "../../../src/workbook/office/inspect";
import { readStructure } from "../../../src/workbook/office/structure";
import { upgrade } from "../../../src/workbook/office/upgrade";
import { comparable } from "../../../src/workbook/plan/placement";
import { schemaVersion } from "../../../src/workbook/plan/ledger-sheet";
import { upgradeBook } from "../../../src/workbook/xlsx/repair-book";
import { readBook } from "../../../src/xlsx/read-book";
import { plan } from "./damaged";
import { modelOf, sitDown } from "./desk";

const version6 = (): Promise<Book> =>
  readBook(new Uint8Array(readFileSync(path.join(__dirname, "../../fixtures/version-6.xlsx"))));

/** Those that go by days. */
const byDays = [
  "Grades 时间",
  "Grades 最近跟进",
  "Grades 下次跟进",
  "Grades 跟进状态",
  "Instalments 收款状态",
  "MortgagePapers 交件状态",
  "CareTasks 事项状态",
];

const formulas = (book: Book): readonly string[] => {
  const found = new Map<string, string>(
    book.sheets.flatMap(({ tables }) =>
      tables.flatMap(({ name, columns }) =>
        columns.map((column) => [`${name} ${column.name}`, comparable(column.formula ?? "")] as const),
      ),
    ),
  );
  return byDays.map((column) => found.get(column) ?? "");
};

/** What stands in the columns that people fill, by table and column; `Settings` grows. */
const typed = (book: Book): Readonly<Record<string, readonly Cell[]>> =>
  Object.fromEntries(
    book.sheets.flatMap(({ blocks, tables }) =>
      tables.flatMap((table) => {
        const area = parseArea(table.range);
        if (!area || ["Problems", "Meta", "Settings"].includes(table.name)) return [];
        const at = (row: number, column: number): Cell =>
          blocks
            .map((block) => {
              const corner = parseArea(block.at);
              return corner && block.rows[row - corner.top]?.[column - corner.left];
            })
            .find((cell) => cell !== undefined && cell !== null) ?? null;
        return table.columns.flatMap(({ name, formula }, column) =>
          formula === undefined
            ? [
                [
                  `${table.name} ${name}`,
                  Array.from({ length: area.bottom - area.top }, (_, index) =>
                    at(area.top + 1 + index, area.left + column),
                  ),
                ] as const,
              ]
            : [],
        );
      }),
    ),
  );

const asItShouldBe = (now: Book, before: Book): void => {
  expect(formulas(now)).toEqual(formulas(plan()));
  expect(typed(now)).toEqual(typed(before));
};

test("before, none of them was as now", async () => {
  const [was, is] = [formulas(await version6()), formulas(plan())];
  expect(was.map((formula, at) => formula !== "" && formula !== is[at])).toEqual(byDays.map(() => true));
});

test("in Excel", async () => {
  const before = await version6();
  const model = await modelOf(before);
  sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
  expect(await readStructure()).toMatchObject({ kind: "ours", version: 6 });
  expect((await upgrade(plan())).left).toEqual([]);
  expect(await readStructure()).toMatchObject({ kind: "ours", version: schemaVersion, absent: [] });
  expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
  asItShouldBe(model.toBook(), before);
});

test("in a file", async () => {
  const before = await version6();
  const { book, left } = upgradeBook(before, plan());
  expect(left).toEqual([]);
  asItShouldBe(book, before);
});
