/** Which make of 案场簿 a workbook is: its line in the hidden sheet's table. */
import { cellAt } from "../register/register";
import type { SiteBook } from "../register/site";

/** The line's 名目. */
export const versionLine = "版本";

/** Nothing where the workbook has lost its version, or the hidden table. */
export const versionIn = ({ registers: { meta } }: SiteBook): number | undefined => {
  if (meta === undefined) return undefined;
  for (let index = 0; index < meta.count; index++)
    if (String(cellAt(meta, "key", index) ?? "").trim() === versionLine)
      return Number(cellAt(meta, "value", index)) || undefined;
  return undefined;
};
