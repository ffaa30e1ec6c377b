import { graphemeLength, plain } from "../../../src/domain/kit/text";
import { draw } from "../draw";

test.each([
  ["  张　三 ", "张 三"],
  ["ＡＢＣ１２３", "ABC123"],
  ["\u202D138 0379 1234\u202C", "138 0379 1234"],
  ["张\u200B三\uFEFF", "张三"],
  ["a\n\t b", "a b"],
  ["", ""],
])("%j is plainly %j", (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test.each(
  draw(`
  | text | length |
  |      | 0      |
  | 张三 | 2      |
  | 𠮷田 | 2      |
  | é    | 1      |
  | 👨‍👩‍👧   | 1      |
`),
)("people count $length in '$text'", ({ text = "", length }) => {
  expect(graphemeLength(text)).toBe(Number(length));
});
