/** The workbook as a file, judged by programs that are not ours: openpyxl, the Open XML SDK, LibreOffice. */
import { cellAddress, parseArea } from "../../src/book/address";
import type { Sheet } from "../../src/book/book";
import {
  addDays,
  type CalendarDay,
  daysBetween,
  dayOfSerial,
  serialOfDay,
} from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import { dueList } from "../../src/domain/register/follow-up/due-list";
import { gradeRowOf, gradeRows } from "../../src/domain/register/grade-rows";
import { contactHistories } from "../../src/domain/register/follow-up/contact-history";
import { cellAt, type RawCell, type Register } from "../../src/domain/register/register";
import type { SiteBook } from "../../src/domain/register/site";
import { createUniverCalculator } from "../../src/excel-host/calculator-univer";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { manyClients } from "./many-clients";
import { manySales } from "./many-sales";
import { freshBook, newSite, onDay, sampleBook, today as planDay } from "./planned-site";
import {
  describeWith,
  hasLibreOffice,
  hasOpenpyxl,
  hasValidator,
  openpyxl,
  recalculate,
  temporaryFiles,
  validate,
} from "../xlsx/tools";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

describeWith("Open XML SDK validator", hasValidator)("for the Open XML SDK", () => {
  test("the fresh workbook and the one with the sample are valid", async () => {
    const paths = [
      files.write("fresh.xlsx", await writeBook(freshBook())),
      files.write("sample.xlsx", await writeBook(sampleBook())),
    ];
    expect(validate(paths)).toEqual([]);
  });
});

interface Seen {
  readonly name: string;
  readonly state: string;
  readonly freeze: string | null;
  readonly tables: readonly {
    readonly name: string;
    readonly ref: string;
    readonly columns: readonly unknown[];
  }[];
  readonly validations: readonly { readonly range: string; readonly prompt: readonly unknown[] }[];
  readonly highlights: readonly {
    readonly range: string;
    readonly formula: string;
    readonly priority: number;
  }[];
  readonly links: Readonly<Record<string, unknown>>;
  readonly protection: { readonly on: boolean; readonly password: string | null };
  readonly print: {
    readonly titles: string | null;
    readonly footer: string | null;
    readonly fit: readonly unknown[];
  };
}

describeWith("openpyxl", hasOpenpyxl)("for openpyxl", () => {
  const book = freshBook();
  let sheets: readonly Seen[] = [];
  let names: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    const [dumped] = openpyxl("book", [files.write("seen.xlsx", await writeBook(book))]);
    ({ sheets, names } = dumped?.found as {
      sheets: readonly Seen[];
      names: Readonly<Record<string, string>>;
    });
  });

  test.each(book.sheets.map((sheet) => [sheet.name, sheet] as const))(
    "%s has what the plan asks for",
    (name, sheet: Sheet) => {
      const seen = sheets.find((each) => each.name === name);
      expect(seen?.state).toBe(sheet.visibility);
      expect(seen?.tables.map((table) => [table.name, table.ref, table.columns.length])).toEqual(
        sheet.tables.map((table) => [table.name, table.range, table.columns.length]),
      );
      expect(seen?.validations.map(({ range, prompt }) => [range, prompt[1]])).toEqual(
        sheet.validations.map(({ range, prompt }) => [range, prompt?.title ?? null]),
      );
      const highlights = [...(seen?.highlights ?? [])].sort((a, b) => a.priority - b.priority);
      expect(highlights.map(({ range, formula }) => [range, `=${formula}`])).toEqual(
        sheet.highlights.map(({ range, formula }) => [range, formula]),
      );
      expect(Object.keys(seen?.links ?? {}).sort()).toEqual(sheet.links.map(({ cell }) => cell).sort());
      expect(seen?.protection.on).toBe(sheet.protection !== undefined);
      expect(seen?.protection.password).toBeNull();
      expect(seen?.print.footer).toBe(sheet.print?.centerFooter ?? null);
      expect(seen?.print.titles).toBe(sheet.print?.titleRows?.replace(/\d+/gu, "$$$&") ?? null);
      if (sheet.freeze) expect(seen?.freeze).not.toBeNull();
    },
  );

  test("the names are there", () => {
    expect(names).toEqual(
      expect.objectContaining(
        Object.fromEntries(book.names.map(({ name, refersTo }) => [name, refersTo.slice(1)])),
      ),
    );
  });
});

const days = ["2026-09-25", "2026-10-01", "2026-10-16", "2026-11-22", "2027-02-20"].map(
  (day) => day as CalendarDay,
);
const [firstDay = "" as CalendarDay] = days;
const clients = 300;

const day = (cell: RawCell): CalendarDay | "" => (typeof cell === "number" ? (dayOfSerial(cell) ?? "") : "");

const rowsOf = (register: Register | undefined, keys: readonly string[]) =>
  new Map(
    Array.from({ length: register?.count ?? 0 }, (_, index) => {
      const cells = keys.map((key) => (register ? cellAt(register, key, index) : null));
      return [String(cells[0]), cells.slice(1)] as const;
    }),
  );

/** Occasions that are not for D, for everybody, struck out, and for D among others. */
const occasionsAround = (today: CalendarDay): readonly Change[] =>
  (
    [
      [1, "√、A"],
      [4, undefined],
      [9, "/"],
      [-2, "B"],
      [-6, "C、D"],
    ] as const
  ).map(([ahead, audience]) => ({
    kind: "append",
    form: "events",
    row: {
      date: addDays(today, ahead),
      name: `示例活动${ahead}`,
      kind: "促销",
      ...(audience === undefined ? {} : { audience }),
    },
  }));

describeWith("LibreOffice", hasLibreOffice)("computed by LibreOffice", () => {
  const computed = new Map<CalendarDay, SiteBook>();
  const homes = new Map<CalendarDay, ReadonlyMap<string, unknown>>();
  let sample: Uint8Array = new Uint8Array();
  let empty: Uint8Array = new Uint8Array();

  beforeAll(async () => {
    const paths: string[] = [];
    for (const [index, each] of days.entries()) {
      // Other clients every day, with contacts until then: so each day has every state.
      const people = manyClients(clients, each, index);
      const changes = [...people, ...manySales(people, each, index), ...occasionsAround(each)];
      const book = fillBook(planWorkbook(newSite, each), changes);
      paths.push(files.write(`on-${each}.xlsx`, await writeBook(onDay(book, each))));
    }
    paths.push(files.write("computed-sample.xlsx", await writeBook(onDay(sampleBook(), planDay))));
    paths.push(files.write("empty.xlsx", await writeBook(freshBook())));
    const results = recalculate(paths, files.folder);
    [sample = sample, empty = empty] = results.slice(-2);
    for (const [index, each] of days.entries()) {
      const bytes = results[index] ?? new Uint8Array();
      computed.set(each, await readSiteFile(bytes));
      const read = await readSheets(bytes);
      const home = read.sheets.find(({ name }) => name === "首页");
      const at = (address: string): unknown => {
        const area = parseArea(address);
        const row = home?.rows.find((line) => line.row === area?.top);
        return row && area ? valueAt(row, area.left) : undefined;
      };
      homes.set(each, new Map(["B6", "D6", "F6", "H6"].map((cell) => [cell, at(cell)])));
    }
  });

  test.each(days)("on %s grades, last contacts, due days and states are the domain's", (today) => {
    const book = computed.get(today) as SiteBook;
    const rows = rowsOf(book.registers.grades, [
      "clientId",
      "grade",
      "date",
      "lastContact",
      "nextDue",
      "dueStatus",
    ]);
    expect(rows.size).toBe(clients);
    const states = new Set([...rows.values()].map(([, , , , state]) => String(state).replace(/\d+/u, "n")));
    expect(states.size).toBeGreaterThanOrEqual(6);
    const histories = contactHistories(book, today);
    const graded = gradeRowOf(gradeRows(book, today));
    const lines = new Map(dueList(book, today, { all: true }).map((line) => [String(line.clientId), line]));
    for (const [id, [grade, , lastContact, nextDue, dueStatus]] of rows) {
      const row = [...graded.values()].find(({ clientId }) => clientId === id);
      const line = lines.get(id);
      const history = histories.get(row?.clientId as never);
      expect([id, grade, day(lastContact ?? null), day(nextDue ?? null), dueStatus]).toEqual([
        id,
        row?.grade,
        history?.last,
        line?.due ?? "",
        line === undefined ? "已成交" : line.statusText,
      ]);
    }
  });

  test.each(days)("on %s 首页 counts what the domain counts", (today) => {
    const book = computed.get(today) as SiteBook;
    const lines = dueList(book, today, { all: true });
    const ahead = (line: (typeof lines)[number]): number => (line.due ? daysBetween(today, line.due) : 9999);
    const home = homes.get(today);
    expect(home?.get("B6")).toBe(lines.filter((line) => ahead(line) < 0).length);
    expect(home?.get("D6")).toBe(lines.filter((line) => ahead(line) === 0).length);
    expect(home?.get("F6")).toBe(lines.filter((line) => ahead(line) > 0 && ahead(line) <= 7).length);
    expect(home?.get("H6")).toBe(lines.filter(({ sleeping }) => sleeping).length);
  });

  test("calls of one day are numbered without a double", () => {
    const calls = computed.get(firstDay)?.registers.calls;
    const seen = new Set<string>();
    for (let index = 0; calls && index < calls.count; index++) {
      const number = `${day(cellAt(calls, "calledAt", index))} ${String(cellAt(calls, "no", index))}`;
      expect(number).toMatch(/ \d+$/u);
      expect(seen.has(number)).toBe(false);
      seen.add(number);
    }
    expect(seen.size).toBe(calls?.count);
  });

  test("names follow the number, deals say how long and how often", () => {
    const book = computed.get(firstDay);
    const names = rowsOf(book?.registers.grades, ["clientId", "name"]);
    for (const [, [name]] of names) expect(name).toMatch(/^示例\d+$/u);
    const followUps = rowsOf(book?.registers.followUps, ["clientId", "name"]);
    for (const [id, [name]] of followUps) expect(name).toBe(names.get(id)?.[0]);
    const deals = rowsOf(book?.registers.deals, ["dealId", "daysToDeposit", "visitCount"]);
    expect(deals.size).toBeGreaterThan(10);
    for (const [, [howLong, howOften]] of deals) {
      expect(typeof howLong === "number" || howLong === "/").toBe(true);
      expect(["/", "一次", "二次", "三次", "四次", "五次"]).toContain(howOften);
    }
  });

  test("the trial host computes every formula of the sample as LibreOffice does", async () => {
    const { sheets } = await readSheets(sample, { serials: true });
    const theirs = new Map(
      sheets.flatMap(({ name, rows }) =>
        rows.flatMap(({ row, cells }) =>
          cells.map(({ column, value }) => [`${name} ${cellAddress(row, column)}`, value]),
        ),
      ),
    );
    const calculator = createUniverCalculator({ today: () => serialOfDay(planDay) });
    const results = await calculator.load(onDay(sampleBook(), planDay));
    calculator.dispose();
    expect(results.length).toBeGreaterThan(800);
    for (const { sheet, row, column, value } of results) {
      const cell = `${sheet} ${cellAddress(row, column)}`;
      const judge = theirs.get(cell) ?? "";
      if (typeof value === "number" && typeof judge === "number")
        expect([cell, value - judge]).toEqual([cell, expect.closeTo(0, 6)]);
      else expect([cell, value ?? ""]).toEqual([cell, judge]);
    }
  });

  test("no formula comes to an error", async () => {
    const read = await readSheets(empty);
    const errors = read.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) =>
        cells.flatMap(({ column, value }) =>
          typeof value === "string" && /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!)$/u.test(value)
            ? [`${name} ${row} ${column} ${value}`]
            : [],
        ),
      ),
    );
    expect(errors).toEqual([]);
  });
});
