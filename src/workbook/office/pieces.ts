/** How much of the registers fits into one answer of Excel: 5 MB at most, of which we ask for three quarters by estimate. */
import { answerKind, type Field, type PerKind } from "../../domain/form/field";
import type { FormKey } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";

export const bytesPerRequest = 3_800_000;

/** What a cell of this kind takes on the wire, with its quotes and comma; Chinese characters take three each. */
const bytes: PerKind<number> = {
  numberStamp: () => 12,
  clientRef: () => 12,
  computed: () => 16,
  oneLine: () => 24,
  lines: () => 240,
  day: () => 7,
  moment: () => 20,
  number: () => 6,
  money: () => 12,
  area: () => 8,
  phone: () => 18,
  contact: () => 24,
  digits: () => 10,
  tickOne: () => 20,
  tickMany: () => 50,
  rowRef: () => 14,
  idCard: () => 22,
  fromRoster: () => 12,
};

/** Before anything of a column was seen. */
export const bytesOf = (field: Field): number => answerKind(bytes, field);

/** With its quotes; in UTF-8. */
const bytesOfCell = (cell: RawCell): number => {
  if (typeof cell !== "string") return String(cell).length;
  let sum = cell.length + 2;
  for (let at = 0; at < cell.length; at++) if (cell.charCodeAt(at) > 0x7f) sum += 2;
  return sum;
};

/** Of a long column this many cells, from its beginning to its end, say how long the others are. */
const looked = 400;

/** What a cell of this column takes on the wire by its own words; nothing where the column has none. */
export const bytesSeen = (column: readonly RawCell[]): number | undefined => {
  const step = Math.max(1, Math.floor(column.length / looked));
  let [sum, count] = [0, 0];
  for (let at = 0; at < column.length; at += step, count++) sum += bytesOfCell(column[at] ?? null);
  return count === 0 ? undefined : sum / count;
};

/** Rows `from` to `to` (not included), counted from the register's first record. */
export interface Piece {
  readonly key: FormKey;
  readonly from: number;
  readonly to: number;
}

/** What is to be read: rows of a register, and what one of them takes by estimate. */
export interface Load extends Piece {
  readonly bytesPerRow: number;
  /** What it takes whatever its rows hold: the words that ask for it. */
  readonly bytesBeside?: number;
}

/** Cuts rows into requests that each stay below `budget` bytes, as far as the estimates hold. */
export const cutIntoRequests = (
  loads: readonly Load[],
  budget = bytesPerRequest,
): readonly (readonly Piece[])[] => {
  const requests: Piece[][] = [];
  let room = 0;
  for (const { key, from: start, to: end, bytesPerRow, bytesBeside = 0 } of loads)
    for (let from = start; from < end;) {
      if (room < bytesPerRow + bytesBeside) {
        requests.push([]);
        room = budget;
      }
      const fit = Math.floor((room - bytesBeside) / Math.max(1, bytesPerRow));
      const to = Math.min(end, from + Math.max(1, fit));
      requests.at(-1)?.push({ key, from, to });
      room -= (to - from) * bytesPerRow + bytesBeside;
      from = to;
    }
  return requests;
};

/** When an answer was too large all the same: each half alone; nothing where a single row is too large. */
export const halves = (pieces: readonly Piece[]): readonly (readonly Piece[])[] | undefined => {
  const [only, second] = pieces;
  if (second !== undefined) {
    const middle = Math.ceil(pieces.length / 2);
    return [pieces.slice(0, middle), pieces.slice(middle)];
  }
  if (only === undefined || only.to - only.from < 2) return undefined;
  const middle = Math.ceil((only.from + only.to) / 2);
  return [[{ ...only, to: middle }], [{ ...only, from: middle }]];
};
