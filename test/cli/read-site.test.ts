/** What stands beside the registers is in no list, report or print: the command says so (R14). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dueCommand } from "../../src/cli/due";
import { reportCommand } from "../../src/cli/report";
import { writeBook } from "../../src/xlsx/write";
import { type Blow, changed, leaveOut, placeOf } from "../workbook/damaged-book";
import { siteBook } from "../workbook/office/damaged";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-"));
const file = path.join(folder, "洛阳.xlsx");
const today = "2026-11-22";

afterAll(() => rmSync(folder, { recursive: true }));

const heard = async (blow: Blow | undefined, work: () => Promise<unknown>): Promise<string> => {
  const book = siteBook();
  writeFileSync(file, await writeBook(blow?.(book) ?? book));
  let said = "";
  const mute = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const hear = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await work();
  } finally {
    mute.mockRestore();
    hear.mockRestore();
  }
  return said;
};

const toRange: Blow = (book) =>
  changed(book, placeOf(book, "Visitors")?.sheet.name ?? "", (sheet) => ({
    ...sheet,
    tables: sheet.tables.filter(({ name }) => name !== "Visitors"),
  }));

test.each([
  ["due", () => dueCommand(file, { today })],
  ["report", () => reportCommand("funnel", file, { today })],
])("%s names the rows below a table and a table that is none any more", async (_, work) => {
  expect(await heard(undefined, work)).toBe("");
  expect(await heard(leaveOut("Visitors", 3), work)).toMatch(
    /洛阳\.xlsx：工作表“来访登记”第 \d+ 行到第 \d+ 行写在来访客户登记表的表格外面，没有算进来；请用 anchang repair/u,
  );
  expect(await heard(toRange, work)).toContain("洛阳.xlsx：工作表“来访登记”：来访客户登记表不再是表格");
});
