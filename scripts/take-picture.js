/** Takes the README's picture: `npm run picture`. The trial page at work, with the invented sample. */
const path = require("node:path");
const { chromium } = require("playwright-core");
const { start } = require("./start.js");

const main = async () => {
  const running = await start({ port: 0, say: (line) => console.log(line) });
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 820 }, locale: "zh-CN" });
  await page.goto(running.address);
  await page.locator("#trial[data-ready]").waitFor();
  const pane = page.frameLocator("iframe").first();
  await pane.getByRole("button", { name: "新建案场簿" }).click();
  await pane.locator("#new-project").fill("示例·新天地");
  await pane.locator("#new-place").fill("洛阳");
  await pane.locator("#new-consultants").fill("李示例\n陈示例");
  await pane.getByText("填入 30 位示例客户").click();
  await pane.getByRole("button", { name: "新建", exact: true }).click();
  await pane.getByText("LY-WX001").first().waitFor({ timeout: 120_000 });
  await page.getByRole("tab", { name: "等级跟踪" }).click();
  // The toast has said its word by then.
  await page.waitForTimeout(9000);
  await page.screenshot({ path: path.join(__dirname, "..", "assets", "picture.png") });
  await browser.close();
  await running.close();
};

void main();
