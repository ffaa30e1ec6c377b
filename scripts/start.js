/**
 * `npm start`: the trial page. A spreadsheet in the browser stands in for Excel, with the task pane beside it.
 * Plain http on this machine only; nothing is fetched from elsewhere. `npm start -- 案场.xlsx` starts with that file.
 */
const { createHash } = require("node:crypto");
const {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const http = require("node:http");
const path = require("node:path");

const root = path.join(__dirname, "..");
const built = path.join(root, "build", "trial");

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
};

/** The trial page itself asks nobody but this server. */
const pageRules =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; base-uri 'none'";

/**
 * On plain http Office.js asks this page whether the user trusts the host (excel-web-16.00.debug.js 5942-6003).
 * Here host and pane come from the same machine.
 */
const trustPage = `<!doctype html><script src="trust.js"></script>`;
const trustScript = `addEventListener("message", (event) => {
  if (event.origin === location.origin) event.source.postMessage(JSON.stringify({ hostUserTrusted: true }), event.origin);
});`;

/** Excel on the web tells its theme; the client of the npm package is too old to pass it on, so this does. */
const themeScript = `Office.onReady(() => {
  const { officeTheme } = JSON.parse(window.name || "{}");
  if (officeTheme && !Office.context.officeTheme)
    Object.defineProperty(Office.context, "officeTheme", { value: officeTheme, enumerable: true });
});`;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is built from these files lies in a folder of this name: nothing is built twice, or under a running server. */
const fingerprint = () => {
  const hash = createHash("sha256").update(process.env.ANCHANG_OFFICE_JS ?? "");
  const take = (name) => {
    const file = path.join(root, name);
    if (statSync(file).isDirectory())
      for (const inside of readdirSync(file).sort()) take(path.join(name, inside));
    else hash.update(name).update("\0").update(readFileSync(file));
  };
  for (const name of ["src", "assets", "webpack.config.js", "package-lock.json"]) take(name);
  return hash.digest("hex").slice(0, 16);
};

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** One build at a time, also between processes: they share webpack's cache. */
const locked = async (say, work) => {
  const lock = path.join(built, "building");
  mkdirSync(built, { recursive: true });
  for (let told = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const owner = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
      if (owner > 0 && !alive(owner)) rmSync(lock, { force: true });
      else if (!told) say("另一个进程正在构建，等它完成…  Another build is running, waiting for it…");
      told = true;
      await wait(500);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const bundle = async (folders, say) => {
  const webpack = require("webpack");
  const configs = require("../webpack.config.js")(
    { pane: folders.pane, trial: folders.page },
    { mode: "production" },
  );
  say("正在构建（第一次约一两分钟）…  Building (a minute or two the first time)…");
  const started = Date.now();
  const compiler = webpack(configs);
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: "errors-only", colors: false }));
  say(`构建完成，${((Date.now() - started) / 1000).toFixed(1)} 秒。  Built.`);
};

const kept = 3;

/** Builds what is not built yet. @returns where pane and trial page lie. */
const build = async (say = () => {}) => {
  const name = fingerprint();
  const folder = path.join(built, name);
  const folders = { pane: path.join(folder, "pane"), page: path.join(folder, "page") };
  const done = path.join(folder, "done");
  if (existsSync(done)) return folders;
  return locked(say, async () => {
    if (existsSync(done)) return folders;
    await bundle(folders, say);
    writeFileSync(done, "");
    const older = readdirSync(built)
      .filter((each) => /^[0-9a-f]{16}$/.test(each) && each !== name)
      .sort(
        (one, other) => statSync(path.join(built, other)).mtimeMs - statSync(path.join(built, one)).mtimeMs,
      );
    for (const each of older.slice(kept - 1))
      rmSync(path.join(built, each), { recursive: true, force: true });
    return folders;
  });
};

const officeFolder = () =>
  path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const send = (response, type, body, more = {}) =>
  response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...more }).end(body);

const sendFile = (response, folder, name, more) => {
  const file = path.normalize(path.join(folder, name));
  const inside = file.startsWith(folder + path.sep);
  if (!inside || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.writeHead(200, {
    "content-type": types[path.extname(file)] ?? "application/octet-stream",
    "cache-control": "no-store",
    ...more,
  });
  return createReadStream(file).pipe(response);
};

/** The pane as built, but Office.js from this machine, and the theme: the only lines that differ. */
const paneHtml = (file) => {
  const { officeJs } = require("../webpack.config.js");
  return readFileSync(file, "utf8")
    .replaceAll(officeJs, "/office/office.js")
    .replace(
      /(<script src="?\/office\/office\.js"?><\/script>)/,
      '$1<script src="/office/theme.js"></script>',
    );
};

const answer = (folders, file) => (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const name = decodeURIComponent(pathname);
  if (name === "/start-file") {
    if (file === undefined || !existsSync(file)) return response.writeHead(204).end();
    const named = { "x-file-name": encodeURIComponent(path.basename(file)) };
    return send(response, "application/octet-stream", readFileSync(file), named);
  }
  if (name === "/")
    return sendFile(response, folders.page, "index.html", { "content-security-policy": pageRules });
  if (name === "/office/AgaveErrorUX/index.html") return send(response, types[".html"], trustPage);
  if (name === "/office/AgaveErrorUX/trust.js") return send(response, types[".js"], trustScript);
  if (name === "/office/theme.js") return send(response, types[".js"], themeScript);
  // Served from the installed package, never copied: its licence does not let it be published again.
  if (name.startsWith("/office/"))
    return sendFile(response, officeFolder(), name.slice("/office/".length).toLowerCase());
  if (name.startsWith("/trial/")) return sendFile(response, folders.page, name.slice("/trial/".length));
  if (name === "/taskpane.html") {
    const file = path.join(folders.pane, "taskpane.html");
    return existsSync(file) ? send(response, types[".html"], paneHtml(file)) : response.writeHead(404).end();
  }
  return sendFile(response, folders.pane, name.slice(1));
};

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });

/**
 * Serves the trial page, building it where it is not.
 * @param port the first port tried; 0 takes any free one. A busy port is stepped over.
 * @param file the workbook the page starts with; without one an empty one.
 * @returns the address, and the way to end it.
 */
const start = async ({ port = 3000, file, say = () => {} } = {}) => {
  const server = http.createServer(answer(await build(say), file));
  for (let tried = port; ; tried++) {
    try {
      const got = await listen(server, tried);
      return {
        address: `http://localhost:${got}/`,
        close: () =>
          new Promise((resolve) => {
            server.closeAllConnections();
            server.close(resolve);
          }),
      };
    } catch (error) {
      if (error.code !== "EADDRINUSE" || tried >= port + 50) throw error;
      say(`端口 ${tried} 被占用，改用 ${tried + 1}。  Port ${tried} is busy, trying ${tried + 1}.`);
    }
  }
};

module.exports = { start, build };

const main = async () => {
  const file = process.argv[2];
  if (file !== undefined && !existsSync(file))
    throw new Error(`${file}：没有这个文件，请核对路径。(no such file)`);
  const running = await start({
    port: Number(process.env.PORT ?? 3000),
    file,
    say: (line) => console.log(line),
  });
  console.log(`\n案场簿试用页：${running.address}\nAnchang trial page: ${running.address}\n`);
  console.log("按 Ctrl-C 结束。  Ctrl-C ends it.");
  const end = () => void running.close().then(() => process.exit(0));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
};

if (require.main === module)
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
