/** Sites kept for want of their files: what is said of their rows, and that advice followed is followed by the program. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Value } from "../../src/book/book";
import { packShare } from "../../src/cli/packed-share";
import type { MergeRun } from "../../src/cli/merge-run";
import { mergeIntoWorkbook } from "../../src/cli/merge-workbook";
import { fileReader } from "../../src/cli/share-file";
import type { readPacked } from "../../src/cli/share-pool";
import { workbookFiles } from "../../src/cli/workbook-files";
import { hqStateSheet } from "../../src/workbook/plan/hq-state";
import { schemaVersion } from "../../src/workbook/plan/ledger-sheet";
import { editBook } from "../../src/xlsx/edit";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { today, writeSite } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textAt = (row: Parameters<typeof valueAt>[0], column: number): string => {
  const value = valueAt(row, column);
  return typeof value === "string" ? value : "";
};

let filesRead: string[] = [];
const read: typeof readPacked = async (files, options, take) => {
  const one = fileReader(options);
  for (const file of files) {
    const outcome = await one(file);
    if (outcome.kind === "share") filesRead.push(file.name);
    await take({ file, outcome: outcome.kind === "share" ? packShare(outcome.share) : outcome });
  }
};

let folders = 0;
const merged = async (mask: boolean) => {
  const own = path.join(folder, `${++folders}`);
  const [sites, out] = [path.join(own, "sites"), path.join(own, "hq.xlsx")];
  mkdirSync(sites, { recursive: true });
  for (const place of ["洛阳", "重庆"])
    await writeSite(path.join(sites, `${place}.xlsx`), {
      ...{ place, project: "花园", saved: "2026-11-20T03:00:00Z" },
      clients: [1, 2, 3].map((number) => ({ number, phone: 1000 + number, age: "35" })),
    });
  const merge = async (over: Partial<MergeRun> = {}) => {
    filesRead = [];
    return mergeIntoWorkbook(
      {
        ...(await workbookFiles([sites], out)),
        ...{ today, mask, key: undefined, fresh: false, dropMissing: false },
        ...{ signal: new AbortController().signal, progress: () => undefined, read },
        ...over,
      },
      out,
    );
  };
  await merge();
  const chongqing = path.join(sites, "重庆.xlsx");
  const away = path.join(own, "重庆.xlsx");
  renameSync(chongqing, away);
  const set = async (sheet: string, at: string, content: Value): Promise<void> =>
    writeFileSync(
      out,
      await editBook(readFileSync(out), [{ kind: "set", sheet, cells: [{ at, content: content ?? "" }] }]),
    );
  const sheet = async (name: string) => {
    const found = (await readSheets(readFileSync(out))).sheets.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  return {
    ...{ merge, set },
    giveBack: () => renameSync(away, chongqing),
    /** The last row of a register is one of the site that is kept: its client's name, its talk. */
    change: async (name: string, column: string): Promise<void> =>
      set(name, `${column}${((await sheet(name)).rows.at(-1)?.row ?? 0) + 1}`, "被人改了"),
    /** 文件清单, of the site that is kept. */
    said: async (): Promise<string> => {
      const rows = (await sheet("文件清单")).rows.filter((row) => valueAt(row, 2) === "沿用上次");
      expect(rows.map((row) => valueAt(row, 1))).toEqual(["重庆-花园"]);
      return rows.map((row) => textAt(row, 6)).join();
    },
    /** As results of before have it. */
    rewriteState: async (change: (text: string) => string): Promise<void> => {
      for (const row of (await sheet(hqStateSheet)).rows) {
        const text = textAt(row, 1);
        if (change(text) !== text) await set(hqStateSheet, `B${row.row + 1}`, change(text));
      }
    },
  };
};

const edited = /被人改过/u;
const untold = /遮了号、没有密钥，来访和来电的行改没改过核对不了/u;
const older = /旧版本的案场簿汇总的.*重新汇总一遍/u;

test.each([true, false])(
  "rows that nobody changed are not called so; changed ones are (masked: %s)",
  async (mask) => {
    const { merge, change, said } = await merged(mask);
    expect((await merge()).notes.join()).not.toMatch(/核对|改过/u);
    expect(await said()).not.toMatch(/核对|改过/u);
    await change("来访登记", "H");
    expect((await merge()).notes).toContainEqual(
      expect.stringMatching(/^重庆-花园：.*被人改过.*\(rows changed/u),
    );
    expect(await said()).toMatch(edited);
  },
);

test("a masked result of before, whose digests have what it does not keep: said, and other registers compared", async () => {
  const before = (text: string): string =>
    text.replace('"asFound":true,', "").replace(/"visitors":"[0-9a-f]+"/u, `"visitors":"${"0".repeat(64)}"`);
  const { merge, rewriteState, said } = await merged(true);
  await rewriteState(before);
  expect((await merge()).notes).toContainEqual(
    expect.stringMatching(/^重庆-花园：.*\(masked without a key/u),
  );
  expect(await said()).toMatch(untold);
  // From then on they can be compared.
  await merge();
  expect(await said()).not.toMatch(/核对|改过/u);

  const other = await merged(true);
  await other.rewriteState(before);
  await other.change("跟踪记录", "H");
  await other.merge();
  expect(await other.said()).toMatch(edited);
});

test("a result of an older version: said as long as its rows stand, and its file, given again, is read anew", async () => {
  const { merge, rewriteState, said, giveBack, change } = await merged(false);
  await rewriteState((text) => text.replace(`"program":${schemaVersion}`, `"program":${schemaVersion - 1}`));
  await change("来访登记", "H");
  const note = expect.stringMatching(/^重庆-花园：.*旧版本.*\(merged by an older version/u) as string;
  expect((await merge()).notes).toContainEqual(note);
  expect(filesRead).toEqual(["洛阳.xlsx"]);
  expect(await said()).toMatch(older);
  expect(await said()).not.toMatch(edited);
  expect(await merge()).toMatchObject({ unchanged: true, notes: [note] });
  expect(filesRead).toEqual([]);
  giveBack();
  const { sites, notes } = await merge();
  expect([filesRead, notes]).toEqual([["重庆.xlsx"], []]);
  expect(sites.map(({ site, from }) => [site, from])).toEqual([
    ["洛阳-花园", "carried"],
    ["重庆-花园", "read"],
  ]);
});
