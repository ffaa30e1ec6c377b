/** 收编: several choices in a cell, joined by anything. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { matchChoice, matchChoices } from "../../../../src/domain/register/match-choice";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { type ListKey, lists } from "../../../../src/domain/forms/lists";
import { draw } from "../../draw";
import { bookOf, today } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const chosenIn = (text: string): string => {
  const { chosen, unknown } = matchChoices("channels", lists.channels.choices, text);
  return [chosen.join("、"), ...(unknown.length > 0 ? [`? ${unknown.join("、")}`] : [])].join(" ");
};

const both = [
  "路过 / 听说",
  "路过-听说",
  "路过—听说",
  "路过——听说",
  "路过>听说",
  "路过=听说",
  "路过·听说",
  "路过 and 听说",
  "路过或听说",
  "路过或者听说",
  "路过与听说",
  "路过以及听说",
  "路过,,听说",
  "路过。听说",
  "路过：听说",
  "路过_听说",
  "路过*听说",
  "《路过》《听说》",
  '"路过""听说"',
  "“路过”“听说”",
  "(路过)(听说)",
  "【路过】【听说】",
  "A路过B听说",
  "1路过 2听说",
  "一、路过 二、听说",
  "(1)路过(2)听说",
  "（1）路过（2）听说",
  "①路过②听说",
  "路过听说",
  "路过\\听说",
  "路过‖听说",
  "路过～听说",
  "路过~听说",
  "路过…听说",
  "路过......听说",
  "路过;；听说",
  "路过\t听说",
  "路过\u3000听说",
  "路过→听说",
  "路过•听说",
  "路过#听说",
  "路过!听说",
  "路过 vs 听说",
  "☑路过 ☑听说 □电视",
  "√路过 √听说 ×电视",
  "√路过 听说√",
  "过路，听朋友说",
];

test.each(both)("%s is both", (text) => {
  expect(chosenIn(text)).toBe("路过、听说");
});

test.each(
  draw(`
  | text                  | found            |
  | 路过√ 听说×           | 路过             |
  | √路过 ×听说           | 路过             |
  | 路过(√) 听说( )       | 路过             |
  | 路过（√）听说（×）    | 路过             |
  | [x]路过 [ ]听说       | 路过             |
  | ■路过 □听说           | 路过             |
  | ●路过 ○听说           | 路过             |
  | 路过√                 | 路过             |
  | 日报晚报              | 日报、晚报       |
  | 路过，                | 路过             |
  | 路过+朋友             | 路过 ? 朋友      |
  | 路过、朋友介绍        | 路过 ? 朋友介绍  |
  | 路过 朋友             | 路过 ? 朋友      |
  | 路过(主) 听说(次)     | 路过、听说 ? 主、次 |
  | ☑路过 ☑朋友 □听说     | 路过 ? 朋友      |
  | 不是路过，是朋友      | ? 不是路过、是朋友 |
  | 路过，不是听说 | ? 不是听说 |
  | 路过×听说             | ? 路过×听说      |
  | 路过？                | ? 路过?          |
  | 听说路过的人多        | ? 听说路过的人多 |
`),
)("$text is $found", ({ text = "", found = "" }) => {
  expect(chosenIn(text).trim()).toBe(found);
});

test("what is understood of a cell is taken, and the whole of it kept in the notes", () => {
  const [table] = oldTablesIn(
    sheetOf(`
    | 日期     | 姓名 | 电话         | 认知途径  | 置业顾问 |
    | 2023.3.5 | 客甲 | '13869010001 | 路过+朋友 | 李娜     |
    | 2023.3.5 | 客乙 | '13869010002 | 不是路过，是朋友 | 李娜 |
  `),
  );
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(bookOf({}), { ...table, mapping }, { today });
  expect(
    changes.flatMap((change) =>
      change.kind === "append" && change.form === "visitors"
        ? [[change.row["channels"], change.row["notes"]]]
        : [],
    ),
  ).toEqual([
    ["路过", "原表“认知途径”：路过+朋友"],
    [undefined, "原表“认知途径”：不是路过，是朋友"],
  ]);
  expect(fates).toMatchObject([
    { hints: [{ code: "keptInNotes", value: "路过+朋友" }] },
    { hints: [{ code: "keptInNotes" }] },
  ]);
});

test.each(
  draw(`
    | list          | cell                          | chosen   |
    | gender        | ☑男 □女                       | 男       |
    | gender        | □男 ☑女                       | 女       |
    | gender        | 男□女☑                        | 女       |
    | gender        | √女                           | 女       |
    | gender        | [√]男 [ ]女                   | 男       |
    | gender        | □男 □女                       |          |
    | gender        | ☑男 ☑女                       |          |
    | gender        | ☑                             |          |
    | maritalStatus | ☑已婚                         | 已婚     |
    | payment       | ☑按揭贷款                     | 按揭贷款 |
    | payment       | □一次性付款 ■按揭 □公积金贷款 | 按揭贷款 |
    | motive        | ☑自用 □投资                   | 自用     |
    | motive        | 自用√                         | 自用     |
    | motive        | 自用×                         |          |
    | grade         | □A ☑B □C □D                   | B        |
    | grade         | √                             | √        |
    | yesNo         | √                             | 是       |
  `),
)("a box ticked in a cell of one choice: $list $cell", ({ list = "", cell = "", chosen }) => {
  const { choices } = lists[list as ListKey];
  expect(matchChoice(list as ListKey, choices, cell) ?? "").toBe(chosen);
});

test.each(
  draw(`
    | list       | cell                 | chosen |
    | layout     | 3-2                  | 3/2    |
    | layout     | 3*2                  | 3/2    |
    | layout     | ３－２               | 3/2    |
    | dealLayout | 4×2                  | 4/2    |
    | layout     | 3室2厅1厨2卫         | 3/2    |
    | layout     | 三室两厅两卫一厨     | 3/2    |
    | layout     | 2房2厅2卫1厨1阳台    | 2/2    |
    | layout     | 3-9                  |        |
    | layout     | 3室2厅               |        |
    | layout     | 13-2                 |        |
  `),
)("rooms and baths: $list $cell", ({ list = "", cell = "", chosen }) => {
  const { choices } = lists[list as ListKey];
  expect(matchChoice(list as ListKey, choices, cell) ?? "").toBe(chosen);
});

test.each([
  [45353, "3/2", "/"],
  [45384, "4/2", "/"],
  [45325, "3/2", "/"],
  // 2024-03-25
  [45376, "", "原表“户型”：2024-03-25"],
])("a layout that Excel has turned into a day (%s) is its month and day", (serial, layout, notes) => {
  const headers = ["来访日期", "置业顾问", "客户姓名", "手机", "户型"];
  const cells = ["2024-03-01", "王强", "张三", "13803791001", serial];
  const old = { row: 2, cells, original: cells, dated: [4] };
  const mapping = ["visitDate", "consultant", "name", "mobile", "layout"].map(
    (key) => ({ use: "blank", key }) as const,
  );
  const { changes } = adopt(
    bookOf({}),
    { form: "visitors", headers, rows: [old], setAside: [], mapping },
    { today },
  );
  const visit = changes.find((each) => each.kind === "append" && each.form === "visitors");
  const row = visit?.kind === "append" ? visit.row : {};
  expect([row["layout"] ?? "", row["notes"] ?? "/"]).toEqual([layout, notes]);
});
