/** A book with one client in it. */
import type { FormKey } from "../../forms/index";
import type { ClientNumber } from "../../rules/client-number";
import { rowKeyOf } from "../client-keys";
import { clientAt } from "../raw-cell";
import type { SiteBook } from "../site";

/** All that the registers hold of one client, for questions that ask a whole book. Rows are not where they stand. */
export const bookOfOne = (book: SiteBook, client: ClientNumber): SiteBook => ({
  ...book,
  registers: Object.fromEntries(
    Object.entries(book.registers).map(([form, register]) => {
      const key = rowKeyOf(form as FormKey);
      if (key === undefined) return [form, register];
      const indices: number[] = [];
      for (let index = 0; index < register.count; index++)
        if (clientAt(register, key, index) === client) indices.push(index);
      const columns = new Map(
        [...register.columns].map(([of, column]) => [of, indices.map((index) => column[index] ?? null)]),
      );
      return [form, { ...register, count: indices.length, columns }];
    }),
  ),
});
