/** 客户来源分析: what brought people, who they are, and how many of them bought. By the first call or visit. */
import type { CalendarDay } from "../kit/calendar-day";
import type { SiteBook } from "../register/site";
import type { Wanted } from "../register/wanted";
import { ageBands, usualAgeBands } from "./bands";
import { type Client, clientsOf, clientWants } from "./clients";
import { isWithin, periodWording } from "./period";
import type { Period, Report, Sentence, Table } from "./report";
import { figure, largest, leading, sentence, totalFigure } from "./sentence";
import { type Tally, tally } from "./tally";

export const sourceWants: Wanted = clientWants;

const one = (text: string): readonly string[] => (text === "" ? [] : [text]);

type Plan = Pick<
  Tally<Client>,
  "key" | "title" | "label" | "group" | "order" | "always" | "most" | "note" | "chart"
>;

const table = (clients: readonly Client[], plan: Plan, counted = "客户数"): Table =>
  tally<Client>({
    ...plan,
    items: clients,
    measures: [
      {
        column: { zh: counted, en: counted === "客户数" ? "Clients" : "Mentions", kind: "count" },
        of: () => 1,
      },
      {
        column: { zh: "其中成交", en: "Bought", kind: "count" },
        of: ({ deals }) => (deals.length > 0 ? 1 : 0),
      },
    ],
    share: true,
    rates: [{ column: { zh: "成交率", en: "Bought %", kind: "rate" }, part: 1, whole: 0 }],
  });

const tablesOf = (clients: readonly Client[], { lists }: SiteBook["site"]): readonly Table[] => [
  table(
    clients,
    {
      key: "channels",
      title: { zh: "认知途径", en: "Channels" },
      label: { zh: "途径", en: "Channel" },
      group: ({ channels }) => channels,
      order: lists.channels,
      most: 14,
      chart: "bar",
      note: "一位客户可有几种途径，按人次计；以第一次来电或来访所说的为准。",
    },
    "人次",
  ),
  table(clients, {
    key: "firstBy",
    title: { zh: "首次接触", en: "First contact" },
    label: { zh: "方式", en: "By" },
    group: ({ firstBy }) => [firstBy],
    order: ["来访", "来电"],
    chart: "doughnut",
  }),
  table(clients, {
    key: "residence",
    title: { zh: "现住区域", en: "Where they live" },
    label: { zh: "区域", en: "Area" },
    group: ({ residenceArea }) => one(residenceArea),
    most: 12,
    chart: "bar",
  }),
  table(clients, {
    key: "occupation",
    title: { zh: "客户类别", en: "Occupations" },
    label: { zh: "类别", en: "Occupation" },
    group: ({ occupation }) => one(occupation),
    order: lists.occupation,
    most: 13,
    chart: "bar",
  }),
  table(clients, {
    key: "age",
    title: { zh: "年龄段", en: "Ages" },
    label: { zh: "年龄段", en: "Age" },
    group: ({ age }) => one(age),
    order: ageBands,
    always: usualAgeBands,
    chart: "column",
    note: "单位名义的客户单独计。",
  }),
];

/** Where most who came bought, among rows with anybody who did. */
const bought = (channels: Table): readonly Sentence[] => {
  const rows = largest(channels, 2);
  const [first] = rows;
  if (first === undefined || rows.length > 1) return [];
  return [
    sentence(
      channels,
      `成交最多的途径：${String(first[0])}，${figure(channels, first, 2, "人次")}，成交率 ${figure(channels, first, 4)}。`,
    ),
  ];
};

export const sources = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const clients = clientsOf(book, today).filter(({ first }) => isWithin(first, period));
  const tables = tablesOf(clients, book.site);
  const [channels, firstBy] = tables;
  return {
    key: "sources",
    title: { zh: "客户来源分析", en: "Where clients come from" },
    project: book.site.project,
    period,
    tables,
    sentences:
      channels === undefined || firstBy === undefined || clients.length === 0
        ? []
        : [
            sentence(
              firstBy,
              `${periodWording(period)}：首次来电或来访的客户 ${totalFigure(firstBy, 1, "位")}，其中成交 ${totalFigure(firstBy, 2, "位")}，成交率 ${totalFigure(firstBy, 4)}。`,
            ),
            ...leading(channels, "人次"),
            ...bought(channels),
            ...tables.slice(1).flatMap((each) => leading(each, "位")),
          ],
    note: "按客户第一次来电或来访的日期计；已退房的不算成交。",
  };
};
