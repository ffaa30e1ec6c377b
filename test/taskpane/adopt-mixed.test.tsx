/** @jest-environment ./test/jsdom-environment.js */
/** 收编 in the pane: one register of visits and calls, with later talks below and beside. */
import { within } from "@testing-library/react";
import type { RawCell } from "../../src/domain/register/register";
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { screen, showPane } from "./show";

const headers = ["日期", "类型", "客户姓名", "联系电话", "置业顾问", "洽谈内容", "回访时间", "回访内容"];
const rows: readonly (readonly RawCell[])[] = [
  ["来访来电登记 2023年"],
  headers,
  ["2023.3.5", "来电", "张三", "13803791234", "王芳", "问价格", null, null],
  ["2023.3.6", "来访", "钱七", "13803791237", "王芳", "看沙盘", "2023.3.8", "微信发了户型图"],
  [null, null, null, null, null, null, "2023.3.10", "说再考虑"],
  ["2023.3.9", null, "李四", "13803791238", "王芳", "随便看看", null, null],
  ["2023.3.9", "抖音", "赵六", "13803791239", "王芳", "留了言", null, null],
];
const mixed: OldSource = {
  sheet: "2023",
  rows,
  firstRow: 1,
  merges: [0, 1, 2, 3, 4, 5].map((left) => ({ top: 3, left, bottom: 4, right: left })),
};

beforeEach(() => remember("oldColumns", ""));

test("each row goes where it says, is counted so before and after, and all of it is taken back", async () => {
  const { book, user } = showPane("#/adopt", { grids: [mixed] });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  const use = (caption: string): HTMLSelectElement => screen.getByRole("combobox", { name: caption });
  await screen.findByText("2023 · 来访登记 · 5 行");
  const chosen = (caption: string) => use(caption).selectedOptions[0]?.textContent;
  expect([chosen("类型"), chosen("回访时间"), chosen("回访内容")]).toEqual([
    "来访/来电",
    "跟踪记录：日期",
    "跟踪记录：内容",
  ]);
  await user.click(screen.getByRole("button", { name: "预览" }));

  await screen.findByText("照“类型”一行行分开：来访登记 2 行，来电登记 1 行，跟踪记录 1 行");
  expect(screen.getByText("行里写着的其他几次跟踪另记 2 条跟踪记录")).toBeTruthy();
  expect(screen.getByText("没写来访还是来电、照来访登记收：类型 1 行")).toBeTruthy();
  expect(screen.getByText("没写方式，记成“电话”的跟踪：回访时间 1 行，请核对")).toBeTruthy();
  expect(screen.getByText("类型：“类型”写的是“抖音”，看不出是来访还是来电")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^1\s*并入/u }));
  const line = screen.getByText(/^接着第 4 行，是 钱七（LY-QQ001）/u).closest("li");
  expect(line && within(line).getByText("跟踪记录")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "收编 4 行" }));

  await screen.findByText("5 行里新建 3，并入 1，没收 1。");
  expect(screen.getByText("来访登记 2 行，来电登记 1 行，跟踪记录 1 行")).toBeTruthy();
  expect(book.rows["visitors"]).toMatchObject([{ name: "钱七" }, { name: "李四" }]);
  expect(book.rows["calls"]).toMatchObject([{ name: "张三", notes: "问价格" }]);
  expect(
    book.rows["followUps"]?.map(({ method, notes }) => `${String(method)} ${String(notes)}`).sort(),
  ).toEqual(["微信 微信发了户型图", "来访 看沙盘", "来访 随便看看", "电话 说再考虑", "电话 问价格"].sort());
  await user.click(screen.getByRole("button", { name: "撤销导入" }));
  await screen.findByText("已撤销导入，本簿和收编前一样。");
  expect([book.rows["visitors"], book.rows["calls"], book.rows["followUps"]]).toEqual([[], [], []]);
});

test("the column is remembered for the next file of that make, whatever stands in it", async () => {
  const { user } = showPane("#/adopt", { grids: [mixed] });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  await screen.findByText("2023 · 来访登记 · 5 行");
  await user.click(screen.getByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: "收编 4 行" }));
  await screen.findByText("5 行里新建 3，并入 1，没收 1。");
  await user.click(screen.getByRole("button", { name: "收别的表" }));
  await user.click(await screen.findByRole("button", { name: "2023" }));
  expect(await screen.findByText("照上次同样的表对好了，请再看一眼。")).toBeTruthy();
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "类型" }).value).toBe("b:comesBy");
});

test("talks split from one cell are taken back with the visit they stood with", async () => {
  const told: OldSource = {
    ...mixed,
    sheet: "一格几次",
    rows: [
      ["来访登记 2023年"],
      ["日期", "客户姓名", "联系电话", "置业顾问", "跟踪情况"],
      ["2023.3.5", "张三", "13803791234", "王芳", "3.5 来访看沙盘；3.9 电话：说要考虑；3.12 微信：发户型图"],
    ],
    merges: [],
  };
  const { book, user } = showPane("#/adopt", { grids: [told] });
  await user.click(await screen.findByRole("button", { name: "一格几次" }));
  await screen.findByText("一格几次 · 来访登记 · 1 行");
  await user.click(screen.getByRole("button", { name: "预览" }));
  await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
  await screen.findByText("1 行里新建 1，并入 0，没收 0。");
  expect(book.rows["followUps"]?.map(({ method, notes }) => `${String(method)} ${String(notes)}`)).toEqual([
    "来访 来访看沙盘",
    "电话 电话：说要考虑",
    "微信 微信：发户型图",
  ]);
  await user.click(screen.getByRole("button", { name: "撤销导入" }));
  await screen.findByText("已撤销导入，本簿和收编前一样。");
  expect([book.rows["visitors"], book.rows["followUps"], book.rows["grades"]]).toEqual([[], [], []]);
});
