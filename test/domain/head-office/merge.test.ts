/** Laws of merging (R19), over drawn shares: the order does not matter, twice is once, nothing is lost or doubled. */
import fc from "fast-check";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { CrossSite, NumberedRow } from "../../../src/domain/head-office/cross-site";
import { siteFileOf, startMerging } from "../../../src/domain/head-office/merge-shares";
import { phonePrints } from "../../../src/domain/head-office/phone-print";
import { latestSave, savedWhen, tiedWords } from "../../../src/domain/head-office/saved-when";
import type { PhoneSeen, SiteShare } from "../../../src/domain/head-office/share";
import { type Fated, settle, type SiteFile } from "../../../src/domain/head-office/settle";
import { summaryOf } from "../../../src/domain/head-office/summary";
import { glanceOf, peopleWith } from "../../../src/workbook/plan/hq-parts";

const day = "2026-11-22" as CalendarDay;

const drawn = fc.record({
  place: fc.constantFrom("洛阳", "重庆", "厦门"),
  project: fc.constantFrom("花园", "花园二期"),
  book: fc.constantFrom("一本", "另一本", undefined),
  file: fc.constantFrom("一.xlsx", "二.xlsx", "三.xlsx", "四.xlsx"),
  hour: fc.integer({ min: 0, max: 3 }),
  rows: fc.array(
    fc.record({
      client: fc.integer({ min: 1, max: 6 }),
      phone: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  ),
});
type Named = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
type Drawn = Omit<Named, "project" | "book"> & Partial<Named>;

const shareOf = ({ place, project = "花园", book, file, hour, rows }: Drawn): SiteShare => {
  const clients = rows.map(({ client }) => `LY-ZS00${client}`);
  const phones = rows.flatMap(({ phone }, at): readonly PhoneSeen[] =>
    phone === undefined
      ? []
      : [
          {
            phone: `+861380379000${phone}`,
            shown: `138 0379 000${phone}`,
            form: "visitors",
            row: at + 5,
            client: clients[at]!,
            name: `客户${at}`,
            consultant: "王强",
            day,
          },
        ],
  );
  return {
    site: `${place}-${project}`,
    ...(book !== undefined && { book }),
    place,
    project,
    // The content is what was drawn, whatever the file is called.
    source: {
      file,
      hash: JSON.stringify([place, project, book, hour, rows]),
      modified: `2026-11-22T0${hour}:00:00Z`,
    },
    asOf: day,
    schemaVersion: 2,
    registers:
      rows.length === 0
        ? {}
        : {
            visitors: {
              sheet: "来访登记",
              rows: rows.map((_, at) => at + 5),
              columns: new Map([["clientId", clients]]),
            },
          },
    lacks: [],
    notUnderstood: [],
    phones,
    figures: {
      clients: rows.length,
      visits: rows.length,
      calls: 0,
      followUps: 0,
      grades: { A: 0, B: 0, C: 0, D: 0, "√": 0, "×": 0 },
      overdue: hour,
      deals: rows.length,
      sold: rows.length * 100.25,
      errors: 0,
      warnings: 0,
    },
  };
};
const shares = fc.array(drawn, { maxLength: 8 }).map((all) => all.map(shareOf));

/** A workbook, and the same one saved later under another name: its people, and more. */
const shareOfRenamed = fc
  .tuple(drawn, drawn)
  .filter(([{ rows }]) => rows.some(({ phone }) => phone !== undefined))
  .map(([was, more]) => {
    const named: Drawn = { ...was, project: "花园", book: "一本", hour: 1 };
    const later: Drawn = { ...named, project: "花园二期", hour: 2, rows: [...was.rows, ...more.rows] };
    return { before: shareOf(named), after: shareOf(later) };
  });

interface Merged {
  /** The files that speak for their sites, read again. */
  readonly sites: readonly SiteShare[];
  readonly files: readonly Fated<SiteFile>[];
  readonly across: readonly CrossSite[];
  readonly doubled: readonly NumberedRow[];
}

/** File by file: a glance at each, the people of shared phones, and the files that count once more. */
const mergeShares = (all: readonly SiteShare[]): Merged => {
  const merging = startMerging();
  for (const share of all) merging.take(glanceOf(share));
  const again = (hash: string): SiteShare => all.find(({ source }) => source.hash === hash)!;
  const { prints, sites } = merging.toCompare();
  for (const { outline } of sites) {
    const { hash } = outline.source;
    merging.compared(hash, prints, peopleWith(again(hash), prints));
  }
  expect(merging.toCompare().sites).toEqual([]);
  return {
    sites: merging.sites().map(({ outline }) => ({ ...again(outline.source.hash), source: outline.source })),
    files: merging.settled().fates,
    across: merging.across(),
    doubled: merging.sites().flatMap(({ doubled }) => doubled),
  };
};

/** Every merged row by site, file and row. */
const rowsOf = ({ sites }: Pick<Merged, "sites">): readonly string[] =>
  sites.flatMap(({ site, source, registers }) =>
    (registers.visitors?.rows ?? []).map(
      (row, at) => `${site} ${source.hash} ${row} ${registers.visitors!.columns.get("clientId")![at]}`,
    ),
  );

test("the order of files does not matter", () => {
  fc.assert(
    fc.property(
      shares.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      ),
      ([all, shuffled]) => {
        expect(mergeShares(shuffled)).toEqual(mergeShares(all));
      },
    ),
  );
});

test("twice is once; what came of a merge, merged again, is the same", () => {
  fc.assert(
    fc.property(shares, (all) => {
      const once = mergeShares(all);
      expect(mergeShares([...all, ...all])).toEqual(once);
      expect(mergeShares(once.sites).sites).toEqual(once.sites);
      expect(mergeShares([...once.sites, ...all])).toEqual(once);
    }),
  );
});

describe("renamed sites", () => {
  /** A former result's sites are kept; then these files come. */
  const onto = (former: readonly SiteShare[], files: readonly SiteShare[]): Merged["files"] => {
    const merging = startMerging();
    for (const share of files) merging.take(glanceOf(share));
    const before = mergeShares(former).sites;
    merging.keep(before.map(siteFileOf));
    for (const { hash } of merging.lacking())
      merging.takeKept(glanceOf(before.find(({ source }) => source.hash === hash)!));
    return merging.settled().fates;
  };
  const phonesIn = (share: SiteShare | undefined): ReadonlySet<string> =>
    new Set(share?.phones.map(({ phone }) => phone));

  test("law: whatever order the files come in, and however often, the same sites go and stand", () => {
    fc.assert(
      fc.property(shares, shares, fc.infiniteStream(fc.nat()), (former, files, at) => {
        const otherwise = [...files, ...files]
          .map((each) => ({ each, place: at.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        expect(onto(former, otherwise)).toEqual(onto(former, files));
      }),
    );
  });

  test("law: a site goes only when its workbook came later by another name, with its people and without a file of its own", () => {
    let gone = 0;
    fc.assert(
      fc.property(shares, shares, (former, files) => {
        const all = [...former, ...files];
        for (const { file, fate } of onto(former, files)) {
          if (fate.kind !== "renamed") continue;
          gone++;
          expect(files.some(({ site }) => site === file.site)).toBe(false);
          const now = files.filter(({ site }) => site === fate.to);
          const own = all.find(({ source }) => source.hash === file.hash);
          expect(
            now.some(
              (each) =>
                each.book === file.book &&
                each.source.file === file.file &&
                each.source.modified > file.modified &&
                [...phonesIn(own)].every((phone) => phonesIn(each).has(phone)),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(gone).toBeGreaterThan(0);
  });

  test("law: week after week the files of now stand as if they were read anew, once they are all there again", () => {
    fc.assert(
      fc.property(shareOfRenamed, ({ before, after }) => {
        const { files } = mergeShares([after]);
        const now = onto([before], [after]);
        expect(now.filter(({ fate }) => fate.kind === "merged")).toEqual(files);
        expect(now.find(({ file }) => file.site === before.site)?.fate).toEqual({
          kind: "renamed",
          to: after.site,
          by: after.source.file,
        });
      }),
    );
  });
});

test("of two contents saved at one moment the one that came last into its folder counts, and that is said", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 }),
      fc.boolean(),
      (minutes, backwards) => {
        const files = minutes.map((minute): SiteFile => ({
          site: "洛阳-花园",
          file: `${minute}.xlsx`,
          // Sorted neither as the minutes are nor against them.
          hash: `${(minute * 7) % 10}`,
          modified: "2026-11-20T08:00:00Z",
          copied: `2026-11-21T08:0${minute}:00Z`,
        }));
        const { chosen, fates } = settle(backwards ? [...files].reverse() : files);
        const last = `${Math.max(...minutes)}.xlsx`;
        expect(chosen.map(({ file }) => file)).toEqual([last]);
        for (const { file, fate } of fates)
          expect(fate).toEqual(
            file.file === last ? { kind: "merged" } : { kind: "superseded", by: last, tied: true },
          );
      },
    ),
  );
});

test.each([
  ["in time", "2026-11-22T08:00:00Z", "2026-11-20T08:00:00Z", { modified: "2026-11-22T08:00:00Z" }],
  ["it does not say", undefined, "2026-11-20T08:00:00Z", { modified: "2026-11-20T08:00:00Z" }],
  [
    "tomorrow, by a zone",
    "2026-11-23T13:00:00Z",
    "2026-11-20T08:00:00Z",
    { modified: "2026-11-23T13:00:00Z" },
  ],
  [
    "years ahead",
    "2031-01-01T00:00:00Z",
    "2026-11-20T08:00:00Z",
    { modified: "2026-11-20T08:00:00Z", ahead: "2031-01-01T00:00:00Z" },
  ],
  [
    "its folder is ahead too",
    "2031-01-01T00:00:00Z",
    "2031-01-02T00:00:00Z",
    { modified: "1970-01-01T00:00:00Z", ahead: "2031-01-01T00:00:00Z" },
  ],
])("a stamp is believed as far as the day has come: %s", (_what, said, copied, when) => {
  expect(savedWhen(said, copied, latestSave(day))).toEqual(when);
});

test("every row of the newest file of each site is there exactly once, and no other", () => {
  fc.assert(
    fc.property(shares, (all) => {
      const merged = mergeShares(all);
      const expected: string[] = [];
      for (const site of [...new Set(all.map((each) => each.site))].sort()) {
        const own = all.filter((each) => each.site === site);
        const latest = own
          .map(({ source }) => source.modified)
          .sort()
          .at(-1);
        const chosen = merged.sites.find((each) => each.site === site)!;
        expect(chosen.source.modified).toBe(latest);
        expected.push(...rowsOf({ sites: [own.find(({ source }) => source.hash === chosen.source.hash)!] }));
      }
      expect(rowsOf(merged)).toEqual(expected);
      expect(new Set(rowsOf(merged)).size).toBe(expected.length);
    }),
  );
});

describe("one content under several names", () => {
  const file = (name: string, more: Partial<SiteFile> = {}): SiteFile => ({
    ...{ site: "洛阳-花园", file: name, hash: "a", modified: "2026-11-22T01:00:00Z", ...more },
  });
  const chosen = (files: readonly SiteFile[], recorded: readonly string[] = []): string | undefined => {
    const found = [files, [...files].reverse()].map(
      (each) => settle(each, new Set(recorded.map((name) => `a ${name}`))).chosen[0]?.file,
    );
    expect(new Set(found).size).toBe(1);
    return found[0];
  };
  test.each(["花园 - 副本.xlsx", "副本花园.xlsx", "花园(2).xlsx", "花园 - Copy.xlsx", "A/花园_备份.xlsx"])(
    "beside %s it goes by its own",
    (copy) => {
      // The copy came into its folder later.
      expect(chosen([file("花园.xlsx"), file(copy, { copied: "2026-11-23T00:00:00Z" })])).toBe("花园.xlsx");
    },
  );
  test("the name it went by before stays, but a copy's", () => {
    expect(chosen([file("一.xlsx"), file("二.xlsx")])).toBe("一.xlsx");
    expect(chosen([file("一.xlsx"), file("二.xlsx")], ["二.xlsx"])).toBe("二.xlsx");
    expect(chosen([file("一.xlsx"), file("二.xlsx")], ["三.xlsx"])).toBe("一.xlsx");
    expect(chosen([file("一.xlsx"), file("一 - 副本.xlsx")], ["一 - 副本.xlsx"])).toBe("一.xlsx");
    expect(chosen([file("一 - 副本.xlsx")])).toBe("一 - 副本.xlsx");
  });
  test("it is as new as the newest of them: another content between the two is older", () => {
    const all = [
      file("一.xlsx", { modified: "2026-11-20T00:00:00Z" }),
      file("一 - 副本.xlsx", { modified: "2026-11-22T00:00:00Z" }),
      file("二.xlsx", { hash: "b", modified: "2026-11-21T00:00:00Z" }),
    ];
    expect(settle(all).chosen).toEqual([file("一.xlsx", { modified: "2026-11-22T00:00:00Z" })]);
    expect(settle(all).fates.map(({ file: each, fate }) => [each.file, fate.kind])).toEqual([
      ["一 - 副本.xlsx", "same"],
      ["一.xlsx", "merged"],
      ["二.xlsx", "superseded"],
    ]);
  });
});

test("every file is accounted for: merged, superseded by the one that is, or the same as another", () => {
  fc.assert(
    fc.property(shares, (all) => {
      const { files, sites } = mergeShares(all);
      expect(new Set(files.map(({ file }) => `${file.file} ${file.hash} ${file.site}`))).toEqual(
        new Set(all.map(({ source, site }) => `${source.file} ${source.hash} ${site}`)),
      );
      for (const { file, fate } of files) {
        const chosen = sites.find((each) => each.site === file.site)!.source;
        if (fate.kind === "merged") expect(file).toMatchObject(chosen);
        else if (fate.kind === "superseded") expect(fate.by).toBe(chosen.file);
        else if (fate.kind === "same")
          expect(files.some((each) => each.file.file === fate.as && each.file.hash === file.hash)).toBe(true);
      }
      expect(files.filter(({ fate }) => fate.kind === "merged")).toHaveLength(sites.length);
    }),
  );
});

test("a phone at two sites is reported to both, and no other phone is; compared pair by pair", () => {
  fc.assert(
    fc.property(shares, (all) => {
      const { sites, across } = mergeShares(all);
      const pairs = new Set<string>();
      const seen = sites.flatMap(({ site, phones }) => phones.map((each) => ({ ...each, site })));
      for (const one of seen)
        for (const other of seen)
          if (one.phone === other.phone && one.site !== other.site)
            pairs.add(`${one.phone} ${one.site} ${one.client}`);
      expect(new Set(across.flat().map(({ phone, site, client }) => `${phone} ${site} ${client}`))).toEqual(
        pairs,
      );
      for (const group of across) {
        expect(new Set(group.map(({ phone }) => phone)).size).toBe(1);
        expect(new Set(group.map(({ site }) => site)).size).toBeGreaterThan(1);
      }
    }),
  );
});

test("numbers doubled inside a site are told as they stand, all their rows", () => {
  fc.assert(
    fc.property(shares, (all) => {
      const { sites, doubled } = mergeShares(all);
      for (const { site, registers } of sites) {
        const clients = registers.visitors?.columns.get("clientId") ?? [];
        const twice = (registers.visitors?.rows ?? []).filter(
          (_, at) => clients.filter((client) => client === clients[at]).length > 1,
        );
        expect(
          doubled
            .filter((each) => each.site === site)
            .map(({ row }) => row)
            .sort((a, b) => a - b),
        ).toEqual(twice);
      }
    }),
  );
});

const outlines = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const {
      registers: _registers,
      phones: _phones,
      notUnderstood: _cells,
      ...outline
    } = shareOf({
      place: "洛阳",
      file: "一.xlsx",
      hour: at % 4,
      rows: Array.from({ length: at }, () => ({ client: 1, phone: undefined })),
    });
    return { ...outline, site: `案场${at}`, rows: {}, notUnderstood: 0 };
  });

test.each([1, 3, 20, 21, 50])(
  "the summary of %i sites adds up, and its sentences quote its figures",
  (count) => {
    const sites = outlines(count);
    const { tables, sentences } = summaryOf({ today: day, sites, across: 2, refused: 1 });
    for (const { columns, rows, total } of tables)
      columns.forEach(({ kind }, at) => {
        if (kind !== "count" && kind !== "yuan") return;
        expect(total?.[at]).toBeCloseTo(
          rows.reduce((sum, row) => sum + Number(row[at]), 0),
          2,
        );
      });
    const clients = sites.reduce((sum, { figures }) => sum + figures.clients, 0);
    expect(sentences[0]?.text).toContain(`共 ${count} 个案场，客户 ${clients} 位`);
    expect(tables.filter(({ chart }) => chart !== undefined).every(({ rows }) => rows.length <= 21)).toBe(
      true,
    );
    expect(sentences.at(-1)?.text).toContain("没有读成的文件 1 份");
  },
);

test("sites of several days: their number is said, and nobody is called the worst (R19)", () => {
  const sites = outlines(3).map((site, at) => ({
    ...site,
    asOf: day,
    figures: { ...site.figures, overdue: at },
  }));
  const said = (all: typeof sites): string =>
    summaryOf({ today: day, sites: all, across: 0, refused: 0 })
      .sentences.map(({ text }) => text)
      .join("");
  expect(said(sites)).toContain("逾期未跟进：案场2最多");
  expect(said(sites)).not.toContain("--fresh");
  const mixed = sites.map((site, at) => (at < 2 ? { ...site, asOf: "2026-10-01" as typeof day } : site));
  expect(said(mixed)).toContain("其中 2 个案场的数字沿用以前的汇总，不是算到今天的");
  expect(said(mixed)).not.toContain("逾期未跟进：");
});

test("two contents of one name and one moment are told apart as this time's and the last time's", () => {
  expect(tiedWords("洛阳.xlsx", "洛阳.xlsx")).toMatch(/^上次汇总时的和这次的同名文件写着同一个保存时间/u);
  expect(tiedWords("洛阳.xlsx", "洛阳2.xlsx")).toMatch(/^和“洛阳.xlsx”写着/u);
});

test.each([
  ["another workbook", "一本", "另一本", true],
  ["a later state of it", "一本", "一本", undefined],
  ["one that has lost its id", "一本", undefined, undefined],
])("the newer file is %s", (_, older, newer, otherBook) => {
  const of = (file: string, book: string | undefined, hour: number) => ({
    ...{ file, hash: file, modified: `2026-11-22T0${hour}:00:00Z`, site: "洛阳-花园" },
    ...(book !== undefined && { book }),
  });
  const { fates } = settle([of("新.xlsx", newer, 2), of("旧.xlsx", older, 1)]);
  expect(fates.map(({ fate }) => fate)).toEqual([
    { kind: "merged" },
    { kind: "superseded", by: "新.xlsx", ...(otherBook && { otherBook }) },
  ]);
});

test("a file that is lost takes its site with it: nobody is compared with it, and no older file stands in", () => {
  const at = (place: Drawn["place"], file: Drawn["file"], hour: number): SiteShare =>
    shareOf({ place, file, hour, rows: [{ client: 1, phone: 0 }] });
  const [old, now, other] = [at("洛阳", "一.xlsx", 1), at("洛阳", "二.xlsx", 2), at("重庆", "三.xlsx", 1)];
  const merging = startMerging();
  for (const share of [old, now, other]) merging.take(glanceOf(share));
  const names = () => merging.sites().map(({ outline }) => outline.source.file);
  const compare = (): void => {
    const { prints, sites } = merging.toCompare();
    for (const { outline } of sites)
      merging.compared(
        outline.source.hash,
        prints,
        peopleWith(outline.source.file === "二.xlsx" ? now : other, prints),
      );
  };
  compare();
  expect(names()).toEqual(["二.xlsx", "三.xlsx"]);
  expect(merging.across()).toHaveLength(1);
  merging.lose(now.source.hash);
  expect(names()).toEqual(["三.xlsx"]);
  expect(merging.across()).toEqual([]);
  merging.take(glanceOf(now));
  expect(names()).toEqual(["二.xlsx", "三.xlsx"]);
});

test("prints tell phones apart, each once and in order", () => {
  const phones = Array.from({ length: 20_000 }, (_, n) => `+86${13_800_000_000 + n * 7919}`);
  const prints = phonePrints([...phones, ...phones]);
  expect(new Set(prints).size).toBe(phones.length);
  expect([...prints]).toEqual([...prints].sort((a, b) => a - b));
  expect(prints.every(Number.isSafeInteger)).toBe(true);
});
