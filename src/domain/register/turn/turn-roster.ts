/** Decisions about who stands in line (R11): the fixed order, leave, errands, and rows that do not count. */
import { turnNotes } from "../../rules/turn-notes";
import type { Change } from "../change";
import { type Decision, nobody } from "../decision";
import { textAt } from "../raw-cell";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import { busySince, readTurn, type RotationRow, rotationRows } from "./turn-log";
import { clientCell, receptionKey } from "./turn";
import { type AtDoor, decided, logged, noted, refuse, statesSet } from "./turn-write";

const inTurn = (name: string, order: number, group: string): Change => ({
  kind: "append",
  form: "rotation",
  row: { order, consultant: name, ...(group === "" ? {} : { group }), state: "当值" },
});

const groupOf = (book: SiteBook, name: string): string =>
  book.site.consultants.find((each) => each.name === name)?.group ?? "";

/** First use: `names` in this order, or 设置's consultants as they stand there. */
export const setUpTurn = (book: SiteBook, at: AtDoor, names?: readonly string[]): Decision => {
  const reading = readTurn(book, at.today);
  if (reading.rows.length > 0) return refuse(book, "turnSetAlready");
  const chosen = names ?? book.site.consultants.filter(({ active }) => active).map(({ name }) => name);
  if (chosen.length === 0) return refuse(book, "turnNoConsultants");
  return decided(
    reading,
    chosen.map((name, index) => inTurn(name, index + 1, groupOf(book, name))),
    {},
  );
};

const setOrder = (book: SiteBook, row: RotationRow, value: number): readonly Change[] => {
  const { rotation } = book.registers;
  if (rotation === undefined || row.order === value) return [];
  const was = cellAt(rotation, "order", row.row - rotation.firstRow);
  return [{ kind: "set", form: "rotation", row: row.row, key: "order", was, value }];
};

/** The manager's new order: the line begins anew with its first, from now on. */
export const reorderTurn = (book: SiteBook, names: readonly string[], at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  const places = reading.order.posts.map(({ name }) => name);
  const [first] = names;
  if (first === undefined || [...places].sort().join() !== [...names].sort().join())
    return refuse(book, "turnRosterChanged");
  const rest = reading.rows.filter(({ name }) => !names.includes(name));
  const changes = [
    ...reading.rows.flatMap((row) =>
      setOrder(book, row, names.indexOf(row.name) + 1 || names.length + 1 + rest.indexOf(row)),
    ),
    ...(reading.log.length === 0
      ? []
      : [
          logged(
            {
              receiver: first,
              kind: "轮空",
              counts: false,
              remarks: noted(turnNotes.restart, `从${first}开始`),
            },
            at,
          ),
        ]),
  ];
  return decided(reading, changes, {});
};

/** A new colleague takes the last place, now. */
export const joinTurn = (book: SiteBook, name: string, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  if (reading.rows.some((each) => each.name === name)) return refuse(book, "turnRosterChanged");
  const last = Math.max(0, ...reading.rows.map(({ order }) => order ?? 0));
  const row = { receiver: name, kind: "轮空", counts: false, remarks: turnNotes.joined } as const;
  return decided(
    reading,
    [inTurn(name, last + 1, groupOf(book, name)), ...(reading.log.length === 0 ? [] : [logged(row, at)])],
    {},
  );
};

/** Out of the order for good; the log keeps what they have received. */
export const quitTurn = (book: SiteBook, name: string): Decision => {
  const { rotation } = book.registers;
  const rows = rotationRows(book).filter((each) => each.name === name);
  if (rotation === undefined || rows.length === 0) return refuse(book, "turnNotInLine", { name });
  const changes = rows.flatMap(({ row }) =>
    (["order", "consultant", "group", "state"] as const).flatMap((key): readonly Change[] => {
      const was = cellAt(rotation, key, row - rotation.firstRow);
      return was === null || was === ""
        ? []
        : [{ kind: "set", form: "rotation", row, key, was, value: null }];
    }),
  );
  return { ok: true, changes, clientId: nobody, hints: [] };
};

export interface Leave {
  readonly name: string;
  readonly state: "休息" | "外派";
  readonly why?: string;
}

const inLine = (book: SiteBook, name: string): Decision | undefined =>
  rotationRows(book).some((each) => each.name === name) ? undefined : refuse(book, "turnNotInLine", { name });

/** Leaves the door for the rest of the day, or until they are back. */
export const leaveDoor = (book: SiteBook, { name, state, why }: Leave, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  const remarks = noted(state === "休息" ? turnNotes.rest : turnNotes.errand, why);
  const row = logged({ receiver: name, kind: "轮空", counts: false, remarks }, at);
  return inLine(book, name) ?? decided(reading, [row], { [name]: state });
};

/** Back at the door; a make-up owed is due now. One who was only busy is free: that moves nobody and is not logged. */
export const backAtDoor = (book: SiteBook, name: string, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  const refusal = inLine(book, name);
  if (refusal !== undefined) return refusal;
  if (reading.turn.away.has(name)) {
    const row = logged({ receiver: name, kind: "轮空", counts: false, remarks: turnNotes.back }, at);
    return decided(reading, [row], { [name]: "当值" });
  }
  const set = statesSet(reading, { [name]: "当值" });
  return set.length === 0 && busySince(reading, name) === undefined
    ? refuse(book, "turnBackAlready", { name })
    : decided(reading, [], { [name]: "当值" });
};

/** 作废: a row stays for people to see and counts no more; its client's number goes into 说明, where nobody counts it. */
export const voidReception = (
  book: SiteBook,
  { row, key }: { readonly row: number; readonly key: string },
  at: AtDoor,
): Decision => {
  const { receptions } = book.registers;
  const reading = readTurn(book, at.today);
  const log = reading.log.find((each) => each.row === row);
  if (receptions === undefined || log === undefined || receptionKey(log) !== key)
    return refuse(book, "receptionGone");
  const client = clientCell(book, log);
  const index = row - receptions.firstRow;
  const remarks = [turnNotes.void, client, textAt(receptions, "remarks", index)]
    .filter((each) => each !== "")
    .join(" ");
  const set = (column: string, value: string | null): Change => ({
    kind: "set",
    form: "receptions",
    row,
    key: column,
    was: cellAt(receptions, column, index),
    value,
  });
  return decided(
    reading,
    [
      set("remarks", remarks),
      // The sheet's own formulas know nothing of 说明.
      ...(log.counts === false ? [] : [set("counts", "否")]),
      ...(client === "" ? [] : [set("clientId", null)]),
    ],
    {},
  );
};
