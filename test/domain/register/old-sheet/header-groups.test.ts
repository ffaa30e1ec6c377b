/** 收编: whose a name and a phone are is said by the group over them, and by the name they stand behind (R9). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const tableOf = (drawn: string) => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn));
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return table;
};

/** Blanks by column, "-" for none. */
const keysOf = (drawn: string): string =>
  tableOf(drawn)
    .matches.map(({ key }) => key ?? "-")
    .join(" ");

describe("a group says whose phone it is", () => {
  test.each([
    ["推荐人信息", "visitDate name phone - - consultant"],
    ["置业顾问", "visitDate name phone consultant - -"],
    ["业务员", "visitDate name phone consultant - -"],
    ["紧急联系人", "visitDate name phone - - consultant"],
    ["共有人", "visitDate name phone - - consultant"],
    ["配偶", "visitDate name phone - mobile consultant"],
  ])("%s", (group, keys) => {
    expect(
      keysOf(`
        | 日期 | 客户 | < | ${group} | < | 业务员 |
        | ^ | 姓名 | 电话 | 姓名 | 电话 | ^ |
        | 2023.3.1 | 钱新 | 13900450001 | 赵老 | 13900450091 | 王强 |
      `),
    ).toBe(keys);
  });

  const strange = [
    "渠道",
    "联系人",
    "客户经理",
    "置业经理",
    "主管",
    "同行人",
    "居间",
    "商务",
    "看房人",
    "推荐业主",
    "我方对接",
  ];

  test.each(strange)("%s beside the client: six clients are six", (group) => {
    const people = ["张三", "李四", "王五", "赵六", "孙七", "周八"];
    const table = tableOf(
      [
        `| 日期 | 客户姓名 | 手机 | ${group} | < | 备注 |`,
        "| ^ | ^ | ^ | 姓名 | 电话 | ^ |",
        ...people.map(
          (name, at) =>
            `| 2023.3.${at + 1} | ${name} | ${13900450001 + at} | 介${at % 2} | ${13900450091 + (at % 2)} | 看房 |`,
        ),
      ].join("\n"),
    );
    const mapping = guessedMapping(table, table.form, table.matches);
    const { fates, changes } = adopt(
      bookOf({ visitors: "| clientId | name |" }),
      { ...table, mapping },
      { today, consultant: "王强" },
    );
    expect(fates.map(({ kind }) => kind)).toEqual(people.map(() => "taken"));
    expect(
      changes.flatMap((each) =>
        each.kind === "append" && each.form === "visitors" ? [[each.row["name"], each.row["mobile"]]] : [],
      ),
    ).toEqual(people.map((name, at) => [name, `139 0045 000${at + 1}`]));
  });

  test.each(strange)("%s to the left of the client's own group", (group) => {
    const [day, name, phone, ...client] = keysOf(`
      | 日期 | ${group} | < | 客户信息 | < |
      | ^ | 姓名 | 电话 | 姓名 | 电话 |
      | 2023.3.1 | 陈红 | 13900450091 | 张三 | 13900450001 |
      | 2023.3.2 | 方明 | 13900450092 | 李四 | 13900450002 |
    `).split(" ");
    expect([day, ...client]).toEqual(["visitDate", "name", "phone"]);
    expect(["-", "consultant"]).toContain(name);
    expect(phone).toBe("-");
  });

  test.each(["看房人", "联系人", "本次到访"])("%s alone is the client", (group) => {
    expect(
      keysOf(`
        | 日期 | ${group} | < | 置业顾问 |
        | ^ | 姓名 | 电话 | ^ |
        | 2023.3.1 | 张三 | 13900450001 | 王强 |
      `),
    ).toBe("visitDate name phone consultant");
  });

  test("of two groups that nobody knows the first is the client's, by name and by phone", () => {
    expect(
      keysOf(`
        | 日期 | 看房人 | < | 同来 | < | 置业顾问 |
        | ^ | 姓名 | 电话 | 姓名 | 手机 | ^ |
        | 2023.3.1 | 张三 | 13900450001 | 陈红 | 13900450091 | 王强 |
      `),
    ).toBe("visitDate name phone - - consultant");
  });

  test.each(["推荐业主", "客户经理"])("%s is never the client", (group) => {
    const keys = keysOf(`
      | 日期 | ${group} | < | 新客户 | < |
      | ^ | 姓名 | 电话 | 姓名 | 电话 |
      | 2023.3.1 | 陈红 | 13900450091 | 张三 | 13900450001 |
    `);
    expect(keys.split(" ").slice(3)).toEqual(["name", "phone"]);
  });

  test("a group's phone without a name: the client's where there is no other", () => {
    expect(
      keysOf(`
        | 日期 | 姓名 | 报备 | < | 置业顾问 |
        | ^ | ^ | 公司 | 电话 | ^ |
        | 2023.3.1 | 张三 | 链家 | 13900450001 | 王强 |
      `),
    ).toBe("visitDate name - phone consultant");
    expect(
      keysOf(`
        | 日期 | 姓名 | 手机 | 报备 | < | 置业顾问 |
        | ^ | ^ | ^ | 公司 | 电话 | ^ |
        | 2023.3.1 | 张三 | 13900450001 | 链家 | 13900450091 | 王强 |
      `),
    ).toBe("visitDate name mobile - - consultant");
  });

  test("those that one sent are themselves, not the one", () => {
    const table = tableOf(`
      | 日期 | 客户 | < | 介绍人 | < | 顾问 |
      | ^ | 姓名 | 电话 | 姓名 | 电话 | ^ |
      | 2023.2.1 | 赵老 | 13900450091 |  |  | 王强 |
      | 2023.3.1 | 钱新 | 13900450001 | 赵老 | 13900450091 | 王强 |
      | 2023.3.2 | 孙新 | 13900450002 | 赵老 | 13900450091 | 王强 |
    `);
    const mapping = guessedMapping(table, table.form, table.matches);
    const { fates } = adopt(bookOf({ visitors: "| clientId | name |" }), { ...table, mapping }, { today });
    expect(fates.map(({ kind }) => kind)).toEqual(["taken", "taken", "taken"]);
  });

  test("in one row, behind a second name nobody named", () => {
    expect(
      keysOf(`
        | 日期 | 姓名 | 电话 | 姓名 | 电话 | 日期 | 备注 | 备注 | 顾问 |
        | 2023.3.1 | 重一 | 13900430001 | 介一 | 13900430091 | 2023.3.9 | 看房 | 回访 | 王强 |
        | 2023.3.2 | 重二 | 13900430002 |  |  |  |  | 不要 | 王强 |
      `),
    ).toBe("visitDate name phone - - - notes - consultant");
  });
});

test.each([
  "电话 | 配偶电话",
  "配偶电话 | 电话",
  "配偶电话 | 手机",
  "手机 | 配偶电话",
  "手机（备用） | 手机号吗",
])("the client's own is 手机, whatever stands first: %s", (captions) => {
  const own = /^配偶|^手机（备用/u.test(captions) ? "13900460091 | 13900460001" : "13900460001 | 13900460091";
  const table = tableOf(`
      | 来访登记 | < | < | < | < |
      | 来访日期 | 姓名 | ${captions} | 业务员 |
      | 2024.3.5 | 张三 | ${own} | 王强 |
    `);
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes } = adopt(bookOf({ visitors: "| clientId | name |" }), { ...table, mapping }, { today });
  expect(changes).toContainEqual(
    expect.objectContaining({
      form: "visitors",
      row: expect.objectContaining({ mobile: "139 0046 0001", phone: "139 0046 0091" }) as unknown,
    }),
  );
});

describe("a name in a group takes no more away than what is a person's", () => {
  test.each([
    [
      `
      | 客户姓名 | 联系电话 | 置业顾问 | 到访 | < | < | < |
      | ^ | ^ | ^ | 陪同人姓名 | 来访日期 | 意向级别 | 洽谈内容 |
      | 张三 | 13900450001 | 王强 | 张父 | 2023.3.1 | B | 看房 |
    `,
      ["name", "phone", "consultant", "visitDate", "grade", "notes"],
    ],
    [
      `
      | 姓名 | 电话 | 房号 | 认购日期 | 签约信息 | < | < | < |
      | ^ | ^ | ^ | ^ | 签约人姓名 | 付款方式 | 面积 | 总价 |
      | 张三 | 13900450001 | 3-1-301 | 2023.3.1 | 张父 | 按揭 | 100 | 900000 |
    `,
      ["name", "phone", "unitNo", "subscribedOn", "payment", "floorArea", "totalPrice"],
    ],
    [
      `
      | 姓名 | 电话 | 置业顾问 | 首次接待 | < | < | < |
      | ^ | ^ | ^ | 姓名 | 日期 | 级别 | 洽谈内容 |
      | 张三 | 13900450001 | 王强 | 李娜 | 2023.3.1 | B | 看房 |
    `,
      ["name", "phone", "consultant", "visitDate", "grade", "notes"],
    ],
    [
      `
      | 姓名 | 电话 | 房号 | 认购日期 | 认购 | < | < |
      | ^ | ^ | ^ | ^ | 经办人姓名 | 总价 | 面积 |
      | 张三 | 13900450001 | 3-1-301 | 2023.3.1 | 李娜 | 900000 | 100 |
    `,
      ["name", "phone", "unitNo", "subscribedOn", "totalPrice", "floorArea"],
    ],
  ])("%s", (drawn, keys) => {
    expect(keysOf(drawn).split(" ")).toEqual(expect.arrayContaining(keys));
  });

  test.each([
    ["手机", "手机1", "手机2"],
    ["移动", "手机号码", "归属地"],
  ])("%s over %s beside another phone is the client's", (group, part, other) => {
    const keys = matchOldHeaders("visitors", [
      "日期",
      "姓名",
      "固话",
      `${group} ${part}`,
      `${group} ${other}`,
    ]).map(({ key }) => key);
    expect(keys[3]).toBe("mobile");
  });
});
