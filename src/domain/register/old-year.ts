import type { OldRow } from "./old-cells";

/**
 * For `About.year`, reading a row. `year`: the table's, or what people have said instead.
 */
export const yearOfOldRow = ({ yearsLater = 0 }: OldRow, year: number | undefined): number | "unknown" =>
  year === undefined ? "unknown" : year + yearsLater;
