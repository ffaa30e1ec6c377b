/** 收编 of deals (R13): one home in several spellings, deals given back, states nobody knows. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const people = `
  | clientId | name | mobile      |
  | LY-ZS001 | 张三 | 13803791001 |
  | LY-LS001 | 李四 | 13803791002 |
  | LY-WW001 | 王五 | 13803791003 |
`;

type There = Parameters<typeof bookOf>[0];

const taken = (drawn: string, there: There = {}) => {
  const [table] = oldTablesIn(sheetOf(drawn), { fileName: "2024成交.xlsx" });
  if (table === undefined) throw new Error("no table");
  const book = bookOf({ visitors: people, ...there });
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, consultant: "王强", year: 2024 });
  return {
    fates: fates.map((fate) =>
      fate.kind === "joined"
        ? fate.hints
            .map(({ code, value }) => [code, value].filter((each) => each !== undefined).join(" "))
            .join("; ")
        : fate.kind === "rejected"
          ? `${fate.kind} ${fate.reasons.map(({ code }) => code).join(" ")}`
          : fate.kind,
    ),
    units: cellsOf(written(book, changes), "deals").map(({ unitNo }) => unitNo),
    unread: hintsOf(fates).unread.map(({ caption, kept, rows, values }) => [caption, kept, rows, ...values]),
  };
};

const sales = (units: readonly string[], more: readonly string[] = [], caption = "状态"): string => `
  | 认购日期 | 业主 | 联系电话     | 房号 | 面积 | 成交单价 | 成交总价 | ${caption} |
  ${["张三 | '13803791001", "李四 | '13803791002", "王五 | '13803791003"]
    .slice(0, units.length)
    .map(
      (who, at) =>
        `| 2024.2.${at + 1} | ${who} | ${units[at] ?? ""} | 100 | 9000 | 900000 | ${more[at] ?? ""} |`,
    )
    .join("\n")}
`;

describe("one home in several spellings has one deal", () => {
  test("within a file, in its plainest spelling", () => {
    const { fates, units } = taken(sales(["3#-1-502", "3-1-502", "3号楼1单元502"]));
    expect(fates).toEqual(["", "rejected oldUnitTaken", "rejected oldUnitTaken"]);
    expect(units).toEqual(["3-1-502"]);
  });
  test("as a deal of the workbook has it, or the board", () => {
    const deals = `
      | dealId    | name | unitNo        | subscribedOn |
      | CLY-WW001 | 王五 | 3号楼1单元502 | 2024-01-02   |
    `;
    expect(taken(sales(["3-1-502"]), { deals }).fates).toEqual(["rejected oldUnitTaken"]);
    const units = `
      | unitNo   | status | clientId |
      | 3-1-0502 | 认购   | LY-WW001 |
    `;
    expect(taken(sales(["3#-1-502"]), { units }).fates).toEqual(["rejected oldUnitTaken"]);
  });
  test("a home that stands alone keeps its spelling, and others are others", () => {
    const { fates, units } = taken(sales(["3号楼1单元502", "3-1-503", "3-2-502"]));
    expect(fates).toEqual(["", "", ""]);
    expect(units).toEqual(["3号楼1单元502", "3-1-503", "3-2-502"]);
  });
});

describe("deals that were given back are taken, and said", () => {
  test.each([
    ...[
      "已退",
      "撤销",
      "取消",
      "转让",
      "更名",
      "换房",
      "已换房",
      "违约",
      "解约",
      "已解除",
      "退款",
      "客户放弃",
    ],
    ...["退房", "已退定", "挞定", "作废", "换房到3-1-602"],
  ])("%s", (said) => {
    expect(taken(sales(["3-1-502"], [said])).fates).toEqual([`dealTakenBack ${said}`]);
  });
  test.each<[caption: string, said: string, found: string]>([
    ["是否退房", "是", "dealTakenBack 是否退房 是"],
    ["是否退房", "√", "dealTakenBack 是否退房 √"],
    ["退房日期", "2024-3-1", "dealTakenBack 退房日期 2024-3-1"],
    ["是否退房", "否", ""],
    ["退房日期", "/", ""],
    ["退房情况", "无", ""],
    // What stands below is of a deal that goes on.
    ["退房情况", "正常", ""],
    ["退房情况", "已签约（3月1日）", ""],
    ["退房情况", "在住", ""],
    ["是否退房", "正常履行", ""],
    ["退房情况", "已办结", "dealTakenBack 退房情况 已办结"],
    ["退房情况", "签约后退房", "dealTakenBack 签约后退房"],
    ["退房情况", "签约 5月1日退", "dealTakenBack 退房情况 签约 5月1日退"],
    ["退房协议", "已签", "dealTakenBack 退房协议 已签"],
    ["退房原因", "资金不足", "dealTakenBack 退房原因 资金不足"],
    // Of money, papers and wishes.
    ["更名费", "500", ""],
    ["作废收据号", "0001234", ""],
    ["换房意向", "想换大户型", ""],
    ["备注", "换房补差价", ""],
    ["备注", "作废一张收据", ""],
    ["备注", "原收据作废", ""],
    ["备注", "已退定金收据", ""],
    ["备注", "已退房，收据作废", "dealTakenBack 已退房，收据作废"],
    ...[
      "认购书、收据已作废",
      "认购书及收据作废",
      "收据及认购书作废",
      "合同作废,收据收回",
      "合同作废 收据已收回",
      "已退定金,收据收回",
      "已退定金、收据收回",
      "意向换房已办",
      "换房意向书已签，换到3-2-902",
    ].map((said): [string, string, string] => ["备注", said, `dealTakenBack ${said}`]),
    ["备注", "意向换房", ""],
    ["备注", "未退房", ""],
    ["备注", "客户转让旧车一辆来付首期款", ""],
    ["备注", "取消按揭改一次性", ""],
    ["备注", "违约金已免", ""],
    ["备注", "客户原定七天内签约，后因出差延期，如再违约则取消资格", ""],
  ])("%s %s", (caption, said, found) => {
    expect(taken(sales(["3-1-502"], [said], caption)).fates).toEqual([found]);
  });
});

test.each([
  ["退房情况", "正常"],
  ["是否退房", "已签约"],
  ["退房情况", ""],
])("who has the home is taken, whatever %s says of it: %p", (caption, said) => {
  const { fates } = taken(sales(["3-1-501", "3-1-501"], ["已退房", said], caption));
  expect(fates).toEqual(["rejected dealSoldAgain", ""]);
});

test("a buyer's own second report of the home is no sale to somebody else", () => {
  const twice = (first: string, second: string) =>
    taken(`
      | 认购日期 | 业主 | 联系电话     | 房号    | 面积 | 成交单价 | 成交总价 | 状态      |
      | 2024.2.1 | 张三 | '13803791001 | 3-1-502 | 100  | 9000     | 900000   | ${first}  |
      | 2024.2.9 | 张三 | '13803791001 | 3-1-502 | 100  | 9100     | 910000   | ${second} |
    `).fates;
  expect(twice("已退房", "正常")).toEqual(["dealTakenBack 已退房", "rejected dealOtherwiseThere"]);
  expect(twice("正常", "已退房")).toEqual(["", "rejected dealOtherwiseThere"]);
});

test("nor is a report that is given back itself: of two such the first is taken", () => {
  expect(taken(sales(["3-1-502", "3-1-502"], ["已退房", "已退房"])).fates).toEqual([
    "dealTakenBack 已退房",
    "rejected oldUnitTaken",
  ]);
});

test("where somebody else bought the home, theirs is the deal", () => {
  const { fates, units } = taken(sales(["3-1-502", "3#-1-502"], ["已换房", "正常"]));
  expect(fates).toEqual(["rejected dealSoldAgain", ""]);
  expect(units).toEqual(["3-1-502"]);
  // Written in any order; a name that changed keeps the home.
  expect(taken(sales(["3-1-502", "3-1-502"], ["正常", "已退房"])).fates).toEqual([
    "",
    "rejected dealSoldAgain",
  ]);
  expect(taken(sales(["3-1-502", "3-1-502"], ["更名", "正常"])).fates).toEqual([
    "dealTakenBack 更名",
    "rejected oldUnitTaken",
  ]);
});

test("who bought the home of a contract that is void, its receipt returned, has it", () => {
  const { fates } = taken(sales(["3-1-502", "3-1-502"], ["合同作废,收据收回", "正常"]));
  expect(fates).toEqual(["rejected dealSoldAgain", ""]);
});

test("states nobody knows are counted with their words", () => {
  const { unread } = taken(sales(["3-1-502", "3-1-503", "3-1-504"], ["冷静期", "已签约", "待定2"]));
  expect(unread).toEqual([["状态", "strangeState", 2, "冷静期", "待定2"]]);
  expect(taken(sales(["3-1-502"], ["按揭中"], "认购状态")).unread).toEqual([]);
  expect(taken(sales(["3-1-502"], ["冷静期"], "备注")).unread).toEqual([]);
});

test("deals without a total are counted", () => {
  const { unread } = taken(sales(["3-1-502"]).replaceAll("成交总价", "序").replaceAll("900000", "1"));
  expect(unread).toEqual([["成交总价", "noTotal", 1]]);
});
