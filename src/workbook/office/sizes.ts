/** What was last seen of the registers: where they stood, and how much a request will bring. */
import { type FormKey, formOf } from "../../domain/forms/index";
import { blankAt, isOwnKey } from "../../domain/register/own-column";
import type { Wanted } from "../../domain/register/wanted";
import { bytesOf, bytesPerRequest, bytesSeen, type Load } from "./pieces";
import { entriesOf, type Keys, type Seen, small } from "./queue-book";
import type { TableShape } from "./table-shape";

const keysOf = (key: FormKey, keys: Keys): readonly string[] =>
  keys === "all" ? Object.keys(formOf(key).fields) : keys;

/** What was last seen of the registers. */
export interface Sizes {
  readonly shapes: Map<FormKey, TableShape>;
  /** By form, then by column, the users' own among them: what a cell of it took. */
  readonly bytes: Map<FormKey, Map<string, number>>;
}

export const noSizes = (): Sizes => ({ shapes: new Map(), bytes: new Map() });

export const rememberSizes = ({ shapes: known, bytes }: Sizes, { shapes, registers }: Seen): void => {
  for (const [key, shape] of shapes) {
    known.set(key, shape);
    const own = bytes.get(key) ?? new Map<string, number>();
    bytes.set(key, own);
    for (const [column, cells] of registers[key]?.columns ?? []) {
      const seen = bytesSeen(cells);
      if (seen !== undefined) own.set(column, seen);
    }
  }
};

/** Between two cells: a comma in a row of the whole width, `],[` in a column that is read alone. */
const between = { all: 1, column: 3 } as const;

/** By what the columns held when they were last read, else by their kind. */
export const bytesPerRow = (key: FormKey, keys: Keys, { bytes }: Sizes): number => {
  const known = bytes.get(key);
  const own = keys === "all" && known ? [...known.keys()].filter(isOwnKey) : [];
  const gap = keys === "all" ? between.all : between.column;
  return [...keysOf(key, keys), ...own].reduce((sum, each) => {
    const [seen, field] = [known?.get(each), blankAt(formOf(key), each)];
    return sum + (seen !== undefined ? seen + gap : field === undefined ? 0 : bytesOf(field));
  }, 0);
};

/** @param rowsOf how many rows a register has. */
export const loadsOf = (wanted: Wanted, sizes: Sizes, rowsOf: (key: FormKey) => number): readonly Load[] =>
  entriesOf(wanted)
    .filter(([key]) => !(key in small))
    .map(([key, keys]) => ({ key, from: 0, to: rowsOf(key), bytesPerRow: bytesPerRow(key, keys, sizes) }));

const bytesOfLoads = (loads: readonly Load[]): number =>
  loads.reduce((sum, { from, to, bytesPerRow: each }) => sum + (to - from) * each, 0);

export const fitsOneRequest = (loads: readonly Load[], most = bytesPerRequest): boolean =>
  bytesOfLoads(loads) <= most;
