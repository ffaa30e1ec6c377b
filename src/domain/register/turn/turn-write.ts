/** What decisions about the turn have in common: rows of the log, cells of 状态, refusals. */
import type { ReceptionKind, TurnState } from "../../forms/rotation";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { lineOfDay } from "../../rules/next-turn";
import type { AwayState } from "../../rules/reception-turn";
import { turnNotes } from "../../rules/turn-notes";
import type { Change } from "../change";
import { type Decision, nobody } from "../decision";
import { type Problem, problem } from "../problem";
import type { Answer } from "../register";
import { refused, sheetOf } from "../registration";
import type { SiteBook } from "../site";
import type { TurnReading } from "./turn-log";
import type { turn as turnWording } from "../wording/turn";

/** When an entry at the door is made. */
export interface AtDoor {
  readonly today: CalendarDay;
  readonly now: Moment;
}

export const refuse = (
  book: SiteBook,
  code: keyof typeof turnWording,
  facts: Readonly<Record<string, Answer>> = {},
): Decision => refused([problem(code, { form: "receptions", sheet: sheetOf(book, "receptions"), facts })]);

export interface NewRow {
  readonly receiver: string;
  readonly kind: ReceptionKind;
  readonly counts: boolean;
  readonly remarks?: string;
  readonly clientId?: ClientNumber | undefined;
}

export const logged = ({ receiver, kind, counts, remarks, clientId }: NewRow, { now }: AtDoor): Change => ({
  kind: "append",
  form: "receptions",
  row: {
    at: now,
    ...(clientId === undefined ? {} : { clientId }),
    receiver,
    kind,
    counts: counts ? "是" : "否",
    ...(remarks === undefined || remarks === "" ? {} : { remarks }),
  },
});

/** "外派：去银行", "放弃（签约）": the note's first words, then what people said. */
export const noted = (word: string, why = ""): string =>
  why.trim() === "" ? word : `${word}：${why.trim()}`;

const awayWords = { rest: turnNotes.rest, errand: turnNotes.errand } as const satisfies Record<
  AwayState,
  string
>;

/** 状态 as it is now, and 当值 where it still says what was so on an earlier day. */
export const statesSet = (
  { rows, stale }: TurnReading,
  states: Readonly<Record<string, TurnState>>,
): readonly Change[] =>
  rows.flatMap((each): readonly Change[] => {
    const state = states[each.name] ?? (stale.includes(each) ? "当值" : undefined);
    return state === undefined || state === each.state
      ? []
      : [{ kind: "set", form: "rotation", row: each.row, key: "state", was: each.stateCell, value: state }];
  });

/** 轮空 for everyone who is away and stands before the receiver: their turn has come and gone. */
export const lostBefore = (reading: TurnReading, receiver: string, at: AtDoor): readonly Change[] => {
  const line = lineOfDay(reading.order, reading.standing);
  const place = line.indexOf(receiver);
  return line.slice(0, Math.max(0, place)).flatMap((name) => {
    const away = reading.standing.away.get(name);
    return away === undefined
      ? []
      : [logged({ receiver: name, kind: "轮空", counts: true, remarks: awayWords[away.state] }, at)];
  });
};

export const decided = (
  reading: TurnReading,
  changes: readonly Change[],
  states: Readonly<Record<string, TurnState>>,
  clientId: ClientNumber = nobody,
  hints: readonly Problem[] = [],
): Decision => ({ ok: true, changes: [...changes, ...statesSet(reading, states)], clientId, hints });

export const isThere = ({ order, standing }: TurnReading, name: string): boolean =>
  order.posts.some((post) => post.name === name) && !standing.away.has(name);
