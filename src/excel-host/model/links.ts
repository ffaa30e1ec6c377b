import { common } from "./areas";
import { applyLook } from "./looks";
import type { Actor } from "./notices";
import { requireAllowed } from "./protection";
import type { LinkState, SheetState, Workbook } from "./workbook";
import { writeCells } from "./writing";

/** A link also gives its cell the look of links (blue, underlined), as Excel's own command does (assumed for add-ins). */
export const setLink = (
  book: Workbook,
  sheet: SheetState,
  link: LinkState,
  text: string | undefined,
  by: Actor,
): void => {
  requireAllowed(sheet, "allowInsertHyperlinks");
  const { area } = link;
  sheet.links = sheet.links.filter((each) => !common(each.area, area));
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      sheet.links.push({ ...link, area: { top: row, bottom: row, left: column, right: column } });
  applyLook(sheet, area, { color: "#0563C1", underline: "Single" });
  if (text !== undefined) writeCells(book, sheet, area, () => text, { by, read: false, grow: false });
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "links" });
};
