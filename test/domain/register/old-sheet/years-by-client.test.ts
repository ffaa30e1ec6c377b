/** 收编 of follow-ups that stand by clients: their days go on by themselves, and none is before the first visit. */
import fc from "fast-check";
import {
  addDays,
  type CalendarDay,
  dayOfMonth,
  monthOf,
  yearOf,
} from "../../../../src/domain/kit/calendar-day";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping, matchesAs } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { yearsByClient } from "../../../../src/domain/register/old-sheet/years-by-client";
import { ofYear } from "../../../../src/domain/register/old-sheet/old-year";
import { draw } from "../../draw";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

/** "甲 11.5 1.6": a client's days, a row each. */
const sheetOfClients = (clients: string, title: string) =>
  sheetOf(
    [
      `| ${title} | < | < | < |`,
      "| 客户 | 日期 | 跟进情况 | 置业顾问 |",
      ...clients.split("；").flatMap((client) => {
        const [name = "", ...days] = client.split(" ");
        return days.map((day, at) => `| ${name} | '${day} | 第${at + 1}次说的话 | 李娜 |`);
      }),
    ].join("\n"),
    { sheet: "跟进" },
  );

const tableOf = (clients: string, title: string) => {
  const [table] = oldTablesIn(sheetOfClients(clients, title));
  if (table?.form !== "followUps") throw new Error("no follow-ups");
  return table;
};

/** "+1" a year later than the one said, as told; "?" of the year said, in doubt. */
const yearsOf = (clients: string, title = "2023年客户跟进表"): string => {
  const { rows, year } = tableOf(clients, title);
  return rows
    .map(({ yearsLater = 0, isYearInDoubt, isYearConcluded }) => {
      const told = `${isYearConcluded ? "!" : ""}${isYearInDoubt ? "?" : ""}`;
      return `${year === undefined ? (yearsLater === 0 ? "-" : `-${yearsLater}`) : year + yearsLater}${told}`;
    })
    .join(" ");
};

test.each(
  draw(`
    | clients                                   | years                              | why                                        |
    | 甲 11.5 1.6；乙 3.6 5.2；丙 4.8           | 2023 2024! 2023 2023 2023          | a year's end of one client is no other's   |
    | 甲 3.5 3.8 12.30 1.3；乙 3.6 3.20         | 2023 2023 2023 2024! 2023? 2023?   | told, where the whole may go on as well    |
    | 甲 3.5 6.20；乙 3.6 12.2；丙 3.8 5.8      | 2023 2023 2023 2023 2023 2023      | within a year                              |
    | 甲 1.6 11.5；乙 5.2 3.6；丙 8.1 4.8       | 2023 2022! 2023 2023 2023 2023     | the newest first                           |
    | 甲 9.5 2.3；乙 3.6 5.2；丙 4.8            | 2023 2023? 2023 2023 2023          | months left out, or disorder: told         |
    | 甲 2022.12.5 1.6；乙 3.6 5.2              | 2022 2023 2023 2023                | a year that is written tells its client's  |
  `),
)("$clients: $why", ({ clients = "", years }) => {
  expect(yearsOf(clients)).toBe(years);
});

test("a year said to be whole has nothing of another", () => {
  expect(yearsOf("甲 11.5 1.6；乙 3.6 5.2", "2023年度跟进表")).toBe("2023 2023? 2023 2023");
});

test("no year is said: people are asked, and each client begins in the one they say", () => {
  expect(yearsOf("甲 11.5 1.6；乙 3.6 5.2", "客户跟进表")).toBe("- -1 - -");
});

test("clients' days, each in order from a day of the year said, are read as they were", () => {
  const first = "2023-01-01" as CalendarDay;
  const client = fc.record({
    from: fc.integer({ min: 0, max: 364 }),
    steps: fc.array(fc.integer({ min: 0, max: 89 }), { minLength: 1, maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(client, { minLength: 2, maxLength: 6 }), (clients) => {
      const days = clients.map(({ from, steps }) => {
        let at = from;
        return [from, ...steps.map((step) => (at += step))].map((days) => addDays(first, days));
      });
      const drawn = days.map((own, at) =>
        [`示例${"甲乙丙丁戊己".charAt(at)}`, ...own.map((day) => `${monthOf(day)}.${dayOfMonth(day)}`)].join(
          " ",
        ),
      );
      const read = yearsOf(drawn.join("；")).split(" ");
      expect(read.map((year) => Number(year.slice(0, 4)))).toEqual(days.flat().map(yearOf));
      // Another year than the title's is told.
      for (const year of read) if (!year.startsWith("2023")) expect(year).toMatch(/[!?]$/u);
    }),
    { numRuns: 50 },
  );
});

test("each day is looked at as often in a long register as in a short one", () => {
  const looksFor = (clients: number): number => {
    let looks = 0;
    const counted = <Item>(items: readonly Item[]): readonly Item[] =>
      new Proxy(items, {
        get: (all, key) => {
          if (typeof key === "string" && /^\d+$/u.test(key)) looks++;
          return Reflect.get(all, key) as unknown;
        },
      });
    const days = Array.from({ length: clients }, (_, at) => [
      { month: 2 + (at % 9), day: 5 },
      { month: 2 + (at % 9), day: 20 },
      { month: 3 + (at % 9), day: 1 },
    ]);
    const found = yearsByClient(
      counted(days.flat()),
      { from: 2023, to: 2023 },
      counted(days.flatMap((own, at) => own.map(() => at * 3))),
    );
    expect(found?.later).toHaveLength(clients * 3);
    return looks / clients;
  };
  expect(looksFor(200)).toBeCloseTo(looksFor(20), -1);
});

const visits = (days: string) =>
  sheetOf(
    [
      "| 来访日期 | 姓名 | 电话 | 置业顾问 |",
      ...days
        .split("；")
        .map((each) => each.split(" "))
        .map(([name = "", day = ""], at) => `| ${day} | ${name} | '1380379100${at} | 李娜 |`),
    ].join("\n"),
  );

const followed = (clients: string, first: string, year?: number) => {
  const [came] = oldTablesIn(visits(first));
  if (came === undefined) throw new Error("no visits");
  const oldOf = (table: typeof came) => ({
    ...table,
    mapping: guessedMapping(table, table.form, matchesAs(table, table.form)),
  });
  const book = bookOf();
  const there = written(book, adopt(book, oldOf(came), { today }).changes);
  const table = ofYear(tableOf(clients, "2023年客户跟进表"), year);
  const years = year ?? table.year;
  const found = adopt(there, oldOf(table), { today, ...(years === undefined ? {} : { year: years }) });
  const said = found.fates.map((fate) => {
    const findings = fate.kind === "rejected" ? fate.reasons : "hints" in fate ? fate.hints : [];
    return findings.map(({ code }) => code).join(" ");
  });
  const days = cellsOf(written(there, found.changes), "followUps").map(({ contactedAt, nextAt }) =>
    [contactedAt, nextAt].filter((each) => each !== undefined && each !== null).join(" → "),
  );
  return { days: days.slice(cellsOf(there, "followUps").length), said };
};

describe("never before the client's first visit", () => {
  const first = "甲一 2023-03-01；乙二 2023-10-01；丙三 2023-10-05";

  test("a day nearer to it a year later is of that year, and told", () => {
    const { days, said } = followed("乙二 1.6 2.8；甲一 3.6 5.2", first);
    expect(said).toEqual(["yearAfterVisit", "yearAfterVisit", "", ""]);
    expect(days).toEqual(["2023-03-06 00:00", "2023-05-02 00:00", "2024-01-06 00:00", "2024-02-08 00:00"]);
  });

  test("nor where people say the year for all rows", () => {
    const { days, said } = followed("甲一 11.5 1.6；乙二 10.3 10.4", first, 2023);
    expect(said).toEqual(["", "yearAfterVisit", "", ""]);
    expect(days.at(-1)).toBe("2024-01-06 00:00");
  });

  test("a year that is said is believed shortly before it, and where the next is to come: told", () => {
    const { days, said } = followed("丙三 9.30 10.6；乙二 8.1 10.8", first);
    expect(said).toEqual(["saidBeforeVisit", "", "saidBeforeVisit", ""]);
    expect(days).toEqual(["2023-08-01 00:00", "2023-09-30 00:00", "2023-10-06 00:00", "2023-10-08 00:00"]);
  });

  test("a year later that is still before it tells nothing: the year that is said stays, told", () => {
    const { days, said } = followed("甲一 5.2 6.2；乙二 10.3 10.4", first, 2021);
    expect(said.slice(0, 2)).toEqual(["saidBeforeVisit", "saidBeforeVisit"]);
    expect(days.slice(0, 2)).toEqual(["2021-05-02 00:00", "2021-06-02 00:00"]);
  });

  test("where the order of rows alone tells a year shortly before it, people are asked", () => {
    const { said } = followed("丁四 3.2 2.15 12.30；甲一 5.2 3.6", "甲一 2023-03-01；丁四 2023-01-10");
    expect(said[2]).toBe("yearBeforeVisit");
  });
});
