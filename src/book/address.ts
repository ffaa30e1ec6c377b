/** A rectangle of cells, counted from 0; the last row and column are inside it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** The smallest area around both. */
export const bounding = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

/** 0 → "A", 25 → "Z", 26 → "AA". */
export const columnLetters = (column: number): string => {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

/** "A" → 0, "AA" → 26. Anything but letters gives NaN. */
export const columnNumber = (letters: string): number =>
  /^[A-Za-z]{1,3}$/u.test(letters)
    ? [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : Number.NaN;

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** "A4:C9"; one cell is "A4". */
export const areaAddress = (area: Area): string => {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
};

const maxRow = 1_048_575;
const maxColumn = 16_383;

/**
 * Reads "A4", "$A$4:C9", "B:D", "3:7", each with or without a sheet in front ("来访登记!A4", "'a b'!A4").
 * @returns nothing where the text is no address.
 */
export const parseArea = (address: string): Area | undefined => {
  const plain = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const match = /^([A-Za-z]{1,3})?(\d{1,7})?(?::([A-Za-z]{1,3})?(\d{1,7})?)?$/u.exec(plain);
  if (!match || plain === "") return undefined;
  const [, c1, r1, c2, r2] = match;
  const ranged = plain.includes(":");
  if (!ranged && (c1 === undefined || r1 === undefined)) return undefined;
  if (ranged && ((c1 === undefined) !== (c2 === undefined) || (r1 === undefined) !== (r2 === undefined)))
    return undefined;
  const rows = r1 === undefined ? [0, maxRow] : [Number(r1) - 1, Number(r2 ?? r1) - 1];
  const columns = c1 === undefined ? [0, maxColumn] : [columnNumber(c1), columnNumber(c2 ?? c1)];
  const area = {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  return area.top < 0 || area.bottom > maxRow || area.right > maxColumn ? undefined : area;
};

/** Cells of one sheet. */
export interface SheetRange {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * Reads "来访登记!B5:B12" and "'a b'!$B$5"; without a sheet in front the cells of `own` are meant.
 * @returns nothing where the text is no address.
 */
export const parseSheetRange = (text: string, own: string): SheetRange | undefined => {
  const bang = text.lastIndexOf("!");
  const area = parseArea(text);
  if (!area) return undefined;
  const name = text.slice(0, Math.max(0, bang));
  const quoted = /^'(.*)'$/su.exec(name)?.[1];
  return { sheet: bang < 0 ? own : (quoted?.replaceAll("''", "'") ?? name), area };
};
