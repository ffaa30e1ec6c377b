import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { checksum } from "../../src/dataset/checksum";
import { openLoading } from "../../src/dataset/loading";
import { readDatasetLine } from "../../src/dataset/manifest";
import { openDataset } from "../../src/dataset/open-dataset";
import { readContacts } from "../../src/dataset/contacts";
import { key, shares } from "./killed-shares";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

afterAll(removeTemporaryFolders);

// A dozen programs are started: patience for machines that are busy with others.
jest.setTimeout(180_000);

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

/** What the data set may say between two workbooks: nothing else may ever be seen. */
const statesBetween = async (): Promise<ReadonlySet<string>> => {
  const folder = path.join(await temporaryFolder(), "dataset");
  const loading = await openLoading(folder, { key, contacts: true });
  const states = new Set([await stateOf(folder)]);
  for (const share of shares) {
    await loading.take(share);
    states.add(await stateOf(folder));
  }
  loading.close();
  return states;
};

describe("a loader that is killed", () => {
  test("kill -9 in front of any step leaves whole workbooks; run again, all are there once", async () => {
    const states = await statesBetween();
    const undisturbed = path.join(await temporaryFolder(), "dataset");
    const whole = await start(undisturbed).ended;
    expect(whole).toMatchObject({ code: 0, err: "" });
    const steps = Number(/steps (\d+)/u.exec(whole.out)?.[1]);
    const sum = await stateOf(undisturbed);
    // A folder killed again and again, each time where nobody chose.
    const folder = path.join(await temporaryFolder(), "dataset");
    for (let kill = 0; kill < 6; kill++) {
      const at = 1 + Math.floor(Math.random() * steps);
      const ended = await start(folder, String(at)).ended;
      // What has been taken in already leaves less to do: the run may come to its end first.
      expect({ at, ...ended }).toMatchObject(
        ended.signal === "SIGKILL" ? { signal: "SIGKILL" } : { code: 0 },
      );
      if ((await readDatasetLine(folder)) !== undefined)
        expect({ at, whole: states.has(await stateOf(folder)) }).toEqual({ at, whole: true });
    }
    expect(await start(folder).ended).toMatchObject({ code: 0, err: "" });
    expect(await stateOf(folder)).toBe(sum);
  });

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
