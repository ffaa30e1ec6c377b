/**
 * jsdom asks nwsapi for each rule of the page whenever a style is computed, and nwsapi keeps a thousand selectors: with
 * Fluent's rules there are more, and each look compiled all of them anew. A selector that begins with a class and goes
 * on without a combinator cannot match an element without that class.
 */
const { createRequire } = require("node:module");

const itsOwn = createRequire(require.resolve("jest-environment-jsdom"));
const selectors = itsOwn("jsdom/lib/jsdom/living/helpers/selectors");

const asked = selectors.matchesDontThrow;
const ofOneClass = /^\.([\w-]+)([^\s,>+~()]*)$/u;
const parts = new Map();

const partsOf = (selector) => {
  if (!parts.has(selector)) parts.set(selector, ofOneClass.exec(selector) ?? undefined);
  return parts.get(selector);
};

selectors.matchesDontThrow = (element, selector) => {
  const [, first, rest] = partsOf(selector) ?? [];
  if (first === undefined) return asked(element, selector);
  return element.classList.contains(first) && (rest === "" || asked(element, selector));
};

// Only now: it takes the function above when it is loaded.
module.exports = require("jest-environment-jsdom");
