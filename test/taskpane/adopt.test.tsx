/** @jest-environment ./test/jsdom-environment.js */
import { act, fireEvent, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { RawCell } from "../../src/domain/register/register";
import { FileRefused, type OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { WorkbookRefused } from "../../src/workbook/port";
import { screen, showPane } from "./show";

const source = (
  sheet: string,
  rows: readonly (readonly RawCell[])[],
  more: Partial<OldSource> = {},
): OldSource => ({ sheet, rows, firstRow: 1, merges: [], ...more });

/** A title with the year, a merged day, a total, a phone too short, a column that is nobody's. */
const visits = source(
  "2023",
  [
    ["来访登记表 2023年"],
    ["日期", "姓名", "电话", "业务员", "领导批示"],
    ["3月5日", "张三", "13803791234", "王芳", "重点跟"],
    [null, "钱七", "13803791237", "王芳", null],
    ["3月8日", "李四", "1380379", "李强", null],
    ["合计", "3人", null, null, null],
  ],
  { merges: [{ top: 2, left: 0, bottom: 3, right: 0 }] },
);
const commented: OldSource = { ...visits, comments: [{ row: 2, column: 1, said: "太太做主" }] };
const talks = source("跟踪", [
  ["日期", "客户姓名", "手机", "跟踪情况", "置业顾问"],
  ["2023-03-09", "张三", "13803791234", "电话约了周末看房，想要三居室", "王芳"],
]);

const named = (
  violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[],
) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

const forget = () => remember("oldColumns", "");
beforeEach(forget);

const use = (caption: string): HTMLSelectElement => screen.getByRole("combobox", { name: caption });
const choose = async (user: ReturnType<typeof showPane>["user"], file = "旧表.xlsx"): Promise<void> => {
  const input = await screen.findByLabelText("选择文件", { selector: "input" });
  await user.upload(input, new File(["x"], file));
};

test("from a sheet of the workbook to its clients, each row accounted for, and all of it taken back", async () => {
  const { book, user } = showPane("#/adopt", { grids: [visits] });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  expect(await screen.findByText("2023 · 来访登记 · 3 行")).toBeTruthy();
  expect(screen.getByText("第 2 行")).toBeTruthy();
  expect(use("姓名").value).toBe("b:name");
  expect(use("领导批示").value).toBe("own");
  expect(screen.getByText("张三、钱七、李四")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "预览" }));

  expect(await screen.findByRole("button", { name: /^2\s*新建/u })).toBeTruthy();
  expect(screen.getByRole("button", { name: /^1\s*非记录/u })).toBeTruthy();
  const problems = screen.getByRole("list", { name: "" });
  expect(within(problems).getByText("李四")).toBeTruthy();
  expect(within(problems).getByText(/3月8日 · 李四 · 1380379 · 李强/u)).toBeTruthy();
  expect(screen.getByText("留成自有列：领导批示")).toBeTruthy();
  expect(book.rows["visitors"]).toEqual([]);
  await user.click(screen.getByRole("button", { name: "收编 2 行" }));

  expect(await screen.findByText("4 行里新建 2，并入 0，没收 2。")).toBeTruthy();
  expect(
    screen.getByText("没收的里有 1 行没有当作记录（合计、备注、表外的字等）；像记录的请核对。"),
  ).toBeTruthy();
  expect(book.rows["visitors"]).toMatchObject([
    { name: "张三", clientId: "LY-ZS001", visitDate: 44990, "own:领导批示": "重点跟" },
    { name: "钱七", clientId: "LY-QQ001", visitDate: 44990 },
  ]);
  await user.click(screen.getByRole("button", { name: "撤销导入" }));
  expect(await screen.findByText("已撤销导入，本簿和收编前一样。")).toBeTruthy();
  expect(book.rows["visitors"]).toEqual([]);
  expect(screen.queryByRole("button", { name: "撤销导入" })).toBeNull();
});

test("an old 等级跟踪 goes on from the visits of its file: joins and problems are shown, and it is taken back alone", async () => {
  const visited = source("来访", [
    ["日期", "姓名", "电话", "业务员"],
    ["2023-03-05", "张三", "13803791234", "王芳"],
  ]);
  const ladder = source("等级", [
    ["客户等级分配跟踪表"],
    [
      "NO.",
      "时间",
      "客户姓名",
      "客户级别",
      "置业顾问",
      "D",
      "C",
      "B",
      "A",
      "√",
      "×",
      "原置业顾问",
      "备注情况",
    ],
    [1, "2023-03-05", "张三", "D", "李强", 44992, null, null, null, null, null, "王芳", "等活动"],
    [2, "2023-03-06", "李四", "C", "王芳", null, 44991, null, null, null, null, null, null],
  ]);
  const { book, user } = showPane("#/adopt", { grids: [ladder, visited] });
  await choose(user);
  expect(await screen.findByText("来访 · 来访登记 · 1 行")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
  await user.click(await screen.findByRole("button", { name: "接着收这个文件里的下一张表" }));
  const visits = book.rows["grades"]?.map((row) => ({ ...row }));
  expect(visits).toMatchObject([{ clientId: "LY-ZS001", consultant: "王芳", reachedC: 44990 }]);

  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "收成" }).value).toBe("grades");
  expect(use("D").value).toBe("b:reachedD");
  await user.click(screen.getByRole("button", { name: "预览" }));
  expect(await screen.findByRole("button", { name: /^1\s*并入/u })).toBeTruthy();
  expect(screen.getByText(/没有叫 李四 的客户/u)).toBeTruthy();
  expect(screen.queryByText(/没写置业顾问的行/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "收编 1 行" }));
  expect(await screen.findByText("2 行里新建 0，并入 1，没收 1。")).toBeTruthy();
  expect(book.rows["grades"]).toMatchObject([
    {
      clientId: "LY-ZS001",
      consultant: "李强",
      reachedD: 44992,
      reachedC: null,
      formerConsultant: "王芳",
      remarks: "等活动",
    },
  ]);
  await user.click(screen.getByRole("button", { name: "撤销导入" }));
  expect(await screen.findByText("已撤销导入，本簿和收编前一样。")).toBeTruthy();
  expect(book.rows["grades"]).toEqual(visits);
});

test("comments on cells go with their rows; where they cannot be read it is said", async () => {
  const { book, user } = showPane("#/adopt", { grids: [commented] });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  await screen.findByText("2023 · 来访登记 · 3 行");
  expect(screen.queryByText(/批注.*另存成文件/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "预览" }));
  expect(await screen.findByText("有批注、原文抄进洽谈内容或备注：姓名 1 行（太太做主）")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "收编 2 行" }));
  await screen.findByText("4 行里新建 2，并入 0，没收 2。");
  expect(book.rows["visitors"]?.[0]).toMatchObject({ notes: "原表“姓名”批注：太太做主" });
});

test.each([
  ["all comments", {}, /^这个 Excel 不让读格子上的批注/u, /^This Excel does not let comments/u],
  [
    "notes",
    { comments: [], notesUnknown: true },
    /^老式批注（.*）从打开的表里读不到/u,
    /^Old-style comments/u,
  ],
] as const)(
  "an Excel that does not tell %s of an open sheet is said, with the way out",
  async (_, more, zh, en) => {
    for (const [language, said, name] of [
      ["zh-CN", zh, "另存成文件"],
      ["en-US", en, "save it as a file"],
    ] as const) {
      const { user, view } = showPane("#/adopt", { grids: [{ ...visits, ...more }], language });
      await user.click(await screen.findByRole("button", { name: "2023" }));
      const sentence = await screen.findByText(said);
      expect(sentence.textContent).toContain(name);
      view.unmount();
    }
  },
);

test("a day and its time in two columns are shown as one, and become one", async () => {
  const calls = source("来电", [
    ["来电登记"],
    ["日期", "来电时间", "姓名", "手机", "业务员"],
    [45356, 0.4375, "张三", "13803791234", "王芳"],
  ]);
  const { book, user } = showPane("#/adopt", { grids: [calls] });
  await user.click(await screen.findByRole("button", { name: "来电" }));
  await screen.findByText("来电 · 来电登记 · 1 行");
  expect(use("日期").value).toBe("b:calledAt");
  expect(use("来电时间").value).toBe("b:calledAt");
  expect(screen.getByText("2024-03-05")).toBeTruthy();
  expect(screen.getByText("10:30")).toBeTruthy();
  expect(screen.getByText("和“日期”合成一个日期时间")).toBeTruthy();
  expect(screen.getByText("和“来电时间”合成一个日期时间")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
  await screen.findByText("1 行里新建 1，并入 0，没收 0。");
  expect(book.rows["calls"]).toMatchObject([{ name: "张三", calledAt: 45356.4375 }]);
});

// axe looks at every option of every list.
test("what is decided about columns and blanks is shown beside them; a sheet called after a consultant is theirs", async () => {
  const old = source("来访", [
    ["日期", "姓名", "电话", "意向", "等级", "业务员"],
    ["2023-03-05", "张三", "13803791234", "三房", "A", "王芳"],
    ["2023-03-06", "李四", "13803791235", "两房", "B", null],
    ["2023-03-07", "王五", "13803791236", "三房", "B", null],
  ]);
  const theirs = source("李强", [
    ["日期", "姓名", "电话"],
    ["2023-03-08", "赵六", "13803791238"],
  ]);
  const { book, user } = showPane("#/adopt", { grids: [old, theirs] });
  await user.click(await screen.findByRole("button", { name: "来访" }));
  expect(await screen.findByText("内容不像“客户级别”，留成自有列")).toBeTruthy();
  expect(screen.getByText("空着的 2 行照上面填了，请核对：第 3–4 行照第 2 行的“王芳”")).toBeTruthy();
  expect(use("意向").value).toBe("own");
  await user.click(screen.getByRole("button", { name: "上一步" }));
  await user.click(await screen.findByRole("button", { name: "李强" }));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  expect(await screen.findByText("照工作表名“李强”，请核对")).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
  await waitFor(() => expect(book.rows["visitors"]).toMatchObject([{ name: "赵六", consultant: "李强" }]));
});

test("columns and preview are within reach of everybody", async () => {
  const { user, view } = showPane("#/adopt", { grids: [visits] });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  await screen.findByText("2023 · 来访登记 · 3 行");
  expect(named((await axe(view.container)).violations)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "预览" }));
  await screen.findByRole("button", { name: /^收编/u });
  expect(named((await axe(view.container)).violations)).toEqual([]);
});

test("rows not taken are handed over as a file, and copied", async () => {
  Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined });
  const saved = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    expect([this.download, this.href]).toEqual(["没收的行.xlsx", "blob:x"]);
  });
  const { book, user } = showPane("#/adopt", { grids: [visits] });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: "收编 2 行" }));
  await user.click(await screen.findByRole("button", { name: "下载没收的行（.xlsx）" }));
  expect(await screen.findByText(/已存成 没收的行\.xlsx/u)).toBeTruthy();
  expect(saved).toHaveBeenCalledTimes(1);
  saved.mockRestore();
  const rowsOf = (at: number) => book.filed[0]?.sheets[at]?.blocks.flatMap(({ rows }) => rows);
  expect(rowsOf(0)).toMatchObject([
    ["来访登记里没有收进的行（2023年）：改好后可以把本文件再收编一次"],
    ["原工作表", "原表行号", "没收的原因", "怎么办", "日期", "姓名", "电话", "业务员", "领导批示"],
    [
      "2023",
      5,
      expect.stringContaining("电话"),
      expect.anything(),
      "3月8日",
      "李四",
      "1380379",
      "李强",
      null,
    ],
  ]);
  expect(rowsOf(1)?.[2]).toMatchObject([
    "2023",
    6,
    "这一行是合计或小计，不是客户",
    expect.anything(),
    "合计",
    "3人",
    null,
    null,
    null,
  ]);
  await user.click(screen.getByRole("button", { name: "复制没收的行" }));
  expect(await screen.findByText(/已复制 2 行|没有复制成功/u)).toBeTruthy();
});

test("what people say of the columns holds, and is remembered for the next file of that make", async () => {
  const first = showPane("#/adopt", { grids: [visits] });
  await choose(first.user);
  await screen.findByText("2023 · 来访登记 · 3 行");
  await first.user.selectOptions(use("领导批示"), "leave");
  await first.user.selectOptions(use("业务员"), "own");
  await first.user.click(screen.getByRole("button", { name: "预览" }));
  // Nobody has said whose the rows are now.
  await first.user.selectOptions(
    await screen.findByRole("combobox", { name: "没写置业顾问的行归给" }),
    "李强",
  );
  expect(await screen.findByText("不收的列：领导批示（原表还在）")).toBeTruthy();
  await first.user.click(screen.getByRole("button", { name: "收编 2 行" }));
  await screen.findByText("4 行里新建 2，并入 0，没收 2。");
  expect(first.book.rows["visitors"]).toMatchObject([{ consultant: "李强" }, { consultant: "李强" }]);
  first.view.unmount();

  const next = source("2024", [
    ["日期", "姓名", "电话", "业务员", "领导批示"],
    ["2024-1-2", "孙八", "13803791239", "王芳", "好"],
  ]);
  const second = showPane("#/adopt", { grids: [next] });
  await choose(second.user);
  expect(await screen.findByText("照上次同样的表对好了，请再看一眼。")).toBeTruthy();
  expect([use("业务员").value, use("领导批示").value, use("电话").value]).toEqual([
    "own",
    "leave",
    "b:phone",
  ]);
});

test("several tables of a file are taken one after another, clients before what is said of them", async () => {
  const { book, user } = showPane("#/adopt", { grids: [talks, visits] });
  await choose(user);
  const tables = await screen.findByRole("combobox", { name: "旧表" });
  expect(
    within(tables)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["2023 · 来访登记 · 3 行", "跟踪 · 跟踪记录 · 1 行"]);
  await user.click(screen.getByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: "收编 2 行" }));
  await user.click(await screen.findByRole("button", { name: "接着收这个文件里的下一张表" }));
  expect(await screen.findByRole("option", { name: "✓ 2023 · 来访登记 · 3 行" })).toBeTruthy();
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "旧表" }).value).toBe("1");
  await user.click(screen.getByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: /^1\s*并入/u }));
  expect(await screen.findByText(/13803791234|138 0379 1234/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "收编 1 行" }));
  expect(await screen.findByText("1 行里新建 0，并入 1，没收 0。")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "接着收这个文件里的下一张表" })).toBeNull();
  expect(book.rows["followUps"]?.some(({ notes }) => String(notes).includes("三居室"))).toBe(true);
});

test("where no headers were found, or not the right ones, people say which row", async () => {
  const strange = source("乱", [
    ["甲", "乙", "丙"],
    ["谁", "几号来的", "打哪个号"],
    ["张三", "2023-3-5", "13803791234"],
  ]);
  const { user } = showPane("#/adopt", {
    grids: [
      strange,
      source(
        "藏",
        [
          ["姓名", "电话"],
          ["李四", "1"],
        ],
        { hiddenSheet: true },
      ),
    ],
  });
  await choose(user);
  const tables = await screen.findByRole("combobox", { name: "旧表" });
  expect(
    within(tables)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["乱 · 没认出表头", "藏 · 来访登记 · 1 行（隐藏）"]);
  expect(screen.getByRole("button", { name: "预览" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("button", { name: /谁 · 几号来的 · 打哪个号/u }));
  expect(await screen.findByText("第 2 行")).toBeTruthy();
  expect(screen.getByText(/没有一列对到/u)).toBeTruthy();
  await user.selectOptions(use("谁"), "b:name");
  await user.selectOptions(use("几号来的"), "b:visitDate");
  await user.selectOptions(use("打哪个号"), "b:mobile");
  expect(screen.queryByText(/没有一列对到/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "换一行" }));
  await user.click(screen.getByRole("button", { name: /甲 · 乙 · 丙/u }));
  expect(await screen.findByText("第 1 行")).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "收成" }), "calls");
  expect(await screen.findByText(/“来电时间”|没有一列对到/u)).toBeTruthy();
});

test("the year said of one table goes on over those that follow it, and may be changed", async () => {
  const month = (sheet: string, day: string, phone: string, title = ""): OldSource => ({
    sheet,
    rows: [
      ...(title === "" ? [] : [[title]]),
      ["日期", "姓名", "电话", "业务员"],
      [day, `示例${sheet.at(0) ?? ""}`, phone, "王芳"],
    ],
    firstRow: 1,
    merges: [],
  });
  const file = [
    month("甲月", "11月5日", "13803791241"),
    month("乙月", "12月6日", "13803791242"),
    month("丙月", "1月7日", "13803791243"),
    month("丁月", "2月8日", "13803791244", "2021年来访登记"),
  ];
  const { book, user } = showPane("#/adopt", { grids: file });
  await choose(user);
  const year = (): HTMLInputElement => screen.getByRole("textbox", { name: /没写年份的日期算哪一年/u });
  const preview = async (): Promise<void> => {
    await user.click(await screen.findByRole("button", { name: "预览" }));
    await screen.findByRole("button", { name: /^收编 \d 行$/u });
  };
  const take = async (): Promise<void> => {
    await user.click(screen.getByRole("button", { name: "收编 1 行" }));
    await user.click(await screen.findByRole("button", { name: "接着收这个文件里的下一张表" }));
    await preview();
  };
  await preview();
  await user.type(year(), "2022");
  await take();
  expect(year().value).toBe("2022");
  await take();
  expect(year().value).toBe("2023");
  await user.clear(year());
  await user.type(year(), "2024");
  await take();
  expect(screen.queryByRole("textbox", { name: /没写年份的日期算哪一年/u })).toBeNull();
  await user.click(screen.getByRole("button", { name: "收编 1 行" }));
  await screen.findByText("1 行里新建 1，并入 0，没收 0。");
  expect(book.rows["visitors"]?.map(({ visitDate }) => visitDate)).toEqual([44870, 44901, 45298, 44235]);
});

test("days without a year are asked about where nothing says it", async () => {
  const bare = source("来访", [
    ["日期", "姓名", "电话", "业务员"],
    ["3月5日", "张三", "13803791234", "王芳"],
  ]);
  const { book, user } = showPane("#/adopt", { grids: [bare] });
  await choose(user);
  await screen.findByText("来访 · 来访登记 · 1 行");
  await user.click(screen.getByRole("button", { name: "预览" }));
  expect((await screen.findByRole("button", { name: /^收编/u })).getAttribute("aria-disabled")).toBe("true");
  await user.type(screen.getByRole("textbox", { name: /没写年份的日期算哪一年/u }), "2022");
  await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
  await screen.findByText("1 行里新建 1，并入 0，没收 0。");
  expect(book.rows["visitors"]).toMatchObject([{ visitDate: 44625 }]);
});

test("the same once more writes nothing, and says so", async () => {
  const { book, user } = showPane("#/adopt", { grids: [visits] });
  for (const rows of [2, 2]) {
    await choose(user);
    await user.click(await screen.findByRole("button", { name: "预览" }));
    await user.click(await screen.findByRole("button", { name: `收编 ${rows} 行` }));
    await screen.findByText("收编完成");
    await user.click(screen.getByRole("button", { name: "收别的表" }));
  }
  expect(book.rows["visitors"]).toHaveLength(2);
});

describe("what cannot be read is said with the way out", () => {
  test("a file that is none of ours, in both tongues", async () => {
    const refused = () =>
      Promise.reject(new FileRefused("这是旧版 .xls 文件；请另存。", "An old .xls file."));
    const zh = showPane("#/adopt", { readFile: refused });
    await choose(zh.user, "旧表.xls");
    expect(await screen.findByText("读不了 旧表.xls")).toBeTruthy();
    expect(screen.getByText("这是旧版 .xls 文件；请另存。")).toBeTruthy();
    zh.view.unmount();
    const en = showPane("#/adopt", { readFile: refused, language: "en-US" });
    await en.user.upload(
      await screen.findByLabelText("Choose a file", { selector: "input" }),
      new File(["x"], "old.xls"),
    );
    expect(await screen.findByText("An old .xls file.")).toBeTruthy();
  });

  test("an empty one", async () => {
    const { user } = showPane("#/adopt", { grids: [source("空", [])] });
    await choose(user);
    expect(await screen.findByText("旧表.xlsx 是空的")).toBeTruthy();
  });

  test("reading is cancelled, and nothing of it shows afterwards", async () => {
    let done: (sheets: readonly OldSource[]) => void = () => undefined;
    const { user } = showPane("#/adopt", {
      readFile: (_, signal) =>
        new Promise((resolve, reject) => {
          done = resolve;
          signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
        }),
    });
    await choose(user);
    await user.click(await screen.findByRole("button", { name: "取消" }));
    expect(await screen.findByRole("button", { name: "选择文件" })).toBeTruthy();
    act(() => done([visits]));
    expect(screen.queryByText("核对列")).toBeNull();
    expect(screen.queryByText(/读不了/u)).toBeNull();
  });

  test("writing is stopped on the way, by button or Escape: no row is left, and the preview stays", async () => {
    const { book, user } = showPane("#/adopt", { grids: [visits] });
    await choose(user);
    await user.click(await screen.findByRole("button", { name: "预览" }));
    for (const stop of [
      () => user.click(screen.getByRole("button", { name: "停下" })),
      () => user.keyboard("{Escape}"),
    ]) {
      let go = (): void => undefined;
      book.held = new Promise((done) => (go = done));
      await user.click(await screen.findByRole("button", { name: "收编 2 行" }));
      await screen.findByText("正在写入 2 行，请不要关闭…");
      await stop();
      expect(screen.getByText("正在停下，撤回已写的行…")).toBeTruthy();
      go();
      await waitFor(() => expect(screen.getByRole("button", { name: "收编 2 行" })).toBeTruthy());
      expect((await screen.findAllByText("已停下，一行也没有留下")).length).toBeGreaterThan(0);
      expect(book.rows["visitors"]).toEqual([]);
    }
  });

  test("a workbook that refuses keeps the page where it is", async () => {
    const { book, user } = showPane("#/adopt", { grids: [visits] });
    await choose(user);
    await user.click(await screen.findByRole("button", { name: "预览" }));
    const run = await screen.findByRole("button", { name: "收编 2 行" });
    book.refuse = new WorkbookRefused("protected", "收编", "来访登记");
    await user.click(run);
    expect(await screen.findByText("来访登记受保护，不能写入")).toBeTruthy();
    expect(screen.getByRole("button", { name: "收编 2 行" })).toBeTruthy();
    expect(book.rows["visitors"]).toEqual([]);
  });
});

test("a file is dropped, the keyboard goes through, and an older Excel says what it cannot see", async () => {
  const { user } = showPane("#/adopt", {
    grids: [{ ...visits, mergesUnknown: true, drawn: { pictures: 2, texts: ["示例甲换号了"], others: 0 } }],
    language: "zh-CN",
  });
  const drop = (await screen.findByText("把文件拖到这里，或")).parentElement as HTMLElement;
  fireEvent.dragOver(drop);
  expect(screen.getByText("松手就读取")).toBeTruthy();
  fireEvent.drop(drop, { dataTransfer: { files: [new File(["x"], "一.xlsx"), new File(["x"], "二.xlsx")] } });
  expect(await screen.findByText("一次收一个文件，先读 一.xlsx")).toBeTruthy();
  expect(await screen.findByText(/看不出合并单元格/u)).toBeTruthy();
  expect(screen.getByText(/文本框 1 个、图片 2 张，没有收.*“示例甲换号了”/u)).toBeTruthy();
  use("姓名").focus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("button", { name: /^收编/u });
  screen.getByRole("button", { name: /新建/u }).focus();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.getByRole("button", { name: "预览" })).toBeTruthy());
});

test("before it is written, what nobody understood is said; after, what a colleague was faster with", async () => {
  const rough = source("2023", [
    ["来访登记表 2023年"],
    ["日期", "姓名", "电话", "业务员", "年龄"],
    ["3月5日", "张三", "13803791234", "王芳", "三十多"],
    ["3月6日", "钱七", "13803791237", "王芳", "#REF!"],
  ]);
  const { book, user } = showPane("#/adopt", { grids: [rough] });
  const { change } = book.services;
  const where = { form: "visitors", row: 7, key: "gender" } as const;
  Object.assign(book.services, {
    change: async (...given: Parameters<typeof change>) => ({
      ...(await change(...given)),
      outrun: [{ kind: "set", ...where, was: null, value: "男" }],
      differing: [{ ...where, key: "own:批示" }],
    }),
  });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  expect(await screen.findByText("没认出来、原文抄进洽谈内容或备注：年龄 1 行（三十多）")).toBeTruthy();
  expect(screen.getByText("公式出错、没有内容可收：年龄 1 行（#REF!）")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^2\s*新建/u }));
  expect(screen.getByText("“年龄”的“三十多”没有认出来，已抄进洽谈内容")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "收编 2 行" }));
  expect(await screen.findByText(/^有 1 格刚被同事改过，没有覆盖：来访登记 7 性别。/u)).toBeTruthy();
  expect(screen.getByText(/^有 1 格写入后不是所填的内容：来访登记 7 批示：/u)).toBeTruthy();
});

test("a table of deals without a room or a phone is said to lack them", async () => {
  const sold = source("成交", [
    ["认购日期", "业主", "总价", "顾问"],
    ["2023-03-09", "张三", "85万", "王芳"],
  ]);
  const { user } = showPane("#/adopt", { grids: [sold] });
  await user.click(await screen.findByRole("button", { name: "成交" }));
  expect(await screen.findByText(/没有一列对到“房源编号”、“.*联系电话.*”/u)).toBeTruthy();
});

test("a row not taken shows its day as a day; a day to come is no question of the year", async () => {
  const calls = source("来电", [
    ["日期", "姓名", "电话", "咨询内容", "接听人"],
    [45019, "张三", "微信abc", "问位置", "王芳"],
    ["2030-01-01", "李四", "13803791234", "问价格", "王芳"],
    ["合计", "2人", null, null, null],
  ]);
  const { user } = showPane("#/adopt", { grids: [calls] });
  await user.click(await screen.findByRole("button", { name: "来电" }));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  expect(await screen.findByText(/^2023-04-03 · 张三/u)).toBeTruthy();
  expect(screen.getByText(/晚于今天/u)).toBeTruthy();
  expect(screen.queryByLabelText(/没写年份的日期算哪一年/u)).toBeNull();
});

test("thousands of rows are worked out while the page goes on, and anew with the year people say", async () => {
  const long = source("旧", [
    ["登记表"],
    ["日期", "姓名", "电话", "业务员"],
    ...Array.from({ length: 1200 }, (_, at) => ["3月5日", "张三", `138${10000000 + at}`, "王芳"]),
  ]);
  const { book, user } = showPane("#/adopt", { grids: [long] });
  await user.click(await screen.findByRole("button", { name: "旧" }));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  expect(await screen.findByText("正在试算 1200 行…")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "收编 0 行" })).toBeTruthy();
  const year = screen.getByLabelText(/没写年份的日期算哪一年/u);
  fireEvent.change(year, { target: { value: "2023" } });
  // What stands there is of the question before.
  expect(screen.getByRole("button", { name: "正在试算 1200 行…" })).toBeTruthy();
  expect(document.body.contains(year)).toBe(true);
  await user.click(await screen.findByRole("button", { name: "收编 1200 行" }));
  expect(await screen.findByText("1200 行里新建 1200，并入 0，没收 0。")).toBeTruthy();
  expect(book.rows["visitors"]).toHaveLength(1200);
});
