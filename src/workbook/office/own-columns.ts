/** Users' own columns made at a table's right end, where nothing stands beside it; taken away again with what made them. */
import { type FormKey, registersBySheet } from "../../domain/forms/index";
import type { OwnColumn } from "../../domain/register/own-column";
import type { OwnPlace } from "../port";
import { ownColumnLooks, ownWidth } from "../plan/own-column";
import { putLook, putSizes } from "./build-look";
import { type Run, roundTrip, supports } from "./excel-run";
import { isTyped, look, type TableLook } from "./look";
import { type Leave, queueObstacles, refuseObstacles } from "./obstacles";
import { once, queueShape, tableOf, type TableShape } from "./table-shape";

export type OwnWanted = OwnColumn & { readonly form: FormKey };

export interface OwnMade {
  readonly made: readonly OwnPlace[];
  /** Something stands beside the table: the column was not made. */
  readonly noRoom: readonly OwnPlace[];
}

const targetOf = (forms: readonly FormKey[]): Parameters<typeof look>[0] => ({
  appended: new Map(forms.map((form) => [form, 0])),
  sets: [],
  counters: false,
  alsoRead: [],
});

const rightOf = ({ left, headers }: TableShape): number => left + headers.length - 1;

/** The form's neighbours on its sheet, as the plan has them. */
const besideOf = (form: FormKey): readonly FormKey[] =>
  (registersBySheet.find((keys) => (keys as readonly FormKey[]).includes(form)) ?? []).filter(
    (key) => key !== form,
  );

interface Room {
  readonly table: TableLook;
  /** How many columns right of the table nothing stands in. */
  readonly free: number;
  /** Nothing of anybody's stands right of the table at all. */
  readonly open: boolean;
}

const mostColumns = 16_384;

/** How far the sheet is empty beside each table. */
const roomsOf = (
  tables: readonly TableLook[],
  wanted: number,
  doing: string,
  run: Run,
): Promise<readonly Room[]> =>
  roundTrip(
    doing,
    (context) => {
      const queued = tables.map((table) => {
        const sheet = tableOf(context, table.key).worksheet;
        const right = rightOf(table);
        const last = Math.min(mostColumns - 1, right + wanted);
        const columns = Array.from({ length: Math.max(0, last - right) }, (_, at) => {
          const column = once(once(sheet.getRangeByIndexes(0, right + 1 + at, 1, 1)).getEntireColumn());
          const used = once(column.getUsedRangeOrNullObject(true));
          used.load("rowIndex");
          return used;
        });
        const all = once(sheet.getUsedRangeOrNullObject(true));
        all.load("columnIndex,columnCount");
        return {
          table,
          right,
          columns,
          all,
          beside: besideOf(table.key).map((key) => queueShape(context, key)),
        };
      });
      return () =>
        queued.map(({ table, right, columns, all, beside }): Room => {
          const empty = columns.findIndex((used) => !used.isNullObject);
          const next = beside
            .flatMap((shape) => shape() ?? [])
            .filter(({ sheet, left }) => sheet === table.sheet && left > right)
            .reduce((nearest, { left }) => Math.min(nearest, left), mostColumns + 1);
          return {
            table,
            // One column stays empty between two tables.
            free: Math.max(0, Math.min(empty < 0 ? columns.length : empty, next - right - 2)),
            open: all.isNullObject || all.columnIndex + all.columnCount - 1 <= right,
          };
        });
    },
    run,
  );

const queueColumn = (
  context: Excel.RequestContext,
  table: TableLook,
  { caption, holds }: OwnColumn,
  place: number,
): void => {
  const own = tableOf(context, table.key);
  const sheet = own.worksheet;
  const column = table.left + place;
  const headerRow = table.firstRow - 2;
  if (supports("1.13")) {
    once(sheet.getRangeByIndexes(headerRow, column, 1, 1)).values = [[caption]];
    own.resize(once(sheet.getRangeByIndexes(headerRow, table.left, table.count + 1, place + 1)));
  } else own.columns.add(undefined, undefined, caption);
  for (const each of ownColumnLooks(table.form, holds, column, headerRow)) putLook(sheet, each);
  putSizes(sheet, { columns: [{ column, width: ownWidth }], rows: [] });
};

/**
 * Three round trips. A column that is there already, in any case of its letters, is none to be made.
 * @throws WorkbookRefused as a write does, before anything is made.
 */
export const makeOwnColumns = async (
  wanted: readonly OwnWanted[],
  leave: Leave,
  doing: string,
  run: Run,
): Promise<OwnMade> => {
  if (wanted.length === 0) return { made: [], noRoom: [] };
  const forms = [...new Set(wanted.map(({ form }) => form))];
  const target = targetOf(forms);
  const looked = await look(target, doing, run);
  refuseObstacles(looked, target, leave, doing);
  const isThere = ({ form, caption }: OwnWanted): boolean =>
    looked.tables.get(form)?.headers.some((header) => header.toLowerCase() === caption.toLowerCase()) ===
    true;
  const missing = wanted.filter((each) => !isThere(each));
  if (missing.length === 0) return { made: [], noRoom: [] };
  const rooms = await roomsOf([...looked.tables.values()], missing.length, doing, run);
  const made: OwnWanted[] = [];
  const noRoom: OwnWanted[] = [];
  for (const { table, free, open } of rooms)
    missing
      .filter(({ form }) => form === table.key)
      .forEach((each, at) => (at < free && (open || supports("1.13")) ? made : noRoom).push(each));
  if (made.length > 0)
    await roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, [...looked.tables.values()]);
        obstacles.open();
        for (const { table } of rooms)
          made
            .filter(({ form }) => form === table.key)
            .forEach((each, at) => queueColumn(context, table, each, table.headers.length + at));
        obstacles.close();
        return () => undefined;
      },
      { ...run, undoStep: true },
    );
  const placeOf = ({ form, caption }: OwnWanted): OwnPlace => ({ form, caption });
  return { made: made.map(placeOf), noRoom: noRoom.map(placeOf) };
};

/**
 * Columns at their table's right end in which nothing stands any more go; the others are left.
 * @returns what was left.
 */
export const dropOwnColumns = async (
  columns: readonly OwnPlace[],
  leave: Leave,
  doing: string,
  run: Run,
): Promise<readonly OwnPlace[]> => {
  if (columns.length === 0) return [];
  const target = targetOf([...new Set(columns.map(({ form }) => form))]);
  const looked = await look(target, doing, run);
  refuseObstacles(looked, target, leave, doing);
  const typed = await roundTrip(
    doing,
    (context) => {
      const bodies = columns.map(({ form, caption }) => {
        const column = tableOf(context, form).columns.getItemOrNullObject(caption);
        const body = once(column.getDataBodyRange());
        body.load("formulas");
        return body;
      });
      return () => bodies.map((body) => !body.isNullObject && body.formulas.some(([cell]) => isTyped(cell)));
    },
    run,
  );
  // Deleting a column of an older host's table draws in what stands right of it.
  const rooms = supports("1.13") ? [] : await roomsOf([...looked.tables.values()], 0, doing, run);
  const shut = new Set(rooms.filter(({ open }) => !open).map(({ table }) => table.key));
  const gone: { readonly table: TableLook; readonly place: number }[] = [];
  const left: OwnPlace[] = [];
  for (const [form, table] of looked.tables) {
    const own = new Map(
      columns.flatMap((each, at) => (each.form === form ? [[each.caption, at] as const] : [])),
    );
    let last = table.headers.length - 1;
    for (; last > 0; last--) {
      const at = own.get(table.headers[last] ?? "");
      if (at === undefined || typed[at] === true || shut.has(form)) break;
      gone.push({ table, place: last });
      own.delete(table.headers[last] ?? "");
    }
    for (const caption of own.keys()) if (table.headers.includes(caption)) left.push({ form, caption });
  }
  if (gone.length > 0)
    await roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, [...looked.tables.values()]);
        obstacles.open();
        for (const { table, place } of gone) {
          const own = tableOf(context, table.key);
          const sheet = own.worksheet;
          if (supports("1.13"))
            own.resize(once(sheet.getRangeByIndexes(table.firstRow - 2, table.left, table.count + 1, place)));
          else own.columns.getItemAt(place).delete();
          const column = once(once(sheet.getRangeByIndexes(0, table.left + place, 1, 1)).getEntireColumn());
          column.clear("All");
        }
        obstacles.close();
        return () => undefined;
      },
      { ...run, undoStep: true },
    );
  return left;
};
