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
  /** One row, found in parts; of two parts that say a column the later counts. */
  add(...parts: readonly FoundRow[]): void;
  done(): TableRows;
}

export const gathering = (columns: readonly Column[]): Gathering => {
  const values = columns.map(({ name }) => ({ name, cells: [] as Value[] }));
  let count = 0;
  return {
    add(...parts) {
      count++;
      for (const { name, cells } of values) {
        let cell: Value | undefined;
        // Not put together first: a hundred thousand objects of forty keys are what takes the time.
        for (let at = parts.length - 1; cell === undefined && at >= 0; at--) cell = parts[at]?.[name];
        cells.push(cell ?? null);
      }
    },
    done: () => ({ count, columns: values.map(({ cells }) => cells) }),
  };
};
