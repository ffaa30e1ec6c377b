/** @jest-environment ./test/jsdom-environment.js */
/** 收编 in the pane: an old list of units goes to 销控表; a board that hangs on the wall is said to be none. */
import { within } from "@testing-library/react";
import type { RawCell } from "../../src/domain/register/register";
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { screen, showPane } from "./show";

const source = (sheet: string, rows: readonly (readonly RawCell[])[]): OldSource => ({
  sheet,
  rows,
  firstRow: 1,
  merges: [],
});

const list = source("房源", [
  ["翠湖花园3号楼销控表"],
  ["单元", "楼层", "房号", "户型", "建筑面积", "套内面积", "单价", "总价", "销售状态", "客户"],
  ["1单元", 3, 301, "3室2卫", 120, 98.2, 8000, 960000, "已售", "张三"],
  ["1单元", 3, "02", "2室2卫", 89, 70, 8100, 720900, "未售", null],
  ["1单元", 4, "401", "3室2卫", 120, 98.2, 8050, 966000, "车位抵款", null],
  ["2单元", 4, null, "2室2卫", 89, 70, 8150, 725350, "未售", null],
]);
const board = source("2号楼", [
  ["楼层", "01", "02"],
  ["3F", "已售", "可售"],
  ["2F", "已售", "可售"],
  ["1F", "可售", "可售"],
]);

beforeEach(() => remember("oldColumns", ""));

test("units are told from deals, composed, counted before and after, and all of it is taken back", async () => {
  const { book, user } = showPane("#/adopt", { grids: [list] });
  await user.click(await screen.findByRole("button", { name: "房源" }));
  await screen.findByText("房源 · 销控表 · 4 行");
  const use = (caption: string): HTMLSelectElement => screen.getByRole("combobox", { name: caption });
  const chosen = (caption: string) => use(caption).selectedOptions[0]?.textContent;
  expect(use("收成").selectedOptions[0]?.textContent).toBe("销控表");
  expect(["房号", "销售状态", "套内面积", "楼栋"].map(chosen)).toEqual([
    "房源编号",
    "状态",
    "留成自有列",
    "楼栋",
  ]);
  expect(screen.getByText("和“单元、楼层、楼栋”合成一个房源编号")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "预览" }));

  expect(await screen.findByText("没有房号，编不出房源编号", { exact: false })).toBeTruthy();
  expect(screen.getByRole("button", { name: /^3\s*新建\s*新房源/u })).toBeTruthy();
  expect(screen.getByText(/^原表说有主、案场簿里没有成交报告：状态 1 行（已售）/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^3\s*新建/u }));
  const line = screen.getByText("3-1-0302").closest("li");
  expect(line && within(line).getByText("3 1单元 02")).toBeTruthy();
  expect(screen.getByText(/^状态“车位抵款”销控表里没有，先记“不可售”/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "收编 3 行" }));

  await screen.findByText("4 行里新建 3，并入 0，没收 1。");
  expect(book.rows["units"]?.slice(-3)).toMatchObject([
    { unitNo: "3-1-301", building: "3", section: "1", floor: "3", door: "01", status: "已售" },
    { unitNo: "3-1-0302", door: "02", floorArea: 89, unitPrice: 8100, status: "可售" },
    { unitNo: "3-1-401", status: "不可售" },
  ]);
  await user.click(screen.getByRole("button", { name: "撤销导入" }));
  await screen.findByText("已撤销导入，本簿和收编前一样。");
  expect(book.rows["units"]).toEqual([]);
});

test("of a board it says what it is, and where units are made", async () => {
  const { user } = showPane("#/adopt", { grids: [board] });
  await user.click(await screen.findByRole("button", { name: "2号楼" }));
  await screen.findByText("2号楼 · 销控图，不是列表");
  expect(screen.getByText(/^第 1–4 行是销控图：.*批量生成房源/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "去销控" }));
  expect(window.location.hash).toBe("#/board");
});
