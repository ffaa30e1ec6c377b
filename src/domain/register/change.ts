import type { FormKey } from "../forms/index";
import type { OwnColumn } from "./own-column";
import type { Answer, RawCell, Row } from "./register";

/** What a decision asks the workbook to do; writers write it, and read it back. Keys may be `ownKey`s. */
export type Change =
  /** A new row below the register's last one. */
  | { readonly kind: "append"; readonly form: FormKey; readonly row: Row }
  /** One cell anew. `was`: what it held when we decided; another value there means a colleague was faster. */
  | {
      readonly kind: "set";
      readonly form: FormKey;
      /** The sheet's row number, 1-based. */
      readonly row: number;
      readonly key: string;
      readonly was: RawCell;
      /** `null` clears the cell. */
      readonly value: Answer | null;
    }
  /** A users' own column at the table's right end, where there is none of that caption; before the rows that fill it. */
  | ({ readonly kind: "ownColumn"; readonly form: FormKey } & OwnColumn)
  /** R1: remember that this number has been given; never lowers what the workbook holds. */
  | { readonly kind: "counter"; readonly prefix: string; readonly highest: number };
