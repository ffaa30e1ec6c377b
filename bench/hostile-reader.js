/** Reads one file in this process alone: `node hostile-reader.js <sheets|whole> <file>`; prints what came of it. */
const { existsSync, readFileSync } = require("node:fs");
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
const { readSheets } = require(path.join(source, "read.ts"));
const { openBook } = require(path.join(source, "read-book.ts"));

const main = async () => {
  const [, , how, file] = process.argv;
  const bytes = readFileSync(file);
  const start = process.cpuUsage();
  let fate = "read";
  try {
    await (how === "whole" ? openBook(bytes) : readSheets(bytes));
  } catch (error) {
    fate = error.code === undefined ? `FAULT ${error.stack}` : error.code;
  }
  const { user, system } = process.cpuUsage(start);
  // Linux counts in what the process was before it became this one; its own peak stands in /proc.
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  console.log(JSON.stringify({ fate, milliseconds: (user + system) / 1000, megabytes: kilobytes / 1024 }));
};

void main();
