import { areaAddress, parseSheetRange } from "../book/address";
import type { Book, Value } from "../book/book";
import { type CellLookup, cellLookup } from "./cell-lookup";
import { quotedName } from "./write-sheet";
import { xmlText } from "./xml-text";

/** Cells a chart draws, as its part names them, with what is known of their contents. */
export interface ChartCells {
  /** `'来访登记'!$B$5:$B$12` */
  readonly reference: string;
  /** `null`: empty, or a formula nobody has computed yet. */
  readonly values: readonly Value[];
}

/** Reads the ranges charts name. @throws where one is none or is on no sheet of the book */
export const chartCells = (book: Book): ((range: string, own: string) => ChartCells) => {
  const lookups = new Map<string, CellLookup>();
  const lookupOf = (name: string): CellLookup => {
    const known = lookups.get(name);
    if (known) return known;
    const sheet = book.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`no sheet ${name} for a chart`);
    const lookup = cellLookup(sheet);
    lookups.set(name, lookup);
    return lookup;
  };
  return (range, own) => {
    const found = parseSheetRange(range, own);
    if (!found) throw new Error(`no range for a chart: ${range}`);
    const { sheet, area } = found;
    if (area.top !== area.bottom && area.left !== area.right)
      throw new Error(`${range} is more than one row or column`);
    const lookup = lookupOf(sheet);
    const values: Value[] = [];
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const cell = lookup(row, column) ?? null;
        values.push(typeof cell === "object" && cell !== null ? (cell.value ?? null) : cell);
      }
    const address = areaAddress(area).replace(/[A-Z]+|\d+/gu, "$$$&");
    return { reference: `${quotedName(sheet)}!${address}`, values };
  };
};

const points = (values: readonly Value[], wanted: (value: Value) => boolean): string =>
  `<c:ptCount val="${values.length}"/>` +
  values
    .map((value, i) => (wanted(value) ? `<c:pt idx="${i}"><c:v>${xmlText(String(value))}</c:v></c:pt>` : ""))
    .join("");

const isNumber = (value: Value): boolean => typeof value === "number";

/** What is drawn; programs that only show a file draw from the values beside the reference. */
export const valuesXml = ({ reference, values }: ChartCells): string =>
  `<c:val><c:numRef><c:f>${xmlText(reference)}</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
  `${points(values, isNumber)}</c:numCache></c:numRef></c:val>`;

export const categoriesXml = (cells: ChartCells): string => {
  const { reference, values } = cells;
  const f = `<c:f>${xmlText(reference)}</c:f>`;
  const known = values.filter((value) => value !== null);
  if (known.length > 0 && known.every(isNumber))
    return (
      `<c:cat><c:numRef>${f}<c:numCache><c:formatCode>General</c:formatCode>` +
      `${points(values, isNumber)}</c:numCache></c:numRef></c:cat>`
    );
  return `<c:cat><c:strRef>${f}<c:strCache>${points(values, (value) => value !== null)}</c:strCache></c:strRef></c:cat>`;
};
