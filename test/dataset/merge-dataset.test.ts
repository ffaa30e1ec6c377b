/** Whole workbooks, as sites have them, through the reading pool into a data set. */
import { copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { mergeIntoDataset } from "../../src/cli/merge-dataset";
import type { MergeRun } from "../../src/cli/merge-run";
import { contactsFile, readContacts } from "../../src/dataset/contacts";
import { openDataset, type OpenDataset } from "../../src/dataset/open-dataset";
import { quarantineColumns, tableNames, tables } from "../../src/dataset/tables";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import { clientsOf } from "../../src/domain/report/clients";
import { furthest } from "../../src/domain/report/funnel";
import { dueList } from "../../src/domain/register/follow-up/due-list";
import { isLive, salesLedger } from "../../src/domain/register/sales/sales-ledger";
import type { SiteBook } from "../../src/domain/register/site";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { sampleRegisters } from "../../src/workbook/plan/sample";
import { readSiteFile, siteBookOf } from "../../src/workbook/xlsx/site-file";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-folder";

const today = "2026-11-22" as CalendarDay;
const script = path.join(__dirname, "../cli/worker-from-source.js");

/** Sites of the same thirty people, so that everybody has been to both. */
const places = ["洛阳", "重庆"] as const;

let folder: string;
let files: readonly string[];
let book: SiteBook;

const workbook = async (
  place: string,
  region: string,
  { project = "新天地", saved = "2026-11-22T08:00:00Z" } = {},
): Promise<Uint8Array> => {
  const plan = planWorkbook(
    {
      project,
      place,
      region,
      areaCode: "0379",
      consultants: ["李示例", "陈示例", "王示例"],
      policy: "000",
      workbookId: place,
    },
    today,
  );
  const { site } = siteBookOf(await readSheets(await writeBook(plan, { saved })));
  return writeBook(fillBook(plan, sampleRegisters(site, today)), { saved });
};

/** A workbook whose site lost its 来访登记. */
const leanBytes = async (saved = "2026-11-22T08:00:00Z"): Promise<Uint8Array> => {
  const plan = planWorkbook(
    {
      project: "新天地",
      place: "洛阳",
      region: "LY",
      areaCode: "0379",
      consultants: [],
      policy: "000",
      workbookId: "洛阳",
    },
    today,
  );
  const sheets = plan.sheets.filter(({ name }) => ["跟踪记录", "设置", "字典", "_案场簿"].includes(name));
  return writeBook({ names: [], sheets }, { saved });
};

const run = (given: readonly string[], more: Partial<MergeRun> = {}): MergeRun => ({
  files: given.map((file) => ({ path: file, name: path.basename(file) })),
  others: [],
  today,
  mask: false,
  key: undefined,
  fresh: false,
  dropMissing: false,
  signal: new AbortController().signal,
  progress: () => undefined,
  script,
  ...more,
});

const within = async <Result>(
  dataset: string,
  look: (open: OpenDataset) => Promise<Result>,
): Promise<Result> => {
  const open = await openDataset(dataset);
  try {
    return await look(open);
  } finally {
    open.close();
  }
};

const rows = async (open: OpenDataset, sql: string): Promise<readonly (readonly unknown[])[]> =>
  (await open.connection.runAndReadAll(sql)).getRowsJson();

const target = (): { folder: string; keyFile: undefined; contacts: boolean } => ({
  folder: path.join(folder, "dataset"),
  keyFile: undefined,
  contacts: true,
});

beforeAll(async () => {
  folder = await temporaryFolder();
  files = places.map((place) => path.join(folder, `${place}.xlsx`));
  for (const [at, file] of files.entries())
    await writeFile(file, await workbook(places[at] ?? "", at === 0 ? "LY" : "CQ"));
  book = await readSiteFile(await readFile(files[0] ?? ""));
  const made = await mergeIntoDataset(run(files), target());
  expect(made).toMatchObject({ sites: 2, notRead: [], known: [] });
});

afterAll(removeTemporaryFolders);

describe("whole workbooks in a data set", () => {
  test("clients stand as the pane's reports say they do", async () => {
    const due = new Map(dueList(book, today, { all: true }).map((line) => [line.clientId, line]));
    const wanted = clientsOf(book, today)
      .map((client) => {
        const line = due.get(client.id!);
        return [
          client.id,
          client.name,
          client.consultant,
          client.grade ?? null,
          furthest(client),
          client.first ?? null,
          line?.opens ?? null,
          line?.due ?? null,
          client.channels[0] ?? null,
          client.deals.length,
          client.deals.reduce((sum, { totalPrice }) => sum + (totalPrice ?? 0), 0),
        ];
      })
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(wanted.length).toBeGreaterThan(20);
    const found = await within(target().folder, (open) =>
      rows(
        open,
        `SELECT client_no, name, consultant, grade, stage, first_contact::VARCHAR, due_from::VARCHAR,
           due_to::VARCHAR, channel, deals, sold::DOUBLE
         FROM clients WHERE site_id = '洛阳-新天地' ORDER BY client_no`,
      ),
    );
    expect(found).toEqual(wanted);
  });

  test("deals say what was sold, and which were given back", async () => {
    const wanted = salesLedger(book, today).deals.map((deal) => [
      deal.clientId,
      deal.row,
      deal.unitNow,
      !isLive(deal),
      deal.totalPrice ?? null,
    ]);
    expect(wanted.length).toBeGreaterThan(2);
    const found = await within(target().folder, (open) =>
      rows(
        open,
        `SELECT client_no, source_row, unit_now, refunded, total_price::DOUBLE FROM deals
         WHERE site_id = '洛阳-新天地' ORDER BY source_row`,
      ),
    );
    expect(found).toEqual(wanted);
    const [unread] = await within(target().folder, (open) =>
      rows(open, "SELECT count(*)::INTEGER FROM deals WHERE building IS NULL OR layout IS NULL"),
    );
    expect(unread).toEqual([0]);
  });

  test("the same number is the same person at both sites; no number can be read anywhere (R20)", async () => {
    await within(target().folder, async (open) => {
      const [both] = await rows(
        open,
        `SELECT count(*)::INTEGER, min(sites)::INTEGER FROM
           (SELECT count(DISTINCT site_id) AS sites FROM phones GROUP BY phone_key)`,
      );
      expect(both?.[0]).toBeGreaterThan(20);
      expect(both?.[1]).toBe(2);
      for (const [name, columns] of [
        ...tableNames.map((each) => [each, tables[each].columns] as const),
        ["_quarantine", quarantineColumns] as const,
      ])
        for (const column of columns.filter(({ type }) => type === "text"))
          expect([
            name,
            column.name,
            ...(await rows(
              open,
              `SELECT ${column.name} FROM ${name}
               WHERE regexp_matches(replace(replace(${column.name}, ' ', ''), '-', ''), '(^|[^0-9])(1[3-9][0-9]{9}|0[0-9]{9,11})($|[^0-9])')`,
            )),
          ]).toEqual([name, column.name]);
    });
    const key = (await readFile(`${target().folder}.key`, "latin1")).trim();
    expect(key).toMatch(/^[0-9a-f]{64}$/u);
    for (const entry of await readdir(target().folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(path.join(entry.parentPath, entry.name), "latin1");
      expect(bytes.includes(key)).toBe(false);
    }
    if (process.platform !== "win32") expect((await stat(`${target().folder}.key`)).mode & 0o077).toBe(0);
  });

  test("the numbers themselves open with the key, and with no other", async () => {
    const key = new Uint8Array(await readFile(`${target().folder}.key`));
    await within(target().folder, async ({ sites }) => {
      for (const line of sites) {
        const contacts = await readContacts(target().folder, key, line);
        expect(contacts.length).toBeGreaterThan(20);
        expect(contacts.every(({ numbers }) => Object.values(numbers).every((each) => each !== "/"))).toBe(
          true,
        );
        const other = Uint8Array.from(key, (byte, at) => (at === 0 ? byte ^ 1 : byte));
        await expect(readContacts(target().folder, other, line)).rejects.toMatchObject({ reason: "key" });
        // A file put in another site's place does not open there.
        const elsewhere = { site: "别处", hash: line.hash };
        const put = contactsFile(target().folder, elsewhere.site, elsewhere.hash);
        await mkdir(path.dirname(put), { recursive: true });
        await copyFile(contactsFile(target().folder, line.site, line.hash), put);
        await expect(readContacts(target().folder, key, elsewhere)).rejects.toMatchObject({ reason: "key" });
      }
    });
  });

  test("what is in already is not read again; sites that are gone go when that is asked for", async () => {
    const again = await mergeIntoDataset(run(files), target());
    expect(again).toMatchObject({ files: [], known: files.map((file) => path.basename(file)), sites: 2 });
    const bad = path.join(folder, "坏.xlsx");
    await writeFile(bad, "PK not a workbook");
    const careful = await mergeIntoDataset(run([...files.slice(1), bad], { dropMissing: true }), target());
    expect(careful).toMatchObject({ dropped: [], sites: 2, notRead: [{ file: "坏.xlsx" }] });
    expect(careful.notes).toEqual([expect.stringContaining("没有按 --drop-missing 去掉")]);
    const dropped = await mergeIntoDataset(run(files.slice(1), { dropMissing: true }), target());
    expect(dropped).toMatchObject({ dropped: ["洛阳-新天地"], sites: 1 });
    expect(
      await within(target().folder, (open) => rows(open, "SELECT DISTINCT site_id FROM visits")),
    ).toEqual([["重庆-新天地"]]);
    const back = await mergeIntoDataset(run(files), target());
    expect(back).toMatchObject({ files: [{ kind: "new", site: "洛阳-新天地" }], sites: 2 });
  });

  describe("one site, week after week", () => {
    const into = async (): Promise<ReturnType<typeof target> & { file: string }> => {
      const own = await temporaryFolder();
      return { ...target(), folder: path.join(own, "dataset"), file: path.join(own, "案场.xlsx") };
    };
    const saved = "2026-11-22T09:00:00Z";
    const rowsThere = (dataset: string): Promise<readonly (readonly unknown[])[]> =>
      within(dataset, (open) =>
        rows(open, "SELECT site_id, count(*)::INTEGER FROM visits GROUP BY 1 ORDER BY 1"),
      );

    test("a site that was renamed stands once; with both files, or a copy under another file's name, people look", async () => {
      const { file, ...wanted } = await into();
      await writeFile(file, await workbook("洛阳", "LY"));
      await mergeIntoDataset(run([file]), wanted);
      const [[, count] = []] = await rowsThere(wanted.folder);
      const former = `${file}.旧.xlsx`;
      await copyFile(file, former);
      await writeFile(file, await workbook("洛阳", "LY", { project: "新天地二期", saved }));
      const both = await mergeIntoDataset(run([file, former]), wanted);
      expect(both).toMatchObject({ sites: 2, renamed: [] });
      const alike = [
        { site: "洛阳-新天地", others: ["洛阳-新天地二期"] },
        { site: "洛阳-新天地二期", others: ["洛阳-新天地"] },
      ];
      expect(both.alike).toEqual(alike);
      const moved = `${file}.新.xlsx`;
      await copyFile(file, moved);
      expect((await mergeIntoDataset(run([moved]), wanted)).alike).toEqual(alike);
      const renamed = [{ site: "洛阳-新天地", to: "洛阳-新天地二期", by: "案场.xlsx" }];
      // As after a run that stopped before the former name went: the file is known, and it goes all the same.
      expect(await mergeIntoDataset(run([file]), wanted)).toMatchObject({ sites: 1, renamed, alike: [] });
      expect(await rowsThere(wanted.folder)).toEqual([["洛阳-新天地二期", count]]);
      expect(await mergeIntoDataset(run([file]), wanted)).toMatchObject({ sites: 1, renamed: [], files: [] });
    });

    test("the file of before an import, put back, is said to be older each time; asked for, it takes its place", async () => {
      const { file, ...wanted } = await into();
      const before = await leanBytes("2026-11-22T08:00:00Z");
      await writeFile(file, before);
      await mergeIntoDataset(run([file]), wanted);
      await writeFile(file, await workbook("洛阳", "LY", { saved }));
      await mergeIntoDataset(run([file]), wanted);
      expect(await rowsThere(wanted.folder)).toHaveLength(1);
      await writeFile(file, before);
      const older = { kind: "older", file: "案场.xlsx", site: "洛阳-新天地" };
      for (let time = 0; time < 2; time++)
        expect(await mergeIntoDataset(run([file]), wanted)).toMatchObject({
          ...{ files: [older], known: [], stale: ["洛阳-新天地"], dropped: [], sites: 1 },
        });
      const back = await mergeIntoDataset(run([file], { dropMissing: true }), wanted);
      expect(back).toMatchObject({
        files: [{ ...older, kind: "replaced" }],
        stale: [],
        dropped: [],
        sites: 1,
      });
      expect(await rowsThere(wanted.folder)).toEqual([]);
      expect(await mergeIntoDataset(run([file]), wanted)).toMatchObject({ files: [], stale: [] });
      // The later one, given again, is the later one.
      await writeFile(file, await workbook("洛阳", "LY", { saved }));
      expect(await mergeIntoDataset(run([file]), wanted)).toMatchObject({ files: [{ kind: "replaced" }] });
    });
  });

  test("a damaged file is mended from its workbook; without it that is said", async () => {
    const dataset = path.join(folder, "damaged");
    const wanted = { ...target(), folder: dataset };
    await mergeIntoDataset(run(files), wanted);
    const before = await within(dataset, (open) => rows(open, "SELECT 1 FROM visits"));
    const [line] = (await readdir(path.join(dataset, "visits", "site_id=洛阳-新天地"))).map((name) =>
      path.join("visits", "site_id=洛阳-新天地", name),
    );
    await truncate(path.join(dataset, line ?? ""), 100);
    await expect(within(dataset, (open) => rows(open, "SELECT 1"))).rejects.toThrow(line);
    expect(await mergeIntoDataset(run(files.slice(1)), wanted)).toMatchObject({
      files: [],
      damaged: [{ site: "洛阳-新天地", files: [line] }],
    });
    expect(await mergeIntoDataset(run(files), wanted)).toMatchObject({
      files: [{ file: "洛阳.xlsx", kind: "again" }],
      known: ["重庆.xlsx"],
      damaged: [],
    });
    expect(await within(dataset, (open) => rows(open, "SELECT 1 FROM visits"))).toHaveLength(before.length);
  });

  test("what a workbook lost is said when it comes, and each time after", async () => {
    const dataset = path.join(folder, "lacking");
    const wanted = { ...target(), folder: dataset };
    const lean = path.join(folder, "少表.xlsx");
    await writeFile(lean, await leanBytes());
    const lacking = [
      {
        site: "洛阳-新天地",
        file: "少表.xlsx",
        lacks: expect.stringMatching(/^缺表：来访客户登记表、.*补上。/u) as string,
      },
    ];
    expect((await mergeIntoDataset(run([lean]), wanted)).lacking).toEqual(lacking);
    const again = await mergeIntoDataset(run([lean]), wanted);
    expect(again).toMatchObject({ known: ["少表.xlsx"], lacking });
  });

  test("a file stamped in years to come is told, read or known", async () => {
    const wanted = { ...target(), folder: path.join(folder, "wrong clock") };
    const wrong = path.join(folder, "错.xlsx");
    await writeFile(wrong, await leanBytes("2031-01-01T08:00:00Z"));
    const notes = [expect.stringMatching(/^错.xlsx：它写的保存时间是 2031-01-01/u) as string];
    expect(await mergeIntoDataset(run([wrong]), wanted)).toMatchObject({ files: [{ kind: "new" }], notes });
    expect(await mergeIntoDataset(run([wrong]), wanted)).toMatchObject({ known: ["错.xlsx"], notes });
  });

  test("a folder with other things in it gets neither a data set nor a key", async () => {
    await expect(
      mergeIntoDataset(run(files), { folder, keyFile: undefined, contacts: false }),
    ).rejects.toThrow("文件夹里有别的东西");
    await expect(stat(`${folder}.key`)).rejects.toThrow();
  });

  test("a key that is missing is asked for, not made up", async () => {
    await expect(
      mergeIntoDataset(run(files), { ...target(), keyFile: path.join(folder, "没有.key") }),
    ).rejects.toThrow("没有这个密钥文件");
    await expect(
      mergeIntoDataset(run(files), { ...target(), keyFile: path.join(target().folder, "内.key") }),
    ).rejects.toThrow("密钥不能放在数据集里");
  });
});
