/** Every word of the pane is said somewhere: one that nobody says any more goes. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { zh } from "../../src/taskpane/i18n/zh-CN";

interface Words {
  readonly [key: string]: string | Words;
}

const keysOf = (words: Words, before = ""): readonly string[] =>
  Object.entries(words).flatMap(([key, said]) =>
    typeof said === "string" ? [before + key] : keysOf(said, `${before}${key}.`),
  );

const isWords = (file: string): boolean => /words\.ts$|[/\\]i18n[/\\](?:zh-CN|en-US)\.ts$/u.test(file);

const sourcesIn = (layer: string): string => {
  const folder = path.join(__dirname, "../../src", layer);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file) && !isWords(path.join(folder, file)))
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
    .join("\n");
};

const pane = sourcesIn("taskpane");
const literals = (source: string): readonly string[] =>
  [...source.matchAll(/"([^"\s]*)"/gu)].map(([, text = ""]) => text);
const said = new Set(["taskpane", "domain", "workbook"].flatMap((layer) => literals(sourcesIn(layer))));

/** `client.lacking.${missing.what}` */
const composed = [...pane.matchAll(/`(\w+\.[^`\s]*\$\{[^`\s]*)`/gu)].map(
  ([, key = ""]) => new RegExp(`^${key.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/gu, "([^.]+)")}$`, "u"),
);

/** As it stands, or composed of a beginning and what some file says. */
const isRead = (key: string): boolean =>
  said.has(key) ||
  composed.some((pattern) =>
    pattern
      .exec(key)
      ?.slice(1)
      .every((part) => said.has(part)),
  );

test("each word of the pane is read by a page", () => {
  // i18next chooses between days_one and days_other itself.
  const unread = keysOf(zh).filter((key) => !isRead(key.replace(/_(?:one|other)$/u, "")));
  expect(unread).toEqual([]);
});
