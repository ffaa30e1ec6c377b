/** The reading pool: a worker that hangs, dies or eats memory costs its own file, and never more than that. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { WorkbookFile } from "../../src/cli/share-job";
import { readShares } from "../../src/cli/share-pool";
import { today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-pool-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that does what the file's name says. */
const script = path.join(folder, "worker.js");
writeFileSync(
  script,
  `const { parentPort } = require("node:worker_threads");
const { existsSync, writeFileSync } = require("node:fs");
parentPort.on("message", ({ path, name }) => {
  const tried = existsSync(path + ".tried");
  writeFileSync(path + ".tried", "");
  if (name.includes("hang")) for (;;);
  if (name.includes("exit") || (name.includes("once") && !tried)) process.exit(3);
  if (name.includes("throw")) throw new Error("thrown");
  if (name.includes("memory")) { const all = []; for (;;) all.push(new Array(10000).fill(Math.random())); }
  parentPort.postMessage({ kind: "known", hash: path, modified: "" });
});`,
);

const files = (...names: readonly string[]): readonly WorkbookFile[] =>
  names.map((name) => ({ path: path.join(folder, name), name }));

const fates = async (
  names: readonly string[],
  take: () => Promise<void> = () => Promise.resolve(),
  signal?: AbortSignal,
  timeoutMs = 60_000,
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  await readShares(
    files(...names),
    {
      today,
      mask: false,
      known: [],
      script,
      workers: 2,
      timeoutMs,
      memoryMb: 64,
      ...(signal && { signal }),
    },
    async ({ file, outcome }) => {
      if (found.has(file.name)) throw new Error(`twice: ${file.name}`);
      found.set(file.name, outcome.kind === "refused" ? `${outcome.code} ${outcome.reason}` : outcome.kind);
      await take();
    },
  );
  return found;
};

test("each bad file has its own reason, all others are read, and a second try may do", async () => {
  const names = ["1", "2", "exit", "3", "throw", "4", "memory", "5", "once", "6"];
  const found = await fates(names);
  expect([...found.keys()].sort()).toEqual([...names].sort());
  expect(found.get("exit")).toMatch(/^crash /u);
  expect(found.get("throw")).toMatch(/^crash /u);
  expect(found.get("memory")).toMatch(/^memory .*内存不够/u);
  for (const fine of ["1", "2", "3", "4", "5", "6", "once"]) expect(found.get(fine)).toBe("known");
});

test("a file that is never done is given up after two tries", async () => {
  expect((await fates(["hang"], undefined, undefined, 300)).get("hang")).toMatch(/^timeout .*读得太久/u);
});

test("one outcome is taken at a time, however many workers there are", async () => {
  let open = 0;
  let most = 0;
  await fates(["a", "b", "c", "d", "e", "f"], async () => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open--;
  });
  expect(most).toBe(1);
});

test("what fails while taking fails the run; a run that is stopped ends though a worker hangs", async () => {
  await expect(fates(["g", "h"], () => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 300);
  await expect(fates(["hang2", "i"], undefined, stop.signal)).rejects.toThrow("abort");
});
