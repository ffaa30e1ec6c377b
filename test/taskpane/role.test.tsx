/** @jest-environment ./test/jsdom-environment.js */
import { axe } from "jest-axe";
import { dailyPages, roles, sitePages, todayPages } from "../../src/taskpane/shell/role";
import { inventClients } from "./invented-clients";
import { screen, showPane } from "./show";

const shownTabs = (): readonly string[] =>
  screen.getAllByRole("tab").map((tab) => tab.getAttribute("value") ?? "");

describe("the role", () => {
  test("is asked once; its daily pages stand in the first row, and are remembered", async () => {
    const { user, view } = showPane("#/today", { role: "" });
    await screen.findByText("你在案场做什么？");
    expect(shownTabs()).toEqual(dailyPages.consultant);
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "案场经理" }));
    expect(screen.queryByText("你在案场做什么？")).toBeNull();
    expect(shownTabs()).toEqual(dailyPages.manager);
    expect(window.localStorage.getItem("anchang.role")).toBe("manager");
  });

  test("what is not in the first row stands in the menu; once there it is a tab while it is shown", async () => {
    const { user } = showPane("#/today", { role: "" });
    await screen.findByText("你在案场做什么？");
    await user.click(screen.getByRole("button", { name: "更多" }));
    await user.click(await screen.findByRole("menuitem", { name: "校验" }));
    expect(shownTabs().at(-1)).toBe("check");
  });

  test.each([
    { language: "zh-CN", money: "回款", report: "报表" } as const,
    { language: "en-US", money: "Payments", report: "Reports" } as const,
  ])("a manager opens $money and $report from 今日 in one click", async ({ language, money, report }) => {
    for (const [name, hash] of [
      [money, "#/money"],
      [report, "#/report"],
    ] as const) {
      const { user, view } = showPane("#/today", {
        role: "manager",
        language,
        prepare: (book) => inventClients(book, 2),
      });
      await user.click(await screen.findByRole("button", { name }));
      expect(window.location.hash).toBe(hash);
      view.unmount();
    }
  });

  test("a page stands in the first row or on 今日, not in both", () => {
    for (const role of roles)
      expect(todayPages[role].filter((page) => dailyPages[role].includes(page))).toEqual([]);
  });

  test("no role loses a page: first row and menu together hold them all", () => {
    for (const role of roles) for (const page of dailyPages[role]) expect(sitePages).toContain(page);
  });
});
