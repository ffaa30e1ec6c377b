import { type DateKind, dateKindOf } from "./date-format";
import { formatCode } from "./read-formats";
import { tagsOf } from "./xml-tags";

/** What each cell style makes of numbers, by its index. */
const readFormats = <Kind>(
  xml: string,
  kindOf: (id: number, code: string | undefined) => Kind,
): readonly Kind[] => {
  const codes = new Map<number, string>();
  const kinds: Kind[] = [];
  const known = new Map<number, Kind>();
  let inCells = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "cellXfs") inCells = !tag.closing && !tag.empty;
    else if (tag.closing) continue;
    else if (tag.name === "numFmt")
      codes.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
    else if (inCells && tag.name === "xf") {
      const id = Number(tag.attribute("numFmtId") ?? 0);
      let kind = known.get(id);
      if (kind === undefined) known.set(id, (kind = kindOf(id, codes.get(id))));
      kinds.push(kind);
    }
  }
  return kinds;
};

export const readDateKinds = (xml: string): readonly DateKind[] => readFormats(xml, dateKindOf);

/** By cell style: its number format's code, nothing where it is General. */
export const readNumberFormats = (xml: string): readonly (string | undefined)[] =>
  readFormats(xml, formatCode);
