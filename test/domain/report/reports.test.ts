/** Each report on a small book whose figures were counted by hand. All people are invented. */
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { ReportKey, Period, Report, Table } from "../../../src/domain/report/report";
import { shown } from "../../../src/domain/report/figure";
import { periodOf } from "../../../src/domain/report/period";
import { reports } from "../../../src/domain/report/reports";
import type { SiteBook } from "../../../src/domain/register/site";
import { draw } from "../draw";
import { bookOf, today } from "../register/book-of";

const between = (from: string | undefined, to: string): Period => ({
  from: from as CalendarDay | undefined,
  to: to as CalendarDay,
});
const all = periodOf("all", today);

/** A table's cells as people read them, under its captions. */
const told = ({ columns, rows, total }: Table): readonly Record<string, string>[] =>
  [...rows, ...(total === undefined ? [] : [total])].map((row) =>
    Object.fromEntries(columns.map(({ zh, kind }, at) => [zh, shown(row[at] ?? null, kind)])),
  );

const make = (key: ReportKey, book: SiteBook, period: Period = all): Report =>
  reports[key].make(book, period, today);
const tableOf = (report: Report, key: string): readonly Record<string, string>[] =>
  told(report.tables.find((each) => each.key === key)!);
const said = ({ sentences }: Report): readonly string[] => sentences.map(({ text }) => text);

/** Six clients: who called, who came, who bought, who gave up; 2024-03-10 is a Sunday. */
const site = bookOf({
  visitors: `
    | clientId  | visitDate  | consultant | name         | age | channels     | occupation | residenceArea | referrerId | notes        |
    | LY-ZS001  | 2024-03-01 | 王强       | 张三         | 28  | 路过         | 老师       | 涧西区        |            | 看了两房     |
    | LY-LS001  | 2024-03-05 | 李娜       | 李四         | 45  | 老带新、路过 | 医生       | 涧西区        | LY-ZS001   | 看了三房     |
    | LY-WW001  | 2024-03-10 | 王强       | 王五         |     | 晚报         |            |               | LY-LS001   | 父母同来     |
    | LY-HD001  | 2024-03-08 | 李娜       | 洛阳华东公司 |     | 户外         | 单位购房   | 西工区        |            | 要整层       |
    | LY-ZL001  | 2024-02-20 | 王强       | 赵六         | 17  |              | 其他       | 西工区        | LY-ZS001   | 随便看看     |`,
  calls: `
    | clientId | calledAt         | consultant | name | channels | notes    |
    | LY-QB001 | 2024-03-10 09:20 | 赵敏       | 钱八 | 日报     | 问价格   |
    | LY-ZS001 | 2024-02-28 10:00 | 王强       | 张三 | 电视     | 问位置   |`,
  grades: `
    | clientId | consultant | formerConsultant | reachedD   | reachedC   | reachedB   | reachedA   | reachedDeal | reachedLost |
    | LY-ZS001 | 王强       |                  |            | 2024-03-01 | 2024-03-02 | 2024-03-03 | 2024-03-04  |             |
    | LY-LS001 | 李娜       | 赵敏             |            | 2024-03-05 | 2024-03-07 |            | 2024-03-09  |             |
    | LY-WW001 | 王强       |                  |            | 2024-03-10 |            |            |             |             |
    | LY-HD001 | 李娜       |                  |            | 2024-03-08 |            |            |             |             |
    | LY-ZL001 | 赵敏       | 王强             | 2024-03-06 | 2024-02-20 |            |            |             | 2024-03-01  |
    | LY-QB001 | 赵敏       |                  |            | 2024-03-10 |            |            |             |             |`,
  followUps: `
    | contactedAt      | clientId | method   | notes          | consultant |
    | 2024-03-10 09:20 | LY-QB001 | 电话     | 问价格         | 赵敏       |
    | 2024-03-10 10:00 | LY-WW001 | 来访     | 父母同来       | 王强       |
    | 2024-03-10 11:00 | LY-HD001 | 来访     | 带财务又来     | 李娜       |
    | 2024-03-10 15:00 | LY-HD001 | 来访     | 下午再来       | 李娜       |
    | 2024-03-10 16:00 | LY-LS001 | 上门拜访 | 送合同         | 李娜       |
    | 2024-03-09 16:00 | LY-LS001 | 活动     | 包饺子         | 李娜       |`,
  deals: `
    | dealId    | consultant | subscribedOn | signedOn   | name         | age | occupation | purpose      | unitNo   | unitCategory | floorArea | layout | unitPrice | totalPrice | channels |
    | CLY-ZS001 | 王强       | 2024-03-04   | 2024-03-06 | 张三         |     | 老师       | 自用         | 1-1-101  | 住宅         | 92        | 2/2    | 3000      | 276000     | 路过     |
    | CLY-LS001 | 赵敏       | 2024-03-09   |            | 李四         | 45  | 医生       | 自用、投资   | 1-1-102  | 住宅         | 120.5     | 3/2    | 3000      | 361500     | 老带新   |
    | CLY-HD001 | 李娜       | 2024-03-10   |            | 洛阳华东公司 |     | 单位购房   |              | 2-1-101  | 商铺         | 60        |        | 5000      | 300000.55  |          |
    | CLY-WW001 | 王强       | 2024-03-02   |            | 王五         |     |            |              | 2-1-102  | 住宅         | 92        | 2/2    | 3000      | 276000     |          |`,
  applications: `
    | no             | kind     | clientId | unitNo  | appliedOn  | closedOn   | salesOpinion | financeOpinion | managerOpinion |
    | SQ-20240305-01 | 退房申请 | LY-WW001 | 2-1-102 | 2024-03-05 | 2024-03-06 | 同意         | 同意           | 同意           |`,
  units: `
    | unitNo  | building | floor | floorArea | unitPrice | layout | status | unitCategory |
    | 1-1-101 | 1        | 1     | 92        | 3000      | 2/2    | 签约   | 住宅         |
    | 1-1-102 | 1        | 1     | 120.5     | 3000      | 3/2    | 认购   | 住宅         |
    | 1-1-103 | 1        | 1     | 140       | 3000      | 4/2    | 可售   | 住宅         |
    | 2-1-101 | 2        | 1     | 60        | 5000      |        | 认购   | 商铺         |
    | 2-1-102 | 2        | 1     | 92        | 3000      | 2/2    | 可售   | 住宅         |`,
  receipts: `
    | no | date       | clientId | unitNo  | item   | amount | verified |
    | 1  | 2024-03-02 | LY-WW001 | 2-1-102 | 大定金 | 20000  | 已核对   |
    | 2  | 2024-03-06 | LY-WW001 | 2-1-102 | 退款   | 20000  | 未核对   |
    | 3  | 2024-03-06 | LY-ZS001 | 1-1-101 | 房款   | 276000 | 已核对   |`,
  lostClients: `
    | lostId    | consultant | name | occupation | givenUpOn  | lossReasons | competitor |
    | XLY-ZL001 | 王强       | 赵六 | 其他       | 2024-03-01 | 资金、价格  |            |
    | XLY-SQ001 | 李娜       | 孙七 | 老师       | 2024-03-02 | 购买竞品    | 隔壁花园   |
    | XLY-ZJ001 | 李娜       | 周九 |            |            |             |            |`,
});

describe("日报", () => {
  const report = make("daily", site, periodOf("today", today));

  test("calls, visits and contacts are each counted once", () => {
    // 王五's 来访 in 跟踪记录 is the first visit itself, 钱八's 电话 the call; 华东 came twice and is one return visit.
    expect(tableOf(report, "team")).toEqual(
      draw(`
      | 置业顾问 | 来电 | 新来访 | 复访 | 跟进 | 认购 | 认购金额   |
      | 王强     | 0    | 1      | 0    | 0    | 0    | 0          |
      | 李娜     | 0    | 0      | 1    | 1    | 1    | 300,000.55 |
      | 赵敏     | 1    | 0      | 0    | 0    | 0    | 0          |
      | 合计     | 1    | 1      | 1    | 1    | 1    | 300,000.55 |`),
    );
  });

  test("says what the tables show", () => {
    expect(said(report)).toEqual([
      "2024-03-10：来电 1 个，新来访 1 组，复访 1 组，跟进 1 次，认购 1 套，金额 300,000.55 元。",
      "新来访：王强最多，1 组。",
      "途径：日报、晚报并列最多，各 1 人次，各占 50.0%。",
      "级别变动：定为 C 级 2 位。",
    ]);
  });

  test("lists the day in its order, for a week at most", () => {
    expect(tableOf(report, "list").map((row) => `${row["时间"]} ${row["事项"]} ${row["客户"]}`)).toEqual([
      "03-10 新来访 王五",
      "03-10 认购 洛阳华东公司",
      "03-10 09:20 来电 钱八",
      "03-10 11:00 复访 洛阳华东公司",
      "03-10 16:00 跟进 李四",
    ]);
    const month = make("daily", site, periodOf("month", today));
    expect(month.tables.map(({ key }) => key)).not.toContain("list");
    expect(month.title.zh).toBe("来访来电汇总");
    expect(tableOf(month, "team").at(-1)).toMatchObject({ 来电: "1", 新来访: "4", 认购: "3" });
  });

  test("a client who moved twice is one move, to where they stand in the evening", () => {
    const moved = bookOf({
      grades: `
        | clientId | consultant | reachedD   | reachedC   | reachedB   | reachedA   | reachedLost |
        | LY-ZS001 | 王强       | 2024-03-01 | 2024-03-10 | 2024-03-10 | 2024-03-10 |             |
        | LY-LS001 | 王强       |            | 2024-03-10 | 2024-03-10 |            |             |
        | LY-WW001 | 李娜       |            |            | 2024-03-10 | 2024-03-08 |             |
        | LY-ZL001 | 李娜       | 2024-03-10 |            |            |            | 2024-03-10  |
        | LY-SQ001 | 李娜       |            | 2024-03-09 |            |            |             |
        | LY-SQ001 | 赵敏       |            | 2024-03-10 |            |            |             |`,
    });
    const day = make("daily", moved, periodOf("today", today));
    expect(tableOf(day, "grades")).toEqual(
      draw(`
      | 级别      | 客户数 |
      | 定为 D 级 | 0      |
      | 定为 C 级 | 0      |
      | 升到 B 级 | 1      |
      | 升到 A 级 | 1      |
      | √ 成交    | 0      |
      | × 无望    | 1      |
      | 降到 B 级 | 1      |
      | 合计      | 4      |`),
    );
  });

  test("masks numbers where the site does", () => {
    const masked = { ...site.site, policies: { ...site.site.policies, maskPhones: true } };
    const talk = bookOf({
      followUps: `
        | contactedAt      | clientId | method | notes                | consultant |
        | 2024-03-10 09:20 | LY-QB001 | 电话   | 回电13803791234 约看 | 赵敏       |`,
    });
    const list = (book: SiteBook) =>
      tableOf(make("daily", book, periodOf("today", today)), "list")[0]?.["洽谈内容"];
    expect(list(talk)).toBe("回电13803791234 约看");
    expect(list({ ...talk, site: masked })).toBe("回电138****1234 约看");
  });
});

describe("成交客户分析报告 (004)", () => {
  const report = make("deals", site);

  test("deals that stand; the refunded one is none", () => {
    expect(tableOf(report, "category")).toEqual(
      draw(`
      | 房屋类别 | 成交套数 | 建筑面积 | 成交金额   | 占比   |
      | 住宅     | 2        | 212.50   | 637,500    | 66.7%  |
      | 商铺     | 1        | 60       | 300,000.55 | 33.3%  |
      | 合计     | 3        | 272.50   | 937,500.55 | 100.0% |`),
    );
    expect(report.note).toContain("已退房 1 宗不计");
    expect(said(report)[0]).toBe(
      "截至 2024-03-10：成交 3 套，建筑面积 272.50 ㎡，成交金额 937,500.55 元；其中住宅 2 套，商铺 1 套。",
    );
  });

  test("sold beside offered, layout by layout", () => {
    expect(tableOf(report, "layout")).toEqual(
      draw(`
      | 房型 | 成交套数 | 占成交 | 推出套数 | 占推出 |
      | 2/2  | 1        | 33.3%  | 2        | 40.0%  |
      | 3/2  | 1        | 33.3%  | 1        | 20.0%  |
      | 4/2  | 0        | 0.0%   | 1        | 20.0%  |
      | 未知 | 1        | 33.3%  | 1        | 20.0%  |
      | 合计 | 3        | 100.0% | 5        | 100.0% |`),
    );
    expect(said(report)).toContain("4/2推出 1 套，成交 0 套。");
  });

  test("ages by R18's bands, the firm's apart; an age the report lacks is the register's", () => {
    expect(tableOf(report, "age")).toEqual(
      draw(`
      | 年龄段   | 成交套数 | 占比   |
      | 19–30    | 1        | 33.3%  |
      | 31–40    | 0        | 0.0%   |
      | 41–50    | 1        | 33.3%  |
      | 51以上   | 0        | 0.0%   |
      | 单位名义 | 1        | 33.3%  |
      | 合计     | 3        | 100.0% |`),
    );
    expect(tableOf(report, "ageLayout")).toEqual(
      draw(`
      | 年龄段   | 2/2 | 3/2 | 未知 | 合计 |
      | 19–30    | 1   | 0   | 0    | 1    |
      | 31–40    | 0   | 0   | 0    | 0    |
      | 41–50    | 0   | 1   | 0    | 1    |
      | 51以上   | 0   | 0   | 0    | 0    |
      | 单位名义 | 0   | 0   | 1    | 1    |
      | 合计     | 1   | 1   | 1    | 3    |`),
    );
    expect(said(report)).toContain("19–30购 1 套：2/2 1 套。");
  });

  test("several answers are counted as said, and from the first call to the deposit", () => {
    expect(tableOf(report, "purpose")).toEqual(
      draw(`
      | 购房目的 | 提及次数 | 占比   |
      | 自用     | 2        | 50.0%  |
      | 投资     | 1        | 25.0%  |
      | 未知     | 1        | 25.0%  |
      | 合计     | 4        | 100.0% |`),
    );
    // 张三 called on 02-28 and bought on 03-04; 李四 after four days, the firm after two.
    expect(tableOf(report, "days").map((row) => [row["自首次看房至大定时间"], row["成交套数"]])).toEqual([
      ["1–3天", "1"],
      ["4–7天", "2"],
      ["合计", "3"],
    ]);
  });

  test("by the day of 认购", () => {
    const early = make("deals", site, between("2024-03-01", "2024-03-05"));
    expect(tableOf(early, "category").at(-1)).toMatchObject({ 成交套数: "1", 成交金额: "276,000" });
  });

  test("what was exchanged counts as the unit it stands on now", () => {
    const moved = bookOf({
      ...drawnSale,
      applications: `
        | no             | kind     | clientId | unitNo  | newUnitNo | appliedOn  | closedOn   | salesOpinion | managerOpinion | financeOpinion |
        | SQ-20240305-01 | 调房申请 | LY-ZS001 | 1-1-101 | 2-1-301   | 2024-03-05 | 2024-03-06 | 同意         | 同意           | 同意           |`,
    });
    expect(tableOf(make("deals", moved), "building")[0]).toMatchObject({ 楼栋: "2栋", 成交套数: "1" });
    expect(tableOf(make("deals", moved), "layout")[1]).toMatchObject({ 房型: "4/2", 成交套数: "1" });
  });
});

const drawnSale = {
  deals: `
    | dealId    | consultant | subscribedOn | name | unitNo  | floorArea | layout | totalPrice |
    | CLY-ZS001 | 王强       | 2024-03-04   | 张三 | 1-1-101 | 92        | 2/2    | 276000     |`,
  units: `
    | unitNo  | building | layout | floorArea | unitPrice |
    | 1-1-101 | 1        | 2/2    | 92        | 3000      |
    | 2-1-301 | 2        | 4/2    | 140       | 3000      |`,
};

describe("客户来源分析", () => {
  const report = make("sources", site);

  test("channels by mention, of the first call or visit; who named none is 未知", () => {
    expect(tableOf(report, "channels")).toEqual(
      draw(`
      | 途径   | 人次 | 其中成交 | 占比   | 成交率 |
      | 日报   | 1    | 0        | 14.3%  | 0.0%   |
      | 晚报   | 1    | 0        | 14.3%  | 0.0%   |
      | 电视   | 1    | 1        | 14.3%  | 100.0% |
      | 路过   | 1    | 1        | 14.3%  | 100.0% |
      | 老带新 | 1    | 1        | 14.3%  | 100.0% |
      | 户外   | 1    | 1        | 14.3%  | 100.0% |
      | 未知   | 1    | 0        | 14.3%  | 0.0%   |
      | 合计   | 7    | 4        | 100.0% | 57.1%  |`),
    );
  });

  test("clients are six, whatever they did", () => {
    expect(tableOf(report, "firstBy")).toEqual(
      draw(`
      | 方式 | 客户数 | 其中成交 | 占比   | 成交率 |
      | 来访 | 4      | 2        | 66.7%  | 50.0%  |
      | 来电 | 2      | 1        | 33.3%  | 50.0%  |
      | 合计 | 6      | 3        | 100.0% | 50.0%  |`),
    );
    expect(tableOf(report, "age").map((row) => [row["年龄段"], row["客户数"]])).toEqual([
      ["18以下", "1"],
      ["19–30", "1"],
      ["31–40", "0"],
      ["41–50", "1"],
      ["51以上", "0"],
      ["单位名义", "1"],
      ["未知", "2"],
      ["合计", "6"],
    ]);
    expect(said(report)[0]).toBe("截至 2024-03-10：首次来电或来访的客户 6 位，其中成交 3 位，成交率 50.0%。");
  });

  test("by the first contact: 张三 called in February", () => {
    expect(tableOf(make("sources", site, periodOf("month", today)), "firstBy").at(-1)).toMatchObject({
      客户数: "4",
      其中成交: "2",
    });
  });
});

describe("未成交原因分析", () => {
  const report = make("losses", site);

  test("reasons by mention; only those who bought elsewhere have a competitor", () => {
    expect(tableOf(report, "reasons")).toEqual(
      draw(`
      | 原因     | 提及次数 | 占比   |
      | 价格     | 1        | 25.0%  |
      | 资金     | 1        | 25.0%  |
      | 购买竞品 | 1        | 25.0%  |
      | 未知     | 1        | 25.0%  |
      | 合计     | 4        | 100.0% |`),
    );
    expect(tableOf(report, "competitor").map((row) => [row["竞品"], row["客户数"]])).toEqual([
      ["隔壁花园", "1"],
      ["合计", "1"],
    ]);
    expect(tableOf(report, "mainReason").at(-1)).toMatchObject({
      资金: "1",
      购买竞品: "1",
      未知: "1",
      合计: "3",
    });
  });

  test("a client with two rows, as two numbers merged leave them, is one client: the first row counts", () => {
    const twice = bookOf({
      lostClients: `
        | lostId    | consultant | name | givenUpOn  | lossReasons |
        | XLY-ZL001 | 王强       | 赵六 | 2024-03-01 | 价格        |
        | XLY-ZL001 | 王强       | 赵六 | 2024-03-02 | 资金        |
        |           | 王强       | 孙七 | 2024-03-02 | 资金        |
        |           | 王强       | 周九 | 2024-03-02 | 资金        |`,
    });
    const losses = make("losses", twice);
    expect(tableOf(losses, "consultants").at(-1)).toMatchObject({ 客户数: "3" });
    expect(tableOf(losses, "reasons").map((row) => [row["原因"], row["提及次数"]])).toEqual([
      ["价格", "1"],
      ["资金", "2"],
      ["合计", "3"],
    ]);
  });

  test("who has no day of giving up is left out of a month, and that is said", () => {
    const month = make("losses", site, periodOf("month", today));
    expect(tableOf(month, "consultants").at(-1)).toMatchObject({ 客户数: "2" });
    expect(month.note).toContain("没有放弃日期的 1 位不计");
  });

  test("R10: who was won over by another consultant and has bought since is said apart, while the deal stands", () => {
    const bought = (subscribedOn: string, closedOn: string, givenUpOn = "2024-02-01") =>
      make(
        "losses",
        bookOf({
          lostClients: [
            { lostId: "XLY-ZL001", consultant: "王强", name: "赵六", givenUpOn, lossReasons: "价格" },
            { lostId: "XLY-SQ001", consultant: "王强", name: "孙七", givenUpOn, lossReasons: "资金" },
          ],
          deals: [
            { dealId: "CLY-ZL001", name: "赵六", consultant: "李娜", subscribedOn, unitNo: "1-1-0301" },
          ],
          applications: `
            | no             | kind     | clientId  | unitNo   | salesOpinion | financeOpinion | managerOpinion | closedOn    |
            | SQ-20240305-01 | 退房申请 | LY-ZL001  | 1-1-0301 | 同意         | 同意           | 同意           | ${closedOn} |`,
        }),
      );
    const later = bought("2024-03-01", "");
    expect(later.note).toBe("按放弃日期计；其中后来成交的 1 位，仍按当时放弃的原因计。");
    expect(tableOf(later, "consultants").at(-1)).toMatchObject({ 客户数: "2" });
    expect(bought("2024-03-01", "", "").note).toContain("后来成交的 1 位");
    expect(bought("2024-03-01", "2024-03-05").note).toBe("按放弃日期计。");
    expect(bought("2024-01-15", "").note).toBe("按放弃日期计。");
  });
});

describe("销售漏斗", () => {
  const report = make("funnel", site);

  test("each stage holds those after it", () => {
    // Never here: 钱八, who only called. 赵六 reached C. 李四's B, and 张三's A. The firm bought from a C.
    expect(tableOf(report, "funnel")).toEqual(
      draw(`
      | 阶段    | 客户数 | 占登记 | 占上一阶段 |
      | 登记    | 6      | 100.0% |            |
      | 到访    | 5      | 83.3%  | 83.3%      |
      | C级以上 | 5      | 83.3%  | 100.0%     |
      | B级以上 | 3      | 50.0%  | 60.0%      |
      | A级以上 | 3      | 50.0%  | 100.0%     |
      | 认购    | 3      | 50.0%  | 100.0%     |
      | 签约    | 1      | 16.7%  | 33.3%      |`),
    );
    expect(said(report)).toContain("流失最多的一步：到“签约”只有上一阶段的 33.3%，剩 1 位。");
  });

  test("where they stand now adds up", () => {
    expect(tableOf(report, "now").map((row) => [row["情况"], row["客户数"]])).toEqual([
      ["成交", "3"],
      ["C 级", "2"],
      ["D 级", "1"],
      ["合计", "6"],
    ]);
  });
});

describe("置业顾问业绩", () => {
  const report = make("performance", site, periodOf("month", today));

  test("R10: 李四's deal was reported by 赵敏, who had given them up: it is 李娜's", () => {
    expect(tableOf(report, "deals")).toEqual(
      draw(`
      | 置业顾问 | 认购套数 | 认购金额   | 签约套数 | 签约金额 | 占比   |
      | 王强     | 1        | 276,000    | 1        | 276,000  | 33.3%  |
      | 李娜     | 2        | 661,500.55 | 0        | 0        | 66.7%  |
      | 赵敏     | 0        | 0          | 0        | 0        | 0.0%   |
      | 合计     | 3        | 937,500.55 | 1        | 276,000  | 100.0% |`),
    );
    expect(tableOf(report, "formers")).toEqual([
      {
        成交编号: "CLY-LS001",
        客户: "李四",
        房源: "1-1-102",
        认购日期: "2024-03-09",
        成交业务员: "赵敏",
        计业绩: "李娜",
        "不计业绩（原置业顾问）": "赵敏",
        成交金额: "361,500",
      },
    ]);
    expect(said(report)).toContain("CLY-LS001 李四（1-1-102）：业绩归李娜，原置业顾问赵敏不参与。");
  });

  test.each([
    ["2024-03-01", "2024-03-03", "1", "0"],
    ["2024-03-06", "2024-03-03", "0", "1"],
    // The × day went with a merge; the trail says it.
    ["2024-03-01", "", "1", "0"],
    ["2024-03-06", "", "0", "1"],
  ])("R10: of a deal of %s, × on “%s”, the former earns %s", (day, lost, former, owner) => {
    const book = bookOf({
      deals: [
        { dealId: "CLY-ZS001", consultant: "王强", subscribedOn: day, unitNo: "1-1-101", name: "张三" },
      ],
      grades: [
        {
          clientId: "LY-ZS001",
          consultant: "李娜",
          formerConsultant: "王强",
          reachedLost: lost === "" ? null : lost,
          reachedD: "2024-03-05",
          remarks: "2024-03-05 重新分配：王强 → 李娜，原因：再未来访，级别从 D 重新开始",
        },
      ],
    });
    const performance = make("performance", book);
    expect(
      tableOf(performance, "deals")
        .slice(0, 2)
        .map((row) => row["认购套数"]),
    ).toEqual([former, owner]);
    expect(performance.tables.some(({ key }) => key === "formers")).toBe(owner === "1");
  });

  test("R15: seven visits a week, one event a month", () => {
    expect(
      tableOf(report, "care").map((row) => [
        row["置业顾问"],
        row["本周上门拜访"],
        row["还差"],
        row["本月活动"],
      ]),
    ).toEqual([
      ["王强", "0", "7", "0"],
      ["李娜", "1", "6", "1"],
      ["赵敏", "0", "7", "0"],
    ]);
    expect(said(report)).toContain("本月还没有活动的：王强、赵敏。");
  });

  test("where all who had the client gave them up, nobody earns until the manager says", () => {
    const nobody = bookOf({
      deals: drawnSale.deals,
      grades: `
        | clientId | consultant | formerConsultant | reachedC   |
        | LY-ZS001 | 王强       | 王强、李娜       | 2024-03-01 |`,
    });
    expect(
      tableOf(make("performance", nobody), "deals").map((row) => [row["置业顾问"], row["认购套数"]]),
    ).toEqual([
      ["王强", "0"],
      ["李娜", "0"],
      ["赵敏", "0"],
      ["待案场经理定", "1"],
      ["合计", "1"],
    ]);
  });
});

test("周报: receipts against sales, week by week; a refund is taken off (R13)", () => {
  const report = make("weekly", site, between("2024-03-01", "2024-03-10"));
  expect(tableOf(report, "weeks")).toEqual(
    draw(`
    | 周（周一至周日）    | 认购套数 | 认购金额   | 收款    | 退款   | 转违约金 | 回款净额 | 累计认购金额 | 累计回款净额 | 累计回款率 | 未核对收据 |
    | 2024-02-26 至 03-03 | 0        | 0          | 20,000  | 0      | 0        | 20,000   | 0            | 20,000       |            | 0          |
    | 2024-03-04 至 03-10 | 3        | 937,500.55 | 276,000 | 20,000 | 0        | 256,000  | 937,500.55   | 276,000      | 29.4%      | 1          |
    | 合计                | 3        | 937,500.55 | 296,000 | 20,000 | 0        | 276,000  |              |              |            | 1          |`),
  );
  expect(said(report)).toContain("财务还没有核对的收据 1 张。");
});

test("周报: what came in for a deal without a price is in no quotient (R18)", () => {
  const sold = bookOf({
    visitors: `
      | clientId | visitDate  | consultant | name |
      | LY-ZS001 | 2024-03-01 | 王强       | 张三 |
      | LY-LS001 | 2024-03-01 | 王强       | 李四 |`,
    deals: [
      { dealId: "CLY-ZS001", subscribedOn: "2024-03-05", unitNo: "1-1-101", totalPrice: 900_000 },
      { dealId: "CLY-LS001", subscribedOn: "2024-03-05", unitNo: "1-1-102" },
    ],
    receipts: [
      { no: "1", date: "2024-03-05", clientId: "LY-ZS001", unitNo: "1-1-101", item: "首付", amount: 270_000 },
      { no: "2", date: "2024-03-05", clientId: "LY-LS001", unitNo: "1-1-102", item: "首付", amount: 500_000 },
      { no: "3", date: "2024-03-06", clientId: "LY-LS001", unitNo: "1-1-102", item: "退款", amount: 100_000 },
    ],
  });
  const report = make("weekly", sold, between("2024-03-04", "2024-03-10"));
  expect(tableOf(report, "weeks")[0]).toMatchObject({
    累计认购金额: "900,000",
    累计回款净额: "670,000",
    累计回款率: "30.0%",
  });
  expect(report.note).toContain("1 宗的成交总价读不出，金额按 0 计，累计回款率不计它们的回款。");
});

test("老带新: as deep as it goes, with what came of it (R16)", () => {
  const report = make("referrals", site);
  expect(tableOf(report, "generations")).toEqual(
    draw(`
    | 第几代 | 客户数 | 其中成交 | 成交套数 | 占比   | 成交率 |
    | 第一代 | 2      | 1        | 1        | 66.7%  | 50.0%  |
    | 第二代 | 1      | 0        | 0        | 33.3%  | 0.0%   |
    | 合计   | 3      | 1        | 1        | 100.0% | 33.3%  |`),
  );
  expect(tableOf(report, "tree").map((row) => [row["客户"], row["第几代"]])).toEqual([
    ["张三", ""],
    ["　└ 李四", "1"],
    ["　　└ 王五", "2"],
    ["　└ 赵六", "1"],
  ]);
  expect(said(report)).toContain("带来成交最多：张三（LY-ZS001），直接介绍 2 位，带来成交 1 套。");
});

test("老带新: who brought each other are a row of their own, those they brought are not lost", () => {
  const loop = bookOf({
    visitors: `
      | clientId | visitDate  | consultant | name | referrerId |
      | LY-ZS001 | 2024-03-01 | 王强       | 张三 | LY-LS001   |
      | LY-LS001 | 2024-03-01 | 王强       | 李四 | LY-ZS001   |
      | LY-WW001 | 2024-03-01 | 王强       | 王五 | LY-ZS001   |`,
  });
  const report = make("referrals", loop);
  expect(tableOf(report, "generations").map((row) => [row["第几代"], row["客户数"]])).toEqual([
    ["第一代", "1"],
    ["循环介绍", "2"],
    ["合计", "3"],
  ]);
  expect(report.note).toContain("有 1 处循环介绍");
});

test("逾期跟进清单: worst first, by consultant and grade, as the due list has it (R6)", () => {
  const late = bookOf({
    visitors: `
      | clientId | visitDate  | consultant | name | mobile      | notes    |
      | LY-ZS001 | 2024-03-01 | 王强       | 张三 | 13803791234 | 看了两房 |
      | LY-LS001 | 2024-03-05 | 李娜       | 李四 |             | 看了三房 |
      | LY-WW001 | 2024-03-09 | 李娜       | 王五 |             | 看了三房 |`,
    grades: `
      | clientId | consultant | reachedA   | reachedB   |
      | LY-ZS001 | 王强       | 2024-03-01 |            |
      | LY-LS001 | 李娜       |            | 2024-03-05 |
      | LY-WW001 | 李娜       |            | 2024-03-09 |`,
  });
  const report = make("overdue", late);
  expect(tableOf(report, "team")).toEqual(
    draw(`
    | 置业顾问 | A 级 | B 级 | 合计 |
    | 王强     | 1    | 0    | 1    |
    | 李娜     | 0    | 1    | 1    |
    | 合计     | 1    | 1    | 2    |`),
  );
  expect(tableOf(report, "list").map((row) => [row["客户"], row["逾期天数"], row["电话"]])).toEqual([
    ["张三", "7", "138 0379 1234"],
    ["李四", "2", ""],
  ]);
  expect(said(report).at(-1)).toBe("逾期最久：张三（LY-ZS001），7 天，置业顾问王强。");
});
