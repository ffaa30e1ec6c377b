/**
 * `npm run bench [name …]`: prints figures, as ratios against peers in the same run. Never a test: machines are noisy.
 * Peers that are not on this machine (openpyxl, LibreOffice) are left out and said so.
 */
const { readdirSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { transformSync } = require("@swc/core");

const root = path.join(__dirname, "..");

// TypeScript as it stands, types stripped.
for (const ending of [".ts", ".tsx"])
  Module._extensions[ending] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, "utf8"), {
      filename,
      jsc: { parser: { syntax: "typescript", tsx: ending === ".tsx" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    module._compile(code, filename);
  };

// A text of SQL is what it says, as webpack's `asset/source` gives it.
Module._extensions[".sql"] = (module, filename) => {
  module.exports = readFileSync(filename, "utf8");
};

const main = async () => {
  const wanted = process.argv.slice(2);
  const files = readdirSync(path.join(root, "bench"))
    .filter((file) => file.endsWith(".bench.ts"))
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
  for (const file of files) {
    console.log(`\n## ${path.basename(file, ".bench.ts")}`);
    await require(path.join(root, "bench", file)).run();
  }
};

void main();
