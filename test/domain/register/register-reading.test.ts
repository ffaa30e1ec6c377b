import fc from "fast-check";
import { fieldsOf } from "../../../src/domain/form/form";
import { formOf, registerKeys } from "../../../src/domain/forms/index";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { readRow } from "../../../src/domain/register/check-row";
import { isEmptyCell } from "../../../src/domain/register/read-answer";
import type { RawCell, Register } from "../../../src/domain/register/register";
import { readRegister, rowOf } from "../../../src/domain/register/register-reading";
import { site as siteOf } from "./book-of";

const today = "2026-11-22" as CalendarDay;
const site = siteOf();

/** What stands in cells: right, spelled otherwise, wrong, nothing, and what a formula leaves behind. */
const cell = fc.oneof(
  fc.constantFrom<RawCell>(
    ...[
      null,
      "",
      " ",
      "/",
      "／",
      "无",
      "-",
      "#N/A",
      "Err:502",
      "E",
      "E区",
      "张三",
      " 张三",
      "张\n三",
      "李  四",
    ],
    ...[
      "A",
      "Ａ",
      "b级",
      "男",
      "路过、听说",
      "路过,听说",
      "LY-ZS001",
      "ly-zs001",
      "138 0379 1234",
      "1380379123",
    ],
    ...["2026-03-05", "2026.3.5", "85万", "3/2", 46000, 46000.5, 30, 13803791234, true, false],
  ),
  fc.string(),
  fc.double({ noNaN: true }),
);

const registerOf = (key: (typeof registerKeys)[number], rows: readonly (readonly RawCell[])[]): Register => {
  const form = formOf(key);
  return {
    form,
    sheet: form.sheet,
    firstRow: 5,
    count: rows.length,
    columns: new Map(
      fieldsOf(form).map(([name], at) => [name, rows.map((row) => row[at % row.length] ?? null)] as const),
    ),
    missing: [],
    strangers: [],
  };
};

describe("a register read column by column", () => {
  it("says of every row what the row read by itself says", () => {
    const drawn = fc.record({
      key: fc.constantFrom(...registerKeys),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(drawn, ({ key, rows }) => {
        const register = registerOf(key, rows);
        const about = { site, today };
        const reading = readRegister(register, about);
        for (let index = 0; index < register.count; index++) {
          const cells = Object.fromEntries(
            [...register.columns].map(([name, column]) => [name, column[index] ?? null]),
          );
          const typed = fieldsOf(register.form).some(
            ([name, { kind }]) => kind !== "computed" && !isEmptyCell(cells[name]),
          );
          expect(reading.isFilled(index)).toBe(typed);
          if (!typed) {
            expect(rowOf(reading, index)).toBeUndefined();
            continue;
          }
          const { answers, findings } = readRow(register.form, cells, about);
          expect(rowOf(reading, index)).toEqual(answers);
          const told = (found: typeof findings) => found.map((each) => JSON.stringify(each)).sort();
          expect(told(reading.findings(index))).toEqual(told(findings));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("counts what its rows say, but for columns that are lost", () => {
    const drawn = fc.record({
      key: fc.constantFrom(...registerKeys),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 }),
      lost: fc.nat(40),
    });
    fc.assert(
      fc.property(drawn, ({ key, rows, lost }) => {
        const whole = registerOf(key, rows);
        const columns = new Map([...whole.columns].filter((_, at) => at !== lost));
        const reading = readRegister({ ...whole, columns }, { site, today });
        const tally = { error: 0, warning: 0, hint: 0 };
        for (let index = 0; index < whole.count; index++)
          for (const { severity, key: at } of reading.isFilled(index) ? reading.findings(index) : [])
            if (at === undefined || columns.has(at)) tally[severity]++;
        expect(reading.tally()).toEqual(tally);
      }),
      { numRuns: 300 },
    );
  });

  it("is read once, and anew for another day", () => {
    const register = registerOf("visitors", [["张三"]]);
    const about = { site, today };
    expect(readRegister(register, { ...about })).toBe(readRegister(register, about));
    expect(readRegister(register, { ...about, today: "2026-11-23" as CalendarDay })).not.toBe(
      readRegister(register, about),
    );
  });
});
