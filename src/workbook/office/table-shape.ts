/** Where a form's table stands on its sheet, asked for by the table's name: users may have renamed the sheet. */
import type { Field } from "../../domain/form/field";
import { fieldsOf, type Form } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import { blankAt, ownKey } from "../../domain/register/own-column";

export interface TableShape {
  readonly key: FormKey;
  readonly form: Form;
  readonly sheet: string;
  readonly sheetId: string;
  /** The header cells, from the left. */
  readonly headers: readonly string[];
  /** The sheet's column (0 is A) of the first header. */
  readonly left: number;
  /** The sheet's row number (1-based) of the first record. */
  readonly firstRow: number;
  /** Rows of the table, blank ones included. */
  readonly count: number;
}

/**
 * The same range, not held on to by the client: what it is asked in this request is all we want of it,
 * and nothing has to be given back with a request of its own.
 */
export const once = (range: Excel.Range): Excel.Range => {
  range.untrack();
  return range;
};

export const tableOf = (context: Excel.RequestContext, key: FormKey): Excel.Table =>
  context.workbook.tables.getItemOrNullObject(formOf(key).table);

/** Asks for the table's shape; after the sync the answer, or nothing where the table is gone. */
export const queueShape = (context: Excel.RequestContext, key: FormKey): (() => TableShape | undefined) => {
  const table = tableOf(context, key);
  const sheet = table.worksheet;
  const header = once(table.getHeaderRowRange());
  const body = once(table.getDataBodyRange());
  table.load("name");
  sheet.load("name,id");
  header.load("values,columnIndex");
  body.load("rowIndex,rowCount");
  return () =>
    table.isNullObject
      ? undefined
      : {
          key,
          form: formOf(key),
          sheet: sheet.name,
          sheetId: sheet.id,
          headers: (header.values[0] ?? []).map(String),
          left: header.columnIndex,
          firstRow: body.rowIndex + 1,
          count: body.rowCount,
        };
};

export interface Column {
  readonly key: string;
  readonly field: Field;
  /** Its place among the table's headers; -1 where the table has lost it. */
  readonly at: number;
}

export const columnsOf = (shape: TableShape): readonly Column[] =>
  fieldsOf(shape.form).map(([key, field]) => ({ key, field, at: shape.headers.indexOf(field.caption) }));

/** The form's columns, then the users' own. */
export const allColumnsOf = (shape: TableShape): readonly Column[] => [
  ...columnsOf(shape),
  ...strangerCaptions(shape).flatMap((caption): Column[] => {
    const key = ownKey(caption);
    const field = blankAt(shape.form, key);
    return field === undefined ? [] : [{ key, field, at: shape.headers.indexOf(caption) }];
  }),
];

/** Captions of the form that the table has lost. */
export const missingCaptions = (shape: TableShape): readonly string[] =>
  columnsOf(shape)
    .filter(({ at }) => at < 0)
    .map(({ field }) => field.caption);

/** The users' own columns. */
export const strangerCaptions = (shape: TableShape): readonly string[] => {
  const own = new Set(fieldsOf(shape.form).map(([, field]) => field.caption));
  return shape.headers.filter((header) => !own.has(header));
};
