/**
 * The registers whose paper is a list: 来电登记 by day, 跟踪记录 by consultant and grade, 等级跟踪 with the day of each
 * step.
 */
import type { Book } from "../../book/book";
import { registers } from "../../domain/forms/index";
import { type CalendarDay, dayOf } from "../../domain/kit/calendar-day";
import { knownClients } from "../../domain/register/card/card-computed";
import { contactHistories } from "../../domain/register/follow-up/contact-history";
import { gradeRows, gradeWants, reachedOrder } from "../../domain/register/grade-rows";
import { clientAt, momentOfCell, textAt } from "../../domain/register/raw-cell";
import { spelled } from "../../domain/register/read-answer";
import { cellAt } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import type { Grade } from "../../domain/rules/grade";
import { maskTalk } from "../../domain/rules/masking";
import { inHeader } from "./card";
import type { Strip } from "./card-page";
import { type Leaf, sheetsOfLeaves } from "./card-sheet";
import { projectOf, titleLook } from "./card-strips";
import { bandLook, type Column, fitted, heads, lieOf, note, rowStrip, wide } from "./list-strips";
import { callPages, callWants } from "./print-calls";

export const listPrints = ["calls", "followUps", "grades"] as const;
export type ListPrint = (typeof listPrints)[number];

export interface ListQuestion {
  readonly list: ListPrint;
  readonly clients?: readonly ClientNumber[];
  readonly consultant?: string;
  readonly from?: CalendarDay;
  readonly to?: CalendarDay;
  readonly masked: boolean;
  readonly empty?: boolean;
  readonly sheet?: string;
}

/** Nothing where no row answers the question. */
export interface ListPages {
  /** As wide as all of the sheet's rows let them be. */
  readonly columns: readonly Column[];
  readonly leaves: readonly Leaf[];
}

const followUpColumns: readonly Column[] = [
  { caption: "跟进日期", room: 10, centred: true },
  { caption: "客户编号", room: 9, most: 14, centred: true },
  { caption: "客户姓名", room: 8, centred: true },
  { caption: "利益分析", room: 10, share: 5, centred: false },
  { caption: "针对策略", room: 10, share: 5, centred: false },
  { caption: "跟踪情况", room: 10, share: 10, centred: false },
  { caption: "客户反馈", room: 10, share: 4, centred: false },
];

type Group = Grade | "";
/** The paper has A, B and C; the others follow where there is something to say of them. */
const groups: readonly Group[] = ["A", "B", "C", "D", "√", "×", ""];
const onPaper: ReadonlySet<Group> = new Set(["A", "B", "C"]);
const groupTitles: Readonly<Record<Group, string>> = {
  A: "A级客户",
  B: "B级客户",
  C: "C级客户",
  D: "D级客户",
  "√": "√ 成交客户",
  "×": "× 无望客户",
  "": "未定级客户",
};

interface FollowUpLine {
  readonly consultant: string;
  readonly group: Group;
  readonly clientId: ClientNumber;
  readonly at: string;
  readonly texts: readonly string[];
}

const followUpLines = (
  book: SiteBook,
  question: ListQuestion,
  today: CalendarDay,
): readonly FollowUpLine[] => {
  const register = book.registers.followUps;
  if (register === undefined) return [];
  const graded = new Map(gradeRows(book, today).map((row) => [row.clientId, row.grade]));
  const known = knownClients(book, today);
  const { from, to } = question;
  const consultant = question.consultant === undefined ? undefined : spelled(book.site, question.consultant);
  const clients = question.clients && new Set(question.clients);
  const said = (key: string, index: number): string => {
    const text = textAt(register, key, index);
    return question.masked ? maskTalk(text) : text;
  };
  const lines: FollowUpLine[] = [];
  for (let index = 0; index < register.count; index++) {
    const clientId = clientAt(register, "clientId", index);
    const at = momentOfCell(cellAt(register, "contactedAt", index), today);
    const by = spelled(book.site, textAt(register, "consultant", index));
    if (clientId === undefined || at === undefined) continue;
    if ((clients && !clients.has(clientId)) || (consultant !== undefined && by !== consultant)) continue;
    const day = dayOf(at);
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) continue;
    const method = said("method", index);
    lines.push({
      consultant: by,
      group: graded.get(clientId) ?? "",
      clientId,
      at,
      texts: [
        at.replace(" ", "\n"),
        clientId,
        known.get(clientId)?.name ?? "",
        said("interests", index),
        said("strategy", index),
        [method, said("notes", index)].filter((each) => each !== "").join("："),
        said("feedback", index),
      ],
    });
  }
  return lines;
};

const byPlace = (a: FollowUpLine, b: FollowUpLine): number =>
  a.clientId === b.clientId ? (a.at < b.at ? -1 : 1) : a.clientId < b.clientId ? -1 : 1;

const followUpLeaf = (
  columns: readonly Column[],
  book: SiteBook,
  consultant: string,
  lines: readonly FollowUpLine[],
): Leaf => {
  const form = registers.followUps;
  const head = heads(columns, form.rowHeight);
  return {
    strips: [
      wide(columns, `${projectOf(book.site)}${form.title}`, titleLook, 34),
      wide(columns, `置业顾问：${consultant || "________"}`, { horizontal: "left" }, 22),
      ...head,
      ...groups.flatMap((group): readonly Strip[] => {
        const own = lines.filter((line) => line.group === group).sort(byPlace);
        if (own.length === 0 && !onPaper.has(group)) return [];
        const blank = lines.length === 0 ? 4 : 1;
        return [
          wide(columns, groupTitles[group], bandLook, form.rowHeight),
          ...(own.length === 0
            ? Array.from({ length: blank }, () => rowStrip(columns, [], form.rowHeight))
            : own.map(({ texts }) => rowStrip(columns, texts, form.rowHeight))),
        ];
      }),
      note(columns, form.note),
    ],
    again: head,
  };
};

const followUpPages = (book: SiteBook, question: ListQuestion, today: CalendarDay): ListPages => {
  if (question.empty === true) {
    const columns = fitted(followUpColumns, []);
    return { columns, leaves: [followUpLeaf(columns, book, "", [])] };
  }
  const by = new Map<string, FollowUpLine[]>(
    book.site.consultants.map(({ name }) => [name, []] as [string, FollowUpLine[]]),
  );
  const all = followUpLines(book, question, today);
  const columns = fitted(
    followUpColumns,
    all.map(({ texts }) => texts),
  );
  for (const line of all) {
    const own = by.get(line.consultant);
    if (own) own.push(line);
    else by.set(line.consultant, [line]);
  }
  return {
    columns,
    leaves: [...by].flatMap(([name, lines]) =>
      lines.length === 0 ? [] : [followUpLeaf(columns, book, name, lines)],
    ),
  };
};

const gradeColumns: readonly Column[] = [
  { caption: "NO.", room: 4, most: 6, centred: true },
  { caption: "时间", room: 8, centred: true },
  { caption: "客户编号", room: 9, centred: true, shrinks: true },
  { caption: "客户\n姓名", room: 6, most: 8, centred: true, shrinks: true },
  { caption: "客户\n级别", room: 4, centred: true },
  { caption: "置业\n顾问", room: 4, most: 6, centred: true, shrinks: true },
  ...reachedOrder.map((grade): Column => ({
    caption: grade,
    over: "升级情况",
    room: 8,
    least: 7,
    centred: true,
    shrinks: true,
  })),
  { caption: "备注情况", room: 8, share: 1, centred: false },
];
/** Lines of the empty form: a page. */
const gradeLines = 24;

/** "26.11.8": with its year on one line. */
const shortDay = (day: CalendarDay | undefined): string =>
  day === undefined ? "" : `${day.slice(2, 4)}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;

const gradePages = (book: SiteBook, question: ListQuestion, today: CalendarDay): ListPages => {
  const form = registers.grades;
  const known = knownClients(book, today);
  const histories = contactHistories(book, today);
  const clients = question.clients && new Set(question.clients);
  const asked = question.consultant === undefined ? undefined : spelled(book.site, question.consultant);
  const rows =
    question.empty === true
      ? []
      : gradeRows(book, today).flatMap(({ clientId, consultant, reached, grade, register, index }) => {
          if (asked !== undefined && consultant !== asked) return [];
          const first = histories.get(clientId)?.first;
          if (clients && !clients.has(clientId)) return [];
          if (question.from !== undefined && (first === undefined || first < question.from)) return [];
          if (question.to !== undefined && (first === undefined || first > question.to)) return [];
          const remarks = textAt(register, "remarks", index);
          return [
            [
              shortDay(first),
              clientId,
              known.get(clientId)?.name ?? "",
              grade ?? "",
              consultant,
              ...reachedOrder.map((each) => shortDay(reached[each])),
              question.masked ? maskTalk(remarks) : remarks,
            ],
          ];
        });
  if (rows.length === 0 && question.empty !== true) return { columns: gradeColumns, leaves: [] };
  const numbered = rows.map((texts, index) => [String(index + 1), ...texts]);
  const columns = fitted(gradeColumns, numbered);
  const head = heads(columns, 36);
  const lines = rows.length === 0 ? Array.from({ length: gradeLines }, () => [] as string[]) : numbered;
  const leaf: Leaf = {
    strips: [
      wide(columns, `${projectOf(book.site)}${form.title}`, titleLook, 34),
      ...head,
      ...lines.map((texts) => rowStrip(columns, texts, form.rowHeight)),
      note(columns, form.note),
    ],
    again: head,
  };
  return { columns, leaves: [leaf] };
};

export const listWants = (list: ListPrint): Wanted =>
  list === "calls"
    ? callWants
    : {
        visitors: ["clientId", "name", "visitDate", "notes", "consultant"],
        calls: ["clientId", "name", "calledAt", "notes", "consultant"],
        grades: list === "grades" ? [...gradeWants, "remarks"] : gradeWants,
        followUps: "all",
      };

const pagesOf = (book: SiteBook, question: ListQuestion, today: CalendarDay): ListPages => {
  switch (question.list) {
    case "calls":
      return callPages(book, question, today);
    case "followUps":
      return followUpPages(book, question, today);
    case "grades":
      return gradePages(book, question, today);
  }
};

/** @returns nothing where no row answers the question. */
export const printList = (book: SiteBook, question: ListQuestion, today: CalendarDay): Book | undefined => {
  const { title } = registers[question.list];
  const { columns, leaves } = pagesOf(book, question, today);
  if (leaves.length === 0) return undefined;
  const sheets = sheetsOfLeaves(
    leaves,
    {
      name: question.sheet ?? `打印-${registers[question.list].sheet}`,
      leftFooter: inHeader(`${projectOf(book.site)}${title}`),
    },
    lieOf(columns),
  );
  return { sheets, names: [] };
};
