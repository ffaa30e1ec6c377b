/**
 * Starts 案场簿 in the Excel of this machine: `npm run sideload` (Windows or Mac with Excel).
 * Serves dist/ over https with a development certificate and hands the manifest to Excel.
 */
const { spawn, spawnSync } = require("node:child_process");
const { createReadStream, existsSync, statSync } = require("node:fs");
const https = require("node:https");
const path = require("node:path");

const root = path.join(__dirname, "..");
const dist = path.join(root, "dist");
// The manifest names this port; Excel asks nowhere else.
const port = 3000;
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".json": "application/json",
};

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status === 0;

const answer = (request, response) => {
  const wanted = path.normalize(
    path.join(dist, decodeURIComponent(new URL(request.url, "https://localhost").pathname)),
  );
  if (!wanted.startsWith(dist + path.sep) || !existsSync(wanted) || !statSync(wanted).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": types[path.extname(wanted)] ?? "application/octet-stream" });
  createReadStream(wanted).pipe(response);
};

const main = async () => {
  if (!["win32", "darwin"].includes(process.platform)) {
    console.error("这台电脑上没有 Excel 桌面版；请在 Windows 或 Mac 上运行，或用 npm start 试用。");
    console.error("No desktop Excel here; run this on Windows or Mac, or try the product with npm start.");
    process.exitCode = 2;
    return;
  }
  // Microsoft's tools report their usage unless they are told not to.
  run(process.execPath, [path.join(root, "node_modules/office-addin-usage-data/cli.js"), "off"]);
  if (!run("npm", ["run", "build"])) throw new Error("构建失败，见上。Build failed, see above.");
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const server = https.createServer(await getHttpsServerOptions(), answer);
  server.on("error", (error) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `端口 ${port} 被占用，请先关闭占用它的程序。Port ${port} is in use; close the program that uses it.`
        : error.message,
    );
    process.exitCode = 1;
  });
  server.listen(port, "localhost", () => {
    console.log(`案场簿已在 https://localhost:${port} 就绪，正在打开 Excel…  Ready, opening Excel…`);
    // Not waited for: the server has to answer Excel meanwhile.
    spawn(
      "npx",
      ["--yes", "office-addin-debugging@7", "start", "manifest.xml", "desktop", "--app", "excel"],
      {
        cwd: root,
        stdio: "inherit",
        shell: process.platform === "win32",
      },
    );
    console.log("按 Ctrl+C 结束。Press Ctrl+C to stop.");
  });
};

void main();
