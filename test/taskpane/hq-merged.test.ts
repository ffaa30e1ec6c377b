/** What the pane makes of sites' files is what the command line makes of them, in the open workbook and as a file. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packShare } from "../../src/cli/packed-share";
import { mergeIntoWorkbook } from "../../src/cli/merge-workbook";
import { fileReader } from "../../src/cli/share-file";
import type { readPacked } from "../../src/cli/share-pool";
import { workbookFiles } from "../../src/cli/workbook-files";
import { growingSheets, type Merge, mergedFile } from "../../src/taskpane/hq/write-merged";
import { addGrowingSheets } from "../../src/workbook/office/growing-sheets";
import { formerResult } from "../../src/workbook/office/former-result";
import type { Model } from "../../src/excel-host/model/model";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { sampleRegisters } from "../../src/workbook/plan/sample";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write";
import { siteBytes, today } from "../cli/site-files";
import { bareSheet } from "../xlsx/every-feature";
import { newSite, site } from "../workbook/planned-site";
import { modelOf, sitDown } from "../workbook/office/desk";
import { cellsOf, gatheredHere, named, readingHere, type Sheets } from "./hq-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-alike-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = (project: string): Promise<Uint8Array> =>
  writeBook(
    fillBook(planWorkbook({ ...newSite, project, workbookId: project }, today), sampleRegisters(site, today)),
    { saved: "2026-11-20T01:00:00Z" },
  );
const drawn = (place: string, saved: string, numbers: readonly number[], book = place): Promise<Uint8Array> =>
  siteBytes({
    place,
    project: "花园",
    book,
    saved,
    clients: numbers.map((number) => ({
      number,
      phone: 1000 + number,
      age: number % 2 === 0 ? "三十多" : "35",
    })),
  });

const drawnFiles = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const newest = await drawn("洛阳", "2026-11-21T03:00:00Z", [1, 2, 3, 3]);
  return new Map([
    ["甲.xlsx", await drawn("洛阳", "2026-11-20T03:00:00Z", [1, 2, 9])],
    ["乙.xlsx", newest],
    ["乙的副本.xlsx", newest],
    ["丙.xlsx", await drawn("重庆", "2026-11-19T03:00:00Z", [3, 4])],
    ["丁.xlsx", await drawn("厦门", "2026-11-19T03:00:00Z", [4, 5])],
    ["戊.xlsx", await drawn("厦门", "2026-11-18T03:00:00Z", [7], "另一本")],
    ["空.xlsx", await drawn("郑州", "2026-11-18T03:00:00Z", [])],
    ["坏.xlsx", new TextEncoder().encode("这不是工作簿")],
    ["新天地.xlsx", await sample("新天地")],
  ]);
};

/** In this thread. */
const read: typeof readPacked = async (files, options, take) => {
  const one = fileReader(options);
  for (const file of files) {
    const outcome = await one(file);
    await take({ file, outcome: outcome.kind === "share" ? packShare(outcome.share) : outcome });
  }
};

const merge = async (
  files: ReadonlyMap<string, Uint8Array>,
  order: readonly string[],
  over: Partial<Merge> = {},
): Promise<Merge> => {
  const reading = readingHere({ mask: false, signal: new AbortController().signal });
  const given = order.map((name) => named(name, files.get(name) ?? new Uint8Array()));
  const gathering = await gatheredHere(given, reading);
  return { gathering, reading, today, tell: () => undefined, ...over };
};

/** Into the workbook in front, beside what stands there. */
const intoWorkbook = async (
  files: ReadonlyMap<string, Uint8Array>,
  order: readonly string[],
): Promise<Merge> => {
  const made = await merge(files, order);
  const { gathering, reading, tell } = made;
  gathering.keep(await formerResult(), true, today);
  await gathering.carry(reading, tell);
  await gathering.compare(reading, tell);
  await addGrowingSheets(growingSheets(made), "写入汇总");
  return made;
};

/** But for the list of files, which says what is new in it, and the hidden sheet. */
const rowsOf = (sheets: Sheets): Sheets =>
  new Map([...sheets].filter(([name]) => !["文件清单", "_汇总", "Sheet1"].includes(name)));

test("last week's files, then newer ones of some sites: as all at once, and as on the command line; the same again changes nothing", async () => {
  const files = new Map(await drawnFiles());
  files.set("洛阳新.xlsx", await drawn("洛阳", "2026-11-22T03:00:00Z", [1, 4, 8, 8, 3]));
  files.set("厦门新.xlsx", await drawn("厦门", "2026-11-22T03:00:00Z", [2, 11]));
  const old = ["乙.xlsx", "丙.xlsx", "丁.xlsx", "新天地.xlsx"];
  const newer = ["洛阳新.xlsx", "厦门新.xlsx"];
  const empty = (): Promise<Model> => modelOf({ names: [], sheets: [{ ...bareSheet, name: "Sheet1" }] });
  const cellsIn = async (from: Model): Promise<Sheets> => cellsOf(await writeBook(from.toBook()));

  const atOnce = await empty();
  sitDown(atOnce);
  await intoWorkbook(files, [...old, ...newer]);
  const inTurn = await empty();
  sitDown(inTurn);
  await intoWorkbook(files, old);
  const { gathering } = await intoWorkbook(files, newer);
  const merged = await cellsIn(inTurn);
  expect(gathering.facts().across.length).toBeGreaterThan(0);
  expect(rowsOf(merged)).toEqual(rowsOf(await cellsIn(atOnce)));
  const kept = gathering.facts().files.filter(({ fate }) => fate.kind === "kept");
  expect(kept.map(({ file, fate }) => [file, fate])).toEqual(
    ["丙.xlsx", "新天地.xlsx"].map((file) => [file, { kind: "kept", rows: "whole" }]),
  );
  await intoWorkbook(files, [...newer].reverse());
  const again = await cellsIn(inTurn);
  for (const [name, cells] of rowsOf(merged)) expect([name, again.get(name)]).toEqual([name, cells]);

  const weeks = path.join(folder, "weeks");
  const out = path.join(folder, "weeks.xlsx");
  const onCommandLine = async (names: readonly string[]) => {
    rmSync(weeks, { recursive: true, force: true });
    mkdirSync(weeks);
    const copied = new Date("2026-11-22T00:00:00Z");
    for (const name of names) {
      writeFileSync(path.join(weeks, name), files.get(name) ?? new Uint8Array());
      utimesSync(path.join(weeks, name), copied, copied);
    }
    return mergeIntoWorkbook(
      {
        ...(await workbookFiles([weeks], out)),
        ...{ today, mask: false, key: undefined, fresh: false, dropMissing: false },
        ...{ signal: new AbortController().signal, progress: () => undefined, read },
      },
      out,
    );
  };
  await onCommandLine(old);
  const byCommand = await readBook(readFileSync(out));
  await onCommandLine(newer);
  const expected = await cellsOf(readFileSync(out));
  for (const [name, cells] of expected) expect([name, merged.get(name)]).toEqual([name, cells]);
  // Last week's result of the command line, opened in Excel.
  const opened = await modelOf(byCommand);
  sitDown(opened);
  await intoWorkbook(files, newer);
  expect(rowsOf(await cellsIn(opened))).toEqual(rowsOf(expected));
});

test("the same files through both: the same cells on every sheet, whatever order they are dropped in", async () => {
  const files = await drawnFiles();
  const sites = path.join(folder, "sites");
  mkdirSync(sites);
  const copied = new Date("2026-11-22T00:00:00Z");
  for (const [name, bytes] of files) {
    writeFileSync(path.join(sites, name), bytes);
    utimesSync(path.join(sites, name), copied, copied);
  }
  const out = path.join(folder, "hq.xlsx");
  const onCommandLine = async (into: string) =>
    mergeIntoWorkbook(
      {
        ...(await workbookFiles([sites], into)),
        ...{ today, mask: false, key: undefined, fresh: false, dropMissing: false },
        ...{ signal: new AbortController().signal, progress: () => undefined, read },
      },
      into,
    );
  /** What the pane made is what the command line would make of the same files: it goes on from there. */
  const goesOn = async (bytes: Uint8Array): Promise<void> => {
    const made = path.join(folder, "pane.xlsx");
    writeFileSync(made, bytes);
    const { unchanged, sites: merged } = await onCommandLine(made);
    expect([unchanged, new Set(merged.map(({ from }) => from))]).toEqual([true, new Set(["carried"])]);
  };
  await onCommandLine(out);
  const expected = await cellsOf(readFileSync(out));
  expect(expected.size).toBeGreaterThan(10);
  expect(expected.get("编号重复")?.size).toBeGreaterThan(5);
  expect(expected.get("看不懂的格")?.size).toBeGreaterThan(5);

  const names = [...files.keys()];
  const inFile = await merge(files, names);
  const file = await inFile.reading.write(await mergedFile(inFile));
  const filed = new Uint8Array(await file.arrayBuffer());
  expect(await cellsOf(filed)).toEqual(expected);
  await goesOn(filed);

  const model = await modelOf({ names: [], sheets: [{ ...bareSheet, name: "Sheet1" }] });
  const desk = sitDown(model);
  desk.traffic();
  const inExcel = await merge(files, [...names].reverse());
  await addGrowingSheets(growingSheets(inExcel), "写入汇总");
  const { requests } = desk.traffic();
  // Looking, beginning, one for each site with rows, ending.
  expect(requests).toBeLessThanOrEqual(5 + 5 + inExcel.gathering.facts().sites.length);
  const written = await writeBook(model.toBook());
  await goesOn(written);
  const saved = await cellsOf(written);
  expect([...saved.keys()]).toEqual(["Sheet1", ...expected.keys()]);
  for (const [name, cells] of expected) expect([name, saved.get(name)]).toEqual([name, cells]);
});
