import { type DateKind, dateKindOf } from "./date-format";
import { tagsOf } from "./xml-tags";

/** What each cell style makes of numbers, by its index. */
export const readDateKinds = (xml: string): readonly DateKind[] => {
  const codes = new Map<number, string>();
  const kinds: DateKind[] = [];
  const known = new Map<number, DateKind>();
  let inCells = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "cellXfs") inCells = !tag.closing && !tag.empty;
    else if (tag.closing) continue;
    else if (tag.name === "numFmt")
      codes.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
    else if (inCells && tag.name === "xf") {
      const id = Number(tag.attribute("numFmtId") ?? 0);
      let kind = known.get(id);
      if (kind === undefined) known.set(id, (kind = dateKindOf(id, codes.get(id))));
      kinds.push(kind);
    }
  }
  return kinds;
};
