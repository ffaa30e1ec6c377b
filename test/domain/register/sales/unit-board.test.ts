import fc from "fast-check";
import { yuanOf } from "../../../../src/domain/kit/money";
import {
  generateUnits,
  listOf,
  type BuildingPlan,
} from "../../../../src/domain/register/sales/generate-units";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { countStates, matches, unitBoard } from "../../../../src/domain/register/sales/unit-board";
import { draw } from "../../draw";
import type { Moment } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { holdUnit } from "../../../../src/domain/register/sales/hold-unit";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { bookOf, register, today, written } from "../book-of";

const doors = [
  { door: "01", layout: "3/2", floorArea: 92.5, unitPrice: yuanOf(3600) },
  { door: "02", layout: "2/2", floorArea: 80, unitPrice: yuanOf(3700) },
];
const plan: BuildingPlan = {
  buildings: "1、3",
  sections: 2,
  fromFloor: 2,
  toFloor: 5,
  without: "4",
  propertyType: "小高层",
  doors,
};
const empty = salesLedger(bookOf(), today);

describe("楼栋 × 单元 × 层 × 户", () => {
  test("every door of every floor, none of the floors left out", () => {
    const made = generateUnits(empty, plan, today);
    if (typeof made === "string") throw new Error(made);
    expect(made.unitNos).toHaveLength(2 * 2 * 3 * 2);
    expect(made.unitNos.slice(0, 5)).toEqual(["1-1-0201", "1-1-0202", "1-1-0301", "1-1-0302", "1-1-0501"]);
    expect(made.changes[0]).toEqual({
      kind: "append",
      form: "units",
      row: {
        unitNo: "1-1-0201",
        building: "1",
        section: "1",
        floor: "2",
        door: "01",
        propertyType: "小高层",
        layout: "3/2",
        floorArea: 92.5,
        unitPrice: 3600,
        status: "可售",
        updatedOn: today,
      },
    });
  });

  test("what stands there is left as it is; once more adds nothing", () => {
    const made = generateUnits(empty, plan, today);
    if (typeof made === "string") throw new Error(made);
    const after = salesLedger(written(bookOf(), made.changes), today);
    const again = generateUnits(after, { ...plan, toFloor: 6 }, today);
    if (typeof again === "string") throw new Error(again);
    expect(again.known).toEqual(made.unitNos);
    expect(again.unitNos).toHaveLength(8);
  });

  test("no 单元, a cellar, too many, nothing", () => {
    const cellar = generateUnits(
      empty,
      { ...plan, sections: 0, fromFloor: -1, toFloor: 1, without: "" },
      today,
    );
    expect(cellar).toMatchObject({
      unitNos: ["1-B101", "1-B102", "1-0101", "1-0102", "3-B101", "3-B102", "3-0101", "3-0102"],
    });
    expect(generateUnits(empty, { ...plan, buildings: "1-100", toFloor: 60 }, today)).toBe("tooMany");
    expect(generateUnits(empty, { ...plan, doors: [] }, today)).toBe("nothing");
    expect(generateUnits(empty, { ...plan, buildings: " " }, today)).toBe("nothing");
  });

  const lists = draw(`
    | typed   | list    |
    | 1、2，5 | 1 2 5   |
    | 1-3     | 1 2 3   |
    | 9–11、A | 9 10 11 A |
    | 3-1     | 3-1     |
    | 2 2     | 2       |
  `);
  test.each(lists)("$typed: $list", ({ typed, list }) => {
    expect(listOf(typed ?? "").join(" ")).toBe(list);
  });
});

describe("the board", () => {
  const book = bookOf({
    visitors: [{ clientId: "LY-ZS001", name: "张三", consultant: "王强" }],
    deals: [{ dealId: "CLY-ZS001", name: "张三", unitNo: "2-1-1001", subscribedOn: "2024-03-05" }],
    units: [
      { unitNo: "2-1-1001", floorArea: 92.5, unitPrice: 3600, layout: "3/2", status: "可售" },
      { unitNo: "2-1-0902", floorArea: 80, unitPrice: 3700, layout: "2/2", status: "保留" },
      { unitNo: "2-2-1001", floorArea: 80, layout: "2/2", status: "不可售" },
      {
        unitNo: "10-1-0101",
        building: "10",
        section: "1",
        floor: "1",
        door: "01",
        floorArea: 80,
        unitPrice: 1000,
      },
    ],
  });
  const [two, ten] = unitBoard(salesLedger(book, today));

  test("buildings in their order, the highest floor first, doors by 单元 and number; gaps stay gaps", () => {
    expect([two?.name, ten?.name]).toEqual(["2", "10"]);
    expect(two?.columns).toEqual([
      { section: "1", door: "01" },
      { section: "1", door: "02" },
      { section: "2", door: "01" },
    ]);
    expect(
      two?.floors.map(({ floor, cells }) => [
        floor,
        ...cells.map((cell) => cell.map(({ unit }) => unit.unitNo)),
      ]),
    ).toEqual([
      ["10", ["2-1-1001"], [], ["2-2-1001"]],
      ["9", [], ["2-1-0902"], []],
    ]);
  });

  test("the live deal says the state, whatever the board does", () => {
    expect(two?.units.map(({ state }) => state)).toEqual(["认购", "保留", "不可售"]);
    expect([...countStates(two?.units ?? [])]).toEqual([
      ["认购", 1],
      ["保留", 1],
      ["不可售", 1],
    ]);
  });

  const filters = draw(`
    | onlyForSale | layout | upTo   | found                        |
    | no          |        |        | 2-1-1001 2-1-0902 2-2-1001   |
    | yes         |        |        |                              |
    | no          | 2/2    |        | 2-1-0902 2-2-1001            |
    | no          |        | 300000 | 2-1-0902                     |
    | no          |        | 333000 | 2-1-1001 2-1-0902            |
  `);
  test.each(filters)(
    "only for sale $onlyForSale, $layout, up to $upTo: $found",
    ({ onlyForSale, layout, upTo, found }) => {
      const filter = {
        onlyForSale: onlyForSale === "yes",
        layout: layout ?? "",
        upTo: upTo === "" ? undefined : yuanOf(Number(upTo)),
      };
      expect(
        (two?.units ?? [])
          .filter((unit) => matches(unit, filter))
          .map(({ unit }) => unit.unitNo)
          .join(" "),
      ).toBe(found);
    },
  );

  test("law: whatever is generated stands on the board exactly once", () => {
    const anyPlan = fc.record({
      buildings: fc.constantFrom("1", "1-3", "7、9"),
      sections: fc.integer({ min: 0, max: 3 }),
      fromFloor: fc.integer({ min: -2, max: 3 }),
      toFloor: fc.integer({ min: 1, max: 12 }),
      without: fc.constantFrom("", "4", "4、14"),
      propertyType: fc.constant(""),
      doors: fc.constantFrom(doors, doors.slice(0, 1)),
    });
    fc.assert(
      fc.property(anyPlan, (each) => {
        const made = generateUnits(empty, each, today);
        if (typeof made === "string") return;
        const board = unitBoard(salesLedger(written(bookOf(), made.changes), today));
        const drawn = board.flatMap(({ floors }) =>
          floors.flatMap(({ cells }) => cells.flatMap((cell) => cell.map(({ unit }) => unit.unitNo))),
        );
        expect([...drawn].sort()).toEqual([...made.unitNos].sort());
        for (const { floors } of board)
          for (const { cells } of floors)
            for (const cell of cells) expect(cell.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

test("floors below the ground hang below: B2 under B1 under 1; a state of the site's own is not for sale and says its word", () => {
  const book = bookOf({
    units: ["3", "B2", "2", "B1", "1", "地下3", "-4"].map((floor) => ({
      unitNo: `1-${floor}-01`,
      building: "8栋",
      section: "1",
      floor,
      door: "01",
      status: floor === "3" ? "抵押" : "可售",
    })),
  });
  const [building] = unitBoard(salesLedger(book, today));
  expect(building?.floors.map(({ floor }) => floor)).toEqual(["3", "2", "1", "B1", "B2", "地下3", "-4"]);
  expect(building?.floors[0]?.cells[0]?.[0]).toMatchObject({ state: "不可售", says: "抵押" });
  const refusal = holdUnit(
    {
      ...book,
      registers: {
        ...book.registers,
        visitors: register("visitors", [{ clientId: "LY-ZS001", name: "张三" }]),
      },
    },
    { unitNo: "1-3-01", clientId: "LY-ZS001" as ClientNumber },
    { today, now: `${today}T09:00` as Moment },
  );
  expect(refusal).toMatchObject({ ok: false, problems: [{ code: "unitNotForSale" }] });
});

test("a deal on a unit whose state is the site's own: the check says that word", () => {
  const book = bookOf({
    units: [{ unitNo: "1-1-0301", status: "抵押" }],
    deals: [{ dealId: "CLY-ZS001", unitNo: "1-1-0301", name: "张三", subscribedOn: 46_300 }],
  });
  const found = checkWorkbook(book, today).find(({ code }) => code === "unitStatusDiffers");
  expect(found?.value).toBe("抵押");
  expect(JSON.stringify(found?.facts)).toContain("抵押");
});
