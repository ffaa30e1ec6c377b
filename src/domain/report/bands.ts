/** Bands that reports count by (R18, 004). */

export const ageBands = ["18以下", "19–30", "31–40", "41–50", "51以上"] as const;
/** 18以下 only where there is one. */
export const usualAgeBands = ageBands.slice(1);

export const ageBand = (age: number | undefined): string => {
  if (age === undefined || !(age >= 1 && age <= 120)) return "";
  if (age <= 18) return ageBands[0];
  if (age <= 30) return ageBands[1];
  if (age <= 40) return ageBands[2];
  return age <= 50 ? ageBands[3] : ageBands[4];
};

export const dayBands = [
  "当天",
  "1–3天",
  "4–7天",
  "8–15天",
  "16–30天",
  "31–60天",
  "61–90天",
  "90天以上",
] as const;

/** Days from one thing to another; what runs backwards is a mistake and says nothing. */
export const dayBand = (days: number | undefined): string => {
  if (days === undefined || days < 0) return "";
  const limits = [0, 3, 7, 15, 30, 60, 90];
  const at = limits.findIndex((limit) => days <= limit);
  return dayBands[at < 0 ? dayBands.length - 1 : at] ?? "";
};

const numbers = (band: string): readonly number[] => (band.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number);

/**
 * The band of a list of the site's, "60以下", "61–80", "250以上", that a figure falls into; nothing where none fits.
 * A figure between two bands (80.5) is of the one above: bands are read from their lower end.
 */
export const bandIn = (bands: readonly string[], value: number | undefined): string => {
  if (value === undefined || !(value > 0)) return "";
  let found: { readonly band: string; readonly from: number; readonly to: number } | undefined;
  for (const band of bands) {
    const [first, second] = numbers(band);
    if (first === undefined) continue;
    // 61–80 begins right after 60: whole numbers are meant, and 60.4 is of it.
    const lowest = second === undefined && band.includes("以下");
    const from = lowest ? 0 : second === undefined ? first : first - 1;
    const to = lowest ? first : (second ?? Number.POSITIVE_INFINITY);
    if (value > from && (found === undefined || from > found.from)) found = { band, from, to };
  }
  return found === undefined || value > found.to ? "" : found.band;
};
