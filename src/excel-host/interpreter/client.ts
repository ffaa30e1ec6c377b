import type { Model } from "../model/model";

/** One Office.js client on the workbook: a task pane, or a colleague's Excel with the add-in open. */
export interface HostClient {
  readonly id: string;
  /**
   * Runs one rich-API request ("ProcessQuery").
   * @returns the response text, or the transport's error number (5004, 5012, 5102, 5103, 5104, 7000).
   */
  processRequest(bodyText: string, flags: number): Promise<string | number>;
  /** Entries as the transports pass them on: `[65536, event type, target id, args as JSON, entry id]`. */
  onEvent(listener: (entries: readonly EventEntry[]) => void): () => void;
  /** Document settings (Office.context.document.settings), values as JSON texts. */
  readonly settings: {
    read(): Readonly<Record<string, string>>;
    /** Replaces all of them. */
    write(all: Readonly<Record<string, string>>): void;
  };
  /** Makes coming requests fail with this number: `times` of them, or until `fail(undefined)`. */
  fail(error: number | undefined, times?: number): void;
  /** What has gone over the wire so far. */
  readonly counters: { requests: number; bytesIn: number; bytesOut: number; actions: number };
  close(): void;
}

export type EventEntry = readonly [65536, number, string, string, number];

export interface ClientOptions {
  /** The largest request and response, in bytes. Default 5 MB (5 * 1024 * 1024). */
  readonly byteLimit?: number;
}

/** Connects one more client; several at once are co-authors of the same workbook. */
export type Connect = (model: Model, options?: ClientOptions) => HostClient;
