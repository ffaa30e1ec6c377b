/** 收编 of calls, contacts and deals, of the users' own columns, and the laws of all of them. */
import fc from "fast-check";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { type Adoption, asideOf, joiningOf } from "../../../../src/domain/register/adoption/adoption";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import {
  type AdoptedForm,
  adoptedForms,
  type ColumnUse,
  type SetAside,
} from "../../../../src/domain/register/old-sheet/old-cells";
import { ownKey } from "../../../../src/domain/register/own-column";
import type { RawCell } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, cellsOf, today, written } from "../book-of";

interface Also {
  readonly setAside?: readonly SetAside[];
  /** Columns that match nothing are kept. */
  readonly keep?: boolean;
  readonly consultant?: string;
}

const takeIn = (
  book: SiteBook,
  form: AdoptedForm,
  [headers = [], ...rows]: readonly (readonly RawCell[])[],
  { setAside = [], keep = false, consultant }: Also = {},
): Adoption =>
  adopt(
    book,
    {
      form,
      headers,
      rows: rows.map((cells, at) => ({ row: at + 2, cells, original: [...cells, "原样"] })),
      setAside,
      mapping: matchOldHeaders(form, headers).map(({ key, header }): ColumnUse => {
        if (key !== undefined) return { use: "blank", key };
        return keep ? { use: "own", caption: header } : { use: "leave" };
      }),
    },
    { today, ...(consultant === undefined ? {} : { consultant }) },
  );

const table = (text: string): RawCell[][] => {
  const rows = draw(text);
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((row) => headers.map((header) => row[header] || null))];
};

const fateOf = ({ fates }: Adoption): readonly string[] =>
  fates.map((fate) => {
    const end =
      fate.kind === "taken"
        ? fate.clientId
        : fate.kind === "joined"
          ? `${fate.clientId} ${fate.why.by}${fate.already ? " already" : ""}`
          : fate.kind === "rejected"
            ? fate.reasons.map(({ code }) => code).join(" ")
            : fate.why;
    return `${fate.row} ${fate.kind} ${end}`;
  });

const people = {
  visitors: `
    | clientId | visitDate  | name   | consultant | mobile      |
    | LY-ZS001 | 2024-01-05 | 张三   | 王强       | 13803791001 |
    | LY-LS001 | 2024-01-06 | 李四   | 王强       | 13803791002 |
    | LY-LS002 | 2024-01-07 | 李四   | 李娜       | 13803791003 |
    | LY-WW001 | 2024-01-08 | 王五   | 赵敏       | 13803791004 |
    | LY-WW002 | 2024-01-09 | 王五   | 赵敏       | 13803791005 |
  `,
  calls: `
    | clientId | calledAt         | name | consultant | mobile      | otherContact | notes |
    | LY-ZL001 | 2024-01-05 10:00 | 赵六 | 王强       | 13803791006 |              | 问价  |
    | LY-QQ001 | 2024-01-06 10:00 | 钱七 | 李娜       |             | wx_Qian      |       |
  `,
  grades: `
    | clientId | consultant | reachedC   | remarks |
    | LY-ZS001 | 李娜       | 2024-01-05 | 老客户  |
    | LY-LS001 | 王强       | 2024-01-06 |         |
  `,
};

describe("calls", () => {
  const old = table(`
    | 来电时间        | 姓名   | 手机          | 微信     | 业务员 | 获知渠道 | 洽谈内容 |
    | 2024.2.1 9:30   | 孙八   | 13803792001   |          | 王强   | 路过     | 问三房   |
    | 2024.2.2 14:00  | 孙先生 | 138-0379-2001 |          | 李娜   |          | 又问     |
    | 2024.2.3        | 赵六   | 13803791006   |          | 王强   | 日报     | 再问     |
    | 2024.2.4 10:00  | 周九   |               | wx_zhou  | 王强   |          | 问车位   |
    | 2024.2.5 10:00  | 钱七   |               | WX_qian  | 李娜   |          | 问学校   |
    | 2024.2.6 10:00  | 吴十   |               |          | 李娜   |          | 没留电话 |
    | 2024.2.7 10:00  | 张三   | 13803791001   |          | 王强   |          | 已来访过 |
    | 昨天            | 郑一   | 13803792009   |          | 王强   |          |          |
  `);
  const found = takeIn(bookOf(people), "calls", old);

  test("rows join or become clients of 来电登记", () => {
    expect(fateOf(found)).toEqual([
      "2 taken LY-SB001",
      "3 joined LY-SB001 phone",
      "4 joined LY-ZL001 phone",
      "5 taken LY-ZJ001",
      "6 joined LY-QQ001 contact",
      "7 rejected oneOfRequired",
      "8 joined LY-ZS001 phone",
      "9 rejected notADay",
    ]);
    expect(found.fates[5]).toMatchObject({ cells: [...(old[6] ?? []), "原样"] });
  });

  test("each call has its row, its contact, and a new client their grade", () => {
    const after = written(bookOf(people), found.changes);
    expect(cellsOf(after, "calls").slice(2)).toMatchObject([
      {
        clientId: "LY-SB001",
        calledAt: "2024-02-01 09:30",
        name: "孙八",
        mobile: "138 0379 2001",
        channels: "路过",
      },
      { clientId: "LY-SB001", calledAt: "2024-02-02 14:00", name: "孙先生" },
      { clientId: "LY-ZL001", notes: "再问" },
      { clientId: "LY-ZJ001", otherContact: "wx_zhou", mobile: null },
      { clientId: "LY-QQ001", otherContact: "WX_qian" },
      { clientId: "LY-ZS001", name: "张三" },
    ]);
    expect(cellsOf(after, "followUps").map(({ clientId, method }) => [clientId, method])).toEqual([
      ["LY-SB001", "电话"],
      ["LY-SB001", "电话"],
      ["LY-ZL001", "电话"],
      ["LY-ZJ001", "电话"],
      ["LY-QQ001", "电话"],
      ["LY-ZS001", "电话"],
    ]);
    expect(cellsOf(after, "grades").slice(2)).toMatchObject([
      { clientId: "LY-SB001", consultant: "王强", reachedC: "2024-02-01" },
      { clientId: "LY-ZL001" },
      { clientId: "LY-ZJ001" },
      { clientId: "LY-QQ001" },
    ]);
    expect(cellsOf(after, "visitors")).toHaveLength(5);
  });
});

describe("contacts", () => {
  const old = table(`
    | 客户编号 | 姓名 | 手机        | 跟进日期        | 业务员 | 方式 | 跟踪情况 | 级别 | 调整级别 |
    | LY-ZS001 | 张三 |             | 2024.2.1 10:00  | 王强   | 电话 | 谈价格   | C    | B，急    |
    | LY-ZS001 | 马二 |             | 2024.2.2        | 王强   | 电话 | 名字不对 |      |          |
    |          | 张三 | 13803791001 | 2024.2.3        | 王强   | 短信 | 发资料   |      |          |
    |          | 李四 |             | 2024.2.4        | 李娜   | 电话 | 按姓名   |      |          |
    |          | 王五 |             | 2024.2.5        | 赵敏   | 电话 | 两个王五 |      |          |
    |          | 李四 |             | 2024.2.6        | 赵敏   | 电话 | 别人的   |      |          |
    | LY-XX009 |      | 13809999999 | 2024.2.7        | 王强   | 电话 | 都不在   |      |          |
    |          |      |             | 2024.2.8        | 王强   | 电话 | 没有名字 |      |          |
    |          | 张三 |             | 2024.2.9        | 李娜   | 电话 | 现归李娜 |      |          |
    |          | 马嫂 | 13803791002 | 2024.2.9        | 王强   | 飞鸽 | 家人接   |      |          |
  `);
  const found = takeIn(bookOf(people), "followUps", old);

  test("the client is found by number, phone, or a name only one client of the consultant has", () => {
    expect(fateOf(found)).toEqual([
      "2 joined LY-ZS001 number",
      "3 rejected numberOfAnother nameOfNobody",
      "4 joined LY-ZS001 phone",
      "5 joined LY-LS002 name",
      "6 rejected nameOfSeveral",
      "7 rejected nameOfNobody",
      "8 rejected numberOfNobody phoneOfNobody",
      "9 rejected ownerUnsaid",
      "10 joined LY-ZS001 name",
      "11 joined LY-LS001 phone",
    ]);
    expect(found.fates[1]).toMatchObject({ cells: [...(old[2] ?? []), "原样"] });
  });

  const worded = draw(`
    | row | says                                                                       |
    | 2   | 按编号 LY-ZS001 记到 张三 名下                                             |
    | 4   | 电话 138 0379 1001 是 张三（LY-ZS001）的，按同一位客户并入                 |
    | 5   | 这位顾问名下叫 李四 的只有 LY-LS002，记到其名下                            |
    | 3   | 编号 LY-ZS001 是 张三 的，原表写的是“马二”                                 |
    | 6   | 赵敏 名下叫 王五 的客户不止一位：LY-WW001、LY-WW002                        |
    | 7   | 赵敏 名下没有叫 李四 的客户                                                |
    | 8   | 编号 LY-XX009 不在来访登记、来电登记里                                     |
    | 9   | 没有客户编号，也没有能认出的电话，不知道是哪位客户                         |
  `);
  test.each(worded)("row $row: $says", ({ row, says }) => {
    const fate = found.fates.find((each) => each.row === Number(row));
    const first =
      fate?.kind === "joined" ? joiningOf(fate) : fate?.kind === "rejected" ? fate.reasons[0] : undefined;
    expect(first && say(first, "zh").says).toBe(says);
  });

  test("they are written with the grade of the moment, and move the client", () => {
    const after = written(bookOf(people), found.changes);
    expect(cellsOf(after, "followUps")[0]?.["notes"]).toBe("谈价格\n原表“调整级别”：B，急");
    expect(cellsOf(after, "followUps")).toMatchObject([
      { clientId: "LY-ZS001", contactedAt: "2024-02-01 10:00", grade: "C", newGrade: "B" },
      { clientId: "LY-ZS001", contactedAt: "2024-02-03 00:00", method: "短信" },
      { clientId: "LY-LS002" },
      { clientId: "LY-ZS001" },
      { clientId: "LY-LS001", notes: "家人接\n原表“方式”：飞鸽\n原表“客户姓名”：马嫂" },
    ]);
    expect(cellsOf(after, "grades")).toMatchObject([
      { clientId: "LY-ZS001", reachedB: "2024-02-01" },
      { clientId: "LY-LS001" },
      { clientId: "LY-LS002", reachedC: "2024-02-04" },
    ]);
  });
});

describe("deals", () => {
  const book = bookOf({
    ...people,
    deals: `
      | dealId    | name | consultant | subscribedOn | unitNo   |
      | CLY-LS001 | 李四 | 王强       | 2024-01-20   | 1-1-0101 |
    `,
    units: `
      | unitNo   | status | clientId |
      | 1-1-0101 | 认购   | LY-LS001 |
      | 1-1-0102 | 可售   |          |
      | 1-1-0103 | 保留   | LY-WW001 |
    `,
  });
  const old = table(`
    | 编号      | 姓名 | 电话        | 业务员 | 认购日期  | 签约日期 | 房号     | 面积 | 单价 | 总价   | 付款方式 |
    | LY-ZS001  | 张三 |             | 王强   | 2024.2.1  | 2024.2.9 | 1-1-0102 | 100  | 5000 | 50万   | 支付宝   |
    |           | 赵六 | 13803791006 | 王强   | 2024.2.2  |          | 1-1-0199 | 90   | 5000 | 44万   |          |
    |           | 孙九 | 13800009999 | 王强   | 2024.2.3  |          | 1-1-0104 | 90   | 5000 | 45万   |          |
    |           | 张三 |             | 王强   | 2024.2.3  |          | 1-1-0105 | 90   | 5000 | 45万   |          |
    | CLY-LS002 | 李四 |             | 李娜   | 2024.2.4  |          | 1-1-0101 | 90   | 5000 | 45万   |          |
    | CLY-LS001 | 李四 |             | 王强   | 2024.1.20 |          | 1-1-0101 | 90   | 5000 | 45万   |          |
    | LY-LS002  | 李四 |             | 李娜   | 2024.2.5  |          | 1-1-0103 | 90   | 5000 | 45万   |          |
    | LY-LS002  | 李四 |             | 李娜   | 2024.2.6  |          | 1-1-0102 | 90   | 5000 | 45万   |          |
    | LY-LS002  | 李四 |             | 李娜   |           |          | 1-1-0106 | 90   | 5000 | 45万   |          |
  `);
  const found = takeIn(book, "deals", old);

  test("the client is found by number or phone, a unit is sold once", () => {
    expect(fateOf(found)).toEqual([
      "2 joined LY-ZS001 number",
      "3 joined LY-ZL001 phone",
      "4 rejected phoneOfNobody",
      "5 rejected ownerUnsaid",
      "6 rejected oldUnitTaken",
      "7 joined LY-LS001 number",
      "8 rejected oldUnitTaken",
      "9 rejected oldUnitTaken",
      "10 rejected requiredReally",
    ]);
    const hints = found.fates.flatMap((fate) =>
      fate.kind === "joined" ? fate.hints.map(({ code }) => code) : [],
    );
    expect(hints).toContain("totalMismatch");
  });

  test("a phone in a deal that is another client's is said (R9)", () => {
    const told = takeIn(
      book,
      "deals",
      table(`
        | 编号     | 姓名 | 电话                    | 业务员 | 认购日期 | 房号     | 面积 | 单价 | 总价 |
        | LY-ZS001 | 张三 | 13803790001 13803791006 | 王强   | 2024.2.1 | 1-1-0102 | 100  | 5000 | 50万 |
      `),
    );
    const [hints = []] = told.fates.map((fate) => (fate.kind === "joined" ? fate.hints : []));
    expect(
      hints
        .filter(({ code }) => code === "phoneOfAnother")
        .map(({ value, facts }) => [value, facts?.["thirdId"]]),
    ).toEqual([["138 0379 1006", "LY-ZL001"]]);
  });

  test("numbered after the client (R1), who becomes √ (R4); the unit follows, what is not understood is kept", () => {
    const after = written(book, found.changes);
    expect(cellsOf(after, "deals").slice(1)).toMatchObject([
      {
        dealId: "CLY-ZS001",
        unitNo: "1-1-0102",
        subscribedOn: "2024-02-01",
        totalPrice: 500000,
        unitPrice: 5000,
      },
      { dealId: "CLY-ZL001", unitNo: "1-1-0199", phone: "138 0379 1006" },
    ]);
    expect(cellsOf(after, "grades")).toMatchObject([
      { clientId: "LY-ZS001", reachedDeal: "2024-02-01", remarks: "老客户；1-1-0102 原表“付款方式”：支付宝" },
      { clientId: "LY-LS001", reachedDeal: null },
      { clientId: "LY-ZL001", reachedDeal: "2024-02-02" },
    ]);
    expect(cellsOf(after, "units").slice(1)).toMatchObject([
      { status: "签约", clientId: "LY-ZS001" },
      { status: "保留", clientId: "LY-WW001" },
    ]);
  });
});

describe("totals in 万元 that do not say so", () => {
  const total = (caption: string, said: RawCell, price: RawCell = 8500, area: RawCell = 95.2) => {
    const book = bookOf(people);
    const headers = ["编号", "姓名", "业务员", "认购日期", "房号", "面积", "单价", caption];
    const row = ["LY-ZS001", "张三", "王强", "2024.2.1", "1-1-0102", area, price, said];
    const adoption = takeIn(book, "deals", [headers, row]);
    const after = written(book, adoption.changes);
    const [fate] = adoption.fates;
    const codes = fate?.kind === "joined" ? fate.hints.map(({ code }) => code) : [fate?.kind];
    const [deal] = cellsOf(after, "deals");
    return [deal?.["totalPrice"], codes.join(" "), String(cellsOf(after, "grades")[0]?.["remarks"])];
  };
  const kept = (said: string): string => `老客户；1-1-0102 原表“成交总价”：${said}`;
  test.each<readonly [string, RawCell, readonly unknown[]]>([
    ["总价", "80.92", [809_200, "totalInWan", kept("80.92")]],
    ["总价", 80.92, [809_200, "totalInWan", kept("80.92")]],
    ["总价", 80.9, [809_000, "totalInWan totalMismatch", kept("80.9")]],
    ["总价", 81, [810_000, "totalInWan totalMismatch", kept("81")]],
    ["总价", 809_200, [809_200, "", "老客户"]],
    ["总价", 85, [85, "totalMismatch priceOfNoHome", "老客户"]],
    ["总价（万元）", 80.92, [809_200, "", "老客户"]],
    ["总价（万元）", "85", [850_000, "totalMismatch", "老客户"]],
    ["总价（万元）", 809_200, [809_200, "", "老客户"]],
    ["总价(元)", 809_200, [809_200, "", "老客户"]],
  ])("%s %p", (caption, said, expected) => {
    expect(total(caption, said)).toEqual(expected);
  });
  test.each([97.1864, "97.1864"])(
    "%p has digits behind the 分, and keeps them until its unit is found",
    (said) => {
      expect(total("总价", said, 8200, 118.52)).toEqual([971_864, "totalInWan", kept("97.1864")]);
    },
  );
  test("where both may be 万元 people are told what they come to, to the last digit", () => {
    const headers = ["编号", "姓名", "业务员", "认购日期", "房号", "面积", "单价", "总价"];
    const row = ["LY-ZS001", "张三", "王强", "2024.2.1", "1-1-0102", 128.36, 0.815, 104.6134];
    const { fates, changes } = takeIn(bookOf(people), "deals", [headers, row]);
    const hints = fates.flatMap((fate) => (fate.kind === "joined" ? fate.hints : []));
    expect(hints.flatMap(({ value, facts, becomes }) => [[value, facts?.["yuan"], becomes]])).toEqual([
      [0.815, 8150, { unitPrice: 8150 }],
      [104.6134, 1_046_134, { totalPrice: 1_046_134 }],
    ]);
    // Nothing is lost of what people have to look at.
    const [deal] = cellsOf(written(bookOf(people), changes), "deals");
    expect([deal?.["unitPrice"], deal?.["totalPrice"]]).toEqual([0.815, 104.6134]);
  });
  test("without price or area it is asked", () => {
    expect(total("总价", 80.92, null)).toEqual([80.92, "priceOfNoHome", "老客户"]);
  });
});

describe("the users' own columns", () => {
  const old = table(`
    | 日期     | 姓名 | 手机        | 业务员 | 备注 | 批示 | 等候区 | 空列 |
    | 2024.2.1 | 新人 | 13803793001 | 王强   | 一   | 阅   | 中年   |      |
    | 2024.2.2 | 新人 | 13803793001 | 王强   | 二   | 再阅 | 中年   |      |
    | 2024.2.3 | 张三 | 13803791001 | 王强   | 三   | 重点 |        |      |
    | 2024.2.4 | 缺话 |             | 王强   | 四   | 丢   |        |      |
  `);
  const there = bookOf({
    visitors: [
      {
        clientId: "LY-ZS001",
        visitDate: "2024-01-05",
        name: "张三",
        consultant: "王强",
        mobile: "13803791001",
        [ownKey("批示")]: "旧批示",
      },
    ],
  });

  test("go with new rows, fill what is empty of rows that are there, and what stands otherwise goes to the notes", () => {
    const found = takeIn(there, "visitors", old, { keep: true });
    expect(found.ownColumns).toEqual([
      { caption: "批示", holds: "anything", isNew: false },
      { caption: "等候区", holds: "anything", isNew: true },
    ]);
    expect(found.leftColumns).toEqual([]);
    expect(found.changes[0]).toEqual({
      kind: "ownColumn",
      form: "visitors",
      caption: "等候区",
      holds: "anything",
    });
    const after = written(there, found.changes);
    expect(cellsOf(after, "visitors")).toMatchObject([
      { [ownKey("批示")]: "旧批示" },
      { name: "新人", [ownKey("批示")]: "阅", [ownKey("等候区")]: "中年" },
    ]);
    expect(cellsOf(after, "followUps").map(({ notes }) => notes)).toEqual([
      "一",
      "二\n原表“批示”：再阅",
      "三\n原表“批示”：重点",
    ]);
    expect(takeIn(after, "visitors", old, { keep: true }).changes).toEqual([]);
  });

  test("nothing but rejected rows makes no column; a column left out is said", () => {
    const only = [old[0] ?? [], old[4] ?? []];
    expect(takeIn(there, "visitors", only, { keep: true }).changes).toEqual([]);
    expect(takeIn(there, "visitors", old).leftColumns).toEqual(["批示", "等候区", "空列"]);
  });

  test("an old caption that a blank of the form has is another one's", () => {
    const found = adopt(
      there,
      {
        form: "visitors",
        headers: ["日期", "姓名", "手机", "年龄"],
        rows: [{ row: 2, cells: ["2024.2.1", "新人", "13803793001", "中年"], original: [] }],
        setAside: [],
        mapping: [
          ...["visitDate", "name", "mobile"].map((key): ColumnUse => ({ use: "blank", key })),
          { use: "own", caption: "年龄" },
        ],
      },
      { today, consultant: "王强" },
    );
    expect(found.ownColumns).toEqual([{ caption: "原表年龄", holds: "anything", isNew: true }]);
  });

  const days = draw(`
    | header   | cells             | holds    |
    | 办卡日期 | 45000 45001       | days     |
    | 到店时间 | 45000.5 45001     | moments  |
    | 卡号     | 45000 45001       | anything |
    | 办卡日期 | 45000 17          | anything |
    | 办卡日期 | 昨天 前天         | anything |
  `);
  test.each(days)("$header of $cells holds $holds", ({ header = "", cells = "", holds }) => {
    const rows = cells
      .split(" ")
      .map((cell, at): RawCell[] => [
        "2024.2.1",
        `新人${at}`,
        `1380379300${at}`,
        /^[\d.]+$/u.test(cell) ? Number(cell) : cell,
      ]);
    const found = takeIn(there, "visitors", [["日期", "姓名", "手机", header], ...rows], {
      keep: true,
      consultant: "王强",
    });
    expect(found.ownColumns).toEqual([{ caption: header, holds, isNew: true }]);
  });
});

test("rows set aside have their fate in their place, and say why", () => {
  const setAside = [
    { row: 3, why: "subtotal", original: ["小计", 5] },
    { row: 9, why: "note", original: ["注：略"] },
  ] as const;
  const old = table(`
    | 日期     | 姓名 | 手机        | 业务员 |
    | 2024.2.1 | 新人 | 13803793001 | 王强   |
  `);
  const found = takeIn(bookOf(), "visitors", old, { setAside });
  expect(fateOf(found)).toEqual(["2 taken LY-XR001", "3 setAside subtotal", "9 setAside note"]);
  expect(found.fates[1]).toMatchObject({ cells: ["小计", 5] });
  const [, aside] = found.fates;
  expect(aside?.kind === "setAside" && say(asideOf(aside), "zh").says).toBe("这一行是合计或小计，不是客户");
});

describe("laws", () => {
  const cell = (...some: readonly RawCell[]) => fc.constantFrom(...some);
  const headers: Readonly<Record<AdoptedForm, readonly string[]>> = {
    visitors: ["编号", "日期", "业务员", "姓名", "手机", "备注", "批示"],
    calls: ["编号", "日期", "业务员", "姓名", "手机", "备注", "批示"],
    followUps: ["编号", "日期", "业务员", "姓名", "手机", "跟踪情况", "批示"],
    units: ["客户编号", "更新日期", "业务员", "房号", "电话", "备注", "批示"],
    deals: ["编号", "认购日期", "业务员", "房号", "电话", "付款方式", "批示"],
    grades: ["编号", "时间", "业务员", "姓名", "电话", "备注", "批示"],
  };
  const anyRow = fc.tuple(
    cell(null, "LY-ZS001", "LY-ZS001", "LY-LS009", "17"),
    cell(null, "2024.1.15", "2024-02-01", 45300, "昨天"),
    cell("王强", "李娜", "新顾问", null),
    cell("张三", "李四", "王五", "★", null, "1-1-0101", "1-1-0102"),
    cell("13803791001", 13803791002, "13803795555", "1380379", null),
    cell("谈了", "=1+1", null),
    cell("阅", 7, null),
  );
  const any = fc.record({
    form: fc.constantFrom(...adoptedForms),
    rows: fc.array(anyRow, { maxLength: 10 }),
  });
  const isBlank = (row: readonly RawCell[]): boolean => row.every((each) => each === null);

  test("one fate a row, nothing of rows left out, nothing the second time", () => {
    fc.assert(
      fc.property(any, ({ form, rows }) => {
        const book = bookOf(people);
        const found = takeIn(book, form, [headers[form], ...rows], { keep: true });
        const numbers = rows.flatMap((row, at) => (isBlank(row) ? [] : [at + 2]));
        expect(found.fates.map(({ row }) => row)).toEqual(numbers);
        const isWritten = found.fates.some(
          (fate) => fate.kind === "taken" || (fate.kind === "joined" && !fate.already),
        );
        expect(isWritten || found.changes.filter(({ kind }) => kind !== "counter").length === 0).toBe(true);
        expect(isWritten || found.newConsultants.length === 0).toBe(true);
        const after = written(book, found.changes);
        const rowsOf = (each: SiteBook) =>
          (["visitors", "calls", "followUps", "deals"] as const).map((key) => cellsOf(each, key).length);
        const taken = found.fates.filter(({ kind }) => kind === "taken").length;
        const entered = found.fates.filter((fate) => fate.kind === "joined" && !fate.already).length;
        const [visitors = 0, calls = 0, talks = 0, deals = 0] = rowsOf(after).map(
          (count, at) => count - (rowsOf(book)[at] ?? 0),
        );
        if (form === "calls") expect([visitors, calls, talks]).toEqual([0, taken + entered, taken + entered]);
        if (form === "visitors") expect([calls, talks]).toEqual([0, taken + entered]);
        if (form === "followUps") expect([visitors, calls, talks, deals]).toEqual([0, 0, entered, 0]);
        if (form === "grades") expect([visitors, calls, talks, deals, taken]).toEqual([0, 0, 0, 0, 0]);
        // A deal told twice is one, with what either says.
        if (form === "deals") {
          expect([visitors, calls, talks]).toEqual([0, 0, 0]);
          expect([deals <= entered, deals > 0]).toEqual([true, entered > 0]);
        }
        if (form === "units") expect([visitors, calls, talks, deals]).toEqual([0, 0, 0, 0]);
        const again = takeIn(after, form, [headers[form], ...rows], { keep: true });
        expect(again.changes).toEqual([]);
        const kinds = (each: Adoption) => each.fates.map(({ kind }) => (kind === "rejected" ? kind : "in"));
        expect(kinds(again)).toEqual(kinds(found));
      }),
      { numRuns: 80 },
    );
  });

  test("a visit is told once, though an earlier one is understood after it", () => {
    // Without letters of its own the first row waits until the person's number has come.
    const rows = [
      [null, "2024.1.15", "王强", "张三", "13803795555", "谈了", null],
      [null, "2024.1.9", "王强", "1-1-0101", "13803795555", "来过", null],
    ];
    const after = written(bookOf(), takeIn(bookOf(), "visitors", [headers.visitors, ...rows]).changes);
    const talks = cellsOf(after, "followUps").map(({ contactedAt, notes }) => [contactedAt, notes]);
    expect(talks.map(([at]) => at).sort()).toEqual(["2024-01-09 00:00", "2024-01-15 00:00"]);
    expect(cellsOf(after, "visitors").map(({ visitDate }) => visitDate)).toEqual(["2024-01-09"]);
  });

  test("whose rows are is the same in any order of different people's rows", () => {
    const person = fc.record({
      name: fc.constantFrom("张三", "李四", "王先生", "欧阳修"),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        fc.constantFrom<AdoptedForm>("visitors", "calls"),
        (persons, random, form) => {
          const rows = persons.flatMap(({ name, days }, at) =>
            days.map((day) => [
              null,
              `2024-02-${String(day).padStart(2, "0")}`,
              "王强",
              name,
              `1380379600${at}`,
              `${at}`,
            ]),
          );
          const mixed = rows
            .map((row) => ({ row, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
          const whose = (each: readonly (readonly RawCell[])[]): readonly string[] => {
            const { fates } = takeIn(bookOf(), form, [headers[form].slice(0, 6), ...each]);
            const groups = new Map<string, string[]>();
            fates.forEach((fate, at) => {
              const id = fate.kind === "taken" || fate.kind === "joined" ? (fate.clientId ?? "") : "";
              groups.set(id, [...(groups.get(id) ?? []), String(each[at]?.join("|"))]);
            });
            return [...groups.values()].map((group) => group.sort().join("\n")).sort();
          };
          expect(whose(mixed)).toEqual(whose(rows));
        },
      ),
      { numRuns: 60 },
    );
  });
});
