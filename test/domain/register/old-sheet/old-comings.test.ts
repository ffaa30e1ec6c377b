/** 收编 of one register of visits and calls: each row goes where it says, and none in silence. */
import { adopt, adoptWantsOf } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import {
  keepMapping,
  keptText,
  mappingFrom,
  readKept,
} from "../../../../src/domain/register/old-sheet/kept-mapping";
import type { AdoptedForm, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping, matchesAs } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTableAt, oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { ownKey } from "../../../../src/domain/register/own-column";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string, sheet = "来访来电登记"): OldTable => {
  const [table, ...more] = oldTablesIn(sheetOf(drawn, { sheet }));
  if (table === undefined || more.length > 0) throw new Error(`${more.length + 1} tables`);
  return table;
};

const oldOf = (table: OldTable, form: AdoptedForm = table.form) => ({
  ...table,
  form,
  mapping: guessedMapping(table, form, matchesAs(table, form)),
});

const takeIn = (table: OldTable, book = bookOf()): Adoption => adopt(book, oldOf(table), { today });

const fatesOf = ({ fates }: Adoption): readonly string[] =>
  fates.map((fate) => {
    const said = "hints" in fate ? fate.hints : fate.kind === "rejected" ? fate.reasons : [];
    const whose = "clientId" in fate ? fate.clientId : "";
    return [String(fate.row), fate.kind, fate.form ?? "", whose, ...said.map(({ code }) => code)]
      .filter((part) => part !== "")
      .join(" ");
  });

const mixed = `
  | 日期     | 类型 | 客户姓名 | 联系电话    | 年龄 | 地址   | 渠道 | 意向级别 | 置业顾问 | 备注     | 领导批示 |
  | 2024.2.1 | 来电 | 张三     | 13855550001 |      |        | 路过 | B        | 李娜     | 问价格   | 阅       |
  | 2024.2.2 | 到访 | 李四     | 13855550002 | 41   | 中州路 | 路过 | C        | 王强     | 看过沙盘 | 再阅     |
  | 2024.2.3 | 来访 | 张三     | 13855550001 | 35   |        |      | A        | 李娜     | 看样板间 |          |
  | 2024.2.4 | 热线 | 李四     | 13855550002 | 41   | 中州路 |      |          | 王强     | 问按揭   |          |
  | 2024.2.5 |      | 王五     | 13855550003 | 30   |        |      |          | 王强     | 随便看看 |          |
  | 2024.2.6 | 微信 | 赵六     | 13855550004 |      |        |      |          | 王强     | 加了微信 |          |
  | 2024.2.7 | 来电 | 钱七     |             |      |        |      |          | 王强     | 没留号码 |          |
`;

describe("visits and calls told apart by a word", () => {
  const table = only(mixed);
  const book = bookOf();
  const found = takeIn(table, book);
  const after = written(book, found.changes);

  test("each row goes to the register it says; a blank goes with its table, another word is a problem: both told", () => {
    expect(oldOf(table).mapping[1]).toEqual({ use: "blank", key: "comesBy" });
    expect(fatesOf(found)).toEqual([
      "2 taken calls LY-ZS001",
      "3 taken visitors LY-LS001",
      "4 joined visitors LY-ZS001",
      "5 joined calls LY-LS001 noBlankThere noBlankThere",
      "6 taken visitors LY-WW001 comingUnsaid gradeUnsaid",
      "7 rejected comingUnclear",
      "8 rejected oneOfRequired",
    ]);
    const [, , , , , strange] = found.fates;
    const [why] = strange?.kind === "rejected" ? strange.reasons : [];
    expect(why && say(why, "zh").says).toBe("“类型”写的是“微信”，看不出是来访还是来电");
  });

  test("with all it says: what the other register has no blank for is in its notes, own columns are in both", () => {
    expect(cellsOf(after, "calls")).toMatchObject([
      {
        clientId: "LY-ZS001",
        calledAt: "2024-02-01 00:00",
        channels: "路过",
        notes: "问价格",
        [ownKey("领导批示")]: "阅",
      },
      {
        clientId: "LY-LS001",
        calledAt: "2024-02-04 00:00",
        notes: "问按揭\n原表“年龄”：41\n原表“地址”：中州路",
      },
    ]);
    expect(cellsOf(after, "visitors")).toMatchObject([
      { clientId: "LY-LS001", visitDate: "2024-02-02", age: 41, [ownKey("领导批示")]: "再阅" },
      { clientId: "LY-ZS001", visitDate: "2024-02-03", age: 35, notes: "看样板间" },
      { clientId: "LY-WW001", visitDate: "2024-02-05" },
    ]);
    const made = found.changes.filter(({ kind }) => kind === "ownColumn");
    expect(made.map((change) => "form" in change && change.form)).toEqual(["visitors", "calls"]);
    expect(found.ownColumns.map(({ caption }) => caption)).toEqual(["领导批示"]);
    expect(
      cellsOf(after, "followUps").map(({ clientId, method, contactedAt }) => [clientId, method, contactedAt]),
    ).toEqual([
      ["LY-ZS001", "电话", "2024-02-01 00:00"],
      ["LY-LS001", "来访", "2024-02-02 00:00"],
      ["LY-ZS001", "来访", "2024-02-03 00:00"],
      ["LY-LS001", "电话", "2024-02-04 00:00"],
      ["LY-WW001", "来访", "2024-02-05 00:00"],
    ]);
    expect(cellsOf(after, "grades")).toMatchObject([
      { clientId: "LY-ZS001", reachedB: "2024-02-01", reachedA: "2024-02-03" },
      { clientId: "LY-LS001" },
      { clientId: "LY-WW001" },
    ]);
  });

  test("what nobody has said is gathered by column", () => {
    expect(hintsOf(found.fates).unread).toEqual([
      { caption: "年龄", kept: "elsewhere", rows: 1, values: ["41"] },
      { caption: "地址", kept: "elsewhere", rows: 1, values: ["中州路"] },
      { caption: "类型", kept: "asTable", rows: 1, values: [] },
      { caption: "客户级别", kept: "atC", rows: 1, values: [] },
    ]);
  });

  test("a second time there is nothing to write", () => {
    expect(takeIn(table, after).changes).toEqual([]);
  });

  test("as a register of calls it comes to the same", () => {
    const calls = oldTableAt(sheetOf(mixed), 1, "calls");
    if (calls === undefined) throw new Error("no table");
    const asCalls = adopt(book, oldOf(calls), { today });
    expect(asCalls.fates.map(({ form }) => form)).toEqual([
      "calls",
      "visitors",
      "visitors",
      "calls",
      "calls",
      undefined,
      undefined,
    ]);
    const again = written(book, asCalls.changes);
    expect(cellsOf(again, "visitors")).toMatchObject([
      { clientId: "LY-LS001", visitDate: "2024-02-02" },
      { clientId: "LY-ZS001", visitDate: "2024-02-03" },
    ]);
    expect(cellsOf(again, "calls")[0]).toMatchObject({ calledAt: "2024-02-01 00:00", notes: "问价格" });
  });

  test("both registers are read for it, and the column is kept for the next file", () => {
    const old = oldOf(table);
    expect(adoptWantsOf(old)).toMatchObject({ visitors: "all", calls: "all" });
    expect(adoptWantsOf({ ...old, mapping: [] })).toMatchObject({ visitors: "all" });
    expect(adoptWantsOf({ ...old, mapping: [] }).calls).not.toBe("all");
    const [kept] = readKept(keptText([keepMapping(table, "visitors", old.mapping)])) as ReturnType<
      typeof keepMapping
    >[];
    if (kept === undefined) throw new Error("nothing kept");
    const next = only(mixed.replaceAll(/来电|到访|来访|热线|微信/gu, "甲"));
    expect(oldOf(next).mapping[1]).toEqual({ use: "own", caption: "类型" });
    expect(mappingFrom(kept, next)[1]).toEqual({ use: "blank", key: "comesBy" });
  });
});

test.each([
  ["Sheet1", "来电,到访,来访", "visitors"],
  ["客户跟踪记录", "来电,到访,来访", "followUps"],
  ["Sheet1", "电话,来访,电话", "followUps"],
  ["Sheet1", "来电,来访,微信", "followUps"],
])("%s with 方式 %s is of %s", (sheet, said, form) => {
  const rows = said
    .split(",")
    .map((each, at) => `| 2024.2.${at + 1} | ${each} | 张三 | 1385555000${at} | B | 问价 | 王强 |`);
  const table = only(
    ["| 日期 | 方式 | 客户姓名 | 电话 | 意向级别 | 洽谈内容 | 置业顾问 |", ...rows].join("\n"),
    sheet,
  );
  expect(table.form).toBe(form);
});

test("what the word says besides stays with the row", () => {
  const table = only(`
    | 日期     | 接待方式         | 客户姓名 | 电话        | 置业顾问 | 备注 |
    | 2024.2.1 | 来访（朋友陪同） | 张三     | 13855550001 | 王强     | 看房 |
    | 2024.2.2 | 【来电】         | 李四     | 13855550002 | 王强     | 问价 |
    | 2024.2.3 | 电转访           | 王五     | 13855550003 | 王强     |      |
  `);
  const found = takeIn(table);
  expect(fatesOf(found)).toEqual([
    "2 taken visitors LY-ZS001 noBlankThere",
    "3 taken calls LY-LS001",
    "4 taken visitors LY-WW001 noBlankThere",
  ]);
  const after = written(bookOf(), found.changes);
  expect(cellsOf(after, "visitors").map(({ notes }) => notes)).toEqual([
    "看房\n原表“接待方式”：来访(朋友陪同)",
    "原表“接待方式”：电转访",
  ]);
  expect(takeIn(table, after).changes).toEqual([]);
});

describe("the columns that tell visits from calls", () => {
  const saidIn = (header: string, cells: readonly string[]): readonly string[] => {
    const table = only(
      [
        `| 日期 | 姓名 | 电话 | 置业顾问 | ${header} |`,
        ...cells.map((cell, at) => `| 2024.2.${at + 1} | 张三 | 1385555000${at} | 王强 | ${cell} |`),
      ].join("\n"),
    );
    const old = oldOf(table);
    if (!old.mapping.some((use) => use.use === "blank" && use.key === "comesBy")) return ["no column"];
    return adopt(bookOf(), old, { today }).fates.map((fate) =>
      fate.kind === "rejected" ? fate.reasons.map(({ code }) => code).join(" ") : (fate.form ?? ""),
    );
  };
  test.each<readonly [string, string, string, string]>([
    ["words", "方式", "来访,电话,现场,来电,访,电", "visitors calls visitors calls visitors calls"],
    ["a caption of both", "来访/来电", "来电,来电", "calls calls"],
    ["channels of the visit", "客户来源方式", "自然到访,来电咨询,电转访", "visitors calls visitors"],
    ["how they were received", "接待方式", "首次来访,复访,热线", "visitors visitors calls"],
    ["how they came", "到访方式", "到店,上门,400", "visitors visitors calls"],
    ["in brackets", "类型", "来访（首次）,【来电】,1.来访", "visitors calls visitors"],
    ["ticked boxes", "来访/来电", "☑来访 □来电,□来访 ☑来电,来访□ 来电√", "visitors calls calls"],
    ["two ticked", "来访/来电", "☑来访 □来电,☑来访 ☑来电", "visitors comingUnclear"],
    ["two columns of ticks", "来访 | 来电", "√ |,| √,1 | 0", "visitors calls visitors"],
    ["both ticked, or neither", "来访 | 来电", "√ |,√ | √,|", "visitors comingUnclear visitors"],
    ["no caption, both kinds", "", "来访,来电,来访", "visitors calls visitors"],
    ["ditto", "类型", "来电,同上,来访", "calls calls visitors"],
    ["a caption of something else, one kind", "来源", "来访,来访", "no column"],
    ["other words", "类型", "刚需,改善,来访", "no column"],
    ["another contact", "回访方式", "来电,来访", "no column"],
    ["whether a caller came", "是否来访", "是,否", "no column"],
  ])("%s: %s", (_, header, cells, found) => {
    expect(saidIn(header, cells.split(",")).join(" ")).toBe(found);
  });
});
