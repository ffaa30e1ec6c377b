/** R11: the log replayed, row by row, over the fixed order. How rows are written is said in reception-turn.ts. */
import { type CalendarDay, dayOf } from "../kit/calendar-day";
import {
  type AwayState,
  inTime,
  isOnDuty,
  type LogRow,
  type Turn,
  type TurnAway,
  type TurnMove,
  type TurnOrder,
  type TurnStep,
  usualCounts,
} from "./reception-turn";
import { isAwayNote, readTurnNote } from "./turn-notes";

interface Working {
  queue: string[];
  moved: Map<string, TurnMove>;
  restarted: TurnStep | undefined;
  owed: { readonly name: string; readonly step: TurnStep }[];
  away: Map<string, TurnAway>;
  errands: Map<string, boolean>;
  lastWord: Map<string, { readonly is: AwayState | "there"; readonly step: TurnStep }>;
  steps: TurnStep[];
  /** "" before the first row. */
  day: string;
}

const toTheEnd = (working: Working, name: string, move: TurnMove): void => {
  working.queue.splice(working.queue.indexOf(name), 1);
  working.queue.push(name);
  working.moved.set(name, move);
};

/** The turn came and nobody was there: lost, or owed once for each errand. */
const lose = (
  working: Working,
  name: string,
  state: AwayState | undefined,
  step: TurnStep,
): "lost" | "owed" => {
  const how = state === "errand" ? "owed" : "lost";
  if (how === "owed") {
    if (working.errands.get(name) !== true) working.owed.push({ name, step });
    working.errands.set(name, true);
  }
  toTheEnd(working, name, { step, how });
  return how;
};

const setOff = (working: Working, name: string, state: AwayState, step: TurnStep): void => {
  if (working.away.get(name)?.state !== state) working.away.set(name, { state, step });
  if (state === "rest") working.errands.delete(name);
  else if (!working.errands.has(name)) working.errands.set(name, false);
  working.lastWord.set(name, { is: state, step });
};

const isThere = (working: Working, name: string, step: TurnStep): void => {
  working.away.delete(name);
  working.errands.delete(name);
  working.lastWord.set(name, { is: "there", step });
};

/** Where the log has them who are not there and do not say why: of an errand nobody has said that it is over. */
const lastKnown = ({ away, errands }: Working, name: string): AwayState | undefined =>
  away.get(name)?.state ?? (errands.has(name) ? "errand" : undefined);

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** 轮空: a turn lost, or word of where somebody is. */
const emptyTurn = (working: Working, name: string, step: Mutable<TurnStep>, order: TurnOrder): void => {
  const { note } = step;
  if (step.counts) {
    const said = isAwayNote(note) ? note : note === undefined ? lastKnown(working, name) : undefined;
    if (isAwayNote(note)) setOff(working, name, note, step);
    step.effect = lose(working, name, said, step);
    return;
  }
  if (isAwayNote(note)) {
    step.effect = "left";
    setOff(working, name, note, step);
  } else if (note === "back") {
    step.effect = "back";
    isThere(working, name, step);
  } else if (note === "joined") {
    step.effect = "joined";
    isThere(working, name, step);
    toTheEnd(working, name, { step, how: "joined" });
  } else if (note === "restart") {
    step.effect = "restart";
    const names = order.posts.map((post) => post.name);
    const from = names.indexOf(name);
    working.queue = [...names.slice(from), ...names.slice(0, from)];
    working.moved.clear();
    working.restarted = step;
  } else step.trouble = "noteUnread";
};

/** Whether somebody of the order has the door on a day. */
type Duty = (name: string, day: CalendarDay) => boolean;

const dutyOf = (order: TurnOrder): Duty => {
  const posts = new Map(order.posts.map((post) => [post.name, post]));
  return (name, day) => {
    const post = posts.get(name);
    return post !== undefined && isOnDuty(order, post, day);
  };
};

const receive = (
  working: Working,
  name: string,
  step: Mutable<TurnStep>,
  day: CalendarDay,
  duty: Duty,
): void => {
  isThere(working, name, step);
  if (step.log.kind === "补接") {
    step.effect = "madeUp";
    const at = working.owed.findIndex((each) => each.name === name);
    if (at >= 0) working.owed.splice(at, 1);
    else step.trouble = "makeUpNotOwed";
  } else step.effect = "noTurn";
  if (!step.counts) return;
  if (step.effect === "noTurn") step.effect = "received";
  const onDuty = (who: string): boolean => duty(who, day);
  if (!onDuty(name)) step.trouble = "offDuty";
  const ahead = working.queue.slice(0, working.queue.indexOf(name)).filter(onDuty);
  // Asked for by name: the turn has come to nobody else.
  const cameUp = step.log.kind === "指名" ? [] : ahead;
  const missed = cameUp.flatMap((who) => {
    const state = working.away.get(who)?.state;
    return state === undefined ? [] : [{ name: who, state }];
  });
  step.missed = missed;
  const owed = new Set(working.owed.filter((each) => !working.away.has(each.name)).map((each) => each.name));
  step.passed = [
    ...[...owed].filter((who) => who !== name && onDuty(who)),
    ...ahead.filter((who) => !owed.has(who) && !working.away.has(who)),
  ];
  for (const { name: who, state } of missed) lose(working, who, state, step);
  toTheEnd(working, name, { step, how: "received" });
};

const takeStep = (working: Working, log: LogRow, day: CalendarDay, order: TurnOrder, duty: Duty): void => {
  if (day !== working.day) {
    working.away.clear();
    working.day = day;
  }
  const note = readTurnNote(log.remarks);
  const { kind, receiver } = log;
  const counts = kind !== undefined && (log.counts ?? usualCounts(kind, note));
  const step: Mutable<TurnStep> = { log, effect: "ignored", note, counts, passed: [], missed: [] };
  working.steps.push(step);
  if (note === "void") step.effect = "void";
  else if (!working.queue.includes(receiver)) step.trouble = "stranger";
  else if (kind === undefined) step.trouble = "noKind";
  else if (kind === "轮空") emptyTurn(working, receiver, step, order);
  else receive(working, receiver, step, day, duty);
};

const begin = ({ posts }: TurnOrder): Working => ({
  queue: posts.map(({ name }) => name),
  moved: new Map(),
  restarted: undefined,
  owed: [],
  away: new Map(),
  errands: new Map(),
  lastWord: new Map(),
  steps: [],
  day: "",
});

const resume = (turn: Turn): Working => ({
  queue: [...turn.queue],
  moved: new Map(turn.moved),
  restarted: turn.restarted,
  owed: [...turn.owed],
  away: new Map(turn.away),
  errands: new Map(turn.errands),
  lastWord: new Map(turn.lastWord),
  steps: [...turn.steps],
  day: turn.day,
});

/**
 * The line on `day`, from the whole log, or from `before` and what came after it. Rows of later days are left out.
 * Any log gives a line: what a row does not make clear it does not move.
 */
export const replay = (order: TurnOrder, log: readonly LogRow[], day: CalendarDay, before?: Turn): Turn => {
  const working = before ? resume(before) : begin(order);
  const duty = dutyOf(order);
  for (const { log: row, time } of inTime(log)) {
    const on = dayOf(time as CalendarDay);
    if (on <= day) takeStep(working, row, on, order, duty);
  }
  if (working.day !== day) working.away.clear();
  return { ...working, day };
};
