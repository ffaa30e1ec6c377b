/** Decisions at the door (R11): who has received whom, and what it did to the turn. */
import type { ClientNumber } from "../../rules/client-number";
import { lineOfDay, nextTurn, type NextTurn } from "../../rules/next-turn";
import { turnNotes } from "../../rules/turn-notes";
import type { Decision } from "../decision";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import type { SiteBook } from "../site";
import { hopelessWaits } from "../ownership/hopeless-waits";
import { ofEntry } from "../registration";
import { ownerOf, standings } from "../standing";
import { busySince, readTurn, type TurnReading, turnWants } from "./turn-log";
import { type AtDoor, decided, isThere, logged, lostBefore, noted, refuse } from "./turn-write";
import type { Wanted } from "../wanted";

/** To know whose client somebody is. */
const clientOwnerWants: Wanted = {
  visitors: ["clientId", "name", "consultant"],
  calls: ["clientId", "name", "consultant"],
  grades: gradeWants,
};
export const returningWants: Wanted = { ...turnWants, ...clientOwnerWants };

/** Whoever the page showed as next; when a colleague was faster it is somebody else by now. */
const expectedNext = (book: SiteBook, reading: TurnReading, expected: string): NextTurn | Decision => {
  if (reading.order.posts.length === 0) return refuse(book, "turnNotSet");
  const next = nextTurn(reading.order, reading.standing);
  if (next === undefined) return refuse(book, "turnNobody");
  return next.name === expected ? next : refuse(book, "turnMoved", { next: next.name, expected });
};

const isNext = (found: NextTurn | Decision): found is NextTurn => "name" in found;

export interface NewClient {
  readonly expected: string;
  /** Where the number is known already. */
  readonly clientId?: ClientNumber | undefined;
}

/** 新客户到访: the next one receives; who is away before them has lost the turn. */
export const receiveNew = (book: SiteBook, { expected, clientId }: NewClient, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  const next = expectedNext(book, reading, expected);
  if (!isNext(next)) return next;
  const { name: receiver, kind } = next;
  const lost = kind === "补接" ? [] : lostBefore(reading, receiver, at);
  const row = logged({ receiver, kind, counts: kind === "新客户", clientId }, at);
  return decided(reading, [...lost, row], { [receiver]: "接待中" }, clientId);
};

export interface StandIn {
  readonly expected: string;
  /**
   * 001 二.5, 二.6: a colleague helps and the turn stays, or it is given up and the next receives.
   * 000 二(二)2: the next fills in by their own turn, and who was busy receives the client after.
   */
  readonly how: "help" | "fillIn" | "giveUp";
  /** Who helps; the others are settled by the line. */
  readonly helper?: string;
  /** "接老客户", "签约". */
  readonly why: string;
  readonly clientId?: ClientNumber | undefined;
}

/** On turn, but with an old client or a signing. */
export const standIn = (book: SiteBook, asked: StandIn, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  const next = expectedNext(book, reading, asked.expected);
  if (!isNext(next)) return next;
  const { name, kind, then } = next;
  const { clientId } = asked;
  const why = asked.why.trim() || "接待中";
  if (asked.how === "help") {
    const helper = asked.helper ?? "";
    if (helper === name || !isThere(reading, helper)) return refuse(book, "turnNotThere", { name: helper });
    const remarks = `代${name}（${why}），轮次保留`;
    const row = logged({ receiver: helper, kind: "义务接待", counts: false, remarks, clientId }, at);
    return decided(reading, [row], { [helper]: "接待中" }, clientId);
  }
  if (then === undefined) return refuse(book, "turnNobody");
  const received = (remarks?: string) =>
    logged(
      {
        receiver: then,
        kind: "新客户",
        counts: true,
        clientId,
        ...(remarks === undefined ? {} : { remarks }),
      },
      at,
    );
  const lost = lostBefore(reading, then, at);
  const given = `${turnNotes.gaveUp}（${why}）`;
  const changes =
    asked.how === "fillIn"
      ? [...lost, received(`${name}${why}，轮次保留`)]
      : kind === "补接"
        ? [logged({ receiver: name, kind, counts: false, remarks: given }, at), ...lost, received()]
        : [logged({ receiver: name, kind: "轮空", counts: true, remarks: given }, at), ...lost, received()];
  return decided(reading, changes, { [then]: "接待中" }, clientId);
};

/** 轮空: the turn is let go, or was missed. */
export const skipTurn = (
  book: SiteBook,
  { expected, why }: { readonly expected: string; readonly why: string },
  at: AtDoor,
): Decision => {
  const reading = readTurn(book, at.today);
  const next = expectedNext(book, reading, expected);
  if (!isNext(next)) return next;
  const { name: receiver, kind } = next;
  const remarks = noted(turnNotes.gaveUp, why);
  return kind === "补接"
    ? decided(reading, [logged({ receiver, kind, counts: false, remarks }, at)], {})
    : decided(
        reading,
        [...lostBefore(reading, receiver, at), logged({ receiver, kind: "轮空", counts: true, remarks }, at)],
        {},
      );
};

/** The owner now; "" where nobody has the client, who waits to be assigned anew (R10), or is not known. */
const clientOwner = (book: SiteBook, clientId: ClientNumber, at: AtDoor): string => {
  const row = gradeRowOf(gradeRows(book, at.today)).get(clientId);
  if (row?.grade === "×") return "";
  if (row !== undefined && row.consultant !== "") return row.consultant;
  const first = standings(book).find((each) => each.clientId === clientId && ownerOf(each, book.site) !== "");
  return first === undefined ? "" : ownerOf(first, book.site);
};

/** Who should receive an owner's returning client, and why it is not the owner. */
export interface Helper {
  readonly name: string;
  /** "away": the one on turn helps (001 二.4); "withNew": the last in line (000 二(二)3); "withOld": a free one of the same group (000 二(二)5). */
  readonly because: "owner" | "away" | "withNew" | "withOld" | "nobody";
}

export const helperFor = (reading: TurnReading, owner: string): Helper => {
  const { order, standing } = reading;
  const there = lineOfDay(order, standing).filter((name) => name !== owner && !standing.away.has(name));
  if (!isThere(reading, owner)) {
    const onTurn = there[0];
    return onTurn === undefined ? { name: "", because: "nobody" } : { name: onTurn, because: "away" };
  }
  const busy = busySince(reading, owner);
  if (busy === undefined) return { name: owner, because: "owner" };
  const free = there.filter((name) => busySince(reading, name) === undefined);
  const group = order.posts.find(({ name }) => name === owner)?.group;
  const ofGroup = free.filter((name) => order.posts.find((post) => post.name === name)?.group === group);
  const withNew = busy.kind === "新客户" || busy.kind === "补接";
  const last = (withNew ? free : ofGroup).at(-1) ?? free.at(-1);
  return last === undefined
    ? { name: owner, because: "owner" }
    : { name: last, because: withNew ? "withNew" : "withOld" };
};

export interface Returning {
  readonly clientId: ClientNumber;
  readonly receiver: string;
}

/** 老客户: the owner, or whoever helps them; no turn is used either way. */
export const receiveReturning = (book: SiteBook, { clientId, receiver }: Returning, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  if (!isThere(reading, receiver)) return refuse(book, "turnNotThere", { name: receiver });
  const owner = clientOwner(book, clientId, at);
  if (owner === receiver || owner === "") {
    const row = logged({ receiver, kind: "老客户", counts: false, clientId }, at);
    const waits = hopelessWaits(book, clientId, at.today).map(ofEntry(book, "receptions"));
    return decided(reading, [row], { [receiver]: "接待中" }, clientId, waits);
  }
  const away = reading.standing.away.get(owner)?.state;
  const why =
    away === "rest" ? "休息" : away === "errand" ? "外派" : isThere(reading, owner) ? "接待中" : "不在轮序";
  const row = {
    receiver,
    kind: "义务接待",
    counts: false,
    remarks: `代${owner}（${why}）`,
    clientId,
  } as const;
  return decided(reading, [logged(row, at)], { [receiver]: "接待中" }, clientId);
};

export interface Named {
  readonly name: string;
  /** Has called before, and asked for them then: takes the turn all the same (001 二.2). */
  readonly caller: boolean;
  readonly clientId?: ClientNumber | undefined;
}

/** 指名: by name at the door. */
export const receiveNamed = (book: SiteBook, { name, caller, clientId }: Named, at: AtDoor): Decision => {
  const reading = readTurn(book, at.today);
  if (!isThere(reading, name)) return refuse(book, "turnNotThere", { name });
  const row = logged(
    {
      receiver: name,
      kind: "指名",
      counts: caller,
      clientId,
      ...(caller ? { remarks: turnNotes.caller } : {}),
    },
    at,
  );
  return decided(reading, [row], { [name]: "接待中" }, clientId);
};
