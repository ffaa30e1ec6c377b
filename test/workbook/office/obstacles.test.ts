import { openWorkbook, type Opening } from "../../../src/workbook/office/open-workbook";
import type { Change } from "../../../src/domain/register/change";
import type { Model } from "../../../src/excel-host/model/model";
import { impatient, intercept, modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const visitor = { clientId: "LY-ZS001", visitDate: "2026-11-01", consultant: "王芳", name: "张三" };
const entry: readonly Change[] = [
  { kind: "counter", prefix: "LY-LS", highest: 1 },
  { kind: "append", form: "visitors", row: { clientId: "LY-LS001", name: "李四", mobile: "13903791234" } },
  { kind: "append", form: "grades", row: { clientId: "LY-LS001", reachedC: "2026-11-22" } },
];
const wanted = { visitors: ["clientId"], grades: ["clientId"] } as const;

const site = async (): Promise<Model> =>
  modelOf(plainSite({ filled: { visitors: [visitor], grades: [{ clientId: "LY-ZS001" }] } }));
const write = (opening: Opening = {}, changes = entry) =>
  openWorkbook({ patience: impatient(), ...opening }).write(changes, wanted, "登记来访");
const column = (model: Model, sheet: string, at: number, rows: number) =>
  model.cells(sheet, { top: 4, left: at, bottom: 3 + rows, right: at }).map(([cell]) => cell);

/** Nothing of the entry stands anywhere. */
const expectUntouched = (model: Model): void => {
  expect(column(model, "来访登记", 0, 3)).toEqual(["LY-ZS001", null, null]);
  expect(column(model, "等级跟踪", 2, 3)).toEqual(["LY-ZS001", null, null]);
  expect(model.cells("_案场簿", { top: 1, left: 0, bottom: 2, right: 1 }).flat()).toEqual([
    null,
    null,
    null,
    null,
  ]);
};

test("a filter on: refused before anything is written", async () => {
  const model = await site();
  sitDown(model);
  await model.userFilters("Visitors", "客户姓名", ["没有这个人"]);
  await expect(write()).rejects.toMatchObject({ code: "filtered", where: "来访登记", doing: "登记来访" });
  expectUntouched(model);
});

test("a filter on: taken off for the write and put back, when the user agrees", async () => {
  const model = await site();
  sitDown(model);
  await model.userFilters("Visitors", "客户姓名", ["张三"]);
  const { rows } = await write({ clearFilters: true });
  expect(rows).toEqual([6, 6]);
  expect(column(model, "来访登记", 0, 2)).toEqual(["LY-ZS001", "LY-LS001"]);
  expect([model.isRowHidden("来访登记", 4), model.isRowHidden("来访登记", 5)]).toEqual([false, true]);
});

test("a protected sheet: refused before anything is written", async () => {
  const model = await site();
  sitDown(model);
  await model.userProtects("等级跟踪", true);
  await expect(write()).rejects.toMatchObject({ code: "protected", where: "等级跟踪" });
  expectUntouched(model);
});

test("a protected sheet: open for as long as the write takes, when the user agrees, with the same options after", async () => {
  const model = await site();
  const desk = sitDown(model);
  await desk.at(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets
        .getItem("等级跟踪")
        .protection.protect({ allowSort: true, allowAutoFilter: true });
      await context.sync();
    }),
  );
  const options = () =>
    desk.at(() =>
      Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem("等级跟踪");
        protection.load("protected,options");
        await context.sync();
        return { protected: protection.protected, options: protection.options };
      }),
    );
  const before = await options();
  await write({ unprotect: true });
  expect(column(model, "等级跟踪", 2, 2)).toEqual(["LY-ZS001", "LY-LS001"]);
  expect(await options()).toEqual(before);
  expect(before).toMatchObject({ protected: true, options: { allowSort: true, allowFormatCells: false } });
});

test("the program's own protected sheet is opened and closed without asking", async () => {
  const model = await site();
  sitDown(model);
  await model.userProtects("_案场簿", true);
  await write();
  expect(model.cells("_案场簿", { top: 1, left: 0, bottom: 1, right: 1 })).toEqual([["LY-LS", 1]]);
  expect(model.workbook.sheets.find(({ name }) => name === "_案场簿")?.protection).toBeDefined();
});

test("a cell being edited: the entry waits, and is written once the editing ends", async () => {
  const model = await site();
  sitDown(model);
  model.userEditsCell(true);
  const patience = impatient(5);
  const waiting: typeof patience = {
    ...patience,
    wait: async (ms) => {
      if (patience.waited.length === 3) model.userEditsCell(false);
      await patience.wait(ms);
    },
  };
  const { rows } = await write({ patience: waiting });
  expect(patience.waited).toEqual(["cellBeingEdited", "cellBeingEdited", "cellBeingEdited"]);
  expect(rows).toEqual([6, 6]);
  expect(column(model, "来访登记", 0, 3)).toEqual(["LY-ZS001", "LY-LS001", null]);
});

test("a cell being edited for too long: refused with its own code, nothing written", async () => {
  const model = await site();
  sitDown(model);
  model.userEditsCell(true);
  await expect(write()).rejects.toMatchObject({ code: "cellBeingEdited" });
  model.userEditsCell(false);
  expectUntouched(model);
});

test("a cell that begins to be edited between looking and writing delays the write, and doubles nothing", async () => {
  const model = await site();
  const desk = sitDown(model);
  const patience = impatient();
  intercept(desk, (request) => Promise.resolve(request === 2 ? 5004 : undefined));
  const { rows } = await write({ patience });
  expect(rows).toEqual([6, 6]);
  expect(patience.waited).toEqual(["cellBeingEdited"]);
  expect(column(model, "来访登记", 0, 3)).toEqual(["LY-ZS001", "LY-LS001", null]);
});

test.each([
  [5012, "sessionLost"],
  [5102, "busy"],
  [5016, "busy"],
  [5103, "tooLarge"],
  [1, "unknown"],
])("transport error %i is refused as %s", async (error, code) => {
  const model = await site();
  const desk = sitDown(model);
  desk.started.client.fail(error);
  await expect(write()).rejects.toMatchObject({ code, doing: "登记来访" });
  desk.started.client.fail(undefined);
  expectUntouched(model);
});

test("a missing sheet and a renamed column are refused by name, and no answer is dropped", async () => {
  const model = await site();
  sitDown(model);
  await model.userEdits({ sheet: "来访登记", top: 3, left: 3, cells: [["姓名"]] }, { from: "typed" });
  await expect(write()).rejects.toMatchObject({ code: "columnMissing", where: "来访登记·客户姓名" });
  expectUntouched(model);
  await model.userDeletesSheet("等级跟踪");
  await expect(write()).rejects.toMatchObject({ code: "tableMissing", where: "等级跟踪" });
  expect(column(model, "来访登记", 0, 2)).toEqual(["LY-ZS001", null]);
});

test("what stands below the table is not written over", async () => {
  const model = await site();
  sitDown(model);
  await model.userEdits({ sheet: "等级跟踪", top: 6, left: 1, cells: [["小计"]] }, { from: "typed" });
  const two: readonly Change[] = [
    ...entry,
    { kind: "append", form: "grades", row: { clientId: "LY-LS002" } },
  ];
  await expect(write({}, two)).rejects.toMatchObject({ code: "belowOccupied", where: "等级跟踪" });
  expectUntouched(model);
});

test("a table that does not take the row in gets it at the second attempt", async () => {
  for (const version of ["1.9", "1.13"]) {
    const model = await site();
    sitDown(model, { requirementSets: { ExcelApi: version } });
    model.workbook.faults.tableGrowth = 1;
    const { rows, after } = await write();
    expect(rows).toEqual([6, 6]);
    expect(after.registers.visitors?.columns.get("clientId")).toEqual(["LY-ZS001", "LY-LS001"]);
    expect(after.registers.grades?.columns.get("clientId")).toEqual(["LY-ZS001", "LY-LS001"]);
  }
});

test("two protected tables that fail to grow are opened again for their second attempt", async () => {
  const model = await site();
  sitDown(model);
  for (const sheet of ["来访登记", "等级跟踪"]) await model.userProtects(sheet, true);
  model.workbook.faults.tableGrowth = 2;
  const { after } = await write({ unprotect: true }, entry.slice(1));
  expect(after.registers.grades?.columns.get("clientId")).toEqual(["LY-ZS001", "LY-LS001"]);
  const locked = model.workbook.sheets.filter(({ protection }) => protection !== undefined);
  expect(locked.map(({ name }) => name)).toEqual(["来访登记", "等级跟踪"]);
});

test("a table that never takes it in: said, and nothing is left half written", async () => {
  const model = await site();
  sitDown(model);
  model.workbook.options.tablesGrow = false;
  await expect(write()).rejects.toMatchObject({ code: "tableDidNotGrow", where: "来访登记" });
  expect(column(model, "来访登记", 0, 3)).toEqual(["LY-ZS001", null, null]);
  expect(column(model, "等级跟踪", 2, 3)).toEqual(["LY-ZS001", null, null]);
});

test("one table grows, the other never does: the first gives its row back", async () => {
  const model = await site();
  sitDown(model);
  const grow = model.workbook.faults;
  // The first table to be written to is 来访登记; 等级跟踪 fails ever after.
  let asked = 0;
  Object.defineProperty(grow, "tableGrowth", { get: () => (asked++ < 1 ? 0 : 1), set: () => undefined });
  await expect(write({}, entry.slice(1))).rejects.toMatchObject({
    code: "tableDidNotGrow",
    where: "等级跟踪",
  });
  expect(column(model, "来访登记", 0, 3)).toEqual(["LY-ZS001", null, null]);
  expect(column(model, "等级跟踪", 2, 3)).toEqual(["LY-ZS001", null, null]);
});
