/** 收编: an old register read from a file and from the open workbook is the same, words on its cells and all. */
import fc from "fast-check";
import { areaAddress, cellAddress } from "../../src/book/address";
import type { Book, Comment } from "../../src/book/book";
import { adopt } from "../../src/domain/register/adoption/adopt";
import type { OldCells } from "../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../src/domain/register/old-sheet/old-tables";
import type { RawCell } from "../../src/domain/register/register";
import { readOldSheet } from "../../src/workbook/office/old-sheet";
import { readOldFile } from "../../src/workbook/xlsx/old-file";
import { writeBook } from "../../src/xlsx/write";
import { bookOf, cellsOf, today, written } from "../domain/register/book-of";
import { withNotes } from "../excel-host/newer-client";
import { bareSheet } from "../xlsx/every-feature";
import { modelOf, sitDown } from "./office/desk";

const sheetName = "旧表";

interface Drawn {
  readonly top: number;
  readonly left: number;
  readonly merged: boolean;
  readonly people: readonly {
    readonly name: string;
    readonly phone: number;
    readonly notes: string | null;
  }[];
  readonly comments: readonly {
    readonly row: number;
    readonly column: number;
    readonly kind: Comment["kind"];
    readonly said: readonly { readonly by: string; readonly text: string }[];
  }[];
}

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("太太做主", "=1+1", "嫌贵\n再约", " 待核 ", "号码\r\n不对", "王强:\n看过", "", "  "),
);
const drawnRegister: fc.Arbitrary<Drawn> = fc.record({
  top: fc.nat(4),
  left: fc.nat(3),
  merged: fc.boolean(),
  people: fc.array(
    fc.record({
      name: fc.constantFrom("张三", "李四", "王五", "欧阳修"),
      phone: fc.nat(9_999),
      notes: fc.constantFrom(null, "问价", "想看三房"),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  comments: fc.uniqueArray(
    fc.record({
      // From above the title to below the last row, and beside the columns.
      row: fc.nat(14),
      column: fc.nat(9),
      kind: fc.constantFrom("note" as const, "thread" as const),
      said: fc.array(fc.record({ by: fc.constantFrom("", "王强", "李娜"), text: words }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { maxLength: 8, selector: ({ row, column }) => row * 100 + column },
  ),
});

const bookWith = ({ top, left, merged, people, comments }: Drawn): Book => ({
  names: [],
  sheets: [
    { ...bareSheet, name: "首页", blocks: [{ at: "A1", rows: [["别的"]] }] },
    {
      ...bareSheet,
      name: sheetName,
      blocks: [
        {
          at: cellAddress(top, left),
          rows: [
            ["来访登记表 2024年", null, null, null, null],
            ["日期", "业务员", "姓名", "手机", "备注"],
            ...people.map(({ name, phone, notes }, at) => [
              merged && at % 2 === 1 ? null : `3月${at + 1}日`,
              at % 3 === 0 ? "王强" : "李娜",
              name,
              // Some are too short: such rows are refused.
              phone % 5 === 0 ? "1380379" : `1380379${String(phone).padStart(4, "0")}`,
              notes,
            ]),
          ],
        },
      ],
      merges: merged
        ? people.flatMap((_, at) =>
            at % 2 === 1 ? [areaAddress({ top: top + at + 1, bottom: top + at + 2, left, right: left })] : [],
          )
        : [],
      comments: comments.map(({ row, column, kind, said }): Comment => ({
        cell: cellAddress(row, column),
        kind,
        said: kind === "note" ? said.slice(0, 1) : said,
      })),
    },
  ],
});

const fromFile = async (book: Book): Promise<OldCells> => {
  const sheets = await readOldFile(await writeBook(book), "旧表.xlsx");
  const found = sheets.find(({ sheet }) => sheet === sheetName);
  if (found === undefined) throw new Error("no such sheet in the file");
  return found;
};

const fromOpen = async (book: Book): Promise<OldCells> => {
  const desk = sitDown(await modelOf(book), { requirementSets: { ExcelApi: "1.18" } });
  withNotes(desk.started);
  return readOldSheet(sheetName);
};

/** A blank is a blank, and blanks at a line's end are none. */
const plain = (cells: readonly RawCell[]): readonly RawCell[] => {
  const all = cells.map((cell) => (cell === "" ? null : cell));
  while (all.length > 0 && all.at(-1) === null) all.pop();
  return all;
};

/** What becomes of it: rows, and every source row's fate. */
const adopted = (cells: OldCells) =>
  oldTablesIn(cells).map((table) => {
    const register = { ...table, mapping: guessedMapping(table, table.form, table.matches) };
    const { changes, fates } = adopt(bookOf(), register, {
      today,
      ...(table.year === undefined ? {} : { year: table.year }),
    });
    const after = written(bookOf(), changes);
    return {
      visitors: cellsOf(after, "visitors"),
      followUps: cellsOf(after, "followUps"),
      fates: fates.map((fate) => ("cells" in fate ? { ...fate, cells: plain(fate.cells) } : fate)),
      comments: table.rows.map(({ row, comments = [] }) => [row, comments]),
    };
  });

test("comments go the same way from a file and from the open workbook", async () => {
  const met = { kept: 0, aside: 0, above: 0, taken: 0, rejected: 0 };
  await fc.assert(
    fc.asyncProperty(drawnRegister, async (register) => {
      const book = bookWith(register);
      const [file, open] = [await fromFile(book), await fromOpen(book)];
      const onSheet = ({ comments = [], firstRow }: OldCells) =>
        comments.map(({ row, column, said }) => [firstRow + row, column, said]);
      expect(onSheet(open)).toEqual(onSheet(file));
      const [theirs, ours] = [adopted(file), adopted(open)];
      expect(ours).toEqual(theirs);
      for (const { visitors, fates } of ours) {
        met.kept += visitors.filter(({ notes }) => String(notes).includes("批注：")).length;
        met.taken += fates.filter(({ kind }) => kind === "taken").length;
        met.rejected += fates.filter(({ kind }) => kind === "rejected").length;
        met.aside += fates.filter((fate) => fate.kind === "setAside" && fate.why === "comment").length;
      }
      met.above += open.comments?.filter(({ row }) => row < 0).length ?? 0;
    }),
    { numRuns: 25 },
  );
  expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
});
