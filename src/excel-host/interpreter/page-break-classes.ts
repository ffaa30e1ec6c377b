import { hostError } from "../model/refusal";
import type { SheetState } from "../model/workbook";
import { asPlace, asWhole } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";

interface OnBreak {
  readonly sheet: SheetState;
  readonly row: number;
}

const changed = (sheet: SheetState, { book }: Call): void => {
  sheet.print.touched = true;
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "print" });
};

/** By its place among the breaks; the client comes back to a loaded one by its id, which is its row. */
const present = (sheet: SheetState, key: unknown): Handle => {
  const rows = sheet.pageBreaks;
  const row = typeof key === "string" ? rows.find((each) => String(each) === key) : rows[asWhole(key)];
  if (row === undefined) throw hostError("ItemNotFound", `There is no page break ${String(key)}.`);
  return handle(pageBreak, { sheet, row });
};

/** Breaks above rows. https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
export const horizontalPageBreaks: HostClass<SheetState> = {
  name: "PageBreakCollection",
  item: present,
  items: (sheet) => sheet.pageBreaks.map((row) => handle(pageBreak, { sheet, row })),
  call: {
    /** "Adds a page break before the top-left cell of the range specified." */
    Add: (sheet, [place], call) => {
      const { top: row } = asPlace(place, call, sheet).area;
      if (row === 0) throw hostError("InvalidArgument", "No page can break above the first row.");
      sheet.pageBreaks = [...new Set([...sheet.pageBreaks, row])].sort((one, other) => one - other);
      changed(sheet, call);
      return handle(pageBreak, { sheet, row });
    },
    GetCount: ({ pageBreaks }) => pageBreaks.length,
    RemovePageBreaks: (sheet, _args, call) => {
      sheet.pageBreaks = [];
      changed(sheet, call);
    },
  },
};

const pageBreak: HostClass<OnBreak> = {
  name: "PageBreak",
  identity: ({ row }) => ({ Id: String(row) }),
  get: { ColumnIndex: () => 0, RowIndex: ({ row }) => row, _Id: ({ row }) => String(row) },
  call: {
    Delete: ({ sheet, row }, _args, call) => {
      sheet.pageBreaks = sheet.pageBreaks.filter((each) => each !== row);
      changed(sheet, call);
    },
    GetCellAfterBreak: ({ sheet, row }, _args, call) =>
      call.range(sheet, { top: row, bottom: row, left: 0, right: 0 }),
  },
};
