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

export const entriesOf = (wanted: Wanted): readonly (readonly [FormKey, Keys])[] =>
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
