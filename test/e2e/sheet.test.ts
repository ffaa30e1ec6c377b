/** The product's own sheets, typed into in the grid: checked and numbered at once; and the file that 另存为 gives. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { parseArea } from "../../src/book/address";
import type { Trial } from "../../src/excel-host/trial/page";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { lint } from "../xlsx/lint";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, picture, pictures, rowOf } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer, until } from "./trial";

describeInBrowser("a register in the grid", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;
  /** The first free row of 来访登记, as the sheet counts. */
  let free = 0;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
    await buildSite(trial.pane, true);
    const range = await trial.page.evaluate(
      () =>
        (window as unknown as { trial: Trial }).trial.model
          .toBook()
          .sheets.flatMap(({ tables }) => tables)
          .find(({ name }) => name === "Visitors")?.range ?? "",
    );
    free = (parseArea(range)?.bottom ?? 0) + 2;
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  const holds = async (column: number): Promise<string> =>
    (await rowOf(trial, "来访登记", free))[column] ?? "";
  const goTo = async (address: string): Promise<void> => {
    await trial.page.locator("#name-box").fill(address);
    await trial.page.locator("#name-box").press("Enter");
    await trial.page.waitForTimeout(300);
  };
  /** The grid takes no keys while the pane numbers a row: a person sees that and does it again. */
  const doUntil = async (act: () => Promise<void>, came: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 30 && !(await came()); tries++) {
      await act();
      for (let looks = 0; looks < 50 && !(await came()); looks++) await trial.page.waitForTimeout(100);
    }
    expect(await came()).toBe(true);
  };
  const type = async (address: string, text: string): Promise<void> => {
    await goTo(address);
    await trial.page.keyboard.type(text);
    await trial.page.keyboard.press("Enter");
  };

  test("a visitor typed below the last row gets a number, a grade row and the house spelling", async () => {
    const { page } = trial;
    await page.getByRole("tab", { name: "来访登记" }).click();
    await page.waitForTimeout(500);
    const today = await page.evaluate(() => {
      const now = new Date();
      return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
    });
    const line = [today, "王芳", "慕容示例", "女", "/", "/", "/", "13803790001"];
    for (const [at, typed] of line.entries()) {
      await doUntil(
        () => type(`${String.fromCharCode(66 + at)}${free}`, typed),
        async () => (await holds(1 + at)) !== "",
      );
    }
    await picture(trial, "sheet-typed");
    await until(() => holds(0), "LY-MR001");
    await until(() => holds(8), "138 0379 0001");
    await picture(trial, "sheet-typed");
  });

  test("a phone with a digit missing: typed, the sheet itself asks; pasted past it, the pane says so, quietly", async () => {
    const { page, pane } = trial;
    const asked = page.getByRole("dialog", { name: "手机号位数不对" });
    await doUntil(
      () => type(`I${free}`, "1380379000"),
      () => asked.isVisible(),
    );
    await picture(trial, "sheet-asked");
    await page.keyboard.press("Escape");
    await asked.waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.evaluate(() => navigator.clipboard.writeText("1380379000"));
    await doUntil(
      async () => {
        await goTo(`I${free}`);
        await page
          .locator("[data-part=grid]")
          .focus()
          .catch(() => undefined);
        await page.keyboard.press("Control+v");
      },
      async () => (await holds(8)) === "1380379000",
    );
    await pane.getByText(/10 位/u).first().waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    await picture(trial, "sheet-wrong-phone");
  });

  describeWith("LibreOffice", hasLibreOffice)("另存为", () => {
    test("the file passes our lint, LibreOffice computes what the grid shows, and the command line reads it", async () => {
      const { page } = trial;
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "另存为" }).click();
      mkdirSync(pictures, { recursive: true });
      const file = join(pictures, "示例案场簿.xlsx");
      await (await coming).saveAs(file);
      const bytes = new Uint8Array(readFileSync(file));
      expect(await lint(bytes)).toEqual([]);
      const temporary = temporaryFiles();
      const [computed] = recalculate([temporary.write("saved.xlsx", bytes)], temporary.folder);
      temporary.remove();
      if (!computed) throw new Error("LibreOffice gave nothing back");
      const sheet = (await readSheets(computed)).sheets.find(({ name }) => name === "等级跟踪");
      const rows = sheet?.rows.filter(({ row }) => row >= 4 && row < 34) ?? [];
      expect(rows).toHaveLength(30);
      for (const row of rows) {
        const shown = await rowOf(trial, "等级跟踪", row.row + 1);
        // 客户编号, 客户姓名, 客户级别, 跟进状态.
        for (const column of [2, 3, 4, 15])
          expect([row.row, column, valueAt(row, column) ?? ""]).toEqual([row.row, column, shown[column]]);
      }
      const program = join(__dirname, "../../dist/cli/anchang.js");
      const { status, stdout } = spawnSync(process.execPath, [program, "check", file, "--json"], {
        encoding: "utf8",
      });
      const errors = (JSON.parse(stdout) as { severity: string; column: string }[]).filter(
        ({ severity }) => severity === "error",
      );
      expect([status, errors.map(({ column }) => column)]).toEqual([1, ["手机", "认知途径"]]);
    });
  });

  test("nothing went wrong on the way, and nobody was asked off this machine", () => {
    expect(trial.errors).toEqual([]);
    expect(trial.outside).toEqual([]);
  });
});
