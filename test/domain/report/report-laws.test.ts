/** What holds of every report on any book, however it was filled in (R18). */
import fc from "fast-check";
import { addDays, type CalendarDay } from "../../../src/domain/kit/calendar-day";
import { shown } from "../../../src/domain/report/figure";
import { isWithin, periodNames, periodOf, periodWording } from "../../../src/domain/report/period";
import {
  addsUp,
  type Cell,
  type Period,
  type Report,
  reportKeys,
  type Table,
} from "../../../src/domain/report/report";
import { reportText } from "../../../src/domain/report/report-text";
import { reports } from "../../../src/domain/report/reports";
import { ageBand, ageBands, bandIn, dayBand } from "../../../src/domain/report/bands";
import { sumOf } from "../../../src/domain/report/tally";
import type { RawCell } from "../../../src/domain/register/register";
import { isLive, salesLedger } from "../../../src/domain/register/sales/sales-ledger";
import type { SiteBook } from "../../../src/domain/register/site";
import { onlyRows } from "../../../src/domain/register/some-rows";
import { bookOf, type Cells, today } from "../register/book-of";

const days = [
  "2024-03-10",
  "2024-03-09",
  "2024-03-04",
  "2024-02-29",
  "2023-12-31",
  "2024-03-12",
  45361,
  45360.5,
];
const hostile = [
  "",
  "/",
  "未知",
  "合计",
  "其余 3 项",
  "单位名义",
  "=1+1",
  "3/2",
  "７",
  "甲、乙、、甲",
  "x".repeat(60),
  "\t\n",
  "👨‍👩‍👧",
  true,
  -1,
  0.1,
  1e9,
  null,
];
const ids = ["LY-ZS001", "LY-LS001", "LY-WW001", "LY-ZS002"];
const names = ["张三", "李四", "洛阳华东公司", "12号", "王五"];
const people = ["王强", "李娜", "赵敏", "王强 ", "钱多多"];

const cellFrom = (usual: readonly RawCell[]): fc.Arbitrary<RawCell> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom<RawCell>(...hostile) },
  );
const rowsOf = (keys: Readonly<Record<string, readonly RawCell[]>>): fc.Arbitrary<Cells[]> =>
  fc.array(
    fc.record(Object.fromEntries(Object.entries(keys).map(([key, usual]) => [key, cellFrom(usual)]))),
    {
      maxLength: 8,
    },
  );

const units = ["1-1-101", "1-1-102", "2-1-301"];
const money = [276000, "36.15万", 0.1, 300000.55, 0.2, "面议"];
const channels = ["路过", "老带新、听说", "日报", "自定，晚报"];

const anyBook: fc.Arbitrary<SiteBook> = fc
  .record({
    visitors: rowsOf({
      clientId: ids,
      visitDate: days,
      consultant: people,
      name: names,
      age: [17, "35岁", 45, 60, 0],
      channels,
      occupation: ["老师", "单位购房"],
      residenceArea: ["涧西", "西工"],
      referrerId: ids,
      notes: ["看房"],
    }),
    calls: rowsOf({
      clientId: ids,
      calledAt: days,
      consultant: people,
      name: names,
      channels,
      notes: ["问价"],
    }),
    grades: rowsOf({
      clientId: ids,
      consultant: people,
      formerConsultant: [...people, "王强、李娜", ""],
      reachedD: days,
      reachedC: days,
      reachedB: days,
      reachedA: days,
      reachedDeal: days,
      reachedLost: days,
    }),
    followUps: rowsOf({
      clientId: ids,
      contactedAt: days,
      method: ["来访", "电话", "上门拜访", "活动"],
      notes: ["谈了"],
      consultant: people,
    }),
    deals: rowsOf({
      dealId: ids.map((id) => `C${id}`),
      consultant: people,
      subscribedOn: days,
      signedOn: days,
      name: names,
      age: [30, 31],
      birthday: ["1980-01-01"],
      occupation: ["老师", "单位购房"],
      purpose: ["自用", "自用、投资"],
      objections: channels,
      payment: ["按揭贷款"],
      unitNo: units,
      unitCategory: ["住宅", "商铺"],
      floorArea: [92, 120.55, 60.5],
      layout: ["2/2", "3/2"],
      totalPrice: money,
      channels,
    }),
    units: rowsOf({
      unitNo: units,
      building: ["1", "2栋", ""],
      layout: ["2/2", "4/2"],
      unitCategory: ["住宅"],
    }),
    receipts: rowsOf({
      no: ["1", "2", "3"],
      date: days,
      clientId: ids,
      unitNo: units,
      item: ["大定金", "退款", "违约金", "房款"],
      amount: money,
      verified: ["已核对", "未核对"],
    }),
    applications: rowsOf({
      no: ["S1"],
      kind: ["退房申请", "调房申请"],
      clientId: ids,
      unitNo: units,
      newUnitNo: units,
      closedOn: days,
      salesOpinion: ["同意"],
      financeOpinion: ["同意"],
      managerOpinion: ["同意"],
    }),
    lostClients: rowsOf({
      lostId: ids.map((id) => `X${id}`),
      consultant: people,
      name: names,
      age: [30],
      givenUpOn: days,
      lossReasons: ["价格", "资金、政策"],
      objections: channels,
      competitor: ["隔壁", ""],
    }),
  })
  .map((registers) => bookOf(registers));

const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.constantFrom(...periodNames).map((name) => periodOf(name, today)),
  fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: -3, max: 3 })).map(([back, more]) => ({
    from: addDays(today, -back),
    to: addDays(today, Math.max(more, -back)),
  })),
);

const each = (law: (report: Report, book: SiteBook, period: Period) => void): void => {
  fc.assert(
    fc.property(anyBook, anyPeriod, (book, period) => {
      for (const key of reportKeys) law(reports[key].make(book, period, today), book, period);
    }),
    { numRuns: 150 },
  );
};

const column = ({ rows }: Table, at: number): readonly number[] =>
  rows.map((row) => row[at]).filter((cell) => typeof cell === "number");

test("the parts of every table add up to its total, and shares to the whole", () => {
  each((report) => {
    for (const table of report.tables) {
      const { columns, total, rows } = table;
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      if (total === undefined) continue;
      columns.forEach(({ kind }, at) => {
        if (addsUp(kind))
          expect([table.key, at, sumOf(column(table, at))]).toEqual([table.key, at, total[at]]);
        if (kind !== "share") return;
        const shares = column(table, at);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        if (total[at] !== null)
          expect(sumOf([Math.round(shares.reduce((a, b) => a + b, 0) * 1e9) / 1e9])).toBe(1);
      });
    }
  });
});

test("of groups by groups, every row adds up too", () => {
  each((report) => {
    for (const { key, columns, rows } of report.tables)
      if (["ageLayout", "mainReason"].includes(key) || (key === "team" && columns.at(-1)?.zh === "合计"))
        for (const row of rows) expect(sumOf(row.slice(1, -1) as readonly number[])).toBe(row.at(-1));
  });
});

const figuresIn = (text: string): readonly string[] => text.match(/\d+(?:[,.]\d+)*%?/gu) ?? [];

test("every figure of a sentence stands in its table, or is the period's", () => {
  each((report, _book, period) => {
    for (const { table: key, text } of report.sentences) {
      const table = report.tables.find((one) => one.key === key);
      if (table === undefined) throw new Error(`a sentence about no table: ${text}`);
      const cells = [...table.rows, table.total ?? []].flatMap((row) =>
        table.columns.map(({ kind }, at) => shown(row[at] ?? null, kind)),
      );
      const known = new Set(
        [...cells, periodWording(period), ...table.columns.map(({ zh }) => zh)].flatMap(figuresIn),
      );
      expect([text, figuresIn(text).filter((figure) => !known.has(figure))]).toEqual([text, []]);
    }
  });
});

test("charts draw columns of figures; names of tables are their own", () => {
  each((report) => {
    expect(new Set(report.tables.map(({ key }) => key)).size).toBe(report.tables.length);
    expect(new Set(report.tables.map(({ title }) => title.zh)).size).toBe(report.tables.length);
    for (const { columns, chart, rows } of report.tables)
      for (const at of [...(chart?.columns ?? []), ...(chart?.lines ?? [])]) {
        expect(columns[at]?.kind).not.toBe("text");
        expect(rows.every((row) => row[at] === null || Number.isFinite(row[at]))).toBe(true);
      }
  });
});

test("whatever stands in the cells, the text can be read: no NaN, no undefined", () => {
  each((report) => {
    expect(reportText(report)).not.toMatch(/NaN|undefined|Infinity|null/u);
  });
});

test("of the rows it asks for alone, a report says what it says of all; and few rows are asked for", () => {
  const partial = reportKeys.flatMap((key) =>
    reports[key].rows ? [{ ...reports[key], rows: reports[key].rows }] : [],
  );
  expect(partial.map(({ title }) => title.zh)).toEqual(["日报", "置业顾问业绩", "逾期跟进清单"]);
  let [all, asked] = [0, 0];
  fc.assert(
    fc.property(anyBook, anyPeriod, (book, period) => {
      for (const { rows, make } of partial) {
        const some = rows(period, today);
        expect(make(onlyRows(book, some), period, today)).toEqual(make(book, period, today));
        all += book.registers.followUps?.count ?? 0;
        asked += some.rowsOf(book).get("followUps")?.size ?? 0;
      }
    }),
    { numRuns: 150 },
  );
  expect(asked).toBeLessThan(all);
});

test("as many deals as stand, and the same amount, however they are cut", () => {
  fc.assert(
    fc.property(anyBook, anyPeriod, (book, period) => {
      const live = salesLedger(book, today).deals.filter(
        (deal) => isLive(deal) && isWithin(deal.subscribedOn, period),
      );
      const report = reports.deals.make(book, period, today);
      for (const { key, total } of report.tables)
        if (["category", "building", "layout", "area", "age", "occupation", "days"].includes(key))
          expect([key, total?.[1]]).toEqual([key, live.length]);
      const amount = sumOf(live.map(({ totalPrice }) => totalPrice ?? 0));
      expect(report.tables[0]?.total?.[3]).toBe(amount);
      const team = reports.performance.make(book, period, today).tables[0]?.total;
      expect([team?.[1], team?.[2]]).toEqual([live.length, amount]);
    }),
  );
});

test("the days of a week make the week", () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      const from = addDays(today, -6);
      const team = (period: Period): readonly Cell[] =>
        reports.daily.make(book, period, today).tables[0]?.total?.slice(1) ?? [];
      const each = Array.from({ length: 7 }, (_, at) => team(periodOf("today", addDays(from, at))));
      expect(team({ from, to: today })).toEqual(
        [0, 1, 2, 3, 4, 5].map((at) => sumOf(each.map((day) => Number(day[at])))),
      );
    }),
  );
});

test("an empty book: honest tables of nothing, and nothing said of them", () => {
  for (const key of reportKeys) {
    const report = reports[key].make({ ...bookOf(), registers: {} }, periodOf("all", today), today);
    for (const { key: table, rows, total } of report.tables) {
      if (table !== "care") expect(rows).toEqual([]);
      for (const cell of total?.slice(1) ?? []) expect([0, null]).toContain(cell);
    }
    expect(report.sentences.filter(({ table }) => table !== "care")).toEqual([]);
  }
});

test("bands have no gaps and no overlaps", () => {
  expect([1, 18, 19, 30, 31, 40, 41, 50, 51, 120].map(ageBand)).toEqual(
    ageBands.flatMap((band) => [band, band]),
  );
  expect([0, -3, 121, undefined, Number.NaN].map(ageBand)).toEqual(["", "", "", "", ""]);
  expect([0, 1, 3, 4, 90, 91, -1, undefined].map(dayBand)).toEqual([
    "当天",
    "1–3天",
    "1–3天",
    "4–7天",
    "61–90天",
    "90天以上",
    "",
    "",
  ]);
  const areas = bookOf().site.lists.areaBand;
  expect(
    [60, 60.5, 61, 80, 80.01, 250, 250.01, 1000, 0, undefined].map((area) => bandIn(areas, area)),
  ).toEqual(["60以下", "61–80", "61–80", "61–80", "81–100", "201–250", "250以上", "250以上", "", ""]);
  expect(bandIn(["61–80"], 300)).toBe("");
});

test("periods: this week from Monday, this quarter from its first day, never beyond today", () => {
  const on = "2024-03-10" as CalendarDay;
  expect(periodNames.map((name) => periodWording(periodOf(name, on)))).toEqual([
    "2024-03-10",
    "2024-03-04 至 2024-03-10",
    "2024-03-01 至 2024-03-10",
    "2024-01-01 至 2024-03-10",
    "截至 2024-03-10",
  ]);
  expect(
    [undefined, on, "2024-03-11" as CalendarDay].map((day) => isWithin(day, periodOf("all", on))),
  ).toEqual([true, true, false]);
  expect(isWithin(undefined, periodOf("month", on))).toBe(false);
});

test("as people read them", () => {
  expect([
    shown(18430786, "yuan"),
    shown(1234.5, "yuan"),
    shown(-20000, "balance"),
    shown(0, "yuan"),
    shown(999, "yuan"),
  ]).toEqual(["18,430,786", "1,234.50", "-20,000", "0", "999"]);
  expect([
    shown(2 / 3, "share"),
    shown(1, "rate"),
    shown(null, "rate"),
    shown(92.5, "area"),
    shown(20000, "count"),
  ]).toEqual(["66.7%", "100.0%", "", "92.50", "20000"]);
});
