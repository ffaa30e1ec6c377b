/** Which year tables are of hangs on one another: another header row of one has all of them looked at anew. */
import type { RawCell } from "../../src/domain/register/register";
import { type Chosen, chosenIn, type OldSource, withHeader } from "../../src/taskpane/adopt/old-source";

const headers = ["姓名", "手机", "来访日期", "业务员"];
const visit = (month: number): readonly RawCell[] => ["张三", `1380379${1000 + month}`, `${month}.5`, "王强"];
const source = (sheet: string, ...rows: readonly (readonly RawCell[])[]): OldSource => ({
  sheet,
  rows: [headers, ...rows].map((row) => [...row]),
  ...{ firstRow: 1, merges: [] },
});

const file = "2023来访.xlsx";
const yearsOf = (all: readonly Chosen[]) =>
  all.map(({ table }) => [table?.year, table?.rows.map(({ isYearInDoubt = false }) => isYearInDoubt)]);

test.each([
  ["the year is asked", [10, 11, 1]],
  ["the rows are told", [5, 6, 7, 1]],
])(
  "%s: with the turn gone by another header row, those beside are of the year that is said again",
  (_, months) => {
    const sources = months.map((month) => source(`${month}月`, visit(month), visit(month)));
    const turning = chosenIn(sources, file, []);
    const beside = (all: readonly Chosen[]) => yearsOf(all).slice(0, -1);
    const plain = chosenIn(sources.slice(0, -1), file, []);
    expect(yearsOf(turning)).not.toEqual(yearsOf(turning.map((each) => ({ ...each, table: each.alone }))));
    const at = months.length - 1;
    // By a row of answers: no column is known to be the day's.
    const mended = withHeader(turning, at, 2, file, []);
    expect(beside(mended)).toEqual(yearsOf(plain));
    expect(yearsOf(withHeader(mended, at, 1, file, []))).toEqual(yearsOf(turning));
  },
);
