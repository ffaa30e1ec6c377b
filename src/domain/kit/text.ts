/** One spelling for what people see as the same text: NFKC (full width → half), trimmed, inner blanks one. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200D\uFEFF]+/gu, " ")
    .trim();

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Characters as people count them: an accented letter, a rare ideograph or a joined emoji is one. */
export const graphemeLength = (text: string): number => [...graphemes.segment(text)].length;

/** R3: `/` says "there is nothing"; an empty cell says "not asked yet". */
export const nothing = "/";

/** R3: "/" or "／", blanks around it forgiven. */
export const isNothing = (text: string): boolean => plain(text) === nothing;
