import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Book } from "../../src/book/book";
import type { Trial } from "../../src/excel-host/trial/page";
import { sheetOf } from "../excel-host/plain-sheet";
import { describeInBrowser, launchBrowser } from "./browser";
import {
  cellDrawn,
  officeReady,
  openTrialPage,
  shownText,
  startTimeout,
  startTrial,
  type TrialPage,
  type TrialServer,
  until,
} from "./trial";

const pictures = join(__dirname, "..", "..", "build", "pictures");
const book: Book = {
  names: [{ name: "列表_级别", refersTo: "=字典!$A$1:$A$3" }],
  sheets: [
    sheetOf("首页", [{ at: "B2", rows: [["去登记"]] }], {
      links: [{ cell: "B2", place: "登记!A3" }],
    }),
    sheetOf(
      "登记",
      [
        {
          at: "A1",
          rows: [
            ["姓名", "级别", "日期", "倍"],
            ["张示例", "A", 46_000, { formula: "=LEN([@姓名])*2" }],
            ["李示例", "B", 46_001, { formula: "=LEN([@姓名])*2" }],
          ],
        },
      ],
      {
        looks: [{ range: "C:C", look: { numberFormat: "yyyy-mm-dd" } }],
        tables: [
          {
            name: "登记",
            range: "A1:D3",
            columns: [
              { name: "姓名" },
              { name: "级别" },
              { name: "日期" },
              { name: "倍", formula: "=LEN([@姓名])*2" },
            ],
            style: "TableStyleMedium2",
            bandedRows: true,
            filterButtons: true,
          },
        ],
        validations: [
          {
            range: "B2:B1048576",
            rule: { kind: "list", source: "=列表_级别" },
            ignoreBlank: true,
            alert: { style: "stop", title: "级别不对", message: "请从列表里选。" },
            prompt: { title: "级别", message: "A、B、C 里选一个" },
          },
        ],
        highlights: [{ range: "A2:D100", formula: '=$B2="A"', look: { fill: "#FFC7CE" } }],
      },
    ),
    sheetOf("字典", [{ at: "A1", rows: [["A"], ["B"], ["C"]] }]),
    sheetOf("藏", [], { visibility: "hidden" }),
  ],
};

describeInBrowser("the trial page", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
  }, startTimeout);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    trial = await openTrialPage(browser, server.address);
  });
  afterEach(async () => {
    await trial.close();
  });

  const loadBook = () =>
    trial.page.evaluate(async (plain) => {
      await (window as unknown as { trial: Trial }).trial.model.load(plain);
    }, book);
  /** Where the selection begins. */
  const selected = (): Promise<string> =>
    inPage(({ model }) => {
      const { sheet, area } = model.selection();
      return `${sheet} ${area.top} ${area.left}`;
    });
  /** The grid takes no clicks while a sheet is drawn: a person sees that and clicks again. */
  const click = async (row: number, column: number, place?: string): Promise<void> => {
    const sheet = await inPage(({ model }) => model.selection().sheet);
    const wanted = place ?? `${sheet} ${row} ${column}`;
    for (let tries = 0; tries < 30 && (await selected()) !== wanted; tries++) {
      await trial.page.mouse.click(...(await cellCentre(trial, row, column)));
      for (let looks = 0; looks < 50 && (await selected()) !== wanted; looks++)
        await trial.page.waitForTimeout(100);
    }
    expect(await selected()).toBe(wanted);
  };
  /** By the menu of a cell. */
  const choose = async (row: number, column: number, name: string): Promise<void> => {
    const item = trial.page.getByRole("menuitem", { name });
    for (let tries = 0; tries < 30 && !(await item.isVisible()); tries++) {
      await trial.page.mouse.click(...(await cellCentre(trial, row, column)), { button: "right" });
      for (let looks = 0; looks < 50 && !(await item.isVisible()); looks++)
        await trial.page.waitForTimeout(100);
    }
    await item.click();
  };
  const openSheet = async (name: string): Promise<void> => {
    await trial.page.getByRole("tab", { name }).click();
    await until(() => inPage(({ model }) => model.selection().sheet), name);
    // Its first caption.
    await cellDrawn(trial.page, 0, 0);
  };
  const inPage = <T>(ask: (trial: Trial) => T): Promise<T> =>
    trial.page.evaluate(
      ([source]) => {
        const run = (0, eval)(`(${source})`) as (trial: unknown) => T;
        return run((window as unknown as { trial: unknown }).trial);
      },
      [ask.toString()] as const,
    );

  test("a busy port is stepped over and said", async () => {
    const busy = createServer().listen(0, "127.0.0.1");
    await once(busy, "listening");
    const { port } = busy.address() as AddressInfo;
    const other = await startTrial(port);
    expect(other.said()).toContain(`端口 ${port} 被占用`);
    expect(new URL(other.address).port).not.toBe(String(port));
    expect((await fetch(other.address)).headers.get("content-security-policy")).toContain(
      "default-src 'self'",
    );
    await other.close();
    await expect(fetch(other.address)).rejects.toThrow();
    busy.close();
  });

  test("typing goes through the model, is computed, grows the table, and is taken back", async () => {
    await loadBook();
    const { page } = trial;
    await openSheet("登记");
    await click(3, 0);
    await until(() => page.locator("#name-box").inputValue(), "A4");
    await page.keyboard.type("王小示例");
    await page.keyboard.press("Enter");
    await until(() => shownText(page, "登记", 3, 0), "王小示例");
    await until(() => shownText(page, "登记", 3, 3), "8");
    await until(() => page.locator("#name-box").inputValue(), "A5");
    await page.screenshot({ path: join(pictures, "trial-typing.png") });
    await page.keyboard.press("Control+z");
    await until(() => shownText(page, "登记", 3, 0), "");
    expect(trial.errors).toEqual([]);
    expect(trial.outside).toEqual([]);
  });

  // The row grows the table and is computed while the next cell is already being typed into.
  test("whoever types as fast as the keys go loses nothing", async () => {
    await loadBook();
    const { page } = trial;
    await openSheet("登记");
    await click(3, 0);
    await until(() => page.locator("#name-box").inputValue(), "A4");
    const typed = Array.from({ length: 10 }, (_, n) => [`王示例${n}`, "ABC"[n % 3] ?? "", `2026-03-1${n}`]);
    for (const line of typed) {
      for (const [at, text] of line.entries()) {
        await page.keyboard.type(text);
        await page.keyboard.press(at < line.length - 1 ? "Tab" : "Enter");
      }
    }
    const rows = () => inPage(({ model }) => model.texts("登记", { top: 3, left: 0, bottom: 12, right: 2 }));
    await until(rows, typed);
    expect(trial.errors).toEqual([]);
  });

  test("a value that is refused is explained, and the cell stays as it was; the list offers what is right", async () => {
    await loadBook();
    const { page } = trial;
    await openSheet("登记");
    await click(1, 1);
    await page.locator(".cell-note").waitFor();
    expect(await page.locator(".cell-note").innerText()).toContain("A、B、C 里选一个");
    await page.keyboard.type("Z");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "级别不对" }).waitFor();
    await page.screenshot({ path: join(pictures, "trial-refused.png") });
    await page.getByRole("button", { name: "确定" }).click();
    expect(await shownText(page, "登记", 1, 1)).toBe("A");
    await click(2, 1);
    await page.getByRole("button", { name: "从列表中选择" }).click();
    await page.getByRole("menuitem", { name: "C" }).click();
    await until(() => shownText(page, "登记", 2, 1), "C");
  });

  test("cells are copied, pasted and cleared; formulas follow", async () => {
    await loadBook();
    const { page } = trial;
    await openSheet("登记");
    await page.evaluate(() =>
      navigator.clipboard.writeText("赵示例\tB\t2026-03-04\r\n钱示例\tC\t2026/3/5\r\n"),
    );
    await click(3, 0);
    await page.keyboard.press("Control+v");
    await until(() => shownText(page, "登记", 4, 2), "2026-03-05");
    await until(() => shownText(page, "登记", 4, 3), "6");
    await click(1, 0);
    await page.keyboard.press("Control+c");
    await click(8, 0);
    await page.keyboard.press("Control+v");
    await until(() => shownText(page, "登记", 8, 0), "张示例");
    await page.keyboard.press("Delete");
    await until(() => shownText(page, "登记", 8, 0), "");
    await page.screenshot({ path: join(pictures, "trial-pasted.png") });
    expect(trial.errors).toEqual([]);
  });

  test("a link leads to its place, the formula bar shows and takes formulas", async () => {
    await loadBook();
    const { page } = trial;
    await cellDrawn(page, 1, 1);
    await click(1, 1, "登记 2 0");
    await until(() => page.locator("#name-box").inputValue(), "A3");
    await cellDrawn(page, 0, 0);
    await click(2, 3);
    await until(() => page.locator("#formula").inputValue(), "=LEN([@姓名])*2");
    await click(9, 6);
    await page.locator("#formula").fill("=SUM(登记[倍])");
    await page.locator("#formula").press("Enter");
    await until(() => shownText(page, "登记", 9, 6), "12");
  });

  test("the menu of the sheet inserts and deletes rows, and filters", async () => {
    await loadBook();
    const { page } = trial;
    await openSheet("登记");
    await choose(1, 1, "只看这个值");
    await until(() => inPage(({ model }) => model.isRowHidden("登记", 2)), true);
    await choose(1, 1, "清除筛选");
    await until(() => inPage(({ model }) => model.isRowHidden("登记", 2)), false);
    await choose(1, 1, "在表格中插入行");
    await until(() => shownText(page, "登记", 2, 0), "张示例");
  });

  test("the pane's Office.js writes cells the sheet shows, and hears what is typed", async () => {
    await loadBook();
    const { page } = trial;
    await openSheet("登记");
    const pane = page.frames()[1];
    if (!pane) throw new Error("there is no pane");
    await officeReady(pane);
    await pane.evaluate(async () => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("登记");
        sheet.onChanged.add((event) => {
          heard.push(`${event.address} ${event.source}`);
          return Promise.resolve();
        });
        sheet.getRange("F2").values = [["写入"]];
        sheet.getRange("F2").select();
        await context.sync();
      });
    });
    await until(() => shownText(page, "登记", 1, 5), "写入");
    await until(() => page.locator("#name-box").inputValue(), "F2");
    await click(1, 6);
    await page.keyboard.type("打字");
    await page.keyboard.press("Enter");
    const heard = () => pane.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await until(heard, ["F2 Local", "G2 Local"]);
    expect(await pane.evaluate(() => [Office.context.platform, Office.context.displayLanguage])).toEqual([
      "OfficeOnline",
      "zh-CN",
    ]);
    await page.screenshot({ path: join(pictures, "trial-pane.png") });
    expect(trial.outside).toEqual([]);
  });

  test("a second window is a colleague on the same workbook", async () => {
    await loadBook();
    const { page } = trial;
    await page.getByRole("button", { name: "第二个窗口" }).click();
    await until(() => Promise.resolve(page.frames().length), 3);
    const [own, colleague] = page.frames().slice(1);
    if (!own || !colleague) throw new Error("there are not two panes");
    for (const pane of [own, colleague]) await officeReady(pane);
    await own.evaluate(async () => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("登记").onChanged.add((event) => {
          heard.push(`${event.address} ${event.source}`);
          return Promise.resolve();
        });
        await context.sync();
      });
    });
    await colleague.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("登记").getRange("H1").values = [["同事"]];
        await context.sync();
      }),
    );
    await until(() => own.evaluate(() => (window as unknown as { heard: string[] }).heard), ["H1 Remote"]);
    await until(() => shownText(page, "登记", 0, 7), "同事");
    await page.screenshot({ path: join(pictures, "trial-second.png") });
  });

  test("language and appearance reach the pane", async () => {
    const { page } = trial;
    await page.getByLabel("语言").selectOption("en-US");
    await page.getByRole("button", { name: "Dark" }).click();
    const pane = page.frames()[1];
    if (!pane) throw new Error("there is no pane");
    // The pane is read anew after each of the two: what is asked of the one before goes unanswered.
    await until(
      () =>
        officeReady(pane)
          .then(() =>
            pane.evaluate(() => [
              Office.context.displayLanguage,
              Office.context.officeTheme.bodyBackgroundColor,
            ]),
          )
          .catch(String),
      ["en-US", "#292929"],
    );
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(pictures, "trial-dark.png") });
    await page.getByRole("button", { name: "Register a visit" }).click();
    await until(() => page.frames()[1]?.evaluate(() => location.hash) ?? Promise.resolve(""), "#/visit");
  });

  const python = "/usr/bin/python3";
  (existsSync(python) ? test : test.skip)(
    "另存为 gives a file openpyxl opens (needs /usr/bin/python3)",
    async () => {
      await loadBook();
      const { page } = trial;
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "另存为" }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe("案场.xlsx");
      const file = join(pictures, "saved.xlsx");
      await download.saveAs(file);
      const script =
        "import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); s = b['登记'];" +
        "print(b.sheetnames, s['A2'].value, s['D3'].value, list(s.tables), s.sheet_state, b['藏'].sheet_state)";
      expect(String(execFileSync(python, ["-c", script, file])).trim()).toBe(
        "['首页', '登记', '字典', '藏'] 张示例 =LEN(登记[[#This Row],[姓名]])*2 ['登记'] visible hidden",
      );
    },
  );
});

const cellCentre = async ({ page }: TrialPage, row: number, column: number): Promise<[number, number]> => {
  const boxOf = () =>
    page.evaluate(([r, c]) => (window as unknown as { trial: Trial }).trial.grid()?.cellBox(r, c), [
      row,
      column,
    ] as const);
  await until(async () => (await boxOf()) !== undefined);
  const [box, corner] = [await boxOf(), await page.locator("[data-part=grid]").boundingBox()];
  if (!box || !corner) throw new Error("the cell is not in sight");
  return [corner.x + box.left + box.width / 2, corner.y + box.top + box.height / 2];
};
