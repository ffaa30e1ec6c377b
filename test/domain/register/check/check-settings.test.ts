/** R5, R14: 设置 and 字典 hold what the rules need of them. */
import { lists } from "../../../../src/domain/forms/lists";
import { cadence } from "../../../../src/domain/forms/settings";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { RawCell, Register } from "../../../../src/domain/register/register";
import type { Site } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, firstRow, site, today } from "../book-of";

const codes = [
  "ruledChoiceGone",
  "policyUnknown",
  "notDaysOfCadence",
  "oddDaysOfCadence",
  "cadenceBackwards",
];
const saysOf = (over: Partial<Site>, registers: object = {}): readonly string[] => {
  const book = bookOf();
  const whole = { ...book, site: site(over), registers: { ...book.registers, ...registers } };
  return checkWorkbook(whole, today)
    .filter(({ code }) => codes.includes(code))
    .map((each) => say(each, "zh"))
    .map(({ where, says }) => `${where}：${says}`);
};

const listsOf = site().lists;

test("a workbook as it begins has nothing to be said of", () => {
  expect(saysOf({})).toEqual([]);
});

test("a word that rules go by is missed; an added one and another order are the manager's", () => {
  const unitState = ["已认购", "可售", "保留", "签约", "已售", "不可售"];
  expect(saysOf({ lists: { ...listsOf, unitState } })).toEqual([
    "字典“房源状态”：“房源状态”里没有“认购”了，规矩要靠这几个字认",
  ]);
  const channels = ["抖音", "老带新", ...lists.channels.choices.slice(0, 3)];
  expect(saysOf({ lists: { ...listsOf, channels } })).toEqual([]);
  expect(saysOf({ lists: { ...listsOf, channels: ["抖音", "朋友介绍"] } })).toHaveLength(1);
});

test("a policy that is none is told, with what is used meanwhile", () => {
  expect(saysOf({ policy: "005" })).toEqual(["设置“跟进政策”：没有“005”这种政策，现在按 000 算"]);
  expect(saysOf({ policy: "自定" })).toEqual([]);
});

test("R5's table holds whole days, earliest before latest", () => {
  const rows = draw(`
    | policy | grade | first | earliest | latest |
    | 000    | A     | 2     | 1        | 2      |
    | 000    | B     | 3     | 5        | 2      |
    | 自定   | C     | -1    | /        | 400    |
  `);
  const cellOf = (key: string, said = ""): RawCell =>
    key !== "policy" && /^-?\d+$/u.test(said) ? Number(said) : said;
  const table: Register = {
    form: cadence,
    sheet: cadence.sheet,
    firstRow,
    count: rows.length,
    columns: new Map(
      Object.keys(rows[0] ?? {}).map((key) => [key, rows.map((row) => cellOf(key, row[key]))]),
    ),
    missing: [],
    strangers: [],
  };
  expect(saysOf({}, { cadence: table })).toEqual([
    "设置 第 6 行“最早”：000 的 B 级最早 5 天，反而晚过最迟 2 天",
    "设置 第 7 行“首次”：自定 的 C 级这一格不是 0 到 365 的整数，现在照这个数四舍五入算",
    "设置 第 7 行“最早”：自定 的 C 级这一格不是天数，现在按 000 的天数算",
    "设置 第 7 行“最迟”：自定 的 C 级这一格不是 0 到 365 的整数，现在照这个数四舍五入算",
  ]);
});
