import type { Change } from "../../../src/domain/register/change";
import type { Model } from "../../../src/excel-host/model/model";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { startHistory } from "../../../src/workbook/office/undo";
import { impatient, modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const visitor = { clientId: "LY-ZS001", visitDate: "2026-11-01", consultant: "王芳", name: "张三" };
const entry: readonly Change[] = [
  { kind: "counter", prefix: "LY-LS", highest: 1 },
  { kind: "append", form: "visitors", row: { clientId: "LY-LS001", name: "李四", visitDate: "2026-11-22" } },
  { kind: "append", form: "grades", row: { clientId: "LY-LS001", reachedC: "2026-11-22" } },
  { kind: "set", form: "visitors", row: 5, key: "name", was: "张三", value: "张三丰" },
];

const begin = async (): Promise<{
  model: Model;
  history: ReturnType<typeof startHistory>;
  write: (changes: readonly Change[], doing?: string) => Promise<unknown>;
  bytes: () => { requests: number };
}> => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  const desk = sitDown(model);
  const patience = impatient();
  const history = startHistory(20, patience);
  const port = openWorkbook({ patience, onWritten: history.note });
  return {
    model,
    history,
    write: (changes, doing = "登记来访") => port.write(changes, {}, doing),
    bytes: desk.traffic,
  };
};

const names = (model: Model, rows: number) =>
  model.cells("来访登记", { top: 4, left: 3, bottom: 3 + rows, right: 3 }).map(([cell]) => cell);

test("an entry is taken back: its rows go, its cells get what they held, its number stays given", async () => {
  const { model, history, write, bytes } = await begin();
  const before = model.toBook();
  await write(entry);
  expect(history.next()).toBe("登记来访");
  bytes();
  expect(await history.undo()).toEqual({ rows: 2, cells: 1, left: [] });
  expect(bytes().requests).toBeLessThanOrEqual(3);
  expect(names(model, 2)).toEqual(["张三", null]);
  expect(model.toBook().sheets.map(({ tables }) => tables)).toEqual(
    before.sheets.map(({ name, tables }) =>
      // A number is never given twice: the counter stays.
      name === "_案场簿"
        ? tables.map((each) => (each.name === "Counters" ? { ...each, range: "A1:B2" } : each))
        : tables,
    ),
  );
  expect(model.cells("_案场簿", { top: 1, left: 0, bottom: 1, right: 1 })[0]).toEqual(["LY-LS", 1]);
  // The blank first row of 等级跟踪 is blank again, with its formulas.
  expect(model.cells("等级跟踪", { top: 4, left: 0, bottom: 4, right: 2 })[0]).toEqual([
    expect.objectContaining({ formula: "=ROW()*2" }),
    expect.objectContaining({ formula: "=ROW()*2" }),
    null,
  ]);
  expect(history.next()).toBeUndefined();
  expect(await history.undo()).toBeUndefined();
});

test("what somebody changed since is left and said", async () => {
  const { model, history, write } = await begin();
  await write(entry);
  await model.userEdits({ sheet: "来访登记", top: 5, left: 5, cells: [["35"]] }, { from: "typed" });
  await model.userEdits({ sheet: "来访登记", top: 4, left: 3, cells: [["张三疯"]] }, { from: "typed" });
  expect(await history.undo()).toEqual({
    rows: 1,
    cells: 0,
    left: [
      { form: "visitors", row: 6 },
      { form: "visitors", row: 5, key: "name" },
    ],
  });
  expect(names(model, 2)).toEqual(["张三疯", "李四"]);
});

test("rows that have moved are found", async () => {
  const { model, history, write } = await begin();
  await write(entry.slice(1, 3));
  await model.userInsertsTableRows("Visitors", 0, 2);
  expect(await history.undo()).toMatchObject({ rows: 2, left: [] });
  expect(names(model, 4)).toEqual([null, null, "张三", null]);
});

test("the last operation first; several writes of one entry are one operation", async () => {
  const { model, history, write } = await begin();
  await write([{ kind: "append", form: "visitors", row: { name: "甲" } }], "登记甲");
  await history.asOne("登记乙", async () => {
    await write([{ kind: "append", form: "visitors", row: { name: "乙", clientId: "LY-YI001" } }]);
    await write([
      { kind: "set", form: "visitors", row: 7, key: "clientId", was: "LY-YI001", value: "LY-YI002" },
    ]);
  });
  expect(history.next()).toBe("登记乙");
  expect(await history.undo()).toEqual({ rows: 1, cells: 0, left: [] });
  expect(names(model, 3)).toEqual(["张三", "甲", null]);
  expect(await history.undo()).toMatchObject({ rows: 1 });
  expect(names(model, 2)).toEqual(["张三", null]);
});

test("a filter in the way refuses, and the operation can still be taken back", async () => {
  const { model, history, write } = await begin();
  await write(entry);
  await model.userFilters("Visitors", "客户姓名", ["李四"]);
  await expect(history.undo()).rejects.toMatchObject({ code: "filtered", doing: "撤销登记来访" });
  expect(await history.undo({ clearFilters: true })).toMatchObject({ rows: 2, cells: 1 });
  expect(names(model, 2)).toEqual(["张三", null]);
});
