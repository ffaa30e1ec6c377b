import type { Book } from "../../src/book/book";
import { createModel } from "../../src/excel-host/model/create";

/** Every part a book has, invented. */
const book: Book = {
  names: [{ name: "列表_性别", refersTo: "=字典!$A$2:$A$3" }],
  sheets: [
    {
      name: "登记",
      visibility: "visible",
      tabColor: "#FF8800",
      showGridlines: false,
      blocks: [
        { at: "A1", rows: [["登记表"]] },
        {
          at: "A3",
          rows: [
            ["姓名", "性别", "年龄"],
            ["示例甲", "男", { formula: "=YEAR(今天)-1990", value: 36 }],
            ["=不是公式", null, { formula: "=NA()", value: "#N/A" }],
          ],
        },
      ],
      looks: [
        { range: "B:B", look: { numberFormat: "@" } },
        { range: "A1", look: { fontName: "宋体", fontSize: 16, bold: true, horizontal: "center" } },
        { range: "A3:C3", look: { fill: "#EEEEEE", border: "#808080", wrap: true } },
        { range: "A4:A5", look: { locked: false, vertical: "top", underline: true } },
      ],
      columns: [
        { column: 0, width: 12.5 },
        { column: 3, width: 8, hidden: true },
      ],
      defaultRowHeight: 18,
      rows: [
        { row: 0, height: 30 },
        { row: 7, hidden: true },
      ],
      merges: ["A1:C1"],
      links: [{ cell: "E1", place: "字典!A1", tip: "去字典" }],
      tables: [
        {
          name: "Visitors",
          range: "A3:C5",
          columns: [{ name: "姓名" }, { name: "性别" }, { name: "年龄", formula: "=YEAR(今天)-1990" }],
          style: "TableStyleLight9",
          bandedRows: true,
          filterButtons: false,
        },
      ],
      validations: [
        {
          range: "B4:B5",
          rule: { kind: "list", source: "=列表_性别" },
          ignoreBlank: true,
          alert: { style: "stop", title: "性别", message: "请选男或女。" },
          prompt: { title: "性别", message: "男、女" },
        },
        { range: "A4:A5", ignoreBlank: true, prompt: { title: "姓名", message: "全名" } },
      ],
      highlights: [{ range: "A4:C5", formula: '=$A4=""', look: { fill: "#FFF2CC" }, stopIfTrue: true }],
      freeze: { rows: 3, columns: 1 },
      protection: { allowFormatColumns: true },
      print: {
        orientation: "landscape",
        paper: "A4",
        fitWide: 1,
        titleRows: "1:3",
        titleColumns: "A:B",
        centerFooter: "第 &P 页，共 &N 页",
        margins: { top: 50, bottom: 50, left: 40, right: 40 },
        centerHorizontally: true,
      },
    },
    {
      name: "字典",
      visibility: "veryHidden",
      showGridlines: true,
      blocks: [{ at: "A1", rows: [["性别"], ["男"], ["女"]] }],
      looks: [],
      columns: [],
      rows: [],
      merges: [],
      links: [],
      tables: [],
      validations: [],
      highlights: [],
    },
  ],
};

test("a book goes in and comes out as it was", () => {
  expect(createModel({ book }).toBook()).toEqual(book);
});

test("without a book there is one empty sheet", () => {
  expect(createModel().toBook()).toMatchObject({ names: [], sheets: [{ name: "Sheet1", blocks: [] }] });
});

test("a book put in place of another tells the views, and tracked ranges are lost", async () => {
  const model = createModel();
  const heard: string[] = [];
  model.subscribe((changes) => heard.push(...changes.map(({ kind }) => kind)));
  await model.load(book);
  expect(heard).toEqual(["book"]);
  expect(model.selection().sheet).toBe("登记");
});
