/** R14: a list of 字典 with nothing empty between its choices. */
import type { RawCell } from "../../../src/domain/register/register";
import { closedList } from "../../../src/workbook/plan/damage-lost";

test.each<readonly [what: string, cells: readonly RawCell[], closed: readonly RawCell[] | undefined]>([
  ["as it should be", ["/", "男", "女"], undefined],
  ["and nothing below", ["/", "男", "女", null], undefined],
  ["one cleared", ["/", null, "女"], ["/", "女", null]],
  ["one cleared with the space bar", ["/", " ", "女"], ["/", "女", null]],
  ["spaces below the last", ["/", "男", "　"], ["/", "男", null]],
  ["the / cleared", [null, "男"], ["/", "男"]],
  ["the / gone", ["男", "女"], ["/", "男", "女"]],
  ["the / elsewhere", ["男", "/"], undefined],
])("a list is closed up: %s", (_, cells, closed) => {
  const below = cells.map((cell): readonly RawCell[] => [cell]);
  expect(closedList([["字典"], [null], ["性别"], ...below], 0)).toEqual(closed);
});
