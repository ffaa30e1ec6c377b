/** Comments and their replies, and notes: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments */
import type { Book, Comment } from "../../src/book/book";
import { hasNotes, withNotes } from "./newer-client";
import { sheetOf } from "./plain-sheet";
import { codeOf, started } from "./started";

const requirementSets = { ExcelApi: "1.15" };
const today = () => new Date(Date.UTC(2026, 10, 22, 2, 30));

const thread: Comment = {
  cell: "B3",
  kind: "thread",
  said: [
    { by: "王强", text: "看三次了", at: "2024-03-05T02:00:00.000Z" },
    { by: "李娜", text: "周六再约", at: "2024-03-06T02:00:00.000Z" },
  ],
};
const note: Comment = { cell: "C4", kind: "note", said: [{ by: "张主管", text: "张主管:\n核过" }] };
const commented = (): Book => ({
  sheets: [sheetOf("旧表", [], { comments: [thread, note] }), sheetOf("另表", [])],
  names: [],
});

/** What the workbook says of its threads. */
const told = (sheet: Excel.Worksheet | undefined, context: Excel.RequestContext) => async () => {
  const { comments } = sheet ?? context.workbook;
  comments.load("items/content,items/authorName,items/creationDate");
  await context.sync();
  const each = comments.items.map((comment) => {
    comment.replies.load("items/content,items/authorName");
    const place = comment.getLocation();
    place.load("address");
    return { comment, place };
  });
  await context.sync();
  return each.map(({ comment, place }) => [
    place.address,
    comment.authorName,
    comment.content,
    comment.creationDate.toISOString(),
    ...comment.replies.items.flatMap(({ authorName, content }) => [authorName, content]),
  ]);
};
const theThread = ["旧表!B3", "王强", "看三次了", "2024-03-05T02:00:00.000Z", "李娜", "周六再约"];

test("threads are told with cell, author, day and replies, of a sheet and of the workbook; notes are none", async () => {
  const { on } = started({ book: commented(), requirementSets });
  expect(await on((sheet, context) => told(sheet, context)())).toEqual([theThread]);
  expect(await on((_sheet, context) => told(undefined, context)())).toEqual([theThread]);
  expect(await on((sheet, context) => told(sheet, context)(), "另表")).toEqual([]);
});

test("comments and replies are added, by whoever is signed in and on the day", async () => {
  const { on, model } = started({ book: commented(), requirementSets, today });
  await on((sheet, { workbook }) => {
    const added = sheet.comments.add(sheet.getRange("D5"), "太太做主");
    added.replies.add("记下了");
    workbook.comments.add("另表!A1", "别的");
  });
  const [first, other] = model.toBook().sheets;
  const [at, by] = [today().toISOString(), "User"];
  expect(first?.comments).toEqual([
    thread,
    note,
    {
      cell: "D5",
      kind: "thread",
      said: [
        { by, text: "太太做主", at },
        { by, text: "记下了", at },
      ],
    },
  ]);
  expect(other?.comments).toEqual([{ cell: "A1", kind: "thread", said: [{ by, text: "别的", at }] }]);
});

test.each([
  ["more than one cell", "旧表!D5:D6", "InvalidArgument"],
  ["a cell without its sheet", "D5", "InvalidArgument"],
  ["a cell that has one", "旧表!B3", "InvalidOperation"],
  ["a cell that has a note", "旧表!C4", "InvalidOperation"],
])("%s takes no comment", async (_, cell, code) => {
  const { on } = started({ book: commented(), requirementSets });
  expect(await codeOf(on((sheet) => void sheet.comments.add(cell, "一句")))).toBe(code);
});

test("members nobody needed say so", async () => {
  const { on } = started({ book: commented(), requirementSets });
  expect(
    await codeOf(
      on((sheet) => {
        sheet.comments.getItemAt(0).delete();
      }),
    ),
  ).toBe("NotImplemented");
  expect(await codeOf(on((sheet) => sheet.comments.getItemAt(0).load("resolved")))).toBe("NotImplemented");
  expect(await codeOf(on((sheet) => sheet.comments.getItemAt(1).load("content")))).toBe("ItemNotFound");
});

test("a client that knows notes reads and adds them; one that does not has none", async () => {
  const plain = started({ book: commented(), requirementSets });
  expect(await plain.on((sheet) => hasNotes(sheet))).toBe(false);
  const newer = started({ book: commented(), requirementSets: { ExcelApi: "1.18" } });
  withNotes(newer);
  const count = await newer.on((sheet) => {
    if (!hasNotes(sheet)) throw new Error("no notes");
    sheet.notes.add("旧表!A1", "头一个");
    return sheet.notes.getCount();
  });
  expect(count.value).toBe(2);
  expect(newer.model.toBook().sheets[0]?.comments).toContainEqual({
    cell: "A1",
    kind: "note",
    said: [{ by: "User", text: "头一个" }],
  });
});

test("they go where their cells go, and away with them", async () => {
  const { on, model } = started({ book: commented(), requirementSets });
  const cells = () => model.toBook().sheets[0]?.comments?.map(({ cell }) => cell);
  await on((sheet) => void sheet.getRange("2:2").insert("Down"));
  expect(cells()).toEqual(["B4", "C5"]);
  await on((sheet) => void sheet.getRange("B1:B9").insert("Right"));
  expect(cells()).toEqual(["C4", "D5"]);
  await on((sheet) => {
    sheet.getRange("4:4").delete("Up");
  });
  expect(cells()).toEqual(["D4"]);
  await on((sheet) => {
    sheet.getRange("D4").clear("Contents");
  });
  expect(cells()).toEqual(["D4"]);
  await on((sheet) => {
    sheet.getRange("D4").clear();
  });
  expect(cells()).toBeUndefined();
});

test("a table's column that is moved takes them along", async () => {
  const book: Book = {
    sheets: [
      sheetOf(
        "表",
        [
          {
            at: "A1",
            rows: [
              ["甲", "乙", "丙"],
              [1, 2, 3],
            ],
          },
        ],
        {
          tables: [
            {
              name: "表一",
              range: "A1:C2",
              columns: [{ name: "甲" }, { name: "乙" }, { name: "丙" }],
              style: "TableStyleLight9",
              bandedRows: true,
              filterButtons: true,
            },
          ],
          comments: ["A2", "C2", "C9"].map((cell) => ({ ...note, cell })),
        },
      ),
    ],
    names: [],
  };
  const { model } = started({ book });
  await model.userMovesTableColumn("表一", "甲", 2);
  expect(model.toBook().sheets[0]?.comments?.map(({ cell }) => cell)).toEqual(["C2", "B2", "C9"]);
});
