import { columnWidth } from "../model/sizes";
import type { SheetState } from "../model/workbook";

/** Widths in digits of the default font, near enough. */
const widthOf = (character: string): number => {
  if (/[-.,:/ ]/u.test(character)) return 0.6;
  return /[\u2e80-\uffe6]/u.test(character) ? 2 : 1;
};

/** A number too wide for its column is drawn as "####", as in Excel; one without a format loses decimals instead. */
export const fitted = (sheet: SheetState, column: number, text: string, points: number): string => {
  const room = columnWidth(sheet, column);
  const wanted = ([...text].reduce((sum, character) => sum + widthOf(character), 0) * points) / 11;
  if (wanted <= room + 0.7) return text;
  const fits = Math.max(1, Math.floor(((room - 0.5) * 11) / points));
  const whole = /^-?\d+(?=\.\d+$)/u.exec(text)?.[0];
  if (whole !== undefined && whole.length + 2 <= fits) return Number(text).toFixed(fits - whole.length - 1);
  return "#".repeat(fits);
};
