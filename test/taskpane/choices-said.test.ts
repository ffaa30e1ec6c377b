import { lists } from "../../src/domain/forms/lists";
import { choiceSaid } from "../../src/taskpane/i18n/choices";
import { doingSaid } from "../../src/taskpane/i18n/doings";

test("English readers see what yes, no and an opinion are; Chinese ones what the sheets hold", () => {
  for (const choice of [...lists.yesNo.choices, "同意", "不同意", "自定"]) {
    expect(choiceSaid("en-US", choice)).toMatch(/^[A-Z][a-z ]+$/u);
    expect(choiceSaid("zh-CN", choice)).toBe(choice);
  }
  expect(doingSaid("en-US", "填入示例")).toBe("filling in examples");
  expect(doingSaid("zh-CN", "填入示例")).toBe("填入示例");
});
