import type { Book, Sheet } from "../../src/book/book";

export const bareSheet: Omit<Sheet, "name"> = {
  visibility: "visible",
  showGridlines: true,
  blocks: [],
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
};

const plain = { fontName: "宋体", fontSize: 12, vertical: "center" } as const;

/** One workbook with everything a Book can say; people in it are invented (示例). */
export const everyFeature: Book = {
  names: [
    { name: "今天", refersTo: "=设置!$B$1" },
    { name: "列表_性别", refersTo: "=设置!$A$3:$A$5" },
    { name: "最近一次", refersTo: "=MAXIFS(Visits[日期],Visits[编号],1)" },
  ],
  sheets: [
    {
      ...bareSheet,
      name: "来访登记",
      tabColor: "#C00000",
      showGridlines: false,
      blocks: [
        { at: "A1", rows: [["____项目来访客户登记表"]] },
        { at: "A2", rows: [["填表说明：<必填> & “示例”"]] },
        {
          at: "A3",
          rows: [
            ["编号", "日期", "姓名", "性别", "金额[元]", "备注\n多行", "到期", "年份"],
            [
              1,
              45356,
              "示例甲",
              "男",
              1234.5,
              "=1+1",
              { formula: "=[@日期]+7", value: 45363 },
              { formula: "=YEAR([@日期])" },
            ],
            [
              2,
              45357.5,
              "示例乙",
              "女",
              -0.1,
              "+86 13800000000",
              { formula: "=[@日期]+7", value: 45364.5 },
              { formula: "=YEAR([@日期])" },
            ],
            [
              3,
              null,
              "  前后空格 ",
              "/",
              null,
              "_x000D_ 与 \r\n 换行",
              { formula: "=[@日期]+7", value: 7 },
              { formula: "=YEAR([@日期])", value: 1900 },
            ],
          ],
        },
        { at: "J1", rows: [[true, false]] },
        { at: "J3", rows: [["-"], ["@示例"], ["#N/A"], ["__proto__"]] },
        {
          at: "K3",
          rows: [
            [{ formula: '=MAXIFS(Visits[日期],Visits[性别],"男")', value: 45356 }],
            [{ formula: "=SUM(Visits[金额'[元']])", value: 1234.4 }],
            [{ formula: '=IFERROR(1/0,"错误")', value: "错误" }],
            [{ formula: "=NA()", value: "#N/A" }],
            [{ formula: "=1=1", value: true }],
            [{ formula: '=TEXTJOIN("、",TRUE,Visits[姓名])' }],
          ],
        },
      ],
      looks: [
        { range: "A:H", look: plain },
        { range: "B:B", look: { numberFormat: "yyyy-mm-dd" } },
        { range: "G:G", look: { numberFormat: "yyyy-mm-dd hh:mm" } },
        { range: "E:E", look: { numberFormat: "#,##0.00" } },
        { range: "F:F", look: { numberFormat: "@", wrap: true, locked: false } },
        { range: "1:1", look: { fontSize: 18, bold: true, horizontal: "center" } },
        { range: "A3:H3", look: { bold: true, fill: "#D9E1F2", border: "#808080", color: "#1F3864" } },
        { range: "A4:H6", look: { border: "#808080" } },
        { range: "C5", look: { italic: true, underline: true } },
      ],
      columns: [
        { column: 0, width: 8 },
        { column: 1, width: 12.5 },
        { column: 5, width: 30 },
        { column: 11, width: 10, hidden: true },
      ],
      defaultRowHeight: 22,
      rows: [
        { row: 0, height: 36 },
        { row: 6, hidden: true },
      ],
      merges: ["A1:H1", "A2:H2"],
      links: [
        { cell: "J4", place: "设置!A1", tip: "去设置" },
        { cell: "J5", place: "a b-表!B2" },
      ],
      tables: [
        {
          name: "Visits",
          range: "A3:H6",
          columns: [
            { name: "编号" },
            { name: "日期" },
            { name: "姓名" },
            { name: "性别" },
            { name: "金额[元]" },
            { name: "备注\n多行" },
            { name: "到期", formula: "=[@日期]+7" },
            { name: "年份", formula: "=YEAR([@日期])" },
          ],
          style: "TableStyleLight9",
          bandedRows: true,
          filterButtons: true,
        },
      ],
      validations: [
        {
          range: "D4:D6",
          rule: { kind: "list", source: "=列表_性别" },
          ignoreBlank: true,
          alert: { style: "stop", title: "性别", message: "请从列表里选\n或填 /" },
          prompt: { title: "性别", message: "男、女或 /" },
        },
        {
          range: "B4:B6",
          rule: { kind: "date", comparison: "between", first: 36526, second: "=今天" },
          ignoreBlank: true,
          alert: { style: "warning", title: "日期", message: "不晚于今天" },
        },
        {
          range: "A4:A6",
          rule: { kind: "whole", comparison: "greaterOrEqual", first: 1 },
          ignoreBlank: false,
          alert: { style: "information", title: "编号", message: "从 1 起" },
        },
        { range: "E4:E6", rule: { kind: "decimal", comparison: "lessThan", first: 1e8 }, ignoreBlank: true },
        {
          range: "F4:F6",
          rule: { kind: "textLength", comparison: "notBetween", first: 300, second: 400 },
          ignoreBlank: true,
        },
        {
          range: "C4:C6",
          rule: { kind: "custom", formula: "=AND(LEN(C4)>0,COUNTIF($C$4:$C$6,C4)=1)" },
          ignoreBlank: true,
        },
        {
          range: "G4:H6",
          ignoreBlank: true,
          prompt: { title: "算出来的", message: "这一列由公式得出，不用填" },
        },
      ],
      highlights: [
        {
          range: "A4:H6",
          formula: '=AND($B4<>"",$B4<今天)',
          look: { fill: "#FFC7CE", color: "#9C0006", bold: true },
          stopIfTrue: true,
        },
        { range: "D4:D6", formula: '=$D4="×"', look: { strike: true, color: "#808080" } },
        { range: "C4:C6", formula: "=COUNTIF($C$4:$C$6,$C4)>1", look: { border: "#FF0000", bold: false } },
      ],
      comments: [
        {
          cell: "C4",
          kind: "thread",
          said: [
            { by: "示例甲", text: "看三次了 <周六> & 再约", at: "2024-03-05T10:20:30.500Z" },
            { by: "示例乙", text: "好\n记下了" },
            { by: "示例甲", text: " 前后空格 " },
          ],
        },
        { cell: "F5", kind: "note", said: [{ by: "示例丙", text: "示例丙:\n号码 _x000D_ 待核" }] },
        { cell: "M40", kind: "note", said: [{ by: "", text: "远" }] },
      ],
      freeze: { rows: 3, columns: 1 },
      print: {
        orientation: "landscape",
        paper: "A4",
        fitWide: 1,
        titleRows: "1:3",
        titleColumns: "A:B",
        centerHeader: "案场 && 登记",
        centerFooter: "第 &P 页，共 &N 页",
        margins: { top: 36, bottom: 72, left: 18, right: 18 },
        centerHorizontally: true,
      },
    },
    {
      ...bareSheet,
      name: "a b-表",
      visibility: "hidden",
      blocks: [{ at: "B2", rows: [["藏"]] }],
      comments: [{ cell: "A1", kind: "thread", said: [{ by: "", text: "不知是谁说的" }] }],
      freeze: { rows: 0, columns: 2 },
      print: { orientation: "portrait", paper: "A4", titleRows: "2:2" },
    },
    {
      ...bareSheet,
      name: "设置",
      blocks: [
        { at: "A1", rows: [["今天", { formula: "=TODAY()", value: 46348 }]] },
        { at: "A3", rows: [["男"], ["女"], ["/"]] },
        {
          at: "D3",
          rows: [
            ["组", "人数"],
            [null, null],
          ],
        },
      ],
      looks: [{ range: "B1", look: { numberFormat: "yyyy-mm-dd", locked: false } }],
      tables: [
        {
          name: "Teams",
          range: "D3:E4",
          columns: [{ name: "组" }, { name: "人数" }],
          style: "TableStyleMedium2",
          bandedRows: false,
          filterButtons: false,
        },
      ],
      protection: { allowFormatColumns: true, allowFilter: true },
    },
    {
      ...bareSheet,
      name: "_记录",
      visibility: "veryHidden",
      blocks: [{ at: "A1", rows: [["版本", 1]] }],
      protection: {},
    },
  ],
};
