/** Stretches of registers, as many in a request as fit, and fewer where an answer was too large all the same. */
import type { FormKey } from "../../domain/forms/index";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
import { halves, type Piece } from "./pieces";
import { type Cells, type Keys, queueCells } from "./queue-book";
import { queueShape, type TableShape } from "./table-shape";

export const isTooLarge = (error: unknown): boolean =>
  error instanceof WorkbookRefused && error.code === "tooLarge";

export interface PieceRead {
  readonly piece: Piece;
  readonly cells: Cells;
}

export interface PiecesAsked {
  readonly keysOf: (key: FormKey) => Keys;
  /** The captions `stands` holds the table to; without them columns are asked for one by one. */
  readonly headersOf?: (key: FormKey) => readonly string[] | undefined;
  /** Whether a table still stands as it did when the pieces were cut. */
  readonly stands: (shape: TableShape) => boolean;
}

/** Asks for the pieces; after the sync what they hold, by where the tables stand. */
export const queuePieces = (
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  { keysOf, headersOf }: Omit<PiecesAsked, "stands">,
): ((shapes: ReadonlyMap<FormKey, TableShape>) => readonly PieceRead[]) => {
  const queued = pieces.map((piece) => ({
    piece,
    cells: queueCells(context, piece.key, keysOf(piece.key), {
      span: piece,
      headers: headersOf?.(piece.key),
    }),
  }));
  return (shapes) =>
    queued.flatMap(({ piece, cells }): readonly PieceRead[] => {
      const shape = shapes.get(piece.key);
      return shape === undefined ? [] : [{ piece, cells: cells(shape) }];
    });
};

const readRequest = (
  pieces: readonly Piece[],
  asked: PiecesAsked,
  doing: string,
  run: Run,
): Promise<readonly PieceRead[] | undefined> =>
  roundTrip(
    doing,
    (context) => {
      const forms = [...new Set(pieces.map(({ key }) => key))];
      const queued = forms.map((key) => [key, queueShape(context, key)] as const);
      const read = queuePieces(context, pieces, asked);
      return () => {
        const shapes = new Map<FormKey, TableShape>();
        for (const [key, shape] of queued) {
          const found = shape();
          if (found === undefined || !asked.stands(found)) return undefined;
          shapes.set(key, found);
        }
        return read(shapes);
      };
    },
    run,
  );

/**
 * One round trip a request; nothing where rows or columns have moved meanwhile.
 * @throws WorkbookRefused "tooLarge" when a single row is.
 */
export const readPieces = async (
  requests: readonly (readonly Piece[])[],
  asked: PiecesAsked,
  doing: string,
  run: Run,
): Promise<readonly PieceRead[] | undefined> => {
  const waiting = [...requests];
  const all: PieceRead[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await run.between?.();
    try {
      const read = await readRequest(next, asked, doing, run);
      if (read === undefined) return undefined;
      all.push(...read);
    } catch (error) {
      const smaller = isTooLarge(error) ? halves(next) : undefined;
      if (smaller === undefined) throw error;
      waiting.unshift(...smaller);
    }
  }
  return all;
};
