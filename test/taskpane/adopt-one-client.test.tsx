/** @jest-environment ./test/jsdom-environment.js */
/** 收编 in the pane: which rows became one client (R9). */
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import { remember } from "../../src/taskpane/shell/remembered";
import { screen, showPane } from "./show";

const names = ["张三", "李四", "王五", "赵六", "钱七", "孙八", "周九"];
const day = (month: string) => (name: string, n: number) => [
  `2023-${month}-05`,
  name,
  `1380379123${n}`,
  "王芳",
];
const source: OldSource = {
  sheet: "2023",
  rows: [["日期", "姓名", "电话", "业务员"], ...names.map(day("03")), ...names.map(day("04"))],
  firstRow: 1,
  merges: [],
};

beforeEach(() => remember("oldColumns", ""));

test.each([
  [
    "zh-CN",
    "预览",
    /^几行合成一位新客户的有 7 位，请核对：张三（LY-ZS001）第 2、9 行（138 0379 1230）；李四.+；钱七（LY-QQ001）第 6、13 行（138 0379 1234）……还有 2 位，看“并入”的各行。$/u,
  ],
  [
    "en-US",
    "Preview",
    /^New clients of several rows: 7, please check\. 张三 \(LY-ZS001\) rows 2, 9 \(138 0379 1230\); 李四[^…]+钱七 \(LY-QQ001\) rows 6, 13 \(138 0379 1234\)… and 2 more: see the joined rows\.$/u,
  ],
] as const)(
  "the first of them are named before anything is written (%s)",
  async (language, preview, said) => {
    const { user } = showPane("#/adopt", { grids: [source], language });
    await user.click(await screen.findByRole("button", { name: "2023" }));
    await user.click(await screen.findByRole("button", { name: preview }));
    await screen.findByText(said);
  },
);
