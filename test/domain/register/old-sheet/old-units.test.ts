/** 收编: units told in columns of their own. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import {
  leadsOf,
  looseUnit,
  unitSpeller,
  withUnitParts,
} from "../../../../src/domain/register/old-sheet/old-units";
import { unitOf } from "../../../../src/domain/register/old-sheet/unit-parts";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string): OldTable => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn), { fileName: "2024成交.xlsx" });
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return table;
};

const people = `
  | clientId | name | mobile |
  | LY-ZS001 | 张三 | 13803791001 |
  | LY-LS001 | 李四 | 13803791002 |
  | LY-WW001 | 王五 | 13803791003 |
`;

const unitsOf = (drawn: string, units?: string) => {
  const table = only(drawn);
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf({ visitors: people, ...(units === undefined ? {} : { units }) });
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, consultant: "王强", year: 2024 });
  return {
    fates: fates.map(({ kind }) => kind),
    units: changes.flatMap((change) =>
      change.kind === "append" && change.form === "deals" ? [change.row["unitNo"]] : [],
    ),
    own: mapping.flatMap((use) => (use.use === "own" ? [use.caption] : [])),
  };
};

const parts = `
  | 认购日期 | 业主 | 联系电话     | 楼号  | 单元  | 房号 | 建筑面积 | 单价 | 总价   |
  | 2024.3.5 | 张三 | '13803791001 | 1号楼 | 1单元 | 301  | 100      | 6000 | 600000 |
  | 2024.3.6 | 李四 | '13803791002 | 2号楼 | 1单元 | 301  | 100      | 6000 | 600000 |
  | 2024.3.7 | 王五 | '13803791003 | 2#    |       | 502室 | 100     | 6000 | 600000 |
`;

test("楼号, 单元 and 房号 are one unit; the same room of another building is another", () => {
  expect(unitsOf(parts)).toEqual({
    fates: ["joined", "joined", "joined"],
    units: ["1-1-301", "2-1-301", "2-502"],
    own: [],
  });
});

test("as 销控表 spells them", () => {
  const board = `
    | unitNo   | building | section | status |
    | 1-1-0301 | 1        | 1       | 可售   |
    | 2-1-0301 | 2        | 1       | 可售   |
    | 2-0502   | 2        |         | 可售   |
  `;
  expect(unitsOf(parts, board).units).toEqual(["1-1-0301", "2-1-0301", "2-0502"]);
});

test("a number without its section is the one home of that building and room on 销控表; of two it stays as written", () => {
  const sold = (...units: readonly string[]): string => `
    | 认购日期 | 业主 | 联系电话     | 房号        | 建筑面积 | 单价 | 总价   |
    | 2024.3.5 | 张三 | '13803791001 | ${units[0]} | 100      | 6000 | 600000 |
    | 2024.3.6 | 李四 | '13803791002 | ${units[1]} | 100      | 6000 | 600000 |
  `;
  const board = `
    | unitNo   | building | section | status |
    | 3-1-1201 | 3        | 1       | 可售   |
    | 3-2-1201 | 3        | 2       | 可售   |
    | 5-1-301  | 5        | 1       | 可售   |
  `;
  expect(unitsOf(sold("3#1201（2单元）", "5栋301"), board).units).toEqual(["3-2-1201", "5-1-301"]);
  expect(unitsOf(sold("3号楼1201室(二单元)", "3#1201"), board).units).toEqual(["3-2-1201", "3#1201"]);
});

test.each([
  ["楼栋 | 楼层 | 户号", "3栋 | 12 | 2", "3-1202"],
  ["栋号 | 房号", "A座 | 2-1202", "A-2-1202"],
  ["楼栋 | 单元 | 房号", "3 | 2 | 2-1202", "3-2-1202"],
  ["楼栋 | 单元 | 房号", "3 | 2 | 3-2-1202", "3-2-1202"],
  ["幢号 | 单元号 | 房间号", "十二幢 | 二单元 | 301", "12-2-301"],
  ["楼号 | 房号", "/ | 301", "301"],
])("%s: %s is %s", (headers, cells, unit) => {
  const found = unitsOf(`
    | 成交登记 | < | < |
    | 认购日期 | 业主 | 联系电话     | ${headers} | 成交总价 |
    | 2024.3.5 | 张三 | '13803791001 | ${cells.replace(/(^|\| )(?=\d)/gu, "$1'")} | 600000 |
  `);
  expect(found).toEqual({ fates: ["joined"], units: [unit], own: [] });
});

test.each([
  ["1号楼", "1单元", "12F", "01", "1-1-1201"],
  ["1号楼", "1单元", "13F", "01", "1-1-1301"],
  ["1号楼", "1单元", "负一层", "01", "1-1-B101"],
  ["1号楼", "1单元", "-1", "01", "1-1-B101"],
  ["1号楼", "", "", "301铺", "1-301"],
  ["1号楼", "1单元", "", "301号房", "1-1-301"],
  ["一期3栋", "1单元", "", "301", "一期3栋-1-301"],
  ["1", "1", "3", "A", "1-1-03A"],
  ["A座", "", "3层", "0302", "A-0302"],
])("a deal's %s %s %s %s is the unit that 销控表 has", (building, section, floor, unitNo, unit) => {
  const cells = { building, section, floor, door: "", unitNo };
  expect(unitOf(cells, "section")).toMatchObject({ unitNo: unit });
  const columns = Object.entries({ 楼号: building, 单元: section, 楼层: floor, 房号: unitNo });
  const joined = withUnitParts(
    columns.map(([header, raw]) => ({ header, raw })),
    "section",
  );
  expect(joined).toEqual([{ header: "房号", raw: unit }]);
});

const besideBuildings = (...homes: readonly string[]): string =>
  [
    "| 认购日期 | 业主 | 联系电话 | 楼栋 | 楼层 | 房号 | 成交总价 |",
    ...homes.map(
      (home, at) =>
        `| 2024.3.${at + 5} | ${"张三 李四 王五".split(" ")[at]} | '1380379100${at + 1} | ${home} | 600000 |`,
    ),
  ].join("\n");

test.each([
  ["'3 | / | 3-301", "3-301"],
  ["3栋 | / | 3-301", "3-301"],
  ["S1 | / | S1-101", "S1-101"],
  ["'3 | 12 | 3-1201", "3-1201"],
  ["一期3栋 | / | 3-1201", "一期3栋-1201"],
])("%s: a room's lead that is its building everywhere is no section", (home, unit) => {
  expect(unitsOf(besideBuildings(home)).units).toEqual([unit]);
});

test("and is the section once it is another number than the building's on any row", () => {
  expect(unitsOf(besideBuildings("'3 | / | 3-301", "'3 | / | 1-301")).units).toEqual(["3-3-301", "3-1-301"]);
  expect(unitsOf(besideBuildings("'3 | / | 3-301", "'5 | / | 5-301")).units).toEqual(["3-301", "5-301"]);
});

test("one slip of the pen among many makes no sections", () => {
  const row = (building: string, room: string) => [
    { header: "楼栋", raw: building },
    { header: "房号", raw: room },
  ];
  const right = Array.from({ length: 12 }, (_, at) => row("3", `3-${at + 1}01`));
  expect(leadsOf([...right, row("3", "5-301")])).toBe("building");
  expect(leadsOf([...right, row("3", "1-301"), row("3", "2-301")])).toBe("section");
});

test("such a deal is of the home that 销控表 has", () => {
  const board = (unit: string): string => `
    | unitNo  | status |
    | ${unit} | 可售   |
    | 3-3-301 | 可售   |
  `;
  expect(unitsOf(besideBuildings("'3 | / | 3-301"), board("3-301")).units).toEqual(["3-301"]);
  expect(unitsOf(besideBuildings("'3 | / | 3-301"), board("3-1-301")).units).toEqual(["3-301"]);
});

test("a home of another area is not the one whose section is left out", () => {
  const board = (area: number): string => `
    | unitNo  | building | section | floorArea | status |
    | 5-1-301 | 5        | 1       | ${area}   | 可售   |
  `;
  const sold = `
    | 认购日期 | 业主 | 联系电话     | 房号    | 建筑面积 | 单价 | 总价    |
    | 2024.3.5 | 张三 | '13803791001 | 5栋301 | 120      | 9000 | 1080000 |
  `;
  expect(unitsOf(sold, board(89)).units).toEqual(["5栋301"]);
  expect(unitsOf(sold, board(119.6)).units).toEqual(["5-1-301"]);
});

test("a room that tells its building stands as written", () => {
  const found = unitsOf(`
    | 认购日期 | 业主 | 联系电话     | 单元 | 房号     | 成交总价 |
    | 2024.3.5 | 张三 | '13803791001 | 1    | 3-1-0202 | 600000 |
  `);
  expect(found).toEqual({ fates: ["joined"], units: ["3-1-0202"], own: [] });
});

test.each([
  ["#N/A", "301"],
  ["1号楼", "#N/A"],
  ["1号楼", "/"],
])("half a unit is none: %s and %s", (building, room) => {
  const { fates, units } = unitsOf(`
    | 认购日期 | 业主 | 联系电话     | 楼号        | 房号    | 成交总价 |
    | 2024.3.5 | 张三 | '13803791001 | ${building} | ${room} | 600000 |
  `);
  expect([fates, units]).toEqual([["rejected"], []]);
});

test.each([
  ["1-1-0301", "1-1-301"],
  ["1号楼1单元301室", "1-1-301"],
  ["１#－１单元－３０１", "1-1-301"],
  ["a座1201", "A-1201"],
  ["301", "301"],
])("%s is loosely %s", (unit, loose) => {
  expect(looseUnit(unit)).toBe(loose);
});

test("two rows of 销控表 that only noughts tell apart are nobody's spelling", () => {
  const spelled = unitSpeller(["1-0301", "1-301", "2-0301"]);
  expect(["1-301", "2号楼301", "9-101"].map(spelled)).toEqual(["1-301", "2-0301", "9-101"]);
});
