/** Registers out of the open workbook: one round trip, or one a chunk where 5 MB would not hold them. */
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { siteFrom } from "../plan/site-sheet";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
import { bytesOf, bytesPerRequest, cutIntoRequests, halves, type Load, type Piece } from "./pieces";
import { queueSettings, queueSheet, type SettingsSeen } from "./site-cells";
import {
  columnsOf,
  missingCaptions,
  once,
  queueShape,
  strangerCaptions,
  tableOf,
  type TableShape,
} from "./table-shape";

/** The tables every reading needs: a site's settings are made of them. */
const small = {
  consultants: "all",
  cadence: "all",
  events: "all",
  counters: "all",
} as const satisfies Wanted;

type Cells = ReadonlyMap<string, readonly RawCell[]>;
type Keys = readonly string[] | "all";

/** How many rows each register had when it was last seen: whether one request will do. */
export type Sizes = Map<FormKey, number>;

interface Span {
  readonly from: number;
  readonly to: number;
}

const keysOf = (key: FormKey, keys: Keys): readonly string[] =>
  keys === "all" ? Object.keys(formOf(key).fields) : keys;

export const bytesPerRow = (key: FormKey, keys: Keys): number =>
  keysOf(key, keys).reduce((sum, each) => {
    const field = formOf(key).fields[each];
    return sum + (field === undefined ? 0 : bytesOf(field));
  }, 0);

const rowsOf = (range: Excel.Range, span: Span | undefined): Excel.Range =>
  span === undefined
    ? range
    : once(once(range.getRow(span.from)).getBoundingRect(once(range.getRow(span.to - 1))));

/** The whole width at once: fewer words on the wire than thirty columns. */
const queueAll = (
  context: Excel.RequestContext,
  key: FormKey,
  span: Span | undefined,
): ((shape: TableShape) => Cells) => {
  const block = rowsOf(once(tableOf(context, key).getDataBodyRange()), span);
  block.load("values");
  return (shape) =>
    new Map(
      columnsOf(shape)
        .filter(({ at }) => at >= 0)
        .map((column) => [
          column.key,
          block.values.map((row): RawCell => (row as RawCell[])[column.at] ?? null),
        ]),
    );
};

const queueColumns = (
  context: Excel.RequestContext,
  key: FormKey,
  keys: readonly string[],
  span: Span | undefined,
): (() => Cells) => {
  const { columns } = tableOf(context, key);
  const asked = keys.flatMap((each): { readonly key: string; readonly range: Excel.Range }[] => {
    const field = formOf(key).fields[each];
    if (field === undefined) return [];
    const range = rowsOf(once(columns.getItemOrNullObject(field.caption).getDataBodyRange()), span);
    range.load("values");
    return [{ key: each, range }];
  });
  return () =>
    new Map(
      asked
        .filter(({ range }) => !range.isNullObject)
        .map((column) => [
          column.key,
          column.range.values.map((row): RawCell => (row as RawCell[])[0] ?? null),
        ]),
    );
};

const queueCells = (
  context: Excel.RequestContext,
  key: FormKey,
  keys: Keys,
  span?: Span,
): ((shape: TableShape) => Cells) =>
  keys === "all" ? queueAll(context, key, span) : queueColumns(context, key, keys, span);

const registerFrom = (shape: TableShape, columns: Cells): Register => ({
  form: shape.form,
  sheet: shape.sheet,
  firstRow: shape.firstRow,
  count: shape.count,
  columns,
  missing: missingCaptions(shape),
  strangers: strangerCaptions(shape),
});

type Registers = Partial<Record<FormKey, Register>>;

export interface Seen {
  readonly settings: SettingsSeen;
  readonly shapes: ReadonlyMap<FormKey, TableShape>;
  readonly registers: Registers;
}

export const withSmall = (wanted: Wanted): Wanted => ({ ...wanted, ...small });

const entriesOf = (wanted: Wanted): readonly (readonly [FormKey, Keys])[] =>
  formKeys.flatMap((key): [FormKey, Keys][] => {
    const keys = wanted[key];
    return keys === undefined ? [] : [[key, keys]];
  });

/** Everything at once: settings, small tables, and `now` of the wanted columns; of the rest only where they stand. */
export const queueBook = (
  context: Excel.RequestContext,
  wanted: Wanted,
  now: (key: FormKey) => boolean = () => true,
): (() => Seen) => {
  const settings = queueSettings(context);
  const asked = entriesOf(withSmall(wanted)).map(([key, keys]) => ({
    key,
    shape: queueShape(context, key),
    cells: key in small || now(key) ? queueCells(context, key, keys) : undefined,
  }));
  return () => {
    const shapes = new Map<FormKey, TableShape>();
    const registers: Registers = {};
    for (const { key, shape, cells } of asked) {
      const found = shape();
      if (found === undefined) continue;
      shapes.set(key, found);
      registers[key] = registerFrom(found, cells ? cells(found) : new Map());
    }
    return { settings: settings(), shapes, registers };
  };
};

export const bookFrom = (
  { settings, registers }: Seen,
  dictionary: readonly (readonly RawCell[])[],
): SiteBook => ({
  site: siteFrom({ settings: settings.settings, dictionary, registers }),
  registers,
  absent: settings.absent,
});

/** Without any of our tables it is somebody else's workbook. */
export const refuseForeign = ({ settings }: Seen, doing: string): void => {
  if (settings.absent.length === formKeys.length) throw new WorkbookRefused("notOurs", doing, "工作簿");
};

export const dictionaryOf = async (
  { settings }: Seen,
  doing: string,
  run: Run,
): Promise<readonly (readonly RawCell[])[]> => {
  const renamed = settings.dictionarySheet;
  if (settings.dictionary !== undefined) return settings.dictionary;
  return renamed === undefined ? [] : roundTrip(doing, (context) => queueSheet(context, renamed), run);
};

export const loadsOf = (wanted: Wanted, sizeOf: (key: FormKey) => number): readonly Load[] =>
  entriesOf(wanted)
    .filter(([key]) => !(key in small))
    .map(([key, keys]) => ({ key, rows: sizeOf(key), bytesPerRow: bytesPerRow(key, keys) }));

export const fitsOneRequest = (loads: readonly Load[]): boolean =>
  loads.reduce((sum, { rows, bytesPerRow: each }) => sum + rows * each, 0) <= bytesPerRequest;

const remember = (sizes: Sizes, { shapes }: Seen): void => {
  for (const [key, { count }] of shapes) sizes.set(key, count);
};

const isTooLarge = (error: unknown): boolean => error instanceof WorkbookRefused && error.code === "tooLarge";

/** A register never seen is taken for small, unless all of it is asked for. */
const expected = (wanted: Wanted, sizes: Sizes): boolean =>
  fitsOneRequest(loadsOf(wanted, (key) => sizes.get(key) ?? (wanted[key] === "all" ? 1e6 : 0)));

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
