/** 收编: registers that keep the day in one column and the time in another. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import {
  isBadMapping,
  keepMapping,
  keptText,
  mappingFrom,
  readKept,
} from "../../../../src/domain/register/old-sheet/kept-mapping";
import type { AdoptedForm, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { saysTimeAlone } from "../../../../src/domain/register/old-sheet/old-times";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string): OldTable => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn), { fileName: "2024年登记.xlsx" });
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return table;
};

const takenFrom = (table: OldTable) => {
  const mapping = guessedMapping(table, table.form, table.matches);
  return adopt(
    bookOf({ visitors: "| clientId | name | mobile |\n| LY-ZS001 | 张三 | 13803791001 |" }),
    { ...table, mapping },
    { today, consultant: "王强", ...(table.year === undefined ? {} : { year: table.year }) },
  );
};

const momentsOf = (table: OldTable, form: AdoptedForm, key: string): readonly unknown[] =>
  takenFrom(table).changes.flatMap((change) =>
    change.kind === "append" && change.form === form ? [change.row[key]] : [],
  );

const sheets = {
  "来电: 日期 first": `
    | 来电登记 | < | < | < | < |
    | 日期 | 来电时间 | 姓名 | 手机 | 洽谈内容 |
    | 3月5日 | 10:30 | 李四 | 13803791002 | 问价 |
    | 3月5日 | 下午2点半 | 王五 | 13803791003 | 问地段 |
    | 3月6日 | ０９：０５ | 赵六 | 13803791004 | 问户型 |
  `,
  "来电: the time first": `
    | 来电登记 | < | < | < | < |
    | 来电时间 | 来电日期 | 姓名 | 手机 | 洽谈内容 |
    | 10:30 | 3月5日 | 李四 | 13803791002 | 问价 |
    | 14:30 | 3月5日 | 王五 | 13803791003 | 问地段 |
    | 9:05 | 3月6日 | 赵六 | 13803791004 | 问户型 |
  `,
  "来电: a caption no blank has": `
    | 来电登记 | < | < | < | < |
    | 来电日期 | 具体时间 | 姓名 | 手机 | 洽谈内容 |
    | 2024.3.5 | 10:30 | 李四 | 13803791002 | 问价 |
    | 〃 | 14:30 | 王五 | 13803791003 | 问地段 |
    | 2024.3.6 | 9:05 | 赵六 | 13803791004 | 问户型 |
  `,
  "来电: under one caption": `
    | 来电登记 | < | < | < | < |
    | 来电 | < | 姓名 | 手机 | 洽谈内容 |
    | 日期 | 时间 | ^ | ^ | ^ |
    | 2024.3.5 | 10:30 | 李四 | 13803791002 | 问价 |
    | ^ | 14:30 | 王五 | 13803791003 | 问地段 |
    | 2024.3.6 | 9:05 | 赵六 | 13803791004 | 问户型 |
  `,
};

test.each(Object.entries(sheets))("%s: the moment of the call", (_, drawn) => {
  const table = only(drawn);
  expect(table.form).toBe("calls");
  expect(momentsOf(table, "calls", "calledAt")).toEqual([
    "2024-03-05 10:30",
    "2024-03-05 14:30",
    "2024-03-06 09:05",
  ]);
  // Neither stays beside as a column of their own.
  expect(takenFrom(table).ownColumns).toEqual([]);
});

test("a time as Excel keeps it, beside a day as Excel keeps it", () => {
  const table = only(`
    | 客户跟踪记录 | < | < | < |
    | 跟进日期 | 跟进时间 | 手机 | 跟踪情况 |
    | 45356 | 0.4375 | 13803791001 | 再约 |
    | 45357 | 0 | 13803791001 | 已约 |
  `);
  const moments = momentsOf(table, "followUps", "contactedAt");
  expect(moments).toEqual(["2024-03-05 10:30", "2024-03-06 00:00"]);
});

test("来访 has the day alone: the time is the contact's", () => {
  const table = only(`
    | 来访登记 | < | < | < | < | < | < |
    | 来访日期 | 来访时间 | 姓名 | 手机 | 备注 | 下次看房时间 | 离开时间 |
    | 2024.3.5 | 上午10点半 | 李四 | 13803791002 | 问三房 | 3月9日 10:00 | 11:20 |
  `);
  expect(momentsOf(table, "visitors", "visitDate")).toEqual(["2024-03-05"]);
  expect(momentsOf(table, "visitors", "nextAppointment")).toEqual(["2024-03-09 10:00"]);
  expect(momentsOf(table, "followUps", "contactedAt")).toEqual(["2024-03-05 10:30"]);
  expect(takenFrom(table).ownColumns.map(({ caption }) => caption)).toEqual(["离开时间"]);
});

test("what cannot be joined is said: another time, a time nobody understands, no day", () => {
  const table = only(`
    | 来电登记 | < | < | < | < |
    | 日期 | 来电时间 | 姓名 | 手机 | 洽谈内容 |
    | 2024.3.4 | 9:00 | 周八 | 13803791008 | 问车位 |
    | 2024.3.5 10:30 | 10:30 | 李四 | 13803791002 | 问价 |
    | 2024.3.5 10:30 | 11:00 | 王五 | 13803791003 | 问地段 |
    | 2024.3.6 | 下班后 | 赵六 | 13803791004 | 问户型 |
    | 2024.3.6 |  | 钱七 | 13803791005 | 问物业 |
    | 上周 | 10:30 | 孙九 | 13803791006 | 问楼层 |
    | 2024.3.8 | 25:30 | 吴十 | 13803791007 | 问学校 |
  `);
  const { changes, fates } = takenFrom(table);
  expect(
    changes.flatMap((change) =>
      change.kind === "append" && change.form === "calls"
        ? [`${String(change.row["calledAt"])} ${String(change.row["notes"]).replace("\n", " / ")}`]
        : [],
    ),
  ).toEqual([
    "2024-03-04 09:00 问车位",
    "2024-03-05 10:30 问价",
    "2024-03-05 10:30 问地段 / 原表“来电时间”：11:00",
    "2024-03-06 00:00 问户型 / 原表“来电时间”：下班后",
    "2024-03-06 00:00 问物业",
    "2024-03-08 00:00 问学校 / 原表“来电时间”：25:30",
  ]);
  expect(
    fates.flatMap((fate) =>
      fate.kind === "rejected"
        ? [[fate.name, fate.reasons.map(({ code, value }) => `${code} ${value}`)]]
        : [],
    ),
  ).toEqual([["孙九", ["notADay 上周"]]]);
});

test("times nobody can read are said beside their day, not in its place", () => {
  const table = only(`
    | 来电登记 | < | < | < | < |
    | 来电时间 | 日期 | 姓名 | 手机 | 洽谈内容 |
    | 下班后 | 2024.3.5 | 李四 | 13803791002 | 问价 |
  `);
  expect(momentsOf(table, "calls", "calledAt")).toEqual(["2024-03-05 00:00"]);
  expect(momentsOf(table, "calls", "notes")).toEqual(["问价\n原表“来电时间”：下班后"]);
});

test("two columns of days are no day and time", () => {
  const table = only(`
    | 来电登记 | < | < | < |
    | 来电时间 | 登记日期 | 姓名 | 手机 |
    | 2024.3.5 10:30 | 2024.3.6 | 李四 | 13803791002 |
  `);
  expect(table.matches.map(({ key }) => key)).toEqual(["calledAt", undefined, "name", "mobile"]);
});

test("as another form, and from the mapping that is kept, both columns go to the one blank", () => {
  const table = only(sheets["来电: 日期 first"]);
  const mapping = guessedMapping(table, table.form, table.matches);
  expect(mapping.slice(0, 2)).toEqual([
    { use: "blank", key: "calledAt" },
    { use: "blank", key: "calledAt" },
  ]);
  const kept = readKept(keptText([keepMapping(table, "calls", mapping)]));
  if (isBadMapping(kept) || kept[0] === undefined) throw new Error("nothing kept");
  expect(mappingFrom(kept[0], table)).toEqual(mapping);
  const asTalks = mappingFrom({ form: "followUps", columns: [] }, only(sheets["来电: under one caption"]));
  expect(asTalks.slice(0, 2)).toEqual([
    { use: "blank", key: "contactedAt" },
    { use: "blank", key: "contactedAt" },
  ]);
});

test.each([
  ["10:30", true],
  ["上午10点", true],
  ["十点半", true],
  [0.4375, true],
  [0, true],
  ["2024-3-5 10:30", false],
  ["3.5", false],
  [45356.4375, false],
  ["下午", false],
  ["25:30", false],
  ["10", false],
  ["", false],
  [null, false],
] as const)("%p says a time alone: %p", (raw, expected) => {
  expect(saysTimeAlone(raw)).toBe(expected);
});
