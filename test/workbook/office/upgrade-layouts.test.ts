/**
 * R14: what stays in view and which way the page lies, in workbooks of versions 1 to 4 as these built them. What users
 * have set otherwise is theirs.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Book, Sheet } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { upgrade } from "../../../src/workbook/office/upgrade";
import { nextUpgrade } from "../../../src/workbook/plan/upgrade";
import { inspectBook } from "../../../src/workbook/xlsx/inspect-workbook";
import { repairSiteFile } from "../../../src/workbook/xlsx/repair-site-file";
import { readBook } from "../../../src/xlsx/read-book";
import { writeBook } from "../../../src/xlsx/write";
import { draw } from "../../domain/draw";
import { changed, ofVersion } from "../damaged-book";
import { plan } from "./damaged";
import { modelOf, sitDown } from "./desk";

const fixture = (version: number): Promise<Book> =>
  readBook(new Uint8Array(readFileSync(path.join(__dirname, `../../fixtures/version-${version}.xlsx`))));

/** "4/0 portrait": rows and columns in view, and the page. */
const laid = (book: Book, name: string): string => {
  const { freeze, print }: Partial<Sheet> = book.sheets.find((sheet) => sheet.name === name) ?? {};
  return `${freeze?.rows ?? 0}/${freeze?.columns ?? 0} ${print?.orientation ?? ""}`;
};
const layouts = (book: Book): string => `${laid(book, "定金回款")}, ${laid(book, "活动")}`;

/** As users have set it. */
const set = (book: Book, name: string, said: string): Book =>
  changed(book, name, (sheet) => {
    const [frozen = "", page] = said.split(" ");
    const [rows = 0, columns = 0] = frozen.split("/").map(Number);
    const { freeze: _, ...rest } = sheet;
    return {
      ...rest,
      ...(rows + columns > 0 && { freeze: { rows, columns } }),
      ...(sheet.print && {
        print: { ...sheet.print, orientation: page === "portrait" ? page : "landscape" },
      }),
    };
  });

const cases = draw(`
  | version | 定金回款      | 活动          | in front | after                         |
  | 4       | 4/0 landscape | 4/2 portrait  | 0        | 4/3 landscape, 4/2 landscape  |
  | 2       | 4/0 landscape | 4/2 portrait  | 0        | 4/3 landscape, 4/2 landscape  |
  | 4       | 4/0 portrait  | 2/2 portrait  | 0        | 4/3 portrait, 2/2 landscape   |
  | 4       | 3/0 landscape | 4/0 portrait  | 0        | 3/0 landscape, 4/0 landscape  |
  | 4       | 4/0 landscape | 4/2 portrait  | 1        | 4/4 landscape, 4/2 landscape  |
  | 4       | 4/0 landscape | 4/2 portrait  | 2        | 4/0 landscape, 4/2 landscape  |
`);

describe.each(cases)("version $version: $定金回款, $活动, $in front columns of theirs in front", (each) => {
  const opened = async (): Promise<Model> => {
    const built = ofVersion(Number(each["version"]))(await fixture(4));
    expect(layouts(built)).toBe("4/0 landscape, 4/2 portrait");
    const theirs = set(set(built, "定金回款", each["定金回款"] ?? ""), "活动", each["活动"] ?? "");
    const model = await modelOf(theirs);
    const own = Number(each["in front"]);
    if (own > 0) await model.userInsertsColumns("定金回款", 1, own);
    for (let n = 0; n < own; n++)
      await model.userEdits(
        { sheet: "定金回款", top: 3, left: 1 + n, cells: [[`我的${n}`], ["甲"]] },
        { from: "pasted" },
      );
    return model;
  };

  test("in Excel, of the oldest kind we know", async () => {
    const model = await opened();
    sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
    expect((await upgrade(plan())).left).toEqual([]);
    expect(layouts(model.toBook())).toBe(each["after"]);
  });

  test("in a file", async () => {
    const repair = await repairSiteFile(await writeBook((await opened()).toBook()), plan());
    expect(repair).toMatchObject({ isUpgraded: true, left: [] });
    expect(layouts(await readBook(await repair.write("2026-11-22T08:30:00Z")))).toBe(each["after"]);
  });
});

test("the first version's workbook: what it has is renewed, what it had not comes as it is built now", async () => {
  const book = await fixture(1);
  expect(laid(book, "活动")).toBe("4/2 portrait");
  const model = await modelOf(book);
  sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
  await upgrade(plan());
  const repair = await repairSiteFile(await writeBook(book), plan());
  for (const now of [model.toBook(), await readBook(await repair.write("2026-11-22T08:30:00Z"))])
    expect(layouts(now)).toBe("4/3 landscape, 4/2 landscape");
});

test("a sheet its site protects is left as it is, and nothing is asked", async () => {
  const model = await modelOf(changed(await fixture(4), "活动", (sheet) => ({ ...sheet, protection: {} })));
  sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
  expect((await upgrade(plan())).left).toEqual([]);
  expect(layouts(model.toBook())).toBe("4/3 landscape, 4/2 portrait");
});

test("version 5's 首页 is made anew in the step, not put right cell by cell", async () => {
  const model = await modelOf(await fixture(5));
  sitDown(model);
  expect((await upgrade(plan())).left).toEqual([]);
  const formulasOf = (book: Book): readonly string[] =>
    (book.sheets.find(({ name }) => name === "首页")?.blocks ?? [])
      .flatMap(({ rows }) => rows.flat())
      .flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.formula] : []))
      .sort();
  expect(formulasOf(model.toBook())).toEqual(formulasOf(plan()));
});

test("version 5's deposits, deals, due days and the quarter's plan are computed as now, by all rows", async () => {
  const renewed = (nextUpgrade(5)?.repairs(inspectBook(await fixture(5)), plan()) ?? []).flatMap((each) =>
    each.kind === "restoreFormula" ? [`${each.form} ${each.key} ${JSON.stringify(each.rows)}`] : [],
  );
  expect(renewed.sort()).toEqual([
    'careTasks status "all"',
    'deals paid "all"',
    'grades date "all"',
    'grades dueStatus "all"',
    'grades grade "all"',
    'grades lastContact "all"',
    'grades nextDue "all"',
    'instalments outstanding "all"',
    'instalments status "all"',
    'lostClients firstVisit "all"',
    'lostClients lastVisit "all"',
    'mortgagePapers status "all"',
    'progress plannedSalesSoFar "all"',
    'progress plannedUnitsSoFar "all"',
    'receipts depositStatus "all"',
  ]);
});
