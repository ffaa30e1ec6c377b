import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { impatient, modelOf, sitDown } from "./desk";
import { plainSite, roster } from "./plain-site";

const filled = {
  consultants: roster,
  visitors: [
    {
      clientId: "LY-ZS001",
      visitDate: "2026-11-01",
      consultant: "王芳",
      name: "张三",
      mobile: "138 0379 1234",
    },
    {
      clientId: "LY-LS001",
      visitDate: "2026-11-02",
      consultant: "李强",
      name: "李四",
      mobile: "139 0379 1234",
    },
  ],
  counters: [{ prefix: "LY-ZS", highest: 1 }],
  events: [{ date: "2026-12-25", name: "暖冬节", kind: "促销" }],
};

test("settings and wanted columns in one round trip", async () => {
  const model = await modelOf(plainSite({ filled, strangers: { visitors: ["我的备注"] } }));
  const desk = sitDown(model);
  const port = openWorkbook({ patience: impatient() });
  const book = await port.read({ visitors: ["name", "visitDate", "mobile"] }, "读取");
  expect(desk.traffic().requests).toBe(1);
  expect(book.site).toMatchObject({ project: "示例花园", region: "LY", areaCode: "0379", policy: "000" });
  expect(book.site.consultants.map(({ name }) => name)).toEqual(["王芳", "李强"]);
  expect(book.site.lists.gender).toEqual(["男", "女"]);
  expect(book.site.highest.get("LY-ZS")).toBe(1);
  expect(book.site.occasions).toEqual([{ day: "2026-12-25", name: "暖冬节" }]);
  const visitors = book.registers.visitors!;
  expect(visitors).toMatchObject({
    sheet: "来访登记",
    firstRow: 5,
    count: 2,
    missing: [],
    strangers: ["我的备注"],
  });
  expect(Object.fromEntries(visitors.columns)).toEqual({
    name: ["张三", "李四"],
    visitDate: [46327, 46328],
    mobile: ["138 0379 1234", "139 0379 1234"],
  });
  expect(book.absent).toEqual([]);
});

test("a visit is written below the table and read back in two round trips", async () => {
  const model = await modelOf(plainSite({ filled }));
  const desk = sitDown(model);
  const port = openWorkbook({ patience: impatient() });
  const written = await port.write(
    [
      { kind: "counter", prefix: "LY-ZL", highest: 1 },
      {
        kind: "append",
        form: "visitors",
        row: {
          clientId: "LY-ZL001",
          visitDate: "2026-11-22",
          name: "赵六",
          mobile: "13803791111",
          layout: "3/2",
          postcode: "471000",
        },
      },
      {
        kind: "append",
        form: "grades",
        row: { clientId: "LY-ZL001", consultant: "王芳", reachedC: "2026-11-22" },
      },
    ],
    { visitors: ["clientId", "name", "mobile", "layout"], grades: "all" },
    "登记来访",
  );
  expect(desk.traffic().requests).toBe(2);
  expect(written.rows).toEqual([7, 5]);
  expect(written.outrun).toEqual([]);
  expect(written.differing).toBeUndefined();
  const { visitors, grades, counters } = written.after.registers;
  expect(visitors!.count).toBe(3);
  expect(visitors!.columns.get("layout")).toEqual(["", "", "3/2"]);
  expect(visitors!.columns.get("mobile")![2]).toBe("13803791111");
  // The blank first row is filled, and its formulas stand.
  expect(grades!.count).toBe(1);
  expect(grades!.columns.get("clientId")).toEqual(["LY-ZL001"]);
  expect(model.cells("等级跟踪", { top: 4, left: 0, bottom: 4, right: 0 })[0]![0]).toMatchObject({
    formula: "=ROW()*2",
  });
  expect(counters!.columns.get("prefix")).toEqual(["LY-ZS", "LY-ZL"]);
  expect(written.after.site.highest.get("LY-ZL")).toBe(1);
});

test("a write is one step of Excel's own undo, where Excel offers that", async () => {
  for (const [version, step] of [
    ["1.19", false],
    ["1.20", true],
  ] as const) {
    const model = await modelOf(plainSite({ filled }));
    const { started } = sitDown(model, { requirementSets: { ExcelApi: version } });
    const given: unknown[] = [];
    const run = started.Excel.run.bind(started.Excel) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(started.Excel, {
      run: (...args: unknown[]) => {
        given.push(args[0]);
        return run(...args);
      },
    });
    await openWorkbook({ patience: impatient() }).write(
      [{ kind: "append", form: "visitors", row: { name: "赵六" } }],
      {},
      "登记来访",
    );
    expect(given).toEqual(step ? [{}, { mergeUndoGroup: true }] : [{}, {}]);
  }
});
