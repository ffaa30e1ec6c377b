/** 收编: one year said of several sheets. */
import { yearsInTurn } from "../../../src/domain/register/old-year";

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
