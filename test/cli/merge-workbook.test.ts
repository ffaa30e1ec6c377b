/** Laws of the merged workbook: from files to a file and on to the next, with what stood there before. */
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { parseArea } from "../../src/book/address";
import type { MergeRun } from "../../src/cli/merge-run";
import { mergeIntoWorkbook } from "../../src/cli/merge-workbook";
import { fileReader } from "../../src/cli/share-file";
import { packShare } from "../../src/cli/packed-share";
import type { readPacked } from "../../src/cli/share-pool";
import { reasonOf } from "../../src/cli/reason";
import { workbookFiles } from "../../src/cli/workbook-files";
import { planNow } from "../../src/workbook/plan/plan-workbook";
import { inspectSiteFile } from "../../src/workbook/xlsx/inspect-file";
import { repairSiteFile } from "../../src/workbook/xlsx/repair-site-file";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { editBook } from "../../src/xlsx/edit";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { defaultLimits } from "../../src/xlsx/read-types";
import { openZip } from "../../src/xlsx/zip-read";
import { describeWith, hasOpenpyxl, hasValidator, openpyxl, validate } from "../xlsx/tools";
import { type DrawnSite, siteBytes, today, writeSite } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-merge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let folders = 0;
/** A folder of its own for sites, and a result beside it. */
const place = (): { readonly sites: string; readonly out: string; readonly other: string } => {
  const own = path.join(folder, `${++folders}`);
  mkdirSync(path.join(own, "sites"), { recursive: true });
  return {
    sites: path.join(own, "sites"),
    out: path.join(own, "hq.xlsx"),
    other: path.join(own, "other.xlsx"),
  };
};

/** In this thread, and counted. */
let filesRead: string[] = [];
const read: typeof readPacked = async (files, options, take) => {
  const one = fileReader(options);
  for (const file of files) {
    const outcome = await one(file);
    if (outcome.kind === "share") filesRead.push(file.name);
    await take({ file, outcome: outcome.kind === "share" ? packShare(outcome.share) : outcome });
  }
};

const merge = async (names: readonly string[], out: string, over: Partial<MergeRun> = {}) => {
  filesRead = [];
  const { files, others } = await workbookFiles(names, out);
  return mergeIntoWorkbook(
    {
      files,
      others,
      today,
      mask: false,
      key: undefined,
      fresh: false,
      dropMissing: false,
      signal: new AbortController().signal,
      progress: () => undefined,
      read,
      ...over,
    },
    out,
  );
};

/** Every part of the file but the one that says when it was saved. */
const contentOf = (file: string): readonly (readonly [string, number, number])[] =>
  openZip(readFileSync(file), defaultLimits)
    .entries.filter(({ name }) => name !== "docProps/core.xml")
    .map(({ name, crc, size }) => [name, crc, size]);

/** A sheet's rows below its headers, by caption. */
const rowsOn = async (file: string, sheet: string): Promise<readonly Record<string, unknown>[]> => {
  const found = (await readSheets(readFileSync(file), { serials: true })).sheets.find(
    ({ name }) => name === sheet,
  );
  const [table] = found?.tables ?? [];
  const area = parseArea(table?.range ?? "");
  if (!found || !table || !area) return [];
  return found.rows
    .filter(({ row }) => row > area.top && row <= area.bottom)
    .map((row) =>
      Object.fromEntries(
        table.columns.map((caption, at) => [caption, valueAt(row, area.left + at) ?? null] as const),
      ),
    );
};

const client = fc.record({
  number: fc.integer({ min: 1, max: 9 }),
  phone: fc.integer({ min: 1000, max: 1004 }),
  age: fc.constantFrom("35", "三十多", "/"),
});
const site: fc.Arbitrary<DrawnSite> = fc.record({
  place: fc.constantFrom("洛阳", "重庆", "厦门"),
  project: fc.constant("花园"),
  book: fc.constantFrom("一本", "另一本"),
  saved: fc.integer({ min: 0, max: 5 }).map((hour) => `2026-11-22T0${hour}:00:00Z`),
  clients: fc.array(client, { minLength: 0, maxLength: 4 }),
});
/** A week: these files come anew or change, these go. */
const week = fc.record({
  put: fc.dictionary(fc.constantFrom("一", "二", "三", "四", "五"), site, { minKeys: 1, maxKeys: 3 }),
  drop: fc.subarray(["一", "二", "三"]),
  mask: fc.constantFrom("plain", "keyed"),
});

const key = Buffer.from("0123456789abcdef0123456789abcdef");

test("week after week, what is taken over from the last result is what reading everything anew gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(week, { minLength: 2, maxLength: 3 }), async (weeks) => {
      const { sites, out, other } = place();
      for (const { put, drop, mask } of weeks) {
        for (const name of drop) rmSync(path.join(sites, `${name}.xlsx`), { force: true });
        for (const [name, each] of Object.entries(put))
          await writeSite(path.join(sites, `${name}.xlsx`), each);
        const over = { dropMissing: true, ...(mask === "keyed" && { mask: true, key }) };
        const names = readdirSync(sites).map((name) => path.join(sites, name));
        await merge(names, out, over);
        await merge(names.reverse(), other, { ...over, fresh: true });
        expect(contentOf(out)).toEqual(contentOf(other));
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test("every row of the newest file of each site is there once, with its file, sheet and row", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(site, { minLength: 1, maxLength: 4 }), async (drawn) => {
      const { sites, out } = place();
      for (const [at, each] of drawn.entries()) await writeSite(path.join(sites, `${at}.xlsx`), each);
      const { sites: merged } = await merge([sites], out);
      const rows = await rowsOn(out, "来访登记");
      const expected = merged.flatMap(({ site: name, file }) =>
        drawn[Number(file[0])]!.clients.map(({ number }, at) => ({
          案场: name,
          来源文件: file,
          来源表: "来访登记",
          来源行: at + 5,
          客户编号: `LY-KH00${number}`,
          其他洽谈内容及洽谈结果: `=谈了 ${number} 次\n下次带家人来看，问了首付和 <样板间> & 车位。`,
        })),
      );
      expect(rows).toMatchObject(expected);
      expect(rows).toHaveLength(expected.length);
      expect(new Set(merged.map((each) => each.site))).toEqual(
        new Set(drawn.map((each) => `${each.place}-花园`)),
      );
      for (const { site: name, file } of merged)
        expect(drawn[Number(file[0])]!.saved).toBe(
          drawn
            .filter((each) => `${each.place}-花园` === name)
            .map(({ saved }) => saved)
            .sort()
            .at(-1),
        );
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

const clients = (count: number, phone = 1000): DrawnSite["clients"] =>
  Array.from({ length: count }, (_, at) => ({ number: at + 1, phone: phone + at, age: "35" }));
const luoyang: DrawnSite = {
  place: "洛阳",
  project: "花园",
  saved: "2026-11-20T08:00:00Z",
  clients: clients(3),
};
const chongqing: DrawnSite = { ...luoyang, place: "重庆", clients: clients(2, 1002) };

const two = async (): Promise<ReturnType<typeof place>> => {
  const where = place();
  await writeSite(path.join(where.sites, "洛阳.xlsx"), luoyang);
  await writeSite(path.join(where.sites, "重庆.xlsx"), chongqing);
  return where;
};

test("two runs into one result at one moment: the later one is told, and nobody's sites are lost (R19)", async () => {
  const { sites, out } = await two();
  const files = ["洛阳.xlsx", "重庆.xlsx"].map((name) => path.join(sites, name));
  const runs = await Promise.allSettled(files.map((file) => merge([file], out)));
  const failed = runs.filter(({ status }) => status === "rejected");
  expect(failed).toHaveLength(1);
  expect(String((failed[0] as PromiseRejectedResult).reason)).toContain(
    "别人刚写过它，没有覆盖；请再运行一次",
  );
  // Nothing is left beside it.
  expect(readdirSync(path.dirname(out)).filter((name) => name.startsWith("."))).toEqual([]);
  for (const file of files) await merge([file], out);
  expect((await merge(files, out)).sites.map(({ site }) => site)).toEqual(["洛阳-花园", "重庆-花园"]);
});

test("what a run that was killed in the act has left stands in nobody's way", async () => {
  const { sites, out } = await two();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const lock = path.join(path.dirname(out), `.${path.basename(out)}.lock`);
  writeFileSync(lock, `${hostname().replace(/[^\w-]/gu, "")} ${pid}`);
  expect((await merge([sites], out)).sites).toHaveLength(2);
  expect(existsSync(lock)).toBe(false);
});

test("a day later with the same files: that the figures are the former day's is said", async () => {
  const { sites, out } = await two();
  expect((await merge([sites], out)).notes).toEqual([]);
  const later = await merge([sites], out, { today: "2026-12-20" as typeof today });
  expect(later.unchanged).toBe(true);
  expect(later.notes.join()).toContain(
    `2 个案场的逾期、校验等数字沿用上次，算到 ${today}；要都算到 2026-12-20`,
  );
});

test("files that have not changed are not read again, and a result that would say the same is left alone", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  expect(filesRead).toEqual(["洛阳.xlsx", "重庆.xlsx"]);
  const before = statSync(out).mtimeMs;
  expect(await merge([sites], out)).toMatchObject({ unchanged: true });
  expect([filesRead, statSync(out).mtimeMs]).toEqual([[], before]);
  await writeSite(path.join(sites, "洛阳.xlsx"), {
    ...luoyang,
    saved: "2026-11-21T08:00:00Z",
    clients: clients(4),
  });
  const { unchanged, sites: merged } = await merge([sites], out);
  expect([filesRead, unchanged, merged.map(({ from }) => from)]).toEqual([
    ["洛阳.xlsx"],
    false,
    ["read", "carried"],
  ]);
});

test("an older file does not replace a newer one's rows, whenever it comes", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  const old = { ...luoyang, saved: "2026-11-01T08:00:00Z", clients: clients(1) };
  const late = path.join(path.dirname(sites), "旧.xlsx");
  await writeSite(late, old);
  const { superseded, sites: merged } = await merge([late], out);
  expect(superseded).toEqual([{ file: "旧.xlsx", by: "洛阳.xlsx", site: "洛阳-花园" }]);
  expect(merged.map(({ rows, from }) => [rows > 0, from])).toEqual([
    [true, "kept"],
    [true, "kept"],
  ]);
  expect(await rowsOn(out, "来访登记")).toHaveLength(5);
});

test("two workbooks of one name: the newer counts, and it is said each time both are there", async () => {
  const { sites, out } = await two();
  await writeSite(path.join(sites, "重建.xlsx"), {
    ...luoyang,
    book: "另一本",
    saved: "2026-11-23T08:00:00Z",
  });
  const other = { file: "洛阳.xlsx", by: "重建.xlsx", site: "洛阳-花园", otherBook: true };
  expect((await merge([sites], out)).superseded).toEqual([other]);
  const line = (await rowsOn(out, "文件清单")).find((row) => row["文件"] === "洛阳.xlsx");
  expect([line?.["结果"], line?.["说明"]]).toEqual([
    "请核对",
    "两份文件都叫 洛阳-花园，但不是同一本案场簿（编号不同）；已用较新的一份“重建.xlsx”，请核对。",
  ]);
  // Told again from the last result, without reading them.
  const again = await merge([sites], out);
  expect([filesRead, again.unchanged, again.superseded]).toEqual([[], true, [other]]);
  // Last week's file is gone; its rows are replaced all the same.
  const week = await two();
  await merge([week.sites], week.out);
  await writeSite(path.join(week.sites, "洛阳.xlsx"), {
    ...luoyang,
    book: "另一本",
    saved: "2026-11-23T08:00:00Z",
  });
  expect((await merge([week.sites], week.out)).superseded).toEqual([
    { file: "洛阳.xlsx", by: "洛阳.xlsx", site: "洛阳-花园", otherBook: true },
  ]);
});

describe("one workbook, two names", () => {
  const later = "2026-11-21T08:00:00Z";
  const renamed = { ...luoyang, project: "花园二期", saved: later, clients: clients(4) };

  test("a site that was renamed: its rows stand once, and it is said", async () => {
    const { sites, out } = await two();
    await merge([sites], out);
    await writeSite(path.join(sites, "洛阳.xlsx"), renamed);
    const outcome = await merge([sites], out);
    expect(outcome.sites.map(({ site }) => site)).toEqual(["洛阳-花园二期", "重庆-花园"]);
    expect(outcome.renamed).toEqual([{ site: "洛阳-花园", to: "洛阳-花园二期", by: "洛阳.xlsx" }]);
    const lines = (await rowsOn(out, "文件清单")).map((row) => [row["案场"], row["结果"]]);
    expect(lines).toContainEqual(["洛阳-花园", "改了名"]);
    // As reading everything anew would have it; twice is once.
    const fresh = place().out;
    await merge([sites], fresh);
    expect(await rowsOn(out, "来访登记")).toEqual(await rowsOn(fresh, "来访登记"));
    const again = await merge([sites], out);
    expect([again.renamed, again.sites.map(({ rows }) => rows)]).toEqual([
      [],
      outcome.sites.map(({ rows }) => rows),
    ]);
  });

  test.each<[string, Partial<DrawnSite>, string]>([
    ["another file's name", {}, "二期.xlsx"],
    ["saved earlier", { saved: "2026-10-01T08:00:00Z" }, "洛阳.xlsx"],
    ["a copy of the workbook with people of its own", { clients: [] }, "洛阳.xlsx"],
    ["another workbook", { book: "另一本" }, "洛阳.xlsx"],
  ])("when unsure both stand: %s", async (_why, over, name) => {
    const { sites, out } = await two();
    await merge([sites], out);
    rmSync(path.join(sites, "洛阳.xlsx"));
    await writeSite(path.join(sites, name), { ...renamed, ...over });
    const outcome = await merge([sites], out);
    expect(outcome.sites.map(({ site }) => site)).toEqual(["洛阳-花园", "洛阳-花园二期", "重庆-花园"]);
    expect(outcome.renamed).toEqual([]);
    const told = outcome.sites.map(({ alike }) => alike?.[0]);
    const isSaid = over.clients === undefined && over.book === undefined;
    expect(told).toEqual(
      isSaid ? ["洛阳-花园二期", "洛阳-花园", undefined] : [undefined, undefined, undefined],
    );
  });

  test("both files are there: both stand, and people are asked to look, each time", async () => {
    const { sites, out } = await two();
    await writeSite(path.join(sites, "二期.xlsx"), renamed);
    for (let time = 0; time < 2; time++) {
      const outcome = await merge([sites], out);
      expect(outcome.sites.map(({ alike }) => alike)).toEqual([["洛阳-花园二期"], ["洛阳-花园"], undefined]);
    }
    const line = (await rowsOn(out, "文件清单")).find((row) => row["案场"] === "洛阳-花园二期");
    expect([line?.["结果"], line?.["说明"]]).toEqual(["已汇总", expect.stringContaining("两个名字")]);
  });
});

test("an older file alone, as after 撤销导入: what stands stays and says how to go back; asked for, it goes back", async () => {
  const { sites, out } = await two();
  const old = readFileSync(path.join(sites, "洛阳.xlsx"));
  await merge([sites], out);
  await writeSite(path.join(sites, "洛阳.xlsx"), {
    ...luoyang,
    saved: "2026-11-21T08:00:00Z",
    clients: clients(4),
  });
  await merge([sites], out);
  const later = await rowsOn(out, "来访登记");
  writeFileSync(path.join(sites, "洛阳.xlsx"), old);
  const outcome = await merge([sites], out);
  expect(outcome.sites.map(({ from, older }) => [from, older])).toEqual([
    ["kept", "洛阳.xlsx"],
    ["carried", undefined],
  ]);
  expect(await rowsOn(out, "来访登记")).toEqual(later);
  const line = (await rowsOn(out, "文件清单")).find((row) => row["结果"] === "沿用上次");
  expect(line?.["说明"]).toContain("比上次汇总的旧，没有用；撤销过导入");
  expect(line?.["说明"]).not.toContain("没有它的读得成的文件");
  await merge([sites], out, { dropMissing: true });
  const fresh = place().out;
  await merge([sites], fresh);
  expect(await rowsOn(out, "来访登记")).toEqual(await rowsOn(fresh, "来访登记"));
});

test("a file changed without a new stamp counts by its folder's time, whichever comes first; copied again, nothing changes", async () => {
  const stamped = async (file: string, count: number, copied: string): Promise<void> => {
    await writeSite(file, { ...luoyang, clients: clients(count) });
    utimesSync(file, new Date(copied), new Date(copied));
  };
  for (const [first, second] of [
    ["2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z"],
    ["2026-11-21T08:00:00Z", "2026-11-20T08:00:00Z"],
  ] as const) {
    const { sites, out } = place();
    const [one, other] = [path.join(sites, "甲.xlsx"), path.join(sites, "乙.xlsx")];
    await stamped(one, 2, first);
    await merge([one], out);
    await stamped(other, 4, second);
    const later = first < second ? other : one;
    const beaten = { file: later === one ? "乙.xlsx" : "甲.xlsx", by: path.basename(later) };
    // Without the first, which stands in the result alone; then beside it.
    for (const names of [[other], [sites]]) {
      const { superseded } = await merge(names, out);
      expect(superseded).toEqual([{ ...beaten, site: "洛阳-花园", tied: true }]);
      expect(await rowsOn(out, "来访登记")).toHaveLength(later === other ? 4 : 2);
    }
    const loser = (await rowsOn(out, "文件清单")).find((row) => row["结果"] === "请核对");
    expect(loser?.["说明"]).toMatch(/写着同一个保存时间，内容却不同.*保存一次，再汇总。$/u);
    utimesSync(later, new Date("2026-11-22T08:00:00Z"), new Date("2026-11-22T08:00:00Z"));
    expect((await merge([sites], out)).unchanged).toBe(true);
  }
});

test("a file stamped in years to come does not win for ever, and it is said each time", async () => {
  const { sites, out } = place();
  const wrong = path.join(sites, "错.xlsx");
  await writeSite(wrong, { ...luoyang, saved: "2031-01-01T08:00:00Z", clients: clients(4) });
  utimesSync(wrong, new Date("2026-11-18T08:00:00Z"), new Date("2026-11-18T08:00:00Z"));
  const note = expect.stringMatching(/^错.xlsx：它写的保存时间是 2031-01-01，还没有到/u) as string;
  expect((await merge([sites], out)).notes).toEqual([note]);
  await writeSite(path.join(sites, "对.xlsx"), { ...luoyang, clients: clients(2) });
  const { notes, superseded } = await merge([sites], out);
  expect([notes, superseded]).toEqual([[note], [{ file: "错.xlsx", by: "对.xlsx", site: "洛阳-花园" }]]);
  expect(await rowsOn(out, "来访登记")).toHaveLength(2);
  expect((await rowsOn(out, "文件清单")).map((row) => row["说明"])).toContainEqual(
    expect.stringMatching(/以后来保存的“对.xlsx”为准。它写的保存时间是 2031-01-01/u),
  );
  expect(await merge([sites], out)).toMatchObject({ unchanged: true, notes: [note] });
});

test("sites whose files are not given keep their rows and are said to; asked for, they go", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  rmSync(path.join(sites, "重庆.xlsx"));
  const { sites: kept } = await merge([sites], out);
  expect(kept.map(({ site: name, from }) => [name, from])).toEqual([
    ["洛阳-花园", "carried"],
    ["重庆-花园", "kept"],
  ]);
  expect(await rowsOn(out, "来访登记")).toHaveLength(5);
  expect((await rowsOn(out, "文件清单")).map((row) => row["结果"])).toEqual(["已汇总", "沿用上次"]);
  await merge([sites], out, { dropMissing: true });
  expect(await rowsOn(out, "来访登记")).toHaveLength(3);
});

test("rows that somebody has changed in the result are read again from their file", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  const before = contentOf(out);
  const spoiled = await editBook(readFileSync(out), [
    { kind: "set", sheet: "来访登记", cells: [{ at: "H4", content: "被人改了" }] },
  ]);
  writeFileSync(out, spoiled);
  expect((await rowsOn(out, "来访登记"))[0]).toMatchObject({ 客户姓名: "被人改了" });
  await merge([sites], out, { fresh: false });
  expect(filesRead).toEqual(["洛阳.xlsx"]);
  expect((await rowsOn(out, "来访登记"))[0]).toMatchObject({ 客户姓名: "客户1" });
  // What was changed is put right even where the list of files says the same.
  expect(contentOf(out)).toEqual(before);
});

test("the same phone at two sites stands there for both; masked with a key it is found all the same", async () => {
  const { sites, out, other } = await two();
  await merge([sites], out);
  const told = await rowsOn(out, "跨案场客户");
  expect(told.map((row) => [row["电话"], row["案场"], row["客户编号"], row["别处是"]])).toEqual([
    ["199 0379 1002", "洛阳-花园", "LY-KH003", "重庆-花园 LY-KH001 客户1，李娜，2026-11-02"],
    ["199 0379 1002", "重庆-花园", "LY-KH001", "洛阳-花园 LY-KH003 客户3，李娜，2026-11-04"],
  ]);
  const { across } = await merge([sites], other, { mask: true, key });
  expect(across).toBe(1);
  const { sheets } = await readSheets(readFileSync(other));
  const said = JSON.stringify(sheets);
  expect(said).toContain("199****1002");
  expect(/199 ?0379 ?\d{4}|\+86199/u.exec(said)).toBeNull();
  expect(said.includes(key.toString())).toBe(false);
  // Taken over, the hash still finds it; another key has everything read anew.
  await writeSite(path.join(sites, "厦门.xlsx"), { ...luoyang, place: "厦门", clients: clients(1, 1002) });
  expect((await merge([sites], other, { mask: true, key })).across).toBe(1);
  expect(filesRead).toEqual(["厦门.xlsx"]);
  expect((await rowsOn(other, "跨案场客户")).map((row) => row["案场"])).toEqual([
    "厦门-花园",
    "洛阳-花园",
    "重庆-花园",
  ]);
  await merge([sites], other, { mask: true, key: Buffer.from("another key, long enough") });
  expect(filesRead).toHaveLength(3);
});

test("masked without a key nothing tells phones apart in the file: everything is read each time", async () => {
  const { sites, out } = await two();
  expect((await merge([sites], out, { mask: true })).across).toBe(1);
  const { sheets } = await readSheets(readFileSync(out));
  const said = JSON.stringify(sheets);
  expect(/199 ?0379 ?\d{4}|\+86199|电话核对/u.exec(said)).toBeNull();
  expect((await merge([sites], out, { mask: true })).across).toBe(1);
  expect(filesRead).toHaveLength(2);
});

test("what cannot stand beside this run's rows is not mixed in: other masking, a file that is none of ours", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  rmSync(path.join(sites, "重庆.xlsx"));
  await expect(merge([sites], out, { mask: true, key })).rejects.toThrow(/重庆-花园.*--drop-missing/u);
  const foreign = path.join(sites, "洛阳.xlsx");
  const before = readFileSync(foreign);
  // A site's workbook is never written over, whatever is asked for.
  for (const fresh of [false, true])
    await expect(merge([sites], foreign, { fresh })).rejects.toThrow(/这是案场的案场簿.*换一个文件名/u);
  expect(readFileSync(foreign).equals(before)).toBe(true);
  // Nor is last week's result under another name a site's, or an old register to be taken in.
  expect((await merge([sites, out], path.join(folder, "next.xlsx"))).notRead).toMatchObject([
    { file: "hq.xlsx", code: "notOurs", reason: expect.stringContaining("这是总部汇总簿") as unknown },
  ]);
  // A folder may hold the result itself: it is not one of the sites.
  const within = path.join(sites, "hq.xlsx");
  await merge([sites], within);
  expect((await merge([sites], within)).notRead).toEqual([]);
});

test("head office's own workbook, given for a site's, is known for what it is", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  const bytes = readFileSync(out);
  const ways: readonly (() => Promise<unknown>)[] = [
    () => readSiteFile(bytes),
    () => inspectSiteFile(bytes),
    () => repairSiteFile(bytes, planNow(today, "repairing")),
  ];
  const said = await Promise.all(
    ways.map((way) =>
      way().then(
        () => "taken for a site's",
        (cause: unknown) => reasonOf(cause),
      ),
    ),
  );
  expect(said).toEqual(
    ["读取", "读取", "修复表格"].map(
      (doing) =>
        expect.stringMatching(
          new RegExp(
            `^${doing}：工作簿：这是总部汇总簿，不是案场的案场簿.*校验、改好案场交来的文件，再汇总一次`,
            "u",
          ),
        ) as unknown,
    ),
  );
});

test("a site whose file cannot be read does not go with --drop-missing: which site's it is, nobody knows", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  const file = path.join(sites, "重庆.xlsx");
  const good = readFileSync(file);
  writeFileSync(file, good.subarray(0, good.length - 400));
  writeFileSync(path.join(sites, "说明.txt"), "说明");
  const kept = await merge([sites], out, { dropMissing: true });
  expect(kept.sites.map(({ site, from }) => [site, from])).toEqual([
    ["洛阳-花园", "carried"],
    ["重庆-花园", "kept"],
  ]);
  expect(kept.notes).toEqual([expect.stringContaining("没有按 --drop-missing 去掉")]);
  await expect(merge([sites], out, { dropMissing: true, mask: true, key })).rejects.toThrow("补好");
  // What is no workbook of a site's stands in nobody's way.
  rmSync(file);
  const gone = await merge([sites], out, { dropMissing: true });
  expect([gone.sites.map(({ site }) => site), gone.notes]).toEqual([["洛阳-花园"], []]);
});

test("what a file lacks is said beside it; its other rows are merged", async () => {
  const { sites, out } = await two();
  const bytes = await siteBytes({ ...luoyang, place: "厦门" });
  const spoiled = await editBook(bytes, [
    { kind: "set", sheet: "来访登记", cells: [{ at: "F5", content: "三十多" }] },
  ]);
  writeFileSync(path.join(sites, "厦门.xlsx"), spoiled);
  writeFileSync(
    path.join(sites, "旧版.xlsx"),
    readFileSync(path.join(__dirname, "../fixtures/version-1.xlsx")),
  );
  const { sites: merged } = await merge([sites], out);
  expect(merged).toHaveLength(4);
  const told = new Map(merged.map(({ file, lost }) => [file, lost]));
  expect(told.get("旧版.xlsx")).toMatch(/缺列：来访客户登记表“跟踪客户结果”“结果分析”.*“修复”补上。/u);
  expect(told.get("厦门.xlsx")).toMatch(/^缺表：来电客户登记表.*“修复”补上。/u);
  const files = await rowsOn(out, "文件清单");
  expect(files.find((row) => row["文件"] === "厦门.xlsx")).toMatchObject({
    结果: "已汇总",
    缺什么: expect.stringMatching(/^缺表：.*看不懂、照原样并入的格子 1 个。$/u) as string,
  });
  expect(files.find((row) => row["文件"] === "旧版.xlsx")?.["缺什么"]).toMatch(
    /^旧版案场簿（版本 1，现为 \d+）.*缺表：/u,
  );
  expect(await rowsOn(out, "看不懂的格")).toEqual([
    {
      案场: "厦门-花园",
      来源文件: "厦门.xlsx",
      来源表: "来访登记",
      来源行: 5,
      登记: "来访客户登记表",
      列: "年龄",
      原文: "三十多",
    },
  ]);
});

test("a run that is stopped leaves the old result and nothing else", async () => {
  const { sites, out } = await two();
  await merge([sites], out);
  const before = readFileSync(out);
  await writeSite(path.join(sites, "厦门.xlsx"), { ...luoyang, place: "厦门" });
  const stop = new AbortController();
  await expect(merge([sites], out, { signal: stop.signal, progress: () => stop.abort() })).rejects.toThrow(
    "abort",
  );
  expect(readFileSync(out).equals(before)).toBe(true);
  expect(readdirSync(path.dirname(out)).sort()).toEqual(["hq.xlsx", "sites"]);
});

const everything = async (): Promise<string> => {
  const { sites, out } = await two();
  await writeSite(path.join(sites, "厦门.xlsx"), {
    ...luoyang,
    place: "厦门",
    clients: [...clients(2, 1001), { number: 1, phone: 1009, age: "三十多" }],
  });
  writeFileSync(path.join(sites, "坏.xlsx"), "坏了");
  await merge([sites], out);
  return out;
};

describeWith("the Open XML validator", hasValidator)("the merged workbook", () => {
  test("is sound", async () => {
    expect(validate([await everything()])).toEqual([]);
  });
});

describeWith("openpyxl", hasOpenpyxl)("the merged workbook", () => {
  test("is read by others, cell by cell as we read it", async () => {
    const out = await everything();
    const [dumped] = openpyxl("values", [out]);
    expect(dumped?.error).toBeUndefined();
    const said = JSON.stringify(dumped?.found);
    for (const words of ["洛阳-花园", "编号重复", "看不懂的格", "199 0379 1002", "=谈了 1 次"])
      expect(said).toContain(words);
  });
});
