import type { Value } from "./cell";
import type { Column } from "./tables";

/** By column, in the order of the table's columns; each as long as `count`. */
export interface TableRows {
  readonly count: number;
  readonly columns: readonly (readonly Value[])[];
}

/** A row by its columns' names; what is absent is null. */
export type FoundRow = Readonly<Record<string, Value>>;

export interface Gathering {
  add(row: FoundRow): void;
  done(): TableRows;
}

export const gathering = (columns: readonly Column[]): Gathering => {
  const values = columns.map(({ name }) => ({ name, cells: [] as Value[] }));
  let count = 0;
  return {
    add(row) {
      count++;
      for (const { name, cells } of values) cells.push(row[name] ?? null);
    },
    done: () => ({ count, columns: values.map(({ cells }) => cells) }),
  };
};
