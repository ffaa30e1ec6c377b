/** @jest-environment ./test/jsdom-environment.js */
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { screen, showPane } from "./show";

beforeEach(() => remember("oldColumns", ""));

const month = (n: number): OldSource => ({
  sheet: `${n}月`,
  rows: [
    ["项目一期"],
    ["日期", "姓名", "电话", "业务员"],
    [`${n}月5日`, `示例${n}`, `138037912${30 + n}`, "王芳"],
  ],
  firstRow: 1,
  merges: [],
});

test("tabs that go over the end of the year their file is called after: the year is asked, and gone on from", async () => {
  const { book, user } = showPane("#/adopt", { grids: [11, 12, 1].map(month) });
  const input = await screen.findByLabelText("选择文件", { selector: "input" });
  await user.upload(input, new File(["x"], "2023来访登记.xlsx"));
  // Another header row is the same question.
  await user.click(await screen.findByRole("button", { name: "换一行" }));
  await user.click(screen.getByRole("button", { name: /日期 · 姓名/u }));
  const year = (): HTMLInputElement => screen.getByRole("textbox", { name: /没写年份的日期算哪一年/u });
  for (const [tab, shown] of ["", "2022", "2023"].entries()) {
    await user.click(await screen.findByRole("button", { name: "预览" }));
    await screen.findByRole("button", { name: /^收编/u });
    if (tab > 0) await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
    else {
      expect(year().value).toBe(shown);
      await user.type(year(), "2022");
      await user.click(await screen.findByRole("button", { name: "收编 1 行" }));
    }
    await screen.findByText("1 行里新建 1，并入 0，没收 0。");
    if (tab < 2) await user.click(await screen.findByRole("button", { name: "接着收这个文件里的下一张表" }));
  }
  expect(book.rows["visitors"]?.map(({ visitDate }) => visitDate)).toEqual([44870, 44900, 44931]);
});
