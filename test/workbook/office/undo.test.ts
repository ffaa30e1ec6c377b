import type { Book } from "../../../src/book/book";
import type { CalendarDay, Moment } from "../../../src/domain/kit/calendar-day";
import type { Change } from "../../../src/domain/register/change";
import { registerVisit, visitWants } from "../../../src/domain/register/client/register-visit";
import { returnWants } from "../../../src/domain/register/client/return-visit";
import { wantedTogether } from "../../../src/domain/register/wanted";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import type { Model } from "../../../src/excel-host/model/model";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter } from "../../../src/workbook/office/register-entry";
import { startHistory } from "../../../src/workbook/office/undo";
import { impatient, modelOf, sitDown } from "./desk";
import { plainSite, roster } from "./plain-site";

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

describe("a large operation", () => {
  const count = 2_500;
  const many: readonly Change[] = [
    { kind: "counter", prefix: "LY-LS", highest: count },
    { kind: "ownColumn", form: "visitors", caption: "批示", holds: "anything" },
    { kind: "append", form: "consultants", row: { name: "老顾问", active: "否" } },
    { kind: "set", form: "visitors", row: 5, key: "own:批示", was: null, value: "阅" },
    ...Array.from({ length: count }, (_, at): Change[] => {
      const clientId = `LY-LS${String(at + 1).padStart(3, "0")}`;
      const notes = "看三房，夫妻二人，首付已够，等学区消息后再定".repeat(20);
      return [
        {
          kind: "append",
          form: "visitors",
          row: { clientId, name: `李${at}`, notes, "own:批示": `第${at}` },
        },
        { kind: "append", form: "grades", row: { clientId, reachedC: "2026-11-22" } },
      ];
    }).flat(),
  ];

  const taken = async () => {
    const all = await begin();
    const before = all.model.toBook();
    await all.history.asOne("收编", () => all.write(many, "收编"), true);
    return { ...all, before };
  };
  const tablesOf = (model: Model, sheet: string) =>
    model
      .toBook()
      .sheets.find(({ name }) => name === sheet)
      ?.tables.map(({ range }) => range);
  const same = (model: Model, before: Book, sheet: string): void => {
    const of = (book: Book) => book.sheets.find(({ name }) => name === sheet);
    expect(of(model.toBook())?.tables).toEqual(of(before)?.tables);
    expect(of(model.toBook())?.blocks).toEqual(of(before)?.blocks);
  };

  test("written in several batches is one operation, taken back whole in requests of less than 5 MB", async () => {
    const { model, history, before, bytes } = await taken();
    expect(model.cells("来访登记", { top: 4 + count, left: 3, bottom: 4 + count, right: 3 })).toEqual([
      [`李${count - 1}`],
    ]);
    bytes();
    expect(await history.undo()).toEqual({ rows: 2 * count + 1, cells: 1, left: [] });
    for (const sheet of ["来访登记", "等级跟踪", "设置"]) same(model, before, sheet);
    // R1: the numbers given stay given.
    expect(model.cells("_案场簿", { top: 1, left: 0, bottom: 1, right: 1 })[0]).toEqual(["LY-LS", count]);
    expect(history.next()).toBeUndefined();
  });

  test("twenty later operations do not push it out; rows below have moved up for them", async () => {
    const { model, history, write, before } = await taken();
    for (let n = 1; n <= 21; n++)
      await write([{ kind: "append", form: "visitors", row: { name: `后来${n}` } }], "登记来访");
    const row = 5 + count + 21;
    await write(
      [{ kind: "set", form: "visitors", row, key: "name", was: "后来21", value: "后来二十一" }],
      "改名",
    );
    expect(history.next("收编")).toBe("收编");
    expect(await history.undo({}, "收编")).toMatchObject({ rows: 2 * count + 1, left: [] });
    expect(history.next("收编")).toBeUndefined();
    expect(tablesOf(model, "来访登记")).toEqual(["A4:AG26"]);
    expect(names(model, 22).at(-1)).toBe("后来二十一");
    // Each of the others finds its own row.
    expect(await history.undo()).toEqual({ rows: 0, cells: 1, left: [] });
    for (let n = 1; n < 20; n++) expect(await history.undo()).toEqual({ rows: 1, cells: 0, left: [] });
    expect(await history.undo()).toBeUndefined();
    // The first two were forgotten.
    expect(names(model, 4)).toEqual(["张三", "后来1", "后来2", null]);
    expect(before.sheets).toHaveLength(model.toBook().sheets.length);
  });

  test("rows that people changed since, and a column they filled, are left and told", async () => {
    const { model, history } = await taken();
    await model.userEdits({ sheet: "来访登记", top: 4 + 7, left: 5, cells: [["35"]] }, { from: "typed" });
    const left = await history.undo();
    expect(left).toMatchObject({ rows: 2 * count, cells: 1 });
    expect(left?.left).toEqual([
      { form: "visitors", row: 5 + 7 },
      { form: "visitors", row: 0, key: "own:批示" },
    ]);
    expect(names(model, 3)).toEqual(["张三", "李6", null]);
  });
});

test("再次来访 is taken back: the row is as the visit before left it, blank for blank, and the talk is gone", async () => {
  const client = "LY-ZS001" as ClientNumber;
  const known = { ...visitor, gender: "男", mobile: "138 0379 1234", channels: "路过", age: 35 };
  const grades = [{ clientId: client, consultant: "王芳", reachedC: "2026-11-01" }];
  const model = await modelOf(plainSite({ filled: { consultants: roster, visitors: [known], grades } }));
  sitDown(model);
  const patience = impatient();
  const history = startHistory(20, patience);
  const cells = () =>
    ["来访登记", "等级跟踪", "跟踪记录"].map((sheet) =>
      model.cells(sheet, { top: 4, left: 0, bottom: 5, right: 40 }),
    );
  const before = cells();
  const today = "2026-11-22" as CalendarDay;
  const answers = { age: "41", address: "龙门大道 1 号", nextAppointment: "2026-11-24 14:30" };
  const wants = wantedTogether(visitWants, returnWants(Object.keys(answers)));
  const entered = await enter(openWorkbook({ patience, onWritten: history.note }), {
    doing: "登记来访",
    wants,
    decide: (book) =>
      registerVisit(
        book,
        { ...known, ...answers, visitDate: today, notes: "带爱人再来看了一次样板间，约好后天下午再来谈价。" },
        {
          today,
          now: "2026-11-22 10:30" as Moment,
          phone: { is: "sameClient", clientId: client, seen: { age: "35" }, amend: ["age"] },
        },
      ),
  });
  expect(entered).toMatchObject({ ok: true, clientId: client });
  expect(cells()).not.toEqual(before);
  expect(await history.undo()).toEqual({ rows: 1, cells: 3, left: [] });
  expect(cells()).toEqual(before);
});
