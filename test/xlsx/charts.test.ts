import { readFileSync } from "node:fs";
import type { Book, Chart, Print } from "../../src/book/book";
import { editBook } from "../../src/xlsx/edit";
import { writeBook } from "../../src/xlsx/write";
import { charted, charts } from "./charted";
import { bareSheet, everyFeature } from "./every-feature";
import { lint } from "./lint";
import { partsOf } from "./rezip";
import {
  describeWith,
  hasOpenpyxl,
  hasPrinter,
  hasValidator,
  openpyxl,
  printed,
  temporaryFiles,
  validate,
} from "./tools";

const files = temporaryFiles();
afterAll(() => files.remove());

/** A sheet whose table lies beside a chart drawn from it. */
const withTable: Book = {
  ...everyFeature,
  sheets: everyFeature.sheets.map((sheet) =>
    sheet.name === "设置"
      ? {
          ...sheet,
          charts: [
            { name: "人数", kind: "bar", series: [{ name: "人数", values: "E4:E4" }], place: "G1:M12" },
          ],
        }
      : sheet,
  ),
};

let path = "";
let edited = "";
beforeAll(async () => {
  path = files.write("charted.xlsx", await writeBook(charted));
  edited = files.write(
    "charted-edited.xlsx",
    await editBook(await writeBook(withTable), [
      {
        kind: "append",
        table: "Teams",
        rows: [
          ["甲组", 5],
          ["乙组", 6],
        ],
      },
    ]),
  );
});

it("is sound", async () => {
  expect(await lint(await writeBook(charted))).toEqual([]);
});

describeWith("Open XML SDK validator", hasValidator)("for the Open XML SDK", () => {
  it("charts, breaks and print areas are valid, also after an edit", () => {
    expect(validate([path, edited])).toEqual([]);
  });
});

interface DumpedChart {
  readonly place: readonly number[];
  readonly groups: readonly (readonly [
    string,
    string | null,
    string | null,
    readonly Readonly<Record<string, unknown>>[],
    Readonly<Record<string, unknown>> | null,
    Readonly<Record<string, unknown>> | null,
  ])[];
  readonly title: string | null;
  readonly legend: string | null;
}
interface DumpedSheet {
  readonly charts: readonly DumpedChart[];
  readonly [key: string]: unknown;
}

describeWith("openpyxl", hasOpenpyxl)("for openpyxl", () => {
  let sheets: readonly DumpedSheet[] = [];
  beforeAll(() => {
    const [dumped] = openpyxl("book", [path]);
    expect(dumped?.error).toBeUndefined();
    sheets = (dumped?.found as { sheets: DumpedSheet[] }).sheets;
  });

  it("a column chart with a line on the other axis", () => {
    const [chart] = sheets[0]?.charts ?? [];
    expect(chart).toMatchObject({ place: [1, 5, 18, 13], title: "计划 & 实际 <户>", legend: "b" });
    expect(chart?.groups.map(([type, direction, grouping]) => [type, direction, grouping])).toEqual([
      ["BarChart", "col", "clustered"],
      ["LineChart", null, "standard"],
    ]);
    const [columns, lines] = chart?.groups ?? [];
    expect(columns?.[3]).toMatchObject([
      {
        name: "计划",
        values: "'季度进度'!$B$4:$B$9",
        categories: "'季度进度'!$A$4:$A$9",
        cache: [3, 6, 9, 12, 15, 18],
        colors: ["4472C4", null],
      },
      { name: "实际", values: "'季度进度'!$C$4:$C$9", colors: ["ED7D31", null] },
    ]);
    expect(lines?.[3]).toMatchObject([
      {
        name: "完成比例",
        values: "'季度进度'!$D$4:$D$9",
        colors: [null, "70AD47"],
        labels: [true, false],
      },
    ]);
    expect(columns?.[4]).toMatchObject({ title: "周别", reversed: false });
    expect(columns?.[5]).toMatchObject({ title: "户数", format: ['0"户"', false], limits: [0, null] });
    expect(lines?.[4]).toBeNull();
    expect(lines?.[5]).toMatchObject({ format: ["0%", false], limits: [0, 2], crosses: "max" });
  });

  it("one of every kind, from another sheet", () => {
    const found = sheets[1]?.charts.map(({ groups: [group], legend, title }) => [
      title,
      ...(group ?? []).slice(0, 3),
      group?.[3].map(({ values }) => values),
      legend,
    ]);
    const [plan, real] = ["'季度进度'!$B$4:$B$9", "'季度进度'!$C$4:$C$9"];
    expect(found).toEqual([
      ["stackedColumn", "BarChart", "col", "stacked", [plan, real], "t"],
      ["bar", "BarChart", "bar", "clustered", [plan, real], "l"],
      ["stackedBar", "BarChart", "bar", "stacked", [plan, real], "r"],
      ["pie", "PieChart", null, null, [plan], "b"],
      ["doughnut", "DoughnutChart", null, null, [plan], "r"],
    ]);
    const [, bar, , pie] = sheets[1]?.charts ?? [];
    expect(bar?.groups[0]?.[4]).toMatchObject({ reversed: true });
    expect(bar?.groups[0]?.[5]).toMatchObject({ crosses: "max" });
    expect(pie?.groups[0]?.[3][0]).toMatchObject({
      points: [
        [0, "4472C4"],
        [1, "ED7D31"],
        [2, "A5A5A5"],
      ],
      labels: [false, true],
    });
  });

  it("breaks, print areas, scales, headers and footers, names of a sheet", () => {
    expect(sheets.map(({ morePrint }) => morePrint)).toEqual([
      expect.objectContaining({ area: ["$A$1:$M$40"], breaks: [], scale: null }),
      expect.objectContaining({ area: [], scale: 80, verticallyCentered: true }),
      expect.objectContaining({ breaks: [10, 20], header: ["案场", "&D"], footer: ["左", "右"] }),
    ]);
    expect(sheets.map(({ names }) => names)).toEqual([{ 生成: '"试"' }, {}, {}]);
    expect(sheets[0]?.["print"]).toMatchObject({ fit: [true, 1, 1] });
  });
});

describeWith("LibreOffice and poppler", hasPrinter)("on LibreOffice's paper", () => {
  const sheet = (rows: number, print: Partial<Print>): Book => ({
    names: [],
    sheets: [
      {
        ...bareSheet,
        name: "卡片",
        blocks: [{ at: "A1", rows: Array.from({ length: rows }, (_, row) => [`示例${row + 1}。`]) }],
        print: { orientation: "portrait", paper: "A4", ...print },
      },
    ],
  });
  const books: Readonly<Record<string, Book>> = {
    plain: sheet(30, {}),
    broken: sheet(30, { pageBreaks: [10, 20] }),
    scaled: sheet(30, { pageBreaks: [10, 20], scale: 90 }),
    wide: sheet(30, { pageBreaks: [10, 20], fitWide: 1 }),
    long: sheet(200, {}),
    tall: sheet(200, { fitTall: 1, fitWide: 1 }),
    area: sheet(200, { area: "A11:A20" }),
    charted: { ...charted, sheets: charted.sheets.slice(0, 1) },
  };
  const pages = new Map<string, readonly string[]>();
  beforeAll(async () => {
    const paths: string[] = [];
    for (const [name, book] of Object.entries(books))
      paths.push(files.write(`print-${name}.xlsx`, await writeBook(book)));
    printed(paths, files.folder).forEach((texts, i) => pages.set(Object.keys(books)[i] ?? "", texts));
  });

  it.each([
    ["plain", 1],
    ["broken", 3],
    ["scaled", 3],
    ["wide", 3],
    ["tall", 1],
    ["area", 1],
    ["charted", 1],
  ])("%s: pages", (name, count) => {
    expect(pages.get(name)).toHaveLength(count);
  });

  it("a page begins where the break says", () => {
    expect(pages.get("long")?.length).toBeGreaterThan(1);
    expect(pages.get("broken")?.map((text) => /示例\d+。/u.exec(text)?.[0])).toEqual([
      "示例1。",
      "示例11。",
      "示例21。",
    ]);
    expect(/示例\d+。/u.exec(pages.get("area")?.[0] ?? "")?.[0]).toBe("示例11。");
  });

  it("charts are drawn with titles, legend, categories and figures", () => {
    const text = pages.get("charted")?.[0] ?? "";
    for (const said of ["计划&实际<户>", "完成比例", "户数", "20户", "0%", "第6周"])
      expect(text.replaceAll(/\s/gu, "")).toContain(said);
  });
});

it("an edit leaves a chart and its drawing as they are", async () => {
  const [before, after] = [await partsOf(await writeBook(withTable)), await partsOf(readFileSync(edited))];
  const kept = [...before.keys()].filter((name) => /charts|drawings|worksheets\/_rels/u.test(name));
  expect(kept).toHaveLength(8);
  for (const name of kept) expect(after.get(name)).toBe(before.get(name));
  expect(after.get("xl/worksheets/sheet3.xml")).toContain('<drawing r:id="rId2"/><tableParts count="1">');
});

it.each<[string, Partial<Chart>, string]>([
  ["no series", { series: [] }, "chart 图: no series"],
  ["two series in a pie", { kind: "pie", series: [one(), one()] }, "chart 图: a pie has one series"],
  [
    "a line over bars",
    { kind: "bar", series: [one(), one({ line: true })] },
    "chart 图: lines only over columns",
  ],
  ["nothing under the lines", { series: [one({ line: true })] }, "chart 图: lines only over columns"],
  [
    "columns on the other axis",
    { series: [one(), one({ secondary: true })] },
    "chart 图: only a line is measured on the other axis",
  ],
  ["no place", { place: "somewhere" }, "chart 图: no place: somewhere"],
  ["no range", { series: [one({ values: "B" })] }, "no range for a chart: B"],
  ["a block of cells", { series: [one({ values: "A1:B2" })] }, "A1:B2 is more than one row or column"],
  ["a strange sheet", { series: [one({ values: "无!A1:A2" })] }, "no sheet 无 for a chart"],
])("refuses a plan with %s", async (_name, wrong, message) => {
  const chart: Chart = { name: "图", kind: "column", series: [one()], place: "C1:H9", ...wrong };
  const book: Book = { names: [], sheets: [{ ...bareSheet, name: "表", charts: [chart] }] };
  await expect(writeBook(book)).rejects.toThrow(message);
});

it("refuses two charts of one name, and breaks out of order", async () => {
  const sheet = { ...bareSheet, name: "表" };
  const [first] = charts;
  const twice = first ? [first, first].map((chart) => ({ ...chart, series: [one()] })) : [];
  await expect(writeBook({ names: [], sheets: [{ ...sheet, charts: twice }] })).rejects.toThrow("two charts");
  const print = { orientation: "portrait", paper: "A4", pageBreaks: [20, 10] } as const;
  await expect(writeBook({ names: [], sheets: [{ ...sheet, print }] })).rejects.toThrow("no page breaks");
});

function one(more: Partial<Chart["series"][number]> = {}): Chart["series"][number] {
  return { name: "一", values: "A1:A5", ...more };
}
