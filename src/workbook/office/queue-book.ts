/** A site's settings and columns of its registers, as one request asks for them and reads the answers. */
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import { blankAt } from "../../domain/register/own-column";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import { siteFrom } from "../plan/site-sheet";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
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
export const small = {
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

interface Captioned {
  readonly key: string;
  readonly caption: string;
}

/** Columns that stand side by side, from the left; each alone where nobody knows how they stand. */
const neighbours = (
  columns: readonly Captioned[],
  headers: readonly string[] | undefined,
): readonly (readonly Captioned[])[] => {
  if (headers === undefined) return columns.map((column) => [column]);
  const found: Captioned[][] = [];
  let last = Number.NaN;
  const placed = columns.map((column) => ({ column, at: headers.indexOf(column.caption) }));
  for (const { column, at } of placed.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)) {
    if (at === last + 1) found.at(-1)?.push(column);
    else found.push([column]);
    last = at;
  }
  return found;
};

/** Columns one by one by their captions; those side by side in one block: fewer words on the wire, and a row of several cells is one list. */
const queueColumns = (
  context: Excel.RequestContext,
  key: FormKey,
  keys: readonly string[],
  { span, headers }: CellsAsked,
): (() => Cells) => {
  const { columns } = tableOf(context, key);
  const captioned = keys.flatMap((each): Captioned[] => {
    const field = blankAt(formOf(key), each);
    return field === undefined ? [] : [{ key: each, caption: field.caption }];
  });
  const blocks = neighbours(captioned, headers).flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const column = rowsOf(once(columns.getItemOrNullObject(first.caption).getDataBodyRange()), span);
    const range = own.length === 1 ? column : once(column.getResizedRange(0, own.length - 1));
    range.load("values");
    return [{ own, range }];
  });
  return () =>
    new Map(
      blocks
        .filter(({ range }) => !range.isNullObject)
        .flatMap(({ own, range }) =>
          own.map((column, at): [string, readonly RawCell[]] => [
            column.key,
            range.values.map((row): RawCell => (row as RawCell[])[at] ?? null),
          ]),
        ),
    );
};

export interface CellsAsked {
  /** Of all rows where it is not said. */
  readonly span?: Span | undefined;
  /** The table's captions as they were last seen; whoever says them looks whether they stood so still. */
  readonly headers?: readonly string[] | undefined;
}

export const queueCells = (
  context: Excel.RequestContext,
  key: FormKey,
  keys: Keys,
  asked: CellsAsked = {},
): ((shape: TableShape) => Cells) =>
  keys === "all" ? queueAll(context, key, asked.span) : queueColumns(context, key, keys, asked);

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

const withSmall = (wanted: Wanted): Wanted => ({ ...wanted, ...small });

export const entriesOf = (wanted: Wanted): readonly (readonly [FormKey, Keys])[] =>
  formKeys.flatMap((key): [FormKey, Keys][] => {
    const keys = wanted[key];
    return keys === undefined ? [] : [[key, keys]];
  });

export interface BookAsked {
  /** Of the others only where they stand. */
  readonly now?: (key: FormKey) => boolean;
  /** As `CellsAsked` has them. */
  readonly headersOf?: (key: FormKey) => readonly string[] | undefined;
}

/** Everything at once: settings, small tables and the wanted columns. */
export const queueBook = (
  context: Excel.RequestContext,
  wanted: Wanted,
  { now = () => true, headersOf = () => undefined }: BookAsked = {},
): (() => Seen) => {
  const settings = queueSettings(context);
  const asked = entriesOf(withSmall(wanted)).map(([key, keys]) => ({
    key,
    shape: queueShape(context, key),
    cells: key in small || now(key) ? queueCells(context, key, keys, { headers: headersOf(key) }) : undefined,
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

/** Without any of our tables it is somebody else's workbook. @throws WorkbookRefused "headOffices", "notOurs". */
export const refuseForeign = ({ settings }: Seen, doing: string): void => {
  if (settings.isMerged) throw new WorkbookRefused("headOffices", doing, "工作簿");
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
