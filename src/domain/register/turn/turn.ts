/** R11 for people: who is next and why, the line, what is owed, and what each has received today. */
import type { ReceptionKind, TurnState } from "../../forms/rotation";
import { type CalendarDay, dayOf } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { lineOfDay, type NextTurn, nextTurn } from "../../rules/next-turn";
import { groupOfDay, type LogRow, type TurnStep } from "../../rules/reception-turn";
import { type Sentence, stepTold } from "../../rules/turn-wording";
import { clientAt } from "../raw-cell";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import { busySince, readTurn, type TurnReading } from "./turn-log";

export interface InLine {
  readonly name: string;
  readonly group: string;
  readonly state: TurnState;
  /** When the state began; nothing for 当值 and for what only the 状态 column says. */
  readonly since: LogRow["at"];
  /** Make-ups owed. */
  readonly owed: number;
  /** By kind, today; 轮空 only where a turn was lost. */
  readonly counts: Readonly<Partial<Record<ReceptionKind, number>>>;
}

export interface TodaysRow {
  readonly step: TurnStep;
  readonly clientId: ClientNumber | undefined;
  readonly said: Sentence;
}

/** A new client somebody has received today, and who is not in the visitors' register yet. */
export interface OpenReception {
  /** "2024-03-10 10:30|王强", the second of one minute "…|2": stays the same when rows are inserted or sorted. */
  readonly key: string;
  readonly at: LogRow["at"];
  readonly receiver: string;
  readonly kind: ReceptionKind;
  /** Whose client it will be: the receiver, or the one they helped. */
  readonly consultant: string;
}

export interface TurnView {
  /** "absent": the workbook has no such tables; "empty": nobody is in the order yet. */
  readonly state: "absent" | "empty" | "set";
  readonly next: NextTurn | undefined;
  /** Those on duty, the first first. */
  readonly line: readonly InLine[];
  /** The group that is not on duty today. */
  readonly offDuty: readonly string[];
  readonly groupToday: string | undefined;
  /** Two groups are wanted, but nobody has said on which day 一组 begins. */
  readonly alternateUnset: boolean;
  /** In the order of time. */
  readonly today: readonly TodaysRow[];
  readonly open: readonly OpenReception[];
  /** Consultants of 设置 who are not in the order. */
  readonly outside: readonly string[];
  /** What all of this follows from. */
  readonly reading: TurnReading;
}

/** "代王强（休息）" is written beside whoever helps. */
const helpedIn = (remarks: string): string | undefined =>
  /^代(.+?)(?:[（(，,：:\s]|$)/u.exec(remarks.trim())?.[1];

export const receptionKey = ({ at, receiver }: Pick<LogRow, "at" | "receiver">): string =>
  `${at ?? ""}|${receiver}`;

/**
 * By the log's row. Whoever received twice in one minute has two keys, counted over all rows: a number filled into the
 * first leaves the second's as it was.
 */
export const receptionKeys = (steps: readonly TurnStep[]): ReadonlyMap<LogRow["row"], string> => {
  const seen = new Map<string, number>();
  return new Map(
    steps.map(({ log }) => {
      const key = receptionKey(log);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [log.row, count === 1 ? key : `${key}|${count}`];
    }),
  );
};

const newKinds: ReadonlySet<ReceptionKind> = new Set(["新客户", "补接", "指名", "义务接待"]);

/** A help to a returning client has their number; one to a new client has none yet, like every new client. */
export const isOpen = ({ log, effect, note }: TurnStep, client: string): boolean =>
  client === "" &&
  log.kind !== undefined &&
  newKinds.has(log.kind) &&
  effect !== "void" &&
  effect !== "ignored" &&
  note !== "gaveUp";

const countsOf = (
  steps: readonly TurnStep[],
): ReadonlyMap<string, Partial<Record<ReceptionKind, number>>> => {
  const found = new Map<string, Partial<Record<ReceptionKind, number>>>();
  const add = (name: string, kind: ReceptionKind): void => {
    const counts = found.get(name) ?? {};
    counts[kind] = (counts[kind] ?? 0) + 1;
    found.set(name, counts);
  };
  for (const { log, effect, missed, note } of steps) {
    for (const { name } of missed) add(name, "轮空");
    if (effect === "lost" || effect === "owed") add(log.receiver, "轮空");
    else if (
      log.kind !== undefined &&
      log.kind !== "轮空" &&
      note !== "gaveUp" &&
      effect !== "void" &&
      effect !== "ignored"
    )
      add(log.receiver, log.kind);
  }
  return found;
};

const stateOf = (reading: TurnReading, name: string): Pick<InLine, "state" | "since"> => {
  const away = reading.standing.away.get(name);
  if (away !== undefined)
    return {
      state: away.state === "rest" ? "休息" : "外派",
      since: reading.byHand.has(name) ? undefined : away.step.log.at,
    };
  const busy = busySince(reading, name);
  return busy === undefined ? { state: "当值", since: undefined } : { state: "接待中", since: busy.at };
};

/** What 客户编号 of a log row holds, `/` too: who left no details is nobody to wait for (R3). */
export const clientCell = ({ registers: { receptions } }: SiteBook, { row }: LogRow): string => {
  const cell = receptions === undefined ? null : cellAt(receptions, "clientId", row - receptions.firstRow);
  return cell === null ? "" : String(cell).trim();
};

/** `book` as read by `turnWants`. */
export const turnView = (book: SiteBook, today: CalendarDay): TurnView => {
  const reading = readTurn(book, today);
  const { order, turn, standing } = reading;
  const { receptions, rotation } = book.registers;
  const steps = turn.steps.filter(({ log }) => log.at !== undefined && dayOf(log.at) === today);
  const keys = receptionKeys(steps);
  const counts = countsOf(steps);
  const line = lineOfDay(order, standing);
  const inOrder = new Set(order.posts.map(({ name }) => name));
  const { alternateDays, alternateFrom } = book.site.policies;
  return {
    state:
      rotation === undefined || receptions === undefined ? "absent" : inOrder.size === 0 ? "empty" : "set",
    next: nextTurn(order, standing),
    line: line.map((name) => ({
      name,
      group: order.posts.find((post) => post.name === name)?.group ?? "",
      ...stateOf(reading, name),
      owed: standing.owed.filter((each) => each.name === name).length,
      counts: counts.get(name) ?? {},
    })),
    offDuty: order.posts.map(({ name }) => name).filter((name) => !line.includes(name)),
    groupToday: groupOfDay(order, today),
    alternateUnset: alternateDays && alternateFrom === undefined,
    today: steps.map((step) => ({
      step,
      clientId: receptions && clientAt(receptions, "clientId", step.log.row - receptions.firstRow),
      said: stepTold(step),
    })),
    open: steps.flatMap((step): readonly OpenReception[] => {
      const { log } = step;
      if (log.kind === undefined || !isOpen(step, clientCell(book, log))) return [];
      const { at, receiver, kind, remarks } = log;
      const helped = kind === "义务接待" ? helpedIn(remarks) : undefined;
      const consultant = helped !== undefined && inOrder.has(helped) ? helped : receiver;
      return [{ key: keys.get(log.row) ?? receptionKey(log), at, receiver, kind, consultant }];
    }),
    outside: book.site.consultants
      .filter(({ name, active }) => active && !inOrder.has(name))
      .map(({ name }) => name),
    reading,
  };
};
