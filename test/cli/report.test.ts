/** `anchang report`, run as a person runs it. `npm test` builds the command line first. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSheets } from "../../src/xlsx/read";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = mkdtempSync(path.join(tmpdir(), "anchang-report-"));
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
const report = (...args: readonly string[]): Run => anchang("report", ...args, "--today", today);

beforeAll(() => {
  const made = anchang(
    ...["new", site, "--project", "新天地", "--place", "洛阳", "--consultants", "李娜,王强,赵敏"],
    ...["--sample", "--today", today],
  );
  expect(made).toMatchObject({ code: 0, err: "" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Plain {
  readonly key: string;
  readonly from: string | null;
  readonly to: string;
  readonly tables: readonly { readonly key: string; readonly total: readonly unknown[] | null }[];
  readonly sentences: readonly string[];
}
const json = (run: Run): readonly Plain[] => {
  expect(run).toMatchObject({ code: 0, err: "" });
  return JSON.parse(run.out) as readonly Plain[];
};
const totalOf = ([one]: readonly Plain[], key: string): unknown =>
  one?.tables.find((table) => table.key === key)?.total?.[1];

test("on the terminal: what it says, then the figures; by any of its names", () => {
  const run = report("日报", site);
  expect(run).toMatchObject({ code: 0, err: "" });
  expect(run.out).toMatch(/^新天地日报\n2026-11-22\n1\. 2026-11-22：来电 \d+ 个/u);
  expect(run.out).toContain("【来访来电（按置业顾问）】\n置业顾问\t来电\t新来访");
  expect(report("daily", site).out).toBe(run.out);
});

test("as JSON, for the days asked for", () => {
  const all = json(report("deals", site, "--json"));
  const none = json(report("deals", site, "--json", "--from", "2020-01-01", "--to", "2020-01-31"));
  expect(all[0]).toMatchObject({ key: "deals", from: null, to: today });
  expect(totalOf(all, "category")).toBeGreaterThan(0);
  expect(none[0]).toMatchObject({ from: "2020-01-01", to: "2020-01-31", sentences: [] });
  expect(totalOf(none, "category")).toBe(0);
  const until = json(report("sources", site, "--json", "--to", "2026-10-31"));
  expect(Number(totalOf(until, "firstBy"))).toBeLessThan(
    Number(totalOf(json(report("sources", site, "--json")), "firstBy")),
  );
});

test("all of them into a file, a sheet each; not over another unasked", async () => {
  const out = at("报表.xlsx");
  const run = report("all", site, "--out", out);
  expect([run.code, run.err]).toEqual([0, ""]);
  const { sheets } = await readSheets(new Uint8Array(readFileSync(out)));
  expect(sheets.map(({ name }) => name)).toEqual(
    [
      ...["日报", "成交客户分析", "客户来源分析", "未成交原因分析", "销售漏斗", "置业顾问业绩"],
      ...["逾期跟进清单", "周报回款对销售", "老带新"],
    ].map((name) => `报表-${name}`),
  );
  const again = report("日报", site, "--out", out);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining("--force")]);
  expect(report("日报", site, "--out", out, "--force").code).toBe(0);
  expect((await readSheets(new Uint8Array(readFileSync(out)))).sheets).toHaveLength(1);
});

test("never over a site's workbook, not even by --force: its own or another", () => {
  const before = readFileSync(site);
  const run = report("日报", site, "--out", site, "--force");
  expect([run.code, run.err]).toEqual([2, expect.stringContaining("没有动它")]);
  expect(readFileSync(site).equals(before)).toBe(true);
});

test.each([
  ["没有这种报表", ["月报", site], "周报回款对销售"],
  ["日期写错", ["日报", site, "--from", "昨天"], "--from"],
  ["从在到之后", ["日报", site, "--from", "2026-11-20", "--to", "2026-11-01"], "对调"],
  ["文件名不对", ["日报", site, "--out", at("报表.txt")], ".xlsx"],
  ["没有这个文件", ["日报", at("没有.xlsx")], "没有这个文件"],
])("%s: exit 2 and what to do", (_what, args, says) => {
  const run = report(...args);
  expect([run.code, run.out]).toEqual([2, ""]);
  expect(run.err).toContain(says);
  expect(existsSync(at("报表.txt"))).toBe(false);
});
