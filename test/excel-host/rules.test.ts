import { codeOf, started } from "./started";

test("looks are set on ranges and read back; null where cells differ", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    const { format } = range;
    format.font.name = "宋体";
    format.font.size = 12;
    format.font.bold = true;
    format.fill.color = "#ffff00";
    format.horizontalAlignment = "Center";
    format.wrapText = true;
    sheet.getRange("A1").format.font.color = "red";
    format.load("horizontalAlignment, verticalAlignment, wrapText");
    format.font.load("name, size, bold, color, underline");
    format.fill.load("color");
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: "Center",
      verticalAlignment: "Bottom",
      wrapText: true,
      font: { name: "宋体", size: 12, bold: true, color: null, underline: "None" },
      fill: { color: "#FFFF00" },
    });
  });
  expect(model.look("Sheet1", 0, 0)).toEqual({
    fontName: "宋体",
    fontSize: 12,
    bold: true,
    fill: "#FFFF00",
    horizontal: "center",
    wrap: true,
    color: "#FF0000",
  });
});

test("borders on all sides are one border of the book", async () => {
  const { on, model } = started();
  await on((sheet) => {
    const { borders } = sheet.getRange("B2:C4").format;
    for (const side of [
      "EdgeTop",
      "EdgeBottom",
      "EdgeLeft",
      "EdgeRight",
      "InsideVertical",
      "InsideHorizontal",
    ] as const) {
      const border = borders.getItem(side);
      border.style = "Continuous";
      border.color = "#808080";
      border.weight = "Thin";
    }
  });
  expect(model.toBook().sheets[0]?.looks).toEqual([{ range: "B2:C4", look: { border: "#808080" } }]);
});

test("widths are points on the wire and characters in the book, heights points in both", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    sheet.getRange("A:B").format.columnWidth = 48;
    sheet.getRange("2:3").format.rowHeight = 24;
    sheet.getRange().format.rowHeight = 20;
    sheet.getRange("2:2").format.rowHeight = 30;
    const { format } = sheet.getRange("A1:A2");
    format.load("columnWidth, rowHeight");
    await context.sync();
    expect(format.columnWidth).toBe(48);
    expect(format.rowHeight).toBeNull();
  });
  expect(model.toBook().sheets[0]).toMatchObject({
    columns: [
      { column: 0, width: 8.43 },
      { column: 1, width: 8.43 },
    ],
    defaultRowHeight: 20,
    rows: [
      { row: 1, height: 30 },
      { row: 2, height: 20 },
    ],
  });
});

const rules: readonly [string, Excel.DataValidationRule, unknown][] = [
  [
    "a list by formula",
    { list: { inCellDropDown: true, source: "=列表_性别" } },
    { kind: "list", source: "=列表_性别" },
  ],
  [
    "a formula",
    { custom: { formula: "=COUNTIF($A:$A,A2)=1" } },
    { kind: "custom", formula: "=COUNTIF($A:$A,A2)=1" },
  ],
  [
    "whole numbers between",
    { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } },
    { kind: "whole", comparison: "between", first: 1, second: 5 },
  ],
  [
    "days up to today",
    { date: { formula1: "=TODAY()", operator: "LessThanOrEqualTo" } },
    { kind: "date", comparison: "lessOrEqual", first: "=TODAY()" },
  ],
  [
    "a length",
    { textLength: { formula1: 30, operator: "LessThan" } },
    { kind: "textLength", comparison: "lessThan", first: 30 },
  ],
];

test.each(rules)("validation by %s is kept and given back", async (_name, rule, kept) => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    const { dataValidation } = sheet.getRange("A2:A9");
    dataValidation.rule = rule;
    dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "题", message: "文" };
    dataValidation.prompt = { showPrompt: true, title: "提示", message: "怎样填" };
    dataValidation.ignoreBlanks = true;
    dataValidation.load("rule, type, errorAlert, prompt, valid");
    await context.sync();
    expect(dataValidation.rule).toMatchObject(rule);
    expect(dataValidation.errorAlert.style).toBe("Warning");
    expect(dataValidation.valid).toBe(true);
  });
  expect(model.toBook().sheets[0]?.validations).toEqual([
    {
      range: "A2:A9",
      rule: kept,
      ignoreBlank: true,
      alert: { style: "warning", title: "题", message: "文" },
      prompt: { title: "提示", message: "怎样填" },
    },
  ]);
});

test("a range may be a list's source; too long a list, alert or two rules are refused", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    const { dataValidation } = sheet.getRange("A2");
    dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange("C1:C3") } };
    dataValidation.load("rule");
    await context.sync();
    expect(dataValidation.rule.list?.source).toBe("=Sheet1!$C$1:$C$3");
  });
  const set = (patch: (validation: Excel.DataValidation) => void) =>
    codeOf(on((sheet) => patch(sheet.getRange("A2").dataValidation)));
  const long = Array.from({ length: 100 }, () => "选项").join(",");
  expect(
    await set((validation) => (validation.rule = { list: { inCellDropDown: true, source: long } })),
  ).toBe("InvalidArgument");
  expect(
    await set(
      (validation) =>
        (validation.errorAlert = { showAlert: true, style: "Stop", title: "x".repeat(33), message: "" }),
    ),
  ).toBe("InvalidArgument");
});

test("an add-in's writes are not held against validations, but the cells are known as invalid", async () => {
  const { on } = started();
  await on(async (sheet, context) => {
    sheet.getRange("A1:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "男,女" } };
    sheet.getRange("A1:A3").values = [["男"], ["他"], [""]];
    const { dataValidation } = sheet.getRange("A1:A3");
    dataValidation.load("valid");
    const invalid = dataValidation.getInvalidCellsOrNullObject();
    invalid.load("address");
    await context.sync();
    expect(dataValidation.valid).toBeNull();
    expect(invalid.address).toBe("Sheet1!A2");
    sheet.getRange("A2").dataValidation.clear();
    const rest = sheet.getRange("A1:A3").dataValidation.getInvalidCellsOrNullObject();
    rest.load("address");
    await context.sync();
    expect(rest.isNullObject).toBe(true);
  });
});

test("relative formulas of rules go with their cells", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    sheet.getRange("B2:B9").dataValidation.rule = { custom: { formula: "=B2<>A2" } };
    const format = sheet.getRange("B2:B9").conditionalFormats.add("Custom");
    format.custom.rule.formula = '=$A2="逾期"';
    format.custom.format.fill.color = "#FF0000";
    await context.sync();
    sheet.getRange("B5").dataValidation.clear();
    sheet.getRange("1:1").insert("Down");
    await context.sync();
  });
  const [sheet] = model.toBook().sheets;
  expect(
    sheet?.validations.map(({ range, rule }) => [range, rule?.kind === "custom" && rule.formula]),
  ).toEqual([
    ["B3:B5", "=B3<>A3"],
    ["B7:B10", "=B7<>A7"],
  ]);
  expect(sheet?.highlights).toEqual([{ range: "B3:B10", formula: '=$A3="逾期"', look: { fill: "#FF0000" } }]);
});

test("conditional formats: the youngest is strongest; order, stop, clear", async () => {
  const { on, model } = started();
  await on(async (sheet, context) => {
    const range = sheet.getRange("A1:A9");
    for (const color of ["#111111", "#222222"]) {
      const format = range.conditionalFormats.add("Custom");
      format.custom.rule.formula = "=A1>1";
      format.custom.format.font.color = color;
      format.custom.format.font.strikethrough = true;
      format.stopIfTrue = color === "#111111";
    }
    await context.sync();
    const { conditionalFormats } = sheet.getRange("A3:C3");
    conditionalFormats.load("items/id, items/priority, items/type, items/stopIfTrue");
    await context.sync();
    const [first, second] = conditionalFormats.items;
    expect([first?.priority, second?.priority]).toEqual([0, 1]);
    const area = second?.getRange();
    area?.load("address");
    second?.custom.rule.load("formula");
    await context.sync();
    expect(area?.address).toBe("Sheet1!A1:A9");
    expect(second?.custom.rule.formula).toBe("=A1>1");
  });
  expect(model.toBook().sheets[0]?.highlights).toEqual([
    { range: "A1:A9", formula: "=A1>1", look: { color: "#222222", strike: true } },
    { range: "A1:A9", formula: "=A1>1", look: { color: "#111111", strike: true }, stopIfTrue: true },
  ]);
  await on((sheet) => sheet.getRange().conditionalFormats.clearAll());
  expect(model.toBook().sheets[0]?.highlights).toEqual([]);
});
