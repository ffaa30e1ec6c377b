import { cellAddress, parseArea } from "../../src/book/address";
import type { Book, Cell, Sheet } from "../../src/book/book";
import { toFileFormula } from "../../src/book/structured";
import { createModel } from "../../src/excel-host/model/create";
import type { Model } from "../../src/excel-host/model/model";
import { startClient } from "../../src/excel-host/transports/native-bridge";
import { buildWorkbook } from "../../src/workbook/office/build-workbook";
import { freshBook, sampleBook } from "./planned-site";

const started = (model: Model = createModel()) => {
  return { model, ...startClient(model) };
};

/** Formulas in one spelling; results are not the writers' business. */
const plainCell = (cell: Cell): unknown =>
  typeof cell === "object" && cell !== null ? toFileFormula(cell.formula, undefined) : cell;

/** Contents by address, however the blocks are cut. */
const contents = (sheet: Sheet): Record<string, unknown> => {
  const cells: Record<string, unknown> = {};
  for (const { at, rows } of sheet.blocks) {
    const area = parseArea(at);
    rows.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell !== null)
          cells[cellAddress((area?.top ?? 0) + row, (area?.left ?? 0) + column)] = plainCell(cell);
      });
    });
  }
  return cells;
};

const byRange = <T extends { readonly range: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.range < b.range ? -1 : 1));

const comparable = (sheet: Sheet) => ({
  ...sheet,
  blocks: contents(sheet),
  looks: undefined,
  columns: [...sheet.columns].sort((a, b) => a.column - b.column),
  rows: [...sheet.rows].sort((a, b) => a.row - b.row),
  merges: [...sheet.merges].sort(),
  validations: byRange(sheet.validations),
  tables: sheet.tables.map((table) => ({
    ...table,
    columns: table.columns.map(({ name, formula }) => ({
      name,
      formula: formula && toFileFormula(formula, table.name),
    })),
  })),
});

const sheetsOf = (book: Book): Readonly<Record<string, unknown>> =>
  Object.fromEntries(book.sheets.map((sheet) => [sheet.name, comparable(sheet)]));

/** Every cell's look as it comes out, to the last planned row, and far below for rows to come. */
const looksOf = (model: Model, { name, blocks }: Sheet): Readonly<Record<string, unknown>> => {
  const bottom = Math.max(...blocks.map(({ at, rows }) => (parseArea(at)?.top ?? 0) + rows.length));
  const right = Math.max(
    ...blocks.map(({ at, rows }) => (parseArea(at)?.left ?? 0) + (rows[0]?.length ?? 0)),
  );
  const looks: Record<string, unknown> = {};
  for (const row of [...Array.from({ length: bottom + 2 }, (_, index) => index), 5000])
    for (let column = 0; column <= right; column++)
      looks[cellAddress(row, column)] = model.look(name, row, column);
  return looks;
};

describe.each([
  ["fresh", freshBook],
  ["with the sample", sampleBook],
])("a workbook built through Office.js, %s", (_name, plan) => {
  const book = plan();
  const planned = createModel({ book });
  const { model, client, use } = started();
  let done: Awaited<ReturnType<typeof buildWorkbook>>;
  const steps: (readonly [number, number])[] = [];
  const bytes: number[] = [0];

  beforeAll(async () => {
    use();
    done = await buildWorkbook(book, (at, of) => {
      steps.push([at, of]);
      bytes.push(client.counters.bytesIn);
    });
  });

  test("holds what the plan says, sheet by sheet", () => {
    const built = model.toBook();
    expect(built.sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
    expect(sheetsOf(built)).toEqual(sheetsOf(planned.toBook()));
  });

  test.each(book.sheets.map((sheet) => [sheet.name, sheet] as const))(
    "looks as planned: %s",
    (_sheet, sheet) => {
      expect(looksOf(model, sheet)).toEqual(looksOf(planned, sheet));
    },
  );

  test("has the plan's names", () => {
    expect(model.toBook().names).toEqual(book.names);
  });

  test("took ten round trips at most, each far below 5 MB, and said how far it was", () => {
    expect(client.counters.requests).toBe(done.roundTrips);
    expect(done.roundTrips).toBeLessThanOrEqual(10);
    const largest = Math.max(...bytes.slice(1).map((now, at) => now - (bytes[at] ?? 0)));
    expect(largest).toBeGreaterThan(100_000);
    expect(largest).toBeLessThan(1_250_000);
    expect(steps.at(-1)).toEqual([done.roundTrips, done.roundTrips]);
  });

  test("stands on 首页 in the end", () => {
    expect(model.selection().sheet).toBe("首页");
  });
});

describe("the open workbook", () => {
  const own = (name: string): Sheet => ({
    name,
    visibility: "visible",
    showGridlines: true,
    blocks: [{ at: "A1", rows: [["自己的"]] }],
    looks: [],
    columns: [],
    rows: [],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
  });

  test("keeps its own sheets beside ours", async () => {
    const { model, use } = started(createModel({ book: { sheets: [own("草稿")], names: [] } }));
    use();
    await buildWorkbook(freshBook());
    expect(model.toBook().sheets.map(({ name }) => name)).toEqual([
      "草稿",
      ...freshBook().sheets.map(({ name }) => name),
    ]);
  });

  test("is left as it is where a name of ours is taken", async () => {
    const { model, client, use } = started(createModel({ book: { sheets: [own("设置")], names: [] } }));
    use();
    const before = model.toBook();
    await expect(buildWorkbook(freshBook())).rejects.toMatchObject({ code: "nameTaken", where: "设置" });
    expect(model.toBook()).toEqual(before);
    expect(client.counters.requests).toBe(1);
  });

  test("is as before when Excel gives up in the middle", async () => {
    const { model, client, use } = started(createModel({ book: { sheets: [own("草稿")], names: [] } }));
    use();
    const failing = buildWorkbook(freshBook(), (done) => {
      if (done === 3) client.fail(5103, 1);
    });
    await expect(failing).rejects.toMatchObject({ code: "tooLarge" });
    expect(model.toBook()).toEqual({ sheets: [own("草稿")], names: [] });
  });
});
