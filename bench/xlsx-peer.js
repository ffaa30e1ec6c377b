/** One program with one file, in this process alone: `node xlsx-peer.js <who> <file>`; prints its CPU time and memory. */
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { transformSync } = require("@swc/core");

Module._extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  module._compile(code, filename);
};

const source = path.join(__dirname, "..", "src", "xlsx");
const [, , who, file] = process.argv;
/** By row: text, number, day and choice in turn. */
const rows = () => require("./xlsx-rows.js").rows;

const work = {
  "own reader": () => {
    const { readSheets } = require(path.join(source, "read.ts"));
    const bytes = readFileSync(file);
    return () => readSheets(bytes);
  },
  "own writer": () => {
    const { writeBook } = require(path.join(source, "write.ts"));
    const book = {
      names: [],
      sheets: [
        {
          name: "Sheet1",
          visibility: "visible",
          showGridlines: true,
          blocks: [{ at: "A1", rows: rows() }],
          looks: [],
          columns: [],
          rows: [],
          merges: [],
          links: [],
          tables: [],
          validations: [],
          highlights: [],
        },
      ],
    };
    return async () => writeFileSync(file, await writeBook(book));
  },
  "hucre reading": () => {
    const { readXlsx } = require("hucre");
    const bytes = readFileSync(file);
    return () => readXlsx(bytes);
  },
  "hucre writing": () => {
    const { writeXlsx } = require("hucre");
    const sheets = [{ name: "Sheet1", rows: rows() }];
    return async () => writeFileSync(file, await writeXlsx({ sheets }));
  },
  "SheetJS reading": () => {
    const { read } = require("@e965/xlsx");
    const bytes = readFileSync(file);
    return () => read(bytes, { dense: true });
  },
};

const main = async () => {
  const ready = work[who]();
  const start = process.cpuUsage();
  await ready();
  const { user, system } = process.cpuUsage(start);
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  console.log(JSON.stringify({ milliseconds: (user + system) / 1000, megabytes: kilobytes / 1024 }));
};

void main();
