import { cellAddress, columnNumber, type Area } from "../book/address";
import { formulaPieces, structuredParts, type FormulaPiece } from "../book/structured";

/** What formulas may lean on besides cells. Keys in lower case. */
export interface Surroundings {
  readonly tables: ReadonlyMap<string, TablePlace>;
  /** Defined names: formulas with their "=". */
  readonly names: ReadonlyMap<string, string>;
  /** TODAY() is read from cell A1 of this sheet, so that it depends on a cell like anything else. */
  readonly clockSheet: string;
}

export interface TablePlace {
  readonly name: string;
  readonly sheet: string;
  /** Header row and data rows. */
  readonly area: Area;
  /** Column names in lower case. */
  readonly columns: readonly string[];
}

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A place a formula reads. A bound with its flag counts from the formula's own cell, else from the sheet's corner. */
export interface Precedent {
  readonly sheet: string;
  readonly top: number;
  readonly topMoves: boolean;
  readonly bottom: number;
  readonly bottomMoves: boolean;
  readonly left: number;
  readonly leftMoves: boolean;
  readonly right: number;
  readonly rightMoves: boolean;
}

/** A formula without structured references and names, the same for all cells it was filled into. */
export interface Template {
  /** Equal for equal formulas wherever they stand. */
  readonly key: string;
  /** Spelt for the cell it was first met in, which is `home`. */
  readonly text: string;
  readonly home: Place;
  readonly precedents: readonly Precedent[];
  /** It reads places which are known only when it is computed. */
  readonly roams: boolean;
  /** It changes without any cell changing. */
  readonly volatile: boolean;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;
const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;
const dollars = (row: number, column: number): string =>
  cellAddress(row, column).replace(/^([A-Z]+)/u, "$$$1$$");

/** `来访[[#This Row],[编号]]` → `'来访登记'!$A5`; what does not exist becomes an error, as in Excel. */
const tableRange = (
  piece: FormulaPiece & { kind: "reference" },
  place: Place,
  around: Surroundings,
): string => {
  const table = piece.table === "" ? tableAt(place, around) : around.tables.get(piece.table.toLowerCase());
  if (!table) return "#NAME?";
  const { items, columns } = structuredParts(piece.inside);
  const numbers = columns.map((name) => table.columns.indexOf(name.toLowerCase()));
  if (numbers.includes(-1)) return "#REF!";
  const left = table.area.left + Math.min(...(numbers.length > 0 ? numbers : [0]));
  const right = numbers.length > 0 ? table.area.left + Math.max(...numbers) : table.area.right;
  const asked = new Set(items.map((item) => item.toLowerCase()));
  if (asked.has("#totals")) return "#REF!";
  if (asked.has("#this row")) {
    const inside = place.row > table.area.top && place.row <= table.area.bottom;
    if (!inside || place.sheet.toLowerCase() !== table.sheet.toLowerCase()) return "#VALUE!";
    const first = `$${cellAddress(place.row, left)}`;
    return quoted(table.sheet) + (left === right ? first : `${first}:$${cellAddress(place.row, right)}`);
  }
  const withHeader = asked.has("#all") || asked.has("#headers");
  const onlyHeader = asked.has("#headers") && !asked.has("#data");
  const top = withHeader ? table.area.top : table.area.top + 1;
  const bottom = onlyHeader ? table.area.top : table.area.bottom;
  const first = dollars(top, left);
  const single = top === bottom && left === right;
  return quoted(table.sheet) + (single ? first : `${first}:${dollars(bottom, right)}`);
};

const tableAt = (place: Place, around: Surroundings): TablePlace | undefined => {
  for (const table of around.tables.values())
    if (
      table.sheet.toLowerCase() === place.sheet.toLowerCase() &&
      place.row >= table.area.top &&
      place.row <= table.area.bottom &&
      place.column >= table.area.left &&
      place.column <= table.area.right
    )
      return table;
  return undefined;
};

/** Univer takes 1.0 for a text; Excel writes it 1 as soon as it is typed. */
const plainNumbers = (text: string): string =>
  text.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$!])(\d+)\.(\d*?)0*(?![\p{L}\p{N}_.])/gu,
    (whole, ones: string | undefined, rest: string | undefined) =>
      ones === undefined ? whole : rest ? `${ones}.${rest}` : ones,
  );

/** Takes tables, names and TODAY() out of a formula. Names within names are followed ten deep. */
const toPlainReferences = (formula: string, place: Place, around: Surroundings, depth = 0): string => {
  const clock = `${quoted(around.clockSheet)}$A$1`;
  let todayBefore = false;
  return formulaPieces(formula)
    .map((piece) => {
      if (piece.kind === "reference") return tableRange(piece, place, around);
      if (piece.kind === "text") {
        const text = todayBefore ? clock + piece.text.replace(/^\(\s*\)/u, "") : piece.text;
        todayBefore = false;
        return plainNumbers(text);
      }
      if (piece.kind === "function") {
        const name = piece.text.replace(/^(?:_xlfn\.)?(?:_xlws\.)?/iu, "").toUpperCase();
        todayBefore = name === "TODAY";
        return todayBefore ? "" : name;
      }
      const key = piece.text.toLowerCase();
      const table = around.tables.get(key);
      if (table) return tableRange({ kind: "reference", table: table.name, inside: "" }, place, around);
      const refersTo = around.names.get(key);
      if (refersTo === undefined || depth > 10) return piece.text;
      const meaning = toPlainReferences(refersTo.replace(/^=/u, ""), place, around, depth + 1);
      return /^[^()+*/&<>=,\s-]+$/u.test(meaning) ? meaning : `(${meaning})`;
    })
    .join("");
};

const referencePattern = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<![\p{L}\p{N}_.$])(?<sheet>'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?` +
      String.raw`(?:(?<c1>\$?[A-Za-z]{1,3})(?<r1>\$?\d{1,7})(?::(?<c2>\$?[A-Za-z]{1,3})(?<r2>\$?\d{1,7}))?` +
      String.raw`|(?<cc1>\$?[A-Za-z]{1,3}):(?<cc2>\$?[A-Za-z]{1,3})|(?<rr1>\$?\d{1,7}):(?<rr2>\$?\d{1,7}))` +
      String.raw`(?![\p{L}\p{N}_.(!])`,
  ].join("|"),
  "gu",
);

interface Bound {
  readonly at: number;
  readonly moves: boolean;
}
const rowBound = (text: string, home: number): Bound =>
  text.startsWith("$")
    ? { at: Number(text.slice(1)) - 1, moves: false }
    : { at: Number(text) - 1 - home, moves: true };
const columnBound = (text: string, home: number): Bound =>
  text.startsWith("$")
    ? { at: columnNumber(text.slice(1)), moves: false }
    : { at: columnNumber(text) - home, moves: true };
const spelt = (bound: Bound): string => (bound.moves ? `[${bound.at}]` : String(bound.at));

/** Reads one cell's formula (with its "="). Never throws: what it does not understand, the engine will refuse. */
export const templateOf = (formula: string, place: Place, around: Surroundings): Template => {
  const text = toPlainReferences(formula, place, around);
  const precedents: Precedent[] = [];
  const key = text.replace(referencePattern, (whole, ...rest) => {
    const part = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (part["string"] !== undefined) return whole;
    const sheet = part["sheet"]?.slice(0, -1).replace(/^'|'$/gu, "").replaceAll("''", "'") ?? place.sheet;
    const top = rowBound(part["r1"] ?? part["rr1"] ?? "$1", place.row);
    const bottom = rowBound(part["r2"] ?? part["rr2"] ?? part["r1"] ?? `$${lastRow + 1}`, place.row);
    const left = columnBound(part["c1"] ?? part["cc1"] ?? "$A", place.column);
    const right = columnBound(part["c2"] ?? part["cc2"] ?? part["c1"] ?? "$XFD", place.column);
    precedents.push({
      sheet: sheet.toLowerCase(),
      top: top.at,
      topMoves: top.moves,
      bottom: bottom.at,
      bottomMoves: bottom.moves,
      left: left.at,
      leftMoves: left.moves,
      right: right.at,
      rightMoves: right.moves,
    });
    return `${part["sheet"] ?? ""}R${spelt(top)}:${spelt(bottom)}C${spelt(left)}:${spelt(right)}`;
  });
  const plain = text.replace(/"(?:[^"]|"")*"/gu, '""');
  return {
    key,
    text,
    home: place,
    precedents,
    roams: /(?<![\p{L}\p{N}_.])(?:INDIRECT|OFFSET)\(/iu.test(plain),
    volatile: /(?<![\p{L}\p{N}_.])(?:NOW|RAND|RANDBETWEEN|RANDARRAY)\(/iu.test(plain),
  };
};

/** The area a precedent means for a formula in this cell. */
export const precedentArea = (precedent: Precedent, row: number, column: number): Area => {
  const one = precedent.topMoves ? precedent.top + row : precedent.top;
  const two = precedent.bottomMoves ? precedent.bottom + row : precedent.bottom;
  const three = precedent.leftMoves ? precedent.left + column : precedent.left;
  const four = precedent.rightMoves ? precedent.right + column : precedent.right;
  return {
    top: Math.max(0, Math.min(one, two)),
    bottom: Math.min(lastRow, Math.max(one, two)),
    left: Math.max(0, Math.min(three, four)),
    right: Math.min(lastColumn, Math.max(three, four)),
  };
};

/** The rectangle of formula cells that read cell (row, column) through this precedent; they may lie anywhere in it. */
export const readersOf = (precedent: Precedent, row: number, column: number): Area | undefined => {
  const rows = span(precedent.top, precedent.topMoves, precedent.bottom, precedent.bottomMoves, row);
  const columns = span(precedent.left, precedent.leftMoves, precedent.right, precedent.rightMoves, column);
  return rows && columns ? { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] } : undefined;
};

/** For which positions p does [low(p), high(p)] hold `at`? */
const span = (
  low: number,
  lowMoves: boolean,
  high: number,
  highMoves: boolean,
  at: number,
): readonly [number, number] | undefined => {
  const from = highMoves ? at - high : 0;
  const to = lowMoves ? at - low : lastRow;
  if (!highMoves && at > high && !lowMoves) return undefined;
  if (!lowMoves && at < low && !highMoves) return undefined;
  // One bound that moves past the other turns the range round: take every position there is.
  if (lowMoves !== highMoves) return [0, lastRow];
  return from <= to ? [from, to] : undefined;
};
