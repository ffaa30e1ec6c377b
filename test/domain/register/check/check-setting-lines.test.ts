/** R5, R9, R14, R20: lines of 设置 that are filled and not understood; choices of a site's own that count for nothing. */
import { lists } from "../../../../src/domain/forms/lists";
import { type FormKey, formOf } from "../../../../src/domain/forms/index";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { RawCell, Register } from "../../../../src/domain/register/register";
import type { Site } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, type Cells, firstRow, site, today } from "../book-of";

const small = (key: FormKey, rows: readonly Cells[]): Register => {
  const form = formOf(key);
  return {
    form,
    sheet: form.sheet,
    firstRow,
    count: rows.length,
    columns: new Map(Object.keys(form.fields).map((name) => [name, rows.map((row) => row[name] ?? null)])),
    missing: [],
    strangers: [],
  };
};

const check = (registers: Partial<Record<FormKey, Register>>, over: Partial<Site> = {}) => {
  const book = bookOf({}, over);
  return checkWorkbook({ ...book, registers: { ...book.registers, ...registers } }, today);
};

const ofLine = (name: string, value: RawCell) =>
  check({ settingLines: small("settingLines", [{ name, value }]) }).map((each) => ({
    code: each.code,
    fix: each.fix?.map((change) => (change.kind === "set" ? change.value : change.kind)),
    says: say(each, "zh").says,
  }));

test.each([
  ["签约期限天数", "10天", "settingNotRead", [10]],
  ["判客有效天数", "三十", "settingNotRead", undefined],
  ["来电有效天数", "很久", "settingAsUnset", undefined],
  ["跟进政策", 3, "policyIsNumber", ["003"]],
  ["打印遮号", "要", "settingNotRead", undefined],
  ["隔日分组", "轮换", "settingNotRead", undefined],
  ["一组起始日", "2026年11月1日", "settingDayIsText", [46_327]],
  ["开盘日期", "年底", "settingAsUnset", undefined],
  ["季度起始日", "4月1日", "settingDayIsText", [45_383]],
  ["交房日期", "6-30", "settingAsUnset", undefined],
  ["区域字母", "洛", "settingAsUnset", undefined],
  ["默认区号", "379", "areaCodeWrong", undefined],
] as const)("%s “%s” is told, with its one right answer where there is one", (name, value, code, fix) => {
  const found = ofLine(name, value);
  expect(found).toMatchObject([{ code, fix }]);
  expect(found[0]?.says).toContain(String(value));
});

test.each([
  ["签约期限天数", 10],
  ["判客有效天数", "0"],
  ["来电有效天数", null],
  ["来电有效天数", "/"],
  ["跟进政策", "003"],
  ["打印遮号", "否"],
  ["一组起始日", 46_327],
  ["区域字母", "ly"],
  ["默认区号", "0379"],
  ["同户亲属", "老婆"],
  ["今天", 46_000],
] as const)("%s “%s” is understood, or not this check's to tell", (name, value) => {
  expect(ofLine(name, value)).toEqual([]);
});

test("the roster: a name twice, and 在职 that is neither 是 nor 否", () => {
  const consultants = small("consultants", [
    { name: "王强", active: "是" },
    { name: "李娜", active: "离职" },
    { name: "王强", active: "否" },
  ]);
  expect(check({ consultants }).map(({ code, row }) => [code, row])).toEqual([
    ["activeNotRead", 6],
    ["consultantTwice", 7],
  ]);
});

test("a chosen policy whose rows were emptied, and days for a grade that goes by none", () => {
  const days = { first: 1, earliest: 1, latest: 1 };
  const cadence = small("cadence", [
    { policy: "自定", grade: "A", ...days },
    {},
    { policy: "自定", grade: "D", ...days },
  ]);
  const found = check({ cadence }, { policy: "自定" });
  expect(found.map(({ code, facts, row }) => [code, facts?.["grade"] ?? row])).toEqual([
    ["cadenceRowMissing", "B"],
    ["cadenceRowMissing", "C"],
    ["cadenceGradeNotCounted", 7],
  ]);
});

test("a choice of the site's own that rules do not know is said once, with what follows", () => {
  const own = (key: keyof Site["lists"], choice: string) => [...lists[key].choices, choice];
  const book = bookOf(
    {
      units: [
        { unitNo: "3-1-101", status: "抵押" },
        { unitNo: "3-1-102", status: "抵押" },
        { unitNo: "3-1-103", status: "可售" },
      ],
      events: [
        { name: "年会", date: 46_400, audience: "全部" },
        { name: "抽奖", date: 46_410, audience: "C、D级" },
      ],
    },
    {
      lists: { ...site().lists, unitState: own("unitState", "抵押"), audience: own("audience", "全部") },
    },
  );
  const found = checkWorkbook(book, today).filter(({ code }) => code.endsWith("NotCounted"));
  expect(found.map(({ code, row, facts }) => [code, row, facts?.["count"]])).toEqual([
    ["unitStateNotCounted", 5, 2],
    ["audienceNotCounted", 5, 1],
  ]);
});
