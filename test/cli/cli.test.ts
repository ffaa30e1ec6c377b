/** The built command line, run as a person runs it. `npm test` builds it first. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cellAddress, parseArea } from "../../src/book/address";
import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import { draw } from "../domain/draw";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = mkdtempSync(path.join(tmpdir(), "anchang-"));
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
const json = (run: Run): unknown => JSON.parse(run.out);

/** Writes one cell of a register, by table and caption, in the n-th data row (1 is the first). */
const spoil = async (
  file: string,
  table: string,
  caption: string,
  row: number,
  content: string | number,
): Promise<string> => {
  const bytes = new Uint8Array(readFileSync(site));
  const sheet = (await readSheets(bytes)).sheets.find(({ tables }) =>
    tables.some(({ name }) => name === table),
  )!;
  const { range, columns } = sheet.tables.find(({ name }) => name === table)!;
  const area = parseArea(range)!;
  const cells = [{ at: cellAddress(area.top + row, area.left + columns.indexOf(caption)), content }];
  writeFileSync(at(file), await editBook(bytes, [{ kind: "set", sheet: sheet.name, cells }]));
  return at(file);
};

beforeAll(() => {
  const made = anchang(
    ...["new", site, "--project", "新天地", "--place", "洛阳", "--consultants", "李娜,王强,赵敏"],
    ...["--sample", "--today", today],
  );
  expect(made).toMatchObject({ code: 0, err: "" });
});

test("a reader that has read enough stops it without a word", () => {
  const piped = `"${process.execPath}" "${program}" due "${site}" --today ${today} | true`;
  expect(spawnSync("sh", ["-c", piped], { encoding: "utf8" }).stderr).toBe("");
});

test.each([
  ["fine", 0, `due "${site}" --today ${today}`],
  ["what it was given is of no use", 2, `report`],
])("nor does it change how it ends: %s", (_, code, asked) => {
  const said = at("code.txt");
  const piped = `("${process.execPath}" "${program}" ${asked} 2>&1; echo $? > "${said}") | true`;
  spawnSync("sh", ["-c", piped]);
  expect(Number(readFileSync(said, "utf8"))).toBe(code);
});

test("a new workbook with the invented sample has nothing wrong in it", () => {
  const run = anchang("check", site, "--json", "--today", today);
  expect(run.code).toBe(0);
  const found = json(run) as { severity: string; rule: string; table: string }[];
  const serious = found.filter(({ severity }) => severity !== "hint");
  // No error; the warnings are the sample's own story: two clients to be given anew, one instalment late.
  expect(serious.map(({ severity, rule, table }) => `${severity} ${rule} ${table}`)).toEqual([
    "warning R10 Grades",
    "warning R10 Grades",
    "warning R13 Instalments",
  ]);
});

test("an existing file is not overwritten unasked", () => {
  const before = readFileSync(site);
  const args = ["new", site, "--project", "甲", "--place", "洛阳", "--consultants", "李娜"];
  const run = anchang(...args);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining("--force")]);
  expect(readFileSync(site).equals(before)).toBe(true);
});

test("what --force writes over is kept beside", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-force-"));
  const file = path.join(folder, "甲.xlsx");
  copyFileSync(site, file);
  const args = ["new", file, "--project", "甲", "--place", "洛阳", "--consultants", "李娜", "--force"];
  const run = anchang(...args);
  expect([run.code, run.out.includes("原来的文件存在")]).toEqual([0, true]);
  const [kept = ""] = readdirSync(folder).filter((name) => name.startsWith("甲 新建前 "));
  expect(readFileSync(path.join(folder, kept)).equals(readFileSync(site))).toBe(true);
  rmSync(folder, { recursive: true });
});

test.each(
  draw(`
  | case         | table    | caption  | content    | rule | says         |
  | 手机十位     | Visitors | 手机     | 1380379123 | R2   | 10 位        |
  | 日期在以后   | Visitors | 来访日期 | 2027-01-01 | R8   | 晚于今天     |
  | 没有这一天   | Visitors | 来访日期 | 2024-02-30 | R8   | 不存在       |
  | 名单外的人   | Visitors | 置业顾问 | 钱多多     | R9   | 名单         |
  | 金额里写字   | Deals    | 成交单价 | 面议       | R12  | 不是金额     |
`),
)("check says what is wrong: $case", async ({ table, caption, content, rule, says }) => {
  const file = await spoil("坏.xlsx", table!, caption!, 1, content!);
  const run = anchang("check", file, "--json", "--today", today);
  expect(run.code).toBe(1);
  const problems = json(run) as {
    severity: string;
    column: string;
    message: string;
    remedy: string;
    rule: string;
  }[];
  const found = problems.find((each) => each.severity === "error" && each.column === caption);
  expect(found).toMatchObject({
    file,
    table,
    row: 5,
    rule,
    message: expect.stringContaining(says!) as string,
  });
  expect(found?.remedy).not.toBe("");
});

test.each([
  ["没有这个文件", at("没有.xlsx"), ""],
  ["文字冒充工作簿", at("假.xlsx"), "这不是工作簿"],
  ["空文件", at("空.xlsx"), ""],
])("%s: exit 2 and the reason", (_, file, content) => {
  if (!file.includes("没有")) writeFileSync(file, content);
  const run = anchang("check", file, site, "--today", today);
  expect(run.code).toBe(2);
  expect(run.err).toContain(file);
  // The others are still checked.
  expect(run.out).toContain(`${site}：`);
});

test("due: worst first, of one consultant where asked", () => {
  const lines = json(anchang("due", site, "--json", "--today", today)) as Record<string, unknown>[];
  expect(Object.keys(lines[0]!)).toEqual(
    "clientId name grade ownerClass consultant phone lastContact due status daysOverdue sleeping whenToCall callableFrom".split(
      " ",
    ),
  );
  // Owners to ring up stand behind (R15).
  const days = lines.flatMap(({ ownerClass, daysOverdue }) =>
    ownerClass === null ? [daysOverdue as number] : [],
  );
  expect(days[0]).toBeGreaterThan(0);
  expect(lines[0]).toMatchObject({ status: `逾期${days[0] ?? 0}天` });
  const overdue = days.filter((n) => n > 0);
  expect(overdue).toEqual(overdue.toSorted((a, b) => b - a));
  const hers = json(anchang("due", site, "--json", "--today", today, "--consultant", "李娜")) as typeof lines;
  expect(hers).toEqual(lines.filter(({ consultant }) => consultant === "李娜"));
  expect(anchang("due", site, "--consultant", "无名").code).toBe(2);
});

test("due: when to call each, and who can be called then first (R7); who sleeps is said (R6)", () => {
  const plainly = anchang("due", site, "--today", today).out;
  expect(plainly).toContain("避开上午");
  expect(plainly).toContain("睡眠客户");
  const at = (time: string) =>
    json(anchang("due", site, "--json", "--today", today, "--at", time)) as Record<string, string>[];
  const [noon, night] = [at("14:30"), at("23:30")];
  const from = noon.map(({ callableFrom }) => callableFrom ?? "");
  expect(from).toEqual(from.toSorted());
  expect(from[0]).toBe(`${today} 14:30`);
  expect(new Set(from).size).toBeGreaterThan(1);
  expect(night.filter(({ callableFrom }) => (callableFrom ?? "") < "2026-11-23")).toEqual([]);
  expect(anchang("due", site, "--today", today, "--at", "14:30").out).toContain("14:30 可打");
  const wrong = anchang("due", site, "--today", today, "--at", "25:00");
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("25:00");
});

test("letters: a line a name", () => {
  expect(anchang("letters", "洛阳", "张三", "单田芳", "欧阳先生").out).toBe(
    "张三\tLY-ZS\n单田芳\tLY-ST\n欧阳先生\tLY-OY\n",
  );
});

test("describe: the form's page, and which forms there are", () => {
  const page = anchang("describe", "visitors");
  expect(page.code).toBe(0);
  for (const word of ["来访客户登记表", "客户编号", "下次看房时间"]) expect(page.out).toContain(word);
  expect(anchang("describe", "来访登记").out).toBe(page.out);
  expect(anchang("describe", "不存在")).toMatchObject({
    code: 2,
    err: expect.stringContaining("visitors") as string,
  });
});

const rowsOf = async (bytes: Buffer): Promise<number> => {
  const { sheets } = await readSheets(new Uint8Array(bytes));
  const area = parseArea(
    sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Visitors")!.range,
  )!;
  return area.bottom - area.top;
};

const old = path.join(__dirname, "../../../shared/data/old/来访登记-2023.xlsx");

(existsSync(old) ? describe : describe.skip)("adopt (needs the old register)", () => {
  test("sixty rows: every one is accounted for, and once more changes nothing", async () => {
    const into = at("收编.xlsx");
    copyFileSync(site, into);
    const first = json(
      anchang("adopt", old, "--into", into, "--errors", at("问题.xlsx"), "--json", "--today", today),
    );
    expect(first).toMatchObject({ rows: 60, tables: [{ form: "visitors" }] });
    const { rows, taken, joined, rejected, setAside } = first as Record<string, number>;
    expect((taken ?? 0) + (joined ?? 0) + (rejected ?? 0) + (setAside ?? 0)).toBe(rows);
    expect((rejected ?? 0) + (setAside ?? 0) === 0).toBe(!existsSync(at("问题.xlsx")));
    const after = readFileSync(into);
    const second = json(anchang("adopt", old, "--into", into, "--json", "--today", today));
    expect(second).toMatchObject({ rows: 60, taken: 0 });
    expect(readFileSync(into).equals(after)).toBe(true);
    const check = json(anchang("check", into, "--json", "--today", today)) as { severity: string }[];
    expect(check.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await rowsOf(after)).toBe((await rowsOf(readFileSync(site))) + (taken ?? 0));
  });
});

test("the built program runs by itself", () => {
  expect(execFileSync(process.execPath, [program, "--version"], { encoding: "utf8" })).toMatch(
    /^\d+\.\d+\.\d+\n$/u,
  );
  expect(anchang("--help").out).toContain("adopt");
  expect(anchang("nonsense").code).toBe(2);
});
