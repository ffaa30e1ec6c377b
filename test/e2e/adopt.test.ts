/** 收编 in Chromium: a messy workbook in, every row accounted for, and all of it taken back. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Cell, Sheet } from "../../src/book/book";
import { readSheets } from "../../src/xlsx/read";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write";
import { freshBook } from "../workbook/planned-site";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, iAm, pictures, rowOf } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer, until } from "./trial";

const sheet = (name: string, rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => {
  const width = Math.max(...rows.map((row) => row.length));
  const even = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
  return {
    name,
    visibility: "visible",
    showGridlines: true,
    blocks: [{ at: "B2", rows: even }],
    looks: [],
    columns: [],
    rows: [],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    ...more,
  };
};

/** A title, captions in two rows, a merged day, a total, a note, a phone a spreadsheet has cut, ″ for the same. */
const messy = {
  names: [],
  sheets: [
    sheet(
      "2023",
      [
        ["龙门花园来访登记表　2023年"],
        [],
        ["日期", "姓名", "联系方式", null, "客户来源", "业务员", "领导批示"],
        [null, null, "手机", "固话"],
        ["3月5日", "示例甲", "13803790001", null, "朋友介绍", "王芳", "重点跟进"],
        [null, "示例乙", "１３８０３７９０００２", "0379-65550001", "路过", "″", null],
        ["小计", "2 人"],
        ["2023.3.8", "示例丙", "1.38E+10", null, "网络", "孙丽", null],
        ["3/12", "示例甲", "13803790001", null, "朋友介绍", "王芳", "第二次来"],
        ["3月13日", "示例丁", "13803790004", null, "户外广告", "孙丽", null],
        ["备注：以上为上半月"],
      ],
      { merges: ["B2:H2", "D4:E4", "B4:B5", "C4:C5", "F4:F5", "G4:G5", "H4:H5", "B6:B7"] },
    ),
    sheet("跟踪", [
      ["日期", "客户姓名", "手机", "跟踪情况", "置业顾问", "意向等级"],
      ["2023-03-20", "示例甲", "13803790001", "约好周末带爱人再看样板间", "王芳", "B"],
    ]),
    sheet("说明", [["填表说明"], ["每天下班前填好"]], { visibility: "hidden" }),
  ],
};

const looks = [
  { name: "320-light-zh", width: 320, language: "zh-CN", appearance: "light" },
  { name: "350-dark-en", width: 350, language: "en-US", appearance: "dark" },
  { name: "450-light-zh", width: 450, language: "zh-CN", appearance: "light" },
] as const;

describeInBrowser("收编", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
    mkdirSync(pictures, { recursive: true });
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  const lookLike = async (width: number, language: string, appearance: string): Promise<void> => {
    const frame = trial.page.locator("iframe").first();
    await frame.evaluate((element, px) => {
      element.style.cssText += `;width:${px}px!important;min-width:0!important;max-width:none!important;flex:none!important`;
    }, width);
    await trial.pane.locator("body").evaluate(
      (_, [tongue, look]) => {
        window.localStorage.setItem("anchang.language", tongue);
        window.localStorage.setItem("anchang.appearance", look);
        window.dispatchEvent(new StorageEvent("storage"));
      },
      [language, appearance] as const,
    );
    await trial.page.waitForTimeout(400);
  };

  /** In every look; ends in Chinese. Nothing is wider than the pane. */
  const take = async (step: string): Promise<void> => {
    for (const { name, width, language, appearance } of looks) {
      await lookLike(width, language, appearance);
      const path = join(pictures, `adopt-${step}-${name}.png`);
      await trial.page.locator("iframe").first().screenshot({ path });
      const overflow = (): Promise<number> =>
        trial.pane
          .locator("body")
          .evaluate((body) => body.scrollWidth - body.ownerDocument.documentElement.clientWidth);
      await until(async () => [step, name, await overflow()], [step, name, 0]);
    }
  };

  test("a messy workbook goes in table by table; rows not taken come out as a file; the import is taken back", async () => {
    const { pane, page } = trial;
    await buildSite(pane, false);
    await iAm(pane, "王芳");
    await pane.locator("body").evaluate(() => {
      window.location.hash = "#/adopt";
    });
    const input = pane.locator("input[type=file]");
    await input.waitFor({ state: "attached" });
    await input.setInputFiles({
      name: "旧表.xls",
      mimeType: "application/vnd.ms-excel",
      buffer: Buffer.from("d0cf11e0a1b11ae1", "hex"),
    });
    await pane.getByText("另存为“Excel 工作簿 (.xlsx)”再试").waitFor();
    await take("refused");
    await input.setInputFiles({
      name: "旧表.csv",
      mimeType: "text/csv",
      buffer: Buffer.alloc(34 << 20, "1,2\n"),
    });
    await pane.getByText("文件有 34 MB，最多读 32 MB：请按年份拆成几份分别收").waitFor();

    await input.setInputFiles({
      name: "旧表.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(await writeBook(messy)),
    });
    await pane.getByRole("combobox", { name: "旧表" }).waitFor();
    expect(await pane.getByRole("combobox", { name: "旧表" }).locator("option").allTextContents()).toEqual([
      "2023 · 来访登记 · 5 行",
      "跟踪 · 跟踪记录 · 1 行",
      "说明 · 没认出表头（隐藏）",
    ]);
    expect(await pane.getByRole("combobox", { name: "联系方式 固话" }).inputValue()).toBe("b:phone");
    await take("match");
    await pane.getByRole("button", { name: "换一行" }).click();
    await take("header");
    await pane.getByRole("button", { name: "换一行" }).click();
    await pane.getByRole("button", { name: "预览" }).click();
    await pane.getByText("留成自有列：领导批示").waitFor();
    await take("preview");
    await pane.getByRole("button", { name: "收编 4 行" }).click();
    await pane.getByText("7 行里新建 3，并入 1，没收 3。").waitFor();
    await take("done");
    expect((await rowOf(trial, "来访登记", 6)).slice(1, 4)).toEqual(["2023-03-05", "王芳", "示例乙"]);
    expect(await rowOf(trial, "来访登记", 5, 45)).toContain("重点跟进");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByRole("button", { name: "下载没收的行（.xlsx）" }).click(),
    ]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
    const left = await readSheets(new Uint8Array(Buffer.concat(chunks)));
    expect(left.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["未收-2023", 3],
      ["非记录-2023", 4],
    ]);

    await pane.getByRole("button", { name: "接着收这个文件里的下一张表" }).click();
    await pane.getByRole("combobox", { name: "跟踪情况" }).waitFor();
    await pane.getByRole("button", { name: "预览" }).click();
    await pane.getByRole("button", { name: "收编 1 行" }).click();
    await pane.getByText("1 行里新建 0，并入 1，没收 0。").waitFor();

    // One import after another is taken back, the latest first, until the workbook is as it was.
    await pane.getByRole("button", { name: "撤销导入" }).click();
    await pane.getByText("已撤销导入，本簿和收编前一样。").waitFor();
    expect(await rowOf(trial, "来访登记", 5)).toContain("示例甲");
    await pane.getByRole("button", { name: "收别的表" }).click();
    await pane.getByText("上次收编的可以整个撤销").waitFor();
    await take("source");
    await pane.getByRole("button", { name: "撤销导入" }).click();
    await pane.getByText("已撤销导入，本簿和收编前一样。").waitFor();
    expect((await rowOf(trial, "来访登记", 5)).join("")).toBe("");
    expect(await rowOf(trial, "来访登记", 4, 45)).not.toContain("领导批示");
    expect(trial.errors).toEqual([]);
    expect(trial.outside).toEqual([]);
  });

  test("comments on a sheet of the open workbook go in with its rows; notes, which this Excel keeps to itself, are said", async () => {
    const said = (cell: string, kind: "note" | "thread", text: string) => ({
      cell,
      kind,
      said: [{ by: "王芳", text }],
    });
    const [old] = messy.sheets;
    if (!old) throw new Error("no sheet");
    const comments = [said("C6", "thread", "太太做主"), said("D7", "note", "号码待核")];
    const site = freshBook();
    await trial.close();
    trial = await openTrialPage(browser, server.address);
    const { pane, page } = trial;
    const asked = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "打开文件" }).click();
    await (
      await asked
    ).setFiles({
      name: "案场.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(await writeBook({ ...site, sheets: [...site.sheets, { ...old, comments }] })),
    });
    await page.locator(".title-bar strong", { hasText: "案场" }).waitFor();
    await pane.getByRole("tab").first().waitFor();
    await iAm(pane, "王芳");
    await pane.locator("body").evaluate(() => {
      window.location.hash = "#/adopt";
    });
    await pane.getByRole("button", { name: "2023" }).click();
    await pane.getByText("老式批注（新版 Excel 里叫“备注”）从打开的表里读不到").waitFor();
    await take("notes");
    await pane.getByRole("button", { name: "预览" }).click();
    await pane.getByText("有批注、原文抄进洽谈内容或备注：姓名 1 行（王芳：太太做主）").waitFor();
    await pane.getByRole("button", { name: /^收编 \d 行$/u }).click();
    await pane.getByText("撤销导入").first().waitFor();
    expect((await rowOf(trial, "来访登记", 5, 45)).join()).toContain("原表“姓名”批注：王芳：太太做主");

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "另存为" }).click();
    const chunks: Uint8Array[] = [];
    for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Uint8Array);
    const saved = await readBook(new Uint8Array(Buffer.concat(chunks)));
    expect(saved.sheets.find(({ name }) => name === "2023")?.comments).toEqual(comments);
    expect(trial.errors).toEqual([]);
  });
});
