import type { Cell, Sheet } from "../../../src/book/book";
import { parseArea } from "../../../src/book/address";
import { fieldsOf } from "../../../src/domain/form/form";
import { type FormKey, formOf } from "../../../src/domain/forms/index";
import type { RawCell, Register } from "../../../src/domain/register/register";
import { siteFrom } from "../../../src/workbook/plan/site-sheet";
import { freshBook, newSite, site } from "../planned-site";

const book = freshBook();

const sheetNamed = (name: string): Sheet => {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

/** The cells as a reader hands them over; a formula nobody computed is empty. */
const cellsOf = ({ blocks }: Sheet): RawCell[][] => {
  const cells: RawCell[][] = [];
  const raw = (cell: Cell): RawCell => (typeof cell === "object" && cell !== null ? null : cell);
  for (const { at, rows } of blocks) {
    const area = parseArea(at);
    rows.forEach((line, row) => {
      const target = (cells[(area?.top ?? 0) + row] ??= []);
      line.forEach((cell, column) => {
        target[(area?.left ?? 0) + column] = raw(cell);
      });
    });
  }
  return Array.from(cells, (row) => Array.from(row ?? [], (cell) => cell ?? null));
};

const register = (key: FormKey, rows: readonly (readonly RawCell[])[]): Register => ({
  form: formOf(key),
  sheet: formOf(key).sheet,
  firstRow: 5,
  count: rows.length,
  columns: new Map(fieldsOf(formOf(key)).map(([field], at) => [field, rows.map((row) => row[at] ?? null)])),
  missing: [],
  strangers: [],
});

const settings = cellsOf(sheetNamed("设置"));
const dictionary = cellsOf(sheetNamed("字典"));
const registers = {
  consultants: register(
    "consultants",
    newSite.consultants.map((name) => [name, "是", null]),
  ),
};

test("what was planned is read back", () => {
  expect(siteFrom({ settings, dictionary, registers })).toEqual(site);
});

test.each([
  ["ly", "LY"],
  ["ＬＹ", "LY"],
  ["洛阳", ""],
  ["L1", ""],
  ["LYA", ""],
])("区域字母 “%s” are “%s” (R1)", (typed, region) => {
  const changed = settings.map((row) => (row[0] === "区域字母" ? [row[0], typed, ...row.slice(2)] : row));
  expect(siteFrom({ settings: changed, dictionary, registers }).region).toBe(region);
});

test("settings are found by their captions, wherever they have been moved", () => {
  const moved = [[], [], ...settings.map((row) => [null, null, ...row])];
  expect(siteFrom({ settings: moved, dictionary, registers })).toEqual(site);
});

test("an edited dictionary is followed: choices added, `/` and blanks left out, another order of columns", () => {
  const edited = dictionary.map((row) => [...row].reverse());
  const header = edited.findIndex((row) => row.includes("性别"));
  const at = edited[header]?.indexOf("现住区域") ?? -1;
  (edited[header + 2] ??= [])[at] = "城东";
  (edited[header + 4] ??= [])[at] = " 城西 ";
  const { lists } = siteFrom({ settings, dictionary: edited, registers });
  expect(lists.residenceArea).toEqual(["城东", "城西"]);
  expect(lists.gender).toEqual(["男", "女"]);
  expect(lists.layout).toContain("3/2");
});

test("a list that lost its column keeps what it began with", () => {
  const { lists } = siteFrom({ settings, dictionary: [], registers });
  expect(lists).toEqual(site.lists);
});

test("the roster says who has left; blank rows are nobody", () => {
  const consultants = register("consultants", [
    ["王芳", "是", "一组"],
    [null, null, null],
    ["李强", "否", null],
    ["/", null, null],
  ]);
  expect(siteFrom({ settings, dictionary, registers: { consultants } }).consultants).toEqual([
    { name: "王芳", active: true, group: "一组" },
    { name: "李强", active: false, group: "" },
  ]);
});

test("the chosen policy's days count; a policy without rows falls back on the house's", () => {
  const cadence = register("cadence", [
    ["003", "A", 4, 2, 5],
    [3, "B", "/", 3, 8],
  ]);
  const withPolicy = settings.map((row) =>
    row.map((cell, at) => (row[at - 1] === "跟进政策" ? "003" : cell)),
  );
  expect(
    siteFrom({ settings: withPolicy, dictionary, registers: { ...registers, cadence } }).cadence,
  ).toEqual({
    A: { first: 4, earliest: 2, latest: 5 },
    B: { first: 3, earliest: 3, latest: 8 },
    C: { first: 1, earliest: 3, latest: 7 },
  });
});

test("an owner's days are 002's rows, whatever policy is chosen; a row that is gone as the document has it (R15)", () => {
  const cadence = register("cadence", [
    ["000", "A", 1, 1, 1],
    [2, "A", 9, 8, 10],
    ["002", "B", 20, "/", 20],
  ]);
  for (const policy of ["000", "002", "自定"]) {
    const chosen = settings.map((row) => row.map((cell, at) => (row[at - 1] === "跟进政策" ? policy : cell)));
    const read = siteFrom({ settings: chosen, dictionary, registers: { ...registers, cadence } });
    expect(read.ownerCadence).toEqual({
      A: { first: 9, earliest: 8, latest: 10 },
      B: { first: 20, earliest: 10, latest: 20 },
      C: { first: 15, earliest: 15, latest: 15 },
    });
  }
});

test("occasions come sorted, numbers given by prefix", () => {
  const events = register("events", [
    [46388, "元旦", "节日", "C、D"],
    [46300, "开盘", "促销", "/"],
    ["待定", "答谢", "活动", null],
  ]);
  const counters = register("counters", [
    ["LY-ZS", 12],
    [null, null],
  ]);
  const read = siteFrom({ settings, dictionary, registers: { ...registers, events, counters } });
  expect(read.occasions.map(({ name }) => name)).toEqual(["开盘", "元旦"]);
  expect(read.occasions.map(({ audience }) => audience)).toEqual([undefined, ["C", "D"]]);
  expect(read.highest).toEqual(new Map([["LY-ZS", 12]]));
});

test.each([
  ["A、B、C、D", true],
  ["A,B,C,D", true],
  ["C、D级", true],
  ["d", true],
  ["A B", false],
  ["全部", false],
])("活动 for “%s”: D clients wait for it as 等级跟踪's formula says (R5): %s", (audience, forD) => {
  const said: Readonly<Record<string, RawCell>> = { date: 46_400, name: "年会", audience };
  const row = fieldsOf(formOf("events")).map(([key]) => said[key] ?? null);
  const { occasions } = siteFrom({
    settings,
    dictionary,
    registers: { ...registers, events: register("events", [row]) },
  });
  expect(occasions[0]?.audience?.includes("D")).toBe(forD);
});

test.each([
  ["是", true],
  ["否", false],
  ["", false],
  ["/", false],
  ["要", true],
])("打印遮号 “%s”: what nobody understands keeps phones covered (R20)", (said, masks) => {
  const cells = settings.map((row) =>
    row.map((cell, at) => (at > 0 && row[at - 1] === "打印遮号" ? said : cell)),
  );
  expect(siteFrom({ settings: cells, dictionary, registers }).policies.maskPhones).toBe(masks);
});
