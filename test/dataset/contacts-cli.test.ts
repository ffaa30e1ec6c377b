/** `anchang contacts`, run as a person runs it. `npm test` builds the command line first. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSheets } from "../../src/xlsx/read";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = mkdtempSync(path.join(tmpdir(), "anchang-contacts-"));
const at = (...names: readonly string[]): string => path.join(folder, ...names);
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
};
const json = (...args: readonly string[]) => {
  const { code, out, err } = run("contacts", "--dataset", at("set"), "--json", ...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as { columns: string[]; rows: (string | number | null)[][] };
};

beforeAll(() => {
  for (const [file, project] of [
    ["甲.xlsx", "新天地"],
    ["乙.xlsx", "老城里"],
  ] as const) {
    const said = ["--project", project, "--place", "洛阳", "--consultants", "李娜,王强", "--sample"];
    expect(run("new", at(file), ...said)).toMatchObject({ code: 0 });
  }
  expect(run("merge", at("甲.xlsx"), at("乙.xlsx"), "--dataset", at("set"), "--contacts")).toMatchObject({
    code: 0,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Row and number of 来访登记, as the workbook has them. */
const visits = async (file: string): Promise<readonly (readonly [number, unknown])[]> => {
  const { sheets } = await readSheets(new Uint8Array(readFileSync(at(file))));
  const rows = sheets.find(({ name }) => name === "来访登记")?.rows ?? [];
  const header = rows.find(({ cells }) => cells.some(({ value }) => value === "手机"));
  const column = header?.cells.find(({ value }) => value === "手机")?.column;
  return rows.flatMap(({ row, cells }) => {
    const value = cells.find((cell) => cell.column === column)?.value;
    return row <= (header?.row ?? 0) || value === undefined || value === "/"
      ? []
      : [[row + 1, value] as const];
  });
};

test("every number kept stands there with its site, register and row", async () => {
  const { columns, rows } = json();
  expect(columns.slice(0, 5)).toEqual(["案场", "登记", "行", "编号", "姓名"]);
  const mobile = columns.indexOf("手机");
  for (const [site, file] of [
    ["洛阳-新天地", "甲.xlsx"],
    ["洛阳-老城里", "乙.xlsx"],
  ] as const) {
    const found = rows.filter((row) => row[0] === site && row[1] === "来访登记" && row[mobile] !== null);
    const there = await visits(file);
    expect(there.length).toBeGreaterThan(20);
    expect(found.map((row) => [row[2], row[mobile]])).toEqual(there);
  }
});

test("one site, one client, by the number of the deal too", () => {
  const all = json().rows;
  const deal = all.find((row) => String(row[3]).startsWith("C"));
  const client = String(deal?.[3]).slice(1);
  const { rows } = json("--site", "新天地", "--client", `C${client}`);
  expect(rows).toEqual(
    all.filter((row) => row[0] === "洛阳-新天地" && [client, `C${client}`].includes(String(row[3]))),
  );
  expect(rows.length).toBeGreaterThan(1);
});

test("as a file; the screen cuts a long list and says so", async () => {
  const written = run("contacts", "--dataset", at("set"), "--out", at("号码.xlsx"));
  expect(written).toMatchObject({ code: 0, err: "" });
  const { sheets } = await readSheets(new Uint8Array(readFileSync(at("号码.xlsx"))));
  const lines = sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value)));
  const { rows } = json();
  for (const row of rows) expect(lines).toContainEqual(row.filter((cell) => cell !== null));
  expect(run("contacts", "--dataset", at("set"), "--out", at("号码.xlsx"))).toMatchObject({
    code: 2,
    err: expect.stringContaining("--force") as string,
  });
  expect(run("contacts", "--dataset", at("set")).out).toMatch(/^【号码原文】\n案场\t登记\t行\t编号\t姓名\t/u);
});

test("another key, no key, another site, nothing kept: each says what to do", () => {
  const refused = (...args: readonly string[]) => {
    const { code, out, err } = run("contacts", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    return err;
  };
  writeFileSync(at("other.key"), "0123456789abcdef0123456789abcdef");
  expect(refused("--dataset", at("set"), "--key-file", at("other.key"))).toContain("密钥不是这个数据集的");
  expect(refused("--dataset", at("set"), "--key-file", at("none.key"))).toContain("没有这个密钥文件");
  expect(refused("--dataset", at("set"), "--site", "别处")).toContain("有：洛阳-新天地、洛阳-老城里");
  expect(run("merge", at("甲.xlsx"), "--dataset", at("bare"))).toMatchObject({ code: 0 });
  expect(refused("--dataset", at("bare"))).toContain("--contacts --fresh");
  expect(refused("--dataset", at("nowhere"), "--key-file", at("other.key"))).toContain("没有数据集");
});
