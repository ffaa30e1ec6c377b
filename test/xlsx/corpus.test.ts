import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cellAddress } from "../../src/book/address";
import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import type { ReadBook, ReadValue } from "../../src/xlsx/read-types";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { hasOpenpyxl, openpyxl } from "./tools";

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

/** A beta's namespace, in which openpyxl finds no cell. */
const notComparable = new Set(["sample-beta.xlsx"]);

/** They use the formats `D`, `H`, `S` and `[H]`, which openpyxl takes for numbers'. */
const rareFormats = new Set(["LONumbers.xlsx", "LONumbers-2010.xlsx"]);

interface DumpedSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, string | number | boolean | { at?: string; seconds?: number }>>;
}

const secondsOf = (time: string): number =>
  time.split(":").reduce((sum, part, i) => sum + Number(part) * [3600, 60, 1][i]!, 0);
const momentOf = (text: string): number => Date.parse(`${text.replace(" ", "T")}Z`) / 1000;

/** Excel's rounding and openpyxl's differ below a second. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.6;

const same = (ours: ReadValue | undefined, theirs: DumpedSheet["cells"][string] | undefined): boolean => {
  if (theirs === undefined || theirs === "") return ours === undefined || ours === "";
  if (typeof ours === "object") {
    if ("error" in ours) return ours.error === theirs;
    if (typeof theirs !== "object") return false;
    if ("day" in ours)
      return theirs.at !== undefined && near(momentOf(`${ours.day}T00:00`), momentOf(theirs.at));
    if ("moment" in ours) return theirs.at !== undefined && near(momentOf(ours.moment), momentOf(theirs.at));
    return theirs.seconds !== undefined && near(secondsOf(ours.time), theirs.seconds);
  }
  if (typeof ours === "number") {
    // No day: negative or 0. openpyxl makes one up before 1900.
    if (typeof theirs === "object") return ours <= 0;
    return (
      typeof theirs === "number" && (ours === theirs || Math.abs(ours - theirs) <= 1e-12 * Math.abs(ours))
    );
  }
  // openpyxl leaves Excel's escapes in place and makes "\r\n" one character.
  if (typeof ours === "string" && typeof theirs === "string")
    return (
      theirs.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      ) === ours
    );
  return ours === theirs;
};

const differences = (book: ReadBook, dumped: readonly DumpedSheet[], rareDates: boolean): readonly string[] =>
  dumped.flatMap(({ name, cells }) => {
    const sheet = book.sheets.find((each) => each.name === name);
    const ours = new Map(
      (sheet?.rows ?? []).flatMap(({ row, cells: found }) =>
        found.map(({ column, value }) => [cellAddress(row, column), value ?? undefined] as const),
      ),
    );
    return [...new Set([...ours.keys(), ...Object.keys(cells)])]
      .filter((address) => !same(ours.get(address), cells[address]))
      .filter(
        (address) =>
          !(rareDates && typeof ours.get(address) === "object" && typeof cells[address] === "number"),
      )
      .map(
        (address) =>
          `${name}!${address}: ${JSON.stringify(ours.get(address))}, openpyxl ${JSON.stringify(cells[address])}`,
      );
  });

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

  (hasOpenpyxl ? it : it.skip)(
    "hold, cell by cell, what openpyxl finds in them",
    () => {
      const dumps = openpyxl("values", files);
      const wrong = dumps.flatMap(({ file, found }) => {
        const fate = fates.get(file);
        if (!found || !fate || "refused" in fate || notComparable.has(basename(file))) return [];
        return differences(fate.book, found as readonly DumpedSheet[], rareFormats.has(basename(file))).map(
          (line) => `${basename(file)} ${line}`,
        );
      });
      expect(wrong).toEqual([]);
      expect(dumps.filter(({ found }) => found).length).toBeGreaterThan(90);
    },
    120_000,
  );

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
  }, 120_000);
});
