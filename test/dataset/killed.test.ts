import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import fc from "fast-check";
import { checksum } from "./checksum";
import { openLoading } from "../../src/dataset/loading";
import { readDatasetLine } from "../../src/dataset/manifest";
import { askDuckdb } from "../../src/dataset/engines/ask-duckdb";
import { openDataset } from "../../src/dataset/open-dataset";
import { readContacts } from "../../src/dataset/contacts";
import { key, shares } from "./killed-shares";
import { askMeanwhile, pause, type Told, toldNow } from "./reports/asking-meanwhile";
import { drawingKills, Met, moment, patienceFor } from "./reports/drawn-kills";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

afterAll(removeTemporaryFolders);

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

const start = (
  folder: string,
  ...more: readonly string[]
): { child: ChildProcess; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, [path.join(__dirname, "loader.js"), folder, ...more]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, out, err })),
  );
  return { child, ended };
};

const said = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    child.stdout?.on("data", (data: Buffer) => data.toString().includes(word) && resolve());
  });

/** Every table's rows, and that the contacts of what is in force open. */
const stateOf = async (folder: string): Promise<string> => {
  const dataset = await openDataset(folder);
  try {
    for (const { site, hash } of dataset.sites) await readContacts(folder, key, { site, hash });
    return await checksum(dataset.connection);
  } finally {
    dataset.close();
  }
};

/** What the seven reports say, of one opening. */
const toldOf = async (folder: string): Promise<Told> => {
  const engine = await askDuckdb(folder);
  try {
    return await toldNow(engine);
  } finally {
    await engine.close();
  }
};

interface Between {
  readonly states: readonly string[];
  readonly told: readonly Told[];
}

/** What the data set may say between two workbooks, in their order: nothing else may ever be seen. */
const between = async (): Promise<Between> => {
  const folder = path.join(await temporaryFolder(), "dataset");
  const loading = await openLoading(folder, { key, contacts: true });
  const states = [await stateOf(folder)];
  const told = [await toldOf(folder)];
  for (const share of shares) {
    await loading.take(share);
    states.push(await stateOf(folder));
    told.push(await toldOf(folder));
  }
  loading.close();
  return { states, told };
};

describe("a loader that is killed", () => {
  let allowed: Between;
  /** Of a run that nobody disturbs. */
  let undisturbed: { readonly steps: number; readonly sum: string; readonly span: number };
  beforeAll(async () => {
    allowed = await between();
    const folder = path.join(await temporaryFolder(), "dataset");
    const { child, ended } = start(folder);
    await said(child, "open");
    const began = performance.now();
    const whole = await ended;
    expect(whole).toMatchObject({ code: 0, err: "" });
    undisturbed = {
      span: performance.now() - began,
      steps: Number(/steps (\d+)/u.exec(whole.out)?.[1]),
      sum: await stateOf(folder),
    };
  });

  /** Between two workbooks, if it was made at all. */
  const isWhole = async (folder: string): Promise<void> => {
    if ((await readDatasetLine(folder)) !== undefined)
      expect(allowed.states.includes(await stateOf(folder))).toBe(true);
  };
  const isDone = async (folder: string): Promise<void> => {
    expect(await start(folder).ended).toMatchObject({ code: 0, err: "" });
    expect(await stateOf(folder)).toBe(undisturbed.sum);
  };

  test(
    "kill -9 in front of drawn steps leaves whole workbooks; run again, all are there once",
    async () => {
      // A folder killed again and again.
      const folder = path.join(await temporaryFolder(), "dataset");
      await fc.assert(
        fc.asyncProperty(moment, async (share) => {
          const ended = await start(folder, String(1 + Math.floor(share * undisturbed.steps))).ended;
          // What has been taken in already leaves less to do: the run may come to its end first.
          expect(ended).toMatchObject(ended.signal === "SIGKILL" ? { signal: "SIGKILL" } : { code: 0 });
          await isWhole(folder);
        }),
        drawingKills(3),
      );
      await isDone(folder);
    },
    patienceFor(3),
  );

  test(
    "kill -9 at drawn moments while reports are asked: whole answers or errors; run again, all are there once",
    async () => {
      const met = new Met("DuckDB");
      await fc.assert(
        fc.asyncProperty(moment, async (at) => {
          const folder = path.join(await temporaryFolder(), "dataset");
          const { child, ended } = start(folder);
          await said(child, "open");
          const asking = askMeanwhile(() => askDuckdb(folder), allowed.told, 0, true);
          try {
            await pause(at * undisturbed.span);
            child.kill("SIGKILL");
            met.add((await ended).signal === "SIGKILL" ? "killed" : "done before");
            await isWhole(folder);
            await isDone(folder);
          } finally {
            await asking.stop();
          }
          const { faults, whole, refused } = asking.heard();
          met.add("whole answers", whole);
          met.add("errors", refused);
          expect(faults).toEqual([]);
          // Whole, and no error, once nobody disturbs.
          expect(await toldOf(folder)).toEqual(allowed.told.at(-1));
        }),
        drawingKills(2),
      );
      met.tell();
    },
    patienceFor(2),
  );

  test("a second program is told that the first is writing, and may write when that one is killed", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const first = start(folder);
    try {
      await said(first.child, "open");
      first.child.kill("SIGSTOP");
      const second = await start(folder).ended;
      expect(second.err).toContain("另一个程序正在往这个数据集里写");
      expect(second.code).toBe(3);
    } finally {
      first.child.kill("SIGKILL");
      await first.ended;
    }
    expect(await start(folder).ended).toMatchObject({ code: 0, err: "" });
  });
});
