/** 销售漏斗: of those who first called or came in a time, how far they have come by now. */
import type { CalendarDay } from "../kit/calendar-day";
import type { Grade } from "../rules/grade";
import type { SiteBook } from "../register/site";
import type { Wanted } from "../register/wanted";
import { type Client, clientsOf, clientWants } from "./clients";
import { isWithin, periodWording } from "./period";
import type { Cell, Period, Report, Sentence, Table } from "./report";
import { figure, leading, sentence, totalFigure } from "./sentence";
import { crossTally, ratio, tally } from "./tally";

export const funnelWants: Wanted = clientWants;

/** Whoever stands in a stage stands in all before it; who bought has been here, whatever the registers left out. */
const stages = ["登记", "到访", "C级以上", "B级以上", "A级以上", "认购", "签约"] as const;

const graded: Readonly<Record<Grade, number>> = { D: 1, C: 2, B: 3, A: 4, "√": 4, "×": 1 };

/** The last of the stages that was ever reached; who never came has only called, whatever grade they were given. */
export const furthest = ({ came, reached, deals }: Client): number => {
  if (deals.some(({ signedOn }) => signedOn !== undefined)) return 6;
  if (deals.length > 0) return 5;
  if (!came) return 0;
  return (Object.keys(reached) as readonly Grade[]).reduce((high, grade) => Math.max(high, graded[grade]), 1);
};

/** Whoever has a √ and no deal that stands has given it back. */
const standings = ["成交", "A 级", "B 级", "C 级", "D 级", "× 无望", "√ 无成交", "未评级"] as const;

const standingOf = ({ deals, grade }: Client): (typeof standings)[number] => {
  if (deals.length > 0) return "成交";
  switch (grade) {
    case undefined:
      return "未评级";
    case "√":
      return "√ 无成交";
    case "×":
      return "× 无望";
    default:
      return `${grade} 级`;
  }
};

const funnelTable = (clients: readonly Client[]): Table => {
  const reached = stages.map(() => 0);
  for (const client of clients) {
    const last = furthest(client);
    for (let at = 0; at <= last; at++) reached[at] = (reached[at] ?? 0) + 1;
  }
  return {
    key: "funnel",
    title: { zh: "销售漏斗", en: "Funnel" },
    columns: [
      { zh: "阶段", en: "Stage", kind: "text" },
      { zh: "客户数", en: "Clients", kind: "number" },
      { zh: "占登记", en: "Of all", kind: "rate" },
      { zh: "占上一阶段", en: "Of the stage before", kind: "rate" },
    ],
    rows:
      clients.length === 0
        ? []
        : stages.map((stage, at): readonly Cell[] => [
            stage,
            reached[at] ?? 0,
            ratio(reached[at] ?? 0, clients.length),
            at === 0 ? null : ratio(reached[at] ?? 0, reached[at - 1] ?? 0),
          ]),
    chart: { kind: "bar", columns: [1] },
    note: "每一阶段包含其后各阶段；级别为到访客户曾经达到的最高级别，不是现在的级别。",
  };
};

const stepSentences = (table: Table): readonly Sentence[] => {
  const steps = table.rows.slice(1).filter((row) => typeof row[3] === "number");
  const lowest = Math.min(...steps.map((row) => Number(row[3])));
  const worst = steps.filter((row) => row[3] === lowest);
  const [first] = worst;
  return first === undefined || worst.length > 1 || lowest >= 1
    ? []
    : [
        sentence(
          table,
          `流失最多的一步：到“${String(first[0])}”只有上一阶段的 ${figure(table, first, 3)}，剩 ${figure(table, first, 1, "位")}。`,
        ),
      ];
};

export const funnel = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const clients = clientsOf(book, today).filter(({ first }) => isWithin(first, period));
  const table = funnelTable(clients);
  const now = tally<Client>({
    key: "now",
    title: { zh: "现在的情况", en: "Where they stand now" },
    label: { zh: "情况", en: "Standing" },
    items: clients,
    group: (client) => [standingOf(client)],
    measures: [{ column: { zh: "客户数", en: "Clients", kind: "count" }, of: () => 1 }],
    order: standings,
    share: true,
    chart: "column",
  });
  const byConsultant = crossTally<Client>({
    key: "team",
    title: { zh: "各置业顾问的客户", en: "By consultant" },
    label: { zh: "置业顾问", en: "Consultant" },
    items: clients,
    row: ({ consultant }) => consultant,
    column: standingOf,
    rowOrder: book.site.consultants.map(({ name }) => name),
    columnOrder: standings,
    most: 8,
    chart: "stackedBar",
  });
  const last = table.rows.at(-2);
  return {
    key: "funnel",
    title: { zh: "销售漏斗", en: "Sales funnel" },
    project: book.site.project,
    period,
    tables: [table, now, byConsultant],
    sentences:
      clients.length === 0
        ? []
        : [
            sentence(now, `${periodWording(period)}：首次来电或来访的客户 ${totalFigure(now, 1, "位")}。`),
            sentence(
              table,
              `到访 ${figure(table, table.rows[1], 1, "位")}，占登记 ${figure(table, table.rows[1], 2)}；认购 ${figure(table, last, 1, "位")}，占登记 ${figure(table, last, 2)}。`,
            ),
            ...stepSentences(table),
            ...leading(now, "位"),
          ],
    note: "按客户第一次来电或来访的日期计，看他们到现在走到哪一步；已退房的不算成交。",
  };
};
