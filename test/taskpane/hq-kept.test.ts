/** Sites kept from the result in the open workbook: stopped on the way, saved as a file, and what is said of their rows. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Book } from "../../src/book/book";
import { packShare } from "../../src/cli/packed-share";
import { mergeIntoWorkbook } from "../../src/cli/merge-workbook";
import { fileReader } from "../../src/cli/share-file";
import type { readPacked } from "../../src/cli/share-pool";
import { workbookFiles } from "../../src/cli/workbook-files";
import type { Model } from "../../src/excel-host/model/model";
import type { Step } from "../../src/taskpane/hq/gather";
import { growingSheets, type Merge, mergedFile } from "../../src/taskpane/hq/write-merged";
import { formerResult } from "../../src/workbook/office/former-result";
import { addGrowingSheets } from "../../src/workbook/office/growing-sheets";
import type { KeptRows } from "../../src/workbook/plan/hq-kept";
import { schemaVersion } from "../../src/workbook/plan/ledger-sheet";
import { openBook, readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write";
import { siteBytes, today } from "../cli/site-files";
import { bareSheet } from "../xlsx/every-feature";
import { modelOf, sitDown } from "../workbook/office/desk";
import { cellsOf, gatheredHere, named, readingHere, type Sheets } from "./hq-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drawn = (place: string, saved: string, numbers: readonly number[]): Promise<Uint8Array> =>
  siteBytes({
    ...{ place, project: "花园", book: place, saved },
    clients: numbers.map((number) => ({ number, phone: 1000 + number, age: "35" })),
  });

let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  files = new Map([
    ["洛阳.xlsx", await drawn("洛阳", "2026-11-20T03:00:00Z", [1, 2])],
    ["重庆.xlsx", await drawn("重庆", "2026-11-20T03:00:00Z", [2, 3])],
    ["厦门.xlsx", await drawn("厦门", "2026-11-20T03:00:00Z", [3, 4, 5])],
    ["洛阳新.xlsx", await drawn("洛阳", "2026-11-22T03:00:00Z", [1, 2, 7])],
  ]);
});
const lastWeek = ["洛阳.xlsx", "重庆.xlsx", "厦门.xlsx"];

const empty = (): Promise<Model> => modelOf({ names: [], sheets: [{ ...bareSheet, name: "Sheet1" }] });
const cellsIn = async (model: Model): Promise<Sheets> => cellsOf(await writeBook(model.toBook()));

interface How {
  readonly mask?: boolean;
  readonly signal?: AbortSignal;
  readonly tell?: (step: Step) => void;
}

/** Files beside what stands in the workbook in front. */
const gathered = async (
  names: readonly string[],
  { mask = false, signal = new AbortController().signal, tell = () => undefined }: How = {},
): Promise<Merge> => {
  const reading = readingHere({ mask, signal });
  const given = names.map((name) => named(name, files.get(name) ?? new Uint8Array()));
  const gathering = await gatheredHere(given, reading, mask);
  gathering.keep(await formerResult(), true, today);
  await gathering.carry(reading, tell);
  await gathering.compare(reading, tell);
  return { gathering, reading, today, tell };
};

const put = async (names: readonly string[], how?: How): Promise<Merge> => {
  const merge = await gathered(names, how);
  await addGrowingSheets(growingSheets(merge), "写入汇总", { signal: merge.reading.signal });
  return merge;
};

const rowsSaid = ({ gathering }: Merge): readonly (readonly [string | undefined, KeptRows])[] =>
  gathering
    .facts()
    .files.flatMap(({ site, fate }) => (fate.kind === "kept" ? [[site, fate.rows] as const] : []));

describe("stopped", () => {
  test.each([
    ["while the kept sites are looked at", "carry", 2],
    ["while their files are compared", "compare", 1],
    ["while the last one's are put", "put", 3],
    ["at the very end", "close", 1],
  ] as const)("%s, the old result is whole, and can be gone on with", async (_, act, n) => {
    const model = await empty();
    sitDown(model);
    await put(lastWeek);
    const before = model.toBook();
    const stopping = new AbortController();
    const stopped = new Error("停下");
    const seen: string[] = [];
    const tell = (step: Step): void => {
      seen.push(`${step.act} ${step.n}`);
      if (step.act === act && step.n === n) stopping.abort(stopped);
    };
    await expect(put(["洛阳新.xlsx"], { signal: stopping.signal, tell })).rejects.toBe(stopped);
    expect(seen.at(-1)).toBe(`${act} ${n}`);
    expect(model.toBook()).toEqual(before);
    expect(rowsSaid(await gathered(["洛阳新.xlsx"]))).toEqual([
      ["厦门-花园", "whole"],
      ["重庆-花园", "whole"],
    ]);
  });
});

test("saved as a file, kept sites are what they are on the sheets", async () => {
  const model = await empty();
  sitDown(model);
  await put(lastWeek);
  const merge = await gathered(["洛阳新.xlsx"]);
  const file = await merge.reading.write(await mergedFile(merge));
  const filed = await cellsOf(new Uint8Array(await file.arrayBuffer()));
  // The workbook is as it was.
  expect(rowsSaid(await gathered(["洛阳新.xlsx"]))).toEqual(rowsSaid(merge));
  await put(["洛阳新.xlsx"]);
  const { Sheet1: _, ...sheets } = Object.fromEntries(await cellsIn(model));
  expect(Object.keys(sheets)).toEqual([...filed.keys()]);
  for (const [name, cells] of filed) expect([name, sheets[name]]).toEqual([name, cells]);
  expect(filed.get("来访登记")?.size).toBeGreaterThan(50);
});

/** In this thread. */
const read: typeof readPacked = async (all, options, take) => {
  const one = fileReader(options);
  for (const file of all) {
    const outcome = await one(file);
    await take({ file, outcome: outcome.kind === "share" ? packShare(outcome.share) : outcome });
  }
};

/** The files of last week, merged on the command line. */
const byCommand = async (mask: boolean): Promise<Uint8Array> => {
  const sites = path.join(folder, `sites ${mask}`);
  mkdirSync(sites);
  for (const name of lastWeek) writeFileSync(path.join(sites, name), files.get(name) ?? new Uint8Array());
  const out = path.join(folder, `${mask}.xlsx`);
  await mergeIntoWorkbook(
    {
      ...(await workbookFiles([sites], out)),
      ...{ today, mask, key: undefined, fresh: false, dropMissing: false },
      ...{ signal: new AbortController().signal, progress: () => undefined, read },
    },
    out,
  );
  return readFileSync(out);
};

test("made on the command line it opens with nothing lost, and is saved as it was", async () => {
  const { book, lost } = await openBook(await byCommand(false));
  expect(lost).toEqual([]);
  const model = await modelOf(book);
  expect(await openBook(await writeBook(model.toBook()))).toEqual({ book, lost: [] });
  expect(book.sheets.flatMap(({ tables }) => tables).length).toBeGreaterThan(3);
});

test("masked on the command line without a key, opened here: as it was written, until somebody changes it", async () => {
  const model = await modelOf(await readBook(await byCommand(true)));
  sitDown(model);
  const now = async () => rowsSaid(await gathered(["洛阳新.xlsx"], { mask: true }));
  expect(await now()).toEqual([
    ["厦门-花园", "whole"],
    ["重庆-花园", "whole"],
  ]);
  const [first] = model.toBook().sheets.find(({ name }) => name === "来访登记")?.tables ?? [];
  expect(first?.range).toMatch(/^A3:/u);
  const last = Number(/\d+$/u.exec(first?.range ?? "")?.[0]);
  await model.userEdits(
    { sheet: "来访登记", top: last - 1, left: 7, cells: [["改了名"]] },
    { from: "typed" },
  );
  await model.settled();
  expect(await now()).toEqual([
    ["厦门-花园", "whole"],
    ["重庆-花园", "edited"],
  ]);
});

test("kept from a result of an older version, they are said to be so in the next result too", async () => {
  const model = await empty();
  sitDown(model);
  await put(lastWeek);
  const [now, before] = [schemaVersion, schemaVersion - 1].map((make) => `\\"program\\":${make}`);
  const book = JSON.stringify(model.toBook()).replace(now ?? "", before ?? "");
  sitDown(await modelOf(JSON.parse(book) as Book));
  const older = [
    ["厦门-花园", "older"],
    ["重庆-花园", "older"],
  ];
  expect(rowsSaid(await put(["洛阳新.xlsx"]))).toEqual(older);
  const state = (await formerResult())?.state;
  expect([state?.program, state?.sites.map(({ outline, program }) => [outline.site, program])]).toEqual([
    schemaVersion,
    [
      ["厦门-花园", schemaVersion - 1],
      ["洛阳-花园", undefined],
      ["重庆-花园", schemaVersion - 1],
    ],
  ]);
  expect(rowsSaid(await gathered(["洛阳新.xlsx"]))).toEqual(older);
  expect(rowsSaid(await gathered(["洛阳新.xlsx", "重庆.xlsx"]))).toEqual([["厦门-花园", "older"]]);
});
