/** Registers out of the open workbook: one round trip, or one a chunk where 5 MB would not hold them. */
import type { FormKey } from "../../domain/forms/index";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
import { cutIntoRequests, type Piece } from "./pieces";
import {
  bookFrom,
  type Cells,
  dictionaryOf,
  queueBook,
  refuseForeign,
  registerFrom,
  type Registers,
  type Seen,
} from "./queue-book";
import { isTooLarge, type PieceRead, queuePieces, readPieces } from "./read-pieces";
import { fitsOneRequest, loadsOf, rememberSizes, type Sizes } from "./sizes";
import type { TableShape } from "./table-shape";

/** The registers that grow with every client. */
const long: ReadonlySet<FormKey> = new Set(["visitors", "calls", "grades", "followUps"]);

/** A register never seen is taken for small, unless all of a long one is asked for. */
const expected = (wanted: Wanted, sizes: Sizes): boolean =>
  fitsOneRequest(
    loadsOf(
      wanted,
      sizes,
      (key) => sizes.shapes.get(key)?.count ?? (wanted[key] === "all" && long.has(key) ? 1e6 : 0),
    ),
  );

const sameHeaders = (a: TableShape, b: TableShape): boolean =>
  a.headers.length === b.headers.length && a.headers.every((header, at) => header === b.headers[at]);

const samePlace = (a: TableShape, b: TableShape | undefined): boolean =>
  b !== undefined && a.count === b.count && a.firstRow === b.firstRow && sameHeaders(a, b);

const joined = (parts: readonly Cells[]): Cells => {
  const [first] = parts;
  const keys = first === undefined ? [] : [...first.keys()];
  return new Map(keys.map((key) => [key, parts.flatMap((part) => part.get(key) ?? [])]));
};

interface Begun {
  readonly seen: Seen;
  /** What the rows of the first request hold; nothing where it is another one than was expected. */
  readonly read: readonly PieceRead[] | undefined;
}

/** Where the registers stand; with it the first of the requests, where it is known how many rows there are. */
const begin = async (wanted: Wanted, doing: string, run: Run, sizes: Sizes): Promise<Begun> => {
  const known = new Map(sizes.shapes);
  const loads = loadsOf(wanted, sizes, (key) => known.get(key)?.count ?? 0);
  const isKnown = loads.every(({ key }) => known.has(key));
  const [expectedFirst = []] = isKnown ? cutIntoRequests(loads) : [];
  const look = (pieces: readonly Piece[]): Promise<Begun> =>
    roundTrip(
      doing,
      (context) => {
        const book = queueBook(context, wanted, { now: () => false });
        const read = queuePieces(context, pieces, {
          keysOf: (key) => wanted[key] ?? [],
          headersOf: (key) => known.get(key)?.headers,
        });
        return () => {
          const seen = book();
          const same = loads.every(({ key }) => {
            const shape = seen.shapes.get(key);
            return shape === undefined ? !known.has(key) : samePlace(shape, known.get(key));
          });
          return { seen, read: pieces.length > 0 && same ? read(seen.shapes) : undefined };
        };
      },
      run,
    );
  try {
    return await look(expectedFirst);
  } catch (error) {
    if (!isTooLarge(error) || expectedFirst.length === 0) throw error;
    return look([]);
  }
};

const readInChunks = async (
  wanted: Wanted,
  doing: string,
  run: Run,
  sizes: Sizes,
): Promise<Seen | undefined> => {
  const { seen, read: first } = await begin(wanted, doing, run, sizes);
  const requests = cutIntoRequests(loadsOf(wanted, sizes, (key) => seen.shapes.get(key)?.count ?? 0));
  const read = await readPieces(
    first === undefined ? requests : requests.slice(1),
    {
      keysOf: (key) => wanted[key] ?? [],
      headersOf: (key) => seen.shapes.get(key)?.headers,
      stands: (shape) => samePlace(shape, seen.shapes.get(shape.key)),
    },
    doing,
    run,
  );
  if (read === undefined) return undefined;
  const parts = new Map<FormKey, Cells[]>();
  for (const { piece, cells } of [...(first ?? []), ...read])
    parts.set(piece.key, [...(parts.get(piece.key) ?? []), cells]);
  const registers: Registers = { ...seen.registers };
  for (const [key, shape] of seen.shapes) {
    const cells = parts.get(key);
    if (cells !== undefined) registers[key] = registerFrom(shape, joined(cells));
  }
  const whole = { ...seen, registers };
  rememberSizes(sizes, whole);
  return whole;
};

/** Nothing where the columns stand otherwise than when they were last seen. */
const readAtOnce = async (
  wanted: Wanted,
  doing: string,
  run: Run,
  sizes: Sizes,
): Promise<Seen | undefined> => {
  const known = new Map(sizes.shapes);
  const headersOf = (key: FormKey): readonly string[] | undefined => known.get(key)?.headers;
  const seen = await roundTrip(doing, (context) => queueBook(context, wanted, { headersOf }), run);
  const stood = [...seen.shapes].every(([key, shape]) => {
    const before = known.get(key);
    return before === undefined || wanted[key] === "all" || sameHeaders(shape, before);
  });
  rememberSizes(sizes, stood ? seen : { ...seen, registers: {} });
  return stood ? seen : undefined;
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
      const seen = await readAtOnce(wanted, doing, run, sizes);
      if (seen !== undefined) return await finish(seen);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
    }
  for (let time = 0; time < tries; time++) {
    const seen = await readInChunks(wanted, doing, run, sizes);
    if (seen !== undefined) return finish(seen);
  }
  throw new WorkbookRefused("outrun", doing, "工作簿");
};
