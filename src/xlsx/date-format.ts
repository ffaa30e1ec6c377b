/** What a number format makes of a number: nothing of time, a day, a moment, a time of day, or a length of time. */
export type DateKind = "none" | "day" | "moment" | "time" | "elapsed";

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Formats known by number alone; 27–36 and 50–58 are what Chinese Excel means by them. ECMA-376 18.8.30. */
const builtIn = new Map<number, DateKind>([
  ...range(14, 17).map((id) => [id, "day"] as const),
  ...range(18, 21).map((id) => [id, "time"] as const),
  [22, "moment"],
  ...range(27, 31).map((id) => [id, "day"] as const),
  ...range(32, 35).map((id) => [id, "time"] as const),
  [36, "day"],
  [45, "time"],
  [46, "elapsed"],
  [47, "time"],
  ...range(50, 54).map((id) => [id, "day"] as const),
  ...range(55, 56).map((id) => [id, "time"] as const),
  ...range(57, 58).map((id) => [id, "day"] as const),
]);

/** What is shown as it stands, colours, conditions, languages: everything that is not a code. */
const literals = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu;

/** Judges a format's first section. Codes over Excel's 255 characters are no format. */
export const dateKindOf = (id: number, code: string | undefined): DateKind => {
  if (code === undefined) return builtIn.get(id) ?? "none";
  if (code.length > 255) return "none";
  const plain = (code.replace(literals, "").split(";")[0] ?? "").toLowerCase();
  if (plain.includes("general") || plain.includes("g/通用格式")) return "none";
  if (/\[(?:h+|m+|s+)\]/u.test(plain)) return "elapsed";
  // "e" alone is the year of an era's calendar; "0e+00" is an exponent. "m" beside hours or seconds is minutes.
  const day = /[yd]|(?<![0#?.])e|aaa/u.test(plain);
  const clock = /[hs]|am\/pm|上午\/下午/u.test(plain);
  const month = plain.includes("m");
  if (clock) return day || /m{3,}/u.test(plain) ? "moment" : "time";
  return day || month ? "day" : "none";
};
