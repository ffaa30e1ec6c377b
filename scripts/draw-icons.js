/** Draws assets/*.png from assets/icons/*.svg with the browser of this machine: `node scripts/draw-icons.js`. */
const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const sizes = { icon: [16, 32, 64, 80, 128], visit: [16, 32, 80], due: [16, 32, 80], check: [16, 32, 80] };

const main = async () => {
  const assets = path.join(__dirname, "..", "assets");
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage();
  for (const file of readdirSync(path.join(assets, "icons"))) {
    const name = path.basename(file, ".svg");
    const svg = readFileSync(path.join(assets, "icons", file), "utf8");
    for (const size of sizes[name]) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      const picture = await page.screenshot({ omitBackground: true });
      writeFileSync(path.join(assets, `${name}-${size}.png`), picture);
    }
  }
  await browser.close();
};

void main();
