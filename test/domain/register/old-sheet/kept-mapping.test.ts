import fc from "fast-check";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import {
  eachMakeOnce,
  isBadMapping,
  keepMapping,
  type KeptMapping,
  keptFor,
  keptText,
  mappingFrom,
  readKept,
} from "../../../../src/domain/register/old-sheet/kept-mapping";
import {
  type AdoptedForm,
  adoptedForms,
  type ColumnUse,
  type OldTable,
} from "../../../../src/domain/register/old-sheet/old-cells";
import { errorCaptions, guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTargetsOf } from "../../../../src/domain/register/old-sheet/old-targets";
import type { RawCell } from "../../../../src/domain/register/register";

const table = (
  headers: readonly RawCell[],
  cells: readonly RawCell[],
  form: AdoptedForm = "visitors",
): OldTable => ({
  sheet: "2023",
  form,
  matched: 0,
  headerRow: 1,
  firstColumn: 1,
  headers,
  matches: matchOldHeaders(form, headers),
  rows: [{ row: 2, cells, original: cells }],
  setAside: [],
});
const short = (use: ColumnUse): string =>
  use.use === "blank" ? use.key : use.use === "own" ? `+${use.caption}` : "-";
const guessed = (old: OldTable, unmatched?: "keep" | "leave") =>
  guessedMapping(old, old.form, old.matches, unmatched).map(short);

describe("where columns go before people correct it", () => {
  test.each<[string, readonly RawCell[], readonly RawCell[], readonly string[]]>([
    [
      "captions and wordings to their blanks",
      ["日期", "姓名", "电话"],
      [1, "张三", "2"],
      ["visitDate", "name", "phone"],
    ],
    [
      "what matches nothing, to a column of the users' own",
      ["姓名", "领导批示"],
      ["张三", "好"],
      ["name", "+领导批示"],
    ],
    ["a column with nothing in it, nowhere", ["姓名", "领导批示"], ["张三", null], ["name", "-"]],
    ["a column without a header by its place", ["姓名", null], ["张三", "好"], ["name", "+原表第 2 列"]],
    [
      "the second of a caption under another name than the blank's",
      ["姓名", "姓名"],
      ["张三", "李四"],
      ["name", "+原表姓名"],
    ],
    [
      "two of one caption, to two",
      ["姓名", "批示", "批示"],
      ["张三", "好", "行"],
      ["name", "+批示", "+批示 2"],
    ],
    ["more cells than headers", ["姓名"], ["张三", "好"], ["name", "+原表第 2 列"]],
    [
      "a list of rows not taken, without what we said of them",
      [...errorCaptions, "姓名"],
      ["2023", 3, "缺电话", "请补", "张三"],
      ["-", "-", "-", "-", "name"],
    ],
  ])("%s", (_, headers, cells, found) => {
    expect(guessed(table(headers, cells))).toEqual(found);
  });

  test("or are left out where that is asked for", () => {
    expect(guessed(table(["姓名", "领导批示"], ["张三", "好"]), "leave")).toEqual(["name", "-"]);
  });
});

describe("what is kept for the next file of the same make", () => {
  const old = table(["日期", "姓名", "意向房号", "批示"], [1, "张三", "3-2", "好"]);
  const uses: readonly ColumnUse[] = [
    { use: "blank", key: "visitDate" },
    { use: "blank", key: "name" },
    { use: "blank", key: "notes" },
    { use: "leave" },
  ];
  const kept = keepMapping(old, "visitors", uses);

  test("comes back through its text", () => {
    expect(readKept(keptText([kept]))).toEqual([kept]);
  });

  test("is found by its headers, in another order and with another column", () => {
    const next = table(["姓 名", "日期", "批示", "意向房号", "新列"], ["李四", 2, "好", "1-1", "x"]);
    expect(keptFor([keepMapping(table(["甲", "乙"], []), "deals", []), kept], next)).toBe(kept);
    expect(mappingFrom(kept, next).map(short)).toEqual(["name", "visitDate", "-", "notes", "+新列"]);
    expect(keptFor([kept], table(["姓名", "电话", "楼栋"], []))).toBeUndefined();
  });

  test("is found for the list of its rows that were not taken", () => {
    const left = [...errorCaptions, "日期", "姓名", "意向房号", "批示"];
    expect(keptFor([kept], table(left, []))).toBe(kept);
    expect(keptFor([kept], table(["甲", "乙", "丙", "丁", ...left.slice(4)], []))).toBeUndefined();
  });

  test("columns of one caption each keep their own use, and own columns stay apart", () => {
    const twice = table(["姓名", "备注", "备注"], ["张三", "好", "行"]);
    const both = keepMapping(twice, "visitors", [
      { use: "blank", key: "name" },
      { use: "own", caption: "一" },
      { use: "leave" },
    ]);
    expect(mappingFrom(both, twice).map(short)).toEqual(["name", "+一", "-"]);
    const alike = {
      form: "visitors",
      columns: [{ header: "甲", use: { use: "own", caption: "乙" } }],
    } as const;
    expect(mappingFrom(alike, table(["甲", "乙"], ["1", "2"])).map(short)).toEqual(["+乙", "+乙 2"]);
  });

  const wrote = (change: (text: string) => string): unknown => {
    const read = readKept(change(keptText([kept])));
    return isBadMapping(read) ? read.zh : read;
  };
  test.each<[string, (text: string) => string, RegExp]>([
    ["no JSON", () => "{", /^不是收编存下的列对应$/u],
    ["another JSON", () => "[]", /^不是收编存下的列对应$/u],
    ["a newer one", (text) => text.replace('"version": 1', '"version": 2'), /更新的案场簿/u],
    [
      "a form we do not have",
      (text) => text.replace('"visitors"', '"receipts"'),
      /^第 1 张表的 form 应是 visitors、/u,
    ],
    [
      "a form by a prototype's name",
      (text) => text.replace('"visitors"', '"__proto__"'),
      /^第 1 张表的 form/u,
    ],
    [
      "a blank by a prototype's name",
      (text) => text.replace('"visitDate"', '"constructor"'),
      /^第 1 张表第 1 列看不懂/u,
    ],
    ["a computed blank", (text) => text.replace('"visitDate"', '"visits"'), /^第 1 张表第 1 列看不懂/u],
    ["no use", (text) => text.replace('"leave"', '"drop"'), /^第 1 张表第 4 列看不懂/u],
    [
      "an own column of a blank's name",
      (text) => text.replace('"leave"', '"own", "caption": "客户姓名"'),
      /第 4 列看不懂/u,
    ],
    ["far too much", (text) => text + " ".repeat(1 << 24), /^太大了：最多 \d+ 个字$/u],
    [
      "too many tables",
      (text) =>
        text.replace(/"tables": \[/u, `"tables": [${'{"form":"visitors","columns":[]},'.repeat(5000)}`),
      /^有 5001 张表，太多了：最多 5000 张$/u,
    ],
    ["very deep", () => "[".repeat(500_000), /^不是/u],
  ])("is refused in plain words where it is %s", (_, change, words) => {
    expect(wrote(change)).toMatch(words);
  });

  test("tables of one make are kept once, with what was said last of them", () => {
    const again: KeptMapping = {
      ...kept,
      columns: kept.columns.map(({ header }) => ({ header, use: { use: "leave" } })),
    };
    const other: KeptMapping = { ...kept, form: "calls" };
    expect(eachMakeOnce([kept, other, again])).toEqual([other, again]);
    expect(eachMakeOnce(Array.from({ length: 300 }, () => kept))).toEqual([kept]);
  });

  test("as many as a workbook may have come back, with headers as long and tables as wide as Excel's", () => {
    const left = (...headers: readonly string[]): KeptMapping => ({
      form: "visitors",
      columns: headers.map((header) => ({ header, use: { use: "leave" } })),
    });
    const wide = left(...Array.from({ length: 16_384 }, (_, n) => String(n)));
    const all = [wide, left("长".repeat(32_767)), ...Array.from({ length: 4000 }, (_, n) => left(String(n)))];
    expect(readKept(keptText(all))).toEqual(all);
  });

  test("prototype names are names like any other, and change nothing", () => {
    const odd = wrote((text) =>
      text.replace('"header": "日期"', '"header": "__proto__", "__proto__": {"polluted": 1}'),
    );
    expect(odd).toMatchObject([{ columns: [{ header: "__proto__" }, {}, {}, {}] }]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("law: any mapping comes back whole, and on its own table is itself", () => {
    const headers = fc.uniqueArray(fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,4}$/u), {
      minLength: 1,
      maxLength: 8,
    });
    const drawn = fc.constantFrom(...adoptedForms).chain((form) =>
      headers.chain((named) =>
        fc.record({
          form: fc.constant(form),
          named: fc.constant(named),
          uses: fc.tuple(
            ...named.map((_, at) =>
              fc.oneof(
                fc.constant<ColumnUse>({ use: "leave" }),
                fc.constant<ColumnUse>({ use: "own", caption: `自有${at}` }),
                fc.constantFrom(...oldTargetsOf(form)).map(({ key }): ColumnUse => ({ use: "blank", key })),
              ),
            ),
          ),
        }),
      ),
    );
    fc.assert(
      fc.property(drawn, ({ form, named, uses }) => {
        const read = readKept(keptText([keepMapping({ headers: named }, form, uses)]));
        if (isBadMapping(read)) throw new Error(read.en);
        const [back] = read;
        const here = table(named, named, form);
        expect(back && keptFor(read, here) === back && mappingFrom(back, here)).toEqual(uses);
      }),
    );
  });
});
