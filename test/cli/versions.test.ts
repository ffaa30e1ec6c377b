/** Files of former and of newer versions, checked on the command line. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkCommand } from "../../src/cli/check";
import { dueCommand } from "../../src/cli/due";
import { printCommand } from "../../src/cli/print";
import { Unusable } from "../../src/cli/outcome";
import { reasonOf } from "../../src/cli/reason";
import { reportCommand } from "../../src/cli/report";
import { editBook } from "../../src/xlsx/edit";

const fixture = (version: number): string => path.join(__dirname, `../fixtures/version-${version}.xlsx`);
const old = fixture(1);

const check = async (file: string): Promise<{ readonly out: string; readonly err: string }> => {
  const said = { out: "", err: "" };
  const out = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  const err = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  try {
    await checkCommand([file], { json: false, today: "2026-11-22" });
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.exitCode = 0;
  }
  return said;
};

test.each([1, 4, 5, 6, 7])(
  "a workbook of version %i is checked, said to be old, and nothing of it is called lost",
  async (version) => {
    const { out, err } = await check(fixture(version));
    expect(err).toBe("");
    expect(out).toContain(
      `这是旧版的案场簿（版本 ${version}，现为 8）。请在 Excel 里打开它，在案场簿窗格点“升级”`,
    );
    expect(out).not.toMatch(/这张表不见了|没有“.*”这张表|少了“/u);
  },
);

describe("one of a newer version is refused politely", () => {
  const newer = async (): Promise<string> => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "anchang-")), "新.xlsx");
    const bytes = await editBook(new Uint8Array(readFileSync(old)), [
      { kind: "set", sheet: "_案场簿", cells: [{ at: "E4", content: 9 }] },
    ]);
    writeFileSync(file, bytes);
    return file;
  };

  test("by check", async () => {
    const { out, err } = await check(await newer());
    expect(out).toBe("");
    expect(err).toMatch(/版本 9：由更新的案场簿建立；请先更新案场簿/u);
  });

  test.each([
    ["due", (file: string) => dueCommand(file, {})],
    ["print", (file: string) => printCommand("来访登记", file, { out: `${file}.print.xlsx` })],
    ["report", (file: string) => reportCommand("日报", file, {})],
  ])("by %s", async (_, run) => {
    const said = await run(await newer()).then(
      () => "",
      (cause: unknown) => (cause instanceof Unusable ? cause.message : reasonOf(cause)),
    );
    expect(said).toMatch(/版本 9：由更新的案场簿建立；请先更新案场簿/u);
  });
});
