/** For tests: a text of SQL is what it says, as webpack's `asset/source` gives it. */
module.exports = { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
