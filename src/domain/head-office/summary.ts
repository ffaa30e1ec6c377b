/** 总部汇总: every site in a line, all of them together, and sentences that state only those figures. */
import type { CalendarDay } from "../kit/calendar-day";
import type { Column, Report, Sentence, Table } from "../report/report";
import { totalCaption } from "../report/report";
import { columnAt, figure, leading, sentence, totalFigure } from "../report/sentence";
import { sumOf } from "../report/tally";
import { grades } from "../rules/grade";
import type { SiteOutline } from "./merge-shares";

export type Summary = Omit<Report, "key">;

/** What else a summary says. */
export interface SummaryAbout {
  readonly today: CalendarDay;
  readonly sites: readonly SiteOutline[];
  /** Phones seen at several sites; nothing where that cannot be known. */
  readonly across: number | undefined;
  /** Files that were given and not read. */
  readonly refused: number;
}

interface Measure {
  readonly column: Column;
  readonly of: (site: SiteOutline) => number;
}

const count = (zh: string, en: string, of: Measure["of"]): Measure => ({
  column: { zh, en, kind: "count" },
  of,
});

const siteColumn: Column = { zh: "案场", en: "Site", kind: "text" };

const tableOf = (
  key: string,
  title: Table["title"],
  measures: readonly Measure[],
  sites: readonly SiteOutline[],
  more: Pick<Table, "chart" | "note"> = {},
): Table => ({
  key,
  title,
  columns: [siteColumn, ...measures.map(({ column }) => column)],
  rows: sites.map((site) => [site.site, ...measures.map(({ of }) => of(site))]),
  total: [totalCaption.zh, ...measures.map(({ of }) => sumOf(sites.map(of)))],
  ...more,
});

/** More bars than this nobody reads. */
const mostDrawn = 20;

const deals = count("成交套数", "Deals", ({ figures }) => figures.deals);
const sold: Measure = {
  column: { zh: "成交金额", en: "Sold", kind: "yuan" },
  of: ({ figures }) => figures.sold,
};

const work: readonly Measure[] = [
  count("客户", "Clients", ({ figures }) => figures.clients),
  count("来访", "Visits", ({ figures }) => figures.visits),
  count("来电", "Calls", ({ figures }) => figures.calls),
  count("跟进", "Follow-ups", ({ figures }) => figures.followUps),
  count("逾期未跟进", "Overdue", ({ figures }) => figures.overdue),
  deals,
  sold,
];

const graded: readonly Measure[] = grades.map((grade) =>
  count(
    grade.length === 1 && grade < "Z" ? `${grade} 级` : grade,
    grade,
    ({ figures }) => figures.grades[grade],
  ),
);

const quality: readonly Measure[] = [
  count("校验错误", "Errors", ({ figures }) => figures.errors),
  count("校验警告", "Warnings", ({ figures }) => figures.warnings),
  count("看不懂的格", "Not understood", ({ notUnderstood }) => notUnderstood),
  count("缺的表和列", "Missing", ({ lacks }) => lacks.filter(({ kind }) => kind !== "ownColumn").length),
];

/** The best sellers drawn, the others together: the parts still add up. */
const drawnDeals = (sites: readonly SiteOutline[]): readonly Table[] => {
  if (sites.length <= mostDrawn) return [];
  const byDeals = [...sites].sort((a, b) => b.figures.deals - a.figures.deals || (a.site < b.site ? -1 : 1));
  const rest = byDeals.slice(mostDrawn);
  const top = tableOf("most", { zh: `成交前 ${mostDrawn} 名`, en: "Most deals" }, [deals, sold], byDeals, {
    chart: { kind: "bar", columns: [1] },
  });
  return [
    {
      ...top,
      rows: [
        ...top.rows.slice(0, mostDrawn),
        [`其余 ${rest.length} 个案场`, sumOf(rest.map(deals.of)), sumOf(rest.map(sold.of))],
      ],
    },
  ];
};

const sentencesOf = (
  work: Table,
  graded: Table,
  quality: Table,
  { sites, across, refused, today }: SummaryAbout,
): readonly Sentence[] => {
  const otherDays = sites.filter(({ asOf }) => asOf !== today);
  const total = (table: Table, caption: string, unit: string): string =>
    totalFigure(table, columnAt(table, caption), unit);
  const worst = [...work.rows].sort(
    (a, b) => Number(b[columnAt(work, "逾期未跟进")]) - Number(a[columnAt(work, "逾期未跟进")]),
  );
  const [first] = worst;
  const overdue = columnAt(work, "逾期未跟进");
  // Who is late is reckoned to a day: of several days nobody is the worst.
  const alone =
    new Set(sites.map(({ asOf }) => asOf)).size === 1 &&
    first !== undefined &&
    worst[1]?.[overdue] !== first[overdue] &&
    Number(first[overdue]) > 0;
  return [
    sentence(
      work,
      `共 ${sites.length} 个案场，客户 ${total(work, "客户", "位")}；来访 ${total(work, "来访", "组")}，来电 ${total(work, "来电", "个")}，跟进 ${total(work, "跟进", "次")}。`,
    ),
    sentence(
      work,
      `成交 ${total(work, "成交套数", "套")}，金额 ${total(work, "成交金额", "元")}；逾期未跟进 ${total(work, "逾期未跟进", "位")}。`,
    ),
    ...(otherDays.length > 0
      ? [
          sentence(
            work,
            `其中 ${otherDays.length} 个案场的数字沿用以前的汇总，不是算到今天的，各自的日子见“统计日”；要都按今天算，命令行加 --fresh。`,
          ),
        ]
      : []),
    ...(sites.length > 1 ? leading(work, "套", "成交套数", columnAt(work, "成交套数")) : []),
    ...(alone && sites.length > 1
      ? [sentence(work, `逾期未跟进：${String(first[0])}最多，${figure(work, first, overdue, "位")}。`)]
      : []),
    sentence(
      graded,
      `${grades.map((_, at) => `${graded.columns[at + 1]?.zh ?? ""} ${totalFigure(graded, at + 1, "位")}`).join("，")}。`,
    ),
    sentence(
      quality,
      `各案场的校验：错误 ${total(quality, "校验错误", "处")}，警告 ${total(quality, "校验警告", "处")}；看不懂、照原样并入的格子 ${total(quality, "看不懂的格", "个")}。`,
    ),
    ...(across === undefined
      ? []
      : [
          sentence(
            work,
            `同一电话出现在两个以上案场的有 ${across} 个${across > 0 ? "，见“跨案场客户”" : ""}。`,
          ),
        ]),
    ...(refused > 0 ? [sentence(work, `没有读成的文件 ${refused} 份，不在以上数字里，见“文件清单”。`)] : []),
  ];
};

/** Sites in the order they stand. */
export const summaryOf = (about: SummaryAbout): Summary => {
  const { sites, today } = about;
  const drawn = drawnDeals(sites);
  const main = tableOf("sites", { zh: "各案场", en: "Sites" }, work, sites, {
    note: "逾期按各案场自己的跟进政策，算到各自的统计日；成交不含已退房的。",
    ...(drawn.length === 0 && { chart: { kind: "column" as const, columns: [1, 6] } }),
  });
  const levels = tableOf("grades", { zh: "客户级别", en: "Grades" }, graded, sites, {
    ...(drawn.length === 0 && {
      chart: { kind: "stackedColumn" as const, columns: grades.map((_, at) => at + 1) },
    }),
    note: "按等级跟踪里现在的级别；没有评级的客户不计。",
  });
  const checked = tableOf("quality", { zh: "资料质量", en: "Quality" }, quality, sites);
  const dated: Table = {
    ...checked,
    columns: [...checked.columns, { zh: "统计日", en: "As of", kind: "day" }],
    rows: checked.rows.map((row, at) => [...row, sites[at]?.asOf ?? null]),
    ...(checked.total && { total: [...checked.total, null] }),
  };
  return {
    title: { zh: "总部汇总", en: "Head office" },
    project: "",
    period: { from: undefined, to: today },
    tables: [main, ...drawn, levels, dated],
    sentences: sentencesOf(main, levels, dated, about),
    note: "",
  };
};
