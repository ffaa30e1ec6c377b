/** Some rows of a book, each where it stands: enough for a question about them, however many others there are. */
import { type FormKey, formKeys, formOf } from "../forms/index";
import type { ClientNumber } from "../rules/client-number";
import { clientKeys, rowKeyOf } from "./client-keys";
import { clientAt } from "./raw-cell";
import { cellAt, type RawCell, type Register } from "./register";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

/** By register, counted from its first record: 0 is the first. A register that is left out has all its rows. */
export type RowsOf = ReadonlyMap<FormKey, ReadonlySet<number>>;

export interface RowsAsked {
  /** Columns read whole, before anything else: they say which rows are asked for. */
  readonly first: Wanted;
  /** Asked of what `first` brought; only of registers `first` has a column of. */
  readonly rowsOf: (seen: SiteBook) => RowsOf;
  /** Columns of those rows alone, blank in all others; one that `first` has too is blanked there as well. */
  readonly wanted: Wanted;
}

export const keysAsked = (form: FormKey, keys: readonly string[] | "all" | undefined): readonly string[] =>
  keys === "all" ? Object.keys(formOf(form).fields) : (keys ?? []);

/** What is wanted and not read whole: of a question that keeps all of `first`. */
export const beyond = (first: Wanted, wanted: Wanted): Wanted =>
  Object.fromEntries(
    formKeys.flatMap((form) => {
      const whole = new Set(keysAsked(form, first[form]));
      const keys = keysAsked(form, wanted[form]).filter((key) => !whole.has(key));
      return keys.length === 0 ? [] : [[form, keys]];
    }),
  );

/** A register as `first` has it, with these rows of the wanted columns; `cellOf` is asked for nothing else. */
export const withRows = (
  register: Register,
  first: readonly string[],
  wanted: readonly string[],
  rows: Iterable<number>,
  cellOf: (key: string, index: number) => RawCell,
): Register => {
  const columns = new Map(
    first.flatMap((key) => {
      const column = register.columns.get(key);
      return column === undefined ? [] : [[key, column] as const];
    }),
  );
  const filled = wanted.map((key) => [key, new Array<RawCell>(register.count).fill(null)] as const);
  for (const index of rows) for (const [key, column] of filled) column[index] = cellOf(key, index);
  return { ...register, columns: new Map([...columns, ...filled]) };
};

/** What reading some rows of this book gives: all of it was read before. */
export const onlyRows = (book: SiteBook, { first, rowsOf, wanted }: RowsAsked): SiteBook => {
  const rows = rowsOf(book);
  return {
    ...book,
    registers: Object.fromEntries(
      formKeys.flatMap((form) => {
        const register = book.registers[form];
        if (register === undefined || (first[form] ?? wanted[form]) === undefined) return [];
        const own = rows.get(form);
        const there = keysAsked(form, own && wanted[form]).filter((key) => register.columns.has(key));
        const cellOf = (key: string, index: number): RawCell => cellAt(register, key, index);
        return [[form, withRows(register, keysAsked(form, first[form]), there, own ?? [], cellOf)]];
      }),
    ),
  };
};

/** The columns that say whose the rows are; of registers whose rows are nobody's, such as 活动, all that is wanted. */
const whoseWants = (wanted: Wanted): Wanted =>
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

/** Where the rows of these clients are, of all registers that have rows of clients. */
export const rowsOfClients = (book: SiteBook, clients: Iterable<ClientNumber>): RowsOf => {
  const asked = new Set(clients);
  const found = new Map<FormKey, ReadonlySet<number>>();
  for (const form of formKeys) {
    const register = book.registers[form];
    const key = rowKeyOf(form);
    if (register === undefined || key === undefined) continue;
    const own = new Set<number>();
    for (let index = 0; index < register.count; index++) {
      const client = clientAt(register, key, index);
      if (client !== undefined && asked.has(client)) own.add(index);
    }
    found.set(form, own);
  }
  return found;
};

/**
 * Some clients' rows, and nothing of anybody else's; of registers whose rows are nobody's, whole columns.
 * @param whose who it is about, by the columns that name clients: whoever was brought by somebody is found in them.
 */
export const clientsAsked = (
  wanted: Wanted,
  whose: (seen: SiteBook) => Iterable<ClientNumber>,
): RowsAsked => ({
  first: whoseWants(wanted),
  rowsOf: (seen) => rowsOfClients(seen, whose(seen)),
  wanted: Object.fromEntries(
    formKeys.flatMap((form) => {
      const [keys, rowKey] = [wanted[form], rowKeyOf(form)];
      if (keys === undefined || rowKey === undefined) return [];
      return [[form, keys === "all" ? keys : [...new Set([rowKey, ...keys])]]];
    }),
  ),
});
