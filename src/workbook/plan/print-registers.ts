/**
 * The registers whose paper is a list: 来电登记 by day, 跟踪记录 by consultant and grade, 等级跟踪 with the day of each
 * step.
 */
import type { Book } from "../../book/book";
import { registers } from "../../domain/forms/index";
import { type CalendarDay, dayOf } from "../../domain/kit/calendar-day";
import { knownClients } from "../../domain/register/card-computed";
import { contactHistories } from "../../domain/register/contact-history";
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
import { wrapped } from "./card-measure";
import { across, type Piece, roomIn, type Strip, strip } from "./card-page";
import { type Leaf, sheetsOfLeaves } from "./card-sheet";
import { projectOf, titleLook } from "./card-strips";
import { bandLook, type Column, headLook, heads, note, rowStrip, wide } from "./list-strips";
import { callLeaves, callWants } from "./print-calls";

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

const followUpColumns: readonly Column[] = [
  { caption: "跟进日期", width: 5, centred: true },
  { caption: "客户编号", width: 4, centred: true },
  { caption: "客户姓名", width: 3, centred: true },
  { caption: "利益分析", width: 5, centred: false },
  { caption: "针对策略", width: 5, centred: false },
  { caption: "跟踪情况", width: 9, centred: false },
  { caption: "客户反馈", width: 4, centred: false },
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

const followUpLeaf = (book: SiteBook, consultant: string, lines: readonly FollowUpLine[]): Leaf => {
  const form = registers.followUps;
  const head = heads(followUpColumns, form.rowHeight);
  return {
    strips: [
      wide(`${projectOf(book.site)}${form.title}`, titleLook, 34),
      wide(`置业顾问：${consultant || "________"}`, { horizontal: "left" }, 22),
      head,
      ...groups.flatMap((group): readonly Strip[] => {
        const own = lines.filter((line) => line.group === group).sort(byPlace);
        if (own.length === 0 && !onPaper.has(group)) return [];
        const blank = lines.length === 0 ? 4 : 1;
        return [
          wide(groupTitles[group], bandLook, form.rowHeight),
          ...(own.length === 0
            ? Array.from({ length: blank }, () => rowStrip(followUpColumns, [], form.rowHeight))
            : own.map(({ texts }) => rowStrip(followUpColumns, texts, form.rowHeight))),
        ];
      }),
      note(form.note),
    ],
    again: head,
  };
};

const followUpLeaves = (book: SiteBook, question: ListQuestion, today: CalendarDay): readonly Leaf[] => {
  if (question.empty === true) return [followUpLeaf(book, "", [])];
  const by = new Map<string, FollowUpLine[]>(
    book.site.consultants.map(({ name }) => [name, []] as [string, FollowUpLine[]]),
  );
  for (const line of followUpLines(book, question, today)) {
    const own = by.get(line.consultant);
    if (own) own.push(line);
    else by.set(line.consultant, [line]);
  }
  return [...by].flatMap(([name, lines]) => (lines.length === 0 ? [] : [followUpLeaf(book, name, lines)]));
};

const gradeColumns: readonly Column[] = [
  { caption: "NO.", width: 2, centred: true },
  { caption: "时间", width: 4, centred: true },
  { caption: "客户编号", width: 4, centred: true },
  { caption: "客户姓名", width: 3, centred: true },
  { caption: "客户级别", width: 2, centred: true },
  { caption: "置业顾问", width: 3, centred: true },
  ...reachedOrder.map((grade): Column => ({ caption: grade, width: 2, centred: true })),
  { caption: "备注情况", width: 5, centred: false },
];

/** "11-08" within the year of the first contact; another year stands above it. */
const shortDay = (day: CalendarDay | undefined, first: CalendarDay | undefined): string => {
  if (day === undefined) return "";
  const short = day.slice(5);
  return first !== undefined && day.slice(0, 4) === first.slice(0, 4)
    ? short
    : `${day.slice(0, 4)}\n${short}`;
};

const gradeLeaf = (book: SiteBook, question: ListQuestion, today: CalendarDay): Leaf | undefined => {
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
              first ?? "",
              clientId,
              known.get(clientId)?.name ?? "",
              grade ?? "",
              consultant,
              ...reachedOrder.map((each) => shortDay(reached[each], first)),
              question.masked ? maskTalk(remarks) : remarks,
            ],
          ];
        });
  if (rows.length === 0 && question.empty !== true) return undefined;
  const before = gradeColumns.slice(0, 6);
  const wideBefore = before.reduce((sum, { width }) => sum + width, 0);
  const bands = strip(
    [
      [0, wideBefore, ""],
      [wideBefore, 2 * reachedOrder.length, "升级情况"],
      [wideBefore + 2 * reachedOrder.length, 5, ""],
    ].map(([left, width, text]): Piece => ({
      left: Number(left),
      width: Number(width),
      lines: wrapped(String(text), roomIn(Number(width))),
      look: headLook,
    })),
    20,
    { leads: true },
  );
  const head = heads(gradeColumns, 36);
  const lines = rows.length === 0 ? Array.from({ length: 18 }, () => [] as string[]) : rows;
  return {
    strips: [
      wide(`${projectOf(book.site)}${form.title}`, titleLook, 34),
      bands,
      head,
      ...lines.map((texts, index) =>
        rowStrip(gradeColumns, rows.length === 0 ? [] : [String(index + 1), ...texts], form.rowHeight),
      ),
      note(form.note),
    ],
    again: head,
  };
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

const leavesOf = (book: SiteBook, question: ListQuestion, today: CalendarDay): readonly Leaf[] => {
  switch (question.list) {
    case "calls":
      return callLeaves(book, question, today);
    case "followUps":
      return followUpLeaves(book, question, today);
    case "grades": {
      const leaf = gradeLeaf(book, question, today);
      return leaf === undefined ? [] : [leaf];
    }
  }
};

/** @returns nothing where no row answers the question. */
export const printList = (book: SiteBook, question: ListQuestion, today: CalendarDay): Book | undefined => {
  const { title } = registers[question.list];
  const leaves = leavesOf(book, question, today);
  if (leaves.length === 0) return undefined;
  const sheets = sheetsOfLeaves(
    leaves,
    {
      name: question.sheet ?? `打印-${registers[question.list].sheet}`,
      leftFooter: inHeader(`${projectOf(book.site)}${title}`),
    },
    across,
  );
  return { sheets, names: [] };
};
