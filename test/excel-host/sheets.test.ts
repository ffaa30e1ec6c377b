import { codeOf, started } from "./started";

test("sheets are added last, found by name or id, renamed, moved, hidden, deleted", async () => {
  const { Excel, model } = started();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add("甲");
    worksheets.add();
    await context.sync();
    added.name = "乙";
    added.tabColor = "#ff8800";
    added.showGridlines = false;
    added.position = 0;
    added.load("id, name, position, visibility, tabColor, showGridlines");
    worksheets.load("items/name, items/visibility");
    const count = worksheets.getCount();
    const absent = worksheets.getItemOrNullObject("没有");
    await context.sync();
    expect(added.toJSON()).toMatchObject({
      name: "乙",
      position: 0,
      visibility: "Visible",
      tabColor: "#FF8800",
      showGridlines: false,
    });
    expect(worksheets.items.map((sheet) => sheet.name)).toEqual(["乙", "Sheet1", "Sheet2"]);
    expect(count.value).toBe(3);
    expect(absent.isNullObject).toBe(true);
    const again = worksheets.getItem(added.id);
    again.visibility = "VeryHidden";
    worksheets.getItem("Sheet2").delete();
    await context.sync();
  });
  expect(model.toBook().sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["乙", "veryHidden"],
    ["Sheet1", "visible"],
  ]);
});

test.each([
  ["甲/乙", "InvalidArgument"],
  ["x".repeat(32), "InvalidArgument"],
  ["", "InvalidArgument"],
  ["sheet1", "ItemAlreadyExists"],
])("a sheet cannot be named %s", async (name, code) => {
  const { Excel } = started();
  const add = Excel.run(async (context) => {
    context.workbook.worksheets.add("其他").name = name;
    await context.sync();
  });
  expect(await codeOf(add)).toBe(code);
});

test("the last visible sheet can neither be deleted nor hidden, a very hidden one not deleted", async () => {
  const { on, Excel } = started();
  expect(await codeOf(on((sheet) => sheet.delete()))).toBe("InvalidOperation");
  expect(await codeOf(on((sheet) => (sheet.visibility = "Hidden")))).toBe("InvalidOperation");
  const hidden = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("隐");
    sheet.visibility = "VeryHidden";
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  expect(await codeOf(hidden)).toBe("InvalidOperation");
});

test("what an add-in has not seen ends its batch there; what came before stays done", async () => {
  const { on, model } = started();
  const broken = on(async (sheet, context) => {
    sheet.getRange("A1").values = [["前"]];
    context.workbook.worksheets.getItem("没有").activate();
    sheet.getRange("A2").values = [["后"]];
    await context.sync();
  });
  await expect(broken).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(model.texts("Sheet1", { top: 0, left: 0, bottom: 1, right: 0 })).toEqual([["前"], [""]]);
});

test("panes are frozen by rows, columns, or at a range", async () => {
  const { on, model } = started();
  const freeze = (work: (panes: Excel.WorksheetFreezePanes, sheet: Excel.Worksheet) => void) =>
    on((sheet) => work(sheet.freezePanes, sheet));
  const frozen = () => model.toBook().sheets[0]?.freeze;
  await freeze((panes) => panes.freezeRows(2));
  expect(frozen()).toEqual({ rows: 2, columns: 0 });
  await freeze((panes) => panes.freezeColumns(1));
  expect(frozen()).toEqual({ rows: 0, columns: 1 });
  await freeze((panes, sheet) => panes.freezeAt(sheet.getRange("A1:B3")));
  expect(frozen()).toEqual({ rows: 3, columns: 2 });
  await on(async (sheet, context) => {
    const place = sheet.freezePanes.getLocationOrNullObject();
    place.load("address");
    await context.sync();
    expect(place.address).toBe("Sheet1!A1:B3");
  });
  await freeze((panes) => panes.unfreeze());
  expect(frozen()).toBeUndefined();
});

test("a protected sheet refuses what is locked and not allowed", async () => {
  const { on } = started();
  await on((sheet) => {
    sheet.getRange("A1").format.protection.locked = false;
    sheet.protection.protect({ allowFormatColumns: true, allowAutoFilter: true });
  });
  const refused = (work: (sheet: Excel.Worksheet) => unknown) => codeOf(on((sheet) => work(sheet)));
  expect(await refused((sheet) => (sheet.getRange("A1").values = [["可"]]))).toBeUndefined();
  expect(await refused((sheet) => (sheet.getRange("B1").values = [["否"]]))).toBe("AccessDenied");
  expect(await refused((sheet) => (sheet.getRange("B:B").format.columnWidth = 50))).toBeUndefined();
  expect(await refused((sheet) => (sheet.getRange("B1").format.fill.color = "red"))).toBe("AccessDenied");
  expect(await refused((sheet) => sheet.getRange("1:1").insert("Down"))).toBe("AccessDenied");
  expect(await refused((sheet) => sheet.tables.add("A1:B2", true))).toBe("AccessDenied");
  expect(await refused((sheet) => sheet.protection.protect())).toBe("InvalidOperation");
  await on(async (sheet, context) => {
    sheet.protection.load("protected, options");
    await context.sync();
    expect(sheet.protection.protected).toBe(true);
    expect(sheet.protection.options).toMatchObject({ allowFormatColumns: true, allowSort: false });
    sheet.protection.unprotect();
  });
  expect(await refused((sheet) => (sheet.getRange("B1").values = [["可"]]))).toBeUndefined();
});

test("how a sheet is printed", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintTitleRows("$1:$3");
    pageLayout.centerHorizontally = true;
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
    pageLayout.setPrintMargins("Centimeters", { top: 2.54, bottom: 2.54, left: 1.27, right: 1.27 });
    const titles = pageLayout.getPrintTitleRowsOrNullObject();
    const area = pageLayout.getPrintAreaOrNullObject();
    titles.load("address");
    pageLayout.load("orientation, leftMargin, printOrder");
    await context.sync();
    expect(titles.address).toBe("Sheet1!1:3");
    expect(area.isNullObject).toBe(true);
    expect(pageLayout.toJSON()).toMatchObject({ orientation: "Landscape", leftMargin: 36 });
  });
  expect(model.toBook().sheets[0]?.print).toEqual({
    orientation: "landscape",
    paper: "A4",
    fitWide: 1,
    titleRows: "1:3",
    centerFooter: "第 &P 页，共 &N 页",
    centerHorizontally: true,
    margins: { top: 72, bottom: 72, left: 36, right: 36 },
  });
});

test("names point to cells and go with them", async () => {
  const { Excel, model } = started();
  await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    const sheet = worksheets.getFirst();
    sheet.getRange("B2:B3").values = [["男"], ["女"]];
    names.add("列表_性别", sheet.getRange("B2:B3"));
    names.add("今天", "=TODAY()");
    sheet.tables.add("D1:D2", true).name = "表";
    names.add("列", "=表[Column1]");
    const column = names.getItem("列").getRange();
    column.load("address");
    const list = names.getItem("列表_性别");
    const absent = names.getItemOrNullObject("没有");
    const range = list.getRange();
    list.load("formula, value, type, visible");
    range.load("values");
    await context.sync();
    expect(list.toJSON()).toMatchObject({ formula: "=Sheet1!$B$2:$B$3", type: "Range", visible: true });
    expect(range.values).toEqual([["男"], ["女"]]);
    expect(absent.isNullObject).toBe(true);
    expect(column.address).toBe("Sheet1!D2");
    names.getItem("列").delete();
    sheet.getRange("1:1").insert("Down");
    sheet.name = "字 典";
    names.getItem("今天").delete();
    await context.sync();
  });
  expect(model.toBook().names).toEqual([{ name: "列表_性别", refersTo: "='字 典'!$B$3:$B$4" }]);
});

test("what is in front and selected", async () => {
  const { Excel, model } = started();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("甲");
    sheet.activate();
    sheet.getRange("B2:C3").select();
    const cell = context.workbook.getActiveCell();
    const selected = context.workbook.getSelectedRange();
    for (const range of [cell, selected]) range.load("address");
    await context.sync();
    expect([cell.address, selected.address]).toEqual(["甲!B2", "甲!B2:C3"]);
  });
  expect(model.selection()).toMatchObject({ sheet: "甲", area: { top: 1, left: 1, bottom: 2, right: 2 } });
});

test("settings: the workbook's and the document's are the same", async () => {
  const { Excel, Office, client } = started();
  await Excel.run(async (context) => {
    context.workbook.settings.add("版本", { 号: 2 });
    const known = context.workbook.settings.getItem("版本");
    const absent = context.workbook.settings.getItemOrNullObject("没有");
    known.load("key, value");
    await context.sync();
    expect(known.value).toEqual({ 号: 2 });
    expect(absent.isNullObject).toBe(true);
  });
  const { settings } = Office.context.document;
  await new Promise((resolve) => settings.refreshAsync(resolve));
  expect(settings.get("版本")).toEqual({ 号: 2 });
  settings.set("另", 1);
  await new Promise((resolve) => settings.saveAsync(resolve));
  expect(client.settings.read()).toEqual({ 版本: '{"号":2}', 另: "1" });
});
