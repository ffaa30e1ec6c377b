import { columnLetters } from "../../../src/book/address";
import type { Sheet } from "../../../src/book/book";
import { showsDay } from "../../../src/workbook/office/day-format";
import { readOldSheet } from "../../../src/workbook/office/old-sheet";
import { modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const sheet = (name: string, more: Partial<Sheet>): Sheet => ({
  name,
  visibility: "visible",
  showGridlines: true,
  blocks: [],
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
  ...more,
});
const opened = async (old: Sheet, version = "1.13") => {
  const { sheets } = plainSite();
  return sitDown(await modelOf({ sheets: [...sheets, old], names: [] }), {
    requirementSets: { ExcelApi: version },
  });
};

const register = sheet("旧, '表'!A1", {
  blocks: [
    {
      at: "B3",
      rows: [
        ["日期", "姓名", "电话"],
        [45000, "张三", "13803791234"],
        [null, "李四", 13803791235],
        ["合计", 2, null],
        ["", 13800000000, 13803791234],
      ],
    },
  ],
  merges: ["B4:B5", "D6:D9"],
  looks: [
    { range: "B4", look: { numberFormat: "yyyy-mm-dd" } },
    { range: "C6", look: { numberFormat: "0.00" } },
    { range: "C7:D7", look: { numberFormat: "0.00E+00" } },
  ],
  rows: [{ row: 4, hidden: true }],
  columns: [{ column: 3, width: 10, hidden: true }],
});

test("cells as they stand, those of hidden rows and columns too, merged areas within what is in use", async () => {
  await opened(register);
  expect(await readOldSheet(register.name)).toEqual({
    sheet: register.name,
    firstRow: 3,
    rows: [
      ["", "日期", "姓名", "电话"],
      ["", 45000, "张三", "13803791234"],
      ["", "", "李四", 13803791235],
      ["", "合计", 2, ""],
      ["", "", "1.38E+10", 13803791234],
    ],
    dated: [[], [1], [], [], []],
    padded: [[], [], [], [], []],
    merges: [
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 3, left: 3, bottom: 4, right: 3 },
    ],
    mergesUnknown: false,
    comments: [],
    notesUnknown: true,
  });
});

test("an older Excel reads it without its merged areas, and says so", async () => {
  await opened(register, "1.9");
  expect(await readOldSheet(register.name)).toMatchObject({
    merges: [],
    mergesUnknown: true,
  });
});

test("a long one comes in stretches: more merged areas than Excel tells at once, one over two stretches once", async () => {
  const count = 4100;
  const merges = Array.from({ length: 700 }, (_, at) => `A${at * 3 + 2}:A${at * 3 + 4}`);
  const desk = await opened(
    sheet("长", {
      blocks: [{ at: "A1", rows: Array.from({ length: count }, (_, at) => [at % 3 === 1 ? at : null, at]) }],
      merges: [...merges, "B4000:B4001"],
    }),
  );
  const read = await readOldSheet("长");
  expect(read.rows).toHaveLength(count);
  expect(read.rows[4099]).toEqual([4099, 4099]);
  expect(read.merges).toHaveLength(701);
  expect(read.merges).toContainEqual({ top: 1999, left: 0, bottom: 2001, right: 0 });
  expect(read.merges).toContainEqual({ top: 3999, left: 1, bottom: 4000, right: 1 });
  expect(desk.traffic().requests).toBeLessThan(24);
});

describe("a cell gone astray makes Excel call the whole sheet used", () => {
  const strayed = (...strays: readonly string[]): Sheet => ({
    ...register,
    blocks: [...register.blocks, ...strays.map((at) => ({ at, rows: [["飞"]] }))],
  });

  test("at the last row and column: the register is read as ever, and the cell behind a stretch left out", async () => {
    await opened(register);
    const usual = await readOldSheet(register.name);
    const desk = await opened(strayed("XFD1048576"));
    const read = await readOldSheet(register.name);
    expect(read.rows.slice(0, 5).map((row) => row.map((cell) => cell ?? ""))).toEqual(
      // From its own first column on: nothing stands before it.
      usual.rows,
    );
    expect(read.rows.slice(5, -1)).toEqual(Array.from({ length: 100 }, () => []));
    expect(read.leftOut).toEqual([{ before: 105, count: 1_048_576 - 7 - 100 - 1 }]);
    expect([read.rows.at(-1)?.length, read.rows.at(-1)?.at(-1)]).toEqual([16_384, "飞"]);
    const { merges, firstRow } = usual;
    // The last of them reaches into the rows below, which are there now.
    expect(read.merges).toEqual(merges.map((area) => (area.top === 3 ? { ...area, bottom: 6 } : area)));
    expect(read).toMatchObject({ firstRow });
    expect(read.dated?.slice(0, 5)).toEqual(usual.dated);
    expect(desk.traffic().requests).toBeLessThan(24);
  });

  test("beside the register: its row reaches there, and no other", async () => {
    await opened(strayed("XFD5", "AB900000"));
    const read = await readOldSheet(register.name);
    expect(read.rows.slice(0, 5).map(({ length }) => length)).toEqual([4, 4, 16_384, 4, 4]);
    expect(read.rows[2]?.slice(0, 4).map((cell) => cell ?? "")).toEqual(["", "", "李四", 13803791235]);
    expect(read.rows.at(-1)?.at(-1)).toBe("飞");
    expect(read).toMatchObject({ firstRow: 3 });
  });

  test("to the right and above it: the register's cells stand in their own columns", async () => {
    await opened(register);
    const usual = await readOldSheet(register.name);
    await opened(strayed("XFD1", "XFD200"));
    const read = await readOldSheet(register.name);
    const skipped = usual.firstRow - 1;
    for (const [at, row] of usual.rows.entries())
      expect(read.rows[at + skipped]?.slice(0, 4).map((cell) => cell ?? "")).toEqual(row);
    expect(read).toMatchObject({ firstRow: 1 });
  });

  test("what is merged or shown with noughts behind a stretch left out stands where its row does", async () => {
    await opened({
      ...register,
      blocks: [...register.blocks, { at: "AA900000", rows: [["飞", 3.1]] }],
      merges: [...register.merges, "B500000:B500001", "AA900000:AA900001"],
      looks: [...register.looks, { range: "AB900000", look: { numberFormat: "0.00" } }],
    });
    const read = await readOldSheet(register.name);
    const last = read.rows.length - 1;
    expect(read.rows[last]?.slice(26)).toEqual(["飞", 3.1]);
    expect(read.padded?.[last]).toEqual([27]);
    expect(read.merges?.slice(2)).toEqual([{ top: last, left: 26, bottom: last, right: 26 }]);
  });

  test("more of them than a pane bears are refused, after a few requests", async () => {
    const strays = Array.from({ length: 400 }, (_, at) => `${columnLetters(9000 + at)}${(at + 1) * 2000}`);
    const desk = await opened(strayed(...strays));
    await expect(readOldSheet(register.name)).rejects.toMatchObject({ code: "tooLarge" });
    expect(desk.traffic().requests).toBeLessThan(20);
  });
});

test("one that is empty or gone is said", async () => {
  await opened(sheet("空", {}));
  for (const name of ["空", "没有"])
    await expect(readOldSheet(name)).rejects.toMatchObject({ code: "sheetMissing", where: name });
});

test.each([
  ["yyyy-mm-dd", true],
  ["m/d/yyyy h:mm", true],
  ['yyyy"年"m"月"d"日"', true],
  ["[$-804]m月d日", true],
  ["m.d;@", true],
  ["mmm", true],
  ["General", false],
  ["0.00", false],
  ["0.00E+00", false],
  ["h:mm", false],
  ["[h]:mm", false],
  ['0"日"', false],
  ["[Red]0", false],
  ["@", false],
])("%s shows days: %p", (format, shows) => {
  expect(showsDay(format)).toBe(shows);
});
