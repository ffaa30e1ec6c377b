/** 收编: pages printed one below the other: each one's month and consultant are its own rows'. */
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { pageTitleOf, withLabelsJoined } from "../../../../src/domain/register/old-sheet/page-titles";
import { sheetOf } from "./old-sheets-of";

/** By row: its day, its name, whose it is; "10 note" of a row set aside. */
const read = (drawn: string, sheet = "来访2023"): readonly string[] =>
  oldTablesIn(sheetOf(drawn, { sheet })).flatMap(({ matches, rows, setAside }) => {
    const at = (key: string): number => matches.find((each) => each.key === key)?.column ?? -1;
    return [
      ...rows.map(({ row, cells }) => ({
        row,
        line: [row, ...["visitDate", "name", "consultant"].map((key) => cells[at(key)] ?? "-")].join(" "),
      })),
      ...setAside.map(({ row, why }) => ({ row, line: `${row} ${why}` })),
    ]
      .sort((a, b) => a.row - b.row)
      .map(({ line }) => line);
  });

const page = (titles: readonly string[], rows: readonly string[], header: string): string =>
  [...titles, header, ...rows].join("\n");
const header = "| 日期 | 姓名 | 电话 | 级别 | 顾问 | 洽谈内容 |";
const march = [
  "| 1日 | 张一 | 13803790001 | B | 李娜 | 好 |",
  "| 2日 | 张二 | 13803790002 | B | 李娜 | 好 |",
];
const april = [
  "| 2日 | 张三 | 13803790003 | B | 李娜 | 好 |",
  "| 3日 | 张四 | 13803790004 | B | 李娜 | 好 |",
];
const foot = ["| | | | | | |", "| 案场经理签字： | | | 填表人： | | |"];

describe("the next page's month is its own", () => {
  test.each([
    ["in the title's brackets", (m: number) => [`| 新天地来访登记表（2023年${m}月） | | | | | |`]],
    ["behind a label", (m: number) => ["| 新天地来访登记表 | | | | | |", `| 日期：2023年${m}月 | | | | | |`]],
    ["in the title's second cell", (m: number) => [`| 新天地来访登记表 | | | 2023年${m}月 | | |`]],
    ["beside the page's number", (m: number) => [`| 第${m}页 共9页 | | | 2023年${m}月 | | |`]],
    ["behind another label", (m: number) => [`| 项目：新天地 | | | 月份：${m}月 | | |`]],
    ["as label and value", (m: number) => [`| 项目 | 新天地 | 月份 | ${m}月 | | |`]],
    ["merged", (m: number) => [`| 新天地来访登记 2023年${m}月 | < | < | < | < | < |`]],
  ])("%s", (_, titles) => {
    const found = read(
      page([...titles(3)], [...march, ...foot], header) + "\n" + page([...titles(4)], april, header),
    );
    const days = found.flatMap((line) => /(?:2023年)?(\d月\d日) (张.)/u.exec(line)?.slice(1).join(" ") ?? []);
    expect(days).toEqual(["3月1日 张一", "3月2日 张二", "4月2日 张三", "4月3日 张四"]);
  });

  test("nor is the last page's month that of a page that leaves it blank, whatever its title is", () => {
    const found = read(
      page(["| 项目：新天地 | | | 月份：3月 | | |"], march, header) +
        "\n" +
        page(["| 项目：新天地 | | | 月份： | | |"], april, header),
    );
    expect(found.slice(-2)).toEqual(["7 2日 张三 李娜", "8 3日 张四 李娜"]);
  });

  test("nor where its own cannot be told", () => {
    const title = (said: string): string => `| 新天地来访登记表（${said}） | | | | | |`;
    const found = read(
      page([title("2023年3月")], march, header) + "\n" + page([title("2023年4月-5月")], april, header),
    );
    expect(found.slice(-2)).toEqual(["7 2日 张三 李娜", "8 3日 张四 李娜"]);
  });

  test("a month said in a talk, and a day people sign at, are no title", () => {
    const found = read(
      page(
        ["| 新天地来访登记表 | 2023年3月 | | | | |"],
        [
          ...march,
          "| | | | | | 4月再来 |",
          "| 3日 | 4月 | 13803790005 | B | 李娜 | 好 |",
          "| 置业顾问：王强 | | | 审核日期：2023年4月 | | |",
          "| 4日 | 张五 | 13803790006 | B | 李娜 | 好 |",
        ],
        header,
      ),
    );
    expect(found.filter((line) => line.includes("李娜")).slice(2)).toEqual([
      "6 2023年3月3日 4月 李娜",
      "8 2023年3月4日 张五 李娜",
    ]);
  });
});

describe("the next page's consultant is their own", () => {
  const bare = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace("李娜", ""));
  const blank = "| 日期 | 姓名 | 电话 | 级别 | 备注 | 洽谈内容 |";

  test.each([
    ["beside the project", (who: string) => [`| 项目：新天地 | | | 置业顾问：${who} | | |`]],
    ["before the month", (who: string) => [`| 置业顾问：${who} | | | 2023年3月 | | |`]],
    ["as label and value", (who: string) => [`| 项目 | 新天地 | 置业顾问 | ${who} | 月份 | 3月 |`]],
    ["in a line of its own", (who: string) => [`| 置业顾问：${who} | | | | | |`]],
  ])("%s", (_, titles) => {
    const found = read(
      page(titles("李娜"), bare([...march, ...foot]), blank) +
        "\n" +
        page(titles("王强"), bare(april), blank),
    );
    expect(found.flatMap((line) => /张. .*/u.exec(line) ?? [])).toEqual([
      "张一 李娜",
      "张二 李娜",
      "张三 王强",
      "张四 王强",
    ]);
  });

  test("where a page leaves it blank, nobody's; the one before has no share in it", () => {
    const title = (who: string): string => `| 项目：新天地 | | | 置业顾问：${who} | 月份：3月 | |`;
    const found = read(
      page([title("李娜")], bare(march), blank) + "\n" + page([title("")], bare(april), blank),
    );
    expect(found.slice(-2)).toEqual(["7 3月2日 张三 -", "8 3月3日 张四 -"]);
  });

  test("who is written once goes on to the foot of their page, and no further", () => {
    const kept = (lines: readonly string[], who: string): readonly string[] => [
      ...lines.map((line, at) => line.replace("李娜", at === 0 ? who : "")),
      "| 9日 | 张九 | 13803790009 | B | | 好 |",
    ];
    const title = (who: string): string => `| 项目：新天地 | | | 置业顾问：${who} | 2023年3月 | |`;
    const found = read(
      page([title("李娜")], kept(march, "李娜"), header) +
        "\n" +
        page([title("王强")], kept(april, ""), header),
    );
    expect(found.flatMap((line) => /张. .*/u.exec(line) ?? [])).toEqual([
      "张一 李娜",
      "张二 李娜",
      "张九 李娜",
      "张三 王强",
      "张四 王强",
      "张九 王强",
    ]);
  });
});

test.each([
  ["新天地 4月", undefined],
  ["项目 | 来访 | 来电 | 成交", undefined],
  [
    "项目 | 新天地 | 时间 | 2023-03-05 | 广告投放媒体及主题 | 晚报",
    "项目：新天地|时间：2023-03-05|广告投放媒体及主题：晚报",
  ],
  ["项目： | 新天地 | 日期： | 3月", "项目：新天地|日期：3月"],
  ["项目经理：13803791234", undefined],
  ["案场经理签字： | 填表人：", undefined],
  ["张三 | 4月", undefined],
])("%s as a page's title: %p", (cells, titles) => {
  expect(pageTitleOf(cells.split(" | "))?.join("|")).toBe(titles);
});

test("labels without a colon take what is beside them where the row is of nothing else", () => {
  expect(withLabelsJoined(["项目", "来访", "来电"])).toEqual(["项目", "来访", "来电"]);
  expect(withLabelsJoined(["日期：", "2023-03-05", "张三"])).toEqual(["日期：2023-03-05", "张三"]);
});
