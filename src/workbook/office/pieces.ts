/** How much of the registers fits into one answer of Excel: 5 MB at most, of which we ask for three quarters by estimate. */
import { answerKind, type Field, type PerKind } from "../../domain/form/field";
import type { FormKey } from "../../domain/forms/index";

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

export const bytesOf = (field: Field): number => answerKind(bytes, field);

/** Rows `from` to `to` (not included), counted from the register's first record. */
export interface Piece {
  readonly key: FormKey;
  readonly from: number;
  readonly to: number;
}

export interface Load {
  readonly key: FormKey;
  readonly rows: number;
  readonly bytesPerRow: number;
}

/** Cuts rows into requests that each stay below `budget` bytes, as far as the estimates hold. */
export const cutIntoRequests = (
  loads: readonly Load[],
  budget = bytesPerRequest,
): readonly (readonly Piece[])[] => {
  const requests: Piece[][] = [];
  let room = 0;
  for (const { key, rows, bytesPerRow } of loads)
    for (let from = 0; from < rows;) {
      if (room < bytesPerRow) {
        requests.push([]);
        room = budget;
      }
      const to = Math.min(rows, from + Math.max(1, Math.floor(room / Math.max(1, bytesPerRow))));
      requests.at(-1)?.push({ key, from, to });
      room -= (to - from) * bytesPerRow;
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
