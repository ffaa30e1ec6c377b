/** CI draws the same each time, so that a change is judged by what it changed; everywhere else a law draws anew. */
const fastCheck = require("../node_modules/fast-check/lib/cjs/fast-check.js");

if (process.env["CI"] !== undefined) fastCheck.configureGlobal({ seed: 20261122 });

module.exports = fastCheck;
