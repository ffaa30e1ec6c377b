/**
 * Every run draws the same, so that a change is judged by what it changed. Who looks for what was never drawn before:
 * `ANCHANG_DRAWS=anew npx jest test/domain`; a failure names its seed.
 */
const fastCheck = require("../node_modules/fast-check/lib/cjs/fast-check.js");

if (process.env["ANCHANG_DRAWS"] !== "anew") fastCheck.configureGlobal({ seed: 20261122 });

module.exports = fastCheck;
