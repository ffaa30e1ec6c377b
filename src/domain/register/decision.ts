import type { ClientNumber } from "../rules/client-number";
import type { Change } from "./change";
import type { Problem } from "./problem";

/** Whose act it is where no client is meant. */
export const nobody = "" as ClientNumber;

/** What is to be done about an entry, or why not. Hints do not stand in the way. */
export type Decision =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      readonly clientId: ClientNumber;
      readonly hints: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
