/** `anchang repair` and what `anchang check` says of damage, as people run them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkCommand } from "../../src/cli/check";
import { repairCommand } from "../../src/cli/repair";
import { Unusable } from "../../src/cli/outcome";
import { editBook } from "../../src/xlsx/edit";
import { writeBook } from "../../src/xlsx/write";
import { deleteColumn, deleteSheet, overwrite } from "../workbook/damaged-book";
import { siteBook } from "../workbook/office/damaged";
import { withPart } from "../xlsx/rezip";

const today = "2026-11-22";
const fixture = (version: number): string => path.join(__dirname, `../fixtures/version-${version}.xlsx`);
const old = fixture(1);
let folder: string;
let damaged: Uint8Array;
const at = (name: string): string => path.join(folder, name);
const bytesOf = (file: string): Buffer => readFileSync(file);

beforeAll(async () => {
  const book = [
    deleteColumn("Visitors", "性别"),
    overwrite("Grades", "客户姓名", 1, ["手填的名字"]),
    deleteSheet("接待轮序"),
  ].reduce((now, blow) => blow(now), siteBook());
  damaged = await writeBook(book);
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "anchang-"));
  writeFileSync(at("案场.xlsx"), damaged);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Said {
  readonly out: string;
  readonly err: string;
  readonly code: typeof process.exitCode;
}

const run = async (work: () => Promise<void>): Promise<Said> => {
  const said = { out: "", err: "" };
  const out = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  const err = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  try {
    await work();
    return { ...said, code: process.exitCode };
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.exitCode = 0;
  }
};

const repair = (file: string, options: Parameters<typeof repairCommand>[1] = {}): Promise<Said> =>
  run(() => repairCommand(file, { today, ...options }));
const check = (file: string): Promise<Said> => run(() => checkCommand([file], { today }));

test("check says each damage and how it is repaired; repair does it in place and keeps the file as it was", async () => {
  const file = at("案场.xlsx");
  const before = await check(file);
  expect(before.code).toBe(1);
  expect(before.out).toMatch(/\[错误\] 来访登记　性别：.*\(R14\)/u);
  expect(before.out).toMatch(
    /\[错误\] 等级跟踪　第 6 行　客户姓名：公式被改成了手填的内容：第 6 行“手填的名字”/u,
  );
  expect(before.out).toMatch(/\[提示\] 接待轮序：没有“接待轮序”这张表/u);
  // The rules of columns that stand elsewhere come back with the columns.
  expect(before.out).not.toMatch(/不是原来的/u);
  expect(before.out).toMatch(/处不用打开 Excel 也能修：npx anchang repair /u);

  const { out, err, code } = await repair(file);
  expect([err, code ?? 0]).toEqual(["", 0]);
  expect(out).toMatch(/修好了 \d+ 处/u);
  expect(out).toMatch(/没有动 1 处，要由人决定.*\n.*没有“接待轮序”这张表。要用就补建一张空表/u);
  const backup = readdirSync(folder).find((name) => name.startsWith("案场 修复前 "));
  expect(out).toContain(`修复前的案场簿存为 ${at(backup ?? "没有")}`);
  expect(bytesOf(at(backup ?? "")).equals(damaged)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(2);

  const after = await check(file);
  expect(after.out).not.toMatch(/公式被改成|不用打开 Excel/u);
  expect(after.out).toMatch(/没有“接待轮序”这张表/u);
  // Repaired once, there is nothing left to do.
  const again = await repair(file);
  expect(again.out).not.toMatch(/修好了/u);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("with --out the file itself stays; one that is there is not overwritten unasked", async () => {
  const { out } = await repair(at("案场.xlsx"), { out: at("修好.xlsx") });
  expect(out).toContain(`修好的存为 ${at("修好.xlsx")}；${at("案场.xlsx")} 没有动`);
  expect(bytesOf(at("案场.xlsx")).equals(damaged)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["修好.xlsx", "案场.xlsx"]);
  const fixed = bytesOf(at("修好.xlsx"));
  await expect(repair(at("案场.xlsx"), { out: at("修好.xlsx") })).rejects.toThrow(/--force/u);
  expect(bytesOf(at("修好.xlsx")).equals(fixed)).toBe(true);
  await repair(at("案场.xlsx"), { out: at("修好.xlsx"), force: true });
  const [kept = ""] = readdirSync(folder).filter((name) => name.startsWith("修好 覆盖前 "));
  expect(bytesOf(at(kept)).equals(fixed)).toBe(true);
});

test("--dry-run writes nothing; --json says the same for programs", async () => {
  const { out, code } = await repair(at("案场.xlsx"), { dryRun: true, json: true });
  expect(code).toBe(1);
  const said = JSON.parse(out) as { repaired: { rule: string; column: string | null }[]; left: unknown[] };
  expect(said).toMatchObject({
    file: at("案场.xlsx"),
    written: null,
    backup: null,
    upgradedTo: null,
    lost: [],
  });
  expect(said.repaired.map(({ column }) => column)).toEqual(expect.arrayContaining(["性别", "客户姓名"]));
  expect(said.left).toMatchObject([{ severity: "hint", sheet: "接待轮序", asksPeople: true }]);
  expect(bytesOf(at("案场.xlsx")).equals(damaged)).toBe(true);
  expect(readdirSync(folder)).toEqual(["案场.xlsx"]);
});

test("what could not be written back stops it, until somebody agrees", async () => {
  const file = at("有分级.xlsx");
  writeFileSync(
    file,
    await withPart(damaged, "xl/worksheets/sheet2.xml", (xml) =>
      xml.replace('<row r="5"', '<row r="5" outlineLevel="1"'),
    ),
  );
  const before = bytesOf(file);
  const refusal = await repair(file).catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(Unusable);
  expect(String(refusal)).toMatch(
    /写不回去：分级显示（来访登记）。文件没有动。请在 Excel 里打开它.*--accept-loss/u,
  );
  expect(bytesOf(file).equals(before)).toBe(true);
  const { out } = await repair(file, { acceptLoss: true });
  expect(out).toMatch(/修好了[^]*没有写回去的：分级显示（来访登记）/u);
  expect((await check(file)).out).not.toMatch(/不用打开 Excel/u);
});

test.each([1, 4, 5, 6, 7])("a file of version %i is upgraded", async (version) => {
  const file = at("旧.xlsx");
  writeFileSync(file, bytesOf(fixture(version)));
  expect((await check(file)).out).toMatch(/这是旧版的案场簿[^]*npx anchang repair/u);
  const { out } = await repair(file);
  expect(out).toContain(`已从版本 ${version} 升级到版本 8，只增不减`);
  const after = await check(file);
  expect(after.out).not.toMatch(/R14/u);
});

test("a newer version, and what is no 案场簿, are refused politely and left alone", async () => {
  const newer = await editBook(new Uint8Array(bytesOf(old)), [
    { kind: "set", sheet: "_案场簿", cells: [{ at: "E4", content: 9 }] },
  ]);
  const stranger = await writeBook({ sheets: siteBook().sheets.slice(0, 1), names: [] });
  for (const [bytes, why] of [
    [newer, /版本 9：由更新的案场簿建立；请先更新案场簿/u],
    [stranger, /这不是案场簿/u],
  ] as const) {
    writeFileSync(at("别的.xlsx"), bytes);
    await expect(repair(at("别的.xlsx"))).rejects.toThrow(why);
    expect(bytesOf(at("别的.xlsx")).equals(bytes)).toBe(true);
  }
});
