import { type CalendarDay, dayOf, moment, type Moment } from "../domain/kit/calendar-day";
import { byCallability, callability } from "../domain/register/follow-up/call-order";
import { dueList, type DueLine } from "../domain/register/follow-up/due-list";
import { type OwnerCall, ownerCalls } from "../domain/register/care/owner-calls";
import { now, todayOr } from "./clock";
import { Unusable } from "./outcome";
import { readSiteAloud } from "./read-site";
import { namedFile } from "./reason";

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
const callableFrom = (at: Moment): ((line: Pick<DueLine, "trade">) => Moment) => {
  const asked = callability(at);
  return ({ trade }) => {
    const found = asked(trade);
    return found.now ? at : found.from;
  };
};

const said = (from: Moment, day: CalendarDay): string =>
  `${dayOf(from) === day ? from.slice(11) : from.slice(5)} 可打`;

type Line = DueLine | OwnerCall;

const isSleeping = (line: Line): boolean => "sleeping" in line && line.sleeping;

const columns = (line: Line, from: string): readonly string[] => [
  isSleeping(line) ? `${line.statusText}（睡眠客户）` : line.statusText,
  line.clientId,
  line.name,
  "class" in line ? `${line.grade}（${line.class}）` : line.grade,
  line.consultant,
  line.phone,
  line.due ?? "",
  [line.whenToCall?.zh ?? "", from].filter((each) => each !== "").join("；"),
  line.lastNote.replace(/\s+/gu, " ").slice(0, 24),
];

const plainOf = (line: Line, from: Moment | undefined) => ({
  clientId: line.clientId,
  name: line.name,
  grade: line.grade,
  /** The grade before the deal, of an owner to ring up (R15). */
  ownerClass: "class" in line ? line.class : null,
  consultant: line.consultant,
  phone: line.phone,
  lastContact: line.lastContact,
  due: line.due ?? null,
  status: line.statusText,
  daysOverdue: line.daysOverdue,
  sleeping: isSleeping(line),
  whenToCall: line.whenToCall?.zh ?? null,
  callableFrom: from ?? null,
});

/** Who is to be called, worst first, or who can be called first. Prints a line a client, or JSON. */
export const dueCommand = async (file: string, { json, today, consultant, at }: Options): Promise<void> => {
  const book = await namedFile(file, readSiteAloud(file));
  const day = todayOr(today);
  const known = book.site.consultants.map(({ name }) => name);
  if (consultant !== undefined && !known.includes(consultant))
    throw new Unusable(
      `--consultant：名单里没有“${consultant}”；名单上有：${known.join("、")}。(not on the roster)`,
    );
  const urgent = dueList(book, day, consultant === undefined ? {} : { consultant });
  const owned = ownerCalls(book, day).filter((line) => (consultant ?? line.consultant) === line.consultant);
  const calling = at === undefined ? undefined : momentOf(at, day);
  const ordered = <One extends Line>(lines: readonly One[]): readonly One[] =>
    calling === undefined ? lines : byCallability(lines, calling);
  const [lines, owners] = [ordered(urgent), ordered(owned)];
  const fromOf = calling === undefined ? undefined : callableFrom(calling);
  if (json) {
    const plain = ordered<Line>([...lines, ...owners]).map((line) => plainOf(line, fromOf?.(line)));
    process.stdout.write(`${JSON.stringify(plain, null, 2)}\n`);
    return;
  }
  const pressing = lines.filter(({ status }) => status === "overdue" || status === "today");
  const print = (each: readonly Line[]): void => {
    for (const line of each)
      process.stdout.write(`${columns(line, fromOf ? said(fromOf(line), day) : "").join("\t")}\n`);
  };
  print(lines);
  process.stdout.write(
    lines.length === 0
      ? `${day}：没有要跟进的客户。\n`
      : `${day}：共 ${lines.length} 位，逾期和今日 ${pressing.length} 位。\n`,
  );
  if (owners.length === 0) return;
  print(owners);
  process.stdout.write(`${day}：该打电话的老客户 ${owners.length} 位，括号里是成交前的级别。\n`);
};
