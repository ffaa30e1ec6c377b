/** @jest-environment ./test/jsdom-environment.js */
/** 收编 in the pane: 介绍人 by name or phone (R16). */
import type { RawCell } from "../../src/domain/register/register";
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { screen, showPane } from "./show";

const headers = ["日期", "姓名", "电话", "业务员", "介绍人"];
const source = (sheet: string, rows: readonly (readonly RawCell[])[]): OldSource => ({
  sheet,
  rows: [headers, ...rows],
  firstRow: 1,
  merges: [],
});
const first = source("2023", [
  ["2023-03-05", "张三", "13803791234", "王芳", "李四"],
  ["2023-03-06", "李四", "13803791237", "王芳", null],
  ["2023-03-07", "钱七", "13803791238", "王芳", "孙八"],
]);
const second = source("2024", [["2024-01-05", "孙八", "13803791239", "王芳", "13803791238"]]);

beforeEach(() => remember("oldColumns", ""));

test("how many are linked and why others are not; a later table links them, and its undo takes that back", async () => {
  const { book, user } = showPane("#/adopt", { grids: [first, second] });
  const input = await screen.findByLabelText("选择文件", { selector: "input" });
  await user.upload(input, new File(["x"], "旧表.xlsx"));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  await screen.findByText(
    "介绍人写姓名、电话的：1 行认出是哪位客户，填了介绍人编号，请核对。没填的：没有登记过 1 行（孙八）。原文都在洽谈内容里。",
  );
  await user.click(screen.getByRole("button", { name: /^3\s*新建/u }));
  expect(screen.getByText(/^介绍人“李四”是 李四（LY-LS001），介绍人编号照此填写/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "收编 3 行" }));
  const by = (): unknown => book.rows["visitors"]?.map(({ referrerId }) => referrerId ?? null);
  await user.click(await screen.findByRole("button", { name: "接着收这个文件里的下一张表" }));
  expect(by()).toEqual(["LY-LS001", null, null]);

  // 孙八 brought 钱七, who cannot have brought 孙八.
  await user.click(await screen.findByRole("button", { name: "预览" }));
  await screen.findByText("前面收的表里，有 1 行的介绍人照这张表重新认了。");
  await user.click(screen.getByRole("button", { name: "收编 1 行" }));
  await screen.findByText("1 行里新建 1，并入 0，没收 0。");
  expect(by()).toEqual(["LY-LS001", null, null, null]);
});

test("in English, and taken back with the rest", async () => {
  const { book, user } = showPane("#/adopt", { grids: [first], language: "en-US" });
  await user.click(await screen.findByRole("button", { name: "2023" }));
  await user.click(await screen.findByRole("button", { name: "Preview" }));
  await screen.findByText(
    "Referrers by name or phone: 1 rows now have the client’s number, please check. Left open: no client on file: 1 (孙八). The words are all in the notes.",
  );
  await user.click(screen.getByRole("button", { name: "Take in 3 rows" }));
  await user.click(await screen.findByRole("button", { name: "Undo the import" }));
  await screen.findByText("Undone. The workbook is as it was.");
  expect(book.rows["visitors"]).toEqual([]);
});
