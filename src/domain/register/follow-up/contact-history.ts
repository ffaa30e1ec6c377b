/** What has passed between the house and each client: 跟踪记录, visits and calls together (R5). */
import { type CalendarDay, dayOf } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { dayAt, timeAt } from "../day-at";
import { clientAt, textAt } from "../raw-cell";
import type { SiteBook } from "../site";
import { dayOfStanding, notesOf, standings } from "../standing";
import type { Wanted } from "../wanted";

export interface ContactHistory {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  /** All of it was on the day of the first visit, or of a call before it (R5 首次). */
  readonly onFirstDay: boolean;
  /** What was noted at the last contact; empty when nothing, or when the talks were not read. */
  readonly lastNote: string;
  /** The day that was noted; nothing without a note. */
  readonly notedOn: CalendarDay | undefined;
  /** Rows of 跟踪记录, and visits and calls that have none of their day there: the program enters one with each. */
  readonly contacts: number;
  /**
   * The earliest 下次跟进 after the last contact that its day agreed, which replaces what was agreed before; where that day
   * agreed nothing, the earliest of those of before.
   */
  readonly agreedNext: CalendarDay | undefined;
}

/** What was said, which is most of what a workbook holds: asked for where it is shown. */
export const talkWants: Wanted = {
  visitors: ["clientId", "visitDate", "name", "notes"],
  calls: ["clientId", "calledAt", "name", "notes"],
  followUps: ["clientId", "contactedAt", "notes"],
};

interface Gathering {
  first: CalendarDay;
  last: CalendarDay;
  lastNote: string;
  /** To the minute: of two contacts on a day the later one's note is the last. */
  noteAt: string;
  /** As the sheet has it: by the first of several visits. */
  met: CalendarDay | undefined;
  visited: boolean;
  logged: number;
  /** Days of visits and calls that no row of 跟踪记录 has been met of. */
  unlogged: CalendarDay[];
  agreed: CalendarDay[];
  /** The latest day so far that agreed one, and what it agreed. */
  agreedOn: CalendarDay | undefined;
  agreedThen: CalendarDay[];
}

const earliestAfter = (days: readonly CalendarDay[], after: CalendarDay): CalendarDay | undefined => {
  let earliest: CalendarDay | undefined;
  for (const day of days) if (day > after && (earliest === undefined || day < earliest)) earliest = day;
  return earliest;
};

type Histories = ReadonlyMap<ClientNumber, ContactHistory>;
const known = new WeakMap<SiteBook, { readonly today: CalendarDay; readonly histories: Histories }>();

/** Gathered once a book. */
export const contactHistories = (book: SiteBook, today: CalendarDay): Histories => {
  const before = known.get(book);
  if (before?.today === today) return before.histories;
  const histories = gatherHistories(book, today);
  known.set(book, { today, histories });
  return histories;
};

const gatherHistories = (book: SiteBook, today: CalendarDay): Histories => {
  const gathered = new Map<ClientNumber, Gathering>();
  const add = (client: ClientNumber, at: string, note: string): Gathering => {
    const day = dayOf(at as CalendarDay);
    const found = gathered.get(client);
    if (found === undefined) {
      const made: Gathering = {
        first: day,
        last: day,
        lastNote: note,
        noteAt: at,
        met: undefined,
        visited: false,
        logged: 0,
        unlogged: [],
        agreed: [],
        agreedOn: undefined,
        agreedThen: [],
      };
      gathered.set(client, made);
      return made;
    }
    if (day < found.first) found.first = day;
    if (day > found.last) found.last = day;
    // A bare day is before its hours, but not before what was said that day without an hour.
    if (note !== "" && (found.lastNote === "" || at >= found.noteAt)) {
      found.lastNote = note;
      found.noteAt = at;
    }
    return found;
  };
  for (const standing of standings(book)) {
    const day = dayOfStanding(standing, today);
    if (standing.clientId === undefined || day === undefined) continue;
    const history = add(standing.clientId, day, notesOf(standing));
    history.unlogged.push(day);
    const visit = standing.form === "visitors";
    if (!(visit && history.visited) && (history.met === undefined || day < history.met)) history.met = day;
    if (visit) history.visited = true;
  }
  const followUps = book.registers.followUps;
  for (let index = 0; followUps && index < followUps.count; index++) {
    const client = clientAt(followUps, "clientId", index);
    const at = timeAt(followUps, "contactedAt", index, today);
    if (client === undefined || at === undefined) continue;
    const history = add(client, at, textAt(followUps, "notes", index));
    history.logged += 1;
    const on = dayOf(at);
    const echo = history.unlogged.indexOf(on);
    if (echo >= 0) history.unlogged.splice(echo, 1);
    const next = dayAt(followUps, "nextAt", index, today);
    if (next === undefined) continue;
    history.agreed.push(next);
    if (history.agreedOn === undefined || on > history.agreedOn) {
      history.agreedOn = on;
      history.agreedThen = [next];
    } else if (on === history.agreedOn) history.agreedThen.push(next);
  }
  const histories = new Map<ClientNumber, ContactHistory>();
  for (const [client, each] of gathered) {
    const { first, last, lastNote, noteAt, met, logged, unlogged, agreed, agreedOn, agreedThen } = each;
    const anew = agreedOn === last ? earliestAfter(agreedThen, last) : undefined;
    const agreedNext = anew ?? earliestAfter(agreed, last);
    const notedOn = lastNote === "" ? undefined : dayOf(noteAt as CalendarDay);
    const contacts = logged + unlogged.length;
    const onFirstDay = last === met;
    histories.set(client, { first, last, onFirstDay, lastNote, notedOn, contacts, agreedNext });
  }
  return histories;
};
