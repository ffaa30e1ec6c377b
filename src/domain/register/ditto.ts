/** 同上: what people write for "as above". */
import type { RawCell } from "./register";

const marks =
  /^[(（]?(?:同上|同前|同|ditto|do\.|(?:[″〃々"“”〞＂]|''|’’|′′)(?:\s*[″〃々"“”〞＂'’′])*)[)）]?[。.]?$/iu;

export const isDitto = (cell: RawCell | undefined): boolean =>
  typeof cell === "string" && cell.length <= 12 && marks.test(cell.trim());
