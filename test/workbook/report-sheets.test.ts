/** Reports as sheets: both writers alike, judged by openpyxl, LibreOffice and the Open XML SDK. */
import { areaAddress, parseArea } from "../../src/book/address";
import type { Sheet, Value } from "../../src/book/book";
import { createModel } from "../../src/excel-host/model/create";
import { startClient } from "../../src/excel-host/transports/native-bridge";
import { periodOf } from "../../src/domain/report/period";
import { type Column, type Report, type ReportKey, reportKeys } from "../../src/domain/report/report";
import { reports } from "../../src/domain/report/reports";
import type { Change } from "../../src/domain/register/change";
import type { Row } from "../../src/domain/register/register";
import type { SiteBook } from "../../src/domain/register/site";
import { addSheets } from "../../src/workbook/office/add-sheets";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { isGenerated } from "../../src/workbook/plan/generated-sheet";
import { gridOf } from "../../src/workbook/plan/report-grid";
import { figureSheet, reportBook, reportSheet } from "../../src/workbook/plan/report-sheets";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import {
  describeWith,
  hasOpenpyxl,
  hasPrinter,
  hasValidator,
  openpyxl,
  printed,
  temporaryFiles,
  validate,
} from "../xlsx/tools";
import { freshBook, sampleBook, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** Names and answers nobody should write, and more of them than a page holds. */
const wild: readonly Change[] = Array.from({ length: 90 }, (_, n): readonly Change[] => {
  const clientId = `LY-ZS${String(n + 1).padStart(3, "0")}`;
  const append = (form: "visitors" | "grades" | "lostClients", row: Row): Change => ({
    kind: "append",
    form,
    row,
  });
  return [
    append("visitors", {
      clientId,
      visitDate: "2026-11-22",
      consultant: ["王芳", "李强", "=1+1"][n % 3] ?? "",
      name: ['=HYPERLINK("http://x")', "+86", "@甲", "张三"][n % 4] ?? "",
      channels: `渠道${n}、<b>&amp;</b>`,
      residenceArea: `区${n}`.repeat(9),
      notes: `第${n}位：${"谈了很久，".repeat(n)}`,
      ...(n > 0 && { referrerId: `LY-ZS${String(Math.ceil(n / 3)).padStart(3, "0")}` }),
    }),
    append("grades", { clientId, consultant: "王芳", reachedC: "2026-11-01" }),
    append("lostClients", {
      lostId: `X${clientId}`,
      consultant: "李强",
      givenUpOn: "2026-11-22",
      lossReasons: `原因${n}、价格`,
      competitor: "=竞品",
    }),
  ];
}).flat();

const books: Record<"sample" | "wild" | "empty", SiteBook | undefined> = {
  sample: undefined,
  wild: undefined,
  empty: undefined,
};
type Which = keyof typeof books;
const read = async (book: ReturnType<typeof freshBook>): Promise<SiteBook> =>
  readSiteFile(await writeBook(book));

beforeAll(async () => {
  books.sample = await read(sampleBook());
  books.wild = await read(fillBook(freshBook(), wild));
  books.empty = await read(freshBook());
});

const made = (which: Which, key: ReportKey): Report => {
  const { usual, make } = reports[key];
  return make(books[which]!, periodOf(usual === "now" ? "all" : usual, today), today);
};
const everyReport = (which: Which): readonly Report[] => reportKeys.map((key) => made(which, key));

const cellAt = ({ blocks }: Sheet, row: number, column: number): Value | undefined => {
  for (const { at, rows } of blocks) {
    const start = parseArea(at)!;
    const cell = rows[row - start.top]?.[column - start.left];
    if (cell !== undefined) return cell as Value;
  }
  return undefined;
};
const cellsOf = (sheet: Sheet, range: string): readonly (Value | undefined)[] => {
  const { top, bottom, left } = parseArea(range)!;
  return Array.from({ length: bottom - top + 1 }, (_, at) => cellAt(sheet, top + at, left));
};

describe.each(["sample", "wild", "empty"] as const)("the plan of the %s book's reports", (which) => {
  test.each(reportKeys)("%s: charts draw their table's rows, without the total", (key) => {
    const report = made(which, key);
    const sheet = reportSheet(report);
    expect(isGenerated(sheet)).toBe(true);
    expect(sheet.protection).toEqual({ allowFormatColumns: true });
    const byTitle = new Map(report.tables.map((table) => [table.title.zh, table]));
    expect(new Set(sheet.charts?.map(({ name }) => name)).size).toBe(sheet.charts?.length);
    for (const { title = "", series } of sheet.charts ?? []) {
      const table = byTitle.get(title)!;
      const drawn = [...(table.chart?.columns ?? []), ...(table.chart?.lines ?? [])];
      expect(series.map(({ name }) => name)).toEqual(drawn.map((at) => table.columns[at]?.zh));
      series.forEach(({ values, categories = "" }, at) => {
        expect(cellsOf(sheet, categories)).toEqual(table.rows.map((row) => row[0]));
        expect(cellsOf(sheet, values)).toEqual(table.rows.map((row) => row[drawn[at]!]));
      });
    }
  });

  test.each(reportKeys)("%s: nothing lies over anything else, and all of it on the paper", (key) => {
    const sheet = reportSheet(made(which, key));
    const { area = "", pageBreaks = [] } = sheet.print!;
    const paper = parseArea(area)!;
    const taken = new Set<string>();
    const take = (range: string): void => {
      const { top, bottom, left, right } = parseArea(range)!;
      expect(bottom <= paper.bottom && right <= paper.right).toBe(true);
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          expect(taken.has(`${row} ${column}`)).toBe(false);
          taken.add(`${row} ${column}`);
        }
    };
    for (const { place } of sheet.charts ?? []) take(place);
    for (const { at, rows } of sheet.blocks) {
      const { top, left } = parseArea(at)!;
      take(
        areaAddress({ top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 1) - 1 }),
      );
    }
    expect(pageBreaks.every((row) => row > 0 && row <= paper.bottom)).toBe(true);
    // A chart is never cut by a page.
    for (const { place } of sheet.charts ?? []) {
      const { top, bottom } = parseArea(place)!;
      expect(pageBreaks.some((row) => row > top && row <= bottom)).toBe(false);
    }
  });
});

/** Head office's first table: so many sites, a chart below. */
const ofSites = (count: number): Omit<Report, "key"> => ({
  title: { zh: "总部汇总", en: "Head office" },
  project: "",
  period: periodOf("all", today),
  tables: ["各案场", "客户级别"].map((zh, at) => ({
    key: `t${at}`,
    title: { zh, en: zh },
    columns: [
      { zh: "案场", en: "Site", kind: "text" },
      ...["客户", "来访", "来电", "跟进", "逾期未跟进", "成交套数", "成交金额"].map((caption): Column => ({
        zh: caption,
        en: caption,
        kind: "count",
      })),
    ],
    rows: Array.from({ length: count }, (_, n) => [`城市${n + 1}-项目`, 30, 28, 8, 94, 8, 3, n]),
    total: ["合计", 1, 1, 1, 1, 1, 1, 1],
    chart: { kind: "bar", columns: [1] },
    note: "逾期按各案场自己的跟进政策。",
  })),
  sentences: [],
  note: "",
});

/** The rows of each page, both inside, and what they are high. */
const pagesOf = ({ print, rows }: Sheet) => {
  const { area = "", pageBreaks = [] } = print!;
  const bounds = [0, ...pageBreaks, parseArea(area)!.bottom + 1];
  return bounds.slice(1).map((end, at) => ({
    from: bounds[at]!,
    to: end - 1,
    height: rows.slice(bounds[at], end).reduce((sum, { height = 0 }) => sum + height, 0),
  }));
};

test.each([3, 20, 33, 34, 35, 38, 60, 200])(
  "of %p sites: the title is not alone on its page, no page is too high",
  (count) => {
    const sheet = figureSheet(ofSites(count), "汇总");
    const pages = pagesOf(sheet);
    const textAt = (row: number): string => String(cellAt(sheet, row, 0) ?? "");
    // Heading, captions, some sites.
    expect(pages[0]!.to).toBeGreaterThan(Math.min(count, 20));
    for (const { height, from } of pages) {
      expect(height).toBeLessThanOrEqual(gridOf(ofSites(count)).pageHeight);
      // Nothing begins with what belongs to the row above it.
      expect(textAt(from)).not.toMatch(/^(?:合计|注：|案场)/u);
    }
    for (const { place } of sheet.charts ?? []) {
      const { top, bottom } = parseArea(place)!;
      expect(pages.some(({ from, to }) => from <= top && bottom <= to)).toBe(true);
    }
  },
);

test("a report without rows has no chart and says that there is nothing to say", () => {
  const sheet = reportSheet(made("empty", "deals"));
  expect(sheet.charts).toEqual([]);
  expect(sheet.blocks.flatMap(({ rows }) => rows.flat())).toContain("这一期间没有可以说明的数字。");
});

describeWith("openpyxl", hasOpenpyxl)("both writers", () => {
  test.each(["sample", "wild", "empty"] as const)("agree on the reports of the %s book", async (which) => {
    const book = reportBook(everyReport(which));
    const model = createModel({
      book: {
        sheets: [
          {
            ...freshBook().sheets[0]!,
            name: "簿",
            tables: [],
            links: [],
            blocks: [],
            charts: [],
            validations: [],
            highlights: [],
          },
        ],
        names: [],
      },
    });
    const client = startClient(model);
    client.use();
    await addSheets(book.sheets, "放入报表");
    client.close();
    const office = { sheets: model.toBook().sheets.filter(({ name }) => name !== "簿"), names: [] };
    const paths = [
      files.write(`${which}-file.xlsx`, await writeBook(book)),
      files.write(`${which}-office.xlsx`, await writeBook(office)),
    ];
    const [one, other] = openpyxl("book", paths).map(({ found, error }) => {
      expect(error).toBeUndefined();
      return (found as { sheets: Record<string, unknown>[] }).sheets.map(
        ({ types, looks, ...rest }): Record<string, unknown> => ({
          ...rest,
          // Cells that hold nothing may be written or not.
          looks: Object.fromEntries(
            Object.keys(types as object).map((cell) => [cell, (looks as Record<string, unknown>)[cell]]),
          ),
        }),
      );
    });
    expect(other).toEqual(one);
    expect(one?.map((sheet) => sheet["name"])).toEqual(book.sheets.map(({ name }) => name));
    const [values, officeValues] = openpyxl("values", paths).map(({ found }) => found);
    expect(officeValues).toEqual(values);
    // What the charts of the file refer to are the ranges that were planned.
    const refs = (sheet: unknown): readonly string[] =>
      JSON.stringify(sheet).match(/\$[A-Z]+\$\d+:\$[A-Z]+\$\d+/gu) ?? [];
    one?.forEach((sheet, at) => {
      const planned = (book.sheets[at]?.charts ?? []).flatMap(({ series }) =>
        series.flatMap(({ values: range, categories = "" }) => [range, categories]),
      );
      const absolute = planned
        .filter((range) => range.includes(":"))
        .map((range) => range.replace(/[A-Z]+|\d+/gu, "$$$&"));
      expect([...new Set(refs(sheet["charts"]))].sort()).toEqual([...new Set(absolute)].sort());
    });
  });
});

describeWith("the Open XML SDK", hasValidator)("files", () => {
  test("have nothing wrong in them", async () => {
    const paths: string[] = [];
    for (const which of ["sample", "wild", "empty"] as const)
      paths.push(files.write(`valid-${which}.xlsx`, await writeBook(reportBook(everyReport(which)))));
    expect(validate(paths)).toEqual([]);
  });
});

describeWith("LibreOffice", hasPrinter)("printed by LibreOffice", () => {
  test.each(["sample", "wild"] as const)(
    "the %s book's reports: no column runs over onto a page of its own",
    async (which) => {
      const all = everyReport(which);
      const paths: string[] = [];
      for (const report of all)
        paths.push(files.write(`${which}-print-${report.key}.xlsx`, await writeBook(reportBook([report]))));
      const pages = printed(paths, files.folder);
      all.forEach((report, at) => {
        const [first = ""] = pages[at] ?? [];
        expect(first.replace(/\s/gu, "")).toContain(report.title.zh);
        const text = (pages[at] ?? []).join("").replace(/\s/gu, "");
        for (const { title } of report.tables) expect(text).toContain(title.zh.replace(/\s/gu, ""));
        // Every page has words on it: what runs over to the right has only the ends of lines.
        for (const page of pages[at] ?? []) expect(page).toMatch(/第 \d+ 页/u);
        const { pageBreaks = [] } = reportSheet(report).print ?? {};
        if (which === "sample")
          expect([report.key, pages[at]?.length]).toEqual([report.key, pageBreaks.length + 1]);
      });
    },
  );
});
