/** 未成交原因分析: why clients were given up (form 8), by 放弃日期. */
import { type CalendarDay, daysBetween } from "../kit/calendar-day";
import { dayAt } from "../register/day-at";
import { clientAt, textAt } from "../register/raw-cell";
import { liveDealsOf } from "../register/care/referrals";
import type { SiteBook } from "../register/site";
import { type Wanted, wantedTogether } from "../register/wanted";
import { spelled } from "../register/read-answer";
import { ageBand, ageBands, dayBand, dayBands, usualAgeBands } from "./bands";
import { ageAt, agesOf, birthdayAge, choicesIn, clientWants, firstDays, inFirmsName } from "./clients";
import { isWithin, periodWording } from "./period";
import { firms, type Period, type Report, type Table } from "./report";
import { leading, sentence, totalFigure } from "./sentence";
import { crossTally, type Tally, tally } from "./tally";

export const lossWants: Wanted = wantedTogether(clientWants, {
  lostClients: [
    "lostId",
    "consultant",
    "name",
    "age",
    "birthday",
    "occupation",
    "objections",
    "givenUpOn",
    "lossReasons",
    "competitor",
  ],
});

interface Lost {
  readonly on: CalendarDay | undefined;
  readonly consultant: string;
  readonly reasons: readonly string[];
  readonly objections: readonly string[];
  readonly competitor: string;
  readonly age: string;
  readonly occupation: string;
  readonly days: string;
  /** Somebody else won them over, and the deal stands. */
  readonly boughtSince: boolean;
}

const lostOf = (book: SiteBook, today: CalendarDay): readonly Lost[] => {
  const { lostClients } = book.registers;
  if (lostClients === undefined || lostClients.count === 0) return [];
  const first = firstDays(book, today);
  const ages = agesOf(book);
  const deals = liveDealsOf(book, today);
  const seen = new Set<string>();
  const found: Lost[] = [];
  for (let index = 0; index < lostClients.count; index++) {
    const text = (key: string): string => textAt(lostClients, key, index);
    const client = clientAt(lostClients, "lostId", index);
    const [name, reasons] = [text("name"), text("lossReasons")];
    if (client === undefined && name === "" && reasons === "") continue;
    // One row a client (form 8): a second is no second person.
    if (client !== undefined && seen.has(client)) continue;
    if (client !== undefined) seen.add(client);
    const on = dayAt(lostClients, "givenUpOn", index, today);
    const age =
      ageAt(lostClients, index) ??
      birthdayAge(dayAt(lostClients, "birthday", index, today), on ?? today) ??
      (client === undefined ? undefined : ages.get(client));
    const from = client === undefined ? undefined : first.get(client);
    const bought = (client === undefined ? undefined : deals.get(client)) ?? [];
    const occupation = text("occupation");
    found.push({
      on,
      consultant: spelled(book.site, text("consultant")),
      reasons: choicesIn(reasons),
      objections: choicesIn(text("objections")),
      competitor: text("competitor"),
      age: inFirmsName(name, occupation) ? firms : ageBand(age),
      occupation,
      days: dayBand(from && on && daysBetween(from, on)),
      boughtSince: bought.some(
        ({ subscribedOn }) => on === undefined || subscribedOn === undefined || subscribedOn >= on,
      ),
    });
  }
  return found;
};

const one = (text: string): readonly string[] => (text === "" ? [] : [text]);

type Plan = Omit<Tally<Lost>, "items" | "measures" | "share">;

const tablesOf = (lost: readonly Lost[], { lists, consultants }: SiteBook["site"]): readonly Table[] => {
  const table = (
    plan: Plan,
    counted: "客户数" | "提及次数" = "客户数",
    items: readonly Lost[] = lost,
  ): Table =>
    tally<Lost>({
      ...plan,
      items,
      measures: [
        {
          column: { zh: counted, en: counted === "客户数" ? "Clients" : "Mentions", kind: "count" },
          of: () => 1,
        },
      ],
      share: true,
    });
  const several = "一位客户可有几项，按提及次数计。";
  return [
    table(
      {
        key: "reasons",
        title: { zh: "未购买原因", en: "Why not" },
        label: { zh: "原因", en: "Reason" },
        group: ({ reasons }) => reasons,
        order: lists.lossReasons,
        most: 14,
        chart: "bar",
        note: several,
      },
      "提及次数",
    ),
    table({
      key: "consultants",
      title: { zh: "置业顾问", en: "Consultants" },
      label: { zh: "置业顾问", en: "Consultant" },
      group: ({ consultant }) => one(consultant),
      order: consultants.map(({ name }) => name),
      most: 20,
      chart: "column",
    }),
    crossTally<Lost>({
      key: "mainReason",
      title: { zh: "置业顾问与首要原因", en: "Consultants by first reason" },
      label: { zh: "置业顾问", en: "Consultant" },
      items: lost,
      row: ({ consultant }) => consultant,
      column: ({ reasons }) => reasons[0] ?? "",
      rowOrder: consultants.map(({ name }) => name),
      columnOrder: lists.lossReasons,
      chart: "stackedColumn",
      note: "首要原因为所填的第一项。",
    }),
    table(
      {
        key: "objections",
        title: { zh: "主要异议", en: "Objections" },
        label: { zh: "异议", en: "Objection" },
        group: ({ objections }) => objections,
        order: lists.objections,
        most: 12,
        chart: "bar",
        note: several,
      },
      "提及次数",
    ),
    table(
      {
        key: "competitor",
        title: { zh: "购买竞品", en: "Bought elsewhere" },
        label: { zh: "竞品", en: "Where" },
        group: ({ competitor }) => one(competitor),
        most: 10,
        chart: "bar",
        note: "只计买了别处的客户：原因有“购买竞品”，或填了竞品的。",
      },
      "客户数",
      lost.filter(({ competitor, reasons }) => competitor !== "" || reasons.includes("购买竞品")),
    ),
    table({
      key: "age",
      title: { zh: "年龄段", en: "Ages" },
      label: { zh: "年龄段", en: "Age" },
      group: ({ age }) => one(age),
      order: ageBands,
      always: usualAgeBands,
      chart: "column",
    }),
    table({
      key: "occupation",
      title: { zh: "职业", en: "Occupations" },
      label: { zh: "职业", en: "Occupation" },
      group: ({ occupation }) => one(occupation),
      order: lists.occupation,
      most: 13,
      chart: "bar",
    }),
    table({
      key: "days",
      title: { zh: "自首次看房至放弃时间", en: "From first visit to giving up" },
      label: { zh: "时间", en: "Days" },
      group: ({ days }) => one(days),
      order: dayBands,
      chart: "column",
    }),
  ];
};

export const losses = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const all = lostOf(book, today);
  const lost = all.filter(({ on }) => isWithin(on, period));
  const undated = all.filter(({ on }) => on === undefined).length;
  const bought = lost.filter(({ boughtSince }) => boughtSince).length;
  const tables = tablesOf(lost, book.site);
  const [, team] = tables;
  return {
    key: "losses",
    title: { zh: "未成交原因分析", en: "Why clients did not buy" },
    project: book.site.project,
    period,
    tables,
    sentences:
      team === undefined || lost.length === 0
        ? []
        : [
            sentence(team, `${periodWording(period)}：放弃的客户 ${totalFigure(team, 1, "位")}。`),
            ...tables.flatMap((each) =>
              each.key === "mainReason"
                ? []
                : leading(each, each.columns[1]?.zh === "提及次数" ? "次" : "位"),
            ),
          ],
    note: [
      "按放弃日期计",
      ...(undated > 0 && period.from !== undefined ? [`没有放弃日期的 ${undated} 位不计`] : []),
      ...(bought > 0 ? [`其中后来成交的 ${bought} 位，仍按当时放弃的原因计`] : []),
    ]
      .join("；")
      .concat("。"),
  };
};
