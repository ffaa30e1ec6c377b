import { type CalendarDay, dayOf, moment, type Moment } from "../domain/kit/calendar-day";
import { byCallability, callability } from "../domain/register/call-order";
import { dueList, type DueLine } from "../domain/register/due-list";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { now, todayOr } from "./clock";
import { readBytes } from "./files";
import { Unusable } from "./outcome";

interface Options {
  readonly json?: boolean;
  readonly today?: string;
  readonly consultant?: string;
  /** "14:30"; true where no time was given: now. */
  readonly at?: string | true;
}

/** `--at 14:30` on the day that is reckoned with, or the machine's time. */
const momentOf = (given: string | true, day: CalendarDay): Moment => {
  const time = given === true ? now().slice(11) : given.padStart(5, "0");
  const at = moment(`${day} ${time}`);
  if (at === undefined)
    throw new Unusable(`--at：“${String(given)}”不是时刻；请写成 14:30 的样子。(--at: not a time)`);
  return at;
};

/** From when somebody of this trade can be called: the moment itself where they can be called then. */
const callableFrom = (at: Moment): ((line: DueLine) => Moment) => {
  const asked = callability(at);
  return ({ trade }) => {
    const found = asked(trade);
    return found.now ? at : found.from;
  };
};

const said = (from: Moment, day: CalendarDay): string =>
  `${dayOf(from) === day ? from.slice(11) : from.slice(5)} 可打`;

const columns = (line: DueLine, from: string): readonly string[] => [
  line.sleeping ? `${line.statusText}（睡眠客户）` : line.statusText,
  line.clientId,
  line.name,
  line.grade,
  line.consultant,
  line.phone,
  line.due ?? "",
  [line.whenToCall?.zh ?? "", from].filter((each) => each !== "").join("；"),
  line.lastNote.replace(/\s+/gu, " ").slice(0, 24),
];

/** Who is to be called, worst first, or who can be called first. Prints a line a client, or JSON. */
export const dueCommand = async (file: string, { json, today, consultant, at }: Options): Promise<void> => {
  const book = await readSiteFile(await readBytes(file));
  const day = todayOr(today);
  const known = book.site.consultants.map(({ name }) => name);
  if (consultant !== undefined && !known.includes(consultant))
    throw new Unusable(
      `--consultant：名单里没有“${consultant}”；名单上有：${known.join("、")}。(not on the roster)`,
    );
  const urgent = dueList(book, day, consultant === undefined ? {} : { consultant });
  const calling = at === undefined ? undefined : momentOf(at, day);
  const lines = calling === undefined ? urgent : byCallability(urgent, calling);
  const fromOf = calling === undefined ? undefined : callableFrom(calling);
  if (json) {
    const plain = lines.map((line) => ({
      clientId: line.clientId,
      name: line.name,
      grade: line.grade,
      consultant: line.consultant,
      phone: line.phone,
      lastContact: line.lastContact,
      due: line.due ?? null,
      status: line.statusText,
      daysOverdue: line.daysOverdue,
      sleeping: line.sleeping,
      whenToCall: line.whenToCall?.zh ?? null,
      callableFrom: fromOf?.(line) ?? null,
    }));
    process.stdout.write(`${JSON.stringify(plain, null, 2)}\n`);
    return;
  }
  const pressing = lines.filter(({ status }) => status === "overdue" || status === "today");
  for (const line of lines)
    process.stdout.write(`${columns(line, fromOf ? said(fromOf(line), day) : "").join("\t")}\n`);
  process.stdout.write(
    lines.length === 0
      ? `${day}：没有要跟进的客户。\n`
      : `${day}：共 ${lines.length} 位，逾期和今日 ${pressing.length} 位。\n`,
  );
};
