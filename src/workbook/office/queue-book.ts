/** A site's settings and columns of its registers, as one request asks for them and reads the answers. */
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import { blankAt, isOwnKey } from "../../domain/register/own-column";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { siteFrom } from "../plan/site-sheet";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
import { bytesOf, bytesPerRequest, bytesSeen, type Load } from "./pieces";
import { queueSettings, queueSheet, type SettingsSeen } from "./site-cells";
import {
  allColumnsOf,
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
  signals: "all",
  events: "all",
  counters: "all",
} as const satisfies Wanted;

export type Cells = ReadonlyMap<string, readonly RawCell[]>;
export type Keys = readonly string[] | "all";

export interface Span {
  readonly from: number;
  readonly to: number;
}

const keysOf = (key: FormKey, keys: Keys): readonly string[] =>
  keys === "all" ? Object.keys(formOf(key).fields) : keys;

/** What was last seen of the registers: how much a request will bring. */
export interface Sizes {
  /** How many rows each had. */
  readonly rows: Map<FormKey, number>;
  /** By form, then by column, the users' own among them: what a cell of it took. */
  readonly bytes: Map<FormKey, Map<string, number>>;
}

export const noSizes = (): Sizes => ({ rows: new Map(), bytes: new Map() });

export const rememberSizes = ({ rows, bytes }: Sizes, { shapes, registers }: Seen): void => {
  for (const [key, { count }] of shapes) {
    rows.set(key, count);
    const known = bytes.get(key) ?? new Map<string, number>();
    bytes.set(key, known);
    for (const [column, cells] of registers[key]?.columns ?? []) {
      const seen = bytesSeen(cells);
      if (seen !== undefined) known.set(column, seen);
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

const rowsOf = (range: Excel.Range, span: Span | undefined): Excel.Range =>
  span === undefined
    ? range
    : once(once(range.getRow(span.from)).getResizedRange(span.to - span.from - 1, 0));

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
      allColumnsOf(shape)
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
    const field = blankAt(formOf(key), each);
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

export const queueCells = (
  context: Excel.RequestContext,
  key: FormKey,
  keys: Keys,
  span?: Span,
): ((shape: TableShape) => Cells) =>
  keys === "all" ? queueAll(context, key, span) : queueColumns(context, key, keys, span);

export const registerFrom = (shape: TableShape, columns: Cells): Register => ({
  form: shape.form,
  sheet: shape.sheet,
  firstRow: shape.firstRow,
  count: shape.count,
  columns,
  missing: missingCaptions(shape),
  strangers: strangerCaptions(shape),
});

export type Registers = Partial<Record<FormKey, Register>>;

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

/** @param rowsOf how many rows a register has. */
export const loadsOf = (wanted: Wanted, sizes: Sizes, rowsOf: (key: FormKey) => number): readonly Load[] =>
  entriesOf(wanted)
    .filter(([key]) => !(key in small))
    .map(([key, keys]) => ({ key, from: 0, to: rowsOf(key), bytesPerRow: bytesPerRow(key, keys, sizes) }));

const bytesOfLoads = (loads: readonly Load[]): number =>
  loads.reduce((sum, { from, to, bytesPerRow: each }) => sum + (to - from) * each, 0);

export const fitsOneRequest = (loads: readonly Load[], most = bytesPerRequest): boolean =>
  bytesOfLoads(loads) <= most;
