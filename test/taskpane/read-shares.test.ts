/** Files read one after the other away from the page: what goes wrong with one costs its own message, not the run. */
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import { readShares } from "../../src/taskpane/hq/read-shares";

/** What the worker says of each file, by its name. */
const answers = new Map<string, (worker: FakeWorker) => Promise<unknown>>();
const started: FakeWorker[] = [];

class FakeWorker {
  onerror: (() => void) | undefined;
  over = false;
  constructor() {
    started.push(this);
  }
  terminate(): void {
    this.over = true;
  }
}

jest.mock("comlink", () => ({
  transfer: (given: unknown) => given,
  wrap: (worker: FakeWorker) => ({
    glance: (_bytes: ArrayBuffer, { file }: { readonly file: string }) => answers.get(file)?.(worker),
  }),
}));

const taken = (name: string) => ({ kind: "taken", hash: name });
const today = "2026-11-22" as CalendarDay;

const read = async (names: readonly string[], signal = new AbortController().signal) => {
  const found: (readonly [string, string])[] = [];
  const reading = readShares({ today, mask: false, signal });
  try {
    for (const name of names) {
      const outcome = await reading.glance({ name, file: new File([name], name) });
      found.push([name, outcome.kind === "refused" ? outcome.reason : outcome.kind]);
    }
  } finally {
    reading.close();
  }
  return found;
};

beforeEach(() => {
  started.length = 0;
  answers.clear();
  for (const name of ["一.xlsx", "三.xlsx"]) answers.set(name, () => Promise.resolve(taken(name)));
  Object.assign(globalThis, { Worker: FakeWorker });
});

test("a file that the reading fails on is told; the others are read by the same worker", async () => {
  answers.set("二.xlsx", () => Promise.reject(new Error("a mistake of ours")));
  expect(await read(["一.xlsx", "二.xlsx", "三.xlsx"])).toEqual([
    ["一.xlsx", "taken"],
    ["二.xlsx", expect.stringContaining("读取时出错，已跳过；")],
    ["三.xlsx", "taken"],
  ]);
  expect(started.map(({ over }) => over)).toEqual([true]);
});

test("a file the worker dies of is told; the next is read by another", async () => {
  // It dies while it reads: not before anybody listens.
  answers.set("二.xlsx", (worker) => {
    setTimeout(() => worker.onerror?.());
    return new Promise(() => undefined);
  });
  expect(await read(["一.xlsx", "二.xlsx", "三.xlsx"])).toEqual([
    ["一.xlsx", "taken"],
    ["二.xlsx", expect.stringContaining("已跳过；")],
    ["三.xlsx", "taken"],
  ]);
  expect(started.map(({ over }) => over)).toEqual([true, true]);
});

test("stopped, nothing is read any more and nothing runs on", async () => {
  const stop = new AbortController();
  answers.set("二.xlsx", () => {
    setTimeout(() => stop.abort());
    return new Promise(() => undefined);
  });
  await expect(read(["一.xlsx", "二.xlsx", "三.xlsx"], stop.signal)).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(started.map(({ over }) => over)).toEqual([true]);
});
