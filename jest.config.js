const { availableParallelism } = require("node:os");

/** Types are `tsc -b`'s job; swc only strips them. Packages that ship ES modules alone are transformed too. */
const esModulesOnly = [
  "hucre",
  "lodash-es",
  "nanoid",
  "kdbush",
  "rbush",
  "quickselect",
  "tyme4ts",
  "big\\.js",
  "i18next",
  "react-i18next",
  "@fluentui",
];
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.sql$": "<rootDir>/scripts/sql-as-text.js",
    "\\.(t|j|mj)sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join("|")})/)`],
  // Every law draws as `test/fast-check.js` says.
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/empty-style.ts",
    "^fast-check$": "<rootDir>/test/fast-check.js",
  },
  // Machines that build and test at once are slow, not wrong: this ends what hangs, and judges nothing that goes on.
  testTimeout: 1_200_000,
  // On two cores Jest would use one: browsers and other programs leave the other idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
