import { settings, settingKeys } from "../../../../src/domain/forms/settings";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import {
  amendSettings,
  seenAnew,
  type SettingsDraft,
} from "../../../../src/domain/register/settings/amend-settings";
import { houseWeights } from "../../../../src/domain/register/settings/policies";
import { formOf } from "../../../../src/domain/forms/index";
import type { RawCell, Register } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { site, today } from "../book-of";

const table = (
  form: "settingLines" | "consultants" | "cadence" | "signals",
  rows: readonly Readonly<Record<string, RawCell>>[],
): Register => ({
  form: formOf(form),
  sheet: "设置",
  firstRow: 5,
  count: rows.length,
  columns: new Map(Object.keys(formOf(form).fields).map((key) => [key, rows.map((row) => row[key] ?? null)])),
  missing: [],
  strangers: [],
});

const held: Partial<Record<string, RawCell>> = {
  project: "示例花园",
  place: "洛阳",
  region: "LY",
  signWithin: 7,
};
const book: SiteBook = {
  site: site(),
  registers: {
    settingLines: table(
      "settingLines",
      settingKeys
        .filter((key) => key !== "kin")
        .map((key) => ({ name: settings[key], value: held[key] ?? null })),
    ),
    consultants: table("consultants", [
      { name: "王强", active: "是", group: "一组" },
      { name: "李娜", active: "是", group: null },
      { name: "孙丽", active: null, group: null },
    ]),
    cadence: table("cadence", [
      { policy: "自定", grade: "A", first: 2, earliest: 1, latest: 2 },
      { policy: 0, grade: "A", first: 2, earliest: 1, latest: 2 },
    ]),
    signals: table("signals", [{ signal: "认同产品", weight: 15 }]),
  },
  absent: [],
};

const brief = (draft: SettingsDraft, seen?: SettingsDraft): readonly string[] => {
  const decided = amendSettings(book, draft, today, seen);
  return decided.ok
    ? decided.changes.map((change) =>
        change.kind === "set"
          ? `${change.form} ${change.row} ${change.key}: ${String(change.was)} → ${String(change.value)}`
          : change.kind === "append"
            ? `${change.form} + ${Object.values(change.row).join(" ")}`
            : "",
      )
    : decided.problems.map(({ code, caption, sheet }) => `${sheet} ${caption ?? ""} ${code}`);
};

describe("设置 changed from the pane", () => {
  test.each<[string, SettingsDraft, readonly string[]]>([
    ["what stays is not written", { lines: { project: "示例花园", signWithin: "7" } }, []],
    ["a text", { lines: { project: "牡丹苑" } }, ["settingLines 5 value: 示例花园 → 牡丹苑"]],
    ["letters in capitals", { lines: { region: "ly" } }, []],
    ["three letters", { lines: { region: "LYX" } }, ["设置 区域字母 lettersNotTwo"]],
    ["an area code", { lines: { areaCode: "379" } }, ["设置 默认区号 areaCodeWrong"]],
    ["days", { lines: { signWithin: "十" } }, ["设置 签约期限天数 outOfRange"]],
    [
      "a day as its serial",
      { lines: { quarterStart: "2024-01-01" } },
      ["settingLines 20 value: null → 45292"],
    ],
    ["no day", { lines: { openingOn: "开春" } }, ["设置 开盘日期 notADay"]],
    [
      "a quarter that is about to begin, its day without a year",
      { lines: { quarterStart: "4月1日" } },
      ["settingLines 20 value: null → 45383"],
    ],
    ["a hand-over without its year", { lines: { handOverOn: "6-30" } }, ["设置 交房日期 ambiguousDay"]],
    ["an emptied line is cleared", { lines: { region: "" } }, ["settingLines 7 value: LY → null"]],
    ["nobody can do without a project", { lines: { project: " " } }, ["设置 项目 required"]],
    ["a lost line", { lines: { kin: "配偶" } }, ["设置 同户亲属 settingLineMissing"]],
    [
      "somebody leaves, somebody comes",
      {
        consultants: [
          { name: "王强", active: false, group: "一组" },
          { name: "李娜", active: true, group: "" },
          { name: "赵敏", active: true, group: "二组" },
        ],
      },
      ["consultants 5 active: 是 → 否", "consultants + 赵敏 是 二组"],
    ],
    [
      "namesakes",
      {
        consultants: [
          { name: "赵敏", active: true, group: "" },
          { name: "赵敏 ", active: true, group: "" },
        ],
      },
      ["设置 姓名 consultantTwice"],
    ],
    ["no group said where none was shown", { consultants: [{ name: "王强", active: true, group: "" }] }, []],
    ["a policy's days; 000 that became 0", { cadence: { "000/A/latest": "3" } }, ["cadence 6 latest: 2 → 3"]],
    ["days beyond a year", { cadence: { "自定/A/latest": "400" } }, ["设置 自定 A outOfRange"]],
    ["weights that do not add up", { weights: { 认同产品: "20" } }, ["设置  weightsMustAddUp"]],
    [
      "weights that do",
      { weights: { 认同产品: "60", 认同价格: "40" } },
      ["signals 5 weight: 15 → 60", "signals + 认同价格 40"],
    ],
  ])("%s", (_, draft, said) => {
    expect(brief(draft)).toEqual(said);
  });

  const two = (first: boolean, group: string) => [
    { name: "王强", active: first, group },
    { name: "李娜", active: true, group: "" },
  ];
  test.each<[string, SettingsDraft, SettingsDraft, readonly string[]]>([
    [
      "a line as it was seen",
      { lines: { signWithin: "10" } },
      { lines: { signWithin: "7" } },
      ["settingLines 17 value: 7 → 10"],
    ],
    [
      "a line changed since",
      { lines: { signWithin: "10" } },
      { lines: { signWithin: "5" } },
      ["设置 签约期限天数 settingOutrun"],
    ],
    [
      "filled in since",
      { lines: { signWithin: "10" } },
      { lines: { signWithin: "" } },
      ["设置 签约期限天数 settingOutrun"],
    ],
    ["the same as a colleague", { lines: { signWithin: "7" } }, { lines: { signWithin: "5" } }, []],
    [
      "a day of R5",
      { cadence: { "000/A/latest": "4" } },
      { cadence: { "000/A/latest": "3" } },
      ["设置 000 A settingOutrun"],
    ],
    [
      "a day of R5 as it was seen",
      { cadence: { "000/A/latest": "4" } },
      { cadence: { "000/A/latest": "2" } },
      ["cadence 6 latest: 2 → 4"],
    ],
    [
      "who leaves, though nobody wrote that they were there",
      { consultants: [{ name: "孙丽", active: false, group: "" }] },
      { consultants: [{ name: "孙丽", active: true, group: "" }] },
      ["consultants 7 active: null → 否"],
    ],
    ["who was not touched", { consultants: two(true, "二组") }, { consultants: two(true, "二组") }, []],
    [
      "a group changed since",
      { consultants: two(true, "三组") },
      { consultants: two(true, "二组") },
      ["设置 王强 settingOutrun"],
    ],
    [
      "out of a group",
      { consultants: two(true, "") },
      { consultants: two(true, "一组") },
      ["consultants 5 group: 一组 → null"],
    ],
    [
      "out of a group that a colleague has changed",
      { consultants: two(true, "") },
      { consultants: two(true, "二组") },
      ["设置 王强 settingOutrun"],
    ],
    [
      "one who leaves, the group of a colleague stays",
      { consultants: two(false, "二组") },
      { consultants: two(true, "二组") },
      ["consultants 5 active: 是 → 否"],
    ],
  ])("never over a colleague's: %s", (_, draft, seen, said) => {
    expect(brief(draft, seen)).toEqual(said);
  });

  test("once told, a second save goes over it, and over nothing else", () => {
    const draft = { lines: { signWithin: "10" }, consultants: two(false, "二组") };
    const seen = { lines: { signWithin: "5" }, consultants: two(true, "二组") };
    const now = {
      lines: { signWithin: "7" },
      consultants: two(true, "一组"),
      cadence: {},
      weights: {},
    };
    const first = amendSettings(book, draft, today, seen);
    if (first.ok) throw new Error("not told");
    expect(brief(draft, seenAnew(seen, now, first.problems))).toEqual([
      "settingLines 17 value: 7 → 10",
      "consultants 5 active: 是 → 否",
    ]);
  });

  test("a group that was told to be another by now is written on the second save", () => {
    const draft = { consultants: two(true, "三组") };
    const seen = { consultants: two(true, "二组") };
    const now = { lines: {}, consultants: two(true, "一组"), cadence: {}, weights: {} };
    const first = amendSettings(book, draft, today, seen);
    if (first.ok) throw new Error("not told");
    expect(brief(draft, seenAnew(seen, now, first.problems))).toEqual(["consultants 5 group: 一组 → 三组"]);
  });

  test("R17: the house's own weights add up", () => {
    expect(Object.values(houseWeights).reduce((sum, each) => sum + each, 0)).toBe(100);
  });

  test("a refused draft writes nothing at all", () => {
    const decided = amendSettings(
      book,
      { lines: { project: "牡丹苑", region: "123" } },
      "2024-03-10" as CalendarDay,
    );
    expect(decided.ok).toBe(false);
  });
});
