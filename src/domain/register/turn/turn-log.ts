/** 接待轮序's two tables as R11 sees them: the fixed order, the log, and what the 状态 column says beside it. */
import { type ReceptionKind, receptionKinds, type TurnState, turnStates } from "../../forms/rotation";
import { type CalendarDay, dayOf, momentAt } from "../../kit/calendar-day";
import type { AwayState, LogRow, Turn, TurnOrder } from "../../rules/reception-turn";
import { turnNotes } from "../../rules/turn-notes";
import { replay } from "../../rules/turn-replay";
import { plain } from "../../kit/text";
import { matchChoice } from "../match-choice";
import { momentOfCell, textAt } from "../raw-cell";
import { onRoster } from "../read-answer";
import { cellAt, type RawCell, type Register, rowNumber } from "../register";
import type { Site, SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const turnWants = {
  rotation: ["order", "consultant", "group", "state"],
  receptions: ["at", "clientId", "receiver", "kind", "counts", "remarks"],
} as const satisfies Wanted;

export interface RotationRow {
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly name: string;
  readonly order: number | undefined;
  readonly group: string;
  readonly state: TurnState | undefined;
  /** As the cell holds it, for who writes it. */
  readonly stateCell: RawCell;
}

const isState = (text: string): text is TurnState => (turnStates as readonly string[]).includes(text);
const isKind = (text: string): text is ReceptionKind => (receptionKinds as readonly string[]).includes(text);

/** A column of few different texts, each understood once. */
const once = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const made = read(text);
    known.set(text, made);
    return made;
  };
};

/** Rows with a name, as they stand. */
export const rotationRows = ({ site, registers: { rotation } }: SiteBook): readonly RotationRow[] => {
  const rows: RotationRow[] = [];
  for (let index = 0; rotation && index < rotation.count; index++) {
    const typed = textAt(rotation, "consultant", index);
    if (typed === "") continue;
    const order = Number(plain(textAt(rotation, "order", index)) || Number.NaN);
    const state = matchChoice("turnState", site.lists.turnState, textAt(rotation, "state", index)) ?? "";
    const name = onRoster(site, typed) ?? typed;
    rows.push({
      row: rowNumber(rotation, index),
      name,
      order: Number.isFinite(order) ? order : undefined,
      group:
        textAt(rotation, "group", index) ||
        (site.consultants.find((each) => each.name === name)?.group ?? ""),
      state: isState(state) ? state : undefined,
      stateCell: cellAt(rotation, "state", index),
    });
  }
  return rows;
};

const hasLeft = (site: Site, name: string): boolean =>
  site.consultants.some((each) => each.name === name && !each.active);

/** By 顺序, rows without one last; each name once; who has left the house is left out. */
const turnOrder = (site: Site, rows: readonly RotationRow[]): TurnOrder => {
  const seen = new Set<string>();
  const posts = [...rows]
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || a.row - b.row)
    .filter(({ name }) => !hasLeft(site, name) && !seen.has(name) && seen.add(name))
    .map(({ name, group }) => ({ name, group }));
  const { alternateDays, alternateFrom } = site.policies;
  const [first, second] = site.lists.group;
  return alternateDays && alternateFrom !== undefined && first !== undefined && second !== undefined
    ? { posts, alternate: { groups: [first, second], from: alternateFrom } }
    : { posts };
};

const isBlank = (register: Register, index: number): boolean =>
  turnWants.receptions.every((key) => {
    const cell = cellAt(register, key, index);
    return cell === null || cell === "";
  });

/** Rows with anything in them, as they stand. */
const logRows = ({ site, registers: { receptions } }: SiteBook, today: CalendarDay): readonly LogRow[] => {
  const kindOf = once((text) => matchChoice("receptionKind", site.lists.receptionKind, text) ?? text);
  const nameOf = once((text) => onRoster(site, text) ?? text);
  const yesOf = once((text) => matchChoice("yesNo", site.lists.yesNo, text) ?? text);
  const rows: LogRow[] = [];
  for (let index = 0; receptions && index < receptions.count; index++) {
    if (isBlank(receptions, index)) continue;
    const kind = kindOf(textAt(receptions, "kind", index));
    const counts = yesOf(textAt(receptions, "counts", index));
    rows.push({
      row: rowNumber(receptions, index),
      at: momentOfCell(cellAt(receptions, "at", index), today),
      receiver: nameOf(textAt(receptions, "receiver", index)),
      kind: isKind(kind) ? kind : undefined,
      counts: counts === "是" ? true : counts === "否" ? false : undefined,
      remarks: textAt(receptions, "remarks", index),
    });
  }
  return rows;
};

export interface TurnReading {
  readonly rows: readonly RotationRow[];
  readonly order: TurnOrder;
  readonly log: readonly LogRow[];
  /** The log alone. */
  readonly turn: Turn;
  /** With who is away now by 状态 alone. */
  readonly standing: Turn;
  /** Whose leave or errand stands only in 状态. */
  readonly byHand: ReadonlySet<string>;
  /** 状态 that says what the log said on an earlier day: no longer so. */
  readonly stale: readonly RotationRow[];
  /** 状态 that says otherwise than the log, which has them away today. */
  readonly behind: readonly RotationRow[];
}

const awayCells: Readonly<Partial<Record<TurnState, AwayState>>> = { 休息: "rest", 外派: "errand" };

/**
 * 状态 has no day, and the log decides. Who is away by the log is away, whatever 状态 says, until a row says 回来; what
 * 状态 says as the log's last word said it is that word's echo, and ends with its day. Only who is there by the log can
 * be sent away by hand: it holds as if it were said now.
 */
const handSaid = (
  rows: readonly RotationRow[],
  turn: Turn,
): Pick<TurnReading, "byHand" | "stale" | "behind"> & { readonly said: readonly LogRow[] } => {
  const said: LogRow[] = [];
  const stale: RotationRow[] = [];
  const behind: RotationRow[] = [];
  for (const each of rows) {
    const { name, state, row } = each;
    if (state === undefined || !turn.queue.includes(name)) continue;
    const cell = awayCells[state];
    const away = turn.away.get(name)?.state;
    if (cell === away) continue;
    if (away !== undefined) behind.push(each);
    else if (cell !== undefined && turn.lastWord.get(name)?.is === cell) stale.push(each);
    else if (cell !== undefined)
      said.push({
        row,
        at: momentAt(turn.day, 1439),
        receiver: name,
        kind: "轮空",
        counts: false,
        remarks: turnNotes[cell],
      });
  }
  return { said, stale, behind, byHand: new Set(said.map(({ receiver }) => receiver)) };
};

/** `book` as read by `turnWants`. */
export const readTurn = (book: SiteBook, today: CalendarDay): TurnReading => {
  const rows = rotationRows(book);
  const order = turnOrder(book.site, rows);
  const log = logRows(book, today);
  const turn = replay(order, log, today);
  const { said, ...hand } = handSaid(rows, turn);
  return { rows, order, log, turn, standing: replay(order, said, today, turn), ...hand };
};

/** With somebody since that time: the last word on them is a reception of the day, and 状态 says so too. */
export const busySince = ({ turn, rows, standing }: TurnReading, name: string): LogRow | undefined => {
  const log = turn.lastWord.get(name)?.step.log;
  if (log?.at === undefined || log.kind === "轮空" || dayOf(log.at) !== turn.day || standing.away.has(name))
    return undefined;
  return rows.some((each) => each.name === name && each.state === "接待中") ? log : undefined;
};
