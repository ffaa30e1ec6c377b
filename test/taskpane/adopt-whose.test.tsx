/** @jest-environment ./test/jsdom-environment.js */
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { screen, showPane } from "./show";

beforeEach(() => remember("oldColumns", ""));

test("a table under a consultant's name is theirs, said beside the name and in what was taken", async () => {
  const titled: OldSource = {
    sheet: "来访",
    rows: [["2023年来访登记（李强）"], ["日期", "姓名", "电话"], ["2023-03-08", "赵六", "13803791238"]],
    firstRow: 1,
    merges: [],
  };
  const { book, user } = showPane("#/adopt", { grids: [titled] });
  await user.click(await screen.findByRole("button", { name: "来访" }));
  await user.click(await screen.findByRole("button", { name: "预览" }));
  expect(await screen.findByText("照标题“2023年来访登记(李强)”，请核对")).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
  await screen.findByText("1 行里新建 1，并入 0，没收 0。");
  expect(book.rows["visitors"]).toMatchObject([{ name: "赵六", consultant: "李强" }]);
});
