/** 同上: what people write for "as above". */
import { plain } from "../../kit/text";
import type { RawCell } from "../register";

const words = "同上|同前|同|上同|如上|同上(?:行|栏|格|一行|面)|ditto|do\\.|idem";
/** ″ and what else is typed for it, one or more: 〃 〃, ' '. */
const strokes = "(?:[″〃々\"“”„‟〞〝＂‘’'′`´]|''|’’|′′)+";
const marks = new RegExp(`^\\(?(?:${words}|${strokes})\\)?[。.]?$`, "iu");

/** A stroke alone may be the apostrophe that Excel hides. */
const single = /^['’‘′`´]$/u;

const longest = 12;

export const isDitto = (cell: RawCell | undefined): boolean => {
  if (typeof cell !== "string" || cell.length > longest) return false;
  const bare = plain(cell).replace(/\s+/gu, "");
  return !single.test(bare) && marks.test(bare);
};
