/**
 * Workbooks read, checked and shared in workers: a bad file costs its own reason, never the run, and no more shares
 * are in memory than there are workers.
 */
import { availableParallelism } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Refused } from "../workbook/xlsx/site-share";
import type { FileOutcome } from "../workbook/xlsx/site-share";
import type { PackedOutcome, ReadFile, WorkbookFile, WorkerSettings } from "./share-job";

export interface PoolOptions extends Omit<WorkerSettings, "packed"> {
  /** Of one file; the second try has as long again. */
  readonly timeoutMs?: number;
  /** Of one worker's heap. */
  readonly memoryMb?: number;
  readonly workers?: number;
  /** The worker's script, where it is not beside this one. */
  readonly script?: string;
  readonly signal?: AbortSignal;
}

/** Two minutes are forty times what 100,000 rows take. */
const usualTimeout = 120_000;
const usualMemory = 2048;
const mostWorkers = 4;
/** A file's cells live until its share is made: with room for them, they are not moved about meanwhile. */
const youngMb = 96;
/**
 * A sweep through all of a worker's memory drops the compiled code of functions no file is just using, and they are
 * compiled again: it is put off until so much has gathered. Threads that begin later heed it.
 */
const sweepFromMb = 128;

/** Why a worker did not answer. */
type Failure = "timeout" | "memory" | "crash";

const failures: Readonly<Record<Failure, string>> = {
  timeout: "读得太久，两次都没有读完，已跳过；请在 Excel 里打开并另存后再试。(timed out)",
  memory: "内容太多，内存不够，已跳过；请删去多余的行列或拆成几份再试。(out of memory)",
  crash: "读取时出错，两次都没有读成，已跳过；请在 Excel 里打开并另存后再试。(failed)",
};

const failureOf = (cause: unknown): Failure =>
  typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "memory"
    : "crash";

/** One file in a worker. @returns why there is no answer; the worker is of no use then. */
const ask = <Outcome>(worker: Worker, file: WorkbookFile, timeoutMs: number): Promise<Outcome | Failure> =>
  new Promise((resolve) => {
    const settle = (answer: Outcome | Failure): void => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", fail).off("exit", leave);
      resolve(answer);
    };
    const fail = (cause: unknown): void => settle(failureOf(cause));
    const leave = (): void => settle("crash");
    const timer = setTimeout(() => settle("timeout"), timeoutMs);
    worker.on("message", settle).on("error", fail).on("exit", leave);
    worker.postMessage(file);
  });

const readAll = async <Outcome extends object>(
  files: readonly WorkbookFile[],
  {
    timeoutMs = usualTimeout,
    memoryMb = usualMemory,
    script,
    signal,
    workers,
    ...settings
  }: PoolOptions & WorkerSettings,
  take: (read: ReadFile<Outcome | Refused>) => Promise<void> | void,
): Promise<void> => {
  setFlagsFromString(`--initial-old-space-size=${sweepFromMb}`);
  const scriptPath = script ?? path.join(__dirname, "share-worker.js");
  const running = new Set<Worker>();
  const start = (): Worker => {
    const worker = new Worker(scriptPath, {
      workerData: settings satisfies WorkerSettings,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
    });
    running.add(worker);
    return worker;
  };
  const stop = async (worker: Worker): Promise<void> => {
    running.delete(worker);
    // A worker on its way out may still fail: nobody asks any more.
    worker.on("error", () => undefined);
    await worker.terminate();
  };
  const queue = [...files];
  let over = false;
  const isOver = (): boolean => over;
  let taking: Promise<void> = Promise.resolve();
  const handOver = (read: ReadFile<Outcome | Refused>): Promise<void> => {
    const turn = taking.then(() => take(read));
    taking = turn.catch(() => undefined);
    return turn;
  };

  const lane = async (): Promise<void> => {
    let worker: Worker | undefined;
    for (let file = queue.shift(); file !== undefined && !isOver(); file = queue.shift()) {
      let answer: Outcome | Failure = "crash";
      for (let tries = 0; tries < 2; tries++) {
        worker ??= start();
        answer = await ask<Outcome>(worker, file, timeoutMs);
        if (typeof answer !== "string") break;
        await stop(worker);
        worker = undefined;
        signal?.throwIfAborted();
        // Its worker was stopped with the run: no new one for it.
        if (isOver()) return;
      }
      signal?.throwIfAborted();
      const outcome: Outcome | Refused =
        typeof answer === "string"
          ? ({ kind: "refused", code: answer, reason: failures[answer] } satisfies Refused)
          : answer;
      await handOver({ file, outcome });
    }
    if (worker !== undefined) await stop(worker);
  };

  const interrupt = (): void => {
    for (const worker of running) void worker.terminate();
  };
  signal?.throwIfAborted();
  signal?.addEventListener("abort", interrupt, { once: true });
  const lanes = Math.max(1, Math.min(workers ?? Math.min(availableParallelism(), mostWorkers), files.length));
  try {
    await Promise.all(
      Array.from({ length: lanes }, () =>
        lane().catch((cause: unknown) => {
          over = true;
          throw cause;
        }),
      ),
    );
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await Promise.all([...running].map(stop));
  }
};

/**
 * Reads files and hands over what became of each, in any order, one at a time: the next file of a worker is read when
 * `take` is done with its last.
 * @throws what `take` throws, and the signal's reason; the workers are gone then.
 */
export const readShares = (
  files: readonly WorkbookFile[],
  options: PoolOptions,
  take: (read: ReadFile) => Promise<void> | void,
): Promise<void> => readAll<FileOutcome>(files, options, take);

/** As `readShares`, each share packed where it was read: its rows go from thread to thread without being copied. */
export const readPacked = (
  files: readonly WorkbookFile[],
  options: PoolOptions,
  take: (read: ReadFile<PackedOutcome>) => Promise<void> | void,
): Promise<void> => readAll<PackedOutcome>(files, { ...options, packed: true }, take);
