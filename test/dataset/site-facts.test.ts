/** A small book counted by hand, as the data set has it. All people are invented; today is 2024-03-10. */
import { siteRows, type SiteRows } from "../../src/dataset/site-rows";
import { type TableName, tables } from "../../src/dataset/tables";
import { shareOf } from "../../src/domain/head-office/share-of";
import { draw } from "../domain/draw";
import { bookOf, today } from "../domain/register/book-of";

const book = bookOf({
  visitors: `
    | clientId | visitDate  | consultant | name         | age | channels     | occupation | residenceArea | referrerId | mobile        |
    | LY-ZS001 | 2024-03-01 | 王强       | 张三         | 28  | 路过         | 老师       | 涧西区        |            | 138 0379 1234 |
    | LY-LS001 | 2024-03-05 | 李娜       | 李四         | 45  | 老带新、路过 | 医生       | 涧西区        | LY-ZS001   |               |
    | LY-WW001 | 2024-03-10 | 王强       | 王五         |     | 晚报         |            |               | LY-LS001   |               |
    | LY-HD001 | 2024-03-08 | 李娜       | 洛阳华东公司 |     | 户外         | 单位购房   | 西工区        |            |               |
    | LY-ZL001 | 2024-02-20 | 王强       | 赵六         | 17  |              | 其他       | 西工区        | LY-ZS001   |               |
    |          | 2024-03-09 | 王强       | 没编号       |     | 路过         |            |               |            |               |`,
  calls: `
    | clientId | calledAt         | consultant | name | channels | mobile        |
    | LY-QB001 | 2024-03-10 09:20 | 赵敏       | 钱八 | 日报     |               |
    | LY-ZS001 | 2024-02-28 10:00 | 王强       | 张三 | 电视     | 138 0379 1234 |`,
  grades: `
    | clientId | consultant | reachedD   | reachedC   | reachedB   | reachedA   | reachedDeal | reachedLost |
    | LY-ZS001 | 王强       |            | 2024-03-01 | 2024-03-02 | 2024-03-03 | 2024-03-04  |             |
    | LY-LS001 | 李娜       |            | 2024-03-05 | 2024-03-07 |            | 2024-03-09  |             |
    | LY-WW001 | 王强       |            | 2024-03-10 |            |            |             |             |
    | LY-HD001 | 李娜       |            | 2024-03-08 |            |            |             | 2024-03-09  |
    | LY-ZL001 | 赵敏       | 2024-03-06 | 2024-02-20 |            |            |             | 2024-03-01  |
    | LY-QB001 | 赵敏       |            | 2024-03-10 |            |            |             |             |`,
  followUps: `
    | contactedAt      | clientId | method   | notes      | consultant |
    | 2024-03-10 10:00 | LY-WW001 | 来访     | 父母同来   | 王强       |
    | 2024-03-10 16:00 | LY-LS001 | 上门拜访 | 送合同     | 李娜       |`,
  deals: `
    | dealId    | consultant | subscribedOn | signedOn   | name | unitNo  | unitCategory | floorArea | layout | unitPrice | totalPrice | channels     |
    | CLY-ZS001 | 王强       | 2024-03-04   | 2024-03-06 | 张三 | 1-1-101 | 住宅         | 92        | 2/2    | 3000      | 276000     | 路过         |
    | CLY-LS001 | 赵敏       | 2024-03-09   |            | 李四 | 1-1-102 | 住宅         | 120.5     | 3/2    | 3000      | 361500     | 老带新、路过 |
    | CLY-WW001 | 王强       | 2024-03-02   |            | 王五 | 2-1-102 | 住宅         | 92        |        | 3000      | 276000     |              |
    | 不清楚    | 王强       | 2024-03-03   |            | 某人 | 9-9-999 | 住宅         | 50        | 1/1    | 3000      | 150000     |              |`,
  applications: `
    | no             | kind     | clientId | unitNo  | appliedOn  | closedOn   | salesOpinion | financeOpinion | managerOpinion |
    | SQ-20240305-01 | 退房申请 | LY-WW001 | 2-1-102 | 2024-03-05 | 2024-03-10 | 同意         | 同意           | 同意           |`,
  units: `
    | unitNo  | building | floor | floorArea | unitPrice | layout | status | unitCategory |
    | 1-1-101 | 1        | 1     | 92        | 3000      | 2/2    | 签约   | 住宅         |
    | 1-1-102 | 1        | 1     | 120.5     | 3000      | 3/2    | 认购   | 住宅         |
    | 2-1-102 | 2        | 1     | 92        | 3000      | 2/2    | 可售   | 住宅         |`,
  receipts: `
    | no | date       | clientId | unitNo  | item   | amount | verified |
    | 1  | 2024-03-02 | LY-WW001 | 2-1-102 | 大定金 | 20000  | 已核对   |
    | 2  | 2024-03-10 | LY-WW001 | 2-1-102 | 退款   | 20000  | 未核对   |
    | 3  | 2024-03-06 | LY-ZS001 | 1-1-101 | 房款   | 276000 | 已核对   |`,
});

const source = { file: "洛阳.xlsx", hash: "h", modified: "2024-03-10T02:00:00Z" };
const share = shareOf(book, source, { today, facts: true });
const rows = siteRows(share, () => "k");

/** The rows of a table under some of its columns; null is an empty cell. */
const seen = (
  { tables: all }: SiteRows,
  table: TableName,
  names: readonly string[],
): readonly Record<string, string>[] =>
  Array.from({ length: all[table].count }, (_, row) =>
    Object.fromEntries(
      names.map((name) => {
        const at = tables[table].columns.findIndex((column) => column.name === name);
        expect(at).toBeGreaterThanOrEqual(0);
        return [name, String(all[table].columns[at]?.[row] ?? "")];
      }),
    ),
  );

const holds = (table: TableName, drawing: string): void => {
  const drawn = draw(drawing);
  expect(seen(rows, table, Object.keys(drawn[0] ?? {}))).toEqual(drawn);
};

test("clients stand where their whole history puts them", () => {
  // 李四 has paid and not signed: every 2 days. 王五 gave the unit back today: 7 to 15 days. 赵六 waits for an occasion.
  holds(
    "clients",
    `
    | client_no | name         | consultant | grade | stage | came  | first_contact | first_visit | last_contact | due_from   | due_to     | state        |
    | LY-ZS001  | 张三         | 王强       | √     | 6     | true  | 2024-02-28    | 2024-03-01  | 2024-03-01   |            |            | deal         |
    | LY-LS001  | 李四         | 李娜       | √     | 5     | true  | 2024-03-05    | 2024-03-05  | 2024-03-10   | 2024-03-12 | 2024-03-12 | due          |
    | LY-WW001  | 王五         | 王强       | C     | 2     | true  | 2024-03-10    | 2024-03-10  | 2024-03-10   | 2024-03-17 | 2024-03-25 | due          |
    | LY-HD001  | 洛阳华东公司 | 李娜       | ×     | 2     | true  | 2024-03-08    | 2024-03-08  | 2024-03-08   |            |            | reassignment |
    | LY-ZL001  | 赵六         | 赵敏       | D     | 2     | true  | 2024-02-20    | 2024-02-20  | 2024-02-20   |            |            | occasion     |
    |           | 没编号       | 王强       |       | 1     | true  | 2024-03-09    | 2024-03-09  |              |            |            | ungraded     |
    | LY-QB001  | 钱八         | 赵敏       | C     | 0     | false | 2024-03-10    |             | 2024-03-10   | 2024-03-11 | 2024-03-11 | due          |`,
  );
  holds(
    "clients",
    `
    | client_no | source_sheet | source_row | channel | channels     | referrer_no | age_band | deals | sold      | phone_key |
    | LY-ZS001  | 来访登记     | 5          | 电视    | 电视         |             | 19–30    | 1     | 276000.00 | k         |
    | LY-LS001  | 来访登记     | 6          | 老带新  | 老带新、路过 | LY-ZS001    | 41–50    | 1     | 361500.00 |           |
    | LY-WW001  | 来访登记     | 7          | 晚报    | 晚报         | LY-LS001    |          | 0     | 0.00      |           |
    | LY-HD001  | 来访登记     | 8          | 户外    | 户外         |             | 单位名义 | 0     | 0.00      |           |
    | LY-ZL001  | 来访登记     | 9          |         |              | LY-ZS001    | 18以下   | 0     | 0.00      |           |
    |           | 来访登记     | 10         | 路过    | 路过         |             |          | 0     | 0.00      |           |
    | LY-QB001  | 来电登记     | 5          | 日报    | 日报         |             |          | 0     | 0.00      |           |`,
  );
});

test("as many people as the summary counts, and as the site's own funnel (R18)", () => {
  expect(rows.tables.clients.count).toBe(share.figures.clients);
});

test("deals say what was bought, where, and whether it stands; a row without a client stays", () => {
  holds(
    "deals",
    `
    | client_no | deal_no   | layout | building | age_band | deal_day   | state  | refunded | paid      | channel | phone_shown  |
    | LY-ZS001  | CLY-ZS001 | 2/2    | 1栋      | 19–30    | 2024-03-04 | 已售   | false    | 276000.00 | 路过    | 138****1234  |
    | LY-LS001  | CLY-LS001 | 3/2    | 1栋      | 41–50    | 2024-03-09 | 认购   | false    | 0.00      | 老带新  |              |
    | LY-WW001  | CLY-WW001 | 2/2    | 2栋      |          | 2024-03-02 | 已退房 | true     | 0.00      |         |              |
    | 不清楚    | 不清楚    | 1/1    |          |          | 2024-03-03 |        | false    |           |         |              |`,
  );
});

test("who brought whom; grades as reached; every row and number is there", () => {
  holds(
    "referrals",
    `
    | client_no | referrer_no | since      | source_row |
    | LY-LS001  | LY-ZS001    | 2024-03-05 | 6          |
    | LY-WW001  | LY-LS001    | 2024-03-10 | 7          |
    | LY-ZL001  | LY-ZS001    | 2024-02-20 | 9          |`,
  );
  expect(seen(rows, "grades", ["grade"]).map(({ grade }) => grade)).toEqual(["√", "√", "C", "×", "D", "C"]);
  expect(Object.entries(rows.tables).map(([name, { count }]) => `${name} ${count}`)).toEqual([
    "visits 6",
    "calls 2",
    "followups 2",
    "grades 6",
    "deals 4",
    "clients 7",
    "referrals 3",
    "phones 2",
  ]);
});
