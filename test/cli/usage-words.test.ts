/** Commander itself is asked: its sentences may change with its version. */
import { Command } from "commander";
import { usageWords } from "../../src/cli/usage-words";

const said = (args: readonly string[]): string => {
  let text = "";
  const program = new Command("anchang").exitOverride().configureOutput({
    outputError: (error, write) => write(usageWords(error)),
    writeErr: (error) => (text += error),
  });
  program
    .command("adopt")
    .argument("<旧表>")
    .requiredOption("--into <案场簿>")
    .option("--year <年份>")
    .action(() => undefined);
  expect(() => program.parse(args, { from: "user" })).toThrow();
  return text;
};

test.each([
  [["adopt", "--into", "b"], "没有写“旧表”。(missing required argument '旧表')\n"],
  [["adopt", "a.xlsx"], "没有写 --into <案场簿>。(required option '--into <案场簿>' not specified)\n"],
  [
    ["adopt", "a.xlsx", "--into"],
    "--into <案场簿> 后面没有写内容。(option '--into <案场簿>' argument missing)\n",
  ],
  [
    ["adopt", "a.xlsx", "--into", "b", "--yeer", "1"],
    "没有 --yeer 这个选项。(unknown option '--yeer')\n是不是 --year？(Did you mean --year?)\n",
  ],
  [["adpot"], "没有“adpot”这条命令。(unknown command 'adpot')\n是不是 adopt？(Did you mean adopt?)\n"],
  [
    ["adopt", "a", "b", "--into", "c"],
    "写多了：要 1 个，写了 2 个。(too many arguments for 'adopt'. Expected 1 argument but got 2",
  ],
])("%j is told in Chinese, commander's own words beside", (args, words) => {
  expect(said(args)).toContain(words);
});
