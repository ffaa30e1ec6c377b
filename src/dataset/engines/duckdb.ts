import type { Engine } from "../engine";

/** Opens with `openDataset`, which sets what has to be set before the first connection. */
export const duckdb: Engine = {
  name: "duckdb",
  types: {
    text: "VARCHAR",
    date: "DATE",
    moment: "TIMESTAMP",
    integer: "INTEGER",
    decimal: "DECIMAL(18, 2)",
    boolean: "BOOLEAN",
    uuid: "UUID",
  },
  settings: [],
  load: "views",
  spread: [],
  settling: [],
  replacing: [],
  committing: [],
  asking: [],
};
