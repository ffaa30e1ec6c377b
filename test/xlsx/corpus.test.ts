import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cellAddress } from "../../src/book/address";
import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import { openBook, readBook } from "../../src/xlsx/read-book";
import type { ReadBook, ReadSheet, ReadValue } from "../../src/xlsx/read-types";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { writeBook } from "../../src/xlsx/write";
import { describeWith, hasOpenpyxl, openpyxl } from "./tools";

/** Real workbooks of public test suites, kept beside the repository; see their licences there. */
const corpus = join(__dirname, "..", "..", "..", "shared", "data", "corpus");
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".xlsx"))
      .map((name) => join(corpus, name))
      .sort()
  : [];

type Fate = { readonly book: ReadBook } | { readonly refused: string };

const read = async (file: string): Promise<Fate> => {
  try {
    return { book: await readSheets(readFileSync(file)) };
  } catch (error) {
    if (error instanceof XlsxRefused) return { refused: error.code };
    throw error;
  }
};

/** Files that are broken or locked on purpose, and what we say to them. */
const refusals: Readonly<Record<string, string>> = {
  "issue252.xlsx": "malformed", // sizes and checksums lie
  "pass_protected.xlsx": "encrypted",
  "clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx": "malformed",
  "clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx": "truncated",
};

/** Files openpyxl finds nothing in, or falls over, and why: there is nothing to hold ours against. */
const unread: Readonly<Record<string, string>> = {
  "sample-beta.xlsx": "a beta's namespace: openpyxl finds its sheets and no cell",
  "57914.xlsx": "ISO's strict namespaces: openpyxl finds no sheet",
  "SampleSS.strict.xlsx": "ISO's strict namespaces: openpyxl finds no sheet",
  "SimpleStrict.xlsx": "ISO's strict namespaces: openpyxl finds no sheet",
  "strict_iso_paths.xlsx": "ISO's own relation types: openpyxl finds no sheet",
};

/** Files openpyxl reads not at all, and its error. */
const openpyxlRefusals: Readonly<Record<string, string>> = {
  "65016.xlsx": "TypeError", // a chart without what it should have
  "empty_s_attribute.xlsx": "TypeError", // a cell whose style is ""
  "issue252.xlsx": "BadZipFile",
  "pass_protected.xlsx": "BadZipFile",
  "clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx": "BadZipFile",
  "clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx": "BadZipFile",
};

/** Why a cell of ours is not what openpyxl says. Each kind has its rule; files and numbers of cells are listed below. */
type Kind =
  /** We keep days and times to the second, openpyxl to the microsecond: within a rounded second. */
  | "seconds"
  /** Excel has no day for numbers up to 0; openpyxl makes one up before 1900. */
  | "noDay"
  /** The formats `D`, `H`, `S` and `[H]`, which openpyxl takes for numbers'. */
  | "rareFormat"
  /** openpyxl leaves Excel's `_x000D_` as it stands in the file. */
  | "escape"
  /** An empty text is none to openpyxl. */
  | "emptyText";

/** Files and numbers of cells, each with its kind of difference. All others are equal, cell by cell. */
const differing: Readonly<Record<string, Partial<Record<Kind, number>>>> = {
  "123233_charts.xlsx": { seconds: 1 },
  "54206.xlsx": { emptyText: 64 },
  "LONumbers-2010.xlsx": { noDay: 84, rareFormat: 15, seconds: 42 },
  "LONumbers.xlsx": { noDay: 68, rareFormat: 40, seconds: 34 },
  "crlf.xlsx": { escape: 1 },
  "dataValidationTableRange.xlsx": { emptyText: 36 },
  "formula_stress_test.xlsx": { emptyText: 2, escape: 1, noDay: 1, seconds: 1 },
  "has_x000D_.xlsx": { escape: 1 },
};

interface DumpedSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, string | number | boolean | { at?: string; seconds?: number }>>;
  readonly merges: readonly string[];
  readonly state: string;
  readonly date1904: boolean;
}

const secondsOf = (time: string): number =>
  time.split(":").reduce((sum, part, i) => sum + Number(part) * [3600, 60, 1][i]!, 0);
const momentOf = (text: string): number => Date.parse(`${text.replace(" ", "T")}Z`) / 1000;

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** How a cell of ours differs from openpyxl's: not at all, in a known way, or otherwise. */
const difference = (
  ours: ReadValue | undefined,
  theirs: DumpedSheet["cells"][string] | undefined,
): Kind | "same" | "other" => {
  if (theirs === undefined) return ours === undefined ? "same" : ours === "" ? "emptyText" : "other";
  if (ours === undefined) return theirs === "" ? "emptyText" : "other";
  if (typeof ours === "object") {
    if ("error" in ours) return ours.error === theirs ? "same" : "other";
    if (typeof theirs === "number") return "rareFormat";
    if (typeof theirs !== "object") return "other";
    const [mine, other] =
      "time" in ours
        ? [secondsOf(ours.time), theirs.seconds]
        : [
            momentOf("day" in ours ? `${ours.day}T00:00` : ours.moment),
            theirs.at === undefined ? undefined : momentOf(theirs.at),
          ];
    if (other === undefined) return "other";
    if (mine === other) return "same";
    return Math.abs(mine - other) <= 0.5 ? "seconds" : "other";
  }
  if (ours === theirs) return "same";
  if (typeof ours === "number" && typeof theirs === "object") return ours <= 0 ? "noDay" : "other";
  if (typeof ours === "string" && typeof theirs === "string" && unescaped(theirs) === ours) return "escape";
  return "other";
};

const cellsOf = ({ rows }: ReadSheet): ReadonlyMap<string, ReadValue> =>
  new Map(
    rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value }) =>
        value === null ? [] : [[cellAddress(row, column), value] as const],
      ),
    ),
  );

/** Every kind of difference with its number of cells; what is of no kind in full. */
const differences = (book: ReadBook, dumped: readonly DumpedSheet[]): Readonly<Record<string, unknown>> => {
  const counts: Record<string, number> = {};
  const others: string[] = [];
  for (const name of new Set([...dumped, ...book.sheets].map((each) => each.name))) {
    const cells = dumped.find((each) => each.name === name)?.cells ?? {};
    const sheet = book.sheets.find((each) => each.name === name);
    const ours = sheet ? cellsOf(sheet) : new Map<string, ReadValue>();
    for (const address of new Set([...ours.keys(), ...Object.keys(cells)])) {
      const kind = difference(ours.get(address), cells[address]);
      if (kind === "other")
        others.push(
          `${name}!${address}: ${JSON.stringify(ours.get(address))}, openpyxl ${JSON.stringify(cells[address])}`,
        );
      else if (kind !== "same") counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return { ...counts, ...(others.length === 0 ? {} : { others: others.slice(0, 20) }) };
};

const withCorpus = files.length > 0 ? describe : describe.skip;
const name = files.length > 0 ? "real workbooks" : "real workbooks (left out: no ../shared/data/corpus here)";

withCorpus(name, () => {
  const fates = new Map<string, Fate>();

  it("are read or refused with their reason", async () => {
    for (const file of files) fates.set(file, await read(file));
    const refused = [...fates].flatMap(([file, fate]) =>
      "refused" in fate ? [[basename(file), fate.refused]] : [],
    );
    expect(Object.fromEntries(refused)).toEqual(refusals);
  });

  describeWith("openpyxl", hasOpenpyxl)("beside openpyxl", () => {
    const dumps = new Map<string, readonly DumpedSheet[]>();
    const failed = new Map<string, string>();
    beforeAll(() => {
      for (const { file, found, error } of openpyxl("values", files))
        if (found === undefined) failed.set(basename(file), error?.replace(/:.*/su, "") ?? "");
        else dumps.set(file, found as readonly DumpedSheet[]);
    });

    /** Files both of us read. */
    const both = (): readonly (readonly [name: string, ours: ReadBook, theirs: readonly DumpedSheet[]])[] =>
      files.flatMap((file) => {
        const [fate, dumped] = [fates.get(file), dumps.get(file)];
        return !fate || "refused" in fate || !dumped || basename(file) in unread
          ? []
          : [[basename(file), fate.book, dumped] as const];
      });

    it("openpyxl reads all but these", () => {
      expect(Object.fromEntries(failed)).toEqual(openpyxlRefusals);
      for (const name of Object.keys(unread)) {
        const sheets = [...dumps].find(([file]) => basename(file) === name)?.[1] ?? [];
        expect(sheets.every(({ cells }) => Object.keys(cells).length === 0)).toBe(true);
      }
    });

    it("every cell holds what openpyxl finds in it, but for these", () => {
      const found = both().flatMap(([file, ours, theirs]) => {
        const kept = differences(ours, theirs);
        return Object.keys(kept).length === 0 ? [] : [[file, kept]];
      });
      expect(Object.fromEntries(found)).toEqual(differing);
    });

    it("so do names of sheets, hidden sheets, merges, and the calendar", () => {
      const wrong = both().flatMap(([file, ours, theirs]) => {
        const mine = ours.sheets.map((sheet) => ({
          name: sheet.name,
          state: sheet.visibility,
          merges: sheet.merges.toSorted(),
          date1904: ours.date1904,
        }));
        const their = theirs.map(({ name, state, merges, date1904 }) => ({ name, state, merges, date1904 }));
        return JSON.stringify(mine) === JSON.stringify(their) ? [] : [[file, mine, their]];
      });
      expect(wrong).toEqual([]);
    });
  });

  it("opened whole and written anew hold the same values, and are written again as they were", async () => {
    const values = ({ sheets }: ReadBook): unknown =>
      sheets.map((sheet) => [sheet.visibility, sheet.merges, [...cellsOf(sheet)]]);
    for (const [file, fate] of fates) {
      const bytes = readFileSync(file);
      if ("refused" in fate) {
        await expect(openBook(bytes)).rejects.toMatchObject({ code: fate.refused });
        continue;
      }
      const written = await writeBook(await readBook(bytes));
      expect([basename(file), values(await readSheets(written))]).toEqual([
        basename(file),
        values(fate.book),
      ]);
      expect(await writeBook(await readBook(written))).toEqual(written);
    }
  });

  it("can be edited in place, and hold the rest as before", async () => {
    const wrong: string[] = [];
    for (const [file, fate] of fates) {
      if ("refused" in fate) continue;
      const sheet = fate.book.sheets[0];
      if (!sheet) continue;
      const row = (sheet.rows.at(-1)?.row ?? 0) + 2;
      if (row > 1_048_575) continue;
      const bytes = await editBook(readFileSync(file), [
        { kind: "set", sheet: sheet.name, cells: [{ at: cellAddress(row, 2), content: "新 <值>" }] },
      ]);
      const { sheets } = await readSheets(bytes);
      const added = sheets[0]?.rows.at(-1);
      const rest = sheets.map((each, i) => (i === 0 ? { ...each, rows: each.rows.slice(0, -1) } : each));
      if (added?.row !== row || added.cells[0]?.value !== "新 <值>") wrong.push(`${basename(file)}: not set`);
      else if (JSON.stringify(rest) !== JSON.stringify(fate.book.sheets))
        wrong.push(`${basename(file)}: changed`);
    }
    expect(wrong).toEqual([]);
  });
});
