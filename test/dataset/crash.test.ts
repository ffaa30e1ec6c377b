/** The loader stopped in front of each of its steps on the disk, one after the other: after it nothing is done any more. */
import { cp } from "node:fs/promises";
import path from "node:path";
import { checksum } from "./checksum";
import { openLoading } from "../../src/dataset/loading";
import { openDataset } from "../../src/dataset/open-dataset";
import type { SiteShare } from "../../src/domain/head-office/share";
import { revisionOf } from "./drawn-share";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

const mockDisk = { steps: 0, last: Number.POSITIVE_INFINITY };

jest.mock("node:fs/promises", () => {
  const real =
    jest.requireActual<Record<string, (...given: readonly unknown[]) => unknown>>("node:fs/promises");
  const stopped = ["mkdir", "writeFile", "open", "link", "rename", "rm", "rmdir"].map((name) => [
    name,
    (...given: readonly unknown[]): unknown => {
      mockDisk.steps++;
      if (mockDisk.steps >= mockDisk.last) throw new Error("the power went");
      return real[name]?.(...given);
    },
  ]);
  return { ...real, ...(Object.fromEntries(stopped) as object) };
});

afterAll(removeTemporaryFolders);

const key = new TextEncoder().encode("a key of the house, long enough");

const revision = (day: string, visitors: readonly string[]): SiteShare =>
  revisionOf(day, visitors, {
    deals: {
      sheet: "成交报告",
      rows: [5],
      columns: new Map([
        ["name", visitors.slice(0, 1)],
        ["age", ["三十多"]],
      ]),
    },
  });

const stateOf = async (folder: string): Promise<string> => {
  const dataset = await openDataset(folder);
  try {
    return await checksum(dataset.connection);
  } finally {
    dataset.close();
  }
};

/** @returns how many steps were done; `last` is the one that is not. */
const load = async (folder: string, share: SiteShare, last = Number.POSITIVE_INFINITY): Promise<number> => {
  Object.assign(mockDisk, { steps: 0, last });
  try {
    const loading = await openLoading(folder, { key, contacts: true });
    try {
      await loading.take(share);
    } finally {
      loading.close();
    }
  } catch (cause) {
    if (last === Number.POSITIVE_INFINITY) throw cause;
  }
  const { steps } = mockDisk;
  Object.assign(mockDisk, { steps: 0, last: Number.POSITIVE_INFINITY });
  return steps;
};

test("stopped in front of any step, a site has its old rows or its new ones, whole; run again, its new ones", async () => {
  const [before, after] = [revision("20", ["张三", "李四"]), revision("21", ["张三", "李四", "王五"])];
  const above = await temporaryFolder();
  const first = path.join(above, "first");
  await load(first, before);
  const whole = path.join(above, "whole");
  await cp(first, whole, { recursive: true });
  const steps = await load(whole, after);
  expect(steps).toBeGreaterThan(20);
  const [old, now] = [await stateOf(first), await stateOf(whole)];
  expect(old).not.toBe(now);
  const seen: string[] = [];
  for (let last = 1; last <= steps; last++) {
    const folder = path.join(above, `stopped-${last}`);
    await cp(first, folder, { recursive: true });
    await load(folder, after, last);
    const state = await stateOf(folder);
    seen.push(state === old ? "old" : state === now ? "new" : `neither at step ${last}`);
    // The last look costs as much as all before it: now and then is enough.
    if (last % 4 === 0) {
      await load(folder, after);
      expect({ last, state: await stateOf(folder) }).toEqual({ last, state: now });
    }
  }
  // One moment at which it changes, and never back.
  const change = seen.indexOf("new");
  expect(seen).toEqual(seen.map((_, at) => (at < change ? "old" : "new")));
  expect(change).toBeGreaterThan(0);
});
