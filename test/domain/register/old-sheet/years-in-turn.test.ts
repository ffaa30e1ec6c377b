/** 收编: one year said of several sheets. */
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { withYearsAcross, yearsInTurn } from "../../../../src/domain/register/old-sheet/years-in-turn";
import { draw } from "../../draw";
import { sheetOf } from "./old-sheets-of";

const sheet = (...days: readonly string[]) => ({ days: days.map((cell) => ({ cell })) });

test.each([
  [
    "months that go on over a year's end",
    [["11.5", "11.20"], ["12.5"], ["1.5"], ["2.3"]],
    [2023, 2023, 2024, 2024],
  ],
  [
    "a sheet for each consultant",
    [
      ["1.5", "12.20"],
      ["1.8", "12.3"],
    ],
    [2023, 2023],
  ],
  ["months within a year", [["3.5"], ["4.5"], ["5.5"]], [2023, 2023, 2023]],
  ["sheets from the last month to the first", [["12.5"], ["11.5"], ["10.5"]], [2023, 2023, 2023]],
  [
    "sheets from the last month to the first, over a year's end",
    [["2.5"], ["1.5"], ["12.5"], ["11.5"]],
    [2023, 2023, 2022, 2022],
  ],
  [
    "a sheet whose days have their year, and an empty one",
    [["12.5"], ["2023-06-01"], [], ["1.5"]],
    [2023, 2023, 2023, 2024],
  ],
])("%s", (_, sheets, years) => {
  expect(
    yearsInTurn(
      sheets.map((days) => sheet(...days)),
      2023,
    ),
  ).toEqual(years);
});

test("a sheet that goes over a year's end itself", () => {
  const over = { days: [{ cell: "12.5" }, { cell: "1.5", yearsLater: 1 }] };
  expect(yearsInTurn([over, sheet("2.5")], 2023)).toEqual([2023, 2024]);
  expect(yearsInTurn([sheet("11.5"), over, sheet("1.8")], 2023)).toEqual([2023, 2023, 2024]);
});

/** A tab for each word: "11" is a tab 11月 with days of November, "3-12" one of those months; "1/2024" says its year itself. */
const tabsOf = (drawn: string, title: string) =>
  drawn.split(" ").map((tab) => {
    const [span = "", year] = tab.split("/");
    const [from = 0, to = from] = span.split("-").map(Number);
    const rows = Array.from({ length: to - from + 1 }, (_, at) => {
      const day = `${from + at}月5日`;
      return `| '${year === "written" ? `2023年${day}` : day} | 示例${from + at} | 138037910${10 + from + at} |`;
    });
    const name = year === undefined || year === "written" ? `${span}月` : `${year}年${span}月`;
    return sheetOf([`| ${title} | < | < |`, "| 日期 | 姓名 | 电话 |", ...rows].join("\n"), { sheet: name });
  });

const yearsOf = (drawn: string, title = "来访登记", fileName = "2023来访登记.xlsx"): string =>
  withYearsAcross(
    tabsOf(drawn, title).flatMap((cells) => oldTablesIn(cells, { fileName })),
    fileName,
  )
    .map(({ year, rows }) => `${year ?? "asked"}${rows.some((row) => row.isYearInDoubt) ? "?" : ""}`)
    .join(" ");

describe("one year said of the file, and its tabs go over a year's end", () => {
  test.each(
    draw(`
    | tabs                      | years                     | why                                     |
    | 11 12 1                   | asked asked asked         | of 2022 or of 2024: nobody knows        |
    | 12 1                      | asked asked               |                                         |
    | 2 1 12 11                 | asked asked asked asked   | from the last to the first              |
    | 2-12 1                    | 2023 2024                 | what fills the year is the year's       |
    | 12 1-11                   | 2022 2023                 |                                         |
    | 3-12 1 2                  | 2023 2024 2024            |                                         |
    | 11 12/written 1           | 2023 2023 2024            | a year that is written tells the others |
    | 11 12 1/written           | 2022 2022 2023            |                                         |
    | 11/2023 12/2023 1/2023    | 2023 2023 2023            | each says its own                       |
    | 11/2023 12/2023 1/2024    | 2023 2023 asked           | and contradicts the file                |
    | 5 6 7 1 2                 | 2023 2023 2023 2023? 2023? | disorder, or a year's end: told         |
    | 1 2 3                     | 2023 2023 2023            | within a year                           |
    | 3 2 1                     | 2023 2023 2023            |                                         |
    | 5 1                       | 2023 2023                 | two in either order                     |
    | 3 1 2 4                   | 2023 2023 2023 2023       | in no order                             |
    | 1-12 1-12                 | 2023 2023                 | a tab for each consultant               |
    `),
  )("$tabs: $years $why", ({ tabs = "", years }) => {
    expect(yearsOf(tabs)).toBe(years);
  });

  test("a year said to be whole has nothing of another: those behind its end are looked at", () => {
    expect(yearsOf("11 12 1", "2023年度来访登记")).toBe("2023 2023 2023?");
  });

  test("nothing said: asked as ever", () => {
    expect(yearsOf("11 12 1", "来访登记", "来访.xlsx")).toBe("asked asked asked");
  });
});
