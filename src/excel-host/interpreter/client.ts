import type { Catalog } from "../catalog/catalog";
import type { Model } from "../model/model";
import type { View } from "../model/workbook";
import { runBatch, type RequestBody } from "./batch";
import { entriesFor } from "./events";
import { useCatalog } from "./missing";
import { mute, newSession, release } from "./session";

/** One Office.js client on the workbook: a task pane, or a colleague's Excel with the add-in open. */
export interface HostClient {
  readonly id: string;
  /**
   * Runs one rich-API request ("ProcessQuery").
   * @returns the response text, or the transport's error number (5004, 5012, 5102, 5103, 5104, 7000).
   */
  readonly processRequest: (bodyText: string, flags: number) => Promise<string | number>;
  /** The same for a body that has been parsed already. @param size of the request, in bytes */
  readonly processBody: (body: unknown, size: number, flags: number) => Promise<string | number>;
  /** Entries as the transports pass them on: `[65536, event type, target id, args as JSON, entry id]`. */
  readonly onEvent: (listener: (entries: readonly EventEntry[]) => void) => () => void;
  /** Document settings (Office.context.document.settings), values as JSON texts. */
  readonly settings: {
    readonly read: () => Readonly<Record<string, string>>;
    /** Replaces all of them. */
    readonly write: (all: Readonly<Record<string, string>>) => void;
  };
  /**
   * Makes coming requests fail with this number: `times` of them, or until `fail(undefined)`.
   * "before": nothing was done. "after": everything was done, only the answer got lost.
   */
  readonly fail: (error: number | undefined, times?: number, when?: "before" | "after") => void;
  /** Errors of the host itself that were answered as GeneralException. */
  readonly faults: readonly Error[];
  /** What has gone over the wire so far. Set to 0 as you like. */
  readonly counters: Counters;
  /** Resolves when every event so far has been handed to the listeners. */
  readonly quiet: () => Promise<void>;
  readonly close: () => void;
}

export interface Counters {
  /** All of them, those too by which `Excel.run` gives its tracked objects back at the end. */
  requests: number;
  /** Requests that ask or do something: what somebody waits for. */
  roundTrips: number;
  bytesIn: number;
  bytesOut: number;
  actions: number;
}

export type EventEntry = readonly [65536, number, string, string, number];

export interface ClientOptions {
  /**
   * The largest request and response, in bytes. Default 5 MB:
   * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
   */
  readonly byteLimit?: number;
  /** Somebody at another desk: what the user does in the grid is remote for it, and it has a selection of its own. */
  readonly colleague?: boolean;
  /** With it, members Excel does not have are told from those this host has not learnt. */
  readonly catalog?: Catalog;
}

const fiveMegabytes = 5 * 1024 * 1024;

const cellEditMode = 5004;
const requestTooLarge = 5103;
const responseTooLarge = 5104;
/** `Excel.run({ delayForCellEdit: true }, …)` */
const delayForCellEdit = 64;

/** The length of a text in UTF-8. */
export const bytesOf = (text: string): number =>
  typeof Buffer === "undefined" ? new TextEncoder().encode(text).length : Buffer.byteLength(text);

const isCleanUp = ({ Actions }: RequestBody): boolean =>
  Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === "_RemoveReference");

// Tests may put false clocks in place of it later.
const later = globalThis.setTimeout;

let lastClient = 0;

/** Connects one more client; several at once are co-authors of the same workbook. */
export const connect = (model: Model, options: ClientOptions = {}): HostClient => {
  const { byteLimit = fiveMegabytes, colleague = false, catalog } = options;
  if (catalog) useCatalog(catalog);
  const book = model.workbook;
  const id = String(++lastClient);
  const session = newSession(id, colleague);
  const view: View = colleague ? { ...book.view } : book.view;
  const listeners = new Set<(entries: readonly EventEntry[]) => void>();
  const counters: Counters = { requests: 0, roundTrips: 0, bytesIn: 0, bytesOut: 0, actions: 0 };
  let fault: { readonly error: number; times: number; readonly when: "before" | "after" } | undefined;
  let pending: Promise<void> = Promise.resolve();
  book.clients++;

  const stopListening = model.listen((notices) => {
    const entries = entriesFor(notices, session, book);
    if (entries.length === 0) return;
    // After the response: Excel answers first and tells then (assumed).
    pending = pending.then(
      () =>
        new Promise((resolve) => {
          later(() => {
            for (const listener of listeners) listener(entries);
            resolve();
          }, 0);
        }),
    );
  });

  const failing = (when: "before" | "after"): number | undefined => {
    if (fault?.when !== when) return undefined;
    const { error } = fault;
    if (--fault.times <= 0) fault = undefined;
    return error;
  };

  const process = async (
    bodyOf: () => RequestBody,
    size: number,
    flags: number,
  ): Promise<string | number> => {
    counters.requests++;
    counters.bytesIn += size;
    const error = failing("before");
    if (error !== undefined) return error;
    if (size > byteLimit) return requestTooLarge;
    if (!colleague && book.view.editing) {
      if ((flags & delayForCellEdit) === 0) return cellEditMode;
      await model.cellEdited();
    }
    const body = bodyOf();
    counters.actions += body.Actions.length;
    if (!isCleanUp(body)) counters.roundTrips++;
    const response = await model.run(async () => {
      const own = !book.sheets.includes(view.sheet) ? book.sheets[0] : view.sheet;
      if (own) view.sheet = own;
      session.mutedFrom = 0;
      const result = await runBatch(body, { model, book, session, view, by: `client:${id}` });
      if (!session.eventsOn) mute(session, book);
      return result;
    });
    const text = JSON.stringify(response);
    const answered = bytesOf(text);
    counters.bytesOut += answered;
    const lost = failing("after");
    if (lost !== undefined) return lost;
    return answered > byteLimit ? responseTooLarge : text;
  };

  return {
    id,
    counters,
    faults: session.faults,
    processRequest: (bodyText, flags) =>
      process(() => JSON.parse(bodyText) as RequestBody, bytesOf(bodyText), flags),
    processBody: (body, size, flags) => process(() => body as RequestBody, size, flags),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settings: {
      read: () => Object.fromEntries(book.settings),
      write: (all) => {
        book.settings.clear();
        for (const [key, value] of Object.entries(all)) book.settings.set(key, value);
      },
    },
    fail: (error, times = Number.POSITIVE_INFINITY, when = "before") => {
      fault = error === undefined ? undefined : { error, times, when };
    },
    quiet: async () => {
      await model.settled();
      await pending;
    },
    close: () => {
      book.clients--;
      stopListening();
      listeners.clear();
      for (const reference of [...session.kept.keys()]) release(session, book, reference);
      for (const range of session.eventRanges.values()) book.held.delete(range);
    },
  };
};
