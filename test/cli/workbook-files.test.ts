/** Which files a merge finds below the folders it is given, shortcuts too (R19). */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { workbookFiles } from "../../src/cli/workbook-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-files-"));
const at = (...names: readonly string[]): string => path.join(folder, ...names);
const here = process.cwd();

afterEach(() => process.chdir(here));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const touch = (...names: readonly string[]): void => {
  mkdirSync(path.dirname(at(...names)), { recursive: true });
  writeFileSync(at(...names), "PK\u0003\u0004");
};

test("a folder that is a shortcut is looked into; each file is there once, and circles end", async () => {
  touch("给", "洛阳.xlsx");
  touch("别处", "天津.xlsx");
  touch("别处", "深", "北京.xlsx");
  symlinkSync(at("别处"), at("给", "华北"));
  symlinkSync(at("别处"), at("给", "华北又一个"));
  symlinkSync(at("给"), at("别处", "转回来"));
  const { files, shut } = await workbookFiles([at("给")], undefined);
  expect(files.map(({ name }) => name).sort()).toEqual(["北京.xlsx", "天津.xlsx", "洛阳.xlsx"]);
  expect(shut).toEqual([]);
});

test("what cannot be opened is called the same, wherever the command is run", async () => {
  touch("乱", "洛阳.xlsx");
  symlinkSync(at("没有了.xlsx"), at("乱", "断.xlsx"));
  const names: string[] = [];
  for (const [from, given] of [
    [folder, "乱"],
    [at("乱"), "."],
    [here, at("乱")],
  ] as const) {
    process.chdir(from);
    names.push(...(await workbookFiles([given], undefined)).shut.map(({ file }) => file));
  }
  expect(names).toEqual(["断.xlsx", "断.xlsx", "断.xlsx"]);
});
