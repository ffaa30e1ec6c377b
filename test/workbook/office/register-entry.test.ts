import fc from "fast-check";
import type { CalendarDay, Moment } from "../../../src/domain/kit/calendar-day";
import { checkWants, checkWorkbook } from "../../../src/domain/register/check/check-workbook";
import { callWants, registerCall } from "../../../src/domain/register/client/register-call";
import { registerVisit, visitWants } from "../../../src/domain/register/client/register-visit";
import type { SiteBook } from "../../../src/domain/register/site";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter, type Entered } from "../../../src/workbook/office/register-entry";
import { impatient, intercept, modelOf, sitDown } from "./desk";
import { type Filled, plainSite, roster } from "./plain-site";

const today = "2026-11-22" as CalendarDay;
const now = "2026-11-22 10:30" as Moment;

interface Guest {
  readonly name: string;
  readonly mobile: string;
  readonly consultant: string;
}

const visit = (guest: Guest): Promise<Entered> =>
  enter(openWorkbook({ patience: impatient() }), {
    doing: "登记来访",
    wants: visitWants,
    decide: (book) =>
      registerVisit(
        book,
        {
          ...guest,
          visitDate: today,
          gender: "男",
          channels: "路过",
          notes: `${guest.name}看房：${guest.mobile}`,
        },
        { today, now },
      ),
  });

const call = (guest: Guest): Promise<Entered> =>
  enter(openWorkbook({ patience: impatient() }), {
    doing: "登记来电",
    wants: callWants,
    decide: (book) =>
      registerCall(
        book,
        {
          ...guest,
          calledAt: now,
          gender: "男",
          channels: "路过",
          notes: `${guest.name}来电：${guest.mobile}`,
        },
        { today, now },
      ),
  });

const readAll = (): Promise<SiteBook> => openWorkbook({ patience: impatient() }).read(checkWants, "核对");
const column = (book: SiteBook, form: "visitors" | "calls" | "grades" | "followUps", key: string) =>
  (book.registers[form]?.columns.get(key) ?? []).map(String).filter((cell) => cell !== "");

const zhangSan: Guest = { name: "张三", mobile: "138 0379 1234", consultant: "王芳" };

test("registering a client takes three round trips, whatever the size of the house", async () => {
  const visitors = Array.from({ length: 20_000 }, (_, at) => ({
    clientId: `LY-LS${String(at + 1).padStart(3, "0")}`,
    visitDate: "2026-01-05",
    consultant: "李强",
    name: "李四",
    mobile: `139${String(at).padStart(8, "0")}`,
  }));
  const model = await modelOf(plainSite({ filled: { consultants: roster, visitors } }));
  const desk = sitDown(model);
  const port = openWorkbook({ patience: impatient() });
  const decide = (book: SiteBook) =>
    registerVisit(book, { ...zhangSan, visitDate: today, gender: "男", channels: "路过" }, { today, now });
  const entered = await enter(port, { doing: "登记来访", wants: visitWants, decide });
  const { requests, bytes } = desk.traffic();
  expect(entered).toMatchObject({ ok: true, clientId: "LY-ZS001", rows: [20_005, 5, 5], differing: [] });
  expect(requests).toBeLessThanOrEqual(3);
  expect(bytes / requests).toBeLessThan(5 * 1024 * 1024);
});

const known: Filled = {
  visitors: [
    {
      clientId: "LY-ZS001",
      visitDate: "2026-11-01",
      consultant: "王芳",
      name: "张帅",
      mobile: "138 0379 0000",
    },
  ],
  grades: [{ clientId: "LY-ZS001", consultant: "王芳", reachedC: "2026-11-01" }],
  followUps: [
    {
      clientId: "LY-ZS001",
      contactedAt: "2026-11-01",
      method: "来访",
      notes: "第一次来",
      consultant: "王芳",
    },
  ],
  counters: [{ prefix: "LY-ZS", highest: 1 }],
};

/** Whose number is whose: one for each person, the same in every register. */
const expectOneNumberEach = (book: SiteBook, guests: readonly Guest[]): void => {
  const numbers = guests.map(({ mobile }) => {
    const digits = mobile.replaceAll(" ", "");
    const rows = (["visitors", "calls"] as const).flatMap((form) => {
      const register = book.registers[form];
      return (register?.columns.get("mobile") ?? []).flatMap((cell, at) =>
        String(cell).replaceAll(" ", "") === digits ? [String(register?.columns.get("clientId")?.[at])] : [],
      );
    });
    expect(rows).toHaveLength(1);
    const notes = book.registers.followUps?.columns.get("notes") ?? [];
    const contact = notes.findIndex((cell) => String(cell).endsWith(mobile));
    // The contact follows its client's number.
    expect(book.registers.followUps?.columns.get("clientId")?.[contact]).toBe(rows[0]);
    expect(column(book, "grades", "clientId").filter((id) => id === rows[0])).toHaveLength(1);
    return rows[0]!;
  });
  expect(new Set(numbers).size).toBe(guests.length);
  for (const number of numbers)
    expect(book.site.highest.get(number.slice(0, 5)) ?? 0).toBeGreaterThanOrEqual(Number(number.slice(5)));
};

test("two consultants register at the same moment: no number twice, no row lost, references follow", async () => {
  const names = fc.constantFrom("张三", "张帅", "赵四", "李四");
  const consultants = fc.constantFrom("王芳", "李强");
  const kinds = fc.constantFrom("visit" as const, "call" as const);
  const entries = fc.array(fc.record({ name: names, consultant: consultants, kind: kinds }), {
    minLength: 1,
    maxLength: 2,
  });
  const model = await modelOf(plainSite());
  const desks = [sitDown(model), sitDown(model, { colleague: true })];
  // Every request of these desks waits for its turn, which the scheduler gives.
  let turns: fc.Scheduler | undefined;
  let taken = 0;
  desks.forEach((desk, at) => {
    intercept(desk, async () => {
      taken++;
      await turns?.schedule(Promise.resolve(), `desk ${at}`);
    });
  });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      entries,
      entries,
      fc.boolean(),
      async (scheduler, first, second, blank) => {
        await model.load(plainSite({ filled: { consultants: roster, ...(blank ? {} : known) } }));
        turns = scheduler;
        const guests: Guest[] = [];
        const work = [first, second].map((own, desk) =>
          desks[desk]!.at(async () => {
            for (const [at, { kind, name, consultant }] of own.entries()) {
              const guest = { name, consultant, mobile: `13${8 - desk} 0379 111${at}` };
              guests.push(guest);
              const entered = await (kind === "visit" ? visit(guest) : call(guest));
              expect(entered.ok).toBe(true);
            }
          }),
        );
        await scheduler.waitFor(Promise.all(work));
        turns = undefined;
        const book = await desks[0]!.at(readAll);
        expectOneNumberEach(book, guests);
        const serious = checkWorkbook(book, today).filter(({ rule }) => rule === "R1");
        expect(serious).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
  expect(taken).toBeGreaterThan(60 * 6);
});

test("what a colleague changed since we read is decided anew on the new ground", async () => {
  const model = await modelOf(plainSite({ filled: { ...known, consultants: roster } }));
  sitDown(model);
  const port = openWorkbook({ patience: impatient() });
  let seen = 0;
  const entered = await enter(port, {
    doing: "调整级别",
    wants: { grades: ["clientId", "remarks"] },
    decide: (book) => {
      const was = book.registers.grades?.columns.get("remarks")?.[0] ?? null;
      const change = {
        kind: "set",
        form: "grades",
        row: 5,
        key: "remarks",
        was,
        value: `${was ?? ""}我方`,
      } as const;
      const row = { contactedAt: now, clientId: "LY-ZS001", notes: "改备注" };
      return {
        ok: true,
        clientId: "LY-ZS001" as never,
        hints: [],
        changes: [{ kind: "append", form: "followUps", row }, change],
      };
    },
    settle: () => [],
  });
  expect(entered).toMatchObject({ ok: true });
  const decide = async () =>
    enter(port, {
      doing: "调整级别",
      wants: { grades: ["remarks"] },
      decide: (book) => {
        const was = book.registers.grades?.columns.get("remarks")?.[0] ?? null;
        // A colleague writes between our reading and our writing, twice.
        if (seen++ < 2)
          void model.userEdits(
            { sheet: "等级跟踪", top: 4, left: 16, cells: [[`同事${seen}`]] },
            { from: "typed" },
          );
        return {
          ok: true,
          clientId: "LY-ZS001" as never,
          hints: [],
          changes: [
            { kind: "set", form: "grades", row: 5, key: "remarks", was, value: `${String(was)}，我方` },
          ],
        };
      },
      settle: () => [],
    });
  expect(model.cells("等级跟踪", { top: 3, left: 16, bottom: 3, right: 16 })[0]).toEqual(["备注情况"]);
  await decide();
  expect(seen).toBe(3);
  expect(model.cells("等级跟踪", { top: 4, left: 16, bottom: 4, right: 16 })[0]).toEqual(["同事2，我方"]);
});

test("a colleague who is faster every time: said, and nothing is written", async () => {
  const model = await modelOf(plainSite({ filled: { ...known, consultants: roster } }));
  sitDown(model);
  let seen = 0;
  await expect(
    enter(openWorkbook({ patience: impatient() }), {
      doing: "调整级别",
      wants: { grades: ["remarks"] },
      decide: (book) => {
        const was = book.registers.grades?.columns.get("remarks")?.[0] ?? null;
        void model.userEdits(
          { sheet: "等级跟踪", top: 4, left: 16, cells: [[`同事${++seen}`]] },
          { from: "typed" },
        );
        return {
          ok: true,
          clientId: "LY-ZS001" as never,
          hints: [],
          changes: [
            { kind: "append", form: "followUps", row: { clientId: "LY-ZS001" } },
            { kind: "set", form: "grades", row: 5, key: "remarks", was, value: "我方" },
          ],
        };
      },
      settle: () => [],
    }),
  ).rejects.toMatchObject({ code: "outrun" });
  expect(model.cells("跟踪记录", { top: 5, left: 1, bottom: 5, right: 1 })[0]).toEqual([null]);
  expect(model.cells("等级跟踪", { top: 4, left: 16, bottom: 4, right: 16 })[0]).toEqual([`同事${seen}`]);
});
