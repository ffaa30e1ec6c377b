/** What lies over a sheet's cells: pictures, text boxes and other shapes. Their words are read, nothing else of them. */
import { partsAt, readOnce, relationsOf, type SheetPart } from "./package-parts";
import type { ReadDrawn, ReadLimits } from "./read-types";
import { XlsxRefused } from "./refusal";
import { unescapeExcel } from "./xml-bytes";
import { tagsOf } from "./xml-tags";
import type { Zip } from "./zip-read";

/** Things drawn that may still come, of all sheets together. */
export interface DrawnRoom {
  left: number;
}

/** A connector is a line: it says nothing. */
const kinds: Readonly<Record<string, "picture" | "shape" | "frame">> = {
  pic: "picture",
  sp: "shape",
  graphicFrame: "frame",
};

const countOf = ({ pictures, texts, others }: ReadDrawn): number => pictures + texts.length + others;

const take = (room: DrawnRoom, count: number): void => {
  if ((room.left -= count) < 0) throw new XlsxRefused("too-large", "drawings");
};

const shapesAt = readOnce<ReadDrawn>();

/** @param most things of one part: what is drawn may be refused before all of it is read. */
const shapesIn = (xml: string, limits: ReadLimits, most: number): ReadDrawn => {
  const left = { left: most };
  const texts: string[] = [];
  let [pictures, others] = [0, 0];
  let text: string | undefined;
  // What older versions see instead says the same once more.
  let isFallback = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "Fallback") isFallback = !tag.closing && !tag.empty;
    if (isFallback) continue;
    const kind = Object.hasOwn(kinds, tag.name) ? kinds[tag.name] : undefined;
    if (kind !== undefined && !tag.closing) take(left, 1);
    if (kind === "picture" && !tag.closing) pictures++;
    else if (kind === "frame" && !tag.closing) others++;
    else if (kind === "shape" && !tag.closing) text = "";
    else if (kind === "shape") {
      const said = unescapeExcel(text ?? "").trim();
      if (said === "") others++;
      else texts.push(said);
      text = undefined;
    } else if (text === undefined || tag.closing) continue;
    else if (tag.name === "t") text += tag.text();
    else if ((tag.name === "p" && text !== "") || tag.name === "br") text += "\n";
    if ((text ?? "").length > limits.textLength) throw new XlsxRefused("too-large", "text of a drawing");
  }
  return { pictures, texts, others };
};

/** Nothing where nothing is drawn. @throws XlsxRefused where a part is broken or over a limit. */
export const readDrawn = async (
  zip: Zip,
  sheet: SheetPart,
  limits: ReadLimits,
  room: DrawnRoom,
): Promise<ReadDrawn | undefined> => {
  const all: ReadDrawn[] = [];
  for (const part of partsAt(zip, await relationsOf(zip, sheet.part), "drawing")) {
    const shapes = await shapesAt(zip, part, (xml) => shapesIn(xml, limits, room.left));
    take(room, countOf(shapes));
    all.push(shapes);
  }
  const found: ReadDrawn = {
    pictures: all.reduce((sum, { pictures }) => sum + pictures, 0),
    texts: all.flatMap(({ texts }) => texts),
    others: all.reduce((sum, { others }) => sum + others, 0),
  };
  return countOf(found) === 0 ? undefined : found;
};
