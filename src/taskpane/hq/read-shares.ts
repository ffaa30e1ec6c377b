/** Files of many sites, one after the other through a worker: no more than one file's bytes are in memory. */
import { type Remote, transfer, wrap } from "comlink";
import type { SitePhone } from "../../domain/head-office/cross-site";
import type { Glance } from "../../domain/head-office/merge-shares";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { HqParts } from "../../workbook/plan/hq-parts";
import type { Refused } from "../../workbook/xlsx/site-share";
import type { HqFile } from "./hq-file";
import type { Outcome, ShareAsked } from "./share-answers";
import type { ShareReader } from "./share-worker";

/** A file people gave, under the name they know it by. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

export interface ReadAbout {
  readonly today: CalendarDay;
  readonly mask: boolean;
  readonly signal: AbortSignal;
}

/** Answers one question at a time; each throws AbortError when the signal says so, and nothing is running then. */
export interface ShareReading {
  readonly signal: AbortSignal;
  readonly glance: (file: NamedFile) => Promise<Outcome<Glance>>;
  readonly people: (file: NamedFile, prints: Float64Array) => Promise<Outcome<readonly SitePhone[]>>;
  readonly rows: (file: NamedFile) => Promise<Outcome<HqParts>>;
  /** SHA-256 of a text in UTF-8, in hex. */
  readonly digest: (text: string) => Promise<string>;
  /** Head office's workbook as a file. */
  readonly write: (book: HqFile) => Promise<Blob>;
  readonly close: () => void;
}

/** Of one file. */
const patienceMs = 120_000;

const unreadable: Refused = {
  kind: "refused",
  code: "unreadable",
  reason:
    "没有读到这份文件；它可能被移走、正被占用，或云盘还没有同步完，请打开看看再试。(The file could not be read: it may have been moved, be in use, or not be synchronised yet. Open it to see, then try again.)",
};
const noAnswer: Refused = {
  kind: "refused",
  code: "noAnswer",
  reason:
    "内容太多或太久没有读完，已跳过；请在 Excel 里打开并另存，或拆成几份再试。(Too large, or read for too long: left out. Open it in Excel and save it anew, or part it, then try again.)",
};

const failed: Refused = {
  kind: "refused",
  code: "failed",
  reason:
    "读取时出错，已跳过；请在 Excel 里打开并另存后再试。(Reading it failed: left out. Open it in Excel and save it anew, then try again.)",
};

interface Running {
  readonly worker: Worker;
  readonly reader: Remote<ShareReader>;
}

const start = (): Running => {
  const worker = new Worker(new URL("./share-worker.ts", import.meta.url));
  return { worker, reader: wrap<ShareReader>(worker) };
};

/**
 * @param patience milliseconds; nothing waits as long as it takes.
 * @returns nothing where there is no answer in time, or the worker died of it; it is of no use then.
 * @throws what the work does.
 */
const answerOf = <Answer>(
  work: PromiseLike<Answer>,
  worker: Worker,
  signal: AbortSignal,
  patience?: number,
): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(over);
      signal.removeEventListener("abort", stop);
    };
    const answer = (outcome?: Answer): void => {
      leave();
      resolve(outcome);
    };
    const fail = (fault: Error): void => {
      leave();
      reject(fault);
    };
    const stop = (): void => fail(new DOMException("", "AbortError"));
    const over = patience === undefined ? undefined : setTimeout(() => answer(), patience);
    signal.addEventListener("abort", stop, { once: true });
    worker.onerror = () => answer();
    Promise.resolve(work).then(answer, fail);
  });

export const readShares = ({ today, mask, signal }: ReadAbout): ShareReading => {
  let running: Running | undefined;
  const close = (): void => {
    running?.worker.terminate();
    running = undefined;
  };
  signal.addEventListener("abort", close, { once: true });
  const ask = async <Answer>(
    { name, file }: NamedFile,
    question: (
      reader: Remote<ShareReader>,
      bytes: ArrayBuffer,
      asked: ShareAsked,
    ) => PromiseLike<Outcome<Answer>>,
  ): Promise<Outcome<Answer>> => {
    signal.throwIfAborted();
    const bytes = await file.arrayBuffer().catch(() => undefined);
    signal.throwIfAborted();
    if (bytes === undefined) return unreadable;
    const copied = `${new Date(file.lastModified).toISOString().slice(0, 19)}Z`;
    const { worker, reader } = (running ??= start());
    const work = question(reader, transfer(bytes, [bytes]), { file: name, copied, today, mask });
    const outcome = await answerOf(work, worker, signal, patienceMs).catch(() => {
      // A file that the reading fails on costs its own message, not the run.
      signal.throwIfAborted();
      return failed;
    });
    if (outcome === undefined) close();
    return outcome ?? noAnswer;
  };
  const work = async <Answer>(
    question: (reader: Remote<ShareReader>) => PromiseLike<Answer>,
    what: string,
  ): Promise<Answer> => {
    signal.throwIfAborted();
    const { worker, reader } = (running ??= start());
    const answer = await answerOf(question(reader), worker, signal);
    if (answer === undefined) throw new Error(`no answer: ${what}`);
    return answer;
  };
  return {
    signal,
    glance: (file) => ask(file, (reader, ...given) => reader.glance(...given)),
    people: (file, prints) => ask(file, (reader, ...given) => reader.people(...given, prints)),
    rows: (file) => ask(file, (reader, ...given) => reader.rows(...given)),
    digest: (text) => work((reader) => reader.digest(text), "digest"),
    write: (book) => work((reader) => reader.write(book), "the file"),
    close,
  };
};
