/** 首页's table of consultants adds up to all there is, however many consultants a site has; run by LibreOffice. */
import { parseArea } from "../../src/book/address";
import type { Change } from "../../src/domain/register/change";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { newSite, onDay, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const names = [..."甲乙丙丁戊己庚辛壬癸子丑寅"].map((first) => `${first}某`);

/** Each of them has received one client today; so has somebody who is on no list. */
const received = (consultants: readonly string[]): readonly Change[] =>
  [...consultants, "离职者"].flatMap((consultant, at): readonly Change[] => {
    const clientId = `LY-KH${String(at + 1).padStart(3, "0")}`;
    return [
      { kind: "append", form: "visitors", row: { clientId, visitDate: today, consultant, name: "客户" } },
      { kind: "append", form: "grades", row: { clientId, consultant, reachedC: today } },
    ];
  });

describeWith("LibreOffice", hasLibreOffice)("computed by LibreOffice", () => {
  const lines: (readonly unknown[])[][] = [];
  beforeAll(async () => {
    const paths: string[] = [];
    for (const count of [2, 12, 13]) {
      const consultants = names.slice(0, count);
      const book = fillBook(planWorkbook({ ...newSite, consultants }, today), received(consultants));
      paths.push(files.write(`team-${count}.xlsx`, await writeBook(onDay(book, today))));
    }
    for (const bytes of recalculate(paths, files.folder)) {
      const home = (await readSheets(bytes)).sheets.find(({ name }) => name === "首页");
      const { top = 0, bottom = 0 } = parseArea("B30:I42") ?? {};
      lines.push(
        Array.from({ length: bottom - top + 1 }, (_, at) => {
          const row = home?.rows.find((each) => each.row === top + at);
          // Name, 在跟客户, 七天内, 本周来访.
          return [1, 2, 5, 6].map((column) => (row === undefined ? undefined : valueAt(row, column)));
        }).filter(([name]) => name !== undefined && name !== ""),
      );
    }
  });

  const one = (name: string): readonly unknown[] => [name, 1, 1, 1];

  test("few: whose clients are nobody's on the list have a line", () => {
    expect(lines[0]).toEqual([one("甲某"), one("乙某"), one("不在名单"), ["合计", 3, 3, 3]]);
  });

  test("just so many as there are lines: each has one", () => {
    expect(lines[1]?.slice(-2)).toEqual([one("丑某"), ["合计", 13, 13, 13]]);
    expect(lines[1]).toHaveLength(13);
  });

  test("more: the last line is all the others'", () => {
    expect(lines[2]?.slice(-3)).toEqual([one("子某"), ["其余 2 位", 3, 3, 3], ["合计", 14, 14, 14]]);
  });
});
