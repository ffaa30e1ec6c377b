/** 老带新 (R16): who brought whom, as deep as it goes, and what came of it. */
import type { CalendarDay } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import { clientValues, type Referrals } from "../rules/referral-tree";
import { gradeRowOf, gradeRows } from "../register/grade-rows";
import { liveDealsOf, namesOf, referralsOf, referralWants } from "../register/care/referrals";
import type { SiteBook } from "../register/site";
import type { Wanted } from "../register/wanted";
import type { Cell, Period, Report, Sentence, Table } from "./report";
import { figure, leading, sentence, totalFigure } from "./sentence";
import { tally } from "./tally";

export const referralReportWants: Wanted = referralWants;

/** Rows of the tree that anybody looks at on paper; and of the list of who brought most. */
const mostLines = 500;
const mostReferrers = 15;

const generations = ["第一代", "第二代", "第三代", "第四代", "第五代及以后"] as const;
const looped = "循环介绍";

interface Line {
  readonly client: ClientNumber;
  /** 0 for who was brought by nobody. */
  readonly depth: number;
}

/** The forest as it is read: who was brought by nobody first, everybody below who brought them. */
const forest = ({ broughtBy, brought, loops }: Referrals): readonly Line[] => {
  const inLoop = new Set(loops.flat());
  const lines: Line[] = [];
  for (const root of brought.keys()) {
    if (broughtBy.has(root) && !inLoop.has(root)) continue;
    const open: Line[] = [{ client: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      lines.push(next);
      for (const each of [...(brought.get(next.client) ?? [])].reverse())
        if (!inLoop.has(each)) open.push({ client: each, depth: next.depth + 1 });
    }
  }
  return lines;
};

export const referralReport = (book: SiteBook, _period: Period, today: CalendarDay): Report => {
  const referrals = referralsOf(book);
  const { brought, broughtBy, loops } = referrals;
  const names = namesOf(book);
  const grades = gradeRowOf(gradeRows(book, today));
  const deals = liveDealsOf(book, today);
  const homes = (client: ClientNumber): number => deals.get(client)?.length ?? 0;
  const values = clientValues(referrals, new Map([...deals].map(([client, own]) => [client, own.length])));
  const lines = forest(referrals);
  const inLoop = new Set(loops.flat());
  const clients = [
    ...lines.filter(({ depth }) => depth > 0),
    // Brought by somebody they brought: nobody can say which generation they are.
    ...[...inLoop].filter((client) => broughtBy.has(client)).map((client) => ({ client, depth: -1 })),
  ];
  const byGeneration = tally<Line>({
    key: "generations",
    title: { zh: "老带新客户", en: "Clients who were brought" },
    label: { zh: "第几代", en: "Generation" },
    items: clients,
    group: ({ depth }) => [depth < 0 ? looped : (generations[Math.min(depth, generations.length) - 1] ?? "")],
    measures: [
      { column: { zh: "客户数", en: "Clients", kind: "count" }, of: () => 1 },
      {
        column: { zh: "其中成交", en: "Bought", kind: "count" },
        of: ({ client }) => (homes(client) > 0 ? 1 : 0),
      },
      { column: { zh: "成交套数", en: "Homes", kind: "count" }, of: ({ client }) => homes(client) },
    ],
    order: [...generations, looped],
    share: true,
    rates: [{ column: { zh: "成交率", en: "Bought %", kind: "rate" }, part: 1, whole: 0 }],
    chart: "column",
  });
  const nameOf = (client: ClientNumber): string => names.get(client) ?? "";
  const worth = (client: ClientNumber): number => values.get(client)?.brought ?? 0;
  const most = [...brought.keys()]
    .sort(
      (a, b) =>
        worth(b) - worth(a) ||
        (brought.get(b)?.length ?? 0) - (brought.get(a)?.length ?? 0) ||
        (a < b ? -1 : 1),
    )
    .slice(0, mostReferrers);
  const referrers: Table = {
    key: "referrers",
    title: { zh: "谁带来的多", en: "Who brought most" },
    columns: [
      { zh: "介绍人", en: "Referrer", kind: "text" },
      { zh: "客户编号", en: "Number", kind: "text" },
      { zh: "直接介绍", en: "Brought", kind: "number" },
      { zh: "带来成交套数", en: "Homes brought", kind: "number" },
      { zh: "自己成交套数", en: "Own homes", kind: "number" },
      { zh: "客户价值（套）", en: "Value, homes", kind: "number" },
    ],
    rows: most.map((client): readonly Cell[] => [
      nameOf(client) || client,
      client,
      brought.get(client)?.length ?? 0,
      worth(client),
      homes(client),
      values.get(client)?.value ?? 0,
    ]),
    chart: { kind: "bar", columns: [2, 3] },
    ...(brought.size > mostReferrers && { note: `只列前 ${mostReferrers} 位。` }),
  };
  const tree: Table = {
    key: "tree",
    title: { zh: "介绍关系", en: "The tree" },
    columns: [
      { zh: "客户", en: "Client", kind: "text", long: true },
      { zh: "客户编号", en: "Number", kind: "text" },
      { zh: "第几代", en: "Generation", kind: "number" },
      { zh: "级别", en: "Grade", kind: "text" },
      { zh: "置业顾问", en: "Consultant", kind: "text" },
      { zh: "成交套数", en: "Homes", kind: "number" },
    ],
    rows: lines
      .slice(0, mostLines)
      .map(({ client, depth }): readonly Cell[] => [
        `${"　".repeat(Math.min(depth, 8))}${depth > 0 ? "└ " : ""}${nameOf(client) || client}`,
        client,
        depth === 0 ? null : depth,
        grades.get(client)?.grade ?? "",
        grades.get(client)?.consultant ?? "",
        homes(client),
      ]),
    ...(lines.length > mostLines && { note: `只列前 ${mostLines} 行。` }),
  };
  const [best] = referrers.rows;
  const sentences: readonly Sentence[] =
    clients.length === 0
      ? []
      : [
          sentence(
            byGeneration,
            `老带新客户 ${totalFigure(byGeneration, 1, "位")}，其中成交 ${totalFigure(byGeneration, 2, "位")}、${totalFigure(byGeneration, 3, "套")}，成交率 ${totalFigure(byGeneration, 5)}。`,
          ),
          ...leading(byGeneration, "位"),
          ...(best === undefined || best[3] === 0
            ? []
            : [
                sentence(
                  referrers,
                  `带来成交最多：${String(best[0])}（${String(best[1])}），直接介绍 ${figure(referrers, best, 2, "位")}，带来成交 ${figure(referrers, best, 3, "套")}。`,
                ),
              ]),
        ];
  return {
    key: "referrals",
    title: { zh: "老带新", en: "Referrals" },
    project: book.site.project,
    period: { from: undefined, to: today },
    tables: [byGeneration, referrers, ...(lines.length > 0 ? [tree] : [])],
    sentences,
    note: [
      "按来访登记的介绍人编号；一位客户填了几个介绍人的以先登记的为准。",
      ...(loops.length > 0 ? [`有 ${loops.length} 处循环介绍，请用“校验”改正。`] : []),
    ].join(""),
  };
};
