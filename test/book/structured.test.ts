import fc from "fast-check";
import {
  escapeColumn,
  formulaPieces,
  joinPieces,
  structuredParts,
  toFileFormula,
  toShownFormula,
  unescapeColumn,
} from "../../src/book/structured";

describe("a formula in both spellings, in a cell of table 来访", () => {
  test.each([
    ["=[@编号]", "=来访[[#This Row],[编号]]"],
    ["=[@[客户 编号]]&1", "=来访[[#This Row],[客户 编号]]&1"],
    ["=[@[首次]:[末次]]", "=来访[[#This Row],[首次]:[末次]]"],
    ["=ROW([@])", "=ROW(来访[#This Row])"],
    ["=SUM([金额])", "=SUM(来访[金额])"],
    ["=SUM(跟踪[金额])", "=SUM(跟踪[金额])"],
    ["=跟踪[@金额]", "=跟踪[[#This Row],[金额]]"],
    ["=[#Headers]", "=来访[#Headers]"],
    ["=[[#Headers],[编号]]", "=来访[[#Headers],[编号]]"],
    ["=ROWS(来访[])", "=ROWS(来访[])"],
    ["=[@[单价'[元']]]", "=来访[[#This Row],[单价'[元']]]"],
    ["=[@['#]]+[@[it''s]]", "=来访[[#This Row],['#]]+来访[[#This Row],[it''s]]"],
    [
      "=MAXIFS(跟踪[日期],跟踪[编号],[@编号])",
      "=_xlfn.MAXIFS(跟踪[日期],跟踪[编号],来访[[#This Row],[编号]])",
    ],
    ['=IFS([@级]="A",1,TRUE,2)', '=_xlfn.IFS(来访[[#This Row],[级]]="A",1,TRUE,2)'],
    [
      '=TEXTJOIN("、",TRUE,[@甲],[@乙])',
      '=_xlfn.TEXTJOIN("、",TRUE,来访[[#This Row],[甲]],来访[[#This Row],[乙]])',
    ],
    [
      "=XOR(TRUE,FALSE)+SWITCH(1,1,2)+MINIFS(A1:A2,B1:B2,1)",
      "=_xlfn.XOR(TRUE,FALSE)+_xlfn.SWITCH(1,1,2)+_xlfn.MINIFS(A1:A2,B1:B2,1)",
    ],
    ["=CONCAT(A1:A2)&CONCATENATE(1,2)", "=_xlfn.CONCAT(A1:A2)&CONCATENATE(1,2)"],
    ["=FILTER(A1:A2,B1:B2)", "=_xlfn._xlws.FILTER(A1:A2,B1:B2)"],
    ["=\"[@编号] IFS(\"&'[a] b'!A1", "=\"[@编号] IFS(\"&'[a] b'!A1"],
    ['="say ""[@x]"""', '="say ""[@x]"""'],
    ["=[1]Sheet1!A1+[Book.xlsx]来访!$B$2+[2]!名", "=[1]Sheet1!A1+[Book.xlsx]来访!$B$2+[2]!名"],
    ["=1E5+$A$1+来访登记!B2+今天", "=1E5+$A$1+来访登记!B2+今天"],
    [
      "=INDEX([编号],MATCH([@电话],[电话],0))",
      "=INDEX(来访[编号],MATCH(来访[[#This Row],[电话]],来访[电话],0))",
    ],
  ])("%s ⇄ %s", (shown, file) => {
    expect(toFileFormula(shown, "来访")).toBe(file);
    expect(toShownFormula(file, "来访")).toBe(shown);
    expect(toFileFormula(file, "来访")).toBe(file);
  });
});

test("outside a table every reference keeps its name", () => {
  expect(toFileFormula("=SUM(来访[金额])+来访[@金额]", undefined)).toBe(
    "=SUM(来访[金额])+来访[[#This Row],[金额]]",
  );
  expect(toShownFormula("=来访[[#This Row],[金 额]]+来访[金额]", "跟踪")).toBe("=来访[@[金 额]]+来访[金额]");
  expect(toFileFormula("=[@金额]", undefined)).toBe("=[@金额]");
});

test("lower case and older spellings are understood", () => {
  expect(toFileFormula("=maxifs(a1:a2,b1:b2,1)", undefined)).toBe("=_xlfn.MAXIFS(a1:a2,b1:b2,1)");
  expect(toShownFormula("=来访[[#this row], [编号]]", "来访")).toBe("=[@编号]");
});

test.each([
  ["@列", ["#This Row"], ["列"]],
  ["@[a'#b]:[c]", ["#This Row"], ["a#b", "c"]],
  ["[#This Row],[列]", ["#This Row"], ["列"]],
  ["[#Headers],[#Data],[列]", ["#Headers", "#Data"], ["列"]],
  ["#All", ["#All"], []],
  ["列 名", [], ["列 名"]],
  ["", [], []],
])("the parts of [%s]", (inside, items, columns) => {
  expect(structuredParts(inside)).toEqual({ items, columns });
});

const columnName = fc.string({
  unit: fc.constantFrom(..."列名ab1 '[]#@,:-\"（"),
  minLength: 1,
  maxLength: 8,
});

test("law: whatever a column is called, its formula survives both ways, and its name is read back", () => {
  fc.assert(
    fc.property(columnName, columnName, (one, two) => {
      const file = `=来访[[#This Row],[${escapeColumn(one)}]]+SUM(跟踪[[${escapeColumn(one)}]:[${escapeColumn(two)}]])&"[@x]"`;
      expect(toFileFormula(toShownFormula(file, "来访"), "来访")).toBe(file);
      expect(unescapeColumn(escapeColumn(one))).toBe(one);
      const reference = formulaPieces(file).find((piece) => piece.kind === "reference");
      expect(reference && structuredParts(reference.inside).columns).toEqual([one]);
    }),
  );
});

test("law: no text, however broken, is lost or refused", () => {
  const soup = fc.string({ unit: fc.constantFrom(..."=A列1[]@'\"#(),!$._+ "), maxLength: 30 });
  fc.assert(
    fc.property(soup, (text) => {
      expect(joinPieces(formulaPieces(text))).toBe(text);
      toFileFormula(text, "来访");
      toShownFormula(text, "来访");
    }),
  );
});
