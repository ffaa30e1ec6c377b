/** R14 from files that other programs have damaged: found, repaired, and opened by other programs again. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book, Cell } from "../../src/book/book";
import { damagesOf } from "../../src/workbook/plan/damage";
import { inspectSiteFile } from "../../src/workbook/xlsx/inspect-file";
import { repairSiteFile } from "../../src/workbook/xlsx/repair-site-file";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write";
import {
  describeWith,
  hasLibreOffice,
  hasOpenpyxl,
  hasValidator,
  openpyxl,
  recalculate,
  temporaryFiles,
  validate,
} from "../xlsx/tools";
import { cellsOf, lookAt, placeOf, typed } from "./damaged-book";
import { plan, siteBook } from "./office/damaged";

const python = "/usr/bin/python3";
const saved = "2026-11-22T08:30:00Z";

const found: Readonly<Record<string, readonly string[]>> = {
  columns: ["columnMissing 性别", "columnMoved 客户编号"],
  names: ["columnRenamed 客户姓名", "formulaOverwritten 客户姓名", "formulaErased 跟进状态", "nameMissing"],
  rules: ["validationGone 性别", "highlightsGone", "rowsOutside", "sheetMissing"],
  tables: ["tableIsRange"],
};

/** Cells that the damage itself changed; nothing where their table went with its sheet. */
const changed: Readonly<Record<string, Readonly<Record<string, readonly Cell[]>>>> = {
  columns: { "Visitors 性别": [null, null, null, null] },
};
const gone: Readonly<Record<string, RegExp>> = { rules: /^Rotation|^Receptions/u };

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const column = (book: Book, table: string, caption: string): readonly Cell[] => {
  const place = placeOf(book, table);
  if (!place) throw new Error(`no table ${table}`);
  const at = place.table.columns.findIndex(({ name }) => name === caption);
  return cellsOf(place.sheet)
    .slice(place.area.top + 1, place.area.bottom + 1)
    .map((line) => line[place.area.left + at] ?? null);
};

const resultsOf = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell) => (typeof cell === "object" && cell !== null ? (cell.value ?? null) : cell));

describeWith("openpyxl", hasOpenpyxl)("files that openpyxl has damaged", () => {
  const repaired = new Map<string, string>();

  beforeAll(async () => {
    const file = files.write("案场.xlsx", await writeBook(siteBook()));
    execFileSync(python, [join(__dirname, "damage.py"), file, files.folder]);
  });

  test.each(Object.keys(found))("%s: found, repaired, nothing lost", async (name) => {
    const bytes = new Uint8Array(readFileSync(join(files.folder, `${name}.xlsx`)));
    const damages = damagesOf((await inspectSiteFile(bytes)).inspected, plan());
    expect(damages.map(({ problem }) => [problem.code, problem.caption ?? ""].join(" ").trim())).toEqual(
      expect.arrayContaining([...(found[name] ?? [])]),
    );
    const repair = await repairSiteFile(bytes, plan());
    expect(repair.lost).toEqual([]);
    // A missing sheet is offered, not forced.
    expect(repair.left.map(({ problem }) => problem.code)).toEqual(name === "rules" ? ["sheetMissing"] : []);
    const fixed = await repair.write(saved);
    repaired.set(name, files.write(`${name} 修好.xlsx`, fixed));
    const left = damagesOf((await inspectSiteFile(fixed)).inspected, plan(), { strict: true });
    expect(left.filter(({ sure }) => sure)).toEqual([]);
    const after = typed(await readBook(fixed));
    for (const [caption, cells] of Object.entries({ ...typed(siteBook()), ...changed[name] }))
      if (gone[name]?.test(caption) !== true)
        expect([caption, after[caption]?.slice(0, cells.length)]).toEqual([caption, cells]);
  });

  test("days that were moved without their format are shown as days again", async () => {
    const book = await readBook(new Uint8Array(readFileSync(repaired.get("columns") ?? "")));
    const [now, before] = [book, siteBook()].map((each) => {
      const place = placeOf(each, "Grades");
      if (!place) throw new Error("no table Grades");
      return place.table.columns.map(({ name }, at) => [
        name,
        lookAt(place.sheet, place.area.top + 1, place.area.left + at).numberFormat ?? "General",
      ]);
    });
    expect(now).toEqual(before);
  });

  test("all of them open in openpyxl again, every table with its headers", () => {
    const dumped = openpyxl("values", [...repaired.values()]);
    expect(dumped.map(({ error }) => error)).toEqual(dumped.map(() => undefined));
    expect(dumped).toHaveLength(Object.keys(found).length);
  });

  describeWith("the Open XML SDK", hasValidator)("by Microsoft's own rules", () => {
    test("what was repaired is a whole workbook again", () => {
      expect(validate([repaired.get("columns") ?? "", repaired.get("tables") ?? ""])).toEqual([]);
    });
  });

  describeWith("LibreOffice", hasLibreOffice)("computed anew", () => {
    const names = ["columns", "names", "tables"];
    let saved: readonly Uint8Array[];

    beforeAll(async () => {
      const whole = files.write("原样.xlsx", await writeBook(siteBook()));
      saved = recalculate([whole, ...names.map((name) => repaired.get(name) ?? "")], files.folder);
    });

    test("what the sheet computes is what it computed before the damage", async () => {
      const [before, ...after] = await Promise.all(saved.map((bytes) => readBook(bytes)));
      if (!before) throw new Error("LibreOffice saved nothing");
      for (const caption of ["客户姓名", "时间", "最近跟进", "下次跟进", "跟进状态"]) {
        const wanted = resultsOf(column(before, "Grades", caption));
        expect(wanted.some((cell) => cell !== null && cell !== "")).toBe(true);
        for (const [at, book] of after.entries())
          expect([names[at], caption, resultsOf(column(book, "Grades", caption))]).toEqual([
            names[at],
            caption,
            wanted,
          ]);
      }
    });

    test("a file that LibreOffice has saved has no damage", async () => {
      for (const bytes of saved)
        expect(damagesOf((await inspectSiteFile(bytes)).inspected, plan())).toEqual([]);
    });
  });
});
