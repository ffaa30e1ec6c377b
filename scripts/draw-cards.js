/**
 * Draws the handbook's pictures: `npm run cards`. Every card, list and board, filled with invented clients, printed by
 * LibreOffice and drawn by poppler, in sixteen colours so that they stay small.
 */
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { crc32, deflateSync } = require("node:zlib");
const { transformSync } = require("@swc/core");

const root = path.join(__dirname, "..");
const dpi = 92;
const colours = 16;

// TypeScript as it stands, types stripped.
Module._extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  module._compile(code, filename);
};

/** Raw pixels of a PPM, three bytes each. */
const readPixels = (file) => {
  const bytes = readFileSync(file);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.subarray(0, 40).toString("latin1"));
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
};

/** The commonest colours, 5 bits a channel. */
const paletteOf = (pixels) => {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const key = ((pixels[at] >> 3) << 10) | ((pixels[at + 1] >> 3) << 5) | (pixels[at + 2] >> 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const wide = (five) => (five << 3) | (five >> 2);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, colours)
    .map(([key]) => [wide(key >> 10), wide((key >> 5) & 31), wide(key & 31)]);
};

const chunk = (name, data) => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of at most sixteen colours, half a byte a pixel. */
const pngOf = ({ width, height, pixels }) => {
  const palette = paletteOf(pixels);
  const known = new Map();
  const nearest = (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best = 0;
    let least = Infinity;
    palette.forEach(([r, g, b], index) => {
      const apart = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (apart < least) [least, best] = [apart, index];
    });
    known.set(key, best);
    return best;
  };
  const line = 1 + Math.ceil(width / 2);
  const data = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const index = nearest(pixels[at], pixels[at + 1], pixels[at + 2]);
      data[y * line + 1 + (x >> 1)] |= x % 2 === 0 ? index << 4 : index;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(data, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

const main = async () => {
  const { siteWith } = require("../test/workbook/print/printed-site.ts");
  const { today } = require("../test/workbook/planned-site.ts");
  const { withSheetAnswers } = require("../src/domain/register/card/sheet-answers.ts");
  const { printBook, printKeys } = require("../src/workbook/plan/print-book.ts");
  const { writeBook } = require("../src/xlsx/write.ts");
  const folder = mkdtempSync(path.join(tmpdir(), "anchang-cards-"));
  const book = withSheetAnswers(await siteWith(), today);
  const files = [];
  for (const print of printKeys) {
    // A picture shows the first page: of one client, of one building.
    const only = {
      visitors: { clients: ["LY-ZS001"] },
      returnVisits: { clients: ["LY-ZS001"] },
      units: { building: "3" },
    };
    const printed = printBook(book, { print, masked: false, ...only[print] }, today);
    const file = path.join(folder, `${print}.xlsx`);
    writeFileSync(file, await writeBook(printed));
    files.push(file);
  }
  const profile = pathToFileURL(path.join(folder, "profile")).href;
  execFileSync(
    "soffice",
    [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files],
    {
      stdio: "ignore",
    },
  );
  for (const [index, print] of printKeys.entries()) {
    const picture = path.join(folder, print);
    const pdf = files[index].replace(/xlsx$/u, "pdf");
    execFileSync("pdftoppm", ["-r", String(dpi), "-f", "1", "-singlefile", pdf, picture]);
    const png = pngOf(readPixels(`${picture}.ppm`));
    writeFileSync(path.join(root, "handbook", `${print}.png`), png);
    console.log(`handbook/${print}.png  ${Math.round(png.length / 1024)} KB`);
  }
  rmSync(folder, { recursive: true, force: true });
};

void main();
