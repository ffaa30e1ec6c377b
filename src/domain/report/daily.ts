/** 日报: calls and visits of a day, who received them, what brought them, which grades moved; for the 晚例会 (000). */
import { type CalendarDay, daysBetween } from "../kit/calendar-day";
import { type Grade, isDemotion, latestReached, type ReachedDays } from "../rules/grade";
import { maskTalk } from "../rules/masking";
import { gradeRowOf, gradeRows, reachedOrder } from "../register/grade-rows";
import type { SiteBook } from "../register/site";
import type { RowsAsked } from "../register/some-rows";
import type { Wanted } from "../register/wanted";
import {
  type Happening,
  type HappeningKind,
  happeningFirst,
  happeningKinds,
  happeningRows,
  happeningsOf,
  happeningWants,
  withoutTalks,
} from "./happenings";
import { isOneDay, isWithin, periodWording } from "./period";
import type { Cell, Column, Period, Report, Sentence, Table } from "./report";
import { columnAt, figure, leading, sentence, totalFigure } from "./sentence";
import { type Measure, tally } from "./tally";

export const dailyWants: Wanted = happeningWants;

/** Lists of what was said are for the meeting: of a week at most. */
const mostDaysListed = 7;
const isListed = ({ from, to }: Period): boolean =>
  from !== undefined && daysBetween(from, to) < mostDaysListed;

const dailyFirst = happeningFirst(dailyWants);

export const dailyRows = (period: Period, today: CalendarDay): RowsAsked =>
  happeningRows(
    dailyFirst,
    isListed(period) ? dailyWants : withoutTalks(dailyWants, period),
    [period],
    today,
  );

export const happeningColumns: Readonly<Record<HappeningKind, Column>> = {
  来电: { zh: "来电", en: "Calls", kind: "count" },
  新来访: { zh: "新来访", en: "New visits", kind: "count" },
  复访: { zh: "复访", en: "Return visits", kind: "count" },
  跟进: { zh: "跟进", en: "Follow-ups", kind: "count" },
  认购: { zh: "认购", en: "Subscribed", kind: "count" },
};

const byConsultant = (book: SiteBook, happenings: readonly Happening[]): Table => {
  const measure = (kind: HappeningKind): Measure<Happening> => ({
    column: happeningColumns[kind],
    of: (each) => (each.kind === kind ? 1 : 0),
  });
  const active = book.site.consultants.filter((each) => each.active).map(({ name }) => name);
  const table = tally<Happening>({
    key: "team",
    title: { zh: "来访来电（按置业顾问）", en: "Calls and visits by consultant" },
    label: { zh: "置业顾问", en: "Consultant" },
    items: happenings,
    group: ({ consultant }) => [consultant],
    measures: [
      measure("来电"),
      measure("新来访"),
      measure("复访"),
      measure("跟进"),
      measure("认购"),
      { column: { zh: "认购金额", en: "Amount", kind: "yuan" }, of: ({ amount }) => amount },
    ],
    order: book.site.consultants.map(({ name }) => name),
    always: active,
  });
  return { ...table, chart: { kind: "stackedColumn", columns: [1, 2, 3, 4] } };
};

const channelTable = (book: SiteBook, happenings: readonly Happening[]): Table => {
  const items = happenings.filter(({ kind }) => kind === "来电" || kind === "新来访");
  const table = tally<Happening>({
    key: "channels",
    title: { zh: "来电来访的途径", en: "What brought them" },
    label: { zh: "途径", en: "Channel" },
    items,
    group: ({ channels }) => channels,
    measures: [
      { column: { zh: "人次", en: "Mentions", kind: "count" }, of: () => 1 },
      { column: happeningColumns.来电, of: ({ kind }) => (kind === "来电" ? 1 : 0) },
      { column: happeningColumns.新来访, of: ({ kind }) => (kind === "新来访" ? 1 : 0) },
    ],
    order: book.site.lists.channels,
    share: true,
    most: 12,
    chart: "bar",
    note: "一位客户可有几种途径，按人次计。",
  });
  return { ...table, chart: { kind: "stackedBar", columns: [2, 3] } };
};

const gradeNames: Readonly<Record<Grade, string>> = {
  D: "定为 D 级",
  C: "定为 C 级",
  B: "升到 B 级",
  A: "升到 A 级",
  "√": "√ 成交",
  "×": "× 无望",
};
const downTo = (grade: Grade): string => `降到 ${grade} 级`;

const daysIn = (reached: ReachedDays, holds: (day: CalendarDay) => boolean): ReachedDays =>
  Object.fromEntries(Object.entries(reached).filter(([, day]) => holds(day)));

/**
 * Where a client stands at the end of the time, and that it is lower than before it: C to B to A in a day is one move to
 * A. A client is counted once, whatever lies between.
 */
const moveOf = (reached: ReachedDays, period: Period): string | undefined => {
  const to = latestReached(daysIn(reached, (day) => isWithin(day, period)));
  if (to === undefined) return undefined;
  const { from: first } = period;
  const from = first === undefined ? undefined : latestReached(daysIn(reached, (day) => day < first));
  return from !== undefined && isDemotion(from, to) ? downTo(to) : gradeNames[to];
};

const gradeTable = (book: SiteBook, period: Period, today: CalendarDay): Table => {
  const moves = [...gradeRowOf(gradeRows(book, today)).values()].flatMap(
    ({ reached }) => moveOf(reached, period) ?? [],
  );
  const always = reachedOrder.map((grade) => gradeNames[grade]);
  return tally<string>({
    key: "grades",
    title: { zh: "级别变动", en: "Grades that moved" },
    label: { zh: "级别", en: "Grade" },
    items: moves,
    group: (move) => [move],
    measures: [{ column: { zh: "客户数", en: "Clients", kind: "count" }, of: () => 1 }],
    order: [...always, ...reachedOrder.map(downTo)],
    always,
    chart: "column",
    note: "一位客户只算一次，按期末的级别。",
  });
};

const listed = (book: SiteBook, happenings: readonly Happening[], today: CalendarDay): Table => {
  const grades = gradeRowOf(gradeRows(book, today));
  const { maskPhones } = book.site.policies;
  const inOrder = [...happenings].sort((a, b) => {
    const [one, other] = [a.at ?? "", b.at ?? ""];
    return one < other
      ? -1
      : one > other
        ? 1
        : happeningKinds.indexOf(a.kind) - happeningKinds.indexOf(b.kind);
  });
  return {
    key: "list",
    title: { zh: "逐条清单", en: "One by one" },
    columns: [
      { zh: "时间", en: "Time", kind: "text" },
      { zh: "事项", en: "What", kind: "text" },
      { zh: "客户", en: "Client", kind: "text" },
      { zh: "客户编号", en: "Number", kind: "text" },
      { zh: "级别", en: "Grade", kind: "text" },
      { zh: "置业顾问", en: "Consultant", kind: "text" },
      { zh: "洽谈内容", en: "What was said", kind: "text", long: true },
    ],
    rows: inOrder.map(({ at, kind, client, name, consultant, notes }): readonly Cell[] => [
      at === undefined ? "" : at.slice(5),
      kind,
      name,
      client ?? "",
      (client === undefined ? undefined : grades.get(client)?.grade) ?? "",
      consultant,
      maskPhones ? maskTalk(notes) : notes,
    ]),
  };
};

const sentencesOf = (team: Table, channels: Table, grades: Table, period: Period): readonly Sentence[] => {
  if (team.rows.length === 0) return [];
  const at = (caption: string): number => columnAt(team, caption);
  const total = (caption: string, unit: string): string =>
    `${caption} ${totalFigure(team, at(caption), unit)}`;
  const bought = team.total?.[at("认购")] ?? 0;
  const counts = [
    total("来电", "个"),
    total("新来访", "组"),
    total("复访", "组"),
    total("跟进", "次"),
    ...(bought === 0
      ? ["认购 0 套"]
      : [`${total("认购", "套")}，金额 ${totalFigure(team, at("认购金额"), "元")}`]),
  ];
  const quiet = team.rows.filter((row) =>
    ["来电", "新来访", "复访", "跟进"].every((caption) => row[at(caption)] === 0),
  );
  const moved = grades.rows.filter((row) => row[1] !== 0);
  return [
    sentence(team, `${periodWording(period)}：${counts.join("，")}。`),
    ...leading(team, "组", "新来访", at("新来访")),
    ...(quiet.length === 0 || !isOneDay(period)
      ? []
      : [sentence(team, `没有来电、来访和跟进记录的：${quiet.map((row) => String(row[0])).join("、")}。`)]),
    ...leading(channels, "人次", "途径"),
    ...(moved.length === 0
      ? []
      : [
          sentence(
            grades,
            `级别变动：${moved.map((row) => `${String(row[0])} ${figure(grades, row, 1, "位")}`).join("，")}。`,
          ),
        ]),
  ];
};

export const daily = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const happenings = happeningsOf(book, period, today);
  const team = byConsultant(book, happenings);
  const channels = channelTable(book, happenings);
  const grades = gradeTable(book, period, today);
  const listing = isListed(period);
  return {
    key: "daily",
    title: {
      zh: isOneDay(period) ? "日报" : "来访来电汇总",
      en: isOneDay(period) ? "Daily" : "Calls and visits",
    },
    project: book.site.project,
    period,
    tables: [team, channels, grades, ...(listing ? [listed(book, happenings, today)] : [])],
    sentences: sentencesOf(team, channels, grades, period),
    note: [
      "来电、新来访按登记表，复访、跟进按跟踪记录，认购按成交报告的认购日期。",
      ...(listing ? [] : [`逐条清单只列 ${mostDaysListed} 天以内的。`]),
    ].join(""),
  };
};
