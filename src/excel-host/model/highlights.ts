import type { Area } from "../../book/address";
import { without } from "./areas";
import type { SheetState } from "./workbook";

export const clearHighlights = (sheet: SheetState, area: Area): void => {
  sheet.highlights = sheet.highlights.flatMap((each) => {
    const areas = each.areas.flatMap((piece) => without(piece, area));
    return areas.length === 0 ? [] : [{ ...each, areas }];
  });
};
