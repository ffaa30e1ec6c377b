import type { Change } from "../../src/excel-host/model/model";
import { createModel } from "../../src/excel-host/model/create";
import { started } from "./started";

const edit = (top: number, left: number, cells: (string | number | null)[][]) => ({
  sheet: "Sheet1",
  top,
  left,
  cells,
});

test("typing is read as Excel reads it, and only typing is held against validations", async () => {
  const { model, on } = started();
  await on((sheet) => {
    const { dataValidation } = sheet.getRange("A1:A9");
    dataValidation.rule = { list: { inCellDropDown: true, source: "男,女" } };
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "性别", message: "请选男或女。" };
    sheet.getRange("B1:B9").dataValidation.rule = {
      wholeNumber: { formula1: 1, formula2: 9, operator: "Between" },
    };
    sheet.getRange("B1:B9").dataValidation.errorAlert = {
      showAlert: true,
      style: "Warning",
      title: "数",
      message: "一到九",
    };
    return Promise.resolve();
  });
  expect(await model.userEdits(edit(0, 0, [["他"]]), { from: "typed" })).toEqual({
    done: false,
    refusal: { reason: "validation", title: "性别", message: "请选男或女。", cell: "A1" },
  });
  expect(await model.userEdits(edit(0, 0, [["女"]]), { from: "typed" })).toEqual({ done: true });
  expect(await model.userEdits(edit(1, 0, [["他"]]), { from: "pasted" })).toEqual({ done: true });
  expect(await model.userEdits(edit(0, 1, [["12"]]), { from: "typed" })).toMatchObject({
    done: true,
    alert: { title: "数", cell: "B1" },
  });
  expect(model.cells("Sheet1", { top: 0, left: 0, bottom: 1, right: 1 })).toEqual([
    ["女", 12],
    ["他", null],
  ]);
});

test("undone and filled cells come back exactly as given", async () => {
  const model = createModel();
  await model.userEdits(edit(0, 0, [["012", "=x"]]), { from: "undone" });
  expect(model.cells("Sheet1", { top: 0, left: 0, bottom: 0, right: 1 })).toEqual([["012", "=x"]]);
});

test("typing below a table extends it, typing in a protected sheet is refused", async () => {
  const { model, on } = started();
  await model.userEdits(
    edit(0, 0, [
      ["甲", "乙"],
      [1, 2],
    ]),
    { from: "pasted" },
  );
  await on((sheet) => (sheet.tables.add("A1:B2", true).name = "表"));
  await model.userEdits(edit(2, 0, [["3"]]), { from: "typed" });
  expect(model.toBook().sheets[0]?.tables[0]?.range).toBe("A1:B3");
  await model.userFilters("表", "甲", ["3"]);
  expect([1, 2].map((row) => model.isRowHidden("Sheet1", row))).toEqual([true, false]);
  await model.userFilters("表", "甲", undefined);
  await model.userDeletesTableRows("表", 0, 1);
  expect(model.texts("Sheet1", { top: 0, left: 0, bottom: 1, right: 1 })).toEqual([
    ["甲", "乙"],
    ["3", ""],
  ]);
  await model.userDeletesTableColumn("表", "乙");
  expect(model.toBook().sheets[0]?.tables[0]?.range).toBe("A1:A2");
  await model.userProtects("Sheet1", true);
  expect(await model.userEdits(edit(2, 0, [[3]]), { from: "typed" })).toMatchObject({
    done: false,
    refusal: { reason: "protected", cell: "A3" },
  });
});

test("a view hears what changed, batch by batch", async () => {
  const { model, on } = started();
  const heard: Change[][] = [];
  const stop = model.subscribe((changes) => heard.push([...changes]));
  await model.userEdits(edit(1, 1, [["x"]]), { from: "typed" });
  await on((sheet) => {
    sheet.getRange("A1:A2").values = [["头"], [1]];
    sheet.tables.add("A1:A2", true);
    return Promise.resolve();
  });
  expect(heard[0]).toEqual([
    { kind: "cells", sheet: "Sheet1", area: { top: 1, left: 1, bottom: 1, right: 1 } },
  ]);
  expect(heard[1]).toEqual(
    expect.arrayContaining([
      { kind: "sheet", sheet: "Sheet1", part: "tables" },
      { kind: "cells", sheet: "Sheet1", area: { top: 0, left: 0, bottom: 1, right: 0 } },
    ]),
  );
  stop();
  const batches = heard.length;
  await model.userSelects("Sheet1", { top: 0, left: 0, bottom: 0, right: 0 });
  expect(heard.length).toBe(batches);
});

test("what Excel would refuse a user comes back as a message, not as an exception", async () => {
  const model = createModel();
  expect(await model.userDeletesSheet("Sheet1")).toMatchObject({
    done: false,
    refusal: { reason: "invalid" },
  });
  expect(await model.userRenamesSheet("没有", "甲")).toMatchObject({ done: false });
  await model.userAddsSheet("甲");
  expect(await model.userRenamesSheet("Sheet1", "甲")).toMatchObject({
    done: false,
    refusal: { reason: "exists" },
  });
});
