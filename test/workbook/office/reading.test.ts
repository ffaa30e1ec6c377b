import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { cutIntoRequests, halves } from "../../../src/workbook/office/pieces";
import { sheetOfFormula } from "../../../src/workbook/plan/where-to-look";
import type { Answer } from "../../../src/domain/register/register";
import { impatient, modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const visitor = { clientId: "LY-ZS001", visitDate: "2026-11-01", consultant: "王芳", name: "张三" };
const open = () => openWorkbook({ patience: impatient() });

test("a renamed sheet is found by its table, and so are settings and lists", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  sitDown(model);
  for (const [sheet, name] of [
    ["来访登记", "来访 2026"],
    ["设置", "我们的设置"],
    ["字典", "选项"],
  ] as const)
    expect(await model.userRenamesSheet(sheet, name)).toMatchObject({ done: true });
  const book = await open().read({ visitors: ["name"] }, "读取");
  expect(book.registers.visitors).toMatchObject({ sheet: "来访 2026", count: 1 });
  expect(book.site.project).toBe("示例花园");
  expect(book.site.lists.gender).toEqual(["男", "女"]);
});

test("a missing sheet is said, the rest is read", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  sitDown(model);
  for (const sheet of ["成交报告", "字典", "设置"]) await model.userDeletesSheet(sheet);
  const book = await open().read({ visitors: ["name"], deals: "all" }, "读取");
  expect(book.absent).toEqual(["deals", "settingLines", "cadence", "consultants", "signals"]);
  expect(book.registers.deals).toBeUndefined();
  expect(book.registers.visitors?.columns.get("name")).toEqual(["张三"]);
  // Lists that are gone are as the house began.
  expect(book.site.lists.gender).toEqual(["男", "女"]);
});

test("a renamed column is missing, and the new caption a stranger", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  sitDown(model);
  await model.userEdits({ sheet: "来访登记", top: 3, left: 3, cells: [["姓名"]] }, { from: "typed" });
  for (const wanted of ["all", ["name", "consultant"]] as const) {
    const { visitors } = (await open().read({ visitors: wanted }, "读取")).registers;
    expect(visitors?.missing).toEqual(["客户姓名"]);
    expect(visitors?.strangers).toEqual(["姓名"]);
    expect(visitors?.columns.has("name")).toBe(false);
    expect(visitors?.columns.get("consultant")).toEqual(["王芳"]);
  }
});

test("somebody else's workbook is refused", async () => {
  const model = await modelOf({
    sheets: plainSite({})
      .sheets.slice(0, 1)
      .map((sheet) => ({ ...sheet, tables: [] })),
    names: [],
  });
  sitDown(model);
  await expect(open().read({ visitors: "all" }, "读取")).rejects.toMatchObject({
    code: "notOurs",
    doing: "读取",
  });
});

const many = (count: number) =>
  Array.from({ length: count }, (_, at): Readonly<Record<string, Answer>> => ({
    ...visitor,
    clientId: `LY-ZS${String(at + 1).padStart(3, "0")}`,
    mobile: `138${String(at).padStart(8, "0")}`,
    notes: "看了样板房，觉得采光好，家里人还要商量，约好周末再来一次，请提前准备户型图。".repeat(2),
  }));

test("a register too large for one answer comes in chunks: the sizes first, then one request a chunk", async () => {
  const records = many(6000);
  const model = await modelOf(plainSite({ filled: { visitors: records } }));
  const desk = sitDown(model);
  const port = open();
  const book = await port.read({ visitors: "all" }, "校验");
  const { requests, bytes } = desk.traffic();
  const { visitors } = book.registers;
  expect(visitors?.count).toBe(6000);
  expect(visitors?.columns.get("mobile")).toEqual(records.map(({ mobile }) => mobile));
  expect(visitors?.columns.get("notes")?.at(-1)).toBe(records[0]?.["notes"]);
  // A chunk is some 3.8 MB by estimate, and never above 5 MB.
  expect(requests).toBeLessThanOrEqual(1 + Math.ceil((6000 * 1000) / 3_800_000) + 1);
  expect(bytes / requests).toBeLessThan(5 * 1024 * 1024);
  // By then it is known how little most cells hold.
  await port.read({ visitors: "all" }, "校验");
  expect(desk.traffic().requests).toBe(1);
  // Few columns of it still come at once.
  await port.read({ visitors: ["clientId", "mobile"] }, "登记来访");
  expect(desk.traffic().requests).toBe(1);
});

test("before each request of a long reading others may go first", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: many(6000) } }));
  const desk = sitDown(model);
  let times = 0;
  const between = (): Promise<void> => {
    times += 1;
    return Promise.resolve();
  };
  await openWorkbook({ patience: impatient(), between }).read({ visitors: "all" }, "读取");
  // The first request asks for sizes.
  expect(times).toBe(desk.traffic().requests - 1);
  expect(times).toBeGreaterThan(1);
});

test("read again, the first chunk comes with the sizes, unless they have changed", async () => {
  const records = many(6000).map((record) => ({ ...record, notes: `${record["notes"]}`.repeat(4) }));
  const model = await modelOf(plainSite({ filled: { visitors: records } }));
  const desk = sitDown(model);
  const port = open();
  const wanted = { visitors: ["clientId", "mobile", "notes"] };
  const first = await port.read(wanted, "读取");
  desk.traffic();
  const again = await port.read(wanted, "读取");
  const { requests, bytes } = desk.traffic();
  expect(bytes).toBeGreaterThan(3_800_000);
  expect(requests).toBe(2);
  expect(again.registers.visitors?.columns).toEqual(first.registers.visitors?.columns);
  await model.userInsertsTableRows("Visitors", 0, 1);
  const later = await port.read(wanted, "读取");
  expect(desk.traffic().requests).toBe(3);
  const [before, after] = [first, later].map(({ registers }) => registers.visitors?.columns.get("mobile"));
  expect(after).toEqual(["", ...(before ?? [])]);
  await port.read(wanted, "读取");
  expect(desk.traffic().requests).toBe(2);
});

describe("columns side by side are read in one block once it is known how they stand", () => {
  const records = many(3).map((record, at) => ({ ...record, gender: "男", age: 30 + at }));
  const wanted = { visitors: ["clientId", "age", "name", "consultant", "mobile", "gender"] };
  const sitting = async () => {
    const model = await modelOf(plainSite({ filled: { visitors: records } }));
    const desk = sitDown(model);
    const port = open();
    const first = await port.read(wanted, "读取");
    const { bytes: alone } = desk.traffic();
    return { model, desk, port, first, alone };
  };
  const cells = (book: Awaited<ReturnType<ReturnType<typeof open>["read"]>>) =>
    wanted.visitors.map((key) => book.registers.visitors?.columns.get(key));

  test("what comes is the same, in fewer words", async () => {
    const { desk, port, first, alone } = await sitting();
    const again = await port.read(wanted, "读取");
    const { requests, bytes } = desk.traffic();
    expect(requests).toBe(1);
    expect(bytes).toBeLessThan(alone - 1000);
    expect(again.registers.visitors?.columns.size).toBe(6);
    expect(cells(again)).toEqual(cells(first));
    expect(cells(again)[2]).toEqual(["张三", "张三", "张三"]);
    expect(cells(again)[1]).toEqual([30, 31, 32]);
  });

  type Model = Awaited<ReturnType<typeof sitting>>["model"];
  test.each([
    ["a column of one's own between them", 6, (model: Model) => model.userInsertsColumns("来访登记", 4, 1)],
    ["a column before all of them", 6, (model: Model) => model.userInsertsColumns("来访登记", 0, 1)],
    ["a column that is gone", 5, (model: Model) => model.userDeletesTableColumn("Visitors", "性别")],
    ["a column in another place", 6, (model: Model) => model.userMovesTableColumn("Visitors", "性别", 1)],
  ])("%s: they are found where they stand now", async (_, count, change) => {
    const { model, desk, port, first } = await sitting();
    expect(await change(model)).toMatchObject({ done: true });
    const now = await port.read(wanted, "读取");
    expect(desk.traffic().requests).toBeLessThanOrEqual(3);
    const expected = cells(await open().read(wanted, "读取"));
    expect(cells(now)).toEqual(expected);
    expect(now.registers.visitors?.columns.size).toBe(count);
    for (const [at, column] of cells(now).entries())
      expect([undefined, cells(first)[at]]).toContainEqual(column);
    desk.traffic();
    expect(cells(await port.read(wanted, "读取"))).toEqual(expected);
    expect(desk.traffic().requests).toBe(1);
  });
});

test("an answer larger than expected is cut in halves", async () => {
  const records = many(400);
  const model = await modelOf(plainSite({ filled: { visitors: records } }));
  const desk = sitDown(model, { byteLimit: 60_000 });
  const { visitors } = (await open().read({ visitors: ["clientId", "notes"] }, "读取")).registers;
  expect(visitors?.columns.get("notes")).toHaveLength(400);
  expect(visitors?.columns.get("clientId")).toEqual(records.map(({ clientId }) => clientId));
  expect(desk.traffic().requests).toBeGreaterThan(3);
});

test("pieces keep to the budget and lose no row", () => {
  const loads = [
    { key: "visitors", from: 0, to: 10, bytesPerRow: 30 },
    { key: "calls", from: 0, to: 3, bytesPerRow: 50 },
  ] as const;
  const requests = cutIntoRequests(loads, 100);
  expect(requests).toEqual([
    [{ key: "visitors", from: 0, to: 3 }],
    [{ key: "visitors", from: 3, to: 6 }],
    [{ key: "visitors", from: 6, to: 9 }],
    [
      { key: "visitors", from: 9, to: 10 },
      { key: "calls", from: 0, to: 1 },
    ],
    [{ key: "calls", from: 1, to: 3 }],
  ]);
  // The words that ask for a stretch count too.
  const beside = { key: "grades", bytesPerRow: 10, bytesBeside: 30 } as const;
  expect(
    cutIntoRequests(
      [
        { ...beside, from: 2, to: 4 },
        { ...beside, from: 8, to: 10 },
      ],
      70,
    ),
  ).toEqual([[{ key: "grades", from: 2, to: 4 }], [{ key: "grades", from: 8, to: 10 }]]);
  expect(halves([{ key: "calls", from: 1, to: 4 }])).toEqual([
    [{ key: "calls", from: 1, to: 3 }],
    [{ key: "calls", from: 3, to: 4 }],
  ]);
  expect(halves([{ key: "calls", from: 1, to: 2 }])).toBeUndefined();
});

test("a name's formula says its sheet", () => {
  expect(sheetOfFormula("=字典!$B$4:INDEX(字典!$B$4:$B$203,1)")).toBe("字典");
  expect(sheetOfFormula("='a ''b'!$B$4")).toBe("a 'b");
  expect(sheetOfFormula("=SUM(A1)")).toBeUndefined();
});
