const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const webpack = require("webpack");

const root = __dirname;
const from = (...parts) => path.join(root, ...parts);

/**
 * Where Excel fetches its library from; Microsoft wants it from there, not copied. In China's 21Vianet cloud:
 * ANCHANG_OFFICE_JS=https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js
 */
const officeJs =
  process.env.ANCHANG_OFFICE_JS ?? "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** What the pane may load and whom it may talk to: itself and Office.js (R20). Fluent UI writes style elements. */
const paneRules = [
  "default-src 'none'",
  `script-src 'self' ${new URL(officeJs).origin}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self' ${new URL(officeJs).origin}`,
  `frame-src 'self' ${new URL(officeJs).origin}`,
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Office.js has to stand before the program, and the rules before everything. */
class OfficeHead {
  apply(compiler) {
    compiler.hooks.compilation.tap("OfficeHead", (compilation) => {
      HtmlPlugin.getHooks(compilation).alterAssetTagGroups.tap("OfficeHead", (data) => {
        const policy = { "http-equiv": "Content-Security-Policy", content: paneRules };
        data.headTags.unshift(
          HtmlPlugin.createHtmlTagObject("meta", policy),
          HtmlPlugin.createHtmlTagObject("script", { src: officeJs }),
        );
        return data;
      });
    });
  }
}

const typescript = {
  test: /\.tsx?$/,
  loader: "ts-loader",
  options: {
    // Types are `tsc -b`'s job.
    transpileOnly: true,
    configFile: from("tsconfig.base.json"),
    compilerOptions: {
      composite: false,
      declaration: false,
      emitDeclarationOnly: false,
      jsx: "react-jsx",
      sourceMap: true,
    },
  },
};

const common = (name, env, argv) => ({
  name,
  mode: argv.mode ?? "production",
  devtool: argv.mode === "development" ? "source-map" : false,
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: { hints: false },
  stats: "errors-warnings",
  cache: {
    type: "filesystem",
    name: `${name}-${argv.mode ?? "production"}`,
    cacheDirectory: from("node_modules", ".cache", "anchang"),
    buildDependencies: { config: [__filename] },
  },
});

const pane = (env, argv) => ({
  ...common("pane", env, argv),
  target: ["web", "es2022"],
  entry: { taskpane: from("src/taskpane/index.tsx") },
  output: {
    path: env.pane ?? from("dist"),
    filename: "[name].[contenthash:8].js",
    assetModuleFilename: "assets/[name].[contenthash:8][ext]",
    clean: { keep: /^cli/ },
  },
  module: { rules: [typescript, { test: /\.css$/, use: ["style-loader", "css-loader"] }] },
  plugins: [
    new HtmlPlugin({
      filename: "taskpane.html",
      template: from("src/taskpane/taskpane.html"),
      chunks: ["taskpane"],
      scriptLoading: "defer",
    }),
    new OfficeHead(),
    new CopyPlugin({
      patterns: [{ from: from("assets"), to: "assets", globOptions: { ignore: ["**/icons/**"] } }],
    }),
  ],
});

const cli = (env, argv) => ({
  ...common("cli", env, argv),
  target: "node20",
  entry: { anchang: from("src/cli/anchang.ts"), "share-worker": from("src/cli/share-worker.ts") },
  // Workers are found beside the program.
  node: { __dirname: false },
  output: {
    path: from("dist/cli"),
    filename: "[name].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: true,
  },
  // A native engine, and a client that looks for one: they are found where npm has put them.
  externals: { "@duckdb/node-api": "commonjs @duckdb/node-api", pg: "commonjs pg" },
  // Stack traces of a command line are read by people.
  optimization: { minimize: false },
  module: { rules: [typescript, { test: /\.sql$/, type: "asset/source" }] },
  plugins: [new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true })],
});

const trial = (env, argv) => ({
  ...common("trial", env, argv),
  target: ["web", "es2022"],
  entry: { trial: from("src/excel-host/trial/page.ts") },
  // Only ever served on this machine: quick to build matters, small does not.
  optimization: { minimize: false },
  output: { path: env.trial, filename: "[name].[contenthash:8].js", clean: true, publicPath: "/trial/" },
  module: { rules: [typescript, { test: /\.css$/, use: ["style-loader", "css-loader"] }] },
  plugins: [
    new HtmlPlugin({
      filename: "index.html",
      template: from("src/excel-host/trial/page.html"),
      scriptLoading: "defer",
    }),
  ],
});

/**
 * `npm run build`: the pane and the command line into dist/.
 * `scripts/start.js` asks for the pane and the trial page in folders of its own, named by `env.pane` and `env.trial`.
 */
module.exports = (env = {}, argv = {}) =>
  env.trial ? [pane(env, argv), trial(env, argv)] : [pane(env, argv), cli(env, argv)];
module.exports.officeJs = officeJs;
