/** 收编 (R9): consultants as old registers spell them; who is nobody is no consultant. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import {
  isNobodysName,
  readSaidConsultant,
  soundedName,
} from "../../../../src/domain/register/old-sheet/consultant-said";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const roster = new Set(["李娜", "王强", "诸葛小明"]);
const read = (raw: string) => readSaidConsultant(raw, (name) => roster.has(name));

test.each([
  ["@李娜", "李娜", false],
  ["李娜、", "李娜", false],
  ["李 娜", "李娜", false],
  ["李娜（组长）", "李娜", true],
  ["组长李娜", "李娜", true],
  ["A组-李娜", "李娜", true],
  ["A组 诸葛小明", "诸葛小明", true],
  ["置业顾问：王强", "王强", true],
  ["李娜13800001111", "李娜", true],
  ["李娜 138-0000-1111", "李娜", true],
  ["李娜(代王强)", "李娜", true],
  ["李娜（离职）", "李娜", false],
  ["李娜/王强", "李娜", true],
  ["李娜转王强", "王强", true],
  // Not on the roster, and still the name alone.
  ["@赵敏", "赵敏", false],
  ["组长赵敏", "赵敏", true],
  // Another name, or none that is sure.
  ["李娜娜", "李娜娜", false],
  ["小李娜", "小李娜", false],
  ["娜娜", "娜娜", false],
  ["主管王", "主管王", false],
  ["lina", "lina", false],
])("%s is %s's", (raw, name, saysMore) => {
  expect(read(raw)).toEqual({ name, saysMore });
});

test.each(["离职", "公司", "前台", "自然来访", "（公池）", "售楼部", "A组", "其他"])(
  "%s is nobody",
  (raw) => {
    expect(isNobodysName(raw)).toBe(true);
  },
);
test.each(["李娜", "公孙胜", "经理李娜", "前台小王", "自强"])("%s may be somebody", (raw) => {
  expect(isNobodysName(raw)).toBe(false);
});

const visits = (consultant: string | undefined, ...said: readonly string[]) => {
  const drawn = `
    | 来访日期 | 姓名 | 电话 | 顾问 |
    ${said.map((each, at) => `| 2024-03-05 | 示例${"甲乙丙丁"[at] ?? ""} | '1380379000${at} | ${each} |`).join("\n")}
  `;
  const [table] = oldTablesIn(sheetOf(drawn), { fileName: "来访.xlsx" });
  if (table === undefined) throw new Error("no table");
  const book = bookOf({});
  const mapping = guessedMapping(table, table.form, table.matches);
  const about = { today, ...(consultant === undefined ? {} : { consultant }) };
  const { changes, fates, newConsultants } = adopt(book, { ...table, mapping }, about);
  return {
    hints: fates.flatMap((fate) => (fate.kind === "taken" ? fate.hints.map(({ code }) => code) : [])),
    fates: fates.map((fate) =>
      fate.kind === "rejected" ? fate.reasons.map(({ code }) => code).join(" ") : fate.kind,
    ),
    rows: cellsOf(written(book, changes), "visitors").map((row) => [row["consultant"], row["notes"] ?? ""]),
    added: newConsultants.map(({ name }) => name),
  };
};

test("no ghost is added to the roster, and what stood with a name is kept", () => {
  expect(visits(undefined, "@李娜", "组长李娜", "赵敏", "王强13800001111")).toMatchObject({
    fates: ["taken", "taken", "taken", "taken"],
    rows: [
      ["李娜", ""],
      ["李娜", "原表“顾问”：组长李娜"],
      ["赵敏", ""],
      ["王强", "原表“顾问”：王强13800001111"],
    ],
    added: [],
  });
});

test("a row of nobody's is refused with its word, or is whose people say", () => {
  expect(visits(undefined, "李娜", "公司", "离职")).toMatchObject({
    fates: ["taken", "consultantNoName", "consultantNoName"],
    added: [],
  });
  expect(visits("王强", "李娜", "公司").rows).toEqual([
    ["李娜", ""],
    ["王强", "原表“顾问”：公司"],
  ]);
});

test.each([
  ["lina", "李娜"],
  ["Li Na", "李娜"],
  ["ＬＩ－ＮＡ", "李娜"],
  ["zhugexiaoming", "诸葛小明"],
  ["lvbu", "吕布"],
  ["zengmin", "曾敏"],
  // Initials and parts are anybody's, and of two that are read alike it is neither.
  ["ln", undefined],
  ["li", undefined],
  ["linaa", undefined],
  ["zhangmin", undefined],
  ["小李", undefined],
])("%s sounds like %s", (typed, name) => {
  expect(soundedName(typed, ["李娜", "诸葛小明", "吕布", "曾敏", "张敏", "章敏"])).toBe(name);
});

test("a consultant in pinyin is the one of the roster who is read so, and says it; others are asked about by name", () => {
  expect(visits(undefined, "lina", "Wang Qiang", "wq", "小王")).toMatchObject({
    fates: ["taken", "taken", "taken", "taken"],
    rows: [
      ["李娜", ""],
      ["王强", ""],
      ["wq", ""],
      ["小王", ""],
    ],
    hints: ["consultantBySound", "consultantBySound", "rosterToGrow", "rosterToGrow"],
    added: ["wq", "小王"],
  });
});

test("below a row of the same person as well", () => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 来访日期 | 姓名 | 电话 | 顾问 | 跟踪时间 | 跟踪内容 |
      | 2024-03-01 | 示例甲 | '13803790001 | 李娜 | 2024-03-02 | 约周末再看 |
      |  |  |  | wangqiang | 2024-03-04 | 电话说还在比较 |
      | 2024-03-02 | 示例乙 | '13803790002 | 李娜 | 2024-03-03 | 嫌总价高 |
    `),
  );
  if (table === undefined) throw new Error("no table");
  const book = bookOf({});
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes } = adopt(book, { ...table, mapping }, { today });
  expect(
    cellsOf(written(book, changes), "followUps").flatMap(({ notes, consultant }) =>
      String(notes).includes("比较") ? [consultant] : [],
    ),
  ).toEqual(["王强"]);
});
