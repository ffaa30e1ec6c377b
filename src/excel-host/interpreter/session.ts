import type { Notice } from "../model/notices";
import type { HeldRange, Workbook } from "../model/workbook";

/** What one client has asked to be kept for it. */
export interface Session {
  readonly id: string;
  /** At another desk: what the user does in the grid is remote for it. */
  readonly colleague: boolean;
  /** Ranges by reference id, and the other way round. */
  readonly kept: Map<string, HeldRange>;
  readonly keptIds: Map<HeldRange, string>;
  /** "event number:target id" of the handlers it has. */
  readonly registered: Set<string>;
  /** `runtime.enableEvents` */
  eventsOn: boolean;
  /** Raised while events were off. */
  readonly muted: WeakSet<Notice>;
  mutedFrom: number;
  suspendCalculation: boolean;
  lastReference: number;
  /** Mistakes of this host's own, for whoever looks for them. */
  readonly faults: Error[];
  /** Ranges events speak of, the youngest last. */
  readonly eventRanges: Map<string, HeldRange>;
}

export const newSession = (id: string, colleague: boolean): Session => ({
  id,
  colleague,
  kept: new Map(),
  keptIds: new Map(),
  registered: new Set(),
  eventsOn: true,
  muted: new WeakSet(),
  mutedFrom: 0,
  suspendCalculation: false,
  lastReference: 0,
  faults: [],
  eventRanges: new Map(),
});

export const keep = (session: Session, book: Workbook, range: HeldRange): string => {
  const known = session.keptIds.get(range);
  if (known !== undefined) return known;
  const id = `${session.id}-${++session.lastReference}`;
  session.kept.set(id, range);
  session.keptIds.set(range, id);
  book.held.add(range);
  return id;
};

export const release = (session: Session, book: Workbook, id: string): void => {
  const range = session.kept.get(id);
  if (!range) return;
  session.kept.delete(id);
  session.keptIds.delete(range);
  book.held.delete(range);
};

/** Events raised by this client from here on are dropped, or not any more. */
export const switchEvents = (session: Session, book: Workbook, on: boolean): void => {
  if (session.eventsOn && !on) session.mutedFrom = book.notices.length;
  if (!session.eventsOn && on) mute(session, book);
  session.eventsOn = on;
};

export const mute = (session: Session, book: Workbook): void => {
  for (const notice of book.notices.slice(session.mutedFrom)) session.muted.add(notice);
};
