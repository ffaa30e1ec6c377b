import { registerKeys } from "../../../src/domain/forms/index";
import { addDays, type CalendarDay, momentAt } from "../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../src/domain/register/check/check-workbook";
import { dueList } from "../../../src/domain/register/follow-up/due-list";
import { careAhead } from "../../../src/domain/register/care/generate-care";
import { referralsOf } from "../../../src/domain/register/care/referrals";
import { isBlankRow } from "../../../src/domain/register/register";
import type { SiteBook } from "../../../src/domain/register/site";
import { fillBook } from "../../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../../src/workbook/plan/plan-workbook";
import { sampleRegisters } from "../../../src/workbook/plan/sample";
import { readSiteFile } from "../../../src/workbook/xlsx/site-file";
import { writeBook } from "../../../src/xlsx/write";
import { newSite, site, today } from "../planned-site";

const read = async (day: CalendarDay, policy = "000"): Promise<SiteBook> => {
  const plan = planWorkbook({ ...newSite, policy }, day);
  const fresh = await readSiteFile(await writeBook(plan));
  return readSiteFile(await writeBook(fillBook(plan, sampleRegisters(fresh.site, day))));
};

const days = [today, "2024-02-29", "2026-01-01", "2027-10-03"].map((day) => day as CalendarDay);

describe("the sample", () => {
  test.each(days)("on %s is found in order by our own check", async (day) => {
    const book = await read(day);
    expect(checkWorkbook(book, day).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("leaves no table empty, and what it shows to be done is all that is warned of", async () => {
    const book = await read(today);
    for (const key of registerKeys) {
      const register = book.registers[key];
      const used = register && Array.from({ length: register.count }, (_, at) => !isBlankRow(register, at));
      expect([key, used?.every(Boolean)]).toEqual([key, true]);
    }
    const warned = checkWorkbook(book, today).filter(({ severity }) => severity === "warning");
    expect([...new Set(warned.map(({ code }) => code))].sort()).toEqual([
      "awaitsReassignment",
      "instalmentOverdue",
    ]);
  });

  test("an owner has brought a friend (R16), and deals say where their buyers live", async () => {
    const book = await read(today);
    const { visitors, deals } = book.registers;
    expect(visitors?.columns.get("channels")).toContain("老带新");
    expect(referralsOf(book).broughtBy.size).toBe(1);
    expect(deals?.columns.get("residenceArea")).not.toContain(null);
    expect(checkWorkbook(book, today).length).toBeLessThan(13);
  });

  test("every owner has said whether they may be contacted (R15)", async () => {
    const ahead = careAhead(await read(today), today);
    expect(ahead.unasked).toEqual([]);
    expect(ahead.tasks.length).toBeGreaterThan(0);
  });

  test("the door's log follows the order: whoever is next has waited longest", async () => {
    const book = await read(today);
    const { rotation, receptions } = book.registers;
    const column = (from: typeof rotation, key: string) => from?.columns.get(key) ?? [];
    const turns = column(receptions, "receiver").filter((_, at) => column(receptions, "counts")[at] === "是");
    expect(turns.length).toBeGreaterThan(1);
    expect(turns).toEqual(column(rotation, "consultant").slice(0, turns.length));
  });

  test("has thirty clients in every state", async () => {
    const book = await read(today);
    expect(book.registers.grades?.count).toBe(30);
    const lines = dueList(book, today, { all: true });
    const kinds = new Set(lines.map(({ status, grade }) => `${grade} ${status}`));
    for (const kind of ["A overdue", "A today", "B overdue", "B today", "C overdue", "C today", "C week"])
      expect(kinds).toContain(kind);
    expect(lines.some(({ grade, statusText }) => grade === "D" && statusText === "待活动")).toBe(true);
    expect(kinds).toContain("× reassignment");
    expect(lines.some(({ sleeping }) => sleeping)).toBe(true);
    expect(book.registers.deals?.count).toBe(3);
    expect(book.registers.followUps?.columns.get("clientId")).not.toContain(null);
  });

  test("is the same every time, and counts on from the numbers given", () => {
    expect(sampleRegisters(site, today)).toEqual(sampleRegisters(site, today));
    const further = sampleRegisters({ ...site, highest: new Map([["LY-ZS", 7]]) }, today);
    expect(further).toContainEqual({ kind: "counter", prefix: "LY-ZS", highest: 8 });
  });

  test("says that it is invented, in every client's line", () => {
    const grades = sampleRegisters(site, today).flatMap((change) =>
      change.kind === "append" && change.form === "grades" ? [change.row["remarks"]] : [],
    );
    expect(grades).toHaveLength(30);
    for (const remark of grades) expect(remark).toContain("示例");
  });

  test.each([1, 148, 700, 1439])("%d minutes after midnight: nothing of it is later than that", (gone) => {
    const now = momentAt(today, gone);
    const done = sampleRegisters(site, today, gone).flatMap((change) =>
      change.kind === "append"
        ? ["contactedAt", "calledAt", "at"].flatMap((key) => change.row[key] ?? []).map(String)
        : [],
    );
    expect(done.filter((at) => at.startsWith(today)).length).toBeGreaterThan(0);
    expect(done.filter((at) => at > now)).toEqual([]);
  });

  test("reaches back two months and never forward", () => {
    const contacts = sampleRegisters(site, today).flatMap((change) =>
      change.kind === "append" && change.form === "followUps" ? [String(change.row["contactedAt"])] : [],
    );
    expect(contacts.every((at) => at.slice(0, 10) <= today)).toBe(true);
    expect(contacts.some((at) => at < addDays(today, -50))).toBe(true);
  });
});
