import { printBoard } from "../../../src/workbook/plan/print-board";
import { bookOf, today } from "../../domain/register/book-of";

const titlesOf = (building: string): readonly string[] => {
  const units = [{ unitNo: "1", building, section: "1", floor: "2", door: "01", status: "抵押" }];
  const sheets = printBoard(bookOf({ units }), {}, today)?.sheets ?? [];
  return sheets.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flat().map(String)));
};

test.each([
  ["3", "3号楼销控表"],
  ["A", "A号楼销控表"],
  ["三", "三号楼销控表"],
  ["3号楼", "3号楼销控表"],
  ["8栋", "8栋销控表"],
  ["8#", "8#楼销控表"],
  ["商铺", "商铺销控表"],
])("楼栋 “%s” prints as %s", (building, title) => {
  const texts = titlesOf(building);
  expect(texts.find((text) => text.includes("销控表"))?.endsWith(`项目${title}`)).toBe(true);
  expect(texts.some((text) => text.includes("抵押"))).toBe(true);
});
