/** R11 over the workbook: the order as it is set up, and rows of the log that break it or cannot be understood. */
import { dayOf, daysBetween } from "../../kit/calendar-day";
import { contradicts, groupOfDay, type LogRow, type TurnStep, usualCounts } from "../../rules/reception-turn";
import { isSlipThatCounts, readTurnNote } from "../../rules/turn-notes";
import { timeTold } from "../../rules/turn-wording";
import { at, type Ground } from "./check-ground";
import { checkTurnClients } from "./check-turn-clients";
import { type Problem, problem } from "../problem";
import type { Register } from "../register";
import { clientCell, isOpen } from "../turn/turn";
import { readTurn, type RotationRow, type TurnReading } from "../turn/turn-log";

/** Days within which people still know why somebody was passed over. */
const remembered = 7;

/** 状态 that would bring back whom the log has away: the log decides. */
const behindProblems = (register: Register, { behind, turn }: TurnReading): readonly Problem[] =>
  behind.flatMap(({ row, name, stateCell }): readonly Problem[] => {
    const away = turn.away.get(name);
    if (away === undefined) return [];
    const value = away.state === "rest" ? "休息" : "外派";
    return [
      at({ register, index: row - register.firstRow }, "turnStateBehind", "state", {
        facts: { name, becomes: value, at: timeTold(away.step.log.at, turn.day) },
        fix: [{ kind: "set", form: "rotation", row, key: "state", was: stateCell, value }],
      }),
    ];
  });

/** Sent away by hand, and received somebody the same day: which came first, 状态 does not say. */
const handProblems = (register: Register, { rows, byHand, turn }: TurnReading): readonly Problem[] =>
  rows.flatMap(({ row, name, state }): readonly Problem[] => {
    const log = turn.lastWord.get(name)?.step.log;
    const received = log?.at !== undefined && log.kind !== "轮空" && dayOf(log.at) === turn.day;
    if (!byHand.has(name) || state === undefined || !received) return [];
    return [
      at({ register, index: row - register.firstRow }, "turnStateUnlogged", "state", {
        facts: { name, state, at: timeTold(log.at, turn.day), kind: log.kind ?? "" },
      }),
    ];
  });

const orderProblems = (
  register: Register,
  rows: readonly RotationRow[],
  ground: Ground,
): readonly Problem[] => {
  const problems: Problem[] = [];
  const orders = new Map<number, number>();
  const names = new Map<string, number>();
  const { alternateDays, alternateFrom } = ground.book.site.policies;
  for (const { row, name, order, group } of rows) {
    const where = { register, index: row - register.firstRow };
    const other = order === undefined ? undefined : orders.get(order);
    const twin = names.get(name);
    if (twin !== undefined)
      problems.push(at(where, "turnNameTwice", "consultant", { facts: { other: twin } }));
    else if (other !== undefined) problems.push(at(where, "turnOrderTwice", "order", { facts: { other } }));
    if (alternateDays && group === "") problems.push(at(where, "turnNoGroup", "consultant"));
    names.set(name, twin ?? row);
    if (order !== undefined && other === undefined) orders.set(order, row);
  }
  if (alternateDays && alternateFrom === undefined && rows.length > 0)
    problems.push(problem("turnAlternateUnset", { form: "rotation", sheet: register.sheet }));
  return problems;
};

/** Who joined later was not there to be passed over, though the order has them from the beginning. */
const joinedLater = (steps: readonly TurnStep[]): ReadonlyMap<string, number> => {
  const first = new Map<string, number | undefined>();
  steps.forEach(({ log, effect }, index) => {
    if (!first.has(log.receiver)) first.set(log.receiver, effect === "joined" ? index : undefined);
  });
  return new Map(
    [...first].flatMap(([name, index]) => (index === undefined ? [] : [[name, index] as const])),
  );
};

const yesNo = (counts: boolean): string => (counts ? "是" : "否");

const stepProblems = (register: Register, reading: TurnReading, ground: Ground): readonly Problem[] => {
  const { book, today } = ground;
  const { turn, order } = reading;
  const joined = joinedLater(turn.steps);
  const begun = turn.restarted === undefined ? -1 : turn.steps.indexOf(turn.restarted);
  const problems: Problem[] = [];
  turn.steps.forEach((step, index) => {
    const { log, effect, trouble, passed } = step;
    if (effect === "void") return;
    const { receiver, kind } = log;
    const where = { register, index: log.row - register.firstRow };
    const add = (code: Parameters<typeof at>[1], key: string, facts?: Parameters<typeof at>[3]): void => {
      problems.push(at(where, code, key, facts));
    };
    const day = log.at && dayOf(log.at);
    // Who is not on the roster at all is said by the blank itself; who has left the house is no problem.
    if (
      trouble === "stranger" &&
      book.site.consultants.some(({ name, active }) => active && name === receiver)
    )
      add("receiverOutside", "receiver");
    if (trouble === "noteUnread") add("turnNoteUnread", "remarks");
    else if (isSlipThatCounts(log.remarks)) add("turnSlipCounts", "remarks");
    if (trouble === "makeUpNotOwed") add("makeUpNotOwed", "kind", { facts: { receiver } });
    if (trouble !== "noteUnread" && kind !== undefined && contradicts(log)) {
      const usual = yesNo(usualCounts(kind, readTurnNote(log.remarks)));
      add("countsContradict", "counts", { facts: { kind, usual } });
    }
    if (day !== undefined && day < today && isOpen(step, clientCell(book, log)) && kind !== undefined)
      add("receptionUnregistered", "clientId", { facts: { day, receiver, kind } });
    const recent = day !== undefined && index > begun && daysBetween(day, today) <= remembered;
    if (!recent || kind !== "新客户" || !step.counts || log.remarks !== "") return;
    if (trouble === "offDuty") {
      add("turnOffDuty", "receiver", { facts: { receiver, group: groupOfDay(order, day) ?? "" } });
      return;
    }
    const before = passed.filter((name) => (joined.get(name) ?? -1) < index);
    if (before.length > 0) add("outOfTurn", "receiver", { facts: { receiver, passed: before.join("、") } });
  });
  return problems;
};

/** Said once for the log: a table that was sorted another way has thousands. */
const timeProblems = (register: Register, log: readonly LogRow[]): readonly Problem[] => {
  let above = "";
  const early = log.filter((row) => {
    const isEarly = row.at !== undefined && row.at < above;
    above = row.at ?? above;
    return isEarly;
  });
  const [first] = early;
  return first === undefined
    ? []
    : [
        at({ register, index: first.row - register.firstRow }, "logOutOfTime", "at", {
          facts: { count: early.length },
        }),
      ];
};

export const checkTurn = (ground: Ground): readonly Problem[] => {
  const { rotation, receptions } = ground.book.registers;
  if (rotation === undefined) return [];
  const reading = readTurn(ground.book, ground.today);
  return [
    ...orderProblems(rotation, reading.rows, ground),
    ...behindProblems(rotation, reading),
    ...handProblems(rotation, reading),
    ...(receptions === undefined || reading.rows.length === 0
      ? []
      : [
          ...stepProblems(receptions, reading, ground),
          ...checkTurnClients(receptions, reading.turn.steps, ground),
          ...timeProblems(receptions, reading.log),
        ]),
  ];
};
