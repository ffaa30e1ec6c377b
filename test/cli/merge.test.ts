/** `anchang merge`, run as a person runs it, and killed at random moments. `npm test` builds the command line first. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { oldSheet } from "./old-sheets";
import { siteBytes, today, writeSite } from "./site-files";

const program = path.join(__dirname, "../../dist/cli/anchang.js");
const folder = mkdtempSync(path.join(tmpdir(), "anchang-hq-"));
const at = (...name: readonly string[]): string => path.join(folder, ...name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const merge = (...args: readonly string[]): Run => {
  const all = [program, "merge", ...args, "--today", today];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
};

const site = (place: string, count: number) => ({
  place,
  project: "花园",
  saved: "2026-11-20T08:00:00Z",
  clients: Array.from({ length: count }, (_, n) => ({ number: n + 1, phone: 1000 + n, age: "35" })),
});

/** Good ones, one in a folder of its own under the same name; and all that should not be there. */
beforeAll(async () => {
  mkdirSync(at("案场", "二期"), { recursive: true });
  await writeSite(at("案场", "洛阳.xlsx"), site("洛阳", 3));
  await writeSite(at("案场", "二期", "洛阳.xlsx"), site("重庆", 2));
  const good = await siteBytes(site("厦门", 4));
  writeFileSync(at("案场", "截断.xlsx"), good.subarray(0, good.length - 400));
  writeFileSync(
    at("案场", "更新.xlsx"),
    await editBook(good, [{ kind: "set", sheet: "_案场簿", cells: [{ at: "E4", content: 9 }] }]),
  );
  writeFileSync(
    at("案场", "别人的.xlsx"),
    await writeBook({
      names: [],
      sheets: [oldSheet("Sheet1", [["随便写写"]])],
    }),
  );
  writeFileSync(at("案场", "旧.xls"), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
  writeFileSync(at("案场", "说明.txt"), "说明");
  writeFileSync(at("案场", "合同.pdf"), "%PDF");
  writeFileSync(at("案场", "旧表.csv"), "日期,姓名");
  writeFileSync(at("案场", "~$洛阳.xlsx"), "锁");
});

interface Outcome {
  readonly unchanged: boolean;
  readonly sites: readonly { readonly site: string; readonly file: string; readonly from: string }[];
  readonly notRead: readonly { readonly file: string; readonly code: string; readonly reason: string }[];
  readonly passedOver: readonly string[];
}

test("good files are merged; the others are listed with their reasons; exit 1 says there are such", () => {
  const out = at("案场", "hq.xlsx");
  const run = merge(at("案场"), "--out", out, "--json");
  expect(run.code).toBe(1);
  const { sites, notRead, passedOver, unchanged } = JSON.parse(run.out) as Outcome;
  expect(unchanged).toBe(false);
  expect(sites.map(({ site: name, file }) => [name, file])).toEqual([
    ["洛阳-花园", "案场/洛阳.xlsx"],
    ["重庆-花园", "二期/洛阳.xlsx"],
  ]);
  expect(new Map(notRead.map(({ file, code }) => [file, code]))).toEqual(
    new Map([
      ["旧.xls", "notXlsx"],
      ["旧表.csv", "notXlsx"],
      ["截断.xlsx", "truncated"],
      ["更新.xlsx", "newerVersion"],
      ["别人的.xlsx", "notOurs"],
    ]),
  );
  expect(passedOver).toEqual(["合同.pdf", "说明.txt"]);
  for (const { reason } of notRead) expect(reason).toMatch(/；/u);
  expect(run.err).toContain("读取");
  // The result lies in the folder: it is not merged into itself.
  const again = merge(at("案场"), "--out", out);
  expect([again.code, again.out]).toEqual([1, expect.stringContaining("没有变化，没有改动它")]);
  expect(again.out).toContain("另有 2 个不是表格的文件没有看：合同.pdf、说明.txt。");
  expect(again.err).toContain("更新.xlsx：由更新的案场簿建立");
});

test("a link to nowhere costs its own message; an .xlsx is read whatever it is called (R19)", () => {
  const folder = at("乱");
  mkdirSync(folder);
  copyFileSync(at("案场", "洛阳.xlsx"), path.join(folder, "洛阳.et"));
  writeFileSync(path.join(folder, "真的.et"), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
  symlinkSync(path.join(folder, "没有了.xlsx"), path.join(folder, "快捷方式.xlsx"));
  symlinkSync("转圈", path.join(folder, "转圈"));
  for (const target of ["--out", "--dataset"]) {
    const run = merge(folder, target, at(target === "--out" ? "乱.xlsx" : "乱集"), "--json");
    const { notRead, sites } = JSON.parse(run.out) as Outcome;
    expect([run.code, Array.isArray(sites) ? sites.length : sites]).toEqual([1, 1]);
    expect(new Map(notRead.map(({ file, code }) => [path.basename(file), code]))).toEqual(
      new Map([
        ["真的.et", "notXlsx"],
        ["快捷方式.xlsx", "unreadable"],
        ["转圈", "unreadable"],
      ]),
    );
    expect(notRead.map(({ reason }) => reason).join()).toContain("打不开，没有读：没有这个文件");
  }
});

test.each([
  ["没有这个文件夹", ["没有的文件夹"], "没有这个文件或文件夹"],
  ["输出不是 .xlsx", ["案场", "--out", "hq.txt"], ".xlsx"],
  ["密钥还没有", ["案场", "--mask", "--key-file", "没有.key"], "openssl rand -hex 32"],
  [
    "数据集和密钥都还没有",
    ["案场", "--dataset", "新数据集", "--key-file", "没有.key"],
    "openssl rand -hex 32 > 没有.key",
  ],
  ["密钥太短", ["案场", "--mask", "--key-file", "短.key"], "密钥太短"],
  ["要覆盖别人的文件", ["案场", "--out", "案场/别人的.xlsx"], "不是总部汇总簿"],
  ["要写的文件夹没有", ["案场", "--out", "没有的文件夹/hq.xlsx"], "hq.xlsx：没有这个文件夹"],
  ["要写的文件夹是文件", ["案场", "--out", "案场/说明.txt/hq.xlsx"], "hq.xlsx：没有这个文件夹"],
  ["数据集的文件夹是文件", ["案场", "--dataset", "案场/说明.txt"], "说明.txt：这里已经有一个同名的文件"],
  ["数据集的地方没有", ["案场", "--dataset", "案场/说明.txt/数据集"], "数据集：没有这个文件夹"],
])("%s: exit 2 and what to do", (_what, args, says) => {
  writeFileSync(at("短.key"), "123\n");
  const whole = args.map((arg) => (arg.startsWith("--") ? arg : at(...arg.split("/"))));
  const run = merge(
    ...whole,
    ...(args.some((arg) => arg === "--out" || arg === "--dataset") ? [] : ["--out", at("没有.xlsx")]),
  );
  expect([run.code, run.out]).toEqual([2, ""]);
  expect(run.err).toContain(says);
  expect(run.err).not.toMatch(/^ {4}at /mu);
});

test("a data set whose file was cut short: said by name, mended from its workbook; what a workbook lost is said", () => {
  const dataset = at("数据集");
  const first = merge(at("案场", "洛阳.xlsx"), "--dataset", dataset);
  expect([first.code, first.err]).toEqual([
    0,
    expect.stringMatching(/^洛阳-花园：缺表：来电客户登记表、.*“修复”补上。/mu),
  ]);
  const below = path.join("visits", "site_id=洛阳-花园");
  const [name = ""] = readdirSync(path.join(dataset, below));
  truncateSync(path.join(dataset, below, name), 100);
  const args = [program, "report", "funnel", "--dataset", dataset, "--today", today];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([2, expect.stringContaining(path.join(below, name))]);
  expect(stderr.trimEnd()).not.toContain("\n");
  const without = merge(at("案场", "二期"), "--dataset", dataset);
  expect([without.code, without.err]).toEqual([1, expect.stringContaining("没有修好：洛阳-花园（visits")]);
  const mended = merge(at("案场", "洛阳.xlsx"), "--dataset", dataset);
  expect([mended.code, mended.out]).toEqual([
    0,
    expect.stringContaining("洛阳-花园：按原来的工作簿重新收进"),
  ]);
  const fresh = merge(at("案场", "洛阳.xlsx"), "--dataset", dataset, "--fresh");
  expect([fresh.code, fresh.out]).toEqual([0, expect.stringContaining("洛阳-花园：按原来的工作簿重新收进")]);
});

const rowsOf = async (file: string): Promise<number> => {
  const { sheets } = await readSheets(readFileSync(file));
  return sheets.find(({ name }) => name === "来访登记")?.rows.length ?? 0;
};

test("killed at any moment the old result is whole; run again it is what it would have been", async () => {
  mkdirSync(at("多"));
  for (let n = 0; n < 6; n++) await writeSite(at("多", `${n}.xlsx`), site(`第${n}处`, 30));
  const [out, other] = [at("killed", "hq.xlsx"), at("whole.xlsx")];
  mkdirSync(at("killed"));
  const start = Date.now();
  expect(merge(at("多"), "--out", other).code).toBe(0);
  const took = Date.now() - start;
  merge(at("多", "0.xlsx"), "--out", out);
  const before = readFileSync(out);
  let killed = 0;
  const killedBy = async (kill: (run: ChildProcess) => void): Promise<void> => {
    const run = spawn(process.execPath, [program, "merge", at("多"), "--out", out, "--today", today]);
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      run.on("exit", (_, signal) => resolve(signal)),
    );
    kill(run);
    if ((await ended) === "SIGKILL") killed++;
    // The old one or the new one, and never half of it.
    if (!readFileSync(out).equals(before)) expect(await rowsOf(out)).toBe(await rowsOf(other));
  };
  for (const share of [0.3, 0.6, 0.8, 0.9, 0.97])
    await killedBy((run) => setTimeout(() => run.kill("SIGKILL"), took * share));
  // The machine has become quicker meanwhile, and every run was over: killed at its first word, then.
  for (let tries = 0; killed === 0 && tries < 20; tries++)
    await killedBy((run) => run.stderr?.once("data", () => run.kill("SIGKILL")));
  expect(killed).toBeGreaterThan(0);
  expect(merge(at("多"), "--out", out).code).toBe(0);
  const [left, right] = await Promise.all([readSheets(readFileSync(out)), readSheets(readFileSync(other))]);
  expect(left).toEqual(right);
  // What the killed ones left behind is swept.
  expect(readdirSync(at("killed"))).toEqual(["hq.xlsx"]);
});

test("interrupted it says so, clears up and leaves the old result", async () => {
  mkdirSync(at("停"));
  const out = at("停", "hq.xlsx");
  merge(at("案场", "洛阳.xlsx"), "--out", out);
  const before = readFileSync(out);
  let [code, said]: [number | null, string] = [0, ""];
  // Where this program gets no time of its own, the other is over before it is interrupted: once more, then.
  for (let tries = 0; code === 0 && tries < 20; tries++) {
    writeFileSync(out, before);
    said = "";
    const run = spawn(process.execPath, [program, "merge", at("多"), "--out", out, "--today", today]);
    run.stderr.on("data", (bytes: Buffer) => {
      // The first line says that reading has begun.
      if (said === "") run.kill("SIGINT");
      said += bytes.toString();
    });
    code = await new Promise<number | null>((resolve) => run.on("close", resolve));
  }
  expect([code, said]).toEqual([130, expect.stringContaining("已中断")]);
  expect(readFileSync(out).equals(before)).toBe(true);
  expect(readdirSync(at("停"))).toEqual(["hq.xlsx"]);
});
