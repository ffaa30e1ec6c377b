import type { ReadTable } from "./read-types";
import { unescapeExcel } from "./xml-bytes";
import { tagsOf } from "./xml-tags";

/** A table's own part. */
export const readTable = (xml: string): ReadTable => {
  let head = { name: "", range: "", headerRow: true, totalsRow: false };
  const columns: string[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.closing) continue;
    if (tag.name === "table")
      head = {
        name: unescapeExcel(tag.attribute("displayName") ?? tag.attribute("name") ?? ""),
        range: tag.attribute("ref") ?? "",
        headerRow: tag.attribute("headerRowCount") !== "0",
        totalsRow: Number(tag.attribute("totalsRowCount") ?? 0) > 0,
      };
    else if (tag.name === "tableColumn") columns.push(unescapeExcel(tag.attribute("name") ?? ""));
  }
  return { ...head, columns };
};
