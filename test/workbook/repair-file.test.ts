/** R14 from a file: damage of every kind, made as data and written; found, repaired, nothing lost. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { cellAddress } from "../../src/book/address";
import type { Book, Cell, Sheet } from "../../src/book/book";
import { type Damage, damagesOf } from "../../src/workbook/plan/damage";
import { schemaVersion } from "../../src/workbook/plan/ledger-sheet";
import { inspectSiteFile } from "../../src/workbook/xlsx/inspect-file";
import { inspectBook } from "../../src/workbook/xlsx/inspect-workbook";
import { repairBook } from "../../src/workbook/xlsx/repair-book";
import { repairSiteFile } from "../../src/workbook/xlsx/repair-site-file";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write";
import {
  addOwnColumn,
  type Blow,
  cellsOf,
  changed,
  changeTitle,
  clearChoice,
  clearRules,
  clearTop,
  convertToRange,
  counted,
  deleteColumn,
  deleteLine,
  deleteName,
  deleteSheet,
  deleteWholeColumn,
  leaveOut,
  lookAt,
  moveColumn,
  overwrite,
  placeOf,
  renameColumn,
  renameTable,
  typed,
  version2,
  version3,
  writeBelow,
} from "./damaged-book";
import { plan, siteBook } from "./office/damaged";

const saved = "2026-11-22T08:30:00Z";
const said = (damages: readonly Damage[]): readonly string[] =>
  damages.map(({ problem }) =>
    [problem.code, problem.sheet, problem.caption ?? ""].filter((each) => each !== "").join(" "),
  );

const struck = (blows: readonly Blow[], book: Book = siteBook()): Book =>
  blows.reduce((now, blow) => blow(now), book);

/** Titles, notes, bands and headers. */
const tops = (book: Book): unknown =>
  book.sheets
    .filter(({ tables }) => tables.length > 0)
    .map((sheet) => [
      sheet.name,
      cellsOf(sheet)
        .slice(0, 4)
        .map((line) => line.filter((cell) => cell !== null)),
    ]);

/** Found by the check of a file as by the repair, repaired, written, and then as planned. */
const mended = async (book: Book): Promise<{ readonly found: readonly Damage[]; readonly book: Book }> => {
  const bytes = await writeBook(book);
  const found = damagesOf((await inspectSiteFile(bytes)).inspected, plan());
  expect(said(damagesOf(inspectBook(await readBook(bytes)), plan()))).toEqual(said(found));
  const repair = await repairSiteFile(bytes, plan());
  expect(repair.lost).toEqual([]);
  const fixed = await repair.write(saved);
  const left = damagesOf((await inspectSiteFile(fixed)).inspected, plan(), { strict: true });
  expect(said(left.filter(({ sure }) => sure))).toEqual([]);
  return { found, book: await readBook(fixed) };
};

const own = addOwnColumn("Visitors", "我的列", ["甲", "乙"]);
const pay = {
  客户编号: "LY-QQ001",
  来访日期: 46_000,
  置业顾问: "王芳",
  客户姓名: "钱七",
  手机: "13803791299",
};

interface Case {
  readonly what: string;
  readonly blows: readonly Blow[];
  readonly found: readonly string[];
  /** Cells that the damage itself changed. */
  readonly changed?: Readonly<Record<string, readonly Cell[]>>;
}

const cases: readonly Case[] = [
  {
    what: "columns deleted: one people fill, the first, one of a table beside others",
    blows: [
      deleteColumn("Visitors", "性别"),
      deleteColumn("Grades", "NO."),
      deleteColumn("Receipts", "金额"),
    ],
    found: ["columnMissing 来访登记 性别", "columnMissing 等级跟踪 NO.", "columnMissing 定金回款 金额"],
    changed: { "Visitors 性别": [null, null, null, null], "Receipts 金额": [null, null] },
  },
  {
    what: "columns renamed: to a wording people use, to anything, its contents telling what it is",
    blows: [
      renameColumn("Visitors", "客户姓名", "姓名"),
      renameColumn("Visitors", "手机", "打这个"),
      renameColumn("Grades", "客户编号", "编号"),
    ],
    found: [
      "columnRenamed 来访登记 客户姓名",
      "columnRenamed 来访登记 手机",
      "columnRenamed 等级跟踪 客户编号",
    ],
  },
  {
    what: "columns moved: far, beside other tables, one that formulas need, a user's own to the front",
    blows: [
      moveColumn("Visitors", "客户姓名", 9),
      moveColumn("Visitors", "我的列", 0),
      moveColumn("Receipts", "金额", 1),
      moveColumn("Grades", "客户编号", 16),
    ],
    found: ["columnMoved 来访登记 客户姓名", "columnMoved 定金回款 金额", "columnMoved 等级跟踪 客户编号"],
  },
  {
    what: "formulas overwritten, erased, changed, changed in a row in the middle",
    blows: [
      overwrite("Grades", "客户姓名", 1, ["手填的名字"]),
      overwrite("Grades", "跟进状态", 2, [null, null]),
      overwrite(
        "Grades",
        "最近跟进",
        0,
        [1, 2, 3, 4].map(() => ({ formula: "=1+1" })),
      ),
      overwrite("Grades", "下次跟进", 1, [{ formula: "=TODAY()" }]),
    ],
    found: [
      "formulaOverwritten 等级跟踪 客户姓名",
      "formulaErased 等级跟踪 跟进状态",
      "formulaChanged 等级跟踪 最近跟进",
      "formulaChanged 等级跟踪 下次跟进",
    ],
  },
  {
    what: "a drop-down, the colours and the title gone",
    blows: [
      clearRules("来访登记", "validations", 4, 4),
      clearRules("等级跟踪", "highlights", 0, 40),
      clearTop("来电登记", 2),
    ],
    found: ["validationGone 来访登记 性别", "highlightsGone 等级跟踪", "titleMissing 来电登记"],
  },
  {
    what: "rows under a blank one, a table of another name",
    blows: [writeBelow("Visitors", 2, pay), renameTable("Grades", "表1")],
    found: ["rowsOutside 来访登记", "tableRenamed 等级跟踪"],
    changed: {
      "Visitors 客户编号": ["LY-ZS001", "LY-ZS002", "LY-ZS003", "LY-ZS004", null, "LY-QQ001"],
      "Visitors 手机": ["13803791200", "13803791201", "13803791202", "13803791203", null, "13803791299"],
    },
  },
  {
    what: "tables made plain cells: one, one that formulas everywhere refer to, one of several",
    blows: [convertToRange("Visitors"), convertToRange("Grades"), convertToRange("Instalments")],
    found: ["tableIsRange 来访登记", "tableIsRange 等级跟踪", "tableIsRange 定金回款"],
  },
  {
    what: "a name, a line of 设置, lists of 字典",
    blows: [
      deleteName("置业顾问"),
      deleteLine("签约期限天数"),
      changeTitle("性别", null),
      changeTitle("婚姻状况", "婚否"),
    ],
    found: ["nameMissing 设置", "settingLineGone 设置", "listMissing 字典", "listRenamed 字典"],
  },
  {
    what: "a choice cleared from the middle of a list, the / of another",
    blows: [clearChoice("认知途径", 2), clearChoice("性别", 0)],
    found: ["listOpen 字典"],
  },
];

test("what was typed over a formula is told as people know it: a day as a day", async () => {
  const { found } = await mended(
    struck([
      overwrite("Grades", "下次跟进", 1, [46388]),
      overwrite("Grades", "最近跟进", 2, [46388.4375]),
      overwrite("Grades", "客户姓名", 1, [46388]),
    ]),
  );
  const told = found
    .filter(({ problem: { code } }) => code === "formulaOverwritten")
    .map(({ problem: { caption, facts } }) => [caption, facts?.["cells"]]);
  expect(told).toEqual([
    ["客户姓名", "第 6 行“46388”"],
    ["最近跟进", "第 7 行“2027-01-01”"],
    ["下次跟进", "第 6 行“2027-01-01”"],
  ]);
});

test.each(cases)("$what", async ({ blows, found, changed = {} }) => {
  const whole = own(siteBook());
  const { found: damages, book } = await mended(struck(blows, whole));
  expect(said(damages)).toEqual(expect.arrayContaining([...found]));
  const after = typed(book);
  for (const [column, cells] of Object.entries({ ...typed(whole), ...changed }))
    expect([column, after[column]?.slice(0, cells.length)]).toEqual([column, cells]);
  expect(tops({ ...book, sheets: book.sheets.filter(({ name }) => name !== "来访登记") })).toEqual(
    tops({ ...siteBook(), sheets: siteBook().sheets.filter(({ name }) => name !== "来访登记") }),
  );
  expect(book.names.map(({ name }) => name).sort()).toEqual(
    siteBook()
      .names.map(({ name }) => name)
      .sort(),
  );
});

test("what is left of a list moves up behind its /, and no choice is lost (R14)", async () => {
  const choicesOf = (book: Book, title: string): readonly Cell[] => {
    const grid = cellsOf(book.sheets.find(({ name }) => name === "字典") ?? book.sheets[0]!);
    const column = grid[2]?.indexOf(title) ?? -1;
    return grid.slice(3).map((line) => line[column] ?? null);
  };
  const filled = (cells: readonly Cell[]) => cells.filter((cell) => cell !== null && cell !== "");
  const whole = own(siteBook());
  const channels = filled(choicesOf(whole, "认知途径"));
  const { book } = await mended(
    struck([clearChoice("认知途径", 2), clearChoice("性别", 0), clearChoice("性别", 1)], whole),
  );
  const left = channels.filter((_, at) => at !== 2);
  expect(choicesOf(book, "认知途径").slice(0, channels.length)).toEqual([...left, null]);
  expect(choicesOf(book, "性别").slice(0, 3)).toEqual(["/", "女", null]);
  expect(choicesOf(book, "婚姻状况")).toEqual(choicesOf(whole, "婚姻状况"));
});

test("a list that is gone comes back as text, as the others are, also where 字典 has another name (R14)", async () => {
  const called = "选项";
  const struckOne = changeTitle("性别", null)(siteBook());
  const renamed: Book = {
    ...struckOne,
    names: struckOne.names.map((each) => ({
      ...each,
      refersTo: each.refersTo.replaceAll("字典!", `${called}!`),
    })),
    sheets: struckOne.sheets.map((sheet) => (sheet.name === "字典" ? { ...sheet, name: called } : sheet)),
  };
  const { found, book } = await mended(renamed);
  expect(said(found)).toContain(`listMissing ${called}`);
  const sheet = book.sheets.find(({ name }) => name === called) ?? book.sheets[0]!;
  const at = cellsOf(sheet)[2]?.lastIndexOf("性别") ?? -1;
  expect(lookAt(sheet, 4, at).numberFormat).toBe("@");
});

test("a workbook as planned has nothing wrong; of a file that has nothing wrong nothing is written", async () => {
  const bytes = await writeBook(siteBook());
  expect(said(damagesOf((await inspectSiteFile(bytes)).inspected, plan(), { strict: true }))).toEqual([]);
  expect(await repairSiteFile(bytes, plan())).toMatchObject({
    isChanged: false,
    repaired: [],
    left: [],
    lost: [],
  });
});

test("what only people can decide is left to them: a missing sheet, a column of unclear meaning", async () => {
  const bytes = await writeBook(
    struck([deleteSheet("接待轮序"), renameColumn("Grades", "备注情况", "随便写")]),
  );
  const { isChanged, left } = await repairSiteFile(bytes, plan());
  expect(isChanged).toBe(false);
  expect(said(left)).toEqual(["sheetMissing 接待轮序", "columnRenamedPerhaps 等级跟踪 备注情况"]);
});

test("a name of 设置 that stands for the wrong line, as programs leave it that know no names, is found", async () => {
  const names = siteBook().names.map((each) =>
    each.name === "今天" ? { ...each, refersTo: "=设置!$B$21" } : each,
  );
  const { found, book } = await mended({ ...siteBook(), names });
  expect(said(found)).toEqual(["nameElsewhere 设置"]);
  expect(book.names.find(({ name }) => name === "今天")?.refersTo).toBe("=设置!$B$26");
});

test("users' own formulas, names, rules and colours follow the cells they speak of", async () => {
  const users = (book: Book): Book => ({
    names: [...book.names, { name: "我的手机", refersTo: "=来访登记!$I$5:$I$8" }],
    sheets: [
      ...book.sheets.map((sheet) =>
        sheet.name === "来访登记"
          ? {
              ...sheet,
              highlights: [
                ...sheet.highlights,
                { range: "I5:I8", formula: '=$I5="VIP"', look: { fill: "#ABCDEF" } },
              ],
            }
          : sheet,
      ),
      {
        name: "我的表",
        visibility: "visible" as const,
        showGridlines: true,
        blocks: [
          {
            at: "A1",
            rows: [
              [{ formula: "=来访登记!I5" }, { formula: '=COUNTA(来访登记!$I$5:$I$8)&"来访登记!I5"' }],
              [{ formula: "=COUNTA(Visitors[打这个])" }, { formula: "=SUM(来访登记!I:I)+I5" }],
              [{ formula: "=COUNTA(表1[客户编号])" }, { formula: "=COUNTA(表1[[#All],[备注情况]])" }],
            ],
          },
        ],
        looks: [],
        columns: [],
        rows: [],
        merges: [],
        links: [],
        tables: [],
        validations: [
          { range: "C1", rule: { kind: "list" as const, source: "=来访登记!$I$5:$I$8" }, ignoreBlank: true },
        ],
        highlights: [],
      },
    ],
  });
  // 手机 stands at I until 性别, left of it, is given back.
  const at = (book: Book): string =>
    JSON.stringify(cellsOf(book.sheets.find(({ name }) => name === "来访登记") as never)[4]);
  const bad = users(
    struck([
      renameColumn("Visitors", "手机", "打这个"),
      deleteColumn("Visitors", "年龄"),
      renameTable("Grades", "表1"),
    ]),
  );
  expect(at(bad)).toContain("13803791200");
  const { book } = await mended(bad);
  const mine = book.sheets.find(({ name }) => name === "我的表");
  expect(
    mine?.blocks[0]?.rows.map((line) => line.map((cell) => (cell as { formula: string }).formula)),
  ).toEqual([
    ["=来访登记!J5", '=COUNTA(来访登记!$J$5:$J$8)&"来访登记!I5"'],
    ["=COUNTA(Visitors[手机])", "=SUM(来访登记!J:J)+I5"],
    ["=COUNTA(Grades[客户编号])", "=COUNTA(Grades[[#All],[备注情况]])"],
  ]);
  expect(mine?.validations[0]?.rule).toEqual({ kind: "list", source: "=来访登记!$J$5:$J$8" });
  expect(book.names.find(({ name }) => name === "我的手机")?.refersTo).toBe("=来访登记!$J$5:$J$8");
  const marked = book.sheets.flatMap(({ highlights }) =>
    highlights.filter(({ look }) => look.fill === "#ABCDEF"),
  );
  expect(marked).toMatchObject([{ range: "J5:J8", formula: '=$J5="VIP"' }]);
});

test("words on cells go where their cells go", async () => {
  const addressOf = (book: Book, what: Cell): string => {
    const sheet = book.sheets.find(({ name }) => name === "来访登记");
    if (!sheet) throw new Error("no sheet");
    const found = cellsOf(sheet).flatMap((line, row) =>
      line.flatMap((cell, column) => (cell === what ? [cellAddress(row, column)] : [])),
    );
    return found.join();
  };
  const phone = "13803791200";
  const struckBook = struck([deleteColumn("Visitors", "性别"), moveColumn("Visitors", "手机", 1)]);
  const said = [{ by: "王芳", text: "晚上打" }];
  const before = addressOf(struckBook, phone);
  const { book } = await mended({
    ...struckBook,
    sheets: struckBook.sheets.map((each) =>
      each.name === "来访登记"
        ? {
            ...each,
            comments: [
              { cell: before, kind: "thread", said },
              { cell: "A1", kind: "note", said },
            ],
          }
        : each,
    ),
  });
  expect(addressOf(book, phone)).not.toBe(before);
  expect(book.sheets.find(({ name }) => name === "来访登记")?.comments).toEqual([
    { cell: "A1", kind: "note", said },
    { cell: addressOf(book, phone), kind: "thread", said },
  ]);
});

test("a column that comes back looks and measures as planned, down to the records to come; the bands stand over their columns", async () => {
  const { book } = await mended(struck([deleteWholeColumn("Visitors", "年龄")]));
  const whole = await readBook(await writeBook(siteBook()));
  const [planned, now] = [whole, book].map((each) => each.sheets.find(({ name }) => name === "来访登记"));
  if (!planned || !now) throw new Error("no sheet");
  const column = cellsOf(planned)[3]?.indexOf("年龄") ?? -1;
  const top = (sheet: Sheet): readonly string[] =>
    cellsOf(sheet)
      .slice(0, 4)
      .map((line) => JSON.stringify(line).replace(/(?:,null)+\]$/u, "]"));
  expect(top(now)).toEqual(top(planned));
  expect(now.columns.map((each) => [each.column, each.width])).toEqual(
    planned.columns.map((each) => [each.column, each.width]),
  );
  for (const row of [2, 3, 4, 7, 5000])
    expect([row, lookAt(now, row, column)]).toEqual([row, lookAt(planned, row, column)]);
});

test.each([
  ["moved", moveColumn("Settings", "内容", 0)],
  ["moved beside a column of the users' own", moveColumn("Settings", "内容", 2)],
  ["lost", deleteColumn("Settings", "内容")],
])("each line of 设置 has its own look and rule where 内容 was %s", async (_, blow) => {
  const { book } = await mended(struck([blow]));
  const [planned, now] = [siteBook(), book].map((each) => each.sheets.find(({ name }) => name === "设置"));
  if (!planned || !now) throw new Error("no sheet");
  for (let row = 4; row < 22; row++)
    expect([row, lookAt(now, row, 1).numberFormat]).toEqual([row, lookAt(planned, row, 1).numberFormat]);
  const rules = ({ validations }: Sheet): readonly string[] =>
    validations.flatMap(({ range, rule }) =>
      range.startsWith("B") && rule ? [`${range} ${JSON.stringify(rule)}`] : [],
    );
  expect([...rules(now)].sort()).toEqual([...rules(planned)].sort());
});

test.each([
  ["设置 Consultants", leaveOut("Consultants", 1)],
  ["设置 Cadence", leaveOut("Cadence", 2)],
  ["设置 Signals", leaveOut("Signals", 1)],
  ["设置 Settings", leaveOut("Settings", 3)],
  ["_案场簿 Meta", leaveOut("Meta", 1)],
])("rows that a small table of %s did not take in are its own again", async (where, blow) => {
  const [sheet = "", table = ""] = where.split(" ");
  const { found, book } = await mended(struck([blow]));
  expect(said(found)).toEqual([`rowsOutside ${sheet}`]);
  const range = (of: Book): string | undefined => placeOf(of, table)?.table.range;
  expect(range(book)).toBe(range(siteBook()));
  expect(typed(book)).toEqual(typed(await readBook(await writeBook(siteBook()))));
});

test("of what stands below the small tables only records are taken in, a name alone where it is one", async () => {
  const note = { 姓名: "离职的人请填“否”，不要删行" };
  const names = [writeBelow("Consultants", 1, { 姓名: "赵敏" }), writeBelow("Consultants", 2, note)];
  const { found, book } = await mended(struck(names));
  expect(said(found)).toEqual(["rowsOutside 设置"]);
  const last = placeOf(book, "Consultants")?.area.bottom ?? 0;
  expect(last).toBe((placeOf(siteBook(), "Consultants")?.area.bottom ?? 0) + 1);
  const sheet = book.sheets.find(({ name }) => name === "设置");
  expect(sheet && cellsOf(sheet)[last + 1]?.[4]).toBe(note.姓名);

  const foundIn = async (...blows: readonly Blow[]): Promise<readonly string[]> =>
    said((await repairSiteFile(await writeBook(struck(blows)), plan())).left);
  expect(await foundIn(writeBelow("Consultants", 1, note))).toEqual([]);
  expect(await foundIn(writeBelow("Cadence", 1, { 政策: "说明：天数都是整天" }))).toEqual([]);
  expect(await foundIn(writeBelow("Signals", 1, { 信号: "合计", 权重: 100 }))).toEqual([]);
  // A word that may be a name is asked about.
  expect(await foundIn(writeBelow("Consultants", 3, { 姓名: "Amy" }))).toEqual(["rowsOutsidePerhaps 设置"]);
});

test("a last column of ours that was renamed is known beside a user's own: by its formula, or by what stands in it", async () => {
  const renamed = (table: string, caption: string): Blow[] => [
    addOwnColumn(table, "我的列", ["甲"]),
    renameColumn(table, caption, "改了名"),
  ];
  const { found, book } = await mended(
    struck([...renamed("MortgagePapers", "交件状态"), ...renamed("Signals", "权重")]),
  );
  expect(said(found)).toEqual(["columnRenamed 定金回款 交件状态", "columnRenamed 设置 权重"]);
  const headers = (name: string) => placeOf(book, name)?.table.columns.map((each) => each.name);
  expect(headers("Signals")).toEqual(["信号", "权重", "我的列"]);
  expect(headers("MortgagePapers")?.slice(-2)).toEqual(["交件状态", "我的列"]);

  // Where any text would do, it is asked which it was.
  const { left } = await repairSiteFile(await writeBook(struck(renamed("Grades", "备注情况"))), plan());
  expect(left.map(({ sure, repair }) => [sure, repair])).toEqual([
    [false, [{ kind: "renameColumn", form: "grades", from: "改了名", to: "备注情况" }]],
  ]);
});

test("a table made again of plain cells ends where the next one's captions begin", async () => {
  // Between the days and 现行周期 there is one column.
  const own: Blow = (book) =>
    changed(book, "设置", (sheet) => ({
      ...sheet,
      blocks: [...sheet.blocks, { at: "N4", rows: [["我的列"], ["甲"], ["乙"]] }],
    }));
  const { found, book } = await mended(struck([convertToRange("Cadence"), own]));
  expect(said(found)).toEqual(["tableIsRange 设置"]);
  expect(placeOf(book, "Cadence")?.table.range).toBe("I4:N16");
  const sheet = book.sheets.find(({ name }) => name === "设置");
  expect(sheet && cellsOf(sheet)[3]?.slice(14, 18)).toEqual(["级别", "首次", "最早", "最迟"]);
});

test("cells moved by a program that leaves formats and colours where they were look as planned again, and nothing else is red", async () => {
  const { book } = await mended(
    struck([moveColumn("Grades", "NO.", 16), moveColumn("Deals", "房源编号", 2)]),
  );
  const whole = await readBook(await writeBook(siteBook()));
  for (const name of ["等级跟踪", "成交报告"]) {
    const [planned, now] = [whole, book].map((each) => each.sheets.find((sheet) => sheet.name === name));
    if (!planned || !now) throw new Error("no sheet");
    const rules = ({ highlights }: Sheet): readonly string[] =>
      highlights.map(({ range, formula }) => `${range} ${formula}`).sort();
    expect(rules(now)).toEqual(rules(planned));
    for (let column = 0; column < (planned.tables[0]?.columns.length ?? 0); column++)
      expect([name, column, lookAt(now, 4, column).numberFormat]).toEqual([
        name,
        column,
        lookAt(planned, 4, column).numberFormat,
      ]);
  }
});

test("a line of 设置 whose drop-down or check is gone has it again", async () => {
  const { found, book } = await mended(struck([clearRules("设置", "validations", 1, 1)]));
  const rules = (of: Book): readonly string[] =>
    (of.sheets.find(({ name }) => name === "设置")?.validations ?? []).flatMap(({ range, rule }) =>
      range.startsWith("B") && rule ? [`${range} ${JSON.stringify(rule)}`] : [],
    );
  expect(found.map(({ problem }) => problem.code)).toEqual(rules(siteBook()).map(() => "validationGone"));
  expect(found.map(({ problem }) => problem.caption)).toContain("跟进政策");
  expect([...rules(book)].sort()).toEqual([...rules(siteBook())].sort());
});

test("what was typed where the sheet computes is told before it is replaced, also in a table made anew", async () => {
  const blows = [overwrite("Grades", "客户姓名", 2, ["手填"]), convertToRange("Grades")];
  const bytes = await writeBook(struck(blows));
  const { repaired, left } = await repairSiteFile(bytes, plan());
  expect(said(left)).toEqual([]);
  expect(said(repaired)).toEqual(["tableIsRange 等级跟踪", "formulaOverwritten 等级跟踪 客户姓名"]);
  expect(repaired[1]?.problem.facts).toEqual({ cells: "第 7 行“手填”" });
});

const version1 = (): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, "../fixtures/version-1.xlsx")));

test("a file of version 1 is upgraded: all of this version is there, all of before still is; twice is once", async () => {
  const before = typed(
    struck([addOwnColumn("Visitors", "我的列", ["甲", "乙"])], await readBook(version1())),
  );
  const bytes = await writeBook(
    struck([addOwnColumn("Visitors", "我的列", ["甲", "乙"])], await readBook(version1())),
  );
  const repair = await repairSiteFile(bytes, plan());
  expect(repair).toMatchObject({ from: 1, isUpgraded: true, left: [] });
  const fixed = await repair.write(saved);
  const { inspected } = await inspectSiteFile(fixed);
  expect(inspected.version).toBe(schemaVersion);
  expect(said(damagesOf(inspected, plan(), { strict: true }))).toEqual([]);
  const after = typed(await readBook(fixed));
  for (const [column, cells] of Object.entries(before))
    if (!column.startsWith("Meta")) expect([column, after[column]]).toEqual([column, cells]);
  expect(inspected.sheets.filter(({ name }) => name.startsWith("首页"))).toEqual([
    { name: "首页", position: 0 },
  ]);
  expect(await repairSiteFile(fixed, plan())).toMatchObject({ isUpgraded: false, isChanged: false });
});

test.each([
  [2, version2],
  [3, version3],
])(
  "a file of version %i is upgraded: formulas and rules are this version's, what was typed stays, and a lost column comes back as ever",
  async (version, former) => {
    const old = struck([
      ...former,
      addOwnColumn("Grades", "我的列", ["甲", "乙"]),
      deleteColumn("Visitors", "年龄"),
      overwrite("Grades", "下次跟进", 2, ["手填"]),
    ]);
    const repair = await repairSiteFile(await writeBook(old), plan());
    expect(repair).toMatchObject({ from: version, isUpgraded: true });
    expect(said(repair.left)).toEqual([]);
    const fixed = await repair.write(saved);
    const { inspected } = await inspectSiteFile(fixed);
    expect(inspected.version).toBe(schemaVersion);
    expect(said(damagesOf(inspected, plan(), { strict: true }))).toEqual([]);
    const book = await readBook(fixed);
    expect(JSON.stringify(book.sheets.find(({ name }) => name === "首页"))).not.toContain("原来的算法");
    const after = typed(book);
    for (const [column, cells] of Object.entries(typed(old)))
      if (!column.startsWith("Meta")) expect([column, after[column]]).toEqual([column, cells]);
  },
);

const captions = ["NO.", "最近跟进", "下次跟进", "跟进状态", "客户姓名", "时间"];
const at = fc.nat({ max: 16 });
const headers = (book: Book): readonly string[] =>
  book.sheets
    .flatMap(({ tables }) => tables)
    .find(({ name }) => name === "Grades")
    ?.columns.map(({ name }) => name) ?? [];

const blows: fc.Arbitrary<Blow> = fc.oneof(
  // What is deleted is gone: only columns in which nobody types.
  fc.constantFrom(...captions).map((caption) => deleteColumn("Grades", caption)),
  fc.tuple(at, at).map(
    ([from, to]): Blow =>
      (book) =>
        moveColumn("Grades", headers(book)[from] ?? "", Math.min(to, headers(book).length - 1))(book),
  ),
  fc
    .tuple(
      fc.constantFrom(...captions),
      fc.nat({ max: 3 }),
      fc.constantFrom<Cell>("手填", null, { formula: "=1+1" }),
    )
    .map(([caption, row, cell]) => overwrite("Grades", caption, row, [cell])),
  fc
    .tuple(at, fc.constantFrom("validations" as const, "highlights" as const))
    .map(([column, what]) => clearRules("等级跟踪", what, column, column + 3)),
  fc.constant(convertToRange("Grades")),
  fc.constant(renameTable("Grades", "表1")),
  fc.constant(renameColumn("Grades", "客户编号", "编号")),
  fc.constant(writeBelow("Grades", 2, { 客户编号: "LY-ZS009", 置业顾问: "李强" })),
  fc.constant(addOwnColumn("Grades", "我的", ["甲", { formula: "=[@客户编号]" }, 3])),
);

test("any sequence of blows, repaired: no damage is left, and whatever was typed is still on its sheet", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(blows, { minLength: 1, maxLength: 5 }), async (sequence) => {
      const bad = struck(sequence);
      let bytes = await writeBook(bad);
      const repair = await repairSiteFile(bytes, plan());
      // What is asked is agreed to.
      const book = await readBook(await repair.write(saved));
      const asked = repair.left.flatMap((damage) => damage.repair);
      bytes = await writeBook(asked.length === 0 ? book : repairBook(book, asked, plan()).book);
      expect(said(damagesOf((await inspectSiteFile(bytes)).inspected, plan()))).toEqual([]);
      const after = counted(await readBook(bytes), "等级跟踪");
      for (const [text, count] of counted(bad, "等级跟踪"))
        if (!["手填", "编号"].includes(text))
          expect([text, (after.get(text) ?? 0) >= count]).toEqual([text, true]);
    }),
    { numRuns: 8, endOnFailure: true, seed: 14 },
  );
});
