/** 打开: files of the product's own, and the same saved by another program, are worked on in the trial page. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser } from "playwright-core";
import type { Trial } from "../../src/excel-host/trial/page";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { bareSheet, everyFeature } from "../xlsx/every-feature";
import { hasLibreOffice, hasOpenpyxl, openpyxl, recalculate, temporaryFiles } from "../xlsx/tools";
import { describeInBrowser, launchBrowser } from "./browser";
import { fillVisit, iAm, picture, toast, turnTo } from "./pane-drive";
import {
  cellDrawn,
  openTrialPage,
  shownText,
  startTimeout,
  startTrial,
  type TrialPage,
  type TrialServer,
  until,
} from "./trial";

const command = join(__dirname, "..", "..", "dist", "cli", "anchang.js");
const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** What openpyxl finds of a sheet. */
interface Found {
  readonly name: string;
  readonly tables: readonly { readonly name: string; readonly ref: string }[];
  readonly validations: readonly unknown[];
  readonly highlights: readonly unknown[];
  readonly merges: readonly string[];
}

const found = (path: string): readonly Found[] => {
  const [dump] = openpyxl("book", [path]);
  expect(dump?.error).toBeUndefined();
  return (dump?.found as { sheets: readonly Found[] }).sheets;
};

describeInBrowser("a workbook's file", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;
  const made = join(files.folder, "龙门花园.xlsx");

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    execFileSync(process.execPath, [
      command,
      ...[
        "new",
        made,
        "--project",
        "洛阳龙门花园",
        "--place",
        "洛阳",
        "--consultants",
        "王芳,李强,赵敏",
        "--sample",
      ],
    ]);
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

  const choose = async (path: string): Promise<void> => {
    const asked = trial.page.waitForEvent("filechooser");
    await trial.page.getByRole("button", { name: "打开文件" }).click();
    await (await asked).setFiles(path);
  };
  const drop = async (path: string): Promise<void> => {
    const data = await trial.page.evaluateHandle(
      ([base64, called]) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], called));
        return transfer;
      },
      [readFileSync(path).toString("base64"), basename(path)] as const,
    );
    await trial.page.dispatchEvent("body", "dragover", { dataTransfer: data });
    await trial.page.getByText("松开鼠标，打开这个文件").waitFor();
    await trial.page.dispatchEvent("body", "drop", { dataTransfer: data });
  };
  const opened = async (name: string): Promise<void> => {
    await trial.page.locator(".title-bar strong", { hasText: name }).waitFor();
    await trial.pane.getByRole("tab").first().waitFor();
  };
  const saved = async (name: string): Promise<string> => {
    const coming = trial.page.waitForEvent("download");
    await trial.page.getByRole("button", { name: "另存为" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(name);
    const path = join(files.folder, `saved-${name}`);
    await download.saveAs(path);
    return path;
  };
  /** Registers a visit in the pane, saves, and finds it in the file, with nothing else gone. */
  const work = async (name: string, before: string): Promise<void> => {
    const visitors = async (path: string): Promise<readonly unknown[]> => {
      const { registers } = await readSiteFile(readFileSync(path));
      const { columns, count } = registers.visitors ?? {
        columns: new Map<string, readonly unknown[]>(),
        count: 0,
      };
      return (columns.get("name") ?? []).slice(0, count).filter((each) => each !== null);
    };
    const people = await visitors(before);
    expect(people.length).toBeGreaterThan(20);
    await iAm(trial.pane, "王芳");
    await turnTo(trial.pane, "来访");
    await fillVisit(trial.pane, "郑开封", "13803795678");
    await trial.pane.locator("#visitors-name").press("Enter");
    await toast(trial.pane, /^已登记 郑开封/u);
    await picture(trial, `trial-open-${name.replace(/\..*$/u, "")}`);
    const path = await saved(name);
    expect(await visitors(path)).toEqual([...people, "郑开封"]);
    if (!hasOpenpyxl) return;
    const [first, second] = [found(before), found(path)];
    const kept = ({ name: sheet, tables, validations, highlights, merges }: Found): unknown => ({
      sheet,
      tables: tables.map((table) => table.name),
      validations: validations.length,
      highlights: highlights.length,
      merges,
    });
    expect(second.map(kept)).toEqual(first.map(kept));
  };

  test("made by the command line opens, is worked on, and saved", async () => {
    await choose(made);
    await opened("龙门花园.xlsx");
    await picture(trial, "trial-open");
    await work("龙门花园.xlsx", made);
    expect(trial.errors).toEqual([]);
    expect(trial.outside).toEqual([]);
  });

  (hasLibreOffice ? test : test.skip)(
    "saved by LibreOffice is dropped on the page, worked on, and saved (needs LibreOffice)",
    async () => {
      const [bytes] = recalculate([made], files.folder);
      const path = files.write("再存.xlsx", bytes ?? new Uint8Array());
      await drop(path);
      // Its fonts are those of that machine, mixed in one cell.
      await trial.page.getByRole("dialog", { name: "打开了，但有些内容没有打开" }).waitFor();
      await picture(trial, "trial-open-lost");
      await trial.page.getByRole("button", { name: "确定" }).click();
      await opened("再存.xlsx");
      await work("再存.xlsx", path);
      expect(trial.errors).toEqual([]);
    },
  );

  test("that is none is said, and what is not saved is asked for", async () => {
    const { page } = trial;
    await drop(files.write("旧表.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4])));
    await page.getByRole("dialog", { name: "打不开" }).getByText("旧版 .xls 文件").waitFor();
    await picture(trial, "trial-open-refused");
    await page.getByRole("button", { name: "确定" }).click();
    await page.evaluate(async () => {
      const { model } = (window as unknown as { trial: Trial }).trial;
      await model.userEdits({ sheet: "Sheet1", top: 0, left: 0, cells: [["未存"]] }, { from: "typed" });
    });
    await choose(made);
    await page
      .getByRole("dialog", { name: "打开另一个文件？" })
      .getByRole("button", { name: "取消" })
      .click();
    expect(await shownText(page, "Sheet1", 0, 0)).toBe("未存");
    await choose(made);
    await page
      .getByRole("dialog", { name: "打开另一个文件？" })
      .getByRole("button", { name: "打开" })
      .click();
    await opened("龙门花园.xlsx");
  });
});

/** Small files are read before Univer has drawn anything, large ones after. */
const opens = [
  { name: "全有的.xlsx", book: everyFeature, sheet: "来访登记", row: 3, column: 2, shows: "示例甲" },
  {
    name: "首表藏着.xlsx",
    book: {
      names: [],
      sheets: [
        {
          ...bareSheet,
          name: "藏着",
          visibility: "hidden",
          blocks: [{ at: "A1", rows: [["不给看"]] }],
        },
        { ...bareSheet, name: "看得见", blocks: [{ at: "B2", rows: [["示例乙"]] }] },
      ],
    },
    ...{ sheet: "看得见", row: 1, column: 1, shows: "示例乙" },
  },
  {
    name: "旧登记.xlsx",
    book: {
      names: [],
      sheets: [
        {
          ...bareSheet,
          name: "2023来访",
          blocks: [
            {
              at: "A1",
              rows: [
                ["编号", "日期", "姓名", "电话"],
                ...Array.from({ length: 400 }, (_, at) => [at + 1, "2023.3.1", "示例丙", "139 0000 0000"]),
              ],
            },
          ],
        },
      ],
    },
    ...{ sheet: "2023来访", row: 4, column: 2, shows: "示例丙" },
  },
  {
    name: "空的.xlsx",
    book: { names: [], sheets: [{ ...bareSheet, name: "空的" }] },
    ...{ sheet: "空的", row: 0, column: 0, shows: "" },
  },
] as const;

describeInBrowser("what is opened is drawn, with nobody touching it", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const seen = async ({ page }: TrialPage, file: (typeof opens)[number]): Promise<void> => {
    const { name, sheet, row, column, shows } = file;
    await page.locator(".title-bar strong", { hasText: name }).waitFor();
    await until(() => shownText(page, sheet, row, column), shows);
    if (shows !== "") await cellDrawn(page, row, column);
    else await page.waitForTimeout(800);
  };

  test.each(opens)(
    "npm start with $name",
    async (file) => {
      const server = await startTrial(0, files.write(file.name, await writeBook(file.book)));
      const trial = await openTrialPage(browser, server.address);
      try {
        await seen(trial, file);
        await picture(trial, `trial-start-${file.name.replace(/\..*$/u, "")}`);
        expect(trial.errors).toEqual([]);
      } finally {
        await trial.close();
        await server.close();
      }
    },
    startTimeout,
  );

  test(
    "打开 of one after the other, and in English where the selection is far down",
    async () => {
      const server = await startTrial();
      const trial = await openTrialPage(browser, server.address);
      const { page } = trial;
      try {
        for (const file of [...opens].reverse()) {
          const asked = page.waitForEvent("filechooser");
          await page.getByRole("button", { name: "打开文件" }).click();
          await (await asked).setFiles(files.write(file.name, await writeBook(file.book)));
          await seen(trial, file);
        }
        const [, , old] = opens;
        const asked = page.waitForEvent("filechooser");
        await page.getByRole("button", { name: "打开文件" }).click();
        await (await asked).setFiles(files.write(old.name, await writeBook(old.book)));
        await seen(trial, old);
        await page.evaluate(async () => {
          const { model } = (window as unknown as { trial: Trial }).trial;
          await model.userSelects("2023来访", { top: 300, left: 2, bottom: 300, right: 2 });
        });
        await cellDrawn(page, 300, 2);
        await page.locator(".title-bar select").selectOption("en-US");
        await page.getByRole("button", { name: "Open a file" }).waitFor();
        await cellDrawn(page, 300, 2);
        await picture(trial, "trial-english-far-down");
        expect(trial.errors).toEqual([]);
      } finally {
        await trial.close();
        await server.close();
      }
    },
    startTimeout,
  );
});
