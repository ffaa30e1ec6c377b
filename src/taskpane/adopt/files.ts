/** Files, by a worker. */
import { type Remote, wrap } from "comlink";
import type { Book } from "../../book/book";
import type { FileRead, FileReader } from "./file-worker";
import { FileRefused, type OldSource } from "./old-source";

/** A worker that is stopped answers nobody: whoever waits for it is told. */
const withWorker = async <T>(
  work: (worker: Remote<FileReader>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./file-worker.ts", import.meta.url));
  try {
    return await Promise.race([
      work(wrap<FileReader>(worker)),
      new Promise<never>((_, reject) => {
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
      }),
    ]);
  } finally {
    worker.terminate();
  }
};

/** @throws FileRefused where the file is none we read; an AbortError where it was cancelled. */
export const readFile = async (file: File, signal?: AbortSignal): Promise<readonly OldSource[]> => {
  const read = await withWorker<FileRead>(async (worker) => worker.read(file), signal);
  if (read.kind === "read") return read.sheets;
  if (read.kind === "refused") throw new FileRefused(read.zh, read.en);
  throw new Error(read.why);
};

export const writeFile = (book: Book): Promise<Uint8Array> => withWorker((worker) => worker.write(book));
