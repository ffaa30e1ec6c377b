import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Problem } from "../../../../src/domain/register/problem";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import { reportLost } from "../../../../src/domain/register/client/report-lost";
import { draw } from "../../draw";
import { bookOf, type Cells, now, today } from "../book-of";

const unitNo = "1-1-0301";
const signed = {
  salesOpinion: "同意",
  salesSigner: "甲",
  salesOn: "2024-03-01",
  engineeringOpinion: "同意",
  engineeringSigner: "丁",
  engineeringOn: "2024-03-01",
  financeOpinion: "同意",
  financeSigner: "乙",
  financeOn: "2024-03-01",
  managerOpinion: "同意",
  managerSigner: "丙",
  managerOn: "2024-03-01",
};
const ours = ["areaDiffersFromBoard", "priceBelowBoard", "nameDiffers", "lostButBought", "gaveUpBeforeVisit"];

const bookWith = (visitor: string, more: Parameters<typeof bookOf>[0] = {}) =>
  bookOf({
    visitors: [
      {
        clientId: "LY-ZS001",
        visitDate: "2024-02-01",
        name: visitor,
        consultant: "王强",
        mobile: "13803791234",
      },
    ],
    units: [{ unitNo, floorArea: 100, unitPrice: 3000, status: "认购", clientId: "LY-ZS001" }],
    ...more,
  });
const dealWith = (over: Cells): Cells => ({
  dealId: "CLY-ZS001",
  name: "张三",
  consultant: "王强",
  unitNo,
  subscribedOn: "2024-03-02",
  floorArea: 100,
  unitPrice: 3000,
  totalPrice: 300_000,
  ...over,
});

describe("a deal against 销控表 and the registers", () => {
  test.each(
    draw(`
    | visitor        | name         | area | price | applied      | newName | said                                 |
    | 张三           | 张三         | 100  | 3000  |              |         |                                      |
    | 张三           | 张三         | 100  | 3200  |              |         |                                      |
    | 张三           | 张三         | 100  | 2800  |              |         | priceBelowBoard unitPrice            |
    | 张三           | 张三         | 100  | 2800  | 特惠申请     |         |                                      |
    | 张三           | 张三         | 101  | 3000  |              |         | areaDiffersFromBoard floorArea       |
    | 张三           | 张三         | 101  | 2800  | 特惠申请     |         | areaDiffersFromBoard floorArea       |
    | 张三           | 张三         | 101  | 3000  | 户型结构变更 |         |                                      |
    | 张三           | 李四         | 100  | 3000  |              |         | nameDiffers name                     |
    | 张三           | 李四         | 100  | 3000  | 更名申请     | 李四    |                                      |
    | 张三           | 李四         | 100  | 3000  | 更名申请     | 王五    | nameDiffers name                     |
    | 张先生         | 张三         | 100  | 3000  |              |         |                                      |
    | 张三           | 张先生夫妇   | 100  | 3000  |              |         |                                      |
    | 李先生         | 张三         | 100  | 3000  |              |         | nameDiffers name                     |
    | 张三           | 李四、张三   | 100  | 3000  |              |         |                                      |
    | 张三           | 李四和张三   | 100  | 3000  |              |         |                                      |
    | 张三           | 李四（张三） | 100  | 3000  |              |         |                                      |
    | 张三           | 李四、王五   | 100  | 3000  |              |         | nameDiffers name                     |
    | 张三           | 洛阳宏远贸易有限公司 | 100 | 3000 |           |         |                                      |
    | 洛阳宏远公司   | 张三         | 100  | 3000  |              |         |                                      |
    | /              | 张三         | 100  | 3000  |              |         |                                      |
  `),
  )("$visitor: $name $area × $price, $applied $newName: $said", (row) => {
    const { visitor = "", name = "", applied, newName, said } = row;
    const applications = applied
      ? [
          {
            no: "SQ-20240301-01",
            kind: applied,
            clientId: "LY-ZS001",
            unitNo,
            appliedOn: "2024-03-01",
            reason: "甲",
            newName: newName || null,
            ...signed,
          },
        ]
      : [];
    const area = Number(row["area"]);
    const price = Number(row["price"]);
    const deal = dealWith({ name, floorArea: area, unitPrice: price, totalPrice: area * price });
    const checked = checkWorkbook(bookWith(visitor, { deals: [deal], applications }), today)
      .filter(({ code }) => ours.includes(code))
      .map(({ code, key }) => `${code} ${key ?? ""}`);
    expect(checked.join()).toBe(said);

    const free = [{ unitNo, floorArea: 100, unitPrice: 3000, status: "可售" }];
    const decision = reportDeal(bookWith(visitor, { applications, units: free }), deal, { today, now });
    const hinted = decision.ok ? decision.hints.filter(({ code }) => ours.includes(code)) : decision.problems;
    expect(hinted.map(({ code, key }) => `${code} ${key ?? ""}`).join()).toBe(said);
  });

  test.each(
    draw(`
    | subscribed | signed     | updated    | price | said |
    | 2024-03-02 |            |            | 2800  | yes  |
    | 2024-03-02 |            | 2024-03-01 | 2800  | yes  |
    | 2024-03-02 |            | 2024-03-02 | 2800  | yes  |
    | 2024-03-02 |            | 2024-03-03 | 2800  | yes  |
    | 2024-03-02 |            | /          | 2800  | yes  |
    | 2024-03-02 | 2024-03-04 |            | 2800  |      |
    | 2024-03-02 | 2024-03-04 | 2024-03-01 | 2800  |      |
    | 2024-03-02 | /          |            | 2800  | yes  |
    | 2024-03-02 |            |            | 3000  |      |
  `),
  )("below the board at $price, 认购 $subscribed 签约 $signed, board of $updated: “$said”", (row) => {
    const { subscribed = "", signed: signedOn, updated, price, said } = row;
    const unitPrice = Number(price);
    const deal = dealWith({
      subscribedOn: subscribed,
      signedOn: signedOn || null,
      unitPrice,
      totalPrice: unitPrice * 100,
    });
    const of = (deals: readonly Cells[], status: string) =>
      bookWith("张三", {
        units: [{ unitNo, floorArea: 100, unitPrice: 3000, status, updatedOn: updated || null }],
        deals,
      });
    const told = (found: readonly Problem[]): string =>
      found.some(({ code }) => code === "priceBelowBoard") ? "yes" : "";
    expect(told(checkWorkbook(of([deal], "认购"), today))).toBe(said);
    const decision = reportDeal(of([], "可售"), deal, { today, now });
    expect(decision.ok).toBe(true);
    expect(told(decision.ok ? decision.hints : [])).toBe(said);
  });

  const renamed = {
    no: "SQ-20240301-01",
    kind: "更名申请",
    clientId: "LY-ZS001",
    unitNo,
    appliedOn: "2024-03-01",
    reason: "甲",
    newName: "李四",
    ...signed,
  };
  test.each(
    draw(`
    | phone                      | mobile                     | call          | applied | said         |
    | 138 0379 1234              | 13803791234                |               |         |              |
    | +86-13803791234            | 13803791234                |               |         |              |
    | 138 0379 1234、139 0379 1234 | 13803791234              |               |         |              |
    | 139 0379 1234              | 13803791234                |               |         | 来访登记 5 138 0379 1234 |
    | 139 0379 1234              | 13803791234                | 139 0379 1234 |         |              |
    | 138 0379 1243              | 13803791234、0379-63912345 |               |         | 来访登记 5 138 0379 1234、0379-6391 2345 |
    | 63912345                   | 0379-63912345              |               |         |              |
    | 139 0379 1234              | /                          | 13703791234   |         | 来电登记 5 137 0379 1234 |
    | 139 0379 1234              | /                          |               |         |              |
    | /                          | 13803791234                |               |         |              |
    |                            | 13803791234                |               |         |              |
    | 见名片                     | 13803791234                |               |         |              |
    | 139 0379 1234              | 13803791234                |               | 更名    |              |
  `),
  )("R9: the report has “$phone”, 来访登记 “$mobile”, 来电登记 “$call” $applied: “$said”", (row) => {
    const { phone = "", mobile = "", call, applied, said } = row;
    const clientId = "LY-ZS001";
    const of = (deals: readonly Cells[], status: string) =>
      bookOf({
        visitors: [{ clientId, visitDate: "2024-02-01", name: "张三", consultant: "王强", mobile }],
        calls: call
          ? [{ clientId, calledAt: "2024-01-20 10:00", name: "张三", consultant: "王强", mobile: call }]
          : [],
        units: [{ unitNo, floorArea: 100, unitPrice: 3000, status }],
        applications: applied ? [renamed] : [],
        deals,
      });
    const deal = dealWith({ phone: phone || null });
    const told = (found: readonly Problem[]): string =>
      found
        .filter(({ code }) => code === "dealPhoneDiffers")
        .map(({ facts }) => `${facts?.["sheet"]} ${facts?.["other"]} ${facts?.["known"]}`)
        .join();
    expect(told(checkWorkbook(of([deal], "认购"), today))).toBe(said);
    if (phone === "见名片") return;
    const decision = reportDeal(of([], "可售"), deal, { today, now });
    expect(told(decision.ok ? decision.hints : decision.problems)).toBe(said);
  });

  test("both rows are named; a refunded deal is nobody's matter", () => {
    const off = dealWith({ name: "李四", floorArea: 90, unitPrice: 2000, totalPrice: 180_000 });
    const found = checkWorkbook(bookWith("张三", { deals: [off] }), today).filter(({ code }) =>
      ours.includes(code),
    );
    expect(found.map(({ row, facts }) => [row, facts?.["other"]])).toEqual([
      [5, 5],
      [5, 5],
      [5, 5],
    ]);
    const refund = {
      no: "SQ-20240301-01",
      kind: "退房申请",
      clientId: "LY-ZS001",
      unitNo,
      appliedOn: "2024-03-03",
      closedOn: "2024-03-05",
      ...signed,
    };
    const after = checkWorkbook(bookWith("张三", { deals: [off], applications: [refund] }), today);
    expect(after.filter(({ code }) => ours.includes(code))).toEqual([]);
  });
});

describe("未成交分析 against 成交报告 and 来访登记", () => {
  test.each(
    draw(`
    | bought     | givenUpOn  | said                        |
    |            | 2024-03-05 |                             |
    |            | 2024-01-31 | gaveUpBeforeVisit givenUpOn |
    |            | 2024-02-01 |                             |
    | 2024-03-02 | 2024-03-05 | lostButBought lostId        |
    | 2024-03-02 | 2024-03-02 | lostButBought lostId        |
    | 2024-03-02 | 2024-03-01 |                             |
    | 2024-03-02 |            | lostButBought lostId        |
  `),
  )("bought $bought, given up $givenUpOn: $said", ({ bought, givenUpOn, said }) => {
    const lost = {
      lostId: "XLY-ZS001",
      name: "张三",
      consultant: "王强",
      givenUpOn: givenUpOn || null,
      lossReasons: "价格",
      lossAnalysis: "总价超出预算",
    };
    const deals = bought ? [dealWith({ subscribedOn: bought })] : [];
    const checked = checkWorkbook(bookWith("张三", { deals, lostClients: [lost] }), today)
      .filter(({ code }) => ours.includes(code))
      .map(({ code, key }) => `${code} ${key ?? ""}`);
    expect(checked.join()).toBe(said);
    if (!givenUpOn) return;
    const decision = reportLost(bookWith("张三", { deals }), lost, { today });
    if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
    expect(
      decision.hints.flatMap(({ code, key }) => (ours.includes(code) ? `${code} ${key ?? ""}` : [])).join(),
    ).toBe(said);
  });
});
