/** What a hostile .csv costs: its message, in seconds and without much memory; and what an ordinary large one gives. */
import fc from "fast-check";
import Papa from "papaparse";
import { readCsv } from "../../src/workbook/xlsx/csv";
import { newlineOf, scanRows } from "../../src/workbook/xlsx/csv-rows";
import { oldFileLimits, readOldFile } from "../../src/workbook/xlsx/old-file";
import { OldFileRefused } from "../../src/workbook/xlsx/old-file-refusal";
import { quickest } from "../quickest";
import { headBytes, judgeSize, oldFileBytes } from "../../src/workbook/xlsx/old-file-size";

const limits = { rows: 5, columns: 4, cells: 12, letters: 6 };

/** The refusal, or the rows. */
const read = (text: string, within: Parameters<typeof readCsv>[1] = limits): unknown => {
  try {
    return readCsv(text, within);
  } catch (fault) {
    if (fault instanceof OldFileRefused) return [fault.code, /^第 (\d+) 行/u.exec(fault.message)?.[1]];
    throw fault;
  }
};

test.each<[string, string, unknown]>([
  ["as many rows as may be", "1\n2\n3\n4\n5\n", [["1"], ["2"], ["3"], ["4"], ["5"]]],
  ["one row more", "1\n2\n3\n4\n5\n6", ["too-many-cells", "6"]],
  ["line ends without end", `1\n${"\n".repeat(90)}`, [["1"]]],
  ["line ends before a word", `1${"\n".repeat(90)}x`, ["too-many-cells", "6"]],
  ["old line ends without end", `1\r${"\r".repeat(90)}`, [["1"]]],
  ["rows of commas without end", `1,2\r\n${",,,,,,\r\n".repeat(90)}`, [["1", "2"]]],
  ["rows of tabs without end", `1\t2\n${"\t\n".repeat(90)}`, [["1", "2"]]],
  [
    "commas at the end of a .csv of tabs, which are words",
    "1\t2\n3\t4\n,,\n",
    [["1", "2"], ["3", "4"], [",,"]],
  ],
  ["a row of commas alone", `1,2\n${",".repeat(90)}`, [["1", "2"]]],
  [
    "as many columns as may be",
    "1,2\n,,,3",
    [
      ["1", "2"],
      [null, null, null, "3"],
    ],
  ],
  ["one column more", "1,2\n,,,,3", ["wide", "2"]],
  ["as many cells as may be", "1,2,3\n1,2,3\n1,2,3\n1,2,3", Array(4).fill(["1", "2", "3"])],
  ["one cell more", "1,2,3\n1,2,3\n1,2,3\n1,2,3\n1", ["too-many-cells", "5"]],
  [
    "as long a cell as may be",
    "1,2\n3,长长长长长长",
    [
      ["1", "2"],
      ["3", "长长长长长长"],
    ],
  ],
  ["a longer one", "1,2\n3,长长长长长长长", ["longCell", "2"]],
  ["as long a cell within marks", '1,"长长""长长\n"', [["1", '长长"长长\n']]],
  ["marks doubled within a cell", '1,"长长""长长"""', [["1", '长长"长长"']]],
  ["a longer one within marks", '1,"长长""长长""长"', ["longCell", "1"]],
  ["a mark left open, all that follows in it", `1,2\n"3,4\n${"5,6\n".repeat(90)}`, ["quotes", "2"]],
  ["a mark that closes within a cell", '1,2\n"3"4,5\n6,7', ["quotes", "2"]],
  ["marks without end, in pairs", '"'.repeat(90), ["longCell", "1"]],
  ["marks without end, one too many", '"'.repeat(91), ["quotes", "1"]],
  ["empty cells in marks", '1,2\n"",""\n3,4\n"",""\n', [["1", "2"], [], ["3", "4"]]],
  [
    "blanks behind a closing mark",
    '1,2\n"3" ,"4" \n',
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["two byte order marks", '\uFEFF"姓,名",1\n', [["姓,名", "1"]]],
  ["a mark left open behind two of them", '\uFEFF"姓,名\n1,2', ["quotes", "1"]],
  ["nothing", "", []],
  ["nothing but line ends", "\r\n\r\n", []],
])("%s", (_, text, found) => {
  expect(read(text)).toEqual(found);
});

test.each([
  ["a\r\nb\nc", "\r\n"],
  ["a\nb\r\nc", "\n"],
  ["a\rb", "\r"],
  ['"预算\n""万""\n元",面积\r\n85,"1\n2"\r\n', "\r\n"],
  ['5" 屏,1\r\n"2\n3",4\r\n', "\r\n"],
  ['"左开\r\n右不关', "\r\n"],
  ["", "\n"],
])("rows of %j end with %j", (text, newline) => {
  expect(newlineOf(text)).toBe(newline);
});

/** Rows as the parser cuts them, up to the first whose marks it finds wrong. */
const cutRows = (text: string, delimiter: string, newline: "\n" | "\r" | "\r\n") => {
  const rows: [number, number][] = [];
  let isPaired = true;
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    fastMode: false,
    step: ({ data, errors }) => {
      isPaired &&= errors.length === 0;
      if (isPaired) rows.push([data.length, Math.max(...data.map(({ length }) => length))]);
    },
  });
  return { rows, isPaired };
};

test("law: rows are counted as the parser cuts them", () => {
  const unit = fc.constantFrom(
    '"',
    '"',
    ",",
    "\n",
    "\r",
    "\r\n",
    ";",
    "\t",
    " ",
    "　",
    "a",
    "长",
    '","',
    '"\n"',
  );
  fc.assert(
    fc.property(
      fc.string({ unit, minLength: 1, maxLength: 24 }),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n" as const, "\r\n" as const, "\r" as const),
      (said, separator, newline) => {
        // The parser takes no blanks between a closing mark and the file's end; they are cut off before.
        const text = said.trimEnd() + newline;
        const rows: [number, number][] = [];
        const isPaired = scanRows(text, { separator, newline }, (cells, longest) => {
          rows.push([cells, longest]);
          return true;
        });
        expect({ rows, isPaired }).toEqual(cutRows(text, separator, newline));
      },
    ),
    { numRuns: 3000 },
  );
});

const ofBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Of 16 MB, half of what is read. */
const full = 16 << 20;
const fill = (text: string): Uint8Array => ofBytes(text.repeat(Math.floor(full / text.length)));

test.each<[string, () => Uint8Array, string | number]>([
  ["quotation marks", () => fill('"'), "longCell"],
  ["quotation marks, an odd number", () => fill('"').subarray(1), "quotes"],
  ["cells whose marks are wrong", () => fill('"a"b'), "quotes"],
  ["an open mark before ordinary rows", () => ofBytes(`"${"1,ab\n".repeat(full / 5)}`), "quotes"],
  ["short rows", () => fill("ab\n"), "too-many-cells"],
  ["line ends", () => fill("\n"), 0],
  ["line ends and a word", () => ofBytes(`${"\n".repeat(full)}x`), "too-many-cells"],
  ["commas", () => fill(","), "wide"],
  ["commas and a word", () => ofBytes(`${",".repeat(full)}x`), "wide"],
  ["one cell", () => fill("x"), "longCell"],
  ["blanks behind a mark", () => ofBytes(`"a"${" ".repeat(full)}\n"b"`), 2],
  ["cells of marks as long as may be", () => fill(`"${'"'.repeat(60_000)}",1\n`), Math.floor(full / 60_005)],
  ["an ordinary register", () => ofBytes("2023.3.5,示例甲,13803790001,朋友介绍\n".repeat(40_000)), 40_000],
])("16 MB of %s is over in seconds", async (_, make, found) => {
  const bytes = make();
  const fateOf = (): Promise<unknown> =>
    readOldFile(bytes, "旧表.csv").then(
      ([sheet]) => sheet?.rows.length,
      (fault: unknown) => (fault instanceof OldFileRefused ? fault.code : fault),
    );
  // A second or less; the parser would be at the worst of them for minutes.
  const most = 30;
  let fate: unknown;
  expect(await quickest(most, async () => (fate = await fateOf()))).toBeLessThan(most);
  expect(fate).toBe(found);
});

describe("a file's size is judged before it is read", () => {
  const { text, workbook } = oldFileBytes;
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4);
  const container = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
  test.each<[string, number, Uint8Array, string | undefined]>([
    ["text", text, ofBytes("日期"), undefined],
    ["text", text + 1, ofBytes("日期"), "textTooLarge"],
    ["a workbook", workbook, zip, undefined],
    ["a workbook", workbook + 1, zip, "too-large"],
    ["an old .xls", workbook + 1, container, "xls"],
    ["a .pdf", workbook + 1, ofBytes("%PDF-1.7"), "pdf"],
    ["nothing", 0, new Uint8Array(0), undefined],
  ])("%s of %i bytes", (_, size, head, code) => {
    const judged = (): string | undefined => {
      try {
        judgeSize(size, head, "旧表");
        return undefined;
      } catch (fault) {
        return fault instanceof OldFileRefused ? fault.code : "fault";
      }
    };
    expect(judged()).toBe(code);
  });

  test("in both tongues, with its size and the way out", () => {
    const refusal = (): OldFileRefused => {
      try {
        judgeSize(300 << 20, ofBytes("日期,姓名\n".repeat(headBytes)).subarray(0, headBytes), "旧表.csv");
      } catch (fault) {
        if (fault instanceof OldFileRefused) return fault;
      }
      throw new Error("not refused");
    };
    expect(refusal().line).toBe(
      "文件有 300 MB，最多读 32 MB：请按年份拆成几份分别收；或者用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”再试。" +
        "(300 MB, where 32 MB can be read: Split it by year and take each part; or open it in Excel and save it as “Excel Workbook (.xlsx)”.)",
    );
  });

  test("bytes already there, too", async () => {
    await expect(readOldFile(ofBytes("1,2\n".repeat(text / 4 + 1)), "旧表.csv")).rejects.toMatchObject({
      code: "textTooLarge",
    });
  });
});

test("limits are Excel's own, and those of a workbook", () => {
  expect(oldFileLimits).toMatchObject({
    rows: 1_048_576,
    columns: 16_384,
    cells: 5_000_000,
    letters: 32_767,
  });
});
