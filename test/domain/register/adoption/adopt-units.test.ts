/** 收编 of an old 销控表: numbers composed, states and prices held against ours, rows joined to the board (R12, R13). */
import fc from "fast-check";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { type Adoption, joiningOf, numberOf } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { generateUnits } from "../../../../src/domain/register/sales/generate-units";
import { keepMapping, mappingFrom } from "../../../../src/domain/register/old-sheet/kept-mapping";
import { leftTable } from "../../../../src/domain/register/adoption/left-rows";
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { RawCell, Row } from "../../../../src/domain/register/register";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { yuanOf } from "../../../../src/domain/kit/money";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const only = (tables: readonly OldTable[]): OldTable => {
  const [table, ...others] = tables;
  if (table?.form !== "units" || others.length > 0)
    throw new Error(`tables: ${tables.map(({ form }) => form).join()}`);
  return table;
};

const takeIn = (drawn: string, book: SiteBook = bookOf()) => {
  const table = only(oldTablesIn(sheetOf(drawn)));
  const mapping = guessedMapping(table, table.form, table.matches);
  const adoption = adopt(book, { ...table, mapping }, { today });
  return { table, mapping, adoption, after: written(book, adoption.changes) };
};

const fatesOf = ({ fates }: Adoption): readonly string[] =>
  fates.map((fate) => {
    const end =
      fate.kind === "taken"
        ? numberOf(fate)
        : fate.kind === "joined"
          ? `${numberOf(fate)}${fate.already ? " already" : ""}`
          : fate.kind === "rejected"
            ? fate.reasons.map(({ code }) => code).join(" ")
            : fate.why;
    return `${fate.row} ${fate.kind} ${end}`;
  });

const hintCodes = ({ fates }: Adoption): readonly string[] =>
  fates.flatMap((fate) => ("hints" in fate ? fate.hints.map(({ code }) => `${fate.row} ${code}`) : []));

const board = (book: SiteBook, ...keys: readonly string[]): readonly string[] =>
  cellsOf(book, "units").map((row) => keys.map((key) => row[key] ?? "").join(" "));

test.each([
  ["已定", "认购"],
  ["小订", "认购"],
  ["已认购未签约", "认购"],
  ["已下定", "认购"],
  ["领导预留", "保留"],
  ["销控", "保留"],
])("%s is %s", (said, state) => {
  const { adoption, after } = takeIn(`
    | 房源编号 | 建筑面积 | 单价 | 状态    |
    | 1-1-101  | 100      | 8000 | 可售    |
    | 1-1-102  | 100      | 8000 | ${said} |
  `);
  expect(board(after, "unitNo", "status")).toEqual(["1-1-101 可售", `1-1-102 ${state}`]);
  expect(hintCodes(adoption)).not.toContain("3 unitStateStrange");
});

describe("new units", () => {
  const old = `
    | 翠湖花园销控表 | | | | | | | | | | |
    | 楼栋  | 单元  | 楼层 | 房号 | 户型     | 建筑面积 | 套内面积 | 单价 | 总价    | 状态   | 置业顾问 |
    | 1号楼 | 1单元 | 3层  | 301  | 3室2卫   | 120.5    | 98.2     | 8000 | 964000  | 未售   |          |
    | 1#    | 一    | 3    | 02   | 2室1厅2卫 | 89       | 70       | 8100 | 720900  | 已认购 | 王强     |
    | A座   |       | -1   | 1    | 2/2      | 40       | 33       | 0.6万 | 24万   | 售出   |          |
    | 合计  |       |      |      |          | 249.5    |          |      |         |        |          |
  `;
  const { adoption, after, mapping, table } = takeIn(old);

  test("have the number as 批量生成房源 makes it, and their parts", () => {
    expect(fatesOf(adoption)).toEqual([
      "3 taken 1-1-301",
      "4 taken 1-1-0302",
      "5 taken A-B101",
      "6 setAside subtotal",
    ]);
    expect(board(after, "unitNo", "building", "section", "floor", "door")).toEqual([
      "1-1-301 1 1 3 01",
      "1-1-0302 1 1 3 02",
      "A-B101 A  B1 01",
    ]);
  });

  test("have area, price, layout and state as ours are written; other columns are their own", () => {
    expect(board(after, "layout", "floorArea", "unitPrice", "status", "updatedOn")).toEqual([
      `3/2 120.5 8000 可售 ${today}`,
      `2/2 89 8100 认购 ${today}`,
      `2/2 40 6000 已售 ${today}`,
    ]);
    expect(board(after, "own:套内面积", "own:置业顾问")).toEqual(["98.2 ", "70 王强", "33 "]);
    expect(adoption.ownColumns.map(({ caption }) => caption)).toEqual(["套内面积", "置业顾问"]);
  });

  test("what is sold there and not here is told", () => {
    expect(hintCodes(adoption)).toEqual(["4 unitUndealt", "5 unitUndealt"]);
    expect(hintsOf(adoption.fates).unread).toEqual([
      { caption: "状态", kept: "undealt", rows: 2, values: ["已认购", "售出"] },
    ]);
  });

  test("are there the second time, and nothing is written", () => {
    const again = takeIn(old, after).adoption;
    expect(fatesOf(again).slice(0, 3)).toEqual([
      "3 joined 1-1-301 already",
      "4 joined 1-1-0302 already",
      "5 joined A-B101 already",
    ]);
    expect(again.changes).toEqual([]);
    const [first] = again.fates;
    expect(first?.kind === "joined" && say(joiningOf(first), "zh").says).toBe(
      "1-1-301 已在销控表里，没有要补的，没有再写",
    );
  });

  test("the mapping is kept for the next list of the make", () => {
    expect(mappingFrom(keepMapping(table, "units", mapping), table)).toEqual(mapping);
  });
});

test.each([
  ["1-2-301", "1-2-301 1 2"],
  ["1#2单元301", "1-2-301 1 2"],
  ["1栋2单元3层301室", "1-2-301 1 2"],
  ["1号楼0301", "1-0301 1 "],
  ["十二幢二单元301室", "12-2-301 12 2"],
  ["锦绣苑3栋301", "锦绣苑3栋-301 锦绣苑3栋 "],
  ["1-2-3-01", "1-2-0301 1 2"],
])("房号 %s is %s", (room, unit) => {
  const { after } = takeIn(`
    | 房号    | 面积 | 单价 | 状态 |
    | '${room} | 100 | 8000 | 可售 |
  `);
  expect(board(after, "unitNo", "building", "section")).toEqual([unit]);
});

test("1-301 beside a building of its own is a section's where one row shows it", () => {
  const rows = (more: string) =>
    board(
      takeIn(`
        | 楼栋 | 房号  | 面积 | 单价 | 状态 |
        | 1    | 1-301 | 100  | 8000 | 可售 |
        ${more}
      `).after,
      "unitNo",
    );
  expect(rows("| 1 | 2-301 | 100 | 8000 | 可售 |")).toEqual(["1-1-301", "1-2-301"]);
  expect(rows("| 2 | 2-301 | 100 | 8000 | 可售 |")).toEqual(["1-301", "2-301"]);
});

test("what makes no number is a problem, with its original cells", () => {
  const { adoption, table, mapping } = takeIn(`
    | 楼栋 | 单元 | 楼层 | 房号    | 面积 | 状态 |
    | 1    | 1    | 3    | 301     | 100  | 可售 |
    | 1    | 1    | 3    |         | 100  | 可售 |
    | 1    | 1    | 跃层 | 1       | 100  | 可售 |
    | 1    | 1    | 3    | 2-1-301 | 100  | 可售 |
    | 1    | 2    | 3    | 301     | 100  | 可售 |
    | 1    | 2    | 3    | 301     | 99   | 已售 |
    | 1    | 3    | 3    | 301     | 100  | 可售 |
    | 1    | 3    | 3    | 0301    |      | 可售 |
  `);
  expect(fatesOf(adoption)).toEqual([
    "2 taken 1-1-301",
    "3 rejected unitNoUnsaid",
    "4 rejected unitFloorUnread",
    "5 rejected unitPartsDiffer",
    "6 rejected unitTwiceThere",
    "7 rejected unitTwiceThere",
    "8 taken 1-3-301",
    "9 joined 1-3-301",
  ]);
  const left = leftTable({ ...table, mapping }, adoption.fates, "zh");
  expect(left.rows.map(({ row, says }) => `${row} ${says}`).slice(2)).toEqual([
    "5 房源编号：房号“2-1-301”和同一行的楼栋、单元、楼层对不上：楼栋 1，单元 1，楼层 3",
    "6 房源编号：原表里 1-2-301 写了几行（第 6、7 行），“建筑面积”、“状态”不一样",
    "7 房源编号：原表里 1-2-301 写了几行（第 6、7 行），“建筑面积”、“状态”不一样",
  ]);
  expect(left.rows[3]?.cells).toEqual(
    ["1", "2", "3", "301", "100", "可售"].map((cell) => (/\D/u.test(cell) ? cell : Number(cell))),
  );
});

test("a room that a spreadsheet took for a day is no number", () => {
  const sheet = sheetOf(`
    | 房号  | 面积 | 单价 | 状态 |
    | 45352 | 100  | 8000 | 可售 |
  `);
  const table = only(oldTablesIn({ ...sheet, dated: [[], [0]] }));
  const mapping = guessedMapping(table, table.form, table.matches);
  const { fates } = adopt(bookOf(), { ...table, mapping }, { today });
  expect(fates.map((fate) => fate.kind === "rejected" && fate.reasons[0]?.code)).toEqual(["unitIsDay"]);
});

describe("states the board has not", () => {
  const { adoption, after } = takeIn(`
    | 房号  | 面积 | 单价 | 销控     | 客户 | 备注     |
    | 1-101 | 100  | 8000 | 车位抵款 |      | 工程款   |
    | 1-102 | 100  | 8000 |          |      |          |
    | 1-103 | 100  | 8000 |          | 张三 |          |
    | 1-104 | 100  | 8000 | 保留     | 李总 |          |
  `);

  test("are not for sale until somebody has looked, and their words are kept", () => {
    expect(board(after, "status", "own:备注", "own:客户姓名")).toEqual([
      "不可售 工程款；原表“状态”：车位抵款 ",
      "可售  ",
      "不可售  张三",
      "保留  李总",
    ]);
    expect(hintCodes(adoption)).toEqual(["2 unitStateStrange", "3 unitStateUnsaid", "4 unitStateUnsaidSold"]);
    expect(adoption.ownColumns.map(({ caption, isNew }) => `${caption} ${isNew}`)).toEqual([
      "备注 true",
      "客户姓名 true",
    ]);
  });

  test("with no column for it 备注 tells what is not for sale (R13)", () => {
    const list = takeIn(`
      | 房号  | 面积 | 单价 | 备注       |
      | 1-201 | 100  | 8000 | 已售       |
      | 1-202 | 100  | 8000 | 张伟已认购 |
      | 1-203 | 100  | 8000 | 工抵房     |
      | 1-204 | 100  | 8000 | 已解除抵押 |
      | 1-205 | 100  | 8000 | 未售，送车位 |
      | 1-206 | 100  | 8000 |            |
    `);
    expect(board(list.after, "status", "own:备注")).toEqual([
      "不可售 已售",
      "不可售 张伟已认购",
      "不可售 工抵房",
      "可售 已解除抵押",
      "可售 未售，送车位",
      "可售 ",
    ]);
    expect(hintCodes(list.adoption)).toEqual([
      ...["2 unitStateInRow", "3 unitStateInRow", "4 unitStateInRow"],
      ...["5 unitStateUnsaid", "6 unitStateUnsaid", "7 unitStateUnsaid"],
    ]);
  });

  test("a site's own state is one", () => {
    const own = bookOf({}, { lists: { ...bookOf().site.lists, unitState: ["可售", "已售", "车位抵款"] } });
    expect(
      board(
        takeIn(
          `
          | 房号  | 面积 | 单价 | 状态     |
          | 1-101 | 100  | 8000 | 车位抵款 |
        `,
          own,
        ).after,
        "status",
      ),
    ).toEqual(["车位抵款"]);
  });

  test("是否已售 says it with a tick", () => {
    const rows = takeIn(`
      | 楼栋 | 房号 | 建筑面积 | 总售价 | 是否已售 |
      | 1    | 101  | 100      | 800000 | 是       |
      | 1    | 102  | 100      | 800000 | 否       |
      | 1    | 103  | 100      | 800000 | √        |
    `);
    expect(board(rows.after, "status", "unitPrice")).toEqual(["已售 8000", "可售 8000", "已售 8000"]);
  });
});

describe("units that have a deal here", () => {
  const book = bookOf({
    visitors: `
      | clientId | visitDate  | name | consultant | mobile      |
      | LY-ZS001 | 2024-01-05 | 张三 | 王强       | 13803791001 |
      | LY-LS001 | 2024-01-06 | 李四 | 王强       | 13803791002 |
    `,
    deals: `
      | dealId    | subscribedOn | name | consultant | unitNo   |
      | CLY-ZS001 | 2024-02-05   | 张三 | 王强       | 1-1-0301 |
    `,
  });
  const { adoption, after } = takeIn(
    `
    | 楼栋 | 单元 | 房号 | 面积 | 单价 | 状态 | 客户 | 联系电话     |
    | 1    | 1    | 301  | 100  | 8000 | 可售 | 王五 | '13803791009 |
    | 1    | 1    | 302  | 100  | 8000 | 认购 | 李四 | '13803791002 |
    | 1    | 1    | 303  | 100  | 8000 | 签约 | 赵六 | '13803791008 |
    | 1    | 1    | 304  | 100  | 8000 | 可售 | 李四 | '13803791002 |
  `,
    book,
  );

  test("are spelled, sold and somebody's as the deal says; the old list's words are kept and told", () => {
    expect(board(after, "unitNo", "status", "clientId", "own:客户姓名", "own:客户电话", "own:备注")).toEqual([
      "1-1-0301 认购 LY-ZS001 王五 138 0379 1009 原表“状态”：可售",
      "1-1-302 认购 LY-LS001   ",
      "1-1-303 签约  赵六 138 0379 1008 ",
      "1-1-304 可售  李四 138 0379 1002 ",
    ]);
    expect(hintCodes(adoption)).toEqual([
      "2 unitStateByDeal",
      "2 unitClientOtherwise",
      "3 unitUndealt",
      "3 unitClientFound",
      "4 unitUndealt",
    ]);
  });
});

describe("units that are on the board", () => {
  const there = bookOf({
    units: `
      | unitNo   | building | section | floor | door | floorArea | unitPrice | status | own:套内面积 |
      | 1-1-0301 | 1        | 1       | 3     | 01   | 100       | 8000      | 可售   |              |
      | 1-1-0302 | 1号楼    | 1       |       |      |           |           | 认购   | 80           |
    `,
  });
  const old = `
    | 楼栋  | 单元 | 楼层 | 房号 | 面积  | 单价 | 总价   | 状态 | 套内面积 |
    | 1号楼 | 1    | 3    | 301  | 100.0 | 8200 | 820000 | 已售 | 82       |
    | 1号楼 | 1    | 3    | 302  | 90    | 8100 | 729000 | 认购 | 81       |
  `;
  const { adoption, after } = takeIn(old, there);

  test("are filled up, never overwritten; the old list's words are kept beside", () => {
    expect(fatesOf(adoption)).toEqual(["2 joined 1-1-0301", "3 joined 1-1-0302"]);
    expect(
      board(after, "building", "floor", "floorArea", "unitPrice", "status", "own:套内面积", "own:备注"),
    ).toEqual([
      "1 3 100 8000 可售 82 原表“状态”：已售；原表“单价”：8200",
      "1号楼 3 90 8100 认购 80 原表“套内面积”：81",
    ]);
    expect(hintCodes(adoption)).toEqual(["2 unitOtherwise", "2 unitOtherwise", "3 unitOtherwise"]);
  });

  test("the second time nothing is written", () => {
    expect(takeIn(old, after).adoption.changes).toEqual([]);
  });
});

test("a total that price and area do not make is kept and told; one in 万元 is understood", () => {
  const { adoption, after } = takeIn(`
    | 房号  | 面积 | 单价 | 总价   | 状态 |
    | 1-101 | 100  | 8000 | 812000 | 可售 |
    | 1-102 | 100  | 8000 | 80     | 可售 |
    | 1-103 | 100  |      | 799999 | 可售 |
    | 1-104 |      |      | 799999 | 可售 |
  `);
  expect(board(after, "unitPrice", "own:备注")).toEqual([
    "8000 原表“总价”：812000",
    "8000 ",
    "7999.99 ",
    " 原表“总价”：799999",
  ]);
  expect(hintCodes(adoption)).toEqual(["2 unitTotalOtherwise", "4 unitPriceFromTotal"]);
});

test("the builder's names of layouts are a column of their own", () => {
  const { after, mapping } = takeIn(`
    | 房号  | 户型 | 面积 | 单价 | 状态 |
    | 1-101 | A1   | 100  | 8000 | 可售 |
    | 1-102 | B2   | 90   | 8000 | 可售 |
  `);
  expect(mapping[1]).toEqual({ use: "own", caption: "原表户型" });
  expect(board(after, "own:原表户型", "layout")).toEqual(["A1 ", "B2 "]);
});

describe("law: units written in the ways people write them come back", () => {
  const ways = {
    parts: ["楼栋", "单元", "楼层", "户号"],
    rooms: ["幢号", "单元", "楼层", "房号"],
    whole: ["房号"],
    words: ["房间号"],
    buildingAndRest: ["楼号", "房号"],
  } as const;
  type Way = keyof typeof ways;
  const spelt = (way: Way, row: Row, loose: boolean): RawCell[] => {
    const [building, section, floor, door] = ["building", "section", "floor", "door"].map((key) =>
      String(row[key] ?? ""),
    ) as [string, string, string, string];
    const room = loose ? `${floor}${door}` : (String(row["unitNo"]).split("-").at(-1) ?? "");
    const named = /\d/u.test(building) ? `${building}号楼` : `${building}座`;
    switch (way) {
      case "parts":
        return [building, section === "" ? null : `${section}单元`, floor, door];
      case "rooms":
        return [named, section === "" ? null : section, `${floor}层`, room];
      case "whole":
        return [[building, section, room].filter((part) => part !== "").join("-")];
      case "words":
        return [`${named}${section === "" ? "" : `${section}单元`}${room}室`];
      case "buildingAndRest":
        return [named, section === "" ? room : `${section}-${room}`];
    }
  };
  const states = [
    ["可售", "未售"],
    ["保留", "预留"],
    ["认购", "已认购"],
    ["签约", "已网签"],
    ["已售", "售出"],
    ["不可售", "不可售"],
  ] as const;

  test("equal, or in the list of problems", () => {
    fc.assert(
      fc.property(
        fc.record({
          way: fc.constantFrom<Way>("parts", "rooms", "whole", "words", "buildingAndRest"),
          buildings: fc.constantFrom("1", "1、2", "A、B", "3-4", "12"),
          sections: fc.constantFrom(0, 2, 3),
          from: fc.constantFrom(-1, 1, 9),
          floors: fc.integer({ min: 1, max: 4 }),
          loose: fc.boolean(),
          onBoard: fc.boolean(),
          state: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 5 }),
          twice: fc.option(fc.nat(), { freq: 3 }),
        }),
        ({ way, buildings, sections, from, floors, loose, onBoard, state, twice }) => {
          const made = generateUnits(
            salesLedger(bookOf(), today),
            {
              buildings,
              sections,
              fromFloor: from,
              toFloor: from + floors,
              without: "",
              propertyType: "高层",
              doors: ["01", "02"].map((door, at) => ({
                door,
                layout: "3/2",
                floorArea: 89.5 + at,
                unitPrice: yuanOf(8000 + at),
              })),
            },
            today,
          );
          if (typeof made === "string") throw new Error(made);
          const units = made.changes.flatMap((change) => (change.kind === "append" ? [change.row] : []));
          const stateOf = (at: number) => states[state[at % state.length] ?? 0] ?? states[0];
          const lines = units.map((row, at): RawCell[] => [
            ...spelt(way, row, loose),
            row["floorArea"] ?? null,
            row["unitPrice"] ?? null,
            stateOf(at)[at % 2] ?? "",
          ]);
          const again = twice === undefined || twice === null ? undefined : twice % lines.length;
          const twin = again === undefined ? [] : [[...(lines[again] ?? []).slice(0, -2), 1, "可售"]];
          const rows = [[...ways[way], "建筑面积", "单价", "销售状态"], ...lines, ...twin];
          const book = onBoard ? written(bookOf(), made.changes) : bookOf();
          const [table] = oldTablesIn({
            sheet: "Sheet1",
            firstRow: 1,
            rows,
            merges: [],
          });
          if (table?.form !== "units") throw new Error(table?.form ?? "none");
          const mapping = guessedMapping(table, "units", table.matches);
          const { fates, changes } = adopt(book, { ...table, mapping }, { today });
          expect(fates.map(({ row }) => row)).toEqual(rows.slice(1).map((_, at) => at + 2));
          const rejected = fates.flatMap((fate) => (fate.kind === "rejected" ? [fate.row - 2] : []));
          expect(rejected).toEqual(again === undefined ? [] : [again, lines.length]);
          const after = cellsOf(written(book, changes), "units");
          // Without a board the room stays as the list writes it.
          const numberFor = (row: Row): string => {
            const isWritten = way !== "parts" && loose && !onBoard;
            const parts = [row["building"], row["section"], `${row["floor"]}${row["door"]}`];
            return isWritten ? parts.filter((part) => part !== undefined).join("-") : String(row["unitNo"]);
          };
          const expected = units.flatMap((row, at) =>
            at === again && !onBoard
              ? []
              : [
                  {
                    unitNo: numberFor(row),
                    building: row["building"],
                    section: row["section"] ?? null,
                    floorArea: row["floorArea"],
                    unitPrice: row["unitPrice"],
                    status: onBoard ? "可售" : stateOf(at)[0],
                  },
                ],
          );
          expect(
            after.map(({ unitNo, building, section, floorArea, unitPrice, status }) => ({
              unitNo,
              building,
              section: section ?? null,
              floorArea,
              unitPrice,
              status,
            })),
          ).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});
