import { codeOf, started, type Started } from "./started";

const withTable = async (options = {}): Promise<Started> => {
  const host = started(options);
  await host.on((sheet) => {
    sheet.getRange("B3:D3").values = [["品名", "单价", "总价"]];
    sheet.getRange("B4:C5").values = [
      ["甲", 2],
      ["乙", 3],
    ];
    const table = sheet.tables.add("B3:D5", true);
    table.name = "货";
    sheet.getRange("D4:D5").formulas = [["=[@单价]*2"], ["=[@单价]*2"]];
  });
  return host;
};

const tableOf = (host: Started) => host.model.toBook().sheets[0]?.tables[0];

test("a table has names of its columns, unique and not empty", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    sheet.getRange("A1:C1").values = [["甲", "甲", ""]];
    const table = sheet.tables.add("A1:C1", true);
    table.load("name, style, showBandedRows");
    table.columns.load("items/name, items/index, count");
    await context.sync();
    expect(table.columns.items.map((column) => column.name)).toEqual(["甲", "甲2", "Column1"]);
    expect(table.name).toBe("Table1");
  });
  // Only a header row was given: Excel adds a data row.
  expect(model.toBook().sheets[0]?.tables[0]?.range).toBe("A1:C2");
});

test("a formula in every data cell makes a calculated column", async () => {
  const host = await withTable();
  expect(tableOf(host)).toMatchObject({
    name: "货",
    range: "B3:D5",
    columns: [{ name: "品名" }, { name: "单价" }, { name: "总价", formula: "=[@单价]*2" }],
  });
});

test("a formula in one cell of an empty column fills the column", async () => {
  const host = await withTable();
  await host.on((sheet) => {
    sheet.getRange("D4:D5").clear("Contents");
    sheet.getRange("D4").formulas = [["=C4+1"]];
  });
  expect(host.model.cells("Sheet1", { top: 3, left: 3, bottom: 4, right: 3 })).toMatchObject([
    [{ formula: "=C4+1" }],
    [{ formula: "=C5+1" }],
  ]);
});

test("writing below the table makes it longer: computed columns, rules and looks come along", async () => {
  const host = await withTable();
  await host.on(async (sheet, context) => {
    const body = sheet.tables.getItem("货").columns.getItem("品名").getDataBodyRange();
    body.dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙,丙" } };
    body.format.fill.color = "#EEEEEE";
    await context.sync();
    sheet.getRange("B6:C7").values = [
      ["丙", 4],
      ["丁", 5],
    ];
    const range = sheet.tables.getItem("货").getDataBodyRange();
    range.load("address, formulas");
    await context.sync();
    expect(range.address).toBe("Sheet1!B4:D7");
    expect(range.formulas[3]).toEqual(["丁", 5, "=[@单价]*2"]);
  });
  const [sheet] = host.model.toBook().sheets;
  expect(sheet?.validations[0]?.range).toBe("B4:B7");
  expect(sheet?.looks.find(({ look }) => look.fill)?.range).toBe("B4:B7");
});

test("growing can be switched off, or fail once", async () => {
  const off = await withTable({ tablesGrow: false });
  await off.on((sheet) => (sheet.getRange("B6").values = [["丙"]]));
  expect(tableOf(off)?.range).toBe("B3:D5");
  const once = await withTable();
  once.model.workbook.faults.tableGrowth = 1;
  await once.on((sheet) => (sheet.getRange("B6").values = [["丙"]]));
  expect(tableOf(once)?.range).toBe("B3:D5");
  await once.on((sheet) => (sheet.getRange("B6").values = [["丙"]]));
  expect(tableOf(once)?.range).toBe("B3:D6");
});

test("what is written two rows below, or wider than the table, stays outside", async () => {
  const host = await withTable();
  await host.on((sheet) => {
    sheet.getRange("B7").values = [["远"]];
    sheet.getRange("A6:D6").values = [["宽", 1, 2, 3]];
  });
  expect(tableOf(host)?.range).toBe("B3:D5");
});

test("a write of 10,000 rows comes in pieces, and the table takes all of them in", async () => {
  const host = await withTable();
  await host.on((sheet) => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`第${row}`, row]);
    sheet.getRange("B6:C10005").values = rows;
    return Promise.resolve();
  });
  expect(tableOf(host)?.range).toBe("B3:D10005");
});

test("a write may begin in the table; its last piece without contents stays outside (office-js #3013)", async () => {
  const { on, model } = started();
  await on((sheet) => {
    sheet.getRange("A1:A2").values = [["甲"], [1]];
    sheet.tables.add("A1:A2", true);
    sheet.getRange("A2:A1502").values = Array.from({ length: 1501 }, (_, row) => [row < 1500 ? row : ""]);
  });
  expect(model.toBook().sheets[0]?.tables[0]?.range).toBe("A1:A1501");
});

test("renaming a table, a column, a sheet renames them in formulas", async () => {
  const host = await withTable();
  await host.on(async (sheet, context) => {
    sheet.getRange("F1").formulas = [["=SUM(货[单价])+Sheet1!A1"]];
    const table = sheet.tables.getItem("货");
    await context.sync();
    table.name = "货品";
    table.columns.getItem("单价").name = "价[元]";
    sheet.name = "新 表";
    const cells = [sheet.getRange("F1"), sheet.getRange("D4"), sheet.getRange("C3")];
    for (const cell of cells) cell.load("formulas");
    await context.sync();
    expect(cells.map((cell) => cell.formulas[0]?.[0] as unknown)).toEqual([
      "=SUM(货品[价'[元']])+'新 表'!A1",
      "=[@价'[元']]*2",
      "价[元]",
    ]);
  });
});

test("rows of a table are counted, read, deleted; one data row always stays", async () => {
  const host = await withTable();
  await host.on(async (sheet, context) => {
    const { rows } = sheet.tables.getItem("货");
    const count = rows.getCount();
    const second = rows.getItemAt(1);
    second.load("values");
    await context.sync();
    expect(count.value).toBe(2);
    expect(second.values[0]?.slice(0, 2)).toEqual(["乙", 3]);
    rows.getItemAt(0).delete();
    const body = sheet.tables.getItem("货").getDataBodyRange();
    body.load("values");
    await context.sync();
    expect(body.values[0]?.[0]).toBe("乙");
    rows.getItemAt(0).delete();
    body.load("values");
    await context.sync();
    expect(body.values[0]?.slice(0, 2)).toEqual(["", ""]);
  });
  expect(tableOf(host)?.range).toBe("B3:D4");
});

test("rows.add pushes what stands below down; with a second author it conflicts", async () => {
  const host = await withTable();
  await host.on(async (sheet, context) => {
    sheet.getRange("B9").values = [["附注"]];
    await context.sync();
    sheet.tables.getItem("货").rows.add(undefined, [["丙", 4, null as unknown as string]]);
    await context.sync();
  });
  expect(tableOf(host)?.range).toBe("B3:D6");
  expect(host.model.cells("Sheet1", { top: 9, left: 1, bottom: 9, right: 1 })).toEqual([["附注"]]);
  const { startClient } = await import("../../src/excel-host/transports/native-bridge");
  const other = startClient(host.model, { colleague: true });
  const add = () => host.on((sheet) => sheet.tables.getItem("货").rows.add(undefined, [["丁", 5, 1]]));
  expect(await codeOf(add())).toBe("GeneralException");
  other.close();
  expect(await codeOf(add())).toBeUndefined();
});

test("columns are added and deleted", async () => {
  const host = await withTable();
  await host.on(async (sheet, context) => {
    sheet.getRange("F3").values = [["旁"]];
    const table = sheet.tables.getItem("货");
    table.columns.add(undefined, [["备注"], ["x"], ["y"]]);
    table.columns.add(0, [["序"], [1], [2]]);
    await context.sync();
    table.columns.getItem("单价").delete();
    await context.sync();
  });
  expect(tableOf(host)).toMatchObject({
    range: "B3:E5",
    columns: [{ name: "序" }, { name: "品名" }, { name: "总价" }, { name: "备注" }],
  });
  expect(host.model.texts("Sheet1", { top: 2, left: 1, bottom: 2, right: 7 })).toEqual([
    ["序", "品名", "总价", "备注", "", "旁", ""],
  ]);
});

test("resize (1.13), convert to range, delete", async () => {
  const host = await withTable({ requirementSets: { ExcelApi: "1.13" } });
  await host.on((sheet) => sheet.tables.getItem("货").resize("B3:E7"));
  expect(tableOf(host)).toMatchObject({ range: "B3:E7" });
  expect(await codeOf(host.on((sheet) => sheet.tables.getItem("货").resize("B4:E7")))).toBe(
    "InvalidArgument",
  );
  await host.on((sheet) => sheet.tables.getItem("货").convertToRange());
  expect(host.model.toBook().sheets[0]?.tables).toEqual([]);
  expect(host.model.cells("Sheet1", { top: 2, left: 1, bottom: 2, right: 1 })).toEqual([["品名"]]);
});

test("cells cannot be pushed through a part of a table", async () => {
  const host = await withTable();
  const push = (address: string) => codeOf(host.on((sheet) => sheet.getRange(address).insert("Down")));
  expect(await push("B4:C4")).toBe("InvalidOperation");
  expect(await push("A2")).toBeUndefined();
  expect(await push("B4:D4")).toBeUndefined();
  expect(tableOf(host)?.range).toBe("B3:D6");
  expect(await push("4:4")).toBeUndefined();
  expect(tableOf(host)?.range).toBe("B3:D7");
});

test("overlapping tables and bad names are refused", async () => {
  const host = await withTable();
  const add = (address: string) => codeOf(host.on((sheet) => sheet.tables.add(address, true)));
  expect(await add("D5:E6")).toBe("InvalidArgument");
  const rename = (name: string) => codeOf(host.on((sheet) => (sheet.tables.getItem("货").name = name)));
  for (const name of ["a b", "A1", "", "1x"]) expect(await rename(name)).toBe("InvalidArgument");
});

test("a filter hides rows, tells that it does, and a write over it goes astray", async () => {
  const host = await withTable();
  await host.on(async (sheet, context) => {
    const table = sheet.tables.getItem("货");
    sheet.getRange("B6:C6").values = [["丙", 4]];
    table.columns.getItem("品名").filter.applyValuesFilter(["甲", "丙"]);
    table.autoFilter.load("enabled, isDataFiltered");
    const rows = sheet.getRange("B4:B6");
    rows.load("rowHidden");
    await context.sync();
    expect(table.autoFilter.isDataFiltered).toBe(true);
    expect(rows.rowHidden).toBeNull();
    sheet.getRange("C4:C6").values = [[20], [30], [40]];
    const prices = sheet.getRange("C4:C6");
    prices.load("values");
    await context.sync();
    expect(prices.values).toEqual([[20], [3], [30]]);
    table.clearFilters();
    table.autoFilter.load("isDataFiltered");
    rows.load("rowHidden");
    await context.sync();
    expect(table.autoFilter.isDataFiltered).toBe(false);
    expect(rows.rowHidden).toBe(false);
  });
});
