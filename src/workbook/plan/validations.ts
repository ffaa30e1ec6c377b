/** What a column refuses, what it questions, and what it says when one steps into it. */
import type { Validation, ValidationRule } from "../../book/book";
import { answerKind, choiceSeparator, type Field, type PerKind } from "../../domain/form/field";
import { lists } from "../../domain/forms/lists";
import { nothing } from "../../domain/rules/nothing-to-say";
import { dictionarySheet, digitsName, listName, referredNames, rosterName, settings } from "./site-sheet";

type Alert = NonNullable<Validation["alert"]>;

export interface ColumnRule {
  readonly rule?: ValidationRule;
  readonly alert?: Alert;
}

/** The column's first cell, relative, and all of it, held: "B5", "$B$5:$B$1048576". */
export interface Place {
  readonly cell: string;
  readonly column: string;
  /** No two rows of the form may share it. */
  readonly unique: boolean;
  /** Where the numbers of all clients stand, as held ranges with their sheets. */
  readonly clients: readonly string[];
}

const stop = (title: string, message: string): Alert => ({ style: "stop", title, message });
const warning = (title: string, message: string): Alert => ({ style: "warning", title, message });
const orNothing = `没有就填“${nothing}”。`;

const custom = (formula: string): ValidationRule => ({ kind: "custom", formula });
/** Excel's own types refuse `/` (R3): these columns have a rule of their own. */
const nothingOr = (cell: string, test: string): ValidationRule => custom(`=OR(${cell}="${nothing}",${test})`);

const tomorrow = `${settings.today}+1`;
const firstDay = 1;
const lastDay = 2958465;

const days = (cell: string, field: { need: string; notAfterToday: boolean }, what: string): ColumnRule => {
  const limit = field.notAfterToday ? "，不能晚于今天" : "";
  const alert = stop(`${what}不对`, `请填${what}，如 2024-03-05${what === "日期" ? "" : " 14:30"}${limit}。`);
  if (field.need === "first")
    return {
      rule: field.notAfterToday
        ? { kind: "date", comparison: "lessThan", first: `=${tomorrow}` }
        : { kind: "date", comparison: "greaterOrEqual", first: "=DATE(1990,1,1)" },
      alert,
    };
  const upTo = field.notAfterToday ? `${cell}<${tomorrow}` : `${cell}<=${lastDay}`;
  return {
    rule: nothingOr(cell, `AND(ISNUMBER(${cell}),${cell}>=${firstDay},${upTo})`),
    alert: { ...alert, message: `${alert.message}${orNothing}` },
  };
};

const atLeastNought = (cell: string, what: string): ColumnRule => ({
  rule: nothingOr(cell, `AND(ISNUMBER(${cell}),${cell}>=0)`),
  alert: stop(`${what}不对`, `请填数字，不带单位，不小于 0。${orNothing}`),
});

const atMost = (length: number): ColumnRule => ({
  rule: { kind: "textLength", comparison: "lessOrEqual", first: length },
  alert: warning("写得太长", `这一格最多 ${length} 字，写多了打印不下。仍要保留吗？`),
});

/**
 * How sound so many digits are, from none to 14 and more: 0 no phone is so short; 1 some phone, but no mobile; 2 a
 * mobile only with an extension after a dash; 3 a mobile, or several numbers.
 */
const soundness = "000000011113223";

/**
 * R2: remarks, brackets, extensions and several numbers in a cell are for the add-in to judge. What is nothing but
 * digits, blanks and dashes and begins as a mobile does has to be as long as one. Excel takes 255 characters of a rule.
 */
const phone = (cell: string): ValidationRule => {
  const digits = `SUMPRODUCT(LEN(${cell})-LEN(SUBSTITUTE(${cell},${digitsName},"")))`;
  // After "0." neither a point nor a comma makes a number.
  const alone = `ISNUMBER(-("0."&SUBSTITUTE(SUBSTITUTE(${cell}," ",""),"-","")))`;
  const mobile = `AND(${alone},LEFT(${cell})="1",MID(${cell},2,1)>"2")`;
  return custom(
    `=OR(${cell}="${nothing}",--MID("${soundness}",MIN(15,1+${digits}),1)>IF(${mobile},2-COUNT(FIND("-",${cell})),0))`,
  );
};

/** A list that only offers: what else is typed passes without a word, `/` too. */
const offered = (name: string): ColumnRule => ({ rule: { kind: "list", source: `=${name}` } });

const unique = (place: Place): ValidationRule =>
  custom(`=OR(${place.cell}="${nothing}",COUNTIF(${place.column},${place.cell})<=1)`);

/** "LY-ZS001", after the mark of a report about the client. */
const stampMarks = { client: "", deal: "C", lost: "X" } as const;

const rules: PerKind<ColumnRule, [Place]> = {
  // R1: who works without the add-in gives a number by hand, and the next check settles it: it is questioned at most.
  numberStamp: ({ of }, place) =>
    place.unique
      ? {
          rule: unique(place),
          alert: warning("编号已经有了", "这个编号在本表中已有一行；编号不得重复使用。仍要保留吗？"),
        }
      : {
          rule: custom(`=MID(${place.cell},${stampMarks[of].length + 3},1)="-"`),
          alert: warning("编号写法不对", `编号如 ${stampMarks[of]}LY-ZS001，由案场簿编。仍要保留吗？`),
        },
  clientRef: ({ need }, { cell, clients }) => {
    const known = clients.map((column) => `COUNTIF(${column},${cell})`).join("+");
    return {
      rule: need === "first" ? custom(`=${known}>0`) : nothingOr(cell, `${known}>0`),
      alert: stop("没有这个客户", "请填已登记客户的编号，如 LY-ZS001；新客户请先登记。"),
    };
  },
  // What the program writes, and what formulas give, passes every rule.
  computed: ({ by, byHand }) => ({
    rule: custom("=FALSE"),
    alert:
      by === "sheet"
        ? stop("此列自动计算", "此列由公式计算，请勿改动。")
        : byHand
          ? warning(
              "此列由案场簿填写",
              "这一列平时由案场簿填写，它填的请勿改动；没用案场簿时可以手填。仍要保留吗？",
            )
          : stop("此列由案场簿填写", "此列由案场簿自动填写，请勿手填；留空也不影响登记。"),
  }),
  oneLine: ({ suggestions, caption }, place) =>
    place.unique
      ? {
          rule: unique(place),
          alert: warning(`${caption}已经有了`, `这个${caption}在本表中已有一行，不得重复。仍要保留吗？`),
        }
      : suggestions === undefined
        ? atMost(100)
        : offered(listName(suggestions)),
  lines: () => atMost(1000),
  day: (field, { cell }) => days(cell, field, "日期"),
  moment: (field, { cell }) => days(cell, field, "日期和时间"),
  number: ({ from, to, whole, need }, { cell }) => {
    const alert = stop("数字不对", `请填 ${from} 到 ${to} 的${whole ? "整数" : "数"}，不带单位。`);
    if (need === "first")
      return {
        rule: { kind: whole ? "whole" : "decimal", comparison: "between", first: from, second: to },
        alert,
      };
    const integer = whole ? `,${cell}=INT(${cell})` : "";
    return {
      // INT of "/" is an error, and one error makes one of AND and OR, whatever else they hold.
      rule: custom(
        `=IF(ISNUMBER(${cell}),AND(${cell}>=${from},${cell}<=${to}${integer}),${cell}="${nothing}")`,
      ),
      alert: { ...alert, message: `${alert.message}${orNothing}` },
    };
  },
  money: (_field, { cell }) => atLeastNought(cell, "金额"),
  area: (_field, { cell }) => atLeastNought(cell, "面积"),
  phone: ({ mobile }, { cell }) => ({
    rule: phone(cell),
    alert: stop(
      mobile ? "手机号位数不对" : "电话位数不对",
      mobile
        ? `手机号是 11 位数字，多一位少一位都不行。几个号码用“${choiceSeparator}”隔开；境外号码以 + 开头。${orNothing}`
        : `手机 11 位；固定电话 7 或 8 位，前面加区号。几个号码用“${choiceSeparator}”隔开；境外号码以 + 开头。${orNothing}`,
    ),
  }),
  contact: () => atMost(60),
  digits: ({ length }, { cell }) => ({
    rule: nothingOr(cell, `AND(LEN(${cell})=${length},ISNUMBER(-${cell}))`),
    alert: stop("位数不对", `请填 ${length} 位数字。${orNothing}`),
  }),
  tickOne: ({ list }) => ({
    rule: { kind: "list", source: `=${listName(list)}` },
    alert: stop("不在列表中", `请从下拉列表中选一项。要加选项，请改“${dictionarySheet}”表。`),
  }),
  tickMany: ({ list }, { cell }) => ({
    rule: custom(
      `=AND(LEN(${cell})<=200,ISERROR(FIND(",",${cell})),ISERROR(FIND("，",${cell})),ISERROR(FIND(" ",${cell})))`,
    ),
    alert: warning(
      "写法不对",
      `几项之间请用“${choiceSeparator}”隔开；选项见“${dictionarySheet}”表的“${lists[list].title}”一列。仍要保留吗？`,
    ),
  }),
  // A table has no row for `/`: what it has not is outlined instead of questioned (`highlights.ts`).
  rowRef: ({ of, many }) => (many ? atMost(200) : offered(referredNames[of])),
  idCard: (_field, { cell }) => ({
    rule: nothingOr(cell, `AND(LEN(${cell})=18,ISNUMBER(-LEFT(${cell},17)))`),
    alert: stop("身份证号不对", `请填 18 位身份证号，末位可为 X。${orNothing}`),
  }),
  fromRoster: ({ need }) =>
    need === "first"
      ? {
          rule: { kind: "list", source: `=${rosterName}` },
          alert: stop("名单中没有此人", "请从下拉列表中选置业顾问。新人请先加到“设置”表的名单里。"),
        }
      : // The roster has no `/`: who is not in it is outlined instead (`highlights.ts`).
        offered(rosterName),
};

const promptOf = (field: Field): string =>
  field.kind === "tickMany"
    ? `${field.hint}选项见“${dictionarySheet}”表的“${lists[field.list].title}”一列。`
    : field.hint;

/** A column's rule and prompt; `range` runs to the sheet's last row, for rows to come. */
export const validationOf = (field: Field, range: string, place: Place): Validation => ({
  range,
  ...answerKind(rules, field, place),
  ignoreBlank: true,
  prompt: { title: field.caption, message: promptOf(field) },
});
