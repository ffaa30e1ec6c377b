/** A reception at the door and the registration that follows it are one visit: the number goes into the log's row. */
import type { ClientNumber } from "../../rules/client-number";
import type { Change } from "../change";
import type { Decision } from "../decision";
import { problem } from "../problem";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import { sheetOf } from "../registration";
import { isOpen, clientCell, receptionKeys, turnView } from "./turn";
import { readTurn } from "./turn-log";
import { type AtDoor, decided, refuse } from "./turn-write";

/** Nothing where the row is gone, or has a number by now. */
const joinChange = (book: SiteBook, key: string, clientId: ClientNumber, at: AtDoor): Change | undefined => {
  const { receptions } = book.registers;
  const { turn } = readTurn(book, at.today);
  const keys = receptionKeys(turn.steps);
  const step = turn.steps.find(
    (each) => keys.get(each.log.row) === key && isOpen(each, clientCell(book, each.log)),
  );
  if (receptions === undefined || step === undefined) return undefined;
  const { row } = step.log;
  const was = cellAt(receptions, "clientId", row - receptions.firstRow);
  return { kind: "set", form: "receptions", row, key: "clientId", was, value: clientId };
};

/** A registration with the number filled into the reception it came from, written and undone together. */
export const withReception = (book: SiteBook, decision: Decision, key: string, at: AtDoor): Decision => {
  if (!decision.ok) return decision;
  const change = joinChange(book, key, decision.clientId, at);
  return change === undefined ? decision : { ...decision, changes: [...decision.changes, change] };
};

/**
 * Today's new client, registered with somebody who was not next and without a reception: the log alone decides who is
 * next (R11), so it is said.
 */
export const withoutReception = (book: SiteBook, decision: Decision, at: AtDoor): Decision => {
  if (!decision.ok) return decision;
  const visit = decision.changes.find((each) => each.kind === "append" && each.form === "visitors");
  const row = visit?.kind === "append" ? visit.row : undefined;
  const next = turnView(book, at.today).next?.name;
  const receiver = String(row?.["consultant"] ?? "");
  if (next === undefined || receiver === next || row?.["visitDate"] !== at.today) return decision;
  const said = problem("visitOutOfTurn", {
    form: "receptions",
    sheet: sheetOf(book, "receptions"),
    facts: { next, receiver },
  });
  return { ...decision, hints: [...decision.hints, said] };
};

/** The number of a client who was registered already. */
export const joinReception = (
  book: SiteBook,
  { key, clientId }: { readonly key: string; readonly clientId: ClientNumber },
  at: AtDoor,
): Decision => {
  const change = joinChange(book, key, clientId, at);
  return change === undefined
    ? refuse(book, "receptionGone")
    : decided(readTurn(book, at.today), [change], {}, clientId);
};
