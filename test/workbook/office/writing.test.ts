import fc from "fast-check";
import type { Change } from "../../../src/domain/register/change";
import type { Answer } from "../../../src/domain/register/register";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { columnOf } from "../../../src/workbook/plan/references";
import {
  batchesOf,
  counterSteps,
  guarding,
  rowRuns,
  unevenCounters,
} from "../../../src/workbook/office/write-steps";
import { onTheWire, sameCell } from "../../../src/workbook/office/cell-text";
import { counters as counterForm } from "../../../src/domain/forms/settings";
import { bookOf } from "../../domain/register/book-of";
import { impatient, intercept, modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const port = () => openWorkbook({ patience: impatient() });
const visitor = { clientId: "LY-ZS001", visitDate: "2026-11-01", consultant: "王芳", name: "张三" };

test("only cells that were given are written: formulas, strangers and others' cells stay", async () => {
  const model = await modelOf(
    plainSite({ filled: { grades: [{ clientId: "LY-ZS001" }] }, strangers: { grades: ["我的列"] } }),
  );
  sitDown(model);
  const changes: Change[] = [
    {
      kind: "append",
      form: "grades",
      row: { clientId: "LY-LS001", reachedC: "2026-11-22", name: "不写", remarks: "甲" },
    },
    { kind: "append", form: "grades", row: { clientId: "LY-WW001", consultant: "李强" } },
  ];
  const { rows, after } = await port().write(changes, { grades: "all" }, "登记");
  expect(rows).toEqual([6, 7]);
  const row = model.cells("等级跟踪", { top: 5, left: 0, bottom: 5, right: 17 })[0]!;
  expect(row[0]).toMatchObject({ formula: "=ROW()*2" });
  // 客户姓名 is the sheet's own formula, whatever the row says.
  expect(row[3]).toMatchObject({ formula: "=ROW()*2" });
  expect(row.slice(4, 13)).toEqual([
    expect.objectContaining({ formula: "=ROW()*2" }),
    null,
    null,
    46348,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(row[17]).toBeNull();
  expect(after.registers.grades?.strangers).toEqual(["我的列"]);
});

test("columns in another order, with a stranger between them", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  sitDown(model);
  await model.userInsertsColumns("来访登记", 2, 1);
  await model.userEdits({ sheet: "来访登记", top: 3, left: 2, cells: [["中间的列"]] }, { from: "typed" });
  await port().write(
    [{ kind: "append", form: "visitors", row: { ...visitor, name: "李四" } }],
    { visitors: "all" },
    "登记",
  );
  expect(model.cells("来访登记", { top: 5, left: 0, bottom: 5, right: 4 })[0]).toEqual([
    "LY-ZS001",
    46327,
    null,
    "王芳",
    "李四",
  ]);
});

test("texts stay texts, in text cells and in others (R20)", async () => {
  const nasty = [
    "=1+1",
    "+86",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "'abc",
    "3/2",
    "2024-03-05",
    "TRUE",
    "#N/A",
    "1E5",
    "50%",
    "0379",
    "/",
    "第一行\n第二行",
    " 空格 ",
  ];
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  const desk = sitDown(model);
  const write = (key: string) =>
    port().write(
      nasty.map((text): Change => ({ kind: "append", form: "visitors", row: { [key]: text } })),
      { visitors: [key] },
      "登记",
    );
  const text = await write("notes");
  expect(text.after.registers.visitors?.columns.get("notes")?.slice(1)).toEqual(nasty);
  expect(text.differing).toBeUndefined();
  expect(desk.traffic().requests).toBe(2);
  // 来访日期 is a date column, 年龄 a number's: a text there must not be read as typing is.
  for (const key of ["visitDate", "age"]) {
    const { after, differing } = await write(key);
    const cells = after.registers.visitors?.columns.get(key)?.slice(-nasty.length);
    expect(cells).toEqual(nasty.map((each) => (key === "visitDate" && each === "2024-03-05" ? 45356 : each)));
    expect(differing).toBeUndefined();
  }
  expect(JSON.stringify(model.toBook())).not.toContain('"formula":"=1+1"');
});

test("a cell that comes out otherwise is written again as text", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  const desk = sitDown(model);
  // Somebody has given the row below another format: looking sees the last record's.
  await model.userFormats("来访登记", { top: 5, left: 8, bottom: 5, right: 8 }, { numberFormat: "General" });
  const { after, differing } = await port().write(
    [{ kind: "append", form: "visitors", row: { mobile: "13803791234", phone: "0379" } }],
    { visitors: ["mobile"] },
    "登记",
  );
  expect(model.cells("来访登记", { top: 3, left: 8, bottom: 3, right: 8 })[0]).toEqual(["手机"]);
  expect(after.registers.visitors?.columns.get("mobile")).toEqual(["", "13803791234"]);
  expect(differing).toBeUndefined();
  expect(desk.traffic().requests).toBeGreaterThan(2);
});

test("set changes: what a colleague changed is left and said, the rest is done", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor, { ...visitor, name: "李四" }] } }));
  const desk = sitDown(model);
  const set = (row: number, was: string | null, value: Answer | null): Change => ({
    kind: "set",
    form: "visitors",
    row,
    key: "name",
    was,
    value,
  });
  const changes = [set(5, "张三", "张三丰"), set(6, "李四四", "李五"), set(99, null, "无")];
  const written = await port().write(changes, { visitors: ["name"] }, "改名");
  expect(written.outrun).toEqual(changes.slice(1));
  expect(written.after.registers.visitors?.columns.get("name")).toEqual(["张三丰", "李四"]);
  expect(desk.traffic().requests).toBe(2);
  // All or nothing.
  const whole = await port().write(
    [set(5, "张三丰", "张三"), set(6, "甲", "乙")],
    { visitors: ["name"] },
    "改名",
    { whole: true },
  );
  expect(whole).toMatchObject({ rows: [], outrun: [{ row: 6 }] });
  expect(whole.after.registers.visitors?.columns.get("name")).toEqual(["张三丰", "李四"]);
  const cleared = await port().write([set(5, "张三丰", null)], { visitors: ["name"] }, "改名");
  expect(cleared.after.registers.visitors?.columns.get("name")).toEqual(["", "李四"]);
});

test("a colleague's value that comes between looking and writing is given back", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  const desk = sitDown(model);
  intercept(desk, async (request) => {
    if (request === 2)
      await model.userEdits({ sheet: "来访登记", top: 4, left: 3, cells: [["同事改的"]] }, { from: "typed" });
  });
  const set: Change = { kind: "set", form: "visitors", row: 5, key: "name", was: "张三", value: "我改的" };
  const written = await port().write([set], { visitors: ["name"] }, "改名");
  expect(written.outrun).toEqual([set]);
  expect(written.after.registers.visitors?.columns.get("name")).toEqual(["同事改的"]);
});

test("a row that is another client's by now is outrun, though its cell holds what it held", async () => {
  const people = ["张三", "李四", "王五"].map((name, at) => ({
    ...visitor,
    clientId: `LY-ZS00${at + 1}`,
    name,
  }));
  const set: Change = {
    kind: "set",
    form: "visitors",
    row: 6,
    key: "address",
    was: null,
    value: "李四的地址",
  };
  const wanted = { visitors: ["clientId", "name", "address"] } as const;
  for (const when of ["before looking", "between looking and writing"]) {
    const model = await modelOf(plainSite({ filled: { visitors: people } }));
    const desk = sitDown(model);
    const basis = await port().read(wanted, "读取");
    const shift = () => model.userDeletesTableRows("Visitors", 0, 1);
    if (when === "before looking") await shift();
    else
      intercept(desk, async (request) => {
        if (request === 2) await shift();
      });
    const written = await port().write([set], wanted, "修正", { basis });
    expect(written.outrun).toEqual([set]);
    expect(written.after.registers.visitors?.columns.get("name")).toEqual(["李四", "王五"]);
    expect(written.after.registers.visitors?.columns.get("address")).toEqual(["", ""]);
  }
  const model = await modelOf(plainSite({ filled: { visitors: people } }));
  sitDown(model);
  const basis = await port().read(wanted, "读取");
  const { after, outrun } = await port().write([set], wanted, "修正", { basis });
  expect(outrun).toEqual([]);
  expect(after.registers.visitors?.columns.get("address")).toEqual(["", "李四的地址", ""]);
});

test("a unit nobody has is told by its number, whatever the others look like", async () => {
  const unit = (unitNo: string) => ({ unitNo, floorArea: 90, unitPrice: 3000, status: "可售" });
  const model = await modelOf(plainSite({ filled: { units: [unit("1-1-0301"), unit("1-1-0302")] } }));
  sitDown(model);
  const wanted = { units: "all" } as const;
  const basis = await port().read(wanted, "读取");
  const hold = (key: string, was: string | null, value: string): Change => ({
    kind: "set",
    form: "units",
    row: 6,
    key,
    was,
    value,
  });
  const changes = [hold("status", "可售", "保留"), hold("clientId", null, "LY-ZS001")];
  await model.userDeletesTableRows("Units", 0, 1);
  await model.userEdits({ sheet: "销控表", top: 5, left: 0, cells: [["1-1-0303"]] }, { from: "typed" });
  const column = columnOf("units", "status");
  await model.userEdits({ sheet: "销控表", top: 5, left: column, cells: [["可售"]] }, { from: "typed" });
  const { outrun, after } = await port().write(changes, wanted, "保留", { basis });
  expect(outrun).toEqual(changes);
  expect(after.registers.units?.columns.get("status")).toEqual(["可售", "可售"]);
});

test("what is written itself says no more which row it is: each cell is looked at for what it held", () => {
  const basis = bookOf({
    instalments: [{ clientId: "LY-ZS001", unitNo: "甲", term: "首付", amount: 90000 }],
  });
  const set = (key: string, was: Answer, value: Answer) =>
    ({ kind: "set", form: "instalments", row: 5, key, was, value }) as const;
  const [amount, refused] = [set("amount", 90000, 95000), set("refused", "", "是")];
  const told = (changes: readonly Change[]) => guarding(changes, basis)(refused).map(({ key }) => key);
  expect(told([refused])).toEqual(["clientId", "unitNo", "term", "dueOn", "amount"]);
  expect(told([amount, refused])).toEqual(["clientId", "unitNo", "term", "dueOn"]);
});

test("counters only rise", async () => {
  const model = await modelOf(plainSite({ filled: { counters: [{ prefix: "LY-ZS", highest: 7 }] } }));
  sitDown(model);
  const count = (prefix: string, highest: number): Change => ({ kind: "counter", prefix, highest });
  const changes = [count("LY-ZS", 3), count("LY-LS", 1), count("LY-LS", 4)];
  const { after, rows } = await port().write(changes, {}, "编号");
  expect(rows).toEqual([]);
  expect([...after.site.highest]).toEqual([
    ["LY-ZS", 7],
    ["LY-LS", 4],
  ]);
  const raised = await port().write([count("LY-ZS", 8)], {}, "编号");
  expect(raised.after.site.highest.get("LY-ZS")).toBe(8);
});

test("two rows of one prefix are made to agree on the highest", () => {
  const register = {
    form: counterForm,
    sheet: "_案场簿",
    firstRow: 2,
    count: 3,
    columns: new Map([
      ["prefix", ["LY-ZS", "LY-LS", "LY-ZS"]],
      ["highest", [3, 1, 2]],
    ]),
    missing: [],
    strangers: [],
  };
  expect(unevenCounters(register)).toEqual([
    { kind: "set", form: "counters", row: 4, key: "highest", was: 2, value: 3 },
  ]);
  expect(counterSteps([{ kind: "counter", prefix: "LY-LS", highest: 1 }], register)).toEqual([]);
});

test("thousands of rows and cells go in batches below 5 MB, every row once and in order", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  const desk = sitDown(model);
  const name = (at: number): string => `客户${at}`;
  const appends = Array.from({ length: 5000 }, (_, at): Change => ({
    kind: "append",
    form: "visitors",
    row: { name: name(at), notes: "很长的洽谈内容".repeat(20), mobile: `138${String(at).padStart(8, "0")}` },
  }));
  const { rows, after } = await port().write(appends, { visitors: ["name", "mobile"] }, "收编");
  const { requests, bytes } = desk.traffic();
  expect(rows).toEqual(Array.from({ length: 5000 }, (_, at) => at + 6));
  expect(after.registers.visitors?.columns.get("name")).toEqual([
    "张三",
    ...appends.map((_, at) => name(at)),
  ]);
  expect(bytes / requests).toBeLessThan(2.5 * 1024 * 1024);
  expect(requests).toBeLessThanOrEqual(2 * batchesOf(appends).length + 1);

  const sets = Array.from({ length: 4000 }, (_, at): Change => ({
    kind: "set",
    form: "visitors",
    row: at + 6,
    key: at % 2 === 0 ? "name" : "address",
    was: at % 2 === 0 ? name(at) : null,
    value: `改${at}`,
  }));
  const fixed = await port().write(sets, { visitors: ["name"] }, "修正");
  expect(fixed.outrun).toEqual([]);
  expect(fixed.after.registers.visitors?.columns.get("name")?.slice(1, 4)).toEqual(["改0", "客户1", "改2"]);
  expect(desk.traffic().bytes).toBeGreaterThan(0);
});

test("a batch that is refused takes the earlier ones back", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  const desk = sitDown(model);
  const appends = Array.from({ length: 1500 }, (_, at): Change => ({
    kind: "append",
    form: "visitors",
    row: { name: `客户${at}`, notes: "很长的洽谈内容".repeat(60) },
  }));
  expect(batchesOf(appends).length).toBeGreaterThan(1);
  intercept(desk, async (request) => {
    if (request === 3) await model.userFilters("Visitors", "置业顾问", ["王芳"]);
    if (request === 4) await model.userFilters("Visitors", "置业顾问", undefined);
  });
  await expect(port().write(appends, {}, "收编")).rejects.toMatchObject({ code: "filtered" });
  expect(model.cells("来访登记", { top: 4, left: 3, bottom: 6, right: 3 }).flat()).toEqual([
    "张三",
    null,
    null,
  ]);
});

test("a long write says how far it is, and one that is stopped takes back what was written", async () => {
  const model = await modelOf(plainSite({ filled: { visitors: [visitor] } }));
  sitDown(model);
  const appends = Array.from({ length: 1500 }, (_, at): Change => ({
    kind: "append",
    form: "visitors",
    row: { name: `客户${at}`, notes: "很长的洽谈内容".repeat(60) },
  }));
  const told: number[] = [];
  const stopped = new Error("stopped");
  const progress = (done: number): void => void told.push(done);
  const mayGoOn = (): void => {
    if (told.length > 1) throw stopped;
  };
  await expect(port().write(appends, {}, "收编", { progress, mayGoOn })).rejects.toBe(stopped);
  expect(told).toEqual([0, batchesOf(appends)[0]?.length]);
  expect(model.cells("来访登记", { top: 4, left: 3, bottom: 6, right: 3 }).flat()).toEqual([
    "张三",
    null,
    null,
  ]);
  told.length = 0;
  await port().write(appends, {}, "收编", { progress, mayGoOn: () => undefined });
  expect(told.length).toBe(batchesOf(appends).length + 1);
  expect(told.at(-1)).toBe(1500);
});

test("rows of a column run together; the later of two for one cell wins", () => {
  expect(
    rowRuns([{ row: 7 }, { row: 5 }, { row: 6 }, { row: 9 }]).map(({ first, last }) => [first, last]),
  ).toEqual([
    [5, 7],
    [9, 9],
  ]);
});

test("equal cells: empty is empty, numbers to fifteen digits", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(fc.property(cell, (each) => sameCell(each, each)));
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 60_000, noNaN: true }),
      (n) => sameCell(n, Number(n.toPrecision(15))) && !sameCell(n, n + 1 / 1440),
    ),
  );
  expect([sameCell("", null), sameCell(undefined, ""), sameCell(0, ""), sameCell("1", 1)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("a text that could be read as something else carries its mark, but not into text cells", () => {
  expect(["=A1", "张三", "2024-1-1", "TRUE", ""].map((text) => onTheWire(text, "General"))).toEqual([
    "'=A1",
    "张三",
    "'2024-1-1",
    "'TRUE",
    "",
  ]);
  expect(onTheWire("=A1", "@")).toBe("=A1");
  expect(onTheWire(5, "General")).toBe(5);
});
