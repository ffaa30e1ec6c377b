/** What of a damaged file head office does not get, and is told of (R19). */
import type { Book } from "../../src/book/book";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import { outlineOf } from "../../src/domain/head-office/merge-shares";
import type { SiteShare } from "../../src/domain/head-office/share";
import { damagesOf } from "../../src/workbook/plan/damage";
import { lacksInWords } from "../../src/workbook/plan/hq-lacks";
import { schemaVersion } from "../../src/workbook/plan/ledger-sheet";
import { planNow } from "../../src/workbook/plan/plan-workbook";
import { inspectSiteFile } from "../../src/workbook/xlsx/inspect-file";
import { readSite } from "../../src/workbook/xlsx/site-file";
import { siteShare } from "../../src/workbook/xlsx/site-share";
import { writeBook } from "../../src/xlsx/write";
import { type Blow, changed, deleteSheet, leaveOut, placeOf, writeBelow } from "./damaged-book";
import { siteBook } from "./office/damaged";

const given = {
  file: "洛阳.xlsx",
  hash: "h",
  copied: "2026-11-20T08:00:00Z",
  latest: "2026-11-24T00:00:00Z",
};

const shared = async (...blows: readonly Blow[]): Promise<SiteShare> => {
  const book = blows.reduce<Book>((now, blow) => blow(now), siteBook());
  const outcome = await siteShare(await writeBook(book), given, { today: "2026-11-22" as CalendarDay });
  if (outcome.kind !== "share") throw new Error(outcome.kind);
  return outcome.share;
};

const said = (share: SiteShare, language: "zh" | "en"): string =>
  lacksInWords(outlineOf(share), schemaVersion, language);

const toRange: Blow = (book) =>
  changed(book, placeOf(book, "Visitors")?.sheet.name ?? "", (sheet) => ({
    ...sheet,
    tables: sheet.tables.filter(({ name }) => name !== "Visitors"),
  }));

test("rows below their table are told with their places; a note below it is none", async () => {
  const whole = await shared();
  const rows = whole.registers.visitors?.rows ?? [];
  expect(whole.lacks).toEqual([]);
  const share = await shared(leaveOut("Visitors", 3));
  expect(share.lacks).toEqual([
    { kind: "rowsOutside", form: "visitors", sheet: "来访登记", first: rows.at(-3), last: rows.at(-1) },
  ]);
  expect(share.registers.visitors?.rows).toHaveLength(rows.length - 3);
  expect(said(share, "zh")).toBe(
    `写在表格外面、没有并入的行：来访客户登记表（工作表“来访登记”第 ${rows.at(-3)} 行到第 ${rows.at(-1)} 行）。`,
  );
  expect(said(share, "en")).toContain(`rows ${rows.at(-3)} to ${rows.at(-1)}`);
  expect((await shared(writeBelow("Visitors", 2, { 姓名: "以上为十一月来访" }))).lacks).toEqual([]);
});

test("a whole workbook is looked at once: the notes below its small tables are no rows left out", async () => {
  const { mayLeaveOut } = await readSite(await writeBook(siteBook()));
  expect(mayLeaveOut).toBe(false);
});

test("without its hidden sheet a workbook is no older one, and check warns of the numbers", async () => {
  const bare: Blow = deleteSheet("_案场簿");
  const share = await shared(bare);
  expect([share.schemaVersion, share.book]).toEqual([schemaVersion, undefined]);
  expect(said(share, "zh")).toBe("");
  const today = "2026-11-22" as CalendarDay;
  const { inspected } = await inspectSiteFile(await writeBook(bare(siteBook())));
  const [problem] = damagesOf(inspected, planNow(today, "x")).map((each) => each.problem);
  expect([problem?.code, problem?.severity]).toEqual(["ledgerMissing", "warning"]);
});

test("a table turned into plain cells is not said to be gone", async () => {
  const share = await shared(toRange);
  expect(share.lacks).toEqual([{ kind: "unreadTable", form: "visitors", sheet: "来访登记" }]);
  expect(said(share, "zh")).toBe(
    "表格被转成了普通区域，或表名被改，里面的行没有并入，上次汇总的也不沿用：来访客户登记表（工作表“来访登记”）。",
  );
});
