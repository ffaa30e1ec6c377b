import { codeOf, started } from "./started";

/** Member by member: from B2:D4 to the address Excel gives. */
const places: readonly [string, (range: Excel.Range) => Excel.Range, string][] = [
  ["getCell", (range) => range.getCell(1, 5), "G3"],
  ["getRow", (range) => range.getRow(1), "B3:D3"],
  ["getColumn", (range) => range.getColumn(2), "D2:D4"],
  ["getLastCell", (range) => range.getLastCell(), "D4"],
  ["getLastRow", (range) => range.getLastRow(), "B4:D4"],
  ["getLastColumn", (range) => range.getLastColumn(), "D2:D4"],
  ["getOffsetRange", (range) => range.getOffsetRange(1, -1), "A3:C5"],
  ["getResizedRange", (range) => range.getResizedRange(-2, 1), "B2:E2"],
  ["getAbsoluteResizedRange", (range) => range.getAbsoluteResizedRange(1, 1), "B2"],
  ["getRowsBelow", (range) => range.getRowsBelow(2), "B5:D6"],
  ["getRowsBelow()", (range) => range.getRowsBelow(), "B5:D5"],
  ["getRowsAbove", (range) => range.getRowsAbove(1), "B1:D1"],
  ["getColumnsAfter", (range) => range.getColumnsAfter(2), "E2:F4"],
  ["getColumnsBefore", (range) => range.getColumnsBefore(1), "A2:A4"],
  ["getEntireRow", (range) => range.getEntireRow(), "2:4"],
  ["getEntireColumn", (range) => range.getEntireColumn(), "B:D"],
  ["getBoundingRect", (range) => range.getBoundingRect("F9"), "B2:F9"],
  ["getIntersection", (range) => range.getIntersection("C1:C3"), "C2:C3"],
];

test.each(places)("%s", async (_name, go, address) => {
  const { on } = started();
  await on(async (sheet, context) => {
    const range = go(sheet.getRange("B2:D4"));
    range.load("address");
    await context.sync();
    expect(range.address).toBe(`Sheet1!${address}`);
  });
});

test.each([
  ["A1:B2", "A1:B2"],
  ["$C$3", "C3"],
  ["A:C", "A:C"],
  ["3:3", "3:3"],
  [undefined, "1:1048576"],
])("getRange(%s)", async (asked, address) => {
  const { on } = started();
  await on(async (sheet, context) => {
    const range = sheet.getRange(asked);
    range.load("address");
    await context.sync();
    expect(range.address).toBe(`Sheet1!${address}`);
  });
});

test("a sheet's name is quoted where it must be", async () => {
  const { Excel } = started();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.add("甲 'x' 乙").getRange("A1");
    range.load("address");
    await context.sync();
    expect(range.address).toBe("'甲 ''x'' 乙'!A1");
  });
});

test("a scalar goes to every cell, null leaves a cell, an empty text empties it", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    Object.assign(range, { values: 7 });
    range.values = [
      [null, ""],
      ["x", true],
    ];
    range.load("values, valueTypes");
    await context.sync();
    expect(range.values).toEqual([
      [7, ""],
      ["x", true],
    ]);
    expect(range.valueTypes).toEqual([
      ["Double", "Empty"],
      ["String", "Boolean"],
    ]);
  });
});

test("texts are read as typing is read, unless the cell's format is text", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    sheet.getRange("B:B").numberFormat = "@" as unknown as string[][];
    const range = sheet.getRange("A1:B3");
    range.values = [
      ["013800000000", "013800000000"],
      ["'013800000000", "=1+1"],
      ["=1+1", "2024-03-05"],
    ];
    range.load("values, formulas, numberFormat");
    await context.sync();
    expect(range.values).toEqual([
      [13800000000, "013800000000"],
      ["013800000000", "=1+1"],
      ["", "2024-03-05"],
    ]);
    expect(range.formulas[2]).toEqual(["=1+1", "2024-03-05"]);
    expect(range.numberFormat[0]).toEqual(["General", "@"]);
  });
});

test("an array of another shape is refused", async () => {
  const { on } = started();
  const wrong = on((sheet) => {
    sheet.getRange("A1:B2").values = [[1, 2]];
    return Promise.resolve();
  });
  expect(await codeOf(wrong)).toBe("InvalidArgument");
});

test("whole columns have no values, but take a single format", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    const columns = sheet.getRange("A:B");
    columns.load("values, rowCount, cellCount");
    await context.sync();
    expect(columns.values).toBeNull();
    expect(columns.rowCount).toBe(1_048_576);
  });
});

test("the used range: contents alone, or formats of cells too", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    const empty = sheet.getUsedRangeOrNullObject();
    const fallback = sheet.getUsedRange();
    fallback.load("address");
    await context.sync();
    expect(empty.isNullObject).toBe(true);
    expect(fallback.address).toBe("Sheet1!A1");
    sheet.getRange("B2").values = [["x"]];
    sheet.getRange("D4").format.fill.color = "#ff0000";
    const all = sheet.getUsedRange();
    const filled = sheet.getUsedRange(true);
    const column = sheet.getRange("B:B").getUsedRangeOrNullObject(true);
    for (const range of [all, filled, column]) range.load("address");
    await context.sync();
    expect([all.address, filled.address, column.address]).toEqual(["Sheet1!B2:D4", "Sheet1!B2", "Sheet1!B2"]);
  });
});

test("a null object has no properties, and what it would have is null too", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    const apart = sheet.getRange("A1").getIntersectionOrNullObject("C3");
    apart.load("address");
    await context.sync();
    expect(apart.isNullObject).toBe(true);
  });
});

test("a property that was not loaded cannot be read: the client itself refuses", async () => {
  const { on } = started();
  const hasty = on((sheet) => sheet.getRange("A1").values);
  expect(await codeOf(hasty)).toBe("PropertyNotLoaded");
});

test("a tracked range follows what is inserted above it and is lost with its cells", async () => {
  const { Excel } = started();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("B5:B6");
    context.trackedObjects.add(range);
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    range.load("address");
    await context.sync();
    expect(range.address).toBe("Sheet1!B7:B8");
    sheet.getRange("A7:B8").delete("Up");
    range.load("address");
    expect(await codeOf(context.sync())).toBe("InvalidReference");
  });
});

test("a missing member is refused by name, loudly", async () => {
  const { on } = started();
  const strange = on((sheet) => {
    sheet.getRange("A1").removeDuplicates([0], false);
    return Promise.resolve();
  });
  await expect(strange).rejects.toMatchObject({
    code: "NotImplemented",
    message: expect.stringContaining("Range.RemoveDuplicates") as unknown,
  });
});

test("members above the manifest's requirement set are refused by the client itself", async () => {
  const { on } = started();
  const young = on((sheet) => {
    sheet.getRange("A1").getDirectPrecedents();
    return Promise.resolve();
  });
  expect(await codeOf(young)).toBe("ApiNotFound");
});

test("inserting, deleting, clearing, merging, links", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    sheet.getRange("A1:C3").values = [
      ["a", "b", "c"],
      ["=A1", "=SUM(A1:B1)", "=$A$1"],
      [1, 2, 3],
    ];
    sheet.getRange("1:1").insert("Down");
    const range = sheet.getRange("A3:C3");
    range.load("formulas");
    await context.sync();
    expect(range.formulas).toEqual([["=A2", "=SUM(A2:B2)", "=$A$2"]]);
    sheet.getRange("A2").delete("Left");
    sheet.getRange("A4:C4").clear("Contents");
    sheet.getRange("E1:F1").merge();
    sheet.getRange("E1").hyperlink = {
      documentReference: "Sheet1!A1",
      textToDisplay: "回",
      screenTip: "回到开头",
    };
    const link = sheet.getRange("E1");
    link.load("hyperlink, values");
    await context.sync();
    expect(link.hyperlink).toMatchObject({ documentReference: "Sheet1!A1", screenTip: "回到开头" });
    expect(link.values).toEqual([["回"]]);
  });
  const [sheet] = model.toBook().sheets;
  expect(sheet?.merges).toEqual(["E1:F1"]);
  expect(sheet?.links).toEqual([{ cell: "E1", place: "Sheet1!A1", tip: "回到开头" }]);
  expect(model.cells("Sheet1", { top: 1, left: 0, bottom: 3, right: 2 })).toMatchObject([
    ["b", "c", null],
    [{ formula: "=#REF!" }, { formula: "=SUM(A2:A2)" }, { formula: "=#REF!" }],
    [null, null, null],
  ]);
});

test("rows and columns are hidden; a view shows the rest", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("2:2").rowHidden = true;
    const all = sheet.getRange("A1:A3");
    const view = all.getVisibleView();
    all.load("rowHidden");
    view.load("values, rowCount, cellAddresses");
    await context.sync();
    expect(all.rowHidden).toBeNull();
    expect(view.values).toEqual([[1], [3]]);
    expect(view.rowCount).toBe(2);
  });
});
