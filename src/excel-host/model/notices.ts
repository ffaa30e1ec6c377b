import type { Area } from "../../book/address";
import type { Value } from "../../book/book";
import type { SheetState, TableState } from "./workbook";

/** Who did it: the user in the grid, a colleague at another desk, or a client by its id. */
export type Actor = "user" | "colleague" | `client:${string}`;

/** What Excel tells its add-ins about, before it is put on the wire. */
export type Notice =
  | {
      readonly kind: "changed";
      readonly sheet: SheetState;
      readonly area: Area;
      readonly changeType:
        | "RangeEdited"
        | "RowInserted"
        | "RowDeleted"
        | "ColumnInserted"
        | "ColumnDeleted"
        | "CellInserted"
        | "CellDeleted";
      readonly shift?: "ShiftCellDown" | "ShiftCellRight" | "ShiftCellUp" | "ShiftCellLeft";
      /** Only for one cell: Excel has no before-value for more. */
      readonly before?: Value;
      readonly after?: Value;
      readonly tables: readonly TableState[];
      readonly by: Actor;
    }
  | { readonly kind: "selected"; readonly sheet: SheetState; readonly area: Area; readonly by: Actor }
  | {
      readonly kind: "activated" | "deactivated" | "sheetAdded" | "sheetDeleted";
      readonly sheetId: string;
      readonly name: string;
      readonly by: Actor;
    }
  | {
      readonly kind: "renamed" | "visibility";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
      readonly by: Actor;
    }
  | {
      readonly kind: "tableAdded" | "tableDeleted";
      readonly tableId: string;
      readonly name: string;
      readonly sheetId: string;
      readonly by: Actor;
    }
  | { readonly kind: "calculated"; readonly sheetId: string };
