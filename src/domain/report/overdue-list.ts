/** 逾期跟进清单 (R5, R6): who should have been called, worst first, as it stands today. */
import type { CalendarDay } from "../kit/calendar-day";
import { maskPhone, maskTalk } from "../rules/masking";
import { dueDayWants, dueList, type DueLine, dueWants } from "../register/follow-up/due-list";
import type { SiteBook } from "../register/site";
import { beyond, type RowsAsked, rowsOfClients } from "../register/some-rows";
import type { Wanted } from "../register/wanted";
import type { Cell, Period, Report, Sentence, Table } from "./report";
import { figure, leading, sentence, totalFigure } from "./sentence";
import { crossTally, tally } from "./tally";

export const overdueWants: Wanted = dueWants;

/** A list that is called from; the worst. */
const mostListed = 500;

const overdueOf = (book: SiteBook, today: CalendarDay): readonly DueLine[] =>
  dueList(book, today).filter(({ status }) => status === "overdue");

/** What was said last is read of those alone who are listed. */
export const overdueRows = (_period: Period, today: CalendarDay): RowsAsked => ({
  first: dueDayWants,
  rowsOf: (seen) => {
    const listed = overdueOf(seen, today).slice(0, mostListed);
    return rowsOfClients(
      seen,
      listed.map(({ clientId }) => clientId),
    );
  },
  wanted: beyond(dueDayWants, overdueWants),
});

const lateBands = ["1–3天", "4–7天", "8–15天", "16–30天", "30天以上"] as const;
const lateBand = (days: number): string => {
  const at = [3, 7, 15, 30].findIndex((limit) => days <= limit);
  return lateBands[at < 0 ? lateBands.length - 1 : at] ?? "";
};

const listOf = (lines: readonly DueLine[], masked: boolean): Table => ({
  key: "list",
  title: { zh: "清单", en: "List" },
  columns: [
    { zh: "客户", en: "Client", kind: "text" },
    { zh: "客户编号", en: "Number", kind: "text" },
    { zh: "级别", en: "Grade", kind: "text" },
    { zh: "置业顾问", en: "Consultant", kind: "text" },
    { zh: "逾期天数", en: "Days late", kind: "number" },
    { zh: "应跟进", en: "Due", kind: "day" },
    { zh: "最近跟进", en: "Last contact", kind: "day" },
    { zh: "电话", en: "Phone", kind: "text" },
    { zh: "最近内容", en: "Last said", kind: "text", long: true },
  ],
  rows: lines
    .slice(0, mostListed)
    .map((line): readonly Cell[] => [
      line.name,
      line.clientId,
      line.grade,
      line.consultant,
      line.daysOverdue,
      line.due ?? null,
      line.lastContact,
      masked ? maskPhone(line.phone) : line.phone,
      masked ? maskTalk(line.lastNote) : line.lastNote,
    ]),
  ...(lines.length > mostListed && { note: `只列逾期最久的 ${mostListed} 位。` }),
});

export const overdueList = (book: SiteBook, _period: Period, today: CalendarDay): Report => {
  const lines = overdueOf(book, today);
  const team = crossTally<DueLine>({
    key: "team",
    title: { zh: "各置业顾问的逾期客户", en: "Late, by consultant" },
    label: { zh: "置业顾问", en: "Consultant" },
    items: lines,
    row: ({ consultant }) => consultant,
    column: ({ grade }) => (grade === "√" ? "√ 待签约" : `${grade} 级`),
    rowOrder: book.site.consultants.map(({ name }) => name),
    columnOrder: ["A 级", "B 级", "C 级", "D 级", "√ 待签约"],
    chart: "stackedBar",
  });
  const late = tally<DueLine>({
    key: "late",
    title: { zh: "逾期多久", en: "How late" },
    label: { zh: "逾期", en: "Days late" },
    items: lines,
    group: ({ daysOverdue }) => [lateBand(daysOverdue)],
    measures: [{ column: { zh: "客户数", en: "Clients", kind: "count" }, of: () => 1 }],
    order: lateBands,
    always: lateBands,
    share: true,
    chart: "column",
  });
  const list = listOf(lines, book.site.policies.maskPhones);
  const [worst] = list.rows;
  const whole = team.columns.length - 1;
  const sentences: readonly Sentence[] =
    worst === undefined
      ? []
      : [
          sentence(late, `逾期未跟进的客户 ${totalFigure(late, 1, "位")}。`),
          ...leading(team, "位", "逾期客户", whole),
          ...leading(late, "位"),
          sentence(
            list,
            `逾期最久：${String(worst[0])}（${String(worst[1])}），${figure(list, worst, 4, "天")}，置业顾问${String(worst[3])}。`,
          ),
        ];
  return {
    key: "overdue",
    title: { zh: "逾期跟进清单", en: "Late follow-ups" },
    project: book.site.project,
    period: { from: undefined, to: today },
    tables: [team, late, list],
    sentences,
    note: "按今天计，与“等级跟踪”的跟进状态一致。",
  };
};
