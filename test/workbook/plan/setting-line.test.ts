/** R14: where a lost line of 设置 and a lost list of 字典 go, for both writers. */
import { planDictionary, listLooks } from "../../../src/workbook/plan/dictionary-sheet";
import { linePlace } from "../../../src/workbook/plan/setting-line";
import { settingKeys, settings, type SettingKey } from "../../../src/workbook/plan/site-sheet";

const planned: readonly string[] = settingKeys.map((key) => settings[key]);
const [first, second, third, ...others] = planned;

test.each<
  readonly [what: string, key: SettingKey | undefined, lines: readonly (string | undefined)[], at: number]
>([
  ["the first", settingKeys[0], planned.slice(1), 0],
  ["one between its neighbours", settingKeys[1], [first, third, ...others], 1],
  ["one whose neighbour is gone too", settingKeys[1], [first, ...others], 1],
  ["the last", settingKeys.at(-1), planned.slice(0, -1), planned.length - 1],
  ["before what the plan has after it, wherever people put that", settingKeys[1], ["我的", third, first], 1],
  ["behind people's own where nothing comes after it", settingKeys.at(-1), [first, second, "我的"], 3],
  ["into an empty table", settingKeys[2], [], 0],
])("a lost line goes to its place: %s", (_, key, lines, at) => {
  expect(key && linePlace(key, lines.map(String))).toBe(at);
});

test("a list looks the same in whatever column it stands", () => {
  const inPlan = planDictionary().looks.map(({ look }) => look);
  expect(listLooks(27).map(({ look }) => look)).toEqual(inPlan);
  expect(listLooks(27).map(({ range }) => range)).toEqual([
    "AB:AB",
    "AB1:AB2",
    "AB1:AB1",
    "AB2:AB2",
    "AB3:AB3",
  ]);
});
