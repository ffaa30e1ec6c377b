/** Files of many sites, one after the other through a worker: no more than one file's bytes are in memory. */
import { type Remote, transfer, wrap } from "comlink";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { FileOutcome, Refused } from "../../workbook/xlsx/site-share";
import type { ShareReader } from "./share-worker";

/** A file people gave, under the name they know it by. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

export interface ReadFile {
  readonly name: string;
  readonly outcome: FileOutcome;
}

export interface ReadAbout {
  readonly today: CalendarDay;
  readonly mask: boolean;
  readonly signal: AbortSignal;
}

/** Of one file. */
const patienceMs = 120_000;

const unreadable: Refused = {
  kind: "refused",
  code: "unreadable",
  reason: "没有读到这份文件；它可能被移走、正被占用，或云盘还没有同步完，请打开看看再试。(could not be read)",
};
const noAnswer: Refused = {
  kind: "refused",
  code: "noAnswer",
  reason: "内容太多或太久没有读完，已跳过；请在 Excel 里打开并另存，或拆成几份再试。(no answer)",
};

const failed: Refused = {
  kind: "refused",
  code: "failed",
  reason: "读取时出错，已跳过；请在 Excel 里打开并另存后再试。(failed)",
};

const start = (): { readonly worker: Worker; readonly reader: Remote<ShareReader> } => {
  const worker = new Worker(new URL("./share-worker.ts", import.meta.url));
  return { worker, reader: wrap<ShareReader>(worker) };
};

/**
 * @returns nothing where there is no answer in time, or the worker died of it; it is of no use then. A file that the
 * reading fails on is told as such: it costs its own message, not the run.
 */
const answerOf = (
  work: PromiseLike<FileOutcome>,
  worker: Worker,
  signal: AbortSignal,
): Promise<FileOutcome | undefined> =>
  new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(over);
      signal.removeEventListener("abort", stop);
    };
    const answer = (outcome?: FileOutcome): void => {
      leave();
      resolve(outcome);
    };
    const stop = (): void => {
      leave();
      reject(new DOMException("", "AbortError"));
    };
    const over = setTimeout(() => answer(), patienceMs);
    signal.addEventListener("abort", stop, { once: true });
    worker.onerror = () => answer();
    Promise.resolve(work).then(answer, () => answer(failed));
  });

/**
 * Hands over what became of each file, in their order.
 * @throws AbortError when the signal says so; nothing is running then.
 */
export const readShares = async (
  files: readonly NamedFile[],
  { today, mask, signal }: ReadAbout,
  take: (read: ReadFile) => void,
): Promise<void> => {
  let running = start();
  try {
    for (const { name, file } of files) {
      signal.throwIfAborted();
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (bytes === undefined) {
        take({ name, outcome: unreadable });
        continue;
      }
      const copied = `${new Date(file.lastModified).toISOString().slice(0, 19)}Z`;
      const outcome = await answerOf(
        running.reader.share(transfer(bytes, [bytes]), name, copied, { today, mask }),
        running.worker,
        signal,
      );
      if (outcome === undefined) {
        running.worker.terminate();
        running = start();
      }
      take({ name, outcome: outcome ?? noAnswer });
    }
  } finally {
    running.worker.terminate();
  }
};
