import fc from "fast-check";
import { readTyped, serialOfDay } from "../../src/excel-host/model/typing";

const today = () => new Date(2026, 10, 22);

const cases: readonly (readonly [string, unknown, string?])[] = [
  ["张三", "张三"],
  ["12", 12],
  [" 12 ", 12],
  ["-1,234.50", -1234.5, "#,##0.00"],
  ["1,23", "1,23"],
  ["(12)", -12],
  ["12%", 0.12, "0%"],
  ["12.5%", 0.125, "0.00%"],
  ["1e3", 1000, "0.00E+00"],
  ["007", 7],
  ["310101199001011234", 310101199001011000],
  ["¥1,200", 1200, "¥#,##0"],
  ["true", true],
  ["#N/A", "#N/A"],
  ["'12", "12"],
  ["=", "="],
  ["2024-03-05", 45356, "yyyy/m/d"],
  ["2024/3/5", 45356, "yyyy/m/d"],
  ["2024年3月5日", 45356, "yyyy/m/d"],
  ["24-3-5", 45356, "yyyy/m/d"],
  ["2024-02-30", "2024-02-30"],
  ["2024.3.5", "2024.3.5"],
  ["3/5", 46086, 'm"月"d"日"'],
  ["14:30", 0.6041666666666666, "h:mm"],
  ["2024-03-05 12:00", 45356.5, "yyyy/m/d h:mm"],
  ["25:00", "25:00"],
  ["1-2栋", "1-2栋"],
  ["/", "/"],
  ["+86 138", "+86 138"],
  ["13800000000", 13800000000],
  ["310101199001011999", 310101199001011000],
];

test.each(cases.map(([text, value, format]) => [text, value, format] as const))(
  "%s",
  (text, value, format) => {
    expect(readTyped(text, today)).toEqual({
      kind: "value",
      value,
      ...(format === undefined ? {} : { format }),
    });
  },
);

test("what begins with = is a formula", () => {
  expect(readTyped("=SUM(A1)", today)).toEqual({ kind: "formula", formula: "=SUM(A1)" });
});

test("serials of the 1900 system, with its leap year that was none", () => {
  expect([serialOfDay(1900, 1, 1), serialOfDay(1900, 2, 28), serialOfDay(1900, 3, 1)]).toEqual([1, 59, 61]);
});

test("every number written as JavaScript writes it is read back, to 15 digits", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
      const typed = readTyped(String(number), today);
      expect(typed).toMatchObject({ kind: "value", value: Number(number.toPrecision(15)) });
    }),
  );
});
