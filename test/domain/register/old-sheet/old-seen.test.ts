/** 收编: cells whose value is not what people saw: days that Excel made of words, formulas nobody has computed. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import type { OldCells } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const takeIn = (drawn: string, more: Partial<OldCells> = {}, year?: number) => {
  const [table] = oldTablesIn(sheetOf(drawn, more));
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf();
  const adoption = adopt(book, { ...table, mapping }, { today, ...(year === undefined ? {} : { year }) });
  return { table, adoption, visitors: cellsOf(written(book, adoption.changes), "visitors") };
};

describe("numbers shown with a nought behind: 3.10 of 3.1", () => {
  const drawn = (last: string): string => `
    | 2023年来访登记 | | | | | | |
    | 日期 | 姓名 | 电话         | 业务员 | 备注 | 首付万 | 下次看房时间 |
    | 3.1  | 张三 | '13803791234 | 王强   |      | 3.1    | 3.2          |
    | 3.11 | 李四 | '13803791235 | 王强   |      | 3.2    |              |
    | ${last}  | 王五 | '13803791236 | 王强   |      | 4      |              |
  `;
  const padded = [[], [], [0, 5, 6], [5], [0]];
  const codes = ({ adoption }: ReturnType<typeof takeIn>): readonly unknown[] =>
    adoption.fates.map((fate) =>
      fate.kind === "rejected" ? fate.reasons.map(({ code }) => code) : fate.kind,
    );

  test("are days as they are shown, where days go; elsewhere they stay numbers", () => {
    const { visitors } = takeIn(drawn("3.2"), { padded }, 2023);
    expect(visitors.map((row) => row["visitDate"])).toEqual(["2023-03-10", "2023-03-11", "2023-03-20"]);
    expect(visitors.map((row) => row["own:首付万"])).toEqual([3.1, 3.2, 4]);
    expect(visitors[0]?.["nextAppointment"]).toBe("2023-03-20 00:00");
  });

  test("are no such days where the format makes 3.50 of 3.5 too: people are asked", () => {
    expect(codes(takeIn(drawn("3.5"), { padded }, 2023))).toEqual([["firstOrTenth"], "taken", "taken"]);
    expect(codes(takeIn(drawn("3.2"), {}, 2023))).toEqual([["firstOrTenth"], "taken", ["firstOrTenth"]]);
  });
});

describe("days", () => {
  const { adoption, visitors, table } = takeIn(
    `
    | 日期  | 姓名 | 电话         | 业务员 | 备注     | 级别 | 意向房源 | 交房时间 | 年龄 | 车库号   |
    | 44990 | 张三 | '13803791234 | 王强   | 44994    | B    | 37657    | 45047    | 35   | 37657 |
    | 44991 | 李四 | '13803791235 | 王强   | 44995.75 | C    | 1-1-301  | 45048    | 36   | 甲1 |
    | 44992 | 王五 | '13803791236 | 王强   | 〃       | C    | 50       | 45048    |      | 50 |
    | 44993 | 赵六 | '1380379123  | 王强   | 44994    | C    | 37657    | 45048    |      | 50 |
    | 合计  |      |              |        | 44994    |      |          |          |      |      |
  `,
    {
      dated: [[], [0, 4, 6, 7, 8, 9], [0, 4, 7], [0, 7], [0, 4, 6, 7], [4]],
    },
  );

  test("that stand where words go are the words people saw; their own blanks have the day", () => {
    const notes = visitors.map((row) => [row["visitDate"], row["notes"]]);
    expect(notes).toEqual([
      ["2023-03-05", "2023-03-09"],
      ["2023-03-06", "2023-03-10 18:00"],
      ["2023-03-07", "2023-03-10 18:00"],
    ]);
  });

  test("so in columns of the users' own, but where these hold days; a number stays one", () => {
    expect(visitors.map((row) => row["preferredUnits"])).toEqual(["2003-02-05", "1-1-301", "50"]);
    expect(visitors.map((row) => row["own:交房时间"])).toEqual([45047, 45048, 45048]);
    expect(visitors.map((row) => row["own:车库号"])).toEqual(["2003-02-05", "甲1", 50]);
    expect(visitors.map((row) => row["age"])).toEqual([35, 36, null]);
  });

  test("and beside a row that is not taken", () => {
    expect(table.setAside[0]?.original[4]).toBe("2023-03-09");
    const left = adoption.fates.find(({ kind }) => kind === "rejected");
    expect(left?.kind === "rejected" && left.cells).toEqual([
      44993,
      "赵六",
      "1380379123",
      "王强",
      "2023-03-09",
      "C",
      "2003-02-05",
      45048,
      null,
      50,
    ]);
  });
});

describe("formulas without a value", () => {
  const { adoption, visitors } = takeIn(
    `
    | 日期     | 姓名 | 电话         | 业务员 | 备注 | 级别 | 总价   |
    | 2023.3.5 | 张三 | '13803791234 | 王强   | =A2  | B    | =80+5  |
    | 2023.3.6 | 李四 | '13803791235 | =D2    | 好   | =F2  |        |
    | =A3+1    | 王五 | =C3          | 王强   | 好   |      |        |
    | =A4+1    |      | =C3          |        |      |      |        |
    | 2023.3.8 | 赵六 | '13803791238 | 王强   | =好  | B    |        |
  `,
    { uncomputed: [[], [4, 6], [3, 5], [0, 2], [0, 2], []] },
  );

  test("are said, words that look like one are words, and their text is kept beside what is taken", () => {
    expect(visitors.map((row) => [row["name"], row["notes"]])).toEqual([
      ["张三", "原表“备注”：公式没有算过（=A2）\n原表“总价”：公式没有算过（=80+5）"],
      ["赵六", "=好"],
    ]);
    expect(hintsOf(adoption.fates).unread).toEqual([
      { caption: "备注", kept: "uncomputed", rows: 1, values: ["=A2"] },
      { caption: "总价", kept: "uncomputed", rows: 1, values: ["=80+5"] },
    ]);
  });

  test("a row that lacks what one would have said is not taken for that", () => {
    const left = adoption.fates.flatMap((fate) =>
      fate.kind === "rejected"
        ? [[fate.row, ...fate.reasons.map(({ code, value }) => `${code} ${value ?? ""}`)]]
        : [],
    );
    expect(left).toEqual([
      [3, "uncomputed =D2", "uncomputed =F2"],
      [4, "oneOfRequired ", "uncomputed =A3+1", "uncomputed =C3"],
    ]);
  });

  test("nor does its text come back with the row", () => {
    const [left] = adoption.fates.filter(({ kind }) => kind === "rejected");
    expect(left?.kind === "rejected" && left.cells).toEqual([
      "2023.3.6",
      "李四",
      "13803791235",
      null,
      "好",
      null,
      null,
    ]);
  });

  test("a row of nothing else was only prepared", () => {
    expect(adoption.fates.map(({ row }) => row)).toEqual([2, 3, 4, 6]);
  });
});
