/**
 * The loader in a program of its own, from src, to be killed: `node loader.js <folder> [<n>]` takes the drawn shares of
 * `killed-shares.ts` in, and with `n` kills itself (kill -9) in front of its n-th step on the disk.
 */
const { readFileSync } = require("node:fs");
const promises = require("node:fs/promises");
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

const [, , folder, last] = process.argv;
let steps = 0;
for (const name of ["mkdir", "writeFile", "open", "link", "rename", "rm", "rmdir"]) {
  const done = promises[name];
  promises[name] = (...given) => {
    steps++;
    if (String(steps) === last) process.kill(process.pid, "SIGKILL");
    return done(...given);
  };
}

const { openLoading } = require(path.join(__dirname, "../../src/dataset/loading.ts"));
const { key, shares } = require(path.join(__dirname, "killed-shares.ts"));

const run = async () => {
  const loading = await openLoading(folder, { key, contacts: true });
  process.stdout.write("open\n");
  for (const share of shares) {
    await loading.take(share);
    process.stdout.write("taken\n");
  }
  loading.close();
  process.stdout.write(`steps ${steps}\n`);
};

run().catch((cause) => {
  process.stderr.write(`${cause.reason ?? ""} ${cause.stack}\n`);
  process.exitCode = cause.reason === "busy" ? 3 : 1;
});
