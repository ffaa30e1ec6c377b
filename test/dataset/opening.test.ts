/** A data set opened while its rows give way to newer ones. */
import path from "node:path";
import { openLoading } from "../../src/dataset/loading";
import { openDataset } from "../../src/dataset/open-dataset";
import type { SiteShare } from "../../src/domain/head-office/share";
import { revisionOf } from "./drawn-share";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

/** What happens after so many looks whether a file of rows is there. */
const mockLooks = { done: 0, at: 0, then: () => Promise.resolve() };

jest.mock("node:fs/promises", () => {
  const real = jest.requireActual<{ access: (file: string) => Promise<void> }>("node:fs/promises");
  return {
    ...real,
    access: async (file: string): Promise<void> => {
      await real.access(file);
      if (file.endsWith(".parquet") && ++mockLooks.done === mockLooks.at) await mockLooks.then();
    },
  };
});

afterAll(removeTemporaryFolders);

const key = new TextEncoder().encode("a key of the house, long enough");

const load = async (folder: string, share: SiteShare): Promise<void> => {
  const loading = await openLoading(folder, { key });
  await loading.take(share);
  loading.close();
};

const visits = async (folder: string): Promise<number> => {
  const dataset = await openDataset(folder);
  try {
    return (await dataset.connection.runAndReadAll("SELECT 1 FROM visits")).getRowsJson().length;
  } finally {
    dataset.close();
  }
};

test.each([
  ["in the middle of looking", 1],
  ["between the last look and the reading", 2],
])("a loader that is quicker, %s: the newer rows are opened, whole", async (_when, at) => {
  const folder = path.join(await temporaryFolder(), "dataset");
  await load(folder, revisionOf("20", ["张三"]));
  Object.assign(mockLooks, { done: 0, at: 0 });
  expect(await visits(folder)).toBe(1);
  expect(mockLooks.done).toBe(2);
  const replaced = jest.fn(() => load(folder, revisionOf("21", ["张三", "李四"])));
  Object.assign(mockLooks, { done: 0, at, then: replaced });
  expect(await visits(folder)).toBe(2);
  expect(replaced).toHaveBeenCalledTimes(1);
});
