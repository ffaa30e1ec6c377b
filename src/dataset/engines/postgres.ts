import type { Engine } from "../engine";

/** PostgreSQL 12 or newer. */
export const postgres: Engine = {
  name: "postgres",
  types: {
    text: "text",
    date: "date",
    moment: "timestamp",
    integer: "integer",
    decimal: "numeric(18, 2)",
    boolean: "boolean",
    uuid: "uuid",
  },
  settings: [
    // A question that outlives it fails: never half an answer.
    "set statement_timeout = '15min'",
    "set lock_timeout = '1min'",
    "set idle_in_transaction_session_timeout = '5min'",
    // Days, numbers and texts are spelled alike, whatever the server's defaults are.
    "set datestyle = 'ISO, YMD'",
    "set timezone = 'UTC'",
    "set extra_float_digits = 1",
    "set standard_conforming_strings = on",
    "set client_min_messages = 'warning'",
    "set search_path = anchang",
  ],
  load: "transactions",
  spread: [],
  settling: [],
  replacing: [],
  committing: [],
  asking: [],
};
