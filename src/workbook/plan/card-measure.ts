/** How much room text takes in 宋体 12: a half-width character is 6 points wide, a full-width one 12. */

/** Points. */
export const halfWidth = 6;
/** A line of 宋体 12 with the space below it, in points, with a little to spare for a few lines. */
export const lineHeight = 16.5;
/** The same where many stand in one box: fonts that stand in for 宋体 are taller, and it adds up. */
export const manyLinesHeight = 17.6;

const isNarrow = (code: number): boolean => (code >= 0x20 && code < 0x7f) || code === 0xa5;
const isNoWidth = (text: string): boolean =>
  /^[\p{M}\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]$/u.test(text);

const unitsOfOne = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (isNarrow(code)) return 1;
  // Common ideographs and full-width marks: nearly all there is.
  if ((code >= 0x3000 && code <= 0x9fff) || (code >= 0xff01 && code <= 0xff60)) return 2;
  return isNoWidth(character) ? 0 : 2;
};

/** In half-width characters. */
export const unitsOf = (text: string): number => {
  let units = 0;
  for (const character of text) units += unitsOfOne(character);
  return units;
};

/** One line on paper; `ends`: people began a new line after it, rather than the paper's width. */
export interface PaperLine {
  readonly text: string;
  readonly ends: boolean;
}

/** Words of Latin letters and figures are not broken where they fit on a line; marks stay with what they follow. */
const pieces = /[\x21-\x7e]+[，。、；：！？）》”’]*|[\s\S][，。、；：！？）》”’]*/gu;

const cutWord = (word: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let part = "";
  let units = 0;
  for (const character of word) {
    const more = unitsOfOne(character);
    if (units + more > limit && part !== "") {
      parts.push(part);
      part = "";
      units = 0;
    }
    part += character;
    units += more;
  }
  return part === "" ? parts : [...parts, part];
};

/** The lines a text takes in a width of so many half-width characters; an empty text takes one. */
export const wrapped = (text: string, limit: number): readonly PaperLine[] =>
  text.split(/\r\n?|\n/u).flatMap((paragraph): readonly PaperLine[] => {
    const lines: string[] = [];
    let line = "";
    let units = 0;
    for (const [piece] of paragraph.matchAll(pieces))
      for (const part of unitsOf(piece) > limit ? cutWord(piece, limit) : [piece]) {
        const more = unitsOf(part);
        if (units + more > limit && line !== "") {
          lines.push(line);
          line = "";
          units = 0;
        }
        line += part;
        units += more;
      }
    lines.push(line);
    return lines.map((each, index) => ({ text: each, ends: index === lines.length - 1 }));
  });

/** The text again. */
export const joined = (lines: readonly PaperLine[]): string =>
  lines.map(({ text, ends }, index) => (ends && index < lines.length - 1 ? `${text}\n` : text)).join("");

const tokenLines = (
  tokens: readonly string[],
  limit: number,
  gap: string,
  lead: string,
): readonly string[] => {
  const lines: string[] = [];
  for (const token of tokens) {
    const last = lines.at(-1);
    if (last !== undefined && unitsOf(last) + gap.length + unitsOf(token) <= limit)
      lines[lines.length - 1] = `${last}${gap}${token}`;
    else lines.push(`${lead}${token}`);
  }
  return lines.length === 0 ? [""] : lines;
};

/** The whole of each token stays on a line; two blanks between, or one where that saves a line, or none before. */
export const wrappedTokens = (tokens: readonly string[], limit: number): readonly PaperLine[] => {
  const lines = [
    tokenLines(tokens, limit, "  ", " "),
    tokenLines(tokens, limit, " ", " "),
    tokenLines(tokens, limit, " ", ""),
  ].reduce((best, each) => (each.length < best.length ? each : best));
  return lines.flatMap((line, index) =>
    wrapped(line, limit).map((each, at, all) =>
      at === all.length - 1 && index < lines.length - 1 ? { ...each, ends: true } : each,
    ),
  );
};
