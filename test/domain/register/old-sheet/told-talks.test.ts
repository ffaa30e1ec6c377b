/** 收编 of several talks told in one cell, each with its day. */
import fc from "fast-check";
import {
  addDays,
  type CalendarDay,
  dayOfMonth,
  monthOf,
  yearOf,
} from "../../../../src/domain/kit/calendar-day";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { guessedMapping, matchesAs } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { SiteBook } from "../../../../src/domain/register/site";
import { toldTalks } from "../../../../src/domain/register/old-sheet/told-talks";
import { draw } from "../../draw";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const since = "2023-03-05" as CalendarDay;
const now = "2024-03-01" as CalendarDay;

const shown = (said: string, from: CalendarDay = since): string => {
  const told = toldTalks(said, from, now, ["李娜", "王强"]);
  if (told === undefined) return "as it is";
  const talks = told.talks.map(({ at, method, consultant, notes }) =>
    [at.replace(" 00:00", "").replace(/^2023-/u, ""), method ?? "?", consultant ?? "", notes]
      .filter((part) => part !== "")
      .join(" "),
  );
  return [...(told.before === "" ? [] : [told.before]), ...talks].join(" / ");
};

describe("a cell", () => {
  test.each(
    draw(`
    | said                                                | told                                              |
    | 3.5 电话回访：说要考虑；3.9 来访：带家人看房；3月12日 微信发户型图 | 03-05 电话 电话回访：说要考虑 / 03-09 来访 来访：带家人看房 / 03-12 微信 微信发户型图 |
    | 看三房。3.6电话，没接\\n3.9来访                     | 看三房。 / 03-06 电话 电话，没接 / 03-09 来访 来访 |
    | ３．６：电话没接；３．９：微信发图                  | 03-06 电话 电话没接 / 03-09 微信 微信发图         |
    | 3-6 说要考虑；3-9 带家人来看                        | 03-06 ? 说要考虑 / 03-09 ? 带家人来看             |
    | 3/6 14:30 短信；3/9 上门拜访                        | 03-06 14:30 短信 短信 / 03-09 上门拜访 上门拜访   |
    | 1、3月6日电话没接。\\n2、3月9号复访算价。           | 03-06 电话 电话没接。 / 03-09 来访 复访算价。     |
    | ①3月8日电话：没接②3月12日：来看③3月20日：定房      | 03-08 电话 电话：没接 / 03-12 来访 来看 / 03-20 ? 定房 |
    | 3/8李娜电话：问价\\n3/12王强接待：看样板间\\n4/1 交定金 | 03-08 电话 李娜 李娜电话：问价 / 03-12 来访 王强 王强接待：看样板间 / 04-01 ? 交定金 |
    | 3.8电:不接；3.9短信；（3.11）来访；                 | 03-08 电话 电:不接 / 03-09 短信 短信 / 03-11 来访 来访 |
    | 第一次：2023.3.8 问价；第二次：2023.3.15 看房       | 03-08 ? 问价 / 03-15 ? 看房                       |
    | 3.8 问价；3.9 带家人来访                            | 03-08 ? 问价 / 03-09 来访 带家人来访              |
    | 3.8 问价；3.9 说周末来访                            | 03-08 ? 问价 / 03-09 ? 说周末来访                 |
    | 3.8 问价；3.9 未来访；3.10 提醒来访                 | 03-08 ? 问价 / 03-09 ? 未来访 / 03-10 ? 提醒来访  |
    | 2023.3.6 电话；23.12.9 微信；1.5 电话拜年           | 03-06 电话 电话 / 12-09 微信 微信 / 2024-01-05 电话 电话拜年 |
    | 2023年3月6日说考虑；同年3月9日来访                  | as it is                                          |
    | 3.8、3.12、3.20 电话                                | 03-08 电话 电话 / 03-12 电话 电话 / 03-20 电话 电话 |
    | 3.8，3.12，3月20日电话没接；4.1 来访                | 03-08 电话 电话没接 / 03-12 电话 电话没接 / 03-20 电话 电话没接 / 04-01 来访 来访 |
    | 3.20、3.12 电话                                     | as it is                                          |
    | 3.8、13.12 电话                                     | as it is                                          |
    | 3.8、3.12                                           | as it is                                          |
    | 3.8、3.5万 电话                                     | as it is                                          |
    | 3.6电话；3.6微信                                    | 03-06 电话 电话 / 03-06 微信 微信                 |
    | 3.6 电话：3.15日前答复；3.20 微信：不买了           | 03-06 电话 电话：3.15日前答复 / 03-20 微信 微信：不买了 |
    | 3.6 电话没接；3.15前答复；3.20 微信                 | 03-06 电话 电话没接；3.15前答复 / 03-20 微信 微信 |
    | 3.6 电话，3.9 来访                                  | as it is                                          |
    | 3.6 电话没接                                        | as it is                                          |
    | 3.6 电话没接；3.9 再约                              | as it is                                          |
    | 3.6 电话没接；3.9                                   | as it is                                          |
    | 3.6 电话没接；3.9 交房                              | as it is                                          |
    | 3.6 25:00 电话；3.9 来访                            | as it is                                          |
    | 12.20 电话；5.6 微信                                | as it is                                          |
    | 3.9 来访；3.6 电话没接                              | as it is                                          |
    | 3.4 电话；3.9 来访                                  | as it is                                          |
    | 3.6 电话；2.3 来访                                  | as it is                                          |
    | 3.6 电话；2024.3.2 来访                             | as it is                                          |
    | 3.6 电话；2023.3.1 来访                             | as it is                                          |
    | 2.30 电话；3.9 来访                                 | as it is                                          |
    | 3.5万一平；3.9万一平                                | as it is                                          |
    | 3.5 米层高；3.9 米层高                              | as it is                                          |
    | 12.8㎡；10.5㎡                                      | as it is                                          |
    | 3.5-4.2 之间；5.5-6.0 之间                          | as it is                                          |
    | 3/2户型；4/2户型                                    | as it is                                          |
    | 3-2-501；5-1-302                                    | as it is                                          |
    | 1.5倍；2.5%                                         | as it is                                          |
    | 3.5w；4.2w                                          | as it is                                          |
    | V3.5；V3.9 说明                                     | as it is                                          |
    | 13.5 电话；3.45 电话                                | as it is                                          |
    | 看三房；首付三成                                    | as it is                                          |
  `),
  )("$said: $told", ({ said = "", told }) => {
    expect(shown(said)).toBe(told);
  });

  test("of days behind the year's end half a year at most: later ones are rather days before", () => {
    expect(shown("12.6 电话；1.9 来访", "2023-12-05" as CalendarDay)).toBe(
      "12-06 电话 电话 / 2024-01-09 来访 来访",
    );
    expect(shown("3.6 电话；3.1 来访", "2022-03-05" as CalendarDay)).toBe("as it is");
    expect(shown("8.31 电话；3.1 来访", "2023-07-05" as CalendarDay)).toBe(
      "08-31 电话 电话 / 2024-03-01 来访 来访",
    );
    expect(shown("8.29 电话；2.29 来访", "2023-07-05" as CalendarDay)).toBe("as it is");
  });

  test("loses no word, and never goes back", () => {
    const sign = fc.constantFrom(
      ..."0123456789",
      "月",
      "日",
      "年",
      ".",
      "-",
      "；",
      "\n",
      "。",
      "电话",
      "来访",
      "说",
      "万",
      "①",
      "（",
      "）",
      "第二次：",
      " ",
      "：",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const said = signs.join("");
        const told = toldTalks(said, since, now);
        if (told === undefined) return;
        let from = 0;
        let last: string = since;
        for (const { day, notes } of told.talks) {
          const at = said.indexOf(notes, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + notes.length;
          expect(day >= last && day <= now).toBe(true);
          last = day;
        }
        expect(said.startsWith(told.before, said.indexOf(told.before))).toBe(true);
        const left = [told.before, ...told.talks.map(({ notes }) => notes)].reduce(
          (rest, part) => rest.replace(part, ""),
          said,
        );
        expect(left).toMatch(/^[\d年月日号./、:：,，;；。\s①（）第二次-]*$/u);
      }),
      { numRuns: 2000 },
    );
  });
});

const takeIn = (drawn: string, sheet: string, book: SiteBook = bookOf()): Adoption => {
  const [table] = oldTablesIn(sheetOf(drawn, { sheet }));
  if (table === undefined) throw new Error("no table");
  return adopt(
    book,
    { ...table, mapping: guessedMapping(table, table.form, matchesAs(table, table.form)) },
    { today },
  );
};
const talksIn = (book: SiteBook): readonly string[] =>
  cellsOf(book, "followUps").map((row) =>
    ["contactedAt", "clientId", "method", "notes", "consultant"].map((key) => String(row[key])).join(" "),
  );

const visits = `
  | 来访日期  | 客户姓名 | 电话        | 置业顾问 | 洽谈内容   | 跟踪情况                                   | 备注                    |
  | 2023.3.5  | 张三     | 13855550001 | 李娜     | 看三房     | 3.5 首次来访；3.9 电话回访：说要考虑；3.12 嫌贵 | 本地人                  |
  | 2023.3.6  | 李四     | 13855550002 | 王强     | 随便看看   | 再联系                                     | 3.7 交2万；3.9 交30万   |
  | 2023.3.6  | 王五     | 1385555000  | 王强     | 随便看看   | 3.7 电话；3.9 来访                         |                         |
`;

describe("a register of visits", () => {
  const found = takeIn(visits, "来访登记");
  const after = written(bookOf(), found.changes);

  test("has the visit, and each talk that came after it by itself", () => {
    expect(cellsOf(after, "visitors").map(({ name, notes }) => [name, notes])).toEqual([
      ["张三", "看三房\n首次来访"],
      ["李四", "随便看看\n再联系"],
    ]);
    expect(talksIn(after)).toEqual([
      "2023-03-05 00:00 LY-ZS001 来访 看三房\n首次来访 李娜",
      "2023-03-06 00:00 LY-LS001 来访 随便看看\n再联系 王强",
      "2023-03-09 00:00 LY-ZS001 电话 电话回访：说要考虑 李娜",
      "2023-03-12 00:00 LY-ZS001 电话 嫌贵 李娜",
    ]);
    expect(found.talks).toBe(2);
  });

  test("says so", () => {
    expect(hintsOf(found.fates).unread).toEqual([
      { caption: "跟踪情况", kept: "split", rows: 1, values: ["2"] },
      { caption: "跟踪情况", kept: "method", rows: 1, values: ["电话"] },
    ]);
  });

  test("leaves a row that is not taken as it stands", () => {
    const left = found.fates.find(({ kind }) => kind === "rejected");
    expect(left?.kind === "rejected" && left.cells[5]).toBe("3.7 电话；3.9 来访");
  });

  test("a second time has nothing to write", () => {
    expect(takeIn(visits, "来访登记", after).changes).toEqual([]);
  });
});

test("a talk is whose its part says", () => {
  const drawn = `
    | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 跟踪情况                           |
    | 2023.3.5 | 张三     | 13855550001 | 李娜     | 3.7 微信发户型；3.9 王强接待：复看 |
  `;
  expect(talksIn(written(bookOf(), takeIn(drawn, "来访登记").changes)).slice(1)).toEqual([
    "2023-03-07 00:00 LY-ZS001 微信 微信发户型 李娜",
    "2023-03-09 00:00 LY-ZS001 来访 王强接待：复看 王强",
  ]);
});

test("in a column that is not for talks, each of them says how it was held, or all stay as they are", () => {
  const drawn = `
    | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 备注                           |
    | 2023.3.5 | 张三     | 13855550001 | 李娜     | 3.7 交2万；3.9 交30万          |
    | 2023.3.5 | 李四     | 13855550002 | 李娜     | 3.7 交2万；3.9 电话催交        |
    | 2023.3.5 | 王五     | 13855550003 | 李娜     | 3.7 微信发户型；3.9 电话催交   |
    | 2023.3.5 | 赵六     | 13855550004 | 李娜     | 9月1日孩子上学；12月1日到期    |
  `;
  const found = takeIn(drawn, "来访登记");
  const after = written(bookOf(), found.changes);
  expect(cellsOf(after, "visitors").map(({ notes }) => notes)).toEqual([
    "3.7 交2万；3.9 交30万",
    "3.7 交2万；3.9 电话催交",
    null,
    "9月1日孩子上学；12月1日到期",
  ]);
  expect(found.talks).toBe(2);
});

test("parts that are all of the row's own day stay in one cell", () => {
  const drawn = `
    | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 跟踪情况                   |
    | 2023.3.5 | 张三     | 13855550001 | 李娜     | 3.5 来访看房；3.5 说要考虑 |
  `;
  const found = takeIn(drawn, "来访登记");
  const after = written(bookOf(), found.changes);
  expect(JSON.stringify(cellsOf(after, "visitors"))).toContain("3.5 来访看房；3.5 说要考虑");
  expect(found.talks ?? 0).toBe(0);
});

test("a call of the row's own day is the call; what came after it is not", () => {
  const drawn = `
    | 来电时间  | 客户姓名 | 手机        | 置业顾问 | 咨询内容                                        |
    | 2023.3.5  | 张三     | 13855550001 | 李娜     | 3.5 来电问三房；3.5 微信发位置；3.9 来访看样板间 |
  `;
  const after = written(bookOf(), takeIn(drawn, "来电登记").changes);
  expect(cellsOf(after, "calls").map(({ notes }) => notes)).toEqual(["来电问三房"]);
  expect(talksIn(after).map((each) => each.slice(0, -3))).toEqual(
    expect.arrayContaining([
      "2023-03-05 00:00 LY-ZS001 微信 微信发位置",
      "2023-03-09 00:00 LY-ZS001 来访 来访看样板间",
    ]),
  );
});

test("a pipeline's remarks are talks of clients who are there", () => {
  const known = written(bookOf(), takeIn(visits, "来访登记").changes);
  const before = talksIn(known).length;
  const drawn = `
    | NO. | 时间     | 客户姓名 | 手机        | 客户级别 | 置业顾问 | D | C   | B    | A | 备注情况                              |
    | 1   | 2023.3.5 | 张三     | 13855550001 | B        | 李娜     |   | 3月5日 | 3月20日 |   | 嫌贵；3.18 电话：再考虑；3.20 微信发图 |
  `;
  const found = takeIn(drawn, "客户等级分配跟踪表", known);
  const after = written(known, found.changes);
  expect(talksIn(after).slice(before)).toEqual([
    "2023-03-18 00:00 LY-ZS001 电话 电话：再考虑 李娜",
    "2023-03-20 00:00 LY-ZS001 微信 微信发图 李娜",
  ]);
  expect(cellsOf(after, "grades")[0]?.["remarks"]).toMatch(/^嫌贵/u);
  expect(takeIn(drawn, "客户等级分配跟踪表", after).changes).toEqual([]);
});

describe("a register of talks", () => {
  const known = written(
    bookOf(),
    takeIn(
      `
      | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 备注   |
      | 2023.3.1 | 张三     | 13855550001 | 李娜     | 看三房 |
    `,
      "来访登记",
    ).changes,
  );
  const there = talksIn(known);
  const talksOf = (rows: string): readonly string[] => {
    const drawn = `
      | 跟进日期 | 客户姓名 | 电话 | 方式 | 跟踪内容 | 置业顾问 |
      ${rows}`;
    const found = takeIn(drawn, "跟踪记录", known);
    const after = written(known, found.changes);
    expect(takeIn(drawn, "跟踪记录", after).changes).toEqual([]);
    return talksIn(after)
      .slice(there.length)
      .map((each) => each.replace(/^2023-|00:00 LY-ZS001 | 李娜$/gu, ""));
  };
  const row = (day: string, said: string, method = ""): string =>
    `| ${day} | 张三 | 13855550001 | ${method} | ${said} | 李娜 |`;

  test("has each talk of a cell by itself where each says its day and how: the row's own first or last", () => {
    expect(talksOf(row("2023.3.5", "3.5 电话回访：说要考虑；3.9 来访：带家人看房"))).toEqual([
      "03-05 电话 电话回访：说要考虑",
      "03-09 来访 来访：带家人看房",
    ]);
    expect(talksOf(row("2023.3.9", "3.5 电话：说要考虑；3.9 来访：带家人看房", "来访"))).toEqual([
      "03-09 来访 来访：带家人看房",
      "03-05 电话 电话：说要考虑",
    ]);
    expect(talksOf(row("2023.3.9", "22.12.5 电话：说要考虑；3.9 来访：带家人看房"))).toEqual([
      "03-09 来访 来访：带家人看房",
      "2022-12-05 电话 电话：说要考虑",
    ]);
  });

  test.each([
    ["one part does not say how", "2023.3.5", "3.5 电话；3.9 嫌贵", ""],
    ["something stands before the first day", "2023.3.5", "嫌贵。3.5 电话；3.9 微信", ""],
    ["no part is of the row's own day", "2023.3.4", "3.5 电话；3.9 微信", ""],
    ["the row's own day is neither the first nor the last", "2023.3.7", "3.5 电话；3.7 微信；3.9 来访", ""],
    ["the row's own part was held otherwise than the row says", "2023.3.5", "3.5 电话；3.9 微信", "来访"],
    ["all are of the row's own day", "2023.3.5", "3.5 电话；3.5 微信", ""],
  ])("leaves the cell whole where %s", (_, day, said, method) => {
    const [only, more] = talksOf(row(day, said, method));
    expect([only?.endsWith(said), more]).toEqual([true, undefined]);
  });

  test("has a talk once where the rows repeat what the rows above told", () => {
    expect(
      talksOf(
        [
          row("2023.3.5", "3.5 电话：说要考虑"),
          row("2023.3.9", "3.5 电话：说要考虑；3.9 微信：发户型图"),
          row("2023.3.12", "3.5 电话：说要考虑；3.9 微信：发户型图；3.12 来访：算价"),
        ].join("\n"),
      ),
    ).toEqual(["03-05 null 3.5 电话：说要考虑", "03-09 微信 微信：发户型图", "03-12 来访 来访：算价"]);
  });
});

test("talks written into one cell come back as they were", () => {
  const talk = fc.record({
    after: fc.nat(40),
    way: fc.constantFrom("电话", "微信", "短信"),
    words: fc.constantFrom("说要考虑", "嫌总价高，3.5万一平太贵", "要12.8㎡的阳台", "比较别的盘"),
    spelling: fc.nat(4),
    end: fc.constantFrom("；", "\n", ";", "。"),
  });
  const spelt = (day: CalendarDay, spelling: number): string => {
    const [year, month, date] = [yearOf(day), monthOf(day), dayOfMonth(day)];
    return [
      `${month}.${date}`,
      `${month}月${date}日`,
      `${year}.${month}.${date}`,
      `${month}-${date}`,
      `${month}/${date} `,
    ][spelling] as string;
  };
  fc.assert(
    fc.property(fc.array(talk, { minLength: 2, maxLength: 5 }), (talks) => {
      let day = since;
      const days = talks.map(({ after }) => (day = addDays(day, after)));
      const said = talks
        .map(
          ({ way, words, spelling, end }, at) =>
            `${spelt(days[at] ?? since, spelling)}${way}：${words}${end}`,
        )
        .join("");
      expect(toldTalks(said, since, now)?.talks.map((each) => [each.day, each.method, each.notes])).toEqual(
        talks.map(({ way, words, end }, at) => [days[at], way, `${way}：${words}${end === "。" ? end : ""}`]),
      );
    }),
  );
});

test("days listed before one way of talking are a contact each; a list that may be no days is kept as it is", () => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 来访登记 | < | < | < | < |
      | 来访日期 | 姓名 | 手机 | 业务员 | 跟进 |
      | 2024.1.5 | 示例甲 | 13900001111 | 王强 | 1.8、1.12、1.20 电话未接 |
      | 2024.1.6 | 示例乙 | 13900001112 | 王强 | 1.9，1.13 微信 |
      | 2024.1.7 | 示例丙 | 13900001113 | 王强 | 1.9、1.3 电话 |
    `),
  );
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf();
  const { changes } = adopt(book, { ...table, mapping }, { today });
  const after = written(book, changes);
  const talks = cellsOf(after, "followUps").map(({ contactedAt, method, notes }) =>
    [contactedAt, method, notes].join(" "),
  );
  for (const day of ["08", "12", "20"]) expect(talks).toContain(`2024-01-${day} 00:00 电话 电话未接`);
  for (const day of ["09", "13"]) expect(talks).toContain(`2024-01-${day} 00:00 微信 微信`);
  expect(JSON.stringify(changes)).toContain("1.9、1.3 电话");
});
