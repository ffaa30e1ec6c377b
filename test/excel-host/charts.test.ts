import type { Book, Chart } from "../../src/book/book";
import { createModel } from "../../src/excel-host/model/create";
import { codeOf, started } from "./started";
import { plainBook } from "./plain-chart-book";

const chartsOf = (book: Book, sheet = "数"): readonly Chart[] =>
  book.sheets.find(({ name }) => name === sheet)?.charts ?? [];

const ranges = (book: Book, sheet?: string): unknown =>
  chartsOf(book, sheet).map(({ place, series }) => [
    place,
    ...series.map(({ values, categories }) => `${categories} ${values}`),
  ]);

describe("charts go with what they draw", () => {
  test("a book's charts come out as they went in", () => {
    expect(
      createModel({ book: plainBook })
        .toBook()
        .sheets.map(({ charts }) => charts),
    ).toEqual(plainBook.sheets.map(({ charts }) => charts));
  });

  test("rows inserted above move data and chart, inside they stretch both", async () => {
    const model = createModel({ book: plainBook });
    await model.userInsertsRows("数", 0, 2);
    expect(ranges(model.toBook())).toEqual([["E5:J16", "A4:A6 B4:B6"]]);
    expect(ranges(model.toBook(), "图")).toEqual([["A1:F9", "数!A4:A6 数!B4:B6"]]);
    await model.userInsertsRows("数", 4, 1);
    expect(ranges(model.toBook())).toEqual([["E6:J17", "A4:A7 B4:B7"]]);
    await model.userDeletesColumns("数", 0, 1);
    expect(ranges(model.toBook())).toEqual([["D6:I17", "undefined A4:A7"]]);
  });

  test("a table's new row is drawn, where all of the column was", async () => {
    const model = createModel({ book: plainBook });
    await model.userEdits({ sheet: "数", top: 4, left: 0, cells: [["丁", 4]] }, { from: "typed" });
    expect(ranges(model.toBook())).toEqual([["E3:J14", "A2:A5 B2:B5"]]);
  });

  test("a sheet renamed is followed, a sheet deleted leaves no chart of it", async () => {
    const model = createModel({ book: plainBook });
    await model.userRenamesSheet("数", "a b");
    expect(ranges(model.toBook(), "图")).toEqual([["A1:F9", "'a b'!A2:A4 'a b'!B2:B4"]]);
    await model.userDeletesSheet("a b");
    expect(chartsOf(model.toBook(), "图")).toEqual([]);
  });

  test("page breaks and the print area move with the rows", async () => {
    const model = createModel({ book: plainBook });
    await model.userInsertsRows("数", 5, 2);
    expect(model.toBook().sheets[0]?.print).toMatchObject({ pageBreaks: [3, 12], area: "A1:C32" });
    await model.userDeletesRows("数", 3, 1);
    expect(model.toBook().sheets[0]?.print).toMatchObject({ pageBreaks: [11], area: "A1:C31" });
  });
});

describe("Office.js", () => {
  test("makes, reads, changes and deletes a chart", async () => {
    const { on, model } = started({ book: plainBook });
    const seen = await on(async (sheet, context) => {
      const chart = sheet.charts.add("Pie", sheet.getRange("B2:B4"), "Columns");
      chart.load("name,chartType");
      chart.series.load("items/name");
      chart.title.load("text,visible");
      sheet.charts.load("count");
      await context.sync();
      const told = [chart.name, chart.chartType, chart.series.items.map(({ name }) => name)];
      chart.name = "份额";
      chart.setPosition("L1");
      chart.title.visible = false;
      chart.series.getItemAt(0).points.getItemAt(2).format.fill.setSolidColor("#ff0000");
      sheet.charts.getItem("三周").delete();
      await context.sync();
      return [...told, chart.title.text, sheet.charts.count];
    });
    expect(seen).toEqual(["Chart 2", "Pie", ["Series1"], "Chart Title", 2]);
    expect(chartsOf(model.toBook())).toEqual([
      {
        name: "份额",
        kind: "pie",
        place: "L1:R15",
        legend: "bottom",
        series: [{ name: "Series1", values: "B2:B4", pointColors: ["#000000", "#000000", "#FF0000"] }],
      },
    ]);
  });

  test("page breaks are added in order, counted and taken off", async () => {
    const { on, model } = started({ book: plainBook });
    const seen = await on(async (sheet, context) => {
      const { horizontalPageBreaks: breaks } = sheet;
      breaks.add("B8:C9");
      breaks.load("items/rowIndex");
      await context.sync();
      const rows = breaks.items.map(({ rowIndex }) => rowIndex);
      breaks.items[0]?.delete();
      const count = breaks.getCount();
      await context.sync();
      return [rows, count.value];
    });
    expect(seen).toEqual([[3, 7, 10], 2]);
    expect(model.toBook().sheets[0]?.print?.pageBreaks).toEqual([7, 10]);
    await on((sheet) => {
      sheet.horizontalPageBreaks.removePageBreaks();
    });
    expect(model.toBook().sheets[0]?.print?.pageBreaks).toBeUndefined();
  });

  test("names of a sheet are its own", async () => {
    const { on, model } = started({ book: plainBook });
    const seen = await on(async (sheet, context) => {
      sheet.names.add("标记", "=TRUE");
      const mine = sheet.names.getItemOrNullObject("标记");
      const all = context.workbook.names.getItemOrNullObject("标记");
      mine.load("name,scope");
      all.load("name");
      await context.sync();
      return [mine.scope, all.isNullObject];
    });
    expect(seen).toEqual(["Worksheet", true]);
    expect(model.toBook().sheets.map(({ names }) => names)).toEqual([
      [{ name: "标记", refersTo: "=TRUE" }],
      undefined,
    ]);
    await on((sheet) => {
      sheet.names.getItem("标记").delete();
    });
    expect(model.toBook().sheets[0]?.names).toBeUndefined();
  });

  test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
    [
      "a type it does not draw",
      (sheet) => sheet.charts.add("Radar", sheet.getRange("B2:B4")),
      "NotImplemented",
    ],
    ["a block with headers", (sheet) => sheet.charts.add("Pie", sheet.getRange("A1:B4")), "NotImplemented"],
    [
      "rows where it is a column",
      (sheet) => sheet.charts.add("Pie", sheet.getRange("B2:B4"), "Rows"),
      "NotImplemented",
    ],
    [
      "bars among lines",
      (sheet) => {
        sheet.charts.getItemAt(0).series.getItemAt(0).chartType = "BarClustered";
      },
      "NotImplemented",
    ],
    [
      "a member it has not learnt",
      (sheet) => {
        sheet.charts.getItemAt(0).axes.valueAxis.majorUnit = 5;
      },
      "NotImplemented",
    ],
    [
      "the other axis where nothing is on it",
      (sheet) => {
        sheet.charts.getItemAt(0).axes.getItem("Value", "Secondary").numberFormat = "0";
      },
      "InvalidOperation",
    ],
    [
      "a chart that is not there",
      (sheet) => {
        sheet.charts.getItem("无").delete();
      },
      "ItemNotFound",
    ],
    ["a break above the first row", (sheet) => sheet.horizontalPageBreaks.add("A1"), "InvalidArgument"],
    [
      "two charts of one name",
      (sheet) => {
        sheet.charts.add("Pie", sheet.getRange("B2:B4")).name = "三周";
      },
      "InvalidArgument",
    ],
    [
      "a chart on a protected sheet",
      (sheet) => {
        sheet.protection.protect();
        sheet.charts.getItemAt(0).title.text = "改";
      },
      "AccessDenied",
    ],
  ])("refuses %s", async (_what, ask, code) => {
    const { on, model } = started({ book: plainBook });
    const before = chartsOf(model.toBook());
    expect(await codeOf(on(ask))).toBe(code);
    expect(chartsOf(model.toBook()).slice(0, 1)).toEqual(before);
  });
});
