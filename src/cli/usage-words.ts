/** What commander says of arguments that are wrong, in Chinese with its own words beside. */

/** By the beginning of its sentence; `$1` is the argument as it names it. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'$/u, "没有写“$1”"],
  [/^error: required option '(.+)' not specified$/u, "没有写 $1"],
  [/^error: option '(.+)' argument missing$/u, "$1 后面没有写内容"],
  [/^error: unknown option '(.+)'$/u, "没有 $1 这个选项"],
  [/^error: unknown command '(.+)'$/u, "没有“$1”这条命令"],
  [/^error: too many arguments.*Expected (\d+) arguments? but got (\d+).*$/u, "写多了：要 $1 个，写了 $2 个"],
];

/** "(Did you mean check?)", "(Did you mean one of check, due?)" */
const guessed = (line: string): string =>
  line.replace(
    /^\(Did you mean (?:one of )?(.+)\?\)$/u,
    (said, meant: string) => `是不是 ${meant.replaceAll(", ", "、")}？${said}`,
  );

/** @param text as commander writes it: a line, its guess of what was meant on a second. */
export const usageWords = (text: string): string => {
  const [line = "", ...more] = text.split("\n");
  const found = words.find(([pattern]) => pattern.test(line));
  if (found === undefined) return text;
  const [pattern, says] = found;
  return [
    `${line.replace(pattern, says)}。(${line.replace(/^error: /u, "").replace(/\.$/u, "")})`,
    ...more.map(guessed),
  ].join("\n");
};
