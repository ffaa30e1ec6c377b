/** 收编: what people have written on the cells of a sheet that lies open. */
import type { Comment, Sheet } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import type { CommentState } from "../../../src/excel-host/model/workbook";
import { readOldSheet } from "../../../src/workbook/office/old-sheet";
import { withNotes } from "../../excel-host/newer-client";
import { bareSheet } from "../../xlsx/every-feature";
import { type Desk, modelOf, sitDown } from "./desk";

const thread = (cell: string, ...said: readonly (readonly [by: string, text: string])[]): Comment => ({
  cell,
  kind: "thread",
  said: said.map(([by, text]) => ({ by, text })),
});
const note = (cell: string, text: string, by = "张主管"): Comment => ({
  cell,
  kind: "note",
  said: [{ by, text }],
});

const register: readonly Comment[] = [
  note("C4", "张主管:\r\n号码待核 "),
  thread("B3", ["王强", "看三次了"], ["李娜", "周六再约"]),
  thread("A1", ["", "标题上的"]),
  thread("D9", ["王强", " "]),
];

const opened = async (comments: readonly Comment[], version: string, more: { newer?: boolean } = {}) => {
  const sheet: Sheet = {
    ...bareSheet,
    name: "旧表",
    blocks: [{ at: "A2", rows: [["姓名"], ["张三"], ["李四"]] }],
    comments,
  };
  const model: Model = await modelOf({ sheets: [sheet, { ...bareSheet, name: "别的" }], names: [] });
  // As in a real Excel, the client itself does not look at requirement sets.
  const desk = sitDown(model, { requirementSets: { ExcelApi: version }, strict: false });
  if (more.newer === true) withNotes(desk.started);
  return { model, desk };
};
const told = async () => {
  const { comments, notesUnknown } = await readOldSheet("旧表");
  return { comments: comments?.map(({ row, column, said }) => [row, column, said]), notesUnknown };
};

const threads = [
  [-1, 0, "标题上的"],
  [1, 1, "王强：看三次了\n李娜：周六再约"],
];
const notes = [[2, 2, "张主管:\n号码待核"]];

test.each([
  ["before 1.10 none are told", "1.9", false, { comments: undefined, notesUnknown: true }],
  ["then threads are", "1.10", false, { comments: threads, notesUnknown: true }],
  ["1.18 tells notes", "1.18", true, { comments: [...threads, ...notes], notesUnknown: false }],
  ["not to a client that does not know them", "1.18", false, { comments: threads, notesUnknown: true }],
  ["nor where Excel does not", "1.17", true, { comments: threads, notesUnknown: true }],
])("%s", async (_, version, newer, expected) => {
  await opened(register, version, { newer });
  expect(await told()).toEqual(expected);
});

test("a cell's are one; a note that stands in for a thread says nothing of its own", async () => {
  await opened(
    [
      note("B2", "[线程批注]\n\n…\n\n批注：\n    话题", "tc={1}"),
      thread("B2", ["王强", "话题"]),
      note("C2", "便条"),
      thread("C2", ["王强", "又一个"]),
      note("D2", "只有替身", "tc={2}"),
    ],
    "1.18",
    { newer: true },
  );
  expect((await told()).comments).toEqual([
    [0, 1, "王强：话题"],
    [0, 2, "王强：又一个\n便条"],
    [0, 3, "只有替身"],
  ]);
});

/** Steps in before requests, by what is in them; what it returns instead of nothing is the answer. */
const stepIn = (
  { started: { client } }: Desk,
  before: (body: string) => string | number | undefined,
): void => {
  const go = client.processBody.bind(client);
  Object.assign(client, {
    processBody: async (...request: Parameters<typeof go>) =>
      before(JSON.stringify(request[0])) ?? go(...request),
  });
};
const isPage = (body: string): boolean => body.includes('"GetItemAt"');

test("requests do not grow with the comments: one, and one for every thousand", async () => {
  const requests = async (count: number) => {
    const comments = Array.from({ length: count }, (_, at) =>
      at % 2 === 0
        ? thread(`B${at + 1}`, ["王强", `第 ${at} 条`], ["李娜", "好"])
        : note(`B${at + 1}`, `${at}`),
    );
    const { desk } = await opened(comments, "1.18", { newer: true });
    const asked = { counts: 0, pages: 0 };
    stepIn(desk, (body) => {
      if (isPage(body)) asked.pages++;
      else if (body.includes('"Comments"')) asked.counts++;
      return undefined;
    });
    expect((await readOldSheet("旧表")).comments).toHaveLength(count);
    return asked;
  };
  expect(await requests(0)).toEqual({ counts: 1, pages: 0 });
  expect(await requests(1)).toEqual({ counts: 1, pages: 1 });
  expect(await requests(1_000)).toEqual({ counts: 1, pages: 1 });
  expect(await requests(2_200)).toEqual({ counts: 1, pages: 3 });
});

test.each<readonly [string, (of: CommentState[]) => CommentState[], (told: string[]) => string[]]>([
  ["deletes one", (of) => of.slice(1), (told) => told.slice(1)],
  [
    "adds one that comes first",
    (of) => [
      ...of.slice(0, 1).map((each) => ({ ...each, area: { ...each.area, left: 0, right: 0 } })),
      ...of,
    ],
    (told) => ["王强：第 0 条", ...told],
  ],
])("a colleague %s meanwhile: all are read anew, none twice, none left out", async (_, change, expected) => {
  const many = Array.from({ length: 1_500 }, (_unused, at) => thread(`C${at + 1}`, ["王强", `第 ${at} 条`]));
  const { model, desk } = await opened([...many, note("B2000", "便条")], "1.18", { newer: true });
  const [sheet] = model.workbook.sheets;
  let pages = 0;
  stepIn(desk, (body) => {
    if (isPage(body) && ++pages === 2 && sheet) sheet.comments = change(sheet.comments);
    return undefined;
  });
  const { comments, notesUnknown } = await readOldSheet("旧表");
  expect(comments?.map(({ said }) => said)).toEqual([
    ...expected(many.map((_unused, at) => `王强：第 ${at} 条`)),
    "便条",
  ]);
  expect(notesUnknown).toBe(false);
  expect(pages).toBe(4);
});

test("an Excel that knows them by name alone tells what it can", async () => {
  const { desk } = await opened(register, "1.18", { newer: true });
  let unknown = "";
  stepIn(desk, (body) =>
    body.includes(unknown)
      ? JSON.stringify({
          Results: [],
          Error: { Code: "NotImplemented", Message: "此操作未实现。", Location: "", ActionIndex: 0 },
        })
      : undefined,
  );
  unknown = '"Notes"';
  expect(await told()).toEqual({ comments: threads, notesUnknown: true });
  unknown = '"Comments"';
  expect(await told()).toEqual({ comments: undefined, notesUnknown: true });
});

test("an Excel that refuses for another reason is not one that knows none", async () => {
  const { desk } = await opened(register, "1.10");
  stepIn(desk, (body) => (isPage(body) ? 5012 : undefined));
  await expect(readOldSheet("旧表")).rejects.toMatchObject({ code: "sessionLost" });
});

test("more than a pane bears are refused", async () => {
  const many = Array.from({ length: 100_001 }, (_, at) => thread(`B${at + 1}`, ["", "一"]));
  const { desk } = await opened(many, "1.10");
  stepIn(desk, (body) => (isPage(body) ? 5012 : undefined));
  await expect(readOldSheet("旧表")).rejects.toMatchObject({ code: "tooLarge", where: "旧表" });
});
