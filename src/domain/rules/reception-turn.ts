/**
 * R11 (001 一之(一)(二), 000 第二章): A fixed order; the next 当值 receives the next new client and moves to the end.
 * The log alone, replayed over the fixed order, gives the line, whoever opens the workbook.
 *
 * HOW A LOG ROW IS WRITTEN (类别, 计序, 说明):
 * | 类别     | 计序 | 说明              | means |
 * |----------|------|-------------------|-------|
 * | 新客户   | 是   |                   | received by turn: to the end of the line. Out of turn it needs a 说明. |
 * | 老客户   | 否   |                   | the owner received a returning client: no turn used |
 * | 指名     | 否   |                   | asked for by name at the door: no turn used |
 * | 指名     | 是   | 电话客户          | asked for by name on the telephone: takes the turn |
 * | 义务接待 | 否   | 代王强（休息）    | helped a colleague: both keep their turns |
 * | 补接     | 否   |                   | the one make-up after an errand: the line stays as it is |
 * | 轮空     | 是   | 休息 / 放弃 / …   | the turn came and is lost: to the end of the line |
 * | 轮空     | 是   | 外派              | the turn came during an errand: to the end, and one make-up is owed |
 * | 轮空     | 否   | 休息 / 外派       | left the door; no turn has come yet. Holds for the rest of that day. |
 | 轮空     | 是   |                   | nobody there: an errand's that nobody said is over, else lost |
 * | 轮空     | 否   | 回来              | back at the door |
 * | 轮空     | 否   | 入列              | a new colleague takes the last place |
 * | 轮空     | 否   | 重排              | the line begins anew, in the fixed order, with this person |
 * | any      | any  | 作废 …            | the row does not count; it stays for people to see |
 *
 * 计序 is what people decide, so it is followed where it contradicts 类别; left empty it is what 类别 usually means.
 * Who receives is there, whatever was said before. One who is away and passed over without a row of their own loses
 * the turn just the same, though not to a client who asked for somebody by name. An errand earns one make-up, however
 * many turns and days it cost: it is one until a row says 回来 or 休息, or they receive. Next morning all are asked for,
 * whatever was said the day before; who is not there is still on the errand they were sent on, or is lost the turn. Lost
 * turns and make-ups owed do not end with the day. With two groups on alternate days, only the group of the day is in
 * line; the other keeps its places.
 */
import type { ReceptionKind } from "../forms/rotation";
import { type CalendarDay, daysBetween, type Moment } from "../kit/calendar-day";
import { type AwayNote, isAwayNote, readTurnNote, type TurnNote } from "./turn-notes";

/** A place in the fixed order. */
export interface Post {
  readonly name: string;
  /** "" for who belongs to no group: in line every day. */
  readonly group: string;
}

export interface TurnOrder {
  /** In the fixed order, each name once. */
  readonly posts: readonly Post[];
  /** Two groups on alternate days: `groups[0]` has the door on `from`. */
  readonly alternate?: { readonly groups: readonly [string, string]; readonly from: CalendarDay };
}

export interface LogRow {
  /** The caller's name for it: the sheet's row number. */
  readonly row: number;
  readonly at: Moment | CalendarDay | undefined;
  /** As the order spells the name, where it is somebody of it. */
  readonly receiver: string;
  readonly kind: ReceptionKind | undefined;
  readonly counts: boolean | undefined;
  readonly remarks: string;
}

export type AwayState = AwayNote;

/** What a row did to the line. */
export type TurnEffect =
  | "received"
  | "noTurn"
  | "madeUp"
  | "lost"
  /** Lost, and to be made up for. */
  | "owed"
  | "left"
  | "back"
  | "joined"
  | "restart"
  | "void"
  | "ignored";

export type TurnTrouble = "stranger" | "noKind" | "noteUnread" | "makeUpNotOwed" | "offDuty";

export interface TurnStep {
  readonly log: LogRow;
  readonly effect: TurnEffect;
  readonly note: TurnNote | undefined;
  readonly counts: boolean;
  /** Who was there, on duty and before the receiver in line. */
  readonly passed: readonly string[];
  /** Who was away and lost the turn by this, without a row of their own. */
  readonly missed: readonly { readonly name: string; readonly state: AwayState }[];
  readonly trouble?: TurnTrouble;
}

/** What put somebody where they are in line. */
export interface TurnMove {
  readonly step: TurnStep;
  readonly how: "received" | "lost" | "owed" | "joined";
}

export interface TurnAway {
  readonly state: AwayState;
  readonly step: TurnStep;
}

/** The line as the log has left it. */
export interface Turn {
  /** Everybody, of either group, the first first. */
  readonly queue: readonly string[];
  /** Nobody is in it who has not moved since the line began. */
  readonly moved: ReadonlyMap<string, TurnMove>;
  /** Since when the line is as it is, where it was begun anew. */
  readonly restarted: TurnStep | undefined;
  /** Make-ups owed, the oldest first. */
  readonly owed: readonly { readonly name: string; readonly step: TurnStep }[];
  /** On `day`. */
  readonly away: ReadonlyMap<string, TurnAway>;
  /** Errands, of this day or before, that nobody has said are over; whether they have cost a turn already. */
  readonly errands: ReadonlyMap<string, boolean>;
  /** The last that each person's rows said about where they are. */
  readonly lastWord: ReadonlyMap<string, { readonly is: AwayState | "there"; readonly step: TurnStep }>;
  /** Row by row, in the order of time. */
  readonly steps: readonly TurnStep[];
  readonly day: CalendarDay;
}

/** The group that has the door; nothing where all have. */
export const groupOfDay = ({ alternate }: TurnOrder, day: CalendarDay): string | undefined =>
  alternate && alternate.groups[Math.abs(daysBetween(alternate.from, day)) % 2];

export const isOnDuty = (order: TurnOrder, { group }: Post, day: CalendarDay): boolean => {
  const ofDay = groupOfDay(order, day);
  return ofDay === undefined || group === "" || group === ofDay;
};

export interface TimedRow {
  readonly log: LogRow;
  /** Its own, or that of the row above it; "" where there is none. */
  readonly time: string;
}

/** By time; rows of one minute as they stand, a row without a time with the row above it. */
export const inTime = (log: readonly LogRow[]): readonly TimedRow[] => {
  let above = "";
  return log
    .map((each) => ({ log: each, time: (above = each.at ?? above) }))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
};

/** 计序 as 类别 and 说明 usually have it. */
export const usualCounts = (kind: ReceptionKind, note: TurnNote | undefined): boolean =>
  kind === "新客户" ||
  (kind === "指名" && note === "caller") ||
  (kind === "轮空" && note !== "back" && note !== "joined" && note !== "restart");

/** 计序 that no rule knows for this 类别: a new client takes the turn, an old one does not. */
export const contradicts = ({ kind, counts, remarks }: LogRow): boolean =>
  kind !== undefined &&
  counts !== undefined &&
  (kind === "轮空" && isAwayNote(readTurnNote(remarks))
    ? false
    : counts !== usualCounts(kind, readTurnNote(remarks)));
