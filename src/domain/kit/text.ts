/** Signs that show nothing: zero-width blanks, direction marks (copied along with phone numbers), soft hyphens. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** ASCII and common ideographs with single blanks between: `plain` would leave it as it is. */
export const isPlain = (text: string): boolean => {
  let afterBlank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 && afterBlank) return false;
    if (!((code >= 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff))) return false;
    afterBlank = code === 32;
  }
  return text === "" || !afterBlank;
};

/** One spelling for what people see as the same text: NFKC (full width → half), trimmed, inner blanks one. */
export const plain = (text: string): string =>
  isPlain(text) ? text : text.normalize("NFKC").replace(invisible, "").replace(/\s+/gu, " ").trim();

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** ASCII, common ideographs and their punctuation: each stands alone, so that counting is all there is to do. */
const standAlone =
  /^[\x20-\x7e\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uFF01-\uFF60]*$/u;

/** Characters as people count them: an accented letter, a rare ideograph or a joined emoji is one. */
export const graphemeLength = (text: string): number =>
  standAlone.test(text) ? text.length : [...graphemes.segment(text)].length;
