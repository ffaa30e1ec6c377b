/** 收编: a record that is there already is not written twice, and what it does not say is not lost. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import type { AdoptedForm, ColumnUse } from "../../../../src/domain/register/old-sheet/old-cells";
import type { RawCell } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, cellsOf, today, written } from "../book-of";

const table = (text: string): RawCell[][] => {
  const rows = draw(text);
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((row) => headers.map((header) => row[header] || null))];
};

const takeIn = (book: SiteBook, form: AdoptedForm, text: string): Adoption => {
  const [headers = [], ...rows] = table(text);
  const mapping = matchOldHeaders(form, headers).map(({ key, header }): ColumnUse =>
    key === undefined ? { use: "own", caption: header } : { use: "blank", key },
  );
  const old = rows.map((cells, at) => ({ row: at + 2, cells, original: cells }));
  return adopt(book, { form, headers, rows: old, setAside: [], mapping }, { today, year: 2024 });
};

const hintsOf = ({ fates }: Adoption): readonly string[] =>
  fates
    .flatMap((fate) => (fate.kind === "setAside" || fate.kind === "rejected" ? [] : fate.hints))
    .map((each) => say(each, "zh").says);

const alreadyOf = ({ fates }: Adoption): readonly unknown[] =>
  fates.map((fate) => (fate.kind === "joined" ? fate.already : fate.kind));

const people = {
  visitors: `
    | clientId | visitDate  | name | consultant | mobile        | age | notes  |
    | LY-ZS001 | 2024-02-01 | 张三 | 王强       | 138 0379 1001 |     | 看三房 |
    | LY-LS001 | 2024-02-01 | 李四 | 李娜       | 138 0379 1002 | 40  |        |
  `,
  calls: `
    | clientId | calledAt         | name | consultant | mobile        | notes  |
    | LY-ZS001 | 2024-02-01 09:00 | 张三 | 王强       | 138 0379 1001 | 问价格 |
  `,
  grades: `
    | clientId | consultant | reachedC   | reachedLost |
    | LY-ZS001 | 王强       | 2024-02-01 |             |
    | LY-LS001 | 李娜       | 2024-02-01 | 2024-02-09  |
  `,
  followUps: `
    | contactedAt      | clientId | method | notes  | consultant |
    | 2024-02-03 10:00 | LY-ZS001 | 电话   | 发资料 | 王强       |
  `,
};

describe("a visit that is there", () => {
  const old = `
    | 日期     | 业务员 | 姓名 | 手机        | 电话        | 年龄 | 级别 | 备注   | 批示 |
    | 2024.2.1 | 王强   | 张三 | 13803791001 |             | 35   | B    | 看三房 | 阅   |
    | 2024.2.1 | 李娜   | 李四 | 13803791002 | 13803791009 | 41   |      |        |      |
  `;
  const found = takeIn(bookOf(people), "visitors", old);
  const after = written(bookOf(people), found.changes);

  test("fills what was empty, moves the grade, and keeps what it says otherwise", () => {
    expect(alreadyOf(found)).toEqual([false, false]);
    expect(cellsOf(after, "visitors")).toMatchObject([
      { clientId: "LY-ZS001", age: 35, "own:批示": "阅" },
      { clientId: "LY-LS001", age: "40", phone: "138 0379 1009" },
    ]);
    expect(cellsOf(after, "grades")).toMatchObject([{ reachedB: "2024-02-01" }, {}]);
    expect(cellsOf(after, "followUps").slice(1)).toMatchObject([
      { clientId: "LY-LS001", notes: "原表“年龄”：41" },
    ]);
  });

  test("once more, nothing", () => {
    const again = takeIn(after, "visitors", old);
    expect(again.changes).toEqual([]);
    expect(alreadyOf(again)).toEqual([true, true]);
  });

  test.each([
    ["another consultant", "| 2024.2.1 | 赵敏 | 张三 | 13803791001 | | 看三房 |"],
    ["a grade that 等级跟踪 has on another day", "| 2024.2.1 | 李娜 | 李四 | 13803791002 | × | |"],
    ["other words", "| 2024.2.1 | 王强 | 张三 | 13803791001 | | 看两房 |"],
  ])("%s is another visit", (_, row) => {
    const other = takeIn(bookOf(people), "visitors", `| 日期 | 业务员 | 姓名 | 手机 | 级别 | 备注 |\n${row}`);
    expect(alreadyOf(other)).toEqual([false]);
    expect(cellsOf(written(bookOf(people), other.changes), "followUps")).toHaveLength(2);
  });
});

test("a call of another hour, consultant or price is another call; one that says more fills the row", () => {
  const old = `
    | 来电时间        | 业务员 | 姓名 | 手机        | 需求户型 | 咨询洽谈内容 |
    | 2024.2.1 9:00   | 王强   | 张三 | 13803791001 | 3/2      | 问价格       |
    | 2024.2.1 16:00  | 王强   | 张三 | 13803791001 | 3/2      | 问价格       |
    | 2024.2.1 9:00   | 李娜   | 张三 | 13803791001 | 2/2      | 问价格       |
  `;
  const found = takeIn(bookOf(people), "calls", old);
  const after = written(bookOf(people), found.changes);
  expect(cellsOf(after, "calls")).toMatchObject([
    { calledAt: "2024-02-01 09:00", layout: "3/2", consultant: "王强" },
    { calledAt: "2024-02-01 09:00", layout: "2/2", consultant: "李娜" },
    { calledAt: "2024-02-01 16:00", layout: "3/2", consultant: "王强" },
  ]);
  const again = takeIn(after, "calls", old);
  expect(again.changes).toEqual([]);
  expect(alreadyOf(again)).toEqual([true, true, true]);
});

test("a contact of another hour or way is another contact; a phone nobody knew stands in the talk (R2)", () => {
  const old = `
    | 跟进日期        | 业务员 | 姓名 | 手机                    | 方式 | 跟踪情况 | 客户反馈 |
    | 2024.2.3 10:00  | 王强   | 张三 | 13803791001             | 电话 | 发资料   |          |
    | 2024.2.3 18:30  | 王强   | 张三 | 13803791001             | 微信 | 发资料   | 考虑     |
    | 2024.2.4 18:30  | 王强   | 张三 | 13803791001/13922223333 | 电话 | 约看房   |          |
  `;
  const found = takeIn(bookOf(people), "followUps", old);
  const after = written(bookOf(people), found.changes);
  expect(alreadyOf(found)).toEqual([true, false, false]);
  expect(cellsOf(after, "followUps").slice(1)).toMatchObject([
    { method: "微信", feedback: "考虑" },
    { notes: "约看房\n原表“电话”：139 2222 3333" },
  ]);
  expect(hintsOf(found)).toContain("电话 139 2222 3333 不在 张三（LY-ZS001）的登记里，写在跟踪情况里");
  expect(takeIn(after, "followUps", old).changes).toEqual([]);
});

test("who bought the same unit twice, the first deal taken back, has both there already", () => {
  const there = bookOf({
    ...people,
    deals: `
      | dealId    | name | consultant | subscribedOn | unitNo   | refundedOn |
      | CLY-LS001 | 李四 | 李娜       | 2024-02-20   | 1-1-0101 | 2024-02-25 |
      | CLY-LS001 | 李四 | 李娜       | 2024-03-02   | 1-1-0101 |            |
    `,
    units: "| unitNo   | status | clientId |\n| 1-1-0101 | 认购   | LY-LS001 |",
  });
  for (const day of ["2024.2.20", "2024.3.2"]) {
    const found = takeIn(
      there,
      "deals",
      `
        | 编号      | 姓名 | 业务员 | 认购日期 | 房号     |
        | CLY-LS001 | 李四 | 李娜   | ${day}   | 1-1-0101 |
      `,
    );
    expect(found.fates).toMatchObject([{ kind: "joined" }]);
    expect(found.changes).toEqual([]);
  }
});

test("a deal that is there is filled; one that says otherwise is for people to compare", () => {
  const there = bookOf({
    ...people,
    deals: `
      | dealId    | name | consultant | subscribedOn | unitNo   | floorArea |
      | CLY-LS001 | 李四 | 李娜       | 2024-02-20   | 1-1-0101 | 90        |
    `,
    units: "| unitNo   | status | clientId |\n| 1-1-0101 | 认购   | LY-LS001 |",
  });
  const row = (area: string): string => `
    | 编号      | 姓名 | 业务员 | 认购日期  | 房号     | 面积    | 单价 | 总价   |
    | CLY-LS001 | 李四 | 李娜   | 2024.2.20 | 1-1-0101 | ${area} | 5000 | 450000 |
  `;
  const found = takeIn(there, "deals", row("90"));
  const after = written(there, found.changes);
  expect(cellsOf(after, "deals")).toMatchObject([{ floorArea: "90", unitPrice: 5000, totalPrice: 450000 }]);
  expect(takeIn(after, "deals", row("90")).changes).toEqual([]);
  expect(takeIn(after, "deals", row("91")).fates).toMatchObject([
    { kind: "rejected", reasons: [{ code: "dealOtherwiseThere", facts: { differs: "建筑面积" } }] },
  ]);
});

test("a deal whose days stand as a file keeps them is there all the same", () => {
  const [deal] = cellsOf(
    bookOf({
      deals: `
        | dealId    | name | consultant | subscribedOn | unitNo   |
        | CLY-LS001 | 李四 | 李娜       | 2024-02-20   | 1-1-0101 |
      `,
    }),
    "deals",
  );
  const there = bookOf({ ...people, deals: [{ ...deal, subscribedOn: 45342, signedOn: 45351 }] });
  const found = takeIn(
    there,
    "deals",
    `
    | 编号      | 姓名 | 业务员 | 认购日期  | 签约日期  | 房号     |
    | CLY-LS001 | 李四 | 李娜   | 2024.2.20 | 2024.2.29 | 1-1-0101 |
  `,
  );
  expect(alreadyOf(found)).toEqual([true]);
});

test("numbers, names and phones that may be somebody else's are said (R1, R9)", () => {
  const found = takeIn(
    bookOf(people),
    "visitors",
    `
      | 编号     | 日期     | 业务员 | 姓名 | 手机        | 电话        | 备注   |
      | LY-ZS001 | 2024.2.5 | 王强   | 张七 | 13803791007 |             | 新客   |
      | LY-ZS009 | 2024.2.6 | 王强   | 张三 | 13803791001 | 13803791002 | 又来了 |
      | 230001   | 2024.2.7 | 李娜   | 李四 | 13803791010 |             |        |
      | 4        | 2024.2.7 | 李娜   | 孙九 | 13803791011 |             |        |
    `,
  );
  expect(hintsOf(found)).toEqual(
    [
      "原表的编号 LY-ZS001 已是 张三 的，这一行另给了编号",
      "原表的编号是 LY-ZS009，张三 在本簿是 LY-ZS001，用 LY-ZS001",
      "这一行记到 张三（LY-ZS001）名下，但电话 138 0379 1002 是 李四（LY-LS001）的",
      "“客户编号”的“230001”没有认出来，已抄进洽谈内容",
      "李娜 名下已有一位 李四（LY-LS001），电话不同，按新客户收",
    ].map((each) => each.replace("“客户编号”的", "“编号”的")),
  );
  const after = written(bookOf(people), found.changes);
  expect(
    cellsOf(after, "visitors")
      .slice(2)
      .map(({ notes }) => notes),
  ).toEqual(["新客\n原表“客户编号”：LY-ZS001", "原表“编号”：230001", null]);
  expect(cellsOf(after, "followUps").map(({ notes }) => notes)).toContain("又来了\n原表“客户编号”：LY-ZS009");
});

test("two rows that would fill one call's same blank: the second is a call of its own, and nothing is lost", () => {
  const old = `
    | 来电时间      | 业务员 | 姓名 | 手机        | 需求户型 | 咨询洽谈内容 |
    | 2024.2.1 9:00 | 王强   | 张三 | 13803791001 | 3/2      | 问价格       |
    | 2024.2.1 9:00 | 王强   | 张三 | 13803791001 | 2/2      | 问价格       |
  `;
  const found = takeIn(bookOf(people), "calls", old);
  const after = written(bookOf(people), found.changes);
  expect(cellsOf(after, "calls").map(({ layout }) => layout)).toEqual(["3/2", "2/2"]);
  expect(takeIn(after, "calls", old).changes).toEqual([]);
});

test("a contact that is there, whose grade the client never got, is said to change something", () => {
  const there = bookOf({
    ...people,
    followUps: `
      | contactedAt      | clientId | method | notes  | consultant | newGrade |
      | 2024-02-03 10:00 | LY-ZS001 | 电话   | 发资料 | 王强       | B        |
    `,
  });
  const old = `
    | 跟进日期       | 业务员 | 姓名 | 手机        | 方式 | 跟踪情况 | 调整级别 |
    | 2024.2.3 10:00 | 王强   | 张三 | 13803791001 | 电话 | 发资料   | B        |
  `;
  const found = takeIn(there, "followUps", old);
  expect(alreadyOf(found)).toEqual([false]);
  expect(found.changes).toMatchObject([{ kind: "set", form: "grades", key: "reachedB" }]);
  expect(alreadyOf(takeIn(written(there, found.changes), "followUps", old))).toEqual([true]);
});

test("a deal that is there: its unit and consultant in another spelling, and what was not understood is kept", () => {
  const there = bookOf({
    ...people,
    deals: `
      | dealId    | name | consultant | subscribedOn | unitNo   | floorArea |
      | CLY-LS001 | 李四 | 李娜       | 2024-02-20   | 1-1-0101 | 90        |
    `,
    units: "| unitNo   | status | clientId |\n| 1-1-0101 | 认购   | LY-LS001 |",
  });
  const found = takeIn(
    there,
    "deals",
    `
      | 编号      | 姓名 | 业务员 | 认购日期  | 房号     | 面积 | 单价 | 总价   | 付款方式 |
      | CLY-LS001 | 李四 | 李娜   | 2024.2.20 | １－１－0101 | 90   | 5000 | 450000 | 支付宝   |
    `,
  );
  expect(alreadyOf(found)).toEqual([false]);
  const after = written(there, found.changes);
  expect(cellsOf(after, "deals")).toMatchObject([{ unitPrice: 5000 }]);
  expect(cellsOf(after, "grades")[1]?.["remarks"]).toContain("原表“付款方式”：支付宝");
});

test("a row without a phone whose number and name are a client's is theirs; by the number alone it is nobody's (R1)", () => {
  const rows = (form: "visitors" | "calls"): string => `
    | 编号     | ${form === "calls" ? "来电时间" : "日期"} | 业务员 | 姓名   | 手机        | 备注     |
    | LY-ZS001 | 2024.2.5 | 王强   | 张三   |             | 又来了   |
    | LY-ZS001 | 2024.2.6 | 王强   | 张女士 | /           | 没留电话 |
    | LY-ZS001 | 2024.2.7 | 王强   | 李五   |             | 名不同   |
    | LY-ZS009 | 2024.2.8 | 王强   | 张九   |             | 没这个号 |
    | LY-ZS001 | 2024.2.9 | 王强   | 张三   | 1380379100  | 少一位   |
    |          | 2024.2.9 | 王强   | 张三   |             | 没有号   |
  `;
  for (const form of ["visitors", "calls"] as const) {
    const found = takeIn(bookOf(people), form, rows(form));
    expect(
      found.fates.map((fate) =>
        fate.kind === "joined"
          ? `${fate.clientId} ${fate.why.by}`
          : fate.kind === "rejected"
            ? fate.reasons.map(({ code }) => code).join()
            : fate.kind,
      ),
    ).toEqual([
      "LY-ZS001 number",
      "LY-ZS001 number",
      "oneOfRequired",
      "oneOfRequired",
      "mobileDigits",
      "oneOfRequired",
    ]);
    expect(takeIn(written(bookOf(people), found.changes), form, rows(form)).changes).toEqual([]);
  }
});

describe("who had only a surname is called in full later (R1)", () => {
  const old = `
    | 日期     | 业务员 | 姓名     | 手机        | 备注   |
    | 2024.3.1 | 王强   | 李女士   | 13803791021 | 看三房 |
    | 2024.3.1 | 王强   | 王总     | 13803791022 |        |
    | 2024.3.1 | 王强   | 张一太太 | 13803791023 |        |
    | 2024.3.1 | 王强   | 陈先生   | 13803791024 |        |
    | 2024.3.5 | 王强   | 李芳     | 13803791021 | 又来   |
    | 2024.3.5 | 王强   | 王建国   | 13803791022 |        |
    | 2024.3.5 | 王强   | 张一     | 13803791023 |        |
    | 2024.3.5 | 王强   | 陈生     | 13803791024 |        |
    | 2024.3.6 | 王强   | 李梅     | 13803791021 |        |
  `;
  const found = takeIn(bookOf({}), "visitors", old);
  const after = written(bookOf({}), found.changes);

  test("whose wife came, or who came with her, is kept in words", () => {
    const { changes } = takeIn(
      bookOf({}),
      "visitors",
      `
        | 日期     | 业务员 | 姓名     | 手机        | 备注 |
        | 2024.3.1 | 王强   | 孙七     | 13803791021 | 看房 |
        | 2024.3.5 | 王强   | 孙七太太 | 13803791021 | 再来 |
        | 2024.3.6 | 王强   | 孙总     | 13803791021 | 算价 |
      `,
    );
    expect(cellsOf(written(bookOf({}), changes), "followUps").map(({ notes }) => notes)).toEqual([
      "看房",
      "再来\n原表“客户姓名”：孙七太太",
      "算价",
    ]);
  });

  test("a row to come has the full name and its first number; what is no full name is kept in words", () => {
    expect(cellsOf(after, "visitors")).toMatchObject([
      { clientId: "LY-LI001", name: "李芳", notes: "看三房\n原表“客户姓名”：李女士" },
      { clientId: "LY-WA001", name: "王建国", notes: "原表“客户姓名”：王总" },
      { name: "张一太太" },
      { name: "陈先生" },
    ]);
    expect(cellsOf(after, "followUps").map(({ notes }) => notes)).toEqual([
      "看三房",
      ...["/", "/", "/"],
      "又来",
      "/",
      "原表“客户姓名”：张一",
      "原表“客户姓名”：陈生",
      "原表“客户姓名”：李梅",
    ]);
    expect(hintsOf(found)).toContain(
      "李女士（LY-LI001）在这一行写了全名，来访登记的客户姓名改为“李芳”，编号不变",
    );
  });

  test("once more, nothing", () => {
    expect(takeIn(after, "visitors", old).changes).toEqual([]);
  });

  test("a contact under the first name is theirs; of two who were called so nobody knows whose it is", () => {
    const talk = `
      | 跟进日期 | 业务员 | 姓名   | 跟踪情况 |
      | 2024.3.7 | 王强   | 李女士 | 问首付   |
      | 2024.3.7 | 王强   | 李梅   | 问学校   |
    `;
    const fates = ({ fates: all }: Adoption): readonly string[] =>
      all.map((fate) =>
        fate.kind === "rejected"
          ? (fate.reasons[0]?.code ?? "")
          : "clientId" in fate
            ? (fate.clientId ?? "")
            : "",
      );
    expect(fates(takeIn(after, "followUps", talk))).toEqual(["LY-LI001", "nameOfNobody"]);
    const other = `
      | 日期     | 业务员 | 姓名   | 手机        |
      | 2024.3.6 | 王强   | 李女士 | 13803791029 |
    `;
    const two = written(after, takeIn(after, "visitors", other).changes);
    expect(fates(takeIn(two, "followUps", talk))).toEqual(["nameOfSeveral", "nameOfNobody"]);
  });

  const there = {
    visitors: `
      | clientId | visitDate  | name   | consultant | mobile        | notes  |
      | LY-LI001 | 2024-03-01 | 李女士 | 王强       | 138 0379 1021 | 看三房 |
    `,
    grades: `
      | clientId | consultant | reachedC   |
      | LY-LI001 | 王强       | 2024-03-01 |
    `,
  };

  test.each([
    ["visitors", "日期"],
    ["calls", "来电时间"],
    ["followUps", "跟进日期"],
  ] as const)("a client of the workbook, too, by a row of %s, with what stood there before", (form, when) => {
    const row = `
      | ${when}  | 业务员 | 姓名 | 手机        | 备注 |
      | 2024.3.5 | 王强   | 李芳 | 13803791021 | 又来 |
    `;
    const joining = takeIn(bookOf(there), form, row);
    expect(joining.changes).toContainEqual(
      expect.objectContaining({ kind: "set", form: "visitors", key: "name", was: "李女士", value: "李芳" }),
    );
    const book = written(bookOf(there), joining.changes);
    expect(cellsOf(book, "visitors")).toMatchObject([
      { clientId: "LY-LI001", name: "李芳", notes: "看三房\n原表“客户姓名”：李女士" },
    ]);
    expect(takeIn(book, form, row).changes).toEqual([]);
  });
});

test("of a client's many records of one day each is found by its words, however a hand has spelled them", () => {
  const there = bookOf({
    ...people,
    followUps: [
      ["发资料", "电话", " 王强"],
      ["  问ＡＢ户型 ", "电话", "王强"],
      ["发资料", "微信", "王强"],
      ["", "电话", "王强"],
    ].map(([notes = "", method = "", consultant = ""]) => ({
      contactedAt: "2024-02-03 10:00",
      clientId: "LY-ZS001",
      method,
      notes,
      consultant,
    })),
    deals: [
      {
        dealId: "CLY-LS001",
        name: "李四",
        consultant: "李娜",
        subscribedOn: "2024-02-20",
        unitNo: "1-1-0101",
      },
      {
        dealId: "CLY-LS001",
        name: "李四",
        consultant: "李娜",
        subscribedOn: "2024-02-20",
        unitNo: "a—1-102 ",
      },
    ],
    units: `
      | unitNo   | status | clientId |
      | 1-1-0101 | 认购   | LY-LS001 |
      | A-1-102  | 认购   | LY-LS001 |
    `,
  });
  const talks = takeIn(
    there,
    "followUps",
    `
      | 编号     | 姓名 | 手机        | 业务员 | 跟进时间 | 方式 | 跟进内容   |
      | LY-ZS001 | 张三 | 13803791001 | 王强   | 2024.2.3 | 微信 | 发资料     |
      | LY-ZS001 | 张三 | 13803791001 | 王强   | 2024.2.3 | 电话 | 问AB户型   |
      | LY-ZS001 | 张三 | 13803791001 | 王强   | 2024.2.3 | 电话 | 又问AB户型 |
      | LY-ZS001 | 张三 | 13803791001 | 王强   | 2024.2.3 | 电话 | 发资料     |
    `,
  );
  expect(alreadyOf(talks)).toEqual([true, true, false, true]);
  const sold = takeIn(
    there,
    "deals",
    `
      | 编号      | 姓名 | 业务员 | 认购日期  | 房号     |
      | CLY-LS001 | 李四 | 李娜   | 2024.2.20 | A-1-102  |
      | CLY-LS001 | 李四 | 李娜   | 2024.2.20 | 1-1-0101 |
    `,
  );
  expect(alreadyOf(sold)).toEqual([true, true]);
});

test("a deal beside which it says that it was taken back is taken, and people are told (R13)", () => {
  const found = takeIn(
    bookOf(people),
    "deals",
    `
    | 姓名 | 电话        | 业务员 | 认购日期 | 房号     | 备注       |
    | 张三 | 13803791001 | 王强   | 2024.2.2 | 1-1-0101 | 退房       |
    | 李四 | 13803791002 | 李娜   | 2024.2.3 | 1-1-0102 | 已退定     |
    | 张三 | 13803791001 | 王强   | 2024.2.4 | 1-1-0103 | 定金不退房 |
    | 李四 | 13803791002 | 李娜   | 2024.2.5 | 1-1-0104 | 换过车位   |
  `,
  );
  expect(found.fates.map(({ kind }) => kind)).toEqual(["joined", "joined", "joined", "joined"]);
  expect(hintsOf(found).filter((each) => each.includes("退"))).toEqual([
    "这一行写着“退房”，仍按成交收了",
    "这一行写着“已退定”，仍按成交收了",
  ]);
});
