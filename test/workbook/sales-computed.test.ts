/** R12, R13: whatever was done with clients and homes, the sheet's own formulas, run by LibreOffice, tell the domain's story. */
import fc from "fast-check";
import { fieldsOf } from "../../src/domain/form/form";
import { formOf, type RegisterKey } from "../../src/domain/forms/index";
import { addDays, type CalendarDay, dayOfSerial } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import { cellAt, type RawCell, type Register, type Row } from "../../src/domain/register/register";
import { salesLedger } from "../../src/domain/register/sales/sales-ledger";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import type { SiteBook } from "../../src/domain/register/site";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { cellsOf, written } from "../domain/register/book-of";
import { depositCases, drawn } from "../domain/register/sales/deposit-cases";
import { type Act, act, clients, onAnyDay, start } from "../domain/register/sales/sales-acts";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { newSite, onDay } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const sold = ["visitors", "grades", "units", "deals", "receipts", "instalments", "applications"] as const;
const told = ["deals", "receipts", "instalments", "applications", "grades"] as const;
const today = "2024-03-10" as CalendarDay;

const uncomputed = (register: Register): Register => ({
  ...register,
  columns: new Map(
    [...register.columns].map(([name, cells]) => {
      const field = register.form.fields[name];
      return [name, field?.kind === "computed" && field.by === "sheet" ? cells.map(() => null) : cells];
    }),
  ),
});

const recomputed = async (changes: readonly Change[]): Promise<SiteBook> => {
  const book = fillBook(planWorkbook(newSite, today), changes);
  const path = files.write("sales.xlsx", await writeBook(onDay(book, today)));
  const [bytes = new Uint8Array()] = recalculate([path], files.folder);
  return readSiteFile(bytes);
};

/** By each its own two clients and three homes. */
const renumbered = (book: SiteBook, at: number): readonly Change[] => {
  const ours = new Map(clients.map((each) => [String(each), `${each.slice(0, -3)}${String(1001 + at)}`]));
  const cell = (value: RawCell): RawCell => {
    if (typeof value !== "string") return value;
    const client = ours.get(value.replace(/^C/u, ""));
    if (client !== undefined) return value.startsWith("C") ? `C${client}` : client;
    return value.replace(/^1-1-03/u, `${at + 1}-1-03`);
  };
  return sold.flatMap((form) =>
    cellsOf(book, form).map((cells): Change => {
      const row = Object.fromEntries(
        Object.entries(cells).flatMap(([key, value]) => (value === null ? [] : [[key, cell(value)]])),
      ) as Row;
      return { kind: "append", form, row };
    }),
  );
};

const dayless = (cell: RawCell, gives: string): RawCell =>
  typeof cell === "number" && gives === "day" ? (dayOfSerial(cell) ?? cell) : (cell ?? "");

/** What sheet and domain say otherwise, row by row. */
const apart = (book: SiteBook): readonly string[] => {
  const bare = Object.fromEntries(
    Object.entries(book.registers).map(([key, register]) => [key, uncomputed(register)]),
  );
  const filled = withSheetAnswers({ ...book, registers: bare }, today);
  return told.flatMap((form: RegisterKey) => {
    const [there, ours] = [book.registers[form] as Register, filled.registers[form] as Register];
    return fieldsOf(formOf(form)).flatMap(([key, field]) => {
      if (field.kind !== "computed" || field.by !== "sheet") return [];
      return Array.from({ length: there.count }, (_, at) => at).flatMap((at) => {
        const [sheet, domain] = [there, ours].map((each) => dayless(cellAt(each, key, at), field.gives));
        const who = String(cellAt(there, form === "deals" ? "dealId" : "clientId", at)).replace(/^C/u, "");
        return sheet === domain
          ? []
          : [`${who} ${form} ${key} ${at + 5}: ${String(sheet)} / ${String(domain)}`];
      });
    });
  });
};

const storyOf = (steps: readonly Act[]): string =>
  steps
    .map(({ does, client, unit, other, amount, days }) =>
      [`+${days}`, does, client, unit, other, amount].join(" "),
    )
    .join("、");

const lived = (steps: readonly Act[]): SiteBook => {
  let book = start();
  let day = "2024-01-01" as CalendarDay;
  for (const step of steps) {
    day = addDays(day, step.days);
    book = act(book, step, day).book;
  }
  return book;
};

/** With a plan for every deal, where its row stands in the end: two instalments, one of them due by now. */
const planned = (book: SiteBook): SiteBook =>
  written(
    book,
    cellsOf(book, "deals").flatMap(({ dealId, unitNo, subscribedOn }) =>
      [10, 90].map((after): Change => {
        const [clientId, dueOn] = [String(dealId).slice(1), addDays(subscribedOn as CalendarDay, after)];
        const row = { clientId, unitNo: String(unitNo), term: `第 ${after} 天`, dueOn, amount: 130000 };
        return { kind: "append", form: "instalments", row };
      }),
    ),
  );

/**
 * Clients with a deal given back on the day of its own 认购, or one that came by 调房 to a home they had given back since
 * its 认购: days cannot tell the sheet whose money is whose (`ofOtherDeals`).
 */
const untold = (book: SiteBook): ReadonlySet<string> => {
  const { deals } = salesLedger(book, today);
  return new Set(
    deals.flatMap(({ clientId, key, subscribedOn, closedBy }) => {
      const ended = closedBy?.closedOn;
      if (ended === undefined) return [];
      const isLate = deals.some(
        (each) =>
          each.clientId === clientId &&
          each.key === key &&
          (each.subscribedOn ?? "") < ended &&
          (each.closedBy?.closedOn ?? "9") > ended,
      );
      return ended === subscribedOn || isLate ? [String(clientId)] : [];
    }),
  );
};

describeWith("LibreOffice", hasLibreOffice)("sheet and domain", () => {
  test("tell the same of every deposit that is drawn", async () => {
    const book = await recomputed(
      depositCases.flatMap(({ deals = "", receipts = "", applications = "" }, at) =>
        renumbered(drawn(deals, receipts, applications), at),
      ),
    );
    const said = cellsOf(book, "receipts").map(({ depositStatus }) => String(depositStatus ?? ""));
    expect(said.filter((each) => each !== "").join(" ")).toBe(
      depositCases
        .map(({ statuses = "" }) => statuses)
        .filter((each) => each !== "")
        .join(" "),
    );
  });

  test("tell the same of whatever is done", async () => {
    const histories = fc.sample(fc.array(onAnyDay, { minLength: 15, maxLength: 40 }), 40);
    const book = await recomputed(histories.flatMap((steps, at) => renumbered(planned(lived(steps)), at)));
    const beyond = untold(book);
    const found = apart(book).filter((each) => !beyond.has(each.split(" ")[0] ?? ""));
    const lives = found.map((each) => storyOf(histories[Number(/\d{4}/u.exec(each)?.[0]) - 1001] ?? []));
    expect(found.map((each, at) => [each, lives[at]])).toEqual([]);
    expect(salesLedger(book, today).deals.length).toBeGreaterThan(60);
  });
});
