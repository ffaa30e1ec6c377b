/** 成交客户分析报告 (004): what was sold, and to whom. Deals that stand, by 认购日期. */
import { type CalendarDay, daysBetween } from "../kit/calendar-day";
import { dayAt } from "../register/day-at";
import { textAt } from "../register/raw-cell";
import type { RowPlace } from "../register/sales/sale-rows";
import { type Deal, isLive, salesLedger, type SalesLedger, salesWants } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import { type Wanted, wantedTogether } from "../register/wanted";
import { ageBand, ageBands, bandIn, dayBand, dayBands, usualAgeBands } from "./bands";
import { ageAt, agesOf, birthdayAge, choicesIn, clientWants, firstDays, inFirmsName } from "./clients";
import { isWithin, periodWording } from "./period";
import { type Cell, type Column, firms, type Period, type Report, type Sentence, type Table } from "./report";
import { columnAt, figure, leading, sentence, totalFigure } from "./sentence";
import { crossTally, type Measure, ratio, tally } from "./tally";

export const dealAnalysisWants: Wanted = wantedTogether(clientWants, {
  deals: [
    ...salesWants.deals,
    "age",
    "birthday",
    "occupation",
    "residenceArea",
    "purpose",
    "objections",
    "payment",
    "purchaseOrdinal",
    "unitCategory",
    "channels",
  ],
  units: salesWants.units,
});

export interface Sold {
  readonly deal: Deal;
  readonly category: string;
  readonly building: string;
  readonly layout: string;
  /** R18's band, or 单位名义. */
  readonly age: string;
}

const homes: Column = { zh: "成交套数", en: "Sold", kind: "count" };
const floor: Column = { zh: "建筑面积", en: "Area ㎡", kind: "area" };
const amount: Column = { zh: "成交金额", en: "Amount", kind: "yuan" };

const count = <Item>(column: Column): Measure<Item> => ({ column, of: () => 1 });

const buildingName = (building: string): string =>
  building === "" || /[栋楼幢座]$/u.test(building) ? building : `${building}栋`;

export const soldOf = (
  book: SiteBook,
  ledger: SalesLedger,
  deals: readonly Deal[],
  today: CalendarDay,
): readonly Sold[] => {
  const ages = agesOf(book);
  return deals.map((deal): Sold => {
    const { register, index, clientId, name, keyNow, subscribedOn } = deal;
    const unit = ledger.unitOf.get(keyNow);
    // An exchange moved the deal: the unit it stands on now says what was sold.
    const own = (key: string): string => textAt(register, key, index);
    const moved = keyNow !== deal.key;
    const birthday = dayAt(register, "birthday", index, today);
    const age = ageAt(register, index) ?? birthdayAge(birthday, subscribedOn ?? today) ?? ages.get(clientId);
    return {
      deal,
      category: (moved ? unit?.unitCategory : own("unitCategory")) || (unit?.unitCategory ?? ""),
      building: buildingName(unit?.building ?? ""),
      layout: (moved ? unit?.layout : deal.layout) || (unit?.layout ?? ""),
      age: inFirmsName(name, own("occupation")) ? firms : ageBand(age),
    };
  });
};

const textOf = ({ register, index }: RowPlace, key: string): string => textAt(register, key, index);

const one = (text: string): readonly string[] => (text === "" ? [] : [text]);

/** 004: what part of the homes offered a layout is, beside what part of the sold. */
const layoutTable = (sold: readonly Sold[], ledger: SalesLedger, order: readonly string[]): Table => {
  type Part = { readonly layout: string; readonly offered: number; readonly sold: number };
  const parts: readonly Part[] = [
    ...ledger.units.map(({ layout }) => ({ layout, offered: 1, sold: 0 })),
    ...sold.map(({ layout }) => ({ layout, offered: 0, sold: 1 })),
  ];
  const table = tally<Part>({
    key: "layout",
    title: { zh: "房型", en: "Layouts: sold and offered" },
    label: { zh: "房型", en: "Layout" },
    items: parts,
    group: ({ layout }) => one(layout),
    measures: [
      { column: { ...homes }, of: (part) => part.sold },
      { column: { zh: "推出套数", en: "Offered", kind: "count" }, of: ({ offered }) => offered },
    ],
    order,
    share: true,
    most: 12,
    note: "推出套数为销控表的全部房源。",
  });
  const offered = table.total?.[2];
  const share = (row: readonly Cell[]): Cell =>
    ratio(typeof row[2] === "number" ? row[2] : 0, typeof offered === "number" ? offered : 0);
  const [name, soldColumn, offeredColumn, soldShare] = table.columns;
  const beside = (row: readonly Cell[]): readonly Cell[] => [
    row[0] ?? null,
    row[1] ?? null,
    row[3] ?? null,
    row[2] ?? null,
    share(row),
  ];
  return {
    ...table,
    columns: [
      name,
      soldColumn ?? homes,
      { zh: "占成交", en: "Of sold", kind: soldShare?.kind ?? "share" },
      offeredColumn ?? homes,
      { zh: "占推出", en: "Of offered", kind: "share" },
    ],
    rows: table.rows.map(beside),
    total: beside(table.total ?? []),
    chart: { kind: "column", columns: [1, 3] },
  };
};

const salesTables = (
  sold: readonly Sold[],
  ledger: SalesLedger,
  { lists }: SiteBook["site"],
): readonly Table[] => {
  const money: readonly [Measure<Sold>, ...Measure<Sold>[]] = [
    count<Sold>(homes),
    { column: floor, of: ({ deal }) => deal.floorArea ?? 0 },
    { column: amount, of: ({ deal }) => deal.totalPrice ?? 0 },
  ];
  return [
    tally<Sold>({
      key: "category",
      title: { zh: "房屋类别", en: "Kinds of property" },
      label: { zh: "房屋类别", en: "Kind" },
      items: sold,
      group: ({ category }) => one(category),
      measures: money,
      order: lists.unitCategory,
      share: true,
      most: 8,
      chart: "doughnut",
    }),
    tally<Sold>({
      key: "building",
      title: { zh: "楼栋", en: "Buildings" },
      label: { zh: "楼栋", en: "Building" },
      items: sold,
      group: ({ building }) => one(building),
      measures: money,
      share: true,
      most: 12,
      chart: "column",
    }),
    layoutTable(sold, ledger, lists.dealLayout),
    tally<Sold>({
      key: "area",
      title: { zh: "面积区间", en: "Floor areas" },
      label: { zh: "建筑面积（㎡）", en: "Area ㎡" },
      items: sold,
      group: ({ deal }) => one(bandIn(lists.areaBand, deal.floorArea)),
      measures: [count<Sold>(homes)],
      order: lists.areaBand,
      share: true,
      chart: "column",
    }),
  ];
};

interface Simple {
  readonly key: string;
  readonly title: Table["title"];
  readonly of: (sold: Sold) => readonly string[];
  readonly order?: readonly string[];
  readonly most?: number;
  readonly chart: "bar" | "column" | "doughnut";
  /** A client may name several: counted by what was named. */
  readonly several?: true;
}

const buyerTables = (sold: readonly Sold[], book: SiteBook, today: CalendarDay): readonly Table[] => {
  const { lists } = book.site;
  const first = firstDays(book, today);
  const days = ({ deal }: Sold): string => {
    const from = first.get(deal.clientId);
    return dayBand(from && deal.subscribedOn && daysBetween(from, deal.subscribedOn));
  };
  const field = (key: string) => (each: Sold) => one(textOf(each.deal, key));
  const fields = (key: string) => (each: Sold) => choicesIn(textOf(each.deal, key));
  const simple: readonly Simple[] = [
    {
      key: "occupation",
      title: { zh: "职业", en: "Occupations" },
      of: field("occupation"),
      order: lists.occupation,
      most: 13,
      chart: "bar",
    },
    {
      key: "residence",
      title: { zh: "现住区域", en: "Where they live" },
      of: field("residenceArea"),
      most: 10,
      chart: "bar",
    },
    {
      key: "purpose",
      title: { zh: "购房目的", en: "Purposes" },
      of: fields("purpose"),
      order: lists.purpose,
      most: 8,
      chart: "column",
      several: true,
    },
    {
      key: "ordinal",
      title: { zh: "第几次置业", en: "Which purchase" },
      of: field("purchaseOrdinal"),
      order: lists.purchaseOrdinal,
      most: 6,
      chart: "doughnut",
    },
    {
      key: "payment",
      title: { zh: "付款方式", en: "Payment" },
      of: field("payment"),
      order: lists.payment,
      most: 8,
      chart: "doughnut",
    },
    {
      key: "channels",
      title: { zh: "来访渠道", en: "Channels" },
      of: fields("channels"),
      order: lists.channels,
      most: 12,
      chart: "bar",
      several: true,
    },
    {
      key: "objections",
      title: { zh: "主要异议", en: "Objections" },
      of: fields("objections"),
      order: lists.objections,
      most: 10,
      chart: "bar",
      several: true,
    },
    {
      key: "days",
      title: { zh: "自首次看房至大定时间", en: "From first visit to deposit" },
      of: (each) => one(days(each)),
      order: dayBands,
      chart: "column",
    },
  ];
  return [
    tally<Sold>({
      key: "age",
      title: { zh: "年龄段", en: "Ages" },
      label: { zh: "年龄段", en: "Age" },
      items: sold,
      group: ({ age }) => one(age),
      measures: [count<Sold>(homes)],
      order: ageBands,
      always: usualAgeBands,
      share: true,
      chart: "column",
      note: "单位名义购房单独计，不计入年龄段。",
    }),
    crossTally<Sold>({
      key: "ageLayout",
      title: { zh: "各年龄段所购房型", en: "Layouts by age" },
      label: { zh: "年龄段", en: "Age" },
      items: sold,
      row: ({ age }) => age,
      column: ({ layout }) => layout,
      rowOrder: ageBands,
      alwaysRows: usualAgeBands,
      columnOrder: lists.dealLayout,
      chart: "stackedColumn",
    }),
    ...simple.map(({ key, title, of, order = [], most = 20, chart, several }) =>
      tally<Sold>({
        key,
        title,
        label: title,
        items: sold,
        group: of,
        measures: [count<Sold>(several ? { zh: "提及次数", en: "Mentions", kind: "count" } : homes)],
        order,
        share: true,
        most,
        chart,
        ...(several && { note: "一套可选几项，按提及次数计。" }),
      }),
    ),
  ];
};

const ageLines = (table: Table): readonly Sentence[] => {
  const last = table.columns.length - 1;
  return table.rows.flatMap((row) => {
    if (row[last] === 0) return [];
    const parts = table.columns.flatMap(({ zh, kind }, at) =>
      kind === "count" && at !== last && row[at] !== 0 ? [`${zh} ${figure(table, row, at, "套")}`] : [],
    );
    return [sentence(table, `${String(row[0])}购 ${figure(table, row, last, "套")}：${parts.join("，")}。`)];
  });
};

const offeredLine = (table: Table): readonly Sentence[] =>
  table.rows.flatMap((row) => {
    const [sold, offered] = [columnAt(table, "成交套数"), columnAt(table, "推出套数")];
    if (row[offered] === 0 || row[sold] !== 0) return [];
    return [
      sentence(
        table,
        `${String(row[0])}推出 ${figure(table, row, offered, "套")}，成交 ${figure(table, row, sold, "套")}。`,
      ),
    ];
  });

export const dealAnalysis = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const ledger = salesLedger(book, today);
  const live = ledger.deals.filter(isLive);
  const within = live.filter(({ subscribedOn }) => isWithin(subscribedOn, period));
  const undated = live.filter(({ subscribedOn }) => subscribedOn === undefined).length;
  const closed = ledger.deals.filter((deal) => !isLive(deal) && isWithin(deal.subscribedOn, period)).length;
  const sold = soldOf(book, ledger, within, today);
  const sales = salesTables(sold, ledger, book.site);
  const buyers = buyerTables(sold, book, today);
  const [category] = sales;
  const words: readonly Sentence[] =
    category === undefined || sold.length === 0
      ? []
      : [
          sentence(
            category,
            `${periodWording(period)}：成交 ${totalFigure(category, 1, "套")}，建筑面积 ${totalFigure(category, 2, "㎡")}，成交金额 ${totalFigure(category, 3, "元")}；其中${category.rows
              .map((row) => `${String(row[0])} ${figure(category, row, 1, "套")}`)
              .join("，")}。`,
          ),
          ...sales
            .slice(1)
            .flatMap((table) => [
              ...leading(table, "套"),
              ...(table.key === "layout" ? offeredLine(table) : []),
            ]),
          ...buyers.flatMap((table) =>
            table.key === "ageLayout"
              ? ageLines(table)
              : leading(table, table.note?.includes("提及") === true ? "次" : "套"),
          ),
        ];
  const unpriced = within.filter(({ totalPrice }) => totalPrice === undefined).length;
  return {
    key: "deals",
    title: { zh: "成交客户分析报告", en: "Who bought" },
    project: book.site.project,
    period,
    tables: [...sales, ...buyers],
    sentences: words,
    note: [
      "按认购日期计。",
      ...(closed > 0 ? [`已退房 ${closed} 宗不计。`] : []),
      ...(undated > 0 && period.from !== undefined ? [`没有认购日期的 ${undated} 宗不计。`] : []),
      ...(undated > 0 && period.from === undefined ? [`其中 ${undated} 宗没有认购日期。`] : []),
      ...(unpriced > 0 ? [`${unpriced} 宗的成交总价读不出，金额按 0 计。`] : []),
    ].join(""),
  };
};
