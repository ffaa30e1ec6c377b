/** Registers out of the open workbook: one round trip, or one a chunk where 5 MB would not hold them. */
import type { FormKey } from "../../domain/forms/index";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
import { cutIntoRequests, halves, type Piece } from "./pieces";
import {
  bookFrom,
  type Cells,
  dictionaryOf,
  fitsOneRequest,
  loadsOf,
  queueBook,
  queueCells,
  refuseForeign,
  registerFrom,
  type Registers,
  type Seen,
} from "./queue-book";
import { queueShape, type TableShape } from "./table-shape";

/** How many rows each register had when it was last seen: whether one request will do. */
export type Sizes = Map<FormKey, number>;

const remember = (sizes: Sizes, { shapes }: Seen): void => {
  for (const [key, { count }] of shapes) sizes.set(key, count);
};

const isTooLarge = (error: unknown): boolean => error instanceof WorkbookRefused && error.code === "tooLarge";

/** The registers that grow with every client. */
const long: ReadonlySet<FormKey> = new Set(["visitors", "calls", "grades", "followUps"]);

/** A register never seen is taken for small, unless all of a long one is asked for. */
const expected = (wanted: Wanted, sizes: Sizes): boolean =>
  fitsOneRequest(
    loadsOf(wanted, (key) => sizes.get(key) ?? (wanted[key] === "all" && long.has(key) ? 1e6 : 0)),
  );

const samePlace = (a: TableShape, b: TableShape | undefined): boolean =>
  b !== undefined &&
  a.count === b.count &&
  a.firstRow === b.firstRow &&
  a.headers.length === b.headers.length &&
  a.headers.every((header, at) => header === b.headers[at]);

/** One chunk; nothing where rows or columns have moved since the shapes were taken. */
const readPieces = (
  pieces: readonly Piece[],
  wanted: Wanted,
  shapes: ReadonlyMap<FormKey, TableShape>,
  doing: string,
  run: Run,
): Promise<readonly { readonly piece: Piece; readonly cells: Cells }[] | undefined> =>
  roundTrip(
    doing,
    (context) => {
      const queued = pieces.map((piece) => ({
        piece,
        shape: queueShape(context, piece.key),
        cells: queueCells(context, piece.key, wanted[piece.key] ?? [], piece),
      }));
      return () => {
        const read: { readonly piece: Piece; readonly cells: Cells }[] = [];
        for (const { piece, shape, cells } of queued) {
          const before = shapes.get(piece.key);
          if (before === undefined || !samePlace(before, shape())) return undefined;
          read.push({ piece, cells: cells(before) });
        }
        return read;
      };
    },
    run,
  );

const joined = (parts: readonly Cells[]): Cells => {
  const [first] = parts;
  const keys = first === undefined ? [] : [...first.keys()];
  return new Map(keys.map((key) => [key, parts.flatMap((part) => part.get(key) ?? [])]));
};

const readInChunks = async (
  wanted: Wanted,
  doing: string,
  run: Run,
  sizes: Sizes,
): Promise<Seen | undefined> => {
  const seen = await roundTrip(doing, (context) => queueBook(context, wanted, () => false), run);
  remember(sizes, seen);
  const loads = loadsOf(wanted, (key) => seen.shapes.get(key)?.count ?? 0);
  const waiting = [...cutIntoRequests(loads)];
  const parts = new Map<FormKey, Cells[]>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    try {
      const read = await readPieces(next, wanted, seen.shapes, doing, run);
      if (read === undefined) return undefined;
      for (const { piece, cells } of read) parts.set(piece.key, [...(parts.get(piece.key) ?? []), cells]);
    } catch (error) {
      const smaller = isTooLarge(error) ? halves(next) : undefined;
      if (smaller === undefined) throw error;
      waiting.unshift(...smaller);
    }
  }
  const registers: Registers = { ...seen.registers };
  for (const [key, shape] of seen.shapes) {
    const cells = parts.get(key);
    if (cells !== undefined) registers[key] = registerFrom(shape, joined(cells));
  }
  return { ...seen, registers };
};

const tries = 3;

/**
 * @throws WorkbookRefused "notOurs"; "outrun" when colleagues keep moving rows while a large register is read;
 * "tooLarge" when a single row is.
 */
export const readBook = async (wanted: Wanted, doing: string, run: Run, sizes: Sizes): Promise<SiteBook> => {
  const finish = async (seen: Seen): Promise<SiteBook> => {
    refuseForeign(seen, doing);
    return bookFrom(seen, await dictionaryOf(seen, doing, run));
  };
  if (expected(wanted, sizes))
    try {
      const seen = await roundTrip(doing, (context) => queueBook(context, wanted), run);
      remember(sizes, seen);
      return await finish(seen);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
    }
  for (let time = 0; time < tries; time++) {
    const seen = await readInChunks(wanted, doing, run, sizes);
    if (seen !== undefined) return finish(seen);
  }
  throw new WorkbookRefused("outrun", doing, "工作簿");
};
