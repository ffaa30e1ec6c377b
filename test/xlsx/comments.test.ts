/** Comments on cells: notes and threads, as Excel, openpyxl and hostile hands write them. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book, Comment } from "../../src/book/book";
import { readSheets } from "../../src/xlsx/read";
import { openBook } from "../../src/xlsx/read-book";
import type { ReadLimits } from "../../src/xlsx/read-types";
import { XlsxRefused } from "../../src/xlsx/refusal";
import { writeBook } from "../../src/xlsx/write";
import { bareSheet } from "./every-feature";
import { partsOf, smallBook, zipOf } from "./rezip";
import { describeWith, hasOpenpyxl, python, temporaryFiles } from "./tools";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const newer = "http://schemas.microsoft.com/office/2017/10/relationships";

interface Comments {
  /** What stands in `<comments>`. */
  readonly notes?: string;
  /** What stands in `<ThreadedComments>`. */
  readonly threads?: string;
  readonly people?: string;
  /** Where the sheet says its notes are. */
  readonly target?: string;
  readonly type?: string;
}

const commented = async ({
  notes,
  threads,
  people,
  target = "../comments1.xml",
  type = `${office}/comments`,
}: Comments): Promise<Uint8Array> => {
  const parts = await partsOf(await smallBook({ sheet: `<row r="1"><c r="A1"><v>1</v></c></row>` }));
  const workbook = parts.get("xl/_rels/workbook.xml.rels") ?? "";
  parts.set(
    "xl/_rels/workbook.xml.rels",
    workbook.replace(
      "</Relationships>",
      `<Relationship Id="rId9" Type="${newer}/person" Target="persons/person.xml"/></Relationships>`,
    ),
  );
  parts.set(
    "xl/worksheets/_rels/sheet1.xml.rels",
    "<Relationships>" +
      (notes === undefined ? "" : `<Relationship Id="rId1" Type="${type}" Target="${target}"/>`) +
      (threads === undefined
        ? ""
        : `<Relationship Id="rId2" Type="${newer}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>`) +
      "</Relationships>",
  );
  if (notes !== undefined)
    parts.set(
      "xl/comments1.xml",
      notes.startsWith("<?") || notes.startsWith("<!")
        ? notes
        : `<comments xmlns="${main}">${notes}</comments>`,
    );
  if (threads !== undefined)
    parts.set("xl/threadedComments/threadedComment1.xml", `<ThreadedComments>${threads}</ThreadedComments>`);
  if (people !== undefined) parts.set("xl/persons/person.xml", `<personList>${people}</personList>`);
  return zipOf(parts);
};

const read = async (bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<unknown> => {
  try {
    const { sheets } = await readSheets(bytes, { comments: true, limits });
    return sheets[0]?.comments?.map(({ row, column, text }) => [row, column, text]);
  } catch (fault) {
    if (fault instanceof XlsxRefused) return fault.code;
    throw fault;
  }
};

const note = (ref: string, text: string, author = 0): string =>
  `<comment ref="${ref}" authorId="${author}"><text><r><rPr><b/></rPr><t xml:space="preserve">${text}</t></r></text></comment>`;
const thread = (ref: string, text: string, person = "{1}"): string =>
  `<threadedComment ref="${ref}" personId="${person}" id="{9}"><text>${text}</text></threadedComment>`;
const authors = `<authors><author>王强</author><author>tc={9}</author></authors>`;
const people = `<person displayName="王强" id="{1}"/><person displayName="李娜" id="{2}"/>`;
const standIn =
  "[线程批注]\n\n你的 Excel 版本可读取此线程批注; 但如果在更新版本的 Excel 中打开文件，则对批注所作的任何改动都将被删除。\n\n批注:\n    看三次了";

test.each<readonly [string, Comments, unknown]>([
  ["none", {}, []],
  [
    "notes, with runs, reading aids, breaks and signs",
    {
      notes: `${authors}<commentList><comment ref="C4" authorId="0"><text><r><t>王强:&#10;</t></r><r><t>嫌贵 &lt;8500_x000D_
再约</t></r><rPh sb="0" eb="1"><t>ﾋﾟﾝ</t></rPh></text></comment>${note("B2", "家人不同意")}</commentList>`,
    },
    [
      [1, 1, "家人不同意"],
      [3, 2, "王强:\n嫌贵 <8500\n再约"],
    ],
  ],
  [
    "a note from the top of the file",
    { notes: note("$A$1", "头一个"), target: "/xl/comments1.xml" },
    [[0, 0, "头一个"]],
  ],
  [
    "notes of the strict kind",
    { notes: note("A1", "严"), type: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" },
    [[0, 0, "严"]],
  ],
  [
    "a thread with its replies, and the note that stands in for it",
    {
      notes: authors + note("A2", standIn, 1) + note("A3", "另一格"),
      threads: thread("A2", "看三次了") + thread("A2", "周六再约", "{2}") + thread("B9", "不知是谁", "{7}"),
      people,
    },
    [
      [1, 0, "王强：看三次了\n李娜：周六再约"],
      [2, 0, "另一格"],
      [8, 1, "不知是谁"],
    ],
  ],
  [
    "a thread whose own part is gone",
    { notes: authors + note("A2", standIn, 1) },
    [[1, 0, "批注:\n    看三次了"]],
  ],
  ["empty ones", { notes: note("A1", " ") + `<comment ref="B1"/>`, threads: thread("C1", "") }, []],
  ["a cell far from all others", { notes: note("XFD1048576", "远") }, [[1048575, 16383, "远"]]],
])("%s", async (_, comments, expected) => {
  expect(await read(await commented(comments))).toEqual(expected);
});

test("they are read where they are asked for alone", async () => {
  const { sheets } = await readSheets(await commented({ notes: note("A1", "不读") }));
  expect(sheets[0]).not.toHaveProperty("comments");
});

const deep = 500;
const hostile: readonly (readonly [string, Comments, unknown, Partial<ReadLimits>?])[] = [
  [
    "more than the limit",
    { notes: note("A1", "一") + note("A2", "二"), threads: thread("A3", "三") },
    "too-large",
    { comments: 2 },
  ],
  ["one too long", { notes: note("A1", "长".repeat(101)) }, "too-large", { textLength: 100 }],
  ["beyond the rows", { notes: note("A9", "远") }, "malformed", { rows: 8 }],
  ["on no cell", { notes: note("__proto__", "坏") }, "malformed"],
  ["on a cell no sheet has", { threads: thread("A9999999", "坏") }, "malformed"],
  ["elements inside each other without end", { notes: "<r>".repeat(deep) + "</r>".repeat(deep) }, "too-deep"],
  ["a DTD", { notes: `<!DOCTYPE x [<!ENTITY a "b">]><comments>${note("A1", "x")}</comments>` }, "dtd"],
  ["an entity of their own", { notes: note("A1", "&xxe;") }, "malformed"],
  ["broken off", { notes: `<?xml version="1.0"?><comments>${note("A1", "半")}` }, "malformed"],
  ["in a part that is the sheet itself", { notes: note("A1", "x"), target: "sheet1.xml" }, []],
  ["in a part that is not there", { notes: note("A1", "x"), target: "../nothing.xml" }, []],
  ["outside the file", { notes: note("A1", "x"), target: "../../../../etc/passwd" }, []],
];
for (const [what, comments, expected, limits] of hostile)
  test(`hostile: ${what}`, async () => {
    expect(await read(await commented(comments), limits)).toEqual(expected);
  });

test("hostile: comments of two sheets in one part", async () => {
  const twice = await commented({ notes: note("A1", "x") });
  const parts = await partsOf(twice);
  const rels = parts.get("xl/worksheets/_rels/sheet1.xml.rels") ?? "";
  parts.set("xl/worksheets/_rels/sheet1.xml.rels", rels.replace(/<Relationship [^>]*>/u, "$&$&"));
  expect(await read(await zipOf(parts))).toBe("malformed");
});

describe("a workbook opened whole", () => {
  const opened = async (comments: Comments) => {
    const { book, lost } = await openBook(await commented(comments));
    return [book.sheets[0]?.comments, lost.map(({ kind }) => kind)];
  };

  test("has them with who said what when; fonts and what is resolved are said to be lost", async () => {
    expect(
      await opened({
        notes: authors + note("A3", "王强:\n另一格") + note("A2", standIn, 1),
        threads:
          `<threadedComment ref="A2" dT="2024-03-05T10:20:00.12" personId="{1}" id="{9}"><text>看三次了</text></threadedComment>` +
          thread("A2", "再约", "{2}"),
        people,
      }),
    ).toEqual([
      [
        {
          cell: "A2",
          kind: "thread",
          said: [
            { by: "王强", text: "看三次了", at: "2024-03-05T10:20:00.120Z" },
            { by: "李娜", text: "再约" },
          ],
        },
        { cell: "A3", kind: "note", said: [{ by: "王强", text: "王强:\n另一格" }] },
      ],
      ["commentLooks"],
    ]);
    expect(
      await opened({
        threads: `<threadedComment ref="A2" personId="{1}" id="{9}" done="1"><text>好了</text></threadedComment>`,
      }),
    ).toEqual([[{ cell: "A2", kind: "thread", said: [{ by: "", text: "好了" }] }], ["commentLooks"]]);
  });

  test("has all a cell's words in one", async () => {
    const bare = (ref: string, text: string) =>
      `<comment ref="${ref}" authorId="0"><text><t>${text}</t></text></comment>`;
    expect(
      await opened({
        notes: authors + bare("A1", "一") + bare("A1", "二") + bare("B1", "便条"),
        threads: thread("B1", "话题"),
        people,
      }),
    ).toEqual([
      [
        { cell: "A1", kind: "note", said: [{ by: "王强", text: "一\n二" }] },
        {
          cell: "B1",
          kind: "thread",
          said: [
            { by: "王强", text: "话题" },
            { by: "", text: "便条" },
          ],
        },
      ],
      [],
    ]);
  });

  test("opens without broken ones, which are said to be lost; not with endless ones", async () => {
    expect(await opened({ notes: note("__proto__", "坏") })).toEqual([undefined, ["comments"]]);
    expect(
      await opened({ threads: thread("A1", "话题"), people: `<person displayName="&xxe;" id="{1}"/>` }),
    ).toEqual([[{ cell: "A1", kind: "thread", said: [{ by: "", text: "话题" }] }], ["comments"]]);
    const many = await commented({ notes: note("A1", "一") + note("A2", "二") });
    await expect(openBook(many, { comments: 1 })).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("written", () => {
  const said = (cell: string, kind: Comment["kind"], ...texts: string[]): Comment => ({
    cell,
    kind,
    said: (kind === "note" ? texts.slice(0, 1) : texts).map((text) => ({ by: "王强", text })),
  });
  const book = (...sheets: readonly (readonly Comment[])[]): Book => ({
    names: [],
    sheets: sheets.map((comments, at) => ({ ...bareSheet, name: `表${at}`, comments })),
  });

  test("threads are there for versions that know none, too", async () => {
    const parts = await partsOf(await writeBook(book([said("B2", "thread", "看三次了", "再约\n周六")])));
    const ids = [
      ...(parts.get("xl/threadedComments/threadedComment1.xml") ?? "").matchAll(/ (id|parentId)="([^"]*)"/gu),
    ].map(([, name, id]) => [name, id]);
    expect(ids).toEqual([
      ["id", ids[0]?.[1]],
      ["id", ids[1]?.[1]],
      ["parentId", ids[0]?.[1]],
    ]);
    expect(ids[1]?.[1]).not.toBe(ids[0]?.[1]);
    parts.delete("xl/threadedComments/threadedComment1.xml");
    expect(await read(await zipOf(parts))).toEqual([[1, 1, "批注：\n    看三次了\n回复：\n    再约\n周六"]]);
  });

  test("boxes have numbers of their own in the whole workbook, and stand within the sheet", async () => {
    const many = Array.from({ length: 1_100 }, (_, at) => said(`A${at + 1}`, "note", "一"));
    const parts = await partsOf(await writeBook(book(many, [], [said("XFD1048576", "note", "远")])));
    const boxes = [1, 2].map((at) => parts.get(`xl/drawings/vmlDrawing${at}.vml`) ?? "");
    const ids = boxes.flatMap((xml) => [...xml.matchAll(/_x0000_s(\d+)"/gu)].map(([, id]) => Number(id)));
    expect([ids.length, new Set(ids).size]).toEqual([1_101, 1_101]);
    expect(boxes.map((xml) => /idmap [^>]*data="([^"]*)"/u.exec(xml)?.[1])).toEqual(["1,2", "3"]);
    expect(ids.at(-1)).toBe(3 * 1024 + 1);
    expect(/<x:Anchor>([^<]*)</u.exec(boxes[1] ?? "")?.[1]).toBe(
      "16380, 15, 1048571, 10, 16382, 15, 1048575, 4",
    );
  });

  test("one on no cell is a fault of who made the book", async () => {
    await expect(writeBook(book([said("甲", "note", "一")]))).rejects.toThrow("甲");
  });

  describeWith("openpyxl", hasOpenpyxl)("for openpyxl", () => {
    const files = temporaryFiles();
    afterAll(() => {
      files.remove();
    });
    const script = `
import json, sys
from openpyxl import load_workbook
print(json.dumps([[[c.coordinate, c.comment.author, c.comment.text] for row in s.iter_rows() for c in row if c.comment] for s in load_workbook(sys.argv[1])]))
`;
    test("notes are its comments, threads their stand-ins", async () => {
      const file = files.write(
        "written.xlsx",
        await writeBook(
          book(
            [said("C3", "note", "王强:\n<待核> & 再约")],
            [said("A1", "thread", "看三次了"), said("B1", "note", "二")],
          ),
        ),
      );
      expect(JSON.parse(execFileSync(python, ["-c", script, file], { encoding: "utf8" }))).toEqual([
        [["C3", "王强", "王强:\n<待核> & 再约"]],
        [
          [
            "A1",
            expect.stringMatching(/^tc=\{.*\}$/u),
            expect.stringMatching(/^\[线程批注\][^]*批注：\n {4}看三次了$/u),
          ],
          ["B1", "王强", "二"],
        ],
      ]);
    });
  });
});

describeWith("openpyxl", hasOpenpyxl)("openpyxl's", () => {
  const files = temporaryFiles();
  afterAll(() => {
    files.remove();
  });
  const script = `
import json, sys
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
book = Workbook()
sheet = book.active
for at, text in enumerate(["嫌总价高\\n再约", "  a & b <c> \\"d\\"  ", "𠮷先生 👍", "长" * 3000], 1):
    sheet.cell(at * 3, at, at).comment = Comment(text, "王强")
second = book.create_sheet("第二张")
second["XFD7"].comment = Comment("远", "李娜")
book.save(sys.argv[1])
found = [[[c.row - 1, c.column - 1, c.comment.text.strip()] for row in s.iter_rows() for c in row if c.comment] for s in load_workbook(sys.argv[1])]
print(json.dumps(found))
`;
  test("cell.comment and ours are the same", async () => {
    const file = join(files.folder, "comments.xlsx");
    const theirs: unknown = JSON.parse(execFileSync(python, ["-c", script, file], { encoding: "utf8" }));
    const { sheets } = await readSheets(new Uint8Array(readFileSync(file)), { comments: true });
    expect(
      sheets.map(({ comments = [] }) => comments.map(({ row, column, text }) => [row, column, text])),
    ).toEqual(theirs);
    expect(theirs).toMatchObject([{ length: 4 }, [[6, 16383, "远"]]]);
  });
});
