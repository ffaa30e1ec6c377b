/** R14: whatever is done to a register, repaired it is as planned, and whatever was typed is still on its sheet. */
import fc from "fast-check";
import type { Cell } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { inspect } from "../../../src/workbook/office/inspect";
import { repair } from "../../../src/workbook/office/repair";
import { damagesOf } from "../../../src/workbook/plan/damage";
import { plan, siteBook } from "./damaged";
import { modelOf, sitDown } from "./desk";

const sheet = "等级跟踪";
const bottom = 1_048_575;

type Blow = (model: Model) => Promise<unknown>;

const at = fc.nat({ max: 16 });
const headerAt = (model: Model, column: number): string =>
  model.texts(sheet, { top: 3, bottom: 3, left: column, right: column })[0]?.[0] ?? "";

/** Nothing happens where the table has become plain cells before. */
const onTable =
  (work: (model: Model) => Promise<unknown>): Blow =>
  async (model) => {
    const there = model.toBook().sheets.some(({ tables }) => tables.some(({ name }) => name === "Grades"));
    return there ? work(model) : undefined;
  };

const blows: fc.Arbitrary<Blow> = fc.oneof(
  at.map((column) =>
    onTable((model) => {
      const name = headerAt(model, column);
      // What is deleted is gone: only columns in which nobody types.
      return ["NO.", "最近跟进", "下次跟进", "跟进状态", "客户姓名", "时间"].includes(name)
        ? model.userDeletesTableColumn("Grades", name)
        : Promise.resolve();
    }),
  ),
  fc.tuple(at, at).map(([from, to]) =>
    onTable((model) => {
      const name = headerAt(model, from);
      return name === "" || headerAt(model, to) === ""
        ? Promise.resolve()
        : model.userMovesTableColumn("Grades", name, to);
    }),
  ),
  fc.tuple(fc.integer({ min: 4, max: 7 }), fc.constantFrom(0, 3, 12, 14, 15)).map(
    ([row, column]): Blow =>
      (model) =>
        model.userEdits({ sheet, top: row, left: column, cells: [[`手填${row}`]] }, { from: "pasted" }),
  ),
  fc.tuple(at, fc.constantFrom("validations" as const, "highlights" as const)).map(
    ([column, what]): Blow =>
      (model) =>
        model.userClearsRules(sheet, { top: 4, bottom, left: column, right: column + 3 }, what),
  ),
  fc.constant<Blow>(onTable((model) => model.userConvertsToRange("Grades"))),
  fc.constant<Blow>((model) => model.userInsertsColumns(sheet, 6, 1)),
);

/** Written below a blank row, under the columns as they stand by then. */
const rowBelow: Blow = (model) => {
  const wanted: Readonly<Record<string, Cell>> = { 客户编号: "LY-ZS009", 置业顾问: "李强" };
  const row = Array.from({ length: 20 }, (_, column) => wanted[headerAt(model, column)]);
  return model.userEdits({ sheet, top: 9, left: 0, cells: [row] }, { from: "pasted" });
};

const typedTexts = (model: Model): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const cells = model.cells(sheet, { top: 4, bottom: 40, left: 0, right: 60 }).flat();
  for (const cell of cells as readonly Cell[])
    if ((typeof cell === "string" && !cell.startsWith("手填")) || typeof cell === "number")
      counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  return counts;
};

test("any sequence of blows, repaired", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(blows, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (sequence, below) => {
        const model = await modelOf(siteBook());
        sitDown(model, { requirementSets: { ExcelApi: "1.14" } });
        for (const blow of sequence) await blow(model);
        if (below) await rowBelow(model);
        const before = typedTexts(model);
        let left = damagesOf(await inspect(), plan());
        // A table made of plain cells shows only then what its columns lack.
        for (let time = 0; time < 4 && left.length > 0; time++)
          left = (
            await repair(
              left.flatMap((each) => each.repair),
              plan(),
            )
          ).left;
        expect(left.map(({ problem }) => [problem.code, problem.caption])).toEqual([]);
        const after = typedTexts(model);
        for (const [text, count] of before) expect([text, after.get(text) ?? 0]).toEqual([text, count]);
      },
    ),
    { numRuns: 6, endOnFailure: true, seed: 14 },
  );
});
