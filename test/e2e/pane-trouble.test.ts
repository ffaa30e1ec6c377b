/** What stands in the way of an entry: each says so in its own words, nothing is lost, and one button helps. */
import type { Browser } from "playwright-core";
import type { Trial } from "../../src/excel-host/trial/page";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, fillVisit, iAm, picture, rowOf, toast, turnTo } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer } from "./trial";

describeInBrowser("trouble, in the pane", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
    await buildSite(trial.pane, false);
    await iAm(trial.pane, "王芳");
    await fillVisit(trial.pane, "张三", "13803791234");
    await trial.pane.locator("#visitors-name").press("Enter");
    await toast(trial.pane, "已登记 张三 LY-ZS001");
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  /** Somebody at the sheet does something. */
  const atTheSheet = (what: "filter" | "unfilter" | "protect" | "unprotect" | "edit" | "done" | "rename") =>
    trial.page.evaluate(async (act) => {
      const { model } = (window as unknown as { trial: Trial }).trial;
      if (act === "filter") await model.userFilters("Visitors", "性别", ["女"]);
      if (act === "unfilter") await model.userFilters("Visitors", "性别", undefined);
      if (act === "protect") await model.userProtects("来访登记", true);
      if (act === "unprotect") await model.userProtects("来访登记", false);
      if (act === "edit") model.userEditsCell(true);
      if (act === "done") model.userEditsCell(false);
      if (act === "rename")
        await model.userEdits(
          { sheet: "来访登记", top: 3, left: 3, cells: [["姓名改了"]] },
          { from: "typed" },
        );
    }, what);

  const save = () => trial.pane.getByRole("button", { name: "保存" }).click();
  const typed = () => trial.pane.locator("#visitors-name").inputValue();

  test("a filter: said before anything is written; with leave it is cleared for the write and set again", async () => {
    const { pane } = trial;
    await atTheSheet("filter");
    await fillVisit(pane, "李四", "13803795678");
    await save();
    await pane.getByText("来访登记正在筛选，写入会错行").waitFor();
    await picture(trial, "pane-trouble-filter");
    expect(await typed()).toBe("李四");
    expect((await rowOf(trial, "来访登记", 6)).join("")).toBe("");
    await pane.getByRole("button", { name: "清除筛选后重试" }).click();
    await toast(pane, "已登记 李四");
    expect((await rowOf(trial, "来访登记", 6))[3]).toBe("李四");
    await atTheSheet("unfilter");
  });

  test("a protected sheet: the pane asks, says what it costs, and unprotects for one write", async () => {
    const { pane } = trial;
    await atTheSheet("protect");
    await fillVisit(pane, "王五", "13803799012");
    await save();
    await pane.getByText("来访登记受保护，不能写入").waitFor();
    await picture(trial, "pane-trouble-protected");
    expect(await typed()).toBe("王五");
    await pane.getByRole("button", { name: "临时解除保护" }).click();
    await toast(pane, "已登记 王五");
    expect((await rowOf(trial, "来访登记", 7))[3]).toBe("王五");
    await atTheSheet("unprotect");
  });

  test("a cell being edited only delays: the pane says what it waits for, and goes on", async () => {
    const { pane } = trial;
    await fillVisit(pane, "赵六", "13803793456");
    await atTheSheet("edit");
    await save();
    await pane.getByText("有单元格正在编辑：请按 Enter 或 Esc，随后自动继续").waitFor();
    await picture(trial, "pane-trouble-editing");
    await atTheSheet("done");
    await toast(pane, "已登记 赵六");
    expect((await rowOf(trial, "来访登记", 8))[3]).toBe("赵六");
  });

  test("an unsaved entry is there again after another page, and its tab says so", async () => {
    const { pane } = trial;
    await pane.locator("#visitors-name").fill("孙七");
    await turnTo(pane, "今日");
    await pane.getByRole("tab", { name: /来访.*有未保存的内容/u }).click();
    expect(await typed()).toBe("孙七");
  });

  test("a renamed column: refused with the column's name, the entry stays", async () => {
    const { pane } = trial;
    await atTheSheet("rename");
    await fillVisit(pane, "孙七", "13803797890");
    await save();
    await pane.getByText(/登记表缺少列：.*客户姓名/u).waitFor();
    await picture(trial, "pane-trouble-column");
    expect(await typed()).toBe("孙七");
  });
});
