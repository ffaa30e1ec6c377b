/** A former 汇总 in the open workbook, read site by site on the real client, whatever its user did to the sheets. */
import fc from "fast-check";
import { areaAddress } from "../../../src/book/address";
import type { Book, Sheet, Value } from "../../../src/book/book";
import { formOf, type RegisterKey } from "../../../src/domain/forms/index";
import { formerResult } from "../../../src/workbook/office/former-result";
import { generated } from "../../../src/workbook/plan/generated-sheet";
import { hqColumns, hqSheetName, hqTitle } from "../../../src/workbook/plan/hq-registers";
import type { HqParts } from "../../../src/workbook/plan/hq-parts";
import type { HqRow } from "../../../src/workbook/plan/hq-rows";
import { listHeaderRow } from "../../../src/workbook/plan/hq-sheets";
import {
  type HqState,
  hqStateSheet,
  hqStateSheetOf,
  stateFrom,
  stateLines,
} from "../../../src/workbook/plan/hq-state";
import { schemaVersion } from "../../../src/workbook/plan/ledger-sheet";
import { WorkbookRefused } from "../../../src/workbook/port";
import { bareSheet } from "../../xlsx/every-feature";
import { type Desk, intercept, modelOf, sitDown } from "./desk";

/** A row with the site it is of. */
type Placed = readonly [site: string, row: HqRow];

interface Layout {
  /** Captions from left to right; those that are none of the form's are the user's own. */
  readonly headers: readonly string[];
  /** Columns left of the table. */
  readonly left: number;
}

const widthOf = (key: RegisterKey): number => hqColumns(key, true).length - 2;
const asWritten = (key: RegisterKey): Layout => ({ headers: hqColumns(key, true), left: 0 });

const registerSheet = (
  key: RegisterKey,
  placed: readonly Placed[],
  { headers, left }: Layout = asWritten(key),
): Sheet => {
  const captions = hqColumns(key, true);
  const rows = placed.map(([site, row]): readonly Value[] => {
    const cells: readonly Value[] = [site, `${site}.xlsx`, ...row];
    return headers.map((header) => {
      const at = captions.indexOf(header);
      return at < 0 ? `自己的 ${site}` : (cells[at] ?? null);
    });
  });
  const top = listHeaderRow;
  const at = areaAddress({ top, left, bottom: top, right: left });
  return {
    ...bareSheet,
    name: hqSheetName(key),
    blocks: [
      { at: "A1", rows: [[hqTitle(key)]] },
      { at, rows: [headers, ...rows] },
    ],
    tables: [
      {
        name: formOf(key).table,
        range: areaAddress({ top, left, bottom: top + rows.length, right: left + headers.length - 1 }),
        columns: headers.map((name) => ({ name })),
        style: "TableStyleLight1",
        bandedRows: false,
        filterButtons: true,
      },
    ],
  };
};

const known = stateFrom([
  [
    "汇总",
    `{"format":1,"program":${schemaVersion},"masked":false,"phones":"plain","said":"${"长".repeat(40_000)}"}`,
  ],
  ...["洛阳-东区", "洛阳-西区"].map((site) => [
    "案场",
    JSON.stringify({
      facts: { site, source: { file: `${site}.xlsx`, hash: site } },
      digests: { visitors: "f00d" },
    }),
  ]),
]);
if (known === undefined) throw new Error("no state");
const state: HqState = known;

const stateSheet = (lines: readonly (readonly Value[])[] = stateLines(state)): Sheet => ({
  ...hqStateSheetOf(),
  blocks: [{ at: "A1", rows: lines }],
});

const open = async (sheets: readonly Sheet[]): Promise<Desk> => {
  const book: Book = { names: [], sheets: [{ ...bareSheet, name: "Sheet1" }, ...sheets] };
  return sitDown(await modelOf(book));
};

const found = async (site: string): Promise<HqParts> => {
  const former = await formerResult();
  if (former === undefined) throw new Error("no former result");
  return former.rows(site);
};

const line = (key: RegisterKey, at: number, notes: string): HqRow => {
  const row = new Array<Value>(widthOf(key)).fill(null);
  Object.assign(row, [formOf(key).sheet, at + 5, `LY-${at}`]);
  row[row.length - 1] = notes;
  return row;
};

const ofSite = (placed: readonly Placed[], wanted: string): readonly HqRow[] =>
  placed.flatMap(([site, row]) => (site === wanted ? [row] : []));

describe("what a former result says", () => {
  const rows: readonly Placed[] = [["洛阳-东区", line("followUps", 0, "谈过")]];

  test("its state, and the rows of each site as they were written", async () => {
    const visits: readonly Placed[] = [
      ["洛阳-东区", line("visitors", 0, "138****1111 13800001111")],
      ["洛阳-东区", line("visitors", 1, "")],
      ["洛阳-西区", line("visitors", 2, "x")],
    ];
    await open([registerSheet("visitors", visits), registerSheet("followUps", rows), stateSheet()]);
    const former = await formerResult();
    expect(former?.state).toEqual(state);
    expect(former?.unmarked).toEqual([hqSheetName("visitors"), hqSheetName("followUps"), hqStateSheet]);
    const [first, second] = ofSite(visits, "洛阳-东区");
    expect(await found("洛阳-东区")).toEqual([
      // An empty text is an empty cell.
      ["visitors", [first, second?.map((cell) => (cell === "" ? null : cell))]],
      ["followUps", ofSite(rows, "洛阳-东区")],
    ]);
    expect(await found("洛阳-西区")).toEqual([["visitors", ofSite(visits, "洛阳-西区")]]);
    expect(await found("洛阳-南区")).toEqual([]);
  });

  test("which of its sheets have no mark; one the user made under such a name is not its own", async () => {
    const own: Sheet = {
      ...bareSheet,
      name: hqSheetName("deals"),
      blocks: [{ at: "A1", rows: [["我的成交"]] }],
    };
    await open([
      generated(registerSheet("visitors", [])),
      registerSheet("followUps", rows),
      own,
      generated(stateSheet()),
    ]);
    expect((await formerResult())?.unmarked).toEqual([hqSheetName("followUps")]);
  });

  test.each<[string, readonly Sheet[]]>([
    ["no 汇总 at all", []],
    ["the hidden sheet deleted", [registerSheet("followUps", rows)]],
    ["the hidden sheet emptied", [registerSheet("followUps", rows), stateSheet([["", ""]])]],
    ["its lines cut", [registerSheet("followUps", rows), stateSheet([["汇总", '{"format":1,"prog']])]],
    ["of a format to come", [registerSheet("followUps", rows), stateSheet([["汇总", '{"format":2}']])]],
  ])("nothing where there is %s", async (_, sheets) => {
    await open(sheets);
    expect(await formerResult()).toBeUndefined();
  });

  test("a register's sheet without its table, or without 案场, has no rows; the others have theirs", async () => {
    const all = hqColumns("visitors", true).filter((caption) => caption !== "案场");
    const visits: readonly Placed[] = [["洛阳-东区", line("visitors", 0, "x")]];
    const { tables: _, ...calls } = registerSheet("calls", [["洛阳-东区", line("calls", 0, "x")]]);
    await open([
      registerSheet("visitors", visits, { headers: all, left: 0 }),
      { ...calls, tables: [] },
      registerSheet("followUps", rows),
      stateSheet(),
    ]);
    expect(await found("洛阳-东区")).toEqual([["followUps", ofSite(rows, "洛阳-东区")]]);
  });

  test("a column that was deleted is empty; the rest stands under its own caption", async () => {
    const headers = hqColumns("followUps", true);
    const gone = headers.at(-1);
    await open([registerSheet("followUps", rows, { headers: headers.slice(0, -1), left: 0 }), stateSheet()]);
    expect(gone).not.toBe("案场");
    const [[, row] = []] = rows;
    expect(await found("洛阳-东区")).toEqual([["followUps", [[...(row?.slice(0, -1) ?? []), null]]]]);
  });
});

const names = ["洛阳-东区", "洛阳-西区", "重庆-南区"] as const;
const cell = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -9, max: 50_000 }),
  fc.constantFrom("张三", "0379", "谈了两次\n再来", "/"),
);

test("law: rows in any order, columns moved, users' own between them: a site's rows in the sheet's order", async () => {
  const key = "followUps";
  const width = widthOf(key);
  const placed = fc.array(
    fc.tuple(fc.constantFrom(...names), fc.array(cell, { minLength: width, maxLength: width })),
    { minLength: 1, maxLength: 12 },
  );
  const headers = fc
    .subarray(["备忘", "总部意见", "谁看过"])
    .chain((own) =>
      fc.shuffledSubarray([...hqColumns(key, true), ...own], { minLength: width + 2 + own.length }),
    );
  await fc.assert(
    fc.asyncProperty(placed, headers, fc.integer({ min: 0, max: 3 }), async (rows, moved, left) => {
      await open([registerSheet(key, rows, { headers: moved, left }), stateSheet()]);
      for (const site of names) {
        const own = ofSite(rows, site);
        expect(await found(site)).toEqual(own.length === 0 ? [] : [[key, own]]);
      }
    }),
    { numRuns: 25 },
  );
});

describe("answers of more than the 5 MB Excel gives", () => {
  const long = (at: number, times = 400): HqRow =>
    line("followUps", at, `${"客户说要再想想。".repeat(times)}${at}`);

  test("are asked for in smaller ones: every row once, in its order", async () => {
    const rows = Array.from({ length: 900 }, (_, at): Placed => ["洛阳-东区", long(at)]);
    const desk = await open([registerSheet("followUps", rows), stateSheet()]);
    const bytes = Buffer.byteLength(JSON.stringify(ofSite(rows, "洛阳-东区")));
    expect(bytes).toBeGreaterThan(8_000_000);
    desk.traffic();
    expect(await found("洛阳-东区")).toEqual([["followUps", ofSite(rows, "洛阳-东区")]]);
    // 2 to look, the lines, the column of sites; then the first 800 in vain, in four, and the last 100.
    expect(desk.traffic().requests).toBeLessThanOrEqual(16);
  });

  test("scattered among another site's, too", async () => {
    const rows = Array.from({ length: 640 }, (_, at): Placed => [names[at % 2] ?? "", long(at, 1000)]);
    await open([registerSheet("followUps", rows), stateSheet()]);
    expect(await found("洛阳-西区")).toEqual([["followUps", ofSite(rows, "洛阳-西区")]]);
  });

  test("of a single row are refused as too large, and nothing is asked for ever", async () => {
    const desk = await open([
      registerSheet("followUps", [["洛阳-东区", line("followUps", 0, "谈过")]]),
      stateSheet(),
    ]);
    const former = await formerResult();
    let asked = 0;
    intercept(desk, () => {
      asked++;
      return Promise.resolve(5104);
    });
    const refused = await former?.rows("洛阳-东区").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WorkbookRefused);
    expect(refused).toMatchObject({ code: "tooLarge" });
    expect(asked).toBeLessThan(20);
  });
});

test("asked to stop, no further request is made", async () => {
  const rows = Array.from({ length: 2000 }, (_, at): Placed => ["洛阳-东区", line("followUps", at, "谈过")]);
  const desk = await open([registerSheet("followUps", rows), stateSheet()]);
  const former = await formerResult();
  const stopping = new AbortController();
  const stopped = new Error("停下");
  let asked = 0;
  intercept(desk, () => {
    // The column of sites, then the first stretch of rows.
    if (++asked === 2) stopping.abort(stopped);
    return Promise.resolve();
  });
  await expect(former?.rows("洛阳-东区", stopping.signal)).rejects.toBe(stopped);
  // The client gives its ranges back in a request of their own.
  expect(asked).toBeLessThanOrEqual(3);
  expect((await former?.rows("洛阳-东区"))?.[0]?.[1]).toHaveLength(2000);
});
