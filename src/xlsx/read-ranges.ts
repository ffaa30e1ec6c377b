import { type Area, areaAddress, columnLetters, parseArea, type SheetRange } from "../book/address";
import { lastColumn, lastRow } from "../book/book";

/** "A4:C9"; whole columns "B:D", whole rows "3:7", a whole sheet "A:XFD". */
export const rangeText = (area: Area): string => {
  const { top, left, bottom, right } = area;
  if (top === 0 && bottom === lastRow - 1) return `${columnLetters(left)}:${columnLetters(right)}`;
  if (left === 0 && right === lastColumn - 1) return `${top + 1}:${bottom + 1}`;
  return areaAddress(area);
};

/** `'a b'!$B$5:$B$12` → its sheet and cells; nothing where it is no plain reference to one sheet of this file. */
export const parseReference = (text: string): SheetRange | undefined => {
  const match = /^(?:'((?:[^']|'')+)'|([^'!,()[\]\s]+))!([^!,()]+)$/u.exec(text.trim());
  const area = match && parseArea(match[3] ?? "");
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return area && sheet !== undefined && !sheet.includes("[") ? { sheet, area } : undefined;
};

/** As a `Book` names cells of another sheet: quotes only where the name needs them. */
export const sheetRangeText = ({ sheet, area }: SheetRange, own: string): string => {
  if (sheet === own) return areaAddress(area);
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet);
  return `${plain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${areaAddress(area)}`;
};
