import { inTongue } from "../../src/taskpane/hq/in-tongue";

const line = "文件不完整；请重新取得这份文件再试。(The file is incomplete. Fetch it again. [no end (of it)])";

test("each tongue by itself; a line that has one only stays", () => {
  expect(inTongue(line, "zh-CN")).toBe("文件不完整；请重新取得这份文件再试。");
  expect(inTongue(line, "en-US")).toBe("The file is incomplete. Fetch it again. [no end (of it)]");
  expect(inTongue("看过以后这份文件又变了", "en-US")).toBe("看过以后这份文件又变了");
});
