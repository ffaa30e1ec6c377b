/** Two that begin at one moment: one writes, the other is told so, and neither anything else. */
import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { lockFolder, lockName } from "../../src/dataset/lock";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

afterAll(removeTemporaryFolders);

test("who is second to make the lock takes the first's, though that one has swept what was made beside it", async () => {
  const temporary = await temporaryFolder();
  const first = path.join(temporary, "first");
  await mkdir(first);
  (await lockFolder(first)).release();
  for (let time = 0; time < 20; time++) {
    const folder = path.join(temporary, String(time));
    await mkdir(folder);
    let isMaking = true;
    const locked = lockFolder(folder).finally(() => (isMaking = false));
    const quicker = (): void => {
      const beside = readdirSync(folder).filter((name) => name !== lockName);
      if (beside.length > 0) {
        copyFileSync(path.join(first, lockName), path.join(folder, lockName));
        for (const name of beside) rmSync(path.join(folder, name), { force: true });
      } else if (isMaking) setImmediate(quicker);
    };
    quicker();
    (await locked).release();
    expect(await readdir(folder)).toEqual([lockName]);
  }
});
