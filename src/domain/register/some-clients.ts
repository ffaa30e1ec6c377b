/** Some clients' rows of a book, each where it stands: enough for a question about them, however many others there are. */
import { type FormKey, formKeys, formOf } from "../forms/index";
import type { ClientNumber } from "../rules/client-number";
import { clientKeys, rowKeyOf } from "./client-keys";
import { clientAt } from "./raw-cell";
import { cellAt, type RawCell, type Register } from "./register";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

export interface ClientsAsked {
  /** Columns of their rows; of registers whose rows are nobody's, such as 活动, whole columns. */
  readonly wanted: Wanted;
  /** Who it is about, by the columns that name clients: whoever was brought by somebody is found in them. */
  readonly whose: (seen: SiteBook) => Iterable<ClientNumber>;
}

/** The columns that say whose the rows are. */
export const whoseWants = (wanted: Wanted): Wanted =>
  Object.fromEntries(
    formKeys.flatMap((form) => {
      const keys = wanted[form];
      const rowKey = rowKeyOf(form);
      if (keys === undefined) return [];
      if (rowKey === undefined) return [[form, keys]];
      const names = clientKeys.flatMap((each) =>
        each.form === form && (keys === "all" || keys.includes(each.key)) ? [each.key] : [],
      );
      return [[form, [...new Set([rowKey, ...names])]]];
    }),
  );

/** By register, where the clients' rows are, and whose each is; registers whose rows are nobody's are left out. */
export const indicesOf = (
  book: SiteBook,
  clients: Iterable<ClientNumber>,
): ReadonlyMap<FormKey, ReadonlyMap<number, ClientNumber>> => {
  const asked = new Set(clients);
  const found = new Map<FormKey, ReadonlyMap<number, ClientNumber>>();
  for (const form of formKeys) {
    const register = book.registers[form];
    const key = rowKeyOf(form);
    if (register === undefined || key === undefined) continue;
    const own = new Map<number, ClientNumber>();
    for (let index = 0; index < register.count; index++) {
      const client = clientAt(register, key, index);
      if (client !== undefined && asked.has(client)) own.set(index, client);
    }
    found.set(form, own);
  }
  return found;
};

/** A register with these rows filled and all others blank; `cellOf` is asked for nothing else. */
export const withRowsOnly = (
  register: Register,
  keys: readonly string[],
  indices: Iterable<number>,
  cellOf: (key: string, index: number) => RawCell,
): Register => {
  const columns = keys.map((key) => [key, new Array<RawCell>(register.count).fill(null)] as const);
  for (const index of indices) for (const [key, column] of columns) column[index] = cellOf(key, index);
  return { ...register, columns: new Map(columns) };
};

/** The columns that hold somebody's rows, as far as they were asked for, and the one that says whose. */
export const keysOfRows = (form: FormKey, keys: readonly string[] | "all"): readonly string[] => {
  const rowKey = rowKeyOf(form);
  const asked = keys === "all" ? Object.keys(formOf(form).fields) : keys;
  return [...new Set([...(rowKey === undefined ? [] : [rowKey]), ...asked])];
};

/** What reading some clients of this book gives: all of it was read before. */
export const onlyClients = (book: SiteBook, { wanted, whose }: ClientsAsked): SiteBook => {
  const indices = indicesOf(book, whose(book));
  return {
    ...book,
    registers: Object.fromEntries(
      formKeys.flatMap((form) => {
        const [register, keys] = [book.registers[form], wanted[form]];
        if (register === undefined || keys === undefined) return [];
        const rows = indices.get(form);
        if (rows === undefined) return [[form, register]];
        const there = keysOfRows(form, keys).filter((key) => register.columns.has(key));
        return [
          [form, withRowsOnly(register, there, rows.keys(), (key, index) => cellAt(register, key, index))],
        ];
      }),
    ),
  };
};
