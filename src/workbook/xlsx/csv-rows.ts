/** How wide the rows of a .csv are, and how long their cells, before any is cut out: one pass that keeps nothing. */

export interface CsvMarks {
  readonly separator: string;
  readonly newline: string;
}

const quote = 0x22;
const [tab, lineFeed, carriageReturn, comma, semicolon] = [0x09, 0x0a, 0x0d, 0x2c, 0x3b];

/** What a quotation mark that opens a cell may follow, whichever the separator is; a doubled one follows itself. */
const opensAfter = new Set([tab, lineFeed, carriageReturn, comma, semicolon, quote]);

/** What ends the first row: line breaks within its quoted cells may be others. */
export const newlineOf = (text: string): string => {
  const whole = (at: number): string =>
    text.charCodeAt(at) === lineFeed ? "\n" : text.charCodeAt(at + 1) === lineFeed ? "\r\n" : "\r";
  let isOpen = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === quote) isOpen = !isOpen && (at === 0 || opensAfter.has(text.charCodeAt(at - 1)));
    else if (!isOpen && (letter === lineFeed || letter === carriageReturn)) return whole(at);
  }
  const first = text.search(/[\r\n]/u);
  return first < 0 ? "\n" : whole(first);
};

/** Without the rows at its end that say nothing, often a million of them, and the blanks behind the last closing mark. */
export const withoutBlankEnd = (text: string, separator: string): string => {
  const cut = separator.charCodeAt(0);
  let end = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    const letter = text.charCodeAt(at);
    if (letter === lineFeed || letter === carriageReturn) end = at;
    else if (letter !== cut) break;
  }
  const said = text.slice(0, end);
  const bare = said.trimEnd();
  return bare.endsWith('"') ? bare : said;
};

/**
 * Rows as the parser will cut them: a mark opens a cell at its start only, a doubled one is one, blanks may follow the closing one.
 * @param visit is told each row's cells and the characters of its longest, and says whether to go on.
 * @param widest cells after which a row is told without its end.
 * @returns false where a quotation mark is left open or closes within a cell, in the row after those visited.
 */
export const scanRows = (
  text: string,
  { separator, newline }: CsvMarks,
  visit: (cells: number, longest: number) => boolean,
  widest = Infinity,
): boolean => {
  const cut = separator.charCodeAt(0);
  const [end, isPair] = [newline.charCodeAt(0), newline.length === 2];
  let at = 0;
  const isInCell = (): boolean => {
    const letter = text.charCodeAt(at);
    if (letter === end) return isPair && text.charCodeAt(at + 1) !== lineFeed;
    return letter !== cut && at < text.length;
  };
  /** Past a quoted cell; the characters it holds, or -1. */
  const quoted = (): number => {
    let letters = 0;
    let isOpen = true;
    for (at++; isOpen && at < text.length; at++) {
      if (text.charCodeAt(at) !== quote) letters++;
      else if (text.charCodeAt(at + 1) !== quote) isOpen = false;
      else {
        letters++;
        at++;
      }
    }
    if (isOpen) return -1;
    for (; isInCell(); at++) if (text.charAt(at).trim() !== "") return -1;
    return letters;
  };
  const plain = (): number => {
    const from = at;
    while (isInCell()) at++;
    return at - from;
  };
  let [cells, longest] = [0, 0];
  for (;;) {
    const letters = text.charCodeAt(at) === quote ? quoted() : plain();
    if (letters < 0) return false;
    cells++;
    if (letters > longest) longest = letters;
    const isOver = at >= text.length;
    if (isOver || cells > widest || text.charCodeAt(at) !== cut) {
      if (!visit(cells, longest) || isOver) return true;
      [cells, longest] = [0, 0];
      at += newline.length;
    } else at++;
  }
};
