/**
 * 来电客户登记表, as the paper is ruled: a day's calls on a sheet, under its 时间 and 广告投放媒体及主题; a call takes two
 * lines, what was said below who called.
 */
import { registers } from "../../domain/forms/index";
import { type CalendarDay, dayOf } from "../../domain/kit/calendar-day";
import { cardAnswer, dayInWords } from "../../domain/register/card/card-answer";
import { clientAt, momentOfCell, textAt } from "../../domain/register/raw-cell";
import { cellAt, isBlankRow } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { isNothing } from "../../domain/rules/nothing-to-say";
import { type Strip, strip } from "./card-page";
import type { Leaf } from "./card-sheet";
import { projectOf, titleLook } from "./card-strips";
import { acrossPiece, type Column, fitted, heads, note, rowStrip, ruled, wide } from "./list-strips";
import type { ListPages, ListQuestion } from "./print-registers";

export const callWants: Wanted = { calls: "all" };

const form = registers.calls;

/** The paper has 联系方式 over 手机 and 其他. */
const asked: readonly (Column & { readonly key: keyof typeof form.fields })[] = [
  { key: "no", caption: "序号", room: 5, centred: true },
  { key: "calledAt", caption: "来电\n时间", room: 7, centred: true },
  { key: "name", caption: "客户姓名", room: 8, centred: true },
  { key: "mobile", caption: "手机", over: "联系方式", room: 13, centred: true },
  { key: "otherContact", caption: "其他", over: "联系方式", room: 8, share: 1, centred: true },
  { key: "channels", caption: "获知渠道", room: 8, share: 1, centred: true },
  { key: "residenceArea", caption: "现住区域", room: 8, centred: true },
  { key: "propertyType", caption: "购房类型", room: 8, share: 1, centred: true },
  { key: "layout", caption: "需求\n房型", room: 6, centred: true },
  { key: "areaBand", caption: "需求面积", room: 9, most: 9, centred: true },
  { key: "motive", caption: "购房用途", room: 8, most: 10, centred: true },
  { key: "acceptablePrice", caption: "接受价格", room: 9, centred: true },
];
/** The columns of a call's second line: captions, what was said, who took it. */
const said = { caption: [0, 2], talk: [2, 9], consultantCaption: [9, 10], consultant: [10, 12] } as const;
/** Calls the paper has room for. */
const onPaper = 8;

interface Call {
  readonly texts: readonly string[];
  readonly notes: string;
  readonly consultant: string;
  readonly advertisement: string;
}

/** By day, in the order of the register; "" is the day of calls whose time cannot be read. */
const callsByDay = (
  book: SiteBook,
  question: ListQuestion,
  today: CalendarDay,
): ReadonlyMap<CalendarDay | "", readonly Call[]> => {
  const register = book.registers.calls;
  const found = new Map<CalendarDay | "", Call[]>();
  const counted = new Map<CalendarDay | "", number>();
  const clients = question.clients && new Set(question.clients);
  const about = { site: book.site, today, masked: question.masked };
  for (let index = 0; register && index < register.count; index++) {
    if (isBlankRow(register, index)) continue;
    const answer = (key: keyof typeof form.fields): string =>
      cardAnswer(form.fields[key], cellAt(register, key, index), about);
    const at = momentOfCell(cellAt(register, "calledAt", index), today);
    const day = at === undefined ? "" : dayOf(at);
    const no = (counted.get(day) ?? 0) + 1;
    counted.set(day, no);
    const { consultant, from, to } = question;
    const client = clientAt(register, "clientId", index);
    if (consultant !== undefined && textAt(register, "consultant", index) !== consultant) continue;
    if (clients && (client === undefined || !clients.has(client))) continue;
    if ((from !== undefined || to !== undefined) && day === "") continue;
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) continue;
    const time = at === undefined ? answer("calledAt") : at.slice(11);
    const call: Call = {
      texts: asked.map(({ key }) => (key === "no" ? String(no) : key === "calledAt" ? time : answer(key))),
      notes: answer("notes"),
      consultant: answer("consultant"),
      advertisement: answer("advertisement"),
    };
    const own = found.get(day);
    if (own) own.push(call);
    else found.set(day, [call]);
  }
  return new Map([...found].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1)));
};

const talkStrip = (
  columns: readonly Column[],
  { notes, consultant }: Pick<Call, "notes" | "consultant">,
  height: number,
): Strip => {
  const caption = { ...ruled, horizontal: "center" } as const;
  return strip(
    [
      acrossPiece(columns, said.caption, form.fields.notes.caption, caption),
      acrossPiece(columns, said.talk, notes, { ...ruled, horizontal: "left" }),
      acrossPiece(columns, said.consultantCaption, form.fields.consultant.caption, caption),
      acrossPiece(columns, said.consultant, consultant, caption),
    ],
    height,
    // For a pen: what the page has left.
    { splits: true, grows: notes === "" ? 1 : 0 },
  );
};

/** A call's two lines stay together. */
const callStrips = (
  columns: readonly Column[],
  { texts, ...talk }: Pick<Call, "texts" | "notes" | "consultant">,
): readonly Strip[] => [
  { ...rowStrip(columns, texts, form.rowHeight), splits: false, leads: true },
  talkStrip(columns, talk, form.rowHeight),
];

const leafOf = (
  columns: readonly Column[],
  book: SiteBook,
  day: CalendarDay | "",
  calls: readonly Call[],
): Leaf => {
  const head = heads(columns, 36);
  const told = calls.map(({ advertisement }) => advertisement);
  const advertisements = [...new Set(told)].filter((each) => each !== "" && !isNothing(each)).join("、");
  const when = day === "" ? "____年__月__日" : dayInWords(day);
  const blank = { texts: [], notes: "", consultant: "" };
  return {
    strips: [
      wide(columns, `${projectOf(book.site)}${form.title}`, titleLook, 34),
      wide(
        columns,
        `时间：${when}　　${form.fields.advertisement.caption}：${advertisements || "________________"}`,
        { horizontal: "left" },
        22,
      ),
      ...head,
      ...(calls.length > 0
        ? calls.flatMap((call) => callStrips(columns, call))
        : Array.from({ length: onPaper }, (_, at) =>
            callStrips(columns, { ...blank, texts: [String(at + 1)] }),
          ).flat()),
      note(columns, form.note),
    ],
    again: head,
  };
};

export const callPages = (book: SiteBook, question: ListQuestion, today: CalendarDay): ListPages => {
  if (question.empty === true) {
    const columns = fitted(asked, []);
    return { columns, leaves: [leafOf(columns, book, "", [])] };
  }
  const days = [...callsByDay(book, question, today)];
  const columns = fitted(
    asked,
    days.flatMap(([, calls]) => calls.map(({ texts }) => texts)),
  );
  return { columns, leaves: days.map(([day, calls]) => leafOf(columns, book, day, calls)) };
};
