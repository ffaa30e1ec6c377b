import { lists } from "../../src/domain/forms/lists";
import { policySaid } from "../../src/taskpane/i18n/policies";

test("every policy a site can choose has a name before its number, in both languages", () => {
  const policies = [lists.policy, lists.grading, lists.ownership].flatMap(
    ({ choices }): readonly string[] => choices,
  );
  for (const policy of policies.filter((each) => each !== "自定"))
    for (const language of ["zh-CN", "en-US"]) expect(policySaid(language, policy)).toMatch(/^\D+ \d{3}$/u);
  expect(policySaid("zh-CN", "自定")).toBe("自定");
  expect(policySaid("zh-CN", "003")).toBe("跟进计划 003");
});
