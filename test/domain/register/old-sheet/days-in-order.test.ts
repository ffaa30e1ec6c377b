/** 收编: days typed as numbers, whose last nought is lost. */
import fc from "fast-check";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { withDaysInOrder } from "../../../../src/domain/register/old-sheet/days-in-order";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const adopted = (days: string, title = "2023年来访登记") => {
  const rows = days.split(" ").map((day, at) => `| ${day} | 示例${at} | ${13803791000 + at} | 李娜 |`);
  const [table] = oldTablesIn(
    sheetOf([`| ${title} | < | < | < |`, "| 日期 | 姓名 | 电话 | 顾问 |", ...rows].join("\n")),
  );
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const year = table.year === undefined ? {} : { year: table.year };
  return adopt(bookOf(), { ...table, mapping }, { today, ...year });
};

/** "3-10!" concluded, and told; "?" asked. */
const daysOf = (days: string): string => {
  const { fates, changes } = adopted(days);
  const taken = changes.flatMap((each) =>
    each.kind === "append" && each.form === "visitors" ? [String(each.row["visitDate"]).slice(5)] : [],
  );
  const byName = new Map(
    changes.flatMap((each) =>
      each.kind === "append" && each.form === "visitors"
        ? [[String(each.row["name"]), String(each.row["visitDate"]).slice(5)] as const]
        : [],
    ),
  );
  expect(taken).toHaveLength(byName.size);
  return fates
    .map((fate) => {
      if (fate.kind === "rejected")
        return fate.reasons.map(({ code }) => (code === "firstOrTenth" ? "?" : code)).join();
      const hints = "hints" in fate ? fate.hints : [];
      return `${byName.get(fate.name) ?? ""}${hints.some(({ code }) => code === "dayConcluded") ? "!" : ""}`;
    })
    .join(" ");
};

test.each(
  draw(`
    | days                                         | read                                                                        | why                             |
    | 3.1 3.2 3.5 3.9 3.1 3.11 3.2 3.21 3.3 3.31   | 03-01! 03-02! 03-05 03-09 03-10! 03-11 03-20! 03-21 03-30! 03-31            | the rows go on                  |
    | 3.31 3.3 3.11 3.1 3.9 3.1                    | 03-31 03-30! 03-11 03-10! 03-09 03-01!                                      | or back                         |
    | 3.5 3.1 3.12 4.1 4.5                         | 03-05 03-10! 03-12 04-01! 04-05                                             | from month to month             |
    | 2.28 3.1 3.2 3.15                            | 02-28 03-01! 03-02! 03-15                                                   | one concluded bounds the one above |
    | 2.28 3.1 3.11                                | 02-28 ? 03-11                                                               | both fit                        |
    | 3.5 3.12 3.7 3.1 3.15                        | 03-05 03-12 03-07 ? 03-15                                                   | the rows are in no order        |
    | 3.1 3.1 3.2                                  | ? ? ?                                                                       | nothing else is there           |
    | 2.28 2.3 3.5                                 | 02-28 02-03 03-05                                                           | there is no 2月30日             |
    | 2.3 2.1 3.5                                  | 02-03 02-10! 03-05                                                          | one that is sure bounds others  |
  `),
)("$days: $why", ({ days = "", read }) => {
  expect(daysOf(days)).toBe(read);
});

test("days in order are read as they were, or asked about", () => {
  const day = fc
    .record({ month: fc.integer({ min: 2, max: 5 }), date: fc.integer({ min: 1, max: 30 }) })
    .filter(({ month, date }) => month > 2 || date < 29);
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 25 }), fc.boolean(), (all, isDown) => {
      const sorted = [...all].sort((a, b) => a.month * 100 + a.date - b.month * 100 - b.date);
      const days = isDown ? sorted.reverse() : sorted;
      const read = daysOf(days.map(({ month, date }) => Number(`${month}.${date}`)).join(" "));
      for (const [at, said] of read.split(" ").entries()) {
        const { month = 0, date = 0 } = days[at] ?? {};
        const two = (n: number): string => String(n).padStart(2, "0");
        if (said !== "?") expect(said.replace("!", "")).toBe(`${two(month)}-${two(date)}`);
      }
    }),
    { numRuns: 50 },
  );
});

test("over a year's end the order goes on: 1.1 between 12.28 and 1.5 is the first", () => {
  const rows = [12.28, 1.1, 1.5].map((day, at) => ({ row: at + 5, cells: [day], original: [day] }));
  expect(withDaysInOrder(rows, 0).map(({ cells }) => cells[0])).toEqual([12.28, "1月1日", 1.5]);
});

test("what is asked names both days", () => {
  const [, fate] = adopted("2.28 3.1 3.11").fates;
  const [reason] = fate?.kind === "rejected" ? fate.reasons : [];
  expect(reason && say(reason, "zh").says).toBe("“3.1”写成了数字，看不出是 3月1日还是3月10日");
});

test("a phone broken over a line is one, where no line is a number by itself", () => {
  const said = [
    "138 0379\\n1259",
    "0379-6391\\n2345",
    "13803791253\\n13803791254",
    "13803791255\\n1234",
    "138\\n0379",
  ];
  const rows = said.map((phone, at) => `| 2023-3-5 | 示例${at} | ${phone} | 李娜 |`);
  const [table] = oldTablesIn(sheetOf(["| 来访日期 | 姓名 | 电话 | 顾问 |", ...rows].join("\n")));
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const { fates, changes } = adopt(bookOf(), { ...table, mapping }, { today });
  expect(fates.map(({ kind }) => kind)).toEqual(["taken", "taken", "taken", "taken", "rejected"]);
  const phones = changes.flatMap((each) =>
    each.kind === "append" && each.form === "visitors" ? [[each.row["mobile"], each.row["phone"]]] : [],
  );
  expect(phones.slice(0, 3)).toEqual([
    ["138 0379 1259", undefined],
    [undefined, "0379-6391 2345"],
    ["138 0379 1253", "138 0379 1254"],
  ]);
});
