/** `anchang adopt`, built, run as a person runs it. */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Book, Cell, Sheet } from "../../src/book/book";
import { adoptCommand } from "../../src/cli/adopt";
import { Unusable } from "../../src/cli/outcome";
import { keptText } from "../../src/domain/register/old-sheet/kept-mapping";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { editBook } from "../../src/xlsx/edit";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { savedAt } from "../../src/xlsx/saved-at";
import { writeBook } from "../../src/xlsx/write";
import { partsOf, zipOf } from "../xlsx/rezip";
import { oldSheet } from "./old-sheets";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = mkdtempSync(path.join(tmpdir(), "anchang-adopt-"));
const at = (name: string): string => path.join(folder, name);
const site = at("案场.xlsx");
const today = "2026-11-22";

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
const anchang = (...args: readonly string[]): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
};
const adopt = (old: string, ...args: readonly string[]): Run =>
  anchang("adopt", at(old), "--today", today, ...args);

/** A site of one's own for a test. */
const siteFor = (name: string): string => {
  const into = at(`${name}.xlsx`);
  copyFileSync(site, into);
  return into;
};
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const cellsOf = async (file: string, form: "visitors" | "followUps", key: string) =>
  (await readSiteFile(bytesOf(file))).registers[form]?.columns.get(key) ?? [];

const visits = oldSheet(
  "2023",
  [
    ["来访登记表 2023年"],
    ["日期", "姓名", "手机", "业务员", "领导批示"],
    ["3月5日", "示例甲", "13803790001", "李娜", "重点"],
    [null, "示例乙", "13803790002", "李娜", null],
    ["小计", 2],
    ["3月8日", "示例丙", "1380379", "王强", null],
    ["3月9日", "示例甲", "13803790001", "李娜", null],
  ],
  { merges: ["A3:A4"] },
);
const talks = oldSheet("跟踪", [
  ["日期", "客户姓名", "手机", "跟踪情况", "置业顾问"],
  ["2023-03-20", "示例甲", "13803790001", "约周末再看", "李娜"],
]);
const hidden = oldSheet(
  "藏着",
  [
    ["日期", "姓名", "手机", "业务员"],
    ["2023-1-1", "示例藏", "13803790099", "李娜"],
  ],
  {
    visibility: "hidden",
  },
);
const months = oldSheet("月报", [
  ["月份", "组数"],
  ["3月", 5],
]);
const write = async (name: string, ...sheets: readonly Sheet[]): Promise<void> => {
  const book: Book = { names: [], sheets };
  writeFileSync(at(name), await writeBook(book));
};

let untouched: Uint8Array;

test("问题表 is written over no site's workbook, not even in a dry run; an earlier list is kept beside", async () => {
  const other = siteFor("别的案场");
  const args = { errors: other, dryRun: true };
  expect(await refused("旧表.xlsx", args)).toContain("没有动它");
  expect(await refused("旧表.xlsx", { errors: at("问题.txt") })).toContain(".xlsx");
  expect(Buffer.compare(bytesOf(other), bytesOf(site))).toBe(0);
  writeFileSync(at("改着的.xlsx"), "somebody's work");
  const run = adopt("旧表.xlsx", "--into", siteFor("收两次"), "--errors", at("改着的.xlsx"));
  const [, kept = ""] = /以前的那份存在 (.*?)。/u.exec(run.out) ?? [];
  expect(readFileSync(kept, "utf8")).toBe("somebody's work");
});

/** Why it is refused, without a process of its own. */
const refused = async (
  old: string,
  options: Partial<Parameters<typeof adoptCommand>[1]>,
): Promise<string> => {
  try {
    await adoptCommand(at(old), { into: site, today, ...options });
    return "taken";
  } catch (fault) {
    if (fault instanceof Unusable) return fault.message;
    throw fault;
  }
};

beforeAll(async () => {
  const named = ["--project", "新天地", "--place", "洛阳", "--consultants", "李娜,王强,赵敏"];
  expect(anchang("new", site, ...named, "--today", today)).toMatchObject({ code: 0, err: "" });
  untouched = bytesOf(site);
  // What is said of clients stands before them in the file.
  await write("旧表.xlsx", talks, visits, months, hidden);
});

test("every table is taken, clients first; what becomes of each row is said before, and where everything is after", async () => {
  const into = siteFor("全收");
  writeFileSync(into, await editBook(bytesOf(site), [], {}, "2026-01-02T03:04:05Z"));
  const before = bytesOf(into);
  const run = adopt("旧表.xlsx", "--into", into, "--errors", at("问题.xlsx"));
  expect(run).toMatchObject({ code: 1, err: "" });
  const said = run.out.split("\n");
  expect(said.filter((line) => /^ {2}\S/u.test(line))).toEqual([
    "  2023（表头在第 2 行）当作来访客户登记表，共 5 行：2 行是新客户，1 行并入已有的客户，1 行有问题，1 行不是记录。",
    "  跟踪（表头在第 1 行）当作客户跟踪记录表（置业顾问版），共 1 行：1 行并入已有的客户，0 行有问题。",
    "  几行合成一位新客户的，共 1 位，请核对：",
    "  这些工作表没有认出能收编的登记表，没有收：月报（2 行，原样在问题表里）。不是登记表就不用管；是的话请补上表头（如 姓名、日期、联系方式），再收编。",
    "  隐藏的工作表没有看：藏着；要收请写 --sheet 表名。",
  ]);
  for (const words of [
    "    留成自有列：领导批示。",
    "第 6 行　示例丙：没有收进：手机",
    "第 7 行　示例甲：电话 138 0379 0001 是 示例甲（LY-SL001）的",
    "第 5 行：这一行是合计或小计，不是客户",
    "收编完：8 行里新建 2，并入 2，没有收进 1，不是记录 3。",
    `没有收进的行在 ${at("问题.xlsx")}`,
  ])
    expect(run.out).toContain(words);
  expect(await cellsOf(into, "visitors", "name")).toEqual(["示例甲", "示例乙"]);
  expect(await cellsOf(into, "visitors", "visitDate")).toEqual([44990, 44990]);
  expect(await cellsOf(into, "followUps", "notes")).toContain("约周末再看");
  expect((await readSiteFile(bytesOf(into))).registers.visitors?.strangers).toEqual(["领导批示"]);

  // 撤销导入: what it was is kept beside, and its name is said.
  const kept = readdirSync(folder).find((name) => /^全收 收编前 \d{8}-\d{4}\.xlsx$/u.test(name)) ?? "";
  expect(run.out).toContain(`收编前的案场簿存为 ${at(kept)}；`);
  expect(bytesOf(at(kept))).toEqual(before);
  // Head office, given both, goes by the newer (R19).
  expect(await savedAt(before)).toBe("2026-01-02T03:04:05Z");
  expect((await savedAt(bytesOf(into))) ?? "").toMatch(/^(?!2026-01-02)\d{4}-\d\d-\d\dT[\d:]{8}Z$/u);
});

test("the rows not taken stand with sheet, row, reason and original; put right, they go in from there", async () => {
  const { sheets } = await readSheets(bytesOf(at("问题.xlsx")));
  expect(sheets.map(({ name }) => name)).toEqual(["未收-2023", "非记录-2023", "没认出-月报"]);
  const [problems] = sheets;
  const line = problems?.rows.find(({ row }) => row === 2);
  expect([0, 1, 4, 5, 6].map((column) => line && valueAt(line, column))).toEqual([
    "2023",
    6,
    "3月8日",
    "示例丙",
    "1380379",
  ]);
  const into = siteFor("改好");
  const again = JSON.parse(adopt("问题.xlsx", "--into", into, "--json").out) as object;
  expect(again).toMatchObject({
    rows: 1,
    rejected: 1,
    setAside: 0,
    tables: [{ form: "visitors", sheet: "未收-2023" }],
  });
  const right = (problems?.rows ?? []).map(({ cells }) =>
    Array.from({ length: 9 }, (_, column) => {
      const value = cells.find((cell) => cell.column === column)?.value;
      return value === "1380379" ? "13803790003" : typeof value === "object" ? null : (value ?? null);
    }),
  );
  await write("改好的.xlsx", oldSheet("未收-2023", right));
  expect(adopt("改好的.xlsx", "--into", into).code).toBe(0);
  expect(await cellsOf(into, "visitors", "name")).toEqual(["示例丙"]);
  expect(await cellsOf(into, "visitors", "visitDate")).toEqual([44993]);
});

test("what stands outside the register is said, and beside: rows above its headers, slips, its title", async () => {
  const into = siteFor("表外");
  await write(
    "旁边有字.xlsx",
    oldSheet("来访", [
      ["2023年来访登记"],
      ["2023.3.1", "示例前", "13803790009", "李娜"],
      ["日期", "姓名", "手机", "业务员"],
      ["2023.3.5", "示例甲", "13803790001", "李娜"],
      [],
      [null, null, null, null, null, null, "便签：周六盘点"],
    ]),
  );
  const run = adopt("旁边有字.xlsx", "--into", into, "--errors", at("表外问题.xlsx"));
  expect(run.code).toBe(1);
  for (const words of [
    "1 行不是记录，1 行像记录、但在表头上面或表外，没有收，请核对。",
    "    标题：2023年来访登记。",
    "第 2 行：这一行像记录，但在表头上面或登记表外面，没有收进",
    "第 6 行：这是登记表外面的字，没有收进",
    "新建 1，并入 0，没有收进 1，不是记录 1。",
  ])
    expect(run.out).toContain(words);
  const [aside] = (await readSheets(bytesOf(at("表外问题.xlsx")))).sheets;
  const cells = (aside?.rows ?? []).map(({ cells: row }) => row.map(({ value }) => value));
  expect(cells[2]?.slice(4)).toEqual(["2023.3.1", "示例前", "13803790009", "李娜"]);
  expect(cells[3]?.slice(4)).toEqual(["便签：周六盘点"]);
});

test("a sheet without headers: its rows are counted, and stand in the list of what was not taken", async () => {
  await write(
    "没表头.xlsx",
    oldSheet("来访", [
      ["来访日期", "客户姓名", "手机", "置业顾问"],
      ["2023.3.5", "示例甲", "13803790001", "李娜"],
    ]),
    oldSheet("2022老客户", [
      ["王先生", "13873020012", "看过三次", "李娜"],
      ["刘女士", "13873020023", "要学区", "王强"],
    ]),
  );
  const run = adopt("没表头.xlsx", "--into", siteFor("收没表头"), "--errors", at("没表头问题.xlsx"));
  expect(run.code).toBe(1);
  expect(run.out).toContain(
    "没有认出能收编的登记表，没有收：2022老客户（2 行，其中 2 行像记录，原样在问题表里）。",
  );
  expect(run.out).toContain("收编完：3 行里新建 1，并入 0，没有收进 2，不是记录 0。");
  const [list] = (await readSheets(bytesOf(at("没表头问题.xlsx")))).sheets;
  expect(list?.name).toBe("没认出-2022老客户");
  expect(list?.rows.slice(2).map(({ cells }) => cells.map(({ value }) => value).slice(4))).toEqual([
    ["王先生", "13873020012", "看过三次", "李娜"],
    ["刘女士", "13873020023", "要学区", "王强"],
  ]);
});

const ladderHeaders = "NO. 时间 客户编号 客户姓名 客户级别 置业顾问 D C B A √ × 原置业顾问 备注情况".split(
  " ",
);

test("a 客户等级分配跟踪表 goes to 等级跟踪 behind the visits of its file; who is in no register is told, and can be taken in later", async () => {
  const row = (...cells: readonly Cell[]): readonly Cell[] =>
    ladderHeaders.map((_, column) => cells[column] ?? null);
  await write(
    "等级.xlsx",
    // What rests on the visits stands before them.
    oldSheet("等级", [
      ["客户等级分配跟踪表（案场经理版）"],
      ladderHeaders,
      row(1, "2023.3.5", null, "示例甲", "D", "王强", "3.6", null, null, null, null, null, "李娜", "等活动"),
      row(2, "2023.3.8", null, "示例乙", "√", "李娜", null, "3.8", null, null, "3.20"),
      row(3, "2023.3.9", null, "示例丁", "B", "李娜", null, "3.9"),
    ]),
    visits,
  );
  const into = siteFor("收等级");
  const run = adopt("等级.xlsx", "--into", into, "--errors", at("等级问题.xlsx"));
  expect(run).toMatchObject({ code: 1, err: "" });
  for (const words of [
    "等级（表头在第 2 行）当作客户等级分配跟踪表（案场经理版），共 3 行：2 行并入已有的客户，1 行有问题。",
    "第 3 行　示例甲：这位顾问名下叫 示例甲 的只有 LY-SL001",
    "第 4 行　示例乙：原表 示例乙（LY-SL002）是 √，案场簿里还没有成交报告。",
    "第 5 行　示例丁：没有收进：客户姓名",
  ])
    expect(run.out).toContain(words);
  const { grades } = (await readSiteFile(bytesOf(into))).registers;
  const column = (key: string) => grades?.columns.get(key) ?? [];
  expect(column("clientId")).toEqual(["LY-SL001", "LY-SL002"]);
  expect(column("consultant")).toEqual(["王强", "李娜"]);
  expect(column("formerConsultant")).toEqual(["李娜", null]);
  expect([column("reachedD"), column("reachedC"), column("reachedDeal")]).toEqual([
    [44991, null],
    [null, 44993],
    [null, 45005],
  ]);
  expect(column("remarks")).toEqual(["等活动", "原表“时间”：2023-03-08"]);

  const registered = oldSheet("补登", [
    ["日期", "姓名", "手机", "业务员"],
    ["2023-03-09", "示例丁", "13803790009", "李娜"],
  ]);
  await write("补登.xlsx", registered);
  expect(adopt("补登.xlsx", "--into", into)).toMatchObject({ code: 0, err: "" });
  const later = adopt("等级问题.xlsx", "--into", into, "--form", "grades", "--json");
  expect(JSON.parse(later.out)).toMatchObject({ joined: 1, rejected: 0, tables: [{ form: "grades" }] });
  const again = adopt("等级.xlsx", "--into", into, "--json");
  expect(JSON.parse(again.out)).toMatchObject({ written: false });
});

test("a list without headers is told", () => {
  const into = siteFor("收名单");
  writeFileSync(at("名单.csv"), "王先生,13873020012,看过三次\n");
  const names = adopt("名单.csv", "--into", into, "--errors", at("名单问题.xlsx"));
  expect(names).toMatchObject({ code: 1, err: "" });
  expect(names.out).toContain("收编完：1 行里新建 0，并入 0，没有收进 1，不是记录 0。");
});

test("of several tables on a sheet, those of another form than was asked for are said", async () => {
  await write(
    "两张.xlsx",
    oldSheet("三月", [
      ["来访日期", "客户姓名", "手机", "置业顾问"],
      ["2023.3.5", "示例甲", "13803790001", "李娜"],
      [],
      ["来电时间", "客户姓名", "手机", "咨询洽谈内容", "置业顾问"],
      ["2023.3.5", "示例乙", "13803790002", "问价", "李娜"],
    ]),
  );
  const { out } = adopt("两张.xlsx", "--into", siteFor("只要来访"), "--form", "visitors");
  expect(out).toContain("这些工作表没有收：三月（第 4 行起的表）。");
});

test("tried out, nothing is written but what was asked for; the same twice writes nothing the second time", () => {
  const into = siteFor("试算");
  const before = bytesOf(into);
  const files = readdirSync(folder).length;
  const run = adopt("旧表.xlsx", "--into", into, "--dry-run", "--json");
  expect(JSON.parse(run.out)).toMatchObject({
    written: false,
    backup: null,
    taken: 2,
    joined: 2,
    rejected: 1,
  });
  expect(bytesOf(into)).toEqual(before);
  expect(readdirSync(folder)).toHaveLength(files);
  expect(JSON.parse(adopt("旧表.xlsx", "--into", into, "--json").out)).toMatchObject({ written: true });
  const after = bytesOf(into);
  const second = adopt("旧表.xlsx", "--into", into);
  expect(second.out).toContain("案场簿里都已有，没有改动");
  expect(bytesOf(into)).toEqual(after);
});

test("one sheet, one form, columns left out, rows without a consultant: as asked", async () => {
  const into = siteFor("挑着收");
  const json = (...args: readonly string[]): unknown =>
    JSON.parse(adopt("旧表.xlsx", "--into", into, "--json", ...args).out);
  expect(json("--sheet", "藏着")).toMatchObject({ tables: [{ sheet: "藏着", taken: 1 }] });
  expect(json("--form", "visitors", "--own", "leave", "--dry-run")).toMatchObject({
    tables: [{ form: "visitors", leftColumns: ["领导批示"], columns: [{}, {}, {}, {}, { use: "leave" }] }],
  });
  await write(
    "没人.xlsx",
    oldSheet("来访", [
      ["日期", "姓名", "手机"],
      ["3月5日", "示例戊", "13803790005"],
    ]),
  );
  expect(JSON.parse(adopt("没人.xlsx", "--into", into, "--json").out)).toMatchObject({
    taken: 0,
    rejected: 1,
  });
  const told = ["--consultant", "王强", "--year", "2022", "--json"];
  expect(JSON.parse(adopt("没人.xlsx", "--into", into, ...told).out)).toMatchObject({
    taken: 1,
    rejected: 0,
  });
  expect(await cellsOf(into, "visitors", "visitDate")).toEqual([44927, 44625]);
});

test("where columns go is written once, and goes by what people made of it the next time", async () => {
  const into = siteFor("对应");
  const mapping = at("对应.json");
  const first = adopt("旧表.xlsx", "--into", into, "--mapping", mapping, "--dry-run");
  expect(first.out).toContain(`列的对应写在 ${mapping}`);
  const text = readFileSync(mapping, "utf8");
  writeFileSync(
    mapping,
    text.replace(
      /"header": "领导批示",\s+"use": "own",\s+"caption": "领导批示"/u,
      '"header": "领导批示", "use": "blank", "key": "notes"',
    ),
  );
  const kept = readFileSync(mapping, "utf8");
  const second = adopt("旧表.xlsx", "--into", into, "--mapping", mapping);
  expect(second.out).toContain("列的对应照存下的来。");
  expect(second.out).not.toContain("留成自有列");
  expect(readFileSync(mapping, "utf8")).toBe(kept);
  expect(await cellsOf(into, "visitors", "notes")).toContain("重点");
});

test.each([
  ["no JSON", "{{{", /不是收编存下的列对应/u],
  [
    "a prototype's name for a form",
    '{"案场簿":"收编列对应","version":1,"tables":[{"form":"constructor","columns":[]}]}',
    /form 应是 visitors/u,
  ],
  [
    "a prototype's name for a blank",
    '{"案场簿":"收编列对应","version":1,"tables":[{"form":"visitors","columns":[{"header":"__proto__","use":"blank","key":"__proto__"}]}]}',
    /第 1 张表第 1 列看不懂/u,
  ],
])("a mapping that is %s is refused, and nothing is written", async (_, text, words) => {
  writeFileSync(at("坏.json"), text);
  await expect(refused("旧表.xlsx", { mapping: at("坏.json") })).resolves.toMatch(words);
  expect(bytesOf(site)).toEqual(untouched);
});

test("a .csv as Excel in China writes it", async () => {
  const into = siteFor("逗号");
  // "日期,姓名,手机,业务员\r\n2023-3-5,示例己,13803790006,李娜" in GB18030.
  const gb =
    "c8d5c6da2cd0d5c3fb2cca d6bbfa2cd2b5cef1d4b10d0a323032332d332d352ccabec0fdbcba2c31333830333739303030362cc0eec4c8";
  writeFileSync(at("来访2023.csv"), Buffer.from(gb.replaceAll(" ", ""), "hex"));
  expect(adopt("来访2023.csv", "--into", into)).toMatchObject({ code: 0, err: "" });
  expect(await cellsOf(into, "visitors", "name")).toEqual(["示例己"]);
});

test.each<[string, string, Partial<Parameters<typeof adoptCommand>[1]>, RegExp]>([
  ["a file without a register", "空.csv", {}, /没有找到登记表/u],
  [
    "a sheet that is not there",
    "旧表.xlsx",
    { sheet: "2022" },
    /没有工作表“2022”；有 跟踪、2023、月报、藏着/u,
  ],
  ["a form that is not there", "旧表.xlsx", { form: "receipts" }, /--form：没有“receipts”/u],
  ["a use that is not there", "旧表.xlsx", { own: "drop" }, /--own：“drop”看不懂/u],
  ["a year that is none", "旧表.xlsx", { year: "23" }, /--year：“23”不是年份/u],
  ["the same file twice", "旧表.xlsx", { errors: at("旧表.xlsx") }, /同一个文件写了两次/u],
])("%s is said, and nothing is written", async (_, old, options, words) => {
  writeFileSync(at("空.csv"), "今天,天气,很好\n");
  await expect(refused(old, options)).resolves.toMatch(words);
  expect(bytesOf(site)).toEqual(untouched);
});

test("an old .xls is refused in one line, with the way out", () => {
  writeFileSync(at("旧.xls"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
  const run = adopt("旧.xls", "--into", site);
  expect(run).toMatchObject({ code: 2, out: "" });
  expect(run.err).toMatch(/^[^\n]*旧版 \.xls 文件；请用 Excel 或 WPS 打开，另存为[^\n]*\n$/u);
});

test("a hostile .csv is refused in little more memory than its own", () => {
  writeFileSync(at("逗号.csv"), '"",'.repeat(5 << 20));
  // Cut into its five million cells it were ten times as much.
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=96", program, "adopt", at("逗号.csv"), "--into", site, "--today", today],
    { encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([2, expect.stringContaining("第 1 行")]);
});

test("a .csv larger than may be read is refused by its size alone, with the way out", async () => {
  writeFileSync(at("太大.csv"), "日期,姓名\n");
  // More than can be read at all, and takes no room on the disk.
  truncateSync(at("太大.csv"), 3000 * 2 ** 20);
  await expect(refused("太大.csv", {})).resolves.toMatch(
    /太大\.csv：文件有 3000 MB，最多读 32 MB：请按年份拆成几份分别收/u,
  );
  rmSync(at("太大.csv"));
});

test("columns nobody named, a year nobody said, cells nobody understood: said for the table, before its rows", async () => {
  await write(
    "说不清.xlsx",
    oldSheet("第一批", [
      ["来访登记"],
      ["批次", "姓名", "手机", "跟进人", "年龄", "来源渠道"],
      ["2023-03-05", "示例甲", "13803790001", "李娜", "三十多", "抖音"],
    ]),
    oldSheet("第二批", [
      ["来访登记"],
      ["日期", "姓名", "手机", "业务员", "年龄", "来源渠道", "婚否"],
      ["2023-03-05", "示例甲", "13803790001", "李娜", "三十多", "抖音", "#N/A"],
      ["2023-03-06", "示例丙", "13803790003", "李娜", "三十多", "路过", null],
    ]),
    oldSheet("第三批", [
      ["日期", "姓名", "手机", "业务员"],
      ["3月5日", "示例乙", "13803790002", "李娜"],
    ]),
  );
  const into = siteFor("说不清的");
  const run = adopt("说不清.xlsx", "--into", into, "--dry-run");
  for (const words of [
    "    没有一列对到“来访日期”，缺了它收不进；请在列的对应（--mapping 写出的文件）里指明是哪一列。\n",
    "    日期没写年份，标题和文件名也看不准是哪一年；请写 --year 年份（最早一行的）。\n",
    "    没认出来、原文抄进“其他洽谈内容及洽谈结果”的：年龄 2 行（“三十多”），来源渠道 1 行（“抖音”）。\n",
    "    公式出错、没有内容可收的：婚否 1 行（“#N/A”）。\n",
  ])
    expect(run.out.split(words)).toHaveLength(2);
  expect(adopt("说不清.xlsx", "--into", into, "--dry-run", "--year", "2023").out).not.toMatch(/没写年份/u);
  expect(
    JSON.parse(adopt("说不清.xlsx", "--into", into, "--sheet", "第二批", "--dry-run", "--json").out),
  ).toMatchObject({
    tables: [
      {
        fates: [
          {
            row: 3,
            hints: [
              "“年龄”的“三十多”没有认出来，已抄进洽谈内容",
              "“来源渠道”的“抖音”没有认出来，已抄进洽谈内容",
              "婚否：单元格里是错误值 #N/A",
            ],
          },
          { row: 4, hints: ["“年龄”的“三十多”没有认出来，已抄进洽谈内容"] },
        ],
      },
    ],
  });
  // A mapping of another make is not taken in silence.
  writeFileSync(
    at("别的.json"),
    keptText([{ form: "deals", columns: [{ header: "甲", use: { use: "leave" } }] }]),
  );
  expect(adopt("旧表.xlsx", "--into", into, "--dry-run", "--mapping", at("别的.json")).out).toContain(
    "    给的列对应里没有这样的表，各列照表头认。\n",
  );
});

test("comments on cells are kept with their rows and counted; one on no row is listed", async () => {
  await write("批注.xlsx", visits);
  const parts = await partsOf(bytesOf(at("批注.xlsx")));
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const note = (cell: string, text: string): string =>
    `<comment ref="${cell}" authorId="0"><text><t>${text}</t></text></comment>`;
  parts.set(
    "xl/worksheets/_rels/sheet1.xml.rels",
    `<Relationships><Relationship Id="rId1" Type="${office}/comments" Target="../comments1.xml"/></Relationships>`,
  );
  parts.set(
    "xl/comments1.xml",
    `<comments><commentList>${note("B3", "太太做主")}${note("C6", "号码待核")}${note("A2", "当天填")}</commentList></comments>`,
  );
  writeFileSync(at("批注.xlsx"), await zipOf(parts));
  const into = siteFor("有批注");
  let said = "";
  const out = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const exitCode = process.exitCode;
  await adoptCommand(at("批注.xlsx"), { into, today, errors: at("批注问题.xlsx") });
  process.exitCode = exitCode;
  out.mockRestore();
  for (const words of [
    "    有批注、原文抄进“其他洽谈内容及洽谈结果”的：姓名 1 行（“太太做主”）。",
    "第 2 行：这是批注，不在任何一条记录上",
  ])
    expect(said).toContain(words);
  expect(await cellsOf(into, "visitors", "notes")).toEqual(["原表“姓名”批注：太太做主", null]);
  const [problems, others] = (await readSheets(bytesOf(at("批注问题.xlsx")))).sheets;
  const texts = (sheet: typeof problems): readonly unknown[] =>
    sheet?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [];
  expect(texts(problems)).toEqual(expect.arrayContaining(["原表批注", "手机：号码待核"]));
  expect(texts(others)).toContain("“日期”批注：当天填");
});
