import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { checksum } from "./checksum";
import { openLoading, type Taken } from "../../src/dataset/loading";
import { siteFile } from "../../src/dataset/manifest";
import { openDataset } from "../../src/dataset/open-dataset";
import { phoneKey } from "../../src/dataset/phone-key";
import { compareRevisions } from "../../src/dataset/revision";
import { siteRows } from "../../src/dataset/site-rows";
import { tableNames, tables } from "../../src/dataset/tables";
import type { SiteShare } from "../../src/domain/head-office/share";
import { drawnShare, hashOf, shareFrom, sites } from "./drawn-share";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

afterAll(removeTemporaryFolders);

const key = new TextEncoder().encode("a key of the house, long enough");

const load = async (folder: string, shares: readonly SiteShare[]): Promise<readonly Taken["kind"][]> => {
  const loading = await openLoading(folder, { key });
  const kinds: Taken["kind"][] = [];
  try {
    for (const share of shares) kinds.push((await loading.take(share)).kind);
  } finally {
    loading.close();
  }
  return kinds;
};

const sumOf = async (folder: string): Promise<string> => {
  const dataset = await openDataset(folder);
  try {
    return await checksum(dataset.connection);
  } finally {
    dataset.close();
  }
};

const loaded = async (shares: readonly SiteShare[]): Promise<string> => {
  const folder = path.join(await temporaryFolder(), "dataset");
  await load(folder, shares);
  return sumOf(folder);
};

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)))
    .sort();

/** What should be in: each site's newest revision. */
const newest = (shares: readonly SiteShare[]): readonly SiteShare[] =>
  sites.flatMap((site) =>
    shares
      .filter((share) => share.site === site)
      .sort((a, b) => compareRevisions(a.source, b.source))
      .slice(-1),
  );

const several = fc.uniqueArray(drawnShare, { maxLength: 5, selector: ({ source }) => source.hash });

describe("taking workbooks in", () => {
  test("law: the order does not matter, twice is once, newer replaces, nothing is lost or doubled", async () => {
    await fc.assert(
      fc.asyncProperty(several, fc.infiniteStream(fc.nat()), async (shares, chance) => {
        const wanted = newest(shares);
        const sum = await loaded(wanted);
        const mixed = [...shares, ...shares]
          .map((share) => ({ share, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ share }) => share);
        const folder = path.join(await temporaryFolder(), "dataset");
        const half = Math.floor(mixed.length / 2);
        await load(folder, mixed.slice(0, half));
        await load(folder, mixed.slice(half));
        expect(await sumOf(folder)).toBe(sum);
        // Nothing but what is in force: other programs read whatever lies there.
        const revisions = (await filesBelow(folder)).filter((each) => each.endsWith(".parquet"));
        const hashes = new Set(wanted.map(({ source }) => source.hash));
        expect(revisions.every((each) => hashes.has(path.basename(each, ".parquet")))).toBe(true);
        const dataset = await openDataset(folder);
        for (const name of tableNames) {
          const counted = await dataset.connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${name}`);
          expect(counted.getRowsJson()[0]?.[0]).toBe(
            wanted.reduce(
              (all, share) => all + siteRows(share, () => hashOf("x").slice(0, 8)).tables[name].count,
              0,
            ),
          );
        }
        dataset.close();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test("law: what is read back is what was written, in every column", async () => {
    await fc.assert(
      fc.asyncProperty(drawnShare, async (share) => {
        const folder = path.join(await temporaryFolder(), "dataset");
        await load(folder, [share]);
        const dataset = await openDataset(folder);
        const rows = siteRows(share, (phone) => phoneKey(key, phone));
        for (const name of tableNames) {
          const { columns } = tables[name];
          const spelled = columns.map(({ name: column, type }) =>
            type === "moment" ? `strftime(${column}, '%Y-%m-%d %H:%M')` : `${column}::VARCHAR`,
          );
          const read = await dataset.connection.runAndReadAll(`SELECT ${spelled.join(", ")} FROM ${name}`);
          const wanted = Array.from({ length: rows.tables[name].count }, (_, at) =>
            rows.tables[name].columns.map((cells) => (cells[at] === null ? null : String(cells[at]))),
          );
          expect(read.getRowsJson()).toEqual(wanted);
        }
        dataset.close();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test("says what became of each", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const on = (modified: string): SiteShare => shareFrom({ site: "洛阳-新天地", modified }, {});
    const [first, second, third] = ["20", "21", "22"].map((d) => on(`2026-11-${d}T08:00:00Z`));
    expect(await load(folder, [second!, second!, third!, second!, first!])).toEqual([
      "new",
      "same",
      "replaced",
      "older",
      "older",
    ]);
    const again = await openLoading(folder, { key });
    // Not read again: the one in force, and those that came too late.
    expect([...again.known].sort()).toEqual(
      [first!, second!, third!].map(({ source }) => source.hash).sort(),
    );
    again.close();
  });

  test("two workbooks of one name are told, whichever comes first; states of one are not", async () => {
    const on = (day: string, book: string, file: string): SiteShare => {
      const share = shareFrom({ site: "洛阳-新天地", modified: `2026-11-${day}T08:00:00Z` }, {}, book);
      return { ...share, book, source: { ...share.source, file } };
    };
    const [old, newer, other] = [on("20", "甲", "旧"), on("21", "甲", "新"), on("22", "乙", "别")];
    for (const [order, told] of [
      [
        [old, newer, other],
        [undefined, undefined, { counts: "别", not: "新" }],
      ],
      [
        [other, newer, old],
        [undefined, { counts: "别", not: "新" }, { counts: "别", not: "旧" }],
      ],
    ] as const) {
      const loading = await openLoading(path.join(await temporaryFolder(), "dataset"), { key });
      const said: Taken["otherBook"][] = [];
      for (const share of order) said.push((await loading.take(share)).otherBook);
      loading.close();
      expect(said).toEqual(told);
    }
  });

  test("of two contents saved at one moment the one that came last into its folder counts, in any order", async () => {
    const contents = [20, 21].map((copied, at) => {
      const share = shareFrom({ site: "洛阳-新天地", modified: "2026-11-19T08:00:00Z" }, {}, `${at}`);
      return { ...share, source: { ...share.source, copied: `2026-11-${copied}T08:00:00Z` } };
    });
    const [early, late] = contents;
    for (const order of [contents, [...contents].reverse()]) {
      const folder = path.join(await temporaryFolder(), "dataset");
      const loading = await openLoading(folder, { key });
      const taken: Taken[] = [];
      for (const share of order) taken.push(await loading.take(share));
      expect(loading.sites()).toMatchObject([{ hash: late?.source.hash, older: [early?.source.hash] }]);
      expect(taken[1]?.tied).toEqual({ counts: "洛阳-新天地.xlsx", not: "洛阳-新天地.xlsx" });
      loading.close();
    }
  });

  test("a line that a wrong clock wrote gives way to what is believed", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const wrong = shareFrom({ site: "洛阳-新天地", modified: "2031-01-01T08:00:00Z" }, {});
    const right = shareFrom({ site: "洛阳-新天地", modified: "2026-11-20T08:00:00Z" }, {});
    const latest = "2026-11-24T00:00:00Z";
    await load(folder, [wrong]);
    const loading = await openLoading(folder, { key, latest });
    expect((await loading.take(right)).kind).toBe("replaced");
    loading.close();
    // As in a merged workbook: its folder's time is believed instead, and that may be the later one.
    const other = path.join(await temporaryFolder(), "dataset");
    await load(other, [{ ...wrong, source: { ...wrong.source, copied: "2026-11-21T08:00:00Z" } }]);
    const later = await openLoading(other, { key, latest });
    expect((await later.take(right)).kind).toBe("older");
    later.close();
  });

  test("two at once: the second is told, and may come when the first is done", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const first = await openLoading(folder, { key });
    await expect(openLoading(folder, { key })).rejects.toMatchObject({ reason: "busy" });
    first.close();
    (await openLoading(folder, { key })).close();
  });

  test("another key is refused, and nothing is written", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    await load(folder, [shareFrom({ site: "洛阳-新天地", modified: "2026-11-20T08:00:00Z" }, {})]);
    const before = await filesBelow(folder);
    const other = new TextEncoder().encode("another key of another house");
    await expect(openLoading(folder, { key: other })).rejects.toMatchObject({ reason: "key" });
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("a folder with somebody's things in it is left alone", async () => {
    const folder = path.join(await temporaryFolder(), "合同");
    await mkdir(folder);
    await writeFile(path.join(folder, "合同.docx"), "x");
    await expect(openLoading(folder, { key })).rejects.toMatchObject({ reason: "foreign" });
    expect(await filesBelow(folder)).toEqual(["合同.docx"]);
  });

  test("what a killed run left is swept; what is not ours stays", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const share = shareFrom(
      { site: "洛阳-新天地", modified: "2026-11-20T08:00:00Z" },
      {
        visitors: { sheet: "来访登记", rows: [5], columns: new Map([["name", ["张三"]]]) },
      },
    );
    await load(folder, [share]);
    const sum = await sumOf(folder);
    const at = path.join(folder, "visits", "site_id=洛阳-新天地");
    const bytes = await readFile(path.join(at, `${share.source.hash}.parquet`));
    await writeFile(path.join(at, `${hashOf("newer")}.parquet`), bytes);
    await writeFile(path.join(at, `${hashOf("newer")}.parquet.1.tmp`), bytes.subarray(0, 9));
    await mkdir(path.join(folder, "deals", "site_id=重庆-江岸"), { recursive: true });
    await writeFile(path.join(folder, "deals", "site_id=重庆-江岸", `${hashOf("x")}.parquet`), bytes);
    await writeFile(path.join(folder, "_manifest", "site_id=x.json.1.tmp"), "{");
    await writeFile(path.join(at, "说明.txt"), "x");
    // Not in force, whatever lies there.
    expect(await sumOf(folder)).toBe(sum);
    await load(folder, []);
    expect(await filesBelow(folder)).toEqual(
      [
        "_lock.duckdb",
        "_manifest/dataset.json",
        "_manifest/site_id=洛阳-新天地.json",
        `phones/site_id=洛阳-新天地/${share.source.hash}.parquet`,
        `visits/site_id=洛阳-新天地/${share.source.hash}.parquet`,
        "visits/site_id=洛阳-新天地/说明.txt",
      ].sort(),
    );
  });

  test("names that are hostile as folders come back equal, each site by itself", async () => {
    const names = [
      "..",
      "/",
      "CON",
      "a=b",
      "A座",
      "a座",
      "🏠",
      "洛阳'新",
      "很长的项目".repeat(60),
      "%2F",
      "\\..\\x",
    ];
    const above = await temporaryFolder();
    const folder = path.join(above, "dataset");
    await load(
      folder,
      names.map((site) =>
        shareFrom(
          { site, modified: "2026-11-20T08:00:00Z" },
          {
            visitors: { sheet: "来访登记", rows: [5], columns: new Map([["name", ["张三"]]]) },
          },
        ),
      ),
    );
    const dataset = await openDataset(folder);
    const read = await dataset.connection.runAndReadAll("SELECT site_id FROM visits");
    expect(read.getRowsJson().flat().sort()).toEqual([...names].sort());
    expect(dataset.sites.map(({ site }) => site).sort()).toEqual([...names].sort());
    dataset.close();
    expect(await readdir(above)).toEqual(["dataset"]);
  });

  test("thousands of rows of a workbook are all there, each once, in their order", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const count = 5000;
    const all = Array.from({ length: count }, (_, at) => at);
    await load(folder, [
      shareFrom(
        { site: "洛阳-新天地", modified: "2026-11-20T08:00:00Z" },
        {
          visitors: {
            sheet: "来访登记",
            rows: all.map((at) => at + 5),
            columns: new Map([["notes", all.map((at) => `第${at}次`)]]),
          },
        },
      ),
    ]);
    const dataset = await openDataset(folder);
    const read = await dataset.connection.runAndReadAll("SELECT source_row, notes FROM visits");
    expect(read.getRowsJson()).toEqual(all.map((at) => [at + 5, `第${at}次`]));
    dataset.close();
  });

  test("a data set of another version is neither read nor written", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    await load(folder, []);
    await writeFile(path.join(folder, "_manifest", "dataset.json"), '{"format":99,"keyMark":"x"}');
    await expect(openDataset(folder)).rejects.toMatchObject({ reason: "foreign" });
    await expect(openLoading(folder, { key })).rejects.toMatchObject({ reason: "foreign" });
  });

  test("a file that is gone is an error, not a smaller answer", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const share = shareFrom(
      { site: "洛阳-新天地", modified: "2026-11-20T08:00:00Z" },
      {
        visitors: { sheet: "来访登记", rows: [5], columns: new Map([["name", ["张三"]]]) },
      },
    );
    await load(folder, [share]);
    await writeFile(
      path.join(folder, "visits", "site_id=洛阳-新天地", `${share.source.hash}.parquet`),
      "PAR1",
    );
    await expect(sumOf(folder)).rejects.toMatchObject({ name: "DatasetRefused", reason: "broken" });
    await rm(path.join(folder, "visits", "site_id=洛阳-新天地", `${share.source.hash}.parquet`));
    await expect(openDataset(folder)).rejects.toMatchObject({ reason: "broken" });
  });

  const visitor = (site: string) =>
    shareFrom(
      { site, modified: "2026-11-20T08:00:00Z" },
      { visitors: { sheet: "来访登记", rows: [5], columns: new Map([["name", ["张三"]]]) } },
    );

  test.each<[string, (file: string) => Promise<void>]>([
    ["cut short", async (file) => truncate(file, 100)],
    ["empty", async (file) => truncate(file, 0)],
    ["gone", async (file) => rm(file)],
    ["written over from its middle on", async (file) => writeFile(file, (await readFile(file)).fill(0, 200))],
    ["its end alone", async (file) => writeFile(file, (await readFile(file)).subarray(-20))],
  ])("a file that is %s is named with its site, and its workbook is taken in anew", async (_what, spoil) => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const [own, other] = [visitor("洛阳-新天地"), visitor("重庆-江岸")];
    await load(folder, [own, other]);
    const whole = await sumOf(folder);
    const below = path.join("visits", "site_id=洛阳-新天地", `${own.source.hash}.parquet`);
    await spoil(path.join(folder, below));
    await expect(openDataset(folder)).rejects.toThrow(below);
    const loading = await openLoading(folder, { key });
    expect(loading.known).toEqual([other.source.hash]);
    expect(loading.damaged()).toEqual([{ site: "洛阳-新天地", files: [below] }]);
    expect((await loading.take(other)).kind).toBe("same");
    expect((await loading.take(own)).kind).toBe("again");
    expect(loading.damaged()).toEqual([]);
    loading.close();
    expect(await sumOf(folder)).toBe(whole);
    const after = await openLoading(folder, { key });
    expect(after.known).toHaveLength(2);
    after.close();
  });

  test("asked for anew, every workbook is, and older ones stay older; what it lost is kept beside it", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const own = visitor("洛阳-新天地");
    const older = shareFrom({ site: "洛阳-新天地", modified: "2026-11-19T08:00:00Z" }, {});
    await load(folder, [own, older]);
    const whole = await sumOf(folder);
    const loading = await openLoading(folder, { key, fresh: true });
    expect(loading.known).toEqual([]);
    expect((await loading.take(older)).kind).toBe("older");
    expect((await loading.take(own, "缺表：来电客户登记表。")).kind).toBe("again");
    expect(loading.sites()).toMatchObject([{ lacks: "缺表：来电客户登记表。", older: [older.source.hash] }]);
    loading.close();
    expect(await sumOf(folder)).toBe(whole);
  });

  test("what a program of before read is read again where its workbook is given, and once", async () => {
    const folder = path.join(await temporaryFolder(), "dataset");
    const [own, other] = [visitor("洛阳-新天地"), visitor("洛阳-二期")];
    await load(folder, [own, other]);
    const whole = await sumOf(folder);
    const line = siteFile(folder, own.site);
    const { reading: _, ...before } = JSON.parse(await readFile(line, "utf8")) as Record<string, unknown>;
    await writeFile(line, JSON.stringify(before));
    const loading = await openLoading(folder, { key });
    expect(loading.known).toEqual([other.source.hash]);
    expect((await loading.take(other)).kind).toBe("same");
    expect((await loading.take(own)).kind).toBe("again");
    loading.close();
    expect(await sumOf(folder)).toBe(whole);
    const after = await openLoading(folder, { key });
    expect(after.known).toHaveLength(2);
    expect((await after.take(own)).kind).toBe("same");
    after.close();
  });
});
