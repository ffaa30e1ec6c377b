/** `anchang print` and `anchang describe --all`, built, run as a person runs them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeBook } from "../../src/xlsx/write";
import { readSheets } from "../../src/xlsx/read";
import { describeWith, hasPrinter } from "../xlsx/tools";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { freshBook } from "../workbook/planned-site";
import { printedChanges } from "../workbook/print/printed-site";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = mkdtempSync(path.join(tmpdir(), "anchang-print-"));
const at = (name: string): string => path.join(folder, name);
const site = at("案场.xlsx");
let untouched: Buffer;

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
};
const print = (...args: readonly string[]): Run => run(["print", ...args, "--today", "2026-11-22"]);

const texts = async (file: string): Promise<readonly string[]> =>
  (await readSheets(new Uint8Array(readFileSync(file)))).sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === "string" ? [value] : []))),
  );

beforeAll(async () => {
  writeFileSync(site, await writeBook(fillBook(freshBook(), printedChanges)));
  untouched = readFileSync(site);
  writeFileSync(at("半个.xlsx"), untouched.subarray(0, untouched.length / 2));
});

test("a client's card, by what people call it", async () => {
  const made = print("来访登记", site, "--client", "ly-zs001", "--out", at("卡.xlsx"));
  expect(made).toMatchObject({ code: 0, err: "" });
  const found = await texts(at("卡.xlsx"));
  expect(found).toContain("138 0379 1234");
  expect(found.join()).not.toContain("李四");
});

test("boxes a formula fills are filled in a file that no spreadsheet has opened", async () => {
  expect(print("成交报告", site, "--out", at("成交.xlsx")).code).toBe(0);
  expect(await texts(at("成交.xlsx"))).toEqual(expect.arrayContaining(["成交状态", "认购", "已收款"]));
  expect(print("退房申请", site, "--out", at("退房.xlsx")).code).toBe(0);
  expect(await texts(at("退房.xlsx"))).toEqual(expect.arrayContaining(["状态", "审批中"]));
});

test("masked, empty, one application", async () => {
  expect(print("returnVisits", site, "--mask", "--out", at("遮.xlsx")).code).toBe(0);
  expect((await texts(at("遮.xlsx"))).join()).not.toMatch(/0379 ?1234/u);
  expect(print("客户成交报告", site, "--empty", "--out", at("空.xlsx")).code).toBe(0);
  expect((await texts(at("空.xlsx"))).join()).not.toContain("138 0379");
  expect(print("更名申请", site, "--application", "SQ-20261121-04", "--out", at("更名.xlsx")).code).toBe(0);
  expect(await texts(at("更名.xlsx"))).toContain("张小三");
});

test.each([
  ["no such print", ["请假条", site, "--out", at("x.xlsx")], "回访跟踪"],
  ["no such client", ["来访登记", site, "--client", "LY-AA999", "--out", at("x.xlsx")], "没有要打印的"],
  ["no number at all", ["来访登记", site, "--client", "张三", "--out", at("x.xlsx")], "不是客户编号"],
  ["another ending", ["来访登记", site, "--out", at("x.docx")], ".pdf"],
  ["a file that is there", ["来访登记", site, "--out", site], "--force"],
  ["a site's workbook, even by --force", ["来访登记", site, "--out", site, "--force"], "没有动它"],
  [
    "a workbook that cannot be read, even by --force",
    ["来访登记", site, "--out", at("半个.xlsx"), "--force"],
    "打不开",
  ],
  ["no board to fill in by hand", ["销控表", site, "--empty", "--out", at("x.xlsx")], "空白表"],
  ["copies without number", ["来访登记", site, "--copies", "很多", "--out", at("x.xlsx")], "--copies"],
  ["a day that is none", ["来访登记", site, "--from", "2026-02-30", "--out", at("x.xlsx")], "--from"],
])("%s: exit 2 and the reason", (_, args, says) => {
  const made = print(...args);
  expect([made.code, made.err]).toEqual([2, expect.stringContaining(says)]);
  expect(existsSync(at("x.xlsx"))).toBe(false);
  expect(readFileSync(site).equals(untouched)).toBe(true);
});

test("without LibreOffice a .pdf is refused with what to do", () => {
  const made = run(["print", "来访登记", site, "--out", at("没有.pdf")], {
    ANCHANG_SOFFICE: at("nothing-here"),
  });
  expect([made.code, made.err]).toEqual([2, expect.stringContaining("LibreOffice")]);
  expect(made.err).toContain(".xlsx");
  expect(existsSync(at("没有.pdf"))).toBe(false);
});

describeWith("LibreOffice", hasPrinter)("with LibreOffice", () => {
  test("a .pdf", () => {
    expect(print("退房申请", site, "--out", at("退房.pdf"))).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(at("退房.pdf")).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  });
});

test("describe --all writes the handbook's pages", () => {
  expect(run(["describe", "--all"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("--out") as string,
  });
  expect(run(["describe", "--all", "--out", at("手册")]).code).toBe(0);
  const kept = path.join(__dirname, "../../handbook");
  const pages = readdirSync(at("手册"));
  expect(pages.length).toBeGreaterThan(15);
  for (const page of pages)
    expect([page, readFileSync(path.join(at("手册"), page), "utf8")]).toEqual([
      page,
      readFileSync(path.join(kept, page), "utf8"),
    ]);
  const one = run(["describe", "申请单"]);
  expect(one.out).toContain("R13");
  expect(one.out).not.toContain(".png");
});
