import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import type { ColumnUse } from "../../../../src/domain/register/old-sheet/old-cells";
import type { RawCell } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { matrixOf } from "../../../../src/workbook/xlsx/raw-cells";
import { readSheets } from "../../../../src/xlsx/read";
import { draw } from "../../draw";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const holding = (some: object): unknown => expect.objectContaining(some);

const takeIn = (
  book: SiteBook,
  [headers = [], ...rows]: readonly (readonly RawCell[])[],
  about: Partial<Parameters<typeof adopt>[2]> = {},
): Adoption =>
  adopt(
    book,
    {
      form: "visitors",
      headers,
      rows: rows.map((cells, at) => ({ row: at + 2, cells, original: cells })),
      setAside: [],
      mapping: matchOldHeaders("visitors", headers).map(({ key }): ColumnUse =>
        key === undefined ? { use: "leave" } : { use: "blank", key },
      ),
    },
    { today, ...about },
  );

const table = (text: string): RawCell[][] => {
  const rows = draw(text);
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((row) => headers.map((header) => row[header] || null))];
};

describe("matching the columns of an old register", () => {
  const headers = draw(`
    | header           | key             | how     |
    | 编号             | clientId        | wording |
    | 日期             | visitDate       | wording |
    | 业务员           | consultant      | wording |
    | 姓 名            | name            | wording |
    | ★性别：          | gender          | caption |
    | 年龄(岁)         | age             | caption |
    | 联系方式         | mobile          | wording |
    | 居住地           | residenceArea   | wording |
    | 得知途径         | channels        | wording |
    | 级别             | grade           | wording |
    | 洽谈情况         | notes           | wording |
    | 领导批示         |                 | unknown |
    | 单价（元/㎡）    | unitPriceBand   | caption |
  `);
  test("one blank each, unknown ones are said", () => {
    const found = matchOldHeaders(
      "visitors",
      headers.map(({ header }) => header ?? ""),
    );
    expect(found.map(({ header, key, how }) => ({ header, key: key ?? "", how }))).toEqual(headers);
  });
  test("of two columns for one blank its own caption wins, the other is left to people", () => {
    expect(matchOldHeaders("visitors", ["日期", "来访日期", null])).toEqual([
      { column: 0, header: "日期", key: undefined, how: "unknown", rival: "visitDate" },
      { column: 1, header: "来访日期", key: "visitDate", how: "caption" },
      { column: 2, header: "", key: undefined, how: "unknown" },
    ]);
  });
});

test("the time that stands with a visit's day is the contact's; 来访登记 has the day", () => {
  const there = bookOf();
  const rows = [
    ["日期", "业务员", "姓名", "手机"],
    [44990 + 14.5 / 24, "王强", "张三", "13803791234"],
    ["2023-3-6 下午3点", "王强", "李四", "13803791235"],
    ["2023-3-7", "王强", "王五", "13803791236"],
  ];
  const after = written(there, takeIn(there, rows).changes);
  expect(cellsOf(after, "visitors").map((row) => row["visitDate"])).toEqual([
    "2023-03-05",
    "2023-03-06",
    "2023-03-07",
  ]);
  expect(cellsOf(after, "followUps").map((row) => row["contactedAt"])).toEqual([
    "2023-03-05 14:30",
    "2023-03-06 15:00",
    "2023-03-07 00:00",
  ]);
});

describe("taking in an old register", () => {
  const old = table(`
    | 编号 | 日期      | 业务员 | 姓名   | 性别 | 年龄 | 电话          | 手机        | 得知途径  | 级别 | 备注         | 批示 |
    | 1    | 2023.3.5  | 王强   | 张三   | 男   | 35岁 | 63912345      | 13803791234 | 日报/户外 | Ａ类 | 问三房       | 阅   |
    | 2    | 2023.3.1  | 李娜   | 张先生 | 男   |      |               | 138-0379-1234 | 路过    | c    | 先来看看     |      |
    | 3    | 3月8日    | 王强   | 李四   |      |      |               | 1380379123  | 路过      |      |              |      |
    | 4    |           | 王强   | 王五   | 男   |      |               | 13803791235 |           |      |              |      |
    | 5    | 2023.2.30 | 王强   | 赵六   | 男   |      |               | 13803791236 |           |      |              |      |
    | 6    | 2023.3.9  | 钱多多 | 孙七   | 女   | 老   | /             | 13803791237 | 网络      | 好   | 夫妻二人     |      |
    | 7    | 2023.3.9  | 王强   | ★☆     | 女   |      |               | 13803791238 |           |      |              |      |
    | 8    | 2023.3.10 | 赵敏   | 周八   | 女   |      | /             | /           |           |      |              |      |
  `);
  const book = bookOf({}, { highest: new Map([["LY-ZH", 6]]) });
  const taken = takeIn(book, old, { year: 2023 });
  const fate = (row: number) => taken.fates.find((each) => each.row === row);

  test("every row has its fate, in the old order", () => {
    expect(taken.fates.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      "2 joined",
      "3 taken",
      "4 rejected",
      "5 rejected",
      "6 rejected",
      "7 taken",
      "8 rejected",
      "9 rejected",
    ]);
    expect(taken.leftColumns).toEqual(["批示"]);
  });

  const reasons = draw(`
    | row | code           |
    | 4   | mobileDigits   |
    | 5   | requiredReally |
    | 6   | noSuchDay      |
    | 8   | oldNeedsLetters |
    | 9   | allNothing     |
  `);
  test.each(reasons)("row $row is rejected: $code, with its cells", ({ row, code }) => {
    const found = fate(Number(row));
    expect(found).toMatchObject({ kind: "rejected", reasons: [{ code }], cells: old[Number(row) - 1] });
  });

  test("a name without a reading: the message says what helps, and it does", () => {
    const found = fate(8);
    const [reason] = found?.kind === "rejected" ? found.reasons : [];
    expect(reason && say(reason, "zh")).toMatchObject({
      says: "“★☆”读不出姓名字母，编不了号",
      remedy:
        "请在名单的“客户编号”列（没有就加一列）写一个没人用过的编号，如 LY-ZS001，字母自己定，再收编；或者直接登记，登记时可以填两个字母",
    });
    expect(reason && say(reason, "en").remedy).toMatch(/LY-ZS001.*“客户编号”.*two letters/u);
    const [headers = [], ...rows] = old;
    const helped = takeIn(
      book,
      [headers, ...rows.map((row) => (row.includes("★☆") ? ["LY-XX001", ...row.slice(1)] : row))],
      { year: 2023 },
    );
    expect(helped.fates.find(({ row }) => row === 8)).toMatchObject({ kind: "taken", clientId: "LY-XX001" });
  });

  test("the earliest row is the client, the later ones are their contacts; nothing is lost", () => {
    const after = written(book, taken.changes);
    expect(cellsOf(after, "visitors")).toMatchObject([
      {
        clientId: "LY-ZH007",
        visitDate: "2023-03-01",
        name: "张三",
        consultant: "李娜",
        age: 35,
        mobile: "138 0379 1234",
        phone: "0379-6391 2345",
        channels: "路过",
        notes: "先来看看\n原表“客户姓名”：张先生",
      },
      { name: "孙七", consultant: "钱多多" },
    ]);
    expect(cellsOf(after, "grades")[0]).toMatchObject({
      clientId: "LY-ZH007",
      consultant: "李娜",
      reachedC: "2023-03-01",
      reachedA: "2023-03-05",
    });
    expect(cellsOf(after, "followUps")[1]).toMatchObject({
      contactedAt: "2023-03-05 00:00",
      clientId: "LY-ZH007",
      grade: "A",
      method: "来访",
      consultant: "王强",
      notes: "问三房\n原表“认知途径”：日报、户外",
    });
    expect(fate(2)).toMatchObject({
      why: { by: "phone", shared: "138 0379 1234", otherName: "张三", from: "file" },
    });
  });

  test("what is not understood goes into the notes and is said; a new consultant is offered", () => {
    const [, sun] = cellsOf(written(book, taken.changes), "visitors");
    expect(sun?.["notes"]).toBe("夫妻二人\n原表“年龄”：老\n原表“得知途径”：网络\n原表“级别”：好");
    const found = fate(7);
    expect(found?.kind === "taken" && found.hints.map(({ code }) => code)).toEqual([
      "keptInNotes",
      "keptInNotes",
      "keptInNotes",
      "rosterToGrow",
      "gradeUnsaid",
    ]);
    expect(taken.newConsultants).toEqual([
      {
        name: "钱多多",
        rows: 1,
        change: { kind: "append", form: "consultants", row: { name: "钱多多", active: "否" } },
      },
    ]);
  });

  test("letters and a consultant may be given beforehand", () => {
    const [head = [], ...rows] = old;
    const again = takeIn(book, [head, rows[6]?.map((cell, at) => (at === 2 ? null : cell)) ?? []], {
      letters: { "★☆": "XX" },
      consultant: "赵敏",
    });
    expect(again.fates).toMatchObject([{ kind: "taken", clientId: "LY-XX001" }]);
  });

  test("people already there are joined: a caller gets a row of 来访登记, a visitor what was empty", () => {
    const there = bookOf({
      visitors: `
        | clientId | visitDate  | name | consultant | mobile        | gender | age |
        | LY-LS003 | 2024-01-05 | 李四 | 王强       | 138 0379 1111 | 男     |     |
      `,
      calls: `
        | clientId | calledAt         | name   | consultant | mobile      |
        | LY-ZH002 | 2024-01-05 10:00 | 张先生 | 李娜       | 13803791234 |
      `,
      grades: `
        | clientId | consultant | reachedB   |
        | LY-LS003 | 王强       | 2024-01-05 |
      `,
    });
    const found = takeIn(
      there,
      table(`
        | 日期     | 业务员 | 姓名 | 手机        | 年龄 | 级别 | 备注     |
        | 2024.2.1 | 王强   | 李四 | 13803791111 | 40   | A    | 又来了   |
        | 2024.2.2 | 王强   | 张三 | 13803791234 | 41   |      | 来看三房 |
        | 2023.2.3 | 王强   | 李二 | 13803791111 |      | D    |          |
      `),
    );
    expect(found.fates.map(({ kind }) => kind)).toEqual(["joined", "joined", "joined"]);
    expect(found.fates[2]).toMatchObject({
      hints: [{ code: "otherName" }, { code: "firstVisitEarlier", facts: { was: "2024-01-05" } }],
    });
    expect(found.changes).toEqual([
      {
        kind: "set",
        form: "visitors",
        row: 5,
        key: "visitDate",
        was: "2024-01-05",
        value: "2023-02-03",
      },
      { kind: "set", form: "visitors", row: 5, key: "age", was: "", value: 40 },
      { kind: "set", form: "grades", row: 5, key: "reachedD", was: null, value: "2023-02-03" },
      { kind: "set", form: "grades", row: 5, key: "reachedA", was: null, value: "2024-02-01" },
      {
        kind: "append",
        form: "visitors",
        row: holding({ clientId: "LY-ZH002", name: "张三" }),
      },
      {
        kind: "append",
        form: "grades",
        row: { clientId: "LY-ZH002", consultant: "李娜", reachedC: "2024-02-02" },
      },
      { kind: "append", form: "followUps", row: holding({ contactedAt: "2024-01-05 00:00", notes: "/" }) },
      {
        kind: "append",
        form: "followUps",
        row: holding({ notes: "原表“客户姓名”：李二", grade: "D" }),
      },
      { kind: "append", form: "followUps", row: holding({ notes: "又来了" }) },
      { kind: "append", form: "followUps", row: holding({ clientId: "LY-ZH002" }) },
    ]);
  });

  test("the same file again changes nothing", () => {
    const after = written(book, taken.changes);
    const again = takeIn(after, old, { year: 2023 });
    expect(again.changes).toEqual([]);
    expect(again.fates.filter(({ kind }) => kind !== "rejected")).toMatchObject([
      { kind: "joined", already: true },
      { kind: "joined", already: true },
      { kind: "joined", already: true },
    ]);
  });

  test("a plain number fills its band and stays in the notes; what is there keeps its band", () => {
    const there = bookOf({
      visitors: `
        | clientId | visitDate  | name | consultant | mobile        | totalPriceBand |
        | LY-LS003 | 2024-01-05 | 李四 | 王强       | 138 0379 1111 | 31–40          |
      `,
    });
    const priced = table(`
      | 日期     | 业务员 | 姓名 | 手机        | 总价  | 单价 | 面积 | 备注   |
      | 2024.2.1 | 王强   | 张三 | 13803791234 | 85万  | 3200 | 80.5 | 看三房 |
      | 2024.2.2 | 王强   | 李四 | 13803791111 | 500000 |     |      | 又来了 |
    `);
    const found = takeIn(there, priced);
    expect(found.fates[0]).toMatchObject({ hints: [{ code: "keptInNotes", caption: "面积" }] });
    const after = written(there, found.changes);
    expect(cellsOf(after, "visitors")).toMatchObject([
      { clientId: "LY-LS003", totalPriceBand: "31–40" },
      {
        totalPriceBand: "81–100",
        unitPriceBand: "3000–3500",
        notes: "看三房\n原表“总价”：85万\n原表“单价”：3200\n原表“面积”：80.5",
      },
    ]);
    expect(cellsOf(after, "visitors")[1]?.["areaBand"]).toBeFalsy();
    expect(takeIn(after, priced).changes).toEqual([]);
  });

  test("our own numbers are kept, unless somebody has them", () => {
    const found = takeIn(
      bookOf({
        visitors: [{ clientId: "LY-ZS001", name: "张松", mobile: "13803790000", visitDate: "2023-01-01" }],
      }),
      table(`
        | 编号     | 日期       | 业务员 | 姓名 | 手机        |
        | LY-ZS001 | 2023-03-01 | 王强   | 张三 | 13803791231 |
        | LY-ZS003 | 2023-03-02 | 王强   | 张山 | 13803791232 |
        | LY-ZS002 | 2023-03-03 | 王强   | 张山 | 13803791233 |
      `),
    );
    expect(found.fates).toMatchObject([
      { clientId: "LY-ZS004" },
      { clientId: "LY-ZS003" },
      { clientId: "LY-ZS002" },
    ]);
    expect(found.changes[0]).toEqual({ kind: "counter", prefix: "LY-ZS", highest: 4 });
  });

  test("rows = taken + joined + rejected, and nobody shares a number (for any register)", () => {
    const cell = (...some: readonly RawCell[]) => fc.constantFrom(...some);
    const anyRow = fc.tuple(
      cell(null, "2023.3.5", "3月8日", "昨天", 45000, "2023-02-30"),
      cell("王强", "钱多多", null, "/"),
      cell("张三", "李四", "张先生", "★", null, "欧阳修"),
      cell("13803791234", 13803791235, "138 0379 1236", "1380379123", "/", null, "63912345"),
      cell("日报/户外", "网络", null),
      cell("a", "B类", "好", null, "×"),
      fc.oneof(fc.string(), cell(null)),
    );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const headers = ["日期", "业务员", "姓名", "手机", "渠道", "级别", "备注"];
        const found = takeIn(bookOf(), [headers, ...rows]);
        const blank = rows.filter((row) => row.every((each) => each === null || String(each).trim() === ""));
        expect(found.fates).toHaveLength(rows.length - blank.length);
        const after = written(bookOf(), found.changes);
        const people = found.fates.filter(({ kind }) => kind === "taken").length;
        const joined = found.fates.filter(({ kind }) => kind === "joined").length;
        const ids = cellsOf(after, "visitors").map((row: Cells) => row["clientId"]);
        expect(new Set(ids).size).toBe(people);
        expect(ids).toHaveLength(people);
        expect(cellsOf(after, "grades")).toHaveLength(people);
        expect(cellsOf(after, "followUps")).toHaveLength(people + joined);
        // What was said stands somewhere.
        const text = JSON.stringify([cellsOf(after, "followUps"), found.fates]);
        for (const [at, row] of rows.entries()) {
          const notes = row[6];
          if (typeof notes === "string" && notes.trim() !== "" && !blank.includes(row))
            expect([at, text.includes(JSON.stringify(notes.trim()).slice(1, -1))]).toEqual([at, true]);
        }
        expect(takeIn(after, [headers, ...rows]).changes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const folder = join(__dirname, "../../../../../shared/data/old");
const file = join(folder, "来访登记-2023.xlsx");
const withSample = existsSync(file) ? describe : describe.skip;

interface Truth {
  readonly name: string;
  readonly gender: string;
  readonly age: number;
  readonly mobile: string;
  readonly area: string;
  readonly channels: readonly string[];
  readonly consultant: string;
  readonly date: string;
  readonly grade: string;
  readonly notes: string;
}

withSample("the sample register of 2023 (left out where the sample is not at hand)", () => {
  test("all sixty rows mean what they mean", async () => {
    const read = await readSheets(new Uint8Array(readFileSync(file)));
    const [sheet] = read.sheets;
    if (!sheet) throw new Error("no sheet");
    const truth = JSON.parse(
      readFileSync(join(folder, "来访登记-2023.truth.json"), "utf8"),
    ) as readonly Truth[];
    const found = takeIn(bookOf(), matrixOf(sheet));
    expect(found.fates.map(({ kind }) => kind)).toEqual(truth.map(() => "taken"));
    expect(found.leftColumns).toEqual(["领导批示"]);
    expect(found.newConsultants).toEqual([]);
    const after = written(bookOf(), found.changes);
    const gradeOf = new Map(cellsOf(after, "grades").map((row) => [row["clientId"], row]));
    const meant = cellsOf(after, "visitors").map((row): Truth => {
      const reached = gradeOf.get(row["clientId"] ?? null) ?? {};
      const grade = ["A", "B", "C", "D"].find((each) => reached[`reached${each}`] === row["visitDate"]);
      return {
        name: String(row["name"]),
        gender: String(row["gender"]),
        age: Number(row["age"]),
        mobile: String(row["mobile"]).replaceAll(" ", ""),
        area: String(row["residenceArea"]),
        channels: String(row["channels"]).split("、"),
        consultant: String(row["consultant"]),
        date: String(row["visitDate"]),
        grade: grade ?? "",
        notes: String(row["notes"]),
      };
    });
    expect(meant).toEqual(truth);
  });
});

describe("words beside what is read", () => {
  const there = bookOf();
  const noted = (header: string, cell: string) => {
    const adoption = takeIn(there, [
      ["日期", "业务员", "姓名", "手机", "级别", "备注", "下次来访时间"].map((each) => each),
      ["2023.3.5", "王强", "张三", "13803791234", "B", "问价", null].map((each, at) =>
        ["日期", "业务员", "姓名", "手机", "级别", "备注", "下次来访时间"][at] === header ? cell : each,
      ),
    ]);
    const after = written(there, adoption.changes);
    const [grade] = cellsOf(after, "grades");
    const reached = ["D", "C", "B", "A", "Deal", "Lost"].filter((each) => grade?.[`reached${each}`]);
    const [visit] = cellsOf(after, "visitors");
    return [visit?.["visitDate"], reached.join(""), visit?.["notes"]];
  };
  test.each([
    ["级别", "A类（等房票，急）", ["2023-03-05", "A", "问价\n原表“级别”：A类（等房票，急）"]],
    ["级别", "B（3.5升A）", ["2023-03-05", "B", "问价\n原表“级别”：B（3.5升A）"]],
    ["级别", "×(已买竞品)", ["2023-03-05", "Lost", "问价\n原表“级别”：×(已买竞品)"]],
    ["级别", "B级-价格异议", ["2023-03-05", "B", "问价\n原表“级别”：B级-价格异议"]],
    ["级别", "B→A", ["2023-03-05", "A", "问价\n原表“级别”：B→A"]],
    ["级别", "AB", ["2023-03-05", "C", "问价\n原表“级别”：AB"]],
    ["级别", "√(已退)", ["2023-03-05", "C", "问价\n原表“级别”：√(已退)"]],
    ["级别", "□A ☑B □C □D", ["2023-03-05", "B", "问价"]],
    ["级别", "A√", ["2023-03-05", "A", "问价\n原表“级别”：A√"]],
    ["级别", "☑A ☑B", ["2023-03-05", "C", "问价\n原表“级别”：☑A ☑B"]],
    ["级别", "A类客户", ["2023-03-05", "A", "问价"]],
    ["日期", "2023-3-10（第二次来）", ["2023-03-10", "B", "问价\n原表“日期”：2023-3-10（第二次来）"]],
    ["日期", "2023年3月9日 下午", ["2023-03-09", "B", "问价\n原表“日期”：2023年3月9日 下午"]],
    ["日期", "2023.3.9（周四）", ["2023-03-09", "B", "问价"]],
  ])("%s %s", (header, cell, expected) => {
    expect(noted(header, cell)).toEqual(expected);
  });

  test.each([
    ["王强（离职）", "王强", "问价"],
    ["王 强(已离职)", "王强", "问价"],
    ["孙明（离职）", "孙明", "问价"],
    ["王强/李娜", "王强", "问价\n原表“业务员”：王强/李娜"],
    ["王强转李娜", "李娜", "问价\n原表“业务员”：王强转李娜"],
    ["王强（实习）", "王强", "问价\n原表“业务员”：王强（实习）"],
  ])("the consultant %s is %s", (cell, consultant, notes) => {
    const old = [
      ["日期", "业务员", "姓名", "手机", "备注"],
      ["2023.3.5", cell, "张三", "13803791234", "问价"],
    ];
    const after = written(there, takeIn(there, old).changes);
    expect(cellsOf(after, "visitors")).toMatchObject([{ consultant, notes }]);
    expect(takeIn(after, old).changes).toEqual([]);
  });

  test("two columns kept under one caption are one, and neither is lost", () => {
    const headers = ["日期", "业务员", "姓名", "手机", "批示", "批示"];
    const adoption = adopt(
      there,
      {
        form: "visitors",
        headers,
        rows: [
          ["同意", "再议"],
          ["阅", "阅"],
          [null, "第二"],
        ].map((own, at) => {
          const cells = ["2023.3.5", "王强", "张三", `1380379123${at}`, ...own];
          return { row: at + 2, cells, original: cells };
        }),
        setAside: [],
        mapping: [
          ...["visitDate", "consultant", "name", "mobile"].map((key): ColumnUse => ({ use: "blank", key })),
          { use: "own", caption: "批示" },
          { use: "own", caption: "批示" },
        ],
      },
      { today },
    );
    const after = written(there, adoption.changes);
    expect(cellsOf(after, "visitors").map((row) => row["own:批示"])).toEqual(["同意；再议", "阅", "第二"]);
  });
});
