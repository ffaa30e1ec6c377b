/** What is shown as it stands in a number format: words, colours, conditions, languages. */
const literals = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu;

/** A format of days, with or without a time; not one of times, of elapsed hours, of amounts. */
export const showsDay = (format: string): boolean => {
  const bare = (format.replace(literals, "").split(";")[0] ?? "").toLowerCase();
  if (bare.includes("general") || bare.includes("[")) return false;
  if (/[yd]|(?<![0#?.])e|aaa/u.test(bare)) return true;
  return bare.includes("m") && !/[hs]|am\/pm|上午\/下午/u.test(bare);
};
