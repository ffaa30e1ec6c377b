/** Rows written as they are made, and when a file was saved. */
import type { Book, Sheet, Value } from "../../src/book/book";
import { editBook } from "../../src/xlsx/edit";
import { openBook } from "../../src/xlsx/read-book";
import { readSheets } from "../../src/xlsx/read";
import { instant, savedAt } from "../../src/xlsx/saved-at";
import { writeBook, writeBookTo } from "../../src/xlsx/write";
import type { StreamedRows } from "../../src/xlsx/write-rows";
import type { ZipSink } from "../../src/xlsx/zip-stream";
import { describeWith, hasOpenpyxl, hasValidator, openpyxl, temporaryFiles, validate } from "./tools";

const memory = (): ZipSink & { bytes(): Uint8Array } => {
  let all = new Uint8Array(0);
  return {
    write: (bytes) => {
      const more = new Uint8Array(all.length + bytes.length);
      more.set(all);
      more.set(bytes, all.length);
      all = more;
      return Promise.resolve();
    },
    patch: (at, bytes) => {
      all.set(bytes, at);
      return Promise.resolve();
    },
    bytes: () => all,
  };
};

const sheet = (name: string, more: Partial<Sheet> = {}): Sheet => ({
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

const values: readonly (readonly Value[])[] = [
  ["王秀英", 45356, true, "=1+1"],
  [null, 45356.5, null, "两行\n的话 & <标签> _x000D_"],
  ["  前后有空白  ", -0.25, false, "长".repeat(200)],
  ...Array.from({ length: 3000 }, (_, at): readonly Value[] => [
    `第${at % 7}`,
    at,
    null,
    `独一份的文字 ${at}`,
  ]),
];

const book: Book = {
  names: [],
  sheets: [
    sheet("表", {
      blocks: [{ at: "B2", rows: [["姓名", "日期", "是否", "内容"]] }],
      looks: [{ range: "C:C", look: { numberFormat: "yyyy-mm-dd hh:mm", bold: true } }],
      tables: [
        {
          name: "T",
          range: `B2:E${values.length + 2}`,
          columns: ["姓名", "日期", "是否", "内容"].map((name) => ({ name })),
          style: "TableStyleLight1",
          bandedRows: false,
          filterButtons: true,
        },
      ],
    }),
    sheet("别的", { blocks: [{ at: "A1", rows: [["王秀英"]] }] }),
  ],
};
const streamed = { top: 2, left: 1, width: 4, count: values.length, rows: values };
const saved = "2026-11-22T08:30:00Z";

const written = async (): Promise<Uint8Array> => {
  const sink = memory();
  await writeBookTo(book, sink, { saved, rows: new Map([["表", streamed]]) });
  return sink.bytes();
};

test("rows streamed into a file come back as they were, in their columns' looks", async () => {
  const [first, second] = (await readSheets(await written(), { serials: true })).sheets;
  const back = first!.rows.slice(1).map(({ cells }) => {
    const row: (Value | undefined)[] = [null, null, null, null];
    for (const { column, value } of cells) row[column - 1] = value as Value;
    return row;
  });
  expect(back).toEqual(values);
  expect(second!.rows[0]!.cells).toEqual([{ column: 0, value: "王秀英" }]);
});

test("rows may say how high they are", async () => {
  const sink = memory();
  const heightOf = (row: readonly Value[]): number => (row === values[1] ? 52 : 20);
  await writeBookTo(book, sink, { saved, rows: new Map([["表", { ...streamed, heightOf }]]) });
  const { rows } = (await openBook(sink.bytes())).book.sheets[0]!;
  expect(rows.slice(0, 2)).toEqual([
    { row: 2, height: 20 },
    { row: 3, height: 52 },
  ]);
});

test("rows that are not as many as was said are a fault, and so is a sink that fails", async () => {
  const rows = new Map([["表", { ...streamed, count: 5 }]]);
  await expect(writeBookTo(book, memory(), { rows })).rejects.toThrow("not 5");
  const full: ZipSink = {
    write: () => Promise.reject(new Error("disk full")),
    patch: () => Promise.resolve(),
  };
  await expect(writeBookTo(book, full, { rows: new Map([["表", streamed]]) })).rejects.toThrow("disk full");
});

test("a text longer than Excel can hold is a fault, not a file to be repaired", async () => {
  const long = (length: number) => ({
    ...streamed,
    count: 1,
    rows: [["长".repeat(length), null, null, null]],
  });
  const write = (length: number) => writeBookTo(book, memory(), { rows: new Map([["表", long(length)]]) });
  await expect(write(32_767)).resolves.toBeUndefined();
  await expect(write(32_768)).rejects.toThrow("text of 32768 characters");
});

test("a file says when it was saved, and says it anew when it is changed", async () => {
  const silent = await writeBook({ names: [], sheets: [sheet("表")] });
  expect(await savedAt(silent)).toBeUndefined();
  const told = await writeBook({ names: [], sheets: [sheet("表")] }, { saved });
  expect(await savedAt(told)).toBe(saved);
  const edits = [{ kind: "set", sheet: "表", cells: [{ at: "A1", content: "改" }] }] as const;
  const later = "2026-11-23T01:02:03Z";
  expect(await savedAt(await editBook(told, edits))).toBe(saved);
  for (const before of [told, silent])
    expect(await savedAt(await editBook(before, edits, {}, later))).toBe(later);
});

test("moments of every spelling are one spelling, to the second", () => {
  expect(instant("2026-11-22T16:30:00.123+08:00")).toBe(saved);
  expect(instant(" 2026-11-22T08:30:00Z ")).toBe(saved);
  expect(instant("昨天")).toBeUndefined();
});

const files = temporaryFiles();
afterAll(() => files.remove());

describeWith("the Open XML validator", hasValidator)("streamed files", () => {
  test("are sound, changed ones too", async () => {
    const edits = [{ kind: "set", sheet: "别的", cells: [{ at: "A2", content: 1 }] }] as const;
    const silent = await writeBook({ names: [], sheets: [sheet("别的")] });
    expect(
      validate([
        files.write("streamed.xlsx", await written()),
        files.write("changed.xlsx", await editBook(silent, edits, {}, saved)),
      ]),
    ).toEqual([]);
  });
});

describeWith("openpyxl", hasOpenpyxl)("streamed files", () => {
  test("are read by others", async () => {
    const [dumped] = openpyxl("values", [files.write("others.xlsx", await written())]);
    expect(dumped!.error).toBeUndefined();
    expect(JSON.stringify(dumped!.found)).toContain("独一份的文字 2999");
  });
});

test("rows told by columns are written as they are row by row", async () => {
  const half = 1500;
  const told = [values.slice(0, half), values.slice(half)].map((rows) => ({
    count: rows.length,
    columns: Array.from({ length: 4 }, (_, at) => {
      const cells = rows.map((row) => row[at] ?? null);
      const own = [...new Set(cells)].filter((cell) => cell !== null);
      // Nothing of a column that is empty all over.
      return own.length === 0
        ? null
        : { values: own, places: cells.map((cell) => (cell === null ? -1 : own.indexOf(cell))) };
    }),
  }));
  expect(told[1]?.columns[2]).toBeNull();
  const sheetOf = async (rows: StreamedRows) => {
    const sink = memory();
    await writeBookTo(book, sink, { rows: new Map([["表", rows]]) });
    return (await readSheets(sink.bytes())).sheets;
  };
  const { rows: _, ...area } = streamed;
  expect(await sheetOf({ ...area, columns: told })).toEqual(await sheetOf(streamed));
  await expect(sheetOf({ ...area, columns: told.slice(0, 1) })).rejects.toThrow("1500 rows, not 3003");
});
